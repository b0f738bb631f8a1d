#include "quote/english_sources.h"

#include <string.h>

#include "quote/english_complement.h"
#include "quote/english_lead.h"

#define SOURCE_MOST 25
#define ANSWER_MOST 7 /* tokens behind “...” was */

/* Where the name behind "according to" ends. */
static size_t source_end(const struct english_frame *frame, size_t at)
{
    size_t end = at;
    while (end < frame->tokens->count && end - at < SOURCE_MOST) {
        const struct token *token = english_frame_token(frame, end);
        /* the “Seattle Times” */
        bool title =
            token->kind == TOKEN_TERM && (end == at || token_has(token - 1, WORD_DETERMINER));
        static const char ends[] = "during after before amid while because following when";
        if (end > at && token_is_among(token, ends))
            return end;
        if ((token_is_break(token) && token->kind != TOKEN_DASH) ||
            (english_frame_is_quoted(token) && !title) ||
            token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL) ||
            token_is_among(token, "who which that"))
            break;
        end++;
    }
    return end;
}

/* Whether a word may stand in the words for who somebody is: a broker at Northgate; but not in “a
 * man fell”, “drivers pay”, “the mayor is ill”. */
static bool tells_who(const struct token *token, bool behind_person)
{
    size_t length = strlen(token->text);
    bool person = token_has(token, WORD_PERSON);
    if (token->kind != TOKEN_WORD || token->capital || token->named)
        return token->kind == TOKEN_WORD || token->named;
    if (token_has(token, WORD_BE | WORD_AUXILIARY | WORD_MODAL | WORD_PRONOUN) ||
        (token->cue != NULL && token->form == CUE_PAST))
        return false;
    if (person)
        return token->text[length - 1] != 's' || token->text[length - 2] == 's';
    return !behind_person || token_has(token, WORD_PREPOSITION | WORD_JOIN);
}

/* Whether a name stands between commas at `at`: the mayor of Harwick, Anna Berg, resigned. */
static bool is_name_apart(const struct english_frame *frame, size_t at)
{
    size_t end = at;
    while (end < frame->tokens->count && english_frame_token(frame, end)->capital)
        end++;
    return end > at && english_frame_has(frame, end, TOKEN_COMMA);
}

/* According to Ann Lee, a broker at Northgate, ...; Ann Lee, who keeps the port, ...: the comma behind
 * the words that say who it is; `end` where none do. */
static size_t past_apposition(const struct english_frame *frame, size_t end)
{
    if (!english_frame_has(frame, end, TOKEN_COMMA) || end + 2 >= frame->tokens->count)
        return end;
    bool who = token_is(english_frame_token(frame, end + 1), "who");
    bool person = false;
    unsigned small = 0; /* words behind the person, but for prepositions and determiners */
    for (size_t at = end + 1; at < frame->tokens->count && at - end < SOURCE_MOST; at++) {
        const struct token *token = english_frame_token(frame, at);
        bool last_named = token[-1].capital || token[-1].named;
        if (token->kind == TOKEN_COMMA)
            return who || (person && (last_named || small <= 1) && !is_name_apart(frame, at + 1))
                       ? at : end;
        if (token_is_break(token) || english_frame_is_quoted(token) ||
            (!who && !tells_who(token, token_has(token - 1, WORD_PERSON))))
            return end;
        small += person && !token->capital &&
                 !token_has(token, WORD_PREPOSITION | WORD_DETERMINER | WORD_PERSON);
        person = person || token_has(token, WORD_PERSON);
    }
    return end;
}

