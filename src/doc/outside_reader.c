#include "doc/outside_reader.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"

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

/* The command for the file, NULL none. Caller frees. */
static char *find_command(struct conversion *conversion, const char *path)
{
    char *command = NULL;
    struct rule rule;
    char *rules = conversion_rules(conversion);
    const char *at = rules;
    while (at != NULL && command == NULL && next_rule(&at, &rule)) {
        char *pattern = xstrndup(rule.pattern, rule.pattern_length);
        if (fnmatch(pattern, file_base_name(path), 0) == 0)
            command = xstrndup(rule.command, rule.command_length);
        free(pattern);
    }
    free(rules);
    return command;
}

bool outside_reader_is_for(struct conversion *conversion, const char *path)
{
    char *command = find_command(conversion, path);
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
    if (end == FILTER_STOPPED)
        error_set(error, "%s: is still being converted", name);
    else if (end == FILTER_MISSING)
        error_set(error, "%s: %s cannot be run: %s", name, program, _(strerror(status)));
    else if (end == FILTER_SLOW)
        error_set(error, "%s: %s took more than %d s and was stopped", name, program,
                  CONVERSION_MILLISECONDS / 1000);
    else if (end == FILTER_TALKS)
        error_set(error, "%s: %s makes more than %zu MB of it", name, program, CONVERSION_MOST >> 20);
    else
        error_set(error, "%s: %s makes no text of it (status %d)", name, program, status);
    return OUTSIDE_FAILED;
}

/* What the command makes of the file as it is now. Caller frees. */
static char *key_of(const char *command, const char *path)
{
    struct file_stamp stamp = file_stamp(path);
    return xasprintf("%s %lld %lld %llu %s", command, (long long)stamp.size,
                     (long long)stamp.mtime, (unsigned long long)stamp.inode, path);
}

struct outside {
    struct conversion *conversion;
    const char *path;
    const atomic_bool *stop;
};

/* `unasked`: a program that is not here is no fault. */
static enum outside_end run(const struct outside *outside, const char *command, bool unasked,
                            struct buffer *out, struct error *error)
{
    char *argv[OUTSIDE_READER_WORDS + 1];
    size_t count = 0;
    int status;
    char *key = key_of(command, outside->path);
    char *copy = xstrdup(command);
    char *rest = copy;
    for (char *word; count < OUTSIDE_READER_WORDS && (word = strtok_r(rest, " \t", &rest)) != NULL;)
        argv[count++] = put_file(word, outside->path);
    argv[count] = NULL;
    enum outside_end end = OUTSIDE_NONE;
    if (count > 0) {
        enum filter_end ended =
            conversion_run(outside->conversion, key, argv, outside->stop, out, &status);
        if (ended == FILTER_DONE)
            end = OUTSIDE_DONE;
        else if (!(unasked && ended == FILTER_MISSING))
            end = explain(ended, argv[0], outside->path, status, error);
    }
    for (size_t i = 0; i < count; i++)
        free(argv[i]);
    free(copy);
    free(key);
    return end;
}

enum outside_end outside_reader_run(struct conversion *conversion, const char *path,
                                    enum file_kind kind, const atomic_bool *stop,
                                    struct buffer *out, struct error *error)
{
    static const struct {
        enum file_kind kind;
        const char *command;
    } unasked[] = {
        { FILE_PDF, "pdftotext -enc UTF-8 -nopgbrk %(file) -" },
        { FILE_OLE, "antiword -m UTF-8.txt %(file)" },
        { FILE_OLE, "catdoc -d utf-8 %(file)" },
    };
    struct outside outside = { conversion, path, stop };
    if (conversion == NULL)
        return OUTSIDE_NONE;
    char *command = find_command(conversion, path);
    if (command != NULL) {
        enum outside_end end = run(&outside, command, false, out, error);
        free(command);
        return end;
    }
    for (size_t i = 0; i < sizeof unasked / sizeof *unasked; i++) {
        enum outside_end end = unasked[i].kind == kind
                                   ? run(&outside, unasked[i].command, true, out, error) : OUTSIDE_NONE;
        if (end != OUTSIDE_NONE)
            return end;
    }
    return OUTSIDE_NONE;
}
