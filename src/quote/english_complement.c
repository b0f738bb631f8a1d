#include "quote/english_complement.h"

#include <string.h>

#include "text/wordlist.h"

#define PLACE_MOST 7  /* tokens of a phrase with a preposition */
#define THING_MOST 3  /* tokens of a noun and a time */
#define CLAUSE_NEAR 9 /* tokens within which a clause has its verb */
#define ADDRESSEE_MOST 8
#define SKIP_MOST 30
#define OBJECT_MOST 14

static const struct token *token_at(const struct english_tokens *tokens, size_t at)
{
    return at < tokens->count ? &tokens->items[at] : NULL;
}

static bool is_at(const struct english_tokens *tokens, size_t at, const char *word)
{
    return at < tokens->count && token_is(&tokens->items[at], word);
}

static bool is_verb_like(const struct token *token)
{
    size_t length = strlen(token->text);
    return token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL | WORD_NOT | WORD_ADVERB) ||
           (length > 3 &&
            (token->text[length - 1] == 's' || strcmp(token->text + length - 2, "ed") == 0)) ||
           token->cue != NULL;
}

bool english_complement_is_clause(const struct english_tokens *tokens, size_t at)
{
    for (size_t i = at; i < tokens->count && i < at + CLAUSE_NEAR; i++) {
        const struct token *token = &tokens->items[i];
        if (token_is_break(token))
            return false;
        /* "underlined it twice": an object */
        if (i == at && token_is(token, "it") && i + 1 < tokens->count && !is_verb_like(token + 1) &&
            (i + 2 >= tokens->count || token_is_break(token + 2) ||
             token_has(token + 2, WORD_PREPOSITION | WORD_TIME | WORD_JOIN)))
            return false;
        if (i == at && (token_has(token, WORD_PRONOUN) || token_is_among(token, "there i we")))
            return true;
        /* but for the month of May */
        if (i > at && token->kind == TOKEN_WORD && !token->capital &&
            token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL))
            return true;
    }
    return false;
}

/* Where the phrase behind the preposition before `at` ends. */
static size_t phrase_end(const struct english_tokens *tokens, size_t at)
{
    size_t end = at;
    bool venue = false;
    for (; end < tokens->count && end - at < PLACE_MOST; end++) {
        const struct token *token = &tokens->items[end];
        if (token->kind != TOKEN_WORD && token->kind != TOKEN_NUMBER && token->kind != TOKEN_TERM)
            return end;
        bool more = end == at || token->capital || token->kind == TOKEN_NUMBER;
        if (token_is(token, "that") ||
            (end > at &&
             token_has(token, WORD_PRONOUN | WORD_NARRATOR | WORD_PREPOSITION | WORD_JOIN |
                                  WORD_SUBORDINATOR | WORD_BE | WORD_AUXILIARY | WORD_MODAL)))
            return end;
        /* a new phrase begins */
        if (end > at &&
            (venue || tokens->items[end - 1].kind == TOKEN_NUMBER ||
             (tokens->items[end - 1].capital && !more && !token->possessive)) &&
            !token_has(token, WORD_VENUE | WORD_TIME))
            return end;
        if (end > at && token_has(token, WORD_DETERMINER))
            return end;
        venue = token_has(token, WORD_VENUE | WORD_TIME) && !token_is(token, "news") &&
                !token_is(token, "press") && !token_is(token, "phone") &&
                !token_is(token, "video") && !token_is(token, "late") &&
                !token_is(token, "early") && !token_is(token, "last");
    }
    return end;
}

static bool is_adverbial(const struct token *token)
{
    size_t length = strlen(token->text);
    return token->kind == TOKEN_WORD && !token->named &&
           (token_has(token, WORD_ADVERB | WORD_TIME) ||
            (token->class == 0 && length > 4 && !token->capital &&
             strcmp(token->text + length - 2, "ly") == 0));
}

/* "in a statement read by the prosecutor": of the paper. */
static bool is_issued(const struct english_tokens *tokens, size_t at)
{
    static const char verbs[] = "read released issued posted published made given provided seen "
                                "obtained broadcast shared sent carried";
    const struct token *next = token_at(tokens, at + 1);
    if (next == NULL || !token_has(next, WORD_PREPOSITION))
        return false;
    return token_is_among(token_at(tokens, at), verbs);
}

/* "after meeting officials": behind all that may belong to the act, for only "that" tells where
 * words begin; `at` where no act stands. */
