#include "text/width.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <uniwidth.h>
#include <wchar.h>

#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"

/* Where terminals disagree about what wcwidth() says, each range with the reason. The
 * width is wcwidth()'s here as elsewhere; only the cursor is not trusted afterwards. */
struct width_range {
    uint32_t first;
    uint32_t last;
};

static const struct width_range doubtful[] = {
    { 0x00A1, 0x0451 },   /* Latin, Greek, Cyrillic: two cells in old East Asian sets */
    { 0x1100, 0x11FF },   /* Hangul jamo: composed by some terminals only */
    { 0x2010, 0x2BFF },   /* punctuation, arrows, boxes, symbols: ambiguous or emoji */
    { 0x302A, 0x3030 },   /* tone marks of Han and the wavy dash: combining or emoji */
    { 0x303D, 0x303D },   /* part alternation mark: emoji */
    { 0x3248, 0x324F },   /* numbers on black squares: ambiguous */
    { 0x3297, 0x3299 },   /* circled ideographs: emoji */
    { 0x4DC0, 0x4DFF },   /* hexagrams: narrow before Unicode 16, wide in glibc */
    { 0xA960, 0xA97F },   /* Hangul jamo */
    { 0xD7B0, 0xD7FF },   /* Hangul jamo: no cell in glibc, one elsewhere */
    { 0xFFFD, 0xFFFD },   /* replacement character: ambiguous */
    { 0x1F000, 0x1FAFF }, /* emoji and game symbols: by the age of the terminal */
};

static bool is_doubtful(uint32_t code_point)
{
    size_t count = sizeof doubtful / sizeof *doubtful;
    for (size_t i = 0; i < count && doubtful[i].first <= code_point; i++)
        if (code_point <= doubtful[i].last)
            return true;
    return false;
}

static bool is_utf8_locale(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool width_begin(void)
{
    static const char *const fallbacks[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8" };
    if (setlocale(LC_CTYPE, "") != NULL && is_utf8_locale())
        return true;
    for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++)
        if (setlocale(LC_CTYPE, fallbacks[i]) != NULL && is_utf8_locale())
            break;
    return false;
}

/* wcwidth(), and libunistring's opinion where the C library has none: a character newer
 * than it, or no UTF-8 locale on this system. */
static int measure(uint32_t code_point)
{
    int cells = wcwidth((wchar_t)code_point);
    if (cells < 0)
        cells = uc_width(code_point, "UTF-8");
    return cells < 0 ? 1 : cells;
}

/* 0 where the blocks that nearly all text is made of do not settle it. */
static int quick_width(uint32_t code_point)
{
    if ((code_point >= 0x20 && code_point <= 0x7E) ||
        (code_point >= 0xA0 && code_point <= 0x2FF && code_point != 0xAD))
        return 1;
    if ((code_point >= 0x4E00 && code_point <= 0x9FFF) ||
        (code_point >= 0x3000 && code_point <= 0x3029) ||
        (code_point >= 0x30A0 && code_point <= 0x30FF) ||
        (code_point >= 0x3041 && code_point <= 0x3096) ||
        (code_point >= 0x3400 && code_point <= 0x4DBF) ||
        (code_point >= 0xAC00 && code_point <= 0xD7A3) ||
        (code_point >= 0xFF01 && code_point <= 0xFF5E))
        return 2;
    return 0;
}

int width_code_point(uint32_t code_point)
{
    int quick = quick_width(code_point);
    if (quick > 0)
        return quick;
    char label[SANITIZE_LABEL_SIZE];
    if (sanitize_label(code_point, label) != NULL)
        return (unsigned char)label[0] < 0x80 ? (int)strlen(label) : 1; /* else a picture */
    return measure(code_point);
}

/* End of the printable ASCII from `at`. */
static size_t skip_ascii(const char *text, size_t length, size_t at)
{
    while (at < length && text[at] >= 0x20 && text[at] < 0x7F)
        at++;
    return at;
}

/* End of the Han from `at` that three bytes E5-E9 xx xx make (U+5000-9FFF). */
static size_t skip_han(const char *text, size_t length, size_t at)
{
    while (length - at >= 3 && (unsigned char)text[at] >= 0xE5 && (unsigned char)text[at] <= 0xE9)
        at += 3;
    return at;
}

size_t width_text(const char *text, size_t length)
{
    size_t cells = 0;
    uint32_t previous = 0;
    for (size_t at = 0; at < length;) {
        size_t ascii = skip_ascii(text, length, at);
        size_t han = skip_han(text, length, ascii);
        cells += (ascii - at) + (han - ascii) / 3 * 2;
        if (han > ascii)
            previous = 0x5000;
        else if (ascii > at)
            previous = (unsigned char)text[ascii - 1];
        at = han;
        if (at >= length)
            break;
        uint32_t code_point;
        size_t size = utf8_decode(text + at, length - at, &code_point);
        if (!sanitize_is_joined(previous, code_point))
            cells += (size_t)width_code_point(code_point);
        previous = code_point;
        at += size;
    }
    return cells;
}

bool width_is_uncertain(const char *cluster, size_t length)
{
    uint32_t code_point;
    size_t size = utf8_decode(cluster, length, &code_point);
    if (size < length)
        return true;
    char label[SANITIZE_LABEL_SIZE];
    int quick = quick_width(code_point);
    if (quick == 2 || (quick == 1 && code_point < 0x7F))
        return false;
    if (quick == 0 && sanitize_label(code_point, label) != NULL)
        return (unsigned char)label[0] >= 0x80; /* pictures are symbols of doubtful width */
    return is_doubtful(code_point) || width_code_point(code_point) == 0;
}

/* Printable ASCII that no mark can follow, since ASCII does: whole clusters of one cell. */
static size_t fit_ascii(const char *text, size_t length, size_t at, size_t cells)
{
    size_t end = skip_ascii(text, length - at > cells ? at + cells : length, at);
    return end > at && end < length && (unsigned char)text[end] >= 0x80 ? end - 1 : end;
}

size_t width_fit(const char *text, size_t length, size_t cells, size_t *used)
{
    size_t at = 0;
    *used = 0;
    while (at < length) {
        size_t ascii = fit_ascii(text, length, at, cells - *used);
        *used += ascii - at;
        at = ascii;
        size_t end = grapheme_next(text, length, at);
        size_t wide = width_text(text + at, end - at);
        if (wide > cells - *used)
            break;
        *used += wide;
        at = end;
    }
    return at;
}

int width_gap(const char *text, int cells)
{
    size_t width = width_text(text, strlen(text));
    return width < (size_t)cells ? cells - (int)width : 0;
}
