/* check_article: the rules for articles of a declared collection. */
#ifndef DIPTYCH_LIBRARY_CHECK_ARTICLE_H
#define DIPTYCH_LIBRARY_CHECK_ARTICLE_H

#include "library/checked_file.h"
#include "library/roster.h"

/* Front matter: lang is the file name's; published is a date; translation-of names an article of
 * another language. In a composed collection title, lang and story are there, and the file's name
 * ends in a language. `roster` tells which articles there are. */
void check_article(const struct checked_file *file, const struct roster *roster, bool composed,
                   struct faults *faults);

/* Articles that are there in English but not in Chinese, or the other way round. */
void check_translations(const struct roster *roster, struct faults *faults);

#endif
