#include "export/frontmatter_edit.h"

#include <string.h>

#include "doc/frontmatter.h"
#include "doc/frontmatter_lines.h"
#include "export/escape_yaml.h"

static const char *line_end(const char *at, const char *end)
{
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    return newline != NULL ? newline + 1 : end;
}

static bool is_set(const struct frontmatter_value *value, const struct frontmatter *matter)
{
    const char *own = frontmatter_get(matter, value->key);
    return value->value != NULL && value->value[0] != '\0' &&
           (value->replaces || own == NULL || own[0] == '\0');
}

static bool is_among(const char *key, size_t length, const struct frontmatter_value *values,
                     size_t count, const struct frontmatter *matter)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(values[i].key) == length && memcmp(values[i].key, key, length) == 0)
            return is_set(&values[i], matter);
    }
    return false;
}

/* The lines of the block but for those of keys that are set. */
static void keep_lines(const char *at, const char *end, const struct frontmatter_value *values,
                       size_t count, const struct frontmatter *matter, struct buffer *out)
{
    bool dropped = false;
    while (at < end) {
        const char *next = line_end(at, end);
        size_t value;
        size_t key = frontmatter_lines_key(at, (size_t)(next - at), &value);
        bool continues = *at == ' ' || *at == '\t' || *at == '-' || *at == '\n';
        if (key > 0)
            dropped = is_among(at, key, values, count, matter);
        else
            dropped = dropped && continues;
        if (!dropped)
            buffer_add(out, at, (size_t)(next - at));
        at = next;
    }
}

static void add_values(const struct frontmatter_value *values, size_t count,
                       const struct frontmatter *matter, struct buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_set(&values[i], matter))
            continue;
        buffer_add_format(out, "%s: ", values[i].key);
        escape_yaml(out, values[i].value);
        buffer_add_byte(out, '\n');
    }
}

static bool is_yaml(const char *text, size_t used)
{
    return used > 4 && memcmp(text, "---", 3) == 0;
}

/* Where the line begins that ends the block text[0, used). */
static const char *closing_line(const char *text, size_t used)
{
    const char *at = text + used - 1;
    while (at > text && at[-1] != '\n')
        at--;
    return at;
}

bool frontmatter_edit(const char *text, size_t length, const struct frontmatter_value *values,
                      size_t count, struct buffer *out, struct error *error)
{
    struct frontmatter matter = { 0 };
    size_t used = frontmatter_read(text, length, &matter);
    bool ok = used == 0 || (is_yaml(text, used) && matter.fault == NULL);
    if (!ok) {
        error_set(error, matter.fault != NULL ? "its front matter has a fault: %s"
                                              : "its front matter is not YAML%s",
                  matter.fault != NULL ? matter.fault : "");
    } else if (used == 0) {
        struct buffer lines = { 0 };
        add_values(values, count, &matter, &lines);
        if (lines.length > 0)
            buffer_add_format(out, "---\n%s---\n\n", buffer_text(&lines));
        buffer_add(out, text, length);
        buffer_free(&lines);
    } else {
        const char *close = closing_line(text, used);
        const char *first = line_end(text, text + used);
        buffer_add(out, text, (size_t)(first - text));
        keep_lines(first, close, values, count, &matter, out);
        add_values(values, count, &matter, out);
        buffer_add(out, close, length - (size_t)(close - text));
    }
    frontmatter_free(&matter);
    return ok;
}
