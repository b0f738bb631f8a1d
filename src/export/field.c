#include "export/field.h"

#include <string.h>

static void add_id(const struct note_record *record, struct buffer *out)
{
    buffer_add_text(out, record->annotation->id);
}

static void add_kind(const struct note_record *record, struct buffer *out)
{
    buffer_add_text(out, annotation_kind_name(record->annotation->kind));
}

static void add_created(const struct note_record *record, struct buffer *out)
{
    buffer_add_text(out, record->annotation->created);
}

static void add_modified(const struct note_record *record, struct buffer *out)
{
    buffer_add_text(out, record->annotation->modified);
}

static void add_tags(const struct note_record *record, struct buffer *out)
{
    for (size_t i = 0; i < record->annotation->tag_count; i++) {
        buffer_add_text(out, i > 0 ? ", " : "");
        buffer_add_text(out, record->annotation->tags[i]);
    }
}

static void add_colour(const struct note_record *record, struct buffer *out)
{
    buffer_add_text(out, record->annotation->colour);
}

static void add_comment(const struct note_record *record, struct buffer *out)
{
    buffer_add_text(out, record->annotation->comment);
}

static void add_link(const struct note_record *record, struct buffer *out)
{
    const struct annotation_target *destination = record_target(record, TARGET_DESTINATION);
    buffer_add_text(out, record->annotation->entity);
    if (record->annotation->entity[0] == '\0' && destination != NULL)
        buffer_add_text(out, destination->article);
}

static void add_entities(const struct note_record *record, struct buffer *out)
{
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

/* What a target has, one function for each of them and each role. */
#define TARGET_FIELD(name, role, value)                                                            \
    static void name(const struct note_record *record, struct buffer *out)                         \
    {                                                                                              \
        const struct annotation_target *target = record_target(record, role);                      \
        if (target != NULL)                                                                        \
            value;                                                                                 \
    }

#define TEXT_FIELD(name, role, field) TARGET_FIELD(name, role, buffer_add_text(out, target->field))
#define NUMBER_FIELD(name, role, field)                                                            \
    TARGET_FIELD(name, role, buffer_add_format(out, "%zu", target->field))
#define STATE_FIELD(name, role)                                                                    \
    TARGET_FIELD(name, role, buffer_add_text(out, anchor_state_name(record->places[role].state)))

TEXT_FIELD(add_quote, TARGET_SELECTION, quote)
TEXT_FIELD(add_prefix, TARGET_SELECTION, prefix)
TEXT_FIELD(add_suffix, TARGET_SELECTION, suffix)
NUMBER_FIELD(add_start, TARGET_SELECTION, start)
NUMBER_FIELD(add_end, TARGET_SELECTION, end)
TARGET_FIELD(add_headings, TARGET_SELECTION, field_add_headings(target, false, " > ", out))
TEXT_FIELD(add_article, TARGET_SELECTION, article)
TEXT_FIELD(add_title, TARGET_SELECTION, title)
TEXT_FIELD(add_publisher, TARGET_SELECTION, publisher)
TEXT_FIELD(add_source, TARGET_SELECTION, source)
TEXT_FIELD(add_published, TARGET_SELECTION, published)
TEXT_FIELD(add_lang, TARGET_SELECTION, lang)
TEXT_FIELD(add_story, TARGET_SELECTION, story)
STATE_FIELD(add_state, TARGET_SELECTION)
TEXT_FIELD(add_other_quote, TARGET_COUNTERPART, quote)
NUMBER_FIELD(add_other_start, TARGET_COUNTERPART, start)
NUMBER_FIELD(add_other_end, TARGET_COUNTERPART, end)
TEXT_FIELD(add_other_article, TARGET_COUNTERPART, article)
TEXT_FIELD(add_other_title, TARGET_COUNTERPART, title)
TEXT_FIELD(add_other_publisher, TARGET_COUNTERPART, publisher)
TEXT_FIELD(add_other_lang, TARGET_COUNTERPART, lang)
STATE_FIELD(add_other_state, TARGET_COUNTERPART)

/* Who says what the passage of that role has. */
static void add_speaker(const struct note_record *record, enum target_role role,
                        struct buffer *out)
{
    if (record->statements != NULL && record->statements[role].speaker != NULL)
        buffer_add_text(out, record->statements[role].speaker);
}

static void add_cue(const struct note_record *record, enum target_role role, struct buffer *out)
{
    if (record->statements != NULL && record->statements[role].cue != NULL)
        buffer_add_text(out, record->statements[role].cue);
}

static void add_own_speaker(const struct note_record *record, struct buffer *out)
{
    add_speaker(record, TARGET_SELECTION, out);
}

static void add_own_cue(const struct note_record *record, struct buffer *out)
{
    add_cue(record, TARGET_SELECTION, out);
}

static void add_other_speaker(const struct note_record *record, struct buffer *out)
{
    add_speaker(record, TARGET_COUNTERPART, out);
}

static void add_other_cue(const struct note_record *record, struct buffer *out)
{
    add_cue(record, TARGET_COUNTERPART, out);
}

static const struct field fields[] = {
    { "id", true, add_id },
    { "kind", true, add_kind },
    { "created", true, add_created },
    { "modified", true, add_modified },
    { "tags", true, add_tags },
    { "colour", true, add_colour },
    { "comment", false, add_comment },
    { "quote", false, add_quote },
    { "prefix", false, add_prefix },
    { "suffix", false, add_suffix },
    { "start", true, add_start },
    { "end", true, add_end },
    { "headings", true, add_headings },
    { "article", true, add_article },
    { "title", true, add_title },
    { "publisher", true, add_publisher },
    { "source", true, add_source },
    { "published", true, add_published },
    { "lang", true, add_lang },
    { "story", true, add_story },
    { "state", true, add_state },
    { "counterpart_quote", false, add_other_quote },
    { "counterpart_start", true, add_other_start },
    { "counterpart_end", true, add_other_end },
    { "counterpart_article", true, add_other_article },
    { "counterpart_title", true, add_other_title },
    { "counterpart_publisher", true, add_other_publisher },
    { "counterpart_lang", true, add_other_lang },
    { "counterpart_state", true, add_other_state },
    { "entities", true, add_entities },
    { "link", true, add_link },
    { "speaker", true, add_own_speaker },
    { "cue", true, add_own_cue },
    { "counterpart_speaker", true, add_other_speaker },
    { "counterpart_cue", true, add_other_cue },
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
    field->add(record, out);
    return buffer_text(out);
}
