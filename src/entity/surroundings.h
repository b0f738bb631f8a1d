/* surroundings: what stands around a name and tells whether and whom it means.
 *
 * All functions look at a few dozen bytes around the name text[start, end), addresses at
 * SURROUNDINGS_REACH at most. Positions are bytes of well-formed UTF-8. */
#ifndef DIPTYCH_ENTITY_SURROUNDINGS_H
#define DIPTYCH_ENTITY_SURROUNDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "text/wordlist.h"

#define SURROUNDINGS_REACH ((size_t)2048)

struct surroundings {
    const char *text;
    size_t length;
    size_t start;
    size_t end;
};

/* The byte there, the zero behind the end. */
static inline char surroundings_byte(const struct surroundings *at, size_t offset)
{
    return offset < at->length ? at->text[offset] : '\0';
}

/* Whether text[start, end) is one of the words (wordlist.h); the bytes of the longest that stands
 * at `offset`, 0: none does. */
static inline bool surroundings_have(const struct surroundings *at, size_t start, size_t end,
                                     const char *words)
{
    return wordlist_has(at->text + start, end - start, words);
}

static inline size_t surroundings_stands(const struct surroundings *at, size_t offset,
                                         const char *words)
{
    return wordlist_at(at->text, offset, at->length, words);
}

/* Inside an address: behind a scheme and ://, in www.…, in someone@domain, in a domain with a
 * path (techcrunch.com/2015) or a subdomain (blog.Alibaba.com). A handle (@Alibaba) and a bare
 * domain (Alibaba.com) are none. */
bool surroundings_are_address(const struct surroundings *at);

/* Where the bare domain ends that the name begins (Etsy.com), else at->end. */
size_t surroundings_domain_end(const struct surroundings *at);

/* Called by a title: Mr. Ma, Chairman Ma; 伯曼先生. */
bool surroundings_are_titled(const struct surroundings *at);

/* Behind a word, or before one, that is like a part of a name: capitalised, no title, no word that
 * a sentence begins with, no day or month (Pony Ma, K. Berman; Ma Huateng). */
bool surroundings_are_led(const struct surroundings *at);
bool surroundings_go_on(const struct surroundings *at);

/* Next to a middle dot that has Han on its other side (哈利·波特). */
bool surroundings_are_dotted(const struct surroundings *at);

/* The name is followed by other.start's in brackets and nothing else is in them: the end of the
 * closing bracket, else 0. Quotation marks may close before the bracket and stand within. */
size_t surroundings_bracketed(const struct surroundings *at, size_t other_start, size_t other_end);

#endif
