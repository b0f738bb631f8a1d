#include "query/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "query/lookup_names.h"
#include "base/file.h"
#include "base/span.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/english_stem.h"
#include "dictionary/dictionary_reference.h"
#include "dictionary/gloss.h"
#include "language/han.h"
#include "language/pinyin.h"
#include "language/readings.h"
#include "entity/variants.h"
#include "text/utf8.h"
#include "text/word.h"

#define READINGS_SOURCE "unihan"
#define HEADWORD_REACH ((size_t)255) /* bytes from a cursor on that a headword may take */
#define MIXED_REACH 12 /* characters before a cursor in which a word of letters and Han may begin */

struct source {
    const char *name; /* NULL for the notes, whose entries have names of their own */
    const struct dictionary *dictionary;
};

struct lookup {
    struct dictionary *glossary; /* NULL none */
    struct lookup_names *names;
    struct dictionaries *dictionaries;
    struct variants *variants;
    struct source *items; /* in the order of the answers */
    size_t count;
    size_t capacity;
    char *glossary_fault; /* NULL none */
};

static void open_glossary(struct lookup *lookup, struct collection *collection)
{
    struct error error;
    char *path = file_join(collection_folder(collection), GLOSSARY_FILE);
    lookup->glossary = glossary_open(path, &error);
    if (lookup->glossary == NULL)
        lookup->glossary_fault = xstrdup(error.text);
    free(path);
}

struct lookup *lookup_open(struct collection *collection, const char *folder)
{
    struct lookup *lookup = xcalloc(1, sizeof *lookup);
    if (collection != NULL)
        open_glossary(lookup, collection);
    lookup->names = lookup_names_new(collection);
    lookup->dictionaries = dictionaries_open(folder);
    lookup->variants = variants_new();
    if (lookup->glossary != NULL)
        VECTOR_PUSH(lookup, (struct source){ "glossary", lookup->glossary });
    VECTOR_PUSH(lookup, (struct source){ NULL, lookup_names_dictionary(lookup->names) });
    for (size_t i = 0; i < lookup->dictionaries->count; i++) {
        const struct installed *installed = &lookup->dictionaries->items[i];
        if (installed->dictionary != NULL)
            VECTOR_PUSH(lookup, (struct source){ installed->name, installed->dictionary });
    }
    return lookup;
}

void lookup_free(struct lookup *lookup)
{
    if (lookup == NULL)
        return;
    dictionary_close(lookup->glossary);
    lookup_names_free(lookup->names);
    dictionaries_free(lookup->dictionaries);
    free(lookup->variants);
    free(lookup->items);
    free(lookup->glossary_fault);
    free(lookup);
}

const char *lookup_fault(const struct lookup *lookup, size_t index)
{
    if (lookup->glossary_fault != NULL && index-- == 0)
        return lookup->glossary_fault;
    for (size_t i = 0; i < lookup->dictionaries->count; i++) {
        const char *fault = lookup->dictionaries->items[i].fault;
        if (fault != NULL && index-- == 0)
            return fault;
    }
    return NULL;
}

/* --- what an entry says --- */

static char *source_name(const struct lookup *lookup, const struct source *source, size_t entry)
{
    if (source->name != NULL)
        return xstrdup(source->name);
    return xasprintf("entity:%s", lookup_names_id(lookup->names, entry));
}

/* The source's reading with tone marks; without one that of the characters. */
static char *reading_of(const struct dictionary_entry *entry)
{
    struct buffer reading = { 0 };
    if (entry->reading[0] != '\0')
        pinyin_add_marks(&reading, entry->reading, strlen(entry->reading));
    else if (han_any(entry->simplified))
        readings_add(&reading, entry->simplified, strlen(entry->simplified));
    return buffer_take(&reading);
}

/* Glosses for reading: slashes stand free, pinyin in square brackets has its tone marks. */
static char *translation_of(const char *glosses, size_t length)
{
    struct buffer text = { 0 };
    for (size_t at = 0; at < length;) {
        size_t end = at;
        char stop = glosses[at] == '[' ? ']' : '/';
        while (end < length && glosses[end] != stop && (end == at || glosses[end] != '['))
            end++;
        if (stop == ']')
            pinyin_add_marks(&text, glosses + at, end - at);
        else
            buffer_add(&text, glosses + at, end - at);
        at = end;
        if (at < length && glosses[at] == '/') {
            buffer_add_text(&text, " / ");
            at++;
        }
    }
    return buffer_take(&text);
}

/* --- Chinese --- */

