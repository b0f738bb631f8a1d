/* The mentions of whole texts beside what a careful reader found in them, written down by hand
 * before the program was asked. Each test prints precision and recall and fails on any
 * difference that is not among the known ones.
 *
 *   tests/entity/gold/ARTICLE.tsv   start, end (code points), entity, text; the bundled articles
 *   tests/entity/seeds/FILE.tsv     start, end, entity: files of the folder that DIPTYCH_SEEDS
 *                                   names, which are not ours to copy
 *   tests/entity/traps/NAME.md      invented articles full of traps, ⟦text⁄entity⟧ around what
 *                                   should be found
 *   tests/entity/traps/known.tsv    what is got wrong there: article, missed or wrong, entity,
 *                                   the place with the name in [ ], the reason
 *   tests/entity/traps/single.txt   an invented article a line, marked in the same way, ¶ between
 *                                   its paragraphs; "- " before those that are got wrong
 *   tests/entity/traps/notes.txt    the notes of a reader who owns those: id, type, English and
 *                                   Chinese name, aliases, short names, with | between */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/entity_index.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/collection.h"
#include "library/roster.h"
#include "library/scratch.h"
#include "text/utf8.h"

#define OPEN "⟦"
#define MIDDLE "⁄"
#define CLOSE "⟧"

/* What should be found: bytes of a document's text. */
struct term_pattern {
    size_t start;
    size_t end;
    char *entity;
};

struct gold {
    struct term_pattern *items;
    size_t count;
    size_t capacity;
};

struct known {
    char *lines; /* of known.tsv, each begun with \n; NULL: nothing is known */
    size_t met;
};

struct tally {
    size_t right;
    size_t found;
    size_t wanted;
    size_t uncertain;
    size_t unknown; /* differences that are not known ones */
};

struct desk {
    struct collection *collection;
    struct entity_index *entity_index;
    struct tally tally;
    struct known known;
};

static const char *source_path(const char *name)
{
    static char path[4096];
    const char *srcdir = getenv("srcdir");
    snprintf(path, sizeof path, "%s/%s", srcdir != NULL ? srcdir : ".", name);
    return path;
}

static int set_up(void **state)
{
    static struct desk desk;
    struct error error = { "" };
    const char *folder = getenv("COLLECTION");
    desk = (struct desk){ 0 };
    desk.collection = collection_open(folder != NULL ? folder : source_path("data/collection"), NULL, NULL,
                                      &error);
    assert_non_null(desk.collection);
    desk.entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = desk.collection });
    *state = &desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    entity_index_free(desk->entity_index);
    collection_free(desk->collection);
    free(desk->known.lines);
    return 0;
}

static void gold_free(struct gold *gold)
{
    for (size_t i = 0; i < gold->count; i++)
        free(gold->items[i].entity);
    free(gold->items);
}

/* ---- differences ---- */

/* Whether known.tsv has the difference: its place, the brackets taken out, is in the text just
 * there. */
static bool is_known(struct known *known, const char *article, const char *kind,
                     const struct term_pattern *at, const struct document *document)
{
    struct buffer head = { 0 };
    bool is = false;
    buffer_add_format(&head, "\n%s\t%s\t%s\t", article, kind, at->entity);
    for (const char *line = known->lines; !is && line != NULL;) {
        line = strstr(line, buffer_text(&head));
        if (line == NULL)
            break;
        line += head.length;
        const char *open = strchr(line, '[');
        const char *close = strchr(line, ']');
        const char *end = line + strcspn(line, "\t\n");
        assert_true(open != NULL && close != NULL && open < close && close < end);
        size_t before = (size_t)(open - line);
        size_t after = (size_t)(end - close - 1);
        is = (size_t)(close - open - 1) == at->end - at->start && before <= at->start &&
             after <= document->length - at->end &&
             memcmp(document->text + at->start - before, line, before) == 0 &&
             memcmp(document->text + at->end, close + 1, after) == 0;
    }
    buffer_free(&head);
    known->met += is;
    return is;
}

