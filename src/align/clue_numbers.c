#include "align/clue_numbers.h"

#include "base/vector.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define LEAST 11
#define YEARS_FIRST 1900
#define YEARS_LAST 2099
#define DIGITS_MOST 12

/* What joins a number with what stands beside it: A380, 6-4, 3.5, 1/2. */
static bool is_joint(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || c == '-' || c == '.' || c == ',' ||
           c == '/' || c == ':' || c == '_' || c == '$' || c == '%';
}

/* Figures that are walked along with a sentence. */
struct covered {
    struct spans spans; /* sorted */
    size_t next;        /* the first that begins behind the place */
    size_t end;         /* of what covers it */
};

static void list_figures(struct covered *covered, const struct figures *figures, size_t first)
{
    for (size_t i = first; i < figures->count; i++)
        spans_add(&covered->spans, figures->items[i].start, figures->items[i].end);
    spans_sort(&covered->spans);
}

/* The end of the figures that cover a place; the place itself where none does. Places grow. */
static size_t skip_figures(struct covered *covered, size_t at)
{
    const struct spans *spans = &covered->spans;
    for (; covered->next < spans->count && spans->items[covered->next].start <= at; covered->next++) {
        if (spans->items[covered->next].end > covered->end)
            covered->end = spans->items[covered->next].end;
    }
    return covered->end > at ? covered->end : at;
}

/* Reads 349 or 1,300 at *at; 0 when it is a part of something else. */
static uint64_t read_digits(const char *text, struct span sentence, size_t *at)
{
    size_t start = *at, digits = 0;
    uint64_t number = 0;
    for (; *at < sentence.end; ++*at) {
        bool comma = text[*at] == ',' && *at + 3 < sentence.end && ascii_is_digit(text[*at + 1]) &&
                     ascii_is_digit(text[*at + 2]) && ascii_is_digit(text[*at + 3]);
        if (!comma && !ascii_is_digit(text[*at]))
            break;
        if (!comma && ++digits <= DIGITS_MOST)
            number = 10 * number + (uint64_t)(text[*at] - '0');
    }
    bool before = start > sentence.start && is_joint(text[start - 1]);
    bool behind = *at < sentence.end && is_joint(text[*at]) &&
                  (ascii_is_letter(text[*at]) ||
                   (*at + 1 < sentence.end && ascii_is_digit(text[*at + 1])));
    return before || behind || digits > DIGITS_MOST ? 0 : number;
}

/* Reads thirty-seven, or nineteen, at *at; 0, and nothing read, when there is none. */
static uint64_t read_words(const char *text, struct span sentence, size_t *at)
{
    static const char tens[] = "twenty=20 Twenty=20 thirty=30 Thirty=30 forty=40 Forty=40 fifty=50 "
                               "Fifty=50 sixty=60 Sixty=60 seventy=70 Seventy=70 eighty=80 "
                               "Eighty=80 ninety=90 Ninety=90";
    static const char ones[] =
        "-one=1 -two=2 -three=3 -four=4 -five=5 -six=6 -seven=7 -eight=8 -nine=9";
    size_t size, more;
    int number = wordlist_number(text, *at, sentence.end, tens, &size);
    int one = number < 0 ? -1 : wordlist_number(text, *at + size, sentence.end, ones, &more);
    if (one < 0 || (*at + size + more < sentence.end && ascii_is_letter(text[*at + size + more])))
        return 0;
    *at += size + more;
    return (uint64_t)(number + one);
}

void clue_numbers_find(const char *text, struct span sentence, size_t first,
                       struct figures *figures)
{
    struct covered covered = { .end = 0 };
    list_figures(&covered, figures, first);
    for (size_t at = sentence.start; at < sentence.end;) {
        size_t start = at;
        uint64_t number = 0;
        bool begins = at == sentence.start || !ascii_is_letter(text[at - 1]);
        if (ascii_is_digit(text[at]))
            number = read_digits(text, sentence, &at);
        else if (begins && ascii_is_letter(text[at]))
            number = read_words(text, sentence, &at);
        size_t behind = skip_figures(&covered, start);
        if (behind == start && number >= LEAST &&
            (number < YEARS_FIRST || number > YEARS_LAST)) {
            struct figure figure = { .start = start, .end = at, .kind = FIGURE_COUNT };
            figure.low = figure.high = decimal_of(number, 0);
            VECTOR_PUSH(figures, figure);
        }
        at = behind > at ? behind : at > start ? at : start + 1;
    }
    spans_free(&covered.spans);
}
