#include "export/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "export/articles.h"
#include "export/clean.h"
#include "export/escape_yaml.h"
#include "export/field.h"
#include "export/mustache.h"

#define LIMIT ((size_t)4 << 20) /* bytes of a template */

static void set_clean(struct value *value, const char *text, size_t length)
{
    struct buffer clean = { 0 };
    clean_add(&clean, text, length, "\n");
    value_set_text(value, buffer_text(&clean));
    buffer_free(&clean);
}

static void add_clean(struct value *object, const char *name, const char *text)
{
    set_clean(value_add_member(object, name), text, strlen(text));
}

static void add_number(struct value *object, const char *name, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    value_add_text(object, name, digits);
}

static void add_flag(struct value *object, const char *name, bool flag)
{
    value_add_member(object, name)->kind = flag ? VALUE_TRUE : VALUE_NOTHING;
}

static void add_fields(struct value *note, const struct note_record *record)
{
    struct buffer value = { 0 };
    for (size_t i = 0; field_at(i) != NULL; i++)
        add_clean(note, field_at(i)->name, field_value(field_at(i), record, &value));
    buffer_free(&value);
}

static void add_lists(struct value *note, const struct note_record *record)
{
    struct value *list = value_add_member(note, "each_tag");
    list->kind = VALUE_LIST;
    for (size_t i = 0; i < record->annotation->tag_count; i++) {
        const char *tag = record->annotation->tags[i];
        set_clean(value_add_item(list), tag, strlen(tag));
    }
    list = value_add_member(note, "each_entity");
    list->kind = VALUE_LIST;
    for (size_t i = 0; i < record->entity_count; i++) {
        struct value *entity = value_add_item(list);
        add_clean(entity, "id", record->entities[i].id);
        add_clean(entity, "name", record->entities[i].name);
        add_clean(entity, "type", record->entities[i].type);
    }
    list = value_add_member(note, "each_heading");
    list->kind = VALUE_LIST;
    const char *at = record_selection(record) != NULL ? record_selection(record)->headings : "";
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        set_clean(value_add_item(list), at, length);
        at += length + (at[length] != '\0');
    }
}

static void make_note(const void *context, size_t index, struct value *note)
{
    static const char *const flags[] = { "is_highlight", "is_comment", "is_question", "is_tag",
                                         "is_link" };
    const struct export_set *set = context;
    const struct note_record *record = &set->records[index];
    add_fields(note, record);
    add_number(note, "number", index + 1);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        add_flag(note, flags[i], (size_t)record->annotation->kind == i);
    add_flag(note, "bilingual", record_counterpart(record) != NULL);
    add_flag(note, "last", index + 1 == set->count);
    add_lists(note, record);
}

static void add_notes(struct value *object, const struct export_set *set)
{
    add_number(object, "count", set->count);
    struct value *notes = value_add_member(object, "notes");
    notes->kind = VALUE_LIST;
    notes->count = set->count;
    notes->make = make_note;
    notes->context = set;
}

/* ---- an article ---- */

/* Those of struct noted_article as sets, for their notes are made from one. */
struct parts {
    struct articles articles;
    struct export_set *sets;
};

static void parts_find(struct parts *parts, const struct export_set *set)
{
    articles_find(&parts->articles, set);
    parts->sets = xcalloc(parts->articles.count + 1, sizeof *parts->sets);
    for (size_t i = 0; i < parts->articles.count; i++)
        parts->sets[i] = (struct export_set){ parts->articles.items[i].records,
                                              parts->articles.items[i].count, set->wishes, NULL };
}

static void parts_free(struct parts *parts)
{
    free(parts->sets);
    articles_free(&parts->articles);
}

static void add_about(struct value *article, const struct annotation_target *about)
{
    static const char *const names[] = { "title",     "article",   "lang",  "story",
                                         "publisher", "published", "source" };
    const char *const texts[] = { about->title,     about->article,   about->lang,  about->story,
                                  about->publisher, about->published, about->source };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_clean(article, names[i], texts[i]);
    struct value *quoted = value_add_member(article, "quoted");
    quoted->kind = VALUE_OBJECT;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct buffer text = { 0 };
        escape_yaml(&text, texts[i]);
        value_add_text(quoted, names[i], buffer_text(&text));
        buffer_free(&text);
    }
}

