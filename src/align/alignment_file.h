/* alignment_file: an alignment kept on disk, so that it need not be worked out again.
 *
 * The file vouches for itself: magic, key, length and checksum. A key stands for everything that an
 * alignment depends on (alignment_key); whoever asks with another key gets nothing. What is read
 * is checked against the sides as well, so that no damaged file gives a span outside a text. */
#ifndef DIPTYCH_ALIGN_ALIGNMENT_FILE_H
#define DIPTYCH_ALIGN_ALIGNMENT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "align/alignment.h"
#include "align/parallel.h"

/* The key of a task: texts, sentences, marks, pins, lexicon, and the version of the method. */
uint64_t alignment_key(const struct parallel_task *task);

/* False when there is none, or none for that key: nothing to complain of. */
bool alignment_load(const char *path, uint64_t key, const struct parallel_task *task,
                    struct alignment *alignment);

bool alignment_save(const char *path, uint64_t key, const struct alignment *alignment,
                    struct error *error);

#endif
