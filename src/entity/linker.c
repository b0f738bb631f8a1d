#include "entity/linker.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "entity/capitals.h"
#include "entity/matcher.h"
#include "entity/everyday_han.h"
#include "entity/han_segment.h"
#include "entity/longer_body.h"
#include "entity/longer_place.h"
#include "entity/longer_word.h"
#include "entity/surroundings.h"
#include "text/commonword.h"
#include "text/fold.h"

#define NEVER SIZE_MAX

struct linker {
    struct names *names;
    struct matcher *matcher;
    struct han_segment *segment;
    size_t entities; /* one more than the greatest number */
};

/* What a document has told of an entity so far. */
struct told {
    size_t introduced; /* where its full name stood last, NEVER */
    bool namesake;     /* somebody else was named who shares a name with it */
};

/* One run over a document. */
struct reading {
    const struct linker *linker;
    const struct document *document;
    struct mentions *mentions;
    struct told *told; /* by entity */
    size_t first; /* mention of this document */
    bool heading;
};

/* The entities that the names spelled so may mean. */
struct choice {
    uint32_t name; /* NAMES_NONE: nobody */
    size_t introduced;
    bool uncertain;
};

void mentions_free(struct mentions *mentions)
{
    free(mentions->items);
    *mentions = (struct mentions){ 0 };
}

size_t mentions_first_after(const struct mentions *mentions, size_t offset)
{
    size_t low = 0;
    BISECT(low, mentions->count, mentions->items[low].end > offset);
    return low;
}

/* Texts leave accents out: Nestle for Nestlé. */
static void add_plain(struct names *names, const char *name, uint32_t entity, enum name_role role, unsigned flags)
{
    struct fold with = { 0 }, plain = { 0 };
    fold_text(name, strlen(name), 0, &with);
    fold_text(name, strlen(name), FOLD_MARKS, &plain);
    if (strcmp(plain.text, with.text) != 0)
        (void)names_add(names, plain.text, plain.length, entity, role, flags);
    fold_free(&with);
    fold_free(&plain);
}

bool linker_add(struct names *names, const char *name, uint32_t entity, enum name_role role,
                unsigned flags)
{
    size_t length = strlen(name);
    if (commonword_is(name, length))
        flags |= NAME_COMMON;
    if (!names_add(names, name, length, entity, role, flags))
        return false;
    add_plain(names, name, entity, role, flags);
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
    *linker = (struct linker){ names, matcher_new(names), han_segment_new(), 0 };
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
    han_segment_free(linker->segment);
    free(linker);
}

/* ---- whom a name means ---- */

static bool is_introduced(const struct reading *reading, uint32_t number)
{
    const struct name *name = &reading->linker->names->items[number];
    return reading->told[name->entity].introduced != NEVER;
}

/* Prefers who was introduced later, then who comes first. */
static void consider(const struct reading *reading, struct choice *choice, uint32_t number)
{
    const struct name *items = reading->linker->names->items;
    const struct told *told = &reading->told[items[number].entity];
    size_t introduced = told->introduced;
    if (choice->name == NAMES_NONE) {
        bool doubt = items[number].role == ROLE_SHORT && told->namesake;
        *choice = (struct choice){ number, introduced, doubt };
        return;
    }
    if (items[choice->name].entity == items[number].entity)
        return;
    choice->uncertain = true;
    bool later = introduced != NEVER &&
                 (choice->introduced == NEVER || introduced > choice->introduced);
    if (later) {
        choice->name = number;
        choice->introduced = introduced;
    }
}

/* Names that may be chosen: full ones; short ones of who is introduced, of whom a title
 * introduces, of anybody. */
enum reach { REACH_FULL, REACH_INTRODUCED, REACH_TITLED, REACH_SHORT };

static bool is_in_reach(const struct reading *reading, uint32_t number, enum reach reach)
{
    const struct name *name = &reading->linker->names->items[number];
    if (reach == REACH_FULL)
        return name->role == ROLE_FULL || name->role == ROLE_ALIAS;
    if (name->role != ROLE_SHORT)
        return false;
    return reach == REACH_SHORT || is_introduced(reading, number) ||
           (reach == REACH_TITLED && !reading->told[name->entity].namesake);
}

static struct choice choose(const struct reading *reading, const struct match *match,
                            enum reach reach)
{
    const struct names *names = reading->linker->names;
    struct choice choice = { NAMES_NONE, NEVER, false };
    const char *text = reading->document->text + match->start;
    for (uint32_t i = match->name; i != NAMES_NONE; i = names->items[i].twin) {
        if (is_in_reach(reading, i, reach) && names_agree(names, i, text, match->end - match->start))
            consider(reading, &choice, i);
    }
    return choice;
}

/* Whether an entity excepts what is spelled so. */
static bool is_excepted(const struct reading *reading, const struct match *match)
{
    const struct names *names = reading->linker->names;
    const char *text = reading->document->text + match->start;
    for (uint32_t i = match->name; i != NAMES_NONE; i = names->items[i].twin) {
        if (names->items[i].role == ROLE_EXCEPT &&
            names_agree(names, i, text, match->end - match->start))
            return true;
    }
    return false;
}

