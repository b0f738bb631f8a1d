#include "export/markdown_print.h"

#include <string.h>

#include "export/escape_markdown.h"
#include "export/escape_markup.h"
#include "export/escape_yaml.h"
#include "export/field.h"
#include "export/weave.h"

static void add_entry(struct buffer *out, const char *key, const char *value)
{
    if (value[0] == '\0')
        return;
    buffer_add_format(out, "%s: ", key);
    escape_yaml(out, value);
    buffer_add_byte(out, '\n');
}

void markdown_add_front(struct buffer *out, const struct annotation_target *target)
{
    buffer_add_text(out, "---\n");
    if (target != NULL) {
        add_entry(out, "title", target->title);
        add_entry(out, "article", target->article);
        add_entry(out, "lang", target->lang);
        add_entry(out, "story", target->story);
        add_entry(out, "publisher", target->publisher);
        add_entry(out, "published", target->published);
        add_entry(out, "source", target->source);
    } else {
        add_entry(out, "title", "Notes");
    }
    buffer_add_text(out, "generator: diptych\n---\n");
}

void markdown_add_quote(struct buffer *out, const struct annotation_target *target, size_t indent)
{
    struct buffer newline = { 0 };
    buffer_add_text(&newline, "\\\n");
    buffer_add_blanks(&newline, indent);
    buffer_add_text(&newline, "> ");
    buffer_add_blanks(out, indent);
    buffer_add_text(out, "> ");
    escape_markdown(out, target->quote, strlen(target->quote), buffer_text(&newline));
    buffer_add_byte(out, '\n');
    buffer_free(&newline);
}

/* One more part of a line; what is unknown is left out. */
static void add_part(struct buffer *out, size_t start, const char *between, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_add_text(out, out->length > start ? between : "");
    escape_markdown_text(out, text);
}

static void add_address(struct buffer *out, size_t start, const char *source)
{
    bool plain = escape_is_address(source) && strpbrk(source, " <>\\\"'`\t\r\n") == NULL;
    for (const char *at = source; *at != '\0'; at++)
        plain = plain && (unsigned char)*at > 0x20 && (unsigned char)*at < 0x7F;
    if (plain)
        buffer_add_format(out, "%s<%s>", out->length > start ? ", " : "", source);
    else
        add_part(out, start, ", ", source);
}

/* The Sale › Price, TechCrunch, 2015-06-22, <https://…> */
static void add_origin(struct buffer *out, const struct annotation_target *target)
{
    struct buffer headings = { 0 };
    buffer_add_text(out, "— ");
    size_t start = out->length;
    add_part(out, start, "", target->title[0] != '\0' ? target->title : target->article);
    field_add_headings(target, true, " › ", &headings);
    add_part(out, start, " › ", buffer_text(&headings));
    add_part(out, start, ", ", target->publisher);
    add_part(out, start, ", ", target->published);
    add_address(out, start, target->source);
    buffer_free(&headings);
}

static void add_place(struct buffer *out, const struct note_record *record, enum target_role role)
{
    const struct annotation_target *target = record_target(record, role);
    if (target == NULL)
        return;
    buffer_add_text(out, "; ");
    escape_markdown_text(out, target->article);
    buffer_add_format(out, " %zu–%zu", target->start, target->end);
    if (target->lang[0] != '\0') {
        buffer_add_text(out, ", ");
        escape_markdown_text(out, target->lang);
    }
    buffer_add_format(out, ", %s", anchor_state_name(record->places[role].state));
}

/* comment, 2015-06-23T10:00:00Z; sale.en 7–20, en, exact; Alibaba Group */
static void add_facts(struct buffer *out, const struct note_record *record)
{
    const struct annotation *annotation = record->annotation;
    buffer_add_text(out, annotation_kind_name(annotation->kind));
    add_part(out, 0, ", ", annotation->created);
    if (strcmp(annotation->modified, annotation->created) != 0)
        add_part(out, 0, ", changed ", annotation->modified);
    add_part(out, 0, ", ", annotation->colour);
    for (int role = 0; role < RECORD_ROLES; role++)
        add_place(out, record, (enum target_role)role);
    add_part(out, 0, "; to ", annotation->entity);
    struct buffer value = { 0 };
    add_part(out, 0, "; said by ", field_value(field_by_name("speaker"), record, &value));
    const char *between = value.length > 0 ? ", " : "; ";
    add_part(out, 0, between, field_value(field_by_name("cue"), record, &value));
    buffer_free(&value);
    for (size_t i = 0; i < record->entity_count; i++)
        add_part(out, 0, i == 0 ? "; " : ", ", record->entities[i].name);
}

