#include "ui/option.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "doc/outside_reader.h"
#include "library/suggest.h"

#define LANGUAGES "auto en zh zh_CN zh_TW"

#define AT(field) offsetof(struct options, field)

static const struct option table[] = {
    { "ascii", OPTION_CHOICE, AT(ascii), OPTION_ASCII_AUTO, 0, 0, "auto on off",
      "borders and marks in ASCII; auto: where the locale is not UTF-8" },
    { "colors", OPTION_NUMBER, AT(colors), 0, 0, 256, NULL,
      "colours to use: 0 asks the terminal, 1 none, 8, 16 or 256" },
    { "demonyms", OPTION_SWITCH, AT(demonyms), 0, 0, 1, NULL,
      "what the people and things of a country are called (Chinese) counts as a mention of it" },
    { "encoding", OPTION_TEXT, AT(encoding), 0, 0, 0, NULL,
      "encoding that texts are read as: GB18030, Big5, windows-1252; none: the one they look like" },
    { "hinge", OPTION_CHOICE, AT(hinge), OPTION_HINGE_AUTO, 0, 0, "auto parallel comparable",
      "what two texts are to S: parallel a translation, comparable reports of their own; auto asks the texts" },
    { "language", OPTION_CHOICE, AT(language), OPTION_LANGUAGE_AUTO, 0, 0, LANGUAGES,
      "language of messages and help: auto asks the locale, zh is zh_CN" },
    { "letters", OPTION_CHOICE, AT(letters), OPTION_LETTERS_AUTO, 0, 0, "auto on off",
      "a letter behind names: p person, c company, b brand or product, n newspaper or other "
      "publication, l place, e event; auto: without colours" },
    { "lookup-command", OPTION_TEXT, AT(lookup_command), 0, 0, 0, NULL,
      "program that K K asks, with the word as its last argument: dict, sdcv -n" },
    { "measure", OPTION_NUMBER, AT(measure), 80, 0, 1000, NULL,
      "widest text column in cells, 0 for as wide as the pane" },
    { "mouse", OPTION_SWITCH, AT(mouse), 1, 0, 1, NULL,
      "wheel scrolls, a click puts the cursor, a second one within half a second looks up or opens, a drag selects or moves a border (the terminal's own selection then needs Shift)" },
    { "names", OPTION_CHOICE, AT(names), OPTION_NAMES_FIRST, 0, 0, "first all off",
      "which names are set off: the first mention of each on the screen, all, none" },
    { "number", OPTION_SWITCH, AT(number), 0, 0, 1, NULL,
      "beside each paragraph the line of the file that it begins at, as +N takes it" },
    { "on-note", OPTION_TEXT, AT(on_note), 0, 0, 0, NULL,
      "program that every new note is told to: notify-send %(quote) %(comment); it runs beside the room" },
    { "raw", OPTION_SWITCH, AT(raw), 0, 0, 1, NULL,
      "show the source of texts, with their markup, line by line" },
    { "reader", OPTION_TEXT, AT(reader), 0, 0, 0, NULL,
      "programs that make text of files: *.pdf \"pdftotext -layout %(file) -\"; each adds to the others" },
    { "regex", OPTION_SWITCH, AT(regex), 0, 0, 1, NULL,
      "search patterns are Perl-compatible regular expressions" },
    { "remember", OPTION_SWITCH, AT(remember), 1, 0, 1, NULL,
      "bring back the panes and places of the last visit" },
    { "scrolloff", OPTION_NUMBER, AT(scrolloff), 2, 0, 100, NULL,
      "rows kept between the cursor and the pane's edge" },
    { "search-engine", OPTION_TEXT, AT(search_engine), 0, 0, 0, NULL,
      "program that search and g/ ask, with %(query): it prints article, score, snippet, parted by tabs" },
    { "spacing", OPTION_NUMBER, AT(spacing), 1, 0, 3, NULL, "blank rows between paragraphs" },
    { "tab", OPTION_NUMBER, AT(tab), 8, 1, 64, NULL, "cells from one tab stop to the next" },
    { "theme", OPTION_NAME, AT(theme), 0, 0, 0, OPTION_THEME_AUTO " dark light none sepia contrast",
      "colours for a dark or a light background, none, sepia, high contrast, or a palette of your own" },
    { "vault", OPTION_TEXT, AT(vault), 0, 0, 0, NULL,
      "folder of your own notes, which go before those of the collection" },
    { "wrapscan", OPTION_SWITCH, AT(wrapscan), 1, 0, 1, NULL,
      "a search that reaches the end goes on at the beginning" },
};

