#include "entity/linker.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "entity/matcher.h"
#include "entity/surroundings.h"

#define NEVER SIZE_MAX

struct linker {
    struct names *names;
    struct matcher *matcher;
    size_t entities; /* one more than the greatest number */
};

/* One run over a document. */
struct reading {
    const struct linker *linker;
    const struct document *document;
    struct mentions *mentions;
    size_t *introduced; /* by entity: where its full name stood last, NEVER */
    size_t first; /* mention of this document */
    bool heading;
};

/* The entities that the names spelled so may mean. */
struct choice {
    uint32_t name; /* NAMES_NONE: nobody */
    size_t introduced;
    bool several;
};

void mentions_free(struct mentions *mentions)
{
    free(mentions->items);
    *mentions = (struct mentions){ 0 };
}

size_t mentions_first_after(const struct mentions *mentions, size_t offset)
{
    size_t low = 0;
    size_t high = mentions->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (mentions->items[middle].end > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bool linker_add(struct names *names, const char *name, uint32_t entity, enum name_role role,
                unsigned flags)
{
    size_t length = strlen(name);
    if (!names_add(names, name, length, entity, role, flags))
        return false;
    if (strncmp(name, "The ", 4) == 0) {
        char *small = xstrdup(name);
        small[0] = 't';
        names_add(names, small, length, entity, role, flags);
        free(small);
    }
    return true;
}

struct linker *linker_new(struct names *names)
{
    struct linker *linker = xmalloc(sizeof *linker);
    *linker = (struct linker){ names, matcher_new(names), 0 };
    for (size_t i = 0; i < names->count; i++) {
        if (names->items[i].entity >= linker->entities)
            linker->entities = (size_t)names->items[i].entity + 1;
    }
    return linker;
}

void linker_free(struct linker *linker)
{
    if (linker == NULL)
        return;
    matcher_free(linker->matcher);
    free(linker);
}

/* ---- whom a name means ---- */

/* Prefers who was introduced later, then who comes first. */
static void consider(const struct reading *reading, struct choice *choice, uint32_t number)
{
    const struct name *items = reading->linker->names->items;
    size_t introduced = reading->introduced[items[number].entity];
    if (choice->name == NAMES_NONE) {
        *choice = (struct choice){ number, introduced, false };
        return;
    }
    if (items[choice->name].entity == items[number].entity)
        return;
    choice->several = true;
    bool later = introduced != NEVER &&
                 (choice->introduced == NEVER || introduced > choice->introduced);
    if (later) {
        choice->name = number;
        choice->introduced = introduced;
    }
}

/* Full names among those spelled so; else short ones, introduced or (`all`) not. */
static struct choice choose(const struct reading *reading, const struct match *match, bool full,
                            bool all)
{
    const struct names *names = reading->linker->names;
    struct choice choice = { NAMES_NONE, NEVER, false };
    const char *text = reading->document->text + match->start;
    for (uint32_t i = match->name; i != NAMES_NONE; i = names->items[i].twin) {
        const struct name *name = &names->items[i];
        bool wanted = (name->role != ROLE_SHORT) == full &&
                      (full || all || reading->introduced[name->entity] != NEVER);
        if (wanted && names_agree(names, i, text, match->end - match->start))
            consider(reading, &choice, i);
    }
    return choice;
}

static bool is_of_person(const struct reading *reading, uint32_t number)
{
    return (reading->linker->names->items[number].flags & NAME_PERSON) != 0;
}

static struct choice choose_short(const struct reading *reading, const struct match *match,
                                  const struct surroundings *around, bool *titled)
{
    *titled = surroundings_are_titled(around);
    struct choice choice = choose(reading, match, false, false);
    if (choice.name == NAMES_NONE && *titled)
        choice = choose(reading, match, false, true);
    if (choice.name != NAMES_NONE && is_of_person(reading, choice.name) && !*titled &&
        !reading->heading && surroundings_are_other_name(around))
        choice.name = NAMES_NONE;
    return choice;
}

static bool accept(void *context, const struct match *match)
{
    struct reading *reading = context;
    const struct document *document = reading->document;
    struct surroundings around = { document->text, document->length, match->start, match->end };
    const struct mentions *mentions = reading->mentions;
    bool taken = mentions->count > reading->first &&
                 mentions->items[mentions->count - 1].end > match->start;
    if (taken || (document_style_at(document, match->start) & STYLE_CODE) != 0 ||
        surroundings_are_address(&around))
        return false;
    bool introduces = true;
    struct choice choice = choose(reading, match, true, false);
    if (choice.name == NAMES_NONE)
        choice = choose_short(reading, match, &around, &introduces);
    if (choice.name == NAMES_NONE)
        return false;
    const struct name *name = &reading->linker->names->items[choice.name];
    if (is_of_person(reading, choice.name) && (document->text[match->start] & 0x80) != 0 &&
        surroundings_are_dotted(&around))
        return false;
    size_t end = name->role == ROLE_SHORT ? match->end : surroundings_domain_end(&around);
    VECTOR_PUSH(reading->mentions, (struct mention){ match->start, end, name->entity, choice.name,
                                                     choice.several });
    if (introduces)
        reading->introduced[name->entity] = match->start;
    return true;
}

/* ---- the document ---- */

/* Makes one mention of a name and another one in brackets behind it. */
static void join_brackets(const struct document *document, struct mentions *mentions, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < mentions->count; i++) {
        struct mention *mention = &mentions->items[i];
        struct mention *last = kept > first ? &mentions->items[kept - 1] : NULL;
        if (last != NULL && last->entity == mention->entity && mention->start - last->end < 16) {
            struct surroundings around = { document->text, document->length, last->start,
                                           last->end };
            size_t end = surroundings_bracketed(&around, mention->start, mention->end);
            if (end != 0) {
                last->end = end;
                last->uncertain &= mention->uncertain;
                continue;
            }
        }
        mentions->items[kept++] = *mention;
    }
    mentions->count = kept;
}

static size_t last_block_of(const struct document *document, size_t block)
{
    while (block + 1 < document->block_count &&
           (document->blocks[block + 1].flags & BLOCK_CONTINUES) != 0)
        block++;
    return block;
}

/* Cells of a table row are divided by tabs. */
static void read_row(struct reading *reading, size_t start, size_t end)
{
    const struct document *document = reading->document;
    while (start < end) {
        const char *tab = memchr(document->text + start, '\t', end - start);
        size_t cell_end = tab == NULL ? end : (size_t)(tab - document->text);
        matcher_run(reading->linker->matcher, document->text, document->length, start, cell_end,
                    accept, reading);
        start = cell_end + 1;
    }
}

static void read_block(struct reading *reading, const struct block *block, size_t end)
{
    reading->heading = block->kind == BLOCK_HEADING;
    if (block->kind == BLOCK_TABLE_ROW)
        read_row(reading, block->start, end);
    else if (block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH)
        matcher_run(reading->linker->matcher, reading->document->text, reading->document->length,
                    block->start, end, accept, reading);
}

void linker_run(const struct linker *linker, const struct document *document,
                struct mentions *mentions)
{
    size_t first = mentions->count;
    struct reading reading = { linker, document, mentions, NULL, first, false };
    reading.introduced = xreallocarray(NULL, linker->entities + 1, sizeof *reading.introduced);
    memset(reading.introduced, 0xFF, (linker->entities + 1) * sizeof *reading.introduced);
    for (size_t i = 0; i < document->block_count; i++) {
        size_t last = last_block_of(document, i);
        read_block(&reading, &document->blocks[i], document->blocks[last].end);
        i = last;
    }
    free(reading.introduced);
    join_brackets(document, mentions, first);
}
