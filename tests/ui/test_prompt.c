#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/prompt.h"
#include "base/xalloc.h"
#include "text/utf8.h"

static const struct prompt_ops command_ops = { .kind = PROMPT_COMMAND };
static const struct prompt_ops search_ops = { .kind = PROMPT_SEARCH };
static const struct prompt_ops filter_ops = { .kind = PROMPT_FILTER };

/* Types key names parted by spaces; returns what the last key answered. */
static enum prompt_answer keys(struct prompt *prompt, const char *names)
{
    enum prompt_answer answer = PROMPT_GOES_ON;
    while (*names != '\0') {
        struct key key;
        size_t length = key_parse(names, &key);
        assert_int_not_equal(length, 0);
        answer = prompt_key(prompt, key);
        names += length;
    }
    return answer;
}

static void type(struct prompt *prompt, const char *text)
{
    for (size_t at = 0; text[at] != '\0';) {
        uint32_t code;
        at += utf8_decode(text + at, strlen(text + at), &code);
        assert_int_equal(prompt_key(prompt, (struct key){ .code = code }), PROMPT_CHANGED);
    }
}

static void holds(const struct prompt *prompt, const char *before, const char *behind)
{
    char *whole = xasprintf("%s%s", before, behind);
    assert_string_equal(prompt_text(prompt), whole);
    assert_int_equal(prompt->cursor, strlen(before));
    free(whole);
}

static void test_moving(void **unused)
{
    (void)unused;
    struct prompt prompt = { 0 };
    prompt_open(&prompt, &command_ops, "open ");
    type(&prompt, "下沼 marsh");
    holds(&prompt, "open 下沼 marsh", "");
    assert_int_equal(keys(&prompt, "C-Left"), PROMPT_GOES_ON);
    holds(&prompt, "open 下沼 ", "marsh");
    keys(&prompt, "M-b");
    holds(&prompt, "open ", "下沼 marsh");
    keys(&prompt, "Right");
    holds(&prompt, "open 下", "沼 marsh");
    keys(&prompt, "M-f");
    holds(&prompt, "open 下沼", " marsh");
    keys(&prompt, "Left C-b");
    holds(&prompt, "open ", "下沼 marsh");
    keys(&prompt, "Home Left");
    holds(&prompt, "", "open 下沼 marsh");
    keys(&prompt, "C-e C-f Right");
    holds(&prompt, "open 下沼 marsh", "");
    keys(&prompt, "C-a C-f C-Right");
    holds(&prompt, "open", " 下沼 marsh");
    keys(&prompt, "End");
    holds(&prompt, "open 下沼 marsh", "");
    prompt_free(&prompt);
}

/* A letter with its accents, a flag, an emoji sequence: one press goes over all of it. */
static void test_clusters_stay_whole(void **unused)
{
    (void)unused;
    static const char *const clusters[] = { "e\xCC\x81", "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA",
                                            "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7" };
    for (size_t i = 0; i < sizeof clusters / sizeof clusters[0]; i++) {
        struct prompt prompt = { 0 };
        char *text = xasprintf("a%sz", clusters[i]);
        char *before = xasprintf("a%s", clusters[i]);
        prompt_open(&prompt, &search_ops, text);
        keys(&prompt, "Left");
        holds(&prompt, before, "z");
        keys(&prompt, "Left");
        assert_int_equal(prompt.cursor, 1);
        keys(&prompt, "Right Backspace");
        holds(&prompt, "a", "z");
        prompt_free(&prompt);
        free(text);
        free(before);
    }
}

static void test_cutting(void **unused)
{
    (void)unused;
    struct prompt prompt = { 0 };
    prompt_open(&prompt, &command_ops, "one two three");
    assert_int_equal(keys(&prompt, "C-w"), PROMPT_CHANGED);
    holds(&prompt, "one two ", "");
    keys(&prompt, "C-y C-y");
    holds(&prompt, "one two threethree", "");
    keys(&prompt, "C-u C-y Home M-d");
    holds(&prompt, "", " two threethree");
    keys(&prompt, "Delete C-d C-f C-k");
    holds(&prompt, "w", "");
    keys(&prompt, "C-y C-a C-k");
    holds(&prompt, "", "");
    assert_int_equal(keys(&prompt, "C-k"), PROMPT_GOES_ON);
    type(&prompt, "ab");
    keys(&prompt, "C-h M-Backspace");
    holds(&prompt, "", "");
    assert_int_equal(keys(&prompt, "Backspace"), PROMPT_LEFT);
    prompt_free(&prompt);
}

