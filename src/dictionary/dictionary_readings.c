#include "dictionary/dictionary.h"

#include <string.h>

#include "base/vector.h"
#include "language/han.h"
#include "language/pinyin.h"
#include "text/fold.h"

/* A reading to compare: plain, and with its tone marks, in small letters without what divides
 * syllables. */
struct spelled {
    struct buffer plain;
    struct buffer marked;
    struct buffer work;
    struct fold fold;
};

static void add_joined(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (strchr(" '-", text[i]) == NULL)
            buffer_add_byte(out, text[i]);
    }
}

static void spell(struct spelled *spelled, const char *reading, size_t length, bool marks)
{
    buffer_truncate(&spelled->work, 0);
    buffer_truncate(&spelled->plain, 0);
    buffer_truncate(&spelled->marked, 0);
    pinyin_add_plain(&spelled->work, reading, length);
    add_joined(&spelled->plain, buffer_text(&spelled->work), spelled->work.length);
    if (!marks)
        return;
    buffer_truncate(&spelled->work, 0);
    pinyin_add_marks(&spelled->work, reading, length);
    fold_text(buffer_text(&spelled->work), spelled->work.length, FOLD_CASE, &spelled->fold);
    add_joined(&spelled->marked, spelled->fold.text, spelled->fold.length);
}

static void spelled_free(struct spelled *spelled)
{
    buffer_free(&spelled->plain);
    buffer_free(&spelled->marked);
    buffer_free(&spelled->work);
    fold_free(&spelled->fold);
}

static bool is_equal(const struct buffer *left, const struct buffer *right)
{
    return left->length == right->length && strcmp(buffer_text(left), buffer_text(right)) == 0;
}

/* Whether the reading tells tones, by digits or marks; the dots of ü are none. */
static bool has_tones(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool umlaut = i + 1 < length &&
                      (strncmp(text + i, "ü", 2) == 0 || strncmp(text + i, "Ü", 2) == 0);
        if ((text[i] >= '1' && text[i] <= '5') || ((unsigned char)text[i] >= 0x80 && !umlaut))
            return true;
        i += umlaut;
    }
    return false;
}

static bool begins_alike(const char *reading, char letter)
{
    unsigned char first = (unsigned char)*reading;
    return first >= 0x80 || (first | 0x20) == letter;
}

void dictionary_reading(const struct dictionary *dictionary, const char *reading, size_t length,
                        size_t limit, struct dictionary_hits *hits)
{
    struct spelled wanted = { 0 };
    struct spelled found = { 0 };
    unsigned char lengths[PINYIN_MOST];
    bool tones = has_tones(reading, length);
    size_t first = hits->count;
    spell(&wanted, reading, length, tones);
    bool valid = pinyin_segment(buffer_text(&wanted.plain), wanted.plain.length, lengths) > 0;
    size_t count = valid ? dictionary_count(dictionary) : 0;
    for (size_t i = 0; i < count && (limit == 0 || hits->count - first < limit); i++) {
        struct dictionary_entry entry = dictionary_entry_at(dictionary, i);
        size_t size = strlen(entry.reading);
        if (size < wanted.plain.length || !begins_alike(entry.reading, wanted.plain.data[0]) ||
            !han_any(entry.simplified))
            continue;
        spell(&found, entry.reading, size, tones);
        if (is_equal(&wanted.plain, &found.plain) &&
            (!tones || is_equal(&wanted.marked, &found.marked)))
            VECTOR_PUSH(hits, (struct dictionary_hit){ (uint32_t)i, 0, 0 });
    }
    spelled_free(&wanted);
    spelled_free(&found);
}