/* A headword that begins the text, with the source it comes from. */
struct match {
    size_t length;
    size_t source;
    size_t entry;
};

struct matches {
    struct match *items;
    size_t count;
    size_t capacity;
};

/* A Chinese text, as it is and in simplified characters, byte for byte as long. */
struct chinese {
    const char *text;
    char *simple;
    size_t length;
};

static char *simplify(const struct lookup *lookup, const char *text, size_t length)
{
    char *simple = xstrndup(text, length);
    for (size_t at = 0; at < length;) {
        struct symbol symbol = variants_at(lookup->variants, text, length, at);
        char bytes[4];
        if (symbol.kind == SYMBOL_HAN && utf8_encode(symbol.code, bytes) == symbol.size)
            memcpy(simple + at, bytes, symbol.size);
        at += symbol.size > 0 ? symbol.size : 1;
    }
    return simple;
}

/* Longest first; of one length in the order of the sources, then as they came. */
static int compare_matches(const void *left, const void *right)
{
    const struct match *a = left;
    const struct match *b = right;
    if (a->length != b->length)
        return a->length > b->length ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

static bool has_length(const struct dictionary_hits *hits, size_t length)
{
    for (size_t i = 0; i < hits->count; i++) {
        if (hits->items[i].length == length)
            return true;
    }
    return false;
}

static bool is_letter(struct symbol symbol)
{
    return symbol.kind == SYMBOL_LETTER || symbol.kind == SYMBOL_WORD;
}

/* Whether `at` stands between two letters or two digits of one alphabetic word or number, which
 * no headword parts: 卡拉OK is not in 卡拉OKAY. */
static bool is_inside(const struct lookup *lookup, const struct chinese *chinese, size_t at)
{
    struct symbol before = variants_before(lookup->variants, chinese->text, at);
    struct symbol after = variants_at(lookup->variants, chinese->text, chinese->length, at);
    return at > 0 && at < chinese->length &&
           ((is_letter(before) && is_letter(after)) ||
            (before.kind == SYMBOL_DIGIT && after.kind == SYMBOL_DIGIT));
}

/* Whether an entry says more of a headword than that it is another way to write it. */
static bool says_more(const struct dictionary *dictionary, size_t entry, const char *word,
                      size_t length)
{
    const char *glosses = dictionary_entry_at(dictionary, entry).glosses;
    char *left = dictionary_reference_drop(glosses, word, length);
    bool more = *left != '\0' || *glosses == '\0';
    free(left);
    return more;
}

static void add_hits(const struct lookup *lookup, const struct chinese *chinese, size_t at,
                     size_t source, const struct dictionary_hits *hits,
                     const struct dictionary_hits *known, struct matches *matches)
{
    for (size_t i = 0; i < hits->count; i++) {
        struct match match = { hits->items[i].length, source, hits->items[i].entry };
        if ((known == NULL || !has_length(known, match.length)) &&
            !is_inside(lookup, chinese, at + match.length) &&
            says_more(lookup->items[source].dictionary, match.entry, chinese->text + at,
                      match.length))
            VECTOR_PUSH(matches, match);
    }
}

/* The headwords that begin the text at `at`. A source that does not know a traditional form of its
 * own is asked for the simplified one. */
static void find_matches(const struct lookup *lookup, const struct chinese *chinese, size_t at,
                         struct matches *matches)
{
    struct dictionary_hits own = { 0 };
    struct dictionary_hits simple = { 0 };
    size_t length = chinese->length - at;
    matches->count = 0;
    if (is_inside(lookup, chinese, at))
        return;
    for (size_t i = 0; i < lookup->count; i++) {
        const struct dictionary *dictionary = lookup->items[i].dictionary;
        own.count = 0;
        simple.count = 0;
        dictionary_prefixes(dictionary, chinese->text + at, length, &own);
        dictionary_prefixes(dictionary, chinese->simple + at, length, &simple);
        add_hits(lookup, chinese, at, i, &own, NULL, matches);
        add_hits(lookup, chinese, at, i, &simple, &own, matches);
    }
    if (matches->count > 0)
        qsort(matches->items, matches->count, sizeof *matches->items, compare_matches);
    dictionary_hits_free(&own);
    dictionary_hits_free(&simple);
}

/* Adds what an entry says of `word`, which stands in the text at `place`. */
static void add_entry(const struct lookup *lookup, const struct source *source, size_t index,
                      enum lookup_kind kind, struct span place, const char *word,
                      struct lookup_items *items)
{
    struct dictionary_entry entry = dictionary_entry_at(source->dictionary, index);
    char *glosses = dictionary_reference_drop(entry.glosses, word, strlen(word));
    if (*glosses != '\0' || *entry.glosses == '\0')
        VECTOR_PUSH(items, (struct lookup_item){ kind, place.start, place.end, xstrdup(word),
                                                 reading_of(&entry),
                                                 translation_of(glosses, strlen(glosses)),
                                                 source_name(lookup, source, index) });
    free(glosses);
}

/* What a headword's entry says; then, when that is only which words it stands for, what these say.
 * Those in the headword itself come as its components. */
static void add_match(const struct lookup *lookup, const struct chinese *chinese, size_t at,
                      const struct match *match, enum lookup_kind kind, struct lookup_items *items)
{
    const struct source *source = &lookup->items[match->source];
    const struct dictionary *dictionary = source->dictionary;
    char *word = xstrndup(chinese->text + at, match->length);
    bool simple = strcmp(dictionary_entry_at(dictionary, match->entry).simplified, word) == 0;
    struct span place = { at, at + match->length };
    struct dictionary_hits hits = { 0 };
    add_entry(lookup, source, match->entry, kind, place, word, items);
    dictionary_reference_follow(dictionary, match->entry, &hits);
    for (size_t i = 0; i < hits.count; i++) {
        struct dictionary_entry entry = dictionary_entry_at(dictionary, hits.items[i].entry);
        const char *other = simple ? entry.simplified : entry.traditional;
        if (strstr(word, other) == NULL)
            add_entry(lookup, source, hits.items[i].entry, kind, place, other, items);
    }
    dictionary_hits_free(&hits);
    free(word);
}

/* The character at `at` by its reading; returns its bytes. */
static size_t add_reading(const struct chinese *chinese, size_t at, struct lookup_items *items)
{
    uint32_t code_point;
    size_t taken = utf8_decode(chinese->text + at, chinese->length - at, &code_point);
    const char *reading = utf8_is_han(code_point) ? readings_of(code_point) : NULL;
    if (reading != NULL)
        VECTOR_PUSH(items, (struct lookup_item){
                               LOOKUP_READING, at, at + taken, xstrndup(chinese->text + at, taken),
                               xstrdup(reading), xstrdup(""), xstrdup(READINGS_SOURCE) });
    return taken > 0 ? taken : 1;
}

static bool is_listed(const struct lookup_items *items, size_t first, const char *text,
                      size_t length)
{
    for (size_t i = first; i < items->count; i++) {
        if (strncmp(items->items[i].term, text, length) == 0 &&
            items->items[i].term[length] == '\0')
            return true;
    }
    return false;
}

/* The words from `at` to `end`, each as long as it can be and listed once; between them, if that is
 * `outside` the headword, which tells how it is read, the readings of characters. */
static void add_components(const struct lookup *lookup, const struct chinese *chinese, size_t at,
                           size_t end, size_t first, bool outside, struct lookup_items *items)
{
    struct matches matches = { 0 };
    struct chinese part = { chinese->text, chinese->simple, end };
    while (at < end) {
        find_matches(lookup, &part, at, &matches);
        size_t length = matches.count > 0 ? matches.items[0].length : 0;
        bool listed = length > 0 && is_listed(items, first, part.text + at, length);
        for (size_t i = 0; i < matches.count && !listed && matches.items[i].length == length; i++)
            add_match(lookup, &part, at, &matches.items[i], LOOKUP_COMPONENT, items);
        uint32_t code_point;
        if (length == 0 && outside)
            length = add_reading(&part, at, items);
        else if (length == 0)
            length = utf8_decode(part.text + at, end - at, &code_point);
        at += length;
    }
    free(matches.items);
}

/* `whole`: the term is all of the text, not what begins it. */
static void look_up_chinese(const struct lookup *lookup, const char *text, size_t length,
                            bool whole, struct lookup_items *items)
{
    struct chinese chinese = { text, simplify(lookup, text, length), length };
    struct matches matches = { 0 };
    size_t first = items->count;
    find_matches(lookup, &chinese, 0, &matches);
    size_t longest = matches.count > 0 ? matches.items[0].length : 0;
    size_t shorter = 0; /* the longest headword but that one */
    for (size_t i = 0; i < matches.count; i++) {
        bool is_longest = matches.items[i].length == longest;
        if (!is_longest && shorter == 0)
            shorter = matches.items[i].length;
        add_match(lookup, &chinese, 0, &matches.items[i],
                  is_longest ? LOOKUP_HEADWORD : LOOKUP_SHORTER, items);
    }
    free(matches.items);
    size_t at = longest > 0 ? longest : add_reading(&chinese, 0, items);
    uint32_t code_point;
    size_t inner = shorter > 0 ? shorter : utf8_decode(text, length, &code_point);
    add_components(lookup, &chinese, inner, longest, first, false, items);
    if (whole)
        add_components(lookup, &chinese, at, length, first, true, items);
    free(chinese.simple);
}

/* Whether a headword of Han with letters or digits (T恤, 卡拉OK) begins at `at` and goes beyond
 * `beyond`. */
static bool begins_mixed(const struct lookup *lookup, const struct chinese *chinese, size_t at,
                         size_t beyond)
{
    struct matches matches = { 0 };
    find_matches(lookup, chinese, at, &matches);
    bool mixed = false;
    for (size_t i = 0; i < matches.count && !mixed && at + matches.items[i].length > beyond; i++) {
        size_t end = at + matches.items[i].length;
        bool han = false;
        bool other = false;
        for (size_t j = at; j < end;) {
            struct symbol symbol = variants_at(lookup->variants, chinese->text, end, j);
            han = han || symbol.kind == SYMBOL_HAN;
            other = other || is_letter(symbol) || symbol.kind == SYMBOL_DIGIT;
            j += symbol.size > 0 ? symbol.size : 1;
        }
        mixed = han && other;
    }
    free(matches.items);
    return mixed;
}

size_t lookup_word_start(const struct lookup *lookup, const char *text, size_t length, size_t at)
{
    size_t first = at;
    for (size_t i = 0; i < MIXED_REACH && first > 0; i++) {
        size_t previous = utf8_previous(text, first);
        struct symbol symbol = variants_at(lookup->variants, text, length, previous);
        if (!is_letter(symbol) && symbol.kind != SYMBOL_DIGIT && symbol.kind != SYMBOL_HAN)
            break;
        first = previous;
    }
    size_t end = length - at < HEADWORD_REACH ? length : at + HEADWORD_REACH;
    struct chinese chinese = { text + first, simplify(lookup, text + first, end - first),
                               end - first };
    size_t start = 0;
    while (start < at - first && !begins_mixed(lookup, &chinese, start, at - first)) {
        uint32_t code_point;
        start += utf8_decode(chinese.text + start, chinese.length - start, &code_point);
    }
    free(chinese.simple);
    return first + start;
}

static bool is_chinese_at(const struct lookup *lookup, const char *text, size_t length)
{
    struct symbol symbol = variants_at(lookup->variants, text, length, 0);
    if (symbol.kind != SYMBOL_LETTER && symbol.kind != SYMBOL_DIGIT)
        return false;
    struct chinese chinese = { text, simplify(lookup, text, length), length };
    bool mixed = begins_mixed(lookup, &chinese, 0, 0);
    free(chinese.simple);
    return mixed;
}

/* --- English --- */

static void add_hit(const struct lookup *lookup, const struct source *source, struct span term,
                    const struct dictionary_hit *hit, const char *text, struct lookup_items *items)
{
    struct dictionary_entry entry = dictionary_entry_at(source->dictionary, hit->entry);
    const char *sense;
    size_t size;
    if (!dictionary_sense(source->dictionary, hit->entry, text + term.start, term.end - term.start,
                          &sense, &size))
        return;
    /* An English headword is translated by its glosses. */
    bool own = !han_any(entry.simplified);
    size_t blanks = strspn(sense, " ");
    sense += blanks < size ? blanks : size;
    size -= blanks < size ? blanks : size;
    bool alone = hit->rank <= GLOSS_RANK_ALONE;
    VECTOR_PUSH(items,
                (struct lookup_item){ alone ? LOOKUP_HEADWORD : LOOKUP_AMONG, term.start, term.end,
                                      translation_of(sense, size), reading_of(&entry),
                                      own ? translation_of(entry.glosses, strlen(entry.glosses))
                                          : xstrdup(entry.simplified),
                                      source_name(lookup, source, hit->entry) });
}

/* `alone`: only what says the term and no more. Returns whether there was any. */
static bool look_up_english(const struct lookup *lookup, const char *text, struct span term,
                            bool alone, struct lookup_items *items)
{
    struct dictionary_hits hits = { 0 };
    size_t before = items->count;
    for (size_t i = 0; i < lookup->count; i++) {
        const struct source *source = &lookup->items[i];
        hits.count = 0;
        dictionary_english(source->dictionary, text + term.start, term.end - term.start,
                           LOOKUP_ENGLISH_MOST, &hits);
        for (size_t j = 0; j < hits.count; j++) {
            if (!alone || hits.items[j].rank <= GLOSS_RANK_ALONE)
                add_hit(lookup, source, term, &hits.items[j], text, items);
        }
    }
    dictionary_hits_free(&hits);
    return items->count > before;
}

/* The words that are read as the term, when it is pinyin. */
static void look_up_reading(const struct lookup *lookup, const char *text, struct span term,
                            struct lookup_items *items)
{
    struct dictionary_hits hits = { 0 };
    for (size_t i = 0; i < lookup->count; i++) {
        const struct source *source = &lookup->items[i];
        hits.count = 0;
        dictionary_reading(source->dictionary, text + term.start, term.end - term.start,
                           LOOKUP_ENGLISH_MOST, &hits);
        for (size_t j = 0; j < hits.count; j++) {
            size_t entry = hits.items[j].entry;
            add_entry(lookup, source, entry, LOOKUP_HEADWORD, term,
                      dictionary_entry_at(source->dictionary, entry).simplified, items);
        }
    }
    dictionary_hits_free(&hits);
}

/* A term in Latin letters: English, else, where nothing says it and no more, pinyin. */
static void look_up_latin(const struct lookup *lookup, const char *text, struct span term,
                          struct lookup_items *items)
{
    bool said = false;
    size_t first = items->count;
    look_up_english(lookup, text, term, false, items);
    for (size_t i = first; i < items->count; i++)
        said = said || items->items[i].kind == LOOKUP_HEADWORD;
    if (!said)
        look_up_reading(lookup, text, term, items);
}

/* Words that follow one another with nothing but a blank, a hyphen or a line's end between. */
static size_t find_phrase(const char *text, size_t length, struct span words[LOOKUP_PHRASE_MOST])
{
    size_t count = 0;
    for (size_t at = 0; count < LOOKUP_PHRASE_MOST; count++) {
        if (!word_next(text, length, at, &words[count]))
            break;
        size_t between = words[count].start - at;
        if (count > 0 && (between != 1 || strchr(" -\n", text[at]) == NULL))
            break;
        at = words[count].end;
    }
    return count;
}

/* “of the”, “in which”: no dictionary's word, and slow to look for. */
static bool says_something(const char *text, const struct span *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char word[ENGLISH_WORD_LIMIT + 1];
        size_t length = words[i].end - words[i].start;
        if (length > ENGLISH_WORD_LIMIT)
            return true;
        for (size_t at = 0; at < length; at++) {
            char letter = text[words[i].start + at];
            word[at] = letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
        }
        if (!english_is_stop(word, length))
            return true;
    }
    return false;
}

