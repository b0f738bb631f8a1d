#include "doc/footnotes.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "doc/fence.h"
#include "text/ascii.h"

#define LABEL_LIMIT 64
#define NOTES_LIMIT 100000

/* Length of the label in "[^label]" at text[at]; 0 when that is none. */
static size_t label_at(const char *text, size_t at, size_t end)
{
    if (end - at < 4 || text[at] != '[' || text[at + 1] != '^')
        return 0;
    size_t size = 0;
    for (at += 2; at + size < end && text[at + size] != ']'; size++) {
        if (size == LABEL_LIMIT || strchr("[ \t\n^`", text[at + size]) != NULL)
            return 0;
    }
    return at + size < end ? size : 0;
}

/* Past quote marks with up to three blanks before each, and such blanks at the end. */
static size_t skip_quotes(const char *text, size_t at, size_t end)
{
    for (;;) {
        for (int i = 0; i < 3 && at < end && text[at] == ' '; i++)
            at++;
        if (at == end || text[at] != '>')
            return at;
        at++;
    }
}

/* Start of the label when the line is a definition; 0 when it is none. */
static size_t definition_at(const char *text, size_t at, size_t end, size_t *label_length)
{
    at = skip_quotes(text, at, end);
    *label_length = at < end ? label_at(text, at, end) : 0;
    size_t after = at + 2 + *label_length + 1;
    return *label_length > 0 && after < end && text[after] == ':' ? at + 2 : 0;
}

static int compare_labels(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    if (order != 0)
        return order;
    return a_length < b_length ? -1 : a_length > b_length;
}

