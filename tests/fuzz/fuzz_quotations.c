/* fuzz_quotations: any text has statements that are sound spans, sorted, in time. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "doc/reader.h"
#include "document_invariants.h"
#include "quote/quotations.h"

static void check_span(const struct document *document, struct span span)
{
    HOLDS(span.start <= span.end && span.end <= document->length);
    HOLDS(utf8_is_valid(document->text + span.start, span.end - span.start));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct quotations quotations = { 0 };
    struct document *document = reader_parse((const char *)data, size, READER_MARKDOWN, NULL);
    check_document(document);
    quotations_find(document, NULL, 0, &quotations);
    for (size_t i = 0; i < quotations.count; i++) {
        const struct quotation *quotation = &quotations.items[i];
        check_span(document, quotation->said);
        check_span(document, quotation->cue);
        check_span(document, quotation->speaker);
        HOLDS(quotation->said.start < quotation->said.end);
        HOLDS(i == 0 || quotations.items[i - 1].said.start <= quotation->said.start);
        HOLDS(quotation->how != QUOTATION_NONE ||
              quotation->speaker.start == quotation->speaker.end);
    }
    quotations_free(&quotations);
    document_free(document);
    return 0;
}
