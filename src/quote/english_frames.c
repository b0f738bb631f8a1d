#include "quote/english_frames.h"

#include <string.h>

#include "base/vector.h"
#include "quote/english_complement.h"
#include "quote/english_subject.h"

#define INVERTED_MOST 14
#define SOURCE_MOST 25

struct frames {
    const struct quote_unit *unit;
    const struct english_tokens *tokens;
    struct statements *out;
    size_t first; /* of `out`: the unit's first statement */
    size_t open;  /* token that the last statement's clause begins with */
    bool covered; /* a statement reaches to the end of the unit */
    size_t used;  /* quotations that begin before this token belong to somebody */
};

static const struct token *item(const struct frames *frames, size_t at)
{
    return at < frames->tokens->count ? &frames->tokens->items[at] : NULL;
}

static bool has_kind(const struct frames *frames, size_t at, enum token_kind kind)
{
    return at < frames->tokens->count && frames->tokens->items[at].kind == kind;
}

static bool is_quoted(const struct token *token)
{
    return token != NULL && (token->kind == TOKEN_QUOTE || token->kind == TOKEN_TERM);
}

/* Where the clause begins, in bytes; the end of the unit behind the last token. */
static size_t place(const struct frames *frames, size_t at)
{
    return at < frames->tokens->count ? frames->tokens->items[at].start : frames->unit->to;
}

static struct span inner_of(const struct frames *frames, const struct token *token)
{
    const struct quote_mark *mark = quote_marks_at(frames->unit->marks, token->start);
    return mark != NULL ? mark->inner : (struct span){ token->start, token->end };
}

static void push(struct frames *frames, const struct statement *statement)
{
    VECTOR_PUSH(frames->out, *statement);
}

static struct statement begin(const struct frames *frames, size_t cue,
                              const struct english_subject *subject)
{
    const struct token *token = &frames->tokens->items[cue];
    struct statement statement = { .cue = { token->start, token->end },
                                   .speaker = subject->words,
                                   .clause = place(frames, subject->clause),
                                   .source = subject->source };
    const struct token *next = item(frames, cue + 1);
    if ((token->cue->traits & CUE_ON) != 0 && *token->cue->link != ',' && next != NULL)
        statement.cue.end = next->end;
    if (subject->source == SOURCE_SHARED && frames->out->count == frames->first) {
        size_t first;
        size_t end = english_subject_lead(frames->tokens, &first);
        bool led = end > first && end < cue;
        statement.source = led ? SOURCE_GIVEN : SOURCE_OPEN;
        if (led)
            statement.speaker = (struct span){ frames->tokens->items[first].start,
                                               frames->tokens->items[end - 1].end };
    }
    return statement;
}

/* Whether the unit may go on from a quotation at `at`: the words in it are all that is said. */
static bool is_whole(const struct frames *frames, size_t at)
{
    const struct token *quote = item(frames, at);
    const struct token *next = item(frames, at + 1);
    const struct span inner = inner_of(frames, quote);
    char last = frames->unit->text[inner.end - 1];
    if (next == NULL || token_is_break(next) || strchr(",.!?", last) != NULL)
        return true;
    return token_has(next, WORD_JOIN | WORD_PREPOSITION) && frames->tokens->count - at < 12 &&
           !english_complement_is_clause(frames->tokens, at + 1);
}

static void add_quote(struct frames *frames, size_t at, struct statement statement)
{
    statement.direct = true;
    statement.said = inner_of(frames, item(frames, at));
    push(frames, &statement);
    frames->used = at + 1;
}

/* A verdict ends with its clause. */
static size_t verdict_end(const struct frames *frames, size_t at)
{
    while (at < frames->tokens->count && !has_kind(frames, at, TOKEN_COLON) &&
           !has_kind(frames, at, TOKEN_SEMICOLON) && !has_kind(frames, at, TOKEN_DASH) &&
           !(has_kind(frames, at, TOKEN_COMMA) && at + 1 < frames->tokens->count &&
             token_has(item(frames, at + 1), WORD_SUBORDINATOR | WORD_JOIN)))
        at++;
    return at;
}

