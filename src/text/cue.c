#include "text/cue.h"

#include <stdlib.h>
#include <string.h>

#include "text/ascii.h"

#define WORD_MAX 24

#define SURE CUE_SURE
#define THAT CUE_THAT
#define TO_WHOM CUE_ADDRESSEE
#define NOUN CUE_NOUN

/* By base form. */
/* clang-format off */
static const struct cue cues[] = {
    { "accept", THAT, NULL }, { "accuse", CUE_VERDICT, "of" }, { "acknowledge", SURE, NULL },
    { "add", THAT, NULL }, { "admit", SURE, NULL },
    { "advise", TO_WHOM | CUE_REQUEST | THAT, NULL }, { "advocate", THAT, NULL },
    { "affirm", THAT, NULL }, { "agree", THAT, NULL }, { "allege", SURE, NULL },
    { "announce", THAT, NULL }, { "answer", THAT | NOUN, NULL }, { "argue", SURE, NULL },
    { "ask", CUE_QUESTION | CUE_REQUEST | TO_WHOM, NULL }, { "assert", SURE, NULL },
    { "assess", THAT, NULL }, { "assure", THAT | TO_WHOM, NULL }, { "attest", THAT, NULL },
    { "bark", THAT | CUE_QUOTED, NULL }, { "bawl", THAT | CUE_QUOTED, NULL },
    { "beam", THAT | CUE_QUOTED, NULL }, { "beg", CUE_REQUEST | TO_WHOM, NULL },
    { "begin", THAT | CUE_QUOTED, NULL }, { "believe", SURE, NULL },
    { "bellow", THAT | CUE_QUOTED, NULL }, { "blame", CUE_VERDICT | NOUN, "for" },
    { "blast", CUE_VERDICT | NOUN, "as" }, { "boast", THAT | NOUN, NULL },
    { "brand", CUE_VERDICT | NOUN, "" }, { "call", CUE_VERDICT | CUE_REQUEST | NOUN, "" },
    { "caution", THAT | NOUN | TO_WHOM, NULL }, { "characterise", CUE_VERDICT, "as" },
    { "characterize", CUE_VERDICT, "as" }, { "charge", THAT | NOUN, NULL },
    { "chuckle", THAT | CUE_QUOTED, NULL }, { "claim", SURE | NOUN, NULL },
    { "clarify", THAT, NULL }, { "comment", THAT | NOUN, NULL }, { "complain", THAT, NULL },
    { "concede", SURE, NULL }, { "conclude", THAT, NULL }, { "concur", THAT, NULL },
    { "condemn", CUE_VERDICT, "as" }, { "confess", THAT, NULL }, { "confirm", THAT, NULL },
    { "contend", SURE, NULL }, { "continue", CUE_ON, "," }, { "counter", THAT, NULL },
    { "criticise", CUE_VERDICT, "for" }, { "criticize", CUE_VERDICT, "for" },
    { "croak", THAT | CUE_QUOTED, NULL }, { "crow", THAT | CUE_QUOTED, NULL },
    { "cry", THAT, NULL }, { "declare", THAT, NULL }, { "decry", CUE_VERDICT, "as" },
    { "defend", CUE_VERDICT, "as" }, { "demand", THAT | NOUN, NULL },
    { "denounce", CUE_VERDICT, "as" }, { "deny", THAT, NULL }, { "describe", CUE_VERDICT, "as" },
    { "disclose", THAT, NULL }, { "dismiss", CUE_VERDICT, "as" }, { "doubt", THAT | NOUN, NULL },
    { "drawl", THAT | CUE_QUOTED, NULL }, { "dub", CUE_VERDICT, "" },
    { "echo", THAT | CUE_QUOTED, NULL }, { "elaborate", THAT, NULL }, { "emphasise", THAT, NULL },
    { "emphasize", THAT, NULL }, { "encourage", CUE_REQUEST | TO_WHOM, NULL },
    { "enquire", CUE_QUESTION, NULL }, { "enthuse", THAT, NULL }, { "estimate", SURE | NOUN, NULL },
    { "exclaim", THAT, NULL }, { "explain", THAT, NULL }, { "feel", THAT, NULL },
    { "find", THAT | CUE_FINDING, NULL }, { "forecast", THAT | NOUN, NULL }, { "fume", THAT, NULL },
    { "gasp", THAT | CUE_QUOTED, NULL }, { "giggle", THAT | CUE_QUOTED, NULL },
    { "go", CUE_ON, "on" }, { "grin", THAT | CUE_QUOTED, NULL },
    { "groan", THAT | CUE_QUOTED, NULL }, { "growl", THAT | CUE_QUOTED, NULL },
    { "grumble", THAT | CUE_QUOTED, NULL }, { "grunt", THAT | CUE_QUOTED, NULL },
    { "guarantee", THAT | NOUN, NULL }, { "hail", CUE_VERDICT, "as" },
    { "hint", THAT | NOUN, NULL }, { "hiss", THAT | CUE_QUOTED, NULL }, { "hold", THAT, NULL },
    { "holler", THAT | CUE_QUOTED, NULL }, { "howl", THAT | CUE_QUOTED, NULL },
    { "imply", THAT, NULL }, { "indicate", THAT | CUE_FINDING, NULL },
    { "inform", THAT | TO_WHOM, NULL }, { "inquire", CUE_QUESTION, NULL }, { "insist", SURE, NULL },
    { "instruct", CUE_REQUEST | TO_WHOM, NULL }, { "interject", THAT, NULL },
    { "jest", THAT, NULL }, { "joke", THAT | NOUN, NULL }, { "label", CUE_VERDICT | NOUN, "" },
    { "lament", THAT | NOUN, NULL }, { "laugh", THAT | CUE_QUOTED, NULL },
    { "liken", CUE_VERDICT, "to" }, { "maintain", THAT, NULL }, { "mention", THAT | NOUN, NULL },
    { "moan", THAT | CUE_QUOTED, NULL }, { "mumble", THAT | CUE_QUOTED, NULL },
    { "murmur", THAT, NULL }, { "muse", THAT, NULL }, { "mutter", THAT, NULL },
    { "note", THAT | NOUN, NULL }, { "notify", THAT | TO_WHOM, NULL },
    { "object", THAT | NOUN, NULL }, { "observe", THAT, NULL }, { "opine", THAT, NULL },
    { "order", CUE_REQUEST | TO_WHOM | NOUN, NULL }, { "persist", THAT | CUE_QUOTED, NULL },
    { "plead", CUE_REQUEST, "with" }, { "pledge", THAT | CUE_PROMISE | NOUN, NULL },
    { "point", CUE_ON | THAT, "out" }, { "post", THAT | NOUN, NULL },
    { "praise", CUE_VERDICT | NOUN, "for" }, { "predict", SURE, NULL }, { "proclaim", THAT, NULL },
    { "promise", THAT | CUE_PROMISE | NOUN | TO_WHOM, NULL }, { "propose", THAT, NULL },
    { "protest", THAT | NOUN, NULL }, { "put", CUE_VERDICT, "down" },
    { "question", CUE_QUESTION | NOUN, NULL }, { "quip", THAT, NULL },
    { "read", THAT | CUE_QUOTED, NULL }, { "reason", THAT | NOUN, NULL },
    { "reassure", THAT | TO_WHOM, NULL }, { "recall", THAT, NULL }, { "reckon", SURE, NULL },
    { "recommend", THAT, NULL }, { "recount", THAT, NULL }, { "reiterate", THAT, NULL },
    { "rejoin", THAT | CUE_QUOTED, NULL }, { "relate", THAT, NULL },
    { "remark", THAT | NOUN, NULL }, { "remember", THAT, NULL },
    { "remind", THAT | TO_WHOM | CUE_REQUEST, NULL }, { "repeat", THAT, NULL },
    { "reply", SURE | NOUN, NULL }, { "report", THAT | NOUN, NULL },
    { "request", THAT | NOUN, NULL }, { "respond", THAT, NULL }, { "retort", THAT, NULL },
    { "return", THAT | CUE_QUOTED, NULL }, { "reveal", THAT, NULL },
    { "roar", THAT | CUE_QUOTED, NULL }, { "rule", THAT | NOUN, NULL }, { "say", SURE, NULL },
    { "scoff", THAT, NULL }, { "scream", THAT, NULL }, { "shout", THAT, NULL },
    { "show", THAT | CUE_FINDING, NULL }, { "shriek", THAT | CUE_QUOTED, NULL },
    { "sigh", THAT | CUE_QUOTED, NULL }, { "signal", THAT | NOUN, NULL },
    { "slam", CUE_VERDICT | NOUN, "as" }, { "smile", THAT | CUE_QUOTED, NULL },
    { "snap", THAT | CUE_QUOTED, NULL }, { "sneer", THAT, NULL },
    { "sob", THAT | CUE_QUOTED, NULL }, { "speculate", THAT, NULL },
    { "squeal", THAT | CUE_QUOTED, NULL }, { "stammer", THAT | CUE_QUOTED, NULL },
    { "state", THAT | NOUN, NULL }, { "stipulate", THAT, NULL }, { "stress", THAT | NOUN, NULL },
    { "suggest", THAT, NULL }, { "suspect", THAT | NOUN, NULL },
    { "swear", THAT | CUE_PROMISE, NULL }, { "tell", SURE | TO_WHOM | CUE_REQUEST, NULL },
    { "testify", THAT, NULL }, { "theorise", THAT, NULL }, { "theorize", THAT, NULL },
    { "think", SURE, NULL }, { "threaten", THAT | CUE_PROMISE, NULL },
    { "thunder", THAT | CUE_QUOTED, NULL }, { "tout", CUE_VERDICT | NOUN, "as" },
    { "try", THAT | CUE_QUOTED, NULL }, { "tweet", THAT | NOUN, NULL }, { "underline", THAT, NULL },
    { "underscore", THAT, NULL }, { "urge", CUE_REQUEST | TO_WHOM | THAT | NOUN, NULL },
    { "venture", THAT | CUE_QUOTED, NULL }, { "vow", THAT | CUE_PROMISE | NOUN, NULL },
    { "wail", THAT | CUE_QUOTED, NULL }, { "warn", SURE | TO_WHOM | CUE_REQUEST, NULL },
    { "whimper", THAT | CUE_QUOTED, NULL }, { "whine", THAT | CUE_QUOTED, NULL },
    { "whisper", THAT, NULL }, { "wonder", CUE_QUESTION | NOUN, NULL }, { "worry", THAT, NULL },
    { "write", THAT, NULL }, { "yell", THAT, NULL },
};
/* clang-format on */

