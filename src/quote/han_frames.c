#include "quote/han_frames.h"

#include <stdint.h>
#include <string.h>

#include "quote/han_act.h"
#include "quote/han_frame.h"
#include "quote/han_living.h"
#include "quote/han_sources.h"
#include "quote/han_subject.h"
#include "text/han_cue.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3
#define LEAD_MOST 60      /* of 但是 and the like */
#define SHARED_MOST 12    /* bytes between a clause's beginning and its verb */
#define CLAUSE_MOST 300   /* bytes before a verb */
#define ADDRESSEE_MOST 60 /* bytes behind 告诉 */
#define MODIFIER_MOST 150 /* bytes behind a request within which another verb makes it a part */
#define ASKED_MOST 60     /* bytes between 问 and what is asked */
#define OBJECT_MOST 30    /* bytes of who is criticised before the words in marks */
#define TOLD_MOST 18      /* bytes of whom “…” is said to, behind its verb */
#define BRACKET_MOST 60   /* bytes of an age and a trade */
#define TRAILING_MOST 60  /* bytes of an attribution that ends a sentence */
#define CLAUSE_LEAST 12   /* bytes of a clause behind 说 */

static const struct quote_mark *mark_from(const struct han_frame *frame, size_t at)
{
    const struct quote_mark *mark = quote_marks_after(frame->unit->marks, at);
    return mark != NULL && mark->outer.start >= frame->unit->from &&
                   mark->outer.start < frame->unit->to
               ? mark
               : NULL;
}

/* The colon behind `at` that ends its clause and has words in marks behind it; the unit's end. */
static size_t quoting_colon(const struct han_frame *frame, size_t at)
{
    const struct quote_mark *mark = mark_from(frame, at);
    if (mark == NULL || mark->outer.start <= at + HAN || !han_frame_is_whole(frame, mark))
        return frame->unit->to;
    size_t size, colon = utf8_previous(frame->unit->text, mark->outer.start);
    return han_frame_is_colon(quote_unit_code(frame->unit, colon, &size)) ? colon : frame->unit->to;
}

/* The statement behind the cue; false when nothing stands there that can be one. */
static bool add_behind(struct han_frame *frame, size_t behind, bool open,
                       struct statement statement)
{
    const struct quote_unit *unit = frame->unit;
    size_t size;
    bool done = han_frame_is_at(unit, behind, "了");
    while (han_frame_is_at(unit, behind, "了") || han_frame_is_at(unit, behind, "道") ||
           han_frame_is_at(unit, behind, "着"))
        behind += HAN;
    /* 调侃她“睡着了” */
    size_t whom = wordlist_at(unit->text, behind, unit->to, "他 她 它 他们 她们 自己 对方");
    const struct quote_mark *near = quote_marks_at(unit->marks, behind + whom);
    if (whom > 0 && near != NULL && near->outer.start == behind + whom)
        behind += whom;
    uint32_t code = quote_unit_code(unit, behind, &size);
    size_t at = behind;
    /* 指出了三个问题: a thing, not words */
    if ((done && code >= 0x4E00) || han_act_is_forecast(unit, statement.cue, behind))
        return false;
    if (han_frame_is_comma(code) || han_frame_is_colon(code)) {
        at += size;
        while (han_frame_is_at(unit, at, " "))
            at++;
    } else if (han_frame_is_at(unit, behind, " ")) {
        at++;
    }
    const struct quote_mark *mark = quote_marks_at(unit->marks, at);
    static const char slogans[] = "口号 的口号 等口号 的标语";
    if (mark != NULL && mark->outer.start == at &&
        (han_frame_is_whole(frame, mark) ||
         wordlist_at(unit->text, mark->outer.end, unit->to, slogans) > 0)) {
        han_frame_add_quote(frame, mark, statement);
        return true;
    }
    bool marked = mark != NULL && mark->outer.start == at;
    if (at == behind && !marked && han_act_is_feeling(unit, at))
        return false;
    if (size == 0 || (at == behind && !open && !marked) || at >= unit->to)
        return false;
    code = quote_unit_code(unit, at, &size);
    if (code == 0x3002 || han_frame_is_comma(code) || code == 0x3001 || code == 0xFF08 ||
        code == '(' || code == 0x201D)
        return false;
    statement.said = (struct span){ marked ? mark->inner.start : at, unit->to };
    /* 她觉得这是胡说：“来自耐心。” */
    size_t colon = !marked ? quoting_colon(frame, at) : unit->to;
    statement.said.end = colon;
    if (at == behind && !marked && han_act_is_judging(unit, statement.cue)) {
        statement.said.end = han_act_start(unit, at);
        const struct quote_mark *last = mark_from(frame, at);
        if (han_act_is_verdict(unit, statement.cue) && last != NULL &&
            last->outer.end + HAN >= statement.said.end && last->outer.start - at <= OBJECT_MOST) {
            han_frame_add_quote(frame, last, statement);
            return true;
        }
        if (han_act_is_denied_thing(unit, statement.said))
            return false;
    }
    han_frame_push(frame, &statement);
    frame->covered = statement.said.end == unit->to;
    return true;
}

