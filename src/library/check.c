#include "library/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "library/check_article.h"
#include "library/check_glossary.h"
#include "library/check_link.h"
#include "library/check_note.h"
#include "library/checked_file.h"
#include "library/note.h"
#include "library/roster.h"

/* collection_fault() is "NAME:LINE: why" or "NAME: why" already. */
static void add_declaration_fault(const char *path, const char *fault, struct faults *faults)
{
    const char *name = file_base_name(path);
    size_t length = strlen(name);
    unsigned line = 1;
    if (strncmp(fault, name, length) == 0 && fault[length] == ':') {
        char *rest;
        unsigned long number = strtoul(fault + length + 1, &rest, 10);
        if (*rest == ':')
            line = (unsigned)number;
        fault = *rest == ':' ? rest + 2 : fault + length + 2;
    }
    faults_add(faults, path, line, "%s", fault);
}

/* By its id, or in any language. */
static bool has_version(const struct roster *roster, const char *name)
{
    for (size_t i = 0; i < roster->count; i++) {
        if (article_id_is(roster->ids[i], name))
            return true;
    }
    return false;
}

static void check_declaration(struct collection *collection, struct faults *faults)
{
    char *path = file_join(collection_folder(collection), "collection.yaml");
    const struct frontmatter *declaration = collection_declaration(collection);
    const struct roster *roster = collection_roster(collection);
    faults->files++;
    bool broken = collection_fault(collection) != NULL;
    if (broken)
        add_declaration_fault(path, collection_fault(collection), faults);
    for (size_t i = 0; i < declaration->count && !broken; i++) {
        const struct frontmatter_entry *entry = &declaration->items[i];
        if (strcmp(entry->key, "open") == 0) {
            if (roster_find(roster, entry->value) == roster->count)
                faults_add(faults, path, entry->line, "open: there is no article %s",
                           entry->value);
        } else if (strcmp(entry->key, "guide") == 0) {
            if (!has_version(roster, entry->value))
                faults_add(faults, path, entry->line, "guide: there is no article %s",
                           entry->value);
        } else if (strcmp(entry->key, "title") != 0 && strcmp(entry->key, "contains") != 0 &&
                   strcmp(entry->key, "gathered") != 0) {
            faults_add(faults, path, entry->line, "%s: unknown key", entry->key);
        }
    }
    if (!broken && frontmatter_get(declaration, "title") == NULL)
        faults_add(faults, path, 1, "title: is missing");
    free(path);
}

/* Folders below `folder` that could not be entered: "NAME: reason" lines. */
static void add_refused(const char *folder, const struct walk *walk, struct faults *faults)
{
    const char *at = buffer_text(&walk->refused);
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        char *line = xstrndup(at, length);
        char *colon = strrchr(line, ':');
        if (colon != NULL) {
            *colon = '\0';
            char *path = file_join(folder, line);
            faults_add(faults, path, 1, "the folder cannot be read:%s", colon + 1);
            free(path);
        }
        free(line);
        at += length + (at[length] == '\n');
    }
}

/* Reads and checks every article; those of a declared collection are kept in `kept` for what
 * concerns them all. Returns how many. */
static size_t check_articles(struct collection *collection, const struct link_index *index,
                             bool composed, struct checked_file *kept, struct faults *faults)
{
    const struct roster *roster = collection_roster(collection);
    bool declared = collection_is_declared(collection);
    size_t count = 0;
    for (size_t i = 0; i < roster->count; i++) {
        struct checked_file *file = &kept[count];
        if (!checked_file_open(file, collection_conversion(collection), roster->paths[i],
                               roster->ids[i], faults))
            continue;
        check_links(file, index, faults);
        if (declared) {
            check_article(file, roster, composed, faults);
            count++;
        } else {
            checked_file_free(file);
        }
    }
    add_refused(collection_root(collection), &roster->files, faults);
    return count;
}

static const struct note *find_note(const struct notes *notes, const char *id)
{
    for (size_t i = 0; i < notes->count; i++) {
        if (strcmp(notes->items[i]->id, id) == 0)
            return notes->items[i];
    }
    return NULL;
}

static void check_notes(struct collection *collection, const struct link_index *index,
                        struct faults *faults)
{
    char *folder = file_join(collection_folder(collection), "entities");
    const struct notes *notes = collection_notes(collection);
    struct roster roster = { 0 };
    if (file_exists(folder) && !roster_read(folder, COLLECTION_DEPTH, &roster, NULL))
        faults_add(faults, folder, 1, "the folder cannot be read");
    for (size_t i = 0; i < roster.count; i++) {
        struct checked_file file;
        if (!checked_file_open(&file, collection_conversion(collection), roster.paths[i],
                               roster.ids[i], faults))
            continue;
        const struct note *note = find_note(notes, roster.ids[i]);
        check_links(&file, index, faults);
        if (note != NULL)
            check_note(&file, note, faults);
        checked_file_free(&file);
    }
    add_refused(folder, &roster.files, faults);
    roster_free(&roster);
    free(folder);
}

/* Whether somebody composes it in two languages; what is gathered need have no stories and
 * translations. */
static bool is_composed(const struct collection *collection)
{
    const char *gathered = frontmatter_get(collection_declaration(collection), "gathered");
    return collection_is_declared(collection) &&
           (gathered == NULL || strcmp(gathered, "true") != 0);
}

void check_collection(struct collection *collection, struct faults *faults)
{
    bool composed = is_composed(collection);
    const struct roster *roster = collection_roster(collection);
    struct checked_file *kept = xcalloc(roster->count + 1, sizeof *kept);
    struct link_index index;
    link_index_build(&index, collection);
    size_t count = check_articles(collection, &index, composed, kept, faults);
    check_names(collection_notes(collection), faults); /* the room takes the notes of any folder */
    if (collection_is_declared(collection)) {
        char *glossary = file_join(collection_folder(collection), "glossary.tsv");
        check_declaration(collection, faults);
        if (composed)
            check_translations(roster, faults);
        check_notes(collection, &index, faults);
        check_short_names(collection_notes(collection), kept, count, faults);
        check_glossary(glossary, faults);
        free(glossary);
    }
    faults_sort(faults);
    link_index_free(&index);
    for (size_t i = 0; i < count; i++)
        checked_file_free(&kept[i]);
    free(kept);
}
