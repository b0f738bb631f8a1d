#include "text/numeral_part.h"

#include <string.h>

#include "base/bisect.h"
#include "text/latinword.h"
#include "text/numeral_sum.h"

#define LARGE 3 /* thousand and what is larger */

/* The value of a word, and what it does to what stands before it. */
enum word_role {
    ROLE_UNIT,  /* one ... nine */
    ROLE_TEEN,  /* ten ... nineteen */
    ROLE_TEN,   /* twenty ... ninety */
    ROLE_SCALE, /* times ten to the value */
    ROLE_VAGUE, /* hundreds, millions: ten to the value */
    ROLE_PART   /* half, quarter */
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
    W("billion", SCALE, 9) W("billions", VAGUE, 9) O("billionth", SCALE, 9) W("crore", SCALE, 7)
    W("crores", SCALE, 7) W("dozens", VAGUE, 1) W("eight", UNIT, 8) W("eighteen", TEEN, 18)
    O("eighteenth", TEEN, 18) O("eighth", UNIT, 8) O("eightieth", TEN, 80) W("eighty", TEN, 80)
    W("eleven", TEEN, 11) O("eleventh", TEEN, 11) W("fifteen", TEEN, 15) O("fifteenth", TEEN, 15)
    O("fifth", UNIT, 5) O("fiftieth", TEN, 50) W("fifty", TEN, 50) O("first", UNIT, 1) W("five", UNIT, 5)
    O("fortieth", TEN, 40) W("forty", TEN, 40) W("four", UNIT, 4) W("fourteen", TEEN, 14)
    O("fourteenth", TEEN, 14) O("fourth", UNIT, 4) O("half", PART, 2) O("halves", PART, 2)
    W("hundred", SCALE, 2) W("hundreds", VAGUE, 2) O("hundredth", SCALE, 2) W("lakh", SCALE, 5)
    W("lakhs", SCALE, 5) W("million", SCALE, 6) W("millions", VAGUE, 6) O("millionth", SCALE, 6)
    W("nine", UNIT, 9) W("nineteen", TEEN, 19) O("nineteenth", TEEN, 19) O("ninetieth", TEN, 90)
    W("ninety", TEN, 90) O("ninth", UNIT, 9) W("nought", UNIT, 0) W("one", UNIT, 1) O("quarter", PART, 4)
    O("second", UNIT, 2) W("seven", UNIT, 7) W("seventeen", TEEN, 17) O("seventeenth", TEEN, 17)
    O("seventh", UNIT, 7) O("seventieth", TEN, 70) W("seventy", TEN, 70) W("six", UNIT, 6)
    W("sixteen", TEEN, 16) O("sixteenth", TEEN, 16) O("sixth", UNIT, 6) O("sixtieth", TEN, 60)
    W("sixty", TEN, 60) W("ten", TEEN, 10) W("tens", VAGUE, 1) O("tenth", TEEN, 10) O("third", UNIT, 3)
    W("thirteen", TEEN, 13) O("thirteenth", TEEN, 13) O("thirtieth", TEN, 30) W("thirty", TEN, 30)
    W("thousand", SCALE, 3) W("thousands", VAGUE, 3) O("thousandth", SCALE, 3) W("three", UNIT, 3)
    W("trillion", SCALE, 12) W("trillions", VAGUE, 12) O("trillionth", SCALE, 12) O("twelfth", TEEN, 12)
    W("twelve", TEEN, 12) O("twentieth", TEN, 20) W("twenty", TEN, 20) W("two", UNIT, 2) W("zero", UNIT, 0)
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

/* The number word behind `end`, and its place; NULL when there is none. */
static const struct number_word *find_behind(const char *text, size_t length, size_t end, struct latinword *word)
{
    return latinword_next(text, length, end, word) ? find(word->text) : NULL;
}

static bool is_scale(const struct number_word *word)
{
    return word != NULL && !word->ordinal && word->role == ROLE_SCALE;
}

static bool is_small(const struct number_word *word)
{
    return word != NULL && !word->ordinal && word->role < ROLE_SCALE;
}

unsigned numeral_words_part(const char *word)
{
    char singular[LATINWORD_MAX + 1];
    size_t length = strlen(word);
    memcpy(singular, word, length + 1);
    if (length > 3 && word[length - 1] == 's' && strcmp(word, "halves") != 0)
        singular[length - 1] = '\0';
    const struct number_word *found = find(singular);
    if (found == NULL || !found->ordinal)
        return 0;
    if (found->role == ROLE_SCALE)
        return (unsigned)decimal_whole(decimal_of(1, found->value), 1000000000);
    return found->role == ROLE_PART || found->value > 2 ? found->value : 0;
}

void numeral_words_mixed(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword count, part;
    size_t end = numeral->end;
    if (!latinword_past(text, length, &end, "and"))
        return;
    const struct number_word *found = find_behind(text, length, end, &count);
    bool article = strcmp(count.text, "a") == 0;
    if ((!article && (!is_small(found) || found->role != ROLE_UNIT)) || !latinword_next(text, length, count.end, &part))
        return;
    const unsigned parts[2] = { article ? 1 : found->value, numeral_words_part(part.text) };
    bool of_scale = numeral->scaled && numeral->value.exponent >= LARGE && parts[1] <= 4;
    if (parts[1] > 0 && numeral_add_part(numeral, parts, of_scale ? numeral->value.exponent : 0))
        numeral->end = part.end;
}

/* ---- scales and the point ---- */

void numeral_words_scale(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    if (numeral->end < length && latinword_is_letter(text[numeral->end]))
        return;
    for (bool any = false; latinword_next(text, length, numeral->end, &word); any = true) {
        const struct number_word *scale = find(word.text);
        numeral->dozens = !any && !numeral->scaled && latinword_in(word.text, "dozen dozens");
        if (numeral->dozens ? !decimal_multiply(&numeral->value, 12)
                            : !is_scale(scale) || !decimal_shift(&numeral->value, scale->value))
            return;
        numeral->scaled = true;
        numeral->upper = numeral->value;
        numeral->end = word.end;
        if (numeral->dozens)
            return;
    }
}

/* two point five, two hundred point seventy-one, five point oh five */
static bool take_point(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    struct decimal part = decimal_of(0, 0);
    size_t end = numeral->end;
    int places = 0;
    bool tens = false;
    if (!latinword_past(text, length, &end, "point"))
        return false;
    for (; places < 6 && latinword_next(text, length, end, &word); end = word.end) {
        const struct number_word *found = latinword_in(word.text, "oh o") ? find("zero") : find(word.text);
        bool ones = is_small(found) && found->role == ROLE_UNIT;
        if (!is_small(found) || (!ones && places > 0))
            break;
        if (ones && tens) { /* seventy-one */
            part.digits += found->value;
            tens = false;
            continue;
        }
        tens = found->role == ROLE_TEN;
        part.digits = part.digits * (ones ? 10 : 100) + found->value;
        places += ones ? 1 : 2;
    }
    if (places == 0 || !numeral_add_places(&numeral->value, part, places))
        return false;
    numeral->end = end;
    return true;
}

/* ---- whole numbers ---- */

struct words_reading {
    const char *text;
    size_t length;
    struct numeral_sum sum;
    struct numeral *numeral;
};

static bool take(struct words_reading *reading, const struct number_word *word)
{
    struct numeral_sum *sum = &reading->sum;
    uint64_t tens = sum->digit.digits;
    if (word->role > ROLE_SCALE)
        return false;
    if (word->role == ROLE_SCALE) {
        bool fits = word->value < LARGE ? tens < 100 && numeral_sum_small(sum, word->value)
                                        : numeral_sum_large(sum, word->value, false);
        reading->numeral->scaled = reading->numeral->scaled || fits;
        return fits;
    }
    if (sum->digit_any && (word->role != ROLE_UNIT || tens < 20 || tens % 10 != 0))
        return false;
    sum->digit = decimal_of(tens + word->value, 0);
    return sum->digit_any = true;
}

/* One thousand, three hundred and six: over the comma, where a smaller scale follows. */
static bool word_or_comma(const struct words_reading *reading, struct latinword *word)
{
    struct latinword next;
    const struct numeral_sum *sum = &reading->sum;
    const char *text = reading->text;
    size_t length = reading->length, end = reading->numeral->end;
    if (latinword_next(text, length, end, word))
        return true;
    if (sum->last_large == NUMERAL_NONE || sum->digit_any || sum->section_any || end >= length || text[end] != ',' ||
        find_behind(text, length, end + 1, word) == NULL)
        return false;
    const struct number_word *scale = find_behind(text, length, word->end, &next);
    if (is_small(scale) && scale->role == ROLE_UNIT) /* ninety-eight thousand */
        scale = find_behind(text, length, next.end, &next);
    return is_scale(scale) && scale->value < sum->last_large;
}

/* "and ten" behind a hundred or a thousand, twenty and four hours: moves *word over "and". False where what
 * stands behind it is another number, or a fraction. */
static bool skip_and(const struct words_reading *reading, struct latinword *word)
{
    static const char hours[] = "|one two three four five six seven eight nine|hours days years";
    const char *text = reading->text;
    size_t length = reading->length, end = word->end;
    const struct numeral_sum *sum = &reading->sum;
    struct latinword behind;
    if (strcmp(word->text, "and") != 0)
        return true;
    const bool tens = sum->digit.digits >= 20 && sum->digit.digits % 10 == 0;
    if (!(sum->digit_any ? tens && latinword_past(text, length, &end, hours) : reading->numeral->scaled))
        return false;
    if (!latinword_next(text, length, word->end, word))
        return false;
    const struct number_word *scale = find_behind(text, length, word->end, &behind), *found = find(word->text);
    /* a hundred and two hundred are two; and so are five hundred and two thirds */
    const int least = sum->section_any ? 2 : sum->last_large;
    const bool other = is_scale(scale) && scale->value >= (scale->value == 2 ? least : sum->last_large);
    return !other && (numeral_words_part(behind.text) == 0 || (found != NULL && found->role == ROLE_TEN));
}

static void take_words(struct words_reading *reading)
{
    struct latinword word;
    const struct number_word *found;
    while (!reading->numeral->ordinal && word_or_comma(reading, &word) && skip_and(reading, &word) &&
           (found = find(word.text)) != NULL && take(reading, found)) {
        reading->numeral->ordinal = found->ordinal;
        reading->numeral->end = word.end;
    }
}

static void finish(struct words_reading *reading)
{
    struct numeral *numeral = reading->numeral;
    numeral->huge = !numeral_sum_close(&reading->sum);
    numeral->value = reading->sum.total;
    if (!numeral->ordinal) {
        const bool whole = !numeral->scaled;
        numeral_words_mixed(reading->text, reading->length, numeral);
        const bool point = take_point(reading->text, reading->length, numeral);
        const int exponent = point || whole ? numeral->value.exponent : 0;
        if (point || whole)
            numeral_words_scale(reading->text, reading->length, numeral);
        numeral_set_scale(numeral, exponent);
    }
    numeral->upper = numeral->value;
}

/* hundreds, tens of thousands, hundreds of millions. */
static bool read_vague(const char *text, size_t length, struct numeral *numeral, int power)
{
    struct latinword word;
    const struct number_word *found;
    numeral->value = decimal_of(1, power);
    numeral->vague = numeral->scaled = true;
    for (size_t end = numeral->end;
         latinword_past(text, length, &end, "of") && (found = find_behind(text, length, end, &word)) != NULL &&
         found->role == ROLE_VAGUE && decimal_shift(&numeral->value, found->value);)
        numeral->end = end = word.end;
    numeral->upper = numeral->value;
    return true;
}

/* ---- what begins otherwise ---- */

#define NOT_OWNED "|!the its their his her our these those all both a one two three|*"
#define SCORE_YEARS "|and|one two three four five six seven eight nine|years"

/* What a number may begin with that is none by itself: its first word, the words behind it and those that
 * have to stand behind all (latinword_past), the value, and what may follow: a scale that is said already
 * or may or must come (half a million), or more than the scores. */
static const struct opening {
    const char *first, *others, *behind;
    unsigned char digits;
    signed char exponent;
    enum { SCALE_NONE, SCALE_SAID, SCALE_DOZEN, SCALE_MAY, SCALE_MUST, SCALE_ADDS } scale;
    bool vague;
} openings[] = {
    { "half", "|a|dozen", NULL, 6, 0, SCALE_DOZEN, false },
    { "half", "?a", NULL, 5, -1, SCALE_MUST, false },
    { "half", NULL, NULL, 5, -1, SCALE_NONE, false },
    { "several", "dozen", NULL, 1, 1, SCALE_MAY, true },
    { "several", NULL, NULL, 1, 0, SCALE_MUST, true },
    { "a", "|few|dozen", NULL, 1, 1, SCALE_MAY, true },
    { "a", "few", NULL, 1, 0, SCALE_MUST, true },
    { "a", "|couple|of", NULL, 2, 0, SCALE_MUST, false },
    { "a", "|quarter|of|a", NULL, 25, -2, SCALE_MUST, false },
    { "a", "quarter", NULL, 25, -2, SCALE_MUST, false },
    { "quarter", "|of|a", NULL, 25, -2, SCALE_MUST, false },
    { "a", "|dozen|and|a|half", NULL, 18, 0, SCALE_DOZEN, false },
    { "a", "dozen", NULL, 12, 0, SCALE_DOZEN, false },
    { "a", "|score|of", NOT_OWNED, 2, 1, SCALE_SAID, false }, /* but a score of 85, the scores of the two */
    { "scores", NULL, "|of" NOT_OWNED, 2, 1, SCALE_SAID, true },
    { "three", "|quarters|of|a", NULL, 75, -2, SCALE_MUST, false },
    { "three", "score", "|and|ten", 6, 1, SCALE_ADDS, false },
    { "three", "score", SCORE_YEARS, 6, 1, SCALE_ADDS, false },
    { "three", "score", "years", 6, 1, SCALE_SAID, false },
    { "threescore", NULL, NULL, 6, 1, SCALE_ADDS, false },
    { "four", "score", "|and|ten", 8, 1, SCALE_ADDS, false },
    { "four", "score", SCORE_YEARS, 8, 1, SCALE_ADDS, false },
    { "four", "score", "years", 8, 1, SCALE_SAID, false },
    { "fourscore", NULL, NULL, 8, 1, SCALE_ADDS, false },
};

/* fourscore and seven */
static void add_scores(const char *text, size_t length, struct numeral *numeral)
{
    struct latinword word;
    size_t end = numeral->end;
    const struct number_word *more =
        latinword_past(text, length, &end, "and") ? find_behind(text, length, end, &word) : NULL;
    if (is_small(more) && more->role != ROLE_TEN && decimal_add(&numeral->value, decimal_of(more->value, 0)))
        numeral->end = word.end;
}

static bool read_opening(const char *text, size_t length, const struct latinword *first, struct numeral *numeral)
{
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        const struct opening *opening = &openings[i];
        struct numeral read = { .end = first->end, .kind = NUMERAL_WORDS, .vague = opening->vague };
        if (first->text[0] != opening->first[0] || strcmp(first->text, opening->first) != 0 ||
            (opening->others != NULL && !latinword_past(text, length, &read.end, opening->others)))
            continue;
        size_t behind = read.end;
        if (opening->behind != NULL && !latinword_past(text, length, &behind, opening->behind))
            continue;
        read.value = decimal_of(opening->digits, opening->exponent);
        read.scaled = opening->scale != SCALE_NONE && opening->scale != SCALE_MUST;
        read.dozens = opening->scale == SCALE_DOZEN;
        if (opening->scale == SCALE_MAY || opening->scale == SCALE_MUST)
            numeral_words_scale(text, length, &read);
        else if (opening->scale == SCALE_ADDS)
            add_scores(text, length, &read);
        if (opening->scale == SCALE_MUST && !read.scaled)
            continue;
        read.upper = read.value;
        *numeral = read;
        return true;
    }
    return false;
}

