#include "text/numeral_words.h"

#include <string.h>

#include "base/bisect.h"
#include "text/latinword.h"

/* The value of a word, and what it does to what stands before it. */
enum word_role {
    ROLE_NONE,
    ROLE_UNIT,    /* one ... nine */
    ROLE_TEEN,    /* ten ... nineteen */
    ROLE_TEN,     /* twenty ... ninety */
    ROLE_HUNDRED, /* times 100 */
    ROLE_SCALE,   /* times ten to the value */
    ROLE_VAGUE    /* hundreds, millions: ten to the value */
};

struct number_word {
    const char *word;
    unsigned char role;
    unsigned char value;
    bool ordinal;
};

/* In the order of strcmp, for find(). */
static const struct number_word words[] = {
    { "billion", ROLE_SCALE, 9, false },    { "billions", ROLE_VAGUE, 9, false },
    { "crore", ROLE_SCALE, 7, false },      { "crores", ROLE_SCALE, 7, false },
    { "dozens", ROLE_VAGUE, 1, false },     { "eight", ROLE_UNIT, 8, false },
    { "eighteen", ROLE_TEEN, 18, false },   { "eighteenth", ROLE_TEEN, 18, true },
    { "eighth", ROLE_UNIT, 8, true },       { "eighty", ROLE_TEN, 80, false },
    { "eleven", ROLE_TEEN, 11, false },     { "eleventh", ROLE_TEEN, 11, true },
    { "fifteen", ROLE_TEEN, 15, false },    { "fifteenth", ROLE_TEEN, 15, true },
    { "fifth", ROLE_UNIT, 5, true },        { "fifty", ROLE_TEN, 50, false },
    { "first", ROLE_UNIT, 1, true },        { "five", ROLE_UNIT, 5, false },
    { "forty", ROLE_TEN, 40, false },       { "four", ROLE_UNIT, 4, false },
    { "fourteen", ROLE_TEEN, 14, false },   { "fourteenth", ROLE_TEEN, 14, true },
    { "fourth", ROLE_UNIT, 4, true },       { "hundred", ROLE_HUNDRED, 2, false },
    { "hundreds", ROLE_VAGUE, 2, false },   { "hundredth", ROLE_HUNDRED, 2, true },
    { "lakh", ROLE_SCALE, 5, false },       { "lakhs", ROLE_SCALE, 5, false },
    { "million", ROLE_SCALE, 6, false },    { "millions", ROLE_VAGUE, 6, false },
    { "nine", ROLE_UNIT, 9, false },        { "nineteen", ROLE_TEEN, 19, false },
    { "nineteenth", ROLE_TEEN, 19, true },  { "ninety", ROLE_TEN, 90, false },
    { "ninth", ROLE_UNIT, 9, true },        { "one", ROLE_UNIT, 1, false },
    { "second", ROLE_UNIT, 2, true },       { "seven", ROLE_UNIT, 7, false },
    { "seventeen", ROLE_TEEN, 17, false },  { "seventeenth", ROLE_TEEN, 17, true },
    { "seventh", ROLE_UNIT, 7, true },      { "seventy", ROLE_TEN, 70, false },
    { "six", ROLE_UNIT, 6, false },         { "sixteen", ROLE_TEEN, 16, false },
    { "sixteenth", ROLE_TEEN, 16, true },   { "sixth", ROLE_UNIT, 6, true },
    { "sixty", ROLE_TEN, 60, false },       { "ten", ROLE_TEEN, 10, false },
    { "tens", ROLE_VAGUE, 1, false },       { "tenth", ROLE_TEEN, 10, true },
    { "third", ROLE_UNIT, 3, true },        { "thirteen", ROLE_TEEN, 13, false },
    { "thirteenth", ROLE_TEEN, 13, true },  { "thirty", ROLE_TEN, 30, false },
    { "thousand", ROLE_SCALE, 3, false },   { "thousands", ROLE_VAGUE, 3, false },
    { "thousandth", ROLE_SCALE, 3, true },
    { "three", ROLE_UNIT, 3, false },       { "trillion", ROLE_SCALE, 12, false },
    { "trillions", ROLE_VAGUE, 12, false }, { "twelfth", ROLE_TEEN, 12, true },
    { "twelve", ROLE_TEEN, 12, false },     { "twentieth", ROLE_TEN, 20, true },
    { "twenty", ROLE_TEN, 20, false },      { "two", ROLE_UNIT, 2, false },
    { "zero", ROLE_UNIT, 0, false },
};

#define WORDS (sizeof words / sizeof *words)

