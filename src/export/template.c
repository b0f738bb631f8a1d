#include "export/template.h"

#include <stdio.h>
#include <string.h>

#include "export/clean.h"
#include "export/field.h"
#include "export/mustache.h"

static void set_clean(struct value *value, const char *text, size_t length)
{
    struct buffer clean = { 0 };
    clean_add(&clean, text, length, "\n");
    value_set_text(value, buffer_text(&clean));
    buffer_free(&clean);
}

static void add_clean(struct value *object, const char *name, const char *text)
{
    set_clean(value_add_member(object, name), text, strlen(text));
}

static void add_number(struct value *object, const char *name, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    value_add_text(object, name, digits);
}

static void add_flag(struct value *object, const char *name, bool flag)
{
    value_add_member(object, name)->kind = flag ? VALUE_TRUE : VALUE_NOTHING;
}

static void add_fields(struct value *note, const struct note_record *record)
{
    struct buffer value = { 0 };
    for (size_t i = 0; field_at(i) != NULL; i++)
        add_clean(note, field_at(i)->name, field_value(field_at(i), record, &value));
    buffer_free(&value);
}

static void add_lists(struct value *note, const struct note_record *record)
{
    struct value *list = value_add_member(note, "each_tag");
    list->kind = VALUE_LIST;
    for (size_t i = 0; i < record->annotation->tag_count; i++) {
        const char *tag = record->annotation->tags[i];
        set_clean(value_add_item(list), tag, strlen(tag));
    }
    list = value_add_member(note, "each_entity");
    list->kind = VALUE_LIST;
    for (size_t i = 0; i < record->entity_count; i++) {
        struct value *entity = value_add_item(list);
        add_clean(entity, "id", record->entities[i].id);
        add_clean(entity, "name", record->entities[i].name);
        add_clean(entity, "type", record->entities[i].type);
    }
    list = value_add_member(note, "each_heading");
    list->kind = VALUE_LIST;
    const char *at = record_selection(record) != NULL ? record_selection(record)->headings : "";
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        set_clean(value_add_item(list), at, length);
        at += length + (at[length] != '\0');
    }
}

static void make_note(const void *context, size_t index, struct value *note)
{
    static const char *const flags[] = { "is_highlight", "is_comment", "is_question", "is_tag",
                                         "is_link" };
    const struct export_set *set = context;
    const struct note_record *record = &set->records[index];
    add_fields(note, record);
    add_number(note, "number", index + 1);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        add_flag(note, flags[i], (size_t)record->annotation->kind == i);
    add_flag(note, "bilingual", record_counterpart(record) != NULL);
    add_flag(note, "last", index + 1 == set->count);
    add_lists(note, record);
}

bool template_run(const char *text, size_t length, const struct export_set *set, struct buffer *out,
                  struct error *error)
{
    struct buffer clean = { 0 };
    struct value root = { .kind = VALUE_OBJECT };
    sanitize_source(text, length, &clean, NULL);
    struct mustache *mustache = mustache_parse(buffer_text(&clean), clean.length, error);
    if (mustache != NULL) {
        add_number(&root, "count", set->count);
        struct value *notes = value_add_member(&root, "notes");
        notes->kind = VALUE_LIST;
        notes->count = set->count;
        notes->make = make_note;
        notes->context = set;
        mustache_render(mustache, &root, out);
    }
    value_free(&root);
    mustache_free(mustache);
    buffer_free(&clean);
    return mustache != NULL;
}
