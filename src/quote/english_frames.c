#include "quote/english_frames.h"

#include <string.h>

#include "quote/english_complement.h"
#include "quote/english_frame.h"
#include "quote/english_sources.h"
#include "quote/english_lead.h"
#include "quote/english_subject.h"
#include "quote/quote_marks.h"

#define INVERTED_MOST 14
#define APPOSED_MOST 6 /* tokens of a subject, and of a thing that is judged */

/* A verdict ends with its clause. */
static size_t verdict_end(const struct english_frame *frame, size_t at)
{
    while (at < frame->tokens->count && !english_frame_has(frame, at, TOKEN_COLON) &&
           !english_frame_has(frame, at, TOKEN_SEMICOLON) &&
           !english_frame_has(frame, at, TOKEN_DASH) &&
           !(english_frame_has(frame, at, TOKEN_COMMA) && at + 1 < frame->tokens->count &&
             token_has(english_frame_token(frame, at + 1), WORD_SUBORDINATOR | WORD_JOIN)))
        at++;
    return at;
}

/* Whether "is" follows the cue, and not "was that". */
static bool is_finite_behind(const struct english_frame *frame, size_t cue)
{
    const struct token *next = english_frame_token(frame, cue + 1);
    const struct token *more = english_frame_token(frame, cue + 2);
    return next != NULL && token_has(next, WORD_BE) && more != NULL && !token_is(more, "that");
}

/* "If Acme says no": nothing is said. */
static bool is_supposed(const struct token *token)
{
    return token_is_among(token, "if unless");
}

/* The words behind the verb. */
static bool try_complement(struct english_frame *frame, size_t cue,
                           const struct english_subject *subject)
{
    size_t first;
    enum english_complement found = english_complement_find(frame->tokens, cue, &first);
    const struct token *token = &frame->tokens->items[cue];
    if (found != COMPLEMENT_QUOTE && found != COMPLEMENT_CLAUSE)
        return false;
    bool plain = strcmp(token->cue->base, "say") == 0 || strcmp(token->cue->base, "tell") == 0 ||
                 strcmp(token->cue->base, "warn") == 0;
    bool verdict = (token->cue->traits & CUE_VERDICT) != 0;
    /* "each option tells the program where to look" */
    if (!subject->personal && ((!plain && found == COMPLEMENT_CLAUSE) || verdict ||
                               token->form == CUE_BASE || token->form == CUE_S))
        return false;
    bool reads = strcmp(token->cue->base, "read") == 0 && token_is(token + 1, "that");
    if ((token->cue->traits & CUE_QUOTED) != 0 && found != COMPLEMENT_QUOTE && !reads)
        return false;
    if ((token->cue->traits & CUE_FINDING) != 0 && !subject->finder)
        return false;
    /* "the business it claims is sizable: 50,000 stores": a clause around the cue's own */
    if (found == COMPLEMENT_CLAUSE && is_finite_behind(frame, cue)) {
        while (first < frame->tokens->count && !english_frame_has(frame, first, TOKEN_COLON))
            first++;
        if (++first >= frame->tokens->count)
            return false;
    }
    struct statement statement = english_frame_begin(frame, cue, subject);
    /* "the story as the paper tells it" */
    if (found == COMPLEMENT_CLAUSE && subject->source == SOURCE_GIVEN &&
        (token_is(english_frame_token(frame, subject->clause), "as") ||
         is_supposed(english_frame_token(frame, subject->clause))))
        return false;
    /* "run it and report what you see": nobody's */
    if (statement.source == SOURCE_OPEN && token->form == CUE_BASE)
        return false;
    if (found == COMPLEMENT_QUOTE && english_frame_is_whole(frame, first)) {
        english_frame_add_quote(frame, first, statement);
        return true;
    }
    size_t from = first;
    statement.said = (struct span){ english_frame_place(frame, from), frame->unit->to };
    if ((token->cue->traits & CUE_VERDICT) != 0)
        statement.said.end = english_frame_place(frame, verdict_end(frame, first));
    if (found == COMPLEMENT_QUOTE)
        statement.said.start =
            quote_marks_at(frame->unit->marks, english_frame_place(frame, first))->inner.start;
    english_frame_push(frame, &statement);
    frame->covered = true;
    frame->open = first;
    return first < frame->tokens->count;
}

