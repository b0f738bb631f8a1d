/* hyphenation: what becomes of a hyphen at the end of a line when the next line is joined to it.
 *
 * It was put there to cut a word (passen- gers), belongs to the word (state- owned), or stands for the
 * rest of one (two- and three-storey). What decides, in this order: the whole word or the compound
 * stands elsewhere in the first 64 KiB of the text, the whole is a word of English (englishword.h), both
 * halves are, or the first is a prefix that keeps its hyphen.
 *
 * Positions are bytes. Ownership: hyphenation_free. */
#ifndef DIPTYCH_DOC_HYPHENATION_H
#define DIPTYCH_DOC_HYPHENATION_H

#include <stddef.h>
#include <stdint.h>

/* Hashes of the words and compounds of a text; start with { 0 }. */
struct hyphenation {
    uint64_t *items; /* sorted */
    size_t count;
    size_t capacity;
};

/* Learns the words of text[0, length); does nothing when no line in it ends with a hyphen. */
void hyphenation_learn(struct hyphenation *hyphenation, const char *text, size_t length);
void hyphenation_free(struct hyphenation *hyphenation);

/* Bytes of the hyphen (-, U+2010, U+00AD) that text[start, end) ends with, a letter or digit before
 * it; 0 when there is none. */
size_t hyphenation_at_end(const char *text, size_t start, size_t end);

enum hyphen {
    HYPHEN_NONE, /* none, or one that stands for the rest of a word: a blank follows */
    HYPHEN_KEPT, /* stays, without a blank */
    HYPHEN_CUT   /* goes */
};

/* Of the line text[start, end), when the line text[next, next_end) follows. */
enum hyphen hyphenation_judge(const struct hyphenation *hyphenation, const char *text,
                              size_t start, size_t end, size_t next, size_t next_end);

#endif
