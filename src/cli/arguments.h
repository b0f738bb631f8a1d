/* arguments: the command line taken apart: options anywhere before "--", then names.
 *
 * An option is --name, --name VALUE or --name=VALUE; some may be given several times, else the
 * last one holds; one table says which there are, what they take
 * and what they do (help and manual come from it). The first name that is a command's is
 * the command, but not after "--" and not ./NAME.
 * Ownership: strings are argv's; arguments_free releases the lists. */
#ifndef DIPTYCH_CLI_ARGUMENTS_H
#define DIPTYCH_CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "cli/output.h"

enum cli_flag {
    FLAG_COLLECTION = 1,
    FLAG_FORMAT = 2,
    FLAG_WIDTH = 4,
    FLAG_BESIDE = 8,
    FLAG_FRESH = 16,
    FLAG_THEME = 32,
    FLAG_HELP = 64,
    FLAG_VERSION = 128,
    FLAG_SEGMENTED = 256,
    FLAG_UNIT = 512,
    FLAG_MODE = 1024,
    FLAG_VAULT = 2048,
    FLAG_IN = 4096,
    FLAG_NOT_IN = 8192,
    FLAG_QUOTE = 1 << 14,
    FLAG_PREFIX = 1 << 15,
    FLAG_SUFFIX = 1 << 16,
    FLAG_COMMENT = 1 << 17,
    FLAG_TAG = 1 << 18,
    FLAG_KIND = 1 << 19,
    FLAG_SINCE = 1 << 20,
    FLAG_UNTIL = 1 << 21,
    FLAG_ANNOTATED = 1 << 22,
    FLAG_TEMPLATE = 1 << 23,
    FLAG_PRESET = 1 << 24,
    FLAG_OUTPUT = 1 << 25,
    FLAG_STORY = 1 << 26,
    FLAG_ENTITY = 1 << 27,
    FLAG_STATE = 1 << 28,
    FLAG_PRINTER = 1 << 29, /* no option: --format may be what export prints */
    FLAG_LADDER = 1 << 30   /* no option: --format may be ladder or tmx */
};

/* enum constants are ints: the last bits are none of them */
#define FLAG_PUBLISHED (UINT64_C(1) << 31)
#define FLAG_ENCODING (UINT64_C(1) << 32)
#define FLAG_LINK (UINT64_C(1) << 33)
#define FLAG_ASK (UINT64_C(1) << 34)

#define WIDTH_LEAST 2 /* a Chinese character */
#define WIDTH_MOST 1000

struct cli_option {
    const char *name;  /* with its dashes */
    const char *brief; /* "-h", NULL none */
    const char *value; /* "DIR", NULL when it takes none */
    const char *help;
    uint64_t bit;
};

/* The table; NULL past the last. */
const struct cli_option *arguments_option(size_t index);

/* What describes annotations: those of note and export. */
struct note_arguments {
    const char *quote; /* NULL unless given; so the others */
    const char *prefix;
    const char *suffix;
    const char *comment;
    const char *kind; /* "question" and the like */
    const char *since;
    const char *until;
    const char **tags; /* those of --tag, in order */
    size_t tag_count;
    const char *story;
    const char *entity;
    const char *state; /* "moved" and the like */
};

/* What becomes of them: those of export. */
struct export_arguments {
    const char *template; /* a file; NULL unless given, so the others */
    const char *preset;
    const char *output; /* a file */
};

struct arguments {
    uint64_t given;         /* enum cli_flag */
    const char *collection; /* NULL unless given; so the others */
    const char *vault;
    const char *beside;
    const char *theme;
    const char *encoding;
    const char *mode; /* "parallel" and the like */
    const char *published; /* a date */
    bool by_paragraph; /* --unit paragraph */
    int width; /* 0 unless given */
    enum output_format format;
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
void arguments_free(struct arguments *arguments);

#endif