/* The end of the phrase behind an inverted verb (said Smith, the mayor); `at` when it is none. */
static size_t inverted_end(const struct english_frame *frame, size_t at)
{
    size_t end = at;
    while (end < frame->tokens->count && end - at < INVERTED_MOST) {
        const struct token *token = english_frame_token(frame, end);
        if (token_is_break(token) || token->kind == TOKEN_QUOTE || token->kind == TOKEN_OPEN)
            break;
        if (token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL | WORD_NARRATOR) ||
            token_is(token, "that"))
            return at;
        /* his neighbour of twenty years */
        bool lasts = end > at + 2 && token_is(token - 2, "of") && token_has(token, WORD_TIME);
        if (token_is(token, "according") ||
            (end > at && token_has(token, WORD_TIME | WORD_SUBORDINATOR | WORD_ADVERB) &&
             !token->capital && !lasts))
            break;
        /* said a clerk at the bank; but said the order came from */
        bool ties = token_is(token, "of") ||
                    ((token_is_among(token, "for from at")) &&
                     (token[-1].capital || token_has(token - 1, WORD_PERSON | WORD_GROUP)));
        if (end > at && token_has(token, WORD_PREPOSITION) && !ties)
            break;
        if (end > at && english_frame_is_quoted(token))
            break;
        /* "said emails showed officials knew": a clause */
        if (end > at && token->cue != NULL && token->form == CUE_PAST && !token->capital)
            return at;
        /* "One of them said she saw" */
        if (end == at && token_has(token, WORD_PRONOUN)) {
            end++;
            break;
        }
        if (end > at && token->capital && token_has(token, WORD_TIME))
            break;
        end++;
    }
    /* the entry for Monday */
    if (end > at + 1 && token_has(english_frame_token(frame, end - 1), WORD_PREPOSITION))
        end--;
    return end;
}

/* Whether words in marks, or those and a comma, stand before `at`. */
static bool stands_quoted(const struct english_frame *frame, size_t at)
{
    const struct token *before = at > 0 ? english_frame_token(frame, at - 1) : NULL;
    if (before != NULL && before->kind == TOKEN_COMMA && at >= 2)
        before--;
    return english_frame_is_quoted(before);
}

/* “...,” said the ferryman: whoever stands with an article and a verb of saying beside words in
 * marks speaks. `behind` is what stands behind the words, `first` begins the phrase. */
static bool is_somebody(const struct english_frame *frame, size_t behind, size_t first)
{
    const struct token *quote = english_frame_token(frame, behind - 1);
    const struct token *token = english_frame_token(frame, first);
    if (behind >= 2 && quote->kind == TOKEN_COMMA)
        quote--;
    return english_frame_is_quoted(quote) && token != NULL && token_has(token, WORD_DETERMINER) &&
           !token_is(token, "that") && !token_is(token, "this");
}

/* ", ferry operators say.": whoever stands with “say” at the end of a sentence. */
static bool ends_saying(const struct english_frame *frame, size_t cue)
{
    const struct token *next = english_frame_token(frame, cue + 1);
    return strcmp(frame->tokens->items[cue].cue->base, "say") == 0 &&
           (next == NULL || (next->kind == TOKEN_STOP && cue + 2 >= frame->tokens->count));
}

