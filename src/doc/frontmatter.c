#include "doc/frontmatter.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/frontmatter_date.h"
#include "doc/frontmatter_lines.h"
#include "doc/frontmatter_toml.h"
#include "doc/frontmatter_yaml.h"

#define BLOCK_BYTES ((size_t)1 << 20)

/* Where the next line begins, when only blanks are left on this one; else 0. */
static size_t end_of_line(const char *text, size_t length, size_t at)
{
    while (at < length && (text[at] == ' ' || text[at] == '\t'))
        at++;
    if (at < length && text[at] != '\n')
        return 0;
    return at + (at < length ? 1 : 0);
}

/* Bytes of the line at text[at] when it is `mark` and blanks, newline included; else 0. */
static size_t marker_line(const char *text, size_t length, size_t at, const char *mark)
{
    if (length - at < 3 || memcmp(text + at, mark, 3) != 0)
        return 0;
    size_t next = end_of_line(text, length, at + 3);
    return next > 0 ? next - at : 0;
}

/* Start of the closing line, `length` when there is none in reach. YAML may end with dots. */
static size_t find_close(const char *text, size_t length, size_t at, const char *mark, size_t *size)
{
    size_t reach = length < BLOCK_BYTES ? length : BLOCK_BYTES;
    while (at < reach) {
        *size = marker_line(text, length, at, mark);
        if (*size == 0 && mark[0] == '-')
            *size = marker_line(text, length, at, "...");
        if (*size > 0)
            return at;
        const char *newline = memchr(text + at, '\n', reach - at);
        if (newline == NULL)
            break;
        at = (size_t)(newline - text) + 1;
    }
    return length;
}

/* Does the block begin with "key:"? Prose between two rules does not. */
static bool looks_like_keys(const char *text, size_t length)
{
    size_t colon;
    size_t at = 0;
    while (at < length && (text[at] == '#' || text[at] == '\n')) {
        const char *newline = memchr(text + at, '\n', length - at);
        at = newline != NULL ? (size_t)(newline - text) + 1 : length;
    }
    const char *newline = memchr(text + at, '\n', length - at);
    size_t line = newline != NULL ? (size_t)(newline - text) - at : length - at;
    size_t key = frontmatter_lines_key(text + at, line, &colon);
    return key > 0 && memchr(text + at, ' ', key) == NULL;
}

static void forget_entries(struct frontmatter *out)
{
    char *fault = out->fault;
    unsigned line = out->fault_line;
    out->fault = NULL;
    frontmatter_free(out);
    out->fault = fault;
    out->fault_line = line;
}

/* Whatever YAML refuses is read on below, if there is YAML in it at all. */
static bool read_yaml(const char *text, size_t length, unsigned first_line, struct frontmatter *out)
{
    bool saw_mapping;
    if (frontmatter_yaml_read(text, length, first_line, &saw_mapping, out))
        return true;
    if (!saw_mapping && !looks_like_keys(text, length)) {
        frontmatter_free(out);
        return false;
    }
    forget_entries(out);
    frontmatter_lines_read(text, length, first_line, out);
    return true;
}

/* A block between two lines of `mark`. */
static size_t read_fenced(const char *text, size_t length, const char *mark,
                          struct frontmatter *out)
{
    size_t open = length > 0 ? marker_line(text, length, 0, mark) : 0;
    bool is_toml = mark[0] == '+';
    if (open == 0 || open >= length)
        return 0;
    size_t size = 0;
    size_t close = find_close(text, length, open, mark, &size);
    if (close == length)
        return 0;
    if (is_toml)
        frontmatter_toml_read(text + open, close - open, 2, out);
    else if (!read_yaml(text + open, close - open, 2, out))
        return 0;
    if (is_toml && out->count == 0) {
        frontmatter_free(out);
        return 0;
    }
    return close + size;
}

