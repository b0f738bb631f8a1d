#include "language/english_stem.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "language/irregular.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define PERCENT 0x25
#define PERCENT_WIDE 0xFF05

/* clang-format off */
static const char stops[][WORDLIST_ROW] = {
    "a abbr about also an and archaic as at be but by cl classifier coll dialect do erhua esp etc",
    "fig for from have how if in into it just lit literary mainland may of off on oneself only",
    "onto or out over pr sb see shall so sth such taiwan than that the then there this to tw up",
    "upon used usu variant very when where which while will with",
};
/* clang-format on */

bool english_is_stop(const char *word, size_t length)
{
    return WORDLIST_IN_ROWS(word, length, stops) != NULL;
}

/* ---- words ---- */

/* The word being read; `span` is known when it is put into the list. */
struct reading {
    struct english_words *words;
    char text[ENGLISH_WORD_LIMIT + 1];
    size_t length;
    size_t start;
    size_t end;
};

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* The base letter of Latin-1 and Latin Extended-A, the character itself for all others. */
static uint32_t drop_accent(uint32_t c)
{
    static const char letters[] =
        "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLl"
        "NnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
    if (c < 0xC0 || c >= 0xC0 + sizeof letters - 1)
        return c;
    return (unsigned char)letters[c - 0xC0];
}

static void push(struct reading *reading, const char *text, size_t length)
{
    struct english_word word = { .span = { reading->start, reading->end } };
    word.length = (uint8_t)length;
    word.capital = ascii_is_capital(text[0]);
    for (size_t i = 0; i < length; i++)
        word.text[i] = ascii_lower(text[i]);
    VECTOR_PUSH(reading->words, word);
}

/* won't and can't lose a letter more than the others. */
static void push_negated(struct reading *reading, const char *text, size_t length)
{
    if (length == 2 && ascii_lower(text[0]) == 'w' && ascii_lower(text[1]) == 'o')
        push(reading, "will", 4);
    else if (length == 2 && ascii_lower(text[0]) == 'c' && ascii_lower(text[1]) == 'a')
        push(reading, "can", 3);
    else
        push(reading, text, length);
    push(reading, "not", 3);
}

/* Puts the word that was read into the list, its apostrophes resolved. */
static void flush(struct reading *reading)
{
    const char *text = reading->text;
    size_t length = reading->length;
    reading->length = 0;
    while (length > 0 && (text[length - 1] == '\'' || text[length - 1] == '.'))
        length--;
    while (length > 0 && text[0] == '\'') {
        text++;
        length--;
    }
    if (length == 0)
        return;
    const char *mark = memchr(text, '\'', length);
    if (length == 2 && text[0] == 'U' && text[1] == 'S')
        push(reading, "USA", 3);
    else if (length > 3 && memcmp(text + length - 3, "n't", 3) == 0)
        push_negated(reading, text, length - 3);
    else
        push(reading, text, mark != NULL ? (size_t)(mark - text) : length);
}

static void append(struct reading *reading, char c, size_t start, size_t end)
{
    if (reading->length == 0)
        reading->start = start;
    if (reading->length < ENGLISH_WORD_LIMIT) {
        reading->text[reading->length++] = c;
        reading->end = end;
    }
}

/* U.S. and its like where no word is being read: its length, and the word it stands for. */
static size_t initials_at(const char *text, size_t length, const char **word)
{
    static const struct {
        const char *spelled;
        const char *word;
    } known[] = {
        { "U.S.A.", "USA" },
        { "U.S.", "USA" },
        { "U.K.", "UK" },
        { "U.N.", "UN" },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t size = strlen(known[i].spelled);
        if (size <= length && memcmp(text, known[i].spelled, size) == 0) {
            *word = known[i].word;
            return size;
        }
    }
    return 0;
}

/* A word that is not spelled out: U.S., %. Returns the bytes it takes, 0 when there is none. */
static size_t read_sign(struct reading *reading, const char *text, size_t at, size_t end)
{
    const char *word = "percent";
    uint32_t code;
    size_t size = utf8_decode(text + at, end - at, &code);
    if (code != PERCENT && code != PERCENT_WIDE) {
        if (code != 'U' || reading->length > 0)
            return 0;
        size = initials_at(text + at, end - at, &word);
        if (size == 0)
            return 0;
    }
    flush(reading);
    reading->start = at;
    reading->end = at + size;
    push(reading, word, strlen(word));
    return size;
}