/* Point five percent: what stands behind tells that it is no place or argument. */
static bool read_point(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    size_t before = at, end;
    numeral->end = at;
    if (latinword_back(text, 0, &before, "this that which the at some any a an one every each what") ||
        !take_point(text, length, numeral))
        return false;
    end = numeral->end;
    numeral->upper = numeral->value;
    return latinword_past(text, length, &end, "|?of|?a one|percent percentage") ||
           latinword_past(text, length, &end, "|per|cent");
}

bool numeral_words_read(const char *text, size_t length, size_t at, struct numeral *numeral)
{
    struct latinword word, next;
    *numeral = (struct numeral){ .end = at, .kind = NUMERAL_WORDS };
    if (!latinword_at(text, length, at, &word))
        return false;
    numeral->end = word.end;
    bool article = strcmp(word.text, "a") == 0; /* a hundred: the article is a one */
    if ((article || (strchr("hstfq", word.text[0]) != NULL &&
                     latinword_in(word.text, "several half scores quarter three threescore four fourscore"))) &&
        read_opening(text, length, &word, numeral))
        return true;
    if (word.text[0] == 'p' && strcmp(word.text, "point") == 0)
        return read_point(text, length, at, numeral);
    const struct number_word *found = find(word.text);
    size_t end = word.end;
    if (found == NULL && !article)
        return false;
    if (found != NULL && found->role == ROLE_VAGUE)
        return read_vague(text, length, numeral, found->value);
    /* hundred and ten */
    bool one = article || (found != NULL && found->role == ROLE_SCALE && found->ordinal) || /* the hundredth */
               (is_scale(found) && latinword_past(text, length, &end, "and") &&
                           find_behind(text, length, end, &next) != NULL);
    struct words_reading reading = {
        .text = text, .length = length, .numeral = numeral, .sum = numeral_sum_of(decimal_of(one, 0), one)
    };
    if (article ? !is_scale(find_behind(text, length, word.end, &next)) : !take(&reading, found))
        return false;
    numeral->ordinal = found != NULL && found->ordinal;
    take_words(&reading);
    finish(&reading);
    return true;
}
