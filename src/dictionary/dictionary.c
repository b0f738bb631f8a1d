#include "dictionary/dictionary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bisect.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_file.h"
#include "dictionary/dictionary_map.h"
#include "text/fold.h"
#include "text/lettercase.h"
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
        error_set(error, "%s: %s", dictionary->path, _(strerror(errno)));
        return false;
    }
    if (!S_ISREG(status.st_mode) || status.st_size < (off_t)sizeof *dictionary->head) {
        error_set(error, "%s: is no compiled dictionary", dictionary->path);
        return false;
    }
    dictionary->size = (size_t)status.st_size;
    void *bytes = mmap(NULL, dictionary->size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) {
        error_set(error, "%s: cannot be mapped: %s", dictionary->path, _(strerror(errno)));
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
        return _("is no compiled dictionary");
    if (head->order != DICTIONARY_ORDER || head->version != DICTIONARY_VERSION)
        return _("was compiled by another version or machine; add the dictionary again");
    if (head->size != dictionary->size ||
        head->sum != dictionary_sum(head, offsetof(struct dictionary_head, sum)) ||
        head->languages[sizeof head->languages - 1] != '\0')
        return _("is damaged; add the dictionary again");
    for (enum dictionary_section i = 0; i < SECTION_COUNT; i++) {
        if (!is_sound(dictionary, i))
            return _("is damaged; add the dictionary again");
    }
    const struct dictionary_extent *text = &head->sections[SECTION_TEXT];
    if (text->size == 0 || dictionary->bytes[text->start + text->size - 1] != '\0')
        return _("is damaged; add the dictionary again");
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
        error_set(error, "%s: %s", path, _(strerror(errno)));
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

/* What a headword says behind its first `taken` bytes, "" where it is shorter. */
static const char *rest(const struct dictionary *dictionary, size_t head, size_t taken)
{
    const char *word = headword(dictionary, head);
    return strnlen(word, taken) == taken ? word + taken : "";
}

/* Headwords [low, high) that spell what has been read of the text in one way, in `taken` bytes. */
struct spelling {
    size_t low;
    size_t high;
    size_t taken;
};

/* One way to write a character. */
struct form {
    char bytes[4];
    size_t size;
};

#define FORMS_MOST 5
#define SPELLINGS_MOST 16 /* of one text among the headwords; nobody writes more */
#define WIDE_OFFSET 0xFEE0u /* from ASCII to its full-width form */

/* The ways to write the character `code` that the text has as [text, size): as it stands, then in
 * the other letter case and width. Returns how many. */
static size_t list_forms(const char *text, size_t size, uint32_t code,
                         struct form forms[FORMS_MOST])
{
    uint32_t small;
    size_t count = 0;
    memcpy(forms[count].bytes, text, size);
    forms[count++].size = size;
    if (!fold_simple(code, FOLD_CASE, &small) || small <= ' ' || small > '~' ||
        (code > '~' && (code < '!' + WIDE_OFFSET || code > '~' + WIDE_OFFSET)))
        return count;
    uint32_t capital = lettercase_capital(small);
    const uint32_t others[] = { capital, small, capital + WIDE_OFFSET, small + WIDE_OFFSET };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (others[i] == code || (i % 2 == 1 && capital == small))
            continue;
        forms[count].size = utf8_encode(others[i], forms[count].bytes);
        count++;
    }
    return count;
}

/* The first headword of a spelling that goes on with `form` or what is greater, or, with `after`,
 * with what is greater and does not begin with it. */
static size_t bound(const struct dictionary *dictionary, const struct spelling *spelling,
                    size_t low, const struct form *form, bool after)
{
    BISECT(low, spelling->high,
           strncmp(rest(dictionary, low, spelling->taken), form->bytes, form->size) >=
               (after ? 1 : 0));
    return low;
}

/* The spellings that go on with one of the forms, those that write as the text does first. */
static size_t go_on(const struct dictionary *dictionary, struct spelling spellings[SPELLINGS_MOST],
                    size_t count, const struct form *forms, size_t form_count)
{
    struct spelling next[SPELLINGS_MOST];
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < form_count && found < SPELLINGS_MOST; j++) {
            size_t low = bound(dictionary, &spellings[i], spellings[i].low, &forms[j], false);
            size_t high = bound(dictionary, &spellings[i], low, &forms[j], true);
            if (low < high)
                next[found++] =
                    (struct spelling){ low, high, spellings[i].taken + forms[j].size };
        }
    }
    memcpy(spellings, next, found * sizeof *next);
    return found;
}

/* Adds the headwords of a spelling that say no more; false when there are none. `length`: the
 * bytes of the text. */
static bool add_equal(const struct dictionary *dictionary, const struct spelling *spelling,
                      size_t length, struct dictionary_hits *hits)
{
    size_t before = hits->count;
    for (size_t i = spelling->low; i < spelling->high; i++) {
        if (rest(dictionary, i, spelling->taken)[0] != '\0')
            break;
        struct dictionary_hit hit = { dictionary->heads[i] / 2, (uint32_t)length, 0 };
        if (hit.entry < dictionary->count)
            VECTOR_PUSH(hits, hit);
    }
    return hits->count > before;
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
    struct spelling spellings[SPELLINGS_MOST] = { { 0, dictionary->head_count, 0 } };
    size_t count = 1;
    for (size_t at = 0; at < length && text[at] != '\0' && count > 0;) {
        uint32_t code_point;
        struct form forms[FORMS_MOST];
        size_t size = utf8_decode(text + at, length - at, &code_point);
        size_t form_count = list_forms(text + at, size, code_point, forms);
        at += size;
        count = go_on(dictionary, spellings, count, forms, form_count);
        for (size_t i = 0; i < count; i++) {
            if (add_equal(dictionary, &spellings[i], at, hits))
                break;
        }
    }
    if (hits->count > first)
        turn_groups(hits->items + first, hits->count - first);
}
