#include "export/mustache.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/ascii.h"

#define DELIMITER 16 /* bytes, the NUL included */

enum node_kind {
    NODE_TEXT,
    NODE_VARIABLE,
    NODE_RAW,
    NODE_SECTION,
    NODE_INVERTED,
    NODE_PARTIAL,
    NODE_END
};

struct node {
    enum node_kind kind;
    size_t start; /* of the text or the name */
    size_t end;
    /* NODE_SECTION, NODE_INVERTED: index of its NODE_END; NODE_PARTIAL: which one */
    size_t match;
};

struct mustache {
    char *text;
    struct node *items;
    size_t count;
    size_t capacity;
    struct {
        struct mustache **items;
        size_t count;
        size_t capacity;
    } partials;
};

/* ---- parsing ---- */

struct parser {
    struct mustache *mustache;
    size_t length;
    size_t at;
    char open[DELIMITER];
    char close[DELIMITER];
    size_t sections[MUSTACHE_DEPTH]; /* nodes of the sections that are open */
    size_t depth;
    const struct mustache_loader *loader; /* NULL: none */
    size_t nesting;                       /* partials that this one is in */
    struct error *error;
};

struct tag {
    size_t start; /* of the tag */
    size_t end;
    char sigil;  /* '#', '^' ..., '\0' for a variable */
    size_t name; /* without blanks around it */
    size_t name_end;
};

static bool fail(struct parser *parser, size_t at, const char *what)
{
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += parser->mustache->text[i] == '\n';
    error_set(parser->error, "line %zu: %s", line, what);
    return false;
}

static bool read_tag(struct parser *parser, struct tag *tag)
{
    const char *text = parser->mustache->text;
    char closer[DELIMITER + 1] = "";
    size_t at = tag->start + strlen(parser->open);
    tag->sigil = text[at] != '\0' && strchr("#^/!=&>{<$", text[at]) != NULL ? text[at++] : '\0';
    if (tag->sigil == '{' || tag->sigil == '=')
        closer[0] = tag->sigil == '{' ? '}' : '=';
    strcat(closer, parser->close);
    const char *found = strstr(text + at, closer);
    if (found == NULL)
        return fail(parser, tag->start, "a tag has no end");
    tag->name_end = (size_t)(found - text);
    tag->end = tag->name_end + strlen(closer);
    while (at < tag->name_end && ascii_is_space(text[at]))
        at++;
    while (tag->name_end > at && ascii_is_space(text[tag->name_end - 1]))
        tag->name_end--;
    tag->name = at;
    if (at == tag->name_end && tag->sigil != '!')
        return fail(parser, tag->start, "a tag has no name");
    return true;
}

/* Whether nothing else stands on the tag's line; then the line's beginning and end. */
static bool is_alone(const char *text, const struct tag *tag, size_t *start, size_t *end)
{
    *start = tag->start;
    *end = tag->end;
    if (tag->sigil == '\0' || strchr("#^/!=>", tag->sigil) == NULL)
        return false;
    while (*start > 0 && (text[*start - 1] == ' ' || text[*start - 1] == '\t'))
        (*start)--;
    while (text[*end] == ' ' || text[*end] == '\t')
        (*end)++;
    *end += text[*end] == '\r' && text[*end + 1] == '\n';
    if ((*start > 0 && text[*start - 1] != '\n') || (text[*end] != '\n' && text[*end] != '\0'))
        return false;
    *end += text[*end] == '\n';
    return true;
}

static void add_node(struct parser *parser, enum node_kind kind, size_t start, size_t end)
{
    if (kind != NODE_TEXT || end > start)
        VECTOR_PUSH(parser->mustache, (struct node){ kind, start, end, 0 });
}

static bool open_section(struct parser *parser, const struct tag *tag)
{
    if (parser->depth == MUSTACHE_DEPTH)
        return fail(parser, tag->start, "too many sections within one another");
    parser->sections[parser->depth++] = parser->mustache->count;
    add_node(parser, tag->sigil == '#' ? NODE_SECTION : NODE_INVERTED, tag->name, tag->name_end);
    return true;
}

static bool close_section(struct parser *parser, const struct tag *tag)
{
    const char *text = parser->mustache->text;
    size_t length = tag->name_end - tag->name;
    if (parser->depth == 0)
        return fail(parser, tag->start, "a section ends that has not begun");
    struct node *section = &parser->mustache->items[parser->sections[--parser->depth]];
    if (section->end - section->start != length ||
        strncmp(text + section->start, text + tag->name, length) != 0)
        return fail(parser, tag->start, "another section ends than the one that is open");
    section->match = parser->mustache->count;
    add_node(parser, NODE_END, tag->name, tag->name_end);
    return true;
}