/* Notes that somebody is named like the people who have the name. */
static void meet_namesake(struct reading *reading, const struct match *match)
{
    const struct names *names = reading->linker->names;
    for (uint32_t i = match->name; i != NAMES_NONE; i = names->items[i].twin) {
        if ((names->items[i].flags & NAME_PERSON) != 0)
            reading->told[names->items[i].entity].namesake = true;
    }
}

/* A person's name that others may share: a short one, or a full one of one word. */
static bool is_shared(const struct reading *reading, const struct match *match, uint32_t number)
{
    const struct name *name = &reading->linker->names->items[number];
    const char *text = reading->document->text + match->start;
    return (name->flags & NAME_PERSON) != 0 &&
           (name->role == ROLE_SHORT || memchr(text, ' ', match->end - match->start) == NULL);
}

/* A part of a longer name that is not known: Pony Ma, 哈利·波特, Times Square. */
static bool is_part(const struct reading *reading, const struct match *match,
                    const struct surroundings *around, uint32_t number, bool titled)
{
    bool common = (reading->linker->names->items[number].flags & NAME_COMMON) != 0 &&
                  !capitals_throughout(around); /* US Subsidiary */
    if (!common && !is_shared(reading, match, number))
        return false;
    if ((reading->document->text[match->start] & 0x80) != 0)
        return surroundings_are_dotted(around);
    if (reading->heading)
        return false;
    return (!titled && surroundings_are_led(around)) ||
           (surroundings_go_on(around) && !capitals_have_company(around));
}

/* A short name in capitals that stands for something else as likely: Boston, MA. */
static bool is_abbreviation(const struct reading *reading, const struct match *match,
                            const struct surroundings *around)
{
    const struct names *names = reading->linker->names;
    size_t length = match->end - match->start;
    bool as_written = names->items[match->name].length == length &&
                      memcmp(reading->document->text + match->start,
                             names_text(names, match->name), length) == 0;
    return !as_written && capitals_throughout(around) && !capitals_are_around(around);
}

static struct choice choose_short(struct reading *reading, const struct match *match,
                                  const struct surroundings *around, bool titled)
{
    static const struct choice nobody = { NAMES_NONE, NEVER, false };
    struct choice choice = choose(reading, match, REACH_SHORT);
    if (choice.name == NAMES_NONE)
        return nobody;
    if (is_part(reading, match, around, choice.name, titled)) {
        meet_namesake(reading, match);
        return nobody;
    }
    if (!titled && is_abbreviation(reading, match, around))
        return nobody;
    choice = choose(reading, match, REACH_INTRODUCED);
    return choice.name == NAMES_NONE && titled ? choose(reading, match, REACH_TITLED) : choice;
}

static struct choice choose_full(struct reading *reading, const struct match *match,
                                 const struct surroundings *around)
{
    struct choice choice = choose(reading, match, REACH_FULL);
    if (choice.name == NAMES_NONE)
        return choice;
    if (is_part(reading, match, around, choice.name, false)) {
        meet_namesake(reading, match);
        choice.name = NAMES_NONE;
    } else if (is_shared(reading, match, choice.name)) {
        const struct name *name = &reading->linker->names->items[choice.name];
        bool namesake = reading->told[name->entity].namesake;
        choice.uncertain |= namesake;
        if (namesake && choice.introduced == NEVER)
            choice.name = NAMES_NONE;
    }
    return choice;
}

/* The same of Chinese: once it is known that the company is meant, every word is it. */
static bool is_mere_han(const struct reading *reading, const struct surroundings *around,
                        const struct choice *choice)
{
    const struct name *name = &reading->linker->names->items[choice->name];
    return !reading->heading && (name->flags & NAME_PERSON) == 0 && everyday_han_is_mere(around) &&
           !is_introduced(reading, choice->name);
}

/* An everyday word where nothing tells that it is a name; uncertain when it is one all the same. */
static bool is_mere_word(const struct reading *reading, const struct surroundings *around,
                         struct choice *choice, size_t end)
{
    bool common = (reading->linker->names->items[choice->name].flags & NAME_COMMON) != 0;
    if (!common || end != around->end || !capitals_are_idle(around, reading->heading) ||
        capitals_have_company(around))
        return false;
    choice->uncertain = true;
    return !is_introduced(reading, choice->name);
}

static bool is_excluded(const struct reading *reading, const struct match *match,
                        const struct surroundings *around)
{
    const struct mentions *mentions = reading->mentions;
    bool taken = mentions->count > reading->first &&
                 mentions->items[mentions->count - 1].end > match->start;
    return taken || (document_style_at(reading->document, match->start) & STYLE_CODE) != 0 ||
           surroundings_are_address(around);
}

