#include "text/reporting.h"

#include <string.h>

#include "text/abbreviation.h"
#include "text/utf8.h"

#define NAME_WORDS_MAX 7
#define CLAUSE_MAX 20 /* Han characters up to and with the verb */

static const char *const english_verbs[] = {
    "added",    "admitted", "announced", "answered", "argued",    "asked",   "asks",     "begged",
    "called",   "cried",    "declared",  "demanded", "exclaimed", "gasped",  "inquired", "insisted",
    "jokes",    "joked",    "murmured",  "muttered", "protested", "quipped", "recalled", "remarked",
    "repeated", "replied",  "reported",  "retorted", "said",      "says",    "screamed", "shouted",
    "sighed",   "snapped",  "told",      "tells",    "urged",     "whispered", "wondered", "wrote",
    "writes",   "yelled",
};

/* What a Chinese reporting clause ends in. */
static const char *const chinese_verbs[] = {
    "说", "道", "问", "喊", "叫", "嚷", "骂", "吼", "回答", "补充", "表示", "指出", "强调", "写",
    "反问", "追问", "感叹", "解释", "告诉我们", "告诉我", "告诉他", "告诉她", "告诉记者",
    "說", "問", "答", "嚷道", "罵", "寫",
};

/* What ends alike and reports nothing: hearsay, "while he spoke", silence, roads. */
static const char *const chinese_others[] = {
    "听说", "据说", "再说", "一面说", "边说", "小说", "传说", "学说", "知道", "街道", "味道",
    "难道", "频道", "轨道", "渠道", "报道", "学问", "疑问", "顾问", "大叫",
    "没有回答", "没回答", "不回答", "没有说", "没说", "不说", "没有问", "没问", "不问", "不答",
    "聽說", "據說", "小說", "沒有說", "不說",
};

/* Letters, hyphens and apostrophes, and what is beyond ASCII but no-break spaces and
 * typographic punctuation (lead bytes C2 and E2). */
static size_t word_end(const char *text, size_t at, size_t end)
{
    static const char breaks[] = " \t\n,.;:?!()\"\xC2\xE2";
    while (at < end && memchr(breaks, text[at], sizeof breaks - 1) == NULL)
        at++;
    return at;
}

/* Bytes of the single space at `at`, 0 when there is none. */
static size_t space_length(const char *text, size_t at, size_t end)
{
    if (at < end && (text[at] == ' ' || text[at] == '\n'))
        return 1;
    return end - at >= 2 && memcmp(text + at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static bool is_english_verb(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof english_verbs / sizeof *english_verbs; i++) {
        if (strlen(english_verbs[i]) == length && memcmp(english_verbs[i], word, length) == 0)
            return true;
    }
    return false;
}

/* Capitalised, no sentence starter but I, and no shout in capitals is asked for. */
static bool is_name(const char *word, size_t length)
{
    if (length == 1 && word[0] == 'I')
        return true;
    return length > 0 && word[0] >= 'A' && word[0] <= 'Z' && !abbreviation_is_starter(word, length);
}

bool reporting_is_english(const char *text, size_t at, size_t end)
{
    for (int words = 0; words < NAME_WORDS_MAX; words++) {
        size_t stop = word_end(text, at, end);
        size_t length = stop - at;
        if (words > 0 && is_english_verb(text + at, length))
            return true;
        if (!is_name(text + at, length))
            return false;
        enum abbreviation class = abbreviation_class(text + at, length);
        if (stop < end && text[stop] == '.' &&
            (class == ABBREVIATION_NEVER || class == ABBREVIATION_INITIAL ||
             class == ABBREVIATION_PLACE))
            stop++;
        if (space_length(text, stop, end) == 0)
            return false;
        at = stop + space_length(text, stop, end);
    }
    return false;
}

static bool ends_in(const char *text, size_t length, const char *tail)
{
    size_t size = strlen(tail);
    return length >= size && memcmp(text + length - size, tail, size) == 0;
}

static bool ends_in_chinese_verb(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof chinese_others / sizeof *chinese_others; i++) {
        if (ends_in(text, length, chinese_others[i]))
            return false;
    }
    for (size_t i = 0; i < sizeof chinese_verbs / sizeof *chinese_verbs; i++) {
        if (ends_in(text, length, chinese_verbs[i]))
            return true;
    }
    return false;
}

bool reporting_is_chinese(const char *text, size_t at, size_t end)
{
    size_t start = at;
    uint32_t code_point = 0;
    for (int count = 0; at < end && count <= CLAUSE_MAX; count++) {
        size_t size = utf8_decode(text + at, end - at, &code_point);
        if (!utf8_is_han(code_point) && code_point != 0xB7)
            break;
        at += size;
        code_point = 0;
    }
    bool closes = at >= end || code_point == 0xFF0C || code_point == 0x3002 ||
                  code_point == 0xFF01 || code_point == 0xFF1F || code_point == ',' ||
                  code_point == '.' || code_point == 0x2026 || code_point == '\n';
    return closes && ends_in_chinese_verb(text + start, at - start);
}
