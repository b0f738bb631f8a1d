#include "query/term_pattern.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "language/english_stem.h"
#include "language/han.h"
#include "language/inflection.h"
#include "entity/variants.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/word.h"

#define WORDS 8
#define FORMS 40

/* One word of the term in all its forms, and what stands between it and the word before. */
struct pattern_slot {
    struct {
        char *items[FORMS];
        size_t lengths[FORMS];
        size_t count;
    } forms;
    char *between;
};

struct term_pattern {
    uint32_t entity;
    struct variants *variants; /* of a Chinese term, else NULL */
    uint32_t *codes;           /* its characters as variants.h takes them */
    size_t length;
    bool exact; /* letter case counts */
    struct pattern_slot slots[WORDS];
    size_t count;
    bool first[256]; /* bytes that the term may begin with */
};

static char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* ---- the term ---- */

static bool same_folded(const char *a, size_t a_length, const char *b)
{
    struct fold left = { 0 };
    struct fold right = { 0 };
    fold_text(a, a_length, FOLD_CASE | FOLD_SPACE, &left);
    fold_text(b, strlen(b), FOLD_CASE | FOLD_SPACE, &right);
    bool same = left.length == right.length && memcmp(left.text, right.text, left.length) == 0;
    fold_free(&left);
    fold_free(&right);
    return same;
}

/* The very spelling first, then any letter case; a short name means nobody by itself. */
static uint32_t entity_of(const struct entity_index *entity_index, const char *term, size_t length)
{
    size_t count = entity_index != NULL ? entity_index_count(entity_index) : 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count; i++) {
            const struct note *note = entity_index_note(entity_index, (uint32_t)i);
            for (size_t k = 0; k < note->count; k++) {
                const char *name = note->items[k].text;
                bool same = pass == 0 ? strlen(name) == length && memcmp(name, term, length) == 0
                                      : same_folded(term, length, name);
                if (same && note->items[k].kind != NAME_SHORT)
                    return (uint32_t)i;
            }
        }
    }
    return NAMES_NONE;
}

static void add_form(struct pattern_slot *slot, const char *form)
{
    size_t length = strlen(form);
    for (size_t i = 0; i < slot->forms.count; i++) {
        if (strcmp(slot->forms.items[i], form) == 0)
            return;
    }
    if (slot->forms.count == FORMS || length == 0)
        return;
    slot->forms.items[slot->forms.count] = xstrdup(form);
    slot->forms.lengths[slot->forms.count++] = length;
}

static void add_inflections(struct pattern_slot *slot, const char *base)
{
    struct inflection_forms forms;
    inflection_forms_of(base, &forms);
    for (size_t i = 0; i < forms.count; i++)
        add_form(slot, forms.items[i]);
}

/* The word, what its bases are inflected to, and what it is inflected to itself. */
static void add_word(struct term_pattern *wanted, const char *text, size_t length,
                     const char *between, size_t between_length)
{
    struct pattern_slot *slot = &wanted->slots[wanted->count++];
    struct inflection_bases bases;
    char *word = xstrndup(text, length);
    slot->between = xstrndup(between, between_length);
    for (char *at = word; *at != '\0' && !wanted->exact; at++)
        *at = small(*at);
    add_form(slot, word);
    if (!wanted->exact && length < INFLECTION_SIZE) {
        inflection_bases_of(word, &bases);
        size_t count = bases.irregular > 0 ? bases.irregular : bases.count > 0 ? 1 : 0;
        for (size_t i = 0; i < count; i++)
            add_inflections(slot, bases.items[i]);
        add_inflections(slot, word);
    }
    free(word);
}

static uint32_t code_at(const struct variants *variants, const char *text, size_t length,
                        size_t at, size_t *size)
{
    struct symbol symbol = variants_at(variants, text, length, at);
    *size = symbol.size > 0 ? symbol.size : 1;
    return variants_fold(symbol.code);
}