static int compare_notes(const void *left, const void *right)
{
    const struct footnote *a = left;
    const struct footnote *b = right;
    int order = compare_labels(a->label, a->label_length, b->label, b->label_length);
    if (order != 0)
        return order;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void collect(const char *text, size_t length, struct footnotes *notes)
{
    struct fence fence = { '\0', 0 };
    size_t end;
    for (size_t at = 0; at < length && notes->count < NOTES_LIMIT; at = end + 1) {
        end = fence_line_end(text, length, at);
        size_t size;
        if (fence_takes(&fence, text, at, end))
            continue;
        size_t label = definition_at(text, at, end, &size);
        if (label > 0)
            VECTOR_PUSH(notes, (struct footnote){ .label = text + label,
                                                  .label_length = size,
                                                  .order = notes->count });
    }
}

/* Sorts and leaves the first of those that share a label. */
static void sort_notes(struct footnotes *notes)
{
    size_t kept = 0;
    qsort(notes->items, notes->count, sizeof *notes->items, compare_notes);
    for (size_t i = 0; i < notes->count; i++) {
        const struct footnote *note = &notes->items[i];
        if (kept > 0 && compare_labels(note->label, note->label_length,
                                       notes->items[kept - 1].label,
                                       notes->items[kept - 1].label_length) == 0)
            continue;
        notes->items[kept++] = *note;
    }
    notes->count = kept;
}

/* Index of the note, `count` when there is none. */
static size_t find_note(const struct footnotes *notes, const char *label, size_t length)
{
    size_t low = 0;
    size_t high = notes->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct footnote *note = &notes->items[middle];
        int order = compare_labels(note->label, note->label_length, label, length);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return notes->count;
}

struct rewriting {
    const char *text;
    struct footnotes *notes;
    struct buffer *out;
    unsigned numbered;
};

static void add_sentinel(struct rewriting *rewriting, size_t index, char kind)
{
    buffer_add_format(rewriting->out, "%c%zu%c", FOOTNOTE_OPEN, index, kind);
}

/* text[at, end) with its references replaced. */
static void rewrite_references(struct rewriting *rewriting, size_t at, size_t end)
{
    const char *text = rewriting->text;
    size_t done = at;
    const char *bracket;
    while (at < end && (bracket = memchr(text + at, '[', end - at)) != NULL) {
        at = (size_t)(bracket - text);
        size_t size = label_at(text, at, end);
        size_t after = at + size + 3;
        size_t index = size > 0 ? find_note(rewriting->notes, text + at + 2, size)
                                : rewriting->notes->count;
        bool escaped = at > 0 && text[at - 1] == '\\';
        if (index == rewriting->notes->count || escaped || (after < end && text[after] == '(')) {
            at++;
            continue;
        }
        buffer_add(rewriting->out, text + done, at - done);
        add_sentinel(rewriting, index, FOOTNOTE_REFERENCE);
        if (rewriting->notes->items[index].number == 0)
            rewriting->notes->items[index].number = ++rewriting->numbered;
        done = at = after;
    }
    buffer_add(rewriting->out, text + done, end - done);
}

static void rewrite_line(struct rewriting *rewriting, size_t at, size_t end)
{
    const char *text = rewriting->text;
    size_t size;
    size_t label = definition_at(text, at, end, &size);
    size_t index = label > 0 ? find_note(rewriting->notes, text + label, size)
                             : rewriting->notes->count;
    if (index < rewriting->notes->count) {
        buffer_add(rewriting->out, text + at, label - 2 - at);
        buffer_add_text(rewriting->out, "+   ");
        add_sentinel(rewriting, index, FOOTNOTE_DEFINITION);
        at = label + size + 2;
        while (at < end && (text[at] == ' ' || text[at] == '\t'))
            at++;
    }
    rewrite_references(rewriting, at, end);
}

static void number_the_rest(struct footnotes *notes, unsigned numbered)
{
    for (size_t i = 0; i < notes->count; i++) {
        if (notes->items[i].number == 0)
            notes->items[i].number = ++numbered;
    }
}

static void rewrite(const char *text, size_t length, struct footnotes *notes, struct buffer *out)
{
    struct rewriting rewriting = { text, notes, out, 0 };
    struct fence fence = { '\0', 0 };
    size_t end;
    for (size_t at = 0; at < length; at = end + 1) {
        end = fence_line_end(text, length, at);
        if (fence_takes(&fence, text, at, end))
            buffer_add(out, text + at, end - at);
        else
            rewrite_line(&rewriting, at, end);
        if (end < length)
            buffer_add_byte(out, '\n');
    }
    number_the_rest(notes, rewriting.numbered);
}

void footnotes_prepare(const char *text, size_t length, struct footnotes *notes,
                       struct buffer *out)
{
    *notes = (struct footnotes){ 0 };
    buffer_reserve(out, length);
    const char *caret = text;
    const char *end = text + length;
    while ((caret = memchr(caret, '^', (size_t)(end - caret))) != NULL) {
        if (caret > text && caret[-1] == '[')
            break;
        caret++;
    }
    if (caret != NULL)
        collect(text, length, notes);
    if (notes->count == 0) {
        buffer_add(out, text, length);
        return;
    }
    sort_notes(notes);
    rewrite(text, length, notes, out);
}

size_t footnotes_sentinel(const struct footnotes *notes, const char *text, size_t length,
                          size_t *index, char *kind)
{
    if (length < 3 || text[0] != FOOTNOTE_OPEN)
        return 0;
    size_t at = 1;
    size_t value = 0;
    for (; at < length && ascii_is_digit(text[at]) && value <= NOTES_LIMIT; at++)
        value = value * 10 + (size_t)(text[at] - '0');
    if (at == length || value >= notes->count ||
        (text[at] != FOOTNOTE_DEFINITION && text[at] != FOOTNOTE_REFERENCE))
        return 0;
    *index = value;
    *kind = text[at];
    return at + 1;
}

void footnotes_restore(const struct footnotes *notes, const char *text, size_t length,
                       struct buffer *out)
{
    size_t at = 0;
    while (at < length) {
        const char *open = memchr(text + at, FOOTNOTE_OPEN, length - at);
        size_t stop = open != NULL ? (size_t)(open - text) : length;
        buffer_add(out, text + at, stop - at);
        at = stop;
        if (at == length)
            return;
        size_t index;
        char kind;
        size_t size = footnotes_sentinel(notes, text + at, length - at, &index, &kind);
        if (size > 0) {
            const struct footnote *note = &notes->items[index];
            buffer_add_text(out, "[^");
            buffer_add(out, note->label, note->label_length);
            buffer_add_text(out, kind == FOOTNOTE_DEFINITION ? "]: " : "]");
        }
        at += size > 0 ? size : 1;
    }
}

void footnotes_free(struct footnotes *notes)
{
    free(notes->items);
    *notes = (struct footnotes){ 0 };
}
