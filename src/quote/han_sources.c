#include "quote/han_sources.h"

#include <string.h>

#include "quote/han_living.h"
#include "quote/han_subject.h"
#include "text/han_cue.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3
#define CLAUSE_MOST 300 /* bytes before a mark or a verb */

/* What a reporter does in 记者从X获悉. */
static const char learning[] = "获悉 了解到 了解 获知 得知";

/* The source between the frame's words: 据 X 介绍. Empty for 据报道. */
static struct span source_between(const struct quote_unit *unit, size_t from, size_t end)
{
    static const char tails[] = "的最新统计数据 了解到 获知 得知 的消息 的报道 的说法 的介绍 "
                                "的统计 的数据 介绍 报道 报导 消息 透露 表示 称 说 指出 了解 统计 "
                                "估计 估算 测算 推算 分析 预测 预计 通报 获悉 显示 最新 的 援引";
    for (size_t size; (size = wordlist_before(unit->text, from, end, tails)) > 0;)
        end -= size;
    struct span words = quote_unit_trim(unit->text, (struct span){ from, end });
    /* 据新华社7月25日报道 */
    size_t size;
    for (size_t at = words.start; at < words.end; at += size) {
        uint32_t code = quote_unit_code(unit, at, &size);
        if (at > words.start && code >= '0' && code <= '9' && at + size < words.end) {
            words.end = at;
            break;
        }
    }
    return words;
}

bool han_sources_take_likening(struct han_frame *frame, const struct quote_mark *mark)
{
    const struct quote_unit *unit = frame->unit;
    size_t at = mark->outer.start - frame->clause >= HAN ? mark->outer.start - HAN : frame->clause;
    size_t verb = mark->outer.end + (han_frame_is_at(unit, mark->outer.end, "来") ? HAN : 0);
    if ((!han_frame_is_at(unit, at, "用") && !han_frame_is_at(unit, at, "以")) ||
        !han_frame_is_at(unit, verb, "形容"))
        return false;
    struct han_subject subject = han_subject_find(unit, frame->clause, at);
    if (!subject.living || subject.denied)
        return false;
    struct statement statement = { .cue = { verb, verb + 2 * HAN },
                                   .speaker = subject.words,
                                   .clause = frame->clause };
    han_frame_add_quote(frame, mark, statement);
    return true;
}

/* 记者25日从X获悉: where X begins; 0 where a reporter learns nothing. */
static size_t learned_at(const struct quote_unit *unit, size_t at)
{
    static const char reporters[] = "记者 本报记者";
    size_t past = wordlist_at(unit->text, at, unit->to, reporters);
    if (past == 0)
        return 0;
    past = han_subject_skip(unit->text, at + past, unit->to);
    return han_frame_is_at(unit, past, "从") ? past + HAN : 0;
}

bool han_sources_take_verdict(struct han_frame *frame, const struct quote_mark *mark)
{
    static const char verbs[] = "形容为 描述为 称为 称作 称之为 比作 斥为 斥之为 喻为 描述成 "
                                "形容成 称赞为 叫作 叫做 唤作 评价为 概括为 讥为 誉为 形容其为 "
                                "称其为 比喻为 视为 批评为";
    static const char turns[] = "把 将 形容 称 斥";
    const struct quote_unit *unit = frame->unit;
    size_t from = frame->clause, cue = mark->outer.start;
    if (cue - from > CLAUSE_MOST)
        return false;
    size_t size = wordlist_before(unit->text, from, cue, verbs);
    cue -= size;
    size_t turn = from;
    while (turn < cue && wordlist_at(unit->text, turn, mark->outer.start, turns) == 0)
        turn++;
    if (size == 0 && !han_frame_is_at(unit, turn, "形容"))
        return false;
    size_t next;
    bool closes = size > 0 && han_frame_ends_clause(quote_unit_code(unit, mark->outer.end, &next));
    if ((!closes && !han_frame_is_whole(frame, mark)) || turn < from)
        return false;
    struct han_subject subject = han_subject_find(unit, from, turn);
    /* 有人发起联名信，把方案称作“…” */
    if (subject.words.end <= subject.words.start && frame->before < from) {
        struct quote_unit part = *unit;
        part.to = utf8_previous(unit->text, from);
        subject.words = han_subject_lead(&part, frame->before);
        subject.living = subject.words.end > subject.words.start;
    }
    if (!subject.living || subject.denied || han_frame_is_undergone(unit, subject.words) ||
        wordlist_before(unit->text, from, turn, "被") > 0 ||
        han_frame_is_called(unit, from, (struct span){ cue, cue + size }))
        return false;
    struct statement statement = { .cue = { size > 0 ? cue : turn,
                                            size > 0 ? cue + size : turn + 2 * HAN },
                                   .speaker = subject.words,
                                   .clause = from };
    han_frame_add_quote(frame, mark, statement);
    return true;
}

