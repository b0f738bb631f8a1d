/* The words that are known without any dictionary: how they are written down, and that no word is
 * there twice. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/string_ids.h"
#include "dictionary/core_words.h"
#include "dictionary/rendering.h"
#include "text/utf8.h"

#define WORDS_LEAST 18000
#define RENDERINGS_MOST 5

static bool is_han_word(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint32_t code;
        size_t step = utf8_decode(text + at, length - at, &code);
        if (!utf8_is_han(code))
            return false;
        at += step;
    }
    return length > 0;
}

/* Stop words alone say nothing, and would leave the word unknown. */
static bool are_renderings(const char *text, size_t length, struct english_words *scratch)
{
    size_t count = 0, telling = 0;
    for (size_t at = 0, end; at <= length; at = end + 1) {
        struct rendering rendering;
        end = at;
        while (end < length && text[end] != '/')
            end++;
        if (end == at || text[at] == ' ' || text[end - 1] == ' ')
            return false;
        rendering_read(text + at, end - at, scratch, &rendering);
        telling += rendering.count > 0;
        count++;
    }
    return telling > 0 && count <= RENDERINGS_MOST;
}

static void check_entry(const char *entry, size_t length, struct string_ids *seen,
                        struct english_words *scratch)
{
    const char *space = memchr(entry, ' ', length);
    size_t word = space != NULL ? (size_t)(space - entry) : length;
    bool twice = string_ids_find(seen, entry, word) != STRING_IDS_NONE;
    string_ids_add(seen, entry, word);
    if (!is_han_word(entry, word) || twice ||
        (space == NULL ? utf8_count(entry, word) < 2
                       : !are_renderings(space + 1, length - word - 1, scratch)))
        fail_msg("%.*s: %s", (int)length, entry, twice ? "there twice" : "not as it should be");
}

static void check_tables(const char *const *const *tables, struct string_ids *seen)
{
    struct english_words scratch = { 0 };
    for (; *tables != NULL; tables++) {
        for (const char *const *line = *tables; *line != NULL; line++) {
            for (const char *at = *line;; at++) {
                size_t length = strcspn(at, ";");
                check_entry(at, length, seen, &scratch);
                at += length;
                if (*at == '\0')
                    break;
            }
        }
    }
    english_words_free(&scratch);
}

static void are_well_formed(void **state)
{
    struct string_ids seen = { 0 };
    (void)state;
    check_tables(core_words_of_news, &seen);
    check_tables(core_words_of_other_texts, &seen);
    assert_true(seen.count >= WORDS_LEAST);
    string_ids_free(&seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(are_well_formed) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
