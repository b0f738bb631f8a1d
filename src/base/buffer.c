#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define FORMAT_ROOM 120 /* bytes that are formatted without asking how many they will be */

void buffer_reserve(struct buffer *buffer, size_t more)
{
    size_t need = more > SIZE_MAX - buffer->length - 1 ? SIZE_MAX : buffer->length + more + 1;
    buffer->data = vector_grow(buffer->data, &buffer->capacity, need, 1);
    buffer->data[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
    buffer_reserve(buffer, length);
    if (length > 0)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
    if (buffer->capacity - buffer->length < 2)
        buffer_reserve(buffer, 1);
    buffer->data[buffer->length++] = byte;
    buffer->data[buffer->length] = '\0';
}

void buffer_add_blanks(struct buffer *buffer, size_t count)
{
    buffer_reserve(buffer, count);
    memset(buffer->data + buffer->length, ' ', count);
    buffer->length += count;
    buffer->data[buffer->length] = '\0';
}

void buffer_add_number(struct buffer *buffer, unsigned long number)
{
    if (number >= 10)
        buffer_add_number(buffer, number / 10);
    buffer_add_byte(buffer, (char)('0' + number % 10));
}

void buffer_add_format(struct buffer *buffer, const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    buffer_reserve(buffer, FORMAT_ROOM);
    int length = vsnprintf(buffer->data + buffer->length, FORMAT_ROOM + 1, format, args);
    va_end(args);
    if (length > FORMAT_ROOM) { /* hardly ever: writing is most of the work */
        buffer_reserve(buffer, (size_t)length);
        vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    buffer->length += length > 0 ? (size_t)length : 0;
    buffer->data[buffer->length] = '\0';
}

void buffer_add_base64(struct buffer *buffer, const void *bytes, size_t length)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *from = bytes;
    for (size_t at = 0; at < length; at += 3) {
        unsigned long group = 0;
        for (size_t i = 0; i < 3; i++)
            group = group << 8 | (at + i < length ? from[at + i] : 0u);
        for (size_t i = 0; i < 4; i++)
            buffer_add_byte(buffer, at + i <= length ? digits[group >> (18 - 6 * i) & 63] : '=');
    }
}

void buffer_truncate(struct buffer *buffer, size_t length)
{
    if (length < buffer->length) {
        buffer->length = length;
        buffer->data[length] = '\0';
    }
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->data != NULL ? buffer->data : "";
}

char *buffer_take(struct buffer *buffer)
{
    buffer_reserve(buffer, 0);
    char *data = buffer->data;
    *buffer = (struct buffer){ 0 };
    return data;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){ 0 };
}
