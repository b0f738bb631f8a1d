#include "session/registry.h"

#include <stdlib.h>
#include <string.h>

#include "command/command_run.h"
#include "session/core.h"
#include "base/xalloc.h"

#define TEXT COMMAND_TEXT
#define JUMP COMMAND_JUMP
#define CELL COMMAND_CELL

/* clang-format off */
static const struct command table[] = {
    { "down", "", "a row down", GROUP_MOVE, 0, 1, run_rows },
    { "up", "", "a row up", GROUP_MOVE, 0, -1, run_rows },
    { "left", "", "a character to the left; in a table, a column", GROUP_MOVE, TEXT | CELL, -1, run_clusters },
    { "right", "", "a character to the right; in a table, a column", GROUP_MOVE, TEXT | CELL, 1, run_clusters },
    { "word", "", "to the next word", GROUP_MOVE, TEXT, 1, run_words },
    { "word-back", "", "to the word before", GROUP_MOVE, TEXT, -1, run_words },
    { "sentence", "", "to the next sentence", GROUP_MOVE, TEXT, 1, run_sentences },
    { "sentence-back", "", "to the start of the sentence, then the one before", GROUP_MOVE, TEXT, -1, run_sentences },
    { "paragraph", "", "to the next paragraph", GROUP_MOVE, TEXT, 1, run_paragraphs },
    { "paragraph-back", "", "to the start of the paragraph, then the one before", GROUP_MOVE, TEXT, -1, run_paragraphs },
    { "page", "", "a page on", GROUP_MOVE, 0, 1, run_page },
    { "page-back", "", "a page back", GROUP_MOVE, 0, -1, run_page },
    { "half-page", "", "half a page on", GROUP_MOVE, 0, 1, run_half_page },
    { "half-page-back", "", "half a page back", GROUP_MOVE, 0, -1, run_half_page },
    { "scroll", "", "scroll a row on, the cursor stays", GROUP_MOVE, 0, 1, run_scroll },
    { "scroll-back", "", "scroll a row back", GROUP_MOVE, 0, -1, run_scroll },
    { "top", "", "to the beginning, with a count to that paragraph", GROUP_MOVE, JUMP, 0, run_top },
    { "bottom", "", "to the end, with a count to that paragraph", GROUP_MOVE, JUMP, 1, run_top },
    { "percent", "[N]", "to N percent of the text (50%)", GROUP_MOVE, TEXT | JUMP, 0, run_percent },
    { "row-start", "", "to the start of the row", GROUP_MOVE, TEXT | CELL, 0, run_row_edge },
    { "row-end", "", "to the end of the row", GROUP_MOVE, TEXT | CELL, 1, run_row_edge },
    { "place-top", "", "scroll the cursor's row to the top", GROUP_MOVE, TEXT, 0, run_place },
    { "place-middle", "", "scroll the cursor's row to the middle", GROUP_MOVE, TEXT, 1, run_place },
    { "place-bottom", "", "scroll the cursor's row to the bottom", GROUP_MOVE, TEXT, 2, run_place },

    { "split", "[NAME]", "split the pane, one above the other", GROUP_PANES, 0, 0, run_split },
    { "vsplit", "[NAME]", "split the pane, side by side", GROUP_PANES, 0, 1, run_split },
    { "focus", "left|down|up|right|next|previous", "go to another pane", GROUP_PANES, 0, 0, run_focus },
    { "close", "", "close the pane", GROUP_PANES, 0, 0, run_close },
    { "only", "", "close all other panes", GROUP_PANES, 0, 0, run_only },
    { "equal", "", "make the panes equally large", GROUP_PANES, 0, 0, run_equal },
    { "taller", "", "give the pane a row", GROUP_PANES, 0, 1, run_taller },
    { "shorter", "", "take a row from the pane", GROUP_PANES, 0, -1, run_taller },
    { "wider", "", "give the pane a column", GROUP_PANES, 0, 1, run_wider },
    { "narrower", "", "take a column from the pane", GROUP_PANES, 0, -1, run_wider },
    { "swap", "", "exchange the pane with the next one", GROUP_PANES, 0, 0, run_swap },
    { "zoom", "", "give the pane the whole room, and back", GROUP_PANES, 0, 0, run_zoom },
    { "quit", "", "close the pane; in the last one leave", GROUP_PANES, 0, 0, run_quit },
    { "quit-all", "", "leave", GROUP_PANES, 0, 1, run_quit },

    { "back", "", "to the place before the last jump", GROUP_HISTORY, 0, -1, run_history },
    { "forward", "", "to the place that back came from", GROUP_HISTORY, 0, 1, run_history },
    { "mark", "LETTER", "mark this place with a letter", GROUP_HISTORY, TEXT | COMMAND_KEY, 0, run_mark },
    { "mark-go", "LETTER", "to a marked place; ' again: to where the last jump began", GROUP_HISTORY, COMMAND_KEY, 0, run_mark_go },

    { "next-link", "", "to the next name or link", GROUP_LINKS, TEXT, 1, run_links },
    { "previous-link", "", "to the name or link before", GROUP_LINKS, TEXT, -1, run_links },
    { "follow", "", "follow the link, or open the note on the name, under the cursor", GROUP_LINKS, TEXT, 0, run_follow },
    { "labels", "", "put labels on everything that can be followed; typing one follows it", GROUP_LINKS, 0, 0, run_labels },
    { "browse", "", "open the article's source, or the link, in the browser", GROUP_LINKS, TEXT, 0, run_browse },

    { "search", "[PATTERN]", "search forwards", GROUP_SEARCH, 0, 1, run_search },
    { "search-back", "[PATTERN]", "search backwards", GROUP_SEARCH, TEXT, -1, run_search },
    { "search-next", "", "to the next hit", GROUP_SEARCH, 0, 1, run_search_next },
    { "search-previous", "", "to the hit before", GROUP_SEARCH, 0, -1, run_search_next },
    { "search-word", "", "search for the word under the cursor", GROUP_SEARCH, TEXT, 1, run_search_word },
    { "search-word-back", "", "search for it backwards", GROUP_SEARCH, TEXT, -1, run_search_word },
    { "filter", "[PATTERN]", "show only the paragraphs that match; nothing: show all", GROUP_SEARCH, TEXT, 0, run_filter },
    { "search-library", "[PATTERN]", "search all articles", GROUP_SEARCH, 0, 0, run_search_library },

    { "counterpart", "", "to the counterpart in the other version", GROUP_BILINGUAL, TEXT, 0, run_counterpart },
    { "version", "", "choose the version that stands opposite", GROUP_BILINGUAL, TEXT, 0, run_version },
    { "hinge", "", "couple two panes passage by passage", GROUP_BILINGUAL, 0, 0, run_hinge },
    { "pin", "", "pin a pair of passages by hand, or take the pin out", GROUP_BILINGUAL, TEXT, 0, run_pin },
    { "lookup", "[TERM]", "look the word up: glossary, notes, dictionaries, the other version; again: ask lookup-command", GROUP_BILINGUAL, 0, 0, run_lookup },
    { "concordance", "[TERM]", "every occurrence of the word in the library, with its counterpart", GROUP_BILINGUAL, 0, 0, run_concordance },
    { "next-unmatched", "", "to the next passage only this version has", GROUP_BILINGUAL, TEXT, 1, run_unmatched },
    { "previous-unmatched", "", "to the one before", GROUP_BILINGUAL, TEXT, -1, run_unmatched },
    { "next-figure", "", "to the next figure that differs", GROUP_BILINGUAL, TEXT, 1, run_figure_step },
    { "previous-figure", "", "to the one before", GROUP_BILINGUAL, TEXT, -1, run_figure_step },
    { "figures", "", "compare the figures of two versions", GROUP_BILINGUAL, TEXT, 0, run_figures },
    { "parallel", "", "set two versions as one parallel edition", GROUP_BILINGUAL, TEXT, 0, run_parallel },

    { "next-mention", "", "to the next mention of this entity, on into the next article", GROUP_ENTITIES, TEXT, 1, run_mention_step },
    { "previous-mention", "", "to the mention before", GROUP_ENTITIES, TEXT, -1, run_mention_step },
    { "entities", "[WORDS]", "index of people, companies, products, places", GROUP_ENTITIES, 0, 0, run_entities },
    { "mentions", "", "every mention of this entity, in its context", GROUP_ENTITIES, 0, 0, run_mentions },
    { "entity", "new [NAME]", "write a note on that name, or the one under the cursor", GROUP_ENTITIES, 0, 0, run_entity },
    { "coverage", "[all|story|ARTICLE...]", "table of entities by articles; in it: the story or all articles", GROUP_ENTITIES, 0, 0, run_coverage },

    { "select", "", "select characters with the keys that move; again: no more", GROUP_NOTES, TEXT, 0, run_select },
    { "select-sentences", "", "select sentences; again: paragraphs", GROUP_NOTES, TEXT, 0, run_select_sentences },
    { "swap-ends", "", "while selecting, go on at the other end", GROUP_NOTES, TEXT, 0, run_swap_ends },
    { "annotate", "[KIND] [TEXT]", "annotate the selection or sentence; in the list of notes, change one", GROUP_NOTES, 0, 0, run_annotate },
    { "notes", "[review|settle|here|WORDS]", "list of notes, those with the words; review: those not where they were", GROUP_NOTES, 0, 0, run_notes },
    { "next-note", "", "to the next note, on into the next article", GROUP_NOTES, TEXT, 1, run_note_step },
    { "previous-note", "", "to the note before", GROUP_NOTES, TEXT, -1, run_note_step },
    { "edit", "", "edit the file of the text or row, or the note of the row, in $VISUAL or $EDITOR", GROUP_NOTES, 0, 0, run_edit },
    { "undo", "", "undo the last change to notes, of this visit or an earlier one", GROUP_NOTES, 0, -1, run_undo },
    { "redo", "", "redo it", GROUP_NOTES, 0, 1, run_undo },
    { "copy", "", "copy the selection or sentence to the clipboard", GROUP_NOTES, TEXT, 0, run_copy },
    { "export", "[FORMAT [!] FILE]", "write the notes of the article or list into a file; !: over one that is there", GROUP_NOTES, 0, 0, run_export },
    { "delete", "", "delete the chosen note, or the one under the cursor", GROUP_NOTES, 0, 0, run_delete },

    { "next-heading", "", "to the next heading", GROUP_OTHER, TEXT | JUMP, 1, run_headings },
    { "previous-heading", "", "to the heading before", GROUP_OTHER, TEXT | JUMP, -1, run_headings },
    { "outline", "", "the article's headings (or paragraphs) to choose from", GROUP_OTHER, TEXT, 0, run_outline },
    { "library", "", "the articles to choose from", GROUP_OTHER, 0, 0, run_library },
    { "open", "NAME", "open an article, file or folder here", GROUP_OTHER, 0, 0, run_open },
    { "facts", "", "facts about this place", GROUP_OTHER, TEXT, 0, run_facts },
    { "pipe", "[%][COMMAND]", "give the paragraph, or with % the article, to a shell command", GROUP_OTHER, TEXT, 0, run_pipe },
    { "command", "", "type a command", GROUP_OTHER, 0, 0, run_command },
    { "write", "[!] FILE", "write the text of this pane into a file; !: over one that is there", GROUP_OTHER, TEXT, 0, run_write },
    { "set", "[OPTION [VALUE]]", "set an option, or show it", GROUP_OTHER, 0, 0, run_set },
    { "bind", "KEYS COMMAND", "let keys stand for a command", GROUP_OTHER, 0, 0, run_bind },
    { "help", "[TOPIC]", "every key, command and option; / searches in it", GROUP_OTHER, 0, 0, run_help },
    { "redraw", "", "draw the screen afresh", GROUP_OTHER, 0, 0, run_redraw },
    { "suspend", "", "stop the program; fg brings it back", GROUP_OTHER, 0, 0, run_suspend },
    { "cancel", "", "leave what is open: popup, list, hits, filter", GROUP_OTHER, 0, 0, run_cancel },

    { "choose", "", "open the chosen row; in a table, go to the first mention", GROUP_LISTS, 0, 0, run_choose },
    { "choose-beside", "", "open it in a pane beside", GROUP_LISTS, 0, 1, run_choose },
    { "choose-below", "", "open it in a pane below", GROUP_LISTS, 0, 2, run_choose },
    { "list-filter", "[WORDS]", "show only rows with these words", GROUP_LISTS, 0, 0, run_list_filter },
    { "list-sort", "", "sort by name, and back; a table by total, name, type", GROUP_LISTS, 0, 0, run_list_sort },
    { "only-here", "", "in a table, only what this article alone mentions; then what it lacks; then all", GROUP_LISTS, 0, 0, run_only_here },
    { "close-list", "", "close the list", GROUP_LISTS, 0, 0, run_close_list },
};
/* clang-format on */

