/* fault: what is wrong with a collection, and where.
 *
 * Lines are 1-based lines of the file; what concerns a whole file is said of line 1.
 * Ownership: faults_free. */
#ifndef DIPTYCH_LIBRARY_FAULT_H
#define DIPTYCH_LIBRARY_FAULT_H

#include <stddef.h>

#include "base/error.h"

struct fault {
    char *path;
    unsigned line;
    char *message;
};

struct faults {
    struct fault *items;
    size_t count;
    size_t capacity;
    size_t files; /* how many were looked at */
};

void faults_add(struct faults *faults, const char *path, unsigned line, const char *format, ...)
    ERROR_FORMAT(4, 5);

/* By path, line, then message; the same fault is said once. */
void faults_sort(struct faults *faults);
void faults_free(struct faults *faults); /* frees the contents, not the struct */

#endif
