#include "cli/arguments.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/reader.h"
#include "layout/style.h"
#include "library/suggest.h"
#include "notes/annotation.h"

static const struct cli_option options[] = {
    { "--collection", NULL, "DIR", "use the collection in folder DIR", FLAG_COLLECTION },
    { "--vault", NULL, "DIR", "let the notes in folder DIR go before the collection's",
      FLAG_VAULT },
    { "--format", NULL, "FORMAT", "print as text, tsv or json; align and export also as others",
      FLAG_FORMAT },
    { "--width", NULL, "N", "set the text N cells wide", FLAG_WIDTH },
    { "--beside", NULL, "B", "print article B in a column of its own to the right",
      FLAG_BESIDE },
    { "--in", NULL, "ARTICLE", "only what this article mentions", FLAG_IN },
    { "--not-in", NULL, "ARTICLE", "only what this article does not mention", FLAG_NOT_IN },
    { "--fresh", NULL, NULL, "do not go back to where the last visit ended", FLAG_FRESH },
    { "--theme", NULL, "THEME", "colours for a dark or light terminal, or none", FLAG_THEME },
    { "--segmented", NULL, NULL, "files hold a sentence a line", FLAG_SEGMENTED },
    { "--unit", NULL, "UNIT", "align sentence by sentence or paragraph by paragraph", FLAG_UNIT },
    { "--mode", NULL, "MODE", "align as parallel (a translation) or comparable texts, or auto",
      FLAG_MODE },
    { "--published", NULL, "DATE", "take the articles as published on this day", FLAG_PUBLISHED },
    { "--quote", NULL, "TEXT", "mark this text", FLAG_QUOTE },
    { "--prefix", NULL, "TEXT", "where it stands right behind this", FLAG_PREFIX },
    { "--suffix", NULL, "TEXT", "where it stands right before this", FLAG_SUFFIX },
    { "--comment", NULL, "TEXT", "say this of it, in Markdown", FLAG_COMMENT },
    { "--tag", NULL, "TAG", "give it this tag; list only those that bear it", FLAG_TAG },
    { "--kind", NULL, "KIND", "highlight, comment, question, tag or link", FLAG_KIND },
    { "--since", NULL, "DATE", "only notes made on this day or later", FLAG_SINCE },
    { "--until", NULL, "DATE", "only notes made on this day or earlier", FLAG_UNTIL },
    { "--story", NULL, "STORY", "only notes on articles of this story", FLAG_STORY },
    { "--entity", NULL, "NAME", "only notes on passages that name this entity", FLAG_ENTITY },
    { "--state", NULL, "STATE", "only exact, moved, ambiguous or lost notes", FLAG_STATE },
    { "--annotated", NULL, NULL, "print whole articles with their notes", FLAG_ANNOTATED },
    { "--template", NULL, "FILE", "fill this Mustache template with the notes", FLAG_TEMPLATE },
    { "--preset", NULL, "PRESET", "print CSV as readwise or hypothesis have it", FLAG_PRESET },
    { "--output", "-o", "FILE", "write to this file, not to standard output", FLAG_OUTPUT },
    { "--encoding", NULL, "NAME", "read files as this encoding: GB18030, Big5, windows-1252 ...",
      FLAG_ENCODING },
    { "--link", NULL, NULL, "link to the files, do not copy them", FLAG_LINK },
    { "--ask", NULL, NULL, "ask for what a text does not tell of itself", FLAG_ASK },
    { "--help", "-h", NULL, "say how the program is used", FLAG_HELP },
    { "--version", "-v", NULL, "say which version this is", FLAG_VERSION },
};

#define FLAG_COUNT (sizeof options / sizeof *options)

const struct cli_option *arguments_option(size_t index)
{
    return index < FLAG_COUNT ? &options[index] : NULL;
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
              near.length > 0 ? buffer_text(&near) : "; see diptych help");
    buffer_free(&near);
    free(name);
    return false;
}

static bool parse_width(const char *text, int *width)
{
    char *end;
    if (text[0] < '0' || text[0] > '9')
        return false;
    long value = strtol(text, &end, 10);
    *width = value >= WIDTH_LEAST && value <= WIDTH_MOST ? (int)value : 0;
    return *end == '\0' && *width > 0;
}

static bool parse_unit(const char *text, bool *by_paragraph)
{
    *by_paragraph = strcmp(text, "paragraph") == 0;
    return *by_paragraph || strcmp(text, "sentence") == 0;
}

