#include "base/command_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"

void command_values_add(struct command_values *values, const char *name, const char *value)
{
    struct command_value item = { xstrdup(name), xstrdup(value != NULL ? value : "") };
    VECTOR_PUSH(values, item);
}

void command_values_free(struct command_values *values)
{
    for (size_t i = 0; i < values->count; i++) {
        free(values->items[i].name);
        free(values->items[i].value);
    }
    free(values->items);
    *values = (struct command_values){ 0 };
}

/* Length of the %(name) at `text`, 0: there is none. */
static size_t place_at(const char *text)
{
    size_t length = 2;
    if (text[0] != '%' || text[1] != '(')
        return 0;
    while ((text[length] >= 'a' && text[length] <= 'z') || text[length] == '-')
        length++;
    return length > 2 && text[length] == ')' ? length + 1 : 0;
}

bool command_has_place(const char *command)
{
    for (; *command != '\0'; command++)
        if (place_at(command) > 0)
            return true;
    return false;
}

static bool fill_place(const char *place, size_t length, const struct command_values *values,
                       struct buffer *out, struct error *error)
{
    struct buffer names = { 0 };
    for (size_t i = 0; i < values->count; i++) {
        const struct command_value *value = &values->items[i];
        buffer_add_format(&names, "%s%s", i > 0 ? " " : "", value->name);
        if (strlen(value->name) != length - 3 || memcmp(value->name, place + 2, length - 3) != 0)
            continue;
        bool fits = strlen(value->value) <= COMMAND_VALUE_MOST;
        if (fits)
            buffer_add_text(out, value->value);
        else
            error_set(error, "%%(%s): is too long for an argument", value->name);
        buffer_free(&names);
        return fits;
    }
    error_set(error, "%.*s: there is no such value; there are: %s", (int)length, place,
              buffer_text(&names));
    buffer_free(&names);
    return false;
}

/* The word at *at, which is moved behind it. */
static bool cut_word(const char **at, const struct command_values *values, struct buffer *word,
                     struct error *error)
{
    char quote = '\0';
    for (; **at != '\0' && (quote != '\0' || strchr(" \t", **at) == NULL); ++*at) {
        size_t place = place_at(*at);
        if (place > 0) {
            if (!fill_place(*at, place, values, word, error))
                return false;
            *at += place - 1;
        } else if (quote != '\0' ? **at == quote : strchr("'\"", **at) != NULL) {
            quote = quote == '\0' ? **at : '\0';
        } else {
            buffer_add_byte(word, **at);
        }
    }
    if (quote != '\0')
        error_set(error, "%c: has no other behind it in the command", quote);
    return quote == '\0';
}

bool command_words_cut(const char *command, const struct command_values *values,
                       struct command_words *words, struct error *error)
{
    const char *at = command;
    bool ok = true;
    *words = (struct command_words){ 0 };
    while (ok && *(at += strspn(at, " \t")) != '\0') {
        struct buffer word = { 0 };
        ok = cut_word(&at, values, &word, error);
        VECTOR_PUSH(words, xstrdup(buffer_text(&word)));
        buffer_free(&word);
    }
    if (ok && (words->count == 0 || *words->items[0] == '\0')) {
        error_set(error, "the command names no program");
        ok = false;
    }
    VECTOR_PUSH(words, NULL);
    words->count--;
    if (!ok)
        command_words_free(words);
    return ok;
}

void command_words_environment(const struct command_values *values, struct command_words *words)
{
    *words = (struct command_words){ 0 };
    for (size_t i = 0; i < values->count; i++) {
        const struct command_value *value = &values->items[i];
        if (*value->value == '\0' || strlen(value->value) > COMMAND_VALUE_MOST)
            continue;
        char *entry = xasprintf("DIPTYCH_%s=%s", value->name, value->value);
        for (char *at = entry; *at != '='; at++) /* names are ASCII */
            *at = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at == '-' ? '_' : *at;
        VECTOR_PUSH(words, entry);
    }
    VECTOR_PUSH(words, NULL);
    words->count--;
}

void command_words_free(struct command_words *words)
{
    for (size_t i = 0; i < words->count; i++)
        free(words->items[i]);
    free(words->items);
    *words = (struct command_words){ 0 };
}
