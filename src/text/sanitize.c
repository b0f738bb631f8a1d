#include "text/sanitize.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>

#include "text/utf8.h"

#define BOM "\xEF\xBB\xBF"
#define BOM_SIZE 3

#define MARKS_PER_BASE 8

enum {
    NEXT_LINE = 0x85,
    ZERO_WIDTH_NON_JOINER = 0x200C,
    ZERO_WIDTH_JOINER = 0x200D,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029
};

static bool starts_with_bom(const char *bytes, size_t length)
{
    return length >= BOM_SIZE && memcmp(bytes, BOM, BOM_SIZE) == 0;
}

static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

/* The visible stand-in of a control; any other code point is its own. */
static uint32_t picture_of(uint32_t code_point)
{
    if (code_point < 0x20)
        return 0x2400 + code_point;
    if (code_point == 0x7F)
        return 0x2421;
    return is_control(code_point) ? 0x2426 : code_point;
}

static void add_code_point(struct buffer *out, uint32_t code_point)
{
    char bytes[4];
    buffer_add(out, bytes, utf8_encode(code_point, bytes));
}

static bool ends_line(uint32_t code_point)
{
    return code_point == '\r' || code_point == NEXT_LINE || code_point == LINE_SEPARATOR ||
           code_point == PARAGRAPH_SEPARATOR;
}

/* Appends what stands for the unclean code point at bytes[0]; returns the bytes read. */
static size_t replace_unclean(const char *bytes, size_t length, struct buffer *out,
                              struct sanitize_counts *counts)
{
    uint32_t code_point;
    size_t size = utf8_decode(bytes, length, &code_point);
    if (ends_line(code_point)) {
        buffer_add_byte(out, '\n');
        return code_point == '\r' && length > 1 && bytes[1] == '\n' ? 2 : size;
    }
    if (code_point == UTF8_REPLACEMENT) /* a true U+FFFD is clean and does not come here */
        counts->ill_formed++;
    else if (is_control(code_point))
        counts->controls++;
    add_code_point(out, picture_of(code_point));
    return size;
}

void sanitize_source(const char *bytes, size_t length, struct buffer *out,
                     struct sanitize_counts *counts)
{
    struct sanitize_counts ignored = { 0 };
    if (counts == NULL)
        counts = &ignored;
    size_t at = starts_with_bom(bytes, length) ? BOM_SIZE : 0;
    buffer_reserve(out, length - at);
    while (at < length) {
        size_t clean = utf8_clean_prefix(bytes + at, length - at);
        buffer_add(out, bytes + at, clean);
        at += clean;
        if (at < length)
            at += replace_unclean(bytes + at, length - at, out, counts);
    }
}

bool sanitize_is_clean(const char *bytes, size_t length)
{
    return !starts_with_bom(bytes, length) && utf8_clean_prefix(bytes, length) == length;
}

/* The blocks that nearly all text is made of, without a code point that wants a label. */
static bool is_plainly_visible(uint32_t code_point)
{
    return (code_point >= 0x20 && code_point <= 0x7E) ||
           (code_point >= 0xA0 && code_point <= 0x2FF && code_point != 0xAD) ||
           (code_point >= 0x2010 && code_point <= 0x2027) || (code_point >= 0x2500 && code_point <= 0x257F) ||
           (code_point >= 0x3000 && code_point <= 0x303F) ||
           (code_point >= 0x4E00 && code_point <= 0x9FFF) ||
           (code_point >= 0xFF01 && code_point <= 0xFF5E);
}

static bool wants_label(uint32_t code_point)
{
    const uint32_t labelled = UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn |
                              UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp;
    if (is_plainly_visible(code_point))
        return false;
    /* Default ignorable: the Hangul fillers, variation selectors and other marks that a
     * terminal paints nothing for although their category does not say so. */
    return code_point > 0x10FFFF || uc_is_general_category_withtable(code_point, labelled) ||
           uc_is_property_default_ignorable_code_point(code_point);
}

const char *sanitize_label(uint32_t code_point, char out[SANITIZE_LABEL_SIZE])
{
    if (is_control(code_point)) {
        out[utf8_encode(picture_of(code_point), out)] = '\0';
        return out;
    }
    if (!wants_label(code_point))
        return NULL;
    snprintf(out, SANITIZE_LABEL_SIZE, "<U+%04X>", (unsigned)code_point);
    return out;
}

static bool is_joiner(uint32_t code_point)
{
    return code_point == ZERO_WIDTH_JOINER || code_point == ZERO_WIDTH_NON_JOINER;
}

