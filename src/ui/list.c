#include "ui/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/width.h"

struct list *list_new(const struct list_source *source, const char *title)
{
    struct list *list = xcalloc(1, sizeof *list);
    list->source = source;
    list->title = xstrdup(title);
    list->filter = xstrdup("");
    list->height = 1;
    return list;
}

void list_clear(struct list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].label);
        free(list->items[i].detail);
        free(list->items[i].brief);
        free(list->items[i].target);
        free(list->items[i].words);
        free(list->items[i].keys);
        free(list->items[i].id);
        free(list->items[i].folded);
    }
    list->count = list->shown_count = 0;
}

void list_free(struct list *list)
{
    if (list == NULL)
        return;
    list_clear(list);
    free(list->items);
    free(list->shown);
    free(list->title);
    free(list->filter);
    free(list);
}

void list_add(struct list *list, const char *label, const char *detail, const char *target,
              size_t offset, int level)
{
    struct list_row row = { .offset = offset, .level = level };
    row.label = xstrdup(label);
    row.detail = xstrdup(detail != NULL ? detail : "");
    row.target = xstrdup(target);
    VECTOR_PUSH(list, row);
}

void list_brief(struct list *list, const char *brief)
{
    struct list_row *row = &list->items[list->count - 1];
    free(row->brief);
    row->brief = xstrdup(brief);
}

void list_set_detail(struct list *list, size_t row, const char *detail, const char *brief)
{
    struct list_row *item = &list->items[row];
    if (strcmp(item->detail, detail) == 0)
        return;
    free(item->detail);
    free(item->brief);
    free(item->folded);
    item->detail = xstrdup(detail);
    item->brief = xstrdup(brief);
    item->folded = NULL;
}

void list_words(struct list *list, const char *words)
{
    struct list_row *row = &list->items[list->count - 1];
    free(row->words);
    row->words = xstrdup(words);
}

void list_mark(struct list *list, size_t start, size_t length)
{
    struct list_row *row = &list->items[list->count - 1];
    row->mark = start;
    row->mark_length = length;
}

void list_set_id(struct list *list, const char *id)
{
    struct list_row *row = &list->items[list->count - 1];
    free(row->id);
    row->id = xstrdup(id);
}

void list_set_keys(struct list *list, const char *keys)
{
    struct list_row *row = &list->items[list->count - 1];
    free(row->keys);
    row->keys = xstrdup(keys);
}

void list_set_role(struct list *list, unsigned role)
{
    list->items[list->count - 1].role = role;
}

void list_set_rank(struct list *list, size_t row, size_t number, int group)
{
    list->items[row].number = number;
    list->items[row].group = group;
    list->ranked = true;
}

char *list_fold(const char *text)
{
    struct fold fold = { 0 };
    fold_text(text, strlen(text), FOLD_CASE | FOLD_SPACE | FOLD_MARKS, &fold);
    char *copy = xstrndup(fold.length > 0 ? fold.text : "", fold.length);
    fold_free(&fold);
    return copy;
}

/* Whether a word of the text that begins with the key is on that side of the value: dates as far as
 * the value tells them. */
static bool compares(const char *folded, const char *key, const char *value, int sign)
{
    size_t length = strlen(value);
    for (const char *at = folded; (at = strstr(at, key)) != NULL;) {
        at += strlen(key);
        long number = strtol(at, NULL, 10) - strtol(value, NULL, 10);
        int order = key[0] == 'd' ? strncmp(at, value, length) : (number > 0) - (number < 0);
        if (order * sign >= 0 && *at > ' ')
            return true;
    }
    return false;
}

static bool holds_word(const char *folded, const char *word)
{
    static const struct {
        const char *name, *key;
        int sign;
    } comparisons[] = {
        { "since:", "date:", 1 }, { "until:", "date:", -1 }, { "longer:", "words:", 1 }, { "shorter:", "words:", -1 },
    };
    for (size_t i = 0; i < sizeof comparisons / sizeof comparisons[0]; i++) {
        size_t length = strlen(comparisons[i].name);
        if (strncmp(word, comparisons[i].name, length) == 0)
            return word[length] == '\0' ||
                   compares(folded, comparisons[i].key, word + length, comparisons[i].sign);
    }
    return strstr(folded, word) != NULL;
}

bool list_holds(const char *folded, const char *words)
{
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        char *word = xstrndup(words, length);
        bool there = holds_word(folded, word);
        free(word);
        if (!there)
            return false;
        words += length;
        words += strspn(words, " ");
    }
    return true;
}

/* Every word of the folded `words` stands somewhere in the row. */
static bool row_holds(struct list_row *row, const char *words)
{
    if (row->folded == NULL) {
        struct buffer both = { 0 };
        buffer_add_format(&both, "%s %s %s", row->label, row->detail,
                          row->words != NULL ? row->words : row->target != NULL ? row->target : "");
        row->folded = list_fold(buffer_text(&both));
        buffer_free(&both);
    }
    return list_holds(row->folded, words);
}

struct sortable_item {
    const struct list_row *row;
    size_t index;
    enum list_order order;
    const char *key_orders;
};

/* As the key of that number has them; each ends at a tab. */
static int compare_keys(const char *a, const char *b, size_t number)
{
    for (; number > 0; number--) {
        a += strcspn(a, "\t");
        b += strcspn(b, "\t");
        a += *a != '\0';
        b += *b != '\0';
    }
    size_t length = strcspn(a, "\t");
    size_t other = strcspn(b, "\t");
    int order = memcmp(a, b, length < other ? length : other);
    return order != 0 ? order : (length > other) - (length < other);
}

