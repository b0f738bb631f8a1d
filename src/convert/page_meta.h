/* page_meta: what a web page says of itself: title, author, date, publisher, address, language.
 *
 * Ownership: page_meta_free. Fields are NULL where the page is silent. */
#ifndef DIPTYCH_CONVERT_PAGE_META_H
#define DIPTYCH_CONVERT_PAGE_META_H

#include <stdbool.h>

#include "base/buffer.h"
#include "convert/stream.h"

struct page_meta {
    char *title;
    char *author;
    char *published; /* YYYY-MM-DD, or as the page writes it */
    char *publisher;
    char *source; /* address of the page */
    char *lang;
    char *base;   /* that its links are relative to; NULL unknown */
    bool is_article;
};

void page_meta_free(struct page_meta *meta);

/* The language it says, NULL when that is none, or when `text`, all of it or its beginning, shows
 * another: templates and writing programs say en of a text in any language. Lives as long as `meta`. */
const char *page_meta_language(const struct page_meta *meta, const struct buffer *text);

/* `lang` only where it is given. */
void page_meta_write(const struct page_meta *meta, const char *lang, struct stream *stream);

/* Replaces *field by a copy of `value`, blanks trimmed, if it is empty so far and `value` is not. */
void page_meta_offer(char **field, const char *value);

/* "2014-06-05" of "2014-06-05T10:00:00Z", "20140605", "2014/6/5"; else the text. Caller frees. */
char *page_meta_date(const char *text);

#endif
