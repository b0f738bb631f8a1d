#include "text/abbreviation.h"

#include <string.h>

#include "text/ascii.h"

#define WORD_MAX 16

/* CAPITAL: the word counts only with a capital letter, because in lower case it is an
 * ordinary word ("he sat.", "the sun.") or no abbreviation at all. */
#define CAPITAL 0x80

struct entry {
    const char *word;
    unsigned char class;
};

static const struct entry entries[] = {
    /* Titles and what else always goes before a name. */
    { "mr", ABBREVIATION_NEVER | CAPITAL },
    { "mrs", ABBREVIATION_NEVER | CAPITAL },
    { "ms", ABBREVIATION_NEVER | CAPITAL },
    { "messrs", ABBREVIATION_NEVER | CAPITAL },
    { "mme", ABBREVIATION_NEVER | CAPITAL },
    { "mlle", ABBREVIATION_NEVER | CAPITAL },
    { "prof", ABBREVIATION_NEVER | CAPITAL },
    { "gen", ABBREVIATION_NEVER | CAPITAL },
    { "col", ABBREVIATION_NEVER | CAPITAL },
    { "maj", ABBREVIATION_NEVER | CAPITAL },
    { "capt", ABBREVIATION_NEVER | CAPITAL },
    { "cmdr", ABBREVIATION_NEVER | CAPITAL },
    { "lt", ABBREVIATION_NEVER | CAPITAL },
    { "sgt", ABBREVIATION_NEVER | CAPITAL },
    { "cpl", ABBREVIATION_NEVER | CAPITAL },
    { "adm", ABBREVIATION_NEVER | CAPITAL },
    { "sen", ABBREVIATION_NEVER | CAPITAL },
    { "sens", ABBREVIATION_NEVER | CAPITAL },
    { "rep", ABBREVIATION_NEVER | CAPITAL },
    { "reps", ABBREVIATION_NEVER | CAPITAL },
    { "gov", ABBREVIATION_NEVER | CAPITAL },
    { "pres", ABBREVIATION_NEVER | CAPITAL },
    { "hon", ABBREVIATION_NEVER | CAPITAL },
    { "rev", ABBREVIATION_NEVER | CAPITAL },
    { "supt", ABBREVIATION_NEVER | CAPITAL },
    { "insp", ABBREVIATION_NEVER | CAPITAL },
    { "e.g", ABBREVIATION_NEVER },
    { "i.e", ABBREVIATION_NEVER },
    { "eg", ABBREVIATION_NEVER },
    { "vs", ABBREVIATION_NEVER },
    { "v", ABBREVIATION_NEVER },
    { "cf", ABBREVIATION_NEVER },
    { "viz", ABBREVIATION_NEVER },
    { "approx", ABBREVIATION_NEVER },
    { "incl", ABBREVIATION_NEVER },
    { "ca", ABBREVIATION_NEVER },

    /* Titles that are streets or places as well. */
    { "dr", ABBREVIATION_PLACE | CAPITAL },
    { "drs", ABBREVIATION_PLACE | CAPITAL },
    { "st", ABBREVIATION_PLACE | CAPITAL },
    { "ste", ABBREVIATION_PLACE | CAPITAL },
    { "mt", ABBREVIATION_PLACE | CAPITAL },
    { "ft", ABBREVIATION_PLACE | CAPITAL },

    /* Before a number only. */
    { "no", ABBREVIATION_NUMBER },
    { "nos", ABBREVIATION_NUMBER },
    { "fig", ABBREVIATION_NUMBER },
    { "figs", ABBREVIATION_NUMBER },
    { "art", ABBREVIATION_NUMBER },
    { "sec", ABBREVIATION_NUMBER },
    { "vol", ABBREVIATION_NUMBER },
    { "vols", ABBREVIATION_NUMBER },
    { "ch", ABBREVIATION_NUMBER },
    { "chap", ABBREVIATION_NUMBER },
    { "eq", ABBREVIATION_NUMBER },
    { "eqs", ABBREVIATION_NUMBER },
    { "ref", ABBREVIATION_NUMBER },
    { "refs", ABBREVIATION_NUMBER },
    { "min", ABBREVIATION_NUMBER },
    { "max", ABBREVIATION_NUMBER },
    { "avg", ABBREVIATION_NUMBER },
    { "nr", ABBREVIATION_NUMBER },
    { "para", ABBREVIATION_NUMBER },
    { "ext", ABBREVIATION_NUMBER },
    { "rs", ABBREVIATION_NUMBER | CAPITAL },
    { "ed", ABBREVIATION_NUMBER },
    { "est", ABBREVIATION_NUMBER },
    { "op", ABBREVIATION_NUMBER },
    { "p", ABBREVIATION_NUMBER },
    { "pp", ABBREVIATION_NUMBER },
    { "c", ABBREVIATION_NUMBER },

    /* May be a sentence's last word. */
    { "inc", ABBREVIATION_CLOSING | CAPITAL },
    { "ltd", ABBREVIATION_CLOSING | CAPITAL },
    { "co", ABBREVIATION_CLOSING | CAPITAL },
    { "cos", ABBREVIATION_CLOSING | CAPITAL },
    { "corp", ABBREVIATION_CLOSING | CAPITAL },
    { "bros", ABBREVIATION_CLOSING | CAPITAL },
    { "assn", ABBREVIATION_CLOSING | CAPITAL },
    { "dept", ABBREVIATION_CLOSING },
    { "govt", ABBREVIATION_CLOSING },
    { "univ", ABBREVIATION_CLOSING | CAPITAL },
    { "llc", ABBREVIATION_CLOSING | CAPITAL },
    { "plc", ABBREVIATION_CLOSING },
    { "pty", ABBREVIATION_CLOSING | CAPITAL },
    { "pte", ABBREVIATION_CLOSING | CAPITAL },
    { "jr", ABBREVIATION_CLOSING | CAPITAL },
    { "sr", ABBREVIATION_CLOSING | CAPITAL },
    { "esq", ABBREVIATION_CLOSING | CAPITAL },
    { "ph.d", ABBREVIATION_CLOSING },
    { "ave", ABBREVIATION_CLOSING | CAPITAL },
    { "blvd", ABBREVIATION_CLOSING | CAPITAL },
    { "rd", ABBREVIATION_CLOSING | CAPITAL },
    { "calif", ABBREVIATION_CLOSING | CAPITAL },
    { "conn", ABBREVIATION_CLOSING | CAPITAL },
    { "fla", ABBREVIATION_CLOSING | CAPITAL },
    { "ariz", ABBREVIATION_CLOSING | CAPITAL },
    { "tenn", ABBREVIATION_CLOSING | CAPITAL },
    { "minn", ABBREVIATION_CLOSING | CAPITAL },
    { "okla", ABBREVIATION_CLOSING | CAPITAL },
    { "jan", ABBREVIATION_CLOSING | CAPITAL },
    { "feb", ABBREVIATION_CLOSING | CAPITAL },
    { "mar", ABBREVIATION_CLOSING | CAPITAL },
    { "apr", ABBREVIATION_CLOSING | CAPITAL },
    { "jun", ABBREVIATION_CLOSING | CAPITAL },
    { "jul", ABBREVIATION_CLOSING | CAPITAL },
    { "aug", ABBREVIATION_CLOSING | CAPITAL },
    { "sep", ABBREVIATION_CLOSING | CAPITAL },
    { "sept", ABBREVIATION_CLOSING | CAPITAL },
    { "oct", ABBREVIATION_CLOSING | CAPITAL },
    { "nov", ABBREVIATION_CLOSING | CAPITAL },
    { "dec", ABBREVIATION_CLOSING | CAPITAL },
    { "mon", ABBREVIATION_CLOSING | CAPITAL },
    { "tue", ABBREVIATION_CLOSING | CAPITAL },
    { "tues", ABBREVIATION_CLOSING | CAPITAL },
    { "wed", ABBREVIATION_CLOSING | CAPITAL },
    { "thu", ABBREVIATION_CLOSING | CAPITAL },
    { "thur", ABBREVIATION_CLOSING | CAPITAL },
    { "thurs", ABBREVIATION_CLOSING | CAPITAL },
    { "fri", ABBREVIATION_CLOSING | CAPITAL },
    { "al", ABBREVIATION_CLOSING },

    { "etc", ABBREVIATION_LOOSE },
    { "a.m", ABBREVIATION_LOOSE },
    { "p.m", ABBREVIATION_LOOSE },
};

