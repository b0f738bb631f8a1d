#include "library/check_glossary.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/vector.h"
#include "library/checked_file.h"

#define GLOSSARY_LIMIT ((size_t)64 << 20)
#define GLOSSARY_HEADER "en\tzh\tpinyin\tremark"
#define COLUMNS 4

struct pair {
    const char *text; /* en TAB zh */
    size_t length;
    unsigned line;
};

struct pairs {
    struct pair *items;
    size_t count;
    size_t capacity;
};

static int compare(const void *left, const void *right)
{
    const struct pair *a = left;
    const struct pair *b = right;
    int order = memcmp(a->text, b->text, a->length < b->length ? a->length : b->length);
    if (order == 0)
        order = (a->length > b->length) - (a->length < b->length);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static bool same_pair(const struct pair *a, const struct pair *b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

/* Start of the `index`th column; NULL past the last. */
static const char *column(const char *text, size_t length, size_t index)
{
    const char *end = text + length;
    for (; index > 0 && text != NULL; index--) {
        text = memchr(text, '\t', (size_t)(end - text));
        if (text != NULL)
            text++;
    }
    return text;
}

static void check_line(const char *path, const char *text, size_t length, unsigned line,
                       struct pairs *pairs, struct faults *faults)
{
    size_t count = 1;
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\t';
    if (count != COLUMNS) {
        faults_add(faults, path, line, "has %zu column%s, not %d", count, count == 1 ? "" : "s",
                   COLUMNS);
        return;
    }
    const char *second = column(text, length, 1);
    const char *third = column(text, length, 2);
    if (second - text < 2 || third - second < 2)
        faults_add(faults, path, line, "has no %s term", second - text < 2 ? "en" : "zh");
    else
        VECTOR_PUSH(pairs, (struct pair){ text, (size_t)(third - text) - 1, line });
}

static void check_lines(const char *path, const struct buffer *bytes, struct pairs *pairs,
                        struct faults *faults)
{
    const char *at = buffer_text(bytes);
    const char *end = at + bytes->length;
    for (unsigned line = 1; at < end; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        size_t whole = (size_t)((newline != NULL ? newline : end) - at);
        size_t length = whole > 0 && at[whole - 1] == '\r' ? whole - 1 : whole;
        if (line > 1)
            check_line(path, at, length, line, pairs, faults);
        else if (length != strlen(GLOSSARY_HEADER) || memcmp(at, GLOSSARY_HEADER, length) != 0)
            faults_add(faults, path, 1, "the first line names the columns: en, zh, pinyin, remark");
        at += whole + 1;
    }
}

void check_glossary(const char *path, struct faults *faults)
{
    if (!file_exists(path))
        return;
    struct buffer bytes = { 0 };
    struct error error;
    struct pairs pairs = { 0 };
    faults->files++;
    if (!file_read(path, GLOSSARY_LIMIT, &bytes, &error)) {
        faults_add(faults, path, 1, "cannot be read");
    } else {
        checked_file_encoding(path, &bytes, faults);
        check_lines(path, &bytes, &pairs, faults);
    }
    if (pairs.count > 0)
        qsort(pairs.items, pairs.count, sizeof *pairs.items, compare);
    for (size_t i = 1; i < pairs.count; i++) {
        if (same_pair(&pairs.items[i - 1], &pairs.items[i]))
            faults_add(faults, path, pairs.items[i].line, "says the same as line %u",
                       pairs.items[i - 1].line);
    }
    free(pairs.items);
    buffer_free(&bytes);
}
