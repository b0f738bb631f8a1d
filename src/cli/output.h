/* output: the only printer of the batch commands.
 *
 * Records go out as TSV (a header row, then one record a line; tab, newline and backslash
 * as \t \n \\), as JSON (an array of objects whose keys are the columns), or as aligned columns for
 * people. Free text goes out as it is given. Nothing unprintable leaves: text and TSV show it
 * as text/sanitize.h says, JSON escapes it.
 *
 * A write that fails is remembered: output_end tells. After that nothing more is written.
 * With `ascii` (a terminal that takes no UTF-8) every other character is a question mark per
 * cell. Bytes are gathered and written to the descriptor in large pieces. */
#ifndef DIPTYCH_CLI_OUTPUT_H
#define DIPTYCH_CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/span.h"

/* Tables come as one of the first three; the others are what some commands offer besides. */
enum output_format {
    OUTPUT_TEXT,
    OUTPUT_TSV,
    OUTPUT_JSON,
    OUTPUT_LADDER,
    OUTPUT_TMX,
    OUTPUT_MARKDOWN,
    OUTPUT_ORG,
    OUTPUT_HTML,
    OUTPUT_CSV,
    OUTPUT_BIBTEX,
    OUTPUT_CSL,
    OUTPUT_ANKI,
    OUTPUT_UNKNOWN
};

static inline bool output_format_is_table(enum output_format format)
{
    return format <= OUTPUT_JSON;
}

struct output_column {
    const char *name;
    bool number; /* the values are decimals: bare in JSON, to the right in text */
    size_t width;
};

struct output {
    int file; /* descriptor */
    bool ascii;
    bool failed;
    int reason; /* errno of the write that failed */
    bool lossy; /* question marks were written */
    enum output_format format;
    struct output_column *columns; /* NULL between tables */
    size_t column_count;
    char *names; /* what theirs lie in */
    size_t rows;
    struct buffer cells; /* of the row that is not yet whole, each with its zero */
    const char **values; /* room for them */
    size_t cell_count;
    struct buffer waiting; /* text format: clean values, NUL-terminated, not yet aligned */
    bool measured;         /* output_measure was called */
    bool aligned;          /* the widths are settled and the header is out */
    struct buffer bytes;   /* not yet written */
};

/* Clean UTF-8 lines as they are. */
void output_text(struct output *output, const char *text, size_t length);

/* A table: begin, rows of a value (no NULL) a column, finish. `columns` are their names with blanks
 * between, those of decimals with `#` behind: "article start# end# text". */
void output_table(struct output *output, enum output_format format, const char *columns);
void output_row(struct output *output, const char *const *values);

/* The same with names that need not be clean and may have blanks; all but the first are decimals.
 */
void output_table_named(struct output *output, enum output_format format, const char *const *names,
                        size_t count);

/* A row value by value; with the last it goes out. */
void output_cell(struct output *output, const char *text);
void output_cell_span(struct output *output, const char *text, struct span span);
void output_cell_number(struct output *output, size_t number);

/* For a table whose rows are all known: measure each, then print each with output_row; then no row
 * waits in memory for the widths of the later ones. */
void output_measure(struct output *output, const char *const *values);
void output_table_end(struct output *output);

/* Writes what is left and frees all. False with a sentence when a write failed; an empty one when
 * that was a reader who went away (EPIPE), which is nobody's fault. */
bool output_end(struct output *output, struct error *error);

/* "diptych: MESSAGE" on standard error, made printable. `ascii` as above. */
void output_complain(const char *message, bool ascii);

/* By their names: "text", "tsv", "json", "ladder", "tmx" ... */
bool output_format_parse(const char *name, enum output_format *format);
const char *output_format_name(enum output_format format);

#endif
