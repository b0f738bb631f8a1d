#include "cli/arguments.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_builder.h"
#include "doc/reader.h"
#include "layout/style.h"
#include "library/suggest.h"
#include "notes/annotation.h"
#include "text/ascii.h"

/* ---- values that are checked or put somewhere of their own ---- */

static bool read_format(struct arguments *arguments, const char *text)
{
    if (!output_format_parse(text, &arguments->format))
        arguments->format = OUTPUT_UNKNOWN;
    return true; /* which of them a command prints is seen later */
}

static bool read_width(struct arguments *arguments, const char *text)
{
    char *end;
    if (!ascii_is_digit(text[0]))
        return false;
    long value = strtol(text, &end, 10);
    if (*end != '\0' || value < WIDTH_LEAST || value > WIDTH_MOST)
        return false;
    arguments->width = (int)value;
    return true;
}

static bool read_limit(struct arguments *arguments, const char *text)
{
    char *end;
    if (!ascii_is_digit(text[0]))
        return false;
    arguments->limit = (size_t)strtoul(text, &end, 10);
    return *end == '\0';
}

static bool read_unit(struct arguments *arguments, const char *text)
{
    arguments->by_paragraph = strcmp(text, "paragraph") == 0;
    return arguments->by_paragraph || strcmp(text, "sentence") == 0;
}

static bool read_mode(struct arguments *arguments, const char *text)
{
    (void)arguments;
    return strcmp(text, "auto") == 0 || strcmp(text, "parallel") == 0 ||
           strcmp(text, "comparable") == 0;
}

static bool read_theme(struct arguments *arguments, const char *text)
{
    enum theme_name theme;
    (void)arguments;
    return style_theme_parse(text, &theme);
}

static bool read_languages(struct arguments *arguments, const char *value)
{
    (void)arguments;
    return dictionary_builder_are_languages(value);
}

static bool read_encoding(struct arguments *arguments, const char *text)
{
    (void)arguments;
    return *text != '\0' && strlen(text) < READER_ENCODING_SIZE;
}

static bool read_kind(struct arguments *arguments, const char *text)
{
    enum annotation_kind kind;
    (void)arguments;
    return annotation_kind_parse(text, &kind);
}

static bool read_state(struct arguments *arguments, const char *text)
{
    enum anchor_state state;
    (void)arguments;
    return anchor_state_parse(text, &state);
}

/* The first part of an ISO 8601 time, a year at least. */
static bool read_date(struct arguments *arguments, const char *text)
{
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    size_t length = strlen(text);
    (void)arguments;
    if (length < 4 || length > sizeof form - 1)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool digit = ascii_is_digit(text[i]);
        if (form[i] == 'd' ? !digit : text[i] != form[i])
            return false;
    }
    return length == 4 || form[length] != 'd' || form[length - 1] != 'd';
}

static bool read_in(struct arguments *arguments, const char *text)
{
    arguments->in[arguments->in_count++] = text;
    return true;
}

static bool read_not_in(struct arguments *arguments, const char *text)
{
    arguments->not_in[arguments->not_in_count++] = text;
    return true;
}

static bool read_split(struct arguments *arguments, const char *text)
{
    (void)arguments;
    return strcmp(text, "article") == 0;
}

static bool read_tag(struct arguments *arguments, const char *text)
{
    arguments->note.tags[arguments->note.tag_count++] = text;
    return true;
}

/* ---- the table ---- */

#define AT(field) offsetof(struct arguments, field)
#define A_DAY N_("a date like 2015-06-23 or its beginning")

