#include "notes/import_field.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "notes/stamp.h"

void import_set(char **field, struct json object, const char *name)
{
    struct json value = json_member(object, name);
    if (json_kind(value) != JSON_STRING)
        return;
    free(*field);
    *field = json_text(value);
}

void import_place(size_t *place, struct json object, const char *name)
{
    size_t number;
    if (json_size(json_member(object, name), &number) && number <= FILE_LIMIT_DEFAULT)
        *place = number;
}

/* KOReader counts seconds since 1970. */
static void read_time(struct json value, char out[ANNOTATION_TIME_SIZE])
{
    char read[ANNOTATION_TIME_SIZE];
    size_t seconds;
    char *text = json_text(value);
    if (json_size(value, &seconds) && seconds < (size_t)1 << 36)
        stamp_time((int64_t)seconds, out);
    else if (stamp_parse(text, read))
        memcpy(out, read, sizeof read);
    free(text);
}

void import_times(struct annotation *annotation, struct json object, const char *created,
                  const char *modified)
{
    read_time(json_member(object, created), annotation->created);
    if (modified != NULL)
        read_time(json_member(object, modified), annotation->modified);
}

void import_tags(struct annotation *annotation, struct json tags, const char *name)
{
    for (struct json tag = json_first(tags); json_kind(tag) != JSON_NOTHING; tag = json_next(tag)) {
        char *text = json_text(name != NULL ? json_member(tag, name) : tag);
        annotation_add_tag(annotation, text);
        free(text);
    }
}

void import_origin(struct annotation *annotation, const char *where, struct json id)
{
    size_t number;
    char *text = json_text(id);
    char *origin = NULL;
    if (text[0] != '\0')
        origin = xasprintf("%s:%s", where, text);
    else if (json_size(id, &number))
        origin = xasprintf("%s:%zu", where, number);
    if (origin != NULL)
        annotation_set(&annotation->origin, origin);
    free(origin);
    free(text);
}

enum annotation_kind import_kind(const struct annotation *annotation)
{
    if (annotation->comment[0] != '\0')
        return ANNOTATION_COMMENT;
    return annotation->tag_count > 0 ? ANNOTATION_TAG : ANNOTATION_HIGHLIGHT;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* A note on the whole article says something, and on which one. */
static bool is_page_note(const struct annotation *annotation,
                         const struct annotation_target *target)
{
    return !is_blank(annotation->comment) &&
           (target->source[0] != '\0' || target->title[0] != '\0');
}

bool import_give(struct import_job *job, struct annotation *annotation, bool own)
{
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    bool more = true;
    if (!own && (target == NULL || (is_blank(target->quote) && !is_page_note(annotation, target))))
        job->left_out++;
    else
        more = job->take(job->context, annotation, own);
    annotation_free(annotation);
    return more;
}
