/* notebook: the notes of record_of.h, for the scripts that look at exports from outside.
 *
 *   notebook plain FORMAT [PRESET]     two notes as that format; preset bom: with its mark
 *   notebook attacks FORMAT [PRESET]   one note an attack
 *   notebook page html                 three passages, each with a note
 *   notebook article html|markdown     an article of nothing but attacks with those notes */
#include <stdio.h>
#include <string.h>

#include "doc/reader.h"
#include "export/annotated.h"
#include "export/printers.h"
#include "record_of.h"

static struct annotation one_of(const char *kind, size_t index)
{
    if (strcmp(kind, "attacks") == 0)
        return annotation_attack((unsigned)index + 3, record_attacks[index]);
    struct annotation made = annotation_full((unsigned)index + 1, index == 0 ? "11 Main was sold."
                                                                             : "For 37.6%\nof it.");
    if (index == 1) {
        made.kind = ANNOTATION_LINK;
        annotation_drop_target(&made, TARGET_COUNTERPART);
        annotation_set(&made.entity, "opensky");
        annotation_set(&made.comment, "");
    }
    return made;
}

static int print(const char *kind, const char *format, const char *preset)
{
    static struct annotation annotations[RECORD_ATTACKS + 2];
    static struct note_record records[RECORD_ATTACKS + 2];
    bool bom = preset != NULL && strcmp(preset, "bom") == 0;
    const struct printer *printer = printer_find(format, bom ? NULL : preset);
    struct export_set set = { records, strcmp(kind, "attacks") == 0 ? RECORD_ATTACKS : 2,
                              bom ? EXPORT_BOM : 0, NULL };
    struct buffer out = { 0 };
    if (printer == NULL)
        return 2;
    for (size_t i = 0; i < set.count; i++) {
        annotations[i] = one_of(kind, i);
        records[i] = record_of(&annotations[i]);
    }
    printer_run(printer, &set, &out);
    fwrite(out.data, 1, out.length, stdout);
    for (size_t i = 0; i < set.count; i++)
        annotation_free(&annotations[i]);
    buffer_free(&out);
    return 0;
}

/* Notes that overlap, each on the first code points of an article that is all attacks. */
static int print_article(const char *format)
{
    static struct annotation annotations[RECORD_ATTACKS];
    static struct note_record records[RECORD_ATTACKS];
    struct buffer text = { 0 }, out = { 0 };
    struct annotation about;
    for (size_t i = 0; i < RECORD_ATTACKS; i++) {
        buffer_add_format(&text, "%s\n\n", record_attacks[i]);
        annotations[i] = one_of("attacks", i);
        annotation_set(&annotations[i].targets[0].article, "attacks");
        records[i] = record_of(&annotations[i]);
        records[i].places[TARGET_SELECTION].start = i;
        records[i].places[TARGET_SELECTION].end = 37 * i + 1;
    }
    struct document *document = reader_parse(text.data, text.length, READER_MARKDOWN, NULL);
    annotation_begin(&about);
    struct annotation_target *target = annotation_add_target(&about, TARGET_SELECTION);
    annotation_set(&target->article, "attacks");
    annotation_set(&target->title, record_attacks[0]);
    struct annotated_sheet sheet = { document, target };
    struct annotated annotated = { &sheet, 1, records, RECORD_ATTACKS };
    if (strcmp(format, "html") == 0)
        annotated_html(&out, &annotated);
    else
        annotated_markdown(&out, &annotated);
    fwrite(out.data, 1, out.length, stdout);
    for (size_t i = 0; i < RECORD_ATTACKS; i++)
        annotation_free(&annotations[i]);
    annotation_free(&about);
    document_free(document);
    buffer_free(&text);
    buffer_free(&out);
    return 0;
}

/* Paragraphs of some lines, so that a note has room beside its own. */
static int print_page(void)
{
    static struct annotation annotations[3];
    static struct note_record records[3];
    struct buffer text = { 0 }, out = { 0 };
    struct annotation about;
    for (unsigned i = 0; i < 3; i++) {
        size_t start = text.length;
        buffer_add_format(&text, "Passage %u", i + 1);
        for (int word = 0; word < 200; word++)
            buffer_add_text(&text, " word");
        buffer_add_text(&text, "\n\n");
        annotations[i] = annotation_full(i + 1, "Passage");
        annotation_drop_target(&annotations[i], TARGET_COUNTERPART);
        annotation_set(&annotations[i].comment, "A remark.");
        records[i] = record_of(&annotations[i]);
        records[i].places[TARGET_SELECTION].start = start - i;
        records[i].places[TARGET_SELECTION].end = start - i + strlen("Passage");
    }
    struct document *document = reader_parse(text.data, text.length, READER_MARKDOWN, NULL);
    annotation_begin(&about);
    struct annotation_target *target = annotation_add_target(&about, TARGET_SELECTION);
    annotation_set(&target->article, "sale.en");
    struct annotated_sheet sheet = { document, target };
    annotated_html(&out, &(struct annotated){ &sheet, 1, records, 3 });
    fwrite(out.data, 1, out.length, stdout);
    for (size_t i = 0; i < 3; i++)
        annotation_free(&annotations[i]);
    annotation_free(&about);
    document_free(document);
    buffer_free(&text);
    buffer_free(&out);
    return 0;
}

int main(int count, char **arguments)
{
    if (count == 3 && strcmp(arguments[1], "article") == 0)
        return print_article(arguments[2]);
    if (count == 3 && strcmp(arguments[1], "page") == 0)
        return print_page();
    if (count >= 3)
        return print(arguments[1], arguments[2], count > 3 ? arguments[3] : NULL);
    return 2;
}
