/* fuzz_plain: any bytes, read as plain text, give a sound document that has lost nothing but
 * blanks and hyphens that cut a word at the end of a line: its blocks hold all else, in order. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/hyphenation.h"
#include "doc/plain.h"
#include "doc/reader.h"
#include "document_invariants.h"

/* Bytes of the hyphen at `from` that ends its line; 0 when none is there. */
static size_t hyphen_at(const struct buffer *source, size_t from)
{
    const char *end = memchr(source->data + from, '\n', source->length - from);
    size_t line = end != NULL ? (size_t)(end - source->data) : source->length;
    while (line > from && strchr(" \t\r", source->data[line - 1]) != NULL)
        line--;
    return end != NULL && line - from <= 3 ? hyphenation_at_end(source->data, 0, line) : 0;
}

static void check_nothing_lost(const struct buffer *source, const struct document *document)
{
    size_t from = 0;
    for (size_t i = 0; i < document->block_count; i++) {
        size_t at = document->blocks[i].start;
        size_t end = document->blocks[i].end;
        while ((at = blocks_skip_blanks(document->text, end, at)) < end) {
            from = blocks_skip_blanks(source->data, source->length, from);
            if (from < source->length && source->data[from] != document->text[at])
                from = blocks_skip_blanks(source->data, source->length, from + hyphen_at(source, from));
            HOLDS(from < source->length && source->data[from] == document->text[at]);
            from++;
            at++;
        }
    }
    HOLDS(blocks_skip_blanks(source->data, source->length, from) == source->length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer source = { 0 };
    struct buffer copy = { 0 };
    sanitize_source((const char *)data, size, &source, NULL);
    buffer_add(&source, "", 0);
    buffer_add(&copy, source.data, source.length);
    struct document *document = plain_read(buffer_take(&copy), source.length);
    check_document(document);
    check_nothing_lost(&source, document);
    document_free(document);
    buffer_free(&source);
    document = reader_parse((const char *)data, size, READER_BY_NAME, "fuzz.txt");
    check_document(document);
    document_free(document);
    return 0;
}
