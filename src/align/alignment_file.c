#include "align/alignment_file.h"

#include <stdlib.h>
#include <string.h>

#include "align/comparable.h"
#include "align/weights.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/xalloc.h"
#include "dictionary/lexicon_file.h"

#define MAGIC "diptych bitext 2\n"
#define FILE_MOST ((size_t)1 << 30)

struct head {
    char magic[24];
    uint64_t key;
    uint64_t checksum; /* of all the rest, this being 0 */
    uint64_t items;
    uint64_t evidence;
};

static uint64_t sum_file(struct head head, const char *body, size_t length)
{
    head.checksum = 0;
    return hash_checksum((const char *)&head, sizeof head) ^ hash_checksum(body, length);
}

/* ---- the key ---- */

static uint64_t mix_span(uint64_t key, struct span span)
{
    return hash_mix(hash_mix(key, span.start), span.end);
}

static uint64_t mix_side(uint64_t key, const struct side *side)
{
    key = hash_mix(key, hash_checksum(side->text, side->length));
    for (size_t i = 0; i < side->count; i++) {
        const struct side_sentence *sentence = &side->sentences[i];
        key = mix_span(key, sentence->span);
        key = hash_mix(key, (uint64_t)sentence->paragraph << 4 | (uint64_t)sentence->item << 3 |
                                (uint64_t)sentence->row << 2 | (uint64_t)sentence->heading << 1 |
                                sentence->code);
    }
    for (size_t i = 0; i < side->mark_count; i++) {
        key = mix_span(key, side->marks[i].span);
        key = hash_mix(key, (uint64_t)side->marks[i].id << 1 |
                                (side->marks[i].kind == MARK_FIGURE));
    }
    const struct figure_date *published = &side->published;
    key = hash_mix(key, (uint64_t)published->year * 400 + published->month * 32U + published->day);
    return hash_mix(key, side->count);
}

uint64_t alignment_key(const struct parallel_task *task)
{
    uint64_t key = hash_mix(WEIGHTS_VERSION, lexicon_fingerprint(task->lexicon));
    key = hash_mix(hash_mix(key, COMPARABLE_VERSION), (uint64_t)task->mode);
    key = mix_side(key, task->a);
    key = mix_side(key, task->b);
    for (size_t i = 0; i < task->pin_count; i++) {
        key = mix_span(key, task->pins[i].a);
        key = mix_span(key, task->pins[i].b);
    }
    return key;
}

/* ---- reading ---- */

static bool fits_side(const struct side *side, uint32_t first, uint32_t count, struct span span)
{
    return first <= side->count && count <= side->count - first && span.start <= span.end &&
           span.end <= side->length;
}

static bool fits(const struct parallel_task *task, const struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (!fits_side(task->a, item->a, item->a_count, item->a_span) ||
            !fits_side(task->b, item->b, item->b_count, item->b_span) ||
            item->first_evidence > alignment->evidence.count ||
            item->evidence_count > alignment->evidence.count - item->first_evidence)
            return false;
    }
    for (size_t i = 0; i < alignment->evidence.count; i++) {
        const struct evidence *evidence = &alignment->evidence.items[i];
        if (!fits_side(task->a, 0, 0, evidence->a) || !fits_side(task->b, 0, 0, evidence->b))
            return false;
    }
    return true;
}

static void *copy(const char *bytes, size_t count, size_t size)
{
    void *items = xcalloc(count + 1, size);
    if (count > 0)
        memcpy(items, bytes, count * size);
    return items;
}

static bool read_bytes(const struct buffer *bytes, uint64_t key, struct alignment *alignment)
{
    struct head head;
    if (bytes->length < sizeof head)
        return false;
    memcpy(&head, bytes->data, sizeof head);
    const char *body = bytes->data + sizeof head;
    size_t length = bytes->length - sizeof head;
    if (strncmp(head.magic, MAGIC, sizeof head.magic) != 0 || head.key != key ||
        head.items > length / sizeof *alignment->items ||
        head.evidence > length / sizeof *alignment->evidence.items ||
        head.items * sizeof *alignment->items + head.evidence * sizeof *alignment->evidence.items !=
            length ||
        head.checksum != sum_file(head, body, length))
        return false;
    alignment->count = alignment->capacity = (size_t)head.items;
    alignment->items = copy(body, alignment->count, sizeof *alignment->items);
    body += alignment->count * sizeof *alignment->items;
    alignment->evidence.count = alignment->evidence.capacity = (size_t)head.evidence;
    alignment->evidence.items =
        copy(body, alignment->evidence.count, sizeof *alignment->evidence.items);
    return true;
}

bool alignment_load(const char *path, uint64_t key, const struct parallel_task *task,
                    struct alignment *alignment)
{
    struct buffer bytes = { 0 };
    bool ok = file_read(path, FILE_MOST, &bytes, NULL) && read_bytes(&bytes, key, alignment);
    buffer_free(&bytes);
    if (ok && fits(task, alignment))
        return true;
    alignment_free(alignment);
    return false;
}

/* ---- writing ---- */

/* The structs' padding goes out as zeros: what lies on disk depends on the alignment alone. */
static void add_items(struct buffer *out, const struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->count; i++) {
        struct alignment_item item;
        memset(&item, 0, sizeof item);
        item.a = alignment->items[i].a;
        item.a_count = alignment->items[i].a_count;
        item.b = alignment->items[i].b;
        item.b_count = alignment->items[i].b_count;
        item.a_span = alignment->items[i].a_span;
        item.b_span = alignment->items[i].b_span;
        item.confidence = alignment->items[i].confidence;
        item.kind = alignment->items[i].kind;
        item.first_evidence = alignment->items[i].first_evidence;
        item.evidence_count = alignment->items[i].evidence_count;
        buffer_add(out, (const char *)&item, sizeof item);
    }
}

bool alignment_save(const char *path, uint64_t key, const struct alignment *alignment,
                    struct error *error)
{
    struct head head = { .magic = MAGIC, .key = key };
    struct buffer body = { 0 }, file = { 0 };
    add_items(&body, alignment);
    if (alignment->evidence.count > 0)
        buffer_add(&body, (const char *)alignment->evidence.items,
                   alignment->evidence.count * sizeof *alignment->evidence.items);
    head.items = alignment->count;
    head.evidence = alignment->evidence.count;
    head.checksum = sum_file(head, buffer_text(&body), body.length);
    buffer_add(&file, (const char *)&head, sizeof head);
    buffer_add(&file, buffer_text(&body), body.length);
    bool ok = file_write(path, file.data, file.length, error);
    buffer_free(&body);
    buffer_free(&file);
    return ok;
}
