#include "export/html_note.h"

#include <string.h>

#include "export/escape_markup.h"
#include "export/field.h"
#include "export/html_document.h"
#include "export/html_page.h"

void html_add_quote(struct buffer *out, const struct annotation_target *target)
{
    buffer_add_text(out, "<blockquote dir=\"auto\"");
    html_add_lang(out, target->lang);
    buffer_add_text(out, "><p>");
    escape_markup(out, target->quote, strlen(target->quote), "<br>\n");
    buffer_add_text(out, "</p></blockquote>\n");
}

static void add_part(struct buffer *out, size_t start, const char *between, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_add_text(out, out->length > start ? between : "");
    escape_markup_text(out, text);
}

void html_add_origin(struct buffer *out, const struct annotation_target *target)
{
    struct buffer headings = { 0 };
    buffer_add_text(out, "<p class=\"origin\"");
    html_add_lang(out, target->lang);
    buffer_add_byte(out, '>');
    size_t start = out->length;
    add_part(out, start, "", target->title[0] != '\0' ? target->title : target->article);
    field_add_headings(target, true, " › ", &headings);
    add_part(out, start, " › ", buffer_text(&headings));
    add_part(out, start, ", ", target->publisher);
    add_part(out, start, ", ", target->published);
    if (escape_is_address(target->source)) {
        buffer_add_text(out, ", <a rel=\"noopener noreferrer\" href=\"");
        escape_markup_text(out, target->source);
        buffer_add_text(out, "\">");
        escape_markup_text(out, target->source);
        buffer_add_text(out, "</a>");
    } else {
        add_part(out, start, ", ", target->source);
    }
    buffer_add_text(out, "</p>\n");
    buffer_free(&headings);
}

static void add_time(struct buffer *out, const char *before, const char *time)
{
    if (time[0] == '\0')
        return;
    buffer_add_format(out, "%s<time datetime=\"", before);
    escape_markup_text(out, time);
    buffer_add_text(out, "\">");
    escape_markup_text(out, time);
    buffer_add_text(out, "</time>");
}

static void add_place(struct buffer *out, const struct note_record *record, enum target_role role)
{
    const struct annotation_target *target = record_target(record, role);
    if (target == NULL)
        return;
    buffer_add_text(out, "; ");
    escape_markup_text(out, target->article);
    buffer_add_format(out, " %zu–%zu, %s", target->start, target->end,
                      anchor_state_name(record->places[role].state));
}

static void add_facts(struct buffer *out, const struct note_record *record)
{
    const struct annotation *annotation = record->annotation;
    buffer_add_text(out, "<p class=\"facts\" lang=\"en\">");
    buffer_add_text(out, annotation_kind_name(annotation->kind));
    add_time(out, ", ", annotation->created);
    if (strcmp(annotation->created, annotation->modified) != 0)
        add_time(out, ", changed ", annotation->modified);
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
    buffer_add_text(out, "</p>\n");
}

void html_add_remarks(struct buffer *out, const struct note_record *record)
{
    const struct annotation *annotation = record->annotation;
    const struct annotation_target *destination = record_target(record, TARGET_DESTINATION);
    if (annotation->comment[0] != '\0') {
        buffer_add_text(out, "<div class=\"comment\" lang=\"\" dir=\"auto\">\n");
        html_markdown(out, annotation->comment, strlen(annotation->comment));
        buffer_add_text(out, "</div>\n");
    }
    if (destination != NULL)
        html_add_quote(out, destination);
    if (annotation->tag_count > 0) {
        buffer_add_text(out, "<p class=\"tags\">");
        for (size_t i = 0; i < annotation->tag_count; i++) {
            buffer_add_text(out, "<span>#");
            escape_markup_text(out, annotation->tags[i]);
            buffer_add_text(out, "</span>");
        }
        buffer_add_text(out, "</p>\n");
    }
    add_facts(out, record);
}
