#include "query/entity_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/bare.h"
#include "entity/units.h"
#include "library/shadow.h"
#include "library/suggest.h"
#include "text/utf8.h"

_Static_assert(NOTE_NAME_LIMIT == NAMES_LENGTH_LIMIT, "check tells of names that are not added");

struct entry {
    const struct note *note;
    const struct note *covered; /* the collection's note that it stands in the place of, or NULL */
};

/* What is sorted by path, and what is looked for in it. */
struct located {
    const char *path;
    uint32_t entity;
};

struct entity_index {
    struct entry *items;
    size_t count;
    size_t capacity;
    struct located *by_path; /* sorted */
    struct collection *vault;    /* NULL: none */
    struct collection *standard; /* NULL: not wanted */
    char *fault;
    bool demonyms;
    struct names names;
    struct linker *linker;
};

/* Letter case is the note's that gives the name, not that of a note that covers it. */
static unsigned flags_of(const struct entity_index *entity_index, const struct note *note,
                         uint32_t entity)
{
    enum note_type type = entity_index_type(entity_index, entity);
    unsigned flags = type == NOTE_PERSON ? (unsigned)NAME_PERSON : type == NOTE_PLACE ? (unsigned)NAME_PLACE : 0u;
    if (note->letter_case == NOTE_CASE_ANY)
        flags |= NAME_ANY_CASE;
    if (note->letter_case == NOTE_CASE_EXACT)
        flags |= NAME_AS_WRITTEN;
    return flags;
}

static void add_name(struct entity_index *entity_index, const struct note_name *name,
                     uint32_t entity, unsigned flags)
{
    enum name_role role = name->kind == NAME_SHORT   ? ROLE_SHORT
                          : name->kind == NAME_ALIAS ? ROLE_ALIAS : ROLE_FULL;
    if (note_name_fault(name) == NAME_FIT)
        (void)linker_add(&entity_index->names, name->text, entity, role, flags);
}

static void add_excepted(struct entity_index *entity_index, const struct note *note,
                         uint32_t entity)
{
    for (size_t i = 0; i < note->excepted.count; i++)
        (void)linker_add(&entity_index->names, note->excepted.items[i].text, entity, ROLE_EXCEPT,
                         0);
}

static void add_demonyms(struct entity_index *entity_index, const struct note *note,
                         uint32_t entity)
{
    for (size_t i = 0; entity_index->demonyms && i < note->demonyms.count; i++)
        add_name(entity_index, &note->demonyms.items[i], entity, 0);
}

static void add_note(struct entity_index *entity_index, const struct note *note)
{
    VECTOR_PUSH(entity_index, (struct entry){ note, NULL });
}

static void add_own_names(struct entity_index *entity_index, const struct note *note,
                          uint32_t entity)
{
    unsigned flags = flags_of(entity_index, note, entity);
    for (size_t i = 0; i < note->count; i++)
        add_name(entity_index, &note->items[i], entity, flags);
    add_demonyms(entity_index, note, entity);
    add_excepted(entity_index, note, entity);
}

/* The names of the collection's note `index` that the vault leaves it. */
static void add_left_names(struct entity_index *entity_index, struct shadow *shadow, size_t index,
                           const struct note *note, uint32_t entity)
{
    unsigned flags = flags_of(entity_index, note, entity);
    for (size_t i = 0; i < note->count; i++) {
        if (shadow_taking(shadow, index, note->items[i].text) == NULL)
            add_name(entity_index, &note->items[i], entity, flags);
    }
    add_demonyms(entity_index, note, entity);
    add_excepted(entity_index, note, entity);
}

/* The vault's notes come first: of two entities of one name the first is meant. */
static void add_notes(struct entity_index *entity_index, const struct notes *vault,
                      const struct notes *notes)
{
    struct shadow shadow;
    shadow_cast(&shadow, vault, notes);
    uint32_t *entities = xcalloc(notes->count + 1, sizeof *entities);
    for (size_t i = 0; i < vault->count; i++)
        add_note(entity_index, vault->items[i]);
    for (size_t i = 0; i < notes->count; i++) {
        bool covered = shadow.over[i] != SHADOW_NONE;
        entities[i] = (uint32_t)(covered ? shadow.over[i] : entity_index->count);
        if (covered)
            entity_index->items[entities[i]].covered = notes->items[i];
        else
            add_note(entity_index, notes->items[i]);
    }
    for (size_t i = 0; i < vault->count; i++)
        add_own_names(entity_index, vault->items[i], (uint32_t)i);
    for (size_t i = 0; i < notes->count; i++)
        add_left_names(entity_index, &shadow, i, notes->items[i], entities[i]);
    free(entities);
    shadow_free(&shadow);
}

static void open_vault(struct entity_index *entity_index, const char *folder)
{
    struct error error;
    if (folder == NULL || *folder == '\0')
        return;
    entity_index->vault = collection_open(folder, NULL, NULL, &error);
    if (entity_index->vault == NULL)
        entity_index->fault = xstrdup(error.text);
}

