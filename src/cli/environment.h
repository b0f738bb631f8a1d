/* environment: all that the program learns from where it was started: variables, home folder,
 * its own place on disk, the terminal or pipe it writes to. Read once, by main.
 *
 * Folders follow the XDG rules: a variable that holds no absolute path counts as unset; without
 * HOME the password entry tells the home folder; without that there is none, and NULL here
 * means that nothing is read or remembered.
 * Ownership: environment_free. */
#ifndef DIPTYCH_CLI_ENVIRONMENT_H
#define DIPTYCH_CLI_ENVIRONMENT_H

#include <stdbool.h>

struct conversion;
struct message_catalogues;

struct environment {
    char *config_folder; /* .../diptych each, NULL none */
    char *data_folder;
    char *cache_folder;
    char *home; /* NULL unknown */
    const char *temporary; /* folder for what lasts no longer than the program */
    struct conversion *conversion; /* makes text of files (doc/conversion.h) */
    struct message_catalogues *messages; /* in the language of the locale, which is in force */
    char *collection; /* the bundled one, or what DIPTYCH_COLLECTION says, NULL none */
    char *library;    /* the reader's own, which goes before the bundled one; NULL none */
    const char *editor; /* as the variables say; NULL unset. They belong to the C library. */
    const char *browser;
    const char *shell;
    bool utf8;        /* the terminal takes UTF-8 */
    bool guessed_utf8; /* ... though the locale is none of it */
    bool terminal;    /* standard output is one */
    bool no_color;    /* NO_COLOR is set and not empty */
    const char *term; /* TERM; NULL unset or empty */
    bool light;       /* COLORFGBG tells of a light background */
    bool told_background; /* COLORFGBG is set */
    bool true_color;  /* COLORTERM says that any colour can be shown */
    bool frames;      /* WT_SESSION and the like: shows frames whole, though TERM says xterm */
    int escape_delay; /* ESCDELAY: milliseconds that a lone ESC waits for more */
    int columns;      /* COLUMNS, 0 unset */
    int terminal_columns; /* of the terminal that standard output is, 0 none or unknown */
};

/* `utf8` is what width_begin() said; `program` is argv[0]. */
void environment_read(struct environment *environment, bool utf8, const char *program);
/* The folder to use unless --collection says otherwise, NULL none. */
const char *environment_collection(const struct environment *environment);
void environment_free(struct environment *environment);

#endif