#undef TEXT
#undef JUMP
#undef CELL

const struct command *command_table(size_t *count)
{
    *count = sizeof table / sizeof table[0];
    return table;
}

const struct command *command_find(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (strlen(table[i].name) == length && memcmp(table[i].name, name, length) == 0)
            return &table[i];
    return NULL;
}

const char *command_group_title(enum command_group group)
{
    static const char *const titles[GROUP_COUNT] = {
        "Moving", "Panes", "History and marks", "Links", "Searching", "The bilingual hinge",
        "Entities", "Notes", "Other", "In lists and tables",
    };
    return titles[group];
}

/* Short forms that hands know from vim. */
static const struct command *find_short(const char *name, size_t length)
{
    static const char *const forms[][2] = {
        { "q", "quit" }, { "qa", "quit-all" }, { "e", "open" }, { "sp", "split" },
        { "vs", "vsplit" }, { "h", "help" }, { "on", "only" }, { "ls", "library" },
        { "q!", "quit" }, { "qa!", "quit-all" }, { "x", "quit-all" }, { "noh", "cancel" },
        { "$", "bottom" },
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (strlen(forms[i][0]) == length && memcmp(forms[i][0], name, length) == 0)
            return command_find(forms[i][1], strlen(forms[i][1]));
    return NULL;
}

static bool can_run(struct session *session, const struct command *command)
{
    if (command->run == NULL) {
        room_say(session, "%s: not in this version yet (%s)", command->name, command->help);
        return false;
    }
    bool in_cell = (command->flags & COMMAND_CELL) != 0 && room_matrix(session) != NULL;
    if ((command->flags & COMMAND_TEXT) != 0 && room_view(session) == NULL && !in_cell) {
        room_fail(session, "%s: needs an article; :open NAME or L opens one", command->name);
        return false;
    }
    if ((command->flags & COMMAND_JUMP) != 0 && room_view(session) != NULL)
        pane_remember(room_pane(session));
    return true;
}

void command_run_line(struct session *session, const char *line, long count, bool counted)
{
    line += strspn(line, " :");
    size_t length = strcspn(line, " ");
    if (length == 0)
        return;
    const struct command *command = command_find(line, length);
    if (command == NULL)
        command = find_short(line, length);
    size_t digits = strspn(line, "0123456789");
    if (command == NULL && digits > 0 && digits + 1 == length && line[digits] == '%')
        command = command_find("percent", 7);
    if (command == NULL && digits > 0 && digits == length) { /* :50 goes to paragraph 50 */
        command = command_find("top", 3);
        count = strtol(line, NULL, 10);
        counted = true;
    }
    if (command == NULL) {
        room_fail(session, "%.*s: no such command; :help lists them", (int)length, line);
        return;
    }
    const char *argument = line[length - 1] == '%' ? line : line + length;
    argument += strspn(argument, " ");
    if (!can_run(session, command))
        return;
    if (room_look_before(session, command, count > 0 ? count : 1))
        return;
    if (command->run != run_quit)
        visit_forget_panes(session);
    size_t end = strlen(argument);
    while (end > 0 && argument[end - 1] == ' ')
        end--;
    char *copy = xstrndup(argument, end);
    struct invocation invocation = { copy, count > 0 ? count : 1, counted, command->variant };
    command->run(session, &invocation);
    if (command->run != run_lookup)
        room_look_after(session);
    free(copy);
}
