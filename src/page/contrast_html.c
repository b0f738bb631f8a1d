#include "page/contrast_html.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "export/escape_markup.h"
#include "export/html_page.h"
#include "query/contrast_section.h"
#include "query/timeline.h"

#define NAMES_DRAWN 20
#define WIDTH 480
#define MONTH_DAYS 31 /* of a drawing, in which all months are as wide */
#define YEAR_DAYS (12 * MONTH_DAYS)
#define LABEL 160
#define ROW 16

/* What a page is made of: the letters of the two reports are the beginnings of their anchors. */
struct contrast_leaf {
    const struct contrast *contrast;
    const int *letters;
    struct buffer *out;
};

static void add_text(struct buffer *out, const struct document *document, struct span span)
{
    escape_markup(out, document->text + span.start, span.end - span.start, " ");
}

static void add_side(const struct contrast_leaf *leaf, int side)
{
    const struct contrast_side *one = &leaf->contrast->sides[side];
    const char *publisher = frontmatter_get(one->document->frontmatter, "publisher");
    char *title = document_title(one->document);
    char *day = contrast_day(leaf->contrast, side);
    buffer_add_format(leaf->out, "<li><a href=\"#%c\"><strong>", leaf->letters[side]);
    escape_markup_text(leaf->out, one->id);
    buffer_add_text(leaf->out, "</strong></a>");
    const char *const told[] = { title, publisher, day };
    const char *between = " ";
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (told[i] == NULL || told[i][0] == '\0')
            continue;
        buffer_add_text(leaf->out, between);
        escape_markup_text(leaf->out, told[i]);
        between = ", ";
    }
    buffer_add_text(leaf->out, "</li>\n");
    free(title);
    free(day);
}

/* The words, as a link to the sentence where they stand further down. */
static void add_half(const struct contrast_leaf *leaf, const struct contrast_row *row, int side)
{
    struct buffer *out = leaf->out;
    const struct document *document = leaf->contrast->sides[side].document;
    struct span span = row->spans[side];
    struct span sentence = contrast_sentence(leaf->contrast, row, side);
    buffer_add_text(out, "<td>");
    if (span.end > span.start) {
        if (row->kind == CONTRAST_SPEAKER) {
            buffer_add_text(out, "<strong>");
            add_text(out, document, row->speaker);
            buffer_add_text(out, "</strong> ");
            add_text(out, document, row->cue);
            buffer_add_text(out, row->cue.end > row->cue.start ? ": " : "");
        }
        buffer_add_format(out, "<a href=\"#%c%zu\">", leaf->letters[side], sentence.start);
        if ((row->kind == CONTRAST_FIGURE || row->kind == CONTRAST_DATE) &&
            sentence.end >= span.end) {
            add_text(out, document, (struct span){ sentence.start, span.start });
            buffer_add_text(out, "<mark>");
            add_text(out, document, span);
            buffer_add_text(out, "</mark>");
            add_text(out, document, (struct span){ span.end, sentence.end });
        } else {
            add_text(out, document, span);
        }
        buffer_add_text(out, "</a>");
    }
    buffer_add_text(out, "</td>");
}

/* The sentence of a figure that one side alone tells, once for all such figures in it; the section's rows
 * from *at on that are told with it are passed. */
static void add_lone(const struct contrast_leaf *leaf, const struct contrast_section *section,
                     const struct contrast_row *row, int side, size_t *at)
{
    struct buffer *out = leaf->out;
    const struct document *document = leaf->contrast->sides[side].document;
    struct span sentence = contrast_sentence(leaf->contrast, row, side);
    size_t told = sentence.start, ahead = *at;
    buffer_add_format(out, "<tr><td><a href=\"#%c%zu\">", leaf->letters[side], sentence.start);
    while (row != NULL && row->spans[side].start < sentence.end) {
        struct span span = row->spans[side];
        if (span.start >= told) {
            add_text(out, document, (struct span){ told, span.start });
            buffer_add_text(out, "<mark>");
            add_text(out, document, span);
            buffer_add_text(out, "</mark>");
            told = span.end;
        }
        *at = ahead;
        row = contrast_section_line(leaf->contrast, section, &ahead);
    }
    if (told < sentence.end)
        add_text(out, document, (struct span){ told, sentence.end });
    buffer_add_text(out, "</a></td></tr>\n");
}

