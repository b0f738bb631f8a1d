#include "language/word_root.h"

#include <string.h>

/* Stems, and the stem whose root they share. */
static const char *const irregular[][2] = {
    { "spanish", "spain" },     { "spaniard", "spain" },    { "french", "franc" },
    { "british", "britain" },   { "briton", "britain" },    { "polish", "poland" },
    { "dutch", "netherland" },  { "swiss", "switzerland" }, { "danish", "denmark" },
    { "swedish", "sweden" },    { "finnish", "finland" },   { "irish", "ireland" },
    { "scottish", "scotland" }, { "thai", "thailand" },     { "greek", "greec" },
    { "american", "america" },  { "us", "america" },        { "usa", "america" },
    { "uk", "britain" },        { "english", "england" },   { "welsh", "wal" },
    { "norwegian", "norway" },  { "catalan", "catalonia" }, { "turkish", "turkey" },
    { "chines", "china" },      { "spent", "spend" },       { "death", "die" },
    { "dead", "die" },          { "invasion", "invad" },    { "decision", "decid" },
    { "depth", "deep" },        { "strength", "strong" },   { "growth", "grow" },
    { "expansion", "expand" },  { "explosiv", "explod" },   { "explosion", "explod" },
    { "permission", "permit" }, { "admission", "admit" },   { "sal", "sell" },
    { "loss", "lose" },         { "reduction", "reduc" },   { "production", "produc" },
    { "arrival", "arriv" },     { "covid", "coronaviru" },  { "corona", "coronaviru" },
};

/* Longer ones first where one ends in another. */
static const char *const endings[] = {
    "ization", "isation", "ation", "ition", "ement", "ment", "ional", "ship", "ence",
    "ance",    "enci",    "anci",  "iti",   "ous",   "ive",  "iv",    "ion",  "ian",
    "ish",     "ese",     "ist",   "ism",   "ial",   "ic",   "ize",   "is",   "iz",
    "at",      "al",      "er",    "or",    "an",    "ia",   "en",    "enc",  "anc",
    "ent",     "ant",     "ey",    "y",     "i",     "e",    "a",
};

/* The length without its last ending; the same when it has none. */
static size_t cut_ending(const char *root, size_t length)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (length >= size + WORD_ROOT_LEAST && memcmp(root + length - size, endings[i], size) == 0)
            return length - size;
    }
    return length;
}

size_t word_root(const char *stem, size_t length, char *root)
{
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++) {
        if (strlen(irregular[i][0]) == length && memcmp(irregular[i][0], stem, length) == 0) {
            stem = irregular[i][1];
            length = strlen(stem);
            break;
        }
    }
    memcpy(root, stem, length);
    for (size_t before = 0; before != length;) {
        before = length;
        length = cut_ending(root, length);
    }
    root[length] = '\0';
    return length;
}