/* "<% %>" */
static bool change_delimiters(struct parser *parser, const struct tag *tag)
{
    const char *text = parser->mustache->text;
    size_t first = tag->name, last = tag->name_end;
    while (first < last && !ascii_is_space(text[first]))
        first++;
    while (last > first && !ascii_is_space(text[last - 1]))
        last--;
    size_t open = first - tag->name, close = tag->name_end - last;
    if (first == tag->name_end || open >= DELIMITER || close >= DELIMITER || open == 0 ||
        close == 0)
        return fail(parser, tag->start, "new delimiters are two words of at most 15 bytes");
    for (size_t i = first; i < last; i++) {
        if (!ascii_is_space(text[i]))
            return fail(parser, tag->start, "new delimiters are two words of at most 15 bytes");
    }
    memcpy(parser->open, text + tag->name, open);
    parser->open[open] = '\0';
    memcpy(parser->close, text + last, close);
    parser->close[close] = '\0';
    return true;
}

static struct mustache *parse_nested(const char *text, size_t length,
                                     const struct mustache_loader *loader, size_t nesting,
                                     struct error *error);

/* Each line of a partial that stands alone is as far in as its tag. */
static void indent_lines(struct buffer *out, const struct buffer *text, const char *blanks,
                         size_t count)
{
    for (size_t at = 0; at < text->length; at++) {
        if (at == 0 || text->data[at - 1] == '\n')
            buffer_add(out, blanks, count);
        buffer_add_byte(out, text->data[at]);
    }
}

static bool add_partial(struct parser *parser, const struct tag *tag, size_t line, bool alone)
{
    const char *own = parser->mustache->text;
    struct buffer text = { 0 }, indented = { 0 };
    char *name = xstrndup(own + tag->name, tag->name_end - tag->name);
    struct mustache *partial = NULL;
    if (parser->loader == NULL)
        fail(parser, tag->start, "there are no templates within this one");
    else if (parser->nesting == MUSTACHE_PARTIALS)
        fail(parser, tag->start, "too many templates within one another, or one within itself");
    else if (parser->loader->load(parser->loader->context, name, &text, parser->error)) {
        indent_lines(&indented, &text, own + line, alone ? tag->start - line : 0);
        partial = parse_nested(buffer_text(&indented), indented.length, parser->loader,
                               parser->nesting + 1, parser->error);
        if (partial == NULL && parser->nesting == 0)
            error_prefix(parser->error, name);
    }
    if (partial != NULL) {
        add_node(parser, NODE_PARTIAL, tag->name, tag->name_end);
        parser->mustache->items[parser->mustache->count - 1].match =
            parser->mustache->partials.count;
        VECTOR_PUSH(&parser->mustache->partials, partial);
    }
    buffer_free(&text);
    buffer_free(&indented);
    free(name);
    return partial != NULL;
}

static bool take_tag(struct parser *parser, const struct tag *tag)
{
    switch (tag->sigil) {
    case '#':
    case '^': return open_section(parser, tag);
    case '/': return close_section(parser, tag);
    case '=': return change_delimiters(parser, tag);
    case '!': return true;
    case '{':
    case '&': add_node(parser, NODE_RAW, tag->name, tag->name_end); return true;
    case '\0': add_node(parser, NODE_VARIABLE, tag->name, tag->name_end); return true;
    default: return fail(parser, tag->start, "templates do not inherit from one another here");
    }
}

static bool parse(struct parser *parser)
{
    const char *text = parser->mustache->text;
    const char *found;
    while ((found = strstr(text + parser->at, parser->open)) != NULL) {
        struct tag tag = { .start = (size_t)(found - text) };
        size_t start, end;
        if (!read_tag(parser, &tag))
            return false;
        bool alone = is_alone(text, &tag, &start, &end);
        add_node(parser, NODE_TEXT, parser->at,
                 alone && start > parser->at ? start
                 : alone                     ? parser->at
                                             : tag.start);
        if (tag.sigil == '>' ? !add_partial(parser, &tag, start, alone)
                             : !take_tag(parser, &tag))
            return false;
        parser->at = alone ? end : tag.end;
    }
    add_node(parser, NODE_TEXT, parser->at, parser->length);
    if (parser->depth > 0)
        return fail(parser, parser->mustache->items[parser->sections[parser->depth - 1]].start,
                    "a section has no end");
    return true;
}

static struct mustache *parse_nested(const char *text, size_t length,
                                     const struct mustache_loader *loader, size_t nesting,
                                     struct error *error)
{
    struct mustache *mustache = xcalloc(1, sizeof *mustache);
    struct parser parser = { .mustache = mustache,
                             .open = "{{",
                             .close = "}}",
                             .loader = loader,
                             .nesting = nesting,
                             .error = error };
    mustache->text = xstrndup(text, length);
    parser.length = strlen(mustache->text);
    if (parse(&parser))
        return mustache;
    mustache_free(mustache);
    return NULL;
}

