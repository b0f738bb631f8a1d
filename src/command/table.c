#include "command/table.h"

#include <stddef.h>

static const struct command *const parts[] = {
    move_commands,
    pane_commands,
    link_commands,
    search_commands,
    bilingual_commands,
    figure_commands,
    story_commands,
    entity_commands,
    select_commands,
    note_commands,
    export_commands,
    list_commands,
    general_commands,
    write_commands,
    tutor_commands,
    NULL,
};

/* Short forms that hands know from vim. */
static const struct command_alias aliases[] = {
    { "q", "quit" },  { "qa", "quit-all" },  { "e", "open" },     { "sp", "split" },
    { "vs", "vsplit" }, { "h", "help" },     { "on", "only" },    { "ls", "library" },
    { "q!", "quit" }, { "qa!", "quit-all" }, { "x", "quit-all" }, { "noh", "cancel" },
    { "w", "write" },  { "wq", "quit-all" }, { "vsp", "vsplit" }, { "bn", "next-article" },
    { "bp", "previous-article" }, { "grep", "search-library" },
    { "$", "bottom" }, { "bnext", "next-article" }, { "n", "next-article" }, { "next", "next-article" },
    { "bprevious", "previous-article" }, { "N", "previous-article" }, { "p", "previous-article" },
    { "prev", "previous-article" }, { "b", "open" }, { "o", "open" }, { "view", "open" }, { "find", "open" },
    { "buffers", "library" }, { "files", "library" }, { "bd", "quit" }, { "bdelete", "quit" },
    { "wqa", "quit-all" }, { "xa", "quit-all" }, { "exit", "quit-all" }, { "cq", "quit-all" },
    { "clo", "close" }, { "nohlsearch", "cancel" }, { "se", "set" }, { "so", "source" }, { "sh", "shell" },
    { "u", "undo" }, { "red", "redo" }, { "ju", "jumps" }, { "f", "facts" }, { "file", "facts" },
    { "=", "facts" }, { "vimgrep", "search-library" }, { "vim", "search-library" },
    { "nohl", "cancel" }, { "new", "split" }, { "vnew", "vsplit" }, { "sus", "suspend" }, { "stop", "suspend" },
    { "first", "top" }, { "last", "bottom" }, { "cd", "open" },
    { "colorscheme", "set theme" }, { "colo", "set theme" },
    { NULL, NULL },
};

const struct command_set command_all = { parts, aliases };
