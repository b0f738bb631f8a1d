/* parts: events of the session, and the parts that receive them.
 *
 * A part is a file of session/ with state of its own: names, the hinge, the search ... It receives
 * events through one const record of callbacks; nobody calls it directly to tell it. They are called
 * in the order of the array session_parts (parts.c). A callback may be NULL. */
#ifndef DIPTYCH_SESSION_PARTS_H
#define DIPTYCH_SESSION_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"

struct canvas;
struct command;
struct document;
struct list;
struct pane;
struct remap;
struct session;
struct text;
struct article_view;

struct session_part {
    size_t size; /* of what the part keeps for a session (session_state), 0: nothing */

    /* What lies over the panes, as a box, and not in one, as a view: hears a key before the panes do,
     * in the order of the array (true: it is taken); is painted over them, above row `bottom`, in the
     * opposite order; goes when the mouse or a key that does nothing shows that the reader is elsewhere. */
    bool (*key)(struct session *session, struct key key);
    void (*paint)(struct session *session, const struct canvas *canvas, int bottom);
    void (*dismissed)(struct session *session);

    /* A key has been carried out. A command is about to run, as `line` tells (true: it is not to), has run. */
    void (*cursor_moved)(struct session *session);
    bool (*before_command)(struct session *session, const struct command *command, const char *line, long count);
    void (*after_command)(struct session *session, const struct command *command);

    /* Work while nothing is typed: milliseconds until there is some (-1: none), what threads have
     * done (wait: until they have), a slice of work. True: a repaint is due. */
    int (*timeout)(const struct session *session);
    bool (*poll)(struct session *session, bool wait);
    bool (*tick)(struct session *session, bool idle);

    /* Texts: one is about to stand in a pane (and may become another document); stands there; a view
     * is about to go; its document has taken the place of `old`, which is freed afterwards; what was
     * waited for has come, or never will; offsets in it are others. */
    void (*text_prepared)(struct session *session, struct text *text);
    void (*text_shown)(struct session *session, struct pane *pane);
    void (*text_left)(struct session *session, const struct article_view *view);
    void (*text_replaced)(struct session *session, struct text *text, const struct document *old);
    void (*text_arrived)(struct session *session, struct text *text); /* after text_replaced, or its fault */
    void (*offsets_moved)(struct session *session, const struct text *text,
                          const struct remap *remap);

    void (*view_remade)(struct session *session,
                        struct article_view *view); /* it lays out another document */

    void (*list_closed)(struct session *session, const struct list *list); /* is freed next */
    void (*layout)(struct session *session); /* panes, their sizes or the options are others */
    void (*language_changed)(struct session *session); /* the program speaks another one */

    /* Names: what is known of them is about to go; is there; more mentions are counted. */
    void (*names_forgotten)(struct session *session);
    void (*names_known)(struct session *session);
    void (*mentions_counted)(struct session *session);

    void (*sources_forgotten)(struct session *session); /* dictionaries, glossary */
    void (*notes_changed)(struct session *session);     /* the reader's annotations */
    void (*collection_closed)(struct session *session); /* another one takes its place */

    void (*free)(struct session *session);
};

extern const struct session_part arriving_part, content_versions_part, selecting_part, sync_part,
    concordance_part, lookup_part, known_names_part, letters_part, watch_part, entity_lists_part,
    lists_part, crosstabs_part, library_add_part, library_index_part, library_scan_part,
    library_search_part, search_part, labels_part, popup_part, letter_marks_part, note_marks_part,
    note_hook_part, words_part, note_lists_part, note_review_part, note_import_part, export_part,
    note_undo_part, annotate_part, edit_part, saved_state_part, key_menu_part, mouse_part,
    closed_panes_part, follow_file_part, colours_part;

/* Ends with NULL. */
extern const struct session_part *const session_parts[];

#define PARTS_MOST 48

/* What every key asks of all parts, of those that hear of it, in their order, each list ended by NULL: little
 * of the program is in the processor's caches when a key comes, and so it finds them side by side. */
struct session_heard {
    bool (*key[PARTS_MOST])(struct session *session, struct key key);
    void (*paint[PARTS_MOST])(struct session *session, const struct canvas *canvas, int bottom);
    void (*cursor_moved[PARTS_MOST])(struct session *session);
    bool (*before_command[PARTS_MOST])(struct session *session, const struct command *command, const char *line,
                                       long count);
    void (*after_command[PARTS_MOST])(struct session *session, const struct command *command);
    int (*timeout[PARTS_MOST])(const struct session *session);
};
void parts_hear(struct session_heard *heard, const struct session_part *const *parts);

/* SESSION_TELL(session, layout, (session)) tells all parts that hear of it; for what is in session_heard there
 * is SESSION_TELL_HEARD. */
#define SESSION_TELL(session, event, arguments)                                                    \
    do {                                                                                           \
        const struct session_part *const *part_ = (session)->parts;                                \
        for (; *part_ != NULL; part_++)                                                            \
            if ((*part_)->event != NULL)                                                           \
                (*part_)->event arguments;                                                         \
    } while (0)

#define SESSION_TELL_HEARD(session, event, arguments)                                              \
    do {                                                                                           \
        for (size_t i_ = 0; (session)->heard.event[i_] != NULL; i_++)                              \
            (session)->heard.event[i_] arguments;                                                  \
    } while (0)

#endif
