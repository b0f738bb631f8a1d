#include "page/contrast_markdown.h"

#include <stdlib.h>
#include <string.h>

#include "export/escape_markdown.h"

static void add_text(struct buffer *out, const struct document *document, struct span span)
{
    escape_markdown_inline(out, document->text + span.start, span.end - span.start, " ", true);
}

static void add_side(const struct contrast_side *side, struct buffer *out)
{
    const struct frontmatter *front = side->document->frontmatter;
    const char *publisher = frontmatter_get(front, "publisher");
    const char *published = frontmatter_get(front, "published");
    char *title = document_title(side->document);
    buffer_add_text(out, "- **");
    escape_markdown_text(out, side->id);
    buffer_add_text(out, "** ");
    escape_markdown_text(out, title);
    if (publisher != NULL) {
        buffer_add_text(out, ", ");
        escape_markdown_text(out, publisher);
    }
    buffer_add_text(out, ", ");
    escape_markdown_text(out, published != NULL ? published : "date not told");
    buffer_add_byte(out, '\n');
    free(title);
}

/* **37.6 percent** … of the sentence it stands in. */
static void add_half(const struct contrast *contrast, const struct contrast_row *row, int side,
                     struct buffer *out)
{
    const struct document *document = contrast->sides[side].document;
    struct span span = row->spans[side];
    if (span.end <= span.start)
        return;
    if (row->kind == CONTRAST_FIGURE || row->kind == CONTRAST_DATE) {
        buffer_add_text(out, "**");
        add_text(out, document, span);
        buffer_add_text(out, "** in “");
        add_text(out, document, contrast_sentence(contrast, row, side));
        buffer_add_text(out, "”");
    } else if (row->kind == CONTRAST_SPEAKER) {
        buffer_add_text(out, "**");
        add_text(out, document, row->speaker);
        buffer_add_text(out, "**: ");
        add_text(out, document, span);
    } else {
        add_text(out, document, span);
    }
}

static void add_row(const struct contrast *contrast, const struct contrast_row *row,
                    struct buffer *out)
{
    bool both = row->spans[0].end > row->spans[0].start && row->spans[1].end > row->spans[1].start;
    buffer_add_text(out, "- ");
    add_half(contrast, row, 0, out);
    if (both)
        buffer_add_text(out, "  \n  ");
    add_half(contrast, row, 1, out);
    buffer_add_byte(out, '\n');
}

static void add_section(const struct contrast *contrast, const struct contrast_section *section,
                        struct buffer *out)
{
    bool any = false;
    const struct contrast_row *row;
    for (size_t at = 0; (row = contrast_section_row(contrast, section, &at)) != NULL;) {
        if (!any) {
            char *title = contrast_title(contrast, section);
            buffer_add_text(out, "\n## ");
            escape_markdown_text(out, title);
            buffer_add_text(out, "\n\n");
            free(title);
        }
        any = true;
        add_row(contrast, row, out);
    }
}

void contrast_markdown(const struct contrast *contrast, struct buffer *out)
{
    buffer_add_text(out, "# Two reports compared\n\n");
    for (int side = 0; side < 2; side++)
        add_side(&contrast->sides[side], out);
    for (size_t i = 0; contrast_section(i) != NULL; i++)
        add_section(contrast, contrast_section(i), out);
}