static const struct number_word *find(const char *word)
{
    size_t at = 0;
    BISECT(at, WORDS, strcmp(words[at].word, word) >= 0);
    return at < WORDS && strcmp(words[at].word, word) == 0 ? &words[at] : NULL;
}

unsigned numeral_words_part(const char *word)
{
    char singular[LATINWORD_MAX + 1];
    size_t length = strlen(word);
    if (latinword_in(word, "half halves"))
        return 2;
    if (latinword_in(word, "quarter quarters"))
        return 4;
    memcpy(singular, word, length + 1);
    if (length > 3 && word[length - 1] == 's')
        singular[length - 1] = '\0';
    const struct number_word *found = find(singular);
    if (found == NULL || !found->ordinal || found->value < 2)
        return 0;
    return found->role == ROLE_HUNDRED ? 100
           : found->role == ROLE_SCALE ? 1000
           : found->value > 2          ? found->value
                                       : 0;
}

/* The word behind `end`: after blanks, or (twenty-five) one hyphen. */
static bool word_behind(const char *text, size_t length, size_t end, struct latinword *word)
{
    size_t at = latinword_skip_blanks(text, length, end);
    if (at == end && at < length && text[at] == '-')
        at++;
    return at > end && latinword_at(text, length, at, word);
}

/* Number words being put together: the groups before the last scale and the one being read. */
struct words_reading {
    const char *text;
    size_t length;
    struct decimal total;
    unsigned group; /* below 1000 */
    bool group_any;
    bool scaled;
    int scale; /* power of the last scale; none may follow that is not smaller */
    struct numeral *numeral;
};

static bool take_small(struct words_reading *reading, const struct number_word *word)
{
    bool after_ten = word->role == ROLE_UNIT && reading->group % 100 >= 20;
    if (reading->group_any && reading->group % (after_ten ? 10 : 100) != 0)
        return false;
    reading->group += word->value;
    reading->group_any = true;
    return true;
}

static bool take_scale(struct words_reading *reading, int power)
{
    struct decimal part = decimal_of(reading->group, 0);
    if (!reading->group_any || power >= reading->scale || !decimal_shift(&part, power) ||
        !decimal_add(&reading->total, part))
        return false;
    reading->group = 0;
    reading->group_any = false;
    reading->scaled = true;
    reading->scale = power;
    return true;
}

static bool take(struct words_reading *reading, const struct number_word *word)
{
    switch ((enum word_role)word->role) {
    case ROLE_UNIT:
    case ROLE_TEEN:
    case ROLE_TEN: return take_small(reading, word);
    case ROLE_HUNDRED:
        if (!reading->group_any || reading->group == 0 || reading->group >= 100)
            return false;
        reading->group *= 100;
        reading->scaled = true;
        return true;
    case ROLE_SCALE: return take_scale(reading, word->value);
    default: return false;
    }
}

/* "and ten" behind a hundred or a thousand. */
static bool is_and(const struct words_reading *reading, const struct latinword *word)
{
    return strcmp(word->text, "and") == 0 && reading->scaled &&
           (!reading->group_any || reading->group % 100 == 0);
}

static void take_words(struct words_reading *reading)
{
    struct latinword word, more, part;
    while (!reading->numeral->ordinal &&
           word_behind(reading->text, reading->length, reading->numeral->end, &word)) {
        if (is_and(reading, &word)) {
            if (!word_behind(reading->text, reading->length, word.end, &more) ||
                (word_behind(reading->text, reading->length, more.end, &part) &&
                 numeral_words_part(part.text) > 0))
                return;
            word = more;
        }
        const struct number_word *found = find(word.text);
        if (found == NULL || !take(reading, found))
            return;
        reading->numeral->ordinal = found->ordinal;
        reading->numeral->end = word.end;
    }
}

/* Whether the words `words` follow `end`; *behind is where they end. */
static bool follows(const char *text, size_t length, size_t end, const char *const *list,
                    size_t *behind)
{
    struct latinword word;
    for (*behind = end; *list != NULL; list++) {
        if (!word_behind(text, length, *behind, &word) || strcmp(word.text, *list) != 0)
            return false;
        *behind = word.end;
    }
    return true;
}

