#include "quote/english_subject.h"

#include <string.h>

#define PHRASE_MOST 25
#define APPOSITION_MOST 45
#define RELATIVE_MOST 12 /* tokens of a clause with "who" before a verb */
#define ROLE_MOST 8      /* tokens of a role before a name and its comma */
#define GROUP_MOST 10    /* auxiliaries and adverbs before a verb */

static bool ends_in_ly(const struct token *token)
{
    size_t length = strlen(token->text);
    return token->kind == TOKEN_WORD && !token->capital && length > 4 &&
           strcmp(token->text + length - 2, "ly") == 0 && token->class == 0;
}

static bool is_adverb(const struct token *token)
{
    return token->kind == TOKEN_WORD &&
           ((token_has(token, WORD_ADVERB) && !token_has(token, WORD_GROUP)) || ends_in_ly(token));
}

/* Carla Winter, Theresa May: a season or a month behind a name; not “Lind Tuesday said”. */
static bool is_surname(const struct token *token)
{
    size_t length = strlen(token->text);
    return token->capital && token[-1].capital && token[-1].kind == TOKEN_WORD &&
           !token_is_time(token - 1) && !token_has(token - 1, WORD_PREPOSITION) &&
           (length < 4 || strcmp(token->text + length - 3, "day") != 0);
}

/* Another verb of saying: what is left of it belongs to it. */
static bool is_verb(const struct token *token)
{
    return token->cue != NULL && token->form != CUE_ING && !token->capital &&
           (token->form == CUE_PAST || (token->cue->traits & CUE_NOUN) == 0);
}

/* What a verb may follow: somebody, or what stands between him and it. */
static bool is_speaking(const struct token *token)
{
    return token->named || token->capital || token->kind != TOKEN_WORD || is_adverb(token) ||
           token_is_time(token) ||
           token_has(token, WORD_PRONOUN | WORD_NARRATOR | WORD_PERSON | WORD_GROUP | WORD_PAPER |
                                WORD_AUXILIARY | WORD_JOIN);
}

static bool ends_phrase(const struct english_tokens *tokens, size_t at)
{
    const struct token *token = &tokens->items[at];
    if (token_is_break(token) || token->kind == TOKEN_QUOTE || token->kind == TOKEN_OPEN)
        return true;
    if (token->kind != TOKEN_WORD)
        return false;
    if (token_has(token, WORD_JOIN)) {
        const struct token *behind = &tokens->items[at + 1];
        const struct token *before = at > 0 ? &tokens->items[at - 1] : token;
        bool both =
            (before->capital && behind->capital) || (token_has(before, WORD_PERSON | WORD_GROUP) &&
                                                     token_has(behind, WORD_PERSON | WORD_GROUP));
        return !both || before == token;
    }
    if (token->capital && at > 0 && token_has(token, WORD_MODAL | WORD_SUBORDINATOR))
        return false;
    return token_is(token, "as") ||
           (token_has(token, WORD_SUBORDINATOR) && !token_has(token, WORD_PREPOSITION)) ||
           token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL) || is_verb(token);
}

size_t english_subject_skip(const struct english_tokens *tokens, size_t first, size_t end)
{
    while (first + 1 < end) {
        const struct token *token = &tokens->items[first];
        const struct token *next = token + 1;
        if (token->named && !token_is_time(token))
            break;
        if (token_has(token, WORD_JOIN) || (is_adverb(token) && !token_has(token, WORD_PERSON)) ||
            (token_is_time(token) && !token->possessive) ||
            (token_has(token, WORD_SUBORDINATOR) && !token_has(token, WORD_DETERMINER)))
            first++;
        else if (token_has(token, WORD_PREPOSITION | WORD_DETERMINER) &&
                 (token_is_time(next) ||
                  (next->kind == TOKEN_NUMBER && token_has(token, WORD_PREPOSITION))))
            first += 2;
        else if (token->kind == TOKEN_NUMBER && first > 0 && token_is_time(token - 1))
            first++;
        else
            break;
    }
    return first;
}

