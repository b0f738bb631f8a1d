#include "export/annotated.h"

#include <string.h>

#include "export/markdown_document.h"
#include "export/markdown_print.h"
#include "export/page_mark.h"

#define FOOTNOTE 4 /* columns that belong to a footnote */

static void add_footnote(struct buffer *out, const struct page_mark *mark)
{
    const struct annotation_target *other = record_target(
        mark->record, mark->role == TARGET_SELECTION ? TARGET_COUNTERPART : TARGET_SELECTION);
    buffer_add_byte(out, '\n');
    markdown_add_label(out, mark);
    buffer_add_format(out, ": %s\n\n", annotation_kind_name(mark->record->annotation->kind));
    if (other != NULL) {
        markdown_add_quote(out, other, FOOTNOTE);
        buffer_add_byte(out, '\n');
    }
    markdown_add_remarks(out, mark->record, FOOTNOTE);
}

static void add_missing(struct buffer *out, const struct annotated *annotated, const char *article)
{
    size_t count = 0;
    for (size_t i = 0; i < annotated->count; i++) {
        const struct note_record *record = &annotated->records[i];
        if (!page_mark_is_missing(record, article))
            continue;
        buffer_add_text(out, count++ == 0 ? "\n## Notes without a place\n\n" : "\n");
        if (record_selection(record) != NULL) {
            markdown_add_quote(out, record_selection(record), 0);
            buffer_add_byte(out, '\n');
        }
        markdown_add_remarks(out, record, 0);
    }
}

static void add_sheet(struct buffer *out, const struct annotated *annotated,
                      const struct annotated_sheet *sheet)
{
    struct page_marks marks = { 0 };
    page_marks_find(&marks, sheet->document, sheet->about->article, annotated->records,
                    annotated->count, 1);
    buffer_add_byte(out, '\n');
    markdown_document(out, sheet->document, &marks);
    add_missing(out, annotated, sheet->about->article);
    for (size_t i = 0; i < marks.count; i++)
        add_footnote(out, &marks.items[i]);
    page_marks_free(&marks);
}

void annotated_markdown(struct buffer *out, const struct annotated *annotated)
{
    markdown_add_front(out, annotated->sheet_count == 1 ? annotated->sheets[0].about : NULL);
    for (size_t i = 0; i < annotated->sheet_count; i++)
        add_sheet(out, annotated, &annotated->sheets[i]);
}
