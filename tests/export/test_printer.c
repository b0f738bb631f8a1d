/* Every printer over plain and hostile records: what comes out is what the format wants, holds the
 * record, and nothing of a record gets out of its place. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/xalloc.h"
#include "doc/reader.h"
#include "export/escape_markdown.h"
#include "export/json_print.h"
#include "export/printers.h"
#include "notes/import.h"
#include "notes/import_markdown.h"
#include "text/utf8.h"
#include "record_of.h"
#include "wellformed.h"

#define COUNT (RECORD_ATTACKS + 2)

struct open_texts {
    struct annotation annotations[COUNT];
    struct note_record records[COUNT];
    struct export_set set;
};

/* The plain records first, then one an attack. */
static struct open_texts *open_texts_new(void)
{
    struct open_texts *open_texts = xcalloc(1, sizeof *open_texts);
    open_texts->annotations[0] = annotation_full(1, "11 Main was sold.");
    open_texts->annotations[1] = annotation_full(2, "For 37.6%\nof it.");
    annotation_drop_target(&open_texts->annotations[1], TARGET_COUNTERPART);
    for (size_t i = 0; i < RECORD_ATTACKS; i++)
        open_texts->annotations[i + 2] = annotation_attack((unsigned)i + 3, record_attacks[i]);
    for (size_t i = 0; i < COUNT; i++)
        open_texts->records[i] = record_of(&open_texts->annotations[i]);
    open_texts->set = (struct export_set){ .records = open_texts->records, .count = COUNT };
    return open_texts;
}

static void open_texts_free(struct open_texts *open_texts)
{
    for (size_t i = 0; i < COUNT; i++)
        annotation_free(&open_texts->annotations[i]);
    free(open_texts);
}

static struct buffer print(const char *format, const char *preset, const struct export_set *set)
{
    struct buffer out = { 0 };
    const struct printer *printer = printer_find(format, preset);
    assert_non_null(printer);
    printer_run(printer, set, &out);
    return out;
}

static void check_wellformed(const struct printer *printer, const struct buffer *out)
{
    size_t rows;
    bool csv = strcmp(printer->name, "csv") == 0;
    assert_true(wellformed_text(buffer_text(out), out->length, csv));
    if (csv)
        assert_true(wellformed_csv(out->data, out->length, &rows));
    if (strcmp(printer->name, "json") == 0 || strcmp(printer->name, "csl") == 0)
        assert_true(wellformed_json(out->data, out->length));
    if (strcmp(printer->name, "html") == 0)
        assert_true(wellformed_markup(out->data, out->length, true));
    if (strcmp(printer->name, "tmx") == 0)
        assert_true(wellformed_markup(out->data, out->length, false));
}

static void test_wellformed(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    for (size_t i = 0; printer_at(i) != NULL; i++) {
        const struct printer *printer = printer_at(i);
        for (size_t count = 0; count <= COUNT; count++) {
            struct export_set set = { .records = open_texts->records, .count = count };
            struct buffer out = { 0 };
            printer_run(printer, &set, &out);
            check_wellformed(printer, &out);
            buffer_free(&out);
        }
    }
    open_texts_free(open_texts);
}

static void test_same_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; printer_at(i) != NULL; i++) {
        struct open_texts *first = open_texts_new(), *second = open_texts_new();
        struct buffer a = { 0 }, b = { 0 };
        printer_run(printer_at(i), &first->set, &a);
        printer_run(printer_at(i), &second->set, &b);
        assert_int_equal(a.length, b.length);
        assert_memory_equal(a.data, b.data, a.length);
        buffer_free(&a);
        buffer_free(&b);
        open_texts_free(first);
        open_texts_free(second);
    }
}

/* What JSON holds is what was stored, but for what is no UTF-8. */
static void test_json_loses_nothing(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct buffer out = print("json", NULL, &open_texts->set), got = { 0 }, path = { 0 };
    for (size_t i = 0; i < RECORD_ATTACKS; i++) {
        static const char *const places[] = { "diptych:colour", "target[0].selector[0].exact",
                                              "target[1].source.dc:title",
                                              "target[0].source.language" };
        if (record_attacks[i][0] == '\0' ||
            !utf8_is_valid(record_attacks[i], strlen(record_attacks[i])))
            continue;
        for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
            buffer_truncate(&path, 0);
            buffer_add_format(&path, "first.items[%zu].%s", i + 2, places[k]);
            /* A key with a colon or a dot in it is one step. */
            assert_true(wellformed_json_at(out.data, path.data, &got));
            assert_string_equal(buffer_text(&got), record_attacks[i]);
        }
        buffer_truncate(&path, 0);
        buffer_add_format(&path, "first.items[%zu].body[0].value", i + 2);
        assert_true(wellformed_json_at(out.data, path.data, &got));
        assert_string_equal(buffer_text(&got), record_attacks[i]);
    }
    buffer_free(&out);
    buffer_free(&got);
    buffer_free(&path);
    open_texts_free(open_texts);
}

