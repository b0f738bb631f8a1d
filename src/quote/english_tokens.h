/* english_tokens: a unit as words, marks and quotations, with what is known of each word.
 *
 * A quotation is one token, marks included. Ownership: english_tokens_free. */
#ifndef DIPTYCH_QUOTE_ENGLISH_TOKENS_H
#define DIPTYCH_QUOTE_ENGLISH_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/quote_unit.h"
#include "quote/word_class.h"
#include "text/cue.h"

#define ENGLISH_WORD 23

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_QUOTE, /* words that somebody says */
    TOKEN_TERM,  /* a quoted word or two within a clause */
    TOKEN_COMMA,
    TOKEN_STOP,
    TOKEN_COLON,
    TOKEN_SEMICOLON,
    TOKEN_DASH,
    TOKEN_OPEN, /* a bracket */
    TOKEN_CLOSE,
    TOKEN_OTHER
};

struct token {
    size_t start;
    size_t end;
    enum token_kind kind;
    bool capital;
    bool possessive;
    bool named;  /* within a name that is known */
    bool titled; /* TOKEN_TERM: in capitals, as a work's name */
    unsigned class;
    const struct cue *cue;
    enum cue_form form;
    char text[ENGLISH_WORD + 1]; /* small letters, without 's */
};

struct known_word;

/* Start with { 0 }. */
struct english_tokens {
    struct token *items;
    size_t count;
    size_t capacity;
    bool cues; /* some token is one, or there is a quotation */
    struct known_word *known; /* what was looked up before; NULL: nothing is kept */
};

/* Keeps from here on what is looked up of words: for who reads many units. */
void english_tokens_remember(struct english_tokens *tokens);

/* The unit's tokens in the place of those that were there. */
void english_tokens_read(const struct quote_unit *unit, struct english_tokens *tokens);
void english_tokens_free(struct english_tokens *tokens);

/* Past JUBA (Reuters) - and the like at the unit's beginning. */
size_t english_tokens_dateline(const struct quote_unit *unit);

static inline bool token_has(const struct token *token, unsigned class)
{
    return (token->class & class) != 0;
}

/* Tuesday, last, June: a word for a time that is no part of a name. */
static inline bool token_is_time(const struct token *token)
{
    return token->kind == TOKEN_WORD && token_has(token, WORD_TIME) &&
           !token_has(token, WORD_MODAL) && !token->named;
}

/* Comma, stop, colon, semicolon, dash: what ends a phrase. */
bool token_is_break(const struct token *token);

/* Whether the token is the word; NULL, behind the last one, is none. */
bool token_is(const struct token *token, const char *word);

/* Whether it is one of a list of text/wordlist.h. */
bool token_is_among(const struct token *token, const char *words);

#endif
