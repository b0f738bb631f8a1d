#include "quote/han_frames.h"

#include <stdint.h>
#include <string.h>

#include "base/vector.h"
#include "text/han_cue.h"
#include "quote/han_subject.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3
#define DATELINE_MOST 90  /* bytes */
#define LEAD_MOST 60      /* of 但是 and the like */
#define SHARED_MOST 12    /* bytes between a clause's beginning and its verb */
#define CLAUSE_MOST 300   /* bytes before a verb */
#define ADDRESSEE_MOST 60 /* bytes behind 告诉 */
#define FEELING_MOST 24   /* bytes of one: 强烈不满 */
#define CLAUSE_LEAST 12   /* bytes of a clause behind 说 */

struct han_frames {
    const struct quote_unit *unit;
    struct statements *out;
    size_t first;  /* of `out` */
    size_t clause; /* where the clause that is being read begins */
    size_t before; /* where the one before it began */
    bool covered;  /* the last statement goes on */
    size_t used;   /* quotations that begin before it belong to somebody */
    bool living;   /* the subject of the cue that is being read can speak */
};

static bool is_at(const struct quote_unit *unit, size_t at, const char *word)
{
    size_t size = strlen(word);
    return at <= unit->to && unit->to - at >= size && memcmp(unit->text + at, word, size) == 0;
}

static uint32_t code_at(const struct quote_unit *unit, size_t at, size_t *size)
{
    uint32_t code = 0;
    *size = at < unit->to ? utf8_decode(unit->text + at, unit->to - at, &code) : 0;
    return code;
}

static bool is_comma(uint32_t code)
{
    return code == 0xFF0C || code == ',';
}

static bool is_colon(uint32_t code)
{
    return code == 0xFF1A || code == ':';
}

/* What ends a clause. */
static bool ends_clause(uint32_t code)
{
    return is_comma(code) || is_colon(code) || code == 0xFF1B || code == ';' || code == 0x3002 ||
           code == 0xFF01 || code == 0xFF1F || code == 0x2014 || code == '!' || code == '?';
}

static void push(struct han_frames *frames, const struct statement *statement)
{
    VECTOR_PUSH(frames->out, *statement);
}

static const struct statement *last(const struct han_frames *frames)
{
    return frames->out->count > frames->first ? &frames->out->items[frames->out->count - 1] : NULL;
}

static const struct quote_mark *mark_from(const struct han_frames *frames, size_t at)
{
    const struct quote_mark *mark = quote_marks_after(frames->unit->marks, at);
    return mark != NULL && mark->outer.start >= frames->unit->from &&
                   mark->outer.start < frames->unit->to
               ? mark
               : NULL;
}

/* Whether all that is said stands in the marks: nothing follows, or they close with a stop. */
static bool is_whole(const struct han_frames *frames, const struct quote_mark *mark)
{
    uint32_t code;
    size_t size;
    size_t before = utf8_previous(frames->unit->text, mark->inner.end);
    (void)utf8_decode(frames->unit->text + before, 4, &code);
    if (code == 0x3002 || code == 0xFF01 || code == 0xFF1F || is_comma(code) || code == 0x2026)
        return true;
    code = code_at(frames->unit, mark->outer.end, &size);
    return size == 0 || code == 0x3002 || code == 0xFF01 || code == 0xFF1B;
}

static void add_quote(struct han_frames *frames, const struct quote_mark *mark,
                      struct statement statement)
{
    statement.direct = true;
    statement.said = mark->inner;
    push(frames, &statement);
    frames->used = mark->outer.end;
}

/* The end of the clause at `at`. */
static size_t clause_end(const struct quote_unit *unit, size_t at)
{
    size_t size;
    while (at < unit->to) {
        uint32_t code = code_at(unit, at, &size);
        if (ends_clause(code))
            break;
        at += size;
    }
    return at;
}

