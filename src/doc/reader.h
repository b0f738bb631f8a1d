/* reader: a file of any kind becomes a document.
 *
 * The kind goes by the name: .md .markdown .mkd Markdown, all else plain text; but a .txt
 * that bears at least two different kinds of unmistakable Markdown marks in its first
 * 64 KiB (guess.h lists them) is read as Markdown. Front matter is cut from both. HTML, e-books
 * and whatever else file_kind.h knows by its first bytes is read through the converter
 * (conversion.h); a name decides only where the bytes do not.
 * The language is front matter's `lang`, else guessed from the first 64 KiB of text.
 * What cannot be read (folder, device, FIFO, too large, no permission) is one sentence in
 * `error`, as is what other program could help with a picture or a PDF.
 * Ownership: the caller frees the document with document_free. */
#ifndef DIPTYCH_DOC_READER_H
#define DIPTYCH_DOC_READER_H

#include "base/error.h"
#include "doc/conversion.h"
#include "doc/document.h"

#define READER_HEAD_LEAST ((size_t)128 << 10)

enum reader_kind { READER_BY_NAME, READER_PLAIN, READER_MARKDOWN };

#define READER_ENCODING_SIZE 40

/* How a file is to be read, other than as it looks. Start with { 0 }. */
struct reader_wish {
    char encoding[READER_ENCODING_SIZE]; /* as somebody says, "" where it is to be found */
    bool raw; /* the source, line by line, whatever markup is in it; no front matter is cut off */
    const atomic_bool *stop; /* once it is true a conversion is waited for no more; NULL never */
};

/* Reads a whole file. A clean file (valid UTF-8, LF, no controls) is never copied. `conversion` makes
 * text of what is none; on its thread that must not wait NULL may mean that it was put off
 * (conversion_put_off). */
struct document *reader_open(struct conversion *conversion, const char *path, struct error *error);

struct document *reader_open_as(struct conversion *conversion, const char *path,
                                const struct reader_wish *wish, struct error *error);

/* As much of a long plain text file as fits a first look: of its first `length` bytes (at
 * least READER_HEAD_LEAST) what reads the same whatever follows, cut after a blank line
 * or, where none is near, after a block. `partial` says whether there is more. The text,
 * the blocks and so all offsets are the same as the beginning of what reader_open gives.
 * Markdown is read whole. */
struct document *reader_open_head(struct conversion *conversion, const char *path, size_t length,
                                  struct error *error);

/* Whether a program has to make text of the file, as far as its beginning tells. */
bool reader_converts(struct conversion *conversion, const char *path);

/* From memory. `name` is for the kind and may be NULL. Takes `bytes` as they come and
 * does not keep them. */
struct document *reader_parse(const char *bytes, size_t length, enum reader_kind kind,
                              const char *name);

#endif
