#include "figure/figure_address.h"


/* A dot between letters, and a slash behind it: techcrunch.com/2015. */
struct look {
    bool at_sign;
    bool scheme;
    bool domain;
    bool path;
    bool code; /* 14-cv-2231 */
};

/* Digits, a short word and digits again: 14-cv-2231, but not 3-to-5, 6-foot-9. */
static bool is_code(const struct figure_scan *scan, size_t at, size_t start)
{
    struct latinword word;
    return at > start && figure_scan_digit(scan, at - 1) > 0 &&
           latinword_at(scan->text, scan->to, at + 1, &word) &&
           !latinword_in(word.text, "to or and foot") && figure_scan_is(scan, word.end, "-") &&
           figure_scan_digit(scan, word.end + 1) > 0;
}

static void look_at(const struct figure_scan *scan, size_t at, size_t start, struct look *look)
{
    bool inner = at > start && at + 1 < scan->to && latinword_is_letter(scan->text[at + 1]);
    switch (scan->text[at]) {
    case '@': look->at_sign = inner; break;
    case ':': look->scheme |= figure_scan_is(scan, at, "://"); break;
    case '.': look->domain |= inner && !look->path; break;
    case '/': look->path |= look->domain; break;
    case '-': look->code |= is_code(scan, at, start); break;
    default: break;
    }
}

bool figure_address_at(const struct figure_scan *scan, size_t at, size_t *end)
{
    struct look look = { false, false, false, false, false };
    size_t start = at;
    while (at < scan->to && scan->text[at] > ' ' && scan->text[at] < 0x7F) {
        look_at(scan, at, start, &look);
        at++;
    }
    *end = at > start ? at : start + 1;
    return look.scheme || figure_scan_is(scan, start, "www.") || (look.at_sign && look.domain) ||
           (look.domain && look.path) || look.code;
}
