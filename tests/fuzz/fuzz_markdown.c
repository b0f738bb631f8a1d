/* fuzz_markdown: any bytes, read as Markdown, give a sound document within its budget. */
#include <stddef.h>
#include <stdint.h>

#include "doc/reader.h"
#include "document_invariants.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct document *document =
        reader_parse((const char *)data, size, READER_MARKDOWN, "fuzz.md");
    check_document(document);
    /* a byte may become a picture of three before it counts as source */
    HOLDS(document->length <= size * 3 * 5 + (70u << 10));
    document_free(document);
    return 0;
}
