#include "session/preview.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "language/han.h"
#include "library/local_link.h"
#include "library/target.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/core.h"
#include "session/known_names.h"
#include "text/grapheme.h"
#include "text/width.h"

#define CELLS 130 /* of a paragraph that are shown: two lines of the popup */
#define PARAGRAPHS 2

void preview_add_counts(const struct session *session, const struct article_view *view, uint32_t entity,
                        struct buffer *out)
{
    size_t here = 0;
    const struct mentions *mentions = &view->text->mentions;
    const struct mention_index *counted = known_names_counted(session);
    for (size_t i = 0; i < mentions->count; i++)
        here += mentions->items[i].entity == entity;
    if (counted == NULL) {
        buffer_add_format(out, _("%zu here"), here);
        return;
    }
    struct mention_index_count count = mention_index_count(counted, entity);
    buffer_add_format(out, _("%zu here, "), here);
    buffer_add_format(out, message_count("%zu%s in %zu article", "%zu%s in %zu articles", count.articles),
                      count.mentions, mention_index_is_done(counted) ? "" : "+", count.articles);
}

/* As much of the block as two lines hold. */
static void add_block(const struct document *document, const struct block *block, struct lookup_rows *rows)
{
    const char *text = document->text;
    size_t at = block->start;
    int cells = 0;
    while (at < block->end && cells < CELLS) {
        size_t next = grapheme_next(text, block->end, at);
        cells += (int)width_text(text + at, next - at);
        at = next;
    }
    char *words = xasprintf("%.*s%s", (int)(at - block->start), text + block->start,
                            at < block->end ? "…" : "");
    lookup_popup_add(rows, "", words, "", 0);
    free(words);
}

static bool is_prose(const struct block *block)
{
    return block->kind != BLOCK_HEADING && block->kind != BLOCK_RULE && block->end > block->start &&
           (block->flags & BLOCK_FOOTNOTE) == 0;
}

/* The first paragraphs from `index` on; of a note in two languages those in `language`, if there are any. */
static void add_beginning(const struct document *document, size_t index, enum language language,
                          size_t most, struct lookup_rows *rows)
{
    size_t added = 0;
    for (size_t i = index; i < document->block_count && added < most; i++) {
        const struct block *block = &document->blocks[i];
        if (i > index && block->kind == BLOCK_HEADING && added > 0)
            break;
        char *words = xstrndup(document->text + block->start, block->end - block->start);
        bool fits = language == LANGUAGE_UNKNOWN || han_any(words) == (language == LANGUAGE_CHINESE);
        free(words);
        if (!fits || !is_prose(block))
            continue;
        add_block(document, block, rows);
        added++;
    }
    if (added == 0 && language != LANGUAGE_UNKNOWN)
        add_beginning(document, index, LANGUAGE_UNKNOWN, most, rows);
}

/* ---- names ---- */

static void add_name(struct session *session, const struct article_view *view, uint32_t entity,
                     struct lookup_rows *rows)
{
    const struct entity_index *names = known_names_entity_index(session);
    const struct note *note = entity_index_note(names, entity);
    const char *english = entity_index_name_in(names, entity, NAME_ENGLISH);
    const char *chinese = entity_index_name_in(names, entity, NAME_CHINESE);
    struct buffer counts = { 0 };
    const char *first = *english != '\0' ? english : entity_index_name(names, entity);
    bool both = *chinese != '\0' && strcmp(first, chinese) != 0;
    char *title = xasprintf("%s%s%s", first, both ? " · " : "", both ? chinese : "");
    preview_add_counts(session, view, entity, &counts);
    lookup_popup_add(rows, title, message_text(note_type_name(entity_index_type(names, entity))),
                     buffer_text(&counts), 0);
    struct document *document = note->path != NULL ? reader_open_head(NULL, note->path, 0, NULL) : NULL;
    if (document != NULL)
        add_beginning(document, 0, view->text->document->language, 1, rows);
    document_free(document);
    buffer_free(&counts);
    free(title);
}

