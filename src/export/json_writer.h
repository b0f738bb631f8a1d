/* json_writer: JSON put down piece by piece, indented by two blanks a level.
 *
 * The writer sees to commas and indentation, the caller to balance: each json_writer_open has its
 * json_writer_close. Keys are the caller's own, not escaped. A NULL key: an item of an array, or
 * the whole. Ownership: the buffer stays the caller's. */
#ifndef DIPTYCH_EXPORT_JSON_WRITER_H
#define DIPTYCH_EXPORT_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct json_writer {
    struct buffer *out;
    size_t depth;
    bool filled; /* something stands in the innermost object or array */
};

void json_writer_open(struct json_writer *json, const char *key, char bracket); /* '{' or '[' */
void json_writer_close(struct json_writer *json, char bracket);                 /* '}' or ']' */
void json_writer_text(struct json_writer *json, const char *key, const char *text);
void json_writer_span(struct json_writer *json, const char *key, const char *text, size_t length);
void json_writer_number(struct json_writer *json, const char *key, size_t number);

/* As json_writer_text, but nothing for "". */
void json_writer_known(struct json_writer *json, const char *key, const char *text);

#endif
