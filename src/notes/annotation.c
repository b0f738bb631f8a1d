#include "notes/annotation.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"

struct field {
    const char *name;
    size_t at; /* of the char * in its struct */
};

static const struct field annotation_fields[] = {
    { "comment", offsetof(struct annotation, comment) },
    { "colour", offsetof(struct annotation, colour) },
    { "entity", offsetof(struct annotation, entity) },
    { "origin", offsetof(struct annotation, origin) },
    { "word", offsetof(struct annotation, word) },
    { "reading", offsetof(struct annotation, reading) },
};

static const struct field target_fields[] = {
    { "article", offsetof(struct annotation_target, article) },
    { "path", offsetof(struct annotation_target, path) },
    { "hash", offsetof(struct annotation_target, hash) },
    { "quote", offsetof(struct annotation_target, quote) },
    { "prefix", offsetof(struct annotation_target, prefix) },
    { "suffix", offsetof(struct annotation_target, suffix) },
    { "headings", offsetof(struct annotation_target, headings) },
    { "lang", offsetof(struct annotation_target, lang) },
    { "story", offsetof(struct annotation_target, story) },
    { "title", offsetof(struct annotation_target, title) },
    { "publisher", offsetof(struct annotation_target, publisher) },
    { "published", offsetof(struct annotation_target, published) },
    { "source", offsetof(struct annotation_target, source) },
};

#define ANNOTATION_FIELDS (sizeof annotation_fields / sizeof *annotation_fields)
#define TARGET_FIELDS (sizeof target_fields / sizeof *target_fields)

const char *annotation_field_name(size_t field)
{
    return field < ANNOTATION_FIELDS ? annotation_fields[field].name : NULL;
}

char **annotation_field(struct annotation *annotation, size_t field)
{
    if (field >= ANNOTATION_FIELDS)
        return NULL;
    return (char **)(void *)((char *)annotation + annotation_fields[field].at);
}

const char *target_field_name(size_t field)
{
    return field < TARGET_FIELDS ? target_fields[field].name : NULL;
}

char **target_field(struct annotation_target *target, size_t field)
{
    if (field >= TARGET_FIELDS)
        return NULL;
    return (char **)(void *)((char *)target + target_fields[field].at);
}

/* For reading alone: the fields of what is const. */
static const char *read_annotation(const struct annotation *annotation, size_t field)
{
    return *(char *const *)(const void *)((const char *)annotation + annotation_fields[field].at);
}

static const char *read_target(const struct annotation_target *target, size_t field)
{
    return *(char *const *)(const void *)((const char *)target + target_fields[field].at);
}

void annotation_begin(struct annotation *annotation)
{
    *annotation = (struct annotation){ .kind = ANNOTATION_HIGHLIGHT };
    for (size_t i = 0; i < ANNOTATION_FIELDS; i++)
        *annotation_field(annotation, i) = xstrdup("");
}

static void free_target(struct annotation_target *target)
{
    for (size_t i = 0; i < TARGET_FIELDS; i++)
        free(*target_field(target, i));
}

void annotation_free(struct annotation *annotation)
{
    for (size_t i = 0; i < ANNOTATION_FIELDS; i++)
        free(*annotation_field(annotation, i));
    for (size_t i = 0; i < annotation->tag_count; i++)
        free(annotation->tags[i]);
    for (size_t i = 0; i < annotation->target_count; i++)
        free_target(&annotation->targets[i]);
    free(annotation->tags);
    free(annotation->targets);
    *annotation = (struct annotation){ .kind = ANNOTATION_HIGHLIGHT };
}

void annotation_set(char **field, const char *text)
{
    char *fresh = xstrdup(text);
    free(*field);
    *field = fresh;
}

void annotation_copy(struct annotation *to, const struct annotation *from)
{
    *to = *from;
    to->tags = NULL;
    to->targets = NULL;
    to->tag_count = to->tag_capacity = 0;
    to->target_count = to->target_capacity = 0;
    for (size_t i = 0; i < ANNOTATION_FIELDS; i++)
        *annotation_field(to, i) = xstrdup(read_annotation(from, i));
    for (size_t i = 0; i < from->tag_count; i++)
        annotation_add_tag(to, from->tags[i]);
    for (size_t i = 0; i < from->target_count; i++) {
        const struct annotation_target *old = &from->targets[i];
        struct annotation_target *target = annotation_add_target(to, old->role);
        target->start = old->start;
        target->end = old->end;
        target->block = old->block;
        for (size_t field = 0; field < TARGET_FIELDS; field++)
            annotation_set(target_field(target, field), read_target(old, field));
    }
}

bool annotation_has_tag(const struct annotation *annotation, const char *tag)
{
    for (size_t i = 0; i < annotation->tag_count; i++) {
        if (strcmp(annotation->tags[i], tag) == 0)
            return true;
    }
    return false;
}

struct tags {
    char **items;
    size_t count;
    size_t capacity;
};

void annotation_add_tag(struct annotation *annotation, const char *tag)
{
    if (tag[0] == '\0' || annotation_has_tag(annotation, tag))
        return;
    struct tags tags = { annotation->tags, annotation->tag_count, annotation->tag_capacity };
    VECTOR_PUSH(&tags, xstrdup(tag));
    annotation->tags = tags.items;
    annotation->tag_count = tags.count;
    annotation->tag_capacity = tags.capacity;
}

