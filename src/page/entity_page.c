#include "page/entity_page.h"

#include <stdlib.h>
#include <string.h>

#include "page/kwic_row.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/joining.h"
#include "doc/reader.h"
#include "entity/kwic.h"

#define PAGE_BUDGET ((size_t)256 << 20)

struct context {
    size_t article; /* of the mention index */
    struct span mention;
    size_t text;    /* in `texts`: left, key, right, one after another */
    uint32_t left, key, right; /* their bytes */
    size_t block;   /* of the page composed last */
};

struct entity_page {
    struct mention_index *mention_index;
    const struct entity_index *entity_index;
    uint32_t entity;
    struct document *note;
    struct context *items;
    size_t count;
    size_t capacity;
    struct buffer texts;
    size_t next;       /* article to read */
    unsigned long age; /* of the mention index when reading began */
    bool composed;
    size_t composed_count;
    bool composed_done;
    size_t first_block; /* of the rows, in the page composed last */
    struct {
        size_t *items; /* by block from first_block on: its context, a heading's first one */
        size_t count;
        size_t capacity;
    } rows;
    size_t index; /* offset of “Mentioned in” */
};

struct entity_page *entity_page_new(struct mention_index *mention_index,
                                    const struct entity_index *entity_index, uint32_t entity,
                                    struct document *note)
{
    struct entity_page *page = xcalloc(1, sizeof *page);
    page->mention_index = mention_index;
    page->entity_index = entity_index;
    page->entity = entity;
    page->note = note;
    page->age = mention_index_revision(mention_index);
    return page;
}

void entity_page_free(struct entity_page *page)
{
    if (page == NULL)
        return;
    document_free(page->note);
    buffer_free(&page->texts);
    free(page->items);
    free(page->rows.items);
    free(page);
}

uint32_t entity_page_entity(const struct entity_page *page)
{
    return page->entity;
}

static void add_context(struct entity_page *page, size_t article, const struct document *document,
                        struct span mention)
{
    struct kwic kwic = kwic_around(document, mention, CONTEXT_LEFT, CONTEXT_RIGHT);
    struct context context = { .article = article, .mention = mention,
                               .text = page->texts.length };
    kwic_add(&page->texts, document, kwic.left);
    context.left = (uint32_t)(page->texts.length - context.text);
    kwic_add(&page->texts, document, kwic.key);
    context.key = (uint32_t)(page->texts.length - context.text) - context.left;
    kwic_add(&page->texts, document, kwic.right);
    context.right = (uint32_t)(page->texts.length - context.text) - context.left - context.key;
    VECTOR_PUSH(page, context);
}

static void read_article(struct entity_page *page, size_t index)
{
    size_t count;
    const struct mention_index_article *article =
        &mention_index_articles(page->mention_index, &count)[index];
    if (mention_index_first_in(article, page->entity) == NULL)
        return;
    struct document *document = reader_open(mention_index_conversion(page->mention_index), article->path, NULL);
    for (size_t i = 0; document != NULL && i < article->mentions.count; i++) {
        const struct mention *mention = &article->mentions.items[i];
        if (mention->entity == page->entity && page->count < ENTITY_PAGE_ROWS &&
            mention->end <= document->length)
            add_context(page, index, document, (struct span){ mention->start, mention->end });
    }
    document_free(document);
}

static void begin_anew(struct entity_page *page)
{
    page->count = 0;
    buffer_truncate(&page->texts, 0);
    page->next = 0;
    page->composed_count = 0;
    page->composed_done = false;
    page->age = mention_index_revision(page->mention_index);
}

bool entity_page_step(struct entity_page *page)
{
    if (page->age != mention_index_revision(page->mention_index))
        begin_anew(page);
    size_t count;
    const struct mention_index_article *articles =
        mention_index_articles(page->mention_index, &count);
    size_t read = mention_index_read(page->mention_index);
    /* Articles without a mention cost nothing: on to the next one that has some. */
    while (page->next < read && mention_index_first_in(&articles[page->next], page->entity) == NULL)
        page->next++;
    if (page->next >= read)
        return false;
    read_article(page, page->next++);
    return true;
}