static void tell(struct desk *desk, const char *article, const char *kind,
                 const struct term_pattern *at, const struct document *document)
{
    if (is_known(&desk->known, article, kind, at, document))
        return;
    size_t from = at->start > 30 ? utf8_previous(document->text, at->start - 30) : 0;
    print_message("%s: %s %s, code point %zu: %.*s[%.*s]%.20s\n", article, kind, at->entity,
                  utf8_count(document->text, at->start), (int)(at->start - from),
                  document->text + from, (int)(at->end - at->start), document->text + at->start,
                  document->text + at->end);
    desk->tally.unknown++;
}

static void compare(struct desk *desk, const char *article, const struct document *document,
                    const struct gold *gold)
{
    struct mentions mentions = { 0 };
    size_t at = 0;
    entity_index_find(desk->entity_index, document, &mentions);
    for (size_t i = 0; i < mentions.count; i++) {
        const struct mention *mention = &mentions.items[i];
        struct term_pattern found = { mention->start, mention->end,
                                      entity_index_note(desk->entity_index, mention->entity)->id };
        for (; at < gold->count && gold->items[at].start < found.start; at++)
            tell(desk, article, "missed", &gold->items[at], document);
        const struct term_pattern *wanted = at < gold->count ? &gold->items[at] : NULL;
        desk->tally.uncertain += mention->uncertain;
        if (wanted != NULL && wanted->start == found.start && wanted->end == found.end &&
            strcmp(wanted->entity, found.entity) == 0) {
            desk->tally.right++;
            at++;
        } else {
            tell(desk, article, "wrong", &found, document);
        }
    }
    for (; at < gold->count; at++)
        tell(desk, article, "missed", &gold->items[at], document);
    desk->tally.found += mentions.count;
    desk->tally.wanted += gold->count;
    mentions_free(&mentions);
}

static void report(const struct desk *desk, const char *what)
{
    const struct tally *tally = &desk->tally;
    print_message("%s: %zu mentions, %zu found (%zu uncertain), %zu right: precision %.4f, "
                  "recall %.4f; %zu known differences\n",
                  what, tally->wanted, tally->found, tally->uncertain, tally->right,
                  (double)tally->right / (double)tally->found,
                  (double)tally->right / (double)tally->wanted, desk->known.met);
    assert_true(tally->wanted > 0);
    assert_int_equal(tally->unknown, 0);
}

/* ---- the tables ---- */

/* One line of a table; with a fourth column, that is the text at the place. */
static void read_row(char *line, const struct document *document, struct gold *gold)
{
    char *rest;
    unsigned long start = strtoul(line, &rest, 10);
    unsigned long end = strtoul(rest, &rest, 10);
    char *entity = rest + 1;
    char *text = strchr(entity, '\t');
    if (text != NULL)
        *text++ = '\0';
    struct term_pattern wanted = { utf8_offset(document->text, document->length, start),
                                   utf8_offset(document->text, document->length, end),
                                   xstrdup(entity) };
    if (text != NULL) {
        assert_int_equal(strlen(text), wanted.end - wanted.start);
        assert_memory_equal(text, document->text + wanted.start, strlen(text));
    }
    VECTOR_PUSH(gold, wanted);
}

static void check_table(struct desk *desk, const char *table, const char *article,
                        const char *path)
{
    struct error error = { "" };
    struct buffer rows = { 0 };
    struct gold gold = { 0 };
    struct document *document = reader_open(NULL, path, &error);
    if (document == NULL || !file_read(table, 0, &rows, &error))
        fail_msg("%s", error.text);
    for (char *line = strtok(rows.data, "\n"); line != NULL; line = strtok(NULL, "\n"))
        read_row(line, document, &gold);
    compare(desk, article, document, &gold);
    gold_free(&gold);
    buffer_free(&rows);
    document_free(document);
}

