/* The figures of the bundled articles against what a reader finds in them (figures.tsv), and the
 * pairs of two against what a reader pairs (pairs.tsv). Prints precision and recall. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "figure/figures_pair.h"
#include "doc/reader.h"

#define FIELDS 7
#define ARTICLES 10
#define LEAST 0.98 /* precision and recall */

struct row {
    const char *fields[FIELDS];
};

/* A TSV file, comments and header cut. */
struct sheet {
    struct buffer bytes;
    struct row *rows;
    size_t count;
};

static void read_sheet(const char *name, struct sheet *sheet)
{
    struct error error;
    const char *source = getenv("srcdir");
    char *path = xasprintf("%s/tests/figure/%s", source != NULL ? source : ".", name);
    bool header = true;
    *sheet = (struct sheet){ 0 };
    if (!file_read(path, 0, &sheet->bytes, &error))
        fail_msg("%s", error.text);
    free(path);
    for (char *line = strtok(sheet->bytes.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        if (line[0] == '#' || header) {
            header = header && line[0] == '#';
            continue;
        }
        sheet->rows = xreallocarray(sheet->rows, sheet->count + 1, sizeof *sheet->rows);
        struct row *row = &sheet->rows[sheet->count++];
        for (size_t i = 0; i < FIELDS; i++) {
            row->fields[i] = line;
            size_t length = strcspn(line, "\t");
            line += length;
            if (*line == '\t')
                *line++ = '\0';
        }
    }
}

static void free_sheet(struct sheet *sheet)
{
    buffer_free(&sheet->bytes);
    free(sheet->rows);
}

struct read_article {
    struct document *document;
    struct figures figures;
};

/* The marketplace's name has a number in it: the caller leaves it out. */
static void find_names(const char *text, struct spans *names)
{
    for (const char *at = text; (at = strstr(at, "11 Main")) != NULL; at++)
        spans_add(names, (size_t)(at - text), (size_t)(at - text) + strlen("11 Main"));
}

static void read_article(const char *id, struct read_article *article)
{
    struct error error;
    struct spans names = { 0 };
    struct figure_date published;
    char *path = xasprintf("%s/articles/%s.md", getenv("COLLECTION"), id);
    article->figures = (struct figures){ 0 };
    article->document = reader_open(NULL, path, &error);
    if (article->document == NULL)
        fail_msg("%s", error.text);
    find_names(article->document->text, &names);
    const char *told = frontmatter_get(article->document->frontmatter, "published");
    bool dated = told != NULL && figure_date_parse(told, &published);
    const struct figures_options options = { .leave_out = names.items,
                                             .leave_out_count = names.count,
                                             .published = dated ? &published : NULL };
    figures_find(article->document, &options, &article->figures);
    spans_free(&names);
    free(path);
}

static void free_article(struct read_article *article)
{
    figures_free(&article->figures);
    document_free(article->document);
}

struct score {
    size_t right;
    size_t found;
    size_t wanted;
};

static void tell(const char *what, const struct score *score)
{
    double precision = score->found > 0 ? (double)score->right / (double)score->found : 1;
    double recall = score->wanted > 0 ? (double)score->right / (double)score->wanted : 1;
    print_message("%s: precision %.3f (%zu of %zu), recall %.3f (%zu of %zu)\n", what, precision,
                  score->right, score->found, recall, score->right, score->wanted);
    assert_true(precision >= LEAST && recall >= LEAST);
}

static bool is_row(const struct row *row, const char *text, const struct figure *figure)
{
    struct buffer value = { 0 };
    figure_print_value(figure, &value);
    bool same = strcmp(row->fields[1], figure_kind_name(figure->kind)) == 0 &&
                strcmp(row->fields[2], buffer_text(&value)) == 0 &&
                strcmp(row->fields[3], figure->unit) == 0 &&
                strlen(row->fields[4]) == figure->end - figure->start &&
                strncmp(row->fields[4], text + figure->start, strlen(row->fields[4])) == 0;
    buffer_free(&value);
    return same;
}

/* Both lists are in the order of the text: each figure takes the next row that is it. */
static void score_article(const char *id, const struct row *rows, size_t count,
                          struct score *score)
{
    struct read_article article;
    size_t next = 0;
    read_article(id, &article);
    for (size_t i = 0; i < article.figures.count; i++) {
        const struct figure *figure = &article.figures.items[i];
        size_t at = next;
        while (at < count && !is_row(&rows[at], article.document->text, figure))
            at++;
        if (at < count) {
            score->right++;
            next = at + 1;
        } else {
            print_message("%s: %.*s is no figure of the list\n", id,
                          (int)(figure->end - figure->start),
                          article.document->text + figure->start);
        }
    }
    score->found += article.figures.count;
    score->wanted += count;
    free_article(&article);
}

static void test_figures_of_articles(void **state)
{
    (void)state;
    struct sheet sheet;
    struct score score = { 0, 0, 0 };
    size_t articles = 0;
    read_sheet("figures.tsv", &sheet);
    for (size_t i = 0; i < sheet.count; articles++) {
        size_t end = i;
        while (end < sheet.count && strcmp(sheet.rows[end].fields[0], sheet.rows[i].fields[0]) == 0)
            end++;
        score_article(sheet.rows[i].fields[0], &sheet.rows[i], end - i, &score);
        i = end;
    }
    assert_int_equal(articles, ARTICLES);
    tell("figures of the bundled articles", &score);
    free_sheet(&sheet);
}

/* Whether the rows have the pair. Rows number the figures from 1. */
static bool has_pair(const struct row *rows, size_t count, const struct figure_pair *pair)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].fields[2], figure_pair_status_name(pair->status)) == 0 &&
            strtoul(rows[i].fields[3], NULL, 10) == pair->a + 1 &&
            strtoul(rows[i].fields[4], NULL, 10) == pair->b + 1)
            return true;
    }
    return false;
}