struct irregular {
    const char *word;
    const char *base;
};

/* Past forms that are not made with -ed. */
/* clang-format off */
static const struct irregular irregulars[] = {
    { "began", "begin" }, { "felt", "feel" }, { "found", "find" }, { "forecast", "forecast" },
    { "forecasted", "forecast" }, { "gone", "go" }, { "held", "hold" }, { "put", "put" },
    { "read", "read" }, { "said", "say" }, { "shown", "show" }, { "swore", "swear" },
    { "thought", "think" }, { "told", "tell" }, { "went", "go" }, { "written", "write" },
    { "wrote", "write" },
};
/* clang-format on */

static int compare_cue(const void *word, const void *cue)
{
    return strcmp(word, ((const struct cue *)cue)->base);
}

static const struct cue *find_base(const char *word)
{
    return bsearch(word, cues, sizeof cues / sizeof *cues, sizeof *cues, compare_cue);
}

/* The base when the word's last `cut` letters give way to `tail`. */
static const struct cue *find_cut(const char *word, size_t cut, const char *tail)
{
    char base[WORD_MAX + 4];
    size_t length = strlen(word);
    if (length <= cut + 1 || length > WORD_MAX)
        return NULL;
    memcpy(base, word, length - cut);
    strcpy(base + length - cut, tail);
    return find_base(base);
}

