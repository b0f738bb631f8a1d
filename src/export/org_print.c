#include "export/org_print.h"

#include <string.h>

#include "export/escape_org.h"
#include "export/field.h"
#include "export/weave.h"
#include "text/utf8.h"

#define HEADLINE 60 /* code points of the quote that stand in a headline */

static const struct block_marks marks = { "# diptych:note ", "# /diptych:note ", "" };

static void add_keyword(struct buffer *out, const char *key, const char *value)
{
    if (value[0] == '\0')
        return;
    buffer_add_format(out, "#+%s: ", key);
    escape_org(out, value, strlen(value), " ");
    buffer_add_byte(out, '\n');
}

static void begin(struct buffer *out, const struct export_set *set)
{
    const struct annotation_target *target = export_set_article(set);
    add_keyword(out, "title", target != NULL ? target->title : "Notes");
    if (target != NULL) {
        add_keyword(out, "language", target->lang);
        add_keyword(out, "date", target->published);
    }
}

/* “The beginning of the quote…” :tag: The quotation mark keeps a first word from being a state
 * like TODO. */
static void add_headline(struct buffer *out, const struct note_record *record)
{
    const struct annotation *annotation = record->annotation;
    const struct annotation_target *target = record_selection(record);
    const char *quote = target != NULL ? target->quote : "";
    size_t length = strlen(quote);
    size_t end = utf8_offset(quote, length, HEADLINE);
    buffer_add_text(out, "* “");
    escape_org(out, quote, end, " ");
    buffer_add_text(out, end < length ? "…”" : "”");
    for (size_t i = 0; i < annotation->tag_count; i++) {
        buffer_add_text(out, i == 0 ? " :" : "");
        escape_org_tag(out, annotation->tags[i]);
    }
    buffer_add_byte(out, '\n');
}

/* ID is what Org links to; TAGS and END mean something to it, so all others have a name of ours. */
static void add_name(struct buffer *out, const char *name)
{
    buffer_add_text(out, strcmp(name, "id") == 0 ? ":" : ":NOTE_");
    for (; *name != '\0'; name++)
        buffer_add_byte(out, *name >= 'a' && *name <= 'z' ? (char)(*name - 'a' + 'A') : *name);
    buffer_add_text(out, ": ");
}

static void add_properties(struct buffer *out, const struct note_record *record)
{
    struct buffer value = { 0 };
    buffer_add_text(out, ":PROPERTIES:\n");
    for (size_t i = 0; field_at(i) != NULL; i++) {
        const struct field *field = field_at(i);
        if (!field->property || field_value(field, record, &value)[0] == '\0')
            continue;
        add_name(out, field->name);
        escape_org_value(out, buffer_text(&value));
        buffer_add_byte(out, '\n');
    }
    buffer_add_text(out, ":END:\n");
    buffer_free(&value);
}

static void add_quote(struct buffer *out, const struct annotation_target *target)
{
    if (target == NULL)
        return;
    buffer_add_text(out, "#+begin_quote\n");
    escape_org(out, target->quote, strlen(target->quote), "\n");
    buffer_add_text(out, "\n#+end_quote\n");
}

static void add_item(struct buffer *out, const struct export_set *set, size_t index)
{
    const struct note_record *record = &set->records[index];
    const char *comment = record->annotation->comment;
    buffer_add_byte(out, '\n');
    weave_add_mark(out, &marks, false, record->annotation->id);
    add_headline(out, record);
    add_properties(out, record);
    add_quote(out, record_selection(record));
    add_quote(out, record_counterpart(record));
    if (comment[0] != '\0') {
        buffer_add_byte(out, '\n');
        escape_org(out, comment, strlen(comment), "\n");
        buffer_add_byte(out, '\n');
    }
    add_quote(out, record_target(record, TARGET_DESTINATION));
    weave_add_mark(out, &marks, true, record->annotation->id);
}

const struct printer org_printer = {
    .name = "org",
    .extension = "org",
    .marks = &marks,
    .begin = begin,
    .item = add_item,
};
