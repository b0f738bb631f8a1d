/* opened_text: a text as the aligner takes it, from a file of any kind or from one of a sentence a line, as
 * gold has it.
 *
 * Ownership: close_text. */
#ifndef DIPTYCH_TESTS_ALIGN_OPENED_TEXT_H
#define DIPTYCH_TESTS_ALIGN_OPENED_TEXT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "doc/reader.h"
#include "query/aligner.h"

struct text {
    struct document *document; /* NULL for lines */
    struct buffer lines;
    struct aligner_text text;
};

static inline bool read_text(const struct aligner *aligner, const char *path, struct text *text, struct error *error)
{
    *text = (struct text){ .document = reader_open(NULL, path, error) };
    if (text->document != NULL)
        aligner_read(aligner, text->document, &text->text);
    return text->document != NULL;
}

static inline bool read_lines(const char *path, struct text *text, struct error *error)
{
    *text = (struct text){ .document = NULL };
    if (!file_read(path, 0, &text->lines, error))
        return false;
    const char *bytes = buffer_text(&text->lines);
    for (size_t at = 0, end; at < text->lines.length; at = end + 1) {
        end = at + strcspn(bytes + at, "\n");
        VECTOR_PUSH(&text->text.sentences, (struct side_sentence){ .span = { at, end } });
    }
    text->text.side = (struct side){ .text = bytes,
                                     .length = text->lines.length,
                                     .sentences = text->text.sentences.items,
                                     .count = text->text.sentences.count };
    return true;
}

/* The same for programs that measure or learn, which end with a message where a text cannot be read. */
static inline void must_read_text(const struct aligner *aligner, const char *path, struct text *text)
{
    struct error error;
    if (!read_text(aligner, path, text, &error)) {
        fprintf(stderr, "%s\n", error.text);
        exit(2);
    }
}

static inline void must_read_lines(const char *path, struct text *text)
{
    struct error error;
    if (!read_lines(path, text, &error)) {
        fprintf(stderr, "%s\n", error.text);
        exit(2);
    }
}

static inline void close_text(struct text *text)
{
    aligner_text_free(&text->text);
    document_free(text->document);
    buffer_free(&text->lines);
}

#endif
