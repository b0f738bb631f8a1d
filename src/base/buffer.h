/* buffer: a growing byte string.
 *
 * `data` always ends with a NUL byte beyond `length` once anything was added (and is
 * never NULL after buffer_init or the first append), but may hold NULs itself.
 * Lengths are bytes. Start with `struct buffer b = { 0 }`.
 *
 * Ownership: the buffer owns `data`; buffer_free releases it, buffer_take hands it to
 * the caller (free with free()). */
#ifndef DIPTYCH_BASE_BUFFER_H
#define DIPTYCH_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *data;
    size_t length;
    size_t capacity;
};

/* Room for `more` further bytes and the NUL. */
void buffer_reserve(struct buffer *buffer, size_t more);
void buffer_add(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_add_blanks(struct buffer *buffer, size_t count);

/* In decimal; a tenth of the time that a format takes. */
void buffer_add_number(struct buffer *buffer, unsigned long number);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void buffer_add_format(struct buffer *buffer, const char *format, ...);

/* The bytes in base64 (RFC 4648), with its padding. */
void buffer_add_base64(struct buffer *buffer, const void *bytes, size_t length);

/* Shortens to `length` bytes; 0 empties it and keeps the memory. */
void buffer_truncate(struct buffer *buffer, size_t length);

/* The text, "" when nothing was ever added. Valid until the next change. */
const char *buffer_text(const struct buffer *buffer);

/* Hands the bytes over and leaves the buffer empty. */
char *buffer_take(struct buffer *buffer);
void buffer_free(struct buffer *buffer);

#endif
