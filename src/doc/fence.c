#include "doc/fence.h"

#include <string.h>

size_t fence_skip_containers(const char *text, size_t at, size_t end)
{
    while (at < end && (text[at] == ' ' || text[at] == '>' || text[at] == '\t'))
        at++;
    return at;
}

bool fence_takes(struct fence *fence, const char *text, size_t at, size_t end)
{
    at = fence_skip_containers(text, at, end);
    size_t size = 0;
    char mark = at < end ? text[at] : '\0';
    while (at + size < end && text[at + size] == mark)
        size++;
    bool marks = (mark == '`' || mark == '~') && size >= 3;
    if (fence->mark != '\0') {
        bool closes = marks && mark == fence->mark && size >= fence->size &&
                      fence_skip_containers(text, at + size, end) == end;
        if (closes)
            fence->mark = '\0';
        return true;
    }
    if (!marks || (mark == '`' && memchr(text + at + size, '`', end - at - size) != NULL))
        return false;
    *fence = (struct fence){ mark, size };
    return true;
}

size_t fence_line_end(const char *text, size_t length, size_t at)
{
    const char *newline = memchr(text + at, '\n', length - at);
    return newline != NULL ? (size_t)(newline - text) : length;
}
