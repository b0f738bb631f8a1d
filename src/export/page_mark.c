#include "export/page_mark.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "text/utf8.h"

/* What is marked ends where its last block does, whatever blank lines the selection went on for. */
static size_t place_number(const struct document *document, size_t start, size_t end)
{
    size_t block = end > start ? document_block_at(document, end - 1) : 0;
    if (block >= document->block_count)
        return end;
    size_t last = document->blocks[block].end;
    return last < end && last > start ? last : end;
}

static bool is_placed(const struct record_place *place)
{
    return (place->state == ANCHOR_EXACT || place->state == ANCHOR_MOVED) &&
           place->end > place->start;
}

static bool is_in(const struct note_record *record, enum target_role role, const char *article)
{
    const struct annotation_target *target = record_target(record, role);
    const char *now = record->places[role].article;
    return target != NULL && strcmp(now != NULL ? now : target->article, article) == 0;
}

static void add_mark(struct page_marks *marks, const struct document *document,
                     const struct note_record *record, enum target_role role)
{
    const struct record_place *place = &record->places[role];
    struct page_mark mark = { .record = record, .role = role };
    mark.start = utf8_offset(document->text, document->length, place->start);
    mark.end = mark.start + utf8_offset(document->text + mark.start, document->length - mark.start,
                                        place->end - place->start);
    mark.at = place_number(document, mark.start, mark.end);
    if (mark.start < mark.end)
        VECTOR_PUSH(marks, mark);
}

static int compare(const void *a, const void *b)
{
    const struct page_mark *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    int ids = strcmp(x->record->annotation->id, y->record->annotation->id);
    return ids != 0 ? ids : (x->role > y->role) - (x->role < y->role);
}

void page_marks_find(struct page_marks *marks, const struct document *document, const char *article,
                     const struct note_record *records, size_t count, size_t first)
{
    for (size_t i = 0; i < count; i++) {
        for (int role = TARGET_SELECTION; role <= TARGET_COUNTERPART; role++) {
            if (is_in(&records[i], (enum target_role)role, article) &&
                is_placed(&records[i].places[role]))
                add_mark(marks, document, &records[i], (enum target_role)role);
        }
    }
    if (marks->count > 0)
        qsort(marks->items, marks->count, sizeof *marks->items, compare);
    for (size_t i = 0; i < marks->count; i++)
        marks->items[i].number = first + i;
}

void page_marks_free(struct page_marks *marks)
{
    free(marks->items);
    *marks = (struct page_marks){ 0 };
}

bool page_mark_is_missing(const struct note_record *record, const char *article)
{
    for (int role = TARGET_SELECTION; role <= TARGET_COUNTERPART; role++) {
        if (is_in(record, (enum target_role)role, article) && !is_placed(&record->places[role]))
            return true;
    }
    return false;
}
