#include "text/englishword.h"

#include <string.h>

#include "base/bisect.h"
#include "text/englishword_table.h"

#define LONGEST 24 /* bytes: longer ones are not in the table */
#define KEY 3

/* Whether what follows the key at `group` is among what is told behind it. `rest` empty is "-". */
static bool group_has(const char *group, const char *rest, size_t length)
{
    if (length == 0) {
        rest = "-";
        length = 1;
    }
    for (const char *at = group + KEY; *at == ' ';) {
        at++;
        size_t size = strcspn(at, " ,");
        if (size == length && memcmp(at, rest, length) == 0)
            return true;
        at += size;
    }
    return false;
}

static bool is_in_table(const char *word, size_t length)
{
    static const char pairs[] = "am an as at be by do go he if in is it me my no of oh on or so to "
                                "up us we ";
    if (length < KEY) {
        for (const char *at = pairs; length == 2 && *at != '\0'; at += 3)
            if (memcmp(at, word, 2) == 0)
                return true;
        return length == 1 && (word[0] == 'a' || word[0] == 'i');
    }
    size_t row = 0;
    BISECT(row, englishword_row_count, memcmp(englishword_rows[row], word, KEY) >= 0);
    for (row -= row > 0; row < englishword_row_count; row++) {
        for (const char *group = englishword_rows[row]; group != NULL; group = strchr(group, ',')) {
            group += *group == ',';
            int order = memcmp(group, word, KEY);
            if (order > 0)
                return false;
            if (order == 0 && group_has(group, word + KEY, length - KEY))
                return true;
        }
    }
    return false;
}

/* The first `length` letters, with `more` behind them. */
static bool has_base(const char *word, size_t length, const char *more)
{
    char base[LONGEST + 2];
    size_t size = strlen(more);
    if (length + size < KEY)
        return false;
    memcpy(base, word, length);
    memcpy(base + length, more, size);
    return is_in_table(base, length + size);
}

/* walked: walk. moved: move. stopped: stop. */
static bool is_bent(const char *word, size_t length)
{
    bool doubled = length > 2 && word[length - 1] == word[length - 2];
    return has_base(word, length, "") || has_base(word, length, "e") ||
           (doubled && has_base(word, length - 1, ""));
}

static bool is_made_of_another(const char *word, size_t length)
{
    static const struct {
        const char *ending;
        const char *instead; /* NULL: what a verb does */
    } endings[] = {
        { "s", "" },    { "es", "" },   { "ies", "y" },  { "ed", NULL },  { "ing", NULL },
        { "er", NULL }, { "ers", NULL }, { "est", NULL }, { "ied", "y" },  { "ier", "y" },
        { "iers", "y" }, { "iest", "y" }, { "ly", "" },    { "ily", "y" },  { "ness", "" },
    };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i].ending);
        if (length < size + 2 || memcmp(word + length - size, endings[i].ending, size) != 0)
            continue;
        size_t rest = length - size;
        if (endings[i].instead == NULL ? is_bent(word, rest)
                                       : has_base(word, rest, endings[i].instead))
            return true;
    }
    return false;
}

bool englishword_is(const char *word, size_t length)
{
    char lower[LONGEST];
    if (length == 0 || length > LONGEST)
        return false;
    for (size_t i = 0; i < length; i++) {
        lower[i] = (char)(word[i] | 0x20);
        if (lower[i] < 'a' || lower[i] > 'z' || (unsigned char)word[i] >= 0x80)
            return false;
    }
    return is_in_table(lower, length) || is_made_of_another(lower, length);
}
