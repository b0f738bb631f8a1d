#include "tui/capability.h"

#include <string.h>

static void put_number(struct buffer *out, int number)
{
    char digits[12];
    size_t at = sizeof digits;
    unsigned rest = number < 0 ? 0 : (unsigned)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    buffer_add(out, digits + at, sizeof digits - at);
}

/* The common part of the parameter language; false (and nothing appended) when `text` uses more. */
static bool put_plain_form(struct buffer *out, const char *text, int first, int second)
{
    size_t start = out->length;
    int value = 0;
    for (const char *at = text; *at != '\0';) {
        size_t literal = strcspn(at, "%");
        buffer_add(out, at, literal);
        at += literal;
        if (*at == '\0')
            break;
        if (at[1] == 'p' && (at[2] == '1' || at[2] == '2')) {
            value = at[2] == '1' ? first : second;
            at += 3;
            continue;
        }
        switch (at[1]) {
        case 'i':
            first++;
            second++;
            break;
        case 'd': put_number(out, value); break;
        case '%': buffer_add_byte(out, '%'); break;
        default: buffer_truncate(out, start); return false;
        }
        at += 2;
    }
    return true;
}

void capability_put(const struct capabilities *capabilities, struct buffer *out,
                    enum capability which, int first, int second)
{
    const char *text = capabilities->text[which];
    if (text == NULL || put_plain_form(out, text, first, second) || capabilities->expand == NULL)
        return;
    const char *expanded = capabilities->expand(text, first, second);
    if (expanded != NULL)
        buffer_add_text(out, expanded);
}

bool capability_margin_is_safe(const struct capabilities *capabilities)
{
    return !capabilities->auto_margin || capabilities->eats_newline ||
           (capability_has(capabilities, CAPABILITY_LEAVE_WRAP) &&
            capability_has(capabilities, CAPABILITY_ENTER_WRAP));
}
