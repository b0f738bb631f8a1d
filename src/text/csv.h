/* csv: rows of comma-separated values (RFC 4180), from any bytes; NULs are dropped. Where the first
 * field ends at a tab, tabs part them all.
 *
 * csv_begin borrows the bytes, behind a byte order mark; csv_finish frees the fields. */
#ifndef DIPTYCH_TEXT_CSV_H
#define DIPTYCH_TEXT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

#define CSV_FIELDS 40

struct csv {
    const char *bytes;
    size_t length;
    char separator;
    size_t at;
    size_t line; /* that the next row begins in, from 1 */
    struct buffer fields[CSV_FIELDS + 1]; /* of the row just read; the last takes what is too much */
    size_t count;
};

void csv_begin(struct csv *csv, const char *bytes, size_t length);
void csv_finish(struct csv *csv);

/* Reads the next row. False at the end, or where a quoted field does not end (`count` is not 0). */
bool csv_row(struct csv *csv);

/* The column that the row just read calls `name`, CSV_FIELDS when none is (or `name` is NULL); the field in
 * a column, "" past the last. */
size_t csv_column(const struct csv *csv, const char *name);
const char *csv_field(const struct csv *csv, size_t column);

#endif