/* ", he said," and “...” he said */
static bool try_parenthesis(struct english_frame *frame, size_t cue,
                            const struct english_subject *subject)
{
    const struct token *token = &frame->tokens->items[cue];
    /* "...," he began: of words in marks alone */
    if ((token->cue->traits & CUE_QUOTED) != 0 && !stands_quoted(frame, subject->clause))
        return false;
    if (subject->source != SOURCE_GIVEN || !english_frame_is_behind(frame, subject->clause) ||
        (!subject->personal && !ends_saying(frame, cue) &&
         !is_somebody(frame, subject->clause, subject->clause)) ||
        (token->cue->traits & (CUE_SURE | CUE_THAT | CUE_ON | CUE_QUESTION | CUE_FINDING)) == 0)
        return false;
    size_t at = cue + 1;
    if ((token->cue->traits & CUE_ON) != 0 && *token->cue->link != ',')
        at++;
    if ((token->cue->traits & CUE_ADDRESSEE) != 0) {
        while (at < frame->tokens->count && !token_is_break(english_frame_token(frame, at)) &&
               at < cue + 12 && !token_is(english_frame_token(frame, at), "that"))
            at++;
    } else {
        at = english_complement_skip(frame->tokens, at);
    }
    const struct token *next = english_frame_token(frame, at);
    if (next != NULL && !token_is_break(next) && next->kind != TOKEN_QUOTE &&
        !token_is(next, "according") &&
        !(token_has(next, WORD_SUBORDINATOR | WORD_JOIN) &&
          english_frame_is_quoted(english_frame_token(frame, subject->clause - 1))))
        return false;
    if (next != NULL && next->kind == TOKEN_COLON)
        return false;
    /* A new head came in May, and she promised refunds: the promise is hers, not what came before */
    if (at > cue + 1 && token_has(english_frame_token(frame, subject->clause), WORD_JOIN) &&
        !stands_quoted(frame, subject->clause))
        return false;
    /* Asked why, she replied, “...” */
    if (next != NULL && next->kind == TOKEN_COMMA &&
        english_frame_has(frame, at + 1, TOKEN_QUOTE) && at == cue + 1 &&
        !stands_quoted(frame, subject->clause))
        return false;
    english_frame_add_attributed(frame, subject->clause, at,
                                 english_frame_begin(frame, cue, subject));
    return true;
}

/* said Smith, head of the port.: the end of the unit where what stands behind the comma at `end` only
 * tells who that is; else `end`. */
static size_t past_apposed(const struct english_frame *frame, size_t end)
{
    size_t count = frame->tokens->count, at = end + 1;
    if (!english_frame_has(frame, end, TOKEN_COMMA) || at >= count)
        return end;
    /* Ann Pole, 52, a nurse */
    if (english_frame_has(frame, at, TOKEN_NUMBER) && english_frame_has(frame, at + 1, TOKEN_COMMA))
        at += 2;
    const struct token *first = english_frame_token(frame, at);
    bool who = first != NULL && token_is(first, "who");
    bool person = who;
    for (size_t i = at; i < count; i++) {
        const struct token *token = english_frame_token(frame, i);
        bool verb = token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL) ||
                    (token->cue != NULL && token->form == CUE_PAST);
        if (english_frame_is_quoted(token) || token->kind == TOKEN_SEMICOLON || (verb && !who) ||
            (token_has(token, WORD_JOIN) && token[-1].kind == TOKEN_COMMA))
            return end;
        person = person || token_has(token, WORD_PERSON);
    }
    bool opens = first != NULL && (who || token_has(first, WORD_DETERMINER | WORD_PERSON));
    return person && opens ? count - (english_frame_has(frame, count - 1, TOKEN_STOP)) : end;
}

