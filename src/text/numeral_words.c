#include "text/numeral_part.h"

#include <string.h>

#include "base/bisect.h"
#include "text/latinword.h"
#include "text/wordlist.h"

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
/* clang-format off */
#define W(word, role, value) { word, ROLE_##role, value, false },
#define O(word, role, value) { word, ROLE_##role, value, true },
static const struct number_word words[] = {
    W("billion", SCALE, 9) W("billions", VAGUE, 9) O("billionth", SCALE, 9) W("crore", SCALE, 7) W("crores", SCALE, 7)
    W("dozens", VAGUE, 1) W("eight", UNIT, 8) W("eighteen", TEEN, 18) O("eighteenth", TEEN, 18)
    O("eighth", UNIT, 8) W("eighty", TEN, 80) W("eleven", TEEN, 11) O("eleventh", TEEN, 11)
    W("fifteen", TEEN, 15) O("fifteenth", TEEN, 15) O("fifth", UNIT, 5) W("fifty", TEN, 50)
    O("first", UNIT, 1) W("five", UNIT, 5) W("forty", TEN, 40) W("four", UNIT, 4)
    W("fourteen", TEEN, 14) O("fourteenth", TEEN, 14) O("fourth", UNIT, 4)
    W("hundred", HUNDRED, 2) W("hundreds", VAGUE, 2) O("hundredth", HUNDRED, 2)
    W("lakh", SCALE, 5) W("lakhs", SCALE, 5) W("million", SCALE, 6) W("millions", VAGUE, 6)
    O("millionth", SCALE, 6)
    W("nine", UNIT, 9) W("nineteen", TEEN, 19) O("nineteenth", TEEN, 19) W("ninety", TEN, 90)
    O("ninth", UNIT, 9) W("one", UNIT, 1) O("second", UNIT, 2) W("seven", UNIT, 7)
    W("seventeen", TEEN, 17) O("seventeenth", TEEN, 17) O("seventh", UNIT, 7)
    W("seventy", TEN, 70) W("six", UNIT, 6) W("sixteen", TEEN, 16) O("sixteenth", TEEN, 16)
    O("sixth", UNIT, 6) W("sixty", TEN, 60) W("ten", TEEN, 10) W("tens", VAGUE, 1)
    O("tenth", TEEN, 10) O("third", UNIT, 3) W("thirteen", TEEN, 13) O("thirteenth", TEEN, 13)
    W("thirty", TEN, 30) W("thousand", SCALE, 3) W("thousands", VAGUE, 3) O("thousandth", SCALE, 3) W("three", UNIT, 3)
    W("trillion", SCALE, 12) W("trillions", VAGUE, 12) O("twelfth", TEEN, 12)
    W("twelve", TEEN, 12) O("twentieth", TEN, 20) W("twenty", TEN, 20) W("two", UNIT, 2)
    W("zero", UNIT, 0)
};
#undef W
#undef O
/* clang-format on */

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
    int parts = word[0] == 'h' || word[0] == 'q'
                    ? wordlist_find(word, "half=2 halves=2 quarter=4 quarters=4", 0)
                    : 0;
    unsigned char zeros = 1;
    memcpy(singular, word, length + 1);
    if (length > 3 && word[length - 1] == 's')
        singular[length - 1] = '\0';
    const struct number_word *found = find(singular);
    if (parts > 0 || found == NULL || !found->ordinal)
        return (unsigned)parts;
    if (found->role != ROLE_HUNDRED && found->role != ROLE_SCALE)
        return found->value > 2 ? found->value : 0;
    for (parts = 10; parts < 1000000000 && found->value > zeros; zeros++)
        parts *= 10;
    return (unsigned)parts;
}

