#include "ui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"

static void drop_candidates(struct prompt *prompt)
{
    for (size_t i = 0; i < prompt->candidate_count; i++)
        free(prompt->candidates[i]);
    free(prompt->candidates);
    free(prompt->complete_typed);
    prompt->candidates = NULL;
    prompt->complete_typed = NULL;
    prompt->candidate_count = 0;
}

const char *prompt_text(const struct prompt *prompt)
{
    return buffer_text(&prompt->text);
}

static void set_text(struct prompt *prompt, const char *text)
{
    buffer_truncate(&prompt->text, 0);
    buffer_add_text(&prompt->text, text);
    prompt->cursor = prompt->text.length;
}

void prompt_open(struct prompt *prompt, const struct prompt_ops *ops, const char *text)
{
    drop_candidates(prompt);
    prompt->ops = ops;
    set_text(prompt, text);
    prompt->history_at = prompt->histories[ops->kind].count;
    prompt->quoting = false;
    free(prompt->draft);
    prompt->draft = NULL;
}

void prompt_close(struct prompt *prompt)
{
    drop_candidates(prompt);
    prompt->ops = NULL;
}

void prompt_free(struct prompt *prompt)
{
    drop_candidates(prompt);
    buffer_free(&prompt->text);
    free(prompt->killed);
    free(prompt->draft);
    for (size_t kind = 0; kind < PROMPT_KINDS; kind++)
        for (size_t i = 0; i < prompt->histories[kind].count; i++)
            free(prompt->histories[kind].items[i]);
    *prompt = (struct prompt){ 0 };
}

void prompt_remember(struct prompt *prompt, enum prompt_kind kind, const char *text)
{
    struct prompt_history *history = &prompt->histories[kind];
    if (*text == '\0')
        return;
    char *copy = xstrdup(text);
    for (size_t i = 0; i < history->count; i++) {
        if (strcmp(history->items[i], text) != 0)
            continue;
        free(history->items[i]);
        memmove(&history->items[i], &history->items[i + 1],
                (history->count - i - 1) * sizeof history->items[0]);
        history->count--;
        break;
    }
    if (history->count == PROMPT_HISTORY) {
        free(history->items[0]);
        memmove(&history->items[0], &history->items[1],
                (PROMPT_HISTORY - 1) * sizeof history->items[0]);
        history->count--;
    }
    history->items[history->count++] = copy;
}

/* Replaces text[from, to) and puts the cursor behind what went in. */
static void replace(struct prompt *prompt, size_t from, size_t to, const char *bytes,
                    size_t length)
{
    struct buffer fresh = { 0 };
    const char *old = prompt_text(prompt);
    buffer_add(&fresh, old, from);
    buffer_add(&fresh, bytes, length);
    buffer_add(&fresh, old + to, prompt->text.length - to);
    buffer_free(&prompt->text);
    prompt->text = fresh;
    prompt->cursor = from + length;
}

static enum prompt_answer kill_range(struct prompt *prompt, size_t from, size_t to)
{
    if (from == to)
        return PROMPT_GOES_ON;
    free(prompt->killed);
    prompt->killed = xstrndup(prompt_text(prompt) + from, to - from);
    replace(prompt, from, to, "", 0);
    return PROMPT_CHANGED;
}

static size_t word_left(const struct prompt *prompt)
{
    const char *text = prompt_text(prompt);
    size_t at = prompt->cursor;
    while (at > 0 && text[at - 1] == ' ')
        at--;
    while (at > 0 && text[at - 1] != ' ')
        at--;
    return at;
}

static size_t word_right(const struct prompt *prompt)
{
    const char *text = prompt_text(prompt);
    size_t at = prompt->cursor;
    while (at < prompt->text.length && text[at] == ' ')
        at++;
    while (at < prompt->text.length && text[at] != ' ')
        at++;
    return at;
}

static size_t left_of(const struct prompt *prompt)
{
    return grapheme_previous(prompt_text(prompt), prompt->cursor);
}

static size_t right_of(const struct prompt *prompt)
{
    return grapheme_next(prompt_text(prompt), prompt->text.length, prompt->cursor);
}

static enum prompt_answer move_to(struct prompt *prompt, size_t at)
{
    prompt->cursor = at;
    return PROMPT_GOES_ON;
}