/* 表示遗憾, 表示强烈不满: a feeling, and no words. */
static bool is_feeling(const struct quote_unit *unit, size_t at)
{
    static const char *const feelings[] = { "遗憾", "欢迎", "担忧", "担心", "关切", "不满", "感谢",
                                            "谢意", "愤怒", "谴责", "满意", "哀悼", "慰问", "祝贺",
                                            "支持", "反对", "歉意", "同意", "理解", "肯定", "赞赏",
                                            "尊重", "敬意", "怀疑", "失望", "兴趣", "认同", "赞同",
                                            "震惊", "忧虑", "抗议", "悲痛", "同情", "乐观", "悲观",
                                            "惊讶", "关注", "抱歉", "道歉", NULL };
    size_t end = clause_end(unit, at);
    return end - at <= FEELING_MOST && wordlist_before(unit->text, at, end, feelings) > 0;
}

/* The statement behind the cue; false when nothing stands there that can be one. */
static bool add_behind(struct han_frames *frames, size_t behind, bool open,
                       struct statement statement)
{
    const struct quote_unit *unit = frames->unit;
    size_t size;
    bool done = is_at(unit, behind, "了");
    while (is_at(unit, behind, "了") || is_at(unit, behind, "道") || is_at(unit, behind, "着"))
        behind += HAN;
    uint32_t code = code_at(unit, behind, &size);
    size_t at = behind;
    /* 指出了三个问题: a thing, not words */
    if (done && code >= 0x4E00)
        return false;
    if (is_comma(code) || is_colon(code)) {
        at += size;
        while (is_at(unit, at, " "))
            at++;
    } else if (is_at(unit, behind, " ")) {
        at++;
    }
    const struct quote_mark *mark = quote_marks_at(unit->marks, at);
    if (mark != NULL && mark->outer.start == at && is_whole(frames, mark)) {
        add_quote(frames, mark, statement);
        return true;
    }
    bool marked = mark != NULL && mark->outer.start == at;
    if (at == behind && !marked && is_feeling(unit, at))
        return false;
    if (size == 0 || (at == behind && !open && !marked) || at >= unit->to)
        return false;
    code = code_at(unit, at, &size);
    if (code == 0x3002 || is_comma(code) || code == 0x3001 || code == 0xFF08 || code == '(' ||
        code == 0x201D)
        return false;
    statement.said = (struct span){ marked ? mark->inner.start : at, unit->to };
    push(frames, &statement);
    frames->covered = true;
    return true;
}

/* 遭, 被: it is said to him. */
static bool is_undergone(const struct quote_unit *unit, struct span words)
{
    static const char *const verbs[] = { "遭", "被", "遭到", "受到", NULL };
    return wordlist_before(unit->text, words.start, words.end, verbs) > 0;
}

