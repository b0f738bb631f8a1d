/* version: a text for tests of the aligner: sentences end with "|", paragraphs with "||"; one that
 * begins with "#" is a heading, with "`" code. */
#ifndef DIPTYCH_TESTS_ALIGN_VERSION_H
#define DIPTYCH_TESTS_ALIGN_VERSION_H

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "align/side.h"

struct version {
    struct side_sentence *items;
    size_t count;
    size_t capacity;
    struct side side;
};

static inline struct version version_of(const char *text)
{
    struct version version = { .items = NULL };
    uint32_t paragraph = 0;
    for (size_t at = 0, end; text[at] != '\0'; at = end) {
        end = at + strcspn(text + at, "|");
        VECTOR_PUSH(&version, (struct side_sentence){
                                  .span = { at, end },
                                  .paragraph = paragraph,
                                  .heading = text[at] == '#',
                                  .code = text[at] == '`',
                              });
        paragraph += strncmp(text + end, "||", 2) == 0;
        end += strspn(text + end, "|");
    }
    version.side = (struct side){
        .text = text, .length = strlen(text), .sentences = version.items, .count = version.count
    };
    return version;
}

#endif
