#include "query/open_texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/worker.h"
#include "base/xalloc.h"
#include "doc/reader.h"

/* What is read before the first paint; more than the tallest screen shows. */
#define HEAD_BYTES ((size_t)256 << 10)

/* Of a larger file not even what was made of it before is looked for while the room waits. */
#define LARGE (16 << 20)

struct loader {
    struct worker thread;
    struct conversion *conversion;
    char *path;
    struct reader_wish wish;
    bool again; /* the text is whole, but old */
    struct file_stamp stamp;
    struct document *document;
    struct error error;
};

static void load_whole(void *argument)
{
    struct loader *loader = argument;
    loader->document =
        reader_open_as(loader->conversion, loader->path, &loader->wish, &loader->error);
}

static struct loader *loader_start(const struct open_texts *open_texts, const char *path, bool again)
{
    struct loader *loader = xcalloc(1, sizeof *loader);
    loader->conversion = open_texts->conversion;
    loader->path = xstrdup(path);
    loader->wish = open_texts->wish;
    loader->wish.stop = &loader->thread.stop;
    loader->again = again;
    loader->stamp = file_stamp(path);
    if (worker_start(&loader->thread, load_whole, loader))
        return loader;
    free(loader->path);
    free(loader);
    return NULL;
}

static struct document *loader_finish(struct loader *loader, struct error *error)
{
    worker_join(&loader->thread);
    struct document *document = loader->document;
    *error = loader->error;
    free(loader->path);
    free(loader);
    return document;
}

/* An entity note is called by its names. */
static char *title_of(const struct document *document, const char *name)
{
    const char *english = frontmatter_get(document->frontmatter, "names.en");
    const char *chinese = frontmatter_get(document->frontmatter, "names.zh");
    english = english != NULL && *english != '\0' ? english : NULL;
    chinese = chinese != NULL && *chinese != '\0' ? chinese : NULL;
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
    text->path = xstrdup(path);
    text->title = title_of(document, name);
    text->document = document;
    text->holds = 1;
    text->next = open_texts->texts;
    open_texts->texts = text;
    return text;
}

static struct text *find(const struct open_texts *open_texts, const char *path)
{
    for (struct text *text = open_texts->texts; text != NULL; text = text->next)
        if (text->path != NULL && strcmp(text->path, path) == 0 && text->fault == NULL)
            return text;
    return NULL;
}

static struct document *say_converting(const char *path)
{
    char *sentence = xasprintf(_("converting %s…"), file_base_name(path));
    struct document *document = reader_parse(sentence, strlen(sentence), READER_PLAIN, NULL);
    document->partial = true;
    free(sentence);
    return document;
}

struct text *open_texts_begin(struct open_texts *open_texts, const char *path, const char *name,
                              struct error *error)
{
    struct text *text = find(open_texts, path);
    if (text != NULL) {
        open_texts_hold(text);
        return text;
    }
    struct conversion *conversion = open_texts->conversion;
    struct file_stamp stamp = file_stamp(path); /* before reading: no change is missed */
    bool wished = open_texts->wish.raw || open_texts->wish.encoding[0] != '\0';
    bool converting = stamp.size > LARGE && conversion_is_hasty(conversion) &&
                      reader_converts(conversion, path);
    struct document *document = NULL;
    if (!converting) {
        document = wished ? reader_open_as(conversion, path, &open_texts->wish, error)
                          : reader_open_head(conversion, path, HEAD_BYTES, error);
        converting = document == NULL && conversion_put_off(conversion);
    }
    if (converting)
        document = say_converting(path);
    if (document == NULL)
        return NULL;
    text = add(open_texts, name, path, document);
    text->stamp = stamp;
    if (document->partial)
        text->loader = loader_start(open_texts, path, false);
    text->converting = converting && text->loader != NULL;
    return text;
}

struct text *open_texts_open(struct open_texts *open_texts, const char *path, const char *name,
                             struct error *error)
{
    struct text *text = open_texts_begin(open_texts, path, name, error);
    if (text == NULL || !text->converting)
        return text;
    open_texts_release(open_texts, text);
    error_set(error, "%s: is still being converted", file_base_name(path));
    return NULL;
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

/* What it reads is not wanted any more. */
static void drop_loader(struct text *text)
{
    struct error ignored;
    if (text->loader == NULL)
        return;
    worker_stop(&text->loader->thread);
    document_free(loader_finish(text->loader, &ignored));
    text->loader = NULL;
}

void open_texts_forget_statements(struct text *text)
{
    quotations_free(&text->statements);
    text->statements_known = false;
}

static void text_free(struct text *text)
{
    drop_loader(text);
    document_free(text->document);
    free(text->fault);
    free(text->place);
    open_texts_drop_page(text);
    mentions_free(&text->mentions);
    open_texts_forget_statements(text);
    spans_free(&text->missing);
    note_placement_free(text->placements);
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
    note_placement_free(text->placements);
    text->placements = NULL;
}

/* Returns the document that was there. */
static struct document *replace(struct text *text, struct document *document, bool retitle)
{
    struct document *old = text->document;
    text->document = document;
    if (retitle) {
        free(text->title);
        text->title = title_of(document, text->name);
    }
    mentions_free(&text->mentions);
    open_texts_forget_statements(text);
    spans_free(&text->missing);
    forget_placements(text);
    return old;
}

struct document *open_texts_complete(struct text *text, bool wait, bool *again)
{
    struct loader *loader = text->loader;
    if (loader == NULL || (!wait && !worker_has_ended(&loader->thread, false)))
        return NULL;
    struct error error;
    struct file_stamp stamp = loader->stamp;
    bool reread = loader->again;
    struct document *whole = loader_finish(loader, &error);
    text->loader = NULL;
    if (whole == NULL && text->converting)
        text->fault = xstrdup(error.text);
    if (whole == NULL) /* the file went away meanwhile: the head is what there is */
        return NULL;
    if (reread) {
        open_texts_drop_page(text);
        text->stamp = stamp;
    }
    if (again != NULL)
        *again = reread;
    bool retitle = reread || text->converting;
    text->converting = false;
    return replace(text, whole, retitle);
}

struct document *open_texts_reload(const struct open_texts *open_texts, struct text *text,
                                   struct error *error)
{
    text->stamp = file_stamp(text->path);
    struct document *fresh =
        reader_open_as(open_texts->conversion, text->path, &open_texts->wish, error);
    if (fresh != NULL || conversion_put_off(open_texts->conversion))
        drop_loader(text); /* what it reads may be older */
    if (fresh == NULL && conversion_put_off(open_texts->conversion))
        text->loader = loader_start(open_texts, text->path, !text->converting);
    if (fresh == NULL)
        return NULL;
    open_texts_drop_page(text);
    text->converting = false;
    return replace(text, fresh, true);
}