/* 援引一名官员的话说: the one who is quoted. */
static bool find_quoted(const struct quote_unit *unit, size_t from, size_t cue,
                        struct span *speaker)
{
    static const char *const verbs[] = { "援引", "引述", "引用", NULL };
    if (cue - from < 5 * HAN || cue - from > CLAUSE_MOST || !is_at(unit, cue - 2 * HAN, "的话"))
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

/* Whether a quotation follows: who stands before it speaks, name or not. */
static bool is_quoting(const struct quote_unit *unit, size_t behind)
{
    size_t size;
    uint32_t code = code_at(unit, behind, &size);
    if (!is_comma(code) && !is_colon(code))
        return false;
    const struct quote_mark *mark = quote_marks_at(unit->marks, behind + size);
    return mark != NULL && mark->outer.start == behind + size;
}

/* “……”，X说。: the quotation right before the clause. */
static const struct quote_mark *mark_before(const struct han_frames *frames)
{
    const struct quote_unit *unit = frames->unit;
    size_t at = frames->clause;
    while (at > unit->from) {
        size_t before = utf8_previous(unit->text, at);
        size_t size;
        uint32_t code = code_at(unit, before, &size);
        if (!is_comma(code) && code != ' ')
            break;
        at = before;
    }
    if (at <= unit->from || at <= frames->used)
        return NULL;
    const struct quote_mark *mark = quote_marks_at(unit->marks, utf8_previous(unit->text, at));
    return mark != NULL && mark->outer.end == at && mark->outer.start <= unit->from + 2 * HAN
               ? mark
               : NULL;
}

/* Whether the place behind a cue tells that words follow, or a quotation stands before the clause:
 * then whoever stands before the cue speaks, known as one who can or not. */
static bool is_plain(const struct han_frames *frames, const struct han_cue *verb, size_t behind)
{
    size_t size;
    const struct quote_unit *unit = frames->unit;
    if (is_quoting(unit, behind) || mark_before(frames) != NULL)
        return true;
    uint32_t code = code_at(unit, behind, &size);
    return (is_comma(code) || is_colon(code)) && strlen(verb->word) >= 2 * HAN;
}

/* The subject: that of the clause, else that of the one before, else shared. */
static bool find_source(struct han_frames *frames, size_t cue, const struct han_cue *verb,
                        struct statement *statement)
{
    const struct quote_unit *unit = frames->unit;
    struct han_subject subject = han_subject_find(unit, frames->clause, cue);
    bool told = subject.words.end > subject.words.start;
    if (subject.denied || is_undergone(unit, subject.words))
        return false;
    statement->clause = frames->clause;
    statement->speaker = subject.words;
    frames->living = subject.living && told;
    if (find_quoted(unit, frames->clause, cue, &statement->speaker))
        return true;
    /* 声明说: the paper itself speaks */
    static const char *const papers[] = { "声明", "报道", "通报", "公告", "评论", "通知", NULL };
    size_t paper = wordlist_at(unit->text, cue, unit->to, papers);
    if (!told && paper > 0 && statement->cue.end > cue + paper &&
        cue == han_subject_skip(unit->text, frames->clause, unit->to)) {
        statement->speaker = (struct span){ cue, cue + paper };
        statement->cue.start = cue + paper;
        return true;
    }
    if (told) {
        bool needs = (verb->traits & (HAN_ANIMATE | HAN_TOLD)) != 0 &&
                     !is_plain(frames, verb, statement->cue.end);
        if ((verb->traits & HAN_PAPER) != 0 && (verb->traits & HAN_ANIMATE) == 0)
            return subject.paper && !subject.denied;
        return subject.living || !needs;
    }
    if (last(frames) != NULL) {
        statement->source = SOURCE_SHARED;
        return subject.joined ||
               cue - han_subject_skip(unit->text, frames->clause, cue) <= SHARED_MOST;
    }
    statement->source = SOURCE_OPEN;
    if (frames->before < frames->clause) {
        size_t comma = frames->clause;
        do
            comma = utf8_previous(unit->text, comma);
        while (comma > frames->before && is_at(unit, comma, " "));
        struct han_subject earlier = han_subject_find(unit, frames->before, comma);
        if ((earlier.living || is_quoting(unit, cue + strlen(verb->word))) && !earlier.joined &&
            earlier.words.end < comma) {
            statement->speaker = earlier.words;
            statement->source = SOURCE_GIVEN;
            return true;
        }
    }
    return (verb->traits & (HAN_REQUEST | HAN_PAPER)) == 0;
}

/* A verb that passes on what others say. */
static bool is_carrier(const struct han_frames *frames, const struct statement *statement)
{
    static const char *const verbs[] = { "获悉", "报道", "报导", "证实", "据", NULL };
    return wordlist_at(frames->unit->text, statement->cue.start, frames->unit->to, verbs) > 0;
}

static bool is_nested(struct han_frames *frames, const struct han_cue *verb, size_t behind,
                      const struct statement *statement)
{
    size_t size;
    const struct statement *before = last(frames);
    if (!frames->covered || before == NULL)
        return false;
    uint32_t code = code_at(frames->unit, behind, &size);
    bool marked = is_comma(code) || is_colon(code) || code == 0x201C || code == 0x300C;
    /* 路透社报道，外长说，……: the minister's it is */
    if (statement->source == SOURCE_GIVEN && marked && statement->clause <= before->said.start &&
        is_carrier(frames, before)) {
        frames->out->count--;
        return false;
    }
    if (statement->clause <= before->said.start)
        return true;
    /* 甲认为，……；乙则预计……: each speaks for himself */
    if (statement->source == SOURCE_GIVEN && frames->living &&
        is_at(frames->unit, statement->clause - HAN, "；"))
        return false;
    if (statement->source == SOURCE_SHARED)
        return (verb->traits & HAN_MIND) != 0 && !marked;
    return !marked || (verb->traits & HAN_REQUEST) != 0;
}

/* 告诉某人，: past the addressee; `at` when no comma follows near. */
static size_t addressee_end(const struct quote_unit *unit, size_t at)
{
    size_t size;
    for (size_t i = at; i < unit->to && i < at + ADDRESSEE_MOST; i += size) {
        uint32_t code = code_at(unit, i, &size);
        if (is_comma(code) || is_colon(code))
            return i;
        if (ends_clause(code) || size == 0)
            break;
    }
    return at;
}

/* Past 说, 道 and 称 right behind a cue: 批评说, 回忆道. */
static size_t tail_end(const struct han_frames *frames, size_t behind)
{
    static const char *const tails[] = { "说", "道", "称", "着说", "着说" };
    const struct quote_unit *unit = frames->unit;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        size_t size = strlen(tails[i]);
        if (is_at(unit, behind, tails[i]) &&
            han_cue_at(unit->text, frames->clause, behind + size - HAN, unit->to) != NULL)
            return behind + size;
    }
    return behind;
}

