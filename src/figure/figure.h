/* figure: one figure of a text: what it counts, how much, how exactly.
 *
 * A figure is a span of a document's text with a kind and a value: a plain decimal, a range of
 * two, or a date. Its span is the number with its currency sign, unit or Chinese measure word;
 * the noun it counts and the words that hedge it lie outside, unless they stand within (200 多个).
 *
 *   kind      unit                                  value
 *   percent   %, pp (percentage points),            37.6
 *             % of price (七折: 70)
 *   money     ISO 4217: USD CNY HKD EUR ...         586000000
 *   count     what is counted: a noun class         4400000
 *             (figure_noun.h), else the English
 *             noun in small letters, else ""
 *   mass      t kg g lb oz st                       150
 *   length    km m cm mm mi yd ft in nmi zhang chi cun  12.5
 *   area      m2 km2 cm2 ha acres mu ping ft2 mi2   640
 *   volume    m3 L mL gal pt                        30000
 *   speed     km/h mph m/s knots                    350
 *   temperature  C F K                              -12
 *   power     W kW MW GW hp                         500
 *   energy    kWh MWh GWh J kJ MJ kcal              6300000000000
 *   data      B kB MB GB TB kbps Mbps                    64
 *   fraction  ""                                    2/3
 *   ratio     ""                                    3:1
 *   duration  year month week day hour minute       15
 *             second (decades are tens of years)
 *   date      how fine it is (figure_date.h)        2014-06
 *   ordinal   ""                                    2
 *
 * Nothing is allocated: figures are plain values. */
#ifndef DIPTYCH_FIGURE_FIGURE_H
#define DIPTYCH_FIGURE_FIGURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "figure/figure_date.h"
#include "text/decimal.h"

#define FIGURE_UNIT_SIZE 28

enum figure_kind {
    FIGURE_PERCENT,
    FIGURE_MONEY,
    FIGURE_COUNT,
    FIGURE_MASS,
    FIGURE_LENGTH,
    FIGURE_AREA,
    FIGURE_VOLUME,
    FIGURE_SPEED,
    FIGURE_TEMPERATURE,
    FIGURE_POWER,
    FIGURE_ENERGY,
    FIGURE_DATA,
    FIGURE_DURATION,
    FIGURE_FRACTION, /* low of high */
    FIGURE_RATIO,    /* low to high */
    FIGURE_DATE,
    FIGURE_ORDINAL
};

enum figure_hedge {
    HEDGE_ABOUT = 1,    /* about, roughly; 约 左右 */
    HEDGE_NEARLY = 2,   /* nearly, close to; 近 接近 */
    HEDGE_OVER = 4,     /* over, more than; 超过 多 余 */
    HEDGE_UNDER = 8,    /* less than; 不到 */
    HEDGE_AT_MOST = 16, /* up to, within; 最多 之内 */
    HEDGE_AT_LEAST = 32,
    HEDGE_VAGUE = 64, /* millions, 数百万: the value is the least that can be meant */
    HEDGE_AGO = 128   /* counted back from now: 15 years ago, 一年多前 */
};

struct figure {
    size_t start; /* bytes of the text */
    size_t end;
    enum figure_kind kind;
    unsigned hedges;         /* enum figure_hedge */
    bool range;              /* low to high, from to until */
    bool within;             /* 三十多, 六成多: less than one more of the last digit said */
    bool tenths;             /* a percentage told in tenths, 三成: its zero says nothing */
    struct decimal low;      /* as stated: decimal_precision tells how exactly */
    struct decimal high;     /* low where there is no range */
    struct figure_date from; /* of dates */
    struct figure_date until;
    bool either; /* month first or day first: 4/5/2026 */
    struct figure_date resolved; /* the date meant, where only the publication date tells: of “15
                                    years ago”, --07, 一年多前; not set without one */
    char unit[FIGURE_UNIT_SIZE];
    bool headed; /* a table's head or caption told the unit or scale */
    const char *per; /* what a sum of money is the price of: t, share; NULL; constant */
};

/* "percent", "money" ... */
const char *figure_kind_name(enum figure_kind kind);

/* Appends the value: 37.6, 110000000..120000000, 2/3, 3:1, 2014-06. */
void figure_print_value(const struct figure *figure, struct buffer *out);

/* A number that figures of the same kind, unit and value share, and hardly any others. Hedges do not
 * count, nor does what is counted, for in the other language that may be unknown; of dates that
 * only the publication date tells, what they mean does. */
uint32_t figure_key(const struct figure *figure);

/* Copies the unit (of at most 27 bytes); and makes it one of that kind. */
void figure_set_unit(struct figure *figure, const char *unit);
void figure_set_kind(struct figure *figure, enum figure_kind kind, const char *unit);

/* Whether their values are of one magnitude, whatever the sign. */
bool figure_is_alike(const struct figure *a, const struct figure *b);

/* Makes it the date that it begins with, of that date's unit. */
void figure_set_date(struct figure *figure);

#endif
