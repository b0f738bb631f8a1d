/* Dictionaries as they are handed round: CC-Canto, HanDeDict, ECDICT, StarDict with synonyms, dictd; what
 * languages they are in, and what stands before a larger one is replaced (import.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "dictionary/dictionary.h"
#include "dictionary/dictionary_import.h"
#include "dictionary/han_words.h"
#include "library/scratch.h"

static struct import_report report;
static struct error error;

static bool run(const char *name, struct import_task task)
{
    char *path = xstrdup(scratch_path(name));
    char *target = xstrdup(scratch_path("compiled.dictionary"));
    error.text[0] = '\0';
    task.path = path;
    task.target = target;
    bool ok = dictionary_import_run(&task, &report, &error);
    free(path);
    free(target);
    return ok;
}

static struct dictionary *import(const char *name)
{
    assert_true(run(name, (struct import_task){ 0 }));
    return dictionary_open(scratch_path("compiled.dictionary"), &error);
}

static void check(const struct dictionary *dictionary, size_t index, const char *headword,
                  const char *reading, const char *glosses)
{
    struct dictionary_entry entry = dictionary_entry_at(dictionary, index);
    assert_string_equal(entry.simplified, headword);
    assert_string_equal(entry.reading, reading);
    assert_string_equal(entry.glosses, glosses);
}

static void cantonese_readings_and_remarks(void **state)
{
    (void)state;
    scratch_file("cccanto.txt", "# CC-CANTO\n"
                                "靚仔 靓仔 [liang4 zai3] {leng3 zai2} /handsome man/ # kept by hand\n"
                                "一 一 [yi1] {jat1} /one #1/single/\n"
                                "二 二 [er4] {ji6}\n"
                                "三 三 [san1] {saam1\n");
    struct dictionary *dictionary = import("cccanto.txt");
    assert_int_equal(dictionary_count(dictionary), 2);
    check(dictionary, 0, "靓仔", "liang4 zai3", "handsome man/(Jyutping leng3 zai2)");
    check(dictionary, 1, "一", "yi1", "one #1/single/(Jyutping jat1)");
    assert_int_equal(report.fault_count, 1); /* the brace that does not close */
    assert_int_equal(report.faults[0].place, 5);
    dictionary_close(dictionary);
}

static void who_they_are_tells_the_language(void **state)
{
    (void)state;
    scratch_file("handedict.u8", "# HanDeDict, a free dictionary\n猫 猫 [mao1] /Katze (S)/\n");
    struct dictionary *dictionary = import("handedict.u8");
    assert_string_equal(dictionary_languages(dictionary), "zh-de");
    check(dictionary, 0, "猫", "mao1", "Katze (S)");
    dictionary_close(dictionary);
    scratch_file("own.u8", "猫 猫 [mao1] /gatto/\n");
    assert_true(run("own.u8", (struct import_task){ .languages = "zh-it" }));
    dictionary = dictionary_open(scratch_path("compiled.dictionary"), &error);
    assert_string_equal(dictionary_languages(dictionary), "zh-it");
    dictionary_close(dictionary);
    static const char *const wrong[] = { "zh", "zh-", "-it", "zh-it-de", "ZH-IT", "chinese-it", "" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(run("own.u8", (struct import_task){ .languages = wrong[i] }));
        assert_non_null(strstr(error.text, "is no pair of languages, such as zh-en"));
    }
}

static void rows_of_ecdict(void **state)
{
    (void)state;
    scratch_file("ecdict.csv",
                 "word,phonetic,definition,translation,pos\r\n"
                 "stake,steik,,n. 股份, 赌注\\nvt. 支持,\n"
                 "\"stake, at\",,,\"[法] 利害/关系\n[计] \"\"桩\"\"\",\n"
                 "gist,,the main point,,\n"
                 "empty,,,,\n"
                 ",,,无词,\n");
    struct dictionary *dictionary = import("ecdict.csv");
    assert_int_equal(dictionary_count(dictionary), 3);
    assert_string_equal(dictionary_languages(dictionary), "en-zh");
    check(dictionary, 0, "stake", "steik", "n. 股份"); /* a comma that is not quoted parts fields */
    check(dictionary, 1, "stake, at", "", "[法] 利害∕关系/[计] \"桩\"");
    check(dictionary, 2, "gist", "", "the main point");
    assert_int_equal(report.fault_count, 1);
    assert_false(report.cut);
    dictionary_close(dictionary);
    scratch_file("ecdict.csv", "word,translation\na,甲\nb,\"乙\\n丙\nc");
    dictionary = import("ecdict.csv");
    assert_int_equal(dictionary_count(dictionary), 1);
    assert_true(report.cut);
    assert_string_equal(dictionary_languages(dictionary), "en-zh");
    dictionary_close(dictionary);
}

