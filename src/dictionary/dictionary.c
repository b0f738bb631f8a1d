#include "dictionary/dictionary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_file.h"
#include "dictionary/dictionary_map.h"
#include "text/utf8.h"

#define SECTION_ALIGNMENT 8u

void dictionary_hits_free(struct dictionary_hits *hits)
{
    free(hits->items);
    *hits = (struct dictionary_hits){ 0 };
}

/* Maps a regular file that is large enough for a head. */
static bool map(struct dictionary *dictionary, int file, struct error *error)
{
    struct stat status;
    if (fstat(file, &status) != 0) {
        error_set(error, "%s: %s", dictionary->path, strerror(errno));
        return false;
    }
    if (!S_ISREG(status.st_mode) || status.st_size < (off_t)sizeof *dictionary->head) {
        error_set(error, "%s: is no compiled dictionary", dictionary->path);
        return false;
    }
    dictionary->size = (size_t)status.st_size;
    void *bytes = mmap(NULL, dictionary->size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) {
        error_set(error, "%s: cannot be mapped: %s", dictionary->path, strerror(errno));
        return false;
    }
    dictionary->bytes = bytes;
    dictionary->head = bytes;
    return true;
}

/* Whether a section lies in the file, where sections may lie. */
static bool is_sound(const struct dictionary *dictionary, enum dictionary_section section)
{
    static const size_t sizes[SECTION_COUNT] = {
        sizeof(struct dictionary_record),
        sizeof(uint32_t),
        sizeof(struct dictionary_word),
        sizeof(uint32_t),
        1,
    };
    const struct dictionary_extent *extent = &dictionary->head->sections[section];
    uint64_t least = sizeof *dictionary->head;
    return extent->start >= least && extent->start % SECTION_ALIGNMENT == 0 &&
           extent->start <= dictionary->size && extent->size <= dictionary->size - extent->start &&
           extent->size % sizes[section] == 0 && extent->size / sizes[section] <= UINT32_MAX;
}

static const char *head_fault(const struct dictionary *dictionary)
{
    const struct dictionary_head *head = dictionary->head;
    if (memcmp(head->magic, DICTIONARY_MAGIC, sizeof head->magic) != 0)
        return "is no compiled dictionary";
    if (head->order != DICTIONARY_ORDER || head->version != DICTIONARY_VERSION)
        return "was compiled by another version or machine; add the dictionary again";
    if (head->size != dictionary->size ||
        head->sum != dictionary_sum(head, offsetof(struct dictionary_head, sum)) ||
        head->languages[sizeof head->languages - 1] != '\0')
        return "is damaged; add the dictionary again";
    for (enum dictionary_section i = 0; i < SECTION_COUNT; i++) {
        if (!is_sound(dictionary, i))
            return "is damaged; add the dictionary again";
    }
    const struct dictionary_extent *text = &head->sections[SECTION_TEXT];
    if (text->size == 0 || dictionary->bytes[text->start + text->size - 1] != '\0')
        return "is damaged; add the dictionary again";
    return NULL;
}

static void settle(struct dictionary *dictionary)
{
    const struct dictionary_extent *extents = dictionary->head->sections;
    const char *bytes = dictionary->bytes;
    dictionary->records = (const void *)(bytes + extents[SECTION_ENTRIES].start);
    dictionary->count = (size_t)extents[SECTION_ENTRIES].size / sizeof *dictionary->records;
    dictionary->heads = (const void *)(bytes + extents[SECTION_HEADS].start);
    dictionary->head_count = (size_t)extents[SECTION_HEADS].size / sizeof *dictionary->heads;
    dictionary->words = (const void *)(bytes + extents[SECTION_WORDS].start);
    dictionary->word_count = (size_t)extents[SECTION_WORDS].size / sizeof *dictionary->words;
    dictionary->postings = (const void *)(bytes + extents[SECTION_POSTINGS].start);
    dictionary->posting_count =
        (size_t)extents[SECTION_POSTINGS].size / sizeof *dictionary->postings;
    dictionary->text = bytes + extents[SECTION_TEXT].start;
    dictionary->text_size = (size_t)extents[SECTION_TEXT].size;
}

/* The dictionary, when its head is sound; else it is closed. */
static struct dictionary *settled(struct dictionary *dictionary, struct error *error)
{
    const char *fault = head_fault(dictionary);
    if (fault == NULL) {
        settle(dictionary);
        return dictionary;
    }
    error_set(error, "%s: %s", dictionary->path, fault);
    dictionary_close(dictionary);
    return NULL;
}

struct dictionary *dictionary_open(const char *path, struct error *error)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) {
        error_set(error, "%s: %s", path, strerror(errno));
        return NULL;
    }
    struct dictionary *dictionary = xcalloc(1, sizeof *dictionary);
    dictionary->path = xstrdup(path);
    bool ok = map(dictionary, file, error);
    close(file);
    if (ok)
        return settled(dictionary, error);
    dictionary_close(dictionary);
    return NULL;
}