/* "and a half", "and three quarters", "and two fifths": of the scale before them, if any. */
static void take_part(const char *text, size_t length, struct numeral *numeral)
{
    static const char *const and[] = { "and", NULL };
    struct latinword count, part;
    struct decimal value = decimal_of(0, 0);
    size_t end;
    if (!follows(text, length, numeral->end, and, &end) ||
        !word_behind(text, length, end, &count) || !word_behind(text, length, count.end, &part))
        return;
    const struct number_word *found = find(count.text);
    bool article = strcmp(count.text, "a") == 0;
    unsigned parts = numeral_words_part(part.text);
    if (parts > 0 && (article || (found != NULL && found->role == ROLE_UNIT && !found->ordinal)) &&
        decimal_add_part(&value, article ? 1 : found->value, parts) &&
        (!numeral->scaled || parts > 4 || decimal_shift(&value, numeral->value.exponent)) &&
        decimal_add(&numeral->value, value))
        numeral->end = part.end;
}

/* two point five, two hundred point seventy-one */
static void take_point(const char *text, size_t length, struct numeral *numeral)
{
    static const char *const point[] = { "point", NULL };
    struct latinword word;
    struct decimal part = decimal_of(0, 0);
    size_t end;
    int places = 0;
    if (!follows(text, length, numeral->end, point, &end))
        return;
    while (places < 6 && word_behind(text, length, end, &word)) {
        const struct number_word *found = find(word.text);
        if (found == NULL || found->role > ROLE_TEN || found->ordinal)
            break;
        bool ones = found->role == ROLE_UNIT;
        if (ones && places == 2 && part.digits % 10 == 0 && part.digits >= 20) /* seventy-one */
            part.digits += found->value;
        else if (!ones && places > 0)
            break;
        else {
            part = decimal_of(part.digits * (ones ? 10 : 100) + found->value, 0);
            places += ones ? 1 : 2;
        }
        end = word.end;
    }
    if (places > 0 && decimal_shift(&part, -places) && decimal_add(&numeral->value, part))
        numeral->end = end;
}

void numeral_words_scale(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    if (numeral->kind == NUMERAL_DIGITS && !numeral->grouped)
        take_part(text, length, numeral);
    if (!numeral->scaled && word_behind(text, length, numeral->end, &word) &&
        latinword_in(word.text, "dozen dozens") && decimal_multiply(&numeral->value, 12)) {
        numeral->scaled = true;
        numeral->end = word.end;
        return;
    }
    while (word_behind(text, length, numeral->end, &word)) {
        const struct number_word *found = find(word.text);
        if (found == NULL || found->ordinal ||
            (found->role != ROLE_SCALE && found->role != ROLE_HUNDRED) ||
            !decimal_shift(&numeral->value, found->value))
            return;
        numeral->scaled = true;
        numeral->end = word.end;
    }
}

/* hundreds, tens of thousands, hundreds of millions. */
static bool read_vague(const char *text, size_t length, struct numeral *numeral, int power)
{
    struct latinword word;
    static const char *const of[] = { "of", NULL };
    size_t behind;
    numeral->value = decimal_of(1, power);
    numeral->vague = true;
    numeral->scaled = true;
    while (follows(text, length, numeral->end, of, &behind) &&
           word_behind(text, length, behind, &word)) {
        const struct number_word *found = find(word.text);
        if (found == NULL || found->role != ROLE_VAGUE ||
            !decimal_shift(&numeral->value, found->value))
            break;
        numeral->end = word.end;
    }
    numeral->upper = numeral->value;
    return true;
}

/* a hundred, a million, a dozen, half a million: the article is a one. */
static bool read_article(const char *text, size_t length, size_t end, struct numeral *numeral)
{
    struct latinword word;
    static const char *const dozen[] = { "dozen", NULL };
    if (follows(text, length, end, dozen, &numeral->end)) {
        numeral->value = decimal_of(12, 0);
        numeral->scaled = true;
        return true;
    }
    numeral->end = end;
    const struct number_word *found =
        word_behind(text, length, end, &word) ? find(word.text) : NULL;
    return found != NULL && !found->ordinal &&
           (found->role == ROLE_HUNDRED || found->role == ROLE_SCALE);
}

static bool read_half(const char *text, size_t length, struct numeral *numeral)
{
    static const char *const a[] = { "a", NULL };
    struct numeral part = *numeral;
    size_t end;
    numeral->value = decimal_of(5, -1);
    if (follows(text, length, numeral->end, a, &end) && read_article(text, length, end, &part)) {
        if (part.value.digits == 12) {
            numeral->value = decimal_of(6, 0);
            numeral->scaled = true;
            numeral->end = part.end;
        } else {
            numeral->end = end;
            numeral_words_scale(text, length, numeral);
        }
    }
    numeral->upper = numeral->value;
    return true;
}

/* scores of, twenty at least; a team's scores are none */
static bool read_scores(const char *text, size_t length, struct numeral *numeral)
{
    static const char *const of[] = { "of", NULL };
    size_t behind;
    numeral->vague = numeral->scaled = true;
    numeral->value = numeral->upper = decimal_of(2, 1);
    return follows(text, length, numeral->end, of, &behind);
}

