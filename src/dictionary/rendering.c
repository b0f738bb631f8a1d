#include "dictionary/rendering.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"

#define SHARE_POWER 1.4

static bool contains(const char *text, size_t length, const char *part)
{
    size_t size = strlen(part);
    for (size_t i = 0; i + size <= length; i++) {
        if (text[i] == part[0] && memcmp(text + i, part, size) == 0)
            return true;
    }
    return false;
}

static bool refers_elsewhere(const char *text, size_t length)
{
    return contains(text, length, "variant of") || contains(text, length, "CL:") ||
           contains(text, length, "surname") || contains(text, length, "abbr. ");
}

bool rendering_next(const char *entry, size_t length, size_t *at, struct span *gloss)
{
    while (*at < length) {
        size_t start = *at;
        while (*at < length && entry[*at] != '/' && entry[*at] != ';')
            ++*at;
        *gloss = (struct span){ start, *at };
        if (*at < length)
            ++*at;
        if (gloss->end > start && !refers_elsewhere(entry + start, gloss->end - start))
            return true;
    }
    return false;
}

/* Appends what stands outside brackets. */
static void drop_brackets(const char *text, size_t length, struct buffer *out)
{
    size_t depth = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '(' || text[i] == '[')
            depth++;
        else if (text[i] == ')' || text[i] == ']')
            depth -= depth > 0;
        else if (depth == 0)
            buffer_add_byte(out, text[i]);
    }
}

static void add_stem(struct rendering *gloss, const char *stem)
{
    for (size_t i = 0; i < gloss->count; i++) {
        if (strcmp(gloss->stems[i], stem) == 0)
            return;
    }
    strcpy(gloss->stems[gloss->count++], stem);
}

void rendering_read(const char *text, size_t length, struct english_words *words,
                    struct rendering *gloss)
{
    struct buffer plain = { 0 };
    size_t telling = 0;
    gloss->count = 0;
    words->count = 0;
    drop_brackets(text, length, &plain);
    english_words_add(words, buffer_text(&plain), 0, plain.length);
    for (size_t i = 0; i < words->count && telling < RENDERING_STEMS; i++) {
        const struct english_word *word = &words->items[i];
        char stem[ENGLISH_WORD_LIMIT + 2];
        if (english_is_stop(word->text, word->length))
            continue;
        english_stem(word->text, word->length, stem);
        add_stem(gloss, stem);
        telling++;
    }
    buffer_free(&plain);
}

double rendering_share(size_t count)
{
    return pow((double)count, -SHARE_POWER);
}