/* The last noun phrase of [first, end), which begins with a preposition: "In a statement Acme". */
static size_t last_phrase(const struct english_tokens *tokens, size_t first, size_t end)
{
    size_t at = end;
    bool capital = tokens->items[end - 1].capital;
    if (token_has(&tokens->items[end - 1], WORD_PRONOUN | WORD_NARRATOR))
        return end - 1;
    while (at > first + 1) {
        const struct token *token = &tokens->items[at - 1];
        bool joins = capital ? token->capital || token_has(token, WORD_PERSON)
                             : !token_has(token, WORD_PREPOSITION);
        if (!joins)
            break;
        at--;
        if (token_has(token, WORD_DETERMINER) || token->possessive)
            break;
    }
    if (at > first + 1 && token_has(&tokens->items[at - 1], WORD_DETERMINER) && at < end)
        at--;
    return at < end ? at : first;
}

void english_subject_judge(const struct english_tokens *tokens, size_t first, size_t end,
                           struct english_subject *subject)
{
    /* replied Mr Pym gravely */
    while (end > first + 1 && ends_in_ly(&tokens->items[end - 1]))
        end--;
    subject->words = (struct span){ tokens->items[first].start, tokens->items[end - 1].end };
    if (tokens->items[end - 1].possessive && !tokens->items[end - 1].named)
        subject->words.end = tokens->items[end - 1].end;
    for (size_t i = first; i < end; i++) {
        const struct token *token = &tokens->items[i];
        bool opens = i == 0 && token_has(token, ~0u);
        bool name = token->named || token->kind == TOKEN_TERM ||
                    (token->capital && !opens && token->kind == TOKEN_WORD);
        subject->personal = subject->personal || name ||
                            token_has(token, WORD_PRONOUN | WORD_PERSON | WORD_GROUP | WORD_PAPER);
        subject->finder = subject->finder || name ||
                          token_has(token, WORD_PERSON | WORD_PAPER | WORD_GROUP) ||
                          token_is_among(token, "he she they");
        subject->personal =
            subject->personal || (token_is(token, "one") &&
                                  (end == first + 1 || (i + 1 < end && token_is(token + 1, "of"))));
        subject->narrator =
            subject->narrator || (end == first + 1 && token_has(token, WORD_NARRATOR));
    }
}

/* "The museum that owns the beads": whether the "that" behind a noun has a verb behind it. */
static bool is_relative_that(const struct token *that)
{
    size_t length = strlen(that[1].text);
    return token_is_among(that, "that which") && that[1].class == 0 && that[1].kind == TOKEN_WORD &&
           length > 3 &&
           (that[1].text[length - 1] == 's' || strcmp(that[1].text + length - 2, "ed") == 0) &&
           token_has(that - 1, WORD_PERSON | WORD_GROUP | WORD_PAPER) && that[-1].cue == NULL;
}

/* "an agent who asked not to be named said": where the phrase ends whose clause with "who" ends at
 * `end`; `end` where it ends with none. "the man who the court said had left" is none. */
static size_t before_relative(const struct english_tokens *tokens, size_t end)
{
    for (size_t at = end; at > 1 && end - at < RELATIVE_MOST; at--) {
        const struct token *token = &tokens->items[at - 1];
        if (token_is_break(token) || token->kind == TOKEN_QUOTE || token_has(token, WORD_JOIN))
            break;
        const struct token *verb = token + 1;
        if (!token_is(token, "who") && !(at < end && is_relative_that(token)))
            continue;
        bool finite = at + 1 < end && !verb->capital && !verb->named &&
                      !token_has(verb, WORD_DETERMINER | WORD_PRONOUN | WORD_NARRATOR);
        return finite ? at - 1 : end;
    }
    return end;
}

/* "stormed out after a judge called": where the phrase behind the last "after" begins. */
static size_t behind_subordinator(const struct english_tokens *tokens, size_t first, size_t end)
{
    for (size_t at = end; at > first + 1; at--) {
        const struct token *token = &tokens->items[at - 1];
        if (at < end && token_has(token, WORD_SUBORDINATOR) && token_has(token, WORD_PREPOSITION) &&
            token_has(token + 1, WORD_DETERMINER) && !token_is(token, "as"))
            return at;
    }
    return first;
}

/* a study published on Wednesday in Matter: without what was done with the paper. */
static size_t paper_end(const struct english_tokens *tokens, size_t first, size_t end)
{
    for (size_t i = first + 1; i + 1 < end; i++) {
        const struct token *token = &tokens->items[i];
        size_t length = strlen(token->text);
        bool plain = !token->capital && length > 4 && token->kind == TOKEN_WORD;
        if (token_has(token - 1, WORD_PAPER) && plain &&
            strcmp(token->text + length - 2, "ed") == 0)
            return i;
        /* rescuers drilling towards the miners */
        if (token_has(token - 1, WORD_MANY) && plain && token->class == 0 &&
            strcmp(token->text + length - 3, "ing") == 0)
            return i;
    }
    return end;
}

