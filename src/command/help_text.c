#include "command/help_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "base/span.h"
#include "base/xalloc.h"
#include "command/help_card.h"
#include "doc/word_count.h"
#include "session/core.h"
#include "session/note_marks.h"
#include "session/reload.h"
#include "text/find.h"
#include "text/utf8.h"
#include "text/width.h"

/* The keys of a command in one of the modes, "j, Down". Returns how many. */
static size_t add_keys(const struct keymap *keymap, const char *command, unsigned modes,
                       struct buffer *out)
{
    struct keymap_row row;
    size_t found = 0;
    for (size_t i = 0; keymap_nth(keymap, i, &row); i++) {
        if (strcmp(row.command, command) != 0 || (row.mode & modes) == 0)
            continue;
        if (found++ > 0)
            buffer_add_text(out, "  ");
        help_card_escape(out, row.keys);
    }
    return found;
}

/* One line of the help: keys in bold, what they do, the command's name. A list reads well in
 * the narrowest pane, a table would not. */
static void add_line(struct buffer *out, const char *keys, const char *help, const char *name,
                     const char *synopsis)
{
    buffer_add_text(out, "- ");
    if (*keys != '\0')
        buffer_add_format(out, "**%s**: ", keys);
    help_card_escape(out, message_text(help));
    buffer_add_text(out, " (*");
    help_card_escape(out, name);
    buffer_add_text(out, *synopsis != '\0' ? " " : "");
    help_card_escape(out, synopsis);
    buffer_add_text(out, "*)\n");
}

/* Commands that keys call with an argument: "focus left". */
static void add_bound_lines(const struct keymap *keymap, const struct command *command,
                            struct buffer *out)
{
    struct keymap_row row;
    size_t length = strlen(command->name);
    for (size_t i = 0; keymap_nth(keymap, i, &row); i++) {
        if (strncmp(row.command, command->name, length) != 0 || row.command[length] != ' ')
            continue;
        struct buffer keys = { 0 };
        help_card_escape(&keys, row.keys);
        add_line(out, buffer_text(&keys), command->help, row.command, "");
        buffer_free(&keys);
    }
}

/* What the screen shows while the panes are hinged. */
static const char hinge_legend[] = N_(
    "- **▌**: beside the passage you are at, and beside its counterpart\n"
    "- **▏**: beside every other passage that both tell\n"
    "- **⇄ 5/19**: you are at the fifth of nineteen passages that both tell; -/19: at none\n"
    "- **same: …  0.82**: what the two have in common there (≈ figures, = words), and how likely "
    "they belong together, from 0 to 1; *same in part*, *told again*, *only in this report* say "
    "what they mean\n"
    "- **parallel**, **comparable**: taken as a translation, or as two reports; where that is wrong, "
    "`:set hinge parallel`, or `comparable`, says what they are\n"
    "- **no dictionary**: words that translate each other are hardly known; `diptych dictionary add "
    "FILE` installs one, CC-CEDICT as it is to be had from MDBG, say\n");

/* Commands that have keys in lists and tables alone stand there. */
static void add_group(const struct session *session, enum command_group group, struct buffer *out)
{
    const struct command *command;
    struct buffer lines = { 0 };
    for (size_t i = 0; (command = command_at(session->commands, i)) != NULL; i++) {
        struct buffer keys = { 0 };
        bool here = command->group == group &&
                    (add_keys(session->keymap, command->name, KEYMAP_READ, &keys) > 0 ||
                     add_keys(session->keymap, command->name, ~0U, &keys) == 0);
        if (here)
            add_line(&lines, buffer_text(&keys), command->help, command->name, command->synopsis);
        if (here)
            add_bound_lines(session->keymap, command, &lines);
        buffer_free(&keys);
    }
    if (lines.length > 0)
        buffer_add_format(out, "\n## %s\n\n%s%s", _(command_group_title(group)),
                          group == GROUP_BILINGUAL ? message_text(hinge_legend) : "", buffer_text(&lines));
    buffer_free(&lines);
}

/* Keys that mean something else there than in a text, or nothing in that. */
static void add_context(const struct session *session, const char *title, unsigned modes,
                        struct buffer *out)
{
    struct keymap_row row;
    buffer_add_format(out, "\n## %s\n\n", title);
    for (size_t i = 0; keymap_nth(session->keymap, i, &row); i++) {
        if ((row.mode & modes) == 0 || (row.mode & KEYMAP_READ) != 0)
            continue;
        const struct command *command =
            command_find(session->commands, row.command, strcspn(row.command, " "));
        struct buffer keys = { 0 };
        help_card_escape(&keys, row.keys);
        if (command != NULL)
            add_line(out, buffer_text(&keys), command->help, row.command, "");
        buffer_free(&keys);
    }
}

static void add_options(const struct session *session, struct buffer *out)
{
    size_t count;
    const struct option *table = option_table(&count);
    buffer_add_text(out, _("\n## Options\n\nChange one with :set NAME VALUE, for good in "
                           "diptychrc. What stands after = holds now.\n\n"));
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(out, "- **%s = ", table[i].name);
        options_show(&session->options, &table[i], out);
        buffer_add_text(out, "**: ");
        help_card_escape(out, message_text(table[i].help));
        if (table[i].choices != NULL)
            buffer_add_format(out, " (%s)", table[i].choices);
        buffer_add_text(out, "\n");
    }
}

