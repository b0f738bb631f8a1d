#include "page/page_names.h"

#include <stdbool.h>
#include <string.h>

/* The beginning of the part of the path before the one that begins at `end`. */
static const char *part_before(const char *name, const char *end)
{
    const char *start = end;
    while (start > name && start[-1] == '/')
        start--;
    while (start > name && start[-1] != '/')
        start--;
    return start;
}

/* Whether another of the names ends with the same parts. */
static bool is_shared(const char *const *names, size_t count, size_t at, const char *end)
{
    size_t length = strlen(end);
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(names[i]);
        if (strcmp(names[i], names[at]) == 0 || size < length)
            continue;
        if (strcmp(names[i] + size - length, end) == 0 &&
            (size == length || names[i][size - length - 1] == '/'))
            return true;
    }
    return false;
}

const char *page_names_end(const char *const *names, size_t count, size_t at)
{
    const char *end = part_before(names[at], names[at] + strlen(names[at]));
    while (end > names[at] && is_shared(names, count, at, end))
        end = part_before(names[at], end);
    return end;
}