void annotation_drop_tag(struct annotation *annotation, const char *tag)
{
    size_t kept = 0;
    for (size_t i = 0; i < annotation->tag_count; i++) {
        if (strcmp(annotation->tags[i], tag) == 0)
            free(annotation->tags[i]);
        else
            annotation->tags[kept++] = annotation->tags[i];
    }
    annotation->tag_count = kept;
}

struct annotation_target *annotation_target(const struct annotation *annotation,
                                            enum target_role role)
{
    for (size_t i = 0; i < annotation->target_count; i++) {
        if (annotation->targets[i].role == role)
            return &annotation->targets[i];
    }
    return NULL;
}

struct targets {
    struct annotation_target *items;
    size_t count;
    size_t capacity;
};

/* Targets stand in the order of their roles. */
struct annotation_target *annotation_add_target(struct annotation *annotation,
                                                enum target_role role)
{
    struct annotation_target *old = annotation_target(annotation, role);
    if (old != NULL)
        return old;
    struct targets targets = { annotation->targets, annotation->target_count,
                               annotation->target_capacity };
    VECTOR_PUSH(&targets, (struct annotation_target){ .role = role });
    size_t at = targets.count - 1;
    for (; at > 0 && targets.items[at - 1].role > role; at--)
        targets.items[at] = targets.items[at - 1];
    targets.items[at] = (struct annotation_target){ .role = role };
    for (size_t i = 0; i < TARGET_FIELDS; i++)
        *target_field(&targets.items[at], i) = xstrdup("");
    annotation->targets = targets.items;
    annotation->target_count = targets.count;
    annotation->target_capacity = targets.capacity;
    return &targets.items[at];
}

void annotation_drop_target(struct annotation *annotation, enum target_role role)
{
    struct annotation_target *target = annotation_target(annotation, role);
    if (target == NULL)
        return;
    free_target(target);
    size_t at = (size_t)(target - annotation->targets);
    annotation->target_count--;
    memmove(target, target + 1, (annotation->target_count - at) * sizeof *target);
}

static const char *selected_words(const struct annotation *annotation)
{
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    return target != NULL ? target->quote : "";
}

const char *annotation_word(const struct annotation *annotation)
{
    return *annotation->word != '\0' ? annotation->word : selected_words(annotation);
}

const char *annotation_sentence(const struct annotation *annotation)
{
    return *annotation->word != '\0' ? selected_words(annotation) : "";
}

static bool same_target(const struct annotation_target *a, const struct annotation_target *b)
{
    bool same =
        a->role == b->role && a->start == b->start && a->end == b->end && a->block == b->block;
    for (size_t i = 0; same && i < TARGET_FIELDS; i++)
        same = strcmp(read_target(a, i), read_target(b, i)) == 0;
    return same;
}

bool annotation_same(const struct annotation *a, const struct annotation *b)
{
    bool same = a->kind == b->kind && a->tag_count == b->tag_count &&
                a->target_count == b->target_count && strcmp(a->comment, b->comment) == 0 &&
                strcmp(a->colour, b->colour) == 0 && strcmp(a->entity, b->entity) == 0 &&
                strcmp(a->word, b->word) == 0 && strcmp(a->reading, b->reading) == 0;
    for (size_t i = 0; same && i < a->tag_count; i++)
        same = strcmp(a->tags[i], b->tags[i]) == 0;
    for (size_t i = 0; same && i < a->target_count; i++)
        same = same_target(&a->targets[i], &b->targets[i]);
    return same;
}

/* --- names of enumerations --- */

static const char *const kind_names[] = { N_("highlight"), N_("comment"), N_("question"),
                                          N_("tag"),       N_("link"),    N_("word") };
static const char *const state_names[] = { N_("exact"), N_("moved"), N_("ambiguous"), N_("lost") };
static const char *const role_names[] = { "selection", "counterpart", "destination" };

static bool find_name(const char *const *names, size_t count, const char *name, size_t *found)
{
    for (*found = 0; *found < count; ++*found) {
        if (strcmp(names[*found], name) == 0)
            return true;
    }
    return false;
}

const char *annotation_kind_name(enum annotation_kind kind)
{
    return kind_names[kind];
}

bool annotation_kind_parse(const char *name, enum annotation_kind *kind)
{
    size_t found;
    if (!find_name(kind_names, sizeof kind_names / sizeof *kind_names, name, &found))
        return false;
    *kind = (enum annotation_kind)found;
    return true;
}

const char *anchor_state_name(enum anchor_state state)
{
    return state_names[state];
}

bool anchor_state_parse(const char *name, enum anchor_state *state)
{
    size_t found;
    if (!find_name(state_names, sizeof state_names / sizeof *state_names, name, &found))
        return false;
    *state = (enum anchor_state)found;
    return true;
}

const char *target_role_name(enum target_role role)
{
    return role_names[role];
}

bool target_role_parse(const char *name, enum target_role *role)
{
    size_t found;
    if (!find_name(role_names, sizeof role_names / sizeof *role_names, name, &found))
        return false;
    *role = (enum target_role)found;
    return true;
}