static void other_headwords_of_stardict(void **state)
{
    (void)state;
    static const char index[] = "colour\0\0\0\0\0\0\0\0\6" "broken\0\0\0\1\0\0\0\0\6" "tree\0\0\0\0\6\0\0\0\3";
    static const char synonyms[] = "color\0\0\0\0\0" "gone\0\0\0\0\1" "beyond\0\0\0\0\x9" "trees\0\0\0\0\2";
    scratch_file("s.ifo", "StarDict's dict ifo file\nversion=2.4.2\nsametypesequence=m\n");
    scratch_bytes("s.idx", index, sizeof index - 1);
    scratch_bytes("s.syn", synonyms, sizeof synonyms - 1);
    scratch_file("s.dict", "颜色树");
    struct dictionary *dictionary = import("s.dict"); /* any of its files leads to it */
    assert_int_equal(dictionary_count(dictionary), 4);
    check(dictionary, 0, "colour", "", "颜色");
    check(dictionary, 1, "tree", "", "树");
    check(dictionary, 2, "color", "", "颜色");
    check(dictionary, 3, "trees", "", "树");
    assert_int_equal(report.fault_count, 1);
    assert_string_equal(dictionary_languages(dictionary), "en-zh");
    dictionary_close(dictionary);
    scratch_bytes("s.syn", synonyms, 8); /* breaks off */
    dictionary = import("s.ifo");
    assert_true(report.cut);
    assert_int_equal(dictionary_count(dictionary), 2);
    dictionary_close(dictionary);
}

static void definitions_of_dictd(void **state)
{
    (void)state;
    static const char data[] = "and that's flat /ænd/\n… und basta!, fertig/aus\n   Synonyms: {period}\n"
                               "\n"
                               "Katze\nsee: {Kater}\n";
    scratch_file("freedict-deu-eng.dict", data);
    static const char index[] = "00databaseshort\tA\tB\n"
                                "and thats flat\tA\tBI\n"
                                "katze\tBJ\tT\n"
                                "gone\tBAAA\tB\n"
                                "odd\t!\tB\n"
                                "long\tAAAAAAAAA\tB\n"
                                "none\t\tB\n";
    scratch_file("freedict-deu-eng.index", index);
    struct dictionary *dictionary = import("freedict-deu-eng.index");
    assert_string_equal(dictionary_languages(dictionary), "de-en");
    assert_int_equal(dictionary_count(dictionary), 2);
    check(dictionary, 0, "and that's flat", "ænd", "… und basta!, fertig∕aus");
    check(dictionary, 1, "Katze", "", "see: {Kater}");
    assert_int_equal(report.fault_count, 4);
    assert_int_equal(report.faults[0].place, 4);
    assert_string_equal(report.faults[0].why, "lies beyond the end of the definitions");
    for (size_t i = 1; i < 4; i++)
        assert_string_equal(report.faults[i].why, "has no offset and size");
    dictionary_close(dictionary);
}

static bool refuse(void *context, size_t before, size_t entries, struct error *why)
{
    *(size_t *)context = before * 10 + entries;
    error_set(why, "no");
    return false;
}

static void a_larger_one_stays(void **state)
{
    (void)state;
    size_t seen = 0;
    scratch_file("large.u8", "一 一 [yi1] /one/\n二 二 [er4] /two/\n");
    scratch_file("small.u8", "三 三 [san1] /three/\n");
    struct import_task task = { .shrink = refuse, .context = &seen };
    assert_true(run("large.u8", task));
    assert_int_equal(seen, 0);
    assert_false(run("small.u8", task));
    assert_int_equal(seen, 21);
    struct dictionary *dictionary = dictionary_open(scratch_path("compiled.dictionary"), &error);
    assert_int_equal(dictionary_count(dictionary), 2);
    dictionary_close(dictionary);
    assert_true(run("large.u8", task)); /* as large is not smaller */
}

static void check_words(const char *glosses, const char *expected)
{
    char found[200] = "";
    struct span word;
    for (size_t at = 0; han_word_next(glosses, &at, &word);) {
        strncat(found, glosses + word.start, word.end - word.start);
        strcat(found, "|");
    }
    assert_string_equal(found, expected);
}

static void words_of_meanings(void **state)
{
    (void)state;
    check_words("n. 股份, 赌注(比赛); 以...打赌/vt. 支持", "股份|赌注|支持|");
    check_words("[法] 利害关系，(比赛的)赌金；投(票)机", "利害关系|赌金|");
    check_words("(没有结束/树", "树|");
    check_words("这是一个很长的解释/abbr. ", "");
    check_words("", "");
}

/* What a watch is told, and when it stops. */
struct steps {
    size_t seen, most, last, count;
};

static bool count_step(void *context, size_t done, size_t count)
{
    struct steps *steps = context;
    assert_true(done >= steps->last && done <= count);
    steps->last = done;
    steps->count = count;
    return ++steps->seen <= steps->most;
}