/* Where the phrase begins that "that" and a verb in [first, end) are a part of; `first` where there
 * is none, or where the phrase is of nobody. */
static size_t before_that(const struct english_tokens *tokens, size_t first, size_t end)
{
    size_t head = first > 0 ? first - 1 : first;
    bool person = false;
    if (first < 3 || !token_is(&tokens->items[head], "that") || end - first < 2 ||
        tokens->items[first].capital || token_has(&tokens->items[first], ~0u))
        return first;
    while (head > 0 && first - head < PHRASE_MOST && !ends_phrase(tokens, head - 1) &&
           tokens->items[head - 1].cue == NULL) {
        head--;
        person = person || token_has(&tokens->items[head], WORD_PERSON | WORD_GROUP);
    }
    bool begins = head == 0 || tokens->items[head - 1].kind != TOKEN_WORD;
    return person && begins && head + 1 < first ? head : first;
}

static bool take_phrase(const struct english_tokens *tokens, size_t end,
                        struct english_subject *subject)
{
    end = before_relative(tokens, end);
    size_t first = end;
    while (first > 0 && end - first < PHRASE_MOST && !ends_phrase(tokens, first - 1))
        first--;
    if (first == end)
        return false;
    /* the captain of the ferry that ran aground */
    size_t head = before_that(tokens, first, end);
    if (head < first) {
        end = first - 1;
        first = head;
    }
    first = behind_subordinator(tokens, first, end);
    subject->clause = first;
    /* neither the bank nor its lawyers */
    if (first > 0 && token_is(&tokens->items[first - 1], "nor"))
        subject->denied = true;
    if (first > 0 && token_has(&tokens->items[first - 1], WORD_JOIN | WORD_SUBORDINATOR))
        subject->clause--;
    first = english_subject_skip(tokens, first, end);
    /* something Tehran denies */
    if ((token_is(&tokens->items[first], "all") || token_is(&tokens->items[first], "something")) &&
        first + 1 < end)
        first++;
    if (token_has(&tokens->items[end - 1], WORD_PRONOUN))
        first = end - 1;
    else if (token_has(&tokens->items[first], WORD_PREPOSITION) && !tokens->items[first].named)
        first = last_phrase(tokens, first, end);
    english_subject_judge(tokens, first, paper_end(tokens, first, end), subject);
    subject->source = SOURCE_GIVEN;
    return true;
}

/* Chen Yu, Chief Financial Officer, said: whether the words between two commas are a title that
 * follows a name. */
static bool is_title(const struct english_tokens *tokens, size_t first, size_t end)
{
    size_t head = first, name = first - 1;
    while (head < end && !token_has(&tokens->items[head], WORD_PREPOSITION))
        head++;
    while (name > 0 && !token_is_break(&tokens->items[name - 1]) &&
           tokens->items[name - 1].kind != TOKEN_QUOTE && tokens->items[name - 1].capital)
        name--;
    bool begins = name == 0 || tokens->items[name - 1].kind != TOKEN_WORD;
    return begins && name + 1 < first && head > first &&
           token_has(&tokens->items[head - 1], WORD_PERSON);
}

/* Whether the segment between two commas goes on with the phrase before: 52; of Leeds; the chair.
 */
static bool is_apposition(const struct english_tokens *tokens, size_t first, size_t end)
{
    const struct token *token = &tokens->items[first];
    if (first >= end)
        return true;
    if (first >= 2 && end - first <= 2 && token->capital &&
        tokens->items[first - 1].kind == TOKEN_COMMA) {
        /* of Kirkland, Wash.; but At noon, Ruth Holt; In Leeds, Ruth Holt, the mayor */
        const struct token *town = &tokens->items[first - 2];
        bool named = !town->capital || token_is_time(town) ||
                     (end + 1 < tokens->count && tokens->items[end].kind == TOKEN_COMMA &&
                      token_has(&tokens->items[end + 1], WORD_DETERMINER));
        size_t at = first - 1;
        while (at > 0 && !token_is_break(&tokens->items[at - 1]))
            at--;
        if (!named && at > 0 && token_has(&tokens->items[at], WORD_PREPOSITION))
            return true;
    }
    if (token_has(token, WORD_JOIN))
        return false;
    if (first >= 2 && token[-1].kind == TOKEN_COMMA && is_title(tokens, first, end))
        return true;
    /* the company, China's largest */
    if (token->possessive && first + 1 < end && !token[1].capital)
        return true;
    return !token->capital || token_has(token, WORD_PREPOSITION);
}

