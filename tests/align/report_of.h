/* report_of: a text for tests of independent reports, with names that are noted in it, and what a lexicon
 * knows of it. */
#ifndef DIPTYCH_TESTS_ALIGN_REPORT_OF_H
#define DIPTYCH_TESTS_ALIGN_REPORT_OF_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "align/version.h"
#include "dictionary/lexicon.h"
#include "dictionary/lexicon_build.h"

#define MARK_MOST 256

/* Names that are marked wherever they stand, in either language. */
static const char *const names[][2] = {
    { "Alibaba", "阿里巴巴" }, { "OpenSky", "OpenSky" }, { "New York", "纽约" },
    { "Auctiva", "Auctiva" },  { "Vendio", "Vendio" },   { "Europe", "欧洲" },
};

#define NAME_COUNT (sizeof names / sizeof *names)

struct report {
    struct version version;
    struct side_mark marks[MARK_MOST];
};

static const char *const known_words[][2] = {
    { "股权", "stake" },    { "总部", "headquarters" }, { "物流", "logistics" },
    { "宣布", "announce" }, { "总部", "office" },       { "竞争", "compete" },
    { "员工", "employee" }, { "总部", "main seat" },
};

#define KNOWN_WORDS (sizeof known_words / sizeof *known_words)

static inline struct lexicon *lexicon_of_tests(void)
{
    struct lexicon *lexicon = lexicon_new();
    for (size_t i = 0; i < KNOWN_WORDS; i++)
        lexicon_add(lexicon, known_words[i][0], strlen(known_words[i][0]), known_words[i][1],
                    strlen(known_words[i][1]));
    return lexicon;
}

/* The same, and so many words that no text has that it counts as a dictionary. */
static inline struct lexicon *dictionary_of_tests(void)
{
    struct lexicon_builder *builder = lexicon_builder_new();
    struct buffer bytes = { 0 };
    struct error error;
    char word[10];
    for (size_t i = 0; i < KNOWN_WORDS; i++)
        lexicon_builder_add(builder, known_words[i][0], NULL, NULL, known_words[i][1]);
    for (int i = 0; i < 0x2000; i++) {
        snprintf(word, sizeof word, "\xE9\xBC%c\xE9\xBD%c\xE9\xBE%c", 0x80 + i % 64, 0x80 + i / 64 % 64,
                 0x80 + i / 4096);
        lexicon_builder_add(builder, word, NULL, NULL, "crocodile");
    }
    assert_true(lexicon_builder_finish(builder, 1, NULL, NULL, &bytes));
    lexicon_builder_free(builder);
    struct lexicon *lexicon = lexicon_from_bytes(&bytes, 1, &error);
    assert_non_null(lexicon);
    assert_true(lexicon_has_dictionary(lexicon));
    return lexicon;
}

static inline size_t name_at(const char *text, size_t *length)
{
    for (size_t i = 0; i < NAME_COUNT; i++) {
        for (size_t k = 0; k < 2; k++) {
            *length = strlen(names[i][k]);
            if (strncmp(text, names[i][k], *length) == 0)
                return i;
        }
    }
    return NAME_COUNT;
}

static inline void open_report(struct report *report, const char *text, int year)
{
    struct side *side = &report->version.side;
    size_t count = 0, length;
    report->version = version_of(text);
    for (size_t at = 0; text[at] != '\0'; at++) {
        size_t name = name_at(text + at, &length);
        if (name < NAME_COUNT && count < MARK_MOST)
            report->marks[count++] =
                (struct side_mark){ { at, at + length }, (uint32_t)name, MARK_NAME };
    }
    side->marks = report->marks;
    side->mark_count = count;
    if (year > 0)
        side->published = (struct figure_date){ .year = year, .month = 6, .day = 22 };
}

static inline void close_report(struct report *report)
{
    free(report->version.items);
}

#endif
