#include "dictionary/gloss_lines.h"

#include <string.h>

void gloss_lines_add(const char *text, size_t length, struct buffer *glosses,
                     struct sanitize_counts *counts)
{
    struct buffer clean = { 0 };
    sanitize_source(text, length, &clean, counts);
    for (const char *at = buffer_text(&clean); *at != '\0';) {
        at += strspn(at, " \t\n");
        size_t size = strcspn(at, "\n");
        const char *next = at + size;
        while (size > 0 && (at[size - 1] == ' ' || at[size - 1] == '\t'))
            size--;
        if (size > 0 && glosses->length > 0)
            buffer_add_byte(glosses, '/');
        for (size_t i = 0; i < size; i++) {
            if (at[i] == '/')
                buffer_add_text(glosses, "∕");
            else
                buffer_add_byte(glosses, at[i] == '\t' ? ' ' : at[i]);
        }
        at = next;
    }
    buffer_free(&clean);
}