/* "and a spokeswoman, Dana Wirth, said": where the words before the name at `at` begin. */
static size_t before_role(const struct english_tokens *tokens, size_t at)
{
    if (at < 2 || tokens->items[at - 1].kind != TOKEN_COMMA || !tokens->items[at].capital)
        return at;
    size_t first = at - 1;
    while (first > 0 && at - first < ROLE_MOST && !token_is_break(&tokens->items[first - 1]) &&
           tokens->items[first - 1].kind == TOKEN_WORD)
        first--;
    bool begins = token_has(&tokens->items[first], WORD_DETERMINER | WORD_JOIN);
    /* ...; the miller, Bastien Roux, swore */
    bool apart = first > 0 && tokens->items[first - 1].kind == TOKEN_SEMICOLON;
    return begins && (apart || token_has(&tokens->items[at - 2], WORD_PERSON)) ? first : at;
}

/* Its author, the novelist Grace Adeyemi, said: whether the segment between two commas is a role
 * and a name, and the phrase before it has no name. */
static bool is_named_role(const struct english_tokens *tokens, size_t first, size_t end)
{
    size_t name = end, before = first > 0 ? first - 1 : 0;
    while (name > first && tokens->items[name - 1].capital)
        name--;
    while (before > 0 && tokens->items[before - 1].kind == TOKEN_WORD &&
           !tokens->items[before - 1].named && (!tokens->items[before - 1].capital || before == 1))
        before--;
    return name > first + 1 && end - name >= 2 && first > 1 &&
           token_has(&tokens->items[name - 1], WORD_PERSON) &&
           token_has(&tokens->items[first], WORD_DETERMINER) &&
           (before == 0 || tokens->items[before - 1].kind != TOKEN_WORD);
}

/* The phrase before the appositions that end at the comma `comma`. */
static bool take_apposed(const struct english_tokens *tokens, size_t comma,
                         struct english_subject *subject)
{
    size_t end = comma;
    size_t least = comma > APPOSITION_MOST ? comma - APPOSITION_MOST : 0;
    for (;;) {
        size_t first = end;
        while (first > least && !token_is_break(&tokens->items[first - 1]) &&
               tokens->items[first - 1].kind != TOKEN_QUOTE)
            first--;
        bool more = first > least && tokens->items[first - 1].kind == TOKEN_COMMA;
        /* Vogt, asked whether: of whom it is asked */
        bool term = end == first + 1 && tokens->items[first].kind == TOKEN_TERM;
        if (end == comma && !more && (term || !is_apposition(tokens, first, end)))
            return false;
        if (!is_apposition(tokens, first, end) || !more || is_named_role(tokens, first, end)) {
            for (size_t i = first; i < end; i++) {
                const struct token *token = &tokens->items[i];
                if (token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL) || is_verb(token))
                    return false;
            }
            if (end <= first || end - first > PHRASE_MOST || !take_phrase(tokens, end, subject))
                return false;
            subject->clause = before_role(tokens, subject->clause);
            return subject->personal;
        }
        end = first - 1;
    }
}

/* The index of the opening bracket for the one that closes at `at`. */
static size_t open_bracket(const struct english_tokens *tokens, size_t at)
{
    for (size_t i = at; i > 0 && at - i < PHRASE_MOST; i--) {
        if (tokens->items[i - 1].kind == TOKEN_OPEN)
            return i - 1;
    }
    return at;
}

/* Where the verb group that `cue` ends begins; notes what stands in it. */
static size_t verb_group(const struct english_tokens *tokens, size_t cue,
                         struct english_subject *subject, bool *be)
{
    size_t at = cue;
    *be = false;
    while (at > 0 && cue - at < GROUP_MOST) {
        const struct token *token = &tokens->items[at - 1];
        if (token->kind == TOKEN_NUMBER && at > 1 && token_is_time(token - 1)) {
            at--;
            continue;
        }
        if (token->kind != TOKEN_WORD || token->named)
            break;
        bool month = token->capital && at > 1 && token_has(token - 1, WORD_PREPOSITION);
        if (token_is(token, "to") || (token_has(token, WORD_MODAL | WORD_NOT) && !month))
            subject->denied = true;
        else if (token_has(token, WORD_BE))
            *be = true;
        else if (token_is_time(token) && at > 1 && !token->possessive && !is_surname(token))
            ;
        else if (token_has(token, WORD_PREPOSITION) && at < cue && token_is_time(token + 1))
            ;
        else if (!token_has(token, WORD_AUXILIARY) && !is_adverb(token))
            break;
        at--;
    }
    return at;
}

