#include "export/json_print.h"

#include <string.h>

#include "export/escape_json.h"
#include "export/json_writer.h"

/* An annotation stands inside collection, page and items. */
#define DEPTH 3

static const char *const motivations[] = { "highlighting", "commenting", "questioning", "tagging",
                                           "linking", "describing" };

static void add_iri(struct json_writer *json, const char *key, const char *start, const char *id)
{
    struct buffer iri = { 0 };
    buffer_add_text(&iri, start);
    escape_iri(&iri, id);
    json_writer_text(json, key, buffer_text(&iri));
    buffer_free(&iri);
}

static void add_source(struct json_writer *json, const struct annotation_target *target)
{
    json_writer_open(json, "source", '{');
    add_iri(json, "id", JSON_ARTICLE, target->article);
    json_writer_text(json, "type", "Text");
    json_writer_known(json, "language", target->lang);
    json_writer_known(json, "dc:title", target->title);
    json_writer_known(json, "dc:publisher", target->publisher);
    json_writer_known(json, "dcterms:issued", target->published);
    json_writer_known(json, "dc:source", target->source);
    json_writer_known(json, "diptych:story", target->story);
    json_writer_known(json, "diptych:path", target->path);
    json_writer_known(json, "diptych:sha256", target->hash);
    json_writer_close(json, '}');
}

static void add_selectors(struct json_writer *json, const struct annotation_target *target)
{
    json_writer_open(json, "selector", '[');
    json_writer_open(json, NULL, '{');
    json_writer_text(json, "type", "TextQuoteSelector");
    json_writer_text(json, "exact", target->quote);
    json_writer_known(json, "prefix", target->prefix);
    json_writer_known(json, "suffix", target->suffix);
    json_writer_close(json, '}');
    json_writer_open(json, NULL, '{');
    json_writer_text(json, "type", "TextPositionSelector");
    json_writer_number(json, "start", target->start);
    json_writer_number(json, "end", target->end);
    json_writer_close(json, '}');
    json_writer_close(json, ']');
}

static void add_headings(struct json_writer *json, const char *headings)
{
    if (headings[0] == '\0')
        return;
    json_writer_open(json, "diptych:headings", '[');
    for (const char *at = headings;; at++) {
        size_t length = strcspn(at, "\n");
        json_writer_span(json, NULL, at, length);
        at += length;
        if (*at == '\0')
            break;
    }
    json_writer_close(json, ']');
}

static void add_passage(struct json_writer *json, const struct note_record *record,
                        enum target_role role, const char *purpose)
{
    const struct annotation_target *target = record_target(record, role);
    if (target == NULL)
        return;
    json_writer_open(json, NULL, '{');
    json_writer_text(json, "type", "SpecificResource");
    json_writer_known(json, "purpose", purpose);
    add_source(json, target);
    add_selectors(json, target);
    json_writer_text(json, "diptych:role", target_role_name(role));
    add_headings(json, target->headings);
    json_writer_number(json, "diptych:block", target->block);
    json_writer_text(json, "diptych:state", anchor_state_name(record->places[role].state));
    if (record->statements != NULL) {
        const struct record_statement *statement = &record->statements[role];
        if (statement->speaker != NULL)
            json_writer_text(json, "diptych:speaker", statement->speaker);
        if (statement->cue != NULL)
            json_writer_text(json, "diptych:cue", statement->cue);
    }
    json_writer_close(json, '}');
}

static void add_textual(struct json_writer *json, const char *purpose, const char *format,
                        const char *value)
{
    json_writer_open(json, NULL, '{');
    json_writer_text(json, "type", "TextualBody");
    json_writer_text(json, "purpose", purpose);
    json_writer_known(json, "format", format);
    json_writer_text(json, "value", value);
    json_writer_close(json, '}');
}

static void add_entity(struct json_writer *json, const char *purpose, const char *id,
                       const char *name, const char *type)
{
    json_writer_open(json, NULL, '{');
    json_writer_text(json, "type", "SpecificResource");
    json_writer_text(json, "purpose", purpose);
    add_iri(json, "source", JSON_ENTITY, id);
    json_writer_known(json, "diptych:name", name);
    json_writer_known(json, "diptych:type", type);
    json_writer_close(json, '}');
}

