#include "export/annotated.h"

#include <string.h>

#include "export/clean.h"
#include "export/code_block.h"
#include "export/field.h"
#include "export/page_mark.h"

struct annotated_page {
    struct buffer *out;
    const struct document *document;
    const struct page_marks *marks;
    size_t next;
};

static void add_numbers(struct annotated_page *page, size_t at)
{
    for (; page->next < page->marks->count && page->marks->items[page->next].at <= at; page->next++)
        buffer_add_format(page->out, "{%zu}", page->marks->items[page->next].number);
}

static void add_text(struct buffer *out, const char *text, size_t indent)
{
    struct buffer newline = { 0 };
    buffer_add_byte(&newline, '\n');
    for (size_t i = 0; i < indent; i++)
        buffer_add_byte(&newline, ' ');
    clean_add(out, text, strlen(text), buffer_text(&newline));
    buffer_free(&newline);
}

/* Returns the index of the last block that went in. */
static size_t add_block(struct annotated_page *page, size_t index)
{
    const struct block *block = &page->document->blocks[index];
    size_t last = code_block_last(page->document, index);
    size_t end = page->document->blocks[last].end;
    struct buffer newline = { 0 };
    const char *text = page->document->text;
    size_t width = block->marker > 0 ? 2 : 0;
    buffer_add_byte(&newline, '\n');
    for (unsigned i = 0; i < block->quote; i++)
        buffer_add_text(&newline, "> ");
    for (size_t i = 0; i + width < block->indent; i++)
        buffer_add_byte(&newline, ' ');
    buffer_add_text(page->out, newline.data + 1);
    if (block->marker > 0)
        buffer_add_format(page->out, "%s ", page->document->markers[block->marker - 1]);
    for (size_t at = block->start; at < end;) {
        size_t stop = end;
        add_numbers(page, at);
        if (page->next < page->marks->count && page->marks->items[page->next].at < stop)
            stop = page->marks->items[page->next].at;
        clean_add(page->out, text + at, stop - at, buffer_text(&newline));
        at = stop;
    }
    add_numbers(page, end);
    buffer_add_byte(page->out, '\n');
    buffer_free(&newline);
    return last;
}

static void add_line(struct buffer *out, const char *before, const char *text, const char *after)
{
    if (text[0] == '\0')
        return;
    buffer_add_format(out, "    %s", before);
    add_text(out, text, 4);
    buffer_add_format(out, "%s\n", after);
}

/* What there is to say of a note, below the line that it begins with. */
static void add_note(struct buffer *out, const struct note_record *record)
{
    static const char *const names[] = { "tags",      "entities",  "link",   "title",
                                         "publisher", "published", "source", "created",
                                         "modified",  "state" };
    struct buffer value = { 0 }, before = { 0 };
    for (int role = 0; role < RECORD_ROLES; role++) {
        const struct annotation_target *target = record_target(record, (enum target_role)role);
        if (target != NULL)
            add_line(out, "“", target->quote, "”");
    }
    add_line(out, "", record->annotation->comment, "");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        buffer_truncate(&before, 0);
        buffer_add_format(&before, "%s: ", names[i]);
        add_line(out, buffer_text(&before), field_value(field_by_name(names[i]), record, &value),
                 "");
    }
    buffer_free(&value);
    buffer_free(&before);
}

static void add_notes(struct buffer *out, const struct annotated *annotated,
                      const struct page_marks *marks, const char *article)
{
    size_t missing = 0;
    for (size_t i = 0; i < marks->count; i++) {
        const struct page_mark *mark = &marks->items[i];
        buffer_add_format(out, "%s\n{%zu} %s\n", i == 0 ? "\nNotes\n" : "", mark->number,
                          annotation_kind_name(mark->record->annotation->kind));
        add_note(out, mark->record);
    }
    for (size_t i = 0; i < annotated->count; i++) {
        const struct note_record *record = &annotated->records[i];
        if (!page_mark_is_missing(record, article))
            continue;
        buffer_add_format(out, "%s\n{-} %s\n", missing++ == 0 ? "\nNotes without a place\n" : "",
                          annotation_kind_name(record->annotation->kind));
        add_note(out, record);
    }
}

void annotated_text(struct buffer *out, const struct annotated *annotated)
{
    size_t number = 1;
    for (size_t i = 0; i < annotated->sheet_count; i++) {
        const struct annotated_sheet *sheet = &annotated->sheets[i];
        struct page_marks marks = { 0 };
        struct annotated_page page = { .out = out, .document = sheet->document, .marks = &marks };
        page_marks_find(&marks, sheet->document, sheet->about->article, annotated->records,
                        annotated->count, number);
        buffer_add_text(out, i > 0 ? "\n\n" : "");
        for (size_t block = 0; block < sheet->document->block_count; block++) {
            const struct block *one = &sheet->document->blocks[block];
            if (block > 0 && (one->flags & BLOCK_TIGHT) == 0)
                buffer_add_byte(out, '\n');
            block = add_block(&page, block);
        }
        add_numbers(&page, sheet->document->length);
        add_notes(out, annotated, &marks, sheet->about->article);
        number += marks.count;
        page_marks_free(&marks);
    }
}