/* The words behind the verb. */
static bool try_complement(struct frames *frames, size_t cue, const struct english_subject *subject)
{
    size_t first;
    enum english_complement found = english_complement_find(frames->tokens, cue, &first);
    const struct token *token = &frames->tokens->items[cue];
    if (found != COMPLEMENT_QUOTE && found != COMPLEMENT_CLAUSE)
        return false;
    bool plain = strcmp(token->cue->base, "say") == 0 || strcmp(token->cue->base, "tell") == 0 ||
                 strcmp(token->cue->base, "warn") == 0;
    bool verdict = (token->cue->traits & CUE_VERDICT) != 0;
    if (!subject->personal &&
        ((!plain && found == COMPLEMENT_CLAUSE) || verdict || token->form == CUE_BASE))
        return false;
    if ((token->cue->traits & CUE_FINDING) != 0 && !subject->finder)
        return false;
    struct statement statement = begin(frames, cue, subject);
    /* "the story as the paper tells it" */
    if (found == COMPLEMENT_CLAUSE && subject->source == SOURCE_GIVEN &&
        token_is(item(frames, subject->clause), "as"))
        return false;
    /* "run it and report what you see": nobody's */
    if (statement.source == SOURCE_OPEN && token->form == CUE_BASE)
        return false;
    if (found == COMPLEMENT_QUOTE && is_whole(frames, first)) {
        add_quote(frames, first, statement);
        return true;
    }
    size_t from = first;
    statement.said = (struct span){ place(frames, from), frames->unit->to };
    if ((token->cue->traits & CUE_VERDICT) != 0)
        statement.said.end = place(frames, verdict_end(frames, first));
    if (found == COMPLEMENT_QUOTE)
        statement.said.start = inner_of(frames, item(frames, first)).start;
    push(frames, &statement);
    frames->covered = true;
    frames->open = first;
    return first < frames->tokens->count;
}

/* The end of the phrase behind an inverted verb (said Smith, the mayor); `at` when it is none. */
static size_t inverted_end(const struct frames *frames, size_t at)
{
    size_t end = at;
    while (end < frames->tokens->count && end - at < INVERTED_MOST) {
        const struct token *token = item(frames, end);
        if (token_is_break(token) || token->kind == TOKEN_QUOTE || token->kind == TOKEN_OPEN)
            break;
        if (token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL | WORD_NARRATOR) ||
            token_is(token, "that"))
            return at;
        if (token_is(token, "according") ||
            (end > at && token_has(token, WORD_TIME | WORD_SUBORDINATOR | WORD_ADVERB) &&
             !token->capital))
            break;
        if (end > at && token_has(token, WORD_PREPOSITION) && !token_is(token, "of") &&
            !token_is(token, "for") && !token_is(token, "from") && !token_is(token, "at"))
            break;
        if (end > at && is_quoted(token))
            break;
        if (end > at && token->capital && token_has(token, WORD_TIME))
            break;
        end++;
    }
    return end;
}

static bool is_said_form(const struct token *token)
{
    return token->form == CUE_PAST || token->form == CUE_S;
}

/* Whether an attribution may stand at `at`: behind a comma or a quotation, with words before it. */
static bool is_behind(const struct frames *frames, size_t at)
{
    const struct token *before = at > 0 ? item(frames, at - 1) : NULL;
    if (before == NULL)
        return false;
    return before->kind == TOKEN_QUOTE || before->kind == TOKEN_TERM ||
           ((before->kind == TOKEN_COMMA || before->kind == TOKEN_DASH) && at >= 2) ||
           (before->kind == TOKEN_COMMA && at == 2 && is_quoted(item(frames, 0)));
}

/* The statement that the attribution at `clause` (tokens up to `end`) is of: the quotation before
 * it, else the sentence. */
