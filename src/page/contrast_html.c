#include "page/contrast_html.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "export/escape_markup.h"
#include "export/html_page.h"
#include "query/timeline.h"

#define NAMES_DRAWN 20
#define WIDTH 480
#define LABEL 160
#define ROW 16

static void add_text(struct buffer *out, const struct document *document, struct span span)
{
    escape_markup(out, document->text + span.start, span.end - span.start, " ");
}

static void add_side(const struct contrast_side *side, struct buffer *out)
{
    const struct frontmatter *front = side->document->frontmatter;
    const char *publisher = frontmatter_get(front, "publisher");
    const char *published = frontmatter_get(front, "published");
    char *title = document_title(side->document);
    buffer_add_text(out, "<li><strong>");
    escape_markup_text(out, side->id);
    buffer_add_text(out, "</strong> ");
    escape_markup_text(out, title);
    if (publisher != NULL) {
        buffer_add_text(out, ", ");
        escape_markup_text(out, publisher);
    }
    buffer_add_text(out, ", ");
    escape_markup_text(out, published != NULL ? published : "date not told");
    buffer_add_text(out, "</li>\n");
    free(title);
}

static void add_half(const struct contrast *contrast, const struct contrast_row *row, int side,
                     struct buffer *out)
{
    const struct document *document = contrast->sides[side].document;
    struct span span = row->spans[side];
    struct span sentence = contrast_sentence(contrast, row, side);
    buffer_add_text(out, "<td>");
    if (span.end > span.start && (row->kind == CONTRAST_FIGURE || row->kind == CONTRAST_DATE) &&
        sentence.end >= span.end) {
        add_text(out, document, (struct span){ sentence.start, span.start });
        buffer_add_text(out, "<mark>");
        add_text(out, document, span);
        buffer_add_text(out, "</mark>");
        add_text(out, document, (struct span){ span.end, sentence.end });
    } else if (span.end > span.start) {
        if (row->kind == CONTRAST_SPEAKER) {
            buffer_add_text(out, "<strong>");
            add_text(out, document, row->speaker);
            buffer_add_text(out, "</strong> ");
        }
        add_text(out, document, span);
    }
    buffer_add_text(out, "</td>");
}

static void add_section(const struct contrast *contrast, const struct contrast_section *section,
                        struct buffer *out)
{
    bool any = false;
    const struct contrast_row *row;
    for (size_t at = 0; (row = contrast_section_row(contrast, section, &at)) != NULL;) {
        if (!any) {
            char *title = contrast_title(contrast, section);
            buffer_add_text(out, "<h2>");
            escape_markup_text(out, title);
            buffer_add_text(out, "</h2>\n<table>\n");
            free(title);
        }
        any = true;
        buffer_add_text(out, "<tr>");
        if (row->status != CONTRAST_ONLY_B)
            add_half(contrast, row, 0, out);
        if (row->status != CONTRAST_ONLY_A)
            add_half(contrast, row, 1, out);
        buffer_add_text(out, "</tr>\n");
    }
    if (any)
        buffer_add_text(out, "</table>\n");
}

static void add_label(struct buffer *out, int x, int y, const char *text)
{
    buffer_add_format(out, "<text x=\"%d\" y=\"%d\" font-size=\"12\" fill=\"currentColor\">", x, y);
    escape_markup_text(out, text);
    buffer_add_text(out, "</text>\n");
}

static void begin_drawing(struct buffer *out, const char *title, int rows)
{
    buffer_add_format(
        out,
        "<h2>%s</h2>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
        "role=\"img\">\n",
        title, LABEL + 2 * WIDTH / 2 + ROW, (rows + 1) * ROW);
}

