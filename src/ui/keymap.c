#include "ui/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

#define R KEYMAP_READ
#define L KEYMAP_LIST
#define T KEYMAP_TABLE
#define N (KEYMAP_READ | KEYMAP_LIST)
#define W (KEYMAP_READ | KEYMAP_TABLE)
#define Y (KEYMAP_LIST | KEYMAP_TABLE)
#define V KEYMAP_SELECT
#define X KEYMAP_ALL

static const struct keymap_row standard[] = {
    /* while selecting: these go before what the keys stand for in reading */
    { V, "o", "swap-ends" },
    /* move */
    { X, "j", "down" }, { X, "Down", "down" }, { X, "k", "up" }, { X, "Up", "up" },
    { X, "C-n", "down" }, { X, "C-p", "up" }, { X, "C-j", "down" }, { X, "C-k", "up" },
    { R, "+", "down" }, { R, "-", "up" }, { W, "Backspace", "left" },
    { W, "h", "left" }, { W, "Left", "left" }, { W, "l", "right" }, { W, "Right", "right" },
    { R, "w", "word" }, { R, "e", "word-end" }, { R, "g e", "word-back" },
    { R, "W", "word" }, { R, "B", "word-back" }, { R, "C-Right", "word" }, { R, "C-Left", "word-back" }, { R, ")", "sentence" },
    { R, "(", "sentence-back" }, { R, "}", "paragraph" }, { R, "{", "paragraph-back" },
    { X, "Space", "page" }, { X, "C-f", "page" }, { X, "PageDown", "page" },
    { X, "b", "page-back" }, { X, "C-b", "page-back" }, { X, "PageUp", "page-back" },
    { X, "C-d", "half-page" }, { X, "C-u", "half-page-back" }, { R, "d", "half-page" }, { X, "C-e", "scroll" },
    { X, "C-y", "scroll-back" }, { X, "g g", "top" }, { N, "Home", "top" },
    { X, "G", "bottom" }, { N, "End", "bottom" },
    { X, "C-Home", "top" }, { X, "C-End", "bottom" }, { X, "M-<", "top" }, { X, "M->", "bottom" }, { R, "%", "percent" },
    { W, "0", "row-start" }, { W, "^", "row-start" }, { W, "$", "row-end" },
    { T, "Home", "row-start" }, { T, "End", "row-end" }, { R, "z t", "place-top" },
    { R, "z z", "place-middle" }, { R, "z b", "place-bottom" },
    { R, "z Enter", "place-top start" }, { R, "z .", "place-middle start" },
    { R, "z -", "place-bottom start" },
    { R, "z +", "page" }, { N, "M", "middle" },
    /* panes */
    { X, "C-w s", "split" }, { X, "C-w v", "vsplit" }, { X, "C-w h", "focus left" },
    { X, "C-w j", "focus down" }, { X, "C-w k", "focus up" }, { X, "C-w l", "focus right" },
    { X, "C-w Left", "focus left" }, { X, "C-w Down", "focus down" },
    { X, "C-w Up", "focus up" }, { X, "C-w Right", "focus right" },
    { X, "C-w w", "focus next" }, { X, "C-w C-w", "focus next" }, { X, "C-w p", "focus previous" },
    { X, "C-w c", "close" }, { X, "C-w q", "close" }, { X, "C-w o", "only" },
    { X, "C-w =", "equal" }, { X, "C-w +", "taller" }, { X, "C-w -", "shorter" },
    { X, "C-w <", "narrower" }, { X, "C-w >", "wider" }, { X, "C-w x", "swap" },
    { X, "C-w r", "rotate" }, { X, "C-w R", "rotate-back" }, { X, "C-w H", "move-pane left" },
    { X, "C-w J", "move-pane down" }, { X, "C-w K", "move-pane up" },
    { X, "C-w L", "move-pane right" }, { X, "C-w n", "split" }, { X, "C-w _", "tallest" },
    { X, "C-w |", "widest" }, { X, "C-w u", "reopen" },
    { X, "O", "zoom" }, { X, "q", "quit" }, { X, "Q", "quit-all" }, { X, "Z Q", "quit-all" },
    { X, "Z Z", "quit-all" },
    /* history */
    { X, "C-o", "back" }, { X, "<", "back" }, { X, ">", "forward" }, { X, "M-Left", "back" }, { X, "M-Right", "forward" }, { R, "m", "mark" },
    { R, "'", "mark-go" }, { R, "`", "mark-go" }, { X, "C-^", "alternate" },
    /* links */
    { R, "Tab", "next-link" }, { R, "S-Tab", "previous-link" }, { R, "Enter", "follow" },
    { R, "C-]", "follow" }, { R, "f", "labels" }, { X, "C-t", "back" }, { R, "o", "browse" },
    { R, "g f", "follow" }, { R, "g x", "browse" },
    /* search */
    { X, "/", "search" }, { R, "?", "search-back" }, { X, "n", "search-next" }, { X, "F3", "search-next" },
    { X, "N", "search-previous" }, { R, "*", "search-word" }, { R, "#", "search-word-back" },
    { R, "&", "filter" }, { X, "g /", "search-library" },
    /* bilingual */
    { X, "t", "counterpart" }, { X, "T", "version" }, { X, "S", "hinge" }, { X, "g p", "pin" },
    { X, "] s", "next-shared" }, { X, "[ s", "previous-shared" },
    { X, "K", "lookup" }, { X, "g k", "concordance" }, { X, "] u", "next-unmatched" },
    { X, "[ u", "previous-unmatched" }, { X, "] c", "next-figure" },
    { X, "[ c", "previous-figure" }, { X, "g F", "figures" }, { X, "g Z", "parallel" },
    { X, "g Q", "quotes" }, { X, "] q", "next-quote" }, { X, "[ q", "previous-quote" },
    { X, "g T", "timeline" }, { X, "g C", "compare" },
    /* entities */
    { X, "] e", "next-mention" }, { X, "[ e", "previous-mention" }, { X, "E", "entities" },
    { X, "g b", "mentions" }, { X, "g c", "coverage" },
    /* notes */
    { X, "v", "select" }, { R, "g v", "select-again" }, { X, "V", "select-sentences" }, { X, "a", "annotate" },
    { X, "A", "notes" }, { X, "g W", "words" }, { X, "g a", "keep-word" },
    { X, "g w", "known-word" }, { X, "] a", "next-note" }, { X, "[ a", "previous-note" },
    { Y, "e", "edit" }, { R, "z e", "edit" }, { R, "u", "undo-or-back" }, { Y, "u", "undo" },
    { X, "U", "undo" }, { X, "C-r", "redo" }, { X, "y", "copy" }, { X, "Y", "copy" },
    { X, "x", "export" }, { Y, "d d", "delete" }, { X, "D", "delete" },
    /* other */
    { R, "] h", "next-heading" }, { R, "[ h", "previous-heading" },
    { R, "] ]", "next-heading" }, { R, "[ [", "previous-heading" }, { R, "C-g", "facts" }, { R, "g o", "outline" },
    { X, "L", "library" }, { R, "=", "facts" }, { R, "|", "pipe" }, { X, "!", "shell" }, { R, "F", "follow-file" },
    { X, "] f", "next-article" }, { X, "[ f", "previous-article" }, { X, "g '", "marks" },
    { X, "g ;", "jumps" }, { X, ":", "command" },
    { X, "H", "help" }, { X, "F1", "help" }, { X, "C-l", "redraw" }, { X, "F5", "redraw" }, { X, "r", "redraw" }, { X, "R", "redraw" }, { X, "C-z", "suspend" },
    { X, "Esc", "cancel" }, { X, "C-c", "cancel" },
    /* lists and tables */
    { Y, "Enter", "choose" }, { L, "l", "choose" }, { L, "Right", "choose" },
    { Y, "C-v", "choose-beside" }, { Y, "C-s", "choose-below" }, { Y, "F", "list-filter" },
    { Y, "&", "list-filter" }, { Y, "s", "list-sort" }, { L, "h", "close-list" },
    { L, "Left", "close-list" }, { T, "o", "only-here" },
};

