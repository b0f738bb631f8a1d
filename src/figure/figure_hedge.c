#include "figure/figure_hedge.h"

#include <string.h>

struct hedge {
    const char *written;
    unsigned hedge;
};

/* English, before the figure: the last word, and the one before it where that is needed. */
struct hedge_words {
    const char *first; /* NULL: any */
    const char *last;
    unsigned hedge;
};

static const struct hedge_words before[] = {
    { "more", "than", HEDGE_OVER },      { "greater", "than", HEDGE_OVER },
    { "larger", "than", HEDGE_OVER },    { "higher", "than", HEDGE_OVER },
    { "bigger", "than", HEDGE_OVER },    { "less", "than", HEDGE_UNDER },
    { "fewer", "than", HEDGE_UNDER },    { "smaller", "than", HEDGE_UNDER },
    { "lower", "than", HEDGE_UNDER },    { NULL, "above", HEDGE_OVER },
    { "upwards", "of", HEDGE_OVER },     { "upward", "of", HEDGE_OVER },
    { "excess", "of", HEDGE_OVER },      { "maximum", "of", HEDGE_AT_MOST },
    { "minimum", "of", HEDGE_AT_LEAST }, { "up", "to", HEDGE_AT_MOST },
    { "close", "to", HEDGE_NEARLY },     { "much", "as", HEDGE_AT_MOST },
    { "many", "as", HEDGE_AT_MOST },     { "high", "as", HEDGE_AT_MOST },
    { "at", "most", HEDGE_AT_MOST },     { "at", "least", HEDGE_AT_LEAST },
    { "just", "under", HEDGE_NEARLY },   { NULL, "about", HEDGE_ABOUT },
    { NULL, "around", HEDGE_ABOUT },     { NULL, "roughly", HEDGE_ABOUT },
    { NULL, "some", HEDGE_ABOUT },       { NULL, "approximately", HEDGE_ABOUT },
    { NULL, "circa", HEDGE_ABOUT },      { NULL, "nearly", HEDGE_NEARLY },
    { NULL, "almost", HEDGE_NEARLY },    { NULL, "over", HEDGE_OVER },
    { NULL, "exceeding", HEDGE_OVER },   { NULL, "under", HEDGE_UNDER },
    { NULL, "below", HEDGE_UNDER },      { NULL, "within", HEDGE_AT_MOST },
    { NULL, "inside", HEDGE_AT_MOST },
};

static const struct hedge han_before[] = {
    { "大约", HEDGE_ABOUT },
    { "约", HEDGE_ABOUT },
    { "大概", HEDGE_ABOUT },
    { "差不多", HEDGE_ABOUT },
    { "近", HEDGE_NEARLY },
    { "将近", HEDGE_NEARLY },
    { "接近", HEDGE_NEARLY },
    { "超过", HEDGE_OVER },
    { "超過", HEDGE_OVER },
    { "逾", HEDGE_OVER },
    { "超", HEDGE_OVER },
    { "多于", HEDGE_OVER },
    { "高于", HEDGE_OVER },
    { "大于", HEDGE_OVER },
    { "大于等于", HEDGE_AT_LEAST },
    { "大于或等于", HEDGE_AT_LEAST },
    { "不小于", HEDGE_AT_LEAST },
    { "小于", HEDGE_UNDER },
    { "小于等于", HEDGE_AT_MOST },
    { "小于或等于", HEDGE_AT_MOST },
    { "不大于", HEDGE_AT_MOST },
    { "不多于", HEDGE_AT_MOST },
    { "不高于", HEDGE_AT_MOST },
    { "最少", HEDGE_AT_LEAST },
    { "突破", HEDGE_OVER },
    { "不到", HEDGE_UNDER },
    { "不足", HEDGE_UNDER },
    { "低于", HEDGE_UNDER },
    { "少于", HEDGE_UNDER },
    { "至多", HEDGE_AT_MOST },
    { "最多", HEDGE_AT_MOST },
    { "多达", HEDGE_AT_MOST },
    { "最高", HEDGE_AT_MOST },
    { "不超过", HEDGE_AT_MOST },
    { "高达", HEDGE_AT_MOST },
    { "至少", HEDGE_AT_LEAST },
    { "起码", HEDGE_AT_LEAST },
    { "不低于", HEDGE_AT_LEAST },
    { "不少于", HEDGE_AT_LEAST },
    /* words that only end like one */
    { "最近", 0 },
    { "附近", 0 },
    { "新近", 0 },
    { "晚近", 0 },
    { "纽约", 0 },
    { "合约", 0 },
    { "条约", 0 },
    { "签约", 0 },
    { "节约", 0 },
    { "预约", 0 },
    { "违约", 0 },
    { "邀约", 0 },
};

