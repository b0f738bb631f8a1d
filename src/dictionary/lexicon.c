#include "dictionary/lexicon.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bisect.h"
#include "base/hash.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/rendering.h"
#include "language/english_stem.h"
#include "text/utf8.h"

#define DICTIONARY_WORDS 5000 /* beside the program's own */

struct pairs {
    struct lexicon_pair *items;
    size_t count;
    size_t capacity;
};

struct added_words {
    struct pairs *items; /* by the number in `words` */
    size_t count;
    size_t capacity;
};

struct lexicon {
    const char *map; /* NULL none */
    size_t map_length;
    char *owned; /* the same, where it is not a mapped file */
    const char *parts[PART_COUNT];
    uint64_t counts[PART_COUNT];
    uint64_t fingerprint;
    uint64_t own_words;
    uint64_t plain_words;
    struct string_ids stems; /* added */
    struct string_ids words; /* added, or given more renderings */
    struct added_words added;
};

size_t lexicon_item_size(enum lexicon_part part)
{
    static const size_t sizes[PART_COUNT] = {
        [PART_STEMS] = sizeof(struct string_ids_word),
        [PART_STEM_SLOTS] = sizeof(uint32_t),
        [PART_SYNONYM_START] = sizeof(uint32_t),
        [PART_SYNONYMS] = sizeof(struct lexicon_pair),
        [PART_WORDS] = sizeof(struct string_ids_word),
        [PART_WORD_SLOTS] = sizeof(uint32_t),
        [PART_PAIR_START] = sizeof(uint32_t),
        [PART_PAIRS] = sizeof(struct lexicon_pair),
        [PART_READINGS] = sizeof(struct lexicon_reading),
        [PART_SYLLABLES] = LEXICON_SYLLABLE,
        [PART_TIE_START] = sizeof(uint32_t),
        [PART_TIES] = sizeof(struct lexicon_tie),
        [PART_HAN] = sizeof(struct lexicon_han),
        [PART_STEM_TEXT] = 1,
        [PART_WORD_TEXT] = 1,
    };
    return sizes[part];
}

/* In three sums that do not wait for each other: all of it is gone through whenever a lexicon is
 * opened. */
static uint64_t sum_body(const char *body, size_t length)
{
    uint64_t one = HASH_START, two = ~HASH_START, three = 0, words[3];
    for (; length >= sizeof words; length -= sizeof words, body += sizeof words) {
        memcpy(words, body, sizeof words);
        one = (one ^ words[0]) * HASH_PRIME;
        two = (two + words[1]) * HASH_PRIME;
        three = (three ^ words[2]) * HASH_PRIME;
    }
    return hash_mix(hash_mix(hash_mix(hash_checksum(body, length), one), two), three);
}

uint64_t lexicon_file_checksum(struct lexicon_head head, const char *body, size_t length)
{
    head.checksum = 0;
    return hash_checksum((const char *)&head, sizeof head) ^ sum_body(body, length);
}

/* ---- opening ---- */

struct lexicon *lexicon_new(void)
{
    return xcalloc(1, sizeof(struct lexicon));
}

void lexicon_free(struct lexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    if (lexicon->map != NULL && lexicon->owned == NULL)
        munmap((void *)(uintptr_t)lexicon->map, lexicon->map_length);
    free(lexicon->owned);
    for (size_t i = 0; i < lexicon->added.count; i++)
        free(lexicon->added.items[i].items);
    free(lexicon->added.items);
    string_ids_free(&lexicon->stems);
    string_ids_free(&lexicon->words);
    free(lexicon);
}

static bool map_file(struct lexicon *lexicon, const char *path, struct error *error)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 || fstat(file, &status) != 0) {
        error_set(error, "%s: %s", path, _(strerror(errno)));
        if (file >= 0)
            close(file);
        return false;
    }
    bool fits = S_ISREG(status.st_mode) && status.st_size >= (off_t)sizeof(struct lexicon_head);
    void *map = MAP_FAILED;
    if (fits)
        map = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (map == MAP_FAILED) {
        error_set(error, "%s: no compiled lexicon", path);
        return false;
    }
    lexicon->map = map;
    lexicon->map_length = (size_t)status.st_size;
    return true;
}

