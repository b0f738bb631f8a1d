#include "query/open_texts.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/reader.h"

/* What is read before the first paint; more than the tallest screen shows. */
#define HEAD_BYTES ((size_t)256 << 10)

struct loader {
    pthread_t thread;
    char *path;
    struct document *document;
    atomic_bool done;
};

static void *load_whole(void *argument)
{
    struct loader *loader = argument;
    loader->document = reader_open(loader->path, NULL);
    atomic_store(&loader->done, true);
    return NULL;
}

static struct loader *loader_start(const char *path)
{
    struct loader *loader = xcalloc(1, sizeof *loader);
    loader->path = xstrdup(path);
    atomic_init(&loader->done, false);
    if (pthread_create(&loader->thread, NULL, load_whole, loader) == 0)
        return loader;
    free(loader->path);
    free(loader);
    return NULL;
}

static struct document *loader_finish(struct loader *loader)
{
    pthread_join(loader->thread, NULL);
    struct document *document = loader->document;
    free(loader->path);
    free(loader);
    return document;
}

/* An entity note is called by its names. */
static char *title_of(const struct document *document, const char *name)
{
    const char *english = frontmatter_get(document->frontmatter, "names.en");
    const char *chinese = frontmatter_get(document->frontmatter, "names.zh");
    if (english != NULL && chinese != NULL && strcmp(english, chinese) != 0)
        return xasprintf("%s · %s", english, chinese);
    if (english != NULL || chinese != NULL)
        return xstrdup(english != NULL ? english : chinese);
    char *title = document_title(document);
    if (*title != '\0')
        return title;
    free(title);
    return xstrdup(file_base_name(name));
}

static struct text *add(struct open_texts *open_texts, const char *name, const char *path,
                        struct document *document)
{
    struct text *text = xcalloc(1, sizeof *text);
    text->name = xstrdup(name);
    text->path = path != NULL ? xstrdup(path) : NULL;
    text->title = title_of(document, name);
    text->document = document;
    text->holds = 1;
    text->next = open_texts->texts;
    open_texts->texts = text;
    return text;
}

struct text *open_texts_open(struct open_texts *open_texts, const char *path, const char *name,
                             struct error *error)
{
    for (struct text *text = open_texts->texts; text != NULL; text = text->next) {
        if (text->path != NULL && strcmp(text->path, path) == 0) {
            text->holds++;
            return text;
        }
    }
    struct file_stamp stamp = file_stamp(path); /* before reading: no change is missed */
    bool wished = open_texts->wish.raw || open_texts->wish.encoding[0] != '\0';
    struct document *document = wished ? reader_open_as(path, &open_texts->wish, error)
                                       : reader_open_head(path, HEAD_BYTES, error);
    if (document == NULL)
        return NULL;
    struct text *text = add(open_texts, name, path, document);
    text->stamp = stamp;
    if (document->partial)
        text->loader = loader_start(path);
    return text;
}

struct text *open_texts_adopt(struct open_texts *open_texts, const char *name,
                              struct document *document)
{
    return add(open_texts, name, NULL, document);
}

void open_texts_hold(struct text *text)
{
    text->holds++;
}

void open_texts_drop_page(struct text *text)
{
    if (text->page != NULL)
        text->page_free(text->page);
    text->page = NULL;
}

static void text_free(struct text *text)
{
    if (text->loader != NULL)
        document_free(loader_finish(text->loader));
    document_free(text->document);
    open_texts_drop_page(text);
    mentions_free(&text->mentions);
    spans_free(&text->missing);
    placements_free(text->placements);
    free(text->name);
    free(text->path);
    free(text->title);
    free(text);
}

void open_texts_release(struct open_texts *open_texts, struct text *text)
{
    if (text == NULL || --text->holds > 0)
        return;
    struct text **link = &open_texts->texts;
    while (*link != text)
        link = &(*link)->next;
    *link = text->next;
    text_free(text);
}

struct text *open_texts_walk(struct open_texts *open_texts, struct text *held)
{
    struct text *next = held != NULL ? held->next : open_texts->texts;
    if (next != NULL)
        open_texts_hold(next);
    open_texts_release(open_texts, held);
    return next;
}

void open_texts_free(struct open_texts *open_texts)
{
    while (open_texts->texts != NULL) {
        struct text *next = open_texts->texts->next;
        text_free(open_texts->texts);
        open_texts->texts = next;
    }
}

bool open_texts_is_busy(const struct open_texts *open_texts)
{
    for (const struct text *text = open_texts->texts; text != NULL; text = text->next)
        if (text->loader != NULL)
            return true;
    return false;
}

static void forget_placements(struct text *text)
{
    placements_free(text->placements);
    text->placements = NULL;
}

struct document *open_texts_complete(struct text *text, bool wait)
{
    if (text->loader == NULL || (!wait && !atomic_load(&text->loader->done)))
        return NULL;
    struct document *whole = loader_finish(text->loader);
    text->loader = NULL;
    if (whole == NULL) /* the file went away meanwhile: the head is what there is */
        return NULL;
    struct document *head = text->document;
    text->document = whole;
    mentions_free(&text->mentions);
    spans_free(&text->missing);
    forget_placements(text);
    return head;
}

struct document *open_texts_reload(const struct open_texts *open_texts, struct text *text,
                                   struct error *error)
{
    text->stamp = file_stamp(text->path);
    struct document *fresh = reader_open_as(text->path, &open_texts->wish, error);
    if (fresh == NULL)
        return NULL;
    open_texts_drop_page(text);
    if (text->loader != NULL) { /* what it reads may be older */
        document_free(loader_finish(text->loader));
        text->loader = NULL;
    }
    struct document *old = text->document;
    text->document = fresh;
    free(text->title);
    text->title = title_of(fresh, text->name);
    mentions_free(&text->mentions);
    spans_free(&text->missing);
    forget_placements(text);
    return old;
}