/* Behind it. Those that lengthen the span come first. */
static const struct hedge han_behind[] = {
    { "多", HEDGE_OVER }, { "余", HEDGE_OVER }, { "有余", HEDGE_OVER }, { "左右", HEDGE_ABOUT },
    { "上下", HEDGE_ABOUT }, { "以上", HEDGE_AT_LEAST }, { "之内", HEDGE_AT_MOST },
    { "以内", HEDGE_AT_MOST }, { "以下", HEDGE_AT_MOST }, { "之多", HEDGE_AT_MOST }, { "多数", 0 },
    { "多少", 0 }, { "余地", 0 }, { "余下", 0 }, { "余额", 0 }, { "多个", 0 }, { "多次", 0 }, { "多名", 0 },
};

/* 提高到 and the like between the hedge and its figure. */
static const char verbs[] = "提高到 增加到 增至 升至 达到 达 到 为 有";

#define COUNT(table) (sizeof(table) / sizeof *(table))

static unsigned read_han_before(const struct figure_scan *scan, size_t at)
{
    const struct hedge *found = NULL;
    size_t size = 0;
    if (at == scan->from)
        return 0;
    for (size_t i = 0; i < COUNT(han_before); i++) {
        size_t length = strlen(han_before[i].written);
        if (scan->text[at - 1] == han_before[i].written[length - 1] && length > size &&
            figure_scan_was(scan, at, han_before[i].written)) {
            found = &han_before[i];
            size = length;
        }
    }
    return found != NULL ? found->hedge : 0;
}

static unsigned read_english_before(const struct figure_scan *scan, size_t at, bool words)
{
    struct latinword last, first, word;
    if (!figure_scan_word_before(scan, at, &last))
        return 0;
    /* under 30, but not “under five headings” */
    if (words && strcmp(last.text, "under") == 0)
        return 0;
    if (!figure_scan_word_before(scan, last.start, &first))
        first.text[0] = '\0';
    /* less than or equal to, bigger or equal than */
    bool equal = strcmp(first.text, "equal") == 0 &&
                 figure_scan_word_before(scan, first.start, &word) && strcmp(word.text, "or") == 0 &&
                 figure_scan_word_before(scan, word.start, &first);
    bool than = equal && strcmp(first.text, "than") == 0;
    if (than && !figure_scan_word_before(scan, first.start, &first))
        return 0;
    const char *tie = equal ? "than" : last.text;
    for (size_t i = 0; i < COUNT(before); i++) {
        if (strcmp(before[i].last, tie) != 0 ||
            (before[i].first != NULL && strcmp(before[i].first, first.text) != 0))
            continue;
        unsigned hedge = before[i].hedge;
        bool no = strcmp(tie, "than") == 0 && figure_scan_word_before_in(scan, first.start, "no not");
        return no || equal ? (hedge == HEDGE_OVER) != no ? HEDGE_AT_LEAST : HEDGE_AT_MOST : hedge;
    }
    return 0;
}

static void read_before(const struct figure_scan *scan, struct figure *figure)
{
    size_t at = figure_scan_skip_back(scan, figure->start);
    size_t size;
    if (at == scan->from)
        return;
    if ((unsigned char)scan->text[at - 1] < 0x80) {
        figure->hedges |=
            read_english_before(scan, at, latinword_is_letter(scan->text[figure->start]));
        return;
    }
    unsigned hedge = read_han_before(scan, at);
    if (hedge == 0 && figure_scan_any_before(scan, at, verbs, &size) >= 0)
        hedge = read_han_before(scan, at - size);
    figure->hedges |= hedge;
}

