#include "entity/kwic.h"

#include "text/grapheme.h"
#include "text/width.h"

/* No more clusters than this are looked at, however narrow they are. */
#define CLUSTER_LIMIT 2000

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

static bool is_latin(char byte)
{
    return (unsigned char)byte < 0x80 && !is_space(byte);
}

/* Whether `at` lies inside a Latin word. */
static bool is_within_word(const char *text, size_t at)
{
    return is_latin(text[at - 1]) && is_latin(text[at]);
}

/* Cells of the cluster, white space of any kind being one. */
static size_t cells_of(const char *text, size_t start, size_t end)
{
    return is_space(text[start]) ? 1 : width_text(text + start, end - start);
}

/* Goes left while it fits; inside a word, back to the word's end if that is not far. */
static size_t left_end(const char *text, size_t start, size_t key, size_t cells)
{
    size_t at = key;
    size_t used = 0;
    for (int i = 0; at > start && i < CLUSTER_LIMIT; i++) {
        size_t before = grapheme_previous(text, at);
        before = before < start ? start : before;
        size_t width = cells_of(text, before, at);
        if (used + width > cells)
            break;
        used += width;
        at = before;
    }
    size_t word = at;
    while (word > start && word < key && is_within_word(text, word))
        word++;
    return word - at <= cells / 2 ? word : at;
}

static size_t right_end(const char *text, size_t key, size_t end, size_t cells)
{
    size_t at = key;
    size_t used = 0;
    for (int i = 0; at < end && i < CLUSTER_LIMIT; i++) {
        size_t next = grapheme_next(text, end, at);
        size_t width = cells_of(text, at, next);
        if (used + width > cells)
            break;
        used += width;
        at = next;
    }
    size_t word = at;
    while (word > key && word < end && is_within_word(text, word))
        word--;
    return at - word <= cells / 2 ? word : at;
}

struct kwic kwic_around(const struct document *document, struct span key, size_t left,
                        size_t right)
{
    const char *text = document->text;
    struct span block = key;
    if (document->block_count > 0) {
        const struct block *b = &document->blocks[document_block_at(document, key.start)];
        block.start = b->start < key.start ? b->start : key.start;
        block.end = b->end > key.end ? b->end : key.end;
    }
    struct kwic kwic = { .key = key };
    kwic.left = (struct span){ left_end(text, block.start, key.start, left), key.start };
    kwic.right = (struct span){ key.end, right_end(text, key.end, block.end, right) };
    kwic.left_cut = kwic.left.start > block.start;
    kwic.right_cut = kwic.right.end < block.end;
    return kwic;
}

void kwic_add(struct buffer *out, const struct document *document, struct span span)
{
    const char *text = document->text;
    for (size_t at = span.start; at < span.end; at++) {
        bool space = is_space(text[at]);
        if (space && at > span.start && is_space(text[at - 1]))
            continue;
        buffer_add_byte(out, space ? ' ' : text[at]);
    }
}
