#include "figure/figure_heads.h"

#include <string.h>

#include "figure/figure_calendar.h"
#include "figure/figure_noun.h"
#include "figure/figure_rule.h"
#include "figure/figure_term.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define HEAD_MOST 200 /* bytes: what is longer is no head */
#define YEAR_LEAST 1900
#define YEAR_MOST 2100

static const char brackets[] = "( （ [ ［";
static const char ends[] = ") ） ] ］ ; ； : ：";

/* clang-format off */
/* Numbers of these are not in the caption's unit. */
static const char others[] =
    "per employees employee staff headcount workers people stores shops number rank ranking position year years founded "
    "established since date phone tel telephone fax code zip id age ages ratio margin rate growth change share shares eps "
    "yield multiple count no yoy times pages score points # 每股 人数 员工 家数 门店 数量 排名 名次 位次 序号 编号 年份 年度 成立 日期 电话 传真 代码 "
    "邮编 年龄 比例 占比 比重 率 增速 增长 增幅 同比 环比 变动 股数 次数 倍数 得分 评分";
/* These are sums. */
static const char money[] =
    "revenue revenues sales income profit profits loss losses cost costs earnings spending budget turnover assets debt debts "
    "expenses liabilities equity cash taxes exports imports value price investment investments loans deposits wages fees "
    "total amount amounts 额 收入 营收 利润 成本 费用 资产 负债 金额 预算 支出";
/* And these people, whom (m) and (k) scale as well as money. */
static const char people[] =
    "users subscribers members customers population people visitors passengers viewers readers buyers accounts downloads "
    "units shipments deliveries streams views";
/* clang-format on */

/* What a head says of what its numbers are: of sums, of things that are counted. */
static void look_at_noun(const struct figure_scan *head, struct figure_told *told)
{
    size_t end = head->from;
    while (end < head->to && !figure_scan_is_in(head, end, brackets))
        end++;
    told->money = figure_rule_within(head, head->from, end, money);
    told->things = !told->money &&
                   (figure_rule_within(head, head->from, end,
                                       "|!products services goods others operations americas markets games|@") ||
                    figure_scan_was_in(head, head->to, "数 数量 车 户 人 船 店"));
}

/* (m) and (k) are scales of money and people; elsewhere metres, kelvins and whatever else. */
static bool is_sum_or_people(const struct figure_scan *head, const struct figure_told *told)
{
    return told->unit != NULL ? told->unit->kind == FIGURE_MONEY
                              : figure_rule_within(head, head->from, head->to, people) ||
                                    figure_rule_within(head, head->from, head->to, money);
}

/* Moves *at over a word of scale. */
static bool read_scale(const struct figure_scan *head, size_t *at, struct figure_told *told)
{
    static const char words[] = "thousand=3 thousands=3 k=3 million=6 millions=6 mn=6 mln=6 mio=6 "
                                "billion=9 billions=9 bn=9 bln=9 trillion=12 trillions=12 tn=12 trn=12 "
                                "lakh=5 crore=7";
    static const char signs[] = "'000=3 ’000=3 000s=3 '000s=3 千=3 万=4 十万=5 百万=6 千万=7 亿=8 十亿=9 百亿=10 "
                                "千亿=11 万亿=12 兆=12";
    struct latinword word;
    size_t size;
    int power = figure_scan_any(head, *at, signs, &size);
    if (size == 0 && latinword_at(head->text, head->to, *at, &word)) {
        size = word.end - word.start;
        power = wordlist_find(word.text, words, 0);
        if (strcmp(word.text, "m") == 0 || strcmp(word.text, "k") == 0)
            power = !is_sum_or_people(head, told) ? 0 : word.text[0] == 'm' ? 6 : 3;
    }
    if (power <= 0 || told->power > 0)
        return false;
    told->power = power;
    *at += size;
    return true;
}

