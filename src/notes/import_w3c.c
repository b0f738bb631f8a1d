#include "notes/import_w3c.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "notes/import_field.h"
#include "notes/stamp.h"

/* --- what both have --- */

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
        import_place(&target->start, selector, "start");
        import_place(&target->end, selector, "end");
    }
    if (json_kind(json_member(selector, "refinedBy")) != JSON_NOTHING)
        read_selector(target, json_member(selector, "refinedBy"));
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

/* --- our own --- */

#define NOTE "urn:diptych:note:"
#define ARTICLE "urn:diptych:article:"
#define ENTITY "urn:diptych:entity:"

static int hex_value(char digit)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *at = digit != '\0' ? strchr(digits, digit & ~0x20) : NULL;
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return at != NULL ? (int)(at - digits) : -1;
}

/* What stands behind `prefix`, percent-decoded in place; NULL when it is another IRI. */
static char *read_iri(char *text, const char *prefix)
{
    if (strncmp(text, prefix, strlen(prefix)) != 0)
        return NULL;
    char *out = text;
    for (const char *at = text + strlen(prefix); *at != '\0'; at++) {
        int high = *at == '%' ? hex_value(at[1]) : -1;
        int low = high >= 0 ? hex_value(at[2]) : -1;
        bool escape = low >= 0 && high * 16 + low > 0;
        *out++ = escape ? (char)(high * 16 + low) : *at;
        at += escape ? 2 : 0;
    }
    *out = '\0';
    return text;
}

static void set_iri(char **field, struct json value, const char *prefix)
{
    char *text = json_text(value);
    const char *rest = read_iri(text, prefix);
    if (rest != NULL)
        annotation_set(field, rest);
    free(text);
}

static void read_headings(struct annotation_target *target, struct json headings)
{
    struct buffer path = { 0 };
    for (struct json item = json_first(headings); json_kind(item) != JSON_NOTHING;
         item = json_next(item)) {
        char *text = json_text(item);
        buffer_add_text(&path, path.length > 0 ? "\n" : "");
        buffer_add_text(&path, text);
        free(text);
    }
    annotation_set(&target->headings, buffer_text(&path));
    buffer_free(&path);
}

static void read_own_passage(struct annotation *annotation, struct json passage)
{
    enum target_role role;
    char *name = json_text(json_member(passage, "diptych:role"));
    bool known = target_role_parse(name, &role);
    free(name);
    if (!known)
        return;
    struct annotation_target *target = annotation_add_target(annotation, role);
    struct json source = json_member(passage, "source");
    set_iri(&target->article, json_member(source, "id"), ARTICLE);
    import_set(&target->lang, source, "language");
    import_set(&target->title, source, "dc:title");
    import_set(&target->publisher, source, "dc:publisher");
    import_set(&target->published, source, "dcterms:issued");
    import_set(&target->source, source, "dc:source");
    import_set(&target->story, source, "diptych:story");
    import_set(&target->path, source, "diptych:path");
    import_set(&target->hash, source, "diptych:sha256");
    read_selector(target, json_member(passage, "selector"));
    read_headings(target, json_member(passage, "diptych:headings"));
    import_place(&target->block, passage, "diptych:block");
}

/* Bodies with the purpose identifying are the exporter's finding, not the reader's. */
static void read_own_body(struct annotation *annotation, struct json body)
{
    struct json purpose = json_member(body, "purpose");
    if (is_type(body, "TextualBody") && json_is(purpose, "tagging")) {
        char *tag = json_text(json_member(body, "value"));
        annotation_add_tag(annotation, tag);
        free(tag);
    } else if (is_type(body, "TextualBody")) {
        import_set(&annotation->comment, body, "value");
    } else if (json_is(purpose, "linking") &&
               json_kind(json_member(body, "source")) == JSON_STRING) {
        set_iri(&annotation->entity, json_member(body, "source"), ENTITY);
    } else if (json_is(purpose, "linking")) {
        read_own_passage(annotation, body);
    }
}

/* False when it is not ours: it has no id of ours, or no kind. */
static bool read_own(struct annotation *annotation, struct json item)
{
    char *iri = json_text(json_member(item, "id"));
    const char *id = read_iri(iri, NOTE);
    bool word = json_is(json_member(item, "motivation"), "describing");
    bool own = id != NULL && stamp_is_id(id) &&
               (word || read_motivation(annotation, json_member(item, "motivation")));
    if (own)
        memcpy(annotation->id, id, sizeof annotation->id);
    free(iri);
    if (!own)
        return false;
    import_times(annotation, item, "created", "modified");
    import_set(&annotation->colour, item, "diptych:colour");
    import_set(&annotation->word, item, "diptych:word");
    import_set(&annotation->reading, item, "diptych:reading");
    if (word)
        annotation->kind = ANNOTATION_WORD;
    import_set(&annotation->origin, item, "diptych:origin");
    for (struct json body = json_first(json_member(item, "body")); json_kind(body) != JSON_NOTHING;
         body = json_next(body))
        read_own_body(annotation, body);
    for (struct json target = json_first(json_member(item, "target"));
         json_kind(target) != JSON_NOTHING; target = json_next(target))
        read_own_passage(annotation, target);
    return true;
}

/* --- others' --- */

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
    if (target->quote[0] != '\0')
        return;
    if (json_kind(targets) != JSON_OBJECT) { /* the whole of it */
        read_source(target, targets);
        return;
    }
    read_source(target, json_kind(json_member(targets, "source")) != JSON_NOTHING
                            ? json_member(targets, "source")
                            : targets);
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
    annotation_begin(&annotation);
    bool own = read_own(&annotation, item);
    if (!own && json_kind(item) == JSON_OBJECT)
        read_foreign(&annotation, item);
    return import_give(job, &annotation, own);
}