/* a couple of hundred */
static bool read_couple(const char *text, size_t length, struct numeral *numeral)
{
    static const char *const couple[] = { "couple", "of", NULL };
    size_t end;
    if (!follows(text, length, numeral->end, couple, &end))
        return false;
    numeral->end = end;
    numeral->value = decimal_of(2, 0);
    numeral_words_scale(text, length, numeral);
    numeral->upper = numeral->value;
    return numeral->scaled;
}

/* several hundred, a few million: ten to the scale at least. */
static bool read_several(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    if (!word_behind(text, length, numeral->end, &word))
        return false;
    const struct number_word *found = find(word.text);
    bool dozen = strcmp(word.text, "dozen") == 0;
    if (!dozen && (found == NULL || (found->role != ROLE_SCALE && found->role != ROLE_HUNDRED) ||
                   found->ordinal))
        return false;
    numeral->end = word.end;
    numeral->vague = true;
    numeral->scaled = true;
    numeral->value = decimal_of(1, dozen ? 1 : found->value);
    numeral_words_scale(text, length, numeral);
    numeral->upper = numeral->value;
    return true;
}

/* a quarter of a million, three quarters of a million */
static bool read_quarters(const char *text, size_t length, size_t end, unsigned count,
                          struct numeral *numeral)
{
    static const char *const of_a[][4] = { { "quarter", "of", "a", NULL },
                                           { "quarters", "of", "a", NULL } };
    struct numeral whole = { .end = end, .value = decimal_of(count * 25, -2) };
    if (!follows(text, length, end, of_a[count > 1], &whole.end))
        return false;
    numeral_words_scale(text, length, &whole);
    if (!whole.scaled)
        return false;
    whole.kind = NUMERAL_WORDS;
    whole.upper = whole.value;
    *numeral = whole;
    return true;
}

static bool finish(struct words_reading *reading)
{
    struct numeral *numeral = reading->numeral;
    numeral->value = reading->total;
    numeral->scaled = reading->scaled;
    if (!decimal_add(&numeral->value, decimal_of(reading->group, 0)))
        numeral->huge = true;
    if (!numeral->ordinal) {
        take_part(reading->text, reading->length, numeral);
        take_point(reading->text, reading->length, numeral);
        if (!reading->scaled)
            numeral_words_scale(reading->text, reading->length, numeral);
    }
    numeral->upper = numeral->value;
    return true;
}

bool numeral_words_read(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    struct latinword word;
    *numeral = (struct numeral){ .end = at, .kind = NUMERAL_WORDS };
    if (!latinword_at(text, length, at, &word))
        return false;
    numeral->end = word.end;
    if (strcmp(word.text, "half") == 0)
        return read_half(text, length, numeral);
    if (strcmp(word.text, "several") == 0)
        return read_several(text, length, numeral);
    if (strcmp(word.text, "scores") == 0)
        return read_scores(text, length, numeral);
    bool three = strcmp(word.text, "three") == 0;
    if ((three || strcmp(word.text, "a") == 0) &&
        read_quarters(text, length, word.end, three ? 3 : 1, numeral))
        return true;
    struct words_reading reading = {
        .text = text, .length = length, .scale = 15, .numeral = numeral
    };
    if (strcmp(word.text, "a") == 0) {
        static const char *const few[] = { "few", NULL };
        if (follows(text, length, word.end, few, &numeral->end))
            return read_several(text, length, numeral);
        struct numeral couple = *numeral;
        couple.end = word.end;
        if (read_couple(text, length, &couple)) {
            *numeral = couple;
            return true;
        }
        if (!read_article(text, length, word.end, numeral))
            return false;
        numeral->upper = numeral->value;
        if (numeral->value.digits > 0)
            return true;
        reading.group = 1;
        reading.group_any = true;
    } else {
        const struct number_word *found = find(word.text);
        if (found == NULL)
            return false;
        if (found->role == ROLE_VAGUE)
            return read_vague(text, length, numeral, found->value);
        if (found->role == ROLE_HUNDRED || found->role == ROLE_SCALE) {
            static const char *const and[] = { "and", NULL };
            size_t behind;
            reading.group = 1;
            reading.group_any = follows(text, length, word.end, and, &behind) &&
                                word_behind(text, length, behind, &word) && find(word.text) != NULL;
        }
        if (!take(&reading, found))
            return false;
        numeral->ordinal = found->ordinal;
    }
    take_words(&reading);
    return finish(&reading);
}
