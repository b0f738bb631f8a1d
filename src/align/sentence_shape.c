#include "align/sentence_shape.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/utf8.h"

#define SENTENCES_BETWEEN_CALLS 1024

/* The code points of one sentence. */
struct line {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

static void read_line(struct line *line, const char *text, struct span span)
{
    size_t size = span.end - span.start;
    if (size > line->capacity) {
        free(line->items);
        line->items = xreallocarray(NULL, size, sizeof *line->items);
        line->capacity = size;
    }
    line->count = 0;
    for (size_t at = span.start; at < span.end;)
        at += utf8_decode(text + at, span.end - at, &line->items[line->count++]);
}

/* 0 beyond the ends. */
static uint32_t code_at(const struct line *line, size_t at)
{
    return at < line->count ? line->items[at] : 0;
}

static bool is_latin(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_ascii_punctuation(uint32_t c)
{
    return c > ' ' && c < 0x7F && !is_latin(c) && !(c >= '0' && c <= '9');
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019;
}

/* ---- quotation marks ---- */

static bool opens_straight(const struct line *line, size_t at)
{
    uint32_t before = at > 0 ? line->items[at - 1] : ' ';
    uint32_t after = code_at(line, at + 1);
    bool apart = before == ' ' || before == 0x2014 || before == '-' || before == '(' ||
                 before == '"' || before == 0x201C;
    return apart && after != 0 && after != ' ';
}

static bool opens_at(const struct line *line, size_t at)
{
    uint32_t c = line->items[at];
    if (c == 0x201C || c == 0x300C || c == 0x300E)
        return true;
    if (c == 0x2018)
        return true;
    return (c == '"' || c == '\'') && opens_straight(line, at);
}

static bool closes_straight(const struct line *line, size_t at)
{
    uint32_t after = code_at(line, at + 1);
    return after == 0 || after == ' ' || after == '"' || after == '\'' || after == 0x2014 ||
           after == 0x201D || after == ')';
}

static bool closes_at(const struct line *line, size_t at)
{
    uint32_t c = line->items[at];
    if (c == 0x201D || c == 0x300D || c == 0x300F)
        return true;
    if (c == '"')
        return closes_straight(line, at);
    if (!is_apostrophe(c) || at == 0)
        return false;
    uint32_t before = line->items[at - 1];
    bool stopped =
        is_ascii_punctuation(before) || before == 0x2026 || before == 0x2014 || before == 0x201D;
    return stopped && closes_straight(line, at);
}

static void read_quotes(const struct line *line, struct passage *passage, bool *inside)
{
    passage->in_before = *inside;
    for (size_t i = 0; i < line->count; i++) {
        if (opens_at(line, i))
            *inside = true;
        else if (closes_at(line, i))
            *inside = false;
        else if (*inside)
            passage->quoted++;
        else
            passage->unquoted++;
    }
    passage->in_after = *inside;
    passage->opens = line->count > 0 && opens_at(line, 0);
    passage->closes = line->count > 0 && closes_at(line, line->count - 1);
}

/* ---- the rest ---- */

static bool is_question(uint32_t c)
{
    return c == '?' || c == 0xFF1F;
}

static bool is_exclamation(uint32_t c)
{
    return c == '!' || c == 0xFF01;
}

static bool is_closer(uint32_t c)
{
    return c == '"' || is_apostrophe(c) || c == 0x201D || c == 0x300D || c == 0x300F || c == ')' ||
           c == 0xFF09 || c == ' ';
}

static enum passage_end end_of(const struct line *line)
{
    size_t at = line->count;
    while (at > 0 && is_closer(line->items[at - 1]))
        at--;
    uint32_t last = at > 0 ? line->items[at - 1] : 0;
    if (is_question(last))
        return END_QUESTION;
    return is_exclamation(last) ? END_EXCLAMATION : END_OTHER;
}

static bool has_ellipsis(const struct line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        uint32_t c = line->items[i];
        size_t step = code_at(line, i + 1) == ' ' ? 2 : 1;
        if (c == 0x2026 ||
            (c == '.' && code_at(line, i + step) == '.' && code_at(line, i + 2 * step) == '.'))
            return true;
    }
    return false;
}

static void read_marks(const struct line *line, struct passage *passage)
{
    bool lettered = false;
    for (size_t i = 0; i < line->count; i++) {
        uint32_t c = line->items[i];
        passage->han += utf8_is_han(c);
        passage->questions += is_question(c);
        passage->exclamations += is_exclamation(c);
        if (!lettered && is_latin(c)) {
            lettered = true;
            passage->lower_case = c >= 'a';
        }
    }
    passage->length = (uint32_t)line->count;
    passage->end = (uint8_t)end_of(line);
    passage->ellipsis = has_ellipsis(line);
}

static void read_numbers(const struct side *side, struct span span, struct passages *passages,
                         struct passage *passage)
{
    passage->first_number = passages->numbers.count;
    sentence_numbers_find(side->text, span.start, span.end, &passages->numbers);
    passage->number_count = passages->numbers.count - passage->first_number;
}

bool sentence_shape_read(struct passages *passages, const struct side *side,
                         bool (*go_on)(void *data, double done), void *data)
{
    bool ok = true;
    struct line line = { 0 };
    bool inside = false;
    passages->items = xcalloc(side->count + 1, sizeof *passages->items);
    passages->count = side->count;
    for (size_t i = 0; i < side->count && ok; i++) {
        struct passage *passage = &passages->items[i];
        ok = i % SENTENCES_BETWEEN_CALLS != 0 || go_on == NULL || go_on(data, 0);
        read_line(&line, side->text, side->sentences[i].span);
        read_quotes(&line, passage, &inside);
        read_marks(&line, passage);
        read_numbers(side, side->sentences[i].span, passages, passage);
    }
    free(line.items);
    return ok;
}

void sentence_shape_free(struct passages *passages)
{
    free(passages->items);
    free(passages->numbers.items);
    *passages = (struct passages){ 0 };
}