/* Whether the name is only a part of something longer. */
static bool is_longer(const struct reading *reading, const struct surroundings *around, unsigned flags)
{
    bool person = (flags & NAME_PERSON) != 0;
    return longer_word_of_han(reading->linker->segment, around, person) || longer_word_of_prefix(around) ||
           longer_word_of_sign(around, person) || (!person && longer_word_of_given_name(around)) ||
           longer_place_of_han(reading->linker->segment, around, flags) ||
           (!person && (longer_place_of_latin(around, flags) || longer_body_of_latin(around, flags) ||
                        longer_body_of_han(reading->linker->segment, around, flags))) ||
           (longer_word_of_order(around) && capitals_are_idle(around, reading->heading));
}

static bool accept(void *context, const struct match *match)
{
    struct reading *reading = context;
    const struct document *document = reading->document;
    struct surroundings around = { document->text, document->length, match->start, match->end };
    if (is_excluded(reading, match, &around))
        return false;
    bool introduces = true;
    struct choice choice = choose_full(reading, match, &around);
    if (choice.name == NAMES_NONE) {
        introduces = surroundings_are_titled(&around);
        choice = choose_short(reading, match, &around, introduces);
    }
    if (choice.name == NAMES_NONE)
        return is_excepted(reading, match);
    const struct name *name = &reading->linker->names->items[choice.name];
    if (is_longer(reading, &around, name->flags))
        return false;
    size_t end = name->role == ROLE_SHORT ? match->end : surroundings_domain_end(&around);
    if (is_mere_han(reading, &around, &choice) || is_mere_word(reading, &around, &choice, end))
        return false;
    VECTOR_PUSH(reading->mentions, (struct mention){ match->start, end, name->entity, choice.name,
                                                     choice.uncertain });
    if (introduces)
        reading->told[name->entity].introduced = match->start;
    return true;
}

/* ---- the document ---- */

static size_t last_block_of(const struct document *document, size_t block)
{
    while (block + 1 < document->block_count &&
           (document->blocks[block + 1].flags & BLOCK_CONTINUES) != 0)
        block++;
    return block;
}

/* Whether the places are in one block, and in one cell of a table's row. */
static bool stands_together(const struct document *document, size_t start, size_t end)
{
    size_t block = last_block_of(document, document_block_at(document, start));
    return end <= document->blocks[block].end &&
           memchr(document->text + start, '\t', end - start) == NULL;
}

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
            if (end != 0 && stands_together(document, last->end, end)) {
                last->end = end;
                last->uncertain &= mention->uncertain;
                continue;
            }
        }
        mentions->items[kept++] = *mention;
    }
    mentions->count = kept;
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

static int compare_mentions(const void *a, const void *b)
{
    const struct mention *left = a, *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

static bool is_taken(const struct mentions *mentions, size_t first, const struct mention *mention)
{
    for (size_t i = first; i < mentions->count; i++) {
        if (mentions->items[i].start < mention->end && mention->start < mentions->items[i].end)
            return true;
    }
    return false;
}

/* Headlines say the short name and leave the introduction to the text: "Ma steps down" above "Jack Ma,
 * ...". They are read once more, knowing who is introduced further down; what is sure is added. */
static void read_headlines(struct reading *reading, struct mentions *mentions)
{
    const struct document *document = reading->document;
    size_t first = reading->first, count = mentions->count;
    struct mentions found = { 0 };
    struct told *told = reading->told;
    size_t size = (reading->linker->entities + 1) * sizeof *told;
    reading->told = xmalloc(size);
    reading->mentions = &found;
    reading->first = 0;
    memcpy(reading->told, told, size);
    for (size_t i = 0; i < document->block_count; i++) {
        if (document->blocks[i].kind == BLOCK_HEADING)
            read_block(reading, &document->blocks[i], document->blocks[i].end);
    }
    for (size_t i = 0; i < found.count; i++) {
        const struct mention *mention = &found.items[i];
        struct surroundings around = { document->text, document->length, mention->start, mention->end };
        size_t introduced = told[mention->entity].introduced;
        if (reading->linker->names->items[mention->name].role == ROLE_SHORT && !mention->uncertain &&
            introduced != NEVER && introduced > mention->start &&
            !everyday_han_is_mere(&around) && !is_taken(mentions, first, mention))
            VECTOR_PUSH(mentions, *mention);
    }
    if (mentions->count > count)
        qsort(mentions->items + first, mentions->count - first, sizeof *mentions->items,
              compare_mentions);
    free(reading->told);
    reading->told = told;
    mentions_free(&found);
}

void linker_run(const struct linker *linker, const struct document *document,
                struct mentions *mentions)
{
    size_t first = mentions->count;
    struct reading reading = { linker, document, mentions, NULL, first, false };
    reading.told = xreallocarray(NULL, linker->entities + 1, sizeof *reading.told);
    for (size_t i = 0; i < linker->entities; i++)
        reading.told[i] = (struct told){ NEVER, false };
    for (size_t i = 0; i < document->block_count; i++) {
        size_t last = last_block_of(document, i);
        read_block(&reading, &document->blocks[i], document->blocks[last].end);
        i = last;
    }
    read_headlines(&reading, mentions);
    free(reading.told);
    join_brackets(document, mentions, first);
}