static bool has_body(const struct note_record *record)
{
    const struct annotation *annotation = record->annotation;
    return annotation->comment[0] != '\0' || annotation->tag_count > 0 ||
           annotation->entity[0] != '\0' || record->entity_count > 0 ||
           record_target(record, TARGET_DESTINATION) != NULL;
}

static void add_body(struct json_writer *json, const struct note_record *record)
{
    const struct annotation *annotation = record->annotation;
    if (!has_body(record))
        return;
    json_writer_open(json, "body", '[');
    if (annotation->comment[0] != '\0')
        add_textual(json, annotation->kind == ANNOTATION_QUESTION ? "questioning" : "commenting",
                    "text/markdown", annotation->comment);
    for (size_t i = 0; i < annotation->tag_count; i++)
        add_textual(json, "tagging", "", annotation->tags[i]);
    if (annotation->entity[0] != '\0')
        add_entity(json, "linking", annotation->entity, "", "");
    add_passage(json, record, TARGET_DESTINATION, "linking");
    for (size_t i = 0; i < record->entity_count; i++)
        add_entity(json, "identifying", record->entities[i].id, record->entities[i].name,
                   record->entities[i].type);
    json_writer_close(json, ']');
}

/* The model wants one target at least. */
static void add_targets(struct json_writer *json, const struct note_record *record)
{
    json_writer_open(json, "target", '[');
    if (record_selection(record) == NULL && record_counterpart(record) == NULL)
        json_writer_text(json, NULL, JSON_ARTICLE);
    add_passage(json, record, TARGET_SELECTION, "");
    add_passage(json, record, TARGET_COUNTERPART, "");
    json_writer_close(json, ']');
}

static void add_item(struct buffer *out, const struct export_set *set, size_t index)
{
    struct json_writer json = { .out = out, .depth = DEPTH, .filled = index > 0 };
    const struct note_record *record = &set->records[index];
    const struct annotation *annotation = record->annotation;
    json_writer_open(&json, NULL, '{');
    add_iri(&json, "id", JSON_NOTE, annotation->id);
    json_writer_text(&json, "type", "Annotation");
    json_writer_text(&json, "motivation", motivations[annotation->kind]);
    json_writer_known(&json, "created", annotation->created);
    json_writer_known(&json, "modified", annotation->modified);
    json_writer_known(&json, "diptych:colour", annotation->colour);
    json_writer_known(&json, "diptych:origin", annotation->origin);
    json_writer_known(&json, "diptych:word", annotation->word);
    json_writer_known(&json, "diptych:reading", annotation->reading);
    add_body(&json, record);
    add_targets(&json, record);
    json_writer_close(&json, '}');
}

static void begin(struct buffer *out, const struct export_set *set)
{
    struct json_writer json = { .out = out };
    json_writer_open(&json, NULL, '{');
    json_writer_open(&json, "@context", '[');
    json_writer_text(&json, NULL, JSON_CONTEXT);
    json_writer_open(&json, NULL, '{');
    json_writer_text(&json, "diptych", JSON_TERMS);
    json_writer_close(&json, '}');
    json_writer_close(&json, ']');
    json_writer_text(&json, "id", "urn:diptych:notes");
    json_writer_text(&json, "type", "AnnotationCollection");
    json_writer_text(&json, "label", "Notes");
    json_writer_number(&json, "total", set->count);
    json_writer_open(&json, "first", '{');
    json_writer_text(&json, "id", "urn:diptych:notes:page:1");
    json_writer_text(&json, "type", "AnnotationPage");
    json_writer_text(&json, "partOf", "urn:diptych:notes");
    json_writer_number(&json, "startIndex", 0);
    json_writer_open(&json, "items", '[');
}

static void end(struct buffer *out, const struct export_set *set)
{
    struct json_writer json = { .out = out, .depth = DEPTH, .filled = set->count > 0 };
    json_writer_close(&json, ']');
    json_writer_close(&json, '}');
    json_writer_text(&json, "last", "urn:diptych:notes:page:1");
    json_writer_close(&json, '}');
    buffer_add_byte(out, '\n');
}

const struct printer json_printer = {
    .name = "json", .extension = "json", .begin = begin, .item = add_item, .end = end
};
