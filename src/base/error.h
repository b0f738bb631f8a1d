/* error: one sentence that says what failed, on what, and why.
 *
 * Core code never prints and never exits: a function that can fail takes a
 * `struct error *` as its last parameter, fills it and returns false (or NULL).
 * The text has the form "WHAT: WHY" without a final full stop or newline; the
 * program's edge (cli/, tui/) puts "diptych: " before it and passes it through
 * the sanitiser, so raw file names may stand in it.
 *
 * Ownership: the caller owns the struct; nothing in it is allocated.
 * A NULL `struct error *` is allowed everywhere: the reason is then dropped. */
#ifndef DIPTYCH_BASE_ERROR_H
#define DIPTYCH_BASE_ERROR_H

#include <stdarg.h>

#define ERROR_SIZE 1024

struct error {
    char text[ERROR_SIZE]; /* UTF-8, NUL-terminated, "" when nothing failed */
};

#if defined(__GNUC__)
#define ERROR_FORMAT(format_at, args_at) __attribute__((format(printf, format_at, args_at)))
#else
#define ERROR_FORMAT(format_at, args_at)
#endif

/* Formats the reason into `error`, in the reader's language (message.h); longer text is cut at a code
 * point. */
void error_set(struct error *error, const char *format, ...) ERROR_FORMAT(2, 3);

/* Puts "CONTEXT: " before the text that is there. */
void error_prefix(struct error *error, const char *context);

#endif