/* A folder of texts that has notes as a collection would: its entities/. NULL none; caller frees. */
static char *find_own_notes(const struct collection *collection)
{
    if (collection == NULL || collection_is_declared(collection))
        return NULL;
    char *folder = file_join(collection_folder(collection), "entities");
    if (file_is_folder(folder))
        return folder;
    free(folder);
    return NULL;
}

/* The collection whose notes serve, NULL none. */
static struct collection *choose_collection(struct entity_index *entity_index,
                                            const struct entity_index_sources *sources)
{
    struct collection *open = sources->collection;
    if (open != NULL && collection_is_declared(open) && collection_notes(open)->count > 0)
        return open;
    if (sources->standard != NULL)
        entity_index->standard = collection_open(sources->standard, NULL, NULL, NULL);
    bool declared =
        entity_index->standard != NULL && collection_is_declared(entity_index->standard);
    return declared ? entity_index->standard : NULL;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(((const struct located *)a)->path, ((const struct located *)b)->path);
}

static void sort_by_path(struct entity_index *entity_index)
{
    entity_index->by_path = xcalloc(entity_index->count + 1, sizeof *entity_index->by_path);
    for (size_t i = 0; i < entity_index->count; i++)
        entity_index->by_path[i] =
            (struct located){ entity_index->items[i].note->path, (uint32_t)i };
    qsort(entity_index->by_path, entity_index->count, sizeof *entity_index->by_path, compare_paths);
}

struct entity_index *entity_index_new(const struct entity_index_sources *sources)
{
    static const struct notes none = { 0 };
    struct entity_index *entity_index = xcalloc(1, sizeof *entity_index);
    entity_index->demonyms = sources->demonyms;
    bool told = sources->vault != NULL && *sources->vault != '\0';
    char *own = told ? NULL : find_own_notes(sources->collection);
    open_vault(entity_index, told ? sources->vault : own);
    free(own);
    struct collection *collection = choose_collection(entity_index, sources);
    add_notes(entity_index,
              entity_index->vault != NULL ? collection_notes(entity_index->vault) : &none,
              collection != NULL ? collection_notes(collection) : &none);
    sort_by_path(entity_index);
    entity_index->linker = linker_new(&entity_index->names);
    return entity_index;
}

void entity_index_free(struct entity_index *entity_index)
{
    if (entity_index == NULL)
        return;
    linker_free(entity_index->linker);
    names_free(&entity_index->names);
    collection_free(entity_index->vault);
    collection_free(entity_index->standard);
    free(entity_index->by_path);
    free(entity_index->items);
    free(entity_index->fault);
    free(entity_index);
}

const char *entity_index_fault(const struct entity_index *entity_index)
{
    return entity_index->fault;
}

uint64_t entity_index_checksum(const struct entity_index *entity_index)
{
    const struct names *names = &entity_index->names;
    uint64_t sum = hash_checksum(names->arena != NULL ? names->arena : "", names->arena_length);
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->items[i];
        const struct note *note = entity_index_note(entity_index, name->entity);
        uint64_t facts[] = { name->entity, name->role, name->flags, name->length,
                             hash_checksum(note->id, strlen(note->id)) };
        sum = sum * HASH_PRIME ^ hash_checksum((const char *)facts, sizeof facts);
    }
    return sum;
}

size_t entity_index_count(const struct entity_index *entity_index)
{
    return entity_index->count;
}

const struct note *entity_index_note(const struct entity_index *entity_index, uint32_t entity)
{
    return entity_index->items[entity].note;
}

const struct note *entity_index_covered(const struct entity_index *entity_index, uint32_t entity)
{
    return entity_index->items[entity].covered;
}

uint32_t entity_index_by_path(const struct entity_index *entity_index, const char *path)
{
    struct located wanted = { path, 0 };
    const struct located *found = bsearch(&wanted, entity_index->by_path, entity_index->count,
                                          sizeof *entity_index->by_path, compare_paths);
    return found != NULL ? found->entity : NAMES_NONE;
}

enum note_type entity_index_type(const struct entity_index *entity_index, uint32_t entity)
{
    const struct entry *entry = &entity_index->items[entity];
    enum note_type type = entry->note->type;
    return type == NOTE_UNKNOWN && entry->covered != NULL ? entry->covered->type : type;
}

static bool is_han(const char *text)
{
    size_t length = strlen(text);
    bool han = false;
    for (size_t at = 0; at < length && !han;) {
        uint32_t code;
        at += utf8_decode(text + at, length - at, &code);
        han = utf8_is_han(code);
    }
    return han;
}

/* The note's first name of kind `from` that is of that language by its script, NULL when there is
 * none. */
static const char *name_by_script(const struct note *note, enum name_kind from,
                                  enum name_kind kind)
{
    for (size_t i = 0; i < note->count; i++) {
        const struct note_name *name = &note->items[i];
        if (name->kind == from && is_han(name->text) == (kind == NAME_CHINESE))
            return name->text;
    }
    return NULL;
}

