#include "quote/english_frame.h"

#include <string.h>

#include "base/vector.h"
#include "quote/english_complement.h"
#include "quote/english_lead.h"

#define ATTRIBUTION_MOST 14 /* tokens from words in marks to the verb behind them */
#define LEAD_MOST 5         /* tokens before an attribution that are no words of it */
#define APPOSITION_MOST 30  /* tokens between two parts of a quotation */

const struct token *english_frame_token(const struct english_frame *frame, size_t at)
{
    return at < frame->tokens->count ? &frame->tokens->items[at] : NULL;
}

bool english_frame_has(const struct english_frame *frame, size_t at, enum token_kind kind)
{
    return at < frame->tokens->count && frame->tokens->items[at].kind == kind;
}

bool english_frame_is_quoted(const struct token *token)
{
    return token != NULL && (token->kind == TOKEN_QUOTE || token->kind == TOKEN_TERM);
}

size_t english_frame_place(const struct english_frame *frame, size_t at)
{
    return at < frame->tokens->count ? frame->tokens->items[at].start : frame->unit->to;
}

static struct span inner_of(const struct english_frame *frame, const struct token *token)
{
    const struct quote_mark *mark = quote_marks_at(frame->unit->marks, token->start);
    return mark != NULL ? mark->inner : (struct span){ token->start, token->end };
}

void english_frame_push(struct english_frame *frame, const struct statement *statement)
{
    VECTOR_PUSH(frame->out, *statement);
}

/* The "he" that the clause before `at` has for its subject; `at`. */
static size_t pronoun_before(const struct english_tokens *tokens, size_t at)
{
    for (size_t i = at; i > 0 && !token_is_break(&tokens->items[i - 1]); i--) {
        const struct token *token = &tokens->items[i - 1];
        if (token_is_among(token, "he she they"))
            return i - 1;
    }
    return at;
}

struct statement english_frame_begin(const struct english_frame *frame, size_t cue,
                                     const struct english_subject *subject)
{
    const struct token *token = &frame->tokens->items[cue];
    struct statement statement = { .cue = { token->start, token->end },
                                   .speaker = subject->words,
                                   .clause = english_frame_place(frame, subject->clause),
                                   .source = subject->source };
    const struct token *next = english_frame_token(frame, cue + 1);
    if ((token->cue->traits & CUE_ON) != 0 && *token->cue->link != ',' && next != NULL)
        statement.cue.end = next->end;
    if (subject->source == SOURCE_SHARED && frame->out->count == frame->first) {
        size_t first;
        size_t end = english_lead_find(frame->tokens, &first);
        /* Asked about it he shrugs and says */
        if (end <= first) {
            first = pronoun_before(frame->tokens, subject->clause);
            end = first + (first < subject->clause);
        }
        bool led = end > first && end < cue;
        statement.source = led ? SOURCE_GIVEN : SOURCE_OPEN;
        if (led)
            statement.speaker = (struct span){ frame->tokens->items[first].start,
                                               frame->tokens->items[end - 1].end };
    }
    return statement;
}

/* Whether the unit may go on from a quotation at `at`: the words in it are all that is said. */
bool english_frame_is_whole(const struct english_frame *frame, size_t at)
{
    const struct token *quote = english_frame_token(frame, at);
    const struct token *next = english_frame_token(frame, at + 1);
    const struct span inner = inner_of(frame, quote);
    char last = frame->unit->text[inner.end - 1];
    if (next == NULL || token_is_break(next) || strchr(",.!?", last) != NULL)
        return true;
    /* called it “a farce” and accused the mayor of lying */
    const struct token *verb = english_frame_token(frame, at + 2);
    if (token_has(next, WORD_JOIN) && verb != NULL && verb->cue != NULL && verb->form == CUE_PAST)
        return true;
    return token_has(next, WORD_JOIN | WORD_PREPOSITION) && frame->tokens->count - at < 12 &&
           !english_complement_is_clause(frame->tokens, at + 1);
}