/* Walks to the next entry that begins as the draft does. */
static enum prompt_answer walk_history(struct prompt *prompt, bool older)
{
    struct prompt_history *history = &prompt->histories[prompt->ops->kind];
    if (prompt->draft == NULL || prompt->history_at == history->count) {
        free(prompt->draft);
        prompt->draft = xstrdup(prompt_text(prompt));
    }
    size_t length = strlen(prompt->draft);
    size_t at = prompt->history_at;
    while (older ? at > 0 : at < history->count) {
        at += older ? (size_t)-1 : 1;
        if (at == history->count) {
            set_text(prompt, prompt->draft);
            prompt->history_at = at;
            return PROMPT_CHANGED;
        }
        if (strncmp(history->items[at], prompt->draft, length) == 0) {
            set_text(prompt, history->items[at]);
            prompt->history_at = at;
            return PROMPT_CHANGED;
        }
    }
    return PROMPT_GOES_ON;
}

static void put_candidate(struct prompt *prompt)
{
    const char *text = prompt->candidate < prompt->candidate_count
                           ? prompt->candidates[prompt->candidate] : prompt->complete_typed;
    replace(prompt, prompt->complete_from, prompt->cursor, text, strlen(text));
}

static size_t common_beginning(char **candidates, size_t count)
{
    size_t length = strlen(candidates[0]);
    for (size_t i = 1; i < count; i++) {
        size_t same = 0;
        while (same < length && candidates[i][same] == candidates[0][same])
            same++;
        length = same;
    }
    while (length > 0 && ((unsigned char)candidates[0][length] & 0xC0) == 0x80)
        length--;
    return length;
}

void prompt_offer(struct prompt *prompt, size_t from, char **candidates, size_t count)
{
    drop_candidates(prompt);
    if (count == 0) {
        free(candidates);
        return;
    }
    size_t typed = prompt->cursor - from;
    prompt->candidates = candidates;
    prompt->candidate_count = count;
    prompt->candidate = count;
    prompt->complete_from = from;
    size_t common = common_beginning(candidates, count);
    bool begins = common >= typed && strncmp(candidates[0], prompt_text(prompt) + from, typed) == 0;
    if (count == 1) {
        prompt->complete_typed = xstrndup(prompt_text(prompt) + from, typed);
        prompt->candidate = 0;
        put_candidate(prompt);
        drop_candidates(prompt);
    } else if (begins && common > typed) {
        replace(prompt, from, prompt->cursor, candidates[0], common);
        prompt->complete_typed = xstrndup(candidates[0], common);
    } else {
        prompt->complete_typed = xstrndup(prompt_text(prompt) + from, typed);
        prompt->candidate = 0;
        put_candidate(prompt);
    }
}

static enum prompt_answer walk_candidates(struct prompt *prompt, bool forward)
{
    size_t all = prompt->candidate_count + 1;
    prompt->candidate = (prompt->candidate + (forward ? 1 : all - 1)) % all;
    put_candidate(prompt);
    return PROMPT_CHANGED;
}

static enum prompt_answer control_key(struct prompt *prompt, uint32_t letter)
{
    size_t end = prompt->text.length;
    switch (letter) {
    case 'a':
        return move_to(prompt, 0);
    case 'e':
        return move_to(prompt, end);
    case 'b':
        return move_to(prompt, left_of(prompt));
    case 'f':
        return move_to(prompt, right_of(prompt));
    case 'd':
        return kill_range(prompt, prompt->cursor, right_of(prompt));
    case 'h':
        return kill_range(prompt, left_of(prompt), prompt->cursor);
    case 'w':
        return kill_range(prompt, word_left(prompt), prompt->cursor);
    case 'u':
        return kill_range(prompt, 0, prompt->cursor);
    case 'k':
        return kill_range(prompt, prompt->cursor, end);
    case 'p':
        return walk_history(prompt, true);
    case 'n':
        return walk_history(prompt, false);
    case 'v':
        prompt->quoting = true;
        return PROMPT_GOES_ON;
    case 'y':
        if (prompt->killed == NULL)
            return PROMPT_GOES_ON;
        replace(prompt, prompt->cursor, prompt->cursor, prompt->killed, strlen(prompt->killed));
        return PROMPT_CHANGED;
    case 'c':
    case 'g':
        return PROMPT_LEFT;
    default:
        return PROMPT_GOES_ON;
    }
}

