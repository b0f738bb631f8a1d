#include "tui/pen.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define STYLE_BITS 14 /* role and attributes of layout/style.h */
#define STYLE_MASK ((1u << STYLE_BITS) - 1)

struct pens {
    const struct capabilities *capabilities;
    enum theme_name theme;
    int colors;
    uint16_t *numbers; /* style -> index in items + 1, 0 not made yet */
    struct pen *items;
    size_t count, capacity;
    struct buffer bytes; /* the sequences, one after the other */
    struct buffer plain; /* back to the default look */
};

/* The parameters of a sequence that is nothing but "ESC [ parameters m"; NULL otherwise. */
static const char *sgr_parameters(const char *text, size_t length, size_t *parameter_length)
{
    if (length < 3 || text[0] != '\033' || text[1] != '[' || text[length - 1] != 'm')
        return NULL;
    *parameter_length = length - 3;
    if (strspn(text + 2, "0123456789;:") != length - 3)
        return NULL;
    return text + 2;
}

/* Sequences that select one look, joined into one where the terminal speaks ECMA-48. */
struct joiner {
    struct buffer parameters;
    struct buffer others;
    bool any;
};

static void join(struct joiner *joiner, const char *text, size_t length)
{
    size_t parameter_length;
    const char *parameters = sgr_parameters(text, length, &parameter_length);
    if (parameters == NULL) {
        buffer_add(&joiner->others, text, length);
        return;
    }
    if (joiner->any)
        buffer_add_byte(&joiner->parameters, ';');
    if (parameter_length == 0)
        buffer_add_byte(&joiner->parameters, '0');
    buffer_add(&joiner->parameters, parameters, parameter_length);
    joiner->any = true;
}

static void join_capability(struct joiner *joiner, const struct capabilities *capabilities,
                            enum capability which, int number)
{
    struct buffer text = { 0 };
    capability_put(capabilities, &text, which, number, 0);
    if (text.length > 0)
        join(joiner, text.data, text.length);
    buffer_free(&text);
}

static void join_paint(struct joiner *joiner, const struct capabilities *capabilities,
                       struct paint paint)
{
    static const struct {
        unsigned attribute;
        enum capability capability;
    } attributes[] = {
        { ATTRIBUTE_BOLD, CAPABILITY_BOLD },
        { ATTRIBUTE_DIM, CAPABILITY_DIM },
        { ATTRIBUTE_ITALIC, CAPABILITY_ITALIC },
        { ATTRIBUTE_UNDERLINE, CAPABILITY_UNDERLINE },
        { ATTRIBUTE_REVERSE, CAPABILITY_REVERSE },
        { ATTRIBUTE_STRIKE, CAPABILITY_STRIKE },
    };
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if ((paint.attributes & attributes[i].attribute) != 0)
            join_capability(joiner, capabilities, attributes[i].capability, 0);
    if (paint.foreground >= 0)
        join_capability(joiner, capabilities, CAPABILITY_FOREGROUND, paint.foreground);
    if (paint.background >= 0)
        join_capability(joiner, capabilities, CAPABILITY_BACKGROUND, paint.background);
}

/* Appends the joined bytes to `out`; returns how many. */
static uint32_t finish(struct joiner *joiner, struct buffer *out)
{
    size_t start = out->length;
    buffer_add(out, buffer_text(&joiner->others), joiner->others.length);
    if (joiner->any) {
        buffer_add_text(out, "\033[");
        buffer_add(out, buffer_text(&joiner->parameters), joiner->parameters.length);
        buffer_add_byte(out, 'm');
    }
    buffer_free(&joiner->parameters);
    buffer_free(&joiner->others);
    return (uint32_t)(out->length - start);
}

/* Many a sgr0 also resets the character set, which is never changed here. */
static void find_plain(struct pens *pens)
{
    const char *reset = pens->capabilities->text[CAPABILITY_RESET];
    if (reset == NULL)
        return;
    bool ecma = strstr(reset, "\033[m") != NULL || strstr(reset, "\033[0m") != NULL;
    buffer_add_text(&pens->plain, ecma ? "\033[m" : reset);
}

struct pens *pens_new(const struct capabilities *capabilities)
{
    struct pens *pens = xcalloc(1, sizeof *pens);
    pens->capabilities = capabilities;
    pens->colors = -1;
    pens->numbers = xcalloc(STYLE_MASK + 1, sizeof *pens->numbers);
    find_plain(pens);
    return pens;
}

void pens_free(struct pens *pens)
{
    if (pens == NULL)
        return;
    free(pens->numbers);
    free(pens->items);
    buffer_free(&pens->bytes);
    buffer_free(&pens->plain);
    free(pens);
}

bool pens_choose(struct pens *pens, enum theme_name theme, int colors)
{
    if (pens->theme == theme && pens->colors == colors)
        return false;
    pens->theme = theme;
    pens->colors = colors;
    memset(pens->numbers, 0, (STYLE_MASK + 1) * sizeof *pens->numbers);
    pens->count = 0;
    buffer_truncate(&pens->bytes, 0);
    return true;
}

static struct pen make_pen(struct pens *pens, unsigned style)
{
    struct pen pen = { .paint = style_resolve(style, pens->theme, pens->colors) };
    unsigned visible = ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE | ATTRIBUTE_STRIKE;
    pen.plain = pen.paint.foreground < 0 && pen.paint.background < 0 && pen.paint.attributes == 0;
    pen.blank = pen.paint.background < 0 && (pen.paint.attributes & visible) == 0;
    struct joiner joiner = { 0 };
    join_paint(&joiner, pens->capabilities, pen.paint);
    pen.set = (uint32_t)pens->bytes.length;
    pen.set_length = finish(&joiner, &pens->bytes);
    joiner = (struct joiner){ 0 };
    if (pens->plain.length > 0)
        join(&joiner, pens->plain.data, pens->plain.length);
    join_paint(&joiner, pens->capabilities, pen.paint);
    pen.reset = (uint32_t)pens->bytes.length;
    pen.reset_length = finish(&joiner, &pens->bytes);
    return pen;
}

const struct pen *pens_get(struct pens *pens, unsigned style)
{
    uint16_t *number = &pens->numbers[style & STYLE_MASK];
    if (*number == 0) {
        VECTOR_PUSH(pens, make_pen(pens, style & STYLE_MASK));
        *number = (uint16_t)pens->count;
    }
    return &pens->items[*number - 1];
}

static bool same_look(const struct paint *a, const struct paint *b)
{
    return a->foreground == b->foreground && a->background == b->background &&
           a->attributes == b->attributes;
}

void pens_switch(struct pens *pens, unsigned from, unsigned to, struct buffer *out)
{
    if (from == to)
        return;
    bool from_plain = from == PEN_NONE || (from != PEN_UNKNOWN && pens_get(pens, from)->plain);
    if (to == PEN_NONE || pens_get(pens, to)->plain) {
        if (!from_plain)
            buffer_add(out, buffer_text(&pens->plain), pens->plain.length);
        return;
    }
    struct pen pen = *pens_get(pens, to);
    if (from_plain)
        buffer_add(out, pens->bytes.data + pen.set, pen.set_length);
    else if (from == PEN_UNKNOWN || !same_look(&pens_get(pens, from)->paint, &pen.paint))
        buffer_add(out, pens->bytes.data + pen.reset, pen.reset_length);
}