/* End of the JSON object at text[0], its line's end included; 0 when nothing ends it there. */
static size_t object_end(const char *text, size_t length)
{
    size_t depth = 0;
    bool quoted = false;
    size_t reach = length < BLOCK_BYTES ? length : BLOCK_BYTES;
    for (size_t at = 0; at < reach; at++) {
        if (quoted && text[at] == '\\')
            at++;
        else if (text[at] == '"')
            quoted = !quoted;
        else if (!quoted && (text[at] == '{' || text[at] == '['))
            depth++;
        else if (!quoted && (text[at] == '}' || text[at] == ']') && --depth == 0)
            return end_of_line(text, length, at + 1);
    }
    return 0;
}

/* JSON is YAML, but for what no front matter has. */
static size_t read_object(const char *text, size_t length, struct frontmatter *out)
{
    size_t at = 1;
    bool saw_mapping;
    if (length < 3 || text[0] != '{')
        return 0;
    while (at < length && strchr(" \t\n", text[at]) != NULL)
        at++;
    size_t end = at < length && text[at] == '"' ? object_end(text, length) : 0;
    if (end == 0)
        return 0;
    (void)frontmatter_yaml_read(text, end, 1, &saw_mapping, out);
    if (out->count > 0)
        return end;
    frontmatter_free(out);
    return 0;
}

/* "published" as ISO 8601, made of "date" where it is missing. */
static void settle_date(struct frontmatter *out)
{
    static const char *const keys[] = { "published", "date", "pubdate", "created" };
    char iso[FRONTMATTER_DATE_SIZE];
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct frontmatter_entry *entry = frontmatter_nth(out, keys[i], 0);
        if (entry == NULL || entry->value[0] == '\0')
            continue;
        bool is_date = frontmatter_date(entry->value, iso);
        if (i == 0 && is_date) {
            struct frontmatter_entry *published = &out->items[entry - out->items];
            free(published->value);
            published->value = xstrdup(iso);
        } else if (is_date) {
            unsigned line = entry->line; /* pushing may move the entry */
            VECTOR_PUSH(out,
                        (struct frontmatter_entry){ xstrdup(keys[0]), xstrdup(iso), line, false });
        }
        if (i == 0 || is_date)
            return;
    }
}

#define AFTER "after "

/* What a text retold-from says of its source is told of the text, as being after it: “after
 * TechCrunch”. A publisher of its own, a date, a source go before. */
static void settle_source(struct frontmatter *out)
{
    static const char *const told[][2] = { { "retold-from.publisher", "publisher" },
                                           { "retold-from.date", "published" },
                                           { "retold-from.url", "source" },
                                           { "retold-from.byline", "byline" } };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        const struct frontmatter_entry *entry = frontmatter_nth(out, told[i][0], 0);
        if (entry == NULL || entry->value[0] == '\0' || frontmatter_get(out, told[i][1]) != NULL)
            continue;
        unsigned line = entry->line;
        bool name = i == 0 || i == 3;
        char *value = name ? xasprintf(AFTER "%s", entry->value) : xstrdup(entry->value);
        VECTOR_PUSH(out, (struct frontmatter_entry){ xstrdup(told[i][1]), value, line, false });
    }
}

char *frontmatter_told_name(const char *name)
{
    size_t length = strlen(AFTER);
    return strncmp(name, AFTER, length) == 0 ? xasprintf(_("after %s"), name + length) : xstrdup(name);
}

size_t frontmatter_read(const char *text, size_t length, struct frontmatter *out)
{
    *out = (struct frontmatter){ 0 };
    size_t taken = read_fenced(text, length, "---", out);
    if (taken == 0)
        taken = read_fenced(text, length, "+++", out);
    if (taken == 0)
        taken = read_object(text, length, out);
    settle_source(out);
    settle_date(out);
    return taken;
}

bool frontmatter_read_yaml(const char *text, size_t length, struct frontmatter *out,
                           struct error *error)
{
    *out = (struct frontmatter){ 0 };
    if (length > BLOCK_BYTES) {
        error_set(error, "is larger than 1 MiB");
        return false;
    }
    bool saw_mapping;
    if (frontmatter_yaml_read(text, length, 1, &saw_mapping, out))
        return true;
    error_set(error, "%s", out->fault);
    forget_entries(out);
    frontmatter_lines_read(text, length, 1, out);
    return false;
}
