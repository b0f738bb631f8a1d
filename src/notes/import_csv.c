#include "notes/import_csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "notes/import_field.h"
#include "notes/stamp.h"
#include "text/csv.h"

enum column { HIGHLIGHT, TITLE, AUTHOR, NOTE, COLOUR, TAGS, TIME, URL, ID, CHAPTER, COLUMNS };

/* What programs call them; the first column tells whose file it is. */
static const struct dialect {
    const char *kind;
    const char *names[COLUMNS];
} dialects[] = {
    { "Readwise's CSV",
      { "Highlight", "Book Title", "Book Author", "Note", "Color", "Tags", "Highlighted at", "URL" } },
    { "Readwise's CSV", /* as it takes it in */
      { "Highlight", "Title", "Author", "Note", NULL, NULL, "Date", "URL" } },
    { "KOReader's CSV", /* of KoHighlights, which parts it by tabs */
      { "Highlight", "Title", "Authors", "Comment", NULL, NULL, "Date", NULL, NULL, "Chapter" } },
    { "Hypothesis' CSV",
      { "Quote", NULL, NULL, "Comment", NULL, "Tags", "Created at", "URL" } },
    { "Hypothesis' CSV", /* before 2024 */
      { "Quote", NULL, NULL, "Body", NULL, "Tags", "Creation Date", "URL" } },
    { "diptych's CSV",
      { "quote", "title", "publisher", "comment", "colour", "tags", "created", "source", "id" } },
};

/* The dialect of which most columns are there; NULL when none has a column of quotes. */
static const struct dialect *find_columns(const struct csv *csv, size_t columns[COLUMNS])
{
    const struct dialect *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++) {
        size_t found = 0;
        for (size_t k = 0; k < COLUMNS; k++)
            found += csv_column(csv, dialects[i].names[k]) < CSV_FIELDS;
        if (csv_column(csv, dialects[i].names[HIGHLIGHT]) < CSV_FIELDS && found > most) {
            most = found;
            best = &dialects[i];
        }
    }
    for (size_t k = 0; best != NULL && k < COLUMNS; k++)
        columns[k] = csv_column(csv, best->names[k]);
    return best;
}

bool import_is_csv(const char *bytes, size_t length, const char **kind)
{
    struct csv csv;
    size_t columns[COLUMNS];
    csv_begin(&csv, bytes, length);
    const struct dialect *dialect = csv_row(&csv) ? find_columns(&csv, columns) : NULL;
    if (dialect != NULL)
        *kind = dialect->kind;
    csv_finish(&csv);
    return dialect != NULL;
}

/* The apostrophe that our export puts before what a spreadsheet would calculate (escape_csv.h). */
static bool is_guarded(const char *text)
{
    static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠", "−" };
    if (text[0] != '\'')
        return false;
    text += 1 + strspn(text + 1, " \t\n");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

static const char *value(const struct csv *csv, const size_t columns[COLUMNS], enum column column)
{
    const char *text =
        csv_field(csv, columns[column]);
    return columns[ID] < CSV_FIELDS && is_guarded(text) ? text + 1 : text;
}

/* Tags are apart by commas. */
static void add_tags(struct annotation *annotation, const char *list)
{
    while (*list != '\0') {
        list += strspn(list, ", ");
        size_t length = strcspn(list, ",");
        char *tag = xstrndup(list, length);
        while (length > 0 && tag[length - 1] == ' ')
            tag[--length] = '\0';
        annotation_add_tag(annotation, tag);
        free(tag);
        list += strcspn(list, ",");
    }
}

static bool give_row(const struct csv *csv, const size_t columns[COLUMNS], struct import_job *job)
{
    struct annotation annotation;
    char time[ANNOTATION_TIME_SIZE];
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    annotation_set(&target->quote, value(csv, columns, HIGHLIGHT));
    annotation_set(&target->title, value(csv, columns, TITLE));
    annotation_set(&target->publisher, value(csv, columns, AUTHOR));
    annotation_set(&target->source, value(csv, columns, URL));
    annotation_set(&target->headings, value(csv, columns, CHAPTER));
    annotation_set(&annotation.comment, value(csv, columns, NOTE));
    annotation_set(&annotation.colour, value(csv, columns, COLOUR));
    add_tags(&annotation, value(csv, columns, TAGS));
    if (stamp_parse(value(csv, columns, TIME), time))
        memcpy(annotation.created, time, sizeof time);
    if (value(csv, columns, ID)[0] != '\0') {
        char *origin = xasprintf(IMPORT_OWN "%s", value(csv, columns, ID));
        annotation_set(&annotation.origin, origin);
        free(origin);
    }
    annotation.kind = import_kind(&annotation);
    return import_give(job, &annotation, false);
}

/* Whether every quoted field ends. */
static bool is_whole(const char *bytes, size_t length, struct error *error)
{
    struct csv csv;
    csv_begin(&csv, bytes, length);
    while (csv_row(&csv))
        ;
    bool ok = csv.at >= length && csv.count == 0;
    if (!ok)
        error_set(error, "line %zu: a quoted field does not end", csv.line);
    csv_finish(&csv);
    return ok;
}

bool import_csv(const char *bytes, size_t length, struct import_job *job, bool *ended,
                struct error *error)
{
    struct csv csv;
    size_t columns[COLUMNS];
    *ended = false;
    if (!is_whole(bytes, length, error))
        return false;
    csv_begin(&csv, bytes, length);
    (void)csv_row(&csv);
    (void)find_columns(&csv, columns);
    while (!*ended && csv_row(&csv))
        *ended = !give_row(&csv, columns, job);
    csv_finish(&csv);
    return !*ended;
}
