#include "notes/import_zotero.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "notes/import_field.h"
#include "notes/import_index.h"

#define PARENTS 4 /* attachment, item: as far as there is any */

/* ---- JSON ---- */

/* The API wraps an item's fields. */
static struct json fields_of(struct json item)
{
    struct json data = json_member(item, "data");
    return json_kind(data) == JSON_OBJECT ? data : item;
}

static bool is_annotation(struct json item)
{
    struct json fields = fields_of(item);
    return json_is(json_member(fields, "itemType"), "annotation") ||
           json_kind(json_member(fields, "annotationType")) == JSON_STRING;
}

/* Better BibTeX's: an item with attachments that have annotations. */
static bool has_annotations(struct json item)
{
    for (struct json file = json_first(json_member(item, "attachments"));
         json_kind(file) != JSON_NOTHING; file = json_next(file))
        if (json_kind(json_member(file, "annotations")) == JSON_ARRAY)
            return true;
    return false;
}

static struct json list_of(struct json root)
{
    return json_kind(root) == JSON_ARRAY ? root : json_member(root, "items");
}

bool import_zotero_knows(struct json root)
{
    struct json list = list_of(root);
    /* Looking at all items of a long list of something else would take long. */
    if (json_kind(list) != JSON_ARRAY || strstr(root.at, "\"annotation") == NULL)
        return false;
    for (struct json item = json_first(list); json_kind(item) != JSON_NOTHING;
         item = json_next(item))
        if (is_annotation(item) || has_annotations(item))
            return true;
    return false;
}

/* The items that annotations may belong to, by their keys. */
static void find_parents(struct json list, struct import_index *parents)
{
    for (struct json item = json_first(list); json_kind(item) != JSON_NOTHING;
         item = json_next(item)) {
        if (is_annotation(item))
            continue;
        struct json key = json_member(item, "key");
        import_index_add(parents,
                         json_kind(key) == JSON_STRING ? key
                                                       : json_member(fields_of(item), "key"),
                         item);
    }
    import_index_sort(parents);
}

static void add_creators(struct buffer *out, struct json creators)
{
    for (struct json one = json_first(creators); json_kind(one) != JSON_NOTHING;
         one = json_next(one)) {
        char *name = json_text(json_member(one, "name"));
        char *first = json_text(json_member(one, "firstName"));
        char *last = json_text(json_member(one, "lastName"));
        buffer_add_text(out, out->length > 0 ? "; " : "");
        buffer_add_format(out, "%s%s%s%s", name, first, first[0] != '\0' ? " " : "", last);
        free(name);
        free(first);
        free(last);
    }
}

/* What is known of the work; the outermost item says it best. */
static void set_work(struct annotation_target *target, struct json item)
{
    struct json fields = fields_of(item);
    struct buffer creators = { 0 };
    import_set(&target->title, fields, "title");
    import_set(&target->published, fields, "date");
    import_set(&target->lang, fields, "language");
    char *url = json_text(json_member(fields, "url"));
    if (url[0] != '\0')
        annotation_set(&target->source, url);
    free(url);
    add_creators(&creators, json_member(fields, "creators"));
    if (creators.length > 0)
        annotation_set(&target->publisher, buffer_text(&creators));
    buffer_free(&creators);
}

static void set_origin(struct annotation *annotation, struct json key)
{
    char *text = json_text(key);
    char *origin = xasprintf("zotero:%s", text);
    if (text[0] != '\0')
        annotation_set(&annotation->origin, origin);
    free(origin);
    free(text);
}

static bool take(const struct import_index *parents, struct json item, struct json work,
                 struct import_job *job)
{
    struct json fields = fields_of(item);
    struct annotation annotation;
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    struct json parent = json_member(fields, "parentItem");
    for (int i = 0; i < PARENTS && json_kind(parent) == JSON_STRING; i++) {
        struct json found = import_index_find(parents, parent);
        if (json_kind(found) == JSON_NOTHING)
            break;
        set_work(target, found);
        parent = json_member(fields_of(found), "parentItem");
    }
    if (json_kind(work) != JSON_NOTHING)
        set_work(target, work);
    set_origin(&annotation, json_member(json_kind(json_member(fields, "key")) == JSON_STRING
                                            ? fields : item, "key"));
    import_set(&target->quote, fields, "annotationText");
    import_set(&annotation.comment, fields, "annotationComment");
    import_set(&annotation.colour, fields, "annotationColor");
    import_times(&annotation, fields, "dateAdded", "dateModified");
    for (struct json tag = json_first(json_member(fields, "tags")); json_kind(tag) != JSON_NOTHING;
         tag = json_next(tag)) {
        char *text = json_text(json_kind(tag) == JSON_STRING ? tag : json_member(tag, "tag"));
        annotation_add_tag(&annotation, text);
        free(text);
    }
    annotation.kind = import_kind(&annotation);
    return import_give(job, &annotation, false);
}