static void read_chinese(struct term_pattern *wanted, const char *term, size_t length)
{
    uint32_t forms[VARIANTS_FORMS];
    char bytes[4];
    size_t size;
    wanted->variants = variants_new();
    wanted->codes = xcalloc(length, sizeof *wanted->codes);
    for (size_t at = 0; at < length; at += size)
        wanted->codes[wanted->length++] = code_at(wanted->variants, term, length, at, &size);
    size_t count = variants_forms(wanted->variants, wanted->codes[0], forms);
    for (size_t i = 0; i < count; i++) {
        utf8_encode(forms[i], bytes);
        wanted->first[(unsigned char)bytes[0]] = true;
    }
    utf8_encode(variants_capital(wanted->codes[0]), bytes);
    wanted->first[(unsigned char)bytes[0]] = true;
    wanted->first[(unsigned char)*term] = true;
}

/* US, IT, WHO. */
static bool is_capitals_alone(const char *text, size_t length)
{
    char word[8];
    if (length < 2 || length > sizeof word)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (!ascii_is_capital(text[i]))
            return false;
        word[i] = small(text[i]);
    }
    return length == 2 || english_is_stop(word, length);
}

static void read_words(struct term_pattern *wanted, const char *term, size_t length)
{
    struct span word;
    wanted->exact = is_capitals_alone(term, length);
    for (size_t at = 0; wanted->count < WORDS && word_next(term, length, at, &word); at = word.end)
        add_word(wanted, term + word.start, word.end - word.start, term + at,
                 wanted->count > 0 ? word.start - at : 0);
    for (size_t i = 0; wanted->count > 0 && i < wanted->slots[0].forms.count; i++) {
        char letter = wanted->slots[0].forms.items[i][0];
        wanted->first[(unsigned char)letter] = true;
        if (letter >= 'a' && letter <= 'z' && !wanted->exact)
            wanted->first[(unsigned char)(letter - 'a' + 'A')] = true;
    }
}

struct term_pattern *term_pattern_new(const struct entity_index *entity_index, const char *term,
                                      size_t length)
{
    struct term_pattern *wanted = xcalloc(1, sizeof *wanted);
    while (length > 0 && strchr(" \t\n", term[length - 1]) != NULL)
        length--;
    while (length > 0 && strchr(" \t\n", *term) != NULL) {
        term++;
        length--;
    }
    wanted->entity = entity_of(entity_index, term, length);
    if (han_first(term, term + length) < term + length) {
        read_chinese(wanted, term, length);
    } else {
        read_words(wanted, term, length);
    }
    return wanted;
}

void term_pattern_free(struct term_pattern *wanted)
{
    if (wanted == NULL)
        return;
    for (size_t i = 0; i < wanted->count; i++) {
        for (size_t k = 0; k < wanted->slots[i].forms.count; k++)
            free(wanted->slots[i].forms.items[k]);
        free(wanted->slots[i].between);
    }
    free(wanted->variants);
    free(wanted->codes);
    free(wanted);
}

uint32_t term_pattern_entity(const struct term_pattern *wanted)
{
    return wanted->entity;
}

/* ---- finding ---- */

/* Whether the character at `at` would go on with a word: a letter or digit, but no Han, which is
 * written without spaces. */
static bool goes_on(const char *text, size_t length, size_t at)
{
    if (at >= length)
        return false;
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80)
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
               (byte >= 'a' && byte <= 'z');
    uint32_t code;
    utf8_decode(text + at, length - at, &code);
    bool punctuation = code < 0xC0 || (code >= 0x2000 && code < 0x2C00) ||
                       (code >= 0x2E00 && code < 0xA000) || code >= 0xF900;
    return !punctuation;
}

static bool equals(const struct term_pattern *wanted, const char *text, const char *form,
                   size_t length)
{
    if (wanted->exact)
        return memcmp(text, form, length) == 0;
    for (size_t i = 0; i < length; i++) {
        if (small(text[i]) != form[i])
            return false;
    }
    return true;
}