struct dictionary *dictionary_from_bytes(char *bytes, size_t size, const char *name,
                                         struct error *error)
{
    struct dictionary *dictionary = xcalloc(1, sizeof *dictionary);
    dictionary->path = xstrdup(name);
    dictionary->size = size;
    dictionary->memory = bytes;
    dictionary->bytes = bytes;
    dictionary->head = (const void *)bytes;
    if (size >= sizeof *dictionary->head)
        return settled(dictionary, error);
    error_set(error, "%s: is no compiled dictionary", name);
    dictionary_close(dictionary);
    return NULL;
}

void dictionary_close(struct dictionary *dictionary)
{
    if (dictionary == NULL)
        return;
    if (dictionary->memory == NULL && dictionary->bytes != NULL)
        (void)munmap((void *)(uintptr_t)dictionary->bytes, dictionary->size);
    free(dictionary->memory);
    free(dictionary->path);
    free(dictionary);
}

bool dictionary_verify(const struct dictionary *dictionary, struct error *error)
{
    const struct dictionary_extent *extents = dictionary->head->sections;
    uint64_t at = sizeof *dictionary->head;
    bool sound = at % SECTION_ALIGNMENT == 0;
    for (enum dictionary_section i = 0; i < SECTION_COUNT && sound; i++) {
        uint64_t end = i + 1 < SECTION_COUNT ? extents[i + 1].start : dictionary->size;
        sound = extents[i].start == at && end >= at && (end - at) % SECTION_ALIGNMENT == 0 &&
                dictionary_sum(dictionary->bytes + at, (size_t)(end - at)) == extents[i].sum;
        at = end;
    }
    if (!sound)
        error_set(error, "%s: is damaged; add the dictionary again", dictionary->path);
    return sound;
}

const char *dictionary_languages(const struct dictionary *dictionary)
{
    return dictionary->head->languages;
}

size_t dictionary_count(const struct dictionary *dictionary)
{
    return dictionary->count;
}

struct dictionary_entry dictionary_entry_at(const struct dictionary *dictionary, size_t index)
{
    static const struct dictionary_record nothing = { UINT32_MAX, UINT32_MAX, UINT32_MAX,
                                                      UINT32_MAX };
    const struct dictionary_record *record =
        index < dictionary->count ? &dictionary->records[index] : &nothing;
    return (struct dictionary_entry){
        dictionary_text(dictionary, record->simplified),
        dictionary_text(dictionary, record->traditional),
        dictionary_text(dictionary, record->reading),
        dictionary_text(dictionary, record->glosses),
    };
}

static const char *headword(const struct dictionary *dictionary, size_t head)
{
    uint32_t number = dictionary->heads[head];
    size_t entry = number / 2;
    if (entry >= dictionary->count)
        return "";
    const struct dictionary_record *record = &dictionary->records[entry];
    return dictionary_text(dictionary, number % 2 == 0 ? record->simplified : record->traditional);
}

/* The first headword in [low, high) that is not less than text[0, length), or, with `after`,
 * that is greater and does not begin with it. */
static size_t bound(const struct dictionary *dictionary, size_t low, size_t high, const char *text,
                    size_t length, bool after)
{
    BISECT(low, high, strncmp(headword(dictionary, low), text, length) >= (after ? 1 : 0));
    return low;
}

/* Adds the headwords from `low` on that are text[0, length) and no more. */
static void add_equal(const struct dictionary *dictionary, size_t low, size_t high,
                      const char *text, size_t length, struct dictionary_hits *hits)
{
    for (size_t i = low; i < high; i++) {
        const char *word = headword(dictionary, i);
        if (strncmp(word, text, length) != 0 || word[length] != '\0')
            break;
        struct dictionary_hit hit = { dictionary->heads[i] / 2, (uint32_t)length, 0 };
        if (hit.entry < dictionary->count)
            VECTOR_PUSH(hits, hit);
    }
}

/* Groups of hits that were found with the shortest first now come with the longest first. */
static void turn_groups(struct dictionary_hit *items, size_t count)
{
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        j--;
        struct dictionary_hit hit = items[i];
        items[i] = items[j];
        items[j] = hit;
    }
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && items[end].length == items[start].length;)
            end++;
        for (size_t i = start, j = end; i + 1 < j; i++) {
            j--;
            struct dictionary_hit hit = items[i];
            items[i] = items[j];
            items[j] = hit;
        }
    }
}

void dictionary_prefixes(const struct dictionary *dictionary, const char *text, size_t length,
                         struct dictionary_hits *hits)
{
    size_t first = hits->count;
    size_t low = 0;
    size_t high = dictionary->head_count;
    for (size_t at = 0; at < length && text[at] != '\0' && low < high;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        low = bound(dictionary, low, high, text, at, false);
        high = bound(dictionary, low, high, text, at, true);
        add_equal(dictionary, low, high, text, at, hits);
    }
    if (hits->count > first)
        turn_groups(hits->items + first, hits->count - first);
}