static void test_bundled_articles(void **state)
{
    struct desk *desk = *state;
    const struct roster *roster = collection_roster(desk->collection);
    for (size_t i = 0; i < roster->count; i++) {
        char table[256];
        snprintf(table, sizeof table, "tests/entity/gold/%s.tsv", roster->ids[i]);
        check_table(desk, source_path(table), roster->ids[i], roster->paths[i]);
    }
    report(desk, "bundled articles");
}

static void test_seeds(void **state)
{
    struct desk *desk = *state;
    const char *folder = getenv("DIPTYCH_SEEDS");
    if (folder == NULL || folder[0] == '\0') {
        print_message("DIPTYCH_SEEDS names no folder of source articles: they are not checked\n");
        skip();
    }
    char *tables = xstrdup(source_path("tests/entity/seeds"));
    struct buffer names = { 0 };
    assert_true(file_read(source_path("tests/entity/seeds/FILES"), 0, &names, NULL));
    char *rest = names.data;
    for (char *name; (name = strtok_r(rest, "\n", &rest)) != NULL;) {
        char *file = file_join(folder, name);
        char *base = file_join(tables, name);
        struct buffer table = { 0 };
        buffer_add_format(&table, "%s.tsv", base);
        check_table(desk, buffer_text(&table), name, file);
        buffer_free(&table);
        free(base);
        free(file);
    }
    buffer_free(&names);
    free(tables);
    report(desk, "source articles");
}

/* ---- the traps ---- */

/* Takes the marks out of `marked`; where they stood in what is left goes to `gold`, unless that
 * is NULL. */
static void unmark(const char *marked, struct buffer *plain, struct gold *gold)
{
    const char *open;
    while ((open = strstr(marked, OPEN)) != NULL) {
        const char *name = open + strlen(OPEN);
        const char *middle = strstr(name, MIDDLE);
        const char *close = strstr(name, CLOSE);
        assert_true(middle != NULL && close != NULL && middle < close);
        buffer_add(plain, marked, (size_t)(open - marked));
        size_t start = plain->length;
        buffer_add(plain, name, (size_t)(middle - name));
        middle += strlen(MIDDLE);
        if (gold != NULL)
            VECTOR_PUSH(gold, (struct term_pattern){ start, plain->length,
                                                     xstrndup(middle, (size_t)(close - middle)) });
        marked = close + strlen(CLOSE);
    }
    buffer_add_text(plain, marked);
}

static void check_trap(struct desk *desk, const char *name)
{
    struct error error = { "" };
    struct buffer source = { 0 };
    struct buffer plain_source = { 0 };
    struct buffer plain = { 0 };
    struct gold gold = { 0 };
    char path[256];
    snprintf(path, sizeof path, "tests/entity/traps/%s.md", name);
    if (!file_read(source_path(path), 0, &source, &error))
        fail_msg("%s", error.text);
    unmark(buffer_text(&source), &plain_source, NULL);
    struct document *marked = reader_parse(source.data, source.length, READER_MARKDOWN, NULL);
    struct document *document = reader_parse(plain_source.data, plain_source.length,
                                             READER_MARKDOWN, NULL);
    unmark(marked->text, &plain, &gold);
    assert_string_equal(buffer_text(&plain), document->text);
    compare(desk, name, document, &gold);
    gold_free(&gold);
    document_free(marked);
    document_free(document);
    buffer_free(&plain);
    buffer_free(&plain_source);
    buffer_free(&source);
}

static void test_traps(void **state)
{
    static const char *const names[] = { "market.en",  "market.zh",  "orchard.en", "orchard.zh", "square.en",
                                         "square.zh",  "two-mas.en", "two-mas.zh" };
    struct desk *desk = *state;
    struct buffer known = { 0 };
    size_t lines = 0;
    buffer_add_byte(&known, '\n');
    struct error error = { "" };
    if (!file_read(source_path("tests/entity/traps/known.tsv"), 0, &known, &error))
        fail_msg("%s", error.text);
    for (size_t i = 1; i < known.length; i++)
        lines += known.data[i] == '\n';
    desk->known.lines = buffer_take(&known);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_trap(desk, names[i]);
    report(desk, "traps");
    /* What is no longer got wrong has no place in the list. */
    assert_int_equal(desk->known.met, lines);
}