static void add_attributed(struct frames *frames, size_t clause, size_t end,
                           struct statement statement)
{
    size_t before = clause - 1;
    if (before > 0 && !is_quoted(item(frames, before)) && is_quoted(item(frames, before - 1)))
        before--;
    const struct token *quote = item(frames, before);
    statement.clause = place(frames, clause);
    bool leads =
        quote->kind == TOKEN_QUOTE && (before == 0 || before < 2 || frames->used >= before ||
                                       token_is_break(item(frames, before - 1)));
    if (is_quoted(quote) && (before == 0 || leads)) {
        if (before + 1 > frames->used)
            add_quote(frames, before, statement);
    } else {
        bool goes_on = end < frames->tokens->count &&
                       (has_kind(frames, end, TOKEN_COMMA) || has_kind(frames, end, TOKEN_DASH)) &&
                       end + 2 < frames->tokens->count;
        size_t from = frames->unit->from;
        statement.said = (struct span){ from, goes_on ? frames->unit->to : place(frames, clause) };
        statement.clause = from;
        const struct token *next = item(frames, end + 1);
        const struct token *verb =
            next != NULL && token_has(next, WORD_JOIN) ? item(frames, end + 2) : next;
        /* ", he said, adding that" */
        goes_on = goes_on &&
                  (verb == NULL || verb->cue == NULL || (verb == next && verb->form != CUE_ING));
        if (!goes_on)
            statement.said.end = place(frames, clause);
        push(frames, &statement);
        frames->covered = frames->covered || goes_on;
        frames->used = before + 1;
        return;
    }
    /* “A,” he said, “B.” */
    size_t more = end;
    while (more < frames->tokens->count && token_is_break(item(frames, more)))
        more++;
    const struct token *next = item(frames, more);
    if (next != NULL && next->kind == TOKEN_QUOTE && more > end) {
        statement.clause = next->start;
        add_quote(frames, more, statement);
    }
}

/* ", he said," and “...” he said */
static bool try_parenthesis(struct frames *frames, size_t cue,
                            const struct english_subject *subject)
{
    const struct token *token = &frames->tokens->items[cue];
    if (subject->source != SOURCE_GIVEN || !subject->personal ||
        !is_behind(frames, subject->clause) ||
        (token->cue->traits & (CUE_SURE | CUE_THAT | CUE_ON | CUE_QUESTION | CUE_FINDING)) == 0)
        return false;
    size_t at = cue + 1;
    if ((token->cue->traits & CUE_ON) != 0 && *token->cue->link != ',')
        at++;
    if ((token->cue->traits & CUE_ADDRESSEE) != 0) {
        while (at < frames->tokens->count && !token_is_break(item(frames, at)) && at < cue + 12 &&
               !token_is(item(frames, at), "that"))
            at++;
    } else {
        at = english_complement_skip(frames->tokens, at);
    }
    const struct token *next = item(frames, at);
    if (next != NULL && !token_is_break(next) && next->kind != TOKEN_QUOTE &&
        !token_is(next, "according") &&
        !(token_has(next, WORD_SUBORDINATOR | WORD_JOIN) &&
          is_quoted(item(frames, subject->clause - 1))))
        return false;
    if (next != NULL && next->kind == TOKEN_COLON)
        return false;
    add_attributed(frames, subject->clause, at, begin(frames, cue, subject));
    return true;
}

/* “...,” said Smith; the storm is near, reported the centre */
static bool try_inverted(struct frames *frames, size_t cue)
{
    const struct token *token = &frames->tokens->items[cue];
    bool goes_on = (token->cue->traits & CUE_ON) != 0 && *token->cue->link == ',';
    if (!is_said_form(token) || ((token->cue->traits & (CUE_SURE | CUE_THAT)) == 0 && !goes_on) ||
        !is_behind(frames, cue) ||
        (cue < 3 && !is_quoted(item(frames, cue - 1)) && !is_quoted(item(frames, 0))))
        return false;
    const struct token *next = item(frames, cue + 1);
    if (next == NULL || next->kind != TOKEN_WORD)
        return false;
    size_t end = inverted_end(frames, cue + 1);
    const struct token *stop = item(frames, end);
    bool closes = stop == NULL || token_is_break(stop) || is_quoted(stop) ||
                  token_is(stop, "according") ||
                  token_has(stop, WORD_PREPOSITION | WORD_TIME | WORD_SUBORDINATOR | WORD_ADVERB);
    if (end == cue + 1 || !closes)
        return false;
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = cue };
    english_subject_judge(frames->tokens, cue + 1, end, &subject);
    if (!subject.personal || subject.narrator)
        return false;
    end = english_complement_skip(frames->tokens, end);
    add_attributed(frames, cue, end, begin(frames, cue, &subject));
    return true;
}

