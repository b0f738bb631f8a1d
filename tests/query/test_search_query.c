/* What a query finds in a text: words of one to four Han characters wherever they stand, checked
 * against a plain scan; and that rubbish is answered with a sentence. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/reader.h"
#include "query/search_query.h"
#include "text/fold.h"

static uint32_t next_random(uint32_t *random)
{
    *random = *random * 1103515245u + 12345u;
    return *random >> 16;
}

static const char *const characters[] = { "渡", "口", "铁", "鐵", "路", "开", "開", "通", "后",
                                          "後", "来", "來", "，", "。", "a",  " ",  "\n" };

static void add_random(uint32_t *random, size_t count, size_t kinds, struct buffer *out)
{
    for (; count > 0; count--)
        buffer_add_text(out, characters[next_random(random) % kinds]);
}

/* Whether the key of the word stands in that of the text, blanks at the ends of lines aside. */
static bool scan(const char *text, size_t length, const char *word)
{
    struct fold whole = { 0 }, wanted = { 0 };
    unsigned flags = FOLD_CASE | FOLD_HAN | FOLD_SPACE | FOLD_LINES;
    fold_text(text, length, flags, &whole);
    fold_text(word, strlen(word), flags, &wanted);
    bool found = strstr(whole.text, wanted.text) != NULL;
    fold_free(&whole);
    fold_free(&wanted);
    return found;
}

/* A paragraph ends what stands in it. */
static bool scan_blocks(const struct document *document, const char *word)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (scan(document->text + block->start, block->end - block->start, word))
            return true;
    }
    return false;
}

static void words_of_han_are_found_wherever_they_stand(void **state)
{
    (void)state;
    uint32_t random = 7;
    struct buffer text = { 0 }, word = { 0 };
    size_t found = 0;
    for (int round = 0; round < 2000; round++) {
        struct search_answer answer;
        struct error error;
        buffer_truncate(&text, 0);
        buffer_truncate(&word, 0);
        add_random(&random, 1 + next_random(&random) % 40, 17, &text);
        add_random(&random, 1 + next_random(&random) % 4, 12, &word);
        struct document *document = reader_parse(buffer_text(&text), text.length, READER_PLAIN, NULL);
        struct search_query *query = search_query_new(buffer_text(&word), &error);
        assert_non_null(query);
        bool told = search_query_ask(query, document, NULL, &answer);
        if (told != scan_blocks(document, buffer_text(&word)))
            fail_msg("%s in %s", buffer_text(&word), document->text);
        found += told;
        search_answer_free(query, &answer);
        search_query_free(query);
        document_free(document);
    }
    assert_true(found > 300);
    buffer_free(&text);
    buffer_free(&word);
}

static void queries_of_nothing_are_refused(void **state)
{
    (void)state;
    static const char *const queries[] = { "", " ", "OR", "-a", "lang:zh", "\"\"", "OR OR -b" };
    struct error error;
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        assert_null(search_query_new(queries[i], &error));
        assert_non_null(strstr(error.text, "search: "));
    }
    struct buffer long_one = { 0 };
    while (long_one.length < 10000)
        buffer_add_text(&long_one, "-a OR \"b OR ");
    search_query_free(search_query_new(buffer_text(&long_one), &error));
    buffer_free(&long_one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_han_are_found_wherever_they_stand),
        cmocka_unit_test(queries_of_nothing_are_refused),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
