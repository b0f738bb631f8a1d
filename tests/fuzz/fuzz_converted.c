/* fuzz_converted: any bytes, read as what the converter gave back, give a sound document or a
 * sentence. */
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "doc/converted.h"
#include "document_invariants.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer raw = { 0 };
    struct buffer clean = { 0 };
    struct error error = { "" };
    buffer_add_text(&raw, CONVERTED_MAGIC "\n");
    buffer_add(&raw, (const char *)data, size);
    sanitize_source(raw.data, raw.length, &clean, NULL);
    struct document *document = converted_read(clean.data, clean.length, &error);
    if (document != NULL)
        check_document(document);
    HOLDS(document != NULL || memchr(clean.data, '!', clean.length) != NULL);
    document_free(document);
    buffer_free(&raw);
    buffer_free(&clean);
    return 0;
}