#undef AT

const struct option *option_table(size_t *count)
{
    *count = sizeof table / sizeof table[0];
    return table;
}

static const struct option *find(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (strlen(table[i].name) == length && memcmp(table[i].name, name, length) == 0)
            return &table[i];
    return NULL;
}

/* The option that vim has another name for, or that has this name. */
static const struct option *find_short(const char *name, size_t length)
{
    static const char *const shorts[] = {
        "nu number", "so scrolloff", "ts tab", "tabstop tab", "ws wrapscan", "tw measure", "textwidth measure",
        "bg theme", "background theme", "enc encoding", "fenc encoding", "fileencoding encoding",
    };
    for (size_t i = 0; i < sizeof shorts / sizeof shorts[0]; i++)
        if (strncmp(shorts[i], name, length) == 0 && shorts[i][length] == ' ')
            return find(shorts[i] + length + 1, strlen(shorts[i] + length + 1));
    return find(name, length);
}

const struct option *option_find(const char *name)
{
    return find_short(name, strlen(name));
}

static int *value_of(struct options *options, const struct option *option)
{
    return (int *)(void *)((char *)options + option->offset);
}

static char *text_of(struct options *options, const struct option *option)
{
    return (char *)options + option->offset;
}

void options_default(struct options *options)
{
    memset(options, 0, sizeof *options);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (table[i].kind == OPTION_NAME)
            memcpy(text_of(options, &table[i]), table[i].choices, strcspn(table[i].choices, " "));
        else if (table[i].kind != OPTION_TEXT)
            *value_of(options, &table[i]) = table[i].standard;
    }
}

/* Number of `word` among the space-separated `choices`, -1 when it is none of them. */
static int choice_of(const char *choices, const char *word)
{
    size_t length = strlen(word);
    for (int i = 0; length > 0; i++) {
        size_t here = strcspn(choices, " ");
        if (here == length && memcmp(choices, word, length) == 0)
            return i;
        if (choices[here] == '\0')
            break;
        choices += here + 1;
    }
    return -1;
}

static bool set_number(const struct option *option, int *value, const char *word,
                       struct error *error)
{
    char *end;
    errno = 0;
    long number = strtol(word, &end, 10);
    if (end == word || *end != '\0' || errno != 0 || number < option->least ||
        number > option->most) {
        error_set(error, "set %s: wants a number from %d to %d, not “%s”", option->name,
                  option->least, option->most, word);
        return false;
    }
    *value = (int)number;
    return true;
}

static bool set_word(const struct option *option, int *value, const char *word,
                     struct error *error)
{
    if (option->kind == OPTION_NUMBER)
        return set_number(option, value, word, error);
    const char *choices = option->kind == OPTION_SWITCH ? "off on" : option->choices;
    int choice = choice_of(choices, word);
    if (choice < 0) {
        error_set(error, "set %s: wants one of: %s; not “%s”", option->name, choices, word);
        return false;
    }
    *value = choice;
    return true;
}

bool option_is_name(const char *word)
{
    size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    return length > 0 && length < OPTION_NAME_SIZE && word[length] == '\0';
}

/* Whether there is what it names, others know. */
static bool set_name(const struct option *option, char *name, const char *word, struct error *error)
{
    if (!option_is_name(word)) {
        error_set(error, "set %s: wants one of: %s; not “%s”", option->name, option->choices, word);
        return false;
    }
    memset(name, 0, OPTION_NAME_SIZE);
    memcpy(name, word, strlen(word));
    return true;
}

