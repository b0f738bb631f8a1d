#include "library/local_link.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/file.h"
#include "base/span.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/word.h"

#define NAMED '\n' /* before what the source itself names */

/* A scheme is a letter and more letters, digits, + . - up to a colon; one letter is a drive. */
static bool has_scheme(const char *target)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t length = strspn(target, letters);
    if (length == 0)
        return false;
    while (target[length] != '\0' &&
           (strchr(letters, target[length]) != NULL || strchr("0123456789+.-", target[length])))
        length++;
    return length > 1 && target[length] == ':';
}

bool local_link_is_local(const char *target)
{
    return strncmp(target, "//", 2) != 0 && !has_scheme(target);
}

static int hex_value(char digit)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = digit != '\0' ? strchr(digits, digit) : NULL;
    return found != NULL ? (int)(found - digits) % 16 : -1;
}

/* Bytes written as "%41"; "%00" and what is no such pair stay as they are. */
static char *decode(const char *text, size_t length)
{
    char *result = xstrndup(text, length);
    char *to = result;
    for (const char *from = result; *from != '\0'; from++) {
        int high = *from == '%' ? hex_value(from[1]) : -1;
        int low = high >= 0 ? hex_value(from[2]) : -1;
        if (low >= 0 && high * 16 + low != 0) {
            *to++ = (char)(high * 16 + low);
            from += 2;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return result;
}

/* ---- anchors ---- */

/* A letter, digit, Han character or mark; the two signs that are no punctuation here. */
static bool is_kept(const char *bytes, size_t length, uint32_t c)
{
    struct span word;
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_';
    return utf8_is_han(c) || word_next(bytes, length, 0, &word) || width_code_point(c) == 0;
}

/* Letter case goes last: folding makes hyphens of dashes, which are punctuation. */
void local_link_anchor(const char *text, size_t length, struct buffer *out)
{
    struct buffer kept = { 0 };
    struct fold fold = { 0 };
    size_t bytes;
    for (size_t at = 0; at < length; at += bytes) {
        uint32_t c;
        bytes = utf8_decode(text + at, length - at, &c);
        if (c == ' ' || c == '\n' || c == '\t')
            buffer_add_byte(&kept, '-');
        else if (is_kept(text + at, bytes, c))
            buffer_add(&kept, text + at, bytes);
    }
    fold_text(buffer_text(&kept), kept.length, FOLD_CASE, &fold);
    if (fold.length > 0)
        buffer_add(out, fold.text, fold.length);
    fold_free(&fold);
    buffer_free(&kept);
}

static char *make_anchor(const char *text, size_t length)
{
    struct buffer anchor = { 0 };
    buffer_reserve(&anchor, length);
    local_link_anchor(text, length, &anchor);
    return buffer_take(&anchor);
}

static int compare(const void *left, const void *right)
{
    const struct local_heading *a = left;
    const struct local_heading *b = right;
    int order = strcmp(a->anchor, b->anchor);
    return order != 0 ? order : (a->offset > b->offset) - (a->offset < b->offset);
}

void local_headings_read(const struct document *document, struct local_headings *headings)
{
    *headings = (struct local_headings){ 0 };
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_HEADING || (block->flags & BLOCK_CONTINUES) != 0)
            continue;
        char *anchor = make_anchor(document->text + block->start, block->end - block->start);
        VECTOR_PUSH(headings, (struct local_heading){ anchor, block->start });
    }
    for (size_t i = 0; i < document->anchor_count; i++) {
        char *anchor = xasprintf("%c%s", NAMED, document->anchors[i].name);
        VECTOR_PUSH(headings, (struct local_heading){ anchor, document->anchors[i].offset });
    }
    if (headings->count > 0)
        qsort(headings->items, headings->count, sizeof *headings->items, compare);
}

void local_headings_free(struct local_headings *headings)
{
    for (size_t i = 0; i < headings->count; i++)
        free(headings->items[i].anchor);
    free(headings->items);
    *headings = (struct local_headings){ 0 };
}

