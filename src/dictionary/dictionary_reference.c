#include "dictionary/dictionary_reference.h"

#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "language/han.h"

#define BEFORE_MOST 40 /* bytes before "variant of": "(literary) nonstandard simplified " */
#define SEEN_MOST 32   /* entries that one look-up follows */

struct part {
    const char *text;
    size_t length;
};

/* A word that a sense stands for. */
struct reference {
    struct part traditional;
    struct part simplified; /* the same where only one is told */
    struct part reading;    /* empty when it is not told */
};

static bool begins(struct part text, const char *words)
{
    size_t length = strlen(words);
    return text.length >= length && strncmp(text.text, words, length) == 0;
}

static void skip(struct part *text, size_t length)
{
    text->text += length;
    text->length -= length;
}

/* Goes behind the words that announce a reference; false when there are none. */
static bool skip_announcement(struct part *text)
{
    static const char *const openings[] = { "see also ", "see ", "same as " };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (begins(*text, openings[i])) {
            skip(text, strlen(openings[i]));
            return true;
        }
    }
    for (size_t i = 0; text->length > 0 && i < BEFORE_MOST; i++) {
        if (begins(*text, "variant of ")) {
            skip(text, strlen("variant of "));
            return true;
        }
        if (strchr("()- ", *text->text) == NULL && !(*text->text >= 'a' && *text->text <= 'z') &&
            !(*text->text >= 'A' && *text->text <= 'Z'))
            return false;
        skip(text, 1);
    }
    return false;
}

static struct part take_until(struct part *text, const char *stops)
{
    struct part part = { text->text, 0 };
    while (part.length < text->length && strchr(stops, text->text[part.length]) == NULL)
        part.length++;
    skip(text, part.length);
    return part;
}

static bool take_byte(struct part *text, char byte)
{
    if (text->length == 0 || *text->text != byte)
        return false;
    skip(text, 1);
    return true;
}

/* Whether a gloss is a reference and, but for a remark in parentheses, nothing else. */
static bool read_reference(struct part text, struct reference *reference)
{
    while (take_byte(&text, ' ')) {
    }
    if (!skip_announcement(&text))
        return false;
    reference->traditional = take_until(&text, "|[ ,;)");
    reference->simplified =
        take_byte(&text, '|') ? take_until(&text, "|[ ,;)") : reference->traditional;
    reference->reading = (struct part){ text.text, 0 };
    if (take_byte(&text, '[')) {
        reference->reading = take_until(&text, "]");
        (void)take_byte(&text, ']');
    }
    while (take_byte(&text, ' ') || take_byte(&text, ')')) {
    }
    const char *end = reference->simplified.text + reference->simplified.length;
    return han_first(reference->simplified.text, end) < end &&
           (text.length == 0 || (*text.text == '(' && text.text[text.length - 1] == ')'));
}

static struct part next_gloss(const char **at)
{
    struct part gloss = { *at, strcspn(*at, "/") };
    *at += gloss.length;
    *at += **at == '/';
    return gloss;
}

static bool is_part(struct part part, const char *word, size_t length)
{
    return part.length == length && strncmp(part.text, word, length) == 0;
}

char *dictionary_reference_drop(const char *glosses, const char *word, size_t length)
{
    struct buffer left = { 0 };
    while (*glosses != '\0') {
        struct part gloss = next_gloss(&glosses);
        struct reference reference;
        if (read_reference(gloss, &reference) && (is_part(reference.simplified, word, length) ||
                                                  is_part(reference.traditional, word, length)))
            continue;
        if (left.length > 0)
            buffer_add_byte(&left, '/');
        buffer_add(&left, gloss.text, gloss.length);
    }
    return buffer_take(&left);
}

/* --- the words that an entry stands for --- */

struct trail {
    uint32_t seen[SEEN_MOST];
    size_t count;
};

static bool has_seen(const struct trail *trail, uint32_t entry)
{
    for (size_t i = 0; i < trail->count; i++) {
        if (trail->seen[i] == entry)
            return true;
    }
    return false;
}

/* How well an entry is what the reference names: by its form first, then by its reading. */
static unsigned fitness(const struct dictionary *dictionary, size_t index,
                        const struct reference *reference)
{
    struct dictionary_entry entry = dictionary_entry_at(dictionary, index);
    const struct part *reading = &reference->reading;
    bool form = is_part(reference->traditional, entry.traditional, strlen(entry.traditional));
    bool sound = strlen(entry.reading) == reading->length &&
                 strncasecmp(entry.reading, reading->text, reading->length) == 0;
    bool exact = sound && strncmp(entry.reading, reading->text, reading->length) == 0;
    return (form ? 4u : 0u) + (sound ? 2u : 0u) + exact;
}

/* Appends the entries that a reference names. */
static void add_named(const struct dictionary *dictionary, const struct reference *reference,
                      struct trail *trail, struct dictionary_hits *hits)
{
    struct dictionary_hits found = { 0 };
    unsigned best = 0;
    dictionary_prefixes(dictionary, reference->simplified.text, reference->simplified.length,
                        &found);
    size_t count = 0;
    while (count < found.count && found.items[count].length == reference->simplified.length)
        count++;
    for (size_t i = 0; i < count; i++) {
        unsigned fit = fitness(dictionary, found.items[i].entry, reference);
        best = fit > best ? fit : best;
    }
    for (size_t i = 0; i < count && trail->count < SEEN_MOST; i++) {
        uint32_t entry = found.items[i].entry;
        if (has_seen(trail, entry) || fitness(dictionary, entry, reference) < best)
            continue;
        trail->seen[trail->count++] = entry;
        VECTOR_PUSH(hits, (struct dictionary_hit){ entry, 0, 0 });
    }
    dictionary_hits_free(&found);
}

/* Whether the entry says nothing but what it stands for; that is appended. */
static bool add_references(const struct dictionary *dictionary, size_t entry, struct trail *trail,
                           struct dictionary_hits *hits)
{
    const char *glosses = dictionary_entry_at(dictionary, entry).glosses;
    struct reference reference;
    for (const char *at = glosses; *at != '\0';) {
        if (!read_reference(next_gloss(&at), &reference))
            return false;
    }
    for (const char *at = glosses; *at != '\0';) {
        if (read_reference(next_gloss(&at), &reference))
            add_named(dictionary, &reference, trail, hits);
    }
    return *glosses != '\0';
}

void dictionary_reference_follow(const struct dictionary *dictionary, size_t entry,
                                 struct dictionary_hits *hits)
{
    struct trail trail = { { (uint32_t)entry }, 1 };
    struct dictionary_hits ways = { 0 };
    (void)add_references(dictionary, entry, &trail, &ways);
    for (size_t i = 0; i < ways.count; i++) {
        struct dictionary_hit hit = ways.items[i];
        if (!add_references(dictionary, hit.entry, &trail, &ways))
            VECTOR_PUSH(hits, hit);
    }
    dictionary_hits_free(&ways);
}
