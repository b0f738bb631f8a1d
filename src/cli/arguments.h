/* arguments: the command line taken apart: options anywhere before "--", then names.
 *
 * An option is --name, --name VALUE or --name=VALUE; some may be given several times, else the last one
 * holds; one table says which there are, what they take and do (help and manual come from it). The
 * first name that is a command's is the command, but not after "--" and not ./NAME.
 * Ownership: strings are argv's; arguments_free releases the lists. */
#ifndef DIPTYCH_CLI_ARGUMENTS_H
#define DIPTYCH_CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "cli/output.h"

/* Sets of options: those that were given, those that a command takes. */
#define FLAG_BIT(number) (UINT64_C(1) << (number))
#define FLAG_COLLECTION FLAG_BIT(0)
#define FLAG_FORMAT FLAG_BIT(1)
#define FLAG_WIDTH FLAG_BIT(2)
#define FLAG_BESIDE FLAG_BIT(3)
#define FLAG_FRESH FLAG_BIT(4)
#define FLAG_THEME FLAG_BIT(5)
#define FLAG_HELP FLAG_BIT(6)
#define FLAG_VERSION FLAG_BIT(7)
#define FLAG_SEGMENTED FLAG_BIT(8)
#define FLAG_UNIT FLAG_BIT(9)
#define FLAG_MODE FLAG_BIT(10)
#define FLAG_VAULT FLAG_BIT(11)
#define FLAG_IN FLAG_BIT(12)
#define FLAG_NOT_IN FLAG_BIT(13)
#define FLAG_QUOTE FLAG_BIT(14)
#define FLAG_PREFIX FLAG_BIT(15)
#define FLAG_SUFFIX FLAG_BIT(16)
#define FLAG_COMMENT FLAG_BIT(17)
#define FLAG_TAG FLAG_BIT(18)
#define FLAG_KIND FLAG_BIT(19)
#define FLAG_SINCE FLAG_BIT(20)
#define FLAG_UNTIL FLAG_BIT(21)
#define FLAG_ANNOTATED FLAG_BIT(22)
#define FLAG_TEMPLATE FLAG_BIT(23)
#define FLAG_PRESET FLAG_BIT(24)
#define FLAG_OUTPUT FLAG_BIT(25)
#define FLAG_STORY FLAG_BIT(26)
#define FLAG_ENTITY FLAG_BIT(27)
#define FLAG_STATE FLAG_BIT(28)
#define FLAG_PUBLISHED FLAG_BIT(29)
#define FLAG_ENCODING FLAG_BIT(30)
#define FLAG_SPLIT FLAG_BIT(31)
#define FLAG_FRONT FLAG_BIT(32)
#define FLAG_CALLOUTS FLAG_BIT(33)
#define FLAG_NO_BOM FLAG_BIT(34)
#define FLAG_WITH_PATHS FLAG_BIT(35)
#define FLAG_COUNTERPART FLAG_BIT(40)
#define FLAG_LINK FLAG_BIT(36)
#define FLAG_ASK FLAG_BIT(37)
#define FLAG_LIMIT FLAG_BIT(38)
#define FLAG_OVER_EDITS FLAG_BIT(39)
#define FLAG_UNKNOWN FLAG_BIT(41)
#define FLAG_DEMONYMS FLAG_BIT(42)
#define FLAG_CHECK_CONFIG FLAG_BIT(45)
#define FLAG_LANGUAGES FLAG_BIT(43)
#define FLAG_REPLACE FLAG_BIT(44)
#define FLAG_RAW FLAG_BIT(47)
#define FLAG_NUMBER FLAG_BIT(46)
/* No options: what --format may be besides text, tsv and json. */
#define FLAG_CARDS FLAG_BIT(59)    /* anki */
#define FLAG_MARKDOWN FLAG_BIT(60) /* markdown */
#define FLAG_REPORT FLAG_BIT(61)   /* markdown, org or html */
#define FLAG_PRINTER FLAG_BIT(62)  /* what export prints */
#define FLAG_LADDER FLAG_BIT(63)   /* ladder or tmx */

#define WIDTH_LEAST 2 /* a Chinese character */
#define WIDTH_MOST 1000

struct arguments;

struct cli_option {
    const char *name;  /* with its dashes */
    const char *brief; /* "-h", NULL none */
    const char *value; /* "DIR", NULL when it takes none */
    const char *help;
    uint64_t bit; /* FLAG_... */
    size_t place; /* of the value in struct arguments, 0: none, `read` keeps it */
    /* Checks the value, and may keep it. NULL: any will do. */
    bool (*read)(struct arguments *arguments, const char *value);
    const char *wants; /* what it may be, where `read` refuses */
};

/* The table; NULL past the last. */
const struct cli_option *arguments_option(size_t index);

/* What describes annotations: those of note and export. */
struct note_arguments {
    const char *quote; /* NULL unless given; so the others */
    const char *prefix, *suffix;
    const char *comment;
    const char *counterpart; /* "auto", or its words */
    const char *kind; /* "question" and the like */
    const char *since;
    const char *until;
    const char **tags; /* those of --tag, in order */
    size_t tag_count;
    const char *story, *entity;
    const char *state; /* "moved" and the like */
};

/* What becomes of them: those of export. */
struct export_arguments {
    const char *template; /* a file; NULL unless given, so the others */
    const char *preset;
    const char *front; /* a file */
    const char *output; /* a file, or a folder with --split */
};

struct arguments {
    uint64_t given, brief;  /* FLAG_...; of these, what was written with one letter */
    const char *collection; /* NULL unless given; so the others */
    const char *vault;
    const char *beside;
    const char *theme;
    const char *encoding;
    const char *mode; /* "parallel" and the like */
    const char *published; /* a date */
    const char *languages; /* "zh-en" */
    bool by_paragraph; /* --unit paragraph */
    int width; /* 0 unless given */
    size_t limit; /* with FLAG_LIMIT; 0: none */
    enum output_format format; /* OUTPUT_UNKNOWN: none that there is */
    const char *format_name;   /* as it was given */
    const char **in; /* those of --in, in order; so the next */
    size_t in_count;
    const char **not_in;
    size_t not_in_count;
    struct note_arguments note;
    struct export_arguments export;
    const char **names;
    size_t count;
    size_t literal; /* names[literal] and on stood after "--": no commands */
};

/* False with a sentence: wrong usage. */
bool arguments_parse(int argc, char **argv, struct arguments *arguments, struct error *error);
/* What of `refused` was given first in the table, as it was written; NULL nothing. */
const char *arguments_refused(const struct arguments *arguments, uint64_t refused);
void arguments_free(struct arguments *arguments);

#endif
