#include "session/completion.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "export/printers.h"
#include "library/roster.h"
#include "notes/note_syntax.h"
#include "query/entity_index.h"
#include "session/colours.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/library_scan.h"
#include "text/sanitize.h"

#define ALIAS_OFFERED 6 /* letters of one that is worth completing */

struct candidates {
    char **items;
    size_t count;
    size_t capacity;
};

/* For those who visit words. */
struct word_offer {
    struct candidates *out;
    const char *typed;
};

static void offer_if(struct candidates *out, const char *name, const char *typed)
{
    if (strncmp(name, typed, strlen(typed)) == 0)
        VECTOR_PUSH(out, xstrdup(name));
}

static void offer_commands(const struct session *session, struct candidates *out,
                           const char *typed)
{
    const struct command *command;
    for (size_t i = 0; (command = command_at(session->commands, i)) != NULL; i++)
        offer_if(out, command->name, typed);
    for (const struct command_alias *alias = session->commands->aliases; alias->name != NULL; alias++)
        if (strlen(alias->name) >= ALIAS_OFFERED)
            offer_if(out, alias->name, typed);
}

/* Files and folders that begin like a path; a folder ends with a slash. */
static void offer_files(const struct session *session, struct candidates *out, const char *typed)
{
    const char *name = file_base_name(typed);
    char *folder = name == typed ? xstrdup(".") : xstrndup(typed, (size_t)(name - typed));
    char *known = session_typed_path(session, folder);
    DIR *stream = opendir(known);
    for (const struct dirent *entry; stream != NULL && (entry = readdir(stream)) != NULL;) {
        if (entry->d_name[0] == '.' && name[0] != '.')
            continue;
        if (strncmp(entry->d_name, name, strlen(name)) != 0 || strcmp(entry->d_name, ".") == 0)
            continue;
        char *path = xasprintf("%.*s%s", (int)(name - typed), typed, entry->d_name);
        char *place = file_join(known, entry->d_name);
        char *full = file_is_folder(place) ? xasprintf("%s/", path) : xstrdup(path);
        VECTOR_PUSH(out, full);
        free(place);
        free(path);
    }
    if (stream != NULL)
        closedir(stream);
    free(known);
    free(folder);
}

/* What a number is now, to be changed. */
static void offer_value(const struct session *session, const struct option *option,
                        struct candidates *out)
{
    struct buffer value = { 0 };
    options_show(&session->options, option, &value);
    VECTOR_PUSH(out, buffer_take(&value));
}

/* "theme l" or "theme=l": the values that the option takes. */
static size_t offer_values(const struct session *session, struct candidates *out, const char *typed)
{
    size_t length = strcspn(typed, " =");
    char *name = xstrndup(typed, length);
    const struct option *option = option_find(name);
    free(name);
    if (option == NULL || typed[length] == '\0')
        return 0;
    size_t from = length + strspn(typed + length, " =");
    if (option->kind == OPTION_TEXT)
        offer_files(session, out, typed + from);
    if (option->kind == OPTION_NUMBER && typed[from] == '\0')
        offer_value(session, option, out);
    for (size_t i = THEME_COUNT; option->kind == OPTION_NAME && colours_name(session, i) != NULL; i++)
        offer_if(out, colours_name(session, i), typed + from);
    const char *choices = option->kind == OPTION_SWITCH ? "on off" : option->choices;
    while (choices != NULL && *choices != '\0') {
        size_t word = strcspn(choices, " ");
        char *choice = xstrndup(choices, word);
        offer_if(out, choice, typed + from);
        free(choice);
        choices += word + strspn(choices + word, " ");
    }
    return from;
}