/* “...,” said Smith; the storm is near, reported the centre */
static bool try_inverted(struct english_frame *frame, size_t cue)
{
    const struct token *token = &frame->tokens->items[cue];
    bool goes_on = (token->cue->traits & CUE_ON) != 0 && *token->cue->link == ',';
    /* Sloane, of Mill Lane, denies six counts of fraud */
    if (!english_frame_is_said(token) || strcmp(token->cue->base, "deny") == 0 ||
        ((token->cue->traits & (CUE_SURE | CUE_THAT | CUE_QUESTION)) == 0 && !goes_on) ||
        !english_frame_is_behind(frame, cue) ||
        (cue < 3 && !english_frame_is_quoted(english_frame_token(frame, cue - 1)) &&
         !english_frame_is_quoted(english_frame_token(frame, 0))))
        return false;
    const struct token *next = english_frame_token(frame, cue + 1);
    if (next == NULL || next->kind != TOKEN_WORD || token_is(next, "it") ||
        (token_has(next, WORD_PREPOSITION) && !next->named && !next->capital))
        return false;
    size_t end = inverted_end(frame, cue + 1);
    const struct token *stop = english_frame_token(frame, end);
    bool closes = stop == NULL || token_is_break(stop) || english_frame_is_quoted(stop) ||
                  token_is(stop, "according") ||
                  token_has(stop, WORD_PREPOSITION | WORD_TIME | WORD_SUBORDINATOR | WORD_ADVERB);
    /* "the captain, giving evidence, said he first saw": he is no speaker */
    bool on = token_has(next, WORD_PRONOUN) && stop != NULL && !token_is_break(stop) &&
              !english_frame_is_quoted(stop);
    if (end == cue + 1 || !closes || on)
        return false;
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = cue };
    size_t first = cue + 1;
    end = english_lead_apposed(frame->tokens, &first, end);
    english_subject_judge(frame->tokens, first, end, &subject);
    if ((!subject.personal && !is_somebody(frame, cue, cue + 1)) || subject.narrator)
        return false;
    end = past_apposed(frame, english_complement_skip(frame->tokens, end));
    english_frame_add_attributed(frame, cue, end, english_frame_begin(frame, cue, &subject));
    return true;
}

/* “...,” offers one rival; “...,” she shrugs: whether the word at `at`, which no list has, is a
 * verb in a form that tells what somebody does. */
static bool is_telling(const struct english_frame *frame, size_t at)
{
    const struct token *token = english_frame_token(frame, at);
    size_t length = token != NULL ? strlen(token->text) : 0;
    return token != NULL && token->kind == TOKEN_WORD && token->class == 0 && !token->capital &&
           !token->possessive && token->cue == NULL && length > 3 &&
           (strcmp(token->text + length - 2, "ed") == 0 ||
            (token->text[length - 1] == 's' && token->text[length - 2] != 's'));
}

/* Words in marks that begin the unit and end with a comma, or an exclamation, and whoever stands
 * behind them with one verb, known or not. */
static bool try_told(struct english_frame *frame)
{
    const struct token *quote = english_frame_token(frame, 0);
    if (frame->out->count > frame->first || quote == NULL || quote->kind != TOKEN_QUOTE ||
        !english_frame_ends_open(frame, quote))
        return false;
    size_t first = 1, end = 1, verb = 1;
    if (is_telling(frame, 1)) {
        first = 2;
        end = english_frame_token(frame, 2) != NULL ? inverted_end(frame, 2) : 2;
    } else {
        while (end < frame->tokens->count && end < INVERTED_MOST && !is_telling(frame, end) &&
               english_frame_token(frame, end)->kind == TOKEN_WORD)
            end++;
        verb = end;
    }
    size_t past = verb > 1 ? verb + 1 : end;
    const struct token *stop = english_frame_token(frame, past);
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = 1 };
    if (end <= first || (verb > 1 && !is_telling(frame, verb)) ||
        !(stop == NULL || stop->kind == TOKEN_STOP || stop->kind == TOKEN_COMMA))
        return false;
    end = english_lead_apposed(frame->tokens, &first, end);
    english_subject_judge(frame->tokens, first, end, &subject);
    if ((!subject.personal && !is_somebody(frame, 1, first)) || subject.narrator)
        return false;
    const struct token *told = english_frame_token(frame, verb);
    english_frame_add_attributed(
        frame, 1, past,
        (struct statement){ .cue = { told->start, told->end }, .speaker = subject.words });
    return true;
}

/* "X, who joined in 2011, told investors that": nobody is told by investors. */
static bool takes_words(const struct english_frame *frame, size_t cue,
                        const struct english_subject *subject)
{
    size_t first;
    const struct token *token = &frame->tokens->items[cue];
    if (strcmp(token->cue->base, "tell") == 0)
        return true;
    if (subject->source != SOURCE_GIVEN || !subject->personal ||
        english_frame_is_quoted(english_frame_token(frame, cue - 1)))
        return false;
    enum english_complement found = english_complement_find(frame->tokens, cue, &first);
    return found == COMPLEMENT_QUOTE ||
           (found == COMPLEMENT_CLAUSE && token_is(token + 1, "that") && cue + 1 < first);
}