void english_frame_add_quote(struct english_frame *frame, size_t at, struct statement statement)
{
    statement.direct = true;
    statement.said = inner_of(frame, english_frame_token(frame, at));
    english_frame_push(frame, &statement);
    frame->used = at + 1;
}

bool english_frame_is_behind(const struct english_frame *frame, size_t at)
{
    const struct token *before = at > 0 ? english_frame_token(frame, at - 1) : NULL;
    if (before == NULL)
        return false;
    return before->kind == TOKEN_QUOTE || before->kind == TOKEN_TERM ||
           ((before->kind == TOKEN_COMMA || before->kind == TOKEN_DASH) && at >= 2);
}

/* The quotation behind the attribution that ends at `end`, or behind an apposition and its comma:
 * “A,” said Smith, who lost, “B.” The number of tokens when there is none. */
static size_t next_quote(const struct english_frame *frame, size_t end)
{
    for (size_t at = end; at < frame->tokens->count && at < end + APPOSITION_MOST; at++) {
        const struct token *token = english_frame_token(frame, at);
        if (token->kind == TOKEN_QUOTE)
            return at > end && token_is_break(token - 1) ? at : frame->tokens->count;
        if (token->kind == TOKEN_STOP || token->kind == TOKEN_TERM ||
            (token->cue != NULL && token->form != CUE_BASE))
            break;
    }
    return frame->tokens->count;
}

/* “The paper saw a cause: the dam, it wrote, was old”: what is said begins behind the last colon or
 * semicolon before token `clause`, else at the first token. */
static size_t behind_colon(const struct english_frame *frame, size_t clause)
{
    size_t at = clause > 1 ? clause - 1 : 0;
    while (at > 0 && !english_frame_has(frame, at - 1, TOKEN_COLON) &&
           !english_frame_has(frame, at - 1, TOKEN_SEMICOLON))
        at--;
    return at;
}

bool english_frame_is_said(const struct token *token)
{
    return token->form == CUE_PAST || token->form == CUE_S;
}

bool english_frame_ends_open(const struct english_frame *frame, const struct token *quote)
{
    size_t end = quote_marks_at(frame->unit->marks, quote->start)->inner.end;
    return strchr(",!?", frame->unit->text[end - 1]) != NULL;
}

bool english_frame_is_attributed(const struct english_frame *frame, size_t at)
{
    struct english_subject subject;
    size_t cue = at + 1;
    while (cue < frame->tokens->count && cue < at + ATTRIBUTION_MOST &&
           !token_is_break(english_frame_token(frame, cue)) &&
           frame->tokens->items[cue].cue == NULL)
        cue++;
    const struct token *verb = english_frame_token(frame, cue);
    if (verb == NULL || verb->cue == NULL || !english_frame_is_said(verb) ||
        !english_frame_ends_open(frame, english_frame_token(frame, at)))
        return false;
    const struct token *next = english_frame_token(frame, cue + 1);
    if (cue == at + 1)
        return next != NULL && (next->named || next->capital ||
                                token_has(next, WORD_DETERMINER | WORD_PRONOUN | WORD_PERSON));
    return english_subject_find(frame->tokens, cue, &subject) && subject.clause == at + 1 &&
           subject.source == SOURCE_GIVEN && subject.personal && !subject.passive &&
           !subject.denied;
}