static void read_han_behind(const struct figure_scan *scan, struct figure *figure)
{
    const struct hedge *found = NULL;
    size_t size = 0;
    for (size_t i = 0; i < COUNT(han_behind); i++) {
        size_t length = strlen(han_behind[i].written);
        if (length > size && figure_scan_is(scan, figure->end, han_behind[i].written)) {
            found = &han_behind[i];
            size = length;
        }
    }
    if (found == NULL || found->hedge == 0)
        return;
    if (!figure->range || strcmp(found->written, "以下") != 0) /* 三年以上十年以下 */
        figure->hedges |= found->hedge;
    figure->end += size;
}

/* two or more, 50-plus, 100+ */
static void read_english_behind(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword word, more;
    if (figure_scan_is(scan, figure->end, "+")) {
        figure->hedges |= HEDGE_AT_LEAST;
        figure->end++;
    } else if (figure_scan_word(scan, figure->end, &word)) {
        bool plus = strcmp(word.text, "plus") == 0 && figure_scan_is(scan, figure->end, "-");
        bool least = strcmp(word.text, "or") == 0 && figure_scan_word(scan, word.end, &more) &&
                     strcmp(more.text, "more") == 0;
        if (plus || least)
            figure->hedges |= HEDGE_AT_LEAST;
    }
}

void figure_hedge_read(const struct figure_scan *scan, struct figure *figure)
{
    read_before(scan, figure);
    if (figure->end < scan->to && (unsigned char)scan->text[figure->end] >= 0xE0)
        read_han_behind(scan, figure);
    else
        read_english_behind(scan, figure);
}

/* Whether from `start` to `end` stand only words that bound a number to the other side. */
static bool is_of_bounds(const struct figure_scan *scan, size_t start, size_t end)
{
    static const char words[] = "and but or equal to than less more fewer smaller larger greater "
                                "lower higher bigger below above under over at most least no not";
    static const char signs[] =
        "大 小 高 低 多 少 不 于 等 或 者 且 并 並 同 时 時 但 的 ， 、 最 至 超 过 過 以 下 上";
    struct latinword word;
    while (start < end) {
        if (latinword_at(scan->text, end, start, &word)) {
            if (!latinword_in(word.text, words))
                return false;
            start = word.end;
        } else if (strchr(" ,\n", scan->text[start]) != NULL) {
            start++;
        } else if ((unsigned char)scan->text[start] < 0xE0 || !figure_scan_is_in(scan, start, signs)) {
            return false;
        } else {
            start += strlen("大");
        }
    }
    return true;
}

bool figure_hedge_join(const struct figure_scan *scan, const struct figure *first,
                       struct figure *second)
{
    const unsigned least = HEDGE_OVER | HEDGE_AT_LEAST, most = HEDGE_UNDER | HEDGE_AT_MOST;
    bool rises = (first->hedges & least) != 0 && (second->hedges & most) != 0;
    bool falls = (first->hedges & most) != 0 && (second->hedges & least) != 0;
    if ((!rises && !falls) || first->kind != second->kind || first->range || second->range ||
        first->kind >= FIGURE_FRACTION || first->end > second->start ||
        (strcmp(first->unit, second->unit) != 0 && first->kind != FIGURE_COUNT) ||
        decimal_compare(rises ? first->low : second->low, rises ? second->low : first->low) >= 0 ||
        !is_of_bounds(scan, first->end, second->start))
        return false;
    second->start = first->start;
    second->low = rises ? first->low : second->low;
    second->high = rises ? second->high : first->high;
    second->hedges = 0;
    second->range = true;
    return true;
}

void figure_hedge_print(unsigned hedges, struct buffer *out)
{
    static const char *const names[] = { "about", "nearly",   "more than", "less than",
                                         "up to", "at least", "vague",     "ago" };
    size_t start = out->length;
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (hedges & 1u << i) {
            buffer_add_text(out, out->length > start ? ", " : "");
            buffer_add_text(out, names[i]);
        }
    }
}

void figure_hedge_remark(const struct figure *figure, struct buffer *out)
{
    size_t start = out->length;
    figure_hedge_print(figure->hedges, out);
    if (figure->per != NULL)
        buffer_add_format(out, "%sper %s", out->length > start ? ", " : "", figure->per);
}