static size_t act_end(const struct english_tokens *tokens, size_t at)
{
    const struct token *verb = token_at(tokens, at);
    size_t length = verb != NULL ? strlen(verb->text) : 0;
    if (length < 5 || verb->kind != TOKEN_WORD || verb->capital || token_has(verb, WORD_TIME) ||
        strcmp(verb->text + length - 3, "ing") != 0)
        return at;
    while (at < tokens->count && tokens->items[at].kind != TOKEN_QUOTE &&
           !token_is(&tokens->items[at], "that") && !token_is_break(&tokens->items[at]))
        at++;
    return at;
}

size_t english_complement_skip(const struct english_tokens *tokens, size_t at)
{
    size_t least = at;
    while (at < tokens->count && at - least < SKIP_MOST) {
        const struct token *token = &tokens->items[at];
        if (token->kind != TOKEN_WORD)
            break;
        if (is_adverbial(token) && !token_is(token, "then") && !token_is(token, "there")) {
            at++;
        } else if (token_has(token, WORD_DETERMINER) && at + 1 < tokens->count &&
                   token_has(token + 1, WORD_TIME) && !token_is(token, "the")) {
            at += 2;
        } else if (at > least && is_issued(tokens, at)) {
            at++;
        } else if (token_has(token, WORD_PREPOSITION) && is_at(tokens, at + 1, "that") &&
                   is_at(tokens, at + 3, "that")) {
            /* wrote of that evening that */
            at += 3;
        } else if (token_has(token, WORD_PREPOSITION) && !token_is(token, "that") &&
                   !token_is(token, "as") && !token_is(token, "than")) {
            size_t act = act_end(tokens, at + 1);
            size_t end = act > at + 1 ? act : phrase_end(tokens, at + 1);
            if (end == at + 1)
                break;
            at = end;
        } else {
            break;
        }
    }
    return at;
}

/* Past the one who is told: reporters, the paper, Reuters, a court in Leeds. */
static size_t skip_addressee(const struct english_tokens *tokens, size_t at)
{
    const struct token *token = token_at(tokens, at);
    if (token == NULL || (token->kind != TOKEN_WORD && token->kind != TOKEN_NUMBER) ||
        token_is_among(token, "that to") || token_has(token, WORD_ASKED | WORD_BE))
        return at;
    static const char objects[] = "him her them us me you";
    if (token_is_among(token, objects))
        return at + 1;
    size_t end = at;
    while (end < tokens->count && end - at < ADDRESSEE_MOST) {
        const struct token *next = &tokens->items[end];
        bool begins = token_has(next, WORD_DETERMINER | WORD_PRONOUN | WORD_NARRATOR) && end > at;
        if ((next->kind != TOKEN_WORD && next->kind != TOKEN_TERM && next->kind != TOKEN_NUMBER) ||
            begins || token_is_among(next, "to that") ||
            token_has(next, WORD_SUBORDINATOR | WORD_BE | WORD_AUXILIARY | WORD_MODAL) ||
            (token_has(next, WORD_PREPOSITION) && !token_is(next, "of")))
            break;
        if (end > at && tokens->items[end - 1].capital && !next->capital)
            break;
        if (end > at && token_has(&tokens->items[end - 1], WORD_MANY) && next->capital)
            break;
        end++;
    }
    return end;
}

/* called the decision reckless: an adjective that ends the clause. */
static bool is_judgement(const struct english_tokens *tokens, size_t at)
{
    static const char endings[] = "less ful ous ive able ible ical";
    static const char words[] = "unfair wrong illegal absurd unjust cruel false unlawful fake "
                                "tragic";
    const struct token *token = &tokens->items[at];
    const struct token *next = token_at(tokens, at + 1);
    size_t length = strlen(token->text);
    bool found =
        wordlist_before(token->text, 2, length, endings) > 0 || token_is_among(token, words);
    return found && token->class == 0 && !token->capital &&
           (next == NULL || token_is_break(next) || token_has(next, WORD_JOIN));
}

/* put it to the witness that */
static bool puts_to(const struct english_tokens *tokens, size_t cue, size_t *first)
{
    if (!is_at(tokens, cue + 1, "it") || !is_at(tokens, cue + 2, "to"))
        return false;
    for (size_t i = cue + 3; i < tokens->count && i < cue + OBJECT_MOST; i++) {
        *first = i + 1;
        if (token_is(&tokens->items[i], "that"))
            return true;
    }
    return false;
}

