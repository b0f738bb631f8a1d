#include "tui/scroll.h"

#include <stdlib.h>

/* Changed rows that a shift explains, and the first and last of them. */
struct votes {
    int count, first, last;
};

static struct votes count_votes(const uint64_t *front, const uint64_t *back, int rows, int shift)
{
    struct votes votes = { 0, -1, -1 };
    int from = shift < 0 ? -shift : 0;
    int to = shift > 0 ? rows - shift : rows;
    for (int row = from; row < to; row++) {
        if (back[row] != front[row + shift] || back[row] == front[row])
            continue;
        votes.count++;
        votes.last = row;
        if (votes.first < 0)
            votes.first = row;
    }
    return votes;
}

/* Rows of the band that scrolling makes right, less those that are right already. */
static int count_saved(const uint64_t *front, const uint64_t *back, const struct scroll *scroll)
{
    int saved = 0;
    for (int row = scroll->top; row <= scroll->bottom; row++) {
        int source = row + scroll->shift;
        bool within = source >= scroll->top && source <= scroll->bottom;
        saved += within && back[row] == front[source];
        saved -= back[row] == front[row];
    }
    return saved;
}

bool scroll_find(const uint64_t *front, const uint64_t *back, int rows, struct scroll *scroll)
{
    struct votes best = { 0, -1, -1 };
    int shift = 0;
    for (int distance = 1; distance < rows; distance++) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            struct votes votes = count_votes(front, back, rows, sign * distance);
            if (votes.count > best.count) {
                best = votes;
                shift = sign * distance;
            }
        }
        if (best.count > rows - distance) /* no longer shift can explain more */
            break;
    }
    if (best.count < 2)
        return false;
    scroll->shift = shift;
    scroll->top = shift > 0 ? best.first : best.first + shift;
    scroll->bottom = shift > 0 ? best.last + shift : best.last;
    int saved = count_saved(front, back, scroll);
    return saved >= 2 && saved * 4 >= scroll->bottom - scroll->top + 1;
}
