#include "dictionary/core_words.h"

#include <string.h>

#include "base/buffer.h"
#include "dictionary/everyday_words.h"

/* "word rendering/rendering;word ..." */
static void add_line(struct lexicon_builder *builder, const char *line, bool known,
                     struct buffer *scratch)
{
    for (const char *at = line, *end; *at != '\0'; at = *end == ';' ? end + 1 : end) {
        end = at + strcspn(at, ";");
        scratch->length = 0;
        buffer_add(scratch, at, (size_t)(end - at));
        buffer_text(scratch);
        char *space = strchr(scratch->data, ' ');
        *space = '\0';
        if (known || !lexicon_builder_has_word(builder, scratch->data, strlen(scratch->data)))
            lexicon_builder_add(builder, scratch->data, NULL, NULL, space + 1);
    }
}

/* `known`: words that the builder has get what is rendered here besides. */
static void add_table(struct lexicon_builder *builder, const char *const *table, bool known)
{
    struct buffer scratch = { 0 };
    for (size_t k = 0; table[k] != NULL; k++)
        add_line(builder, table[k], known, &scratch);
    buffer_free(&scratch);
}

void core_words_add(struct lexicon_builder *builder)
{
    add_table(builder, core_words_names, true);
    add_table(builder, core_words_common, true);
    add_table(builder, core_words_topics, true);
}

void core_words_add_stories(struct lexicon_builder *builder)
{
    add_table(builder, core_words_stories, false);
    for (size_t i = 0; everyday_words[i] != NULL; i++) {
        for (const char *word = everyday_words[i]; *word != '\0';) {
            size_t length = strcspn(word, " ");
            lexicon_builder_add_word(builder, word, length);
            word += length + (word[length] == ' ');
        }
    }
}