static const char *json_at(const struct buffer *json, const char *path, struct buffer *got)
{
    return wellformed_json_at(json->data, path, got) ? buffer_text(got) : NULL;
}

/* What the model (W3C Recommendation, 23 February 2017) says MUST be. */
static void check_annotation(const struct buffer *json, size_t index, struct buffer *got)
{
    static const char *const motivations = "highlighting commenting questioning tagging linking";
    struct buffer path = { 0 };
#define AT(rest)                                                                                   \
    (buffer_truncate(&path, 0), buffer_add_format(&path, "first.items[%zu]." rest, index),         \
     json_at(json, path.data, got))
    assert_non_null(AT("id"));
    assert_true(strncmp(buffer_text(got), JSON_NOTE, strlen(JSON_NOTE)) == 0);
    assert_string_equal(AT("type"), "Annotation");
    assert_non_null(strstr(motivations, AT("motivation")));
    assert_non_null(AT("target[0].type"));
    assert_string_equal(buffer_text(got), "SpecificResource");
    assert_non_null(AT("target[0].source.id"));
    assert_non_null(AT("target[0].selector[0].exact"));
    assert_string_equal(AT("target[0].selector[0].type"), "TextQuoteSelector");
    assert_string_equal(AT("target[0].selector[1].type"), "TextPositionSelector");
    assert_non_null(AT("target[0].selector[1].start"));
    assert_non_null(AT("target[0].selector[1].end"));
    for (size_t body = 0; body < 8; body++) {
        buffer_truncate(&path, 0);
        buffer_add_format(&path, "first.items[%zu].body[%zu].type", index, body);
        if (json_at(json, path.data, got) == NULL)
            continue;
        bool textual = strcmp(buffer_text(got), "TextualBody") == 0;
        assert_true(textual || strcmp(buffer_text(got), "SpecificResource") == 0);
        buffer_truncate(&path, 0);
        buffer_add_format(&path, "first.items[%zu].body[%zu].%s", index, body,
                          textual ? "value" : "purpose");
        assert_non_null(json_at(json, path.data, got));
    }
#undef AT
    buffer_free(&path);
}

static void test_json_model(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct buffer out = print("json", NULL, &open_texts->set), got = { 0 }, count = { 0 };
    assert_string_equal(json_at(&out, "@context[0]", &got), JSON_CONTEXT);
    assert_non_null(json_at(&out, "id", &got));
    assert_string_equal(json_at(&out, "type", &got), "AnnotationCollection");
    buffer_add_format(&count, "%zu", COUNT);
    assert_string_equal(json_at(&out, "total", &got), buffer_text(&count));
    assert_non_null(json_at(&out, "first.id", &got));
    assert_string_equal(json_at(&out, "first.type", &got), "AnnotationPage");
    assert_string_equal(json_at(&out, "first.startIndex", &got), "0");
    check_annotation(&out, 0, &got);
    check_annotation(&out, COUNT - 1, &got);
    assert_null(json_at(&out, "first.items[100].id", &got));
    /* Each by itself: looking into one of many reads all before it. */
    for (size_t i = 0; i < COUNT; i++) {
        struct export_set one = { .records = open_texts->records + i, .count = 1 };
        struct buffer alone = print("json", NULL, &one);
        check_annotation(&alone, 0, &got);
        buffer_free(&alone);
    }
    buffer_free(&count);
    buffer_free(&got);
    buffer_free(&out);
    /* One without any target has one all the same. */
    struct annotation nothing;
    annotation_begin(&nothing);
    struct note_record record = { .annotation = &nothing };
    struct export_set set = { .records = &record, .count = 1 };
    out = print("json", NULL, &set);
    assert_non_null(json_at(&out, "first.items[0].target[0]", &got));
    buffer_free(&out);
    buffer_free(&got);
    annotation_free(&nothing);
    open_texts_free(open_texts);
}