/* Whether a cue within an open statement begins a new one: joined by a conjunction, by a comma and
 * one, or behind a semicolon. */
static bool begins_anew(const struct frames *frames, size_t cue,
                        const struct english_subject *subject)
{
    if (!frames->covered)
        return true;
    if (frames->out->count > frames->first &&
        frames->tokens->items[cue].start < frames->out->items[frames->out->count - 1].said.start)
        return false;
    size_t at = subject->clause;
    if (subject->source == SOURCE_SHARED) {
        const struct token *join = item(frames, at);
        const struct token *verb = item(frames, cue);
        bool comma = join->kind == TOKEN_COMMA || (at > 0 && has_kind(frames, at - 1, TOKEN_COMMA));
        return verb->form == CUE_ING ? comma || token_has(join, WORD_JOIN)
                                     : verb->form == CUE_PAST || verb->form == CUE_S || comma;
    }
    const struct token *first = item(frames, at);
    if (first == NULL || at == 0)
        return false;
    const struct token *before = item(frames, at - 1);
    bool joined = token_has(first, WORD_JOIN) || token_is(first, "while") ||
                  token_is(first, "as") || token_is(first, "although") ||
                  token_is(first, "though") || token_is(first, "whereas");
    return before->kind == TOKEN_SEMICOLON || before->kind == TOKEN_DASH ||
           (joined && (before->kind == TOKEN_COMMA || token_is(first, "while") ||
                       token_is(first, "whereas")));
}

/* "IRNA reported that the mayor said": the mayor's it is. */
static bool is_carried(const struct frames *frames, const struct english_subject *subject)
{
    if (frames->out->count == frames->first || subject->source != SOURCE_GIVEN)
        return false;
    const struct statement *before = &frames->out->items[frames->out->count - 1];
    return before->said.start == subject->words.start && !before->direct &&
           strncmp(frames->unit->text + before->cue.start, "report", 6) == 0;
}

static bool is_quoted_as(const struct frames *frames, size_t cue)
{
    return token_is(item(frames, cue), "saying") && cue >= 3 &&
           token_is(item(frames, cue - 1), "as");
}

/* was quoted (by X) as saying; quoted X as saying */
static void try_quoted_as(struct frames *frames, size_t cue)
{
    for (size_t i = cue - 1; i > 0 && cue - i < 16; i--) {
        const struct token *token = item(frames, i - 1);
        if (!token_is(token, "quoted") && !token_is(token, "cited") && !token_is(token, "quotes") &&
            !token_is(token, "quoting") && !token_is(token, "citing"))
            continue;
        struct english_subject subject = { .source = SOURCE_GIVEN, .clause = cue };
        bool passive = i > 1 && token_has(item(frames, i - 2), WORD_BE);
        if (passive) {
            size_t end = i - 2, first = end;
            while (first > 0 && !token_is_break(item(frames, first - 1)))
                first--;
            first = english_subject_skip(frames->tokens, first, end);
            if (first >= end)
                return;
            english_subject_judge(frames->tokens, first, end, &subject);
        } else if (i < cue - 1) {
            english_subject_judge(frames->tokens, i, cue - 1, &subject);
        } else {
            return;
        }
        size_t at = cue + 1;
        const struct token *next = item(frames, at);
        if (next != NULL && (token_is(next, "that") || token_is_break(next)))
            at++;
        if (at >= frames->tokens->count)
            return;
        struct statement statement = { .cue = { item(frames, cue)->start, item(frames, cue)->end },
                                       .speaker = subject.words,
                                       .clause = place(frames, cue),
                                       .said = { place(frames, at), frames->unit->to } };
        if (is_quoted(item(frames, at)) && is_whole(frames, at)) {
            add_quote(frames, at, statement);
        } else {
            push(frames, &statement);
            frames->covered = true;
        }
        return;
    }
}

