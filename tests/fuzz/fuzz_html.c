/* fuzz_html: any bytes, converted as a web page, give statements of which a sound document can be
 * made; packed ones that hold no page are a text, "C" and its encoding on the first line. */
#include <stddef.h>
#include <stdint.h>

#include "convert/convert.h"
#include "doc/converted.h"
#include "document_invariants.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer out = { 0 };
    struct buffer clean = { 0 };
    struct error error = { "" };
    if (convert_document(NULL, (const char *)data, size, "fuzz.html", &out, &error)) {
        sanitize_source(out.data, out.length, &clean, NULL);
        if (converted_is(clean.data, clean.length)) {
            struct document *document = converted_read(clean.data, clean.length, &error);
            check_document(document);
            document_free(document);
        } else {
            HOLDS(clean.length > 0 && clean.data[0] == 'C' &&
                  memchr(clean.data, '\n', clean.length) != NULL);
        }
    } else {
        HOLDS(error.text[0] != '\0');
    }
    buffer_free(&out);
    buffer_free(&clean);
    return 0;
}
