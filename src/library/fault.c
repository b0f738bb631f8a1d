#include "library/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"

void faults_add(struct faults *faults, const char *path, unsigned line, const char *format, ...)
{
    struct error message;
    va_list args;
    va_start(args, format);
    if (vsnprintf(message.text, sizeof message.text, message_text(format), args) < 0)
        message.text[0] = '\0';
    va_end(args);
    VECTOR_PUSH(faults, (struct fault){ xstrdup(path), line > 0 ? line : 1,
                                        xstrdup(message.text) });
}

static int compare(const void *left, const void *right)
{
    const struct fault *a = left;
    const struct fault *b = right;
    int order = strcmp(a->path, b->path);
    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    return order != 0 ? order : strcmp(a->message, b->message);
}

static void free_fault(struct fault *fault)
{
    free(fault->path);
    free(fault->message);
}

void faults_sort(struct faults *faults)
{
    if (faults->count == 0)
        return;
    qsort(faults->items, faults->count, sizeof *faults->items, compare);
    size_t kept = 1;
    for (size_t i = 1; i < faults->count; i++) {
        if (compare(&faults->items[kept - 1], &faults->items[i]) == 0)
            free_fault(&faults->items[i]);
        else
            faults->items[kept++] = faults->items[i];
    }
    faults->count = kept;
}

void faults_free(struct faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        free_fault(&faults->items[i]);
    free(faults->items);
    *faults = (struct faults){ 0 };
}
