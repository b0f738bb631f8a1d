#include "export/annotated.h"

#include <string.h>

#include "export/html_document.h"
#include "export/html_note.h"
#include "export/html_page.h"
#include "export/page_mark.h"

/* What was marked stands in the text; its counterpart, or what it is the counterpart of, does not.
 */
static void add_note(struct buffer *out, const struct page_mark *mark)
{
    const struct annotation_target *other = record_target(
        mark->record, mark->role == TARGET_SELECTION ? TARGET_COUNTERPART : TARGET_SELECTION);
    buffer_add_format(out, "<aside class=\"%s\" id=\"note%zu\"><a href=\"#ref%zu\">%zu</a>\n",
                      annotation_kind_name(mark->record->annotation->kind), mark->number,
                      mark->number, mark->number);
    if (other != NULL)
        html_add_quote(out, other);
    html_add_remarks(out, mark->record);
    buffer_add_text(out, "</aside>\n");
}

static void add_missing(struct buffer *out, const struct annotated *annotated, const char *article)
{
    size_t count = 0;
    for (size_t i = 0; i < annotated->count; i++) {
        const struct note_record *record = &annotated->records[i];
        if (!page_mark_is_missing(record, article))
            continue;
        if (count++ == 0)
            buffer_add_text(out, "<section>\n<h2 lang=\"en\">Notes without a place</h2>\n");
        buffer_add_text(out, "<article class=\"note\">\n");
        if (record_selection(record) != NULL)
            html_add_quote(out, record_selection(record));
        html_add_remarks(out, record);
        buffer_add_text(out, "</article>\n");
    }
    buffer_add_text(out, count > 0 ? "</section>\n" : "");
}

static size_t add_sheet(struct buffer *out, const struct annotated *annotated,
                        const struct annotated_sheet *sheet, size_t first)
{
    struct page_marks marks = { 0 };
    page_marks_find(&marks, sheet->document, sheet->about->article, annotated->records,
                    annotated->count, first);
    buffer_add_text(out, "<article dir=\"auto\"");
    html_add_lang(out, sheet->about->lang);
    buffer_add_text(out, ">\n");
    html_add_origin(out, sheet->about);
    html_document(out, sheet->document, &marks, 0, add_note);
    add_missing(out, annotated, sheet->about->article);
    buffer_add_text(out, "</article>\n");
    size_t count = marks.count;
    page_marks_free(&marks);
    return first + count;
}

void annotated_html(struct buffer *out, const struct annotated *annotated)
{
    const struct annotation_target *about = annotated->sheets[0].about;
    size_t number = 1;
    html_page_begin(out, about->title[0] != '\0' ? about->title : about->article, about->lang,
                    annotated->sheet_count > 1 ? "two" : "one");
    for (size_t i = 0; i < annotated->sheet_count; i++)
        number = add_sheet(out, annotated, &annotated->sheets[i], number);
    html_page_end(out);
}