/* What a verdict says of its object: described it AS ..., called it A ... */
static enum english_complement find_verdict(const struct english_tokens *tokens, size_t cue,
                                            size_t *first)
{
    const struct cue *verb = tokens->items[cue].cue;
    if (is_at(tokens, cue + 1, "themselves") || is_at(tokens, cue + 1, "itself"))
        return COMPLEMENT_NONE;
    if (puts_to(tokens, cue, first))
        return COMPLEMENT_CLAUSE;
    if (*verb->link == '\0') {
        /* called in a loan, called off the fair */
        if (cue + 1 < tokens->count && token_has(&tokens->items[cue + 1], WORD_PREPOSITION))
            return COMPLEMENT_NONE;
        /* called the plan a mistake, called it “…”: the object, then another phrase */
        for (size_t i = cue + 2; i < tokens->count && i < cue + OBJECT_MOST; i++) {
            const struct token *token = &tokens->items[i];
            if (token_is_break(token) ||
                token_has(token, WORD_PREPOSITION | WORD_BE | WORD_AUXILIARY))
                return COMPLEMENT_NONE;
            *first = cue + 1;
            if (is_judgement(tokens, i))
                return COMPLEMENT_CLAUSE;
            if (token_is_among(token, "a an") || (token_is(token, "the") && i > cue + 1) ||
                token->kind == TOKEN_TERM || token->kind == TOKEN_QUOTE) {
                bool whole = token->kind == TOKEN_QUOTE || token->kind == TOKEN_TERM;
                *first = whole ? i : cue + 1;
                return whole ? COMPLEMENT_QUOTE : COMPLEMENT_CLAUSE;
            }
        }
        return COMPLEMENT_NONE;
    }
    for (size_t i = cue + 2; i < tokens->count && i < cue + OBJECT_MOST; i++) {
        if (tokens->items[i].kind == TOKEN_STOP || tokens->items[i].kind == TOKEN_SEMICOLON)
            return COMPLEMENT_NONE;
        bool on = strcmp(verb->base, "blame") == 0 && token_is(&tokens->items[i], "on");
        const struct token *next = token_at(tokens, i + 1);
        /* put the cost at £1.3bn, at about 3,000 */
        static const char hedges[] = "about around nearly roughly some over under almost";
        if (next != NULL && wordlist_has(next->text, strlen(next->text), hedges))
            next = token_at(tokens, i + 2);
        bool sum = strcmp(verb->base, "put") == 0 && token_is(&tokens->items[i], "at") &&
                   next != NULL && (next->kind == TOKEN_NUMBER || next->kind == TOKEN_OTHER);
        if (!on && !sum && !token_is(&tokens->items[i], verb->link))
            continue;
        /* put the lamp down; but put it down to age */
        if (token_is(&tokens->items[i], "down") && !is_at(tokens, i + 1, "to"))
            return COMPLEMENT_NONE;
        bool quoted = next != NULL && (next->kind == TOKEN_QUOTE || next->kind == TOKEN_TERM);
        *first = quoted ? i + 1 : cue + 1;
        /* “as”, “for” alone */
        if (next == NULL || token_is_break(next))
            return COMPLEMENT_NONE;
        return quoted ? COMPLEMENT_QUOTE : COMPLEMENT_CLAUSE;
    }
    return COMPLEMENT_NONE;
}

/* "told reporters she plans to go", "told Reed the port would not": words of a clause between those
 * who are told and `end`; none in "told staff who were ill to go". */
static bool tells_clause(const struct english_tokens *tokens, size_t cue, size_t behind, size_t end)
{
    if (strcmp(tokens->items[cue].cue->base, "tell") != 0)
        return false;
    /* "told them all", "told the crew of the ferry": they go on */
    static const char joints[] = "all both of";
    bool on = token_is_among(token_at(tokens, behind), joints) ||
              token_is_among(token_at(tokens, behind - 1), joints);
    if (behind > cue + 1 && !on &&
        token_has(&tokens->items[behind], WORD_DETERMINER | WORD_PRONOUN) &&
        !is_at(tokens, behind, "who") && !is_at(tokens, behind, "which"))
        return true;
    for (size_t i = behind; i < end; i++) {
        const struct token *token = &tokens->items[i];
        if (token_is_among(token, "who which"))
            return false;
        if (token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL))
            return true;
    }
    return false;
}

