/* fuzz_cedict: any bytes, read as CEDICT's text, packed or not, give entries that have what
 * entries have, and every line is an entry, a fault, a remark or blank. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "dictionary/cedict.h"
#include "dictionary/dictionary_builder.h"
#include "dictionary/gloss.h"
#include "base/gzip.h"
#include "fuzz/holds.h"

#define LIMIT ((size_t)4 << 20)

static void walk_glosses(const char *text)
{
    struct gloss_walk walk = { 0 };
    gloss_begin(&walk, text);
    while (gloss_next(&walk)) {
        HOLDS(walk.count > 0 && walk.first <= walk.count && walk.core <= walk.count);
        for (size_t i = 0; i < walk.count; i++)
            HOLDS(strlen(gloss_word(&walk, i)) < GLOSS_WORD_SIZE);
    }
    gloss_walk_free(&walk);
}

static void read_text(const char *bytes, size_t length)
{
    struct dictionary_builder *builder = dictionary_builder_new();
    struct import_report report = { 0 };
    size_t lines = 1;
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n' || bytes[i] == '\r' || (unsigned char)bytes[i] >= 0x80;
    cedict_read(bytes, length, builder, &report);
    HOLDS(dictionary_builder_count(builder) + report.fault_count <= lines);
    for (size_t i = 0; i < report.fault_count && i < IMPORT_FAULTS; i++)
        HOLDS(report.faults[i].place >= 1 && report.faults[i].place <= lines);
    dictionary_builder_free(builder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer text = { 0 };
    bool whole;
    if (gzip_unpack((const char *)data, size, LIMIT, "fuzz", &text, &whole, NULL))
        read_text(buffer_text(&text), text.length);
    buffer_truncate(&text, 0);
    read_text((const char *)data, size);
    buffer_add(&text, (const char *)data, size);
    walk_glosses(buffer_text(&text));
    buffer_free(&text);
    return 0;
}