static void add_tags(struct buffer *out, const struct annotation *annotation)
{
    for (size_t i = 0; i < annotation->tag_count; i++) {
        buffer_add_text(out, i > 0 ? " " : "");
        escape_markdown_tag(out, annotation->tags[i]);
    }
}

/* Lines of Markdown, each behind `prefix`. */
static void add_within(struct buffer *out, const struct buffer *lines, const char *prefix)
{
    const char *at = buffer_text(lines);
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        buffer_add_text(out, prefix);
        buffer_add_text(out, length > 0 ? " " : "");
        buffer_add(out, at, length);
        buffer_add_byte(out, '\n');
        at += length + (at[length] == '\n');
    }
}

/* Origin, facts and tags, and where a link leads. */
static void add_rest(struct buffer *out, const struct note_record *record, size_t indent)
{
    const struct annotation *annotation = record->annotation;
    const struct annotation_target *destination = record_target(record, TARGET_DESTINATION);
    if (destination != NULL && destination->quote[0] != '\0') {
        buffer_add_blanks(out, indent);
        buffer_add_text(out, "→\n\n");
        markdown_add_quote(out, destination, indent);
        buffer_add_byte(out, '\n');
    }
    buffer_add_blanks(out, indent);
    if (record_selection(record) != NULL) {
        add_origin(out, record_selection(record));
        buffer_add_text(out, "\\\n");
        buffer_add_blanks(out, indent);
    }
    add_facts(out, record);
    buffer_add_byte(out, '\n');
    if (annotation->tag_count > 0) {
        buffer_add_byte(out, '\n');
        buffer_add_blanks(out, indent);
        add_tags(out, annotation);
        buffer_add_byte(out, '\n');
    }
}

void markdown_add_remarks(struct buffer *out, const struct note_record *record, size_t indent)
{
    const char *comment = record->annotation->comment;
    size_t start = out->length;
    buffer_add_blanks(out, indent);
    escape_markdown_source(out, comment, strlen(comment), indent);
    /* Where there was nothing but blanks to say. */
    if (out->length == start + indent)
        buffer_truncate(out, start);
    else
        buffer_add_byte(out, '\n');
    add_rest(out, record, indent);
}

static void begin(struct buffer *out, const struct export_set *set)
{
    if (set->front != NULL)
        buffer_add_text(out, set->front);
    else
        markdown_add_front(out, export_set_article(set));
}

static const struct block_marks marks = { "<!-- diptych:note ", "<!-- /diptych:note ", " -->" };

/* > [!question] The Sale */
static void add_callout(struct buffer *out, const struct note_record *record)
{
    static const char *const types[] = { "quote", "note", "question", "quote", "info" };
    const struct annotation_target *target = record_selection(record);
    buffer_add_format(out, "> [!%s]", types[record->annotation->kind]);
    if (target != NULL && target->title[0] != '\0') {
        buffer_add_byte(out, ' ');
        escape_markdown_text(out, target->title);
    }
    buffer_add_byte(out, '\n');
}

/* Quote, counterpart and comment are one block quote, so that an embed by the id shows them all. */
static void add_passage(struct buffer *out, const struct note_record *record, bool callout)
{
    const char *comment = record->annotation->comment;
    struct buffer lines = { 0 };
    size_t start = out->length;
    if (callout)
        add_callout(out, record);
    for (int role = TARGET_SELECTION; role <= TARGET_COUNTERPART; role++) {
        const struct annotation_target *target = record_target(record, (enum target_role)role);
        if (target == NULL)
            continue;
        if (role == TARGET_COUNTERPART && out->length > start)
            buffer_add_text(out, ">\n");
        markdown_add_quote(out, target, 0);
    }
    escape_markdown_source(&lines, comment, strlen(comment), 0);
    if (lines.length > 0 && out->length > start)
        buffer_add_text(out, ">\n");
    add_within(out, &lines, ">");
    buffer_free(&lines);
    if (out->length == start) /* an id is an id of something */
        buffer_add_text(out, ">\n");
}

static void add_item(struct buffer *out, const struct export_set *set, size_t index)
{
    const struct note_record *record = &set->records[index];
    const char *id = record->annotation->id;
    buffer_add_byte(out, '\n');
    weave_add_mark(out, &marks, false, id);
    add_passage(out, record, (set->wishes & EXPORT_CALLOUTS) != 0);
    buffer_add_text(out, "\n^");
    weave_add_id(out, id);
    buffer_add_text(out, "\n\n");
    add_rest(out, record, 0);
    buffer_add_byte(out, '\n');
    weave_add_mark(out, &marks, true, id);
}

const struct printer markdown_printer = {
    .name = "markdown",
    .extension = "md",
    .marks = &marks,
    .begin = begin,
    .item = add_item,
    .front = true,
};
