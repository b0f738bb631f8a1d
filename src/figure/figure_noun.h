/* figure_noun: what a count counts, in classes that both languages share.
 *
 * 503 million users and 5.03 亿用户 are of the class "users"; a class is named by an English
 * plural. English: the first known noun among the few words behind the number, else the first
 * plural, as it stands. Chinese: the known noun behind number and measure word within a few
 * characters, else the nearest one before them in the clause (店铺 5 万家), else what the measure
 * word tells (名: people). What stands beyond a punctuation mark is not looked at.
 * Tables only; nothing is allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_NOUN_H
#define DIPTYCH_FIGURE_FIGURE_NOUN_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* Finds the noun of the English number that ends at `end`. False when there is none. */
bool figure_noun_english(const struct figure_scan *scan, size_t end, struct figure *figure);

/* Counts what the word names in the singular: its class, else its plural. */
void figure_noun_set(const struct latinword *word, struct figure *figure);

/* The known plural among the few words before `start`: consumers in their millions. */
bool figure_noun_english_before(const struct figure_scan *scan, size_t start,
                                struct figure *figure);

/* The Chinese measure word at `at`, its bytes; 0 when there is none. */
size_t figure_noun_measure(const struct figure_scan *scan, size_t at);

/* The noun of the Chinese number in [start, number_end), whose measure word (perhaps empty) ends
 * at figure->end. False when there is none. */
bool figure_noun_chinese(const struct figure_scan *scan, size_t number_end, struct figure *figure);

/* Whether a known Chinese noun stands right behind `at`. */
bool figure_noun_behind(const struct figure_scan *scan, size_t at);

enum noun_relation {
    NOUN_OTHER,   /* two known classes that are not the same */
    NOUN_UNKNOWN, /* one of them is no class or is empty; deaths and people */
    NOUN_RELATED, /* people and users */
    NOUN_SAME
};

enum noun_relation figure_noun_compare(const char *a, const char *b);

#endif
