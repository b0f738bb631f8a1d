/* registry: what the reader can have done, as one table.
 *
 * Every key stands for a command line, and `:` takes the same lines: NAME [ARGUMENT]. A record
 * yields the name, the argument's form, the help and the function; the help, the manual's lint and
 * completion read the same table. The records come from the floor above (command/table.h), as data;
 * this file finds and runs them. */
#ifndef DIPTYCH_SESSION_REGISTRY_H
#define DIPTYCH_SESSION_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>

struct session;

enum command_group {
    GROUP_MOVE,
    GROUP_PANES,
    GROUP_HISTORY,
    GROUP_LINKS,
    GROUP_SEARCH,
    GROUP_BILINGUAL,
    GROUP_ENTITIES,
    GROUP_NOTES,
    GROUP_OTHER,
    GROUP_LISTS,
    GROUP_COUNT
};

enum command_flags {
    COMMAND_KEY = 1,  /* the key after it is its argument (m a) */
    COMMAND_JUMP = 2, /* the place before it goes to the jump list */
    COMMAND_TEXT = 4, /* needs a pane with a text and no list over it */
    COMMAND_CELL = 8, /* does with the table's cell, too, what it does in a text */
    COMMAND_MOTION = 16, /* moves the cursor: the look-up popup follows it */
    COMMAND_SCROLL = 32, /* scrolls the look-up popup while it is open */
    COMMAND_LOOKUP = 64, /* opens the look-up popup, or asks it for more */
    COMMAND_LIBRARY = 512, /* has to know all articles: a large library is read first, with a bar */
    COMMAND_REST = 256, /* all that follows is its argument, a ; too */
    COMMAND_LEAVE = 128 /* closes panes in order to leave: those of before come back */
};

struct invocation {
    const char *argument; /* "" when none was given */
    long count;           /* 1 when none was given */
    bool counted;
    int variant;          /* the record's */
};

struct command {
    const char *name;
    const char *synopsis; /* form of the argument, "" none */
    const char *help;     /* one line, lower case, no full stop */
    enum command_group group;
    unsigned flags;
    int variant; /* lets one function serve several records */
    void (*run)(struct session *session, const struct invocation *invocation);
};

struct command_alias {
    const char *name;
    const char *command; /* what it stands for: a name, and arguments where it has some */
};

/* The joined table: `parts` ends with NULL, a part with a record whose name is NULL; so do the
 * aliases. */
struct command_set {
    const struct command *const *parts;
    const struct command_alias *aliases;
};

const struct command *command_at(const struct command_set *set, size_t index); /* NULL: no more */
const struct command *command_find(const struct command_set *set, const char *name, size_t length);
char *command_spell_alias(const struct command_set *set, const char *line); /* NULL: begins with none; free it */
const char *command_group_title(enum command_group group);

/* Whether there is what it works on: a text where it needs one. */
bool command_is_possible(const struct session *session, const struct command *command);

/* Length of the first of the command lines that a key stands for, parted by a ; between blanks;
 * shell and pipe take all that follows. The blanks at its end do not count. */
size_t command_line_length(const struct command_set *set, const char *lines);

/* Runs a command line; says in the message line what is wrong with it. */
void command_run_line(struct session *session, const char *line, long count, bool counted);

/* Runs a command that was found, without an argument; a count of 0 is none. */
void command_run(struct session *session, const struct command *command, long count);

#endif