static void try_cue(struct frames *frames, size_t cue)
{
    struct english_subject subject;
    if (is_quoted_as(frames, cue)) {
        try_quoted_as(frames, cue);
        return;
    }
    bool found = english_subject_find(frames->tokens, cue, &subject);
    if (found && (subject.passive || subject.denied || subject.narrator))
        return;
    if (!english_complement_has_particle(frames->tokens, cue) ||
        english_complement_is_anonymous(frames->tokens, cue))
        return;
    if (found && !begins_anew(frames, cue, &subject)) {
        if (!is_carried(frames, &subject))
            return;
        frames->out->count--;
    }
    if (found && try_parenthesis(frames, cue, &subject))
        return;
    if (!frames->covered &&
        (!found || subject.source != SOURCE_GIVEN || !is_behind(frames, subject.clause)) &&
        try_inverted(frames, cue))
        return;
    if (found)
        (void)try_complement(frames, cue, &subject);
}

/* Where the name behind "according to" ends. */
static size_t source_end(const struct frames *frames, size_t at)
{
    size_t end = at;
    while (end < frames->tokens->count && end - at < SOURCE_MOST) {
        const struct token *token = item(frames, end);
        if ((token_is_break(token) && token->kind != TOKEN_DASH) || is_quoted(token) ||
            token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL) || token_is(token, "who") ||
            token_is(token, "which") || token_is(token, "that"))
            break;
        end++;
    }
    return end;
}

/* according to X, in X's view */
static void try_source(struct frames *frames, size_t at, size_t first, size_t end)
{
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = at };
    if (end <= first)
        return;
    english_subject_judge(frames->tokens, first, end, &subject);
    if (!subject.personal || subject.narrator || frames->covered)
        return;
    /* “...,” said Smith, according to the paper: Smith it is */
    if (frames->out->count > frames->first)
        return;
    const struct token *token = item(frames, at);
    struct statement statement = { .speaker = subject.words, .clause = token->start };
    statement.cue = (struct span){ token->start, item(frames, first - 1)->end };
    size_t behind = end;
    if (at > 0 && is_quoted(item(frames, 0)) && at <= 2 && item(frames, 0)->kind == TOKEN_QUOTE) {
        add_quote(frames, 0, statement);
        return;
    }
    while (behind < frames->tokens->count && has_kind(frames, behind, TOKEN_COMMA))
        behind++;
    bool leads = english_subject_skip(frames->tokens, 0, at) >= at || at == 0 ||
                 has_kind(frames, at - 1, TOKEN_SEMICOLON);
    bool more = behind + 1 < frames->tokens->count;
    statement.said = (struct span){ leads ? place(frames, behind) : frames->unit->from,
                                    more ? frames->unit->to : place(frames, at) };
    if (leads && !more)
        return;
    statement.clause = frames->unit->from;
    if (leads && is_quoted(item(frames, behind)) && is_whole(frames, behind)) {
        add_quote(frames, behind, statement);
        return;
    }
    push(frames, &statement);
    frames->covered = leads;
}

/* in his view, in X's opinion */
static bool is_view(const struct frames *frames, size_t at, size_t *noun)
{
    if (!token_is(item(frames, at), "in"))
        return false;
    for (size_t i = at + 2; i < frames->tokens->count && i < at + 6; i++) {
        const struct token *token = item(frames, i);
        const struct token *before = token - 1;
        if (token_is(token, "view") || token_is(token, "opinion") || token_is(token, "words")) {
            *noun = i;
            return before->possessive || token_is(before, "his") || token_is(before, "her") ||
                   token_is(before, "their");
        }
        if (token_is_break(token))
            return false;
    }
    return false;
}

