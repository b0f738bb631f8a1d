/* A letter behind every name that tells its type, where colours do not.
 *
 * The letters are tags of the layout (layout/tag.h): they take cells of their own, so that no word
 * is covered, and the text below them, its offsets and what is searched or copied stay as they are.
 * That costs a little of the row, which is why they are out where the type would otherwise not be
 * told at all, or where the reader wants them (option `letters`). */
#include <stdlib.h>
#include <string.h>

#include "app/room.h"
#include "base/vector.h"
#include "text/width.h"

static bool wants_letters(const struct session *session)
{
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
    };
    return letters[type][ascii ? 1 : 0];
}

static void tag_view(const struct session *session, struct view *view)
{
    struct {
        struct tag *items;
        size_t count;
        size_t capacity;
    } tags = { 0 };
    const struct mentions *mentions = &view->text->mentions;
    bool ascii = room_wants_ascii(session);
    bool wanted = wants_letters(session) && session->gazetteer != NULL;
    for (size_t i = 0; wanted && i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];
        const struct note *note = gazetteer_note(session->gazetteer, mention->entity);
        const char *letter = letter_of(note->type, ascii);
        if (letter != NULL)
            VECTOR_PUSH(&tags, (struct tag){ mention->end, letter,
                                             (int)width_text(letter, strlen(letter)) });
    }
    view_set_tags(view, tags.items, tags.count);
}

void room_tag_names(struct session *session)
{
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->view != NULL)
            tag_view(session, pane->view);
}
