/* stem: English words back to the form they have in a dictionary: sells, selling, sold -> sell.
 *
 * Irregular forms come from a table; regular ones lose -s, -es, -ed, -ing by the rules of English
 * spelling (Quirk et al., A Comprehensive Grammar of the English Language, 3.5-3.10 and
 * 5.80-5.81). Spelling alone often leaves two readings (hoping: hope, hop); which words exist
 * is asked of the caller, who has a dictionary. Comparatives and derived words (seller) are left
 * as they are. What is compared without a dictionary has one stem instead: english_stem.h.
 *
 * Words are lower-case and NUL-terminated. Nothing is allocated. */
#ifndef DIPTYCH_LANGUAGE_STEM_H
#define DIPTYCH_LANGUAGE_STEM_H

#include <stdbool.h>
#include <stddef.h>

#define STEM_SIZE 64 /* bytes of a word with its NUL; longer ones have no base form here */
#define STEM_MOST 6

struct stems {
    char items[STEM_MOST][STEM_SIZE];
    size_t count;
    size_t irregular;
};

/* What `word` may be an inflected form of, the likeliest first; the word itself is not among
 * them. The first `irregular` are from the table, the others need not be words. */
void stem_candidates(const char *word, struct stems *stems);

typedef bool (*stem_known)(const char *word, const void *context);

/* Of these the ones that the caller knows: all irregular ones (lives: life, live), or else the
 * likeliest regular one. */
void stem_known_bases(const char *word, stem_known known, const void *context, struct stems *stems);

#define STEM_FORMS 20

struct inflections {
    char items[STEM_FORMS][STEM_SIZE];
    size_t count;
};

/* The other way: `base` first, then what is inflected of it: sell, sold, sells, selling. Those
 * whose likeliest base is another word (hoping is none of hop) are not among them; some may be no
 * words (selled). */
void stem_inflections(const char *base, struct inflections *forms);

#endif
