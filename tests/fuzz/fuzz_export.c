/* fuzz_export: any record through every printer, through a template and beside any article: what
 * comes out is valid UTF-8 without controls, CSV balances its quotes, JSON is read by the program's
 * own reader, HTML and TMX nest.
 *
 * An input is lines: the first is the kind, the next ones fill the fields in turn ("\n" in them is
 * a line's end); the whole is the article, as Markdown, and the template. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/reader.h"
#include "export/annotated.h"
#include "export/printers.h"
#include "export/template.h"
#include "export/weave.h"
#include "export/wellformed.h"
#include "fuzz/holds.h"
#include "notes/record.h"
#include "text/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input's lines, over and over, as strings. */
struct lines {
    const char *data;
    size_t size;
    size_t at;
};

static char *next_line(struct lines *lines)
{
    struct buffer line = { 0 };
    if (lines->at >= lines->size)
        lines->at = 0;
    for (; lines->at < lines->size && lines->data[lines->at] != '\n'; lines->at++) {
        const char *here = lines->data + lines->at;
        if (here[0] == '\\' && lines->at + 1 < lines->size && here[1] == 'n') {
            buffer_add_byte(&line, '\n');
            lines->at++;
        } else if (here[0] != '\0') {
            buffer_add_byte(&line, here[0]);
        }
    }
    lines->at++;
    buffer_add(&line, "", 0);
    return buffer_take(&line);
}

static void set(char **field, struct lines *lines)
{
    char *line = next_line(lines);
    annotation_set(field, line);
    free(line);
}

static void make(struct annotation *annotation, struct lines *lines)
{
    annotation_begin(annotation);
    char *kind = next_line(lines), *tag = next_line(lines);
    annotation->kind = (enum annotation_kind)((unsigned char)kind[0] % 5);
    strncpy(annotation->id, kind, sizeof annotation->id - 1);
    strncpy(annotation->created, tag, sizeof annotation->created - 1);
    for (size_t i = 0; annotation_field_name(i) != NULL; i++)
        set(annotation_field(annotation, i), lines);
    annotation_add_tag(annotation, tag);
    annotation_add_tag(annotation, annotation->comment);
    for (int role = 0; role < (unsigned char)kind[0] % 4; role++) {
        struct annotation_target *target =
            annotation_add_target(annotation, (enum target_role)role);
        for (size_t i = 0; target_field_name(i) != NULL; i++)
            set(target_field(target, i), lines);
        target->start = strlen(kind);
        target->end = target->start + strlen(tag);
    }
    free(kind);
    free(tag);
}

static void check(const char *format, const struct buffer *out)
{
    struct json root;
    size_t rows;
    bool csv = strcmp(format, "csv") == 0;
    HOLDS(wellformed_text(buffer_text(out), out->length, csv));
    if (csv)
        HOLDS(wellformed_csv(out->data, out->length, &rows) && rows > 0);
    if (strcmp(format, "json") == 0)
        HOLDS(json_check(out->data, out->length, &root, NULL) &&
              wellformed_json(out->data, out->length));
    if (strcmp(format, "html") == 0 || strcmp(format, "tmx") == 0)
        HOLDS(wellformed_markup(out->data, out->length, format[0] == 'h'));
}

static void run_printers(const struct export_set *export)
{
    for (size_t i = 0; printer_at(i) != NULL; i++) {
        struct buffer out = { 0 };
        printer_run(printer_at(i), export, &out);
        check(printer_at(i)->name, &out);
        buffer_free(&out);
    }
}

/* Printed again into what was printed, nothing changes. Ids are the store's by then. */
static void run_weave(const struct export_set *export, struct annotation annotations[2])
{
    memcpy(annotations[0].id, "0m0000000001", ANNOTATION_ID_SIZE);
    memcpy(annotations[1].id, "0m0000000002", ANNOTATION_ID_SIZE);
    for (size_t i = 0; printer_at(i) != NULL; i++) {
        struct buffer out = { 0 }, again = { 0 };
        if (printer_at(i)->marks == NULL)
            continue;
        printer_run(printer_at(i), export, &out);
        HOLDS(weave_run(printer_at(i), export, out.data, out.length, &again, NULL));
        HOLDS(again.length == out.length && memcmp(again.data, out.data, out.length) == 0);
        buffer_free(&out);
        buffer_free(&again);
    }
}

static void run_annotated(const struct export_set *export, const char *data, size_t size)
{
    struct annotation about;
    struct buffer out = { 0 };
    struct document *document = reader_parse(data, size, READER_MARKDOWN, NULL);
    annotation_begin(&about);
    struct annotated_sheet sheet = { document, annotation_add_target(&about, TARGET_SELECTION) };
    const struct annotation_target *first = record_selection(&export->records[0]);
    annotation_set(&about.targets[0].article, first != NULL ? first->article : "");
    struct annotated annotated = { &sheet, 1, export->records, export->count };
    annotated_html(&out, &annotated);
    check("html", &out);
    buffer_truncate(&out, 0);
    annotated_markdown(&out, &annotated);
    check("markdown", &out);
    buffer_truncate(&out, 0);
    annotated_text(&out, &annotated);
    check("text", &out);
    buffer_free(&out);
    document_free(document);
    annotation_free(&about);
}

static void run_template(const struct export_set *export, const char *data, size_t size)
{
    struct buffer out = { 0 }, template = { 0 };
    buffer_add_text(&template, "{{#notes}}{{quote}}{{{comment}}}{{/notes}}");
    /* A long template with many sections over the notes would only take time. */
    buffer_add(&template, data, size < 500 ? size : 500);
    if (template_run(&(struct template_text){ .text = template }, export, &out, NULL))
        check("template", &out);
    buffer_free(&out);
    buffer_free(&template);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct lines lines = { bytes, size, 0 };
    struct annotation annotations[2];
    struct note_record records[2];
    const struct record_entity entity = { "id", "name", "type" };
    for (size_t i = 0; i < 2; i++) {
        make(&annotations[i], &lines);
        records[i] = (struct note_record){ .annotation = &annotations[i],
                                           .entities = &entity,
                                           .entity_count = i };
        for (size_t role = 0; role < RECORD_ROLES; role++)
            records[i].places[role] = (struct record_place){ (enum anchor_state)((size + role) % 2),
                                                             role + i, role + i + size % 97, NULL };
    }
    struct export_set export = { .records = records, .count = 2 };
    run_printers(&export);
    run_annotated(&export, bytes, size);
    run_template(&export, bytes, size);
    run_weave(&export, annotations);
    annotation_free(&annotations[0]);
    annotation_free(&annotations[1]);
    return 0;
}
