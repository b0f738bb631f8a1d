/* lookup_part: the look-up popup: what is known of the word under the cursor, and where the other
 * version has it. It follows the cursor: a movement makes it anew, any other command closes it.
 *
 * The sources are opened when they are first asked for, and again when one of them has changed.
 * The counterpart is found by a thread, and added when it is there. */
#ifndef DIPTYCH_SESSION_LOOKUP_PART_H
#define DIPTYCH_SESSION_LOOKUP_PART_H

#include <stdbool.h>

struct invocation;
struct lookup;
struct aligner;
struct session;
struct span;

/* The word under the cursor: a name as a whole, of Chinese the longest headword that begins there.
 * False, and NULL, when there is none. lookup_part_term calls an entity by its name; caller frees.
 */
bool lookup_part_word(struct session *session, struct span *word);
char *lookup_part_term(struct session *session);

/* Glossary, names and dictionaries; what aligns with them. Both are the session's. */
const struct lookup *lookup_part_sources(struct session *session);
struct aligner *lookup_part_aligner(struct session *session);

void lookup_part_run(struct session *session, const struct invocation *invocation);

/* Keeps the word that is looked up, or the one under the cursor, to be learned; variant 1: marks it, or that of
 * the row, as known (words.h). */
void lookup_part_run_keep(struct session *session, const struct invocation *invocation);

#endif