/* 对要求关闭一事表示遗憾, 这名要求匿名的官员说: a request that is a part of another verb's clause.
 */
static bool is_modifier(const struct han_frames *frames, const struct han_cue *verb, size_t behind)
{
    const struct quote_unit *unit = frames->unit;
    size_t end = clause_end(unit, behind);
    bool tied = false;
    if ((verb->traits & HAN_REQUEST) == 0)
        return false;
    for (size_t at = behind; at < end; at++) {
        tied = tied || is_at(unit, at, "一事") || is_at(unit, at, "的");
        if (tied && ((unsigned char)unit->text[at] & 0xC0) != 0x80 &&
            han_cue_at(unit->text, frames->clause, at, unit->to) != NULL)
            return true;
    }
    return false;
}

/* Reads the cue at `at`; where to go on. */
static size_t take_cue(struct han_frames *frames, size_t at, const struct han_cue *verb)
{
    const struct quote_unit *unit = frames->unit;
    size_t behind = tail_end(frames, at + strlen(verb->word));
    bool tailed = behind > at + strlen(verb->word);
    struct statement statement = { .cue = { at, behind } };
    if (is_modifier(frames, verb, behind) || !find_source(frames, at, verb, &statement))
        return behind;
    size_t words = behind;
    if ((verb->traits & HAN_TOLD) != 0) {
        words = addressee_end(unit, behind);
        if (words == behind)
            return behind;
    }
    if (is_nested(frames, verb, words, &statement))
        return behind;
    const struct quote_mark *mark = mark_before(frames);
    size_t size;
    uint32_t code = code_at(unit, words, &size);
    /* 向本报透露此事的人: without a subject a clause of its own must follow */
    if (statement.source == SOURCE_OPEN && !is_comma(code) && !is_colon(code) &&
        quote_marks_at(unit->marks, words) == NULL)
        return behind;
    if (mark != NULL && statement.source == SOURCE_GIVEN &&
        (size == 0 || code == 0x3002 || is_comma(code))) {
        const struct quote_mark *next = mark_from(frames, words);
        add_quote(frames, mark, statement);
        if (next != NULL && next->outer.start <= words + 2 * HAN) {
            statement.clause = next->outer.start;
            add_quote(frames, next, statement);
        }
        return behind;
    }
    bool open = (verb->traits & HAN_OPEN) != 0 || tailed ||
                ((verb->traits & HAN_CLAUSE) != 0 && statement.source == SOURCE_GIVEN &&
                 frames->living && clause_end(unit, words) - words >= CLAUSE_LEAST);
    (void)add_behind(frames, words, open, statement);
    return behind;
}