/* The years that the two tell, A's marks above B's. */
static void draw_years(const struct contrast *contrast, struct buffer *out)
{
    struct timeline timeline = { 0 };
    int first, last;
    for (int side = 0; side < 2; side++)
        timeline_add(&timeline, contrast->sides[side].id, contrast->sides[side].document,
                     &contrast->sides[side].mentions, NULL);
    timeline_finish(&timeline);
    if (timeline_years(&timeline, &first, &last)) {
        begin_drawing(out, "The years", 3);
        int years = last > first ? last - first : 1;
        for (int side = 0; side < 2; side++)
            add_label(out, 0, (side + 1) * ROW, contrast->sides[side].id);
        for (size_t i = 0; i < timeline.count; i++) {
            const struct timeline_row *row = &timeline.items[i];
            if (row->statement.from.year == 0)
                continue;
            int x = LABEL + (row->statement.from.year - first) * (WIDTH - 8) / years;
            buffer_add_format(out, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#b58900\"><title>",
                              x + 4, (int)row->article * ROW + ROW - 4);
            escape_markup_text(out, row->text);
            buffer_add_text(out, "</title></circle>\n");
        }
        char *years_told[2] = { xasprintf("%d", first), xasprintf("%d", last) };
        add_label(out, LABEL, 3 * ROW, years_told[0]);
        add_label(out, LABEL + WIDTH - 32, 3 * ROW, years_told[1]);
        free(years_told[0]);
        free(years_told[1]);
        buffer_add_text(out, "</svg>\n");
    }
    timeline_free(&timeline);
}

struct named {
    uint32_t entity;
    size_t count;
};

static int compare_named(const void *a, const void *b)
{
    const struct named *left = a, *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return (left->entity > right->entity) - (left->entity < right->entity);
}

/* The entities by how often the two name them; how many there are. The caller frees. */
static size_t count_names(const struct contrast *contrast, const struct entity_index *entities,
                          struct named **named)
{
    size_t count = entity_index_count(entities), kept = 0;
    struct named *all = xcalloc(count + 1, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i].entity = (uint32_t)i;
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < contrast->sides[side].mentions.count; i++)
            all[contrast->sides[side].mentions.items[i].entity].count++;
    }
    qsort(all, count, sizeof *all, compare_named);
    while (kept < count && kept < NAMES_DRAWN && all[kept].count > 0)
        kept++;
    *named = all;
    return kept;
}

static void draw_mentions(const struct contrast_side *side, uint32_t entity, int left, int y,
                          struct buffer *out)
{
    size_t length = side->document->length > 0 ? side->document->length : 1;
    for (size_t i = 0; i < side->mentions.count; i++) {
        const struct mention *mention = &side->mentions.items[i];
        if (mention->entity != entity)
            continue;
        int x = left + (int)((double)mention->start / (double)length * (WIDTH / 2 - ROW));
        buffer_add_format(
            out, "<rect x=\"%d\" y=\"%d\" width=\"2\" height=\"11\" fill=\"#b58900\"/>\n", x, y);
    }
}

/* Where each of the two names whom: A to the left, B to the right. */
static void draw_names(const struct contrast *contrast, const struct entity_index *entities,
                       struct buffer *out)
{
    struct named *named;
    size_t count = count_names(contrast, entities, &named);
    if (count > 0) {
        begin_drawing(out, "Where they are named", (int)count + 1);
        add_label(out, LABEL, ROW - 4, contrast->sides[0].id);
        add_label(out, LABEL + WIDTH / 2, ROW - 4, contrast->sides[1].id);
        for (size_t i = 0; i < count; i++) {
            int y = ((int)i + 1) * ROW;
            add_label(out, 0, y + 11, entity_index_name(entities, named[i].entity));
            for (int side = 0; side < 2; side++)
                draw_mentions(&contrast->sides[side], named[i].entity, LABEL + side * WIDTH / 2, y,
                              out);
        }
        buffer_add_text(out, "</svg>\n");
    }
    free(named);
}

void contrast_html(const struct contrast *contrast, const struct entity_index *entities,
                   struct buffer *out)
{
    html_page_begin(out, "Two reports compared", "", "notes");
    buffer_add_text(out, "<h1>Two reports compared</h1>\n<ul>\n");
    for (int side = 0; side < 2; side++)
        add_side(&contrast->sides[side], out);
    buffer_add_text(out, "</ul>\n");
    for (size_t i = 0; contrast_section(i) != NULL; i++)
        add_section(contrast, contrast_section(i), out);
    draw_years(contrast, out);
    draw_names(contrast, entities, out);
    html_page_end(out);
}
