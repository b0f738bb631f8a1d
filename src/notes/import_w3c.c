#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "notes/import_json.h"
#include "notes/stamp.h"

/* --- our own --- */

static void read_own_target(struct annotation *annotation, struct json object)
{
    enum target_role role;
    char *name = json_text(json_member(object, "role"));
    bool known = target_role_parse(name, &role);
    free(name);
    if (!known)
        return;
    struct annotation_target *target = annotation_add_target(annotation, role);
    (void)json_size(json_member(object, "start"), &target->start);
    (void)json_size(json_member(object, "end"), &target->end);
    (void)json_size(json_member(object, "block"), &target->block);
    for (size_t i = 0; target_field_name(i) != NULL; i++)
        import_set(target_field(target, i), object, target_field_name(i));
}

static bool read_own(struct annotation *annotation, struct json record)
{
    char *id = json_text(json_member(record, "id"));
    char *kind = json_text(json_member(record, "kind"));
    bool ok = stamp_is_id(id) && annotation_kind_parse(kind, &annotation->kind);
    if (ok)
        memcpy(annotation->id, id, sizeof annotation->id);
    free(id);
    free(kind);
    import_times(annotation, record, "created", "modified");
    for (size_t i = 0; annotation_field_name(i) != NULL; i++)
        import_set(annotation_field(annotation, i), record, annotation_field_name(i));
    for (struct json tag = json_first(json_member(record, "tags")); json_kind(tag) != JSON_NOTHING;
         tag = json_next(tag)) {
        char *text = json_text(tag);
        annotation_add_tag(annotation, text);
        free(text);
    }
    for (struct json target = json_first(json_member(record, "targets"));
         json_kind(target) != JSON_NOTHING; target = json_next(target))
        read_own_target(annotation, target);
    return ok && annotation->target_count > 0;
}

/* --- others' --- */

static bool is_type(struct json object, const char *type)
{
    struct json value = json_member(object, "type");
    if (json_kind(value) != JSON_ARRAY)
        return json_is(value, type);
    for (struct json item = json_first(value); json_kind(item) != JSON_NOTHING;
         item = json_next(item)) {
        if (json_is(item, type))
            return true;
    }
    return false;
}

static void read_selector(struct annotation_target *target, struct json selector)
{
    if (json_kind(selector) == JSON_ARRAY) {
        for (struct json item = json_first(selector); json_kind(item) != JSON_NOTHING;
             item = json_next(item))
            read_selector(target, item);
        return;
    }
    if (is_type(selector, "TextQuoteSelector")) {
        import_set(&target->quote, selector, "exact");
        import_set(&target->prefix, selector, "prefix");
        import_set(&target->suffix, selector, "suffix");
    } else if (is_type(selector, "TextPositionSelector")) {
        (void)json_size(json_member(selector, "start"), &target->start);
        (void)json_size(json_member(selector, "end"), &target->end);
    }
    if (json_kind(json_member(selector, "refinedBy")) != JSON_NOTHING)
        read_selector(target, json_member(selector, "refinedBy"));
}

static void read_source(struct annotation_target *target, struct json source)
{
    if (json_kind(source) == JSON_STRING) {
        char *text = json_text(source);
        annotation_set(&target->source, text);
        free(text);
    } else if (json_kind(source) == JSON_OBJECT) {
        import_set(&target->source, source, "id");
        import_set(&target->title, source, "title");
    }
}

/* The first target that has a quote is the selection; others are left alone. */
static void read_targets(struct annotation *annotation, struct json targets)
{
    if (json_kind(targets) == JSON_ARRAY) {
        for (struct json item = json_first(targets); json_kind(item) != JSON_NOTHING;
             item = json_next(item))
            read_targets(annotation, item);
        return;
    }
    struct annotation_target *target = annotation_add_target(annotation, TARGET_SELECTION);
    if (target->quote[0] != '\0' || json_kind(targets) != JSON_OBJECT)
        return;
    read_source(target, json_member(targets, "source"));
    read_selector(target, json_member(targets, "selector"));
}

static void add_comment(struct annotation *annotation, const char *text)
{
    struct buffer comment = { 0 };
    buffer_add_text(&comment, annotation->comment);
    if (comment.length > 0 && text[0] != '\0')
        buffer_add_text(&comment, "\n\n");
    buffer_add_text(&comment, text);
    annotation_set(&annotation->comment, buffer_text(&comment));
    buffer_free(&comment);
}

static void read_body(struct annotation *annotation, struct json body)
{
    if (json_kind(body) == JSON_ARRAY) {
        for (struct json item = json_first(body); json_kind(item) != JSON_NOTHING;
             item = json_next(item))
            read_body(annotation, item);
        return;
    }
    struct json value = json_member(body, "value");
    char *text = json_text(json_kind(body) == JSON_STRING ? body : value);
    if (json_is(json_member(body, "purpose"), "tagging"))
        annotation_add_tag(annotation, text);
    else if (json_kind(body) == JSON_STRING || is_type(body, "TextualBody") ||
             json_kind(value) == JSON_STRING)
        add_comment(annotation, text);
    free(text);
}

/* The first motivation of an array counts. */
static bool read_motivation(struct annotation *annotation, struct json motivation)
{
    static const struct {
        const char *name;
        enum annotation_kind kind;
    } names[] = {
        { "highlighting", ANNOTATION_HIGHLIGHT }, { "commenting", ANNOTATION_COMMENT },
        { "questioning", ANNOTATION_QUESTION },   { "tagging", ANNOTATION_TAG },
        { "linking", ANNOTATION_LINK },           { "identifying", ANNOTATION_LINK },
    };
    if (json_kind(motivation) == JSON_ARRAY)
        motivation = json_first(motivation);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (json_is(motivation, names[i].name)) {
            annotation->kind = names[i].kind;
            return true;
        }
    }
    return false;
}

static void read_foreign(struct annotation *annotation, struct json item)
{
    import_set(&annotation->origin, item, "id");
    import_times(annotation, item, "created", "modified");
    read_targets(annotation, json_member(item, "target"));
    read_body(annotation, json_member(item, "body"));
    if (json_kind(json_member(item, "bodyValue")) == JSON_STRING)
        read_body(annotation, json_member(item, "bodyValue"));
    if (!read_motivation(annotation, json_member(item, "motivation")))
        annotation->kind = import_kind(annotation);
}

bool import_w3c(struct json item, struct import_job *job)
{
    struct annotation annotation;
    struct json record = json_member(item, "diptych");
    annotation_begin(&annotation);
    if (json_kind(record) == JSON_OBJECT && read_own(&annotation, record))
        return import_give(job, &annotation, true);
    annotation_free(&annotation);
    annotation_begin(&annotation);
    if (json_kind(item) == JSON_OBJECT)
        read_foreign(&annotation, item);
    return import_give(job, &annotation, false);
}