static void add_all_tags(struct value *article, const struct export_set *set)
{
    struct annotation all; /* keeps each tag once */
    annotation_begin(&all);
    for (size_t i = 0; i < set->count; i++)
        for (size_t k = 0; k < set->records[i].annotation->tag_count; k++)
            annotation_add_tag(&all, set->records[i].annotation->tags[k]);
    struct value *list = value_add_member(article, "each_tag");
    list->kind = VALUE_LIST;
    for (size_t i = 0; i < all.tag_count; i++)
        set_clean(value_add_item(list), all.tags[i], strlen(all.tags[i]));
    annotation_free(&all);
}

static void make_article(const void *context, size_t index, struct value *article)
{
    const struct parts *parts = context;
    article->kind = VALUE_OBJECT;
    if (parts->articles.items[index].about != NULL)
        add_about(article, parts->articles.items[index].about);
    add_flag(article, "last", index + 1 == parts->articles.count);
    add_all_tags(article, &parts->sets[index]);
    add_notes(article, &parts->sets[index]);
}

/* ---- files ---- */

bool template_read(struct template_text *template, const char *path, struct error *error)
{
    *template = (struct template_text){ .path = xstrdup(path) };
    size_t folder = strlen(path) - strlen(file_base_name(path));
    template->folder = folder > 0 ? xstrndup(path, folder) : xstrdup(".");
    return file_read(path, LIMIT, &template->text, error);
}

void template_free(struct template_text *template)
{
    buffer_free(&template->text);
    free(template->path);
    free(template->folder);
}

/* Only files beside the template: a name is no path. */
static bool load_partial(void *context, const char *name, struct buffer *text, struct error *error)
{
    const struct template_text *template = context;
    struct buffer bytes = { 0 };
    if (strchr(name, '/') != NULL || name[0] == '.') {
        error_set(error, "%s: is no name of a file beside the template", name);
        return false;
    }
    char *file = xasprintf("%s.mustache", name);
    char *path = file_join(template->folder, file);
    if (!file_exists(path)) {
        free(path);
        path = file_join(template->folder, name);
    }
    bool ok = file_read(path, LIMIT, &bytes, error);
    sanitize_source(buffer_text(&bytes), bytes.length, text, NULL);
    buffer_free(&bytes);
    free(path);
    free(file);
    return ok;
}

static bool fill(const struct template_text *template, const struct value *root,
                 struct buffer *out, struct error *error)
{
    struct buffer clean = { 0 };
    struct mustache_loader loader = { load_partial, (void *)template };
    sanitize_source(buffer_text(&template->text), template->text.length, &clean, NULL);
    struct mustache *mustache =
        mustache_parse(buffer_text(&clean), clean.length,
                       template->folder != NULL ? &loader : NULL, error);
    if (mustache != NULL)
        mustache_render(mustache, root, out);
    else if (template->path != NULL)
        error_prefix(error, template->path);
    mustache_free(mustache);
    buffer_free(&clean);
    return mustache != NULL;
}

bool template_run(const struct template_text *template, const struct export_set *set,
                  struct buffer *out, struct error *error)
{
    struct value root = { .kind = VALUE_OBJECT };
    struct parts parts;
    parts_find(&parts, set);
    add_notes(&root, set);
    struct value *list = value_add_member(&root, "articles");
    list->kind = VALUE_LIST;
    list->count = parts.articles.count;
    list->make = make_article;
    list->context = &parts;
    bool ok = fill(template, &root, out, error);
    value_free(&root);
    parts_free(&parts);
    return ok;
}

bool template_front(const struct template_text *template, const struct export_set *set,
                    struct buffer *out, struct error *error)
{
    struct value root = { .kind = VALUE_OBJECT };
    struct parts parts;
    parts_find(&parts, set);
    if (parts.articles.count > 0)
        make_article(&parts, 0, &root);
    bool ok = fill(template, &root, out, error);
    value_free(&root);
    parts_free(&parts);
    return ok;
}
