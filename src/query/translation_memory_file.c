#include "query/translation_memory_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/xalloc.h"

#define MAGIC "diptych memory 2\n"

/* What is laid down as it lies in memory: a machine with another layout has other sizes. */
#define LAYOUT                                                                                     \
    (sizeof(struct side_sentence) | sizeof(struct side_mark) << 8 |                                \
     sizeof(struct alignment_item) << 16 | sizeof(struct evidence) << 24)

struct head {
    char magic[24];
    uint64_t layout;
    uint64_t world;
    uint64_t size;
    uint64_t texts;
    uint64_t pairs;
    uint64_t checksum; /* of the tables */
};

/* Offsets are from the beginning of the file and multiples of 8. */
struct text_record {
    uint64_t key;
    uint64_t text, length; /* a NUL behind it */
    uint64_t sentences, sentence_count;
    uint64_t marks, mark_count;
    uint64_t end;
    uint64_t checksum; /* from `text` to `end` */
};

struct pair_record {
    uint64_t key;
    uint64_t items, item_count;
    uint64_t evidence, evidence_count;
    uint64_t end;
    uint64_t checksum; /* from `items` to `end` */
};

struct translation_memory_file {
    const char *bytes;
    size_t size;
    const struct head *head;
    const struct text_record *texts;
    const struct pair_record *pairs;
};

/* ---- reading ---- */

static bool is_unharmed(const struct translation_memory_file *file, uint64_t start, uint64_t end,
                        uint64_t checksum)
{
    return start % 8 == 0 && start <= end && end <= file->size &&
           hash_checksum(file->bytes + start, (size_t)(end - start)) == checksum;
}

static bool fits(uint64_t at, uint64_t count, size_t item, size_t size)
{
    return at % 8 == 0 && at <= size && count <= (size - at) / item;
}

static bool is_whole(struct translation_memory_file *file, uint64_t world)
{
    const struct head *head = (const void *)file->bytes;
    if (file->size < sizeof *head || memcmp(head->magic, MAGIC, sizeof MAGIC) != 0 ||
        head->layout != LAYOUT || head->world != world || head->size != file->size)
        return false;
    uint64_t pairs = sizeof *head + head->texts * sizeof(struct text_record);
    if (!fits(sizeof *head, head->texts, sizeof(struct text_record), file->size) ||
        !fits(pairs, head->pairs, sizeof(struct pair_record), file->size))
        return false;
    file->head = head;
    file->texts = (const void *)(file->bytes + sizeof *head);
    file->pairs = (const void *)(file->bytes + pairs);
    size_t tables = (size_t)(pairs + head->pairs * sizeof(struct pair_record)) - sizeof *head;
    return hash_checksum(file->bytes + sizeof *head, tables) == head->checksum;
}

struct translation_memory_file *translation_memory_file_open(const char *path, uint64_t world)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (descriptor < 0)
        return NULL;
    struct translation_memory_file *file = xcalloc(1, sizeof *file);
    void *bytes = MAP_FAILED;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        file->size = (size_t)status.st_size;
        bytes = mmap(NULL, file->size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    }
    close(descriptor);
    file->bytes = bytes != MAP_FAILED ? bytes : NULL;
    if (file->bytes != NULL && is_whole(file, world))
        return file;
    translation_memory_file_close(file);
    return NULL;
}

void translation_memory_file_close(struct translation_memory_file *file)
{
    if (file == NULL)
        return;
    if (file->bytes != NULL)
        munmap((void *)(uintptr_t)file->bytes, file->size);
    free(file);
}

static int compare_keys(const void *key, const void *record)
{
    uint64_t a = *(const uint64_t *)key;
    uint64_t b = *(const uint64_t *)record; /* both kinds begin with it */
    return (a > b) - (a < b);
}

static bool is_inside(struct span span, size_t length)
{
    return span.start <= span.end && span.end <= length;
}

static bool is_sound_side(const struct side *side)
{
    size_t at = 0;
    for (size_t i = 0; i < side->count; i++) {
        if (side->sentences[i].span.start < at ||
            !is_inside(side->sentences[i].span, side->length))
            return false;
        at = side->sentences[i].span.end;
    }
    at = 0;
    for (size_t i = 0; i < side->mark_count; i++) {
        if (side->marks[i].span.start < at || !is_inside(side->marks[i].span, side->length))
            return false;
        at = side->marks[i].span.start;
    }
    return side->text[side->length] == '\0';
}

bool translation_memory_file_text(const struct translation_memory_file *file, uint64_t key,
                                  struct side *side)
{
    const struct text_record *record =
        file == NULL ? NULL : bsearch(&key, file->texts, (size_t)file->head->texts,
                                      sizeof *file->texts, compare_keys);
    if (record == NULL || record->length == UINT64_MAX ||
        !is_unharmed(file, record->text, record->end, record->checksum) ||
        !fits(record->text, record->length + 1, 1, file->size) ||
        !fits(record->sentences, record->sentence_count, sizeof(struct side_sentence),
              file->size) ||
        !fits(record->marks, record->mark_count, sizeof(struct side_mark), file->size))
        return false;
    *side = (struct side){ .text = file->bytes + record->text,
                           .length = (size_t)record->length,
                           .sentences = (const void *)(file->bytes + record->sentences),
                           .count = (size_t)record->sentence_count,
                           .marks = (const void *)(file->bytes + record->marks),
                           .mark_count = (size_t)record->mark_count };
    return is_sound_side(side);
}

