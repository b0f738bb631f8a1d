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
    { "tension", "tens" }, { "winner", "win" }, { "runner", "run" }, { "speech", "speak" },
    { "departur", "depart" }, { "poverti", "poor" }, { "blood", "bleed" }, { "belief", "believ" },
    { "failur", "fail" }, { "destruction", "destroy" }, { "advic", "advis" },
    { "collision", "collid" }, { "descent", "descend" }, { "flight", "fly" },
    { "success", "succeed" }, { "proof", "prov" }, { "choic", "choos" }, { "height", "high" },
    { "width", "wid" }, { "warmth", "warm" }, { "length", "long" }, { "robberi", "rob" },
    { "theft", "steal" }, { "thief", "steal" }, { "threat", "threaten" },
    { "suspicion", "suspect" }, { "suspension", "suspend" }, { "conclusion", "conclud" },
    { "provision", "provid" }, { "division", "divid" }, { "extension", "extend" },
    { "defenc", "defend" }, { "defens", "defend" }, { "respons", "respond" },
    { "offenc", "offend" }, { "description", "describ" }, { "reception", "receiv" },
    { "assumption", "assum" }, { "consumption", "consum" }, { "resumption", "resum" },
    { "maintenanc", "maintain" }, { "explanation", "explain" }, { "denial", "deni" },
    { "burial", "buri" }, { "marriag", "marri" }, { "pressur", "press" }, { "closur", "clos" },
    { "seizur", "seiz" }, { "exposur", "expos" }, { "intervention", "interven" },
    { "introduction", "introduc" }, { "acquisition", "acquir" }, { "inquiri", "inquir" },
    { "enquiri", "inquir" }, { "revelation", "reveal" }, { "application", "appli" },
    { "persuasion", "persuad" }, { "evasion", "evad" }, { "erosion", "erod" },
    { "confusion", "confus" }, { "retention", "retain" }, { "detention", "detain" },
    { "pursuit", "pursu" }, { "complaint", "complain" }, { "restraint", "restrain" },
    { "constraint", "constrain" }, { "mixtur", "mix" }, { "heat", "hot" }, { "prison", "imprison" },
    { "danger", "endanger" }, { "rich", "enrich" }, { "larg", "enlarg" }, { "abl", "enabl" },
    { "compulsori", "compel" }, { "expulsion", "expel" }, { "impulsion", "impel" },
    { "propulsion", "propel" }, { "repulsion", "repel" }, { "submission", "submit" },
    { "omission", "omit" }, { "remission", "remit" }, { "transmission", "transmit" },
    { "concession", "conced" }, { "recession", "reced" }, { "procession", "proceed" },
    { "aggression", "aggress" }, { "perception", "perceiv" }, { "deception", "deceiv" },
    { "conception", "conceiv" }, { "subscription", "subscrib" }, { "prescription", "prescrib" },
    { "redemption", "redeem" }, { "absorption", "absorb" }, { "solution", "solv" },
    { "resolution", "resolv" }, { "revolution", "revolv" }, { "evolution", "evolv" },
    { "dissolution", "dissolv" }, { "israeli", "israel" }, { "iraqi", "iraq" },
    { "pakistani", "pakistan" }, { "filipino", "philippin" },
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