/* call for, on, urged ... to, advised ... against */
static enum english_complement find_request(const struct english_tokens *tokens, size_t cue,
                                            size_t behind, size_t *first)
{
    if (strcmp(tokens->items[cue].cue->base, "call") == 0) {
        if (!is_at(tokens, cue + 1, "for") && !is_at(tokens, cue + 1, "on"))
            return COMPLEMENT_NONE;
        *first = cue + (is_at(tokens, cue + 1, "on") ? 2 : 1);
        return COMPLEMENT_CLAUSE;
    }
    for (size_t i = behind; i < tokens->count && i <= behind + OBJECT_MOST; i++) {
        const struct token *token = &tokens->items[i];
        if (token_is_break(token) || token_is(token, "that"))
            return COMPLEMENT_NONE;
        if (token_is_among(token, "to not") && i > cue + 1) {
            *first = cue + 1;
            return tells_clause(tokens, cue, behind, i) ? COMPLEMENT_NONE : COMPLEMENT_CLAUSE;
        }
    }
    return COMPLEMENT_NONE;
}

/* ", however, that" */
static bool is_aside(const struct english_tokens *tokens, size_t at)
{
    return at + 4 < tokens->count && is_at(tokens, at + 3, "that") &&
           tokens->items[at + 2].kind == TOKEN_COMMA &&
           token_has(&tokens->items[at + 1], WORD_ADVERB | WORD_SUBORDINATOR);
}

/* conceded defeat late Sunday: a noun, a word or two, and the end. */
static bool is_thing(const struct english_tokens *tokens, size_t cue, size_t at)
{
    static const char verbs[] = "concede acknowledge admit claim allege";
    const char *base = tokens->items[cue].cue->base;
    size_t end = at;
    while (end < tokens->count && !token_is_break(&tokens->items[end]))
        end++;
    return wordlist_has(base, strlen(base), verbs) && end - at <= THING_MOST &&
           tokens->items[at].class == 0 && !tokens->items[at].capital &&
           !english_complement_is_clause(tokens, at);
}

/* What stands at `at`, where the words may begin. */
static enum english_complement find_words(const struct english_tokens *tokens, size_t cue,
                                          size_t at, size_t *first)
{
    const struct token *token = token_at(tokens, at);
    unsigned traits = tokens->items[cue].cue->traits;
    *first = at;
    if (token == NULL || token->kind == TOKEN_STOP || token->kind == TOKEN_SEMICOLON ||
        token->kind == TOKEN_DASH)
        return COMPLEMENT_ENDS;
    if (token->kind == TOKEN_COMMA && is_aside(tokens, at)) {
        *first = at + 4;
        return COMPLEMENT_CLAUSE;
    }
    if (token->kind == TOKEN_COMMA || token->kind == TOKEN_COLON) {
        const struct token *next = token_at(tokens, at + 1);
        /* the memoir she was writing, “Numbers Game”, was found */
        if (token->kind == TOKEN_COMMA && next != NULL && next->kind == TOKEN_TERM &&
            next->titled && at + 2 < tokens->count && tokens->items[at + 2].kind == TOKEN_COMMA)
            return COMPLEMENT_ENDS;
        if (next != NULL && (next->kind == TOKEN_QUOTE || next->kind == TOKEN_TERM)) {
            *first = at + 1;
            return COMPLEMENT_QUOTE;
        }
        bool colon = token->kind == TOKEN_COLON && next != NULL;
        *first = colon ? at + 1 : at;
        return colon ? COMPLEMENT_CLAUSE : COMPLEMENT_ENDS;
    }
    if (token->kind == TOKEN_QUOTE || token->kind == TOKEN_TERM)
        return COMPLEMENT_QUOTE;
    /* all she would say was that */
    if (token_has(token, WORD_BE) && is_at(tokens, at + 1, "that"))
        token = &tokens->items[++at];
    if (token_is(token, "that")) {
        const struct token *next = token_at(tokens, at + 1);
        *first = at + 1;
        return next != NULL && next->kind == TOKEN_QUOTE ? COMPLEMENT_QUOTE : COMPLEMENT_CLAUSE;
    }
    /* the states which lie inland */
    if ((traits & CUE_NOUN) != 0 && tokens->items[cue].form == CUE_S &&
        (token_is_among(token, "which who whose")))
        return COMPLEMENT_NONE;
    if (token_has(token, WORD_ASKED) && (traits & (CUE_QUESTION | CUE_SURE | CUE_THAT)) != 0)
        return COMPLEMENT_CLAUSE;
    if (token_is(token, "to") && (traits & CUE_PROMISE) != 0)
        return COMPLEMENT_CLAUSE;
    if (token_has(token, WORD_PREPOSITION | WORD_JOIN) && !token_has(token, WORD_DETERMINER))
        return COMPLEMENT_NONE;
    /* "said on December 7." */
    if (token->kind == TOKEN_NUMBER && (at + 1 >= tokens->count || token_is_break(token + 1)))
        return COMPLEMENT_NONE;
    /* "says no, then": no words of a clause */
    static const char answers[] = "no yes hello goodbye sorry much little";
    if (wordlist_has(token->text, strlen(token->text), answers) &&
        (at + 1 >= tokens->count || token_is_break(token + 1)))
        return COMPLEMENT_NONE;
    if ((traits & CUE_SURE) != 0 && !token_is(token, "so") && !token_is(token, "nothing") &&
        !is_thing(tokens, cue, at))
        return COMPLEMENT_CLAUSE;
    return (traits & CUE_THAT) != 0 && english_complement_is_clause(tokens, at) ? COMPLEMENT_CLAUSE
                                                                                : COMPLEMENT_NONE;
}