/* ---- single traps ---- */

/* Writes a note a line of notes.txt into the folder. */
static void write_notes(void)
{
    struct buffer lines = { 0 };
    assert_true(file_read(source_path("tests/entity/traps/notes.txt"), 0, &lines, NULL));
    char *rest = lines.data;
    for (char *line; (line = strtok_r(rest, "\n", &rest)) != NULL;) {
        char *fields[6], *name = line;
        for (size_t i = 0; i < 6; i++) {
            fields[i] = name;
            name += strcspn(name, "|");
            if (*name != '\0')
                *name++ = '\0';
        }
        struct buffer note = { 0 };
        buffer_add_format(&note, "---\nnames:\n  en: %s\n  zh: %s\naliases: [%s]\nshort: [%s]\ntype: %s\n---\n",
                          fields[2], fields[3], fields[4], fields[5], fields[1]);
        char *file = xasprintf("%s.md", fields[0]);
        scratch_file(file, buffer_text(&note));
        buffer_free(&note);
        free(file);
    }
    buffer_free(&lines);
}

/* Whether the line's names are found, and nothing else. */
static bool is_right(const struct entity_index *index, const char *line)
{
    struct buffer marked = { 0 }, source = { 0 };
    struct gold gold = { 0 };
    struct mentions mentions = { 0 };
    for (const char *at = line; *at != '\0';) {
        size_t length = strcspn(at, "\xC2");
        buffer_add(&marked, at, length);
        at += length;
        if (strncmp(at, "¶", strlen("¶")) == 0) {
            buffer_add_text(&marked, "\n\n");
            at += strlen("¶");
        } else if (*at != '\0') {
            buffer_add_byte(&marked, *at++);
        }
    }
    unmark(buffer_text(&marked), &source, NULL);
    struct document *with = reader_parse(marked.data, marked.length, READER_MARKDOWN, NULL);
    struct document *document = reader_parse(source.data, source.length, READER_MARKDOWN, NULL);
    buffer_truncate(&source, 0);
    unmark(with->text, &source, &gold);
    assert_string_equal(buffer_text(&source), document->text);
    entity_index_find(index, document, &mentions);
    bool right = mentions.count == gold.count;
    for (size_t i = 0; right && i < gold.count; i++)
        right = mentions.items[i].start == gold.items[i].start &&
                mentions.items[i].end == gold.items[i].end &&
                strcmp(entity_index_note(index, mentions.items[i].entity)->id, gold.items[i].entity) == 0;
    mentions_free(&mentions);
    gold_free(&gold);
    document_free(with);
    document_free(document);
    buffer_free(&marked);
    buffer_free(&source);
    return right;
}

static void test_single_traps(void **state)
{
    struct desk *desk = *state;
    struct buffer lines = { 0 };
    size_t count = 0, wrong = 0, unknown = 0;
    scratch_make();
    write_notes();
    struct entity_index *index = entity_index_new(
        &(struct entity_index_sources){ .collection = desk->collection, .vault = scratch_folder });
    assert_null(entity_index_fault(index));
    assert_true(file_read(source_path("tests/entity/traps/single.txt"), 0, &lines, NULL));
    char *rest = lines.data;
    for (char *line; (line = strtok_r(rest, "\n", &rest)) != NULL; count++) {
        bool known = strncmp(line, "- ", 2) == 0;
        bool right = is_right(index, line + 2 * known);
        wrong += !right;
        unknown += right == known;
        if (right == known)
            print_message("single traps: %s: %s\n", right ? "no longer wrong" : "wrong", line);
    }
    print_message("single traps: %zu, %zu wrong\n", count, wrong);
    entity_index_free(index);
    buffer_free(&lines);
    scratch_remove();
    assert_int_equal(unknown, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_single_traps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bundled_articles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_seeds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_traps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_single_traps, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