static void score_pairs(const struct row *rows, size_t count, struct score *score)
{
    struct read_article a, b;
    struct figure_pairs pairs = { 0 };
    read_article(rows->fields[0], &a);
    read_article(rows->fields[1], &b);
    const struct figure_side left = { &a.figures, a.document->length };
    const struct figure_side right = { &b.figures, b.document->length };
    figures_pair(&left, &right, &(struct figures_pair_task){ .links = NULL }, &pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        if (pairs.items[i].status == PAIR_ONLY_A || pairs.items[i].status == PAIR_ONLY_B)
            continue;
        score->found++;
        if (has_pair(rows, count, &pairs.items[i]))
            score->right++;
        else
            print_message("%s %s: %zu and %zu are no pair of the list\n", rows->fields[0],
                          rows->fields[1], pairs.items[i].a + 1, pairs.items[i].b + 1);
    }
    score->wanted += count;
    figure_pairs_free(&pairs);
    free_article(&a);
    free_article(&b);
}

static void test_pairs_of_articles(void **state)
{
    (void)state;
    struct sheet sheet;
    struct score score = { 0, 0, 0 };
    read_sheet("pairs.tsv", &sheet);
    for (size_t i = 0; i < sheet.count;) {
        size_t end = i;
        while (end < sheet.count &&
               strcmp(sheet.rows[end].fields[0], sheet.rows[i].fields[0]) == 0 &&
               strcmp(sheet.rows[end].fields[1], sheet.rows[i].fields[1]) == 0)
            end++;
        score_pairs(&sheet.rows[i], end - i, &score);
        i = end;
    }
    tell("pairs of the bundled articles", &score);
    free_sheet(&sheet);
}

static size_t count_pairs(const struct read_article *a, const struct read_article *b)
{
    struct figure_pairs pairs = { 0 };
    size_t count = 0;
    const struct figure_side left = { &a->figures, a->document->length };
    const struct figure_side right = { &b->figures, b->document->length };
    figures_pair(&left, &right, &(struct figures_pair_task){ .links = NULL }, &pairs);
    for (size_t i = 0; i < pairs.count; i++)
        count += pairs.items[i].status <= PAIR_DIFFER;
    figure_pairs_free(&pairs);
    return count;
}

/* Articles on different matters share no figure but by chance: of all these only two both speak of
 * millions of consumers. */
static void test_pairs_of_unrelated_articles(void **state)
{
    (void)state;
    static const char *const ids[] = { "11-main-opensky.en", "11-main-opensky.zh",
                                       "going-global.en",    "going-global.zh",
                                       "ma-us-exporters.en", "ma-us-exporters.zh",
                                       "weibo-stake.en",     "weibo-stake.zh" };
    struct read_article articles[8];
    size_t count = 0;
    for (size_t i = 0; i < 8; i++)
        read_article(ids[i], &articles[i]);
    for (size_t i = 0; i < 8; i++) {
        for (size_t j = 0; j < 8; j++)
            count += i / 2 != j / 2 ? count_pairs(&articles[i], &articles[j]) : 0;
    }
    print_message("pairs of unrelated articles: %zu in 48 comparisons\n", count);
    assert_true(count <= 8);
    for (size_t i = 0; i < 8; i++)
        free_article(&articles[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures_of_articles),
        cmocka_unit_test(test_pairs_of_articles),
        cmocka_unit_test(test_pairs_of_unrelated_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
