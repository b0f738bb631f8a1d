/* clean: a string of a record, code point by code point, made fit to leave the program.
 *
 * Comments and tags are whatever was typed or came in; titles and quotes are an article's. Each
 * goes through sanitize_source first, so that controls are pictures and ill-formed bytes U+FFFD.
 * What is left that would steer a terminal or deceive the eye (bidirectional controls, invisible
 * and unassigned characters; text/sanitize.h) is marked hidden: the format's escaping writes it as
 * a reference or, where a format has none, as its label.
 *
 * Ownership: the cleaner owns its copy of the text; clean_end releases it. */
#ifndef DIPTYCH_EXPORT_CLEAN_H
#define DIPTYCH_EXPORT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "text/sanitize.h"

struct clean_point {
    uint32_t code;
    const char *bytes; /* where it stands in the clean text */
    size_t size;
    bool hidden;
    char label[SANITIZE_LABEL_SIZE]; /* "<U+202E>" when hidden */
};

struct cleaner {
    struct buffer text;
    size_t at;
    uint32_t previous; /* the code point before, 0 at the start */
};

void clean_begin(struct cleaner *cleaner, const char *text, size_t length);

/* The next code point; false at the end. Only '\n' and '\t' are below U+0020. */
bool clean_next(struct cleaner *cleaner, struct clean_point *point);

/* The byte after the last code point given, '\0' at the end. */
char clean_peek(const struct cleaner *cleaner);
void clean_end(struct cleaner *cleaner);

/* The clean text with labels for what is hidden, appended. `newline` stands for each line's end. */
void clean_add(struct buffer *out, const char *text, size_t length, const char *newline);

#endif
