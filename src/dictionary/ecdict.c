#include "dictionary/ecdict.h"

#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "dictionary/gloss_lines.h"
#include "text/csv.h"
#include "text/sanitize.h"

#define HEADWORD_MOST ((size_t)255)

enum column { WORD, TRANSLATION, DEFINITION, PHONETIC, COLUMNS };

struct ecdict_reading {
    struct csv csv;
    size_t columns[COLUMNS];
    struct buffer lines, glosses, word, sound;
    struct sanitize_counts counts;
};

static bool find_columns(struct ecdict_reading *reading)
{
    static const char *const names[COLUMNS] = { "word", "translation", "definition", "phonetic" };
    if (!csv_row(&reading->csv))
        return false;
    for (size_t i = 0; i < COLUMNS; i++)
        reading->columns[i] = csv_column(&reading->csv, names[i]);
    return reading->columns[WORD] < CSV_FIELDS && reading->columns[TRANSLATION] < CSV_FIELDS;
}

bool ecdict_is(const char *bytes, size_t length)
{
    struct ecdict_reading reading = { 0 };
    csv_begin(&reading.csv, bytes, length < 4096 ? length : 4096);
    bool is = find_columns(&reading);
    csv_finish(&reading.csv);
    return is;
}

/* The field as glosses: "\n" of two signs ends a line. */
static void read_glosses(struct ecdict_reading *reading, enum column column)
{
    buffer_truncate(&reading->lines, 0);
    buffer_truncate(&reading->glosses, 0);
    for (const char *at = csv_field(&reading->csv, reading->columns[column]); *at != '\0'; at++) {
        bool ends = at[0] == '\\' && (at[1] == 'n' || at[1] == 'r');
        buffer_add_byte(&reading->lines, ends ? '\n' : *at);
        at += ends;
    }
    gloss_lines_add(buffer_text(&reading->lines), reading->lines.length, &reading->glosses,
                    &reading->counts);
}

/* A line end inside is a blank. */
static const char *clean_field(struct ecdict_reading *reading, enum column column, struct buffer *out)
{
    const char *text = csv_field(&reading->csv, reading->columns[column]);
    buffer_truncate(out, 0);
    sanitize_source(text, strlen(text), out, &reading->counts);
    for (size_t i = 0; i < out->length; i++)
        if (out->data[i] == '\n' || out->data[i] == '\t')
            out->data[i] = ' ';
    return buffer_text(out);
}

/* NULL, or what is wrong with the row. */
static const char *add_row(struct ecdict_reading *reading, struct dictionary_builder *builder,
                           struct import_report *report)
{
    const char *word = clean_field(reading, WORD, &reading->word);
    if (*word == '\0' || reading->word.length > HEADWORD_MOST)
        return *word == '\0' ? _("has no headword") : _("has too long a headword");
    read_glosses(reading, TRANSLATION);
    if (reading->glosses.length == 0)
        read_glosses(reading, DEFINITION);
    if (reading->glosses.length == 0)
        return NULL;
    struct dictionary_entry entry = { word, word, clean_field(reading, PHONETIC, &reading->sound),
                                      buffer_text(&reading->glosses) };
    report->full = !dictionary_builder_add(builder, &entry);
    return NULL;
}

void ecdict_read(const char *bytes, size_t length, struct dictionary_builder *builder,
                 struct import_report *report)
{
    struct ecdict_reading reading = { 0 };
    csv_begin(&reading.csv, bytes, length);
    (void)find_columns(&reading);
    (void)dictionary_builder_languages(builder, "en-zh");
    for (size_t line = reading.csv.line;
         import_goes_on(report, reading.csv.at, length) && csv_row(&reading.csv);
         line = reading.csv.line) {
        const char *why = add_row(&reading, builder, report);
        if (why != NULL)
            import_fault(report, line, why);
    }
    bool whole = !report->full && !report->stopped;
    report->cut = report->cut || (whole && reading.csv.at < length) || reading.csv.count > 0;
    report->ill_formed += reading.counts.ill_formed;
    csv_finish(&reading.csv);
    buffer_free(&reading.lines);
    buffer_free(&reading.glosses);
    buffer_free(&reading.word);
    buffer_free(&reading.sound);
}
