/* wellformed: small readers that say whether an export is what its format wants, and give back what
 * is in it. Strict where the format is; they know no more than what is exported. */
#ifndef DIPTYCH_TESTS_EXPORT_WELLFORMED_H
#define DIPTYCH_TESTS_EXPORT_WELLFORMED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Valid UTF-8 without controls but newline and tab (and CR before a newline where `cr`). */
bool wellformed_text(const char *text, size_t length, bool cr);

/* JSON (RFC 8259), the whole text one value and a newline. */
bool wellformed_json(const char *text, size_t length);

/* The string at `path` in JSON, "first.items[0].target[1].selector[0].exact", decoded; false when
 * there is none or it is no string. A number is its digits. */
bool wellformed_json_at(const char *text, const char *path, struct buffer *out);

/* CSV (RFC 4180) with records of one and the same number of cells. *rows counts them. */
bool wellformed_csv(const char *text, size_t length, size_t *rows);

/* The cell in that row and column, unquoted; false when there is none. */
bool wellformed_csv_at(const char *text, size_t length, size_t row, size_t column,
                       struct buffer *out);

/* HTML or XML as it is written here: tags nest, attributes are quoted, no bare & or <. `html`: void
 * elements need no end, <style> holds anything. No element is called script. */
bool wellformed_markup(const char *text, size_t length, bool html);

#endif