/* "markdown --split ~/no": a format, options, then a file. */
static size_t offer_export(const struct session *session, struct candidates *out, const char *typed)
{
    static const char *const options[] = { "--callouts", "--front", "--no-bom", "--split",
                                           "--with-paths" };
    const char *at = typed + strcspn(typed, " ");
    if (*at == '\0') {
        for (size_t i = 0; printer_at(i) != NULL; i++)
            offer_if(out, printer_title(printer_at(i)), typed);
        return 0;
    }
    at += strspn(at, " !");
    while (strncmp(at, "--", 2) == 0 && strchr(at, ' ') != NULL) {
        at += strcspn(at, " ");
        at += strspn(at, " !");
    }
    for (size_t i = 0; *at == '-' && i < sizeof options / sizeof *options; i++)
        offer_if(out, options[i], at);
    if (*at != '-')
        offer_files(session, out, at);
    return (size_t)(at - typed);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void offer_options(struct candidates *out, const char *typed)
{
    size_t count;
    const struct option *table = option_table(&count);
    for (size_t i = 0; i < count; i++)
        offer_if(out, table[i].name, typed);
}

static void offer_ids(struct session *session, struct candidates *out, const char *typed)
{
    const struct roster *roster = collection_roster(session->collection);
    for (size_t i = 0; i < roster->count; i++)
        offer_if(out, roster->ids[i], typed);
}

/* Articles by id; what is no id's beginning is looked for in the titles, once they are known. */
static void offer_articles(struct session *session, struct candidates *out, const char *typed)
{
    size_t count;
    if (!library_scan_goes_on(session)) {
        offer_ids(session, out, typed);
        return;
    }
    if (session->collection == NULL || !collection_scan(session->collection, NULL))
        return;
    const struct article *articles = collection_articles(session->collection, &count);
    for (size_t i = 0; i < count; i++)
        offer_if(out, articles[i].id, typed);
    for (size_t i = 0; out->count == 0 && i < count; i++)
        if (*typed != '\0' && strstr(articles[i].title, typed) != NULL)
            VECTOR_PUSH(out, xstrdup(articles[i].id));
}

/* The last word of the table's filter: in: not: only:, or behind them languages and ids. Returns
 * where the candidates begin. */
static size_t offer_places(const struct crosstab *crosstab, struct candidates *out,
                           const char *typed)
{
    const char *word = strrchr(typed, ' ') != NULL ? strrchr(typed, ' ') + 1 : typed;
    const char *colon = strchr(word, ':');
    const char *name = colon != NULL ? colon + 1 : word;
    for (const char *const *place = (const char *const[]){ "in:", "not:", "only:", NULL };
         colon == NULL && *place != NULL; place++)
        offer_if(out, *place, word);
    for (size_t i = 0; colon != NULL && i < crosstab->columns.count; i++) {
        const char *lang = crosstab->columns.items[i].lang;
        size_t known = 0;
        while (known < out->count && strcmp(out->items[known], lang) != 0)
            known++;
        if (known == out->count && *lang != '\0')
            offer_if(out, lang, name);
    }
    for (size_t i = 0; colon != NULL && i < crosstab->columns.count; i++)
        if (strpbrk(crosstab->columns.items[i].id, " \"") == NULL)
            offer_if(out, crosstab->columns.items[i].id, name);
    return (size_t)(name - typed);
}

static void offer_tag(void *context, const char *tag, size_t count)
{
    const struct word_offer *offer = context;
    (void)count;
    struct buffer clean = { 0 };
    sanitize_line(&clean, tag, strlen(tag));
    if (strcmp(buffer_text(&clean), tag) == 0)
        offer_if(offer->out, tag, offer->typed);
    buffer_free(&clean);
}

static void offer_names(const struct session *session, struct candidates *out, const char *typed)
{
    size_t count = known_names_entity_index(session) != NULL
                       ? entity_index_count(known_names_entity_index(session))
                       : 0;
    for (size_t i = 0; i < count; i++)
        offer_if(out, entity_index_name(known_names_entity_index(session), (uint32_t)i), typed);
}

/* In a comment: the tags in use behind a #, entities behind [[. Returns where they begin. */
static size_t offer_in_comment(struct session *session, struct candidates *out, const char *typed)
{
    size_t cursor = strlen(typed);
    size_t tag = note_syntax_tag_begun(typed, cursor);
    if (strncmp(typed, "[[", 2) == 0 && strchr(typed, ']') == NULL) {
        offer_names(session, out, typed + 2);
        return 2;
    }
    struct store *store = note_service_read(&session->notebook, NULL);
    if (tag <= cursor && store != NULL) {
        struct word_offer offer = { out, typed + tag };
        store_tags(store, offer_tag, &offer, NULL);
    }
    return tag <= cursor ? tag : cursor;
}

/* Puts them into the prompt from byte `from` on. */
static void offer(struct session *session, size_t from, const struct candidates *found)
{
    prompt_offer(&session->prompt, from, found->items, found->count);
}

static char *text_before_cursor(const struct session *session)
{
    return xstrndup(prompt_text(&session->prompt), session->prompt.cursor);
}

void completion_cells(void *context)
{
    struct session *session = context;
    struct candidates found = { 0 };
    const struct crosstab *crosstab = session_crosstab(session);
    char *before = text_before_cursor(session);
    size_t from = crosstab != NULL ? offer_places(crosstab, &found, before) : 0;
    offer(session, from, &found);
    free(before);
}

void completion_comment(void *context)
{
    struct session *session = context;
    struct candidates found = { 0 };
    char *before = text_before_cursor(session);
    size_t from = offer_in_comment(session, &found, before);
    offer(session, from, &found);
    free(before);
}

/* What may stand behind a command's name; moves *from to where that begins. */
static void offer_arguments(struct session *session, const char *command, const char *typed,
                            size_t *from, struct candidates *found)
{
    bool path = *typed == '/' || strncmp(typed, "./", 2) == 0 || strncmp(typed, "../", 3) == 0 ||
                strncmp(typed, "~/", 2) == 0;
    if (strcmp(command, "set") == 0) {
        size_t value = offer_values(session, found, typed);
        *from += value;
        if (value == 0)
            offer_options(found, typed);
    } else if (strcmp(command, "export") == 0) {
        *from += offer_export(session, found, typed);
    } else if (strcmp(command, "import") == 0 || strcmp(command, "source") == 0) {
        offer_files(session, found, typed);
    } else if (strcmp(command, "help") == 0) {
        offer_commands(session, found, typed);
        offer_options(found, typed);
    } else {
        if (!path)
            offer_articles(session, found, typed);
        if (found->count == 0)
            offer_files(session, found, typed);
    }
    if (found->count > 1)
        qsort(found->items, found->count, sizeof *found->items, compare_names);
}

static void complete_command(void *context)
{
    struct session *session = context;
    struct candidates found = { 0 };
    char *before = text_before_cursor(session);
    size_t typed = strlen(before);
    char *alias = strchr(before, ' ') != NULL ? command_spell_alias(session->commands, before) : NULL;
    char *line = alias != NULL ? alias : before;
    size_t length = strlen(line);
    char *space = strchr(line, ' ');
    size_t from = space != NULL ? (size_t)(space - line) + 1 : 0;
    while (line[from] == ' ')
        from++;
    if (space == NULL) {
        offer_commands(session, &found, line);
    } else {
        *space = '\0';
        offer_arguments(session, line, line + from, &from, &found);
    }
    from = from + typed - length; /* they end alike */
    free(alias);
    free(before);
    if (found.count == 0)
        session_say(session, "nothing begins like that");
    offer(session, from, &found);
}

static void run_typed(void *context, const char *text)
{
    command_run_line(context, text, 1, false);
}

/* What the option is, what it takes, and what that means; before it is known, which there are. */
static void show_option(const struct session *session, const char *text, struct buffer *left,
                        struct buffer *middle)
{
    char *name = xstrndup(text, strcspn(text, " ="));
    bool no = option_find(name) == NULL && strncmp(name, "no", 2) == 0;
    const struct option *option = option_find(name + (no ? 2 : 0));
    struct candidates found = { 0 };
    if (option != NULL) {
        buffer_add_format(left, "%s=", option->name);
        options_show(&session->options, option, left);
        const char *choices = option->kind == OPTION_SWITCH ? "on off" : option->choices;
        buffer_add_format(middle, "%s%s%s", choices != NULL ? choices : "",
                          choices != NULL ? " · " : "", message_text(option->help));
    } else {
        offer_options(&found, name);
    }
    for (size_t i = 0; i < found.count; i++) {
        buffer_add_format(middle, "%s%s", i > 0 ? " " : "", found.items[i]);
        free(found.items[i]);
    }
    free(found.items);
    free(name);
}

/* Once a command is typed: what it takes, and what it does. */
static void show_command(void *context, struct buffer *left, struct buffer *middle)
{
    struct session *session = context;
    const char *text = prompt_text(&session->prompt);
    size_t length = strcspn(text, " ");
    if (text[length] == '\0')
        return;
    char *alias = command_spell_alias(session->commands, text);
    text = alias != NULL ? alias : text;
    length = strcspn(text, " ");
    const struct command *command = command_find(session->commands, text, length);
    if (strncmp(text, "set ", 4) == 0) {
        show_option(session, text + length + strspn(text + length, " "), left, middle);
    } else if (command != NULL && *command->synopsis != '\0') {
        buffer_add_format(left, "%s %s   %s", command->name, command->synopsis,
                          message_text(command->help));
    }
    free(alias);
}

const struct prompt_ops command_prompt = {
    .kind = PROMPT_COMMAND,
    .label = ":",
    .accepted = run_typed,
    .complete = complete_command,
    .status = show_command,
};

void completion_open_line(struct session *session, const char *text)
{
    session_open_prompt(session, &command_prompt, text);
}
