#include "session/lookup_counterpart.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "query/counterpart.h"
#include "query/versions.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/library_scan.h"
#include "text/width.h"

#define SENTENCE_MOST 160 /* cells of a counterpart whose words cannot be told */

static const char *field(const struct text *text, const char *key)
{
    const char *value = frontmatter_get(text->document->frontmatter, key);
    return value != NULL ? value : "";
}

static bool is_translation(const struct text *a, const struct text *b)
{
    return strcmp(field(a, "translation-of"), b->name) == 0 ||
           strcmp(field(b, "translation-of"), a->name) == 0;
}

/* Whether what is open in another pane tells the same story in another language. */
static bool is_version(const struct text *here, const struct text *there)
{
    const char *story = field(here, "story");
    const char *other = field(there, "story");
    bool same = *story == '\0' || *other == '\0' || strcmp(story, other) == 0;
    return there != here && there->path != NULL && there->page == NULL &&
           here->document->language != there->document->language &&
           (same || is_translation(here, there));
}

static bool other_in_pane(struct session *session, const struct text *here,
                          struct lookup_other *other)
{
    const struct panes *panes = &session->panes;
    size_t count = panes_count(panes);
    size_t own = panes_index(panes, panes->focus);
    for (size_t i = 1; i < count; i++) {
        const struct pane *pane = panes_nth(panes, (own + i) % count);
        if (pane->view != NULL && is_version(here, pane->view->text)) {
            struct text *there = pane->view->text;
            open_texts_hold(there);
            *other = (struct lookup_other){ there, is_translation(here, there) };
            return true;
        }
    }
    return false;
}

static bool other_in_collection(struct session *session, const struct text *text,
                                struct lookup_other *other)
{
    const struct article *versions[VERSIONS_MOST];
    struct collection *collection = session->collection;
    if (collection == NULL || !library_scan_goes_on(session) || !collection_scan(collection, NULL))
        return false;
    const struct article *here = collection_by_path(collection, text->path);
    if (here == NULL || versions_of(collection, here, versions) == 0)
        return false;
    struct text *there =
        open_texts_open(&session->open_texts, versions[0]->path, versions[0]->id, NULL);
    if (there == NULL)
        return false;
    known_names_prepare(session, there);
    *other = (struct lookup_other){ there, versions_translated(here, versions[0]) };
    return true;
}

bool lookup_counterpart_find(struct session *session, const struct text *here,
                             struct lookup_other *other)
{
    return other_in_pane(session, here, other) || other_in_collection(session, here, other);
}

static size_t paragraph_at(const struct document *document, size_t offset)
{
    size_t number = 0;
    for (size_t i = 0; i < document->block_count && document->blocks[i].start <= offset; i++)
        number += (document->blocks[i].flags & BLOCK_CONTINUES) == 0;
    return number;
}

static void add_line(struct buffer *out, const char *text, struct span span)
{
    for (size_t at = span.start; at < span.end; at++)
        buffer_add_byte(out, text[at] == '\n' || text[at] == '\t' ? ' ' : text[at]);
}

/* "rendered here as 股份 (¶4)", or the sentence that says it. Returns where that is. */
static size_t add_counterpart(const struct session *session, const struct lookup_question *question,
                              const struct counterpart *opposite, int side,
                              const struct alignment_item *item, struct lookup_rows *foot)
{
    const char *sign = session_wants_ascii(session) ? _("par. ") : "¶";
    const struct document *document = question->other.text->document;
    struct span passage = counterpart_passage(item, side);
    struct span words;
    struct buffer line = { 0 };
    struct translations *translations =
        translations_new(question->sources, question->term, strlen(question->term));
    bool told = counterpart_words(opposite, side, item, question->span, 0, translations, &words);
    size_t place = told ? words.start : passage.start;
    size_t paragraph = paragraph_at(document, place);
    if (told) {
        buffer_add_text(&line, _("rendered here as "));
        add_line(&line, document->text, words);
        buffer_add_format(&line, " (%s%zu)", sign, paragraph);
    } else {
        size_t used;
        size_t fits = width_fit(document->text + passage.start, passage.end - passage.start,
                                SENTENCE_MOST, &used);
        buffer_add_format(&line, _("%s%zu there: "), sign, paragraph);
        add_line(&line, document->text, (struct span){ passage.start, passage.start + fits });
        buffer_add_text(&line, passage.start + fits < passage.end ? "…" : "");
    }
    lookup_popup_add(foot, "", buffer_text(&line), question->other.text->name, 0);
    translations_free(translations);
    buffer_free(&line);
    return place;
}

struct marks {
    struct side_mark *items;
    size_t count;
    size_t capacity;
};

/* A text with its names, as counterpart.h takes it. */
static struct side side_of(const struct text *text, struct marks *marks)
{
    for (size_t i = 0; i < text->mentions.count; i++) {
        const struct mention *mention = &text->mentions.items[i];
        VECTOR_PUSH(marks, (struct side_mark){ { mention->start, mention->end },
                                               mention->entity, MARK_NAME });
    }
    return (struct side){ .text = text->document->text, .length = text->document->length,
                          .marks = marks->items, .mark_count = marks->count };
}

bool lookup_counterpart_tell(struct session *session, const struct lookup_question *question,
                             const struct passage_map *hinge, int side, struct lookup_rows *foot,
                             size_t *place)
{
    const struct text *texts[2] = { session_view(session)->text, question->other.text };
    struct marks marks[2] = { { .items = NULL }, { .items = NULL } };
    struct side sides[2] = { side_of(texts[0], &marks[0]), side_of(texts[1], &marks[1]) };
    struct counterpart opposite = { { &sides[side], &sides[1 - side] },
                                    &hinge->alignment,
                                    question->other.translated };
    size_t at = passage_map_at(hinge, side, question->span.start);
    const struct alignment_item *item = at != HINGE_NONE ? &hinge->alignment.items[at] : NULL;
    bool found = item != NULL && counterpart_trusts(&opposite, item);
    if (found) {
        *place = add_counterpart(session, question, &opposite, side, item, foot);
    } else {
        char *line =
            xasprintf(_("no counterpart of this sentence in %s"), question->other.text->name);
        lookup_popup_add(foot, "", "", line, 0);
        free(line);
    }
    free(marks[0].items);
    free(marks[1].items);
    return found;
}
