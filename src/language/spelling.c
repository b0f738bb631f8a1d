#include "language/spelling.h"

#include <string.h>

/* What is written in two ways: at least `before` letters stand before it, and what follows is one
 * of `after`, $ being the word's end; NULL anything. */
struct difference {
    const char *british;
    const char *american;
    size_t before;
    const char *after;
};

/* clang-format off */
static const struct difference differences[] = {
    { "our", "or", 3, NULL }, { "odour", "odor", 0, NULL }, { "is", "iz", 3, "eia" },
    { "ys", "yz", 3, "ei" }, { "centre", "center", 0, "$s" }, { "metre", "meter", 0, "$s" },
    { "litre", "liter", 0, "$s" }, { "theatre", "theater", 0, "$s" },
    { "spectre", "specter", 0, "$s" }, { "sceptre", "scepter", 0, "$s" },
    { "lustre", "luster", 0, "$s" }, { "ll", "l", 4, "eio" }, { "l", "ll", 4, "$sm" },
    { "ence", "ense", 3, "$sd" }, { "ogue", "og", 3, "$s" }, { "amme", "am", 2, "$s" },
    { "gement", "gment", 2, NULL }, { "oestr", "estr", 0, NULL }, { "oesoph", "esoph", 0, NULL },
    { "oedem", "edem", 0, NULL }, { "foet", "fet", 0, NULL }, { "rrhoe", "rrhe", 0, NULL },
    { "amoeb", "ameb", 0, NULL }, { "oeuvre", "euver", 2, NULL }, { "mould", "mold", 0, NULL },
    { "plough", "plow", 0, NULL }, { "grey", "gray", 0, NULL }, { "sulph", "sulf", 0, NULL },
    { "sceptic", "skeptic", 0, NULL }, { "aluminium", "aluminum", 0, NULL },
    { "jewellery", "jewelry", 0, NULL }, { "pyjama", "pajama", 0, NULL },
    { "moustache", "mustache", 0, NULL }, { "artefact", "artifact", 0, NULL },
    { "yoghurt", "yogurt", 0, NULL }, { "cosy", "cozy", 0, "$" }, { "ageing", "aging", 0, "$" },
    { "skilful", "skillful", 0, NULL }, { "wilful", "willful", 0, NULL },
    { "fibre", "fiber", 0, NULL }, { "calibre", "caliber", 0, "$s" },
    { "sombre", "somber", 0, "$" }, { "sabre", "saber", 0, "$s" }, { "meagre", "meager", 0, "$" },
    { "practise", "practice", 0, NULL }, { "enquir", "inquir", 0, NULL },
    { "ae", "e", 1, "bcdfghjklmnpqrstvwxyz" },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Whether `part` stands at `at` where it may, as a whole: the l of travelling is none. */
static bool stands_at(const char *word, size_t at, const char *part,
                      const struct difference *difference)
{
    size_t length = strlen(part);
    if (at < difference->before || strncmp(word + at, part, length) != 0)
        return false;
    char next = word[at + length];
    if (strcmp(part, "l") == 0 && (word[at - 1] == 'l' || next == 'l'))
        return false;
    return difference->after == NULL ||
           strchr(difference->after, next == '\0' ? '$' : next) != NULL;
}

static void add(struct spellings *others, const char *word, size_t at, const char *part,
                const char *other)
{
    size_t length = strlen(word) - strlen(part) + strlen(other);
    if (length >= INFLECTION_SIZE || others->count == SPELLING_MOST)
        return;
    char *out = others->items[others->count++];
    memcpy(out, word, at);
    strcpy(out + at, other);
    strcat(out, word + at + strlen(part));
}

void spelling_others(const char *word, struct spellings *others)
{
    others->count = 0;
    for (size_t i = 0; i < COUNT(differences); i++) {
        const struct difference *difference = &differences[i];
        const char *british = difference->british;
        const char *american = difference->american;
        for (size_t at = 0; word[at] != '\0'; at++) {
            if (stands_at(word, at, british, difference))
                add(others, word, at, british, american);
            if (stands_at(word, at, american, difference))
                add(others, word, at, american, british);
        }
    }
}
