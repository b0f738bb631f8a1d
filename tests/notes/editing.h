/* editing: edits of a text as people make them, which know where a marked passage goes.
 *
 * The text is code points, each with a mark of where it came from: its index in the first text, or
 * EDITED for one that was put in. So the passage's true place after any number of edits is where
 * its code points have gone. Everything follows from the seed. */
#ifndef DIPTYCH_TESTS_NOTES_EDITING_H
#define DIPTYCH_TESTS_NOTES_EDITING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EDITED UINT32_MAX

struct edited {
    uint32_t *points;
    uint32_t *origins;
    size_t count;
    size_t capacity;
    uint64_t seed;
};

enum edit_kind {
    EDIT_TYPOS,     /* letters changed, dropped, doubled, swapped: `percent` of those in `within` */
    EDIT_SENTENCES, /* sentences put in, taken out, swapped, outside `within` */
    EDIT_PARAGRAPHS, /* the same of paragraphs, and the one with the passage moved */
    EDIT_SIGNS,      /* quotation marks, dashes, commas and spaces of another house style */
    EDIT_WORDS,      /* words replaced by others, as when a translation is put right */
    EDIT_ALL,        /* some of each */
    EDIT_REMOVAL,    /* the passage itself taken out, and other sentences changed */
    EDIT_KINDS
};

struct edit {
    enum edit_kind kind;
    unsigned percent; /* of the passage's code points that may change */
    size_t start;     /* the passage, code points of the first text */
    size_t end;
};

void editing_begin(struct edited *edited, const char *text, size_t length, uint64_t seed);
void editing_free(struct edited *edited);
void editing_apply(struct edited *edited, const struct edit *edit);

/* UTF-8, NUL-terminated; caller frees. */
char *editing_text(const struct edited *edited, size_t *length);

/* Where the passage is now: from its first surviving code point to its last. False when fewer than
 * `least` percent of them survive in one piece of text. */
bool editing_find(const struct edited *edited, size_t start, size_t end, unsigned least,
                  size_t *new_start, size_t *new_end);

uint32_t editing_draw(struct edited *edited, uint32_t below);
const char *editing_kind_name(enum edit_kind kind);

#endif