static bool is_sound_pair(const struct alignment *alignment, const struct side *const sides[2])
{
    const struct side *a = sides[0];
    const struct side *b = sides[1];
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->a > a->count || item->a_count > a->count - item->a || item->b > b->count ||
            item->b_count > b->count - item->b || !is_inside(item->a_span, a->length) ||
            !is_inside(item->b_span, b->length) ||
            item->first_evidence > alignment->evidence.count ||
            item->evidence_count > alignment->evidence.count - item->first_evidence)
            return false;
    }
    for (size_t i = 0; i < alignment->evidence.count; i++) {
        const struct evidence *evidence = &alignment->evidence.items[i];
        if (!is_inside(evidence->a, a->length) || !is_inside(evidence->b, b->length))
            return false;
    }
    return true;
}

bool translation_memory_file_pair(const struct translation_memory_file *file, uint64_t key,
                                  const struct side *const sides[2], struct alignment *alignment)
{
    const struct pair_record *record =
        file == NULL ? NULL : bsearch(&key, file->pairs, (size_t)file->head->pairs,
                                      sizeof *file->pairs, compare_keys);
    if (record == NULL || !is_unharmed(file, record->items, record->end, record->checksum) ||
        !fits(record->items, record->item_count, sizeof(struct alignment_item), file->size) ||
        !fits(record->evidence, record->evidence_count, sizeof(struct evidence), file->size))
        return false;
    char *bytes = (char *)(uintptr_t)file->bytes; /* nobody writes there */
    *alignment = (struct alignment){ .items = (void *)(bytes + record->items),
                                     .count = (size_t)record->item_count };
    alignment->evidence.items = (void *)(bytes + record->evidence);
    alignment->evidence.count = (size_t)record->evidence_count;
    return is_sound_pair(alignment, sides);
}

/* ---- writing ---- */

/* Appends and pads to 8; returns where it stands. */
static uint64_t lay(struct buffer *out, const void *bytes, size_t length)
{
    uint64_t at = out->length;
    if (length > 0)
        buffer_add(out, bytes, length);
    while (out->length % 8 != 0)
        buffer_add_byte(out, '\0');
    return at;
}

static struct text_record lay_text(struct buffer *out, const struct translation_memory_text *text)
{
    const struct side *side = &text->side;
    struct text_record record = { .key = text->key,
                                  .length = side->length,
                                  .sentence_count = side->count,
                                  .mark_count = side->mark_count };
    record.text = out->length;
    buffer_add(out, side->text, side->length);
    lay(out, "", 1);
    record.sentences = lay(out, side->sentences, side->count * sizeof *side->sentences);
    record.marks = lay(out, side->marks, side->mark_count * sizeof *side->marks);
    record.end = out->length;
    record.checksum = hash_checksum(out->data + record.text, out->length - record.text);
    return record;
}

static struct pair_record lay_pair(struct buffer *out, const struct translation_memory_pair *pair)
{
    const struct alignment *alignment = &pair->alignment;
    const struct evidences *evidence = &alignment->evidence;
    struct pair_record record = { .key = pair->key,
                                  .item_count = alignment->count,
                                  .evidence_count = evidence->count };
    record.items = lay(out, alignment->items, alignment->count * sizeof *alignment->items);
    record.evidence = lay(out, evidence->items, evidence->count * sizeof *evidence->items);
    record.end = out->length;
    record.checksum = hash_checksum(out->data + record.items, out->length - record.items);
    return record;
}

bool translation_memory_file_write(const char *path, uint64_t world,
                                   struct translation_memory_texts *texts,
                                   struct translation_memory_pairs *pairs, struct error *error)
{
    struct head head = { .magic = MAGIC, .layout = LAYOUT, .world = world,
                         .texts = texts->count, .pairs = pairs->count };
    size_t tables = texts->count * sizeof(struct text_record) +
                    pairs->count * sizeof(struct pair_record);
    struct buffer out = { 0 };
    if (texts->count > 0)
        qsort(texts->items, texts->count, sizeof *texts->items, compare_keys);
    if (pairs->count > 0)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_keys);
    buffer_reserve(&out, sizeof head + tables);
    memset(out.data, 0, sizeof head + tables);
    out.length = sizeof head + tables;
    size_t at = sizeof head;
    for (size_t i = 0; i < texts->count; i++, at += sizeof(struct text_record)) {
        struct text_record record = lay_text(&out, &texts->items[i]);
        memcpy(out.data + at, &record, sizeof record);
    }
    for (size_t i = 0; i < pairs->count; i++, at += sizeof(struct pair_record)) {
        struct pair_record record = lay_pair(&out, &pairs->items[i]);
        memcpy(out.data + at, &record, sizeof record);
    }
    head.size = out.length;
    head.checksum = hash_checksum(out.data + sizeof head, tables);
    memcpy(out.data, &head, sizeof head);
    bool ok = file_write(path, out.data, out.length, error);
    buffer_free(&out);
    return ok;
}