static const char *const starters[] = {
    "A", "About", "According", "After", "All", "Also", "Although", "Among", "An", "And",
    "Another", "Any", "Anyone", "Are", "As", "At", "Back", "Because", "Before", "Besides", "Both",
    "But", "By", "Can", "Could", "Despite", "Did", "Do", "Does", "During", "Each", "Earlier",
    "Either", "Even", "Eventually", "Ever", "Every", "Everyone", "Everything", "Few", "Finally",
    "First", "For", "From", "Further", "Furthermore", "Get", "Given", "Had", "Has", "Have", "He",
    "Hence", "Her", "Here", "His", "How", "However", "I", "I'd", "I'll", "I'm", "I've", "If", "In",
    "Indeed", "Instead", "Into", "Is", "It", "It's", "Its", "Just", "Last", "Later", "Less", "Let",
    "Like", "Many", "Maybe", "Meanwhile", "More", "Moreover", "Most", "Much", "My", "Nearly",
    "Neither", "Never", "Nevertheless", "Next", "No", "Nobody", "None", "Nor", "Not", "Nothing",
    "Now", "Of", "Often", "On", "Once", "One", "Only", "Or", "Other", "Others", "Otherwise", "Our",
    "Out", "Over", "People", "Perhaps", "Please", "Rather", "Recently", "Several", "She", "Should",
    "Similarly", "Since", "So", "Some", "Someone", "Soon", "Still", "Such", "Suddenly", "Than",
    "That", "That's", "The", "Their", "Then", "There", "There's", "Therefore", "These", "They",
    "They're", "This", "Those", "Though", "Through", "Throughout", "Thus", "To", "Today",
    "Together", "Tomorrow", "Too", "Two", "Under", "Unlike", "Until", "Upon", "Was", "We", "We're",
    "Well", "Were", "What", "What's", "Whatever", "When", "Where", "Whether", "Which", "While",
    "Who", "Whose", "Why", "Will", "With", "Within", "Without", "Would", "Yes", "Yesterday", "Yet",
    "You", "You're", "Your",
};

