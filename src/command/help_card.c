#include "command/help_card.h"
#include "base/message.h"

#include <string.h>

#define COMMANDS 4

/* A line of the card: what is done by the keys of these commands; those that follow a NULL key stand
 * for text that is typed. */
struct card_line {
    const char *commands[COMMANDS]; /* ":open" is typed as it is */
    const char *words;
};

struct card_part {
    const char *title;
    const struct card_line *lines;
    size_t count;
};

static const struct card_line reading[] = {
    { { "down", "up", "page", "page-back" }, N_("rows, pages") },
    { { "sentence-back", "sentence", "paragraph-back", "paragraph" }, N_("sentences, paragraphs") },
    { { "top", "bottom", ":50%" }, N_("beginning, end, percent") },
    { { "search", "search-next", "search-previous", "filter" }, N_("search; only these") },
    { { "outline", "next-heading", "previous-heading" }, N_("outline, headings") },
    { { "back", "forward" }, N_("back, forward") },
    { { "library", ":open" }, N_("library, any file") },
};

static const struct card_line bilingual[] = {
    { { "hinge" }, N_("the other pane follows") },
    { { "counterpart", "version" }, N_("counterpart, version") },
    { { "next-figure", "previous-figure" }, N_("figures that differ") },
    { { "next-shared", "previous-shared", "next-unmatched", "previous-unmatched" }, N_("in both, only here") },
    { { "lookup", "concordance" }, N_("look up, where else") },
    { { "figures", "quotes", "timeline" }, N_("figures, who, when") },
    { { "compare", "parallel" }, N_("compare, both in one") },
};

static const struct card_line around[] = {
    { { "next-link", "follow" }, N_("next name, its note") },
    { { "labels", "entities" }, N_("letters, all names") },
    { { "mentions", "coverage" }, N_("where else, table") },
    { { "focus next", "vsplit" }, N_("next pane, new pane") },
    { { "zoom", "quit", "quit-all" }, N_("zoom, close, leave") },
};

static const struct card_line notes[] = {
    { { "annotate", "notes", "words" }, N_("note, notes, words") },
    { { "select", "select-sentences", "copy" }, N_("select, copy") },
    { { "delete", "undo", "redo" }, N_("delete, undo, redo") },
    { { "export" }, N_("notes into a file") },
    { { ":tutor", ":set" }, N_("learn by doing, set") },
};

#define PART(title, lines) { title, lines, sizeof(lines) / sizeof((lines)[0]) }

static const struct card_part parts[] = {
    PART(N_("Reading"), reading), PART(N_("Two languages"), bilingual),
    PART(N_("Names and panes"), around), PART(N_("Notes"), notes),
};

void help_card_escape(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr("|\\`*_[]<>&~#", *text) != NULL)
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, *text);
    }
}

/* The first key of the command in reading, without blanks in it: "gg", "C-w h". */
static void add_key(const struct keymap *keymap, const char *command, struct buffer *out)
{
    struct keymap_row row;
    for (size_t i = 0; keymap_nth(keymap, i, &row); i++) {
        if ((row.mode & KEYMAP_READ) == 0 || strcmp(row.command, command) != 0)
            continue;
        char text[64] = "";
        size_t length = 0;
        for (const char *at = row.keys; *at != '\0' && length + 1 < sizeof text; at++)
            if (*at != ' ' || strchr(row.keys, '-') != NULL)
                text[length++] = *at;
        help_card_escape(out, text);
        return;
    }
}

static void add_line(const struct keymap *keymap, const struct card_line *line, const char *between,
                     struct buffer *out)
{
    size_t start = out->length;
    buffer_add_text(out, "**");
    for (size_t i = 0; i < COMMANDS && line->commands[i] != NULL; i++) {
        size_t before = out->length;
        if (before > start + 2)
            buffer_add_byte(out, ' ');
        size_t begun = out->length;
        if (line->commands[i][0] == ':')
            help_card_escape(out, line->commands[i]);
        else
            add_key(keymap, line->commands[i], out);
        if (out->length == begun)
            buffer_truncate(out, before);
    }
    if (out->length == start + 2)
        buffer_truncate(out, start); /* nothing is bound */
    else
        buffer_add_text(out, "**");
    buffer_add_format(out, "%s%s", between, message_text(line->words));
}

/* Two parts side by side, which are equally long. */
static void add_pair(const struct keymap *keymap, const struct card_part *left,
                     const struct card_part *right, struct buffer *out)
{
    buffer_add_format(out, "\n| %s | | %s | |\n|---|---|---|---|\n", message_text(left->title),
                      message_text(right->title));
    for (size_t i = 0; i < left->count; i++) {
        buffer_add_text(out, "| ");
        add_line(keymap, &left->lines[i], " | ", out);
        buffer_add_text(out, " | ");
        add_line(keymap, &right->lines[i], " | ", out);
        buffer_add_text(out, " |\n");
    }
}

static void add_part(const struct keymap *keymap, const struct card_part *part, struct buffer *out)
{
    buffer_add_format(out, "\n## %s\n\n", message_text(part->title));
    for (size_t i = 0; i < part->count; i++) {
        buffer_add_text(out, "- ");
        add_line(keymap, &part->lines[i], ": ", out);
        buffer_add_byte(out, '\n');
    }
}

void help_card_add(const struct keymap *keymap, int columns, struct buffer *out)
{
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i += 2) {
        if (columns >= HELP_CARD_COLUMNS) {
            add_pair(keymap, &parts[i], &parts[i + 1], out);
        } else {
            add_part(keymap, &parts[i], out);
            add_part(keymap, &parts[i + 1], out);
        }
    }
}