#undef R
#undef L
#undef T
#undef N
#undef W
#undef Y
#undef V
#undef X

#define CHAINS 64 /* of bindings, by the code of their first key */

struct binding {
    enum keymap_mode mode;
    unsigned next; /* in its chain, counted from 1; 0: none */
    struct key keys[KEYMAP_LONGEST];
    size_t length; /* 0 while they are not read */
    const char *names, *command;
    char *own; /* which both lie in; NULL in the standard table */
};

struct keymap {
    struct binding *items;
    size_t count;
    size_t capacity;
    size_t unread; /* so many of them, the first ones, have only names yet */
    bool chained;
    unsigned first[CHAINS]; /* of each chain */
    struct keymap_row asked; /* what keymap_keys was asked last, and its answer; no command: nothing yet */
};

const struct keymap_row *keymap_standard(size_t *count)
{
    *count = sizeof standard / sizeof standard[0];
    return standard;
}

/* Number of keys named in `names`, 0 when it is no sequence. */
static size_t parse_sequence(const char *names, struct key keys[KEYMAP_LONGEST])
{
    size_t count = 0;
    while (*names != '\0') {
        names += strspn(names, " ");
        if (*names == '\0')
            break;
        if (count == KEYMAP_LONGEST)
            return 0;
        size_t length = key_parse(names, &keys[count]);
        if (length == 0 || (names[length] != ' ' && names[length] != '\0'))
            return 0;
        names += length;
        count++;
    }
    return count;
}

