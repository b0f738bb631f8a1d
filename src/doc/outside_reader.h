/* outside_reader: programs of the reader's own that make text of files: pdftotext, antiword, pandoc.
 *
 * A rule is a pattern of file names (fnmatch) and a command in quotes:
 *     *.pdf "pdftotext -layout %(file) -"
 * The command is run without a shell, its words parted by blanks, %(file) the file's path; what it
 * prints is the text, read as plain text, Markdown or HTML as it looks. Rules go before everything that
 * is known of a file; for PDF pdftotext, for Word before 2007 antiword and catdoc are tried unasked.
 *
 * The rules in force are one text, which conversion.h keeps: set when diptychrc is read and by :set. */
#ifndef DIPTYCH_DOC_OUTSIDE_READER_H
#define DIPTYCH_DOC_OUTSIDE_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "doc/conversion.h"
#include "doc/file_kind.h"

#define OUTSIDE_READER_WORDS 30

/* `rules` with `rule` in the place of one of the same pattern, or behind them, into `out` of `size`
 * bytes. False with a sentence when it is no rule or does not fit. */
bool outside_readers_add(const char *rules, const char *rule, char *out, size_t size,
                         struct error *error);

enum outside_end { OUTSIDE_NONE, OUTSIDE_DONE, OUTSIDE_FAILED };

/* Whether a rule is for the file `path`, whatever is in it. */
bool outside_reader_is_for(struct conversion *conversion, const char *path);

/* Appends what the program for the file says. OUTSIDE_NONE: there is none, or none is installed of those
 * that are tried unasked. */
enum outside_end outside_reader_run(struct conversion *conversion, const char *path,
                                    enum file_kind kind, const atomic_bool *stop,
                                    struct buffer *out, struct error *error);

#endif