/* Whether a quotation follows: who stands before it speaks, name or not. */
static bool is_quoting(const struct quote_unit *unit, size_t behind)
{
    size_t size;
    uint32_t code = quote_unit_code(unit, behind, &size);
    if (!han_frame_is_comma(code) && !han_frame_is_colon(code))
        return false;
    const struct quote_mark *mark = quote_marks_at(unit->marks, behind + size);
    return mark != NULL && mark->outer.start == behind + size;
}

/* “……”，X说。: the quotation right before the clause. */
static const struct quote_mark *mark_before(const struct han_frame *frame)
{
    const struct quote_unit *unit = frame->unit;
    size_t at = frame->clause;
    while (at > unit->from) {
        size_t before = utf8_previous(unit->text, at);
        size_t size;
        uint32_t code = quote_unit_code(unit, before, &size);
        if (!han_frame_is_comma(code) && code != ' ')
            break;
        at = before;
    }
    if (at <= unit->from || at <= frame->used)
        return NULL;
    const struct quote_mark *mark = quote_marks_at(unit->marks, utf8_previous(unit->text, at));
    /* “…”赛后，霍尔特对记者说。 */
    const struct quote_mark *first = quote_marks_at(unit->marks, unit->from);
    if (mark == NULL && first != NULL && first->outer.start == unit->from &&
        first->outer.end <= frame->before && frame->used <= unit->from &&
        han_frame_clause_end(unit, frame->clause) + HAN >= unit->to &&
        mark_from(frame, first->outer.end) == NULL && han_frame_is_whole(frame, first))
        return first;
    return mark != NULL && mark->outer.end == at && mark->outer.start <= unit->from + 2 * HAN
               ? mark
               : NULL;
}

/* Words that end in 称 and say nothing. */
static const char names[] = "名称 对称 简称 统称 俗称 别称 职称 昵称 号称 堪称 自称 通称 尊称 改称 旧称 古称 "
                            "匀称 爱称 泛称 又称 也称 并称";

/* Whether the place behind a cue tells that words follow, or a quotation stands before the clause:
 * then whoever stands before the cue speaks, known as one who can or not. */
static bool is_plain(const struct han_frame *frame, const struct han_cue *verb, size_t behind)
{
    size_t size;
    const struct quote_unit *unit = frame->unit;
    if (is_quoting(unit, behind) || mark_before(frame) != NULL)
        return true;
    uint32_t code = quote_unit_code(unit, behind, &size);
    if (!han_frame_is_comma(code) && !han_frame_is_colon(code))
        return false;
    /* 某航运称，……: but 名称，…… is a name */
    return strlen(verb->word) >= 2 * HAN ||
           (strcmp(verb->word, "称") == 0 &&
            wordlist_before(unit->text, unit->from, behind, names) == 0);
}

