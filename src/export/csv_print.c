#include "export/csv_print.h"

#include <string.h>

#include "export/escape_csv.h"
#include "export/field.h"

/* One kind of table. */
struct dialect {
    void (*escape)(struct buffer *out, const char *text, size_t length);
    const char *between;
    const char *end;
};

static const struct dialect csv = { escape_csv, ",", "\r\n" };
static const struct dialect tsv = { escape_tsv, "\t", "\n" };

static void add_cell(struct buffer *out, const struct dialect *dialect, size_t column,
                     const char *text)
{
    buffer_add_text(out, column > 0 ? dialect->between : "");
    dialect->escape(out, text, strlen(text));
}

static void add_header(struct buffer *out, const struct dialect *dialect)
{
    for (size_t i = 0; field_at(i) != NULL; i++)
        add_cell(out, dialect, i, field_at(i)->name);
    buffer_add_text(out, dialect->end);
}

static void add_row(struct buffer *out, const struct dialect *dialect,
                    const struct note_record *record)
{
    struct buffer value = { 0 };
    for (size_t i = 0; field_at(i) != NULL; i++)
        add_cell(out, dialect, i, field_value(field_at(i), record, &value));
    buffer_add_text(out, dialect->end);
    buffer_free(&value);
}

static void begin_csv(struct buffer *out, const struct export_set *set)
{
    buffer_add_text(out, (set->wishes & EXPORT_BOM) != 0 ? "\xEF\xBB\xBF" : "");
    add_header(out, &csv);
}

static void add_csv(struct buffer *out, const struct export_set *set, size_t index)
{
    add_row(out, &csv, &set->records[index]);
}

static void begin_tsv(struct buffer *out, const struct export_set *set)
{
    (void)set;
    add_header(out, &tsv);
}

static void add_tsv(struct buffer *out, const struct export_set *set, size_t index)
{
    add_row(out, &tsv, &set->records[index]);
}

/* ---- what other programs know ---- */

/* A column of theirs: a field of ours, or what is made of several. */
struct column {
    const char *name;
    const char *field; /* NULL: `add`, or nothing where that is NULL, too */
    void (*add)(const struct note_record *record, struct buffer *out);
};

/* Readwise reads tags from a note's lines ".tag", of one word each. */
static void add_readwise_note(const struct note_record *record, struct buffer *out)
{
    for (size_t i = 0; i < record->annotation->tag_count; i++) {
        buffer_add_byte(out, '.');
        for (const char *at = record->annotation->tags[i]; *at != '\0'; at++)
            buffer_add_byte(out, strchr(" \t\r\n", *at) != NULL ? '-' : *at);
        buffer_add_byte(out, '\n');
    }
    buffer_add_text(out, record->annotation->comment);
}

static void add_annotation(const struct note_record *record, struct buffer *out)
{
    (void)record;
    buffer_add_text(out, "Annotation");
}

static void add_joined_tags(const struct note_record *record, struct buffer *out)
{
    for (size_t i = 0; i < record->annotation->tag_count; i++) {
        buffer_add_text(out, i > 0 ? "," : "");
        buffer_add_text(out, record->annotation->tags[i]);
    }
}

static const struct column readwise[] = {
    { "Highlight", "quote", NULL },      { "Title", "title", NULL },
    { "Author", "publisher", NULL },     { "URL", "source", NULL },
    { "Note", NULL, add_readwise_note }, { "Location", "start", NULL },
    { "Date", "created", NULL },         { NULL, NULL, NULL },
};

/* 2015-06-23 10:00 */
static void add_minute(const struct note_record *record, struct buffer *out)
{
    const char *created = record->annotation->created;
    if (strlen(created) < sizeof "2015-06-23T10:00" - 1)
        return;
    buffer_add_format(out, "%.10s %.5s", created, created + 11);
}

/* As its client writes them in its sidebar. */
static const struct column hypothesis[] = {
    { "Created at", NULL, add_minute },
    { "Author", NULL, NULL },
    { "Page", NULL, NULL },
    { "URL", "source", NULL },
    { "Group", NULL, NULL },
    { "Annotation/Reply Type", NULL, add_annotation },
    { "Quote", "quote", NULL },
    { "Comment", "comment", NULL },
    { "Tags", NULL, add_joined_tags },
    { NULL, NULL, NULL },
};

static void add_names(struct buffer *out, const struct column *columns)
{
    for (size_t i = 0; columns[i].name != NULL; i++)
        add_cell(out, &csv, i, columns[i].name);
    buffer_add_text(out, csv.end);
}

static void add_columns(struct buffer *out, const struct column *columns,
                        const struct note_record *record)
{
    struct buffer value = { 0 };
    for (size_t i = 0; columns[i].name != NULL; i++) {
        buffer_truncate(&value, 0);
        if (columns[i].field != NULL)
            field_value(field_by_name(columns[i].field), record, &value);
        else if (columns[i].add != NULL)
            columns[i].add(record, &value);
        add_cell(out, &csv, i, buffer_text(&value));
    }
    buffer_add_text(out, csv.end);
    buffer_free(&value);
}

static void begin_readwise(struct buffer *out, const struct export_set *set)
{
    (void)set;
    add_names(out, readwise);
}

static void add_readwise(struct buffer *out, const struct export_set *set, size_t index)
{
    add_columns(out, readwise, &set->records[index]);
}

static void begin_hypothesis(struct buffer *out, const struct export_set *set)
{
    (void)set;
    add_names(out, hypothesis);
}

static void add_hypothesis(struct buffer *out, const struct export_set *set, size_t index)
{
    add_columns(out, hypothesis, &set->records[index]);
}

/* Readwise refuses a row without a highlight. */
static bool has_quote(const struct note_record *record)
{
    return record_selection(record) != NULL && record_selection(record)->quote[0] != '\0';
}

const struct printer csv_printer = {
    .name = "csv", .extension = "csv", .begin = begin_csv, .item = add_csv
};

const struct printer readwise_printer = { .name = "csv",
                                          .preset = "readwise",
                                          .extension = "csv",
                                          .begin = begin_readwise,
                                          .item = add_readwise,
                                          .takes = has_quote };

const struct printer hypothesis_printer = { .name = "csv",
                                            .preset = "hypothesis",
                                            .extension = "csv",
                                            .begin = begin_hypothesis,
                                            .item = add_hypothesis };

const struct printer tsv_printer = {
    .name = "tsv", .extension = "tsv", .begin = begin_tsv, .item = add_tsv
};
