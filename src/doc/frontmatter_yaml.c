#include "doc/frontmatter_yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/buffer.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/sanitize.h"
#include "text/utf8.h"

#define DEPTH 32
#define KEY_BYTES 1024

/* An open collection; `key_length` is how much of the dotted key belongs to what is around
 * it. A mapping waits for a key or for that key's value. */
struct level {
    bool is_mapping;
    bool has_key;
    size_t key_length;
};

struct walk {
    yaml_parser_t parser;
    struct frontmatter *out;
    struct level levels[DEPTH];
    size_t depth;
    struct buffer key;
    unsigned first_line; /* file line of the first YAML line */
    bool saw_mapping;
    unsigned documents;
};

static unsigned line_of(const struct walk *walk, yaml_mark_t mark)
{
    return walk->first_line + (unsigned)mark.line;
}

static bool fault(struct walk *walk, unsigned line, const char *why)
{
    free(walk->out->fault);
    struct buffer text = { 0 };
    buffer_add_format(&text, "line %u: ", line);
    sanitize_source(why, strlen(why), &text, NULL);
    walk->out->fault = buffer_take(&text);
    walk->out->fault_line = line;
    return false;
}

static char *clean_copy(const yaml_char_t *text, size_t length)
{
    struct buffer clean = { 0 };
    sanitize_source((const char *)text, length, &clean, NULL);
    return buffer_take(&clean);
}

static bool is_null(const yaml_event_t *event)
{
    static const char *const nulls[] = { "null", "Null", "NULL", "~" };
    const char *value = (const char *)event->data.scalar.value;
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return false;
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++) {
        if (strcmp(value, nulls[i]) == 0)
            return true;
    }
    return false;
}

static bool add_entry(struct walk *walk, const yaml_event_t *event, bool listed)
{
    unsigned line = line_of(walk, event->start_mark);
    if (walk->out->count >= FRONTMATTER_ENTRIES)
        return fault(walk, line, _("there are more than 10000 entries"));
    char *value = is_null(event) ? xstrdup("")
                                 : clean_copy(event->data.scalar.value,
                                              event->data.scalar.length);
    char *key = xstrdup(buffer_text(&walk->key));
    VECTOR_PUSH(walk->out, (struct frontmatter_entry){ key, value, line, listed });
    return true;
}

static bool take_key(struct walk *walk, struct level *level, const yaml_event_t *event)
{
    buffer_truncate(&walk->key, level->key_length);
    if (walk->key.length > 0)
        buffer_add_byte(&walk->key, '.');
    char *name = clean_copy(event->data.scalar.value, event->data.scalar.length);
    buffer_add_text(&walk->key, name);
    free(name);
    level->has_key = true;
    if (walk->key.length > KEY_BYTES)
        return fault(walk, line_of(walk, event->start_mark), _("a key is longer than 1024 bytes"));
    return true;
}

/* The value of the innermost mapping's key is over; the next scalar is a key again. */
static void value_done(struct walk *walk)
{
    if (walk->depth == 0)
        return;
    struct level *level = &walk->levels[walk->depth - 1];
    if (!level->is_mapping)
        return;
    level->has_key = false;
    buffer_truncate(&walk->key, level->key_length);
}

static bool on_scalar(struct walk *walk, const yaml_event_t *event)
{
    if (event->data.scalar.anchor != NULL)
        return fault(walk, line_of(walk, event->start_mark), _("anchors (&) are not allowed"));
    if (walk->depth == 0)
        return event->data.scalar.length == 0 ||
               fault(walk, line_of(walk, event->start_mark), _("has no \"key: value\" lines"));
    struct level *level = &walk->levels[walk->depth - 1];
    if (level->is_mapping && !level->has_key)
        return take_key(walk, level, event);
    if (!add_entry(walk, event, !level->is_mapping))
        return false;
    value_done(walk);
    return true;
}

static bool on_open(struct walk *walk, const yaml_event_t *event, bool is_mapping)
{
    unsigned line = line_of(walk, event->start_mark);
    const yaml_char_t *anchor = is_mapping ? event->data.mapping_start.anchor
                                           : event->data.sequence_start.anchor;
    if (anchor != NULL)
        return fault(walk, line, _("anchors (&) are not allowed"));
    if (walk->depth == 0 && !is_mapping)
        return fault(walk, line, _("has no \"key: value\" lines"));
    if (walk->depth == DEPTH)
        return fault(walk, line, _("is nested deeper than 32 levels"));
    if (walk->depth > 0) {
        const struct level *around = &walk->levels[walk->depth - 1];
        if (around->is_mapping && !around->has_key)
            return fault(walk, line, _("a key must be plain text"));
    }
    walk->saw_mapping = true;
    walk->levels[walk->depth++] = (struct level){ is_mapping, false, walk->key.length };
    return true;
}

static bool on_event(struct walk *walk, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++walk->documents > 1)
            return fault(walk, line_of(walk, event->start_mark), _("a second document begins"));
        return true;
    case YAML_SCALAR_EVENT:
        return on_scalar(walk, event);
    case YAML_MAPPING_START_EVENT:
        return on_open(walk, event, true);
    case YAML_SEQUENCE_START_EVENT:
        return on_open(walk, event, false);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        walk->depth--;
        value_done(walk);
        return true;
    case YAML_ALIAS_EVENT:
        return fault(walk, line_of(walk, event->start_mark), _("aliases (*) are not allowed"));
    default:
        return true;
    }
}

/* What is still open where the YAML ends began earlier: that line helps more. */
static bool parser_fault(struct walk *walk, size_t length)
{
    const yaml_parser_t *parser = &walk->parser;
    const char *why = parser->problem != NULL ? parser->problem : _("cannot be read as YAML");
    bool at_end = parser->context != NULL && parser->problem_mark.index >= length;
    unsigned line = line_of(walk, at_end ? parser->context_mark : parser->problem_mark);
    char text[256];
    snprintf(text, sizeof text, "%s%s%s", parser->context != NULL ? parser->context : "",
             parser->context != NULL ? ", " : "", why);
    return fault(walk, line, text);
}

/* Runs over the events; false when the YAML has a fault, which `out` then holds. */
static bool read_events(struct walk *walk, const char *text, size_t length)
{
    bool ok = yaml_parser_initialize(&walk->parser) != 0;
    if (!ok)
        return fault(walk, walk->first_line, _("the YAML reader cannot start"));
    yaml_parser_set_encoding(&walk->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&walk->parser, (const unsigned char *)text, length);
    for (bool done = false; ok && !done;) {
        yaml_event_t event;
        if (yaml_parser_parse(&walk->parser, &event) == 0) {
            ok = parser_fault(walk, utf8_count(text, length));
            break;
        }
        done = event.type == YAML_STREAM_END_EVENT;
        ok = on_event(walk, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&walk->parser);
    buffer_free(&walk->key);
    return ok;
}

bool frontmatter_yaml_read(const char *text, size_t length, unsigned first_line, bool *saw_mapping,
                           struct frontmatter *out)
{
    struct walk walk = { .out = out, .first_line = first_line };
    bool ok = read_events(&walk, text, length);
    *saw_mapping = walk.saw_mapping;
    return ok;
}
