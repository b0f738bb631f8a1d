#include "base/xalloc.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void out_of_memory(void)
{
    fputs("diptych: memory: the system has none left\n", stderr);
    abort();
}

void *xmalloc(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

void *xcalloc(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

void *xrealloc(void *old, size_t size)
{
    void *memory = realloc(old, size > 0 ? size : 1);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

void *xreallocarray(void *old, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        out_of_memory();
    return xrealloc(old, count * size);
}

char *xstrndup(const char *text, size_t length)
{
    char *copy = xmalloc(length + 1);
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *xstrdup(const char *text)
{
    return text != NULL ? xstrndup(text, strlen(text)) : NULL;
}

char *xasprintf(const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    char room[256] = ""; /* nearly all are shorter: writing twice is most of the work */
    int length = vsnprintf(room, sizeof room, format, args);
    va_end(args);
    size_t size = length > 0 ? (size_t)length : 0;
    char *text = xmalloc(size + 1);
    if (size < sizeof room)
        memcpy(text, room, size);
    else
        vsnprintf(text, size + 1, format, again);
    text[size] = '\0';
    va_end(again);
    return text;
}
