#include "figure/figure_age.h"

#include <string.h>

#include "figure/figure_noun.h"

#define AGES "aged age ages turned turning"
#define ROLES \
    "mayor minister president chairman director teacher officer actor actress singer player " \
    "coach driver farmer doctor nurse lawyer author writer professor student worker man woman " \
    "father mother husband wife son daughter brother sister suspect victim widow engineer " \
    "senator governor striker founder executive boss king queen prince princess artist"

/* Ann Lee (34), a nurse; Ann Lee (34) from Leeds; her son Owen (9): but Ann Lee (34) may have scored so
 * many, and notes and places are in brackets, too. */
static bool is_bracketed(const struct figure_scan *scan, const struct figure_term *term,
                         const struct figure *figure)
{
    static const char kin[] = "father mother husband wife son daughter brother sister girlfriend boyfriend "
                              "partner widow baby twin grandson granddaughter niece nephew cousin";
    static const char other[] = "_goal _score _point _rebound _medal _title _tries _seed _wicket _runs _vote _seats "
                                "_season _page";
    struct latinword word, before;
    size_t end = figure->end + 1;
    size_t name = figure_scan_skip_back(scan, figure->start - 1);
    if (term->numeral.places > 2 || name == figure->start - 1 ||
        !latinword_before(scan->text, scan->from, name, &word) || !word.capital ||
        !figure_scan_word_before(scan, word.start, &before) ||
        figure_scan_about(scan, figure->start, figure->end, other))
        return false;
    if (latinword_in(before.text, kin))
        return true;
    bool comma = figure_scan_is(scan, end, ",");
    end += comma;
    if (!before.capital || term->numeral.places < 2)
        return false;
    if (figure_scan_past(scan, &end, "from of"))
        return figure_scan_word(scan, end, &word) && word.capital;
    if (comma && figure_scan_past(scan, &end, "a an"))
        return figure_scan_word_in(scan, end, ROLES) || figure_scan_word_in(scan, end, "|*|" ROLES) ||
               figure_scan_word_in(scan, end, "|*|*|" ROLES);
    return figure_scan_word_in(scan, end, "who");
}

/* Ann Lee, 34, says; the mayor, 58, has; She, 34, won: no word stands directly before it. */
static bool is_apposition(const struct figure_scan *scan, const struct figure_term *term,
                          const struct figure *figure)
{
    static const char speaks[] = "said says added adds told tells recalled recalls";
    struct latinword word, before = { 0, 0, "", false };
    size_t at = figure_scan_skip_back(scan, figure->start);
    if (term->numeral.places != 2 || !figure_scan_was(scan, at, ",") ||
        !figure_scan_is_in(scan, figure->end, ", .") ||
        !latinword_before(scan->text, scan->from, at - 1, &word))
        return false;
    size_t start = figure_scan_skip_back(scan, word.start);
    bool named = latinword_before(scan->text, scan->from, start, &before);
    /* “…,” added Lee, 34. */
    if (!figure_scan_is(scan, figure->end, ","))
        return word.capital && named && latinword_in(before.text, speaks);
    bool begins = !named && !figure_scan_was(scan, start, ",");
    return (word.capital && (begins || latinword_in(before.text, speaks))) ||
           (word.capital && before.capital) || latinword_in(word.text, "he she") ||
           latinword_in(word.text, ROLES);
}

bool figure_age_is(const struct figure_scan *scan, const struct figure_term *term,
                   const struct figure *figure)
{
    static const struct figure_context told[] = {
        { AGES, NULL },
        { NULL, "|age|group groups bracket brackets range cohort" },
    };
    static const struct figure_context measured[] = {
        { "|" AGES " older younger|of between than under over from", NULL },
        { "|man woman boy girl child lad baby|of", NULL },
        { "|children people adults men women boys girls those anyone everyone citizens patients youths "
          "persons minor minors child person teenagers residents tenants workers voters employees drivers students "
          "pupils smokers pensioners women volunteers|between under over from", NULL },
    };
    static const struct figure_context grown[] = {
        { "|he she|is was s", NULL },
        { "|died dies dead dying married retired|at", NULL },
    };
    struct latinword word;
    struct figure noun = { 0 };
    size_t at = figure->start, end = figure->end;
    if (decimal_whole(term->low, 120) < 1 || term->numeral.vague)
        return false;
    if (figure_scan_was(scan, at, "(") && figure_scan_is(scan, end, ")"))
        return is_bracketed(scan, term, figure);
    if (!figure_scan_word_before(scan, at, &word))
        return is_apposition(scan, term, figure);
    return figure_scan_fits(scan, at, end, told, 2) ||
           (!figure_noun_english(scan, end, &noun) &&
            (figure_scan_fits(scan, at, end, measured, 3) ||
             (term->numeral.places == 2 && figure_scan_fits(scan, at, end, grown, 2))));
}

bool figure_age_han(const struct figure_scan *scan, const struct figure_term *term, const struct figure *figure)
{
    static const char beings[] = "某 先生 女士 小姐 男子 女子 妻子 丈夫 儿子 女儿 兒子 女兒 父亲 母亲 父親 母親 死者 哥哥 弟弟 姐姐 妹妹";
    size_t size;
    return term->numeral.kind == NUMERAL_DIGITS && term->numeral.places <= 2 && !figure->range &&
           figure_scan_is_in(scan, figure->end, "） )") && figure_scan_any_before(scan, figure->start, "（ (", &size) >= 0 &&
           figure_scan_was_in(scan, figure_scan_skip_back(scan, figure->start - size), beings);
}