/* 她笑着摇头：“…”: a sentence and a colon, whatever its verb. */
bool han_sources_take_colon(struct han_frame *frame, const struct quote_mark *mark)
{
    const struct quote_unit *unit = frame->unit;
    size_t size, colon = mark->outer.start;
    while (colon > frame->before && unit->text[colon - 1] == ' ')
        colon--;
    colon = colon > unit->from ? utf8_previous(unit->text, colon) : colon;
    if (colon <= frame->before || mark->outer.start < frame->used ||
        !han_frame_is_colon(quote_unit_code(unit, colon, &size)) ||
        !han_frame_is_whole(frame, mark))
        return false;
    struct quote_unit part = *unit;
    part.to = colon;
    size_t from = frame->used > unit->from ? frame->used : han_frame_dateline_end(unit);
    /* 甲反问记者：“…”: the subject ends where its verb begins */
    struct span cue = { colon, colon };
    for (size_t at = frame->before; at < colon && cue.start == colon; at++) {
        const struct han_cue *verb = han_cue_at(unit->text, frame->before, at, colon);
        if (verb != NULL)
            cue = (struct span){ at, at + strlen(verb->word) };
    }
    struct han_subject subject = han_subject_find(&part, frame->before, cue.start);
    struct statement statement = { .cue = cue,
                                   .clause = frame->before,
                                   .speaker = han_subject_lead(&part, from) };
    if (subject.living && subject.words.end > subject.words.start && subject.words.end < colon)
        statement.speaker = subject.words;
    if (statement.speaker.end <= statement.speaker.start)
        statement.source = SOURCE_OPEN;
    han_frame_add_quote(frame, mark, statement);
    return true;
}

/* 市政局文件: a paper of somebody who can speak; but not 配置文件. */
static bool is_owned_paper(const struct quote_unit *unit, struct span words)
{
    static const char papers[] =
        "文件 资料 数据 报告 记录 公告 财报 卷宗 判决书 起诉书 名单 统计 调查";
    size_t size = wordlist_before(unit->text, words.start, words.end, papers);
    struct span owner = quote_unit_trim(unit->text, (struct span){ words.start, words.end - size });
    bool paper;
    return size > 0 && owner.end > owner.start && han_living_is(unit, owner, &paper) && !paper;
}

/* Who tells in 据X介绍 (from behind 据 to the comma), who is learned from in 记者从X获悉; empty for
 * 据报道. False when it tells no source. */
static bool told_by(const struct quote_unit *unit, size_t from, size_t end, bool learned,
                    struct span *speaker)
{
    static const char telling[] = "介绍 报道 消息 透露 表示 称 说 指出 通报 获悉 估算 测算 推算 "
                                  "分析 预测";
    static const char bare[] = "报道 报导";
    struct span words = source_between(unit, from, end);
    bool paper;
    if (words.end <= words.start) {
        *speaker = (struct span){ from, from };
        return wordlist_at(unit->text, from, end, bare) > 0;
    }
    bool owned = words.end == end && !learned && is_owned_paper(unit, words);
    if ((words.end == end && !owned) ||
        (learned && wordlist_before(unit->text, from, end, learning) == 0))
        return false;
    *speaker = words;
    return learned || wordlist_before(unit->text, from, end, telling) > 0 ||
           han_living_is(unit, words, &paper);
}