/* according to X, in X's view */
static void try_source(struct english_frame *frame, size_t at, size_t first, size_t end)
{
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = at };
    if (end <= first)
        return;
    size_t cue = first - 1;
    end = english_lead_apposed(frame->tokens, &first, end);
    english_subject_judge(frame->tokens, first, end, &subject);
    if (!subject.personal || subject.narrator || frame->covered)
        return;
    /* “...,” said Smith, according to the paper: Smith it is */
    if (frame->out->count > frame->first)
        return;
    const struct token *token = english_frame_token(frame, at);
    struct statement statement = { .speaker = subject.words, .clause = token->start };
    statement.cue = (struct span){ token->start, english_frame_token(frame, cue)->end };
    bool leads = english_subject_skip(frame->tokens, 0, at) >= at || at == 0 ||
                 english_frame_has(frame, at - 1, TOKEN_SEMICOLON);
    size_t behind = leads ? past_apposition(frame, end) : end;
    if (at > 0 && english_frame_is_quoted(english_frame_token(frame, 0)) && at <= 2 &&
        english_frame_token(frame, 0)->kind == TOKEN_QUOTE) {
        english_frame_add_quote(frame, 0, statement);
        return;
    }
    while (behind < frame->tokens->count && english_frame_has(frame, behind, TOKEN_COMMA))
        behind++;
    /* when, in the words of the mayor, “...” */
    if (behind > end && at > 0 && english_frame_has(frame, behind, TOKEN_QUOTE) &&
        english_frame_is_whole(frame, behind)) {
        english_frame_add_quote(frame, behind, statement);
        return;
    }
    bool more = behind + 1 < frame->tokens->count;
    statement.said = (struct span){ leads ? english_frame_place(frame, behind) : frame->unit->from,
                                    more ? frame->unit->to : english_frame_place(frame, at) };
    if (leads && !more)
        return;
    statement.clause = frame->unit->from;
    if (leads && english_frame_is_quoted(english_frame_token(frame, behind)) &&
        english_frame_is_whole(frame, behind)) {
        english_frame_add_quote(frame, behind, statement);
        return;
    }
    english_frame_push(frame, &statement);
    frame->covered = leads;
}

/* in his view, in X's opinion */
static bool is_view(const struct english_frame *frame, size_t at, size_t *noun)
{
    if (!token_is(english_frame_token(frame, at), "in"))
        return false;
    for (size_t i = at + 2; i < frame->tokens->count && i < at + 6; i++) {
        const struct token *token = english_frame_token(frame, i);
        const struct token *before = token - 1;
        if (token_is_among(token, "view opinion words")) {
            *noun = i;
            return before->possessive || token_is_among(before, "his her their");
        }
        if (token_is_break(token))
            return false;
    }
    return false;
}

/* In the view of the mayor, ...: its "of"; 0. */
static size_t view_of(const struct english_frame *frame, size_t at)
{
    static const char nouns[] = "view opinion words eyes judgement judgment";
    bool known = token_is(english_frame_token(frame, at), "in") && at + 4 < frame->tokens->count &&
                 token_is(english_frame_token(frame, at + 1), "the") &&
                 token_is(english_frame_token(frame, at + 3), "of");
    return known && token_is_among(english_frame_token(frame, at + 2), nouns) ? at + 3 : 0;
}

/* According to the port, ...; in his view, ... */
static void try_others(struct english_frame *frame, size_t at)
{
    size_t noun, of = view_of(frame, at);
    if (token_is(english_frame_token(frame, at), "according") && at + 2 < frame->tokens->count &&
        token_is(english_frame_token(frame, at + 1), "to")) {
        try_source(frame, at, at + 2, source_end(frame, at + 2));
    } else if (of > 0) {
        try_source(frame, at, of + 1, source_end(frame, of + 1));
    } else if (is_view(frame, at, &noun) && !frame->covered && frame->out->count == frame->first) {
        struct english_subject subject = { .source = SOURCE_GIVEN };
        english_subject_judge(frame->tokens, at + 1, noun, &subject);
        struct statement statement = { .speaker = subject.words, .clause = frame->unit->from };
        statement.cue = (struct span){ english_frame_token(frame, at)->start,
                                       english_frame_token(frame, noun)->end };
        bool leads = at == 0;
        statement.said =
            (struct span){ leads ? english_frame_place(frame, noun + 1) : frame->unit->from,
                           frame->unit->to };
        english_frame_push(frame, &statement);
        frame->covered = true;
    }
}

/* The subject of the participle at `at`, which is none of the verbs of saying: "X, who works there,
 * was quoted", "X expressed". */
static bool find_subject(struct english_frame *frame, size_t at, struct english_subject *subject)
{
    static const struct cue participle = { "", CUE_THAT, NULL };
    struct token *token = &frame->tokens->items[at];
    token->cue = &participle;
    token->form = CUE_PAST;
    bool found = english_subject_find(frame->tokens, at, subject) && !subject->denied &&
                 !subject->narrator && subject->personal;
    token->cue = NULL;
    return found;
}