/* The unit at *at; 人民币百万元 is told in two parts. */
static bool read_unit(const struct figure_scan *head, size_t *at, struct figure_told *told)
{
    size_t end = *at;
    if (figure_scan_is_in(head, end, "分 度 成 点 打 pts Pts PTS") &&
        !figure_scan_is_in(head, end, "分钟"))
        return false; /* of a match */
    const struct figure_unit *unit = figure_unit_ahead(head, *at, &end);
    if (unit == NULL)
        unit = figure_unit_behind(head, *at, &end);
    if (unit == NULL || (told->unit != NULL && (told->unit->kind != FIGURE_MONEY ||
                                                unit->kind != FIGURE_MONEY)))
        return false;
    told->unit = told->unit != NULL ? told->unit : unit;
    *at = end;
    return true;
}

/* 万人, million barrels: what is counted in that scale. */
static bool read_counted(const struct figure_scan *head, size_t *at, const struct figure_told *told)
{
    struct latinword word;
    size_t measure = figure_noun_measure(head, *at);
    if (measure == 0 && told->power > 0 && latinword_at(head->text, head->to, *at, &word) &&
        (latinword_is_plural(&word) || strcmp(word.text, "people") == 0))
        measure = word.end - *at;
    *at += measure;
    return measure > 0 && told->unit == NULL;
}

/* Reads the units and scales from `at` up to the end, a bracket's end or a comma and words. */
static bool read_from(const struct figure_scan *head, size_t at, struct figure_told *told)
{
    *told = (struct figure_told){ .span = { at, at } };
    (void)figure_scan_over(head, &at, "单位：_ 单位： 单位: 单位 Unit:_ Unit_ Units:_ 以");
    for (bool again = true; again;) {
        at = figure_scan_skip(head, at);
        if (at >= head->to || figure_scan_is_in(head, at, ends) ||
            (told->told && figure_scan_is_in(head, at, ", ， 、")))
            break;
        again = figure_scan_past(head, &at, "in of expressed all amounts figures values");
        if (!again) {
            bool metre = figure_scan_is(head, at, "m") && !is_sum_or_people(head, told);
            bool han = (unsigned char)head->text[at] >= 0x80;
            again = ((han || metre) && read_unit(head, &at, told)) || read_scale(head, &at, told) ||
                    read_unit(head, &at, told) || read_counted(head, &at, told) ||
                    (told->told && figure_scan_over(head, &at, "计 列示"));
            told->told = told->told || again;
        }
        if (again && told->unit != NULL && told->power == 0 && figure_scan_is_in(head, at, ", ，")) {
            size_t behind = figure_scan_skip(head, at + (head->text[at] == ',' ? 1 : strlen("，")));
            if (read_scale(head, &behind, told)) /* US$, million */
                at = behind;
        }
        if (!again)
            told->told = false;
    }
    told->span.end = at;
    return told->told;
}

/* How a unit may be told that begins at `at`: in brackets, behind a comma, alone. */
enum place { PLACE_NONE, PLACE_BLANK, PLACE_PART, PLACE_OWN };

static enum place place_of(const struct figure_scan *head, size_t at)
{
    size_t before = figure_scan_skip_back(head, at);
    if (at == head->from || figure_scan_was_in(head, at, brackets) ||
        figure_scan_is_in(head, at, "单位"))
        return PLACE_OWN;
    if (figure_scan_was_in(head, before, ": ： , ，"))
        return PLACE_PART;
    bool digit = before > head->from && ascii_is_digit(head->text[before - 1]);
    return (before < at || head->text[at] == '%') && !digit ? PLACE_BLANK : PLACE_NONE;
}

/* Whether what is told from `at` is to be believed: behind a blank only money and shares (Change %,
 * Sales US$ m); alone no time (Years), no Won, Pts, GB and FT, which other tables count. */
static bool is_plain(const struct figure_scan *head, size_t at, enum place place,
                     const struct figure_told *told)
{
    const char *written = head->text + at;
    bool latin = latinword_is_letter(written[0]);
    bool single = told->span.end - at == 1;
    bool code = !single && written[0] < 'a' && written[1] < 'a';
    if (told->unit == NULL)
        return place != PLACE_BLANK;
    if (latin && single && written[0] < 'a')
        return false; /* (W) (L): won, lost */
    if (at > head->from && place != PLACE_BLANK)
        return true;
    if (told->unit->kind == FIGURE_MONEY)
        return !latin || code || told->power > 0;
    if (told->unit->kind == FIGURE_PERCENT)
        return !latin || (!single && written[0] >= 'a');
    return place != PLACE_BLANK && told->unit->kind != FIGURE_DURATION &&
           (!latin || (!single && written[0] >= 'a'));
}

