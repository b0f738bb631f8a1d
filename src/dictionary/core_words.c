#include "dictionary/core_words.h"

#include <string.h>

#include "base/buffer.h"

/* "word rendering/rendering;word ..." */
static void add_line(struct lexicon_builder *builder, const char *line, bool known,
                     struct buffer *scratch)
{
    for (const char *at = line, *end; *at != '\0'; at = *end == ';' ? end + 1 : end) {
        end = at + strcspn(at, ";");
        size_t length = strcspn(at, " ;");
        scratch->length = 0;
        buffer_add(scratch, at, (size_t)(end - at));
        buffer_text(scratch);
        char *word = scratch->data;
        word[length] = '\0';
        if (at + length == end)
            lexicon_builder_add_word(builder, word, length);
        else if (known || !lexicon_builder_has_word(builder, word, length))
            lexicon_builder_add_own(builder, word, word + length + 1);
    }
}

const char *const *const core_words_of_news[] = { core_words_names, core_words_common,
                                                  core_words_topics, NULL };

const char *const *const core_words_of_other_texts[] = {
    core_words_general_a_k, core_words_general_l_z, core_words_connectives,
    core_words_actions,     core_words_qualities,   core_words_daily,
    core_words_nature,      core_words_society,     core_words_science,
    core_words_culture,     core_words_computing,   core_words_places,
    core_words_characters,  core_words_stories,     NULL
};

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
    for (size_t i = 0; core_words_of_news[i] != NULL; i++)
        add_table(builder, core_words_of_news[i], true);
}

void core_words_add_others(struct lexicon_builder *builder)
{
    for (size_t i = 0; core_words_of_other_texts[i] != NULL; i++) {
        if (core_words_of_other_texts[i] == core_words_characters)
            lexicon_builder_go_on_with_grammar(builder);
        add_table(builder, core_words_of_other_texts[i], false);
    }
}
