#include "convert/epub.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "convert/dom.h"
#include "convert/epub_contents.h"
#include "convert/html.h"
#include "convert/page_meta.h"

#define PAGE_DEPTH 250
#define LANGUAGE_SAMPLE ((size_t)1 << 16) /* bytes of the text that show its language */

struct page {
    const char *path; /* of the package's file */
    xmlDocPtr doc;
    xmlNodePtr body;
    bool linear;
};

struct book {
    const struct package *package;
    char *path; /* of the OPF */
    xmlDocPtr opf;
    struct {
        struct page *items;
        size_t count;
        size_t capacity;
    } pages;
    struct page_weights weights;
    struct html_links links;
};

bool epub_is(const struct package *package)
{
    return package_find(package, "META-INF/container.xml") != NULL;
}

static char *find_opf(const struct package *package)
{
    const struct package_file *file = package_find(package, "META-INF/container.xml");
    xmlDocPtr doc = file != NULL ? dom_read_xml(file->bytes, file->length) : NULL;
    xmlNodePtr root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    xmlNodePtr rootfile = root != NULL ? dom_find(root, "rootfile") : NULL;
    const char *path = dom_attribute(rootfile, "full-path");
    char *copy = *path != '\0' ? html_links_join("", path, strlen(path)) : NULL;
    xmlFreeDoc(doc);
    for (size_t i = 0; copy == NULL && i < package->count; i++) {
        const char *dot = strrchr(package->items[i].name, '.');
        if (dot != NULL && strcmp(dot, ".opf") == 0)
            copy = xstrdup(package->items[i].name);
    }
    return copy;
}

static const struct package_file *file_at(const struct book *book, const char *href)
{
    char *path = html_links_join(book->path, href, strcspn(href, "#"));
    const struct package_file *file = package_find(book->package, path);
    free(path);
    return file;
}

static const xmlNode *find_item(xmlNodePtr manifest, const char *id)
{
    const xmlNode *item = manifest != NULL ? manifest->children : NULL;
    while (item != NULL && (!dom_is(item, "item") || strcmp(dom_attribute(item, "id"), id) != 0))
        item = item->next;
    return item;
}

static void add_page(struct book *book, const xmlNode *item, bool linear)
{
    const char *type = dom_attribute(item, "media-type");
    const struct package_file *file = file_at(book, dom_attribute(item, "href"));
    if (file == NULL || (strstr(type, "html") == NULL && *type != '\0' && strstr(type, "xml") == NULL) ||
        dom_word_in("nav", dom_attribute(item, "properties")))
        return;
    for (size_t i = 0; i < book->pages.count; i++) {
        if (book->pages.items[i].path == file->name)
            return;
    }
    xmlDocPtr doc = dom_read_html(file->bytes, file->length);
    xmlNodePtr root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    if (root == NULL) {
        xmlFreeDoc(doc);
        return;
    }
    dom_flatten(root, PAGE_DEPTH);
    xmlNodePtr body = dom_find(root, "body");
    VECTOR_PUSH(&book->pages,
                (struct page){ file->name, doc, body != NULL ? body : root, linear });
}

/* Those that are not in line, notes for the most part, come last. */
static void read_spine(struct book *book, xmlNodePtr root)
{
    xmlNodePtr manifest = dom_find(root, "manifest");
    xmlNodePtr spine = dom_find(root, "spine");
    for (int turn = 0; spine != NULL && turn < 2; turn++) {
        for (const xmlNode *ref = spine->children; ref != NULL; ref = ref->next) {
            bool aside = strcmp(dom_attribute(ref, "linear"), "no") == 0;
            const xmlNode *item = dom_is(ref, "itemref") && aside == (turn == 1)
                                      ? find_item(manifest, dom_attribute(ref, "idref")) : NULL;
            if (item != NULL)
                add_page(book, item, !aside);
        }
    }
}

static xmlNodePtr look_up(void *context, const char *path, const char *href)
{
    struct book *book = context;
    char *id = html_links_inner(&book->links, path, href);
    xmlNodePtr node = id != NULL && book->links.ids != NULL
                          ? xmlHashLookup(book->links.ids, (const xmlChar *)id) : NULL;
    free(id);
    return node;
}

static void apply_contents(struct book *book, xmlNodePtr root)
{
    xmlNodePtr manifest = dom_find(root, "manifest");
    const xmlNode *found = NULL;
    for (const xmlNode *item = manifest != NULL ? manifest->children : NULL; item != NULL;
         item = item->next) {
        if (dom_word_in("nav", dom_attribute(item, "properties")) ||
            (found == NULL &&
             strcmp(dom_attribute(item, "media-type"), "application/x-dtbncx+xml") == 0))
            found = item;
    }
    const struct package_file *file = found != NULL ? file_at(book, dom_attribute(found, "href")) : NULL;
    if (file == NULL)
        return;
    bool page = dom_word_in("nav", dom_attribute(found, "properties"));
    xmlDocPtr doc = page ? dom_read_html(file->bytes, file->length)
                         : dom_read_xml(file->bytes, file->length);
    xmlNodePtr contents = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    if (contents != NULL)
        epub_contents_apply(contents, file->name, look_up, book);
    xmlFreeDoc(doc);
}

