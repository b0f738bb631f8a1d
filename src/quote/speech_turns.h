/* speech_turns: who takes turns in an interview or a transcript.
 *
 * A label that many paragraphs begin with is somebody's, whoever that is: Mary Okafor: and ET:,
 * HOST: and BRANDT:, 记者： and 问：. What a list has before its colons (Note:, 优点：) is not: at
 * least half of the text's paragraphs have labels that come twice, and one of them is a person's
 * name or one who asks; Q and A, 问 and 答 that come twice each are enough. Plain values: nothing is allocated. */
#ifndef DIPTYCH_QUOTE_SPEECH_TURNS_H
#define DIPTYCH_QUOTE_SPEECH_TURNS_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/quote_unit.h"
#include "quote/speech_label.h"

#define SPEECH_TURNS 16

struct speech_turn {
    struct span name;
    size_t count;
    bool person;
};

/* Start with { 0 }. */
struct speech_turns {
    struct speech_turn items[SPEECH_TURNS];
    size_t count;
    size_t paragraphs;
};

/* Counts a paragraph, and its label if it has one. */
void speech_turns_see(struct speech_turns *turns, const struct quote_unit *unit);

/* Whether the paragraph begins with the label of one who takes turns, which is then in `label`. */
bool speech_turns_read(const struct speech_turns *turns, const struct quote_unit *unit,
                       struct speech_label *label);

#endif