/* The source between the frame's words: 据 X 介绍. Empty for 据报道. */
static struct span source_between(const struct quote_unit *unit, size_t from, size_t end)
{
    static const char *const tails[] = { "的最新统计数据", "了解到", "获知",   "得知",   "的消息",
                                         "的报道",         "的说法", "的介绍", "的统计", "的数据",
                                         "介绍",           "报道",   "报导",   "消息",   "透露",
                                         "表示",           "称",     "说",     "指出",   "了解",
                                         "统计",           "估计",   "预计",   "通报",   "获悉",
                                         "显示",           "最新",   "的",     "援引",   NULL };
    for (bool cut = true; cut;) {
        cut = false;
        for (size_t i = 0; tails[i] != NULL; i++) {
            size_t size = strlen(tails[i]);
            if (end - from >= size && memcmp(unit->text + end - size, tails[i], size) == 0) {
                end -= size;
                cut = true;
            }
        }
    }
    struct span words = quote_unit_trim(unit->text, (struct span){ from, end });
    /* 据新华社7月25日报道 */
    size_t size;
    for (size_t at = words.start; at < words.end; at += size) {
        uint32_t code = code_at(unit, at, &size);
        if (at > words.start && code >= '0' && code <= '9' && at + size < words.end) {
            words.end = at;
            break;
        }
    }
    return words;
}

/* 用“……”形容, 以“……”来形容: what stands in the marks within the clause. */
static bool take_likening(struct han_frames *frames, const struct quote_mark *mark)
{
    const struct quote_unit *unit = frames->unit;
    size_t at =
        mark->outer.start - frames->clause >= HAN ? mark->outer.start - HAN : frames->clause;
    size_t verb = mark->outer.end + (is_at(unit, mark->outer.end, "来") ? HAN : 0);
    if ((!is_at(unit, at, "用") && !is_at(unit, at, "以")) || !is_at(unit, verb, "形容"))
        return false;
    struct han_subject subject = han_subject_find(unit, frames->clause, at);
    if (!subject.living || subject.denied)
        return false;
    struct statement statement = { .cue = { verb, verb + 2 * HAN },
                                   .speaker = subject.words,
                                   .clause = frames->clause };
    add_quote(frames, mark, statement);
    return true;
}

/* 记者25日从X获悉: where X begins; 0 where a reporter learns nothing. */
static size_t learned_at(const struct quote_unit *unit, size_t at)
{
    static const char *const reporters[] = { "记者", "本报记者", NULL };
    size_t past = wordlist_at(unit->text, at, unit->to, reporters);
    if (past == 0)
        return 0;
    past = han_subject_skip(unit->text, at + past, unit->to);
    return is_at(unit, past, "从") ? past + HAN : 0;
}