static bool set_text(const struct option *option, char *text, const char *word,
                     struct error *error)
{
    size_t length = strcmp(word, "\"\"") == 0 ? 0 : strlen(word);
    if (length >= OPTION_TEXT_SIZE) {
        error_set(error, "set %s: wants no more than %d bytes", option->name,
                  OPTION_TEXT_SIZE - 1);
        return false;
    }
    memset(text, 0, OPTION_TEXT_SIZE);
    memcpy(text, word, length);
    return true;
}

/* novault, noregex; false when it is nothing of that kind. */
static bool set_none(struct options *options, const struct option *option)
{
    if (option->kind == OPTION_SWITCH)
        *value_of(options, option) = 0;
    else if (option->kind == OPTION_TEXT)
        memset(text_of(options, option), 0, OPTION_TEXT_SIZE);
    return option->kind == OPTION_SWITCH || option->kind == OPTION_TEXT;
}

static void tell_nearest(const char *line, size_t length, struct error *error)
{
    struct buffer near = { 0 };
    char *name = xstrndup(line, length);
    struct suggest suggest = { .wanted = name };
    for (size_t i = 0; length > 2 && i < sizeof table / sizeof table[0]; i++)
        suggest_consider(&suggest, table[i].name);
    suggest_write(&suggest, &near);
    error_set(error, "set: there is no option “%s”%s", name,
              near.length > 0 ? buffer_text(&near) : _("; :help options lists them"));
    buffer_free(&near);
    free(name);
}

bool options_set(struct options *options, const char *line, struct error *error)
{
    line += strspn(line, " \t");
    size_t length = strcspn(line, " \t=");
    const char *word = line + length;
    word += strspn(word, " \t=");
    const struct option *option = find_short(line, length);
    bool turns = length > 1 && *word == '\0' && (line[length - 1] == '!' || strncmp(line, "inv", 3) == 0);
    if (option == NULL && turns) {
        size_t from = line[length - 1] == '!' ? 0 : 3;
        option = find_short(line + from, length - (from == 0 ? 1 : 3));
        if (option != NULL && option->kind == OPTION_SWITCH) {
            *value_of(options, option) ^= 1;
            return true;
        }
        option = NULL;
    }
    if (option == NULL && length > 2 && memcmp(line, "no", 2) == 0) {
        option = find_short(line + 2, length - 2);
        if (option != NULL && *word == '\0' && set_none(options, option))
            return true;
        option = NULL;
    }
    if (option == NULL) {
        tell_nearest(line, length, error);
        return false;
    }
    if (*word == '\0' && option->kind == OPTION_SWITCH) {
        *value_of(options, option) = 1;
        return true;
    }
    if (option->offset == offsetof(struct options, reader) && *word != '\0' && *word != '"')
        return outside_readers_add(options->reader, word, options->reader, OPTION_TEXT_SIZE, error);
    if (option->kind == OPTION_TEXT)
        return set_text(option, text_of(options, option), word, error);
    if (option->kind == OPTION_NAME)
        return set_name(option, text_of(options, option), word, error);
    return set_word(option, value_of(options, option), word, error);
}

const char *options_language(const struct options *options)
{
    static const char *const names[] = { /* in the order of LANGUAGES */
        [OPTION_LANGUAGE_AUTO] = "auto", "en", "zh_CN", "zh_CN", "zh_TW",
    };
    return names[options->language];
}

void options_show(const struct options *options, const struct option *option, struct buffer *out)
{
    struct options *values = (struct options *)(uintptr_t)options;
    if (option->kind == OPTION_TEXT || option->kind == OPTION_NAME) {
        const char *text = text_of(values, option);
        buffer_add_text(out, *text != '\0' ? text : "\"\"");
        return;
    }
    int value = *value_of(values, option);
    if (option->kind == OPTION_NUMBER) {
        buffer_add_format(out, "%d", value);
        return;
    }
    const char *choices = option->kind == OPTION_SWITCH ? "off on" : option->choices;
    while (value-- > 0)
        choices += strcspn(choices, " ") + 1;
    buffer_add(out, choices, strcspn(choices, " "));
}