static bool is_scale(const struct number_word *word)
{
    return word != NULL && !word->ordinal &&
           (word->role == ROLE_SCALE || word->role == ROLE_HUNDRED);
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

/* The number word behind `end`, and its place; NULL when there is none. */
static const struct number_word *number_behind(const char *text, size_t length, size_t end,
                                               struct latinword *word)
{
    return word_behind(text, length, end, word) ? find(word->text) : NULL;
}

/* One thousand, three hundred and six: over the comma, where a smaller scale follows. */
static bool word_or_comma(const struct words_reading *reading, struct latinword *word)
{
    struct latinword next;
    const char *text = reading->text;
    size_t length = reading->length, end = reading->numeral->end;
    if (word_behind(text, length, end, word))
        return true;
    if (!reading->scaled || reading->group_any || end >= length || text[end] != ',' ||
        number_behind(text, length, end + 1, word) == NULL)
        return false;
    const struct number_word *scale = number_behind(text, length, word->end, &next);
    return is_scale(scale) && scale->value < reading->scale;
}

static void take_words(struct words_reading *reading)
{
    struct latinword word;
    const char *text = reading->text;
    size_t length = reading->length;
    while (!reading->numeral->ordinal && word_or_comma(reading, &word)) {
        /* "and ten" behind a hundred or a thousand */
        if (strcmp(word.text, "and") == 0 && reading->scaled &&
            (!reading->group_any || reading->group % 100 == 0)) {
            struct latinword part = { 0, 0, "", false };
            if (!word_behind(text, length, word.end, &word))
                return;
            const struct number_word *scale = number_behind(text, length, word.end, &part);
            if ((is_scale(scale) && scale->value >= reading->scale) || numeral_words_part(part.text) > 0)
                return;
        }
        const struct number_word *found = find(word.text);
        if (found == NULL || !take(reading, found))
            return;
        reading->numeral->ordinal = found->ordinal;
        reading->numeral->end = word.end;
    }
}

/* Whether the words of `phrase`, between blanks, follow `end`; *behind is where they end. */
static bool follows(const char *text, size_t length, size_t end, const char *phrase, size_t *behind)
{
    struct latinword word;
    for (*behind = end; *phrase != '\0'; *behind = word.end) {
        size_t size = strcspn(phrase, " ");
        if (!word_behind(text, length, *behind, &word) || strlen(word.text) != size ||
            strncmp(word.text, phrase, size) != 0)
            return false;
        phrase += size + (phrase[size] == ' ');
    }
    return true;
}

/* "and a half", "and three quarters", "and two fifths": of the scale before them, if any. */
static void take_part(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword count = { 0, 0, "", false }, part;
    struct decimal value = decimal_of(0, 0);
    size_t end;
    if (!follows(text, length, numeral->end, "and", &end))
        return;
    const struct number_word *found = number_behind(text, length, end, &count);
    bool article = strcmp(count.text, "a") == 0;
    if ((!article && (found == NULL || found->role != ROLE_UNIT || found->ordinal)) ||
        !word_behind(text, length, count.end, &part))
        return;
    unsigned parts = numeral_words_part(part.text);
    if (parts > 0 && decimal_add_part(&value, article ? 1 : found->value, parts) &&
        (!numeral->scaled || parts > 4 || decimal_shift(&value, numeral->value.exponent)) &&
        decimal_add(&numeral->value, value))
        numeral->end = part.end;
}

/* two point five, two hundred point seventy-one */
static void take_point(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    struct decimal part = decimal_of(0, 0);
    size_t end;
    int places = 0;
    if (!follows(text, length, numeral->end, "point", &end))
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
        if (!is_scale(found) || !decimal_shift(&numeral->value, found->value))
            return;
        numeral->scaled = true;
        numeral->end = word.end;
    }
}

/* hundreds, tens of thousands, hundreds of millions. */
static bool read_vague(const char *text, size_t length, struct numeral *numeral, int power)
{
    struct latinword word;
    const struct number_word *found;
    size_t behind;
    numeral->value = decimal_of(1, power);
    numeral->vague = numeral->scaled = true;
    while (follows(text, length, numeral->end, "of", &behind) &&
           (found = number_behind(text, length, behind, &word)) != NULL && found->role == ROLE_VAGUE &&
           decimal_shift(&numeral->value, found->value))
        numeral->end = word.end;
    numeral->upper = numeral->value;
    return true;
}

/* What a number may begin with that is none by itself: the value, whether it says a scale or one may
 * or must follow (half a million), and whether it is the least that can be meant. */
static const struct opening {
    const char *first;
    const char *others;
    unsigned char digits;
    signed char exponent;
    enum { SCALE_NONE, SCALE_SAID, SCALE_MAY, SCALE_MUST } scale;
    bool vague;
} openings[] = {
    { "half", "a dozen", 6, 0, SCALE_SAID, false },
    { "half", "a", 5, -1, SCALE_MUST, false },
    { "half", "", 5, -1, SCALE_MUST, false }, /* half-billion */
    { "half", "", 5, -1, SCALE_NONE, false },
    { "several", "dozen", 1, 1, SCALE_MAY, true },
    { "several", "", 1, 0, SCALE_MUST, true },
    { "a", "few dozen", 1, 1, SCALE_MAY, true },
    { "a", "few", 1, 0, SCALE_MUST, true },
    { "a", "couple of", 2, 0, SCALE_MUST, false },
    { "a", "quarter of a", 25, -2, SCALE_MUST, false },
    { "a", "quarter", 25, -2, SCALE_MUST, false },
    { "three", "quarters of a", 75, -2, SCALE_MUST, false },
    { "a", "dozen", 12, 0, SCALE_SAID, false },
};