/* A note has a body as soon as there is one thing to put into it. */
static void test_json_bodies(void **state)
{
    (void)state;
    static const char *const purposes[] = { NULL,      "commenting", "questioning", "tagging",
                                            "linking", "linking",    "identifying" };
    for (size_t i = 0; i < sizeof purposes / sizeof *purposes; i++) {
        struct annotation made;
        struct buffer got = { 0 };
        annotation_begin(&made);
        struct note_record record = { .annotation = &made };
        if (i == 1 || i == 2)
            annotation_set(&made.comment, "?");
        if (i == 2)
            made.kind = ANNOTATION_QUESTION;
        if (i == 3)
            annotation_add_tag(&made, "sale");
        if (i == 4)
            annotation_set(&made.entity, "a");
        if (i == 5)
            (void)annotation_add_target(&made, TARGET_DESTINATION);
        if (i == 6)
            record = (struct note_record){ .annotation = &made, .entities = record_entities, .entity_count = 1 };
        struct buffer out = print("json", NULL, &(struct export_set){ .records = &record, .count = 1 });
        const char *purpose = json_at(&out, "first.items[0].body[0].purpose", &got);
        assert_true((purpose == NULL) == (purposes[i] == NULL));
        if (purpose != NULL)
            assert_string_equal(purpose, purposes[i]);
        buffer_free(&out);
        buffer_free(&got);
        annotation_free(&made);
    }
}

static void test_csv_cells(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct buffer out = print("csv", NULL, &open_texts->set), got = { 0 };
    size_t rows;
    assert_true(wellformed_csv(out.data, out.length, &rows));
    assert_int_equal(rows, COUNT + 1);
    assert_true(wellformed_csv_at(out.data, out.length, 0, 7, &got));
    assert_string_equal(buffer_text(&got), "quote");
    assert_true(wellformed_csv_at(out.data, out.length, 2, 7, &got));
    assert_string_equal(buffer_text(&got), "For 37.6%\nof it.");
    for (size_t i = 0; i < COUNT; i++) {
        struct export_set one = { .records = open_texts->records + i, .count = 1 };
        struct buffer alone = print("csv", NULL, &one);
        for (size_t column = 0; column < 31; column++) {
            assert_true(wellformed_csv_at(alone.data, alone.length, 1, column, &got));
            char first = buffer_text(&got)[strspn(buffer_text(&got), " \n")];
            assert_true(first == '\0' || strchr("=+-@\t\r", first) == NULL);
        }
        buffer_free(&alone);
    }
    buffer_free(&out);
    out = print("csv", "readwise", &open_texts->set);
    assert_memory_equal(out.data, "Highlight,Title,Author,URL,Note,Location,Date\r\n", 47);
    assert_true(wellformed_csv_at(out.data, out.length, 1, 4, &got));
    assert_string_equal(buffer_text(&got), ".Alibaba\n.收购\nWhy *now*?\n\nAsk.");
    buffer_free(&out);
    out = print("csv", "hypothesis", &open_texts->set);
    assert_memory_equal(
        out.data, "Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags\r\n",
        75);
    assert_true(wellformed_csv_at(out.data, out.length, 1, 0, &got));
    assert_string_equal(buffer_text(&got), "2015-06-23 10:00");
    assert_true(wellformed_csv_at(out.data, out.length, 1, 8, &got));
    assert_string_equal(buffer_text(&got), "Alibaba,收购");
    buffer_free(&out);
    buffer_free(&got);
    open_texts_free(open_texts);
}

static void test_tsv_is_a_line_each(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct buffer out = print("tsv", NULL, &open_texts->set);
    size_t lines = 0, tabs = 0, columns = 0;
    for (size_t i = 0; i < out.length; i++) {
        tabs += out.data[i] == '\t';
        if (out.data[i] != '\n')
            continue;
        assert_true(columns == 0 || tabs == columns);
        columns = tabs;
        tabs = 0;
        lines++;
    }
    assert_int_equal(lines, COUNT + 1);
    buffer_free(&out);
    open_texts_free(open_texts);
}

/* Markdown, read as a reader reads it, has no more blocks of a kind than were meant: whatever a
 * note says, the next one stands in its place. */
static void test_markdown_structure(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    for (size_t i = 0; i < COUNT; i++) {
        struct note_record records[2] = { open_texts->records[i], open_texts->records[0] };
        struct export_set set = { .records = records, .count = 2 };
        struct buffer out = print("markdown", NULL, &set);
        struct document *document = reader_parse(out.data, out.length, READER_MARKDOWN, NULL);
        size_t quotes = 0;
        for (size_t block = document->block_count; block-- > 0;) {
            const struct block *one = &document->blocks[block];
            if (one->quote == 1 && one->indent == 0 && quotes < 2)
                assert_int_equal(one->kind, BLOCK_PARAGRAPH);
            if (one->quote == 1 && one->indent == 0 && quotes++ == 1)
                assert_memory_equal(document->text + one->start, "11 Main was sold.", 17);
            assert_true(one->kind != BLOCK_HEADING || one->indent > 0);
        }
        assert_true(quotes >= 2);
        assert_null(frontmatter_get(document->frontmatter, "<script>"));
        for (size_t link = 0; link < document->link_count; link++) {
            const char *target = document->links[link].target;
            assert_true(strncasecmp(target, "javascript", 10) != 0 &&
                        strncmp(target, "data:", 5) != 0);
        }
        document_free(document);
        buffer_free(&out);
    }
    open_texts_free(open_texts);
}