/* 把它形容为“……”, 称之为“……”, 形容现场“……”: the verdict in the marks. */
static bool take_verdict(struct han_frames *frames, const struct quote_mark *mark)
{
    static const char *const verbs[] = { "形容为", "描述为", "称为",   "称作",     "称之为",
                                         "比作",   "斥为",   "誉为",   "形容其为", "称其为",
                                         "比喻为", "视为",   "批评为", NULL };
    static const char *const turns[] = { "把", "将", "形容", "称", NULL };
    const struct quote_unit *unit = frames->unit;
    size_t from = frames->clause, cue = mark->outer.start;
    size_t size = wordlist_before(unit->text, from, cue, verbs);
    cue -= size;
    size_t turn = from;
    while (turn < cue && wordlist_at(unit->text, turn, mark->outer.start, turns) == 0)
        turn++;
    if (size == 0 && !is_at(unit, turn, "形容"))
        return false;
    if (!is_whole(frames, mark) || turn <= from)
        return false;
    struct han_subject subject = han_subject_find(unit, from, turn);
    if (!subject.living || subject.denied || is_undergone(unit, subject.words) ||
        wordlist_before(unit->text, from, turn, (const char *const[]){ "被", NULL }) > 0)
        return false;
    struct statement statement = { .cue = { size > 0 ? cue : turn,
                                            size > 0 ? cue + size : turn + 2 * HAN },
                                   .speaker = subject.words,
                                   .clause = from };
    add_quote(frames, mark, statement);
    return true;
}

/* 据X介绍，; 据报道，; 在X看来，; 记者从X获悉，; 援引X的话说. Where to go on, `at` when it is none
 * of them. */
static size_t take_source(struct han_frames *frames, size_t at)
{
    static const char *const sourceless[] = { "据悉",   "据了解", "据说",   "据称",
                                              "据此",   "据估计", "据统计", "据介绍",
                                              "据预测", "据推测", "据查",   "据守",
                                              "据点",   "据透露", "据传",   NULL };
    const struct quote_unit *unit = frames->unit;
    bool according = is_at(unit, at, "据") || is_at(unit, at, "据") || is_at(unit, at, "根据") ||
                     is_at(unit, at, "根据") || is_at(unit, at, "另据");
    bool view = is_at(unit, at, "在");
    size_t learned_from = learned_at(unit, at);
    bool learned = learned_from > 0;
    if (!according && !view && !learned)
        return at;
    size_t end = clause_end(unit, at);
    size_t size;
    if (!is_comma(code_at(unit, end, &size)))
        return at;
    if (wordlist_at(unit->text, at, unit->to, sourceless) > 0)
        return end;
    size_t from = learned                                          ? learned_from
                  : is_at(unit, at, "根") || is_at(unit, at, "另") ? at + 2 * HAN
                                                                   : at + HAN;
    struct statement statement = { .cue = { at, from }, .clause = at };
    if (from > end)
        return at;
    if (view) {
        if (end - from < 2 * HAN || !is_at(unit, end - 2 * HAN, "看来"))
            return at;
        statement.speaker = (struct span){ from, end - 2 * HAN };
        statement.cue = (struct span){ end - 2 * HAN, end };
    } else {
        struct span words = source_between(unit, from, end);
        bool paper;
        bool bare = words.end <= words.start;
        size_t heard =
            is_at(unit, from, "报道") || is_at(unit, from, "报导") || is_at(unit, from, "报导");
        if (bare && !heard)
            return at;
        static const char *const telling[] = { "介绍", "报道", "消息", "透露", "表示", "称",
                                               "说",   "指出", "通报", "获悉", NULL };
        bool told = learned || wordlist_before(unit->text, from, end, telling) > 0;
        if (!bare && (words.end == end || (!told && !han_subject_is_living(unit, words, &paper))))
            return at;
        static const char *const verbs[] = { "获悉", "了解到", "了解", "获知", "得知", NULL };
        if (learned && wordlist_before(unit->text, from, end, verbs) == 0)
            return at;
        statement.speaker = bare ? (struct span){ at, at } : words;
    }
    if (frames->covered && last(frames) != NULL)
        return at;
    statement.said = (struct span){ end + size, unit->to };
    const struct quote_mark *mark = quote_marks_at(unit->marks, end + size);
    if (mark != NULL && mark->outer.start == end + size && is_whole(frames, mark)) {
        add_quote(frames, mark, statement);
    } else {
        push(frames, &statement);
        frames->covered = true;
    }
    frames->before = frames->clause = end + size;
    return end + size;
}