bool entity_page_is_done(const struct entity_page *page)
{
    size_t count;
    mention_index_articles(page->mention_index, &count);
    return page->next >= count && page->age == mention_index_revision(page->mention_index);
}

bool entity_page_is_due(const struct entity_page *page)
{
    if (!page->composed || (entity_page_is_done(page) && !page->composed_done))
        return true;
    return page->count >= 40 && page->count >= page->composed_count * 2;
}

/* ---- composing ---- */

static void add_heading(struct builder *builder, const struct note *note)
{
    const char *english = note_name(note, NAME_ENGLISH);
    const char *chinese = note_name(note, NAME_CHINESE);
    const char *first = english != NULL ? english : chinese != NULL ? chinese : note->file_name;
    builder_open(builder, (struct block){ .kind = BLOCK_HEADING, .level = 1 });
    kwic_row_line(builder, first, 0);
    if (english != NULL && chinese != NULL && strcmp(english, chinese) != 0) {
        builder_text(builder, " · ", strlen(" · "), 0);
        kwic_row_line(builder, chinese, 0);
    }
    builder_close(builder);
}

static void add_names(struct buffer *line, const struct note *note, enum name_kind kind,
                      const char *label)
{
    bool any = false;
    for (size_t i = 0; i < note->count; i++) {
        if (note->items[i].kind != kind)
            continue;
        buffer_add_format(line, "%s%s", any ? ", " : line->length > 0 ? " · " : "",
                          any ? "" : label);
        buffer_add_text(line, note->items[i].text);
        any = true;
    }
}

static void add_value(struct buffer *line, const struct note *note, const char *key)
{
    const char *value = frontmatter_get(&note->matter, key);
    if (value != NULL && *value != '\0')
        buffer_add_format(line, "%s%s %s", line->length > 0 ? " · " : "", message_text(key), value);
}

static void add_facts(struct builder *builder, const struct entity_page *page)
{
    const struct note *note = entity_index_note(page->entity_index, page->entity);
    struct buffer line = { 0 };
    buffer_add_text(&line, _(note_type_name(entity_index_type(page->entity_index, page->entity))));
    add_names(&line, note, NAME_ALIAS, _("also "));
    add_names(&line, note, NAME_SHORT, _("short "));
    add_value(&line, note, N_("since"));
    add_value(&line, note, N_("until"));
    builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH });
    kwic_row_line(builder, buffer_text(&line), STYLE_EMPHASIS);
    builder_close(builder);
    buffer_free(&line);
}

/* Whether an earlier link of the document leads where this one does. */
static bool was_linked(const struct document *document, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (document->links[i].kind == LINK_NOTE &&
            strcmp(document->links[i].target, document->links[index].target) == 0)
            return true;
    return false;
}

/* A link to an article is no link to a note: its facts cite it. */
static bool is_cited_article(const struct entity_page *page, const char *target)
{
    size_t count;
    mention_index_articles(page->mention_index, &count);
    return mention_index_by_id(page->mention_index, target) < count;
}

#define LEADS_MOST 60

static void add_leads(struct builder *builder, const struct entity_page *page)
{
    const struct document *note = page->note;
    size_t added = 0;
    builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH });
    for (size_t i = 0; i < note->link_count && added < LEADS_MOST; i++) {
        const struct link *link = &note->links[i];
        if (link->kind != LINK_NOTE || was_linked(note, i) ||
            is_cited_article(page, link->target))
            continue;
        const char *before = added++ == 0 ? _("Leads to ") : " · ";
        builder_text(builder, before, strlen(before), STYLE_EMPHASIS);
        builder_link_begin(builder, LINK_NOTE, xstrdup(link->target), 0);
        builder_text(builder, note->text + link->span.start, link->span.end - link->span.start, 0);
        builder_link_end(builder);
    }
    builder_close(builder);
}

