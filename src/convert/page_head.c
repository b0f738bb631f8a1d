#include "convert/page_head.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "convert/dom.h"
#include "convert/linked_data.h"
#include "text/utf8.h"

#define HEADING_LEAST 4  /* bytes of a heading that is looked for in a title */
#define HEADINGS_MOST 32 /* of a page that are looked for */

/* A field and the meta elements that may fill it, the best first. */
struct source {
    size_t field;
    const char *names; /* each between blanks; tried in this order */
};

static const struct source sources[] = {
    { offsetof(struct page_meta, title),
      "og:title twitter:title dc.title dcterms.title citation_title hdl parsely-title sailthru.title title" },
    { offsetof(struct page_meta, author),
      "author article:author byl parsely-author dc.creator dcterms.creator citation_author "
      "sailthru.author twitter:creator" },
    { offsetof(struct page_meta, published),
      "article:published_time datepublished og:published_time article:published pubdate "
      "publishdate publish-date publish_date ptime date dc.date dc.date.issued dcterms.created "
      "dcterms.issued citation_publication_date citation_date parsely-pub-date sailthru.date "
      "release_date weibo:article:create_at og:release_date dcterms.date apub:time" },
    { offsetof(struct page_meta, publisher),
      "og:site_name application-name dc.publisher dcterms.publisher citation_journal_title "
      "article:publisher" },
    { offsetof(struct page_meta, source), "og:url twitter:url" },
    { offsetof(struct page_meta, lang), "og:locale content-language dc.language dcterms.language language" },
};

static char **field_at(struct page_meta *meta, size_t offset)
{
    return (char **)(void *)((char *)meta + offset);
}

/* Position of `name` among the words, SIZE_MAX none. */
static size_t rank_of(const char *name, const char *words)
{
    size_t length = strlen(name);
    size_t rank = 0;
    for (const char *at = words; *at != '\0'; rank++) {
        size_t size = strcspn(at, " ");
        if (size == length && strncasecmp(at, name, size) == 0)
            return rank;
        at += size + strspn(at + size, " ");
    }
    return SIZE_MAX;
}

struct choice {
    const char *value;
    size_t rank;
};

#define FIELDS (sizeof sources / sizeof *sources)

static const char *name_of(const xmlNode *node)
{
    static const char *const keys[] = { "property", "name", "itemprop", "http-equiv" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *value = dom_attribute(node, keys[i]);
        if (value[0] != '\0')
            return value;
    }
    return "";
}

static void weigh_meta(const xmlNode *node, struct choice choices[FIELDS])
{
    const char *name = name_of(node);
    const char *content = dom_attribute(node, "content");
    if (*name == '\0' || content[strspn(content, " \t\n")] == '\0')
        return;
    for (size_t i = 0; i < FIELDS; i++) {
        size_t rank = rank_of(name, sources[i].names);
        bool address = sources[i].field != offsetof(struct page_meta, source) &&
                       strncmp(content, "http", 4) == 0;
        if (rank != SIZE_MAX && !address && (choices[i].value == NULL || rank < choices[i].rank))
            choices[i] = (struct choice){ content, rank };
    }
}

/* The reference to a note, a raised one, or a sign that leads to the heading: no word of it. */
static bool is_aside(const xmlNode *node)
{
    return (dom_is(node, "sup") && dom_child(node, "a") != NULL) ||
           (dom_is(node, "a") && dom_attribute(node, "href")[0] == '#');
}

/* Bytes of the title without what parts it from `site`, which is `at` behind it. */
static size_t before_site(const char *title, const char *at)
{
    for (size_t end = (size_t)(at - title);;) {
        size_t from = utf8_previous(title, end);
        const char *sign = " -|_–—·";
        while (*sign != '\0' && strncmp(sign, title + from, end - from) != 0)
            sign++;
        if (from == end || *sign == '\0')
            return end;
        end = from;
    }
}

/* Does the heading lead to the site's first page? */
static bool leads_home(xmlNodePtr heading)
{
    const char *target = dom_attribute(dom_find(heading, "a"), "href");
    const char *host = strstr(target, "://");
    const char *path = host != NULL ? strchr(host + 3, '/') : target;
    return host != NULL ? path == NULL || path[1] == '\0' : dom_word_in(path, " / ./ /index.html index.html ");
}

/* Does a heading below the first rank begin as the title does? */
static bool is_headed(xmlNodePtr root, const char *title, size_t length)
{
    unsigned seen = 0;
    bool found = false;
    for (xmlNodePtr node = root; node != NULL && seen < HEADINGS_MOST && !found; node = dom_next(node, root, true)) {
        if (!dom_is_one(node, " h2 h3 "))
            continue;
        struct buffer line = { 0 };
        dom_line(node, NULL, &line);
        found = length >= HEADING_LEAST && strncmp(buffer_text(&line), title, length) == 0;
        buffer_free(&line);
        seen++;
    }
    return found;
}

/* The site's name at the top of a page, which titles end with: no headline, but who publishes it. */
static void offer_site(struct page_meta *meta, xmlNodePtr root, const char *title)
{
    unsigned seen = 0;
    for (xmlNodePtr node = root; node != NULL && seen < HEADINGS_MOST; node = dom_next(node, root, true)) {
        if (!dom_is(node, "h1"))
            continue;
        struct buffer line = { 0 };
        dom_line(node, NULL, &line);
        const char *at = strstr(title, buffer_text(&line));
        if (at != NULL && at > title && at[line.length] == '\0' && !dom_is_within(node, "article") &&
            !dom_is_within(node, "main") &&
            (dom_is_within(node, "header") || leads_home(node) ||
             is_headed(root, title, before_site(title, at))))
            page_meta_offer(&meta->publisher, buffer_text(&line));
        buffer_free(&line);
        seen++;
    }
}