/* Omar Said, the head teacher: a surname that is spelled as a verb. */
static bool is_surname(const struct english_frame *frame, size_t at)
{
    const struct token *token = english_frame_token(frame, at);
    return at > 0 && token->capital && token[-1].kind == TOKEN_WORD && token[-1].capital &&
           english_frame_has(frame, at + 1, TOKEN_COMMA);
}

/* ", a step Warsaw called “overdue”", "wording that Toft dismissed as “theatrical”": takes what is
 * said of the thing before such a clause. */
static bool try_apposed_verdict(struct english_frame *frame, size_t cue)
{
    const struct token *verb = english_frame_token(frame, cue);
    const char *link = verb->cue->link;
    size_t quote = cue + 1;
    if ((verb->cue->traits & CUE_VERDICT) == 0 || !english_frame_is_said(verb) || cue < 3)
        return false;
    if (*link != '\0' && !token_is(english_frame_token(frame, quote++), link))
        return false;
    if (!english_frame_is_quoted(english_frame_token(frame, quote)) ||
        !english_frame_is_whole(frame, quote))
        return false;
    size_t first = cue;
    while (first > 1 && cue - first < APPOSED_MOST) {
        const struct token *token = english_frame_token(frame, first - 1);
        if (token->kind != TOKEN_WORD ||
            !(token->capital || token->named ||
              token_has(token, WORD_PRONOUN | WORD_PERSON | WORD_GROUP)) ||
            token_has(token, WORD_SUBORDINATOR) || token_is(token, "that"))
            break;
        first--;
    }
    size_t clause = first;
    while (clause > 1 && first - clause < APPOSED_MOST &&
           !token_is_break(english_frame_token(frame, clause - 1)))
        clause--;
    bool tied = first > 0 && token_is(english_frame_token(frame, first - 1), "that");
    bool apart = english_frame_has(frame, clause - 1, TOKEN_COMMA) && clause < first &&
                 (tied || token_has(english_frame_token(frame, clause), WORD_DETERMINER));
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = clause };
    if (first == cue || !apart || token_has(english_frame_token(frame, clause), WORD_PRONOUN))
        return false;
    english_subject_judge(frame->tokens, first, cue, &subject);
    if (!subject.personal || subject.narrator)
        return false;
    english_frame_add_quote(frame, quote, english_frame_begin(frame, cue, &subject));
    frame->covered = false;
    return true;
}

/* The union, which called for a ban, accused the firm of fraud: ends the statement of the clause
 * with “which” at the comma before the cue, and what follows is another one of the union's. */
static bool end_relative(struct english_frame *frame, size_t cue,
                         const struct english_subject *subject)
{
    size_t at = cue;
    if (!frame->covered || frame->out->count == frame->first || subject->source != SOURCE_GIVEN)
        return false;
    struct statement *last = &frame->out->items[frame->out->count - 1];
    while (at > 0 && !token_is_break(english_frame_token(frame, at - 1)))
        at--;
    size_t relative = at > 0 ? at - 1 : 0;
    while (relative > 0 && english_frame_token(frame, relative)->start > last->cue.start)
        relative--;
    while (relative > 0 && !token_is_break(english_frame_token(frame, relative - 1)))
        relative--;
    const struct token *who = english_frame_token(frame, relative);
    if (at == 0 || !english_frame_has(frame, at - 1, TOKEN_COMMA) ||
        english_frame_token(frame, at)->start < last->said.start ||
        !(token_is_among(who, "which who")) || who->start < subject->words.end)
        return false;
    last->said.end = english_frame_place(frame, at - 1);
    frame->covered = false;
    return true;
}

