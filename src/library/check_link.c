#include "library/check_link.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
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

static bool leads_somewhere(const struct link_index *index, const char *target)
{
    size_t length = strcspn(target, "#");
    while (length > 0 && target[length - 1] == ' ')
        length--;
    if (length == 0)
        return target[0] == '#'; /* a heading of the same file */
    char *plain = xstrndup(target, length);
    char *fold = folded(plain);
    bool found = has(index, plain) || has(index, fold);
    free(fold);
    free(plain);
    return found;
}

/* The line of "[[target" after *at; *at moves behind it, so that the next is found after it. */
static unsigned line_of_link(const char *target, const char **at, unsigned *line)
{
    char *wanted = xasprintf("[[%s", target);
    const char *found = strstr(*at, wanted);
    free(wanted);
    if (found == NULL)
        return 0;
    for (const char *byte = *at; byte < found; byte++)
        *line += *byte == '\n';
    *at = found;
    return *line;
}

void check_links(const struct checked_file *file, const struct link_index *index,
                 struct faults *faults)
{
    const struct document *document = file->document;
    const char *at = buffer_text(&file->bytes);
    unsigned line = 1;
    for (size_t i = 0; i < document->link_count; i++) {
        const struct link *link = &document->links[i];
        if (link->kind != LINK_NOTE || leads_somewhere(index, link->target))
            continue;
        unsigned found = line_of_link(link->target, &at, &line);
        size_t block = document_block_at(document, link->span.start);
        faults_add(faults, file->path,
                   found > 0 || document->block_count == 0 ? found : document->blocks[block].line,
                   "[[%s]]: no note and no article of that name", link->target);
    }
}