static bool take_attachments(const struct import_index *parents, struct json item,
                             struct import_job *job)
{
    bool more = true;
    for (struct json file = json_first(json_member(item, "attachments"));
         more && json_kind(file) != JSON_NOTHING; file = json_next(file))
        for (struct json one = json_first(json_member(file, "annotations"));
             more && json_kind(one) != JSON_NOTHING; one = json_next(one))
            more = take(parents, one, item, job);
    return more;
}

bool import_zotero(struct json root, struct import_job *job)
{
    struct json list = list_of(root);
    struct import_index parents = { 0 };
    bool more = true;
    find_parents(list, &parents);
    for (struct json item = json_first(list); more && json_kind(item) != JSON_NOTHING;
         item = json_next(item))
        more = is_annotation(item) ? take(&parents, item, (struct json){ NULL }, job)
                                   : take_attachments(&parents, item, job);
    import_index_free(&parents);
    return more;
}

/* ---- Markdown ---- */

#define LINK "](zotero://"
#define OPEN "](zotero://open"

bool import_is_zotero_markdown(const char *bytes, size_t length)
{
    (void)length;
    return strstr(bytes, OPEN) != NULL;
}

/* Marks of emphasis and tags around the quotation marks go. */
static void add_plain(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const char *end = text[i] == '<' ? memchr(text + i, '>', length - i) : NULL;
        if (end != NULL)
            i = (size_t)(end - text);
        else if (text[i] == '\\' && i + 1 < length && strchr("\\`*_{}[]<>()#+-.!|", text[i + 1]) != NULL)
            buffer_add_byte(out, text[++i]);
        else
            buffer_add_byte(out, text[i]);
    }
}

/* The words between the first quotation mark and the last one of its kind. */
static char *read_quote(const char *text, size_t length)
{
    static const char *const marks[] = { "“", "”", "«", "»", "„", "“", "「", "」", "\"", "\"" };
    struct buffer plain = { 0 };
    add_plain(&plain, text, length);
    const char *all = buffer_text(&plain);
    char *quote = NULL;
    all += strspn(all, " \t-*_");
    for (size_t i = 0; quote == NULL && i < sizeof marks / sizeof *marks; i += 2) {
        size_t open = strlen(marks[i]);
        const char *last = NULL;
        if (strncmp(all, marks[i], open) != 0)
            continue;
        for (const char *at = all + open; (at = strstr(at, marks[i + 1])) != NULL; at++)
            last = at;
        if (last != NULL)
            quote = xstrndup(all + open, (size_t)(last - all) - open);
    }
    buffer_free(&plain);
    return quote;
}

/* "&annotation=ABCD1234" */
static void set_key(struct annotation *annotation, const char *link)
{
    static const char name[] = "annotation=";
    const char *end = strchr(link, ')');
    const char *at = strstr(link, name);
    if (at == NULL || end == NULL || at > end)
        return;
    at += sizeof name - 1;
    char *origin = xasprintf("zotero:%.*s", (int)strcspn(at, ")&"), at);
    annotation_set(&annotation->origin, origin);
    free(origin);
}

static bool take_line(const char *line, struct import_job *job)
{
    const char *open = strstr(line, OPEN);
    const char *first = strstr(line, LINK);
    if (open == NULL)
        return true;
    const char *words = first;
    while (words > line && *words != '(') /* of "([Ma, 2015, p. 3]" */
        words--;
    const char *comment = strchr(open, ')');
    char *quote = read_quote(line, (size_t)(words - line));
    struct annotation annotation;
    struct buffer plain = { 0 };
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    annotation_set(&target->quote, quote != NULL ? quote : "");
    if (comment != NULL)
        add_plain(&plain, comment, strlen(comment));
    const char *text = buffer_text(&plain);
    annotation_set(&annotation.comment, text + strspn(text, ") \t"));
    set_key(&annotation, open);
    annotation.kind = import_kind(&annotation);
    buffer_free(&plain);
    free(quote);
    return import_give(job, &annotation, false);
}

bool import_zotero_markdown(const char *bytes, size_t length, struct import_job *job)
{
    bool more = true;
    for (size_t at = 0; more && at < length;) {
        const char *newline = memchr(bytes + at, '\n', length - at);
        size_t end = newline != NULL ? (size_t)(newline - bytes) : length;
        char *line = xstrndup(bytes + at, end - at);
        line[strcspn(line, "\r")] = '\0';
        more = take_line(line, job);
        free(line);
        at = end + 1;
    }
    return more;
}
