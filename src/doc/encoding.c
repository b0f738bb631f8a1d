#include "doc/encoding.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/wide_text.h"

#define LOOK_BYTES ((size_t)256 << 10)
#define SHORT ((size_t)1 << 10) /* bytes: less than any part of a file that is looked at */

static bool has_iso_2022_escape(const char *bytes, size_t length)
{
    for (const char *at = bytes; (at = memchr(at, '\033', length - (size_t)(at - bytes))) != NULL; at++) {
        size_t left = length - (size_t)(at - bytes);
        if (left > 2 && at[1] == '$' && strchr("@AB()", at[2]) != NULL)
            return true;
    }
    return false;
}

/* Control characters are in no text of any encoding: what has them is not decoded but shown. */
static bool is_damaged_beyond_utf8(const char *bytes, size_t length)
{
    size_t well = 0, ill = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        size_t size = utf8_decode(bytes + at, length - at, &code);
        bool replacement = code == UTF8_REPLACEMENT &&
                           (size != 3 || memcmp(bytes + at, "\xEF\xBF\xBD", 3) != 0);
        /* A character that the end of what was read cuts is no damage; a short file is read whole. */
        ill += replacement && (length - at >= 4 || length < SHORT);
        if (size == 1 && (unsigned char)bytes[at] < ' ' && bytes[at] != '\0' &&
            (bytes[at] < '\a' || bytes[at] > '\r'))
            return false;
        well += !replacement && size > 1;
        at += size;
    }
    return well < ill;
}

bool encoding_is_foreign(const char *bytes, size_t length)
{
    if (utf8_clean_prefix(bytes, length) == length)
        return false;
    size_t look = length < LOOK_BYTES ? length : LOOK_BYTES;
    return wide_text_form(bytes, length) != WIDE_TEXT_NONE || wide_text_may_be_han(bytes, length) ||
           has_iso_2022_escape(bytes, look) || is_damaged_beyond_utf8(bytes, look);
}

char *encoding_decode(struct conversion *conversion, struct buffer *raw, const char *path,
                      const char *as, const atomic_bool *stop, size_t *repaired,
                      struct error *error)
{
    struct conversion_task task = { path, raw->data, raw->length, stop };
    struct buffer text = { 0 };
    char *name = NULL;
    if (!conversion_text(conversion, &task, as, &text, &name, repaired, error)) {
        buffer_free(&text);
        return NULL;
    }
    buffer_free(raw);
    *raw = text;
    return name;
}

char *encoding_note(const struct document *document, const char *path)
{
    if (document->undecoded != NULL)
        return xasprintf(_("%s; it is not UTF-8, and what cannot be read shows as �"),
                         document->undecoded);
    if (document->encoding == NULL)
        return NULL;
    size_t lost = document->repaired.ill_formed;
    if (lost == 0)
        return xasprintf(_("%s: read as %s"), file_base_name(path), document->encoding);
    return xasprintf(message_count("%s: read as %s; %zu place could not be read",
                                   "%s: read as %s; %zu places could not be read", lost),
                     file_base_name(path), document->encoding, lost);
}

static void add_brief(const struct document *document, const char *unknown, const char *lost,
                      struct buffer *out)
{
    const char *encoding = document->encoding != NULL    ? document->encoding
                           : document->undecoded != NULL ? unknown
                                                         : "UTF-8";
    if (document->encoding == NULL && document->repaired.ill_formed == 0)
        return;
    sanitize_line(out, encoding, strlen(encoding));
    if (document->repaired.ill_formed > 0)
        buffer_add_format(out, lost, document->repaired.ill_formed);
}

void encoding_record(const struct document *document, struct buffer *out)
{
    add_brief(document, "unknown", ", %zu repaired", out);
}

void encoding_brief(const struct document *document, struct buffer *out)
{
    add_brief(document, _("unknown encoding"), _(", %zu repaired"), out);
}
