/* dated_near: what “last summer”, 那年冬天, “the end of the year” and “next week” mean beside the day of
 * publication and the dates that a text told before.
 *
 * A date that nothing resolves is left without its year, or unset. Plain values; bytes of the text. */
#ifndef DIPTYCH_QUERY_DATED_NEAR_H
#define DIPTYCH_QUERY_DATED_NEAR_H

#include <stdbool.h>

#include "base/span.h"
#include "figure/figure_date.h"

struct dated_near {
    struct figure_date published; /* each not set when it is not known */
    struct figure_date last;      /* told last */
    struct figure_date day;       /* the day told last */
    bool soon;                    /* `last` stands a few sentences before at most */
};

struct dated_words {
    struct span span;
    struct figure_date from; /* not set: the words tell a date, but nothing says which */
    struct figure_date until;
    bool ordered; /* by a date told before */
};

enum dated_season { SEASON_LAST = 1, SEASON_THIS, SEASON_NEXT, SEASON_AFTER, SEASON_BEFORE, SEASON_SAME };

/* Whether what happens then is still to come, by the tense of the sentence around the words. */
bool dated_near_coming(const char *text, struct span sentence, struct span words);

/* 1 spring to 4 winter: the last, this and next one beside the publication; the one after, before
 * and of the year of the date told last. */
void dated_near_season(const struct dated_near *near, enum dated_season which, int season,
                       struct dated_words *words);

/* The year `offset` years from that told last. */
void dated_near_told_year(const struct dated_near *near, int offset, struct dated_words *words);

/* The year, or month, that a text is telling of: that of a date told just before in years gone by,
 * else that of the publication. `late` of its end, which has not yet come where it is told of as
 * past; `coming` where it is still to come. */
void dated_near_period(const struct dated_near *near, bool month, bool late, bool coming,
                       struct dated_words *words);

/* Monday to Sunday, or the two days of its end, so many weeks from that of the publication, or that
 * of the day told last where `told`. */
void dated_near_week(const struct dated_near *near, int offset, bool end, bool told,
                     struct dated_words *words);

/* The first such day (0 Monday) after the day told last. */
void dated_near_weekday(const struct dated_near *near, int weekday, struct dated_words *words);

#endif