void lookup_at(const struct lookup *lookup, const char *text, size_t length,
               struct lookup_items *items)
{
    uint32_t code_point;
    size_t taken = utf8_decode(text, length, &code_point);
    size_t reach = length < HEADWORD_REACH ? length : HEADWORD_REACH;
    if ((taken > 0 && utf8_is_han(code_point)) || is_chinese_at(lookup, text, reach)) {
        look_up_chinese(lookup, text, reach, false, items);
        lookup_items_fold(items);
        return;
    }
    struct span words[LOOKUP_PHRASE_MOST];
    size_t count = find_phrase(text, length, words);
    for (size_t i = count; i > 1; i--) {
        struct span phrase = { words[0].start, words[i - 1].end };
        if (says_something(text, words, i) && look_up_english(lookup, text, phrase, true, items))
            break;
    }
    /* “the”: whatever has it among its words says nothing of it */
    if (count > 0 && !says_something(text, words, 1))
        (void)look_up_english(lookup, text, words[0], true, items);
    else if (count > 0)
        look_up_latin(lookup, text, words[0], items);
    lookup_items_fold(items);
}

void lookup_term(const struct lookup *lookup, const char *term, size_t length,
                 struct lookup_items *items)
{
    if (length > LOOKUP_TERM_MOST)
        length = utf8_previous(term, LOOKUP_TERM_MOST + 1);
    while (length > 0 && strchr(" \t\n", term[length - 1]) != NULL)
        length--;
    size_t start = 0;
    while (start < length && strchr(" \t\n", term[start]) != NULL)
        start++;
    size_t first = items->count;
    const char *end = term + length;
    if (han_first(term + start, end) < end)
        look_up_chinese(lookup, term + start, length - start, true, items);
    else
        look_up_latin(lookup, term + start, (struct span){ 0, length - start }, items);
    for (size_t i = first; i < items->count; i++) {
        items->items[i].start += start;
        items->items[i].end += start;
    }
    lookup_items_fold(items);
}