/* The standard keys are read when the first is pressed: the first frame needs none. */
static void read_sequences(struct keymap *keymap)
{
    for (; keymap->unread > 0; keymap->unread--) {
        struct binding *binding = &keymap->items[keymap->unread - 1];
        binding->length = parse_sequence(binding->names, binding->keys);
    }
}

/* Each chain has its bindings in the order of the table. */
static void chain_up(struct keymap *keymap)
{
    memset(keymap->first, 0, sizeof keymap->first);
    for (size_t i = keymap->count; i > 0; i--) {
        struct binding *binding = &keymap->items[i - 1];
        unsigned *first = &keymap->first[binding->keys[0].code % CHAINS];
        binding->next = *first;
        *first = (unsigned)i;
    }
    keymap->chained = true;
}

static bool same_sequence(const struct binding *binding, const struct key *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!key_equal(binding->keys[i], keys[i]))
            return false;
    return true;
}

static void unbind(struct keymap *keymap, enum keymap_mode mode, const struct key *keys,
                   size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < keymap->count; i++) {
        struct binding *binding = &keymap->items[i];
        if (binding->length == count && same_sequence(binding, keys, count))
            binding->mode &= ~mode;
        if (binding->mode == 0) {
            free(binding->own);
        } else {
            keymap->items[kept++] = *binding;
        }
    }
    keymap->count = kept;
}

bool keymap_bind(struct keymap *keymap, enum keymap_mode mode, const char *keys,
                 const char *command, struct error *error)
{
    struct binding binding = { .mode = mode };
    binding.length = parse_sequence(keys, binding.keys);
    if (binding.length == 0) {
        const char *name = *command != '\0' ? "bind" : "unbind";
        error_set(error, "%s: “%s” is no key or has more than %d; write it like g g or C-w s", name, keys,
                  KEYMAP_LONGEST);
        return false;
    }
    read_sequences(keymap);
    unbind(keymap, mode, binding.keys, binding.length);
    keymap->asked = (struct keymap_row){ .command = NULL };
    keymap->chained = false;
    if (*command == '\0')
        return true;
    binding.own = xasprintf("%s%c%s", keys, '\0', command);
    binding.names = binding.own;
    binding.command = binding.own + strlen(keys) + 1;
    VECTOR_PUSH(keymap, binding);
    return true;
}

struct keymap *keymap_new(void)
{
    struct keymap *keymap = xcalloc(1, sizeof *keymap);
    for (size_t i = 0; i < sizeof standard / sizeof standard[0]; i++) {
        const struct keymap_row *row = &standard[i];
        VECTOR_PUSH(keymap, (struct binding){ .mode = row->mode, .names = row->keys, .command = row->command });
    }
    keymap->unread = keymap->count;
    return keymap;
}

void keymap_free(struct keymap *keymap)
{
    if (keymap == NULL)
        return;
    for (size_t i = 0; i < keymap->count; i++)
        free(keymap->items[i].own);
    free(keymap->items);
    free(keymap);
}

enum keymap_answer keymap_look(struct keymap *keymap, enum keymap_mode mode,
                               const struct key *keys, size_t count, const char **command)
{
    enum keymap_answer answer = KEYMAP_NONE;
    read_sequences(keymap);
    if (!keymap->chained)
        chain_up(keymap);
    for (unsigned next = keymap->first[keys[0].code % CHAINS]; next != 0;) {
        const struct binding *binding = &keymap->items[next - 1];
        next = binding->next;
        if ((binding->mode & mode) == 0 || binding->length < count || !same_sequence(binding, keys, count))
            continue;
        if (binding->length == count) {
            *command = binding->command;
            return KEYMAP_FULL;
        }
        answer = KEYMAP_PARTIAL;
    }
    return answer;
}

const char *keymap_keys(struct keymap *keymap, enum keymap_mode mode, const char *command)
{
    struct keymap_row *asked = &keymap->asked;
    if (asked->command == command && asked->mode == mode)
        return asked->keys;
    *asked = (struct keymap_row){ mode, NULL, command };
    for (size_t i = 0; i < keymap->count && asked->keys == NULL; i++)
        if ((keymap->items[i].mode & mode) != 0 && strcmp(keymap->items[i].command, command) == 0)
            asked->keys = keymap->items[i].names;
    return asked->keys;
}

bool keymap_nth(const struct keymap *keymap, size_t index, struct keymap_row *row)
{
    if (index >= keymap->count)
        return false;
    const struct binding *binding = &keymap->items[index];
    *row = (struct keymap_row){ binding->mode, binding->names, binding->command };
    return true;
}
