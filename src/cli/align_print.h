/* align_print: an alignment as text, TSV, JSON, ladder or TMX.
 *
 * Numbers of sentences count from 0. The ladder is what align-score and other aligners' tools read:
 * `[0]:[0, 1]:0.970`. TMX is version 1.4b; it holds what has a counterpart, for a translation unit
 * of one language is of no use to anybody. */
#ifndef DIPTYCH_CLI_ALIGN_PRINT_H
#define DIPTYCH_CLI_ALIGN_PRINT_H

#include "align/alignment.h"
#include "align/side.h"
#include "cli/output.h"

struct align_sheet {
    const struct side *sides[2];
    const char *languages[2]; /* for TMX: "en" */
    const char *names[2];     /* of the files or articles, as they are shown */
    const struct alignment *alignment;
    const char *reason; /* why they were taken as what they were; text has it on top */
};

void align_print(struct output *out, enum output_format format, const struct align_sheet *sheet);

#endif
