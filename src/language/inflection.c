#include "language/inflection.h"

#include <string.h>

#include "language/irregular.h"
#include "text/ascii.h"
#include "text/wordlist.h"

/* clang-format off */
/* What looks inflected and is not, or has another meaning without its ending. Sorted. */
static const char stays[][WORDLIST_ROW] = {
    "afterwards alas always anything atlas bed besides bias bleed breed bring canvas ceiling chaos",
    "christmas cling clothes customs deed during economics electronics ethics evening everything",
    "exceed feed fling gas goods greed headquarters heed his hundred indeed its kansas king lens",
    "logistics mathematics means morning naked need news nothing olympics overseas perhaps physics",
    "politics proceed red reed ring sacred seed series shed sing sled sling something sometimes",
    "species speed spring statistics steed sting string succeed swing texas thanks thing towards",
    "united weed wicked wing yes",
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void add(struct inflection_bases *bases, const char *stem, size_t length, const char *ending)
{
    size_t more = strlen(ending);
    if (bases->count == INFLECTION_BASES_MOST || length + more >= INFLECTION_SIZE)
        return;
    memcpy(bases->items[bases->count], stem, length);
    memcpy(bases->items[bases->count] + length, ending, more + 1);
    bases->count++;
}

static void add_irregular(const char *word, struct inflection_bases *bases)
{
    const struct irregular_form *found = irregular_find(word, IRREGULAR_BASE, 0);
    while (found != NULL) {
        add(bases, found->base, strlen(found->base), "");
        found = irregular_find(word, IRREGULAR_BASE, (size_t)(found - irregular_forms) + 1);
    }
    bases->irregular = bases->count;
}

static bool is_vowel(char letter)
{
    return strchr("aeiou", letter) != NULL;
}

static size_t syllables(const char *stem, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count +=
            (is_vowel(stem[i]) || (stem[i] == 'y' && i > 0)) && (i == 0 || !is_vowel(stem[i - 1]));
    return count;
}

/* stopped, stopping: stop; but selling: sell, and adding: add. */
static void add_doubled(const char *stem, size_t length, struct inflection_bases *bases)
{
    bool stays_double = strchr("lsfz", stem[length - 1]) != NULL || length == 3;
    if (stays_double)
        add(bases, stem, length, "");
    add(bases, stem, length - 1, "");
    if (!stays_double)
        add(bases, stem, length, "");
}

/* The stem of a form in -ed or -ing. A short one that ends in one vowel and one consonant has lost
 * an e, or its consonant would be doubled (hoping, hopping); longer ones tell nothing. */
static void add_verbs(const char *stem, size_t length, struct inflection_bases *bases)
{
    if (length < 2 || syllables(stem, length) == 0)
        return;
    char last = stem[length - 1];
    bool consonant = !is_vowel(last);
    if (length >= 3 && consonant && stem[length - 2] == last) {
        add_doubled(stem, length, bases);
        return;
    }
    bool lost = consonant && is_vowel(stem[length - 2]) && strchr("wxy", last) == NULL &&
                (length == 2 || !is_vowel(stem[length - 3])) && syllables(stem, length) == 1;
    if (lost)
        add(bases, stem, length, "e");
    add(bases, stem, length, "");
    if (!lost && last != 'e')
        add(bases, stem, length, "e");
}

static void add_plurals(const char *word, size_t length, struct inflection_bases *bases)
{
    if (length < 4 || ascii_ends(word, length, "ss") || ascii_ends(word, length, "us") ||
        ascii_ends(word, length, "is"))
        return;
    if (ascii_ends(word, length, "ies") && length > 4)
        add(bases, word, length - 3, "y");
    else if (ascii_ends(word, length, "sses") || ascii_ends(word, length, "shes") ||
             ascii_ends(word, length, "ches") || ascii_ends(word, length, "xes") ||
             ascii_ends(word, length, "zes") || ascii_ends(word, length, "oes"))
        add(bases, word, length - 2, "");
    add(bases, word, length - 1, "");
    if (ascii_ends(word, length, "ses"))
        add(bases, word, length - 2, "");
}

void inflection_bases_of(const char *word, struct inflection_bases *bases)
{
    size_t length = strlen(word);
    bases->count = 0;
    bases->irregular = 0;
    add_irregular(word, bases);
    if (bases->count > 0 || length >= INFLECTION_SIZE ||
        WORDLIST_IN_ROWS(word, length, stays) != NULL)
        return;
    if (ascii_ends(word, length, "s"))
        add_plurals(word, length, bases);
    if (ascii_ends(word, length, "ied") && length > 4)
        add(bases, word, length - 3, "y");
    if (ascii_ends(word, length, "eed") || ascii_ends(word, length, "ied"))
        add(bases, word, length - 1, "");
    else if (ascii_ends(word, length, "ed"))
        add_verbs(word, length - 2, bases);
    else if (ascii_ends(word, length, "ing"))
        add_verbs(word, length - 3, bases);
}

void inflection_known_bases(const char *word, inflection_known known, const void *context,
                            struct inflection_bases *bases)
{
    struct inflection_bases all;
    inflection_bases_of(word, &all);
    bases->count = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (i >= all.irregular && bases->count > 0)
            break;
        if (known(all.items[i], context))
            memcpy(bases->items[bases->count++], all.items[i], INFLECTION_SIZE);
    }
    bases->irregular = bases->count < all.irregular ? bases->count : all.irregular;
}

static void add_form(struct inflection_forms *forms, const char *form)
{
    for (size_t i = 0; i < forms->count; i++) {
        if (strcmp(forms->items[i], form) == 0)
            return;
    }
    if (forms->count < INFLECTION_FORMS_MOST)
        strcpy(forms->items[forms->count++], form);
}

/* Adds the base's first `length` letters with an ending, if what comes out is taken for a form of
 * the base. */
static void try_form(const char *base, size_t length, const char *ending,
                     struct inflection_forms *forms)
{
    char form[INFLECTION_SIZE];
    struct inflection_bases bases;
    if (length + strlen(ending) >= sizeof form)
        return;
    memcpy(form, base, length);
    strcpy(form + length, ending);
    inflection_bases_of(form, &bases);
    if (bases.count > 0 && bases.irregular == 0 && strcmp(bases.items[0], base) == 0)
        add_form(forms, form);
}

void inflection_forms_of(const char *base, struct inflection_forms *forms)
{
    static const char *const endings[] = { "s", "es", "d", "ed", "ing" };
    size_t length = strlen(base);
    forms->count = 0;
    if (length == 0 || length >= INFLECTION_SIZE)
        return;
    add_form(forms, base);
    for (size_t i = 0; i < irregular_form_count; i++) {
        const struct irregular_form *row = &irregular_forms[i];
        if ((row->use & IRREGULAR_BASE) != 0 && strcmp(row->base, base) == 0)
            add_form(forms, row->form);
    }
    char doubled[3][8] = { { base[length - 1], 'e', 'd' }, { base[length - 1], 'i', 'n', 'g' },
                           { base[length - 1], 'e', 's' } };
    for (size_t i = 0; i < COUNT(endings); i++)
        try_form(base, length, endings[i], forms);
    for (size_t i = 0; i < COUNT(doubled); i++)
        try_form(base, length, doubled[i], forms);
    if (base[length - 1] == 'y') {
        try_form(base, length - 1, "ies", forms);
        try_form(base, length - 1, "ied", forms);
    }
    if (base[length - 1] == 'e')
        try_form(base, length - 1, "ing", forms);
}