static void add_index_heading(struct builder *builder, struct entity_page *page)
{
    struct mention_index_count total = mention_index_count(page->mention_index, page->entity);
    builder_open(builder, (struct block){ .kind = BLOCK_HEADING, .level = 2 });
    page->index = builder->text.length;
    builder_text(builder, _("Mentioned in"), strlen(_("Mentioned in")), 0);
    builder_close(builder);
    struct buffer line = { 0 };
    buffer_add_format(&line, message_count("%zu mention", "%zu mentions", total.mentions), total.mentions);
    buffer_add_format(&line, message_count(" in %zu article", " in %zu articles", total.articles),
                      total.articles);
    buffer_add_text(&line, !entity_page_is_done(page)     ? _(", counting")
                           : page->count < total.mentions ? _("; not all are shown")
                                                          : "");
    builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH });
    builder_text(builder, line.data, line.length, STYLE_EMPHASIS);
    builder_close(builder);
    buffer_free(&line);
}

static void add_article(struct builder *builder, const struct mention_index_article *article,
                        size_t mentions, size_t first)
{
    const struct context_article heading = { article->id, article->title, article->publisher,
                                             article->published, mentions, first };
    kwic_row_article(builder, &heading);
}

static void add_row(struct builder *builder, const struct entity_page *page,
                    const struct context *context, const struct mention_index_article *article,
                    bool first)
{
    const size_t lengths[3] = { context->left, context->key, context->right };
    kwic_row_add(builder, article->id, context->mention.start, page->texts.data + context->text,
                 lengths, first);
}

static void remember_row(struct entity_page *page, size_t block, size_t item)
{
    while (page->rows.count < block - page->first_block) /* a very long title is cut in blocks */
        VECTOR_PUSH(&page->rows, SIZE_MAX);
    VECTOR_PUSH(&page->rows, item);
}

static void add_rows(struct builder *builder, struct entity_page *page)
{
    size_t count;
    const struct mention_index_article *articles =
        mention_index_articles(page->mention_index, &count);
    page->first_block = builder->blocks.count;
    page->rows.count = 0;
    for (size_t i = 0; i < page->count; i++) {
        struct context *context = &page->items[i];
        const struct mention_index_article *article = &articles[context->article];
        bool first = i == 0 || page->items[i - 1].article != context->article;
        if (first) {
            remember_row(page, builder->blocks.count, i);
            add_article(builder, article, mention_index_count_in(article, page->entity),
                        context->mention.start);
        }
        context->block = builder->blocks.count;
        remember_row(page, context->block, i);
        add_row(builder, page, context, article, first);
    }
}

struct document *entity_page_compose(struct entity_page *page, struct span *own)
{
    const struct note *note = entity_index_note(page->entity_index, page->entity);
    struct builder builder;
    builder_begin(&builder, PAGE_BUDGET);
    add_heading(&builder, note);
    add_facts(&builder, page);
    own->start = builder.text.length;
    joining_add(&builder, page->note);
    add_leads(&builder, page);
    own->end = builder.text.length;
    add_index_heading(&builder, page);
    add_rows(&builder, page);
    struct document *document = builder_end(&builder);
    frontmatter_copy(document->frontmatter, page->note->frontmatter);
    document->language = page->note->language;
    document->repaired = page->note->repaired;
    page->composed = true;
    page->composed_count = page->count;
    page->composed_done = entity_page_is_done(page);
    return document;
}

size_t entity_page_index(const struct entity_page *page)
{
    return page->index;
}

bool entity_page_place(const struct entity_page *page, size_t block, struct note_place *place)
{
    if (block < page->first_block || block - page->first_block >= page->rows.count)
        return false;
    size_t item = page->rows.items[block - page->first_block];
    if (item == SIZE_MAX)
        return false;
    size_t count;
    const struct mention_index_article *articles =
        mention_index_articles(page->mention_index, &count);
    const struct context *context = &page->items[item];
    *place = (struct note_place){ articles[context->article].id, articles[context->article].path,
                                  context->mention };
    return true;
}

size_t entity_page_row(const struct entity_page *page, const char *path, size_t offset)
{
    size_t count;
    const struct mention_index_article *articles =
        mention_index_articles(page->mention_index, &count);
    for (size_t i = 0; i < page->count && i < page->composed_count; i++)
        if (page->items[i].mention.start == offset &&
            strcmp(articles[page->items[i].article].path, path) == 0)
            return page->items[i].block;
    return 0;
}