/* Finds the parts; false when they do not fill the file exactly. */
static bool find_parts(struct lexicon *lexicon, const struct lexicon_head *head)
{
    size_t at = sizeof *head;
    for (int part = 0; part < PART_COUNT; part++) {
        size_t size = lexicon_item_size((enum lexicon_part)part);
        if (head->counts[part] > (lexicon->map_length - at) / size)
            return false;
        lexicon->parts[part] = lexicon->map + at;
        lexicon->counts[part] = head->counts[part];
        at += ((size_t)head->counts[part] * size + 7) / 8 * 8;
        if (at > lexicon->map_length)
            return false;
    }
    return at == lexicon->map_length;
}

static const uint32_t *numbers(const struct lexicon *lexicon, enum lexicon_part part)
{
    return (const uint32_t *)(const void *)lexicon->parts[part];
}

/* Whether what is mapped is sound and made from those dictionaries. */
static bool check(struct lexicon *lexicon, uint64_t fingerprint)
{
    struct lexicon_head head;
    if (lexicon->map_length < sizeof head)
        return false;
    memcpy(&head, lexicon->map, sizeof head);
    const char *body = lexicon->map + sizeof head;
    lexicon->fingerprint = fingerprint;
    lexicon->own_words = head.own_words;
    lexicon->plain_words = head.plain_words;
    return strncmp(head.magic, LEXICON_MAGIC, sizeof head.magic) == 0 &&
           head.length == lexicon->map_length && head.fingerprint == fingerprint &&
           head.checksum == lexicon_file_checksum(head, body, lexicon->map_length - sizeof head) &&
           find_parts(lexicon, &head);
}

struct lexicon *lexicon_open(const char *path, uint64_t fingerprint, struct error *error)
{
    struct lexicon *lexicon = lexicon_new();
    if (!map_file(lexicon, path, error)) {
        lexicon_free(lexicon);
        return NULL;
    }
    if (check(lexicon, fingerprint))
        return lexicon;
    error_set(error, "%s: not the lexicon of the dictionaries that are installed", path);
    lexicon_free(lexicon);
    return NULL;
}

struct lexicon *lexicon_from_bytes(struct buffer *bytes, uint64_t fingerprint, struct error *error)
{
    struct lexicon *lexicon = lexicon_new();
    lexicon->map_length = bytes->length;
    lexicon->map = lexicon->owned = buffer_take(bytes);
    if (lexicon->owned != NULL && check(lexicon, fingerprint))
        return lexicon;
    error_set(error, "the compiled lexicon is damaged");
    lexicon_free(lexicon);
    return NULL;
}

uint64_t lexicon_fingerprint(const struct lexicon *lexicon)
{
    return lexicon->fingerprint;
}

/* ---- looking up ---- */

/* Whose number a string of the file has: the file's vocabularies are searched as in memory. */
static uint32_t find_in_file(const struct lexicon *lexicon, enum lexicon_part words,
                             enum lexicon_part slots, enum lexicon_part text, const char *word,
                             size_t length)
{
    /* Only read: what is mapped is never written. */
    const struct string_ids ids = { .items = (void *)(uintptr_t)lexicon->parts[words],
                                    .arena = (void *)(uintptr_t)lexicon->parts[text],
                                    .slots = (void *)(uintptr_t)lexicon->parts[slots],
                                    .slot_count = (size_t)lexicon->counts[slots] };
    return string_ids_find(&ids, word, length);
}

bool lexicon_has_dictionary(const struct lexicon *lexicon)
{
    return lexicon->counts[PART_WORDS] >= lexicon->own_words + DICTIONARY_WORDS;
}

bool lexicon_is_grammar(const struct lexicon *lexicon, uint32_t word)
{
    return word >= lexicon->plain_words && word < lexicon->counts[PART_WORDS];
}