static void add_row(const struct contrast_leaf *leaf, const struct contrast_row *row)
{
    buffer_add_text(leaf->out, "<tr>");
    for (int side = 0; side < 2; side++) {
        if (row->status != (side == 0 ? CONTRAST_ONLY_B : CONTRAST_ONLY_A))
            add_half(leaf, row, side);
    }
    if (row->comment != NULL) {
        buffer_add_text(leaf->out, "<td>");
        escape_markup(leaf->out, row->comment, strlen(row->comment), "<br>\n");
        buffer_add_text(leaf->out, "</td>");
    }
    buffer_add_text(leaf->out, "</tr>\n");
}

static void add_section(const struct contrast_leaf *leaf, const struct contrast_section *section)
{
    bool any = false;
    const struct contrast_row *row;
    for (size_t at = 0; (row = contrast_section_line(leaf->contrast, section, &at)) != NULL;) {
        if (!any) {
            char *title = contrast_title(leaf->contrast, section);
            buffer_add_text(leaf->out, "<h2>");
            escape_markup_text(leaf->out, title);
            buffer_add_text(leaf->out, "</h2>\n<table>\n");
            free(title);
        }
        any = true;
        if (contrast_section_is_by_sentence(section))
            add_lone(leaf, section, row, contrast_section_side(section), &at);
        else
            add_row(leaf, row);
    }
    if (any)
        buffer_add_text(leaf->out, "</table>\n");
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

/* How far right a date stands, as far as it is told: a year alone where it begins. */
static int date_across(const struct figure_date *date, int first, int last)
{
    long long day = (date->year - first) * (long long)YEAR_DAYS;
    day += date->month > 0 ? (date->month - 1) * MONTH_DAYS : 0;
    day += date->day > 0 ? date->day - 1 : 0;
    return (int)(day * (WIDTH - 8) / ((last - first + 1) * (long long)YEAR_DAYS));
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
        for (int side = 0; side < 2; side++)
            add_label(out, 0, (side + 1) * ROW, contrast->sides[side].id);
        for (size_t i = 0; i < timeline.count; i++) {
            const struct timeline_row *row = &timeline.items[i];
            if (row->statement.from.year == 0)
                continue;
            int x = LABEL + date_across(&row->statement.from, first, last);
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

void contrast_html_begin(struct buffer *out, size_t reports)
{
    html_page_begin(out, "Reports compared", "", "notes");
    if (reports > 2)
        buffer_add_text(out, "<h1>Three reports compared</h1>\n");
}

void contrast_html_pair(const struct contrast *contrast, const int letters[2],
                        const struct entity_index *entities, struct buffer *out)
{
    const struct contrast_leaf leaf = { contrast, letters, out };
    buffer_add_text(out, "<h1>Two reports compared</h1>\n<ul>\n");
    for (int side = 0; side < 2; side++)
        add_side(&leaf, side);
    buffer_add_text(out, "</ul>\n");
    for (size_t i = 0; contrast_section(i) != NULL; i++)
        add_section(&leaf, contrast_section(i));
    draw_years(contrast, out);
    draw_names(contrast, entities, out);
}

void contrast_html_report(const struct document *document, const char *id, int letter,
                          struct buffer *out)
{
    struct spans sentences = { 0 };
    buffer_add_format(out, "<section id=\"%c\">\n<h1>", letter);
    escape_markup_text(out, id);
    buffer_add_text(out, "</h1>\n");
    for (size_t i = 0; i < document->block_count; i++) {
        const char *tag = document->blocks[i].kind == BLOCK_HEADING ? "h3" : "p";
        sentences.count = 0;
        document_sentences(document, i, &sentences);
        if (sentences.count == 0)
            continue;
        buffer_add_format(out, "<%s>", tag);
        for (size_t j = 0; j < sentences.count; j++) {
            buffer_add_format(out, "<span id=\"%c%zu\">", letter, sentences.items[j].start);
            add_text(out, document, sentences.items[j]);
            buffer_add_text(out, "</span> ");
        }
        buffer_add_format(out, "</%s>\n", tag);
    }
    buffer_add_text(out, "</section>\n");
    spans_free(&sentences);
}

void contrast_html_end(struct buffer *out)
{
    html_page_end(out);
}