const char *entity_index_name_in(const struct entity_index *entity_index, uint32_t entity,
                                 enum name_kind kind)
{
    const struct entry *entry = &entity_index->items[entity];
    const char *name = note_name(entry->note, kind);
    if (name == NULL)
        name = name_by_script(entry->note, NAME_FILE, kind);
    if (name == NULL && entry->covered != NULL)
        name = note_name(entry->covered, kind);
    if (name == NULL)
        name = name_by_script(entry->note, NAME_ALIAS, kind);
    return name != NULL ? name : "";
}

const char *entity_index_name(const struct entity_index *entity_index, uint32_t entity)
{
    const struct note *note = entity_index_note(entity_index, entity);
    const char *name = note_name(note, NAME_ENGLISH);
    if (name == NULL)
        name = note_name(note, NAME_CHINESE);
    return name != NULL ? name : note->file_name;
}

/* How well an entity is meant, the best first. */
enum fit { FIT_WRITTEN, FIT_CASE, FIT_SHORT, FITS };

static enum fit fit_of(const struct entity_index *entity_index, uint32_t number, const char *text,
                       size_t length)
{
    const struct name *name = &entity_index->names.items[number];
    enum agreement agreement =
        units_compare(entity_index->names.variants, names_text(&entity_index->names, number),
                      name->length, text, length);
    if (agreement == AGREE_NOT || name->role == ROLE_EXCEPT)
        return FITS;
    if (name->role == ROLE_SHORT)
        return FIT_SHORT;
    return agreement == AGREE_EXACT ? FIT_WRITTEN : FIT_CASE;
}

size_t entity_index_lookup(const struct entity_index *entity_index, const char *name, uint32_t *out,
                           size_t room)
{
    size_t length = strlen(name);
    unsigned char *fits = xcalloc(entity_index->count + 1, sizeof *fits);
    enum fit best = FITS;
    size_t found = 0;
    memset(fits, FITS, entity_index->count);
    for (uint32_t i = 0; i < entity_index->names.count; i++) {
        uint32_t entity = entity_index->names.items[i].entity;
        enum fit fit = fit_of(entity_index, i, name, length);
        fits[entity] = (unsigned char)(fit < fits[entity] ? fit : fits[entity]);
    }
    for (size_t i = 0; i < entity_index->count; i++) {
        if (strcmp(entity_index->items[i].note->id, name) == 0)
            fits[i] = FIT_WRITTEN;
        best = fits[i] < best ? (enum fit)fits[i] : best;
    }
    for (size_t i = 0; i < entity_index->count && best < FITS; i++) {
        if (fits[i] == best && found++ < room)
            out[found - 1] = (uint32_t)i;
    }
    free(fits);
    return found;
}

static const struct note *find_cover(const struct entity_index *entity_index, const char *path)
{
    for (size_t i = 0; entity_index->vault != NULL && i < entity_index->count; i++) {
        const struct entry *entry = &entity_index->items[i];
        if (entry->covered != NULL && strcmp(entry->covered->path, path) == 0)
            return entry->note;
    }
    return NULL;
}

bool entity_index_follow(const struct entity_index *entity_index, const char *name,
                         const char *lang, struct target *target)
{
    struct error ignored;
    if (target->path == NULL)
        return target_follow(entity_index->vault, name, lang, target, &ignored) ||
               target_follow(entity_index->standard, name, lang, target, &ignored);
    const struct note *note = find_cover(entity_index, target->path);
    if (note == NULL)
        return false;
    target_free(target);
    *target = (struct target){ TARGET_NOTE, xstrdup(note->id), xstrdup(note->path) };
    return true;
}

void entity_index_suggest(const struct entity_index *entity_index, const char *name,
                          struct buffer *out)
{
    struct suggest suggest = { .wanted = name };
    for (size_t i = 0; i < entity_index->count; i++) {
        const struct note *note = entity_index->items[i].note;
        for (size_t k = 0; k < note->count; k++)
            suggest_consider(&suggest, note->items[k].text);
    }
    suggest_write(&suggest, out);
}

void entity_index_find(const struct entity_index *entity_index, const struct document *document,
                       struct mentions *mentions)
{
    struct bare bare;
    if (entity_index->names.count == 0)
        return;
    if (!bare_make(document, &bare)) {
        linker_run(entity_index->linker, document, mentions);
        return;
    }
    size_t first = mentions->count;
    linker_run(entity_index->linker, &bare.document, mentions);
    for (size_t i = first; i < mentions->count; i++) {
        struct mention *mention = &mentions->items[i];
        struct span span = bare_origin(&bare, (struct span){ mention->start, mention->end });
        mention->start = span.start;
        mention->end = span.end;
    }
    bare_free(&bare);
}

const char *entity_index_resolve(const struct entity_index *entity_index, const char *name)
{
    uint32_t found[2];
    return entity_index_lookup(entity_index, name, found, 2) == 1
               ? entity_index_note(entity_index, found[0])->id
               : NULL;
}