size_t lexicon_stem_count(const struct lexicon *lexicon)
{
    return (size_t)lexicon->counts[PART_STEMS] + lexicon->stems.count;
}

size_t lexicon_word_count(const struct lexicon *lexicon)
{
    return (size_t)lexicon->counts[PART_WORDS] + lexicon->words.count;
}

uint32_t lexicon_stem(const struct lexicon *lexicon, const char *stem, size_t length)
{
    uint32_t found =
        find_in_file(lexicon, PART_STEMS, PART_STEM_SLOTS, PART_STEM_TEXT, stem, length);
    if (found != LEXICON_NONE)
        return found;
    found = string_ids_find(&lexicon->stems, stem, length);
    return found == STRING_IDS_NONE ? LEXICON_NONE : found + (uint32_t)lexicon->counts[PART_STEMS];
}

uint32_t lexicon_word(const struct lexicon *lexicon, const char *word, size_t length)
{
    uint32_t found = string_ids_find(&lexicon->words, word, length);
    if (found != STRING_IDS_NONE)
        return found + (uint32_t)lexicon->counts[PART_WORDS];
    return find_in_file(lexicon, PART_WORDS, PART_WORD_SLOTS, PART_WORD_TEXT, word, length);
}

static size_t pairs_of(const struct lexicon *lexicon, enum lexicon_part start,
                       enum lexicon_part part, uint32_t number, const struct lexicon_pair **pairs)
{
    const uint32_t *starts = numbers(lexicon, start);
    *pairs = (const struct lexicon_pair *)(const void *)lexicon->parts[part] + starts[number];
    return starts[number + 1] - starts[number];
}

size_t lexicon_renderings(const struct lexicon *lexicon, uint32_t word,
                          const struct lexicon_pair **pairs)
{
    if (word < lexicon->counts[PART_WORDS])
        return pairs_of(lexicon, PART_PAIR_START, PART_PAIRS, word, pairs);
    const struct pairs *added = &lexicon->added.items[word - lexicon->counts[PART_WORDS]];
    *pairs = added->items;
    return added->count;
}

size_t lexicon_synonyms(const struct lexicon *lexicon, uint32_t stem,
                        const struct lexicon_pair **pairs)
{
    if (stem >= lexicon->counts[PART_STEMS])
        return 0;
    return pairs_of(lexicon, PART_SYNONYM_START, PART_SYNONYMS, stem, pairs);
}

size_t lexicon_ties(const struct lexicon *lexicon, uint32_t stem, const struct lexicon_tie **ties)
{
    if (stem >= lexicon->counts[PART_STEMS])
        return 0;
    const uint32_t *starts = numbers(lexicon, PART_TIE_START);
    *ties = (const struct lexicon_tie *)(const void *)lexicon->parts[PART_TIES] + starts[stem];
    return starts[stem + 1] - starts[stem];
}

size_t lexicon_words_with(const struct lexicon *lexicon, uint32_t code)
{
    const struct lexicon_han *items =
        (const struct lexicon_han *)(const void *)lexicon->parts[PART_HAN];
    size_t low = 0, count = (size_t)lexicon->counts[PART_HAN];
    BISECT(low, count, items[low].code >= code);
    return low < count && items[low].code == code ? items[low].words : 0;
}

size_t lexicon_compiled_words(const struct lexicon *lexicon)
{
    return (size_t)lexicon->counts[PART_WORDS];
}

const char *lexicon_added_text(const struct lexicon *lexicon, uint32_t word, size_t *length)
{
    uint32_t number = word - (uint32_t)lexicon->counts[PART_WORDS];
    *length = string_ids_length(&lexicon->words, number);
    return string_ids_text(&lexicon->words, number);
}

