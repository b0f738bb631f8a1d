#include "query/dated_event.h"

#include <string.h>

#include "query/dated_tense.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define HAN 3

/* In 《 》, or in brackets of a reference. */
static bool is_in_title(const char *text, struct span sentence, const struct figure *figure)
{
    for (size_t at = figure->start; at >= sentence.start + HAN; at--) {
        if (memcmp(text + at - HAN, "》", HAN) == 0)
            return false;
        if (memcmp(text + at - HAN, "《", HAN) == 0)
            return true;
    }
    return false;
}

static bool is_in_dateline(const struct spans *datelines, const struct figure *figure)
{
    for (size_t i = 0; i < datelines->count; i++) {
        const struct span *line = &datelines->items[i];
        if (line->start <= figure->start && figure->end <= line->end)
            return true;
    }
    return false;
}

bool dated_event_is(const char *text, struct span sentence, const struct spans *datelines,
                    const struct figure *figure)
{
    static const char habits[] =
        "usually normally typically 每年 每周 每月 每逢 每星期 通常 一般 annually "
        "every_year every_month every_week every_day every_summer "
        "every_winter every_spring every_autumn every_time 往年 历年";
    static const char attributes[] = "'s \xE2\x80\x99s 的 第 首 最 度 版";
    static const char lasting[] = "集中 隔离 內 内 以上 期 时间";
    static const char years[] = "今年 本年 去年 上月 this_year this This last_year Last_year "
                                "last_month Last_month";
    static const char ages[] = "岁 周岁";
    static const char days[] = "today Today";
    struct span clause = dated_tense_clause(text, sentence, figure);
    size_t length = figure->end - figure->start;
    if (is_in_title(text, sentence, figure) || is_in_dateline(datelines, figure) ||
        dated_tense_has_word(text, clause.start, clause.end, habits))
        return false;
    if (wordlist_at(text, figure->start, figure->end, years) > 0 && figure->from.month == 0 &&
        (wordlist_at(text, figure->end, sentence.end, attributes) > 0 ||
         wordlist_before(text, figure->start, clause.end, ages) > 0))
        return false;
    if (figure->end < sentence.end && length > 3 && figure->from.day > 0 &&
        wordlist_at(text, figure->end, sentence.end, lasting) > 0)
        return false;
    /* "today" is a state more often than a day: one where somebody acted, or will */
    if (wordlist_at(text, figure->start, figure->end, days) > 0) {
        static const char acts[] = "announced said signed ruled met told";
        bool closes = figure->end >= sentence.end || strchr(".,;", text[figure->end]) != NULL;
        if (wordlist_at(text, figure->end, sentence.end, "_will_ _would_") > 0)
            return true;
        return closes ? dated_tense_is_future(text, sentence, figure) ||
                            dated_tense_last_past(text, clause.start, figure->start) > clause.start
                      : text[figure->end] == ' ' &&
                            dated_tense_has_word(text, figure->end, sentence.end, acts) &&
                            wordlist_at(text, figure->end, sentence.end, attributes) == 0;
    }
    return true;
}

bool dated_event_heads_sources(const char *text, struct span heading)
{
    static const char names[] = "references notes footnotes bibliography sources_cited works_cited citations "
                                "further_reading external_links 参考文献 参考资料 参考來源 参考来源 注释 註釋 脚注 腳註 "
                                "延伸阅读 延伸閱讀 外部链接 外部連結 參考文獻 參考資料";
    char name[32];
    size_t length = heading.end - heading.start;
    if (length >= sizeof name)
        return false;
    for (size_t i = 0; i < length; i++)
        name[i] = text[heading.start + i] == ' ' ? '_' : ascii_lower(text[heading.start + i]);
    return wordlist_has(name, length, names);
}

bool dated_event_heads_columns(const char *text, const struct block *block)
{
    size_t cells = 1;
    for (size_t at = block->start; at < block->end; at++)
        cells += text[at] == '\t';
    return block->kind == BLOCK_TABLE_ROW && (block->flags & BLOCK_TABLE_HEADER) != 0 && cells > 2;
}