/* expressed the belief that, let it be known that, made it clear that: the token "that"; 0. */
static size_t expressed_that(const struct english_frame *frame, size_t at)
{
    static const char verbs[] = "expressed voiced let made makes gave took";
    static const char nouns[] = "belief view views concern concerns hope doubt doubts fear fears "
                                "known clear plain point opinion confidence warning assurance "
                                "conviction";
    bool verb = token_is_among(english_frame_token(frame, at), verbs), noun = false;
    for (size_t i = at + 1; verb && i < frame->tokens->count && i < at + 8; i++) {
        const struct token *token = english_frame_token(frame, i);
        if (token_is(token, "that"))
            return noun ? i : 0;
        if (token_is_break(token))
            return 0;
        noun = noun || token_is_among(token, nouns);
    }
    return 0;
}

static void try_expressed(struct english_frame *frame, size_t at, size_t that)
{
    struct english_subject subject;
    struct statement carrier;
    if (!find_subject(frame, at, &subject) || subject.passive || that + 2 >= frame->tokens->count ||
        (!english_frame_begins_anew(frame, at, &subject) &&
         !english_frame_drop_carrier(frame, &subject, &carrier)))
        return;
    static const struct cue express = { "express", CUE_THAT, NULL };
    frame->tokens->items[at].cue = &express;
    struct statement statement = english_frame_begin(frame, at, &subject);
    statement.cue.end = english_frame_token(frame, that - 1)->end;
    statement.said = (struct span){ english_frame_place(frame, that + 1), frame->unit->to };
    english_frame_push(frame, &statement);
    frame->covered = true;
}

/* The token "saying" of "as saying" near; 0 where there is none. */
static size_t saying_near(const struct english_frame *frame, size_t at)
{
    for (size_t i = at + 1; i + 1 < frame->tokens->count && i < at + 12; i++) {
        if (token_is(english_frame_token(frame, i), "as") &&
            token_is(english_frame_token(frame, i + 1), "saying"))
            return i + 1;
    }
    return 0;
}

/* The words behind "as saying". */
static bool take_words(struct english_frame *frame, size_t saying, struct statement statement)
{
    size_t at = saying + 1;
    const struct token *next = english_frame_token(frame, at);
    if (next != NULL &&
        (token_is(next, "that") || next->kind == TOKEN_COLON || next->kind == TOKEN_COMMA))
        next = english_frame_token(frame, ++at);
    if (next == NULL || token_is_break(next) || token_is_among(next, "by in"))
        return false;
    if (english_frame_is_quoted(next) && english_frame_is_whole(frame, at)) {
        english_frame_add_quote(frame, at, statement);
        return true;
    }
    statement.said = (struct span){ english_frame_place(frame, at), frame->unit->to };
    english_frame_push(frame, &statement);
    frame->covered = true;
    return true;
}

/* X was quoted (by Y) (as saying) ...; Y quoted X as saying ... */
static void try_quoted(struct english_frame *frame, size_t at)
{
    static const char words[] = "quoted cited quotes quoting citing";
    if (!token_is_among(english_frame_token(frame, at), words) || at == 0)
        return;
    size_t saying = saying_near(frame, at);
    struct english_subject subject = { .source = SOURCE_GIVEN, .clause = at };
    bool passive = token_has(english_frame_token(frame, at - 1), WORD_BE);
    if (passive && (!find_subject(frame, at, &subject) || subject.source != SOURCE_GIVEN))
        return;
    if (!passive && saying > at + 2)
        english_subject_judge(frame->tokens, at + 1, saying - 1, &subject);
    if (!subject.personal)
        return;
    size_t cue = saying > 0 ? saying : at;
    struct statement statement = {
        .cue = { english_frame_token(frame, cue)->start, english_frame_token(frame, cue)->end },
        .speaker = subject.words,
        .clause = english_frame_place(frame, passive ? subject.clause : cue)
    };
    if (saying > 0 && take_words(frame, saying, statement))
        return;
    if (passive && english_frame_is_behind(frame, subject.clause))
        english_frame_add_attributed(frame, subject.clause, frame->tokens->count, statement);
}

