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

struct ending {
    const char *text;
    size_t size;
};

#define ENDING(text)                                                                               \
    {                                                                                              \
        text, sizeof text - 1                                                                      \
    }

/* Longer ones first where one ends in another. */
static const struct ending endings[] = {
    ENDING("ization"), ENDING("isation"), ENDING("ation"), ENDING("ition"), ENDING("ement"),
    ENDING("ment"), ENDING("ional"), ENDING("ship"), ENDING("ence"), ENDING("ance"), ENDING("enci"),
    ENDING("anci"), ENDING("iti"), ENDING("ous"), ENDING("ive"), ENDING("iv"), ENDING("ion"),
    ENDING("ian"), ENDING("ish"), ENDING("ese"), ENDING("ist"), ENDING("ism"), ENDING("ial"),
    ENDING("ic"), ENDING("ize"), ENDING("is"), ENDING("iz"), ENDING("at"), ENDING("al"),
    ENDING("er"), ENDING("or"), ENDING("an"), ENDING("ia"), ENDING("en"), ENDING("enc"),
    ENDING("anc"), ENDING("ent"), ENDING("ant"), ENDING("ey"), ENDING("y"), ENDING("i"),
    ENDING("e"), ENDING("a"),
};

/* The length without its last ending; the same when it has none. */
static size_t cut_ending(const char *root, size_t length)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = endings[i].size;
        if (length >= size + WORD_ROOT_LEAST &&
            memcmp(root + length - size, endings[i].text, size) == 0)
            return length - size;
    }
    return length;
}

size_t word_root(const char *stem, size_t length, char *root)
{
    for (size_t i = 0; length > 0 && i < sizeof irregular / sizeof *irregular; i++) {
        const char *known = irregular[i][0];
        if (known[0] == stem[0] && strncmp(known, stem, length) == 0 && known[length] == '\0') {
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
