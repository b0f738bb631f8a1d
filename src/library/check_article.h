/* check_article: the rules for articles of a declared collection. */
#ifndef DIPTYCH_LIBRARY_CHECK_ARTICLE_H
#define DIPTYCH_LIBRARY_CHECK_ARTICLE_H

#include "library/checked_file.h"
#include "library/roster.h"

/* Front matter: title, lang and story are there; lang is the file name's; published is a date;
 * translation-of names an article of another language. `roster` tells which there are. */
void check_article(const struct checked_file *file, const struct roster *roster,
                   struct faults *faults);

/* Articles that are there in English but not in Chinese, or the other way round. */
void check_translations(const struct roster *roster, struct faults *faults);

#endif
