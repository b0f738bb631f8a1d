#include "export/tmx_print.h"

#include <string.h>

#include "export/field.h"
#include "export/tmx.h"

static bool takes(const struct note_record *record)
{
    const struct annotation_target *a = record_selection(record), *b = record_counterpart(record);
    return a != NULL && b != NULL && a->quote[0] != '\0' && b->quote[0] != '\0';
}

/* The language of all selections, NULL when there are several. */
static const char *source_language(const struct export_set *set)
{
    const char *source = NULL;
    for (size_t i = 0; i < set->count; i++) {
        if (!takes(&set->records[i]))
            continue;
        const char *lang = record_selection(&set->records[i])->lang;
        if (lang[0] == '\0' || (source != NULL && strcmp(source, lang) != 0))
            return NULL;
        source = lang;
    }
    return source;
}

static void begin(struct buffer *out, const struct export_set *set)
{
    tmx_begin(out, source_language(set), NULL);
    tmx_body(out);
}

static void add_properties(struct buffer *out, const struct note_record *record)
{
    /* clang-format off */
    static const char *const names[] = {
        "kind", "tags", "article", "start", "end", "title", "publisher", "published", "source",
        "story", "counterpart_article", "counterpart_start", "counterpart_end", "entities",
        "speaker", "cue", "counterpart_speaker", "counterpart_cue",
    };
    /* clang-format on */
    struct buffer value = { 0 }, type = { 0 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        buffer_truncate(&type, 0);
        buffer_add_format(&type, "x-%s", names[i]);
        tmx_property(out, 6, buffer_text(&type),
                     field_value(field_by_name(names[i]), record, &value));
    }
    buffer_free(&value);
    buffer_free(&type);
}

static void add_variant(struct buffer *out, const struct annotation_target *target)
{
    tmx_variant(out, target->lang, target->quote, strlen(target->quote));
}

static void add_item(struct buffer *out, const struct export_set *set, size_t index)
{
    const struct note_record *record = &set->records[index];
    const struct annotation *annotation = record->annotation;
    tmx_unit_begin(out, annotation->id, annotation->created, annotation->modified);
    tmx_note(out, annotation->comment);
    add_properties(out, record);
    add_variant(out, record_selection(record));
    add_variant(out, record_counterpart(record));
    tmx_unit_end(out);
}

static void end(struct buffer *out, const struct export_set *set)
{
    (void)set;
    tmx_end(out);
}

const struct printer tmx_printer = {
    .name = "tmx", .extension = "tmx", .begin = begin, .item = add_item, .end = end, .takes = takes
};
