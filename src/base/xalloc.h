/* xalloc: allocation that either succeeds or ends the program.
 *
 * Running out of memory for a few bytes cannot be answered sensibly anywhere, so
 * these print one line on standard error and abort(); tui/ catches SIGABRT to give
 * the terminal back. Sizes that come from a file are checked against a limit by the
 * reader before they get here; multiplications are checked here.
 *
 * Ownership: the caller owns what is returned and frees it with free(). */
#ifndef DIPTYCH_BASE_XALLOC_H
#define DIPTYCH_BASE_XALLOC_H

#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t size);

/* xrealloc for count * size bytes; aborts when the product overflows. */
void *xreallocarray(void *old, size_t count, size_t size);

/* NULL for NULL. */
char *xstrdup(const char *text);

/* A NUL-terminated copy of the first `length` bytes. */
char *xstrndup(const char *text, size_t length);

/* printf into a fresh string. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
char *xasprintf(const char *format, ...);

#endif
