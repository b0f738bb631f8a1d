#include "figure/figure_price.h"

#include <string.h>

#include "figure/figure_unit.h"
#include "text/utf8.h"

#define REACH 24 /* bytes back to 每 */

/* What has a price besides the units of measure. */
static const struct {
    const char *written;
    const char *name;
} things[] = {
    /* clang-format off */
    { "share", "share" }, { "barrel", "barrel" }, { "person", "person" }, { "head", "person" },
    { "ticket", "ticket" }, { "night", "night" }, { "unit", "unit" }, { "piece", "unit" },
    { "股", "share" }, { "桶", "barrel" }, { "人", "person" }, { "张", "ticket" }, { "張", "ticket" },
    { "晚", "night" }, { "件", "unit" }, { "台", "unit" }, { "部", "unit" }, { "月", "month" },
    { "日", "day" },
    /* clang-format on */
};

static const char *thing_at(const struct figure_scan *scan, size_t at)
{
    struct latinword word;
    size_t end;
    const struct figure_unit *unit = figure_unit_behind(scan, at, &end);
    if (unit != NULL && unit->kind > FIGURE_COUNT && unit->factor == 1 && unit->power == 0)
        return unit->name;
    bool latin = figure_scan_word(scan, at, &word);
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        if (latin ? strcmp(word.text, things[i].written) == 0
                  : figure_scan_is(scan, at, things[i].written))
            return things[i].name;
    }
    return NULL;
}

/* 每吨上涨30元: no other number or clause stands between. */
static const char *thing_before(const struct figure_scan *scan, size_t start)
{
    for (size_t at = start; at > scan->from && start - at < REACH;) {
        at = utf8_previous(scan->text, at);
        if (figure_scan_is(scan, at, "每"))
            return thing_at(scan, at + strlen("每"));
        if (!utf8_is_han((uint32_t)figure_scan_code(scan, at)))
            return NULL;
    }
    return NULL;
}

void figure_price_read(const struct figure_scan *scan, struct figure *figure)
{
    struct latinword word, unit;
    if (figure->kind != FIGURE_MONEY)
        return;
    if (figure_scan_is(scan, figure->end, "/"))
        figure->per = thing_at(scan, figure->end + 1);
    else if (figure_scan_word(scan, figure->end, &word) && latinword_in(word.text, "per a an"))
        /* not: 5 dollars a day later */
        figure->per = figure_scan_word(scan, word.end, &unit) &&
                              figure_scan_word_in(scan, unit.end, "ago later earlier")
                          ? NULL
                          : thing_at(scan, figure_scan_skip(scan, word.end));
    else
        figure->per = thing_before(scan, figure->start);
}
