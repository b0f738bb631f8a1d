#include "app/gazetteer.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct gazetteer {
    const struct notes *notes; /* the collection's; NULL when there is none */
    struct names names;
    struct linker *linker;
};

static void add_note(struct gazetteer *gazetteer, const struct note *note, uint32_t entity)
{
    unsigned flags = note->type == NOTE_PERSON ? (unsigned)NAME_PERSON : 0u;
    for (size_t i = 0; i < note->count; i++) {
        enum name_kind kind = note->items[i].kind;
        enum name_role role = kind == NAME_SHORT   ? ROLE_SHORT
                              : kind == NAME_ALIAS ? ROLE_ALIAS : ROLE_FULL;
        (void)linker_add(&gazetteer->names, note->items[i].text, entity, role, flags);
    }
}

struct gazetteer *gazetteer_new(struct collection *collection)
{
    struct gazetteer *gazetteer = xcalloc(1, sizeof *gazetteer);
    if (collection != NULL && collection_is_declared(collection))
        gazetteer->notes = collection_notes(collection);
    for (size_t i = 0; i < gazetteer_count(gazetteer); i++)
        add_note(gazetteer, gazetteer_note(gazetteer, (uint32_t)i), (uint32_t)i);
    gazetteer->linker = linker_new(&gazetteer->names);
    return gazetteer;
}

void gazetteer_free(struct gazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    linker_free(gazetteer->linker);
    names_free(&gazetteer->names);
    free(gazetteer);
}

size_t gazetteer_count(const struct gazetteer *gazetteer)
{
    return gazetteer->notes != NULL ? gazetteer->notes->count : 0;
}

const struct note *gazetteer_note(const struct gazetteer *gazetteer, uint32_t entity)
{
    return gazetteer->notes->items[entity];
}

uint32_t gazetteer_by_path(const struct gazetteer *gazetteer, const char *path)
{
    for (size_t i = 0; i < gazetteer_count(gazetteer); i++)
        if (strcmp(gazetteer_note(gazetteer, (uint32_t)i)->path, path) == 0)
            return (uint32_t)i;
    return NAMES_NONE;
}

const char *gazetteer_name(const struct gazetteer *gazetteer, uint32_t entity)
{
    const struct note *note = gazetteer_note(gazetteer, entity);
    const char *name = note_name(note, NAME_ENGLISH);
    if (name == NULL)
        name = note_name(note, NAME_CHINESE);
    return name != NULL ? name : note->id;
}

void gazetteer_find(const struct gazetteer *gazetteer, const struct document *document,
                    struct mentions *mentions)
{
    if (gazetteer_count(gazetteer) > 0)
        linker_run(gazetteer->linker, document, mentions);
}
