/* fence: follows the fenced code blocks of a Markdown source, line by line, for those who rewrite
 * the source before it is parsed. Fences in quotes and items are seen, too. */
#ifndef DIPTYCH_DOC_FENCE_H
#define DIPTYCH_DOC_FENCE_H

#include <stdbool.h>
#include <stddef.h>

/* A code fence stays open until a line with at least as many of the same marks. */
struct fence {
    char mark; /* 0: none is open */
    size_t size;
};

/* Goes past the line text[at, end). True when it is code or a fence. */
bool fence_takes(struct fence *fence, const char *text, size_t at, size_t end);

/* Past quote marks and blanks. */
size_t fence_skip_containers(const char *text, size_t at, size_t end);

/* End of the line at `at`, its newline not included. */
size_t fence_line_end(const char *text, size_t length, size_t at);

#endif