/* "is quick to add": where "is" stands, for it denies nothing; else the cue. */
static size_t ready_to(const struct english_tokens *tokens, size_t cue)
{
    static const char ready[] = "quick keen careful eager happy fond right";
    if (cue < 3 || !token_is(&tokens->items[cue - 1], "to") ||
        !token_has(&tokens->items[cue - 3], WORD_BE))
        return cue;
    return token_is_among(&tokens->items[cue - 2], ready) ? cue - 3 : cue;
}

static bool take_shared(const struct english_tokens *tokens, size_t at, size_t group,
                        struct english_subject *subject)
{
    subject->source = SOURCE_SHARED;
    subject->clause = at;
    if (at > 0 && at < group && tokens->items[at - 1].kind == TOKEN_COMMA)
        subject->clause = at - 1;
    subject->personal = true;
    subject->finder = true;
    return true;
}

static bool is_who(const struct token *token)
{
    return token_is_among(token, "who which");
}

static bool take_before(const struct english_tokens *tokens, size_t group,
                        struct english_subject *subject)
{
    const struct token *before = &tokens->items[group - 1];
    size_t end = group;
    if (token_has(before, WORD_JOIN) && before->kind == TOKEN_WORD)
        return take_shared(tokens, group - 1, group, subject);
    if (before->kind == TOKEN_CLOSE)
        end = open_bracket(tokens, group - 1);
    else if (before->kind == TOKEN_COMMA)
        return take_apposed(tokens, group - 1, subject);
    if (is_who(before)) {
        end = group - 1;
        if (end > 0 && tokens->items[end - 1].kind == TOKEN_COMMA)
            end--;
        bool taken = end > 0 && take_phrase(tokens, end, subject);
        subject->clause = group - 1;
        return taken;
    }
    return end > 0 && take_phrase(tokens, end, subject);
}

/* A form that is a noun, too, behind what nouns have before them. */
static bool is_noun(const struct english_tokens *tokens, size_t cue)
{
    const struct token *token = &tokens->items[cue];
    if ((token->cue->traits & CUE_NOUN) == 0 || token->form == CUE_PAST || token->form == CUE_ING)
        return false;
    if (cue == 0)
        return true;
    if (cue + 1 < tokens->count && !token_has(token - 1, WORD_PRONOUN) &&
        token_has(token + 1, WORD_BE | WORD_AUXILIARY | WORD_MODAL))
        return true;
    const struct token *before = token - 1;
    return token_has(before, WORD_DETERMINER | WORD_PREPOSITION) || before->possessive ||
           !is_speaking(before) ||
           (token->form == CUE_BASE && !(cue + 1 < tokens->count && token_is(token + 1, "that")) &&
            !token_has(before, WORD_PRONOUN | WORD_NARRATOR | WORD_MANY | WORD_AUXILIARY));
}

bool english_subject_find(const struct english_tokens *tokens, size_t cue,
                          struct english_subject *subject)
{
    const struct token *token = &tokens->items[cue];
    bool be;
    *subject = (struct english_subject){ .source = SOURCE_OPEN, .clause = cue };
    if (is_noun(tokens, cue))
        return false;
    size_t group = verb_group(tokens, ready_to(tokens, cue), subject, &be);
    subject->passive = be && token->form == CUE_PAST;
    if (token->form == CUE_ING && !be) {
        if (group == 0)
            return false;
        const struct token *before = &tokens->items[group - 1];
        bool joined = before->kind == TOKEN_COMMA || before->kind == TOKEN_QUOTE ||
                      token_is(before, "by") || token_has(before, WORD_JOIN);
        return joined &&
               take_shared(tokens, group - 1, group - (before->kind == TOKEN_COMMA), subject);
    }
    if (be && token->form != CUE_ING && token->form != CUE_PAST)
        return false;
    /* "the announced deal" */
    if (group == cue && cue > 0 && token->form == CUE_PAST &&
        token_has(token - 1, WORD_DETERMINER) && !token_has(token - 1, WORD_PRONOUN) &&
        !(cue > 1 && token_is(token - 2, "of")))
        return false;
    return group > 0 && take_before(tokens, group, subject);
}
