#include "notes/import_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "notes/import_field.h"
#include "notes/import_readwise.h"
#include "notes/import_w3c.h"
#include "notes/import_zotero.h"

/* --- Hypothesis --- */

static void read_hypothesis_target(struct annotation_target *target, struct json object)
{
    for (struct json selector = json_first(json_member(object, "selector"));
         json_kind(selector) != JSON_NOTHING; selector = json_next(selector)) {
        struct json type = json_member(selector, "type");
        if (json_is(type, "TextQuoteSelector")) {
            import_set(&target->quote, selector, "exact");
            import_set(&target->prefix, selector, "prefix");
            import_set(&target->suffix, selector, "suffix");
        } else if (json_is(type, "TextPositionSelector")) {
            import_place(&target->start, selector, "start");
            import_place(&target->end, selector, "end");
        }
    }
}

static bool take_hypothesis(struct json row, struct import_job *job)
{
    struct annotation annotation;
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    import_origin(&annotation, "hypothesis", json_member(row, "id"));
    import_times(&annotation, row, "created", "updated");
    import_set(&annotation.comment, row, "text");
    import_set(&target->source, row, "uri");
    struct json title = json_first(json_member(json_member(row, "document"), "title"));
    if (json_kind(title) == JSON_STRING) {
        free(target->title);
        target->title = json_text(title);
    }
    read_hypothesis_target(target, json_first(json_member(row, "target")));
    import_tags(&annotation, json_member(row, "tags"), NULL);
    annotation.kind = import_kind(&annotation);
    return import_give(job, &annotation, false);
}

/* --- KOReader --- */

static bool take_koreader(struct json book, struct json entry, struct import_job *job)
{
    struct annotation annotation;
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    import_set(&target->quote, entry, "text");
    import_set(&target->title, book, "title");
    import_set(&target->publisher, book, "author");
    import_set(&target->headings, entry, "chapter");
    import_set(&annotation.comment, entry, "note");
    import_set(&annotation.colour, entry, "color");
    import_times(&annotation, entry, "time", NULL);
    annotation.kind = import_kind(&annotation);
    return import_give(job, &annotation, false);
}

static bool take_koreader_book(struct json book, struct import_job *job)
{
    bool more = true;
    for (struct json entry = json_first(json_member(book, "entries"));
         more && json_kind(entry) != JSON_NOTHING; entry = json_next(entry))
        more = take_koreader(book, entry, job);
    return more;
}

/* --- which it is --- */

static bool take_each(struct json list, bool (*take)(struct json item, struct import_job *job),
                      struct import_job *job)
{
    bool more = true;
    for (struct json item = json_first(list); more && json_kind(item) != JSON_NOTHING;
         item = json_next(item))
        more = take(item, job);
    return more;
}

static bool is_array(struct json object, const char *name)
{
    return json_kind(json_member(object, name)) == JSON_ARRAY;
}

/* Annotations are of something: of a target, or of what Hypothesis calls uri. */
static bool is_annotation(struct json item)
{
    return json_kind(json_member(item, "target")) != JSON_NOTHING ||
           json_kind(json_member(item, "uri")) == JSON_STRING;
}

/* A list of JSON that is something else is not taken for a list of annotations. An empty one is. */
static bool begins_with(struct json list, bool (*is)(struct json item))
{
    struct json item = json_first(list);
    return json_kind(item) == JSON_NOTHING || is(item);
}

static bool is_book(struct json item)
{
    return json_kind(json_member(item, "entries")) == JSON_ARRAY;
}

static bool is_entry(struct json item)
{
    return json_kind(json_member(item, "text")) == JSON_STRING;
}

/* The kinds that are known by a list of theirs. */
static const struct {
    const char *list;
    bool (*is)(struct json item);
    const char *kind;
} lists[] = {
    { "items", is_annotation, "W3C annotations" },
    { "@graph", is_annotation, "W3C annotations" },
    { "rows", is_annotation, "Hypothesis' API" },
    { "annotations", is_annotation, "Hypothesis' sidebar" },
    { "documents", is_book, "KOReader's JSON" },
    { "entries", is_entry, "KOReader's JSON" },
    { "results", import_readwise_is_book, "Readwise's API" },
    { "results", import_readwise_is_document, "Readwise Reader's API" },
};

static const char *kind_of(struct json root)
{
    if (import_zotero_knows(root))
        return "Zotero's JSON";
    if (json_kind(root) == JSON_ARRAY)
        return begins_with(root, is_annotation) ? "W3C annotations" : NULL;
    bool listed = false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct json list = json_member(root, lists[i].list);
        if (json_kind(list) == JSON_ARRAY && begins_with(list, lists[i].is))
            return lists[i].kind;
        listed |= json_kind(list) == JSON_ARRAY;
    }
    if (listed)
        return NULL;
    struct json first = json_member(json_member(root, "first"), "items");
    bool known = json_kind(first) == JSON_ARRAY ? begins_with(first, is_annotation)
                                                : is_annotation(root);
    return known ? "W3C annotations" : NULL;
}

bool import_json_knows(struct json root)
{
    return kind_of(root) != NULL;
}

/* Hypothesis' rows have a list of targets as W3C annotations may; `uri` gives them away. */
static bool take_item(struct json item, struct import_job *job)
{
    return json_kind(json_member(item, "uri")) == JSON_STRING ? take_hypothesis(item, job)
                                                              : import_w3c(item, job);
}

static bool import_object(struct json root, struct import_job *job)
{
    struct json first = json_member(root, "first");
    if (is_array(root, "@graph"))
        return take_each(json_member(root, "@graph"), take_item, job);
    if (is_array(root, "items"))
        return take_each(json_member(root, "items"), import_w3c, job);
    if (is_array(first, "items"))
        return take_each(json_member(first, "items"), import_w3c, job);
    if (is_array(root, "annotations"))
        return take_each(json_member(root, "annotations"), take_item, job);
    if (is_array(root, "rows"))
        return take_each(json_member(root, "rows"), take_hypothesis, job);
    if (is_array(root, "documents"))
        return take_each(json_member(root, "documents"), take_koreader_book, job);
    if (is_array(root, "entries"))
        return take_koreader_book(root, job);
    if (is_array(root, "results"))
        return import_readwise(json_member(root, "results"), job);
    return take_item(root, job);
}

bool import_json(struct json root, struct import_job *job, bool *known)
{
    job->kind = kind_of(root);
    *known = job->kind != NULL;
    if (!*known)
        return true;
    if (import_zotero_knows(root))
        return import_zotero(root, job);
    return json_kind(root) == JSON_ARRAY ? take_each(root, take_item, job)
                                         : import_object(root, job);
}