size_t han_sources_take(struct han_frame *frame, size_t at)
{
    static const char sourceless[] = "据悉 据了解 据说 据称 据此 据估计 据统计 据介绍 据预测 "
                                     "据推测 据查 据守 据点 据透露 据传";
    const struct quote_unit *unit = frame->unit;
    bool according = han_frame_is_at(unit, at, "据") || han_frame_is_at(unit, at, "根据") ||
                     han_frame_is_at(unit, at, "另据");
    bool view = han_frame_is_at(unit, at, "在");
    size_t learned_from = learned_at(unit, at);
    bool learned = learned_from > 0;
    if (!according && !view && !learned)
        return at;
    size_t end = han_frame_clause_end(unit, at);
    size_t size;
    if (!han_frame_is_comma(quote_unit_code(unit, end, &size)))
        return at;
    if (wordlist_at(unit->text, at, unit->to, sourceless) > 0)
        return end;
    size_t from = learned ? learned_from
                  : han_frame_is_at(unit, at, "根") || han_frame_is_at(unit, at, "另")
                      ? at + 2 * HAN
                      : at + HAN;
    struct statement statement = { .cue = { at, from }, .clause = at };
    if (from > end)
        return at;
    if (view) {
        if (end - from < 2 * HAN || !han_frame_is_at(unit, end - 2 * HAN, "看来"))
            return at;
        statement.speaker = (struct span){ from, end - 2 * HAN };
        statement.cue = (struct span){ end - 2 * HAN, end };
    } else if (!told_by(unit, from, end, learned, &statement.speaker)) {
        return at;
    } else if (learned) {
        statement.cue = (struct span){ end - wordlist_before(unit->text, from, end, learning), end };
    }
    if (frame->covered && han_frame_last(frame) != NULL)
        return at;
    statement.said = (struct span){ end + size, unit->to };
    const struct quote_mark *mark = quote_marks_at(unit->marks, end + size);
    if (mark != NULL && mark->outer.start == end + size && han_frame_is_whole(frame, mark)) {
        han_frame_add_quote(frame, mark, statement);
    } else {
        han_frame_push(frame, &statement);
        frame->covered = true;
    }
    frame->before = frame->clause = end + size;
    return end + size;
}

bool han_sources_find_quoted(const struct quote_unit *unit, size_t from, size_t cue,
                             struct span *speaker)
{
    static const char verbs[] = "援引 引述 引用";
    if (cue - from < 5 * HAN || cue - from > CLAUSE_MOST ||
        !han_frame_is_at(unit, cue - 2 * HAN, "的话"))
        return false;
    size_t end = cue - 2 * HAN;
    for (size_t at = from; at + 2 * HAN < end; at++) {
        if (wordlist_at(unit->text, at, unit->to, verbs) > 0) {
            *speaker = (struct span){ at + 2 * HAN, end };
            return true;
        }
    }
    return false;
}

bool han_sources_find_paper(const struct quote_unit *unit, size_t from, size_t cue,
                            struct span *speaker)
{
    bool paper;
    size_t at = cue;
    if (cue - from > CLAUSE_MOST)
        return false;
    while (at > from + HAN && memcmp(unit->text + at - HAN, "的", HAN) != 0)
        at = utf8_previous(unit->text, at);
    if (at <= from + HAN)
        at = han_subject_skip(unit->text, from, cue);
    struct span words = { at, cue };
    if (at >= cue || !han_living_is(unit, words, &paper) || !paper)
        return false;
    *speaker = words;
    return true;
}