void english_frame_add_attributed(struct english_frame *frame, size_t clause, size_t end,
                                  struct statement statement)
{
    size_t before = clause - 1;
    if (before > 0 && !english_frame_is_quoted(english_frame_token(frame, before)) &&
        english_frame_is_quoted(english_frame_token(frame, before - 1)))
        before--;
    const struct token *quote = english_frame_token(frame, before);
    statement.clause = english_frame_place(frame, clause);
    bool leads =
        quote->kind == TOKEN_QUOTE && (before < 2 || frame->used >= before ||
                                       token_is_break(english_frame_token(frame, before - 1)));
    if (english_frame_is_quoted(quote) && (before == 0 || leads)) {
        if (before + 1 > frame->used)
            english_frame_add_quote(frame, before, statement);
    } else {
        bool goes_on = end < frame->tokens->count &&
                       (english_frame_has(frame, end, TOKEN_COMMA) ||
                        english_frame_has(frame, end, TOKEN_DASH)) &&
                       end + 2 < frame->tokens->count;
        size_t from = english_frame_place(frame, behind_colon(frame, clause));
        statement.said =
            (struct span){ from, goes_on ? frame->unit->to : english_frame_place(frame, clause) };
        statement.clause = from;
        const struct token *next = english_frame_token(frame, end + 1);
        /* Until then, as she noted, “...” */
        if (goes_on && clause <= LEAD_MOST && next->kind == TOKEN_QUOTE &&
            english_frame_is_whole(frame, end + 1)) {
            english_frame_add_quote(frame, end + 1, statement);
            return;
        }
        const struct token *verb =
            next != NULL && token_has(next, WORD_JOIN) ? english_frame_token(frame, end + 2) : next;
        /* ", he said, adding that" */
        goes_on = goes_on &&
                  (verb == NULL || verb->cue == NULL || (verb == next && verb->form != CUE_ING));
        if (!goes_on)
            statement.said.end = english_frame_place(frame, clause);
        english_frame_push(frame, &statement);
        frame->covered = frame->covered || goes_on;
        frame->used = before + 1;
        return;
    }
    /* “A,” he said, “B.” */
    size_t more = next_quote(frame, end);
    const struct token *next = english_frame_token(frame, more);
    if (next != NULL && more > end && !english_frame_is_attributed(frame, more)) {
        statement.clause = next->start;
        english_frame_add_quote(frame, more, statement);
    }
}

bool english_frame_begins_anew(const struct english_frame *frame, size_t cue,
                               const struct english_subject *subject)
{
    if (!frame->covered)
        return true;
    if (frame->out->count > frame->first &&
        frame->tokens->items[cue].start < frame->out->items[frame->out->count - 1].said.start)
        return false;
    size_t at = subject->clause;
    if (subject->source == SOURCE_SHARED) {
        const struct token *join = english_frame_token(frame, at);
        const struct token *verb = english_frame_token(frame, cue);
        bool comma =
            join->kind == TOKEN_COMMA || (at > 0 && english_frame_has(frame, at - 1, TOKEN_COMMA));
        return verb->form == CUE_ING
                   ? (comma && !token_is(join, "by") && !token_is(verb - 1, "by")) ||
                         token_has(join, WORD_JOIN)
                   : verb->form == CUE_PAST || verb->form == CUE_S || comma;
    }
    const struct token *first = english_frame_token(frame, at);
    if (first == NULL || at == 0)
        return false;
    const struct token *before = english_frame_token(frame, at - 1);
    bool joined =
        token_has(first, WORD_JOIN) || token_is_among(first, "while as although though whereas");
    /* ", the agency, which found that" */
    if (before->kind == TOKEN_COMMA && token_is_among(first, "which who") &&
        cue + 1 < frame->tokens->count && token_is(&frame->tokens->items[cue + 1], "that"))
        return true;
    return before->kind == TOKEN_SEMICOLON || before->kind == TOKEN_DASH ||
           (joined && (before->kind == TOKEN_COMMA || token_is_among(first, "while whereas")));
}

bool english_frame_drop_carrier(struct english_frame *frame, const struct english_subject *subject,
                                struct statement *carrier)
{
    if (frame->out->count == frame->first || subject->source != SOURCE_GIVEN)
        return false;
    const struct statement *before = &frame->out->items[frame->out->count - 1];
    const char *cue = frame->unit->text + before->cue.start;
    if (before->said.start != subject->words.start || before->direct ||
        (strncmp(cue, "report", 6) != 0 && strncmp(cue + 1, "ccording", 8) != 0))
        return false;
    *carrier = *before;
    frame->out->count--;
    return true;
}