/* The heading of that anchor that `before` others precede. */
static bool find_anchor(const struct local_headings *headings, const char *anchor, size_t before,
                        size_t *offset)
{
    size_t low = 0;
    BISECT(low, headings->count, strcmp(headings->items[low].anchor, anchor) >= 0);
    if (before >= headings->count - low ||
        strcmp(headings->items[low + before].anchor, anchor) != 0)
        return false;
    *offset = headings->items[low + before].offset;
    return true;
}

/* "more-2": the third heading "more". */
static bool find_numbered(const struct local_headings *headings, char *anchor, size_t *offset)
{
    char *dash = strrchr(anchor, '-');
    if (dash == NULL || dash[1] < '1' || dash[1] > '9' ||
        dash[1 + strspn(dash + 1, "0123456789")] != '\0')
        return false;
    *dash = '\0';
    return find_anchor(headings, anchor, (size_t)strtoul(dash + 1, NULL, 10), offset);
}

/* {#id} and ^id are kept with a mark that no heading's anchor has. */
static bool find_named(const struct local_headings *headings, const char *name, size_t *offset)
{
    char *anchor = xasprintf("%c%s", NAMED, name);
    bool found = find_anchor(headings, anchor, 0, offset);
    free(anchor);
    return found;
}

bool local_headings_find(const struct local_headings *headings, const char *heading,
                         size_t *offset)
{
    char *anchor = make_anchor(heading, strlen(heading));
    bool found = find_named(headings, heading, offset) ||
                 find_anchor(headings, anchor, 0, offset) ||
                 find_numbered(headings, anchor, offset);
    free(anchor);
    if (!found && (heading[0] == '\0' || strcmp(heading, "top") == 0)) {
        *offset = 0;
        found = true;
    }
    return found;
}

bool local_link_heading(const struct document *document, const char *heading, size_t *offset)
{
    struct local_headings headings;
    local_headings_read(document, &headings);
    bool found = local_headings_find(&headings, heading, offset);
    local_headings_free(&headings);
    return found;
}

/* ---- targets ---- */

void local_target_free(struct local_target *target)
{
    free(target->path);
    free(target->heading);
    *target = (struct local_target){ 0 };
}

/* `name` as seen from the document's folder. */
static char *place_beside(const char *document_path, const char *name)
{
    size_t folder = (size_t)(file_base_name(document_path) - document_path);
    if (name[0] == '/')
        folder = 0;
    return xasprintf("%.*s%s", (int)folder, document_path, name);
}

/* The file that the first `length` bytes of `target` name; NULL when there is none. */
static char *find_file(const char *document_path, const char *target, size_t length)
{
    char *written = xstrndup(target, length);
    char *decoded = decode(target, length);
    char *path = place_beside(document_path, written);
    if (!file_exists(path)) {
        free(path);
        path = place_beside(document_path, decoded);
    }
    if (!file_exists(path)) {
        free(path);
        path = NULL;
    }
    free(decoded);
    free(written);
    return path;
}

bool local_link_resolve(const struct document *document, const char *document_path,
                        const char *target, struct local_target *out, struct error *error)
{
    size_t length = strcspn(target, "#");
    *out = (struct local_target){ 0 };
    if (target[0] == '\0') {
        error_set(error, "an empty link leads nowhere");
        return false;
    }
    if (length > 0) {
        out->path = find_file(document_path, target, length);
        if (out->path == NULL) {
            error_set(error, "%.*s: no such file", (int)length, target);
            return false;
        }
    }
    if (target[length] == '#')
        out->heading = decode(target + length + 1, strlen(target + length + 1));
    if (length > 0 || document == NULL ||
        local_link_heading(document, out->heading, &out->offset))
        return true;
    error_set(error, "#%s: no such heading", out->heading);
    local_target_free(out);
    return false;
}

bool local_link_note(const char *document_path, const char *name, struct local_target *out)
{
    static const char *const endings[] = { ".md", ".markdown", ".txt", "" };
    struct error error;
    int length = (int)strcspn(name, "#");
    bool found = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && length > 0 && !found; i++) {
        char *target = xasprintf("%.*s%s%s", length, name, endings[i], name + length);
        found = local_link_resolve(NULL, document_path, target, out, &error);
        free(target);
    }
    return found;
}
