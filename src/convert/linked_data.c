#include "convert/linked_data.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "text/json.h"

#define DEPTH 6 /* @graph and lists around an article */

static bool is_article_type(struct json type)
{
    if (json_kind(type) == JSON_ARRAY) {
        for (struct json item = json_first(type); json_kind(item) != JSON_NOTHING;
             item = json_next(item)) {
            if (is_article_type(item))
                return true;
        }
        return false;
    }
    char *name = json_text(type);
    size_t length = strlen(name);
    bool article = (length >= 7 && strcmp(name + length - 7, "Article") == 0) ||
                   strcmp(name, "BlogPosting") == 0 || strcmp(name, "Report") == 0 ||
                   strcmp(name, "LiveBlogPosting") == 0 || strcmp(name, "Review") == 0;
    free(name);
    return article;
}

/* Names of people or houses: a text, an object with a name, or a list of these. */
static void add_names(struct json value, struct buffer *out)
{
    enum json_kind kind = json_kind(value);
    if (kind == JSON_ARRAY) {
        for (struct json item = json_first(value); json_kind(item) != JSON_NOTHING;
             item = json_next(item)) {
            if (json_kind(item) != JSON_ARRAY)
                add_names(item, out);
        }
        return;
    }
    struct json name = kind == JSON_OBJECT ? json_member(value, "name") : value;
    if (json_kind(name) == JSON_ARRAY)
        name = json_first(name);
    char *text = json_text(name);
    if (text[0] != '\0' && strncmp(text, "http", 4) != 0) {
        if (out->length > 0)
            buffer_add_text(out, ", ");
        buffer_add_text(out, text);
    }
    free(text);
}

static void offer_names(char **field, struct json value)
{
    struct buffer names = { 0 };
    add_names(value, &names);
    page_meta_offer(field, buffer_text(&names));
    buffer_free(&names);
}

static void offer_text(char **field, struct json value)
{
    char *text = json_text(value);
    page_meta_offer(field, text);
    free(text);
}

static void read_article(struct json article, struct page_meta *meta)
{
    struct json address = json_member(article, "mainEntityOfPage");
    meta->is_article = true;
    offer_text(&meta->title, json_member(article, "headline"));
    offer_names(&meta->author, json_member(article, "author"));
    offer_names(&meta->publisher, json_member(article, "publisher"));
    char *date = json_text(json_member(article, "datePublished"));
    char *day = page_meta_date(date);
    page_meta_offer(&meta->published, day);
    free(day);
    free(date);
    offer_text(&meta->source, json_member(article, "url"));
    offer_text(&meta->source,
               json_kind(address) == JSON_OBJECT ? json_member(address, "@id") : address);
    offer_text(&meta->lang, json_member(article, "inLanguage"));
}

static bool search(struct json value, unsigned depth, struct page_meta *meta)
{
    enum json_kind kind = json_kind(value);
    if (depth == 0 || (kind != JSON_ARRAY && kind != JSON_OBJECT))
        return false;
    if (kind == JSON_OBJECT) {
        if (is_article_type(json_member(value, "@type"))) {
            read_article(value, meta);
            return true;
        }
        return search(json_member(value, "@graph"), depth - 1, meta) ||
               search(json_member(value, "mainEntity"), depth - 1, meta);
    }
    for (struct json item = json_first(value); json_kind(item) != JSON_NOTHING;
         item = json_next(item)) {
        if (search(item, depth - 1, meta))
            return true;
    }
    return false;
}

void linked_data_read(const char *text, size_t length, struct page_meta *meta)
{
    struct json root;
    struct buffer copy = { 0 }; /* with a NUL behind it, and real blanks for what a page wrapped */
    buffer_add(&copy, text, length);
    for (size_t i = 0; i < copy.length; i++) {
        if (copy.data[i] == '\n' || copy.data[i] == '\r' || copy.data[i] == '\t')
            copy.data[i] = ' ';
    }
    if (copy.length > 0 && json_check(copy.data, copy.length, &root, NULL))
        search(root, DEPTH, meta);
    buffer_free(&copy);
}