/* Lines that mean something to Org are ours, as many as were meant. */
static void test_org_structure(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct buffer out = print("org", NULL, &open_texts->set);
    size_t headlines = 0, drawers = 0, ends = 0, begun = 0, ended = 0;
    char *copy = xstrdup(out.data), *rest = copy;
    for (char *line; (line = strtok_r(rest, "\n", &rest)) != NULL;) {
        size_t blanks = strspn(line, " \t");
        headlines += line[0] == '*' && line[strspn(line, "*")] == ' ';
        drawers += strcmp(line, ":PROPERTIES:") == 0;
        ends += strncmp(line + blanks, ":END:", 5) == 0;
        begun += strncmp(line + blanks, "#+begin_", 8) == 0;
        ended += strncmp(line + blanks, "#+end_", 6) == 0;
        assert_true(strncmp(line + blanks, "#+include", 9) != 0);
    }
    assert_int_equal(headlines, COUNT);
    assert_int_equal(drawers, COUNT);
    assert_int_equal(ends, COUNT);
    assert_int_equal(begun, 3 + 3 * RECORD_ATTACKS);
    assert_int_equal(ended, begun);
    free(copy);
    buffer_free(&out);
    open_texts_free(open_texts);
}

static void test_html_is_closed(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct buffer out = print("html", NULL, &open_texts->set);
    assert_non_null(strstr(out.data, "default-src 'none'; style-src 'sha256-"));
    assert_null(strstr(out.data, "<script"));
    assert_null(strstr(out.data, "<img"));
    assert_null(strstr(out.data, "<svg"));
    assert_null(strstr(out.data, "href=\"javascript"));
    assert_null(strstr(out.data, "href=\"data"));
    assert_non_null(strstr(out.data, "<blockquote dir=\"auto\" lang=\"zh\"><p>出售</p>"));
    assert_non_null(strstr(out.data, "<div class=\"pair\">"));
    assert_non_null(strstr(out.data, "<p>Why <em>now</em>?</p>"));
    buffer_free(&out);
    open_texts_free(open_texts);
}

static void test_tmx_pairs_only(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct export_set set = { .records = open_texts->records, .count = 2 };
    struct buffer out = { 0 };
    assert_int_equal(printer_run(printer_find("tmx", NULL), &set, &out), 1);
    assert_non_null(strstr(out.data, "srclang=\"en\""));
    assert_non_null(
        strstr(out.data, "<tu tuid=\"0m0000000001\" creationdate=\"20150623T100001Z\""));
    assert_non_null(strstr(out.data, "<tuv xml:lang=\"en\"><seg>11 Main was sold.</seg></tuv>"));
    assert_non_null(strstr(out.data, "<tuv xml:lang=\"zh\"><seg>出售</seg></tuv>"));
    assert_null(strstr(out.data, "37.6"));
    buffer_free(&out);
    open_texts_free(open_texts);
}

/* A spreadsheet knows UTF-8 by the mark; who reads CSV from a pipe gets none. */
static void test_csv_mark(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    struct export_set set = { .records = open_texts->records, .count = 1, .wishes = EXPORT_BOM };
    struct buffer out = print("csv", NULL, &set);
    assert_memory_equal(out.data, "\xEF\xBB\xBFid,kind", 10);
    buffer_free(&out);
    out = print("csv", "readwise", &set);
    assert_memory_equal(out.data, "Highlight", 9);
    buffer_free(&out);
    open_texts_free(open_texts);
}

/* What was not changed in a block reads back as it was printed, whatever stands in it: else an
 * import would take it for the reader's change. */
struct reading {
    const struct open_texts *open_texts;
    size_t next;
};

static bool read_block(void *context, struct annotation *file, bool own)
{
    struct reading *reading = context;
    const struct annotation *stored = &reading->open_texts->annotations[reading->next++];
    struct buffer item = { 0 }, tag = { 0 };
    assert_true(own);
    assert_string_equal(file->id, stored->id);
    escape_markdown_source(&item, stored->comment, strlen(stored->comment), 0);
    char *comment = import_markdown_unitem(buffer_text(&item));
    assert_string_equal(file->comment, comment);
    for (size_t i = 0; i < stored->tag_count; i++) {
        buffer_truncate(&tag, 0);
        escape_markdown_tag(&tag, stored->tags[i]);
        assert_true(tag.length == 0 || annotation_has_tag(file, tag.data));
    }
    free(comment);
    buffer_free(&item);
    buffer_free(&tag);
    return true;
}

