/* A letter behind every name that tells its type, where colours do not, and a question mark behind
 * a link that leads to no note.
 *
 * They are tags of the layout (layout/tag.h): they take cells of their own, so no word is covered,
 * and the text below them, its offsets and what is searched or copied stay as they are. That costs
 * a little of each row, so they stand only where nothing else tells the type, or where the reader
 * wants them (option `letters`). */
#include <stdlib.h>
#include <string.h>

#include "base/span.h"
#include "base/vector.h"
#include "query/entity_index.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "text/width.h"

static bool wants_letters(const struct session *session)
{
    if (session->options.names == OPTION_NAMES_OFF)
        return false;
    if (session->options.letters != OPTION_LETTERS_AUTO)
        return session->options.letters == OPTION_LETTERS_ON;
    return session_theme(session) == THEME_NONE || session_colors(session) == 0;
}

/* Raised letters where the terminal has them. NULL for an entity without a type. */
static const char *letter_of(enum note_type type, bool ascii)
{
    static const char *const letters[][2] = {
        [NOTE_UNKNOWN] = { NULL, NULL },        [NOTE_PERSON] = { "ᵖ", "[p]" },
        [NOTE_COMPANY] = { "ᶜ", "[c]" },     [NOTE_PRODUCT] = { "ᵇ", "[b]" },
        [NOTE_PUBLICATION] = { "ⁿ", "[n]" }, [NOTE_PLACE] = { "ˡ", "[l]" },
        [NOTE_EVENT] = { "ᵉ", "[e]" },
    };
    return letters[type][ascii ? 1 : 0];
}

struct tag_list {
    struct tag *items;
    size_t count;
    size_t capacity;
};

/* Marks the links without a note that end up to `end`, from the `next`th on. */
static void add_missing(struct tag_list *list, const struct text *text, size_t *next, size_t end,
                        const char *mark)
{
    const struct spans *missing = &text->missing;
    for (; *next < missing->count && missing->items[*next].end <= end; ++*next)
        VECTOR_PUSH(list, (struct tag){ missing->items[*next].end, mark,
                                        (int)width_text(mark, strlen(mark)) });
}

static void add_tags(const struct session *session, const struct text *text, struct tag_list *list)
{
    bool ascii = session_wants_ascii(session);
    const char *mark = ascii ? "[?]" : "?";
    size_t missing = 0;
    for (size_t i = 0; i < text->mentions.count; i++) {
        const struct mention *mention = &text->mentions.items[i];
        enum note_type type = entity_index_type(known_names_entity_index(session), mention->entity);
        const char *letter = letter_of(type, ascii);
        add_missing(list, text, &missing, mention->end, mark);
        bool taken = list->count > 0 && list->items[list->count - 1].offset == mention->end;
        if (letter != NULL && !taken)
            VECTOR_PUSH(list, (struct tag){ mention->end, letter,
                                            (int)width_text(letter, strlen(letter)) });
    }
    add_missing(list, text, &missing, text->document->length, mark);
}

static void tag_view(struct session *session, struct article_view *view)
{
    struct tag_list list = { 0 };
    if (wants_letters(session) && known_names_entity_index(session) != NULL)
        add_tags(session, view->text, &list);
    article_view_set_tags(view, list.items, list.count);
}

static void tag_all(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->view != NULL)
            tag_view(session, pane->view);
}

const struct session_part letters_part = {
    .view_remade = tag_view,
    .layout = tag_all,
    .names_known = tag_all,
};