static void try_cue(struct english_frame *frame, size_t cue)
{
    struct english_subject subject;
    bool held = strcmp(frame->tokens->items[cue].cue->base, "hold") == 0;
    if (is_surname(frame, cue) || (held && !token_is(english_frame_token(frame, cue + 1), "that")))
        return;
    if (try_apposed_verdict(frame, cue))
        return;
    bool found = english_subject_find(frame->tokens, cue, &subject);
    if (token_is(english_frame_token(frame, cue), "read") &&
        token_is(english_frame_token(frame, cue + 1), "by"))
        return;
    if (found && (subject.passive || subject.denied || subject.narrator))
        return;
    if (!english_complement_has_particle(frame->tokens, cue) ||
        english_complement_is_anonymous(frame->tokens, cue))
        return;
    if (found && !english_frame_begins_anew(frame, cue, &subject) &&
        !end_relative(frame, cue, &subject)) {
        struct statement carrier = { 0 };
        size_t count = frame->out->count;
        if (!english_frame_drop_carrier(frame, &subject, &carrier))
            return;
        if (!try_complement(frame, cue, &subject) && frame->out->count < count)
            english_frame_push(frame, &carrier);
        return;
    }
    if (found && try_parenthesis(frame, cue, &subject))
        return;
    if (!frame->covered && !(found && takes_words(frame, cue, &subject)) &&
        (!found || subject.source != SOURCE_GIVEN ||
         !english_frame_is_behind(frame, subject.clause)) &&
        try_inverted(frame, cue))
        return;
    if (found)
        (void)try_complement(frame, cue, &subject);
}

/* Lind said the quay was shut; “we wait,” said Holt: words in marks with an attribution of their
 * own end the statement that reached over them. */
static void end_at_quote(struct english_frame *frame, size_t at)
{
    const struct token *quote = english_frame_token(frame, at);
    if (!frame->covered || frame->out->count == frame->first || at < 2 ||
        quote->kind != TOKEN_QUOTE)
        return;
    size_t stop = at - (token_has(quote - 1, WORD_JOIN) ? 2 : 1);
    size_t place = english_frame_place(frame, stop);
    struct statement *last = &frame->out->items[frame->out->count - 1];
    bool parts = english_frame_has(frame, stop, TOKEN_SEMICOLON) ||
                 (english_frame_has(frame, stop, TOKEN_COMMA) && stop + 2 == at);
    if (!parts || last->said.start >= place || !english_frame_is_attributed(frame, at))
        return;
    if (last->said.end > place)
        last->said.end = place;
    frame->covered = false;
    frame->used = at;
}

/* What is quoted and has no cue: for the chain. */
static void add_bare(struct english_frame *frame)
{
    for (size_t i = frame->used; i < frame->tokens->count; i++) {
        const struct token *token = english_frame_token(frame, i);
        bool alone = i == 0 || i == frame->used;
        if (token->kind != TOKEN_QUOTE || !alone || !english_frame_is_whole(frame, i))
            return;
        struct statement statement = { .clause = token->start, .source = SOURCE_OPEN };
        english_frame_add_quote(frame, i, statement);
        while (i + 1 < frame->tokens->count && token_is_break(english_frame_token(frame, i + 1)))
            frame->used = ++i + 1;
    }
}

void english_frames_find(const struct quote_unit *unit, const struct english_tokens *tokens,
                         struct statements *out)
{
    struct english_frame frame = {
        .unit = unit, .tokens = tokens, .out = out, .first = out->count
    };
    if (!tokens->cues)
        return;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        end_at_quote(&frame, i);
        if (token->cue != NULL)
            try_cue(&frame, i);
        else
            english_sources_take(&frame, i);
    }
    if (out->count == frame.first && !try_told(&frame))
        add_bare(&frame);
}

bool english_frames_is_attribution(const struct english_tokens *tokens)
{
    struct english_subject subject;
    size_t first;
    for (size_t i = 1; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        if (token->kind == TOKEN_QUOTE)
            return false;
        if (token->cue == NULL || !english_frame_is_said(token))
            continue;
        return english_subject_find(tokens, i, &subject) && subject.source == SOURCE_GIVEN &&
               subject.personal && !subject.passive && !subject.denied && !subject.narrator &&
               subject.clause == 0 && english_complement_find(tokens, i, &first) == COMPLEMENT_ENDS;
    }
    return false;
}