/* ---- links ---- */

/* The heading at block `index`, or the title, or else the name of the text; and what follows. */
static void add_text(const struct document *document, size_t index, const char *id,
                     struct lookup_rows *rows)
{
    const char *title = frontmatter_get(document->frontmatter, "title");
    const struct block *first = document->block_count > 0 ? &document->blocks[index] : NULL;
    bool headed = first != NULL && first->kind == BLOCK_HEADING && (index > 0 || title == NULL);
    char *words = headed ? xstrndup(document->text + first->start, first->end - first->start)
                         : xstrdup(title != NULL ? title : id);
    lookup_popup_add(rows, words, "", strcmp(words, id) != 0 ? id : "", 0);
    if (first != NULL)
        add_beginning(document, index, LANGUAGE_UNKNOWN, PARAGRAPHS, rows);
    free(words);
}

/* The text of a file, from the heading on if one is named. */
static void add_file(struct session *session, const char *path, const char *id, const char *heading,
                     struct lookup_rows *rows)
{
    struct error error = { "" };
    size_t offset = 0;
    if (file_is_folder(path) || reader_converts(session->open_texts.conversion, path)) {
        lookup_popup_add(rows, id, "", _("Enter opens it"), 0);
        return;
    }
    struct document *document = reader_open_head(NULL, path, 0, &error);
    if (document == NULL) {
        lookup_popup_add(rows, "", "", error.text, 0);
        return;
    }
    bool found = heading != NULL && local_link_heading(document, heading, &offset);
    add_text(document, found ? document_block_at(document, offset) : 0, id, rows);
    document_free(document);
}

static void add_note_link(struct session *session, const struct article_view *view,
                          const struct link *link, struct lookup_rows *rows)
{
    const struct entity_index *names = known_names_entity_index(session);
    struct target target = { 0 };
    struct error error = { "" };
    const char *mark = strrchr(link->target, '#');
    if (!known_names_follow(session, view->text, link->target, &target, &error)) {
        lookup_popup_add(rows, "", "", error.text, 0);
        return;
    }
    uint32_t entity = names != NULL ? entity_index_by_path(names, target.path) : NAMES_NONE;
    if (entity != NAMES_NONE)
        add_name(session, view, entity, rows);
    else
        add_file(session, target.path, target.id, mark != NULL ? mark + 1 : NULL, rows);
    target_free(&target);
}

static void add_local(struct session *session, const struct text *text, const struct link *link,
                      struct lookup_rows *rows)
{
    struct local_target target;
    struct error error = { "" };
    const char *path = text->path != NULL ? text->path : ".";
    if (!local_link_resolve(text->document, path, link->target, &target, &error)) {
        lookup_popup_add(rows, "", "", error.text, 0);
        return;
    }
    if (target.path == NULL)
        add_text(text->document, document_block_at(text->document, target.offset), text->name, rows);
    else
        add_file(session, target.path, file_base_name(target.path), target.heading, rows);
    local_target_free(&target);
}

static void add_link(struct session *session, const struct article_view *view,
                     const struct link *link, struct lookup_rows *rows)
{
    const struct document *document = view->text->document;
    if (link->kind == LINK_PLACE && document->block_count > 0)
        add_block(document, &document->blocks[document_block_at(document, link->place)], rows);
    else if (link->kind == LINK_NOTE)
        add_note_link(session, view, link, rows);
    else if (link->kind == LINK_URL && local_link_is_local(link->target))
        add_local(session, view->text, link, rows);
    else if (link->kind == LINK_URL)
        lookup_popup_add(rows, "", link->target, _("gx opens it in the browser"), 0);
}

void preview_add(struct session *session, const struct article_view *view, struct lookup_rows *rows)
{
    const struct mention *mention = article_view_mention(view);
    const struct link *link = document_link_at(view->text->document, view->cursor);
    if (mention != NULL && known_names_entity_index(session) != NULL)
        add_name(session, view, mention->entity, rows);
    else if (link != NULL)
        add_link(session, view, link, rows);
}