/* clang-format off */
static const struct cli_option options[] = {
    { "--collection", NULL, "DIR", "use the collection in folder DIR", FLAG_COLLECTION, AT(collection), NULL, NULL },
    { "--vault", NULL, "DIR", "let the notes in folder DIR go before the collection's", FLAG_VAULT, AT(vault), NULL, NULL },
    { "--demonyms", NULL, NULL, "count Chinese and the like as mentions of the country", FLAG_DEMONYMS, 0, NULL, NULL },
    { "--format", NULL, "FORMAT", "print as text, tsv or json; some commands also as others", FLAG_FORMAT, AT(format_name), read_format, NULL },
    { "--width", NULL, "N", "set the text N cells wide", FLAG_WIDTH, 0, read_width, "a number from 2 to 1000" },
    { "--beside", NULL, "B", "print article B in a column of its own to the right", FLAG_BESIDE, AT(beside), NULL, NULL },
    { "--in", NULL, "ARTICLE", "only what this article mentions", FLAG_IN, 0, read_in, NULL },
    { "--not-in", NULL, "ARTICLE", "only what this article does not mention", FLAG_NOT_IN, 0, read_not_in, NULL },
    { "--fresh", NULL, NULL, "do not go back to where the last visit ended", FLAG_FRESH, 0, NULL, NULL },
    { "--number", "-N", NULL, "show the lines of the file beside the text", FLAG_NUMBER, 0, NULL, NULL },
    { "--theme", NULL, "THEME", "colours: dark, light, none, sepia, contrast", FLAG_THEME, AT(theme), read_theme, "dark, light, none, sepia or contrast" },
    { "--segmented", NULL, NULL, "files hold a sentence a line", FLAG_SEGMENTED, 0, NULL, NULL },
    { "--unit", NULL, "UNIT", "align sentence by sentence or paragraph by paragraph", FLAG_UNIT, 0, read_unit, "sentence or paragraph" },
    { "--mode", NULL, "MODE", "align as parallel (a translation) or comparable texts, or auto", FLAG_MODE, AT(mode), read_mode, "auto, parallel or comparable" },
    { "--published", NULL, "DATE", "take the articles as published on this day", FLAG_PUBLISHED, AT(published), NULL, NULL },
    { "--quote", NULL, "TEXT", "mark this text", FLAG_QUOTE, AT(note.quote), NULL, NULL },
    { "--prefix", NULL, "TEXT", "where it stands right behind this", FLAG_PREFIX, AT(note.prefix), NULL, NULL },
    { "--suffix", NULL, "TEXT", "where it stands right before this", FLAG_SUFFIX, AT(note.suffix), NULL, NULL },
    { "--counterpart", NULL, "TEXT", "what stands for it in the other version; auto: as aligned", FLAG_COUNTERPART, AT(note.counterpart), NULL, NULL },
    { "--comment", NULL, "TEXT", "say this of it, in Markdown", FLAG_COMMENT, AT(note.comment), NULL, NULL },
    { "--tag", NULL, "TAG", "give it this tag; list only those that bear it", FLAG_TAG, 0, read_tag, NULL },
    { "--kind", NULL, "KIND", "highlight, comment, question, tag, link or word", FLAG_KIND, AT(note.kind), read_kind, "highlight, comment, question, tag, link or word" },
    { "--since", NULL, "DATE", "only notes made on this day or later", FLAG_SINCE, AT(note.since), read_date, A_DAY },
    { "--until", NULL, "DATE", "only notes made on this day or earlier", FLAG_UNTIL, AT(note.until), read_date, A_DAY },
    { "--story", NULL, "STORY", "only notes on articles of this story", FLAG_STORY, AT(note.story), NULL, NULL },
    { "--entity", NULL, "NAME", "only notes on passages that name this entity", FLAG_ENTITY, AT(note.entity), NULL, NULL },
    { "--state", NULL, "STATE", "only exact, moved, ambiguous or lost notes", FLAG_STATE, AT(note.state), read_state, "exact, moved, ambiguous or lost" },
    { "--annotated", NULL, NULL, "print whole articles with their notes", FLAG_ANNOTATED, 0, NULL, NULL },
    { "--template", NULL, "FILE", "fill this Mustache template with the notes", FLAG_TEMPLATE, AT(export.template), NULL, NULL },
    { "--preset", NULL, "PRESET", "print CSV as readwise or hypothesis have it", FLAG_PRESET, AT(export.preset), NULL, NULL },
    { "--output", "-o", "FILE", "write to this file, not to standard output", FLAG_OUTPUT, AT(export.output), NULL, NULL },
    { "--split", NULL, "article", "write a file an article into the folder that -o names", FLAG_SPLIT, 0, read_split, "article" },
    { "--front", NULL, "FILE", "begin each of them with this template, filled", FLAG_FRONT, AT(export.front), NULL, NULL },
    { "--callouts", NULL, NULL, "make Markdown's blocks callouts, as Obsidian has them", FLAG_CALLOUTS, 0, NULL, NULL },
    { "--no-bom", NULL, NULL, "begin no CSV file with a byte order mark", FLAG_NO_BOM, 0, NULL, NULL },
    { "--over-edits", NULL, NULL, "write over what was changed within blocks of Markdown", FLAG_OVER_EDITS, 0, NULL, NULL },
    { "--with-paths", NULL, NULL, "tell where files lie on this computer", FLAG_WITH_PATHS, 0, NULL, NULL },
    { "--encoding", NULL, "NAME", "read files as this encoding: GB18030, Big5, windows-1252 ...", FLAG_ENCODING, AT(encoding), read_encoding, "the name of an encoding, such as GB18030" },
    { "--raw", NULL, NULL, "show the source of texts, with all markup that is in it", FLAG_RAW, 0, NULL, NULL },
    { "--link", NULL, NULL, "link to the files, do not copy them", FLAG_LINK, 0, NULL, NULL },
    { "--limit", NULL, "N", "print the places in the N best articles, 0 in all", FLAG_LIMIT, 0, read_limit, "a number, 0 for no limit" },
    { "--unknown", NULL, NULL, "only words that are not marked as known", FLAG_UNKNOWN, 0, NULL, NULL },
    { "--ask", NULL, NULL, "ask for what a text does not tell of itself", FLAG_ASK, 0, NULL, NULL },
    { "--check-config", NULL, NULL, "tell what is wrong with diptychrc, or with FILE", FLAG_CHECK_CONFIG, 0, NULL, NULL },
    { "--languages", NULL, "PAIR", "what a dictionary's words and their meanings are in: zh-en", FLAG_LANGUAGES, AT(languages), read_languages, "a pair of languages, such as zh-en" },
    { "--replace", NULL, NULL, "let a dictionary take the place of a larger one", FLAG_REPLACE, 0, NULL, NULL },
    { "--help", "-h", NULL, "say how the program is used", FLAG_HELP, 0, NULL, NULL },
    { "--version", "-v", NULL, "say which version this is", FLAG_VERSION, 0, NULL, NULL },
};
/* clang-format on */

