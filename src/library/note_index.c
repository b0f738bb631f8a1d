#include "library/note_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/fold.h"

struct index_entry {
    const char *folded; /* in `text` */
    const char *name;
    const struct note *note;
    size_t order;
};

struct note_index {
    struct index_entry *items; /* by `folded`, then as the notes are */
    size_t count;
    size_t capacity;
    char *text;
};

static int compare(const void *a, const void *b)
{
    const struct index_entry *x = a;
    const struct index_entry *y = b;
    int order = strcmp(x->folded, y->folded);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

struct note_index *note_index_new(const struct notes *notes)
{
    struct note_index *index = xcalloc(1, sizeof *index);
    struct buffer text = { 0 };
    struct fold fold = { 0 };
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = notes->items[i];
        for (size_t k = 0; k < note->count; k++) {
            if (note->items[k].kind == NAME_SHORT)
                continue;
            const char *name = note->items[k].text;
            VECTOR_PUSH(index, (struct index_entry){ NULL, name, note, index->count });
            fold_text(name, strlen(name), FOLD_CASE | FOLD_SPACE, &fold);
            buffer_add(&text, fold.text, strlen(fold.text) + 1);
        }
    }
    fold_free(&fold);
    index->text = buffer_take(&text);
    const char *at = index->text;
    for (size_t i = 0; i < index->count; i++) {
        index->items[i].folded = at;
        at += strlen(at) + 1;
    }
    if (index->count > 0)
        qsort(index->items, index->count, sizeof *index->items, compare);
    return index;
}

void note_index_free(struct note_index *index)
{
    if (index == NULL)
        return;
    free(index->items);
    free(index->text);
    free(index);
}

/* Index of the first entry that is not before `folded`. */
static size_t first_of(const struct note_index *index, const char *folded)
{
    size_t low = 0;
    BISECT(low, index->count, strcmp(index->items[low].folded, folded) >= 0);
    return low;
}

const struct note *note_index_find(const struct note_index *index, const char *name)
{
    struct fold fold = { 0 };
    const struct note *found = NULL;
    fold_text(name, strlen(name), FOLD_CASE | FOLD_SPACE, &fold);
    size_t at = first_of(index, fold.text);
    for (; at < index->count && strcmp(index->items[at].folded, fold.text) == 0; at++) {
        bool exact = strcmp(index->items[at].name, name) == 0;
        if (exact || found == NULL)
            found = index->items[at].note;
        if (exact)
            break;
    }
    fold_free(&fold);
    return found;
}