/* As the paper reported, ... */
static void try_as(struct english_frame *frame, size_t begin)
{
    struct english_subject subject;
    size_t comma = begin + 1, cue = 0;
    while (comma < frame->tokens->count && comma < SOURCE_MOST &&
           !token_is_break(english_frame_token(frame, comma))) {
        const struct token *token = english_frame_token(frame, comma);
        if (token->cue != NULL && token->form != CUE_ING && comma > begin + 1)
            cue = comma;
        comma++;
    }
    if (cue == 0 || comma + 2 >= frame->tokens->count ||
        !english_frame_has(frame, comma, TOKEN_COMMA) ||
        !english_subject_find(frame->tokens, cue, &subject) || subject.passive || subject.denied ||
        subject.narrator || !subject.personal || subject.source != SOURCE_GIVEN)
        return;
    const char *link = frame->tokens->items[cue].cue->link;
    const struct token *next = english_frame_token(frame, cue + 1);
    bool linked = next != NULL && (token_is(next, "it") || (link != NULL && token_is(next, link)));
    size_t behind = cue + 1 + linked;
    if (english_complement_skip(frame->tokens, behind) != comma)
        return;
    struct statement statement = english_frame_begin(frame, cue, &subject);
    statement.said = (struct span){ english_frame_place(frame, comma + 1), frame->unit->to };
    statement.clause = frame->unit->from;
    english_frame_push(frame, &statement);
    frame->covered = true;
}

/* The judge was blunt: “...” */
static void try_colon(struct english_frame *frame, size_t at)
{
    struct english_subject subject = { .source = SOURCE_GIVEN };
    size_t first;
    const struct token *next = english_frame_token(frame, at + 1);
    size_t end = english_lead_find(frame->tokens, &first);
    if (frame->out->count > frame->first || next == NULL || next->kind != TOKEN_QUOTE ||
        end <= first || end >= at || !english_frame_is_whole(frame, at + 1))
        return;
    /* was told, did not say: not that one's words; but “puts it simply” and “says no, then adds”
     * are */
    for (size_t i = end; i < at; i++) {
        struct english_subject of;
        if (english_frame_token(frame, i)->cue != NULL &&
            english_subject_find(frame->tokens, i, &of) && (of.passive || of.denied))
            return;
    }
    english_subject_judge(frame->tokens, first, end, &subject);
    if (!subject.personal || subject.narrator)
        return;
    const struct token *colon = english_frame_token(frame, at);
    struct statement statement = { .cue = { colon->start, colon->start },
                                   .speaker = subject.words,
                                   .clause = frame->unit->from };
    english_frame_add_quote(frame, at + 1, statement);
}

/* “Ask me in May” was his only answer; “Patience” is all she will say. */
static void try_answer(struct english_frame *frame)
{
    static const char nouns[] = "answer reply response verdict comment message explanation "
                                "advice";
    const struct token *be = english_frame_token(frame, 1);
    if (be == NULL || !token_has(be, WORD_BE))
        return;
    size_t owner = 0;
    bool told = false;
    for (size_t i = 2; i < frame->tokens->count && i < 2 + ANSWER_MOST && !told; i++) {
        const struct token *token = english_frame_token(frame, i);
        if (token->kind != TOKEN_WORD)
            break;
        bool pronoun = token_is_among(token, "he she his her") || token->possessive;
        owner = owner == 0 && pronoun ? i : owner;
        told = token_is_among(token, "say said says") || token_is_among(token, nouns);
    }
    if (owner == 0 || !told)
        return;
    struct english_subject subject = { .source = SOURCE_GIVEN };
    size_t first = owner; /* Ruth Holt's, Mr. Holt's */
    while (first > 2 && frame->tokens->items[owner].possessive && frame->tokens->items[first - 1].capital)
        first--;
    english_subject_judge(frame->tokens, first, owner + 1, &subject);
    if (frame->tokens->items[owner].possessive && subject.words.end > subject.words.start + 2)
        subject.words.end =
            frame->tokens->items[owner].start + strlen(frame->tokens->items[owner].text);
    struct statement statement = { .cue = { be->start, be->end },
                                   .speaker = subject.words,
                                   .clause = frame->unit->from };
    english_frame_add_quote(frame, 0, statement);
    frame->covered = true;
}

void english_sources_take(struct english_frame *frame, size_t at)
{
    const struct token *token = english_frame_token(frame, at);
    size_t that;
    /* as, But as */
    bool begins = at == 0 || (at == 1 && token_has(token - 1, WORD_JOIN));
    if (at == 0 && english_frame_is_quoted(token)) {
        try_answer(frame);
    } else if (token->kind == TOKEN_COLON) {
        try_colon(frame, at);
    } else if (token->kind != TOKEN_WORD) {
        return;
    } else if (begins && token_is(token, "as")) {
        try_as(frame, at);
    } else if ((that = expressed_that(frame, at)) > 0) {
        try_expressed(frame, at, that);
    } else {
        try_quoted(frame, at);
        try_others(frame, at);
    }
}
