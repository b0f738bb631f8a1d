/* prompt: the line at the bottom in which the reader types, as a pure line editor.
 *
 * Positions are bytes of the UTF-8 text; the cursor moves by grapheme clusters. Editing keys:
 * arrows, Home End C-a C-e, Backspace Delete C-h C-d, C-w (word) C-u C-k (line), M-b M-f C-Left
 * C-Right (words), C-y (what was killed), Up Down C-p C-n (history entries that begin as the
 * line does), Tab S-Tab (completion), C-v (next key as it is), Enter, Esc C-c C-g (leave).
 * Pasted text goes in as text: newlines become spaces, controls are dropped.
 *
 * Ownership: prompt_free. Histories belong to the prompt and live as long as it does. */
#ifndef DIPTYCH_UI_PROMPT_H
#define DIPTYCH_UI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"
#include "base/buffer.h"

/* Whose history a line goes to. The numbers are saved with the visit. */
enum prompt_kind {
    PROMPT_COMMAND = 1,
    PROMPT_SEARCH,
    PROMPT_SEARCH_BACK,
    PROMPT_FILTER,
    PROMPT_LIST_FILTER,
    PROMPT_LIST_SEARCH,
    PROMPT_LIBRARY_SEARCH,
    PROMPT_PIPE,
    PROMPT_ANNOTATE,
    PROMPT_ASK, /* a question, answered by one key */
    PROMPT_KINDS
};

enum prompt_answer {
    PROMPT_GOES_ON, /* nothing changed but perhaps the cursor */
    PROMPT_CHANGED, /* the text changed */
    PROMPT_DONE,    /* Enter */
    PROMPT_LEFT,    /* Esc, or Backspace in an empty line */
    PROMPT_COMPLETE /* Tab: the caller offers candidates (prompt_offer) */
};

/* What a prompt is for: one const record a kind. The context is that of prompt_press; members that
 * are NULL do nothing. */
struct prompt_ops {
    enum prompt_kind kind;
    const char *label;                      /* stands before the line */
    const char *(*live_label)(const void *context); /* instead, where it depends on what is typed */
    bool (*key)(void *context, struct key key); /* its own keys: true when it took this one */
    void (*changed)(void *context, const char *text);
    void (*accepted)(void *context, const char *text); /* Enter; the prompt is closed */
    void (*cancelled)(void *context);                  /* so it is here */
    void (*complete)(void *context); /* Tab: calls prompt_offer */
    /* What the status line says meanwhile; nothing: what it says of the view. */
    void (*status)(void *context, struct buffer *left, struct buffer *middle);
};

#define PROMPT_HISTORY 100

struct prompt_history {
    char *items[PROMPT_HISTORY];
    size_t count;
};

struct prompt {
    const struct prompt_ops *ops; /* NULL: it is closed */
    struct buffer text;
    size_t cursor;
    char *killed;
    char *draft;    /* what was typed before walking the history */
    size_t history_at;
    bool quoting; /* C-v was pressed */
    struct prompt_history histories[PROMPT_KINDS];
    char **candidates; /* completion: what Tab walks through */
    size_t candidate_count;
    size_t candidate; /* == count: the text as typed */
    size_t complete_from; /* byte that the candidates replace from */
    char *complete_typed;
};

void prompt_open(struct prompt *prompt, const struct prompt_ops *ops, const char *text);
void prompt_close(struct prompt *prompt); /* keeps the histories */
void prompt_free(struct prompt *prompt);  /* contents, not the struct */

/* Gives an open prompt a key: edits the line and tells its ops what came of it. */
void prompt_press(struct prompt *prompt, struct key key, void *context);

enum prompt_answer prompt_key(struct prompt *prompt, struct key key); /* the line editor alone */
void prompt_paste(struct prompt *prompt, const char *text, size_t length, void *context);

/* Puts the text into its history (once, at the end). */
void prompt_remember(struct prompt *prompt, enum prompt_kind kind, const char *text);

/* Candidates for text[from, cursor): taken over by the prompt. One is put in at once; of several
 * their common beginning, then Tab walks through them. */
void prompt_offer(struct prompt *prompt, size_t from, char **candidates, size_t count);

const char *prompt_text(const struct prompt *prompt);
const char *prompt_label(const struct prompt *prompt, const void *context);

#endif