struct mustache *mustache_parse(const char *text, size_t length,
                                const struct mustache_loader *loader, struct error *error)
{
    return parse_nested(text, length, loader, 0, error);
}

void mustache_free(struct mustache *mustache)
{
    if (mustache == NULL)
        return;
    for (size_t i = 0; i < mustache->partials.count; i++)
        mustache_free(mustache->partials.items[i]);
    free(mustache->partials.items);
    free(mustache->text);
    free(mustache->items);
    free(mustache);
}

/* ---- rendering ---- */

struct renderer {
    const struct mustache *mustache;
    struct buffer *out;
    const struct value *stack[MUSTACHE_DEPTH + 1]; /* what names are looked up in, innermost last */
    size_t depth;
};

/* The value that a name stands for, NULL when there is none. Only its first part is looked for all
 * the way out. */
static const struct value *look_up(const struct renderer *renderer, const struct node *node)
{
    const char *name = renderer->mustache->text + node->start;
    size_t length = node->end - node->start;
    const struct value *value = NULL;
    if (length == 1 && name[0] == '.')
        return renderer->stack[renderer->depth - 1];
    for (bool first = true; first || value != NULL; first = false) {
        const char *dot = memchr(name, '.', length);
        size_t part = dot != NULL ? (size_t)(dot - name) : length;
        if (first) {
            for (size_t i = renderer->depth; i-- > 0 && value == NULL;)
                value = value_member(renderer->stack[i], name, part);
        } else {
            value = value_member(value, name, part);
        }
        if (dot == NULL)
            return value;
        name += part + 1;
        length -= part + 1;
    }
    return NULL;
}

static void add_escaped(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '&': buffer_add_text(out, "&amp;"); break;
        case '<': buffer_add_text(out, "&lt;"); break;
        case '>': buffer_add_text(out, "&gt;"); break;
        case '"': buffer_add_text(out, "&quot;"); break;
        default: buffer_add_byte(out, *text);
        }
    }
}

static void add_variable(struct renderer *renderer, const struct node *node)
{
    const struct value *value = look_up(renderer, node);
    const char *text = value == NULL               ? ""
                       : value->kind == VALUE_TEXT ? value->text
                       : value->kind == VALUE_TRUE ? "true"
                                                   : "";
    if (node->kind == NODE_RAW)
        buffer_add_text(renderer->out, text);
    else
        add_escaped(renderer->out, text);
}

static void render(struct renderer *renderer, size_t from, size_t to);

static void render_with(struct renderer *renderer, const struct value *value, size_t from,
                        size_t to)
{
    if (renderer->depth > MUSTACHE_DEPTH) /* partials have sections of their own */
        return;
    renderer->stack[renderer->depth++] = value;
    render(renderer, from, to);
    renderer->depth--;
}

static void render_section(struct renderer *renderer, const struct node *node, size_t from)
{
    const struct value *value = look_up(renderer, node);
    if (value == NULL || !value_is_true(value))
        return;
    if (value->kind != VALUE_LIST) {
        render_with(renderer, value, from, node->match);
        return;
    }
    for (size_t i = 0; i < value->count; i++) {
        struct value made = { .kind = VALUE_NOTHING };
        if (value->items == NULL)
            value->make(value->context, i, &made);
        render_with(renderer, value->items != NULL ? &value->items[i] : &made, from, node->match);
        value_free(&made);
    }
}

static void render_partial(struct renderer *renderer, const struct mustache *partial)
{
    const struct mustache *outer = renderer->mustache;
    renderer->mustache = partial;
    render(renderer, 0, partial->count);
    renderer->mustache = outer;
}

static void render(struct renderer *renderer, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct node *node = &renderer->mustache->items[i];
        const struct value *value;
        switch (node->kind) {
        case NODE_TEXT:
            buffer_add(renderer->out, renderer->mustache->text + node->start,
                       node->end - node->start);
            break;
        case NODE_VARIABLE:
        case NODE_RAW: add_variable(renderer, node); break;
        case NODE_SECTION:
            render_section(renderer, node, i + 1);
            i = node->match;
            break;
        case NODE_INVERTED:
            value = look_up(renderer, node);
            if (value == NULL || !value_is_true(value))
                render(renderer, i + 1, node->match);
            i = node->match;
            break;
        case NODE_PARTIAL:
            render_partial(renderer, renderer->mustache->partials.items[node->match]);
            break;
        case NODE_END: break;
        }
    }
}

void mustache_render(const struct mustache *mustache, const struct value *value, struct buffer *out)
{
    struct renderer renderer = { .mustache = mustache, .out = out };
    renderer.stack[renderer.depth++] = value;
    render(&renderer, 0, mustache->count);
}
