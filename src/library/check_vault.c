#include "library/check_vault.h"

#include <string.h>

#include "library/check_note.h"
#include "library/checked_file.h"
#include "library/note.h"
#include "library/roster.h"
#include "library/shadow.h"

static void check_own(struct collection *vault, struct faults *faults)
{
    const struct notes *notes = collection_notes(vault);
    for (size_t i = 0; i < notes->count; i++)
        check_fitness(notes->items[i]->path, notes->items[i], faults);
    check_names(notes, faults);
}

/* Of a declared vault the notes alone are read, those that can be. */
static void check_files(struct collection *vault, struct faults *faults)
{
    const struct notes *notes = collection_notes(vault);
    bool declared = collection_is_declared(vault);
    const struct roster *roster = collection_roster(vault);
    size_t count = declared ? notes->count : roster->count;
    for (size_t i = 0; i < count; i++) {
        struct checked_file file;
        const char *path = declared ? notes->items[i]->path : roster->paths[i];
        if (checked_file_open(&file, collection_conversion(vault), path, "", faults))
            checked_file_free(&file);
    }
}

static void tell_cover(struct shadow *shadow, const struct notes *vault, const struct note *note,
                       size_t cover, struct faults *faults)
{
    faults_add(faults, vault->items[cover]->path, shadow_cover_line(shadow, cover, note),
               "stands in the place of the collection's note %s", note->id);
}

static void tell_taken(struct shadow *shadow, const struct notes *vault, const struct note *note,
                       size_t index, struct faults *faults)
{
    for (size_t i = 0; i < note->count; i++) {
        const char *name = note->items[i].text;
        const struct shadow_claim *taking = shadow_taking(shadow, index, name);
        if (taking != NULL)
            faults_add(faults, vault->items[taking->note]->path, taking->line,
                       "%s: is taken from the collection's note %s", name, note->id);
    }
}

void check_vault(struct collection *vault, struct collection *collection, struct faults *faults)
{
    const struct notes *own = collection_notes(vault);
    const struct notes *notes = collection_notes(collection);
    struct shadow shadow;
    check_files(vault, faults);
    check_own(vault, faults);
    if (collection_is_declared(collection)) {
        shadow_cast(&shadow, own, notes);
        for (size_t i = 0; i < notes->count; i++) {
            if (shadow.over[i] != SHADOW_NONE)
                tell_cover(&shadow, own, notes->items[i], shadow.over[i], faults);
            tell_taken(&shadow, own, notes->items[i], i, faults);
        }
        shadow_free(&shadow);
    }
    faults_sort(faults);
}
