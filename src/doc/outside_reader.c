#include "doc/outside_reader.h"

#include <errno.h>
#include <fnmatch.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/filter.h"
#include "base/xalloc.h"

#define MILLISECONDS 10000
#define OUTPUT_MOST ((size_t)64 << 20)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *in_force; /* behind the lock; NULL none */

/* One rule in a text of them; `at` moves behind it. */
struct rule {
    const char *start;
    const char *pattern;
    size_t pattern_length;
    const char *command;
    size_t command_length;
    const char *end;
};

static bool next_rule(const char **at, struct rule *rule)
{
    const char *text = *at + strspn(*at, " \t");
    rule->start = rule->pattern = text;
    rule->pattern_length = strcspn(text, " \t");
    text += rule->pattern_length;
    text += strspn(text, " \t");
    if (rule->pattern_length == 0 || *text != '"')
        return false;
    rule->command = text + 1;
    rule->command_length = strcspn(text + 1, "\"");
    if (rule->command_length == 0 || rule->command[rule->command_length] != '"')
        return false;
    *at = rule->end = rule->command + rule->command_length + 1;
    return true;
}

bool outside_readers_add(const char *rules, const char *rule, char *out, size_t size,
                         struct error *error)
{
    struct rule added;
    struct rule old;
    struct buffer all = { 0 };
    const char *rest = rule;
    if (!next_rule(&rest, &added) || rest[strspn(rest, " \t")] != '\0') {
        error_set(error, "set reader: wants a pattern and a command in quotes, "
                         "as in *.pdf \"pdftotext %%(file) -\"");
        return false;
    }
    for (const char *at = rules; next_rule(&at, &old);) {
        bool same = old.pattern_length == added.pattern_length &&
                    memcmp(old.pattern, added.pattern, added.pattern_length) == 0;
        if (!same)
            buffer_add_format(&all, "%.*s ", (int)(old.end - old.start), old.start);
    }
    buffer_add_format(&all, "%.*s", (int)(added.end - added.start), added.start);
    bool fits = all.length < size;
    if (fits) {
        memset(out, 0, size);
        memcpy(out, all.data, all.length);
    } else {
        error_set(error, "set reader: wants no more than %zu bytes in all", size - 1);
    }
    buffer_free(&all);
    return fits;
}

void outside_readers_use(const char *rules)
{
    pthread_mutex_lock(&lock);
    free(in_force);
    in_force = rules[0] != '\0' ? xstrdup(rules) : NULL;
    pthread_mutex_unlock(&lock);
}

/* The command for the file, NULL none. Caller frees. */
static char *find_command(const char *path)
{
    char *command = NULL;
    struct rule rule;
    pthread_mutex_lock(&lock);
    const char *at = in_force;
    while (at != NULL && command == NULL && next_rule(&at, &rule)) {
        char *pattern = xstrndup(rule.pattern, rule.pattern_length);
        if (fnmatch(pattern, file_base_name(path), 0) == 0)
            command = xstrndup(rule.command, rule.command_length);
        free(pattern);
    }
    pthread_mutex_unlock(&lock);
    return command;
}

bool outside_reader_is_for(const char *path)
{
    char *command = find_command(path);
    free(command);
    return command != NULL;
}

/* A path that begins with - must not be taken for an option. */
static char *put_file(const char *word, const char *path)
{
    const char *place = strstr(word, "%(file)");
    if (place == NULL)
        return xstrdup(word);
    return xasprintf("%.*s%s%s%s", (int)(place - word), word,
                     place == word && path[0] == '-' ? "./" : "", path, place + strlen("%(file)"));
}

static enum outside_end explain(enum filter_end end, const char *program, const char *path,
                                int status, struct error *error)
{
    const char *name = file_base_name(path);
    if (end == FILTER_MISSING)
        error_set(error, "%s: %s cannot be run: %s", name, program, strerror(status));
    else if (end == FILTER_SLOW)
        error_set(error, "%s: %s took more than %d s and was stopped", name, program,
                  MILLISECONDS / 1000);
    else if (end == FILTER_TALKS)
        error_set(error, "%s: %s makes more than %zu MB of it", name, program, OUTPUT_MOST >> 20);
    else
        error_set(error, "%s: %s makes no text of it (status %d)", name, program, status);
    return OUTSIDE_FAILED;
}

/* `unasked`: a program that is not here is no fault. */
static enum outside_end run(const char *command, const char *path, bool unasked,
                            struct buffer *out, struct error *error)
{
    struct filter_limits limits = { MILLISECONDS, OUTPUT_MOST };
    char *argv[OUTSIDE_READER_WORDS + 1];
    size_t count = 0;
    int status;
    char *copy = xstrdup(command);
    char *rest = copy;
    for (char *word; count < OUTSIDE_READER_WORDS && (word = strtok_r(rest, " \t", &rest)) != NULL;)
        argv[count++] = put_file(word, path);
    argv[count] = NULL;
    enum outside_end end = OUTSIDE_NONE;
    if (count > 0) {
        enum filter_end ended = filter_run(argv, NULL, 0, limits, out, &status);
        if (ended == FILTER_DONE)
            end = OUTSIDE_DONE;
        else if (!(unasked && ended == FILTER_MISSING))
            end = explain(ended, argv[0], path, status, error);
    }
    for (size_t i = 0; i < count; i++)
        free(argv[i]);
    free(copy);
    return end;
}

enum outside_end outside_reader_run(const char *path, enum file_kind kind, struct buffer *out,
                                    struct error *error)
{
    static const struct {
        enum file_kind kind;
        const char *command;
    } unasked[] = {
        { FILE_PDF, "pdftotext -enc UTF-8 -nopgbrk %(file) -" },
        { FILE_OLE, "antiword -m UTF-8.txt %(file)" },
        { FILE_OLE, "catdoc -d utf-8 %(file)" },
    };
    char *command = find_command(path);
    if (command != NULL) {
        enum outside_end end = run(command, path, false, out, error);
        free(command);
        return end;
    }
    for (size_t i = 0; i < sizeof unasked / sizeof *unasked; i++) {
        enum outside_end end = unasked[i].kind == kind
                                   ? run(unasked[i].command, path, true, out, error) : OUTSIDE_NONE;
        if (end != OUTSIDE_NONE)
            return end;
    }
    return OUTSIDE_NONE;
}