static void try_others(struct frames *frames, size_t at)
{
    size_t noun;
    if (token_is(item(frames, at), "according") && at + 2 < frames->tokens->count &&
        token_is(item(frames, at + 1), "to")) {
        try_source(frames, at, at + 2, source_end(frames, at + 2));
    } else if (is_view(frames, at, &noun)) {
        struct english_subject subject = { .source = SOURCE_GIVEN };
        english_subject_judge(frames->tokens, at + 1, noun, &subject);
        if (frames->covered || frames->out->count > frames->first)
            return;
        struct statement statement = { .speaker = subject.words, .clause = frames->unit->from };
        statement.cue = (struct span){ item(frames, at)->start, item(frames, noun)->end };
        bool leads = at == 0;
        statement.said =
            (struct span){ leads ? place(frames, noun + 1) : frames->unit->from, frames->unit->to };
        push(frames, &statement);
        frames->covered = true;
    }
}

/* expressed the belief that */
static bool is_expressed(const struct frames *frames, size_t at)
{
    if (!token_is(item(frames, at), "expressed") && !token_is(item(frames, at), "voiced"))
        return false;
    for (size_t i = at + 2; i < frames->tokens->count && i < at + 8; i++) {
        if (token_is(item(frames, i), "that"))
            return true;
        if (token_is_break(item(frames, i)))
            return false;
    }
    return false;
}

static void try_expressed(struct frames *frames, size_t at)
{
    struct english_tokens tokens = *frames->tokens;
    static const struct cue express = { "express", CUE_THAT, NULL };
    struct english_subject subject;
    struct token *token = &tokens.items[at];
    token->cue = &express;
    token->form = CUE_PAST;
    size_t that = at + 2;
    while (!token_is(item(frames, that), "that"))
        that++;
    if (english_subject_find(&tokens, at, &subject) && !subject.passive && !subject.denied &&
        !subject.narrator && subject.personal && begins_anew(frames, at, &subject) &&
        that + 2 < frames->tokens->count) {
        struct statement statement = begin(frames, at, &subject);
        statement.cue.end = item(frames, that - 1)->end;
        statement.said = (struct span){ place(frames, that + 1), frames->unit->to };
        push(frames, &statement);
        frames->covered = true;
    }
}

/* What is quoted and has no cue: for the chain. */
static void add_bare(struct frames *frames)
{
    for (size_t i = frames->used; i < frames->tokens->count; i++) {
        const struct token *token = item(frames, i);
        bool alone = i == 0 || i == frames->used;
        if (token->kind != TOKEN_QUOTE || !alone || !is_whole(frames, i))
            return;
        struct statement statement = { .clause = token->start, .source = SOURCE_OPEN };
        add_quote(frames, i, statement);
        while (i + 1 < frames->tokens->count && token_is_break(item(frames, i + 1)))
            frames->used = ++i + 1;
    }
}

/* “...,” X, who works there, was quoted by Y */
static void try_quoted_by(struct frames *frames, size_t at)
{
    if (at < 3 || !token_has(item(frames, at - 1), WORD_BE) || item(frames, at + 1) == NULL ||
        !(token_is(item(frames, at + 1), "by") || token_is(item(frames, at + 1), "in")))
        return;
    size_t first = at - 1;
    while (first > 0 && !is_quoted(item(frames, first - 1)))
        first--;
    size_t end = first;
    while (end < at - 1 && !token_is_break(item(frames, end)))
        end++;
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = first };
    if (first > 0 && end > first)
        english_subject_judge(frames->tokens, first, end, &subject);
    struct statement statement = { .cue = { item(frames, at)->start, item(frames, at)->end },
                                   .speaker = subject.words };
    if (subject.personal && !subject.narrator)
        add_attributed(frames, first, frames->tokens->count, statement);
}

void english_frames_find(const struct quote_unit *unit, const struct english_tokens *tokens,
                         struct statements *out)
{
    struct frames frames = { .unit = unit, .tokens = tokens, .out = out, .first = out->count };
    if (!tokens->cues)
        return;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        if (token->cue != NULL)
            try_cue(&frames, i);
        else if (token_is(token, "quoted"))
            try_quoted_by(&frames, i);
        else if (is_expressed(&frames, i))
            try_expressed(&frames, i);
        else if (token->kind == TOKEN_WORD)
            try_others(&frames, i);
    }
    if (out->count == frames.first)
        add_bare(&frames);
}
