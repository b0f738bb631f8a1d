/* aligning: two articles, read and aligned by a thread of their own, and kept for looking things up
 * in them.
 *
 * The thread opens the files itself, so that nobody has to hold documents still for it: the offsets
 * are those of reader_open. Who asks is told whether the files are still the same.
 *
 * Ownership: aligning_free, which stops the thread and waits for it. The pairing is borrowed and
 * must outlive the aligning. */
#ifndef DIPTYCH_APP_ALIGNING_H
#define DIPTYCH_APP_ALIGNING_H

#include <stdbool.h>

#include "app/opposite.h"
#include "app/pairing.h"
#include "doc/document.h"

struct aligning;

/* `paths` are copied. */
struct aligning *aligning_start(struct pairing *pairing, const char *const paths[2],
                                bool translated);
void aligning_free(struct aligning *aligning);

/* Whether it aligns these two, in this order, as they are on the disk now. */
bool aligning_is_of(const struct aligning *aligning, const char *const paths[2]);

/* Whether it has ended (with `wait`: waits until it has). */
bool aligning_is_done(struct aligning *aligning, bool wait);

/* Once it has ended: the two and their alignment; NULL when a file could not be read. */
const struct opposite *aligning_opposite(const struct aligning *aligning);
const struct document *aligning_document(const struct aligning *aligning, int side);

#endif
