#include "ui/link_labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

/* The home row from the strongest fingers on, then what is nearest to it. */
static const char letters[] = "fjdkslagh" "rueiwoqptyvncmbxz";

#define HOME_ROW 9

void link_labels_clear(struct hints *hints)
{
    free(hints->items);
    *hints = (struct hints){ 0 };
}

void link_labels_add(struct hints *hints, const struct hint *hint)
{
    VECTOR_PUSH(hints, *hint);
}

/* A row counts as much as four columns: about as far for the eye. */
static int distance(const struct hint *hint, int row, int column)
{
    return 4 * abs(hint->row - row) + abs(hint->column - column);
}

static int compare_numbers(const void *a, const void *b)
{
    int x = *(const int *)a;
    int y = *(const int *)b;
    return (x > y) - (x < y);
}

/* The HINT_LIMIT nearest stay, in their order. */
static void drop_far(struct hints *hints, int row, int column)
{
    struct {
        int *items;
        size_t count;
        size_t capacity;
    } distances = { 0 };
    for (size_t i = 0; i < hints->count; i++)
        VECTOR_PUSH(&distances, distance(&hints->items[i], row, column));
    qsort(distances.items, distances.count, sizeof *distances.items, compare_numbers);
    int most = distances.items[HINT_LIMIT - 1];
    size_t at_most = 0; /* of those just that far, how many have room */
    for (size_t i = 0; i < HINT_LIMIT; i++)
        at_most += distances.items[i] == most;
    free(distances.items);
    size_t kept = 0;
    for (size_t i = 0; i < hints->count; i++) {
        int far = distance(&hints->items[i], row, column);
        if (far > most || (far == most && at_most == 0))
            continue;
        at_most -= far == most;
        hints->items[kept++] = hints->items[i];
    }
    hints->count = kept;
}

/* From left to right each begins where the one before ends; what is then pushed over its limit goes
 * back to it. */
static void move_apart(struct hints *hints)
{
    for (size_t i = 0; i < hints->count; i++) {
        struct hint *hint = &hints->items[i];
        const struct hint *before = i > 0 ? hint - 1 : NULL;
        if (before != NULL && before->where == hint->where && before->row == hint->row &&
            hint->column < before->column + HINT_LETTERS)
            hint->column = before->column + HINT_LETTERS;
        if (hint->column > hint->limit - HINT_LETTERS)
            hint->column = hint->limit - HINT_LETTERS;
        if (hint->column < hint->left)
            hint->column = hint->left;
    }
    for (size_t i = hints->count; i-- > 1;) {
        struct hint *hint = &hints->items[i - 1];
        const struct hint *after = hint + 1;
        if (after->where == hint->where && after->row == hint->row &&
            hint->column > after->column - HINT_LETTERS)
            hint->column = after->column - HINT_LETTERS;
        if (hint->column < hint->left)
            hint->column = hint->left;
    }
}

void link_labels_label(struct hints *hints, int row, int column)
{
    if (hints->count > HINT_LIMIT)
        drop_far(hints, row, column);
    size_t firsts = HOME_ROW;
    while (firsts * firsts < hints->count)
        firsts++;
    for (size_t i = 0; i < hints->count; i++) {
        hints->items[i].label[0] = letters[i % firsts];
        hints->items[i].label[1] = letters[i / firsts];
    }
    move_apart(hints);
}

bool link_labels_fits(const struct hints *hints, const struct hint *hint)
{
    return memcmp(hints->typed, hint->label, hints->typed_count) == 0;
}

const struct hint *link_labels_chosen(const struct hints *hints)
{
    for (size_t i = 0; i < hints->count; i++)
        if (hints->typed_count == HINT_LETTERS && link_labels_fits(hints, &hints->items[i]))
            return &hints->items[i];
    return NULL;
}

static bool any_fits(const struct hints *hints)
{
    for (size_t i = 0; i < hints->count; i++)
        if (link_labels_fits(hints, &hints->items[i]))
            return true;
    return false;
}

enum hint_answer link_labels_key(struct hints *hints, struct key key)
{
    if (key.code == KEY_BACKSPACE && hints->typed_count > 0) {
        hints->typed[--hints->typed_count] = '\0';
        return HINT_GOES_ON;
    }
    char letter = key.code < 0x80 ? (char)key.code : '\0';
    if (letter >= 'A' && letter <= 'Z')
        letter = (char)(letter - 'A' + 'a');
    if (letter < 'a' || letter > 'z' || (key.modifiers & ~KEY_SHIFT) != 0 ||
        hints->typed_count == HINT_LETTERS)
        return HINT_LEFT;
    hints->typed[hints->typed_count++] = letter;
    if (!any_fits(hints))
        return HINT_NONE;
    return link_labels_chosen(hints) != NULL ? HINT_CHOSEN : HINT_GOES_ON;
}