/* Of a doubled consonant: admitted, quipping. */
static const struct cue *find_doubled(const char *word, size_t cut)
{
    size_t length = strlen(word);
    if (length < cut + 3 || word[length - cut - 1] != word[length - cut - 2])
        return NULL;
    return find_cut(word, cut + 1, "");
}

static const struct cue *find_regular(const char *word, enum cue_form *form)
{
    const struct cue *cue = NULL;
    if (ascii_ends(word, strlen(word), "s")) {
        *form = CUE_S;
        cue = find_cut(word, 1, "");
        cue = cue == NULL && ascii_ends(word, strlen(word), "es") ? find_cut(word, 2, "") : cue;
        return cue == NULL && ascii_ends(word, strlen(word), "ies") ? find_cut(word, 3, "y") : cue;
    }
    bool past = ascii_ends(word, strlen(word), "ed");
    if (!past && !ascii_ends(word, strlen(word), "ing"))
        return NULL;
    size_t cut = past ? 2 : 3;
    *form = past ? CUE_PAST : CUE_ING;
    cue = find_cut(word, cut, "");
    cue = cue == NULL ? find_cut(word, cut, "e") : cue;
    cue =
        cue == NULL && past && ascii_ends(word, strlen(word), "ied") ? find_cut(word, 3, "y") : cue;
    return cue == NULL ? find_doubled(word, cut) : cue;
}

const struct cue *cue_find(const char *word, enum cue_form *form)
{
    for (size_t i = 0; i < sizeof irregulars / sizeof *irregulars; i++) {
        if (irregulars[i].word[0] == word[0] && strcmp(irregulars[i].word, word) == 0) {
            *form = CUE_PAST;
            return find_base(irregulars[i].base);
        }
    }
    *form = CUE_BASE;
    const struct cue *cue = find_base(word);
    return cue != NULL ? cue : find_regular(word, form);
}
