/* inflection: English words back to the form they have in a dictionary: sells, selling, sold -> sell.
 *
 * Irregular forms come from a table; regular ones lose -s, -es, -ed, -ing by the rules of English
 * spelling (Quirk et al., A Comprehensive Grammar of the English Language, 3.5-3.10 and
 * 5.80-5.81). Spelling alone often leaves two readings (hoping: hope, hop); which words exist
 * is asked of the caller, who has a dictionary. Comparatives and derived words (seller) are left
 * as they are. The stemmer of what is compared without a dictionary is english_stem.h.
 *
 * Words are lower-case and NUL-terminated. Nothing is allocated. */
#ifndef DIPTYCH_LANGUAGE_INFLECTION_H
#define DIPTYCH_LANGUAGE_INFLECTION_H

#include <stdbool.h>
#include <stddef.h>

#define INFLECTION_SIZE 64 /* bytes of a word with its NUL; longer ones have no base form here */
#define INFLECTION_BASES_MOST 6

struct inflection_bases {
    char items[INFLECTION_BASES_MOST][INFLECTION_SIZE];
    size_t count;
    size_t irregular;
};

/* What `word` may be an inflected form of, the likeliest first; the word itself is not among
 * them. The first `irregular` are from the table, the others need not be words. */
void inflection_bases_of(const char *word, struct inflection_bases *bases);

typedef bool (*inflection_known)(const char *word, const void *context);

/* Of these the ones that the caller knows: all irregular ones (lives: life, live), or else the
 * likeliest regular one. */
void inflection_known_bases(const char *word, inflection_known known, const void *context,
                            struct inflection_bases *bases);

#define INFLECTION_FORMS_MOST 20

struct inflection_forms {
    char items[INFLECTION_FORMS_MOST][INFLECTION_SIZE];
    size_t count;
};

/* The other way: `base` first, then what is inflected of it: sell, sold, sells, selling. Those
 * whose likeliest base is another word (hoping is none of hop) are not among them; some may be no
 * words (selled). */
void inflection_forms_of(const char *base, struct inflection_forms *forms);

#endif