static bool read_opening(const char *text, size_t length, const struct latinword *first,
                         struct numeral *numeral)
{
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        const struct opening *opening = &openings[i];
        struct numeral read = { .kind = NUMERAL_WORDS, .vague = opening->vague };
        if (first->text[0] != opening->first[0] || strcmp(first->text, opening->first) != 0 ||
            !follows(text, length, first->end, opening->others, &read.end))
            continue;
        read.value = decimal_of(opening->digits, opening->exponent);
        read.scaled = opening->scale == SCALE_SAID || opening->scale == SCALE_MAY;
        if (opening->scale >= SCALE_MAY)
            numeral_words_scale(text, length, &read);
        if (opening->scale == SCALE_MUST && !read.scaled)
            continue;
        read.upper = read.value;
        *numeral = read;
        return true;
    }
    return false;
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

/* A score of boats, scores of boats (twenty at least); but a score of 85, the scores of the two. */
static bool read_score(const char *text, size_t length, size_t end, bool some, struct numeral *numeral)
{
    static const char owners[] = "the its their his her our these those all both a one two three";
    struct latinword word;
    size_t behind;
    if (!follows(text, length, end, "of", &behind) || !word_behind(text, length, behind, &word) ||
        latinword_in(word.text, owners))
        return false;
    *numeral = (struct numeral){ .end = some ? end : behind, .kind = NUMERAL_WORDS };
    numeral->vague = some;
    numeral->scaled = true;
    numeral->value = numeral->upper = decimal_of(2, 1);
    return true;
}

/* three score and ten, fourscore: twenties; but all three score and win. */
static bool read_scores(const char *text, size_t length, const struct latinword *word,
                        struct numeral *numeral)
{
    struct latinword next;
    size_t behind, end = word->end;
    if (word->text[0] != 't' && word->text[0] != 'f') /* most words */
        return false;
    bool one_word = strlen(word->text) > strlen("three");
    int scores = wordlist_find(word->text, "three=3 four=4 threescore=3 fourscore=4", 0);
    if (scores == 0 || (!one_word && !follows(text, length, end, "score", &end)))
        return false;
    unsigned value = (unsigned)scores * 20;
    bool and = follows(text, length, end, "and", &behind) && word_behind(text, length, behind, &next);
    const struct number_word *more = and ? find(next.text) : NULL;
    if (more != NULL && !more->ordinal && (more->role == ROLE_UNIT || more->role == ROLE_TEEN) &&
        (one_word || more->value == 10 || follows(text, length, next.end, "years", &behind))) {
        value += more->value;
        end = next.end;
    } else if (!one_word && !follows(text, length, end, "years", &behind)) {
        return false;
    }
    *numeral = (struct numeral){ .end = end, .kind = NUMERAL_WORDS, .scaled = true };
    numeral->value = numeral->upper = decimal_of(value, 0);
    return true;
}

bool numeral_words_read(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    struct latinword word, next;
    size_t behind;
    *numeral = (struct numeral){ .end = at, .kind = NUMERAL_WORDS };
    if (!latinword_at(text, length, at, &word))
        return false;
    numeral->end = word.end;
    if (read_opening(text, length, &word, numeral))
        return true;
    if (read_scores(text, length, &word, numeral))
        return true;
    if (strcmp(word.text, "scores") == 0)
        return read_score(text, length, word.end, true, numeral);
    struct words_reading reading = {
        .text = text, .length = length, .scale = 15, .group = 1, .numeral = numeral
    };
    const struct number_word *found = find(word.text);
    if (strcmp(word.text, "a") == 0) {
        /* a hundred, a million: the article is a one */
        if (!word_behind(text, length, word.end, &next))
            return false;
        if (!is_scale(find(next.text)))
            return strcmp(next.text, "score") == 0 && read_score(text, length, next.end, false, numeral);
        reading.group_any = true;
    } else if (found == NULL) {
        return false;
    } else if (found->role == ROLE_VAGUE) {
        return read_vague(text, length, numeral, found->value);
    } else {
        if (found->role != ROLE_HUNDRED && found->role != ROLE_SCALE)
            reading.group = 0;
        else
            reading.group_any = follows(text, length, word.end, "and", &behind) &&
                                word_behind(text, length, behind, &next) && find(next.text) != NULL;
        if (!take(&reading, found))
            return false;
        numeral->ordinal = found->ordinal;
    }
    take_words(&reading);
    return finish(&reading);
}
