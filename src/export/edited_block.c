#include "export/edited_block.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "export/escape_markdown.h"
#include "export/escape_org.h"
#include "notes/import.h"
#include "notes/import_markdown.h"
#include "notes/import_org.h"

/* Whether the comment in the file is what the export makes of the stored one. */
static bool same_comment(const char *stored, const char *file, enum import_edited edited)
{
    struct buffer item = { 0 };
    char *printed;
    if (edited == IMPORT_EDITED_ORG) {
        escape_org(&item, stored, strlen(stored), "\n");
        printed = import_org_plain(buffer_text(&item), item.length);
    } else {
        escape_markdown_source(&item, stored, strlen(stored), 0);
        printed = import_markdown_unitem(buffer_text(&item));
    }
    bool same = strcmp(printed, file) == 0;
    free(printed);
    buffer_free(&item);
    return same;
}

/* With a # before it and no colon behind it. */
static void add_org_tag(struct buffer *out, const char *tag)
{
    buffer_add_byte(out, '#');
    escape_org_tag(out, tag);
    if (out->length > 1)
        buffer_truncate(out, out->length - 1);
}

/* The tag that the export prints so, NULL when the note has none. */
static const char *stored_tag(const struct annotation *stored, const char *printed,
                              enum import_edited edited)
{
    for (size_t i = 0; i < stored->tag_count; i++) {
        struct buffer tag = { 0 };
        if (edited == IMPORT_EDITED_ORG)
            add_org_tag(&tag, stored->tags[i]);
        else
            escape_markdown_tag(&tag, stored->tags[i]);
        bool same = strcmp(buffer_text(&tag), printed) == 0;
        buffer_free(&tag);
        if (same)
            return stored->tags[i];
    }
    return NULL;
}

static bool same_tags(const struct annotation *stored, const struct annotation *file,
                      enum import_edited edited)
{
    bool same = stored->tag_count == file->tag_count;
    for (size_t i = 0; same && i < file->tag_count; i++)
        same = stored_tag(stored, file->tags[i], edited) != NULL;
    return same;
}

bool edited_block_differs(const struct annotation *stored, const struct annotation *file,
                          enum import_edited edited)
{
    return !same_comment(stored->comment, file->comment, edited) ||
           !same_tags(stored, file, edited);
}

bool edited_block_is_newer(const struct annotation *stored, const struct annotation *file)
{
    return strcmp(stored->modified, file->modified) == 0;
}

void edited_block_take(struct annotation *made, const struct annotation *stored,
                       const struct annotation *file, enum import_edited edited)
{
    annotation_copy(made, stored);
    if (!same_comment(stored->comment, file->comment, edited))
        annotation_set(&made->comment, file->comment);
    while (made->tag_count > 0)
        free(made->tags[--made->tag_count]);
    for (size_t i = 0; i < file->tag_count; i++) {
        const char *tag = stored_tag(stored, file->tags[i], edited);
        annotation_add_tag(made, tag != NULL ? tag : file->tags[i] + 1);
    }
    if (made->kind == ANNOTATION_HIGHLIGHT && made->comment[0] != '\0')
        made->kind = ANNOTATION_COMMENT;
}

/* ---- a whole file ---- */

struct counting {
    const struct annotation **sorted; /* by id */
    size_t count;
    const struct import_job *job;
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
                        edited_block_differs(*stored, file, counting->job->edited);
    return true;
}

size_t edited_block_count(const char *file, size_t length, const struct export_set *set)
{
    struct counting counting = { .count = set->count };
    struct import_job job = { .take = count_block, .context = &counting };
    bool org = import_is_own_org(file, length);
    if (!org && !import_is_own_markdown(file, length))
        return 0;
    counting.job = &job;
    counting.sorted = xcalloc(set->count + 1, sizeof *counting.sorted);
    for (size_t i = 0; i < set->count; i++)
        counting.sorted[i] = set->records[i].annotation;
    qsort(counting.sorted, counting.count, sizeof *counting.sorted, compare);
    (void)(org ? import_own_org : import_own_markdown)(file, length, &job);
    free(counting.sorted);
    return counting.edited;
}
