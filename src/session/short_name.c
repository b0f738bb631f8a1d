#include "session/short_name.h"

#include <string.h>

#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/width.h"

void short_name_add(struct buffer *out, const char *name, int cells)
{
    struct buffer clean = { 0 };
    sanitize_line(&clean, name, strlen(name));
    const char *text = buffer_text(&clean);
    size_t length = clean.length;
    bool cut = false;
    while (length > 0 && (int)width_text(text, length) + cut > cells) {
        size_t step = grapheme_next(text, length, 0);
        text += step;
        length -= step;
        cut = true;
    }
    buffer_add_text(out, cut ? "…" : "");
    buffer_add(out, text, length);
    buffer_free(&clean);
}