static void add_prompt_keys(struct buffer *out)
{
    buffer_add_text(out, _("\n## While typing at the bottom\n\n"
                         "- **Enter**: do it\n"
                         "- **Esc  C-c  C-g**: leave; a search goes back to where it began\n"
                         "- **Tab  S-Tab**: complete, and walk through what fits\n"
                         "- **Up  Down  C-p  C-n**: earlier and later lines that begin alike\n"
                         "- **Left  Right  C-b  C-f**: a character left or right\n"
                         "- **C-a  C-e  Home  End**: beginning or end\n"
                         "- **M-b  M-f  C-Left  C-Right**: a word left or right\n"
                         "- **C-w  C-u  C-k**: cut the word before, all before, all behind\n"
                         "- **C-d  Delete  C-h  Backspace**: cut a character\n"
                         "- **C-y**: put back what was cut\n"
                         "- **C-v**: take the next key as it is\n"));
}

char *help_text(const struct session *session, const char *topic, int columns)
{
    struct buffer out = { 0 };
    bool options_only = strcmp(topic, "options") == 0;
    buffer_add_text(&out, _("# Diptych: help\n"));
    if (!options_only)
        help_card_add(session->keymap, columns, &out);
    buffer_add_text(&out, _("\n## Every key\n\n"
                          "A number before a key repeats it: 3j, 50%. C- is Ctrl, M- is Alt, S- is "
                          "Shift. Every key stands for a command, named at the end of its line; type "
                          "one yourself after a colon. Leave this page with Ctrl-O.\n\n"));
    buffer_add_text(&out, _("Names are underlined in the colour of their type: person, company, product, "
                            "publication, place, event. E lists all of them.\n"));
    if (!options_only)
        for (int group = 0; group < GROUP_COUNT; group++)
            add_group(session, (enum command_group)group, &out);
    if (!options_only) {
        add_context(session, _("While selecting"), KEYMAP_SELECT, &out);
        add_context(session, _("In lists alone"), KEYMAP_LIST, &out);
        add_context(session, _("In tables alone"), KEYMAP_TABLE, &out);
        add_prompt_keys(&out);
    }
    add_options(session, &out);
    return buffer_take(&out);
}

/* A topic is a command's or option's name, a key, or a word of a heading: looked for in that order,
 * then anywhere. */
bool help_find(const struct document *help, const char *topic, size_t *place)
{
    static const char *const forms[] = { "(%s)", "(%s ", "%s: ", "%s = ", "%s" };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        const char *hole = strstr(forms[i], "%s");
        char *pattern = xasprintf("%.*s%s%s", (int)(hole - forms[i]), forms[i], topic, hole + 2);
        struct find *find = find_new(pattern, 0, NULL);
        free(pattern);
        struct span hit;
        bool found = find != NULL && find_forward(find, help->text, help->length, 0, &hit);
        find_free(find);
        if (found) {
            *place = hit.start;
            return true;
        }
    }
    return false;
}

static void add_fact(struct buffer *out, const char *name, const char *value)
{
    if (value != NULL && *value != '\0')
        buffer_add_format(out, "%s%*s%s\n", message_text(name), width_gap(message_text(name), 16), "", value);
}

static void add_length(struct buffer *out, struct word_count count, size_t paragraphs)
{
    char *length = xasprintf(message_count("%zu words, %zu Han characters, %zu paragraph",
                                           "%zu words, %zu Han characters, %zu paragraphs", paragraphs),
                             count.words, count.han, paragraphs);
    add_fact(out, N_("length"), length);
    free(length);
}

static void add_cursor(struct buffer *out, const struct article_view *view)
{
    const struct document *document = view->text->document;
    size_t index = document_block_at(document, view->cursor);
    unsigned line = document->blocks[index].line;
    size_t at = utf8_count(document->text, view->cursor) + 1;
    size_t all = utf8_count(document->text, document->length);
    char *place = line == 0 /* what was converted has none */
                      ? xasprintf(_("paragraph %zu, character %zu of %zu"), index + 1, at, all)
                      : xasprintf(_("paragraph %zu, line %u of the file, character %zu of %zu"), index + 1, line,
                                  at, all);
    uint32_t code_point = 0;
    utf8_decode(document->text + view->cursor, document->length - view->cursor, &code_point);
    bool plain = view->text->path != NULL && document->encoding == NULL &&
                 document->undecoded == NULL;
    char *character = xasprintf(plain ? _("U+%04X, the file in UTF-8") : "U+%04X", (unsigned)code_point);
    add_fact(out, N_("cursor"), place);
    add_fact(out, N_("character"), character);
    free(place);
    free(character);
}

char *help_facts(struct session *session, struct article_view *view)
{
    static const char *const keys[] = { N_("publisher"), N_("published"), N_("source"), N_("byline"),
                                        N_("story"), N_("translation-of") };
    struct buffer out = { 0 };
    session_complete_text(session, view);
    const struct document *document = view->text->document;
    struct word_count count = word_count_of(document);
    add_fact(&out, N_("title"), view->text->title);
    add_length(&out, count, document->block_count);
    if (document->block_count > 0)
        add_cursor(&out, view);
    add_fact(&out, N_("article"), view->text->name);
    add_fact(&out, N_("file"), view->text->path);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const char *value = frontmatter_get(document->frontmatter, keys[i]);
        char *told = value != NULL ? frontmatter_told_name(value) : NULL;
        add_fact(&out, keys[i], told);
        free(told);
    }
    add_fact(&out, N_("encoding"), document->encoding);
    if (document->repaired.ill_formed + document->repaired.controls > 0) {
        char *repaired = xasprintf(_("%zu ill-formed bytes, %zu control characters made visible"),
                                   document->repaired.ill_formed, document->repaired.controls);
        add_fact(&out, N_("repaired"), repaired);
        free(repaired);
    }
    if (document->frontmatter->fault != NULL)
        add_fact(&out, N_("fault"), document->frontmatter->fault);
    note_marks_add(session, &out);
    return buffer_take(&out);
}