/* Stopped before an entry, whatever the form, it leaves what was there before. */
static void test_stopped(void **state)
{
    (void)state;
    scratch_file("a.u8", "\xE5\xB2\xB8 \xE5\xB2\xB8 [an4] /shore/\n\xE6\xA1\xA5 \xE6\xA1\xA5 [qiao2] /bridge/\n"
                         "\xE8\x88\xB9 \xE8\x88\xB9 [chuan2] /boat/\n");
    scratch_file("b.csv", "word,phonetic,definition,translation\nshore,,,\xE5\xB2\xB8\n"
                          "bridge,,,\xE6\xA1\xA5\nboat,,,\xE8\x88\xB9\n");
    scratch_file("c.index", "shore\tA\tC\nbridge\tA\tC\nboat\tA\tC\n");
    scratch_file("c.dict", "ok\n");
    static const char *const names[] = { "a.u8", "b.csv", "c.index" };
    for (size_t i = 0; i < 3; i++) {
        struct steps all = { .most = 100 };
        struct steps two = { .most = 2 };
        const struct import_watch whole = { count_step, &all };
        const struct import_watch half = { count_step, &two };
        assert_true(run(names[i], (struct import_task){ .watch = &whole }));
        assert_true(all.seen >= 3 && all.count > 0);
        struct dictionary *before = dictionary_open(scratch_path("compiled.dictionary"), &error);
        size_t count = dictionary_count(before);
        dictionary_close(before);
        assert_int_equal(count, 3);
        assert_false(run(names[i], (struct import_task){ .watch = &half }));
        assert_int_equal(two.seen, 3);
        assert_non_null(strstr(error.text, ": was stopped; nothing was added"));
        struct dictionary *after = dictionary_open(scratch_path("compiled.dictionary"), &error);
        assert_int_equal(dictionary_count(after), count);
        dictionary_close(after);
    }
}

/* A watch that kills its process at a step. */
static bool kill_at_step(void *context, size_t done, size_t count)
{
    size_t *left = context;
    (void)done;
    (void)count;
    if ((*left)-- == 0)
        kill(getpid(), SIGKILL);
    return true;
}

/* Imports in a process of its own, which is killed at a step or when it has written so many bytes. */
static void import_and_be_killed(const char *name, size_t step, rlim_t bytes)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const struct import_watch watch = { kill_at_step, &step };
        (void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
        (void)setrlimit(RLIMIT_FSIZE, &(struct rlimit){ bytes, bytes });
        (void)signal(SIGXFSZ, SIG_DFL);
        (void)run(name, (struct import_task){ .watch = &watch });
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
}

/* Files in the scratch folder whose names begin so. */
static size_t count_files(const char *begin)
{
    size_t count = 0;
    DIR *files = opendir(scratch_path("."));
    assert_non_null(files);
    for (struct dirent *file; (file = readdir(files)) != NULL;)
        count += strncmp(file->d_name, begin, strlen(begin)) == 0;
    closedir(files);
    return count;
}

/* Killed at whatever entry, or with half of the file written, an installation leaves the dictionary
 * that was there, or none; what it leaves beside it goes with the next one. */
static void test_killed(void **state)
{
    (void)state;
    struct buffer large = { 0 };
    for (int i = 0; i < 3000; i++)
        buffer_add_format(&large, "\xE5\xB2\xB8 \xE5\xB2\xB8 [an4] /shore %d/\n", i);
    scratch_bytes("large.u8", large.data, large.length);
    scratch_file("small.u8", "\xE8\x88\xB9 \xE8\x88\xB9 [chuan2] /boat/\n");
    buffer_free(&large);
    for (size_t round = 0; round < 2; round++) {
        for (size_t step = 0; step < 3000; step += 700)
            import_and_be_killed("large.u8", step, RLIM_INFINITY);
        for (rlim_t bytes = 1; bytes < 40000; bytes += 13000)
            import_and_be_killed("large.u8", SIZE_MAX, bytes);
        struct dictionary *before = dictionary_open(scratch_path("compiled.dictionary"), &error);
        assert_int_equal(before != NULL, round == 1);
        assert_int_equal(before != NULL ? dictionary_count(before) : 0, round);
        dictionary_close(before);
        assert_true(count_files("compiled.dictionary.") > 0);
        dictionary_close(import("small.u8"));
    }
    DIR *files = opendir(scratch_path("."));
    for (struct dirent *file; (file = readdir(files)) != NULL;) {
        struct timespec old[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
        assert_int_equal(utimensat(AT_FDCWD, scratch_path(file->d_name), old, 0), 0);
    }
    closedir(files);
    scratch_file("compiled.dictionary.abcdef", "of now");
    scratch_file("compiled.dictionary.abc", "of somebody else");
    dictionary_close(import("small.u8"));
    assert_int_equal(count_files("compiled.dictionary."), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_stopped, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_killed, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(cantonese_readings_and_remarks, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(who_they_are_tells_the_language, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(rows_of_ecdict, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(other_headwords_of_stardict, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(definitions_of_dictd, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_larger_one_stays, scratch_setup, scratch_teardown),
        cmocka_unit_test(words_of_meanings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
