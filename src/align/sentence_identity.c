#include "align/sentence_identity.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/string_ids.h"
#include "base/xalloc.h"
#include "text/punctuation.h"

#define LETTERS_LEAST 3 /* bytes that are no digits, stops and blanks */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether the rest of a line of code is a comment. */
static bool is_comment(const char *text, size_t start, size_t at, size_t end)
{
    bool apart = at == start || is_blank(text[at - 1]);
    if (!apart || at + 2 > end)
        return false;
    return (text[at] == '#' && is_blank(text[at + 1])) ||
           (text[at] == '/' && text[at + 1] == '/');
}

/* "$ ", "# " and "> " before a command. */
static bool is_prompt(const char *text, size_t at, size_t end)
{
    return at + 2 < end && strchr("$#>", text[at]) != NULL && text[at + 1] == ' ' &&
           !is_blank(text[at + 2]);
}

static void add_line_of_code(struct buffer *out, const char *text, size_t start, size_t end)
{
    while (start < end && is_blank(text[start]))
        start++;
    if (is_prompt(text, start, end) && text[start] != '#')
        start += 2;
    for (size_t at = start; at < end && !is_comment(text, start, at, end); at++) {
        if ((unsigned char)text[at] < 0x80 && !is_blank(text[at]))
            buffer_add_byte(out, text[at]);
    }
}

static void add_code(struct buffer *out, const char *text, struct span span)
{
    for (size_t at = span.start; at < span.end;) {
        const char *newline = memchr(text + at, '\n', span.end - at);
        size_t end = newline != NULL ? (size_t)(newline - text) : span.end;
        add_line_of_code(out, text, at, end);
        at = end + 1;
    }
}

static void add_words(struct buffer *out, const char *text, struct span span)
{
    for (size_t at = span.start; at < span.end; at++) {
        if (!is_blank(text[at]))
            buffer_add_byte(out, text[at]);
        else if (out->length > 0 && out->data[out->length - 1] != ' ')
            buffer_add_byte(out, ' ');
    }
}

static bool has_letters(const struct buffer *words)
{
    size_t letters = 0;
    for (size_t i = 0; i < words->length; i++) {
        unsigned char c = (unsigned char)words->data[i];
        letters += c >= 0x80 || punctuation_is_latin_letter(c);
    }
    return letters >= LETTERS_LEAST;
}

/* What a sentence is compared by; false when it is too little. */
static bool read_sentence(const struct side *side, size_t sentence, struct buffer *out)
{
    struct span span = side->sentences[sentence].span;
    buffer_truncate(out, 0);
    if (side->sentences[sentence].code)
        add_code(out, side->text, span);
    else
        add_words(out, side->text, span);
    return has_letters(out);
}

/* Whether a side has code, or at least headings, so that it would have told if it had. */
static bool tells_code(const struct side *side)
{
    for (size_t i = 0; i < side->count; i++) {
        if (side->sentences[i].code || side->sentences[i].heading)
            return true;
    }
    return false;
}

/* Whether a side has lists or tables. */
static bool tells_forms(const struct side *side)
{
    for (size_t i = 0; i < side->count; i++) {
        if (side->sentences[i].item || side->sentences[i].row)
            return true;
    }
    return false;
}

void identities_find(struct identities *identities, const struct side *source,
                     const struct side *target)
{
    struct string_ids known = { 0 };
    struct buffer words = { 0 };
    identities->code = tells_code(source) && tells_code(target);
    identities->forms = tells_forms(source) && tells_forms(target);
    identities->source = xcalloc(source->count + 1, sizeof *identities->source);
    identities->target = xcalloc(target->count + 1, sizeof *identities->target);
    for (size_t i = 0; i < source->count; i++)
        identities->source[i] = read_sentence(source, i, &words)
                                    ? string_ids_add(&known, words.data, words.length)
                                    : IDENTITY_NONE;
    size_t *counts = xcalloc(known.count + 1, sizeof *counts);
    for (size_t j = 0; j < target->count; j++) {
        uint32_t id = read_sentence(target, j, &words)
                          ? string_ids_find(&known, words.data, words.length)
                          : IDENTITY_NONE;
        identities->target[j] = id;
        if (id != IDENTITY_NONE)
            counts[id]++;
    }
    /* Rows in the order of their numbers, filled from the front. */
    for (size_t id = 0; id < known.count; id++) {
        for (size_t k = 0; k < counts[id]; k++)
            sparse_rows_push(&identities->places, 0, 1);
        sparse_rows_end(&identities->places);
        counts[id] = 0;
    }
    for (uint32_t j = 0; j < target->count; j++) {
        uint32_t id = identities->target[j];
        if (id != IDENTITY_NONE)
            identities->places.items[identities->places.starts[id] + counts[id]++].id = j;
    }
    for (size_t i = 0; i < source->count; i++) {
        if (identities->source[i] != IDENTITY_NONE && counts[identities->source[i]] == 0)
            identities->source[i] = IDENTITY_NONE;
    }
    free(counts);
    buffer_free(&words);
    string_ids_free(&known);
}

void identities_free(struct identities *identities)
{
    free(identities->source);
    free(identities->target);
    sparse_rows_free(&identities->places);
}
