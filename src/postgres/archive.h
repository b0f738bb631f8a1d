/* archive: the tables that diptych-postgres keeps in a database, in a schema of their own, "diptych".
 *
 *   about     format
 *   articles  number, folder and path (bytes, as the file system has them), id, what its file was when
 *             it was read, the length of its text, and the fields that queries ask for
 *   texts     number, the text, and its blocks as lines of START END KIND FLAGS
 *   words     number, its tokens (postgres/tokens.h), with a GIN index */
#ifndef DIPTYCH_POSTGRES_ARCHIVE_H
#define DIPTYCH_POSTGRES_ARCHIVE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"
#include "doc/document.h"
#include "postgres/database.h"

/* Whether there are tables, and such as this program makes; false with a sentence when they are not. */
bool archive_check(struct database *database, struct error *error);

/* Makes them, within a transaction; throws away those of another version. *fresh: they are empty. */
bool archive_prepare(struct database *database, bool *fresh, struct error *error);

bool archive_drop_index(struct database *database, struct error *error);
bool archive_make_index(struct database *database, struct error *error);

/* A document's blocks as texts.blocks has them, and a document of text and blocks alone. */
void archive_write_blocks(const struct document *document, struct buffer *out);
struct document *archive_read_document(const char *text, size_t length, const char *blocks, size_t size);

#endif
