#include "library/suggest.h"
#include "base/message.h"
#include "text/ascii.h"

#include <string.h>

#define LONGEST 96 /* bytes of names that are compared */
#define CONTAINED 2 /* what containing the other is worth as a distance */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance, with one row. */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t row[LONGEST + 1];
    for (size_t i = 0; i <= b_length; i++)
        row[i] = i;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t change = diagonal + (ascii_lower(a[i - 1]) != ascii_lower(b[j - 1]));
            diagonal = row[j];
            row[j] = least(change, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[b_length];
}

void suggest_consider(struct suggest *suggest, const char *candidate)
{
    size_t wanted = strlen(suggest->wanted);
    size_t length = strlen(candidate);
    if (wanted == 0 || wanted > LONGEST || length == 0 || length > LONGEST)
        return;
    for (size_t i = 0; i < suggest->count; i++) {
        if (strcmp(suggest->nearest[i], candidate) == 0)
            return;
    }
    size_t distance = edit_distance(suggest->wanted, wanted, candidate, length);
    if (wanted > 2 && distance > CONTAINED &&
        (strstr(candidate, suggest->wanted) != NULL || strstr(suggest->wanted, candidate) != NULL))
        distance = CONTAINED;
    if (distance > wanted / 4 + 1)
        return;
    size_t at = suggest->count;
    while (at > 0 && distance < suggest->distance[at - 1])
        at--;
    if (at == SUGGEST_MOST)
        return;
    suggest->count += suggest->count < SUGGEST_MOST;
    for (size_t i = suggest->count - 1; i > at; i--) {
        suggest->nearest[i] = suggest->nearest[i - 1];
        suggest->distance[i] = suggest->distance[i - 1];
    }
    suggest->nearest[at] = candidate;
    suggest->distance[at] = distance;
}

void suggest_write(const struct suggest *suggest, struct buffer *out)
{
    for (size_t i = 0; i < suggest->count; i++) {
        buffer_add_text(out, i == 0 ? _("; did you mean ") : i + 1 < suggest->count ? _(", ") : _(" or "));
        buffer_add_text(out, suggest->nearest[i]);
    }
    if (suggest->count > 0)
        buffer_add_byte(out, '?');
}
