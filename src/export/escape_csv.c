#include "export/escape_csv.h"

#include <stdbool.h>
#include <string.h>

#include "export/clean.h"
#include "text/fold.h"
#include "text/utf8.h"

/* Whether a spreadsheet would calculate it. Wide forms are what some locales type. */
static bool is_formula(const char *text, size_t length)
{
    size_t at = 0, blank;
    uint32_t code = 0;
    while ((blank = fold_white_space(text, length, at)) > 0)
        at += blank;
    utf8_decode(text + at, length - at, &code);
    return at < length &&
           (code == '=' || code == '+' || code == '-' || code == '@' || code == 0xFF1D ||
            code == 0xFF0B || code == 0xFF0D || code == 0xFF20 || code == 0x2212);
}

static bool needs_quotes(const char *text, size_t length)
{
    if (length == 0)
        return false;
    return strpbrk(text, ",\"\n") != NULL || text[0] == ' ' || text[0] == '\t' ||
           text[length - 1] == ' ' || text[length - 1] == '\t';
}

void escape_csv(struct buffer *out, const char *text, size_t length)
{
    struct buffer clean = { 0 };
    clean_add(&clean, text, length, "\n");
    bool quoted = needs_quotes(buffer_text(&clean), clean.length);
    buffer_add_text(out, quoted ? "\"" : "");
    buffer_add_text(out, is_formula(buffer_text(&clean), clean.length) ? "'" : "");
    for (size_t i = 0; i < clean.length; i++) {
        buffer_add_text(out, clean.data[i] == '"' ? "\"" : "");
        buffer_add_byte(out, clean.data[i]);
    }
    buffer_add_text(out, quoted ? "\"" : "");
    buffer_free(&clean);
}

void escape_tsv(struct buffer *out, const char *text, size_t length)
{
    struct buffer clean = { 0 };
    clean_add(&clean, text, length, "\n");
    for (size_t i = 0; i < clean.length; i++) {
        switch (clean.data[i]) {
        case '\t': buffer_add_text(out, "\\t"); break;
        case '\n': buffer_add_text(out, "\\n"); break;
        case '\\': buffer_add_text(out, "\\\\"); break;
        default: buffer_add_byte(out, clean.data[i]);
        }
    }
    buffer_free(&clean);
}