/* The subject of the clause before the one whose verb ends at `behind`. */
static bool find_earlier(struct han_frame *frame, size_t behind, struct statement *statement)
{
    const struct quote_unit *unit = frame->unit;
    struct quote_unit part = *unit;
    size_t comma = frame->clause;
    if (frame->before >= frame->clause)
        return false;
    do
        comma = utf8_previous(unit->text, comma);
    while (comma > frame->before && han_frame_is_at(unit, comma, " "));
    struct han_subject earlier = han_subject_find(unit, frame->before, comma);
    bool living = (earlier.living || is_quoting(unit, behind)) && !earlier.joined &&
                  earlier.words.end < comma;
    part.to = comma;
    struct span words = living ? earlier.words : han_subject_lead(&part, frame->before);
    const struct quote_mark *mark = quote_marks_at(unit->marks, behind);
    /* 陶掌柜弯下腰，往笼子里瞧了瞧，赞道：“好鸟！”; 抗议者举着“走开”的牌子，高呼“回家”口号 */
    if (words.end <= words.start &&
        (is_quoting(unit, behind) || (mark != NULL && mark->outer.start == behind)))
        words = han_subject_lead(&part, frame->used > unit->from ? frame->used
                                                                 : han_frame_dateline_end(unit));
    if (!living && words.end <= words.start)
        return false;
    statement->speaker = words;
    statement->source = SOURCE_GIVEN;
    frame->living = !living || earlier.living;
    return true;
}

/* The subject: that of the clause, else that of the one before, else shared. */
static bool find_source(struct han_frame *frame, size_t cue, const struct han_cue *verb,
                        struct statement *statement)
{
    const struct quote_unit *unit = frame->unit;
    struct han_subject subject = han_subject_find(unit, frame->clause, cue);
    static const char topics[] = "面对 针对 对于 关于 至于 随着 鉴于";
    /* 面对追问，: what he was asked */
    if (wordlist_at(unit->text, subject.words.start, subject.words.end, topics) > 0 ||
        wordlist_at(unit->text, frame->clause, cue, topics) > 0)
        return false;
    /* 慢吞吞地道: in which way, and not who */
    static const char manner[] = "地";
    if (!subject.living &&
        wordlist_before(unit->text, subject.words.start, subject.words.end, manner) > 0)
        subject.words.end = subject.words.start;
    bool told = subject.words.end > subject.words.start;
    if (subject.denied || han_frame_is_undergone(unit, subject.words) ||
        han_act_is_outlook(unit, subject.words, statement->cue))
        return false;
    statement->clause = frame->clause;
    statement->speaker = subject.words;
    frame->living = subject.living && told;
    if (han_sources_find_quoted(unit, frame->clause, cue, &statement->speaker))
        return true;
    /* 声明说: the paper itself speaks */
    static const char papers[] = "声明 报道 通报 公告 评论 通知";
    size_t paper = wordlist_at(unit->text, cue, unit->to, papers);
    static const char measures[] = "一篇 一份 一则 一条 这篇 这份 这则 有";
    bool counted =
        told && wordlist_before(unit->text, subject.words.start, subject.words.end, measures) > 0;
    if ((!told || counted) && paper > 0 && statement->cue.end > cue + paper &&
        (counted || cue == han_subject_skip(unit->text, frame->clause, unit->to))) {
        statement->speaker = (struct span){ counted ? subject.words.start : cue, cue + paper };
        statement->cue.start = cue + paper;
        return true;
    }
    if (told) {
        bool needs = (verb->traits & (HAN_ANIMATE | HAN_TOLD)) != 0 &&
                     !is_plain(frame, verb, statement->cue.end);
        if ((verb->traits & HAN_PAPER) != 0 && (verb->traits & HAN_ANIMATE) == 0)
            return subject.paper || han_sources_find_paper(unit, frame->clause, cue, &statement->speaker);
        return subject.living || !needs;
    }
    if (frame->passed.end > frame->before && frame->passed.end <= frame->clause) {
        statement->speaker = frame->passed;
        statement->clause = frame->before;
        frame->living = true;
        return true;
    }
    if (han_frame_last(frame) != NULL) {
        statement->source = SOURCE_SHARED;
        return subject.joined ||
               cue - han_subject_skip(unit->text, frame->clause, cue) <= SHARED_MOST;
    }
    statement->source = SOURCE_OPEN;
    if (find_earlier(frame, cue + strlen(verb->word), statement))
        return true;
    /* 门上写着：“…”: of no one who spoke before */
    if (strcmp(verb->word, "写着") == 0)
        statement->source = SOURCE_GIVEN;
    return (verb->traits & (HAN_REQUEST | HAN_PAPER)) == 0;
}