static const char *const date_words[] = {
    "April",    "Apr",       "August",  "Aug",  "BST",     "CET",     "CST",  "December", "Dec",
    "EDT",      "EST",       "ET",      "Eastern", "February", "Feb", "Friday", "Fri",    "GMT",
    "January",  "Jan",       "July",    "Jul",  "June",    "Jun",     "March", "Mar",     "May",
    "Monday",   "Mon",       "November", "Nov", "October", "Oct",     "PDT",  "PST",      "PT",
    "Pacific",  "Saturday",  "Sat",     "September", "Sept", "Sep",   "Sunday", "Sun",
    "Thursday", "Thurs",    "Thu",       "Tuesday", "Tues", "Tue",     "UTC",     "Wednesday", "Wed",
};

static bool same(const char *entry, const char *word, size_t length)
{
    return strncmp(entry, word, length) == 0 && entry[length] == '\0';
}

static bool listed(const char *const *list, size_t count, const char *word, size_t length)
{
    for (size_t i = 0; i < count; i++) {
        if (same(list[i], word, length))
            return true;
    }
    return false;
}

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
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        if (!same(entries[i].word, lower, length))
            continue;
        if ((entries[i].class & CAPITAL) != 0 && !ascii_is_capital(word[0]))
            return ABBREVIATION_NONE;
        return (enum abbreviation)(entries[i].class & ~CAPITAL);
    }
    return is_dotted(word, length) ? ABBREVIATION_CLOSING : ABBREVIATION_NONE;
}

bool abbreviation_is_starter(const char *word, size_t length)
{
    return length > 0 && listed(starters, sizeof starters / sizeof *starters, word, length);
}

bool abbreviation_is_date_word(const char *word, size_t length)
{
    return length > 0 && listed(date_words, sizeof date_words / sizeof *date_words, word, length);
}

bool abbreviation_is_exclaimed_name(const char *word, size_t length)
{
    static const char *const names[] = { "Jeopardy", "Joomla", "Yahoo", "Yum" };
    return length > 0 && listed(names, sizeof names / sizeof *names, word, length);
}
