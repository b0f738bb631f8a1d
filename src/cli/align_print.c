#include "cli/align_print.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "export/tmx.h"
#include "text/sanitize.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#ifndef VERSION
#define VERSION "0.1.0"
#endif

#define SCORE_SIZE 16

/* "3,4", with `between` for the comma. */
static void add_numbers(struct buffer *out, uint32_t first, uint32_t count, const char *between)
{
    for (uint32_t i = 0; i < count; i++)
        buffer_add_format(out, "%s%lu", i > 0 ? between : "", (unsigned long)first + i);
}

static const char *score_of(const struct alignment_item *item, char out[SCORE_SIZE])
{
    snprintf(out, SCORE_SIZE, "%.3f", (double)item->confidence);
    return out;
}

static void flush(struct output *out, struct buffer *line)
{
    output_text(out, buffer_text(line), line->length);
    buffer_truncate(line, 0);
}

/* ---- tables ---- */

static void print_row(struct output *out, const struct align_sheet *sheet,
                      const struct alignment_item *item)
{
    struct buffer a = { 0 }, b = { 0 };
    char score[SCORE_SIZE], name[ALIGNED_NAME];
    add_numbers(&a, item->a, item->a_count, ",");
    add_numbers(&b, item->b, item->b_count, ",");
    output_cell(out, buffer_text(&a));
    output_cell(out, buffer_text(&b));
    output_cell(out, score_of(item, score));
    output_cell(out, alignment_item_name(item, name));
    output_cell_span(out, sheet->sides[0]->text, item->a_span);
    output_cell_span(out, sheet->sides[1]->text, item->b_span);
    buffer_free(&a);
    buffer_free(&b);
}

static void print_table(struct output *out, enum output_format format,
                        const struct align_sheet *sheet)
{
    output_table(out, format, "a b score# kind a_text b_text");
    for (size_t i = 0; i < sheet->alignment->count; i++)
        print_row(out, sheet, &sheet->alignment->items[i]);
    output_table_end(out);
}

/* ---- text ---- */

static void add_passage(struct buffer *line, const struct side *side, struct span span,
                        const char *mark)
{
    struct buffer plain = { 0 };
    if (span.start == span.end)
        return;
    for (size_t i = span.start; i < span.end; i++)
        buffer_add_byte(&plain, side->text[i] == '\n' ? ' ' : side->text[i]);
    buffer_add_format(line, "  %s ", mark);
    sanitize_line(line, plain.data, plain.length);
    buffer_add_byte(line, '\n');
    buffer_free(&plain);
}

/* What the reader may check of a link between independent reports. */
static void add_evidence(struct buffer *line, const struct align_sheet *sheet,
                         const struct alignment_item *item)
{
    struct buffer shared = { 0 };
    if (item->kind < ALIGNED_SAME)
        return;
    for (uint32_t i = 0; i < item->evidence_count; i++) {
        const struct evidence *evidence =
            &sheet->alignment->evidence.items[item->first_evidence + i];
        buffer_add_text(&shared, i > 0 ? ", " : "");
        buffer_add(&shared, sheet->sides[0]->text + evidence->a.start,
                   evidence->a.end - evidence->a.start);
        buffer_add_text(&shared, "=");
        buffer_add(&shared, sheet->sides[1]->text + evidence->b.start,
                   evidence->b.end - evidence->b.start);
    }
    add_passage(line, &(struct side){ .text = buffer_text(&shared) },
                (struct span){ 0, shared.length }, "=");
    buffer_free(&shared);
}

static void print_text(struct output *out, const struct align_sheet *sheet)
{
    struct buffer line = { 0 };
    buffer_add_format(&line, "%s\n", sheet->reason);
    for (size_t i = 0; i < sheet->alignment->count; i++) {
        const struct alignment_item *item = &sheet->alignment->items[i];
        char score[SCORE_SIZE], name[ALIGNED_NAME];
        buffer_add_format(&line, "\n%s  %s\n", alignment_item_name(item, name),
                          score_of(item, score));
        add_passage(&line, sheet->sides[0], item->a_span, "<");
        add_passage(&line, sheet->sides[1], item->b_span, ">");
        add_evidence(&line, sheet, item);
        flush(out, &line);
    }
    flush(out, &line);
    buffer_free(&line);
}

/* ---- ladder ---- */

static void print_ladder(struct output *out, const struct align_sheet *sheet)
{
    struct buffer line = { 0 };
    for (size_t i = 0; i < sheet->alignment->count; i++) {
        const struct alignment_item *item = &sheet->alignment->items[i];
        char score[SCORE_SIZE];
        buffer_add_text(&line, "[");
        add_numbers(&line, item->a, item->a_count, ", ");
        buffer_add_text(&line, "]:[");
        add_numbers(&line, item->b, item->b_count, ", ");
        buffer_add_format(&line, "]:%s\n", score_of(item, score));
        flush(out, &line);
    }
    buffer_free(&line);
}

/* ---- TMX ---- */

static void add_variant(struct buffer *out, const char *language, const struct side *side,
                        struct span span)
{
    tmx_variant(out, language, side->text + span.start, span.end - span.start);
}

static void print_unit(struct output *out, const struct align_sheet *sheet,
                       const struct alignment_item *item, struct buffer *line)
{
    char score[SCORE_SIZE], name[ALIGNED_NAME];
    if (item->a_count == 0 || item->b_count == 0)
        return;
    tmx_unit_begin(line, NULL, NULL, NULL);
    tmx_property(line, 6, "x-kind", alignment_item_name(item, name));
    tmx_property(line, 6, "x-score", score_of(item, score));
    add_variant(line, sheet->languages[0], sheet->sides[0], item->a_span);
    add_variant(line, sheet->languages[1], sheet->sides[1], item->b_span);
    tmx_unit_end(line);
    flush(out, line);
}

static void print_tmx(struct output *out, const struct align_sheet *sheet)
{
    struct buffer line = { 0 };
    tmx_begin(&line, sheet->languages[0], VERSION);
    tmx_property(&line, 4, "x-a", sheet->names[0]);
    tmx_property(&line, 4, "x-b", sheet->names[1]);
    tmx_body(&line);
    flush(out, &line);
    for (size_t i = 0; i < sheet->alignment->count; i++)
        print_unit(out, sheet, &sheet->alignment->items[i], &line);
    tmx_end(&line);
    flush(out, &line);
    buffer_free(&line);
}

void align_print(struct output *out, enum output_format format, const struct align_sheet *sheet)
{
    switch (format) {
    case OUTPUT_TEXT: print_text(out, sheet); break;
    case OUTPUT_LADDER: print_ladder(out, sheet); break;
    case OUTPUT_TMX: print_tmx(out, sheet); break;
    case OUTPUT_TSV:
    case OUTPUT_JSON: print_table(out, format, sheet); break;
    default: break; /* refused before */
    }
}