/* A verb that passes on what others say. */
static bool is_carrier(const struct han_frame *frame, const struct statement *statement)
{
    static const char verbs[] = "获悉 报道 报导 证实 据";
    return wordlist_at(frame->unit->text, statement->cue.start, frame->unit->to, verbs) > 0;
}

static bool is_nested(struct han_frame *frame, const struct han_cue *verb, size_t behind,
                      const struct statement *statement)
{
    size_t size;
    const struct statement *before = han_frame_last(frame);
    if (!frame->covered || before == NULL)
        return false;
    uint32_t code = quote_unit_code(frame->unit, behind, &size);
    bool marked =
        han_frame_is_comma(code) || han_frame_is_colon(code) || code == 0x201C || code == 0x300C;
    /* 路透社报道，外长说，……: the minister's it is */
    if (statement->source == SOURCE_GIVEN && marked && statement->clause <= before->said.start &&
        is_carrier(frame, before)) {
        frame->out->count--;
        return false;
    }
    if (statement->clause <= before->said.start)
        return true;
    /* 甲认为，……；乙则预计……: each speaks for himself */
    if (statement->source == SOURCE_GIVEN && frame->living &&
        han_frame_is_at(frame->unit, statement->clause - HAN, "；"))
        return false;
    /* …，并估计……: joined to what was said, and said by the same */
    static const char joints[] = "并且 并 同时";
    /* 但他同时提醒 */
    static const char turns[] = "但 不过 而 然而";
    if (statement->source == SOURCE_GIVEN && frame->living &&
        (wordlist_at(frame->unit->text, statement->clause, frame->unit->to, turns) > 0 ||
         wordlist_at(frame->unit->text, statement->speaker.end, statement->cue.start, "则 却") > 0))
        return false;
    if (statement->source == SOURCE_SHARED)
        return (verb->traits & HAN_MIND) != 0 && !marked &&
               wordlist_at(frame->unit->text, statement->clause, frame->unit->to, joints) == 0;
    return !marked || (verb->traits & HAN_REQUEST) != 0;
}

/* 问他是否查过账: where what is asked begins; `at` where no word asks. */
static size_t asked_start(const struct quote_unit *unit, struct span cue)
{
    static const char verbs[] = "问 询问 追问 质疑";
    static const char asking[] = "是否 是不是 为什么 为何 怎么 如何 什么 多少 能否 能不能 有没有 "
                                 "会不会 要不要 何时 哪 是谁 谁 那是 几";
    if (wordlist_at(unit->text, cue.start, cue.end, verbs) != cue.end - cue.start)
        return cue.end;
    for (size_t at = cue.end; at < unit->to && at - cue.end < ASKED_MOST; at++) {
        size_t size;
        if (((unsigned char)unit->text[at] & 0xC0) == 0x80)
            continue;
        /* 吃不吃 */
        bool either = at + 3 * HAN <= unit->to && han_frame_is_at(unit, at + HAN, "不") &&
                      memcmp(unit->text + at, unit->text + at + 2 * HAN, HAN) == 0;
        if (either || wordlist_at(unit->text, at, unit->to, asking) > 0)
            return at;
        if (han_frame_ends_clause(quote_unit_code(unit, at, &size)))
            break;
    }
    return cue.end;
}

