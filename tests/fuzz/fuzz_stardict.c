/* fuzz_stardict: any four files, read as StarDict's, give entries or faults and nothing worse.
 * An input is the four with a line "----" between them. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "dictionary/dictionary_builder.h"
#include "dictionary/stardict.h"
#include "fuzz/holds.h"

#define MARK "----\n"

/* The part of the input that begins at *at, which moves behind the mark. */
static const char *cut(const char *bytes, size_t size, size_t *at, size_t *length)
{
    const char *part = bytes + *at;
    for (size_t i = *at; i + strlen(MARK) <= size; i++) {
        if (memcmp(bytes + i, MARK, strlen(MARK)) == 0) {
            *length = i - *at;
            *at = i + strlen(MARK);
            return part;
        }
    }
    *length = size - *at;
    *at = size;
    return part;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct stardict files;
    struct import_report report = { 0 };
    size_t at = 0;
    files.info = cut((const char *)data, size, &at, &files.info_length);
    files.index = cut((const char *)data, size, &at, &files.index_length);
    files.data = cut((const char *)data, size, &at, &files.data_length);
    files.synonyms = (const char *)data + at;
    files.synonyms_length = size - at;
    struct dictionary_builder *builder = dictionary_builder_new();
    if (stardict_read(&files, "fuzz", builder, &report, NULL))
        HOLDS(dictionary_builder_count(builder) + report.fault_count <=
              files.index_length + files.synonyms_length);
    else
        HOLDS(dictionary_builder_count(builder) == 0);
    dictionary_builder_free(builder);
    return 0;
}