/* In a caption: whether it ends with what is told, or with the bracket around that; a sentence that
 * goes on speaks of itself. */
static bool is_closing(const struct figure_scan *caption, const struct figure_told *told)
{
    size_t at = told->span.end;
    while (at < caption->to && !figure_scan_is_in(caption, at, ") ） ] ］"))
        at++;
    if (told->alone || figure_scan_is_in(caption, told->span.start, "单位"))
        return true;
    return told->span.end == caption->to ||
           (figure_scan_over(caption, &at, ") ） ] ］") && at == caption->to);
}

static struct figure_told read_told(const struct figure_scan *head, bool caption)
{
    struct figure_told told = { 0 };
    size_t first = head->from;
    if (head->to - first > HEAD_MOST)
        return told;
    (void)figure_scan_over(head, &first, brackets);
    for (size_t at = head->from; at < head->to && !told.told; at++) {
        bool inner = ((unsigned char)head->text[at] & 0xC0) == 0x80;
        enum place place = inner ? PLACE_NONE : place_of(head, at);
        if (caption && place != PLACE_OWN && !figure_scan_is(head, at, "in "))
            place = PLACE_NONE;
        if (place == PLACE_NONE || !read_from(head, at, &told) ||
            !is_plain(head, at, place, &told) ||
            (caption && place != PLACE_OWN && told.power == 0))
            told = (struct figure_told){ 0 };
        told.alone = told.told && at <= first;
        if (caption && told.told && !is_closing(head, &told))
            told = (struct figure_told){ 0 };
    }
    told.other = figure_rule_within(head, head->from, head->to, others);
    look_at_noun(head, &told);
    return told;
}

/* “t”, 万吨 or “US$ m” in a column of units, which says nothing else. */
static struct figure_told read_own(const struct figure_scan *cell)
{
    struct figure_told told;
    return read_from(cell, cell->from, &told) && told.span.end == cell->to
               ? told
               : (struct figure_told){ 0 };
}

struct figure_told figure_heads_caption(const struct figure_scan *paragraph)
{
    return read_told(paragraph, true);
}

void figure_heads_begin(struct figure_heads *heads, struct figure_told caption)
{
    *heads = (struct figure_heads){ .caption = caption };
}

/* 2023, Q1 2024, 一月: nothing else. */
static bool is_period(const struct figure_scan *cell)
{
    struct figure date;
    return figure_calendar_read(cell, cell->from, &date) && date.start == cell->from &&
           date.end == cell->to;
}

struct span figure_heads_learn(struct figure_heads *heads, size_t column, bool head,
                               const struct figure_scan *cell)
{
    const bool unit = !head && column > 0 && column == heads->units;
    const struct figure_told told = unit ? read_own(cell) : read_told(cell, false);
    struct figure_told *place = column < FIGURE_HEADS_COLUMNS ? &heads->columns[column] : NULL;
    size_t end = cell->from;
    if (head && figure_scan_over(cell, &end, "Units UNIT Unit 计量单位 计价单位 单位") && end == cell->to)
        heads->units = column;
    heads->money = heads->money || (head && told.money);
    if (!head) {
        heads->row = told;
    } else if (column == 0 && told.alone) {
        heads->caption = told;
    } else if (place != NULL) {
        bool other = told.other || place->other, things = told.things || place->things;
        *place = told.told ? told : *place;
        place->other = other;
        place->things = things;
        place->period = place->period || is_period(cell);
        if (column == 0 && told.told)
            heads->corner = told;
    }
    return told.span;
}

