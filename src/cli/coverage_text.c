#include "cli/coverage_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "entity/dispersion.h"
#include "text/sanitize.h"
#include "text/width.h"

#define NAME_MOST ((size_t)28)  /* cells of the longest name that is not cut */
#define COUNT_CELLS ((size_t)5) /* right-aligned, blanks before it included */
#define STRIP_LEAST ((size_t)8)
#define STRIP_MOST ((size_t)24)

struct coverage_sheet {
    struct context *context;
    const struct places *places;
    size_t name; /* cells of the first column */
    size_t strip;
    size_t columns; /* texts beside each other */
    struct buffer line;
};

static void clean_name(const struct coverage_sheet *sheet, size_t row, struct buffer *out)
{
    const char *name =
        entity_index_name(sheet->context->entity_index, sheet->places->rows[row].entity);
    sanitize_line(out, name, strlen(name));
}

static size_t widest_name(const struct coverage_sheet *sheet)
{
    size_t widest = 0;
    struct buffer name = { 0 };
    for (size_t i = 0; i < sheet->places->row_count; i++) {
        buffer_truncate(&name, 0);
        clean_name(sheet, i, &name);
        size_t width = width_text(buffer_text(&name), name.length);
        widest = width > widest ? width : widest;
    }
    buffer_free(&name);
    return widest < NAME_MOST ? widest : NAME_MOST;
}

/* As many texts beside each other as there are, or as fit with the shortest strips. */
static void measure(struct coverage_sheet *sheet)
{
    size_t width = (size_t)context_line_width(sheet->context);
    size_t texts = sheet->places->text_count;
    sheet->name = widest_name(sheet);
    size_t room = width > sheet->name ? width - sheet->name : 0;
    size_t fit = room / (COUNT_CELLS + 1 + STRIP_LEAST);
    sheet->columns = fit < 1 ? 1 : fit < texts ? fit : texts;
    size_t each = room / (sheet->columns > 0 ? sheet->columns : 1);
    size_t strip = each > COUNT_CELLS + 1 ? each - COUNT_CELLS - 1 : 0;
    sheet->strip = strip < STRIP_LEAST ? STRIP_LEAST : strip < STRIP_MOST ? strip : STRIP_MOST;
}

static void end_line(struct coverage_sheet *sheet)
{
    struct buffer *line = &sheet->line;
    while (line->length > 0 && line->data[line->length - 1] == ' ')
        buffer_truncate(line, line->length - 1);
    buffer_add_byte(line, '\n');
    output_text(sheet->context->out, line->data, line->length);
    buffer_truncate(line, 0);
}

static void print_legend(struct coverage_sheet *sheet)
{
    for (size_t i = 0; i < sheet->places->text_count; i++) {
        const char *id = sheet->places->texts[i].id;
        buffer_add_format(&sheet->line, "%4zu  ", i + 1);
        sanitize_line(&sheet->line, id, strlen(id));
        end_line(sheet);
    }
}

static void print_numbers(struct coverage_sheet *sheet, size_t first, size_t last)
{
    buffer_add_blanks(&sheet->line, sheet->name);
    for (size_t text = first; text < last; text++) {
        buffer_add_format(&sheet->line, "%*zu ", (int)COUNT_CELLS, text + 1);
        buffer_add_blanks(&sheet->line, sheet->strip);
    }
    end_line(sheet);
}

static void add_strip(struct coverage_sheet *sheet, size_t from, size_t count, size_t length)
{
    size_t *offsets = xcalloc(count + 1, sizeof *offsets);
    for (size_t i = 0; i < count; i++)
        offsets[i] = sheet->places->items[from + i].byte;
    dispersion_strip(offsets, count, length, sheet->strip, sheet->context->out->ascii,
                     &sheet->line);
    free(offsets);
}

static void add_name(struct coverage_sheet *sheet, size_t row)
{
    struct buffer name = { 0 };
    size_t used;
    clean_name(sheet, row, &name);
    size_t fit = width_fit(buffer_text(&name), name.length, sheet->name, &used);
    buffer_add(&sheet->line, buffer_text(&name), fit);
    buffer_add_blanks(&sheet->line, sheet->name - used);
    buffer_free(&name);
}

/* An entity that none of these texts mentions has no row among them. */
static void print_row(struct coverage_sheet *sheet, size_t row, size_t first, size_t last)
{
    const struct places *places = sheet->places;
    bool any = false;
    add_name(sheet, row);
    for (size_t text = first; text < last; text++) {
        size_t from;
        size_t count = places_in(places, &places->rows[row], text, &from);
        any |= count > 0;
        if (count > 0)
            buffer_add_format(&sheet->line, "%*zu ", (int)COUNT_CELLS, count);
        else
            buffer_add_blanks(&sheet->line, COUNT_CELLS + 1);
        add_strip(sheet, from, count, places->texts[text].length);
    }
    if (any)
        end_line(sheet);
    else
        buffer_truncate(&sheet->line, 0);
}

void coverage_print_text(struct context *context, const struct places *places)
{
    struct coverage_sheet sheet = { .context = context, .places = places };
    if (places->row_count == 0)
        return;
    measure(&sheet);
    print_legend(&sheet);
    for (size_t first = 0; first < places->text_count; first += sheet.columns) {
        size_t last = first + sheet.columns;
        last = last < places->text_count ? last : places->text_count;
        end_line(&sheet);
        print_numbers(&sheet, first, last);
        for (size_t row = 0; row < places->row_count && !context->out->failed; row++)
            print_row(&sheet, row, first, last);
    }
    buffer_free(&sheet.line);
}