/* The longest form of the word that stands at `at`, as a whole word: its bytes, 0 none. */
static size_t match_word(const struct term_pattern *wanted, const struct pattern_slot *slot,
                         const char *text, size_t length, size_t at)
{
    size_t best = 0;
    for (size_t i = 0; i < slot->forms.count; i++) {
        size_t size = slot->forms.lengths[i];
        if (size > best && size <= length - at &&
            equals(wanted, text + at, slot->forms.items[i], size) &&
            !goes_on(text, length, at + size))
            best = size;
    }
    return best;
}

/* What parts two words of the term: the same, or a blank where a hyphen is, and the other way. */
static size_t match_between(const char *between, const char *text, size_t length, size_t at)
{
    size_t size = strlen(between);
    if (size <= length - at && memcmp(text + at, between, size) == 0)
        return size;
    bool loose = size == 1 && (*between == ' ' || *between == '-');
    return loose && at < length && (text[at] == ' ' || text[at] == '-') ? 1 : SIZE_MAX;
}

static size_t match_at(const struct term_pattern *wanted, const char *text, size_t length,
                       size_t start)
{
    size_t at = start;
    for (size_t i = 0; i < wanted->count; i++) {
        size_t between =
            i > 0 ? match_between(wanted->slots[i].between, text, length, at) : 0;
        if (between == SIZE_MAX)
            return 0;
        size_t size = match_word(wanted, &wanted->slots[i], text, length, at + between);
        if (size == 0)
            return 0;
        at += between + size;
    }
    return at - start;
}

static void find_words(const struct term_pattern *wanted, const char *text, size_t length,
                       struct spans *found)
{
    for (size_t at = 0; at < length; at++) {
        if (!wanted->first[(unsigned char)text[at]] ||
            (at > 0 && goes_on(text, length, utf8_previous(text, at))))
            continue;
        size_t size = match_at(wanted, text, length, at);
        if (size == 0)
            continue;
        spans_add(found, at, at + size);
        at += size - 1;
    }
}

static void find_chinese(const struct term_pattern *wanted, const char *text, size_t length,
                         struct spans *found)
{
    for (size_t start = 0; start < length; start++) {
        if (!wanted->first[(unsigned char)text[start]])
            continue;
        size_t at = start;
        size_t matched = 0;
        size_t size;
        while (matched < wanted->length && at < length &&
               code_at(wanted->variants, text, length, at, &size) == wanted->codes[matched]) {
            at += size;
            matched++;
        }
        if (matched == wanted->length) {
            spans_add(found, start, at);
            start = at - 1;
        }
    }
}

/* The entity's mentions, and what was found besides where nobody is mentioned. */
static void merge_mentions(const struct term_pattern *wanted, const struct side *side, size_t first,
                           struct spans *found)
{
    struct spans words = { 0 };
    for (size_t i = first; i < found->count; i++)
        spans_add(&words, found->items[i].start, found->items[i].end);
    found->count = first;
    size_t next = 0;
    for (size_t i = 0; i < side->mark_count; i++) {
        const struct side_mark *mark = &side->marks[i];
        if (mark->kind != MARK_NAME)
            continue;
        for (; next < words.count && words.items[next].end <= mark->span.start; next++)
            spans_add(found, words.items[next].start, words.items[next].end);
        while (next < words.count && words.items[next].start < mark->span.end)
            next++;
        if (mark->id == wanted->entity)
            spans_add(found, mark->span.start, mark->span.end);
    }
    for (; next < words.count; next++)
        spans_add(found, words.items[next].start, words.items[next].end);
    spans_free(&words);
}

void term_pattern_find(const struct term_pattern *wanted, const struct side *side,
                       struct spans *found)
{
    size_t first = found->count;
    if (wanted->codes != NULL)
        find_chinese(wanted, side->text, side->length, found);
    else if (wanted->count > 0)
        find_words(wanted, side->text, side->length, found);
    if (wanted->entity != NAMES_NONE)
        merge_mentions(wanted, side, first, found);
}
