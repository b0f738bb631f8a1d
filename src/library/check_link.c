#include "library/check_link.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/local_link.h"
#include "library/note.h"
#include "library/roster.h"
#include "text/fold.h"

/* Names stand in the index as they are and, where letter case does not matter, folded with a
 * mark before them that no name begins with. */
#define FOLDED '\n'

static void add(struct link_index *index, const char *text, size_t length)
{
    VECTOR_PUSH(index, xstrndup(text, length));
}

static char *folded(const char *text)
{
    struct fold fold = { 0 };
    fold_text(text, strlen(text), FOLD_CASE | FOLD_SPACE, &fold);
    char *result = xasprintf("%c%.*s", FOLDED, (int)fold.length, fold.text);
    fold_free(&fold);
    return result;
}

static void add_folded(struct link_index *index, const char *text)
{
    VECTOR_PUSH(index, folded(text));
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_articles(struct link_index *index, struct collection *collection)
{
    const struct roster *roster = collection_roster(collection);
    for (size_t i = 0; i < roster->count; i++) {
        const char *id = roster->ids[i];
        const char *lang = article_id_language(id);
        add(index, id, strlen(id));
        if (lang[0] != '\0')
            add(index, id, (size_t)(lang - id) - 1);
        if (!collection_is_declared(collection))
            add_folded(index, file_base_name(id));
    }
}

void link_index_build(struct link_index *index, struct collection *collection)
{
    *index = (struct link_index){ 0 };
    add_articles(index, collection);
    const struct notes *notes = collection_notes(collection);
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = notes->items[i];
        add(index, note->id, strlen(note->id));
        for (size_t name = 0; name < note->count; name++) {
            if (note->items[name].kind != NAME_SHORT)
                add_folded(index, note->items[name].text);
        }
    }
    if (index->count > 0)
        qsort(index->items, index->count, sizeof *index->items, compare);
}

void link_index_free(struct link_index *index)
{
    for (size_t i = 0; i < index->count; i++)
        free(index->items[i]);
    free(index->items);
    *index = (struct link_index){ 0 };
}

static bool has(const struct link_index *index, const char *text)
{
    return index->count > 0 &&
           bsearch(&text, index->items, index->count, sizeof *index->items, compare) != NULL;
}

static bool has_either(const struct link_index *index, const char *text)
{
    char *fold = folded(text);
    bool found = has(index, text) || has(index, fold);
    free(fold);
    return found;
}

static bool leads_somewhere(const struct link_index *index, const char *target)
{
    size_t length = strcspn(target, "#");
    while (length > 0 && target[length - 1] == ' ')
        length--;
    if (length == 0)
        return target[0] == '#'; /* a heading of the same file */
    char *plain = xstrndup(target, length);
    char *stem = article_is_name(file_base_name(plain)) ? article_stem(plain) : NULL;
    bool found = has_either(index, plain) || (stem != NULL && has_either(index, stem));
    free(stem);
    free(plain);
    return found;
}

/* True where a link's target may end: "](a" is not found in "](a-1)". */
static bool is_end(char after)
{
    return strchr(")]|# \t\n\"'>", after) != NULL; /* the NUL, too */
}

/* The line of `opening` and `target` after *at; *at moves there, so that the next is found after
 * it. 0 when it is written otherwise. */
static unsigned line_of_link(const char *opening, const char *target, const char **at,
                             unsigned *line)
{
    char *wanted = xasprintf("%s%s", opening, target);
    size_t length = strlen(wanted);
    const char *found = strstr(*at, wanted);
    while (found != NULL && !is_end(found[length]))
        found = strstr(found + length, wanted);
    free(wanted);
    if (found == NULL)
        return 0;
    for (const char *byte = *at; byte < found; byte++)
        *line += *byte == '\n';
    *at = found + 1;
    return *line;
}

/* The file that a check goes through, link by link. */
struct passage {
    const struct checked_file *file;
    struct local_headings headings; /* read for the first link to one */
    bool headings_read;
    const char *at; /* in the file's bytes */
    unsigned line;
};

static void add_fault(struct passage *passage, const struct link *link, const char *opening,
                      const char *message, struct faults *faults)
{
    const struct document *document = passage->file->document;
    unsigned line = line_of_link(opening, link->target, &passage->at, &passage->line);
    if (line == 0 && document->block_count > 0)
        line = document->blocks[document_block_at(document, link->span.start)].line;
    faults_add(faults, passage->file->path, line, "%s", message);
}

static bool has_heading(struct passage *passage, const char *heading)
{
    size_t offset;
    if (!passage->headings_read)
        local_headings_read(passage->file->document, &passage->headings);
    passage->headings_read = true;
    return local_headings_find(&passage->headings, heading, &offset);
}

static void check_local_link(struct passage *passage, const struct link *link,
                             struct faults *faults)
{
    struct error error;
    struct local_target target;
    if (!local_link_resolve(NULL, passage->file->path, link->target, &target, &error)) {
        if (passage->file->bytes.length > 0) /* a saved page has links that lead about its site */
            add_fault(passage, link, "](", error.text, faults);
        return;
    }
    if (target.path == NULL && !has_heading(passage, target.heading)) {
        error_set(&error, "#%s: no such heading", target.heading);
        add_fault(passage, link, "](", error.text, faults);
    }
    local_target_free(&target);
}

void check_links(const struct checked_file *file, const struct link_index *index,
                 struct faults *faults)
{
    const struct document *document = file->document;
    struct passage passage = { .file = file, .at = buffer_text(&file->bytes), .line = 1 };
    for (size_t i = 0; i < document->link_count; i++) {
        const struct link *link = &document->links[i];
        if (link->kind == LINK_URL && local_link_is_local(link->target)) {
            check_local_link(&passage, link, faults);
        } else if (link->kind == LINK_NOTE && !leads_somewhere(index, link->target)) {
            struct error error;
            error_set(&error, "[[%s]]: no note and no article of that name", link->target);
            add_fault(&passage, link, "[[", error.text, faults);
        }
    }
    local_headings_free(&passage.headings);
}