/* A comma or point between two digits. */
static bool is_inside_number(const struct reading *reading, const char *text, size_t at, size_t end)
{
    return (text[at] == ',' || text[at] == '.') && reading->length > 0 &&
           is_digit((unsigned char)reading->text[reading->length - 1]) && at + 1 < end &&
           is_digit((unsigned char)text[at + 1]);
}

void english_words_add(struct english_words *words, const char *text, size_t start, size_t end)
{
    struct reading reading = { .words = words };
    for (size_t at = start, size; at < end; at += size) {
        uint32_t code;
        size_t sign = read_sign(&reading, text, at, end);
        size = utf8_decode(text + at, end - at, &code);
        code = code == 0x2019 || code == 0x2018 ? '\'' : drop_accent(code);
        if (sign > 0)
            size = sign;
        else if (is_letter(code) || is_digit(code) || code == '\'')
            append(&reading, (char)code, at, at + size);
        else if (!is_inside_number(&reading, text, at, end))
            flush(&reading);
        else if (code == '.')
            append(&reading, '.', at, at + size);
    }
    flush(&reading);
}

void english_words_free(struct english_words *words)
{
    free(words->items);
    *words = (struct english_words){ 0 };
}

/* ---- stems ---- */

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static bool has_vowel(const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (is_vowel(word[i]))
            return true;
    }
    return false;
}

static size_t make_regular(char *word, size_t length)
{
    word[length] = '\0';
    const struct irregular_form *found = irregular_find(word, IRREGULAR_STEM, 0);
    if (found == NULL)
        return length;
    length = strlen(found->base);
    memcpy(word, found->base, length + 1);
    return length;
}

static size_t cut_plural(char *word, size_t length)
{
    if (length > 4 && ascii_ends(word, length, "ies")) {
        word[length - 3] = 'y';
        return length - 2;
    }
    if (ascii_ends(word, length, "sses") || ascii_ends(word, length, "shes") ||
        ascii_ends(word, length, "ches") || ascii_ends(word, length, "xes") ||
        ascii_ends(word, length, "zes"))
        return length - 2;
    if (ascii_ends(word, length, "s") && !ascii_ends(word, length, "ss") &&
        !ascii_ends(word, length, "us") && !ascii_ends(word, length, "is"))
        return length - 1;
    return length;
}

/* running, stopped: the doubled consonant goes, but not that of tell, miss, buzz. */
static size_t undouble(const char *word, size_t length)
{
    char last = word[length - 1];
    bool twice = length > 3 && last == word[length - 2] && !is_vowel(last);
    return twice && last != 'l' && last != 's' && last != 'z' ? length - 1 : length;
}

static size_t cut_tense(char *word, size_t length)
{
    if (length > 4 && ascii_ends(word, length, "ied")) {
        word[length - 3] = 'y';
        return length - 2;
    }
    if (length > 5 && ascii_ends(word, length, "ing") && has_vowel(word, length - 3))
        return undouble(word, length - 3);
    if (length > 4 && ascii_ends(word, length, "ed") && has_vowel(word, length - 2))
        return undouble(word, length - 2);
    return length;
}

static size_t cut_derived(char *word, size_t length)
{
    if (length > 5 && ascii_ends(word, length, "ily")) {
        word[length - 3] = 'y';
        length -= 2;
    } else if (length > 4 && ascii_ends(word, length, "ly")) {
        length -= 2;
    }
    return length > 6 && ascii_ends(word, length, "ness") ? length - 4 : length;
}

size_t english_stem(const char *word, size_t length, char *stem)
{
    if (length > ENGLISH_WORD_LIMIT)
        length = ENGLISH_WORD_LIMIT;
    memcpy(stem, word, length);
    length = make_regular(stem, length);
    if (length > 3) {
        length = cut_plural(stem, length);
        length = cut_tense(stem, length);
        length = cut_derived(stem, length);
        length = make_regular(stem, length);
    }
    if (length > 3 && stem[length - 1] == 'e')
        length--;
    if (length > 2 && stem[length - 1] == 'y' && !is_vowel(stem[length - 2]))
        stem[length - 1] = 'i';
    stem[length] = '\0';
    return length;
}