static void test_leaving(void **unused)
{
    (void)unused;
    static const char *const ways[] = { "Esc", "C-c", "C-g" };
    struct prompt prompt = { 0 };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        prompt_open(&prompt, &filter_ops, "x");
        assert_int_equal(keys(&prompt, ways[i]), PROMPT_LEFT);
    }
    prompt_open(&prompt, &filter_ops, "x");
    assert_int_equal(keys(&prompt, "Enter"), PROMPT_DONE);
    assert_int_equal(keys(&prompt, "Tab"), PROMPT_COMPLETE);
    assert_int_equal(keys(&prompt, "F5"), PROMPT_GOES_ON);
    assert_int_equal(keys(&prompt, "M-x"), PROMPT_GOES_ON);
    assert_int_equal(keys(&prompt, "C-q"), PROMPT_GOES_ON);
    holds(&prompt, "x", "");
    prompt_close(&prompt);
    assert_null(prompt.ops);
    prompt_free(&prompt);
}

static void test_history(void **unused)
{
    (void)unused;
    struct prompt prompt = { 0 };
    static const char *const lines[] = { "open a", "set b", "open c", "", "open a" };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        prompt_remember(&prompt, PROMPT_COMMAND, lines[i]);
    assert_int_equal(prompt.histories[PROMPT_COMMAND].count, 3);
    prompt_open(&prompt, &command_ops, "");
    keys(&prompt, "Up");
    holds(&prompt, "open a", "");
    keys(&prompt, "Up Up");
    holds(&prompt, "set b", "");
    assert_int_equal(keys(&prompt, "C-p"), PROMPT_GOES_ON);
    keys(&prompt, "Down Down C-n");
    holds(&prompt, "", "");
    type(&prompt, "set");
    keys(&prompt, "Up");
    holds(&prompt, "set b", "");
    keys(&prompt, "Down");
    holds(&prompt, "set", "");
    prompt_open(&prompt, &search_ops, "");
    assert_int_equal(keys(&prompt, "Up"), PROMPT_GOES_ON);
    prompt_free(&prompt);
}

static void test_history_forgets_the_oldest(void **unused)
{
    (void)unused;
    struct prompt prompt = { 0 };
    char line[32];
    for (int i = 0; i < PROMPT_HISTORY + 5; i++) {
        snprintf(line, sizeof line, "line %d", i);
        prompt_remember(&prompt, PROMPT_SEARCH, line);
    }
    const struct prompt_history *history = &prompt.histories[PROMPT_SEARCH];
    assert_int_equal(history->count, PROMPT_HISTORY);
    assert_string_equal(history->items[0], "line 5");
    assert_string_equal(history->items[PROMPT_HISTORY - 1], line);
    prompt_free(&prompt);
}

static void offer(struct prompt *prompt, size_t from, const char *words)
{
    char **candidates = NULL;
    size_t count = 0;
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        candidates = xreallocarray(candidates, count + 1, sizeof *candidates);
        candidates[count++] = xstrndup(words, length);
        words += length + strspn(words + length, " ");
    }
    prompt_offer(prompt, from, candidates, count);
}

static void test_completion(void **unused)
{
    (void)unused;
    struct prompt prompt = { 0 };
    prompt_open(&prompt, &command_ops, "open fe");
    offer(&prompt, 5, "ferry.en ferry.zh");
    holds(&prompt, "open ferry.", "");
    assert_int_equal(keys(&prompt, "Tab"), PROMPT_CHANGED);
    holds(&prompt, "open ferry.en", "");
    keys(&prompt, "Tab");
    holds(&prompt, "open ferry.zh", "");
    keys(&prompt, "Tab");
    holds(&prompt, "open ferry.", "");
    keys(&prompt, "S-Tab");
    holds(&prompt, "open ferry.zh", "");
    type(&prompt, "x");
    assert_int_equal(prompt.candidate_count, 0);
    assert_int_equal(keys(&prompt, "Tab"), PROMPT_COMPLETE);
    prompt_open(&prompt, &command_ops, "lib");
    offer(&prompt, 0, "library");
    holds(&prompt, "library", "");
    assert_int_equal(prompt.candidate_count, 0);
    offer(&prompt, 0, "");
    holds(&prompt, "library", "");
    /* Candidates that do not begin alike, or like what was typed: the first is put in. */
    prompt_open(&prompt, &command_ops, "open 船");
    offer(&prompt, 5, "one two");
    holds(&prompt, "open one", "");
    keys(&prompt, "S-Tab");
    holds(&prompt, "open 船", "");
    /* In the middle of the line, and never half a character. */
    prompt_open(&prompt, &command_ops, "a z");
    keys(&prompt, "Left Left");
    offer(&prompt, 0, "a下 a上");
    keys(&prompt, "S-Tab");
    holds(&prompt, "a", " z");
    prompt_free(&prompt);
}

