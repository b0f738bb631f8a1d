/* room_script: the reading room played from a script: keys in, screens out, no terminal.
 *
 * A script (scripts/NAME.room) is lines of one instruction each; a line that begins with # and a
 * blank line say nothing. Words are parted by spaces; rows and columns are counted from 1. Every
 * script has a folder of its own that it runs in: in it lie a copy of the test collection
 * (`collection`), `data`, `cache` and `config`, and what the script writes.
 *
 * Before the room opens:
 *     size 80x24             columns and rows (this is what it is if nothing is said)
 *     collection NAME|none   the collection's folder (else `collection`, which is also the standard
 *                            one unless there is none)
 *     open NAME...           what stands on the command line
 *     fresh  ascii  guessed  --fresh; a terminal that takes no UTF-8; that does in another locale
 *     number                 -N
 *     theme NAME             dark (256 colours), light, none ...
 *     language NAME          what the locale asks for, of the catalogues of the build; where these were
 *                            not made (no msgfmt) the script ends here
 *     browser WORDS          $BROWSER (else none)
 *     editor WORDS           $EDITOR (else none)
 *     config                 diptychrc, between --- and ---
 *     write NAME             a file, between --- and ---; \e \n \t \\ \xHH stand for bytes
 *     repeat COUNT NAME TEXT a file of COUNT lines TEXT; %d is the line's number
 *     folder NAME            an empty folder
 *     remove NAME            takes a file away
 *     lazy                   the background work is done at `tick` only, else after every key
 *     refused TEXT           the room does not open and says TEXT
 *     converter              files of other kinds are read with the converter of the build
 *     shell COMMAND          runs it in the script's folder, with this room's notes and collection; PATH
 *                            leads to the program of the build; it has to end with 0
 *     printed TEXT           TEXT is in what it printed; \t and \n stand for tabs and line ends
 * Of these, write, repeat, folder, remove, shell and printed may also stand later.
 * Doing (the first of these opens the room):
 *     keys WORDS             key names (key.h); "text" is typed character by character
 *     paste "TEXT"           a bracketed paste
 *     mouse press|drag|release|up|down ROW COLUMN
 *     resize 40x10
 *     ran STATUS [REASON]    a program that was asked for has ended
 *     restart [fresh] [open NAME...]   saves the visit, closes and opens again
 *     tick                   the background work, and what is done once a second
 *     remember               keeps the screen and the cursor for `same`
 * Looking:
 *     screen                 the lines between --- and --- are on the screen, blanks at their ends
 *                            apart; after the second --- may stand the cursor's row and column
 *     same                   screen and cursor are what they were at `remember`
 *     row N TEXT             row N is TEXT (blanks at both ends apart)
 *     status TEXT            the status line has TEXT in it
 *     message TEXT           the last line is TEXT
 *     contains TEXT          some row has TEXT in it
 *     lacks TEXT             none has
 *     cursor ROW COLUMN
 *     role NAME TEXT         TEXT is on the screen, every cell of it in that role (style.h)
 *     panes COUNT
 *     request KIND [WORDS]   none quit suspend redraw run copy; WORDS are run's program
 *     input "TEXT"           what that program shall read
 *     environment NAME TEXT  the variable that it gets besides, empty: it does not get it
 *
 * After every key the runner paints and checks that each cell is printable, in ASCII mode that
 * borders, rules and list marks are ASCII, and that the cursor lies on the grid. Playing goes on
 * after a fault, so that one run tells all. With bless set, expected screens and the cursors after
 * them are rewritten in place. */
#ifndef DIPTYCH_TESTS_APP_ROOM_SCRIPT_H
#define DIPTYCH_TESTS_APP_ROOM_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

/* Which rows of the standard keymap and which commands the scripts have used. */
struct room_seen {
    unsigned char *rows;
    unsigned char *commands;
};

/* Plays one script; the collection is copied from `source`/collection. False with what differs in
 * `fault` (free it). The working folder is the caller's again afterwards. */
bool room_script_run(const char *path, const char *source, bool bless, struct room_seen *seen,
                     char **fault);

#endif
