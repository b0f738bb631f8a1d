#include "text/abbreviation.h"

#include "text/ascii.h"
#include "text/wordlist.h"

#define WORD_MAX 16

/* What is in small letters, for a word counts in any; with `capital` only when it begins with one,
 * because in small letters it is an ordinary word ("he sat.", "the sun.") or no abbreviation. */
static const struct {
    enum abbreviation class;
    bool capital;
    const char *words;
} lists[] = {
    /* titles and what else always goes before a name */
    { ABBREVIATION_NEVER, true,
      "mr mrs ms messrs mme mlle prof gen col maj capt cmdr lt sgt cpl adm sen sens rep reps "
      "gov pres hon rev supt insp" },
    { ABBREVIATION_NEVER, false, "e.g i.e eg vs v cf viz approx incl ca" },
    /* titles that are streets or places as well */
    { ABBREVIATION_PLACE, true, "dr drs st ste mt ft" },
    /* before a number only */
    { ABBREVIATION_NUMBER, false,
      "no nos fig figs art sec vol vols ch chap eq eqs ref refs min max avg nr para ext ed est "
      "op p pp c" },
    { ABBREVIATION_NUMBER, true, "rs" },
    /* may be a sentence's last word */
    { ABBREVIATION_CLOSING, true,
      "inc ltd co cos corp bros assn univ llc pty pte jr sr esq ave blvd rd calif conn fla "
      "ariz tenn minn okla jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed "
      "thu thur thurs fri" },
    { ABBREVIATION_CLOSING, false, "dept govt plc ph.d al" },
    { ABBREVIATION_LOOSE, false, "etc a.m p.m" },
};

static const char starters[] = "A About According After All Also Although Among An And Another "
                               "Any Anyone Are As At Back Because Before Besides Both But By Can "
                               "Could Despite Did Do Does During Each Earlier Either Even "
                               "Eventually Ever Every Everyone Everything Few Finally First For "
                               "From Further Furthermore Get Given Had Has Have He Hence Her "
                               "Here His How However I I'd I'll I'm I've If In Indeed Instead "
                               "Into Is It It's Its Just Last Later Less Let Like Many Maybe "
                               "Meanwhile More Moreover Most Much My Nearly Neither Never "
                               "Nevertheless Next No Nobody None Nor Not Nothing Now Of Often On "
                               "Once One Only Or Other Others Otherwise Our Out Over People "
                               "Perhaps Please Rather Recently Several She Should Similarly "
                               "Since So Some Someone Soon Still Such Suddenly Than That That's "
                               "The Their Then There There's Therefore These They They're This "
                               "Those Though Through Throughout Thus To Today Together Tomorrow "
                               "Too Two Under Unlike Until Upon Was We We're Well Were What "
                               "What's Whatever When Where Whether Which While Who Whose Why "
                               "Will With Within Without Would Yes Yesterday Yet You You're Your";

static const char date_words[] = "April Apr August Aug BST CET CST December Dec EDT EST ET "
                                 "Eastern February Feb Friday Fri GMT January Jan July Jul June "
                                 "Jun March Mar May Monday Mon November Nov October Oct PDT PST "
                                 "PT Pacific Saturday Sat September Sept Sep Sunday Sun Thursday "
                                 "Thurs Thu Tuesday Tues Tue UTC Wednesday Wed";

/* U.S, U.K, J.P: letters with a full stop between each. */
static bool is_dotted(const char *word, size_t length)
{
    if (length < 3 || length % 2 == 0)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (i % 2 == 0 ? !ascii_is_letter(word[i]) : word[i] != '.')
            return false;
    }
    return true;
}

enum abbreviation abbreviation_class(const char *word, size_t length)
{
    char lower[WORD_MAX];
    if (length == 0 || length >= WORD_MAX)
        return ABBREVIATION_NONE;
    for (size_t i = 0; i < length; i++)
        lower[i] = ascii_lower(word[i]);
    if (length == 1 && ascii_is_capital(word[0]))
        return ABBREVIATION_INITIAL;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (wordlist_has(lower, length, lists[i].words))
            return lists[i].capital && !ascii_is_capital(word[0]) ? ABBREVIATION_NONE
                                                                  : lists[i].class;
    }
    return is_dotted(word, length) ? ABBREVIATION_CLOSING : ABBREVIATION_NONE;
}

bool abbreviation_is_starter(const char *word, size_t length)
{
    return wordlist_has(word, length, starters);
}

bool abbreviation_is_date_word(const char *word, size_t length)
{
    return wordlist_has(word, length, date_words);
}

bool abbreviation_is_exclaimed_name(const char *word, size_t length)
{
    static const char names[] = "Jeopardy Joomla Yahoo Yum";
    return wordlist_has(word, length, names);
}