static bool is_variation_selector(uint32_t code_point)
{
    return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
           (code_point >= 0xE0100 && code_point <= 0xE01EF) ||
           (code_point >= 0x180B && code_point <= 0x180D) || code_point == 0x180F;
}

/* Seen by the reader: neither blank nor shown through a label or picture. */
static bool is_visible(uint32_t code_point)
{
    if (code_point <= ' ' || code_point == 0xA0 || code_point == 0x3000)
        return false;
    return !is_control(code_point) && !wants_label(code_point) &&
           (is_plainly_visible(code_point) ||
            !uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_Zs));
}

bool sanitize_is_joined(uint32_t previous, uint32_t code_point)
{
    if (is_variation_selector(code_point))
        return is_visible(previous);
    return is_joiner(code_point) && (is_variation_selector(previous) || is_visible(previous));
}

/* Takes no cell of its own and piles up on the base before it: marks, and the Hangul
 * vowels and finals that compose. */
static bool is_combining(uint32_t code_point)
{
    if (is_plainly_visible(code_point))
        return code_point >= 0x302A && code_point <= 0x302F;
    return is_joiner(code_point) || is_variation_selector(code_point) ||
           (code_point >= 0x1160 && code_point <= 0x11FF) ||
           (code_point >= 0xD7B0 && code_point <= 0xD7FF) ||
           uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_M);
}

/* One line being written. */
struct line {
    struct buffer *out;
    uint32_t previous; /* last code point written, 0 at the start */
    size_t marks;      /* combining ones since the last base */
};

static void add_to_line(struct line *line, uint32_t code_point, uint32_t next)
{
    char label[SANITIZE_LABEL_SIZE];
    bool joined = sanitize_is_joined(line->previous, code_point) &&
                  (!is_joiner(code_point) || is_visible(next));
    if (!joined && sanitize_label(code_point, label) != NULL) {
        buffer_add_text(line->out, label);
        line->previous = 0;
        line->marks = 0;
        return;
    }
    line->marks = is_combining(code_point) ? line->marks + 1 : 0;
    if (line->marks > MARKS_PER_BASE)
        return;
    add_code_point(line->out, code_point);
    line->previous = code_point;
}

/* Adds the printable ASCII that `text` begins with, which stands for itself whatever is around it; returns
 * its bytes. */
static size_t add_ascii_to_line(struct line *line, const char *text, size_t length)
{
    size_t plain = 0;
    while (plain < length && text[plain] >= ' ' && text[plain] < 0x7F)
        plain++;
    if (plain == 0)
        return 0;
    buffer_add(line->out, text, plain);
    line->previous = (unsigned char)text[plain - 1];
    line->marks = 0;
    return plain;
}

void sanitize_line(struct buffer *out, const char *text, size_t length)
{
    struct line line = { .out = out };
    for (size_t at = add_ascii_to_line(&line, text, length); at < length;
         at += add_ascii_to_line(&line, text + at, length - at)) {
        uint32_t code_point;
        uint32_t next = 0;
        at += utf8_decode(text + at, length - at, &code_point);
        utf8_decode(text + at, length - at, &next);
        add_to_line(&line, code_point, at < length ? next : 0);
    }
}

char sanitize_ascii(uint32_t code_point)
{
    static const struct {
        uint32_t code_point;
        char ascii;
    } table[] = {
        { 0x00A0, ' ' },  { 0x00A7, '#' },  { 0x00AB, '"' },  { 0x00B7, '-' },  { 0x00BB, '"' },
        { 0x00D7, 'x' },  { 0x2010, '-' },  { 0x2011, '-' },  { 0x2012, '-' },  { 0x2013, '-' },
        { 0x2014, '-' },  { 0x2015, '-' },  { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201C, '"' },
        { 0x201D, '"' },  { 0x2022, '*' },  { 0x2026, '.' },  { 0x202F, ' ' },  { 0x2032, '\'' },
        { 0x2033, '"' },  { 0x2039, '<' },  { 0x203A, '>' },  { 0x2190, '<' },  { 0x2192, '>' },
        { 0x2212, '-' },  { 0x2500, '-' },  { 0x2502, '|' },  { 0x258C, '>' },  { 0x258F, ':' },  { 0x21C4, '=' },
         { 0x25E6, 'o' },  { 0x25AA, '*' },
        { 0x2610, '.' },  { 0x2611, 'x' },
    };
    if (code_point < 0x80)
        return (char)code_point;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (table[i].code_point == code_point)
            return table[i].ascii;
    return 0;
}