/* Keeps the heading, without what `is_left` says, when it is the longest so far in the title. */
static void weigh_heading(const struct page_meta *meta, const xmlNode *heading,
                          bool (*is_left)(const xmlNode *node), const char *title,
                          struct buffer *found)
{
    struct buffer line = { 0 };
    dom_line(heading, is_left, &line);
    const char *shown = buffer_text(&line);
    const char *at = line.length >= HEADING_LEAST ? strstr(title, shown) : NULL;
    if (at != NULL && line.length > found->length &&
        (meta->publisher == NULL || strcmp(shown, meta->publisher) != 0)) {
        buffer_truncate(found, 0);
        buffer_add_text(found, shown);
    }
    buffer_free(&line);
}

/* "Headline | Site", "Headline - Site", "Headline_Site": the site's name goes when the page gives
 * it elsewhere or a heading is the rest. */
static void offer_title(struct page_meta *meta, xmlNodePtr root, const char *title)
{
    struct buffer heading = { 0 };
    const char *at;
    unsigned seen = 0;
    for (xmlNodePtr node = root; node != NULL && seen < HEADINGS_MOST; node = dom_next(node, root, true)) {
        if (!dom_is(node, "h1"))
            continue;
        seen++;
        weigh_heading(meta, node, NULL, title, &heading);
        weigh_heading(meta, node, is_aside, title, &heading);
    }
    page_meta_offer(&meta->title, buffer_text(&heading));
    if (meta->publisher != NULL && (at = strstr(title, meta->publisher)) != NULL && at > title &&
        at[strlen(meta->publisher)] == '\0') {
        char *cut = xstrndup(title, before_site(title, at));
        page_meta_offer(&meta->title, cut);
        free(cut);
    }
    page_meta_offer(&meta->title, title);
    buffer_free(&heading);
}

static void read_links(struct page_meta *meta, const xmlNode *node)
{
    if (dom_is(node, "link") && strcasecmp(dom_attribute(node, "rel"), "canonical") == 0)
        page_meta_offer(&meta->source, dom_attribute(node, "href"));
    if (dom_is(node, "base"))
        page_meta_offer(&meta->base, dom_attribute(node, "href"));
}

static void read_elements(struct page_meta *meta, xmlNodePtr root, struct choice choices[FIELDS])
{
    for (xmlNodePtr node = root; node != NULL; node = dom_next(node, root, true)) {
        if (dom_is(node, "meta")) {
            weigh_meta(node, choices);
            if (strcasecmp(name_of(node), "og:type") == 0 &&
                strncasecmp(dom_attribute(node, "content"), "article", 7) == 0)
                meta->is_article = true;
        } else if (dom_is(node, "script") && node->children != NULL &&
                   strcasecmp(dom_attribute(node, "type"), "application/ld+json") == 0 &&
                   node->children->content != NULL) {
            const char *text = (const char *)node->children->content;
            linked_data_read(text, strlen(text), meta);
        } else {
            read_links(meta, node);
        }
    }
}

static void offer_byline(struct page_meta *meta, xmlNodePtr root)
{
    struct buffer text = { 0 };
    for (xmlNodePtr node = root; node != NULL && meta->author == NULL;
         node = dom_next(node, root, true)) {
        if (strcmp(dom_attribute(node, "rel"), "author") != 0 &&
            strcmp(dom_attribute(node, "itemprop"), "author") != 0)
            continue;
        buffer_truncate(&text, 0);
        dom_text(node, &text);
        if (text.length > 0 && text.length < 120)
            page_meta_offer(&meta->author, buffer_text(&text));
    }
    buffer_free(&text);
}

static void offer_time(struct page_meta *meta, xmlNodePtr root)
{
    xmlNodePtr time = meta->published == NULL ? dom_find(root, "time") : NULL;
    const char *value = time != NULL ? dom_attribute(time, "datetime") : "";
    if (value[0] == '\0' || !meta->is_article)
        return;
    char *day = page_meta_date(value);
    page_meta_offer(&meta->published, day);
    free(day);
}

/* "en_US" is written "en-US". */
static void settle_language(struct page_meta *meta)
{
    for (char *at = meta->lang; at != NULL && *at != '\0'; at++) {
        if (*at == '_')
            *at = '-';
        if (*at == ',' || *at == ';' || *at == ' ')
            *at = '\0';
    }
}

void page_head_read(struct page_meta *meta, xmlNodePtr root)
{
    struct choice choices[FIELDS] = { { NULL, 0 } };
    *meta = (struct page_meta){ 0 };
    page_meta_offer(&meta->lang, dom_attribute(root, "lang"));
    page_meta_offer(&meta->lang, dom_attribute(dom_find(root, "body"), "lang"));
    read_elements(meta, root, choices);
    for (size_t i = 0; i < FIELDS; i++) {
        char *day = NULL;
        if (choices[i].value != NULL && sources[i].field == offsetof(struct page_meta, published))
            day = page_meta_date(choices[i].value);
        if (choices[i].value != NULL)
            page_meta_offer(field_at(meta, sources[i].field), day != NULL ? day : choices[i].value);
        free(day);
    }
    struct buffer title = { 0 };
    xmlNodePtr named = dom_find(root, "title");
    if (named != NULL)
        dom_line(named, NULL, &title);
    offer_site(meta, root, buffer_text(&title));
    offer_title(meta, root, buffer_text(&title));
    buffer_free(&title);
    offer_byline(meta, root);
    offer_time(meta, root);
    settle_language(meta);
    if (meta->source != NULL && strncmp(meta->source, "http", 4) != 0) {
        free(meta->source);
        meta->source = NULL;
    }
    page_meta_offer(&meta->base, meta->source != NULL ? meta->source : "");
}