static int compare_rows(const void *a, const void *b)
{
    const struct sortable_item *first = a;
    const struct sortable_item *second = b;
    int order = 0;
    if (first->key_orders != NULL && first->order > LIST_BY_LABEL) {
        size_t key = (size_t)first->order - LIST_BY_LABEL - 1;
        order = compare_keys(first->row->keys, second->row->keys, key);
        order = first->key_orders[key] == '>' ? -order : order;
    } else if (first->order == LIST_BY_NUMBER)
        order = (first->row->number < second->row->number) -
                (first->row->number > second->row->number);
    else if (first->order == LIST_BY_GROUP)
        order = first->row->group - second->row->group;
    if (order == 0)
        order = strcmp(first->row->label, second->row->label);
    if (order != 0)
        return order;
    return first->index < second->index ? -1 : first->index > second->index;
}

static void sort_shown(struct list *list)
{
    struct sortable_item *rows = xcalloc(list->shown_count, sizeof *rows);
    for (size_t i = 0; i < list->shown_count; i++)
        rows[i] =
            (struct sortable_item){ &list->items[list->shown[i]], list->shown[i], list->order,
                                    list->source->key_orders };
    qsort(rows, list->shown_count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < list->shown_count; i++)
        list->shown[i] = rows[i].index;
    free(rows);
}

size_t list_scrolled(size_t top, size_t current, size_t height, size_t count)
{
    size_t last = count > height ? count - height : 0;
    if (current < top)
        top = current;
    if (current >= top + height)
        top = current - height + 1;
    return top < last ? top : last;
}

static void show_current(struct list *list)
{
    size_t height = list->height > 0 ? (size_t)list->height : 1;
    if (list->current >= list->shown_count)
        list->current = list->shown_count > 0 ? list->shown_count - 1 : 0;
    list->top = list_scrolled(list->top, list->current, height, list->shown_count);
}

static void keep_in_sight(struct list *list)
{
    show_current(list);
    list->kept_top = list->top;
}

static void measure_details(struct list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct list_row *row = &list->items[i];
        row->detail_width = (int)width_text(row->detail, strlen(row->detail));
        row->brief_width = row->brief != NULL ? (int)width_text(row->brief, strlen(row->brief))
                                              : row->detail_width;
    }
}

void list_refresh(struct list *list)
{
    size_t kept = list->current < list->shown_count ? list->shown[list->current] : 0;
    char *words = list_fold(list->filter);
    list->shown = xreallocarray(list->shown, list->count + 1, sizeof *list->shown);
    list->shown_count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (*words == '\0' || row_holds(&list->items[i], words))
            list->shown[list->shown_count++] = i;
    free(words);
    measure_details(list);
    if (list->order != LIST_AS_ADDED && list->shown_count > 0)
        sort_shown(list);
    list->current = 0;
    for (size_t i = 0; i < list->shown_count; i++)
        if (list->shown[i] == kept)
            list->current = i;
    keep_in_sight(list);
}

void list_filter(struct list *list, const char *words)
{
    free(list->filter);
    list->filter = xstrdup(words != NULL ? words : "");
    list_refresh(list);
}

void list_sort(struct list *list)
{
    const char *keys = list->source->key_orders;
    enum list_order last = list->ranked ? LIST_BY_GROUP : LIST_BY_LABEL;
    if (keys != NULL)
        last = (enum list_order)(LIST_BY_LABEL + (int)strlen(keys));
    list->order = list->order == last ? LIST_AS_ADDED : list->order + 1;
    list_refresh(list);
}

void list_resize(struct list *list, int height)
{
    list->height = height < 1 ? 1 : height;
    list->top = list->kept_top;
    show_current(list);
}

void list_go(struct list *list, size_t index)
{
    list->current = index;
    keep_in_sight(list);
}

void list_move(struct list *list, long rows)
{
    if (rows < 0 && (size_t)-rows > list->current)
        list_go(list, 0);
    else
        list_go(list, (size_t)((long)list->current + rows));
}

void list_scroll(struct list *list, long rows)
{
    size_t height = (size_t)list->height;
    size_t last = list->shown_count > height ? list->shown_count - height : 0;
    long top = (long)list->top + rows;
    list->top = top < 0 ? 0 : (size_t)top > last ? last : (size_t)top;
    if (list->current < list->top)
        list->current = list->top;
    if (list->current >= list->top + height)
        list->current = list->top + height - 1;
    keep_in_sight(list);
}

const struct list_row *list_current(const struct list *list)
{
    return list->current < list->shown_count ? &list->items[list->shown[list->current]] : NULL;
}

bool list_search(struct list *list, const char *words, bool forward)
{
    char *folded = list_fold(words);
    bool found = false;
    for (size_t step = 1; step <= list->shown_count && !found; step++) {
        size_t at = forward ? (list->current + step) % list->shown_count
                            : (list->current + list->shown_count - step) % list->shown_count;
        if (row_holds(&list->items[list->shown[at]], folded)) {
            list_go(list, at);
            found = true;
        }
    }
    free(folded);
    return found;
}

void list_go_middle(struct list *list)
{
    size_t rows = list->shown_count - list->top;
    size_t shown = list->height > 0 && rows > (size_t)list->height ? (size_t)list->height : rows;
    if (shown > 0)
        list_go(list, list->top + (shown - 1) / 2);
}

void list_seek(struct list *list, const char *id)
{
    const struct list_row *row = list_current(list);
    if (id == NULL || (row != NULL && row->id != NULL && strcmp(row->id, id) == 0))
        return;
    for (size_t i = 0; i < list->shown_count; i++) {
        row = &list->items[list->shown[i]];
        if (row->id != NULL && strcmp(row->id, id) == 0) {
            list_go(list, i);
            return;
        }
    }
}
