#include "postgres/tokens.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "notes/sql.h"
#include "query/search_stem.h"
#include "query/search_term.h"

#define EVERY_QUERY "'" SEARCH_BREAK "'" /* is looked for by all */
#define BYTES_MOST ((size_t)1000000)     /* PostgreSQL: 1,048,575 */
#define PLACE_MOST 16383                 /* PostgreSQL's; what stands behind has that one */
#define PLACES_MOST 255                  /* of one token */

struct token {
    const char *text;
    size_t length;
    uint32_t place;
};

struct token_list {
    struct token *items;
    size_t count;
    size_t capacity;
};

static void add_quoted(struct buffer *out, const char *text, size_t length)
{
    buffer_add_byte(out, '\'');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\'' || text[i] == '\\')
            buffer_add_byte(out, text[i]);
        buffer_add_byte(out, text[i]);
    }
    buffer_add_byte(out, '\'');
}

/* ---- documents ---- */

static int compare_tokens(const void *a, const void *b)
{
    const struct token *left = a, *right = b;
    size_t length = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->text, right->text, length);
    if (order == 0 && left->length != right->length)
        return left->length < right->length ? -1 : 1;
    return order != 0 ? order : (left->place > right->place) - (left->place < right->place);
}

/* The row's words with their places; a stem, marked by SQL_BESIDE, has that of its word. */
static void split_row(const char *words, struct token_list *tokens)
{
    uint32_t place = 0;
    for (const char *at = words; *at != '\0';) {
        size_t length = strcspn(at, " ");
        bool beside = *at == SQL_BESIDE, broken = strncmp(at, SEARCH_BREAK, 1) == 0;
        place += !beside;
        if (length > beside && !broken)
            VECTOR_PUSH(tokens, (struct token){ at + beside, length - beside,
                                                place < PLACE_MOST ? place : PLACE_MOST });
        at += length + (at[length] == ' ');
    }
}

static bool is_same(const struct token *a, const struct token *b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static void add_tokens(const struct token_list *tokens, struct buffer *out)
{
    size_t start = out->length, bytes = 0;
    for (size_t i = 0, end; i < tokens->count; i = end) {
        uint32_t last = 0;
        size_t places = 0;
        add_quoted(out, tokens->items[i].text, tokens->items[i].length);
        for (end = i; end < tokens->count && is_same(&tokens->items[i], &tokens->items[end]); end++) {
            if (tokens->items[end].place == last || places == PLACES_MOST)
                continue;
            last = tokens->items[end].place;
            buffer_add_format(out, "%c%u", places++ == 0 ? ':' : ',', last);
        }
        bytes += tokens->items[i].length + 2 * places + 4;
        buffer_add_byte(out, ' ');
    }
    if (bytes <= BYTES_MOST)
        return;
    buffer_truncate(out, start);
    buffer_add_text(out, EVERY_QUERY);
}

void tokens_of_document(struct search_row *row, const struct document *document, struct buffer *out)
{
    struct token_list tokens = { NULL, 0, 0 };
    search_row_read(row, document);
    split_row(buffer_text(&row->words), &tokens);
    if (tokens.count > 1)
        qsort(tokens.items, tokens.count, sizeof *tokens.items, compare_tokens);
    add_tokens(&tokens, out);
    free(tokens.items);
}

/* ---- queries ---- */

static void add_piece(const struct search_piece *piece, struct buffer *out)
{
    char stem[SEARCH_STEM_SIZE + 1];
    if (piece->match == SEARCH_STEM) {
        size_t length = piece->length < SEARCH_STEM_SIZE ? piece->length : SEARCH_STEM_SIZE;
        stem[0] = SEARCH_STEM_MARK;
        memcpy(stem + 1, piece->text, length);
        buffer_add_byte(out, '(');
        add_quoted(out, piece->text, piece->length);
        buffer_add_text(out, " | ");
        add_quoted(out, stem, length + 1);
        buffer_add_byte(out, ')');
        return;
    }
    add_quoted(out, piece->text, piece->length);
    if (piece->match == SEARCH_BEGINS)
        buffer_add_text(out, ":*");
}

static void add_phrase(const struct search_phrase *phrase, struct buffer *out)
{
    for (size_t i = 0; i < phrase->count; i++) {
        buffer_add_text(out, i > 0 ? " & " : "");
        add_piece(&phrase->items[i], out);
    }
}

/* An entity is where one of its names may begin. */
static void add_term(const struct search_term *term, struct buffer *out)
{
    if (term->field == SEARCH_ENTITY) {
        for (size_t i = 0; i < term->names.count; i++) {
            buffer_add_text(out, " | (");
            add_phrase(&term->names.items[i], out);
            buffer_add_byte(out, ')');
        }
        return;
    }
    buffer_add_text(out, " | (");
    add_phrase(&term->phrase, out);
    buffer_add_text(out, term->second.count > 0 ? " & " : "");
    add_phrase(&term->second, out);
    buffer_add_byte(out, ')');
}

void tokens_of_part(const struct search_query *query, size_t part, struct buffer *out)
{
    buffer_add_text(out, "(" EVERY_QUERY);
    for (size_t i = 0; i < query->count; i++) {
        const struct search_term *term = &query->items[i];
        if (search_term_is_text(term) && !term->negative && term->part == part)
            add_term(term, out);
    }
    buffer_add_byte(out, ')');
}

void tokens_of_query(const struct search_query *query, struct buffer *out)
{
    for (size_t part = 0; part < query->parts; part++) {
        buffer_add_text(out, part > 0 ? " & " : "");
        tokens_of_part(query, part, out);
    }
}