/* The end of the clause when those who are told alone stand before it; else `at`. */
static size_t told_end(const struct quote_unit *unit, size_t at)
{
    struct quote_unit near = *unit;
    near.to = unit->to - at > TOLD_MOST + HAN ? at + TOLD_MOST + HAN : unit->to;
    size_t end = han_frame_clause_end(&near, at);
    return end - at <= TOLD_MOST ? end : at;
}

/* 告诉某人，: past the addressee; `at` when no comma follows near. */
static size_t addressee_end(const struct quote_unit *unit, size_t at)
{
    size_t size;
    for (size_t i = at; i < unit->to && i < at + ADDRESSEE_MOST; i += size) {
        uint32_t code = quote_unit_code(unit, i, &size);
        if (han_frame_is_comma(code) || han_frame_is_colon(code))
            return i;
        if (han_frame_ends_clause(code) || size == 0)
            break;
    }
    return at;
}

/* Past 说, 道 and 称 right behind a cue: 批评说, 回忆道. */
static size_t tail_end(const struct han_frame *frame, size_t behind)
{
    static const char *const tails[] = { "说", "道", "称", "着说", "着说" };
    const struct quote_unit *unit = frame->unit;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        size_t size = strlen(tails[i]);
        if (han_frame_is_at(unit, behind, tails[i]) &&
            han_cue_at(unit->text, frame->clause, behind + size - HAN, unit->to) != NULL)
            return behind + size;
    }
    return behind;
}

/* 对要求关闭一事表示遗憾, 这名要求匿名的官员说, 只肯透露姓氏的村民说: a verb that is a part of
 * another one's subject. */
static bool is_modifier(const struct han_frame *frame, const struct han_cue *verb, size_t behind)
{
    const struct quote_unit *unit = frame->unit;
    bool request = (verb->traits & HAN_REQUEST) != 0;
    struct quote_unit near = *unit;
    near.to = unit->to - behind > MODIFIER_MOST ? behind + MODIFIER_MOST : unit->to;
    size_t end = han_frame_clause_end(&near, behind);
    bool tied = false;
    for (size_t at = behind; at < end; at++) {
        tied = tied || han_frame_is_at(unit, at, "一事") || han_frame_is_at(unit, at, "的");
        if (!tied || ((unsigned char)unit->text[at] & 0xC0) == 0x80)
            continue;
        const struct han_cue *later = han_cue_at(unit->text, frame->clause, at, unit->to);
        if (later != NULL && (request || at + strlen(later->word) == end))
            return true;
    }
    return false;
}

/* “……”她告诉记者，她听见了: whether a clause of hers follows, and not what she did then. */
static bool goes_on_telling(const struct quote_unit *unit, size_t at)
{
    static const char subjects[] = "他 她 自己 我 这 這 该 其 双方 目前 现在 当时";
    size_t size;
    return han_frame_is_comma(quote_unit_code(unit, at, &size)) && size == HAN &&
           (wordlist_at(unit->text, at + size, unit->to, subjects) > 0 ||
            han_subject_skip(unit->text, at + size, unit->to) > at + size);
}

/* 他说着，站起身来: whether it is told beside an act, not with words behind it. */
static bool is_beside_act(const struct quote_unit *unit, size_t behind)
{
    size_t size;
    return han_frame_is_at(unit, behind, "着") &&
           han_frame_is_comma(quote_unit_code(unit, behind + HAN, &size)) &&
           !is_quoting(unit, behind + HAN);
}