static void test_markdown_reads_back(void **state)
{
    (void)state;
    struct open_texts *open_texts = open_texts_new();
    for (unsigned wishes = 0; wishes <= EXPORT_CALLOUTS; wishes++) {
        struct reading reading = { open_texts, 0 };
        struct import_job job = { .take = read_block, .context = &reading };
        struct error error = { "" };
        open_texts->set.wishes = wishes;
        struct buffer out = print("markdown", NULL, &open_texts->set);
        assert_true(import_read(buffer_text(&out), out.length, &job, &error));
        assert_true(job.edited);
        assert_int_equal(reading.next, COUNT);
        buffer_free(&out);
    }
    open_texts_free(open_texts);
}

/* Each article once, in the order of its first note. */
static void test_citations(void **state)
{
    (void)state;
    struct annotation annotations[3];
    struct note_record records[3];
    for (unsigned i = 0; i < 3; i++) {
        annotations[i] = annotation_full(i + 1, "quote");
        records[i] = record_of(&annotations[i]);
    }
    struct annotation_target *other = annotation_add_target(&annotations[1], TARGET_SELECTION);
    annotation_set(&other->article, "出售.zh");
    annotation_set(&other->title, "{50% off} of A & B_C");
    annotation_set(&other->published, "2015");
    annotation_set(&other->source, "https://example.org/{a}_b?c=%20#d");
    struct export_set set = { .records = records, .count = 3 };
    struct buffer out = print("bibtex", NULL, &set), got = { 0 };
    assert_string_equal(buffer_text(&out),
                        "@misc{sale.en,\n  title = {{The Sale}},\n  howpublished = {TechCrunch},\n"
                        "  year = {2015},\n  month = 6,\n  day = {22},\n"
                        "  url = {https://example.org/sale?a=1&b=2},\n  langid = {english},\n}\n\n"
                        "@misc{------.zh,\n  title = {{\\textbraceleft{}50\\% "
                        "off\\textbraceright{} of A \\& B\\_C}},\n  howpublished = {TechCrunch},\n"
                        "  year = {2015},\n  url = {https://example.org/%7Ba%7D_b?c=%20#d},\n"
                        "  langid = {english},\n}\n");
    buffer_free(&out);
    out = print("csl", NULL, &set);
    assert_true(wellformed_json(out.data, out.length));
    assert_non_null(strstr(out.data, "\"title\": \"{50% off} of A & B_C\""));
    buffer_free(&out);
    buffer_free(&got);
    for (size_t i = 0; i < 3; i++)
        annotation_free(&annotations[i]);
}

/* A comment of 1 MB, of the characters that cost most. */
static void test_long_comment(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "x", "<", "*a* ", "\\", "\n", "\"", "[a](b", "\xff", "中"
    };
    for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
        struct buffer comment = { 0 };
        while (comment.length < 200000)
            buffer_add_text(&comment, parts[part]);
        struct annotation annotation = annotation_full(1, "quote");
        annotation_set(&annotation.comment, buffer_text(&comment));
        struct note_record record = record_of(&annotation);
        struct export_set set = { .records = &record, .count = 1 };
        for (size_t i = 0; printer_at(i) != NULL; i++) {
            struct buffer out = { 0 };
            printer_run(printer_at(i), &set, &out);
            check_wellformed(printer_at(i), &out);
            bool cites = strcmp(printer_at(i)->name, "bibtex") == 0 ||
                         strcmp(printer_at(i)->name, "csl") == 0;
            assert_true(cites || strcmp(parts[part], "x") != 0 || out.length > 200000);
            buffer_free(&out);
        }
        annotation_free(&annotation);
        buffer_free(&comment);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wellformed),         cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_json_loses_nothing), cmocka_unit_test(test_json_model),
        cmocka_unit_test(test_json_bodies),
        cmocka_unit_test(test_csv_cells),          cmocka_unit_test(test_tsv_is_a_line_each),
        cmocka_unit_test(test_markdown_structure), cmocka_unit_test(test_csv_mark),
        cmocka_unit_test(test_citations),          cmocka_unit_test(test_markdown_reads_back), cmocka_unit_test(test_org_structure),
        cmocka_unit_test(test_html_is_closed),     cmocka_unit_test(test_tmx_pairs_only),
        cmocka_unit_test(test_long_comment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