static void test_pasting(void **unused)
{
    (void)unused;
    struct prompt prompt = { 0 };
    prompt_open(&prompt, &command_ops, "[]");
    keys(&prompt, "Left");
    static const char bytes[] = "a\nb\tc\x1b[2J\x00\xC2\x9B\xFF";
    prompt_paste(&prompt, bytes, sizeof bytes - 1, NULL);
    for (const char *at = prompt_text(&prompt); *at != '\0'; at++)
        assert_true((unsigned char)*at >= 0x20 && *at != 0x7F);
    assert_memory_equal(prompt_text(&prompt), "[a b c", 6);
    assert_string_equal(prompt_text(&prompt) + prompt.cursor, "]");
    prompt_open(&prompt, &command_ops, "");
    keys(&prompt, "C-v Tab C-v x");
    holds(&prompt, "\tx", "");
    prompt_free(&prompt);
}

/* What the ops of a prompt hear, as letters: k key, c changed, a accepted, x cancelled, t complete. */
static bool hear_key(void *context, struct key key)
{
    buffer_add_text(context, "k");
    return key.code == 't' && key.modifiers == KEY_CTRL;
}

static void hear_change(void *context, const char *text)
{
    buffer_add_format(context, "c(%s)", text);
}

static void hear_accepted(void *context, const char *text)
{
    buffer_add_format(context, "a(%s)", text);
}

static void hear_cancelled(void *context)
{
    buffer_add_text(context, "x");
}

static void hear_complete(void *context)
{
    buffer_add_text(context, "t");
}

static void press(struct prompt *prompt, const char *name, struct buffer *heard)
{
    struct key key;
    assert_int_not_equal(key_parse(name, &key), 0);
    prompt_press(prompt, key, heard);
}

static void test_ops_are_told(void **unused)
{
    (void)unused;
    static const struct prompt_ops ops = { .kind = PROMPT_PIPE, .label = "|", .key = hear_key,
                                           .changed = hear_change, .accepted = hear_accepted,
                                           .cancelled = hear_cancelled,
                                           .complete = hear_complete };
    struct prompt prompt = { 0 };
    struct buffer heard = { 0 };
    prompt_open(&prompt, &ops, "");
    assert_string_equal(prompt_label(&prompt, NULL), "|");
    static const char *const names[] = { "w", "C-t", "C-v", "C-t", "C-u", "w", "c", "Tab", "Left" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        press(&prompt, names[i], &heard);
    prompt_paste(&prompt, "-", 1, &heard);
    press(&prompt, "Enter", &heard);
    assert_string_equal(buffer_text(&heard), "kc(w)kkc(wt)kc()kc(w)kc(wc)ktkc(w-c)ka(w-c)");
    assert_null(prompt.ops);
    assert_int_equal(prompt.histories[PROMPT_PIPE].count, 1);
    buffer_truncate(&heard, 0);
    prompt_open(&prompt, &ops, "y");
    press(&prompt, "Esc", &heard);
    assert_string_equal(buffer_text(&heard), "kx");
    assert_null(prompt.ops);
    assert_int_equal(prompt.histories[PROMPT_PIPE].count, 1);
    buffer_free(&heard);
    prompt_free(&prompt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moving), cmocka_unit_test(test_clusters_stay_whole),
        cmocka_unit_test(test_cutting), cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_history), cmocka_unit_test(test_history_forgets_the_oldest),
        cmocka_unit_test(test_completion), cmocka_unit_test(test_pasting),
        cmocka_unit_test(test_ops_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