/* …，他回忆。: takes what stands before an attribution that ends its sentence. */
static bool take_trailing(struct han_frame *frame, size_t behind, const struct han_cue *verb,
                          struct statement statement)
{
    const struct quote_unit *unit = frame->unit;
    size_t size;
    uint32_t code = quote_unit_code(unit, behind, &size);
    size_t start = han_frame_dateline_end(unit);
    if ((size > 0 && code != 0x3002) || behind + size < unit->to ||
        statement.source != SOURCE_GIVEN || !frame->living || han_frame_last(frame) != NULL ||
        (verb->traits & (HAN_REQUEST | HAN_PAPER | HAN_MIND)) != 0 ||
        frame->clause < start + CLAUSE_LEAST || behind - frame->clause > TRAILING_MOST)
        return false;
    statement.said = (struct span){ start, frame->clause };
    statement.clause = start;
    han_frame_push(frame, &statement);
    return true;
}

/* “…”，她说，“…”: takes the words in `mark` before her, and those behind `words`. */
static void take_marked(struct han_frame *frame, const struct quote_mark *mark, size_t words,
                        struct statement statement)
{
    const struct quote_mark *next = mark_from(frame, words);
    han_frame_add_quote(frame, mark, statement);
    if (next != NULL && next->outer.start <= words + 2 * HAN) {
        statement.clause = next->outer.start;
        han_frame_add_quote(frame, next, statement);
    } else if (goes_on_telling(frame->unit, words)) {
        statement.said = (struct span){ words + HAN, frame->unit->to };
        han_frame_push(frame, &statement);
        frame->covered = true;
    }
}

/* 予以否认，称……: whether the second verb has the words, said by the subject of the first. */
static bool passes_on(struct han_frame *frame, size_t behind, const struct statement *statement)
{
    const struct quote_unit *unit = frame->unit;
    size_t size;
    if (!han_frame_is_comma(quote_unit_code(unit, behind, &size)) ||
        !han_act_is_judging(unit, statement->cue) ||
        han_cue_at(unit->text, behind + size, behind + size, unit->to) == NULL)
        return false;
    if (statement->source == SOURCE_GIVEN)
        frame->passed = statement->speaker;
    return true;
}

/* Reads the cue at `at`; where to go on. */
static size_t take_cue(struct han_frame *frame, size_t at, const struct han_cue *verb)
{
    const struct quote_unit *unit = frame->unit;
    size_t behind = tail_end(frame, at + strlen(verb->word));
    bool tailed = behind > at + strlen(verb->word);
    size_t size;
    struct statement statement = { .cue = { at, behind } };
    if (is_modifier(frame, verb, behind) ||
        han_frame_is_called(unit, frame->clause, statement.cue) ||
        !find_source(frame, at, verb, &statement))
        return behind;
    size_t words = behind;
    if ((verb->traits & HAN_TOLD) != 0) {
        words = addressee_end(unit, behind);
        /* “…”他告诉记者。 */
        if (words == behind && mark_before(frame) != NULL)
            words = told_end(unit, behind);
        if (words == behind)
            return behind;
    }
    if (passes_on(frame, words, &statement))
        return behind;
    if (is_nested(frame, verb, words, &statement))
        return behind;
    const struct quote_mark *mark = mark_before(frame);
    if (is_beside_act(unit, behind)) {
        words = behind += HAN;
        if (mark == NULL)
            return behind;
    }
    if (mark == NULL && take_trailing(frame, words, verb, statement))
        return behind;
    size_t asked = asked_start(unit, statement.cue);
    if (asked > behind && mark == NULL && statement.source != SOURCE_OPEN) {
        statement.said = (struct span){ asked, han_frame_clause_end(unit, asked) };
        han_frame_push(frame, &statement);
        return statement.said.end;
    }
    uint32_t code = quote_unit_code(unit, words, &size);
    /* “…”，她当面质问财长。 */
    if (mark != NULL && (verb->traits & HAN_OPEN) == 0) {
        words = told_end(unit, words);
        code = quote_unit_code(unit, words, &size);
    }
    /* 向本报透露此事的人: without a subject a clause of its own must follow */
    if (statement.source == SOURCE_OPEN && !han_frame_is_comma(code) && !han_frame_is_colon(code) &&
        quote_marks_at(unit->marks, words) == NULL)
        return behind;
    if (mark != NULL && statement.source == SOURCE_GIVEN &&
        (size == 0 || code == 0x3002 || han_frame_is_comma(code))) {
        take_marked(frame, mark, words, statement);
        return behind;
    }
    bool open = (verb->traits & HAN_OPEN) != 0 || tailed ||
                ((verb->traits & HAN_CLAUSE) != 0 && statement.source == SOURCE_GIVEN &&
                 frame->living && han_frame_clause_end(unit, words) - words >= CLAUSE_LEAST);
    (void)add_behind(frame, words, open, statement);
    return behind;
}

