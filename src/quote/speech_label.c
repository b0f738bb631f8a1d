#include "quote/speech_label.h"

#include <stdint.h>
#include <string.h>

#include "quote/english_tokens.h"
#include "quote/han_living.h"
#include "text/han_cue.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define LABEL_MOST 40 /* bytes of the name before a colon */
#define WORDS_MOST 4
#define SAID_WORDS 3 /* blanks behind the colon, at least */
#define SAID_HAN 6

/* What stands before a colon and is somebody, but the text's maker. */
static const char makers[] = "作者 译者 编者 编辑 联系人 负责人 摄影 法人 来源 出品人 发行人 编剧 "
                             "导演 主演 校对 撰稿人 监制";

/* The colon of a label; the unit's end when there is none. */
static size_t find_colon(const struct quote_unit *unit)
{
    uint32_t code;
    for (size_t at = unit->from, size; at < unit->to && at < unit->from + LABEL_MOST; at += size) {
        size = utf8_decode(unit->text + at, unit->to - at, &code);
        if (code == ':' || code == 0xFF1A)
            return at;
        if (code == '\n' || code == ',' || code == 0xFF0C || code == 0x3002 || code == '?' ||
            code == '"' || code == 0x201C || code == 0x300C || code == '(' || code == 0xFF08)
            break;
    }
    return unit->to;
}

static bool is_long(const struct quote_unit *unit, size_t behind, bool han)
{
    size_t blanks = 0, characters = 0;
    for (size_t at = behind + 1; at < unit->to; at++) {
        blanks += unit->text[at] == ' ';
        characters +=
            (unsigned char)unit->text[at] >= 0xE4 && (unsigned char)unit->text[at] <= 0xE9;
    }
    return han ? characters >= SAID_HAN : blanks >= SAID_WORDS;
}

static bool judge_han(const struct quote_unit *unit, struct speech_label *label)
{
    bool paper = false;
    if (wordlist_before(unit->text, label->name.start, label->name.end, makers) > 0 ||
        !is_long(unit, label->behind, true))
        return false;
    /* 阿里巴巴出海记, 队长说: more than a name */
    struct quote_unit part = *unit;
    const struct speaker_name *known = quote_unit_name(unit, label->name.start);
    for (size_t at = label->name.start; at < label->name.end; at++) {
        if (((unsigned char)unit->text[at] & 0xC0) != 0x80 &&
            (han_cue_at(unit->text, label->name.start, at, label->name.end) != NULL ||
             strncmp(unit->text + at, "的", 3) == 0))
            return false;
    }
    if (known != NULL && known->start == label->name.start && known->end < label->name.end)
        part.name_count = 0;
    label->person = han_living_is(&part, label->name, &paper);
    return label->person;
}

static bool judge_words(const struct english_tokens *tokens, struct speech_label *label)
{
    static const char english_makers[] = "author authors editor translator owner users user "
                                         "contributors members writer producer manager";
    bool body = false;
    if (tokens->count == 0 || tokens->count > WORDS_MOST || !tokens->items[0].capital)
        return false;
    const struct token *last = &tokens->items[tokens->count - 1];
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        if (token->kind != TOKEN_WORD || (token->cue != NULL && token->form == CUE_PAST))
            return false;
        body = body || token_has(&tokens->items[i], WORD_GROUP | WORD_PAPER);
    }
    if (token_is_among(last, english_makers))
        return false;
    label->person = token_has(last, WORD_PERSON);
    return label->person || (body && tokens->count == 1);
}

static bool judge_english(const struct quote_unit *unit, struct speech_label *label)
{
    struct english_tokens tokens = { 0 };
    struct quote_unit part = *unit;
    if (!is_long(unit, label->behind, false))
        return false;
    part.to = label->name.end;
    english_tokens_read(&part, &tokens);
    bool speaks = judge_words(&tokens, label);
    english_tokens_free(&tokens);
    return speaks;
}

bool speech_label_split(const struct quote_unit *unit, struct speech_label *label)
{
    uint32_t code;
    size_t colon = find_colon(unit);
    if (colon == unit->to && unit->to - unit->from > 3 && strchr("QA", unit->text[unit->from]) != NULL &&
        strncmp(unit->text + unit->from + 1, ". ", 2) == 0)
        colon = unit->from + 1;
    if (colon + 2 >= unit->to || colon == unit->from)
        return false;
    size_t size = utf8_decode(unit->text + colon, unit->to - colon, &code);
    *label = (struct speech_label){ .name = { unit->from, colon }, .behind = colon + size };
    return true;
}

bool speech_label_read(const struct quote_unit *unit, struct speech_label *label)
{
    static const char titles[] = "MR._ MS._ MRS._ DR._ SEN._ REP._ GOV._";
    uint32_t code;
    if (!speech_label_split(unit, label))
        return false;
    size_t colon = label->name.end;
    const struct speaker_name *known = quote_unit_name(unit, unit->from);
    bool whole = known != NULL && known->start == unit->from && known->end == colon;
    label->titled = wordlist_at(unit->text, unit->from, colon, titles) > 0;
    label->certain = label->titled || (whole && known->class == SPEAKER_PERSON);
    label->person = label->certain;
    if (label->certain)
        return true;
    (void)utf8_decode(unit->text + unit->from, colon - unit->from, &code);
    if (whole)
        return is_long(unit, label->behind, utf8_is_han(code));
    return utf8_is_han(code) ? judge_han(unit, label) : judge_english(unit, label);
}
