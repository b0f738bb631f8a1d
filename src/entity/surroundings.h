/* surroundings: what stands around a name and tells whether and whom it means.
 *
 * All functions look at a few dozen bytes around the name text[start, end), addresses at
 * SURROUNDINGS_REACH at most. Positions are bytes of well-formed UTF-8. */
#ifndef DIPTYCH_ENTITY_SURROUNDINGS_H
#define DIPTYCH_ENTITY_SURROUNDINGS_H

#include <stdbool.h>
#include <stddef.h>

#define SURROUNDINGS_REACH ((size_t)2048)

struct surroundings {
    const char *text;
    size_t length;
    size_t start;
    size_t end;
};

/* Inside an address: behind a scheme and ://, in www.…, in someone@domain, in a domain with a
 * path (techcrunch.com/2015) or a subdomain (blog.Alibaba.com). A handle (@Alibaba) and a bare
 * domain (Alibaba.com) are none. */
bool surroundings_are_address(const struct surroundings *at);

/* Where the bare domain ends that the name begins (Etsy.com), else at->end. */
size_t surroundings_domain_end(const struct surroundings *at);

/* Called by a title: Mr. Ma, Chairman Ma; 伯曼先生. */
bool surroundings_are_titled(const struct surroundings *at);

/* Part of another person's name: behind or before a capitalised word that is no title and no word
 * a sentence begins with (Pony Ma, Ma Huateng, K. Berman); Han at a middle dot (哈利·波特). The
 * month and day in “Ma Tuesday” are no names. */
bool surroundings_are_other_name(const struct surroundings *at);

/* The capitalised word alone that stands behind it: Mr. Ma Huateng. */
bool surroundings_go_on(const struct surroundings *at);

/* Han next to a middle dot that has Han on its other side. */
bool surroundings_are_dotted(const struct surroundings *at);

/* The name is followed by other.start's in brackets and nothing else is in them: the end of the
 * closing bracket, else 0. Quotation marks may close before the bracket and stand within. */
size_t surroundings_bracketed(const struct surroundings *at, size_t other_start, size_t other_end);

#endif