static void add_meta(const xmlNode *metadata, const char *name, char **field, bool all)
{
    struct buffer text = { 0 };
    for (const xmlNode *node = metadata->children; node != NULL; node = node->next) {
        if (!dom_is(node, name) || (text.length > 0 && !all))
            continue;
        if (text.length > 0)
            buffer_add_text(&text, ", ");
        dom_text(node, &text);
    }
    page_meta_offer(field, buffer_text(&text));
    buffer_free(&text);
}

static void write_meta(const struct book *book, xmlNodePtr root, struct stream *stream)
{
    struct page_meta meta = { 0 };
    struct buffer words = { 0 };
    char *date = NULL;
    xmlNodePtr metadata = dom_find(root, "metadata");
    if (metadata == NULL)
        return;
    add_meta(metadata, "title", &meta.title, false);
    add_meta(metadata, "creator", &meta.author, true);
    add_meta(metadata, "language", &meta.lang, false);
    add_meta(metadata, "publisher", &meta.publisher, false);
    add_meta(metadata, "date", &date, false);
    add_meta(metadata, "source", &meta.source, false);
    if (date != NULL)
        meta.published = page_meta_date(date);
    if (meta.source != NULL && strncmp(meta.source, "http", 4) != 0)
        meta.source[0] = '\0';
    for (size_t i = 0; i < book->pages.count && words.length < LANGUAGE_SAMPLE; i++)
        dom_text(book->pages.items[i].body, &words);
    page_meta_write(&meta, page_meta_language(&meta, &words), stream);
    buffer_free(&words);
    page_meta_free(&meta);
    free(date);
}

/* The text without blanks, which two pages may set otherwise. */
static void squeeze(const xmlNode *node, struct buffer *out)
{
    struct buffer text = { 0 };
    dom_text(node, &text);
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] > ' ')
            buffer_add_byte(out, text.data[i]);
    buffer_free(&text);
}

/* A title page that says no more than the heading of the page after it. */
static bool is_said_again(xmlNodePtr page, xmlNodePtr next)
{
    xmlNodePtr heading = dom_find(next, "h1");
    struct buffer texts[3] = { { 0 } };
    squeeze(page, &texts[0]);
    squeeze(next, &texts[1]);
    if (heading != NULL)
        squeeze(heading, &texts[2]);
    size_t length = texts[0].length;
    bool again = length > 0 && texts[2].length == length && texts[1].length > length &&
                 memcmp(texts[0].data, texts[1].data, length) == 0 &&
                 memcmp(texts[0].data, texts[2].data, length) == 0 && dom_find(page, "img") == NULL;
    for (size_t i = 0; i < 3; i++)
        buffer_free(&texts[i]);
    return again;
}

static void write_pages(struct book *book, struct stream *stream)
{
    size_t first = book->pages.count > 1 &&
                   is_said_again(book->pages.items[0].body, book->pages.items[1].body);
    html_links_begin(&book->links, &book->weights);
    book->links.is_book = true;
    for (size_t i = 0; i < book->pages.count; i++)
        html_links_add(&book->links, book->pages.items[i].body, book->pages.items[i].path);
    apply_contents(book, xmlDocGetRootElement(book->opf));
    for (size_t i = 0; i < book->pages.count; i++)
        page_weights_take(&book->weights, book->pages.items[i].body);
    for (size_t i = 0; i < book->pages.count; i++)
        html_links_resolve(&book->links, book->pages.items[i].body, book->pages.items[i].path);
    for (size_t i = first; i < book->pages.count; i++)
        html_write(&book->links, book->pages.items[i].body, book->pages.items[i].path, stream);
}

static void free_book(struct book *book)
{
    html_links_free(&book->links);
    page_weights_free(&book->weights);
    for (size_t i = 0; i < book->pages.count; i++)
        xmlFreeDoc(book->pages.items[i].doc);
    free(book->pages.items);
    xmlFreeDoc(book->opf);
    free(book->path);
}

bool epub_convert(const struct package *package, struct stream *stream, struct error *error)
{
    struct book book = { .package = package, .path = find_opf(package) };
    const struct package_file *opf = book.path != NULL ? package_find(package, book.path) : NULL;
    book.opf = opf != NULL ? dom_read_xml(opf->bytes, opf->length) : NULL;
    xmlNodePtr root = book.opf != NULL ? xmlDocGetRootElement(book.opf) : NULL;
    if (root != NULL)
        read_spine(&book, root);
    bool ok = book.pages.count > 0;
    if (ok) {
        write_meta(&book, root, stream);
        write_pages(&book, stream);
    } else {
        error_set(error, "it is an e-book without pages");
    }
    free_book(&book);
    return ok;
}
