/* emphasis: where a run of asterisks opens and closes beside the punctuation of Chinese and
 * Japanese typesetting.
 *
 * CommonMark asks for a blank or punctuation on the far side of punctuation, because English sets
 * blanks there. Chinese does not: the run in 《渡口》**已 or 已**《渡口》 is meant all the same. As in
 * the amendment that Markdown implementations of the region have agreed on, such punctuation
 * counts as a letter, and other punctuation does where a Han, kana or hangul letter is on the
 * other side of the run. */
#ifndef DIPTYCH_DOC_EMPHASIS_H
#define DIPTYCH_DOC_EMPHASIS_H

#include <stdbool.h>
#include <stddef.h>

/* On which sides of the run the parser is to see a letter. */
struct emphasis_hints {
    bool before;
    bool after;
};

/* For the run text[at, run_end) of the line text[0, length). */
struct emphasis_hints emphasis_hints(const char *text, size_t at, size_t run_end, size_t length);

#endif
