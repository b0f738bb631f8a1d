#include "page/contrast_text.h"

#include <stdlib.h>
#include <string.h>

#include "export/escape_markdown.h"
#include "export/escape_org.h"
#include "query/contrast_section.h"

struct contrast_writing {
    const struct contrast *contrast;
    enum contrast_markup markup;
    struct buffer *out;
};

static void add(struct contrast_writing *page, const char *text, size_t length)
{
    if (page->markup == CONTRAST_ORG)
        escape_org(page->out, text, length, " ");
    else
        escape_markdown_inline(page->out, text, length, " ", true);
}

static void add_text(struct contrast_writing *page, const struct document *document,
                     struct span span)
{
    add(page, document->text + span.start, span.end - span.start);
}

static void add_strong(struct contrast_writing *page, const char *text, size_t length)
{
    const char *mark = page->markup == CONTRAST_ORG ? "*" : "**";
    buffer_add_text(page->out, mark);
    add(page, text, length);
    buffer_add_text(page->out, mark);
}

/* A path within a link: what would end it is written in percent. */
static void add_path(struct buffer *out, const char *path)
{
    for (; *path != '\0'; path++) {
        unsigned char byte = (unsigned char)*path;
        if (byte <= ' ' || strchr("%()<>[]\\\"", byte) != NULL)
            buffer_add_format(out, "%%%02X", byte);
        else
            buffer_add_byte(out, (char)byte);
    }
}

/* (sale.en:12), leading to that line of the file. */
static void add_place(struct contrast_writing *page, int side, size_t place)
{
    const struct contrast_side *one = &page->contrast->sides[side];
    if (one->path == NULL)
        return;
    size_t line = source_lines_find(&one->lines, one->document, place);
    buffer_add_text(page->out, page->markup == CONTRAST_ORG ? " [[file:" : " ([");
    if (page->markup == CONTRAST_ORG) {
        add_path(page->out, one->path);
        if (line > 0)
            buffer_add_format(page->out, "::%zu", line);
        buffer_add_text(page->out, "][");
    }
    add(page, one->id, strlen(one->id));
    if (line > 0)
        buffer_add_format(page->out, ":%zu", line);
    if (page->markup == CONTRAST_ORG) {
        buffer_add_text(page->out, "]]");
        return;
    }
    buffer_add_text(page->out, "](");
    add_path(page->out, one->path);
    if (line > 0)
        buffer_add_format(page->out, "#L%zu", line);
    buffer_add_text(page->out, "))");
}

static void add_side(struct contrast_writing *page, int side)
{
    const struct contrast_side *one = &page->contrast->sides[side];
    const char *publisher = frontmatter_get(one->document->frontmatter, "publisher");
    char *title = document_title(one->document);
    char *day = contrast_day(page->contrast, side);
    buffer_add_text(page->out, "- ");
    add_strong(page, one->id, strlen(one->id));
    const char *const told[] = { title, publisher, day };
    const char *between = " ";
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (told[i] == NULL || told[i][0] == '\0')
            continue;
        buffer_add_text(page->out, between);
        add(page, told[i], strlen(told[i]));
        between = ", ";
    }
    buffer_add_byte(page->out, '\n');
    free(title);
    free(day);
}

/* **37.6 percent** in “the sentence it stands in” */
static void add_half(struct contrast_writing *page, const struct contrast_row *row, int side)
{
    const struct document *document = page->contrast->sides[side].document;
    struct span span = row->spans[side];
    if (span.end <= span.start)
        return;
    if (row->kind == CONTRAST_FIGURE || row->kind == CONTRAST_DATE) {
        add_strong(page, document->text + span.start, span.end - span.start);
        buffer_add_text(page->out, " in “");
        add_text(page, document, contrast_sentence(page->contrast, row, side));
        buffer_add_text(page->out, "”");
    } else if (row->kind == CONTRAST_SPEAKER) {
        add_strong(page, document->text + row->speaker.start,
                   row->speaker.end - row->speaker.start);
        buffer_add_text(page->out, row->cue.end > row->cue.start ? " " : "");
        add_text(page, document, row->cue);
        buffer_add_text(page->out, ": ");
        add_text(page, document, span);
    } else if (row->kind == CONTRAST_NOTE) {
        buffer_add_text(page->out, "“");
        add_text(page, document, span);
        buffer_add_text(page->out, "”");
    } else {
        add_text(page, document, span);
    }
    add_place(page, side, span.start);
}

static void add_break(struct contrast_writing *page)
{
    buffer_add_text(page->out, page->markup == CONTRAST_ORG ? " \\\\\n  " : "  \n  ");
}

static void add_row(struct contrast_writing *page, const struct contrast_row *row)
{
    bool both = row->spans[0].end > row->spans[0].start && row->spans[1].end > row->spans[1].start;
    buffer_add_text(page->out, "- ");
    add_half(page, row, 0);
    if (both)
        add_break(page);
    add_half(page, row, 1);
    if (row->comment != NULL && row->comment[0] != '\0') {
        add_break(page);
        add(page, row->comment, strlen(row->comment));
    }
    buffer_add_byte(page->out, '\n');
}

/* **12,000**, **2,300** in “the sentence”: all that one side alone tells there, once; the section's rows from
 * *at on that are told with it are passed. */
static void add_lone(struct contrast_writing *page, const struct contrast_section *section,
                     const struct contrast_row *row, int side, size_t *at)
{
    const struct document *document = page->contrast->sides[side].document;
    struct span sentence = contrast_sentence(page->contrast, row, side);
    struct span first = row->spans[side];
    size_t ahead = *at;
    buffer_add_text(page->out, "- ");
    for (const char *between = ""; row != NULL && row->spans[side].start < sentence.end; between = ", ") {
        struct span span = row->spans[side];
        buffer_add_text(page->out, between);
        add_strong(page, document->text + span.start, span.end - span.start);
        *at = ahead;
        row = contrast_section_line(page->contrast, section, &ahead);
    }
    buffer_add_text(page->out, " in “");
    add_text(page, document, sentence);
    buffer_add_text(page->out, "”");
    add_place(page, side, first.start);
    buffer_add_byte(page->out, '\n');
}

static void add_section(struct contrast_writing *page, const struct contrast_section *section)
{
    bool any = false;
    const struct contrast_row *row;
    for (size_t at = 0; (row = contrast_section_line(page->contrast, section, &at)) != NULL;) {
        if (!any) {
            char *title = contrast_title(page->contrast, section);
            buffer_add_text(page->out, page->markup == CONTRAST_ORG ? "\n** " : "\n## ");
            add(page, title, strlen(title));
            buffer_add_text(page->out, "\n\n");
            free(title);
        }
        any = true;
        if (contrast_section_is_by_sentence(section))
            add_lone(page, section, row, contrast_section_side(section), &at);
        else
            add_row(page, row);
    }
}

void contrast_text(const struct contrast *contrast, enum contrast_markup markup, struct buffer *out)
{
    struct contrast_writing page = { contrast, markup, out };
    buffer_add_text(out, markup == CONTRAST_ORG ? "* Two reports compared\n\n"
                                                : "# Two reports compared\n\n");
    for (int side = 0; side < 2; side++)
        add_side(&page, side);
    for (size_t i = 0; contrast_section(i) != NULL; i++)
        add_section(&page, contrast_section(i));
}