/* What holds for the cell; false where nothing is told. */
static bool find_told(const struct figure_heads *heads, size_t index, struct figure_told *told)
{
    static const struct figure_told none;
    const struct figure_told *column = index < FIGURE_HEADS_COLUMNS ? &heads->columns[index] : &none;
    const struct figure_told *row = index > 0 ? &heads->row : &none;
    bool share = column->unit != NULL && column->unit->kind == FIGURE_PERCENT;
    bool other = column->other || row->other;
    *told = row->told && !share && !column->other ? *row : *column;
    if (!told->told && !other && index > 0)
        *told = heads->corner.told && column->period ? heads->corner : heads->caption;
    else if (told->told && told->unit != NULL && told->unit->kind == FIGURE_MONEY &&
             told->power == 0 && !other &&
             (heads->caption.unit == NULL || heads->caption.unit->kind == FIGURE_MONEY))
        told->power = heads->caption.power;
    return told->told && (told->unit != NULL || told->power > 0) &&
           (column->told || !column->other) && (row->told || !row->other || share);
}

/* Up to a second number behind - or 至. */
static bool read_range(const struct figure_scan *cell, struct figure_term *term)
{
    struct figure_term high;
    size_t past, at = figure_scan_skip(cell, term->end);
    if (!figure_scan_over(cell, &at, "- – — ~ ～ 至 到 to_") ||
        !figure_term_read(cell, figure_scan_skip(cell, at), false, &high, &past) ||
        high.end != cell->to || high.unit != term->unit || high.numeral.scaled != term->numeral.scaled ||
        decimal_compare(term->low, high.high) >= 0)
        return false;
    term->high = high.high;
    return true;
}

/* The number, or range, that the cell is, and nothing else; (3.2) is less than nothing. */
static bool read_cell(const struct figure_scan *cell, struct figure_term *term)
{
    struct figure_scan inner = *cell;
    size_t past;
    bool bracket = figure_scan_is(cell, cell->from, "(") && figure_scan_was(cell, cell->to, ")");
    inner.from += bracket;
    inner.to -= bracket;
    if (inner.from >= inner.to || !figure_term_read(&inner, inner.from, false, term, &past) ||
        (term->end != inner.to && !read_range(&inner, term)) || term->numeral.ordinal || term->numeral.vague ||
        term->numeral.huge || term->numeral.kind == NUMERAL_WORDS)
        return false;
    term->low.negative = term->high.negative = bracket || term->low.negative;
    term->start = cell->from;
    term->end = cell->to;
    return true;
}

bool figure_heads_read(const struct figure_heads *heads, size_t column,
                       const struct figure_scan *cell, struct figure *figure)
{
    struct figure_told told;
    struct figure_term term;
    if (!find_told(heads, column, &told) || !read_cell(cell, &term))
        return false;
    /* Trucks beside Sales, below “in $ million” */
    if (heads->money && column < FIGURE_HEADS_COLUMNS && heads->columns[column].things &&
        told.span.start == heads->caption.span.start && term.low.exponent >= 0)
        return false;
    long year = decimal_whole(term.low, YEAR_MOST);
    bool dated = told.span.start == heads->caption.span.start || /* 1987 below “Born (year)” */
                 (told.unit != NULL && told.unit->kind == FIGURE_DURATION);
    if ((dated && year >= YEAR_LEAST && term.numeral.places == 4 && !term.numeral.grouped) ||
        (term.unit != NULL && (term.unit->kind != FIGURE_MONEY || term.numeral.scaled ||
                               !term.ahead || told.power == 0 ||
                               (told.unit != NULL && strcmp(told.unit->name, term.unit->name) != 0))) ||
        (term.numeral.scaled && told.unit == NULL) ||
        !figure_term_share(&term, term.unit == NULL ? told.unit : NULL,
                           term.numeral.scaled ? 0 : told.power))
        return false;
    *figure = (struct figure){ .start = term.start, .end = term.end, .low = term.low, .high = term.high };
    figure->range = decimal_compare(term.low, term.high) != 0;
    figure->headed = true;
    if (term.unit != NULL)
        figure_set_kind(figure, term.unit->kind, term.unit->name);
    else
        figure_set_kind(figure, FIGURE_COUNT, "");
    return true;
}
