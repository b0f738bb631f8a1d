#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/grapheme.h"
#include "text/linebreak.h"
#include "text/utf8.h"

/* The Unicode Consortium's own break tests, one case a line of code points between ÷ and
 * ×. They are read where the system keeps them, or from the folder that UNICODE_AUXILIARY
 * names. */
#define DEFAULT_FOLDER "/usr/share/unicode/auxiliary"
#define KNOWN_FILE "tests/text/linebreak-known.txt"

enum { CASE_SIZE = 2048, VERSION_SIZE = 32, LINES_AT_MOST = 100000 };

struct test_case {
    char text[CASE_SIZE];
    bool breaks[CASE_SIZE + 1]; /* before byte i */
    size_t length;
};

static FILE *open_test(const char *name)
{
    const char *folder = getenv("UNICODE_AUXILIARY");
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder != NULL ? folder : DEFAULT_FOLDER, name);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        print_message("%s is not there; install unicode-data or set UNICODE_AUXILIARY\n", path);
        skip();
    }
    return file;
}

static bool parse_case(char *line, struct test_case *parsed)
{
    memset(parsed, 0, sizeof *parsed);
    line[strcspn(line, "#\n")] = '\0';
    for (char *word = strtok(line, " \t\r"); word != NULL; word = strtok(NULL, " \t\r")) {
        assert_true(parsed->length + 4 < CASE_SIZE);
        if (strcmp(word, "÷") == 0)
            parsed->breaks[parsed->length] = true;
        else if (strcmp(word, "×") != 0)
            parsed->length += utf8_encode((uint32_t)strtoul(word, NULL, 16),
                                          parsed->text + parsed->length);
    }
    return parsed->length > 0;
}

static bool clusters_fit(const struct test_case *given)
{
    size_t at = 0;
    while (at < given->length) {
        size_t next = grapheme_next(given->text, given->length, at);
        if (!given->breaks[next] || grapheme_previous(given->text, next) != at)
            return false;
        while (++at < next)
            if (given->breaks[at])
                return false;
    }
    return true;
}

static void every_grapheme_case_passes(void **state)
{
    (void)state;
    static struct test_case given;
    char line[8192];
    size_t cases = 0;
    size_t failures = 0;
    FILE *file = open_test("GraphemeBreakTest.txt");
    for (int number = 1; fgets(line, sizeof line, file) != NULL; number++) {
        if (!parse_case(line, &given))
            continue;
        cases++;
        if (clusters_fit(&given))
            continue;
        failures++;
        print_error("GraphemeBreakTest.txt:%d fails\n", number);
    }
    fclose(file);
    print_message("%zu cases of grapheme clusters\n", cases);
    assert_true(cases > 500);
    assert_int_equal(failures, 0);
}

/* The frozen list of cases that libunistring is known to fail, by line. */
struct known {
    char version[VERSION_SIZE]; /* of the data it was made with: LineBreakTest-15.0.0.txt */
    bool lines[LINES_AT_MOST];
};

static void read_version(const char *line, char version[VERSION_SIZE])
{
    assert_true(sscanf(line, "# %31s", version) == 1);
}

static void read_known(struct known *known)
{
    const char *folder = getenv("srcdir");
    char path[4096];
    char line[256];
    snprintf(path, sizeof path, "%s/" KNOWN_FILE, folder != NULL ? folder : ".");
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail_msg("cannot read %s", path);
    assert_non_null(fgets(line, sizeof line, file));
    read_version(line, known->version);
    while (fgets(line, sizeof line, file) != NULL) {
        unsigned long number = strtoul(line, NULL, 10);
        if (number > 0 && number < LINES_AT_MOST)
            known->lines[number] = true;
    }
    fclose(file);
}

static bool breaks_fit(const struct test_case *given)
{
    unsigned char marks[CASE_SIZE];
    linebreak_mark_uax14(given->text, given->length, marks);
    for (size_t i = 1; i < given->length; i++)
        if ((marks[i] != LINEBREAK_NO) != given->breaks[i])
            return false;
    return true;
}

struct tally {
    size_t cases;
    size_t failures;
    size_t unlisted; /* failures that the list does not have */
    size_t passed;   /* listed and yet passing: a newer library */
};

static void run_line_breaks(FILE *file, const struct known *known, bool listed,
                            struct tally *tally)
{
    static struct test_case given;
    char line[8192];
    for (unsigned number = 2; fgets(line, sizeof line, file) != NULL; number++) {
        assert_true(number < LINES_AT_MOST);
        if (!parse_case(line, &given))
            continue;
        bool fits = breaks_fit(&given);
        tally->cases++;
        tally->failures += !fits;
        tally->passed += fits && listed && known->lines[number];
        if (fits || !listed || known->lines[number])
            continue;
        tally->unlisted++;
        print_error("LineBreakTest.txt:%u fails and is not in %s\n", number, KNOWN_FILE);
    }
}

static void line_breaks_fail_only_where_known(void **state)
{
    (void)state;
    static struct known known;
    struct tally tally = { 0 };
    char line[8192];
    char version[VERSION_SIZE];
    FILE *file = open_test("LineBreakTest.txt");
    read_known(&known);
    assert_non_null(fgets(line, sizeof line, file));
    read_version(line, version);
    bool listed = strcmp(version, known.version) == 0;
    run_line_breaks(file, &known, listed, &tally);
    fclose(file);
    print_message("%s: %zu of %zu cases of line breaks fail\n", version, tally.failures,
                  tally.cases);
    if (!listed)
        print_message("the list of known failures is for %s and was not used\n", known.version);
    if (tally.passed > 0)
        print_message("%zu cases of the list pass by now\n", tally.passed);
    assert_true(tally.cases > 5000);
    assert_true(tally.failures * 100 < tally.cases * 6);
    assert_int_equal(tally.unlisted, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_grapheme_case_passes),
        cmocka_unit_test(line_breaks_fail_only_where_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