static enum prompt_answer named_key(struct prompt *prompt, struct key key)
{
    bool by_word = (key.modifiers & (KEY_CTRL | KEY_META)) != 0;
    switch (key.code) {
    case KEY_ENTER:
        return PROMPT_DONE;
    case KEY_ESCAPE:
        return PROMPT_LEFT;
    case KEY_BACKSPACE:
        if (prompt->text.length == 0)
            return PROMPT_LEFT;
        return kill_range(prompt, by_word ? word_left(prompt) : left_of(prompt), prompt->cursor);
    case KEY_DELETE:
        return kill_range(prompt, prompt->cursor, right_of(prompt));
    case KEY_LEFT:
        return move_to(prompt, by_word ? word_left(prompt) : left_of(prompt));
    case KEY_RIGHT:
        return move_to(prompt, by_word ? word_right(prompt) : right_of(prompt));
    case KEY_HOME:
        return move_to(prompt, 0);
    case KEY_END:
        return move_to(prompt, prompt->text.length);
    case KEY_UP:
        return walk_history(prompt, true);
    case KEY_DOWN:
        return walk_history(prompt, false);
    default:
        return PROMPT_GOES_ON;
    }
}

static enum prompt_answer insert_code_point(struct prompt *prompt, uint32_t code_point)
{
    char bytes[4];
    size_t length = utf8_encode(code_point, bytes);
    struct buffer clean = { 0 };
    sanitize_source(bytes, length, &clean, NULL);
    replace(prompt, prompt->cursor, prompt->cursor, buffer_text(&clean), clean.length);
    buffer_free(&clean);
    return PROMPT_CHANGED;
}

enum prompt_answer prompt_key(struct prompt *prompt, struct key key)
{
    if (key.code == KEY_TAB && !prompt->quoting) {
        if (prompt->candidate_count > 0)
            return walk_candidates(prompt, (key.modifiers & KEY_SHIFT) == 0);
        return PROMPT_COMPLETE;
    }
    drop_candidates(prompt);
    if (prompt->quoting) {
        prompt->quoting = false;
        uint32_t code = key.code == KEY_TAB ? '\t' : key.code;
        return code < KEY_NAMED ? insert_code_point(prompt, code) : PROMPT_GOES_ON;
    }
    if (key.code > KEY_NAMED)
        return named_key(prompt, key);
    if (key.modifiers & KEY_CTRL)
        return control_key(prompt, key.code);
    if (key.modifiers & KEY_META) {
        if (key.code == 'b' || key.code == 'f')
            return move_to(prompt, key.code == 'b' ? word_left(prompt) : word_right(prompt));
        if (key.code == 'd')
            return kill_range(prompt, prompt->cursor, word_right(prompt));
        return PROMPT_GOES_ON;
    }
    return insert_code_point(prompt, key.code);
}

static void tell_change(struct prompt *prompt, void *context)
{
    if (prompt->ops->changed != NULL)
        prompt->ops->changed(context, prompt_text(prompt));
}

/* The prompt closes before its ops hear of the end, so that they can open another one. */
static void close_with(struct prompt *prompt, bool accepted, void *context)
{
    const struct prompt_ops *ops = prompt->ops;
    char *text = xstrdup(prompt_text(prompt));
    if (accepted)
        prompt_remember(prompt, ops->kind, text);
    prompt_close(prompt);
    if (accepted && ops->accepted != NULL)
        ops->accepted(context, text);
    else if (!accepted && ops->cancelled != NULL)
        ops->cancelled(context);
    free(text);
}

void prompt_press(struct prompt *prompt, struct key key, void *context)
{
    if (!prompt->quoting && prompt->ops->key != NULL && prompt->ops->key(context, key))
        return;
    enum prompt_answer answer = prompt_key(prompt, key);
    if (answer == PROMPT_CHANGED)
        tell_change(prompt, context);
    else if (answer == PROMPT_COMPLETE && prompt->ops->complete != NULL)
        prompt->ops->complete(context);
    else if (answer == PROMPT_DONE || answer == PROMPT_LEFT)
        close_with(prompt, answer == PROMPT_DONE, context);
}

const char *prompt_label(const struct prompt *prompt, const void *context)
{
    return prompt->ops->live_label != NULL ? prompt->ops->live_label(context) : message_text(prompt->ops->label);
}

void prompt_paste(struct prompt *prompt, const char *text, size_t length, void *context)
{
    struct buffer clean = { 0 };
    sanitize_source(text, length, &clean, NULL);
    for (size_t i = 0; i < clean.length; i++)
        if (clean.data[i] == '\n' || clean.data[i] == '\t')
            clean.data[i] = ' ';
    drop_candidates(prompt);
    replace(prompt, prompt->cursor, prompt->cursor, buffer_text(&clean), clean.length);
    buffer_free(&clean);
    tell_change(prompt, context);
}
