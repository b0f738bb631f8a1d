#include "export/field.h"

#include <string.h>

/* Strings of the annotation itself: those that lie in it, and those it points to. */
static void add_own(const struct field *field, const struct note_record *record, struct buffer *out)
{
    buffer_add_text(out, (const char *)record->annotation + field->place);
}

static void add_own_text(const struct field *field, const struct note_record *record,
                         struct buffer *out)
{
    buffer_add_text(out, *(char *const *)((const char *)record->annotation + field->place));
}

static void add_kind(const struct field *field, const struct note_record *record,
                     struct buffer *out)
{
    (void)field;
    buffer_add_text(out, annotation_kind_name(record->annotation->kind));
}

static void add_tags(const struct field *field, const struct note_record *record,
                     struct buffer *out)
{
    (void)field;
    for (size_t i = 0; i < record->annotation->tag_count; i++) {
        buffer_add_text(out, i > 0 ? ", " : "");
        buffer_add_text(out, record->annotation->tags[i]);
    }
}

static void add_link(const struct field *field, const struct note_record *record,
                     struct buffer *out)
{
    (void)field;
    const struct annotation_target *destination = record_target(record, TARGET_DESTINATION);
    buffer_add_text(out, record->annotation->entity);
    if (record->annotation->entity[0] == '\0' && destination != NULL)
        buffer_add_text(out, destination->article);
}

static void add_entities(const struct field *field, const struct note_record *record,
                         struct buffer *out)
{
    (void)field;
    for (size_t i = 0; i < record->entity_count; i++) {
        buffer_add_text(out, i > 0 ? ", " : "");
        buffer_add_text(out, record->entities[i].id);
    }
}

void field_add_headings(const struct annotation_target *target, bool below_title,
                        const char *between, struct buffer *out)
{
    const char *at = target->headings;
    size_t title = strlen(target->title);
    if (below_title && strncmp(at, target->title, title) == 0 &&
        (at[title] == '\n' || at[title] == '\0'))
        at += title + (at[title] != '\0');
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        buffer_add(out, at, length);
        buffer_add_text(out, at[length] != '\0' ? between : "");
        at += length + (at[length] != '\0');
    }
}

/* A string and a number of the target of the field's role. */
static void add_text(const struct field *field, const struct note_record *record,
                     struct buffer *out)
{
    const struct annotation_target *target = record_target(record, field->role);
    if (target != NULL)
        buffer_add_text(out, *(char *const *)((const char *)target + field->place));
}

static void add_number(const struct field *field, const struct note_record *record,
                       struct buffer *out)
{
    const struct annotation_target *target = record_target(record, field->role);
    if (target != NULL)
        buffer_add_number(out, *(const size_t *)((const char *)target + field->place));
}

static void add_headings(const struct field *field, const struct note_record *record,
                         struct buffer *out)
{
    const struct annotation_target *target = record_target(record, field->role);
    if (target != NULL)
        field_add_headings(target, false, " > ", out);
}

static void add_state(const struct field *field, const struct note_record *record,
                      struct buffer *out)
{
    if (record_target(record, field->role) != NULL)
        buffer_add_text(out, anchor_state_name(record->places[field->role].state));
}

/* Who says what the passage of that role has. */
static void add_statement(const struct field *field, const struct note_record *record,
                          struct buffer *out)
{
    if (record->statements == NULL)
        return;
    const struct record_statement *statement = &record->statements[field->role];
    const char *text = *(const char *const *)((const char *)statement + field->place);
    buffer_add_text(out, text != NULL ? text : "");
}

#define OWN(part) TARGET_SELECTION, offsetof(struct annotation, part)
#define HERE(part) TARGET_SELECTION, offsetof(struct annotation_target, part)
#define THERE(part) TARGET_COUNTERPART, offsetof(struct annotation_target, part)
#define SAID(part) offsetof(struct record_statement, part)

static const struct field fields[] = {
    { "id", true, add_own, OWN(id) },
    { "kind", true, add_kind, OWN(kind) },
    { "created", true, add_own, OWN(created) },
    { "modified", true, add_own, OWN(modified) },
    { "tags", true, add_tags, OWN(tags) },
    { "colour", true, add_own_text, OWN(colour) },
    { "comment", false, add_own_text, OWN(comment) },
    { "quote", false, add_text, HERE(quote) },
    { "prefix", false, add_text, HERE(prefix) },
    { "suffix", false, add_text, HERE(suffix) },
    { "start", true, add_number, HERE(start) },
    { "end", true, add_number, HERE(end) },
    { "headings", true, add_headings, HERE(headings) },
    { "article", true, add_text, HERE(article) },
    { "title", true, add_text, HERE(title) },
    { "publisher", true, add_text, HERE(publisher) },
    { "source", true, add_text, HERE(source) },
    { "published", true, add_text, HERE(published) },
    { "lang", true, add_text, HERE(lang) },
    { "story", true, add_text, HERE(story) },
    { "state", true, add_state, TARGET_SELECTION, 0 },
    { "counterpart_quote", false, add_text, THERE(quote) },
    { "counterpart_start", true, add_number, THERE(start) },
    { "counterpart_end", true, add_number, THERE(end) },
    { "counterpart_article", true, add_text, THERE(article) },
    { "counterpart_title", true, add_text, THERE(title) },
    { "counterpart_publisher", true, add_text, THERE(publisher) },
    { "counterpart_lang", true, add_text, THERE(lang) },
    { "counterpart_state", true, add_state, TARGET_COUNTERPART, 0 },
    { "entities", true, add_entities, OWN(targets) },
    { "link", true, add_link, OWN(entity) },
    { "speaker", true, add_statement, TARGET_SELECTION, SAID(speaker) },
    { "cue", true, add_statement, TARGET_SELECTION, SAID(cue) },
    { "counterpart_speaker", true, add_statement, TARGET_COUNTERPART, SAID(speaker) },
    { "counterpart_cue", true, add_statement, TARGET_COUNTERPART, SAID(cue) },
};

const struct field *field_at(size_t index)
{
    return index < sizeof fields / sizeof *fields ? &fields[index] : NULL;
}

const struct field *field_by_name(const char *name)
{
    for (size_t i = 0; field_at(i) != NULL; i++) {
        if (strcmp(fields[i].name, name) == 0)
            return &fields[i];
    }
    return NULL;
}

const char *field_value(const struct field *field, const struct note_record *record,
                        struct buffer *out)
{
    buffer_truncate(out, 0);
    field->add(field, record, out);
    return buffer_text(out);
}
