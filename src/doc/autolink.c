#include "doc/autolink.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/ascii.h"

struct found_links {
    struct link *items;
    size_t count;
    size_t capacity;
};

/* End of the run of bytes that an address may have; other scripts are written in escapes. */
static size_t run_end(const char *text, size_t at, size_t end)
{
    while (at < end && (unsigned char)text[at] > ' ' && (unsigned char)text[at] < 0x7F &&
           strchr("<>\"`{}|\\^", text[at]) == NULL)
        at++;
    return at;
}

static long balance(const char *text, size_t at, size_t end, char open, char close)
{
    long depth = 0;
    for (; at < end; at++)
        depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
    return depth;
}

/* Without the punctuation of the sentence around it; a bracket that opens within stays closed. */
static size_t trim(const char *text, size_t at, size_t end)
{
    long round = balance(text, at, end, '(', ')');
    long square = balance(text, at, end, '[', ']');
    for (; end > at; end--) {
        char last = text[end - 1];
        bool stray = (last == ')' && round < 0) || (last == ']' && square < 0);
        if (!stray && strchr(".,;:!?'*_~([", last) == NULL)
            break;
        round += last == ')' ? 1 : last == '(' ? -1 : 0;
        square += last == ']' ? 1 : last == '[' ? -1 : 0;
    }
    return end;
}

/* Length of what the address at text[at] begins with; 0 when none begins there. */
static size_t scheme_at(const char *text, size_t at, size_t end)
{
    static const char *const schemes[] = { "https://", "http://", "www." };
    if (at > 0 && (ascii_is_alphanumeric(text[at - 1]) || strchr("/@:.-_=&", text[at - 1]) != NULL))
        return 0;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t length = strlen(schemes[i]);
        if (end - at > length && memcmp(text + at, schemes[i], length) == 0 &&
            ascii_is_alphanumeric(text[at + length]))
            return length;
    }
    return 0;
}

static void add(struct found_links *found, const char *text, size_t at, size_t end)
{
    char *target = text[at] == 'w' ? xasprintf("http://%.*s", (int)(end - at), text + at)
                                   : xstrndup(text + at, end - at);
    VECTOR_PUSH(found, (struct link){ .span = { at, end }, .kind = LINK_URL, .target = target });
}

/* The first style or link that ends behind `at`; both lists are sorted, and asked in order. */
struct marked {
    const struct document *document;
    size_t style;
    size_t link;
};

static bool is_taken(struct marked *marked, size_t at, size_t end)
{
    const struct document *document = marked->document;
    while (marked->link < document->link_count &&
           document->links[marked->link].span.end <= at)
        marked->link++;
    while (marked->style < document->style_count && document->styles[marked->style].end <= at)
        marked->style++;
    if (marked->link < document->link_count && document->links[marked->link].span.start < end)
        return true;
    if (marked->style >= document->style_count)
        return false;
    const struct style_run *style = &document->styles[marked->style];
    return style->start <= at && (style->bits & STYLE_CODE) != 0;
}

/* Where the next address may begin, at a "w" or before a colon; `end` when nowhere. `next` keeps
 * what was found of each. */
static size_t next_start(const char *text, size_t at, size_t end, size_t next[2])
{
    static const char signs[2] = { 'w', ':' };
    for (size_t i = 0; i < 2; i++) {
        if (next[i] < at || next[i] == SIZE_MAX) {
            const char *sign = memchr(text + at, signs[i], end - at);
            next[i] = sign != NULL ? (size_t)(sign - text) : end;
        }
    }
    return next[0] < next[1] ? next[0] : next[1];
}

/* Back from the colon to where "http" or "https" begins. */
static size_t scheme_start(const char *text, size_t colon, size_t least)
{
    size_t length = colon > least && text[colon - 1] == 's' ? 5 : 4;
    return colon - least >= length ? colon - length : colon;
}

static void find_in_block(struct marked *marked, size_t least, size_t end,
                          struct found_links *found)
{
    const char *text = marked->document->text;
    size_t at = least;
    size_t next[2] = { SIZE_MAX, SIZE_MAX }; /* not looked for yet */
    while (at < end && found->count < AUTOLINK_MOST) {
        size_t sign = next_start(text, at, end, next);
        if (sign == end)
            return;
        size_t start = text[sign] == ':' ? scheme_start(text, sign, least) : sign;
        size_t scheme = scheme_at(text, start, end);
        at = sign + 1;
        if (scheme == 0)
            continue;
        size_t stop = trim(text, start, run_end(text, start, end));
        bool dotted = text[start] != 'w' ||
                      memchr(text + start + scheme, '.', stop - start - scheme) != NULL;
        if (stop > start + scheme && dotted && !is_taken(marked, start, stop))
            add(found, text, start, stop);
        at = stop > at ? stop : at;
    }
}

/* Puts the links that were found among those that there are. */
static void merge(struct document *document, struct found_links *found)
{
    size_t total = document->link_count + found->count;
    struct link *links = xcalloc(total, sizeof *links);
    size_t old = 0;
    size_t fresh = 0;
    for (size_t i = 0; i < total; i++) {
        bool take_old = fresh == found->count ||
                        (old < document->link_count &&
                         document->links[old].span.start < found->items[fresh].span.start);
        links[i] = take_old ? document->links[old++] : found->items[fresh++];
    }
    free(document->links);
    document->links = links;
    document->link_count = total;
}

void autolink_add(struct document *document, bool in_code)
{
    struct marked marked = { document, 0, 0 };
    struct found_links found = { 0 };
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_CODE || in_code)
            find_in_block(&marked, block->start, block->end, &found);
    }
    if (found.count > 0)
        merge(document, &found);
    free(found.items);
}
