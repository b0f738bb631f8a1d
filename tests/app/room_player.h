/* room_player: what the files that play a room script share; room_script.h is the outside.
 *
 * room_script.c reads the script, opens the room and presses its keys; room_look.c compares what
 * the screen shows with what the script expects; room_shell.c runs programs beside it. Instructions return false after saying with
 * wrong() what differs; playing goes on, so that one run tells all that is wrong. */
#ifndef DIPTYCH_TESTS_APP_ROOM_PLAYER_H
#define DIPTYCH_TESTS_APP_ROOM_PLAYER_H

#include "command/table.h"
#include "session/core.h"
#include "app/room_script.h"
#include "base/buffer.h"
#include "layout/grid.h"

#define NAMES 16

struct script {
    const char *path;
    char **lines;
    size_t count;
    size_t at;          /* the line after the one being played */
    struct buffer rest; /* the script as it is written back when blessed */
    bool bless;
    struct room_seen *seen;
    struct session_setup setup;
    char *collection, *browser, *editor;
    struct message_catalogues *messages;
    char *names[NAMES];
    bool lazy, started;
    struct session *session;
    struct grid *grid;
    struct buffer screen; /* the grid as text, after painting */
    struct buffer printed; /* by the program of the last `shell` */
    struct conversion *conversion;
    char *remembered;
    int remembered_row, remembered_column;
    struct request request;
    struct buffer faults;
    unsigned faults_shown;
};

bool wrong(struct script *script, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The next word of *rest, or the text between quotes, cut off it; NULL at the end. */
char *next_word(char **rest, bool *quoted);

/* \e \n \t \\ \" \xHH become their bytes, in place. Returns the length. */
size_t unescape(char *text);

/* The lines that follow between --- and ---; *tail is what stands on the second --- . They are
 * kept for writing back if `keep`. */
bool fenced(struct script *script, struct buffer *out, const char **tail, bool keep);

bool set_converter(struct script *script, char *rest);
bool do_shell(struct script *script, char *rest);
bool look_printed(struct script *script, char *rest);

bool look_row(struct script *script, char *rest);
bool look_status(struct script *script, char *rest);
bool look_message(struct script *script, char *rest);
bool look_contains(struct script *script, char *rest);
bool look_lacks(struct script *script, char *rest);
bool look_cursor(struct script *script, char *rest);
bool look_role(struct script *script, char *rest);
bool look_panes(struct script *script, char *rest);
bool look_same(struct script *script, char *rest);
bool look_request(struct script *script, char *rest);
bool look_input(struct script *script, char *rest);
bool look_environment(struct script *script, char *rest);
bool look_screen(struct script *script, char *rest);

#endif
