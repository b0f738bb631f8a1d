/* option: the settings a reader can change, as one table.
 *
 * Each has a name, a kind, a default and one line of help; diptychrc, `:set`, the help and the
 * manual all come from the table. Values live in `struct options`, a plain struct without
 * pointers, that can be copied and compared as it is: a text lies in an array of its own in it,
 * NUL-terminated, zeros behind, and what does not fit in is refused. */
#ifndef DIPTYCH_UI_OPTION_H
#define DIPTYCH_UI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

enum option_kind { OPTION_NUMBER, OPTION_SWITCH, OPTION_CHOICE, OPTION_NAME, OPTION_TEXT };

#define OPTION_TEXT_SIZE 1024 /* bytes of a text, its NUL included */
#define OPTION_NAME_SIZE 24   /* bytes of a name, its NUL included */
#define OPTION_THEME_AUTO "auto"

enum option_letters { OPTION_LETTERS_AUTO, OPTION_LETTERS_ON, OPTION_LETTERS_OFF };
enum option_hinge { OPTION_HINGE_AUTO, OPTION_HINGE_PARALLEL, OPTION_HINGE_COMPARABLE };
enum option_names { OPTION_NAMES_FIRST, OPTION_NAMES_ALL, OPTION_NAMES_OFF };
enum option_language { OPTION_LANGUAGE_AUTO };
enum option_ascii { OPTION_ASCII_AUTO, OPTION_ASCII_ON, OPTION_ASCII_OFF };

struct options {
    int measure;    /* widest text column in cells */
    int scrolloff;  /* rows kept between the cursor and the pane's edge */
    int spacing;    /* blank rows between paragraphs */
    int tab;        /* cells between tab stops */
    int colors;     /* 0 auto, else 1 (none), 8, 16, 256 */
    int ascii;      /* enum option_ascii */
    int hinge;      /* enum option_hinge */
    int language;   /* of messages: its number among the choices */
    int letters;    /* enum option_letters */
    int names;      /* enum option_names */
    int regex;      /* switch: patterns are regular expressions */
    int wrapscan;   /* switch: search goes on at the other end */
    int mouse;      /* switch */
    int number;     /* switch: the lines of the file stand beside its paragraphs */
    int demonyms;   /* switch: "Chinese" counts as a mention of China */
    int remember;   /* switch: panes and positions of the last visit come back */
    int raw;        /* switch: texts show their source */
    char theme[OPTION_NAME_SIZE]; /* a palette's name, or OPTION_THEME_AUTO */
    char encoding[OPTION_TEXT_SIZE]; /* that files are read as, "" as they look */
    char lookup_command[OPTION_TEXT_SIZE]; /* words of a program to ask for a word, "" none */
    char on_note[OPTION_TEXT_SIZE]; /* a command that is told of new notes, "" none */
    char reader[OPTION_TEXT_SIZE]; /* rules (doc/outside_reader.h), "" none */
    char search_engine[OPTION_TEXT_SIZE]; /* words of a program that searches, "" none */
    char vault[OPTION_TEXT_SIZE]; /* folder of the reader's own notes, "" none */
};

struct option {
    const char *name;
    enum option_kind kind;
    size_t offset;       /* of the int, or array, in struct options */
    int standard;        /* default */
    int least, most;     /* OPTION_NUMBER */
    const char *choices; /* OPTION_CHOICE: "auto on off"; OPTION_NAME: those there always are, the default first */
    const char *help;
};

const struct option *option_table(size_t *count);
const struct option *option_find(const char *name); /* its own or the one that vim has for it: nu, so, bg */

/* Whether it is one that the reader may give: letters, digits, - and _, not too many. */
bool option_is_name(const char *word);

void options_default(struct options *options);

/* "measure 72", "regex on", "noregex", "regex", "regex!" (the other way), "vault ~/my notes", "novault". Rules of
 * `reader` add to one another, the last one of a pattern counts. */
bool options_set(struct options *options, const char *line, struct error *error);

/* The language of messages, "auto", "en" or as the locale of a catalogue is called. */
const char *options_language(const struct options *options);

/* The value as text, "72", "on", "dark"; an empty text is "" with its quotes. Appended. */
void options_show(const struct options *options, const struct option *option, struct buffer *out);

#endif
