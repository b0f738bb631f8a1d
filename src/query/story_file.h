/* story_file: puts an article into a story: writes `story` into the front matter of its file.
 *
 * Only of what is the reader's own copy: a plain file below `root`, no link, of text in UTF-8. */
#ifndef DIPTYCH_QUERY_STORY_FILE_H
#define DIPTYCH_QUERY_STORY_FILE_H

#include <stdbool.h>

#include "base/error.h"

/* False with a sentence. `story` is not empty. */
bool story_file_set(const char *root, const char *path, const char *story, struct error *error);

#endif