/* What is quoted and has no cue: for the chain. */
static void add_bare(struct han_frame *frame, size_t from)
{
    const struct quote_mark *mark = mark_from(frame, from);
    struct statement beat = { .source = SOURCE_OPEN };
    /* “扯谎！”鹦鹉跳了起来，“好大的谎。” */
    bool opens = mark != NULL && mark->outer.start <= from + HAN;
    if (mark != NULL && (!opens || mark->outer.end + 2 * HAN < frame->unit->to)) {
        beat.speaker = han_subject_lead(frame->unit, opens ? mark->outer.end : from);
        beat.source = beat.speaker.end > beat.speaker.start ? SOURCE_GIVEN : SOURCE_OPEN;
    }
    while (mark != NULL && han_frame_is_whole(frame, mark)) {
        bool behind = mark->outer.start <= from + HAN;
        size_t size, comma = utf8_previous(frame->unit->text, mark->outer.start);
        if (!behind && (beat.source == SOURCE_OPEN ||
                        !han_frame_is_comma(quote_unit_code(frame->unit, comma, &size))))
            return;
        beat.clause = mark->outer.start;
        han_frame_add_quote(frame, mark, beat);
        from = mark->outer.end;
        mark = mark_from(frame, from);
    }
}

void han_frames_find(const struct quote_unit *unit, struct statements *out)
{
    struct han_frame frame = { .unit = unit, .out = out, .first = out->count };
    size_t size;
    size_t start = han_frame_dateline_end(unit);
    frame.clause = frame.before = start;
    size_t led = SIZE_MAX, lead = start; /* the clause, and where its lead ends */
    for (size_t at = start; at < unit->to;) {
        const struct quote_mark *mark = quote_marks_at(unit->marks, at);
        if (mark != NULL && !frame.covered &&
            (han_sources_take_likening(&frame, mark) || han_sources_take_verdict(&frame, mark) ||
             han_sources_take_colon(&frame, mark))) {
            at = mark->outer.end;
            continue;
        }
        if (mark != NULL) {
            /* a quoted term is a part of its clause */
            if (han_frame_is_whole(&frame, mark) || at == frame.clause)
                frame.clause = mark->outer.end;
            at = mark->outer.end;
            continue;
        }
        uint32_t code = quote_unit_code(unit, at, &size);
        /* 黄美玲（46岁，会计师）受访时说 */
        size_t bracket = code == 0xFF08 ? han_living_bracket_end(unit->text, at, unit->to) : at;
        if (bracket > at && bracket - at <= BRACKET_MOST) {
            at = bracket;
            continue;
        }
        if (han_frame_ends_clause(code)) {
            frame.before = frame.clause;
            at += size;
            frame.clause = at;
            continue;
        }
        if (led != frame.clause) {
            led = frame.clause;
            lead = han_subject_skip(unit->text, led, unit->to);
        }
        if (at == lead && at - frame.clause <= LEAD_MOST) {
            size_t past = han_sources_take(&frame, at);
            if (past > at) {
                at = past;
                continue;
            }
        }
        const struct han_cue *verb =
            code >= 0x4E00 ? han_cue_at(unit->text, frame.clause, at, unit->to) : NULL;
        at = verb != NULL ? take_cue(&frame, at, verb) : at + size;
    }
    if (out->count == frame.first)
        add_bare(&frame, start);
}
