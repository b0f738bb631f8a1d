#include "export/edited_block.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "export/escape_markdown.h"
#include "notes/import.h"
#include "notes/import_markdown.h"

/* Whether the comment in the file is what the export makes of the stored one. */
static bool same_comment(const char *stored, const char *file)
{
    struct buffer item = { 0 };
    escape_markdown_source(&item, stored, strlen(stored), 0);
    char *printed = import_markdown_unitem(buffer_text(&item));
    bool same = strcmp(printed, file) == 0;
    free(printed);
    buffer_free(&item);
    return same;
}

/* The tag that the export prints so, NULL when the note has none. */
static const char *stored_tag(const struct annotation *stored, const char *printed)
{
    for (size_t i = 0; i < stored->tag_count; i++) {
        struct buffer tag = { 0 };
        escape_markdown_tag(&tag, stored->tags[i]);
        bool same = strcmp(buffer_text(&tag), printed) == 0;
        buffer_free(&tag);
        if (same)
            return stored->tags[i];
    }
    return NULL;
}

static bool same_tags(const struct annotation *stored, const struct annotation *file)
{
    bool same = stored->tag_count == file->tag_count;
    for (size_t i = 0; same && i < file->tag_count; i++)
        same = stored_tag(stored, file->tags[i]) != NULL;
    return same;
}

bool edited_block_differs(const struct annotation *stored, const struct annotation *file)
{
    return !same_comment(stored->comment, file->comment) || !same_tags(stored, file);
}

bool edited_block_is_newer(const struct annotation *stored, const struct annotation *file)
{
    return strcmp(stored->modified, file->modified) == 0;
}

void edited_block_take(struct annotation *made, const struct annotation *stored,
                        const struct annotation *file)
{
    annotation_copy(made, stored);
    if (!same_comment(stored->comment, file->comment))
        annotation_set(&made->comment, file->comment);
    while (made->tag_count > 0)
        free(made->tags[--made->tag_count]);
    for (size_t i = 0; i < file->tag_count; i++) {
        const char *tag = stored_tag(stored, file->tags[i]);
        annotation_add_tag(made, tag != NULL ? tag : file->tags[i] + 1);
    }
    if (made->kind == ANNOTATION_HIGHLIGHT && made->comment[0] != '\0')
        made->kind = ANNOTATION_COMMENT;
}

/* ---- a whole file ---- */

struct counting {
    const struct annotation **sorted; /* by id */
    size_t count;
    size_t edited;
};

static int compare(const void *a, const void *b)
{
    const struct annotation *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

static bool count_block(void *context, struct annotation *file, bool own)
{
    struct counting *counting = context;
    const struct annotation *wanted = file;
    const struct annotation **stored = bsearch(&wanted, counting->sorted, counting->count,
                                               sizeof *counting->sorted, compare);
    (void)own;
    counting->edited += stored != NULL && edited_block_is_newer(*stored, file) &&
                        edited_block_differs(*stored, file);
    return true;
}

size_t edited_block_count(const char *file, size_t length, const struct export_set *set)
{
    struct counting counting = { .count = set->count };
    struct import_job job = { .take = count_block, .context = &counting };
    if (!import_is_own_markdown(file, length))
        return 0;
    counting.sorted = xcalloc(set->count + 1, sizeof *counting.sorted);
    for (size_t i = 0; i < set->count; i++)
        counting.sorted[i] = set->records[i].annotation;
    qsort(counting.sorted, counting.count, sizeof *counting.sorted, compare);
    (void)import_own_markdown(file, length, &job);
    free(counting.sorted);
    return counting.edited;
}
