#include "text/find.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>

#include "base/xalloc.h"
#include "text/find_literal.h"
#include "text/find_regex.h"
#include "text/fold.h"
#include "text/utf8.h"

/* One of the two is set. */
struct find {
    struct find_literal *literal;
    struct find_regex *regex;
};

/* Smart case: a capital asks for case. In a regular expression \W and \S are none. */
static bool has_capital(const char *pattern, bool regex)
{
    size_t length = strlen(pattern);
    uint32_t code_point;
    for (size_t at = 0; at < length;) {
        if (regex && pattern[at] == '\\' && at + 1 < length)
            at++;
        else if (utf8_decode(pattern + at, length - at, &code_point) > 0 &&
                 uc_is_general_category_withtable(code_point,
                                                  UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt))
            return true;
        at += utf8_decode(pattern + at, length - at, &code_point);
    }
    return false;
}

/* What of the pattern makes it exact: a capital, an accent, a traditional character. */
static unsigned ignored_by(const char *pattern, unsigned flags)
{
    struct fold plain = { 0 }, bare = { 0 }, simple = { 0 };
    size_t length = strlen(pattern);
    unsigned ignored = FOLD_CASE | FOLD_MARKS | FOLD_HAN;
    if ((flags & FIND_CASE) != 0 || (!(flags & FIND_KEY) && has_capital(pattern, false)))
        ignored &= ~(unsigned)FOLD_CASE;
    if ((flags & FIND_KEY) != 0)
        return ignored;
    fold_text(pattern, length, 0, &plain);
    fold_text(pattern, length, FOLD_MARKS, &bare);
    fold_text(pattern, length, FOLD_HAN, &simple);
    if (strcmp(plain.text, bare.text) != 0)
        ignored &= ~(unsigned)FOLD_MARKS;
    if (strcmp(plain.text, simple.text) != 0)
        ignored &= ~(unsigned)FOLD_HAN;
    fold_free(&plain);
    fold_free(&bare);
    fold_free(&simple);
    return ignored;
}

struct find *find_new(const char *pattern, unsigned flags, struct error *error)
{
    bool is_regex = (flags & FIND_REGEX) != 0;
    bool whole_word = (flags & FIND_WHOLE_WORD) != 0;
    struct find find = { 0 };
    if (*pattern == '\0') {
        error_set(error, "search: the pattern is empty");
        return NULL;
    }
    if (is_regex) {
        bool fold_case = (flags & FIND_CASE) == 0 && !has_capital(pattern, true);
        find.regex = find_regex_new(pattern, fold_case, whole_word, error);
    } else {
        find.literal = find_literal_new(pattern, ignored_by(pattern, flags), whole_word);
        if (find.literal == NULL)
            error_set(error, "search: the pattern has only invisible characters");
    }
    if (find.regex == NULL && find.literal == NULL)
        return NULL;
    struct find *result = xmalloc(sizeof *result);
    *result = find;
    return result;
}

void find_free(struct find *find)
{
    if (find == NULL)
        return;
    find_literal_free(find->literal);
    find_regex_free(find->regex);
    free(find);
}

bool find_forward(struct find *find, const char *text, size_t length, size_t from,
                  struct span *hit)
{
    if (find->regex != NULL)
        return find_regex_forward(find->regex, text, length, from, hit);
    return find_literal_forward(find->literal, text, length, from, hit);
}

bool find_backward(struct find *find, const char *text, size_t length, size_t before,
                   struct span *hit)
{
    if (find->regex != NULL)
        return find_regex_backward(find->regex, text, length, before, hit);
    return find_literal_backward(find->literal, text, length, before, hit);
}

void find_all(struct find *find, const char *text, size_t start, size_t end, size_t limit,
              struct spans *out)
{
    struct span hit;
    for (size_t count = 0; count < limit && find_forward(find, text, end, start, &hit); count++) {
        spans_add(out, hit.start, hit.end);
        start = hit.end;
    }
}

bool find_gave_up(const struct find *find)
{
    return find->regex != NULL && find_regex_gave_up(find->regex);
}
