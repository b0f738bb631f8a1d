#include "base/clipboard.h"

#define WRAPPED_PIECE 512 /* bytes; screen takes 768 at once */

/* A tmux that runs in screen, and is not told from it, drops it. */
static void add_wrapped(struct buffer *out, const struct buffer *bytes)
{
    for (size_t at = 0; at < bytes->length; at += WRAPPED_PIECE) {
        size_t rest = bytes->length - at;
        buffer_add_text(out, "\033P");
        buffer_add(out, bytes->data + at, rest < WRAPPED_PIECE ? rest : WRAPPED_PIECE);
        buffer_add_text(out, "\033\\");
    }
}

void clipboard_put(struct buffer *out, const char *text, size_t length, bool wrapped)
{
    struct buffer lent = { 0 };
    buffer_add_text(&lent, "\033]52;c;");
    buffer_add_base64(&lent, text, length);
    buffer_add_byte(&lent, '\a');
    if (!wrapped || lent.length <= WRAPPED_PIECE) /* screen shows the rest of a longer one */
        buffer_add(out, lent.data, lent.length);
    if (wrapped)
        add_wrapped(out, &lent);
    buffer_free(&lent);
}
