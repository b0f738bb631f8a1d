/* A text, and a quote with its context to be found in it, apart by NUL bytes: text, quote, prefix,
 * suffix; the first byte of the input is about where the quote stood. Every place lies in the text,
 * and what is called exact begins where it began and reads as the quote: invisible characters and
 * dots of an ellipsis may have come or gone within. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "notes/anchor.h"
#include "notes/anchor_text.h"
#include "text/sanitize.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void next_part(const char **at, const char *end, struct buffer *out)
{
    const char *zero = *at < end ? memchr(*at, '\0', (size_t)(end - *at)) : NULL;
    const char *stop = zero != NULL ? zero : end;
    buffer_reserve(out, 0);
    sanitize_source(*at, (size_t)(stop - *at), out, NULL);
    *at = zero != NULL ? zero + 1 : end;
}

static void check_place(const struct anchor_place *place, size_t count)
{
    if (place->start >= place->end || place->end > count)
        abort();
}

/* The next folded code point that is no part of an ellipsis, 0 at the end. */
static uint32_t next_read(const uint32_t *points, size_t count, size_t *at)
{
    while (*at < count && (points[*at] == '.' || points[*at] == 0x2026))
        ++*at;
    return *at < count ? points[(*at)++] : 0;
}

static void check_exact(const struct anchor_text *text, const struct anchor_place *place,
                        const struct annotation_target *target)
{
    struct buffer passage = { 0 };
    size_t start = utf8_offset(text->text, text->length, place->start);
    size_t end = utf8_offset(text->text, text->length, place->end);
    size_t counts[2];
    buffer_add(&passage, text->text + start, end - start);
    uint32_t *quote = anchor_text_fold(target->quote, &counts[0]);
    uint32_t *found = anchor_text_fold(passage.data, &counts[1]);
    size_t at[2] = { 0, 0 };
    uint32_t wanted = 1;
    while (wanted != 0) {
        wanted = next_read(quote, counts[0], &at[0]);
        if (next_read(found, counts[1], &at[1]) != wanted)
            abort();
    }
    if (place->start != target->start)
        abort();
    free(quote);
    free(found);
    buffer_free(&passage);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer parts[4] = { { 0 } };
    struct annotation made;
    const char *at = (const char *)data + (size > 0);
    const char *end = (const char *)data + size;
    for (size_t i = 0; i < 4; i++)
        next_part(&at, end, &parts[i]);
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    annotation_set(&target->quote, parts[1].data);
    annotation_set(&target->prefix, parts[2].data);
    annotation_set(&target->suffix, parts[3].data);
    target->start = size > 0 ? data[0] : 0;
    target->end = target->start + utf8_count(parts[1].data, parts[1].length);
    struct anchor_text *text = anchor_text_new(parts[0].data, parts[0].length);
    size_t count = utf8_count(parts[0].data, parts[0].length);
    for (int round = 0; round < 2; round++) {
        struct anchor anchor = anchor_find(text, target);
        if (anchor.state == ANCHOR_EXACT || anchor.state == ANCHOR_MOVED)
            check_place(&anchor.place, count);
        if (anchor.state == ANCHOR_EXACT)
            check_exact(text, &anchor.place, target);
        for (size_t i = 0; i < anchor.candidate_count; i++)
            check_place(&anchor.candidates[i], count);
        annotation_set(&target->hash, text->hash);
    }
    struct anchor_place places[4];
    size_t found =
        anchor_occurrences(text, target->quote, target->prefix, target->suffix, places, 4);
    for (size_t i = 0; i < found && i < 4; i++)
        check_place(&places[i], count);
    anchor_text_free(text);
    annotation_free(&made);
    for (size_t i = 0; i < 4; i++)
        buffer_free(&parts[i]);
    return 0;
}
