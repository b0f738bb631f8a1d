/* fuzz_dictionary: whatever a compiled dictionary says, looking things up in it stays inside it.
 *
 * An input is a list of changes to a small dictionary, three bytes each: where (two bytes, modulo
 * the size) and the new byte. The head's checksum is made right afterwards, so that damage gets
 * past it as it would in the sections. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "dictionary/cedict.h"
#include "dictionary/dictionary.h"
#include "dictionary/dictionary_builder.h"
#include "dictionary/dictionary_file.h"
#include "fuzz/holds.h"

static void compile(struct buffer *out)
{
    static const char text[] = "股權 股权 [gu3 quan2] /equity shares/stock right/\n"
                               "股 股 [gu3] /thigh/share; part/\n"
                               "賣 卖 [mai4] /to sell/to betray/\n"
                               "售罄 售罄 [shou4 qing4] /to be sold out; to sell out/\n"
                               "sell sell [] /卖, 出售/\n";
    struct dictionary_builder *builder = dictionary_builder_new();
    struct import_report report = { 0 };
    cedict_read(text, sizeof text - 1, builder, &report);
    dictionary_builder_compile(builder, out);
    dictionary_builder_free(builder);
}

static size_t read_hits(const struct dictionary *dictionary, const struct dictionary_hits *hits,
                        const char *term)
{
    size_t length = 0;
    for (size_t i = 0; i < hits->count; i++) {
        const char *sense;
        size_t size = 0;
        HOLDS(hits->items[i].entry < dictionary_count(dictionary));
        struct dictionary_entry entry = dictionary_entry_at(dictionary, hits->items[i].entry);
        length += strlen(entry.simplified) + strlen(entry.traditional) + strlen(entry.reading) +
                  strlen(entry.glosses);
        if (dictionary_sense(dictionary, hits->items[i].entry, term, strlen(term), &sense, &size))
            length += size > 0 ? (unsigned char)sense[size - 1] : 0;
    }
    return length;
}

static void look_up(const struct dictionary *dictionary)
{
    static const char *const terms[] = { "股权收购", "股權", "sells", "sold out", "stock rights" };
    struct dictionary_hits hits = { 0 };
    size_t length = strlen(dictionary_languages(dictionary));
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        hits.count = 0;
        dictionary_prefixes(dictionary, terms[i], strlen(terms[i]), &hits);
        for (size_t j = 1; j < hits.count; j++)
            HOLDS(hits.items[j].length <= hits.items[j - 1].length);
        dictionary_english(dictionary, terms[i], strlen(terms[i]), 0, &hits);
        length += read_hits(dictionary, &hits, terms[i]);
    }
    HOLDS(length < SIZE_MAX);
    dictionary_hits_free(&hits);
    (void)dictionary_verify(dictionary, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer bytes = { 0 };
    struct dictionary_head head;
    compile(&bytes);
    for (size_t i = 0; i + 3 <= size; i += 3)
        bytes.data[((size_t)data[i] << 8 | data[i + 1]) % bytes.length] = (char)data[i + 2];
    memcpy(&head, bytes.data, sizeof head);
    head.sum = dictionary_sum(&head, offsetof(struct dictionary_head, sum));
    memcpy(bytes.data, &head, sizeof head);
    /* A block of exactly that size, so that a sanitizer sees each byte past it. */
    char *block = xmalloc(bytes.length);
    memcpy(block, bytes.data, bytes.length);
    struct dictionary *dictionary = dictionary_from_bytes(block, bytes.length, "fuzz", NULL);
    buffer_free(&bytes);
    if (dictionary != NULL)
        look_up(dictionary);
    dictionary_close(dictionary);
    return 0;
}
