/* Commands on entities. */
#include "command/table.h"
#include "session/crosstabs.h"
#include "session/edit.h"
#include "session/entity_lists.h"

/* clang-format off */
const struct command entity_commands[] = {
    { "next-mention", "", "to the next mention of this entity, on into the next article", GROUP_ENTITIES, COMMAND_TEXT | COMMAND_LIBRARY, 1, entity_lists_run_step },
    { "previous-mention", "", "to the mention before", GROUP_ENTITIES, COMMAND_TEXT | COMMAND_LIBRARY, -1, entity_lists_run_step },
    { "entities", "[WORDS]", "index of people, companies, products, places", GROUP_ENTITIES, COMMAND_LIBRARY, 0, entity_lists_run },
    { "mentions", "", "every mention of this entity, in its context", GROUP_ENTITIES, COMMAND_LIBRARY, 0, entity_lists_run_mentions },
    { "entity", "new [NAME]", "write a note on that name, or the one under the cursor", GROUP_ENTITIES, 0, 0, edit_run_new_note },
    { "coverage", "[all|story|ARTICLE...]", "table of entities by articles; in it: the story or all articles", GROUP_ENTITIES, COMMAND_LIBRARY, 0, crosstabs_run },
    { .name = NULL },
};
/* clang-format on */