const char *lexicon_stem_text(const struct lexicon *lexicon, uint32_t stem, size_t *length)
{
    uint32_t compiled = (uint32_t)lexicon->counts[PART_STEMS];
    if (stem >= compiled) {
        *length = string_ids_length(&lexicon->stems, stem - compiled);
        return string_ids_text(&lexicon->stems, stem - compiled);
    }
    const struct string_ids_word *items =
        (const struct string_ids_word *)(const void *)lexicon->parts[PART_STEMS];
    *length = items[stem].length;
    return lexicon->parts[PART_STEM_TEXT] + items[stem].at;
}

size_t lexicon_readings(const struct lexicon *lexicon, uint32_t code,
                        const struct lexicon_reading **readings)
{
    const struct lexicon_reading *items =
        (const struct lexicon_reading *)(const void *)lexicon->parts[PART_READINGS];
    size_t count = (size_t)lexicon->counts[PART_READINGS];
    size_t low = 0;
    BISECT(low, count, items[low].code >= code);
    size_t end = low;
    while (end < count && items[end].code == code)
        end++;
    *readings = count > 0 ? items + low : NULL;
    return end - low;
}

const char *lexicon_syllable(const struct lexicon *lexicon, uint32_t syllable)
{
    return lexicon->parts[PART_SYLLABLES] + (size_t)syllable * LEXICON_SYLLABLE;
}

/* ---- additions ---- */

/* The renderings of `word`, which may be changed; a word of the file brings its own along. */
static struct pairs *renderings_to_change(struct lexicon *lexicon, const char *word, size_t length)
{
    uint32_t known = lexicon_word(lexicon, word, length);
    uint32_t number = string_ids_add(&lexicon->words, word, length);
    if (number == lexicon->added.count) {
        struct pairs fresh = { 0 };
        const struct lexicon_pair *old;
        size_t count = known != LEXICON_NONE ? lexicon_renderings(lexicon, known, &old) : 0;
        for (size_t i = 0; i < count; i++)
            VECTOR_PUSH(&fresh, old[i]);
        VECTOR_PUSH(&lexicon->added, fresh);
    }
    return &lexicon->added.items[number];
}

static uint32_t stem_to_use(struct lexicon *lexicon, const char *stem, size_t length)
{
    uint32_t known = lexicon_stem(lexicon, stem, length);
    if (known != LEXICON_NONE)
        return known;
    return string_ids_add(&lexicon->stems, stem, length) + (uint32_t)lexicon->counts[PART_STEMS];
}

static void add_rendering(struct pairs *pairs, uint32_t stem, float weight)
{
    for (size_t i = 0; i < pairs->count; i++) {
        if (pairs->items[i].stem == stem) {
            if (pairs->items[i].weight < weight)
                pairs->items[i].weight = weight;
            return;
        }
    }
    VECTOR_PUSH(pairs, (struct lexicon_pair){ stem, weight });
}

static bool is_han_word(const char *text, size_t length)
{
    uint32_t code;
    size_t count = 0;
    for (size_t at = 0; at < length; count++) {
        at += utf8_decode(text + at, length - at, &code);
        if (!utf8_is_han(code))
            return false;
    }
    return count > 0 && count <= LEXICON_WORD_LIMIT;
}

void lexicon_add(struct lexicon *lexicon, const char *chinese, size_t chinese_length,
                 const char *english, size_t english_length)
{
    struct rendering gloss;
    struct english_words words = { 0 };
    if (!is_han_word(chinese, chinese_length))
        return;
    rendering_read(english, english_length, &words, &gloss);
    english_words_free(&words);
    if (gloss.count == 0)
        return;
    struct pairs *pairs = renderings_to_change(lexicon, chinese, chinese_length);
    float weight = (float)rendering_share(gloss.count);
    for (size_t i = 0; i < gloss.count; i++) {
        uint32_t stem = stem_to_use(lexicon, gloss.stems[i], strlen(gloss.stems[i]));
        add_rendering(pairs, stem, weight);
    }
    lexicon->fingerprint ^=
        string_ids_hash(chinese, chinese_length) * 31 + string_ids_hash(english, english_length);
}