/* Past 新华社香港7月25日电（记者 某某） and the like. */
static size_t dateline_end(const struct quote_unit *unit)
{
    static const char *const agencies[] = {
        "新华社",   "中新网",   "中新社",   "人民网",     "央视",   "环球网",   "中央社",
        "据新华社", "路透",     "法新社",   "参考消息网", "海外网", "国际在线", "光明网",
        "央广网",   "澎湃新闻", "观察者网", "(",          "（",     "【",       NULL
    };
    if (wordlist_at(unit->text, unit->from, unit->to, agencies) == 0)
        return unit->from;
    size_t size;
    for (size_t at = unit->from; at < unit->to && at < unit->from + DATELINE_MOST; at += size) {
        uint32_t code = code_at(unit, at, &size);
        if (is_comma(code) || code == 0x3002)
            break;
        if (!is_at(unit, at, "电") && !is_at(unit, at, "电") && !is_at(unit, at, "讯") &&
            !is_at(unit, at, "日报道"))
            continue;
        at += is_at(unit, at, "日报道") ? 3 * HAN : HAN;
        while (is_at(unit, at, " ") || is_at(unit, at, "\xE3\x80\x80"))
            at += is_at(unit, at, " ") ? 1 : HAN;
        if (is_at(unit, at, "（") || is_at(unit, at, "(")) {
            size_t end = at;
            while (end < unit->to && !is_at(unit, end, "）") && !is_at(unit, end, ")") &&
                   end < at + DATELINE_MOST)
                end++;
            at = end + (is_at(unit, end, ")") ? 1 : HAN);
        }
        while (is_at(unit, at, " ") || is_at(unit, at, "\xE3\x80\x80"))
            at += is_at(unit, at, " ") ? 1 : HAN;
        return at < unit->to ? at : unit->from;
    }
    return unit->from;
}

/* What is quoted and has no cue: for the chain. */
static void add_bare(struct han_frames *frames, size_t from)
{
    const struct quote_mark *mark = mark_from(frames, from);
    while (mark != NULL && mark->outer.start <= from + HAN && is_whole(frames, mark)) {
        /* a term alone is none */
        if (mark->inner.end - mark->inner.start < 6 * HAN)
            return;
        add_quote(frames, mark,
                  (struct statement){ .clause = mark->outer.start, .source = SOURCE_OPEN });
        from = mark->outer.end;
        mark = mark_from(frames, from);
    }
}

void han_frames_find(const struct quote_unit *unit, struct statements *out)
{
    struct han_frames frames = { .unit = unit, .out = out, .first = out->count };
    size_t size;
    size_t start = dateline_end(unit);
    frames.clause = frames.before = start;
    for (size_t at = start; at < unit->to;) {
        const struct quote_mark *mark = quote_marks_at(unit->marks, at);
        if (mark != NULL && !frames.covered &&
            (take_likening(&frames, mark) || take_verdict(&frames, mark))) {
            at = mark->outer.end;
            continue;
        }
        if (mark != NULL) {
            /* a quoted term is a part of its clause */
            if (is_whole(&frames, mark) || at == frames.clause)
                frames.clause = mark->outer.end;
            at = mark->outer.end;
            continue;
        }
        uint32_t code = code_at(unit, at, &size);
        if (ends_clause(code)) {
            frames.before = frames.clause;
            at += size;
            frames.clause = at;
            continue;
        }
        if (at - frames.clause <= LEAD_MOST &&
            at == han_subject_skip(unit->text, frames.clause, unit->to)) {
            size_t past = take_source(&frames, at);
            if (past > at) {
                at = past;
                continue;
            }
        }
        const struct han_cue *verb =
            code >= 0x4E00 ? han_cue_at(unit->text, frames.clause, at, unit->to) : NULL;
        at = verb != NULL ? take_cue(&frames, at, verb) : at + size;
    }
    if (out->count == frames.first)
        add_bare(&frames, start);
}