/* The token behind the particle that the verb needs; 0 when it has none. */
static size_t behind_particle(const struct english_tokens *tokens, size_t cue)
{
    const struct cue *verb = tokens->items[cue].cue;
    if ((verb->traits & CUE_ON) == 0)
        return cue + 1;
    if (*verb->link == ',')
        return cue + 1;
    return is_at(tokens, cue + 1, verb->link) ? cue + 2 : 0;
}

bool english_complement_has_particle(const struct english_tokens *tokens, size_t cue)
{
    return behind_particle(tokens, cue) > 0;
}

/* asked not to be named, asked to remain anonymous: of the source, not of the matter. */
bool english_complement_is_anonymous(const struct english_tokens *tokens, size_t cue)
{
    static const char ends[] = "named identified quoted anonymous anonymity";
    size_t end = cue + 6 < tokens->count ? cue + 6 : tokens->count;
    if (strcmp(tokens->items[cue].cue->base, "ask") != 0)
        return false;
    for (size_t at = cue + 1; at < end; at++) {
        if (token_is_among(&tokens->items[at], ends))
            return true;
    }
    return false;
}

enum english_complement english_complement_find(const struct english_tokens *tokens, size_t cue,
                                                size_t *first)
{
    const struct token *token = &tokens->items[cue];
    size_t at = behind_particle(tokens, cue);
    *first = cue + 1;
    /* "thought about it for so long that"; "agreed to buy the firm in a deal that" */
    if (at == 0 || is_at(tokens, cue + 1, "about") ||
        (strcmp(token->cue->base, "agree") == 0 && is_at(tokens, cue + 1, "to")))
        return COMPLEMENT_NONE;
    if ((token->cue->traits & CUE_VERDICT) != 0) {
        enum english_complement verdict = find_verdict(tokens, cue, first);
        if (verdict != COMPLEMENT_NONE || (token->cue->traits & CUE_REQUEST) == 0)
            return verdict;
    }
    if ((token->cue->traits & CUE_REQUEST) != 0) {
        size_t behind = skip_addressee(tokens, at);
        enum english_complement request = find_request(tokens, cue, behind, first);
        if (request != COMPLEMENT_NONE && !is_at(tokens, behind, "that"))
            return request;
    }
    if ((token->cue->traits & CUE_ADDRESSEE) != 0) {
        size_t behind = skip_addressee(tokens, english_complement_skip(tokens, at));
        size_t past = english_complement_skip(tokens, behind);
        enum english_complement words = find_words(tokens, cue, past, first);
        /* "warned rates could rise": nobody is told */
        bool alone = (token->cue->traits & CUE_SURE) != 0 && strcmp(token->cue->base, "tell") != 0;
        if (words != COMPLEMENT_NONE &&
            !(alone && token_has(&tokens->items[past < tokens->count ? past : cue],
                                 WORD_BE | WORD_AUXILIARY | WORD_MODAL)))
            return words;
    }
    return find_words(tokens, cue, english_complement_skip(tokens, at), first);
}
