#include "query/versions.h"

#include <string.h>

#define STORY_MOST 64

bool versions_translated(const struct article *a, const struct article *b)
{
    return strcmp(a->translation_of, b->id) == 0 || strcmp(b->translation_of, a->id) == 0;
}

size_t versions_among(const struct collection *collection, const struct article *article,
                      const struct article *const *story, size_t count,
                      const struct article *out[VERSIONS_MOST])
{
    size_t found = 0;
    const struct article *original = collection_by_id(collection, article->translation_of);
    if (original != NULL && original != article)
        out[found++] = original;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count && found < VERSIONS_MOST; i++) {
            bool translated = versions_translated(article, story[i]);
            bool wanted = pass == 0 ? translated
                                    : !translated && strcmp(story[i]->lang, article->lang) != 0;
            if (wanted && story[i] != article && story[i] != original)
                out[found++] = story[i];
        }
    }
    return found;
}

size_t versions_of(const struct collection *collection, const struct article *article,
                   const struct article *out[VERSIONS_MOST])
{
    const struct article *story[STORY_MOST];
    size_t count = 0;
    if (*article->story != '\0')
        count = collection_story(collection, article->story, story, STORY_MOST);
    return versions_among(collection, article, story, count < STORY_MOST ? count : STORY_MOST,
                          out);
}
