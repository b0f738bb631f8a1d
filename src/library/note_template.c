#include "library/note_template.h"

#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "text/lettercase.h"
#include "text/utf8.h"
#include "text/word.h"

#define HAN_MOST 8            /* characters of a Han name, dots included */
#define FILE_NAME_MOST 80     /* bytes, without the extension */
#define MIDDLE_DOT 0x00B7

static uint32_t code_at(const char *text, size_t length, size_t at)
{
    uint32_t code = 0;
    if (at < length)
        utf8_decode(text + at, length - at, &code);
    return code;
}

/* ---- the name under the cursor ---- */

static bool is_capitalised(const char *text, struct span word)
{
    uint32_t first = code_at(text, word.end, word.start);
    return lettercase_small(first) != first || (first >= '0' && first <= '9');
}

/* Length of ’s or 's at the end of a word. */
static size_t possessive(const char *text, struct span word)
{
    size_t length = word.end - word.start;
    if (length > 4 && memcmp(text + word.end - 4, "\xE2\x80\x99s", 4) == 0)
        return 4;
    return length > 2 && memcmp(text + word.end - 2, "'s", 2) == 0 ? 2 : 0;
}

/* Words of one name stand one space apart. */
static struct span capitalised_run(const char *text, size_t length, struct span word)
{
    struct span other;
    struct span run = word;
    if (!is_capitalised(text, word))
        return run;
    while (word_previous(text, length, run.start, &other) && other.end + 1 == run.start &&
           text[other.end] == ' ' && is_capitalised(text, other) && possessive(text, other) == 0)
        run.start = other.start;
    while (possessive(text, word) == 0 && word_next(text, length, run.end, &other) &&
           run.end + 1 == other.start && text[run.end] == ' ' && is_capitalised(text, other)) {
        run.end = other.end;
        word = other;
    }
    run.end -= possessive(text, word);
    return run;
}

static bool is_han_name(uint32_t code)
{
    return utf8_is_han(code) || code == MIDDLE_DOT;
}

/* *count: its characters. */
static struct span han_run(const char *text, size_t length, struct span word, size_t *count)
{
    struct span run = word;
    *count = utf8_count(text + word.start, word.end - word.start);
    while (run.start > 0 && is_han_name(code_at(text, length, utf8_previous(text, run.start)))) {
        run.start = utf8_previous(text, run.start);
        ++*count;
    }
    uint32_t code;
    while (is_han_name(code_at(text, length, run.end))) {
        run.end += utf8_decode(text + run.end, length - run.end, &code);
        ++*count;
    }
    return run;
}

char *note_template_name_at(const struct document *document, size_t cursor, bool *sure)
{
    const char *text = document->text;
    struct span word;
    *sure = true;
    if (!word_at(text, document->length, cursor, &word))
        return NULL;
    struct span run;
    if (utf8_is_han(code_at(text, document->length, word.start))) {
        size_t count;
        run = han_run(text, document->length, word, &count);
        *sure = count <= HAN_MOST;
        if (!*sure) {
            run.start = word.start;
            size_t most = utf8_offset(text + run.start, run.end - run.start, HAN_MOST);
            run.end = run.start + most;
        }
    } else {
        run = capitalised_run(text, document->length, word);
    }
    return xstrndup(text + run.start, run.end - run.start);
}

/* ---- the file ---- */

/* A word as a part of a file's name: without dots and apostrophes. */
static void add_word(struct buffer *out, const char *word, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t code;
        size_t size = utf8_decode(word + at, length - at, &code);
        bool letter = (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
                      (code >= 'A' && code <= 'Z');
        if (letter)
            buffer_add_byte(out, (char)lettercase_small(code));
        else if (code >= 0x80 && code != UTF8_REPLACEMENT && code != 0x2019 &&
                 out->length + size <= FILE_NAME_MOST)
            buffer_add(out, word + at, size);
        at += size;
    }
}

char *note_template_file_name(const char *name)
{
    size_t length = strlen(name);
    struct buffer out = { 0 };
    struct span word = { 0, 0 };
    for (size_t end = 0; word_next(name, length, end, &word) && out.length < FILE_NAME_MOST;) {
        if (out.length > 0 && word.start > end)
            buffer_add_byte(&out, '-');
        size_t room = FILE_NAME_MOST - out.length;
        size_t size = word.end - word.start;
        add_word(&out, name + word.start, size < room ? size : room);
        end = word.end;
    }
    while (out.length > 0 && out.data[out.length - 1] == '-')
        buffer_truncate(&out, out.length - 1);
    if (out.length == 0) {
        buffer_free(&out);
        return NULL;
    }
    buffer_add_text(&out, ".md");
    return buffer_take(&out);
}

/* ---- the text ---- */

static bool is_plain_scalar(const char *text)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "0123456789 -._/";
    if (strchr(" -.", *text) != NULL || text[strlen(text) - 1] == ' ')
        return false;
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < 0x80 && strchr(safe, *text) == NULL)
            return false;
    return true;
}

static void add_scalar(struct buffer *out, const char *key, const char *text)
{
    buffer_add_format(out, "%s:", key);
    if (text == NULL) {
        buffer_add_byte(out, '\n');
    } else if (is_plain_scalar(text)) {
        buffer_add_format(out, " %s\n", text);
    } else {
        buffer_add_text(out, " \"");
        for (; *text != '\0'; text++) {
            if (*text == '"' || *text == '\\')
                buffer_add_byte(out, '\\');
            buffer_add_byte(out, *text);
        }
        buffer_add_text(out, "\"\n");
    }
}

static bool has_han(const char *name)
{
    uint32_t code;
    for (size_t at = 0, length = strlen(name); at < length;) {
        at += utf8_decode(name + at, length - at, &code);
        if (utf8_is_han(code))
            return true;
    }
    return false;
}

char *note_template_text(const char *name, const char *source)
{
    struct buffer out = { 0 };
    bool chinese = has_han(name);
    buffer_add_text(&out, "---\nnames:\n");
    add_scalar(&out, "  en", chinese ? NULL : name);
    add_scalar(&out, "  zh", chinese ? name : NULL);
    buffer_add_text(&out, "aliases: []\n"
                          "type: # person, company, product, publication, place or event\n");
    if (source != NULL)
        add_scalar(&out, "source", source);
    buffer_add_text(&out, "---\n\n");
    return buffer_take(&out);
}
