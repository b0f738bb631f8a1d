/* figure_row: dates read by a table of rows, each of which is one way to write a date or a part of it,
 * told in the atoms that stand in it one behind another.
 *
 *   'words  one of the words, bytes as they stand        #words  the same; its number (wordlist.h)
 *   ~words  English words (figure_scan_past)             @words  the same, one word; its number
 *   ^words  the same; it has a capital                   <...    ' ~ ^ that stand before the row;
 *   ^* any word with a capital                           <# <@ <<~  before the date, which begins there
 *   n  a whole number in digits or Han; n1 to n4: of so many digits written one by one
 *   i  one or two digits   j  two digits   y  a year of four digits   z  any four   d  a day: 3, 3rd
 *   o  third, 3rd   w  number words, 10 to 99   f  a number counted from the first on   t  七八, 六七十
 *   q  Q3, H1, 1Q   s  the 15 of 2014-15   _  blanks, if any   .  blanks   |  the edge of a word
 *   g  a digit   h  a Han character   p  a plural, which is counted   $  the head of a line
 *   ;  the date ends here: what follows tells its month or year
 *   X  a part, by its name: the first row of that name that fits
 *   ?...  if it is there   !...  it is not   &...  it is, and is not read yet
 *
 *   =year =month =day =quarter =half =season =century =tens   puts the number there
 *   =part  1 early to 3 late   =brief  a year of two digits   =old  1000 to 1499   =ever  any year
 *   =republic  of Taiwan   =added  more years
 *   =last =next  the last such day up to the publication, the next   =weekday  of that week, else the last
 *   >year and so on  a range of the two numbers read last   +year +month +quarter +week +day +told  so many
 *   from the publication's, which must be known to be as fine; today's only where the scan has it
 *
 * Plain values: nothing is allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_ROW_H
#define DIPTYCH_FIGURE_FIGURE_ROW_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* A whole number as dates have it. */
struct row_number {
    long value; /* -1 when there is none */
    size_t start;
    size_t past; /* right behind it */
    size_t end;  /* and behind the blanks that follow */
    unsigned places; /* digits, of those written one by one; else 0 */
};

struct row_number figure_row_whole(const struct figure_scan *scan, size_t at);

/* The English word behind a place, as read last. */
struct row_word {
    size_t at;
    bool found;
    struct latinword word;
};

/* A date as far as it is read. */
struct row_reading {
    const struct figure_scan *scan;
    const struct row_table *table;
    struct row_number *whole; /* read last as such */
    struct row_word *word;
    size_t start;
    size_t end;   /* of what is told so far */
    size_t at;    /* how far is read */
    size_t row;   /* where the row begins */
    size_t past;  /* right behind the number read last */
    size_t blank; /* and behind the blanks that follow it */
    long before;  /* the number before `value`, or where a range begins */
    long value;   /* the number read last */
    struct figure_date from;
    struct figure_date until; /* set only of a range */
    bool first;               /* of a list, whose end tells the rest */
};

#define ROW_ATOMS 14 /* with the NULL behind them */

struct figure_row {
    char name;
    const char *atoms[ROW_ATOMS];
    bool (*fits)(struct row_reading *reading); /* what else must hold; NULL: nothing */
};

struct row_table {
    const struct figure_row *rows; /* in the order of their names, up to one without */
    size_t count;
};

/* Reads the date at `at` by the rows of the first of the names that one fits. False when none does. */
bool figure_row_read(const struct row_table *table, const struct figure_scan *scan, size_t at,
                     const char *names, struct figure *figure);

/* Moves *at over a part of that name, where more follows. */
bool figure_row_past(const struct row_table *table, const struct figure_scan *scan, size_t *at, char name);

/* Fills in what follows from figure->from, `resolved` of a date without a year among it; false when
 * there is no such day. */
bool figure_row_finish(const struct figure_scan *scan, struct figure *figure);

/* Makes a period of `figure` until `until`, where that is later and as fine; what one end does not tell
 * it has from the other. */
bool figure_row_join(struct figure *figure, struct figure_date until, size_t end);

#endif
