#include "dictionary/core_words.h"

#include <string.h>

#include "base/buffer.h"

/* "word rendering/rendering;word ..." */
static void add_line(struct lexicon_builder *builder, const char *line, struct buffer *scratch)
{
    for (const char *at = line, *end; *at != '\0'; at = *end == ';' ? end + 1 : end) {
        end = at + strcspn(at, ";");
        scratch->length = 0;
        buffer_add(scratch, at, (size_t)(end - at));
        buffer_text(scratch);
        char *space = strchr(scratch->data, ' ');
        *space = '\0';
        lexicon_builder_add(builder, scratch->data, NULL, NULL, space + 1);
    }
}

void core_words_add(struct lexicon_builder *builder)
{
    static const char *const *const tables[] = { core_words_names, core_words_common,
                                                core_words_topics };
    struct buffer scratch = { 0 };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (size_t k = 0; tables[i][k] != NULL; k++)
            add_line(builder, tables[i][k], &scratch);
    }
    buffer_free(&scratch);
}
