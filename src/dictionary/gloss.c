#include "dictionary/gloss.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "text/utf8.h"

#define SENSES_TOLD_APART 31u

void gloss_begin(struct gloss_walk *walk, const char *glosses)
{
    walk->at = glosses;
    walk->sense = (size_t)-1;
}

void gloss_walk_free(struct gloss_walk *walk)
{
    free(walk->items);
    buffer_free(&walk->text);
    fold_free(&walk->fold);
    *walk = (struct gloss_walk){ 0 };
}

const char *gloss_word(const struct gloss_walk *walk, size_t index)
{
    return walk->text.data + walk->items[index].text;
}

/* The end of the sense that begins at `text`: a slash, a semicolon in the open, or the NUL. */
static const char *sense_end(const char *text)
{
    size_t depth = 0;
    for (; *text != '\0' && *text != '/'; text++) {
        if (*text == '(')
            depth++;
        else if (*text == ')' && depth > 0)
            depth--;
        else if (*text == ';' && depth == 0)
            break;
    }
    return text;
}

/* ASCII letters and digits, and the letters of other alphabets; Han are none. */
static size_t word_character(const char *text, size_t length)
{
    unsigned char byte = (unsigned char)*text;
    if (byte < 0x80)
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
               (byte >= '0' && byte <= '9');
    uint32_t code_point;
    size_t taken = utf8_decode(text, length, &code_point);
    bool letter =
        (code_point >= 0xC0 && code_point <= 0x24F && code_point != 0xD7 && code_point != 0xF7) ||
        (code_point >= 0x370 && code_point <= 0x52F);
    return letter ? taken : 0;
}

static void add_word(struct gloss_walk *walk, const char *word, size_t length, bool aside)
{
    if (length > 2 && word[length - 1] == 's' && word[length - 2] == '\'')
        length -= 2;
    if (length >= GLOSS_WORD_SIZE)
        length = GLOSS_WORD_SIZE - 1;
    VECTOR_PUSH(walk, (struct gloss_word){ walk->text.length, aside });
    buffer_reserve(&walk->text, length + 1);
    char *out = walk->text.data + walk->text.length;
    for (size_t i = 0; i < length; i++)
        out[i] = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] + 32) : word[i];
    out[length] = '\0';
    walk->text.length += length + 1;
}

static void split(struct gloss_walk *walk, const char *text, size_t length)
{
    size_t round = 0;
    bool square = false;
    for (size_t at = 0; at < length;) {
        size_t end = at;
        for (size_t taken; end < length; end += taken) {
            taken = word_character(text + end, length - end);
            if (taken == 0 && text[end] == '\'' && end > at && end + 1 < length)
                taken = word_character(text + end + 1, length - end - 1) > 0;
            if (taken == 0)
                break;
        }
        if (end > at && !square)
            add_word(walk, text + at, end - at, round > 0);
        at = end < length ? end + 1 : end;
        char mark = end < length ? text[end] : '\0';
        round += mark == '(';
        round -= mark == ')' && round > 0;
        square = mark == '[' || (square && mark != ']');
    }
}

static bool is_particle(const char *word)
{
    static const char *const particles[] = { "to", "a", "an", "the", "be" };
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        if (strcmp(word, particles[i]) == 0)
            return true;
    }
    return false;
}

/* "to sell (goods)" says sell: the words in the open behind the particles. */
static void find_core(struct gloss_walk *walk)
{
    size_t first = 0;
    while (first < walk->count && walk->items[first].aside)
        first++;
    size_t bare = first;
    while (bare < walk->count && (walk->items[bare].aside || is_particle(gloss_word(walk, bare))))
        bare++;
    if (bare < walk->count)
        first = bare;
    walk->first = first;
    walk->core = 0;
    for (size_t i = first; i < walk->count; i++)
        walk->core += !walk->items[i].aside;
}

bool gloss_next(struct gloss_walk *walk)
{
    while (*walk->at != '\0') {
        const char *text = walk->at;
        const char *end = sense_end(text);
        size_t length = (size_t)(end - text);
        walk->at = *end == '\0' ? end : end + 1;
        walk->sense++;
        walk->start = text;
        walk->length = length;
        walk->count = 0;
        buffer_truncate(&walk->text, 0);
        if (utf8_is_ascii(text, length)) {
            split(walk, text, length);
        } else {
            fold_text(text, length, FOLD_CASE | FOLD_MARKS, &walk->fold);
            split(walk, walk->fold.text, walk->fold.length);
        }
        if (walk->count > 0) {
            find_core(walk);
            return true;
        }
    }
    return false;
}

uint32_t gloss_rank(bool alone, bool same_form, size_t sense)
{
    uint32_t late = sense < SENSES_TOLD_APART ? (uint32_t)sense : SENSES_TOLD_APART;
    return (alone ? 0u : 64u) + late * 2 + !same_form;
}