#define FLAG_COUNT (sizeof options / sizeof *options)

const struct cli_option *arguments_option(size_t index)
{
    return index < FLAG_COUNT ? &options[index] : NULL;
}

const char *arguments_refused(const struct arguments *arguments, uint64_t refused)
{
    size_t i = 0;
    while (i < FLAG_COUNT && (options[i].bit & arguments->given & refused) == 0)
        i++;
    if (i == FLAG_COUNT)
        return NULL;
    return (options[i].bit & arguments->brief) != 0 ? options[i].brief : options[i].name;
}

/* The option that `word` begins with, up to "=" or the end. */
static const struct cli_option *find_option(const char *word)
{
    size_t length = strcspn(word, "=");
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        const struct cli_option *option = &options[i];
        if (strlen(option->name) == length && strncmp(word, option->name, length) == 0)
            return option;
        if (option->brief != NULL && strcmp(word, option->brief) == 0)
            return option;
    }
    return NULL;
}

static bool fail_unknown(const char *word, struct error *error)
{
    struct buffer near = { 0 };
    size_t length = strcspn(word, "=");
    char *name = xstrndup(word, length);
    struct suggest suggest = { .wanted = name };
    for (size_t i = 0; i < FLAG_COUNT; i++)
        suggest_consider(&suggest, options[i].name);
    suggest_write(&suggest, &near);
    error_set(error, "%s: unknown option%s", name,
              near.length > 0 ? buffer_text(&near) : _("; see diptych help"));
    buffer_free(&near);
    free(name);
    return false;
}

/* `word` is what was typed: the option, or what begins with it. */
static bool set_value(struct arguments *arguments, const struct cli_option *option,
                      const char *word, const char *value, struct error *error)
{
    int length = (int)strcspn(word, "=");
    if (option->read != NULL && !option->read(arguments, value)) {
        error_set(error, "%.*s: wants %s, not \"%s\"", length, word, message_text(option->wants), value);
        return false;
    }
    if (*value == '\0' && strcmp(option->value, "FILE") == 0) {
        error_set(error, "%.*s: wants the name of a file, not \"\"", length, word);
        return false;
    }
    if (option->place != 0)
        memcpy((char *)arguments + option->place, &value, sizeof value);
    return true;
}

/* Takes the option at argv[*at] and the value after it. */
static bool take_option(int argc, char **argv, int *at, struct arguments *arguments,
                        struct error *error)
{
    const char *word = argv[*at];
    const struct cli_option *option = find_option(word);
    if (option == NULL)
        return fail_unknown(word, error);
    const char *equals = strchr(word, '=');
    arguments->given |= option->bit;
    arguments->brief |= word[1] != '-' ? option->bit : 0;
    if (option->value == NULL) {
        if (equals != NULL)
            error_set(error, "%s: takes no value", option->name);
        return equals == NULL;
    }
    if (equals != NULL)
        return set_value(arguments, option, word, equals + 1, error);
    if (*at + 1 >= argc) {
        error_set(error, "%s: wants %s after it", word, option->value);
        return false;
    }
    *at += 1;
    return set_value(arguments, option, word, argv[*at], error);
}

bool arguments_parse(int argc, char **argv, struct arguments *arguments, struct error *error)
{
    *arguments = (struct arguments){ .literal = (size_t)argc };
    arguments->names = xcalloc((size_t)argc + 1, sizeof *arguments->names);
    arguments->in = xcalloc((size_t)argc + 1, sizeof *arguments->in);
    arguments->not_in = xcalloc((size_t)argc + 1, sizeof *arguments->not_in);
    arguments->note.tags = xcalloc((size_t)argc + 1, sizeof *arguments->note.tags);
    bool literal = false;
    for (int at = 1; at < argc; at++) {
        const char *word = argv[at];
        if (!literal && strcmp(word, "--") == 0) {
            literal = true;
            arguments->literal = arguments->count;
        } else if (literal || word[0] != '-' || word[1] == '\0') {
            arguments->names[arguments->count++] = word;
        } else if (!take_option(argc, argv, &at, arguments, error)) {
            return false;
        }
    }
    return true;
}

void arguments_free(struct arguments *arguments)
{
    free(arguments->names);
    free(arguments->in);
    free(arguments->not_in);
    free(arguments->note.tags);
    arguments->note.tags = NULL;
    arguments->names = arguments->in = arguments->not_in = NULL;
}