static bool parse_mode(const char *text, const char **mode)
{
    *mode = text;
    return strcmp(text, "auto") == 0 || strcmp(text, "parallel") == 0 ||
           strcmp(text, "comparable") == 0;
}

static bool parse_kind(const char *text)
{
    enum annotation_kind kind;
    return annotation_kind_parse(text, &kind);
}

/* The first part of an ISO 8601 time, a year at least. */
static bool parse_state(const char *text)
{
    enum anchor_state state;
    return anchor_state_parse(text, &state);
}

static bool parse_date(const char *text)
{
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    size_t length = strlen(text);
    if (length < 4 || length > sizeof form - 1)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == 'd' ? !digit : text[i] != form[i])
            return false;
    }
    return length == 4 || form[length] != 'd' || form[length - 1] != 'd';
}

/* Where a text of struct note_arguments is kept; NULL for an option of another kind. */
static const char **note_value(struct note_arguments *note, uint64_t bit)
{
    switch (bit) {
    case FLAG_QUOTE: return &note->quote;
    case FLAG_PREFIX: return &note->prefix;
    case FLAG_SUFFIX: return &note->suffix;
    case FLAG_COMMENT: return &note->comment;
    case FLAG_TAG: return &note->tags[note->tag_count++];
    case FLAG_KIND: return &note->kind;
    case FLAG_SINCE: return &note->since;
    case FLAG_UNTIL: return &note->until;
    case FLAG_STORY: return &note->story;
    case FLAG_ENTITY: return &note->entity;
    case FLAG_STATE: return &note->state;
    default: return NULL;
    }
}

static bool set_value(struct arguments *arguments, const struct cli_option *option,
                      const char *value, struct error *error)
{
    enum theme_name theme;
    const char *wants = NULL;
    const char **place = note_value(&arguments->note, option->bit);
    if (place != NULL)
        *place = value;
    if (option->bit == FLAG_TEMPLATE)
        arguments->export.template = value;
    else if (option->bit == FLAG_PRESET)
        arguments->export.preset = value;
    else if (option->bit == FLAG_OUTPUT)
        arguments->export.output = value;
    else if (option->bit == FLAG_COLLECTION)
        arguments->collection = value;
    else if (option->bit == FLAG_VAULT)
        arguments->vault = value;
    else if (option->bit == FLAG_IN)
        arguments->in[arguments->in_count++] = value;
    else if (option->bit == FLAG_NOT_IN)
        arguments->not_in[arguments->not_in_count++] = value;
    else if (option->bit == FLAG_BESIDE)
        arguments->beside = value;
    else if (option->bit == FLAG_THEME)
        arguments->theme = value;
    else if (option->bit == FLAG_ENCODING)
        arguments->encoding = value;
    if (option->bit == FLAG_ENCODING && (*value == '\0' || strlen(value) >= READER_ENCODING_SIZE))
        wants = "the name of an encoding, such as GB18030";
    if (option->bit == FLAG_THEME && !style_theme_parse(value, &theme))
        wants = "dark, light or none";
    if (option->bit == FLAG_FORMAT && !output_format_parse(value, &arguments->format))
        wants = "text, tsv or json";
    if (option->bit == FLAG_WIDTH && !parse_width(value, &arguments->width))
        wants = "a number from 2 to 1000";
    if (option->bit == FLAG_UNIT && !parse_unit(value, &arguments->by_paragraph))
        wants = "sentence or paragraph";
    if (option->bit == FLAG_PUBLISHED)
        arguments->published = value;
    if (option->bit == FLAG_MODE && !parse_mode(value, &arguments->mode))
        wants = "auto, parallel or comparable";
    if (option->bit == FLAG_KIND && !parse_kind(value))
        wants = "highlight, comment, question, tag or link";
    if (option->bit == FLAG_STATE && !parse_state(value))
        wants = "exact, moved, ambiguous or lost";
    if ((option->bit & (FLAG_SINCE | FLAG_UNTIL)) != 0 && !parse_date(value))
        wants = "a date like 2015-06-23 or its beginning";
    if (wants != NULL)
        error_set(error, "%s: wants %s, not \"%s\"", option->name, wants, value);
    return wants == NULL;
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
    if (option->value == NULL) {
        if (equals != NULL)
            error_set(error, "%s: takes no value", option->name);
        return equals == NULL;
    }
    if (equals != NULL)
        return set_value(arguments, option, equals + 1, error);
    if (*at + 1 >= argc) {
        error_set(error, "%s: wants %s after it", option->name, option->value);
        return false;
    }
    *at += 1;
    return set_value(arguments, option, argv[*at], error);
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
