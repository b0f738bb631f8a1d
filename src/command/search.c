/* Commands that search. */
#include "session/search.h"
#include "command/table.h"
#include "session/library_search.h"

/* clang-format off */
const struct command search_commands[] = {
    { "search", "[PATTERN]", "search forwards", GROUP_SEARCH, 0, 1, search_run },
    { "search-back", "[PATTERN]", "search backwards", GROUP_SEARCH, COMMAND_TEXT, -1, search_run },
    { "search-next", "", "to the next hit", GROUP_SEARCH, COMMAND_MOTION, 1, search_run_next },
    { "search-previous", "", "to the hit before", GROUP_SEARCH, COMMAND_MOTION, -1, search_run_next },
    { "search-word", "", "search for the word under the cursor", GROUP_SEARCH, COMMAND_TEXT, 1, search_run_word },
    { "search-word-back", "", "search for it backwards", GROUP_SEARCH, COMMAND_TEXT, -1, search_run_word },
    { "filter", "[PATTERN]", "show only the paragraphs that match; nothing: show all", GROUP_SEARCH, COMMAND_TEXT, 0, search_run_filter },
    { "search-library", "[PATTERN]", "search all articles", GROUP_SEARCH, COMMAND_LIBRARY, 0, search_run_library },
    { .name = NULL },
};
/* clang-format on */
