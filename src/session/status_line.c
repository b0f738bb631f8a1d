#include "session/status_line.h"

#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "doc/encoding.h"
#include "query/entity_index.h"
#include "session/core.h"
#include "session/follow_file.h"
#include "session/known_names.h"
#include "session/note_marks.h"
#include "session/preview.h"
#include "session/search.h"
#include "session/selecting.h"
#include "session/short_name.h"
#include "session/sync_figures.h"
#include "session/sync_status.h"
#include "text/sanitize.h"

#define NARROW 60 /* columns of a room where a figure and how the panes hang together are too much */
#define HELP_CELLS 8 /* that the way to the help may take */

static void add_language(const struct document *document, char *out, size_t size)
{
    const char *lang = frontmatter_get(document->frontmatter, "lang");
    if (lang == NULL && frontmatter_get(document->frontmatter, "names.en") != NULL)
        lang = frontmatter_get(document->frontmatter, "type"); /* a note is in both */
    if (lang == NULL)
        lang = document->language == LANGUAGE_CHINESE ? "zh"
               : document->language == LANGUAGE_ENGLISH ? "en" : "";
    if (message_text(lang) != lang) { /* a type of notes, not a word of the file's own */
        snprintf(out, size, "%s", message_text(lang));
        return;
    }
    size_t length = 0;
    while (lang[length] != '\0' && length + 1 < size && length < 12 &&
           (unsigned char)lang[length] > 0x20 && (unsigned char)lang[length] < 0x7F)
        length++;
    memcpy(out, lang, length);
    out[length] = '\0';
}

void status_right(const struct pane *pane, char out[STATUS_RIGHT])
{
    char language[16] = "";
    char number[24] = "-";
    add_language(pane->view->text->document, language, sizeof language);
    if (pane->shared_count > 0 && pane->shared_number > 0)
        snprintf(number, sizeof number, "%zu", pane->shared_number);
    if (pane->shared_count > 0)
        snprintf(out, STATUS_RIGHT, "⇄ %s/%zu %s", number, pane->shared_count, language);
    else
        memcpy(out, language, sizeof language);
}

static void add_clean(struct buffer *out, const char *text)
{
    sanitize_line(out, text, strlen(text));
}

/* The heading that the cursor's text stands under, NULL when there is none but the title. */
static const struct block *section(const struct document *document, size_t cursor)
{
    if (document->block_count == 0)
        return NULL;
    for (size_t i = document_block_at(document, cursor) + 1, looked = 0; i-- > 0; looked++) {
        if (document->blocks[i].kind == BLOCK_HEADING)
            return document->blocks[i].level > 1 ? &document->blocks[i] : NULL;
        if (looked > 250) /* far below any heading: not worth the time of every key */
            return NULL;
    }
    return NULL;
}

/* OpenSky · company · 9 here, 31 in 6 articles */
static void add_mention(const struct session *session, const struct article_view *view,
                        const struct mention *mention, struct buffer *out)
{
    const struct entity_index *names = known_names_entity_index(session);
    const char *type = note_type_name(entity_index_type(names, mention->entity));
    add_clean(out, entity_index_name(names, mention->entity));
    buffer_add_format(out, "%s%s · ", *type != '\0' ? " · " : "", message_text(type));
    preview_add_counts(session, view, mention->entity, out);
    buffer_add_text(out, mention->uncertain ? _(" · uncertain") : "");
}

static void add_context(const struct session *session, const struct article_view *view,
                        struct buffer *out)
{
    const struct document *document = view->text->document;
    const struct link *link = document_link_at(document, view->cursor);
    if (link != NULL && link->kind != LINK_PLACE) {
        buffer_add_text(out, "→ ");
        add_clean(out, link->target);
        if (known_names_is_missing(view->text, link))
            buffer_add_text(out, _(" · no such note"));
        return;
    }
    const struct mention *mention = article_view_mention(view);
    if (mention != NULL && known_names_entity_index(session) != NULL) {
        add_mention(session, view, mention, out);
        return;
    }
    const struct block *heading = section(document, view->cursor);
    if (heading == NULL) {
        encoding_brief(document, out);
        return;
    }
    buffer_add_text(out, "§ ");
    sanitize_line(out, document->text + heading->start, heading->end - heading->start);
}

/* The note under the cursor, then what stands there. */
static void add_place(struct session *session, const struct article_view *view, struct buffer *out)
{
    size_t before = out->length;
    note_marks_status(session, out);
    if (out->length > before)
        buffer_add_text(out, "  ");
    add_context(session, view, out);
}

static void add_pending(const struct pending *pending, struct buffer *out)
{
    char name[KEY_NAME_SIZE];
    if (pending->count == 0 && pending->number == 0 && pending->wants_key == NULL)
        return;
    if (out->length > 0)
        buffer_add_text(out, "  ");
    if (pending->number > 0)
        buffer_add_format(out, "%ld", pending->number);
    for (size_t i = 0; i < pending->count; i++)
        buffer_add_format(out, "%s%s", i > 0 ? " " : "", key_name(pending->keys[i], name));
    if (pending->wants_key != NULL)
        buffer_add_format(out, "%s …", message_text(pending->wants_key->name));
}

static void add_progress(struct buffer *out, int percent)
{
    buffer_add_text(out, "  ");
    buffer_add_number(out, (unsigned long)percent);
    buffer_add_byte(out, '%');
}

static void add_known(struct session *session, const struct article_view *view, struct buffer *middle,
                      struct buffer *right)
{
    bool figure = sync_figures_status(session, middle);
    if (!figure)
        add_place(session, view, middle);
    if (!figure || session->columns >= NARROW)
        sync_status(session, figure, session->columns * 2 / 3 - HELP_CELLS, right);
}

void status_text(struct session *session, const struct pane *pane, struct buffer *left,
                 struct buffer *middle, struct buffer *right)
{
    struct article_view *view = pane->view;
    int most = session->columns / 2;
    short_name_add(left, view->text->name, most > 8 ? most : 8);
    if (view->text->converting)
        buffer_add_text(left, _("  converting"));
    else if (view->text->document->partial)
        buffer_add_text(left, _("  reading"));
    else
        add_progress(left, article_view_progress(view));
    if (follow_file_is_on(session, pane))
        buffer_add_text(left, _("  following"));
    if (view->visible != NULL)
        buffer_add_format(left, _("  & %zu of %zu paragraphs"), view->visible_count,
                          view->text->document->block_count);
    if (selecting_is_on(session)) /* what may be done with it takes the room of what is known there */
        selecting_status(session, middle);
    else
        add_known(session, view, middle, right);
    if (right->length > 0)
        buffer_add_text(right, "  ");
    search_status(session, view, right);
}

const char *status_hint(const struct session *session)
{
    const struct view_ops *view = session_top_view(session, session->panes.focus);
    return view->mode == KEYMAP_READ ? session->hint : NULL;
}

void status_parts(struct session *session, struct buffer *left, struct buffer *middle,
                  struct buffer *right)
{
    const struct pane *pane = session->panes.focus;
    const struct view_ops *view = session_top_view(session, pane);
    if (session->prompt.ops != NULL && session->prompt.ops->status != NULL)
        session->prompt.ops->status(session, left, middle);
    if (left->length + middle->length == 0)
        view->status(session, pane, left, middle, right);
    if (status_hint(session) != NULL) {
        buffer_truncate(left, 0);
        buffer_truncate(middle, 0);
        buffer_add_text(left, message_text(session->hint));
    }
    if (session->panes.zoomed)
        buffer_add_text(left, _("  zoomed"));
    add_pending(&session->pending, right);
}
