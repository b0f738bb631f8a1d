#include "query/dated_words_han.h"

#include <string.h>

#include "text/ascii.h"
#include "text/wordlist.h"

#define TOLD 10 /* offsets from here on are from the date told last: TOLD + 1 is the year behind it */

static const char numerals[] = "一 二 三 四 五 六 七 八 九 十 〇 零 百 千 万 萬 两 兩 几 幾 数 數 半 余 餘 多";
/* a Han character that can close a word before 年底: 去年, 少年, 周年 */
static const char others[] = "去 今 明 前 后 後 每 周 週 少 青 老 中 成 近 往 历 歷 全 整 来 來 学 學 财 財 本 "
                             "幼 童 晚 早 新 度 上 下 这 這 个 個 当 當 那 同 次 翌 正 腊 臘 闰 岁 歲 逐 连 連 号 份 美 丰 豐 荒 陈 陳";
/* 春 spring, but not 春节 */
static const char seasons[] =
    "春季=1 春天=1 春=1 夏季=2 夏天=2 夏=2 秋季=3 秋天=3 秋=3 冬季=4 冬天=4 冬=4 初春=1 早春=1 暮春=1 开春=1 開春=1 "
    "初夏=2 盛夏=2 仲夏=2 初秋=3 深秋=3 初冬=4 隆冬=4 严冬=4 寒冬=4 春节=0 春節=0 春运=0 春運=0 春晚=0 春耕=0 春秋=0 春分=0 春招=0 "
    "夏威=0 夏令=0 夏粮=0 夏糧=0 夏至=0 秋收=0 秋粮=0 秋糧=0 秋分=0 秋招=0 冬奥=0 冬奧=0 冬至=0 冬令=0";

static bool follows_number(const char *text, struct span sentence, size_t at)
{
    return wordlist_before(text, sentence.start, at, numerals) > 0 ||
           (at > sentence.start && ascii_is_digit(text[at - 1])) ||
           (at > sentence.start + 1 && text[at - 1] == ' ' && ascii_is_digit(text[at - 2]));
}

/* 那年冬天, 次年春, 今秋, 去冬: a year, and a season of it. */
static bool read_season(const char *text, struct span sentence, size_t at,
                        const struct dated_near *near, struct dated_words *words)
{
    static const char years[] = "那年=10 那一年=10 当年=10 當年=10 同年=10 这一年=10 這一年=10 是年=10 次年=11 翌年=11 "
                                "第二年=11 去=-1 今=0 明=1 来年=1 來年=1";
    size_t size;
    int offset = wordlist_number(text, at, sentence.end, years, &size), season;
    if (size == 0)
        return false;
    size_t end = at + size;
    end += wordlist_at(text, end, sentence.end, "的");
    season = wordlist_number(text, end, sentence.end, seasons, &size);
    if (season < 1)
        return false;
    words->span.end = end + size;
    dated_near_season(near, SEASON_SAME, season, words);
    if (offset < TOLD - 1) {
        words->from.year = near->published.year > 0 ? near->published.year + offset : 0;
        words->ordered = false;
    } else if (words->from.year != 0) {
        words->from.year += offset - TOLD;
    }
    words->until = words->from;
    return true;
}

/* 同年年底, 次年初, 那年； a year alone where a clause begins with it. */
static bool read_year(const char *text, struct span sentence, size_t at,
                      const struct dated_near *near, struct dated_words *words)
{
    static const char years[] = "那年=10 那一年=10 当年=10 當年=10 同年=10 这一年=10 這一年=10 同一年=10 次年=11 翌年=11";
    static const char parts[] = "年底 年末 年初 年中 底 末 初";
    static const char begins[] = "， 。 ； ： 、 “ 在 到 于 於 ， , .";
    size_t size;
    int offset = wordlist_number(text, at, sentence.end, years, &size);
    if (size == 0)
        return false;
    size_t end = at + size, part = wordlist_at(text, end, sentence.end, parts);
    bool alone = part == 0 && offset == TOLD &&
                 (at == sentence.start || wordlist_before(text, sentence.start, at, begins) > 0) &&
                 (wordlist_at(text, at, end, "当 當 同年") == 0
                      ? !ascii_is_digit(text[end]) && wordlist_at(text, end, sentence.end, numerals) == 0
                      : wordlist_at(text, end, sentence.end, "，") > 0);
    if (part == 0 && !alone)
        return false;
    words->span.end = end + part;
    dated_near_told_year(near, offset - TOLD, words);
    return true;
}

/* 年底, 月初 by themselves, behind no number and no 去, 每 or 少. */
static bool read_period(const char *text, struct span sentence, size_t at,
                        const struct dated_near *near, struct dated_words *words)
{
    static const char periods[] = "年底=1 年末=1 年初=0 岁末=1 歲末=1 月底=3 月末=3 月初=2 年初一=9 月初一=9 年终=9 年底前=1";
    size_t size;
    int kind = wordlist_number(text, at, sentence.end, periods, &size);
    if (size == 0 || kind == 9 || follows_number(text, sentence, at) ||
        wordlist_before(text, sentence.start, at, others) > 0)
        return false;
    words->span.end = at + size;
    bool coming = dated_near_coming(text, sentence, words->span) ||
                  wordlist_at(text, at + size, sentence.end, "前 之前 以前") > 0 ||
                  wordlist_before(text, at, at + size, "前") > 0;
    dated_near_period(near, kind >= 2, kind % 2 == 1, coming, words);
    return true;
}

/* 上周, 本周, 下周, 上周末, 次周; but 上周二 is a day. */
static bool read_week(const char *text, struct span sentence, size_t at,
                      const struct dated_near *near, struct dated_words *words)
{
    static const char weeks[] = "上周=-1 上星期=-1 上个星期=-1 上礼拜=-1 上週=-1 上個星期=-1 本周=0 这周=0 本星期=0 这个星期=0 "
                                "本週=0 這週=0 下周=1 下星期=1 下个星期=1 下礼拜=1 下週=1 下個星期=1 次周=11 次週=11";
    static const char behind[] = "一 二 三 四 五 六 日 天 期 年 刊 报 報 岁 歲 边 邊 转 轉 长 長 围 圍 密 全 到 至 率 身";
    size_t size;
    int offset = wordlist_number(text, at, sentence.end, weeks, &size);
    size_t end = at + size;
    size_t weekend = size > 0 ? wordlist_at(text, end, sentence.end, "末") : 0;
    if (size == 0 || wordlist_at(text, end, sentence.end, behind) > 0 ||
        follows_number(text, sentence, at))
        return false;
    words->span.end = end + weekend;
    dated_near_week(near, offset >= TOLD - 1 ? offset - TOLD : offset, weekend > 0, offset >= TOLD - 1,
                    words);
    return true;
}

static bool read_ago(const char *text, struct span sentence, size_t at,
                     const struct dated_near *near, struct dated_words *words)
{
    static const char agos[] = "大前年=3 大后年=-3 大後年=-3";
    size_t size;
    int years = wordlist_number(text, at, sentence.end, agos, &size);
    if (size == 0)
        return false;
    words->span.end = at + size;
    words->from = (struct figure_date){ .year = near->published.year > 0 ? near->published.year - years
                                                                        : 0 };
    words->until = words->from;
    return true;
}

bool dated_words_han_read(const char *text, struct span sentence, size_t at,
                          const struct dated_near *near, struct dated_words *words)
{
    return read_season(text, sentence, at, near, words) ||
           read_year(text, sentence, at, near, words) ||
           read_period(text, sentence, at, near, words) ||
           read_week(text, sentence, at, near, words) ||
           read_ago(text, sentence, at, near, words);
}
