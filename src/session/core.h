/* room: what the session consists of; for the files of app/ that carry out commands.
 *
 * session.h is the outside. Here is the inside: the struct with its parts, and the few
 * services that commands share (messages, opening texts, jumping, requests). Every part is owned
 * by the session and released by session_free. */
#ifndef DIPTYCH_SESSION_CORE_H
#define DIPTYCH_SESSION_CORE_H

#include "query/mention_index.h"
#include "session/registry.h"
#include "query/text_pair.h"
#include "query/entity_index.h"
#include "ui/link_labels.h"
#include "ui/keymap.h"
#include "query/lookup.h"
#include "session/note_service.h"
#include "ui/option.h"
#include "query/aligner.h"
#include "ui/pane.h"
#include "ui/popup.h"
#include "query/pin_file.h"
#include "ui/prompt.h"
#include "session/session.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/span.h"
#include "library/collection.h"
#include "library/target.h"
#include "text/find.h"

#define PENDING_KEYS KEYMAP_LONGEST
#define ROOM_VERSIONS 64 /* of one story that are looked at */
#define ROOM_LINK_BYTES ((size_t)16 << 20)

/* Keys typed that are not yet a command. */
struct pending {
    struct key keys[PENDING_KEYS];
    size_t count;
    long number; /* the count typed before, 0 none */
    const struct command *wants_key; /* m, ': waits for one more */
    long wants_number;
};

struct message {
    struct buffer text;
    bool is_error;
};

/* The passage that gp was typed on first. */
struct pin_begun {
    struct text *text; /* held; NULL: none is begun */
    struct span span;
};

struct outbox {
    struct request request;
    char *argv[8];
    struct buffer input;
};

/* Strings of struct session_setup, copied. */
struct surroundings {
    char *collection, *standard, *home, *config_folder, *data_folder, *cache_folder;
    char *editor, *browser, *shell;
    bool fresh, utf8;
    int colors, theme;
};

struct session {
    struct surroundings around;
    const struct command_set *commands; /* of the floor above */
    const struct session_part *const *parts; /* session_parts (parts.h) */
    void **states; /* of the parts, in their order: session_state */
    struct options options;
    struct keymap *keymap;
    struct shelf shelf;
    struct collection *collection;
    struct notebook notebook;
    struct panes panes;
    struct prompt prompt;
    struct pending pending;
    struct message message;
    struct outbox outbox;
    struct popup popup;
    const char *hint; /* shown in the status line until the first key */
    int rows, columns;
};

/* What the part keeps for this session, zeroed at first; its size is in its record. */
void *session_state(const struct session *session, const struct session_part *part);

/* The focused pane; its view or list may be NULL. */
struct pane *room_pane(struct session *session);
struct view *room_view(struct session *session); /* NULL when it is empty or something is over it */
struct matrix *room_matrix(struct session *session); /* NULL unless a table is what keys go to */
enum keymap_mode room_mode(struct session *session);

#if defined(__GNUC__)
#define ROOM_FORMAT __attribute__((format(printf, 2, 3)))
#else
#define ROOM_FORMAT
#endif
void room_say(struct session *session, const char *format, ...) ROOM_FORMAT;
void room_fail(struct session *session, const char *format, ...) ROOM_FORMAT;

/* Gives every pane its rectangle and every view its size. */
void room_arrange(struct session *session);

/* Shows an article, note, file or folder in a pane; the old text goes to the jump list. False with
 * a message when it cannot be opened. */
bool room_open(struct session *session, struct pane *pane, const char *name);
bool room_open_path(struct session *session, struct pane *pane, const char *path,
                    const char *name);
void room_show(struct session *session, struct pane *pane, struct text *text);

/* Goes to a remembered place, opening its text if need be. */
bool room_go(struct session *session, struct pane *pane, const char *name, const char *path,
             size_t cursor, size_t anchor);

/* Names (room_names.c). The gazetteer is built when the room is first idle; texts opened later are
 * searched as they are shown, an entity's note becomes its page (note_page.h). Longer texts than
 * ROOM_LINK_BYTES are left without. */
struct gazetteer *room_gazetteer(const struct session *session); /* NULL until they are known */
struct census *room_counted(const struct session *session); /* NULL until counts are asked for */
uint32_t room_walked(const struct session *session); /* the entity that ]e walks, NAMES_NONE */
void room_set_walked(struct session *session, uint32_t entity);
void room_find_mentions(struct session *session);
void room_prepare_text(struct session *session, struct text *text);
struct census *room_census(struct session *session); /* NULL without a collection */

/* Counting and growing pages, in slices, while something on screen wants it. */

/* The notes are other ones now, or belong to another collection. */
void room_names_changed(struct session *session);

/* The option `vault` with the home folder in place of a ~ at its beginning; where it is empty, the
 * folder vault of the data folder if it is there, else "". Caller frees. */
char *room_vault(const struct session *session);

/* Following the files on disk (room_watch.c): a bounded look at some of them, every second. */
#define ROOM_WATCH_TIME 1000 /* milliseconds */
bool room_watch(struct session *session);

/* text->document is another one with the same offsets up to the old one's end. */
void room_document_replaced(struct session *session, struct text *text);

/* The entity list, where it is open, shows the counts as they are now (command_entity.c). */

/* Opens the page of an entity from a mention of it: in the other pane where there is one. */
void room_open_entity(struct session *session, uint32_t entity);

/* Goes to a place of an article beside the focused pane: in a pane that shows it, else in the next
 * one, else here; Ctrl-O leads back to where the reader came from. False with a message when it
 * cannot be opened. */
bool room_go_beside(struct session *session, const char *path, const char *id, size_t offset);

/* Looking up (room_lookup.c). While the popup is open, room_look_key takes the keys that belong to
 * it; a command is told of before it runs (true: the popup took it) and after. */
bool room_look_is_open(const struct session *session);
bool room_look_key(struct session *session, struct key key);
void room_look_stop(struct session *session);   /* closes it */
void room_look_paint(struct session *session, const struct canvas *canvas, int bottom);

/* The word under the cursor: a name as a whole, of Chinese the longest headword that begins there.
 * False, and NULL, when there is none. room_term_here calls an entity by its name; caller frees. */
bool room_word_here(struct session *session, struct span *word);
char *room_term_here(struct session *session);

/* Concordances (room_concordance.c). */

/* Glossary, names and dictionaries; what aligns with them. Both are the session's. */
const struct lookup *room_sources(struct session *session);
struct pairing *room_pairing(struct session *session);

/* The hinge (room_hinge.c). */
struct couplings *room_couplings(struct session *session); /* made if need be, pins read */
struct couplings *room_made_couplings(const struct session *session); /* NULL: none are yet */
bool room_is_hinged(const struct session *session); /* the panes move together */
void room_set_hinged(struct session *session, bool on);
bool room_stop_aligning(struct session *session); /* true when something was being aligned */
struct pinboard *room_pins(struct session *session);
struct pin_begun *room_pin_begun(struct session *session);
bool room_save_pins(struct session *session);
void room_forget_pin(struct session *session); /* the one that is begun */

/* The pane whose text stands opposite the focused one's: another version of its story, else any
 * other article. NULL when there is none. */
struct pane *room_pane_opposite(struct session *session);

/* The other versions of the text's story, those in other languages first; at most `most`. */
size_t room_versions(struct session *session, const struct text *text,
                     const struct article **versions, size_t most);

/* For commands on two versions (command_hinge.c). The text that the focused one is compared with: in
 * the other pane, else the story's other version, which is opened on the shelf; the caller releases
 * it. The coupling of the two, waited for a moment. NULL with a message. */
struct text *room_text_opposite(struct session *session, const char *command);
struct coupling *room_coupled(struct session *session, struct text *text, struct text *other,
                              int *side);

/* Shows a page of both in the whole room, the cursor at `place`; takes over title and document. */
void room_show_page(struct session *session, char *title, struct document *document,
                    size_t place);

/* Figures (room_figures.c): that at `offset` and its counterpart, false when there is none; what is
 * told of the one under the cursor, false when nothing is; those in the pane that the two texts do
 * not tell alike. */
bool room_figure_across(const struct coupling *coupling, int side, size_t offset,
                        struct span *here, struct span *across);
bool room_figure_status(struct session *session, struct buffer *out);
void room_lit_figures(struct session *session, struct pane *pane, struct spans *out);

/* After the cursor has moved: the other panes follow. */
void room_follow_hinge(struct session *session);
void room_hinge_status(struct session *session, bool brief, struct buffer *out); /* no evidence */

/* Selecting (command_select.c). A pane keeps its selection while the reader is in another one. */
bool room_is_selecting(struct session *session); /* in the focused pane */
bool room_drop_selections(struct session *session);  /* true when there was one */
struct span room_passage(struct session *session);   /* the selection, else the sentence */
char *room_selected_words(struct session *session); /* as one line; NULL: none. Caller frees */
void room_selection_status(struct session *session, struct buffer *out);
bool room_select_counterpart(struct session *session);
void room_set_dragging(struct session *session, bool dragging);
void room_drag(struct session *session, struct key key);

/* What stands for a passage of the focused pane in the version opposite (room_hinge.c); the text is
 * held. False with a few words why there is none. */
struct counterpart {
    struct text *text;
    struct span span;
    double confidence;
};
bool room_counterpart(struct session *session, struct span span, struct counterpart *found,
                      struct error *why);

/* Annotations in the texts that are shown (room_marks.c). */
bool room_can_annotate(const struct text *text); /* it is an article's or file's, and whole */
char *room_article_of(const struct session *session, const struct text *text); /* caller frees */
const char *room_article_label(const char *article); /* a file is called by its own name alone */
struct text *room_open_text(struct session *session, const char *article); /* NULL: none is open */
struct placements *room_placements(struct session *session, struct text *text); /* or NULL */
void room_find_marks(struct session *session); /* brings what is shown up to date */
void room_tell_notebook(struct session *session);
void room_notes_fail(struct session *session, const char *what, const struct error *error);
const struct placement *room_mark_here(struct session *session, size_t *count); /* or NULL */
void room_mark_status(struct session *session, struct buffer *out);
void room_add_notes(struct session *session, struct buffer *out); /* those here, as for a popup */
bool room_show_notes(struct session *session); /* in a popup; false: none is here */

/* Writing one (annotate.c). */
void room_annotate_edit(struct session *session, const char *id, bool in_editor);
bool room_edit_comment(struct session *session, const char *text,
                       void (*done)(struct session *session, const char *text)); /* edit.c */

/* The list of annotations (room_notes.c). */
bool room_follow_mark(struct session *session); /* of kind link, under the cursor */

/* Those that are not where they were (room_review.c). */
void room_review(struct session *session);
/* The text of the article that a passage was taken from, held; NULL: there is none. */
struct text *room_hold_article(struct session *session, const struct annotation_target *passage);
void room_place_here(struct session *session); /* the lost one that was chosen */
void room_settle(struct session *session); /* places of those whose words only stand elsewhere */

/* Waits for the rest of a long text that is still being read. */
void room_complete_text(struct session *session, struct view *view);
bool room_poll_texts(struct session *session, bool wait);

/* Reads the text's file again (room_reload.c). The cursor and the top of every pane that shows it,
 * the jump lists, marks and rows of lists that lead into it go where their words are now (remap.h).
 * False with a message when there is no file or it cannot be read: the text stays as it is. */
bool room_reload_text(struct session *session, struct text *text);

/* After text->document has taken the place of `old`: the same, and frees `old`. */
void room_text_moved(struct session *session, struct text *text, struct document *old);

/* Puts a list over a pane (takes it over). */
void room_show_list(struct session *session, struct pane *pane, struct list *list);
void room_close_list(struct session *session, struct pane *pane);

/* The coverage table (command_coverage.c). The commands of lists do the same in it. */
bool room_go_cell(struct session *session, struct pane *pane, const struct jump *jump);
bool room_choose_name(struct session *session, enum view_target target); /* the row's page */

/* A new pane beside or below the focused one, focused; NULL with a message. */
struct pane *room_split(struct session *session, bool side_by_side);

void room_request(struct session *session, enum request_kind kind);
void room_run(struct session *session, const char *const *argv, const char *input, size_t length,
              bool wait_for_key);

/* Letters behind names where they are wanted (room_tags.c); to be called when that, the panes or the
 * mentions have changed. */
bool room_wants_ascii(const struct session *session);

/* Labels (room_labels.c). */
bool room_labels_key(struct session *session, struct key key);
void labels_clear(struct session *session);
void room_paint_labels(const struct session *session, struct grid *grid);

/* Editing (room_edit.c). room_edited is told that the program that was asked for has ended, and
 * whether it ran at all. */
void room_edited(struct session *session, bool ran);
void edit_file(struct session *session, const char *path, unsigned line); /* 0: no line */
void edit_text(struct session *session, struct pane *pane); /* the one that the pane shows */

/* Says that there is no such note; the next key writes it if it is y, and is then taken. */
void room_offer_note(struct session *session, const char *target);
bool room_offer_key(struct session *session, struct key key);

/* Where the [[link]] of a text leads, and which of its links lead nowhere (room_missing.c). */
bool room_follow_name(struct session *session, const struct text *text, const char *name,
                      struct target *target, struct error *error);
void room_find_missing(struct session *session, struct text *text);
bool room_is_missing(const struct text *text, const struct link *link);

/* Prompts. What Tab offers in some of them (completion.c) is their ops' member `complete`. */
void room_open_prompt(struct session *session, const struct prompt_ops *ops, const char *text);
extern const struct prompt_ops command_prompt;
extern const struct prompt_ops row_filter_prompt;
void complete_cells(void *context);
void complete_comment(void *context);

/* Searching (search.c, library_search.c). */
struct find *room_compile_pattern(const struct session *session, const char *pattern,
                                  struct error *error);
void room_set_find(struct session *session, struct find *find, const char *pattern); /* takes it */
void room_walk_entity(struct session *session, uint32_t entity, long steps);
void room_find_hits(const struct session *session, const struct view *view, struct span visible,
                    struct spans *hits); /* those that are lit */
bool room_put_out_hits(struct session *session); /* true when some were lit */
void room_hits_status(struct session *session, const struct view *view, struct buffer *out);
const char *room_pattern(const struct session *session); /* NULL: nothing was searched for */
bool room_library_is_searched(const struct session *session);
void room_library_stop(struct session *session);

/* The visit (visit.c). */
bool visit_load(struct session *session); /* panes of the last visit; false: there was none */
bool visit_save(struct session *session, struct error *error);

/* Closing pane after pane is one way to leave: the panes as they were before the first q are those
 * that come back. visit_keep_panes remembers them (once), visit_forget_panes lets go. */
void visit_keep_panes(struct session *session);
void visit_note_place(struct session *session, const struct view *view);

/* Help and facts, as texts (help.c). Caller frees. */
char *help_text(const struct session *session, const char *topic);
bool help_find(const struct document *help, const char *topic, size_t *place);
char *help_facts(struct session *session, struct view *view);

/* diptychrc (config.c): errors go to the message line with file and line. */
/* Commands that the table points to. */
void annotate_run(struct session *session, const struct invocation *invocation);
void search_run_next(struct session *session, const struct invocation *invocation);
void search_run_word(struct session *session, const struct invocation *invocation);
void search_run_library(struct session *session, const struct invocation *invocation);
void search_run(struct session *session, const struct invocation *invocation);
void search_run_filter(struct session *session, const struct invocation *invocation);
void edit_run(struct session *session, const struct invocation *invocation);
void edit_run_new_note(struct session *session, const struct invocation *invocation);
void lookup_part_run(struct session *session, const struct invocation *invocation);
void concordance_part_run(struct session *session, const struct invocation *invocation);
void labels_run(struct session *session, const struct invocation *invocation);
void note_lists_run(struct session *session, const struct invocation *invocation);
void note_lists_run_delete(struct session *session, const struct invocation *invocation);
void note_lists_run_undo(struct session *session, const struct invocation *invocation);
void note_lists_run_step(struct session *session, const struct invocation *invocation);
void crosstabs_run(struct session *session, const struct invocation *invocation);
void crosstabs_run_only(struct session *session, const struct invocation *invocation);
void entity_lists_run_mentions(struct session *session, const struct invocation *invocation);
void entity_lists_run_step(struct session *session, const struct invocation *invocation);
void letter_marks_run(struct session *session, const struct invocation *invocation);
void letter_marks_run_go(struct session *session, const struct invocation *invocation);
void entity_lists_run(struct session *session, const struct invocation *invocation);
void room_begin_selection(struct session *session, enum selection_unit unit);
bool room_open_opposite(struct session *session); /* the other version, beside this text */

void config_read(struct session *session);
bool config_line(struct session *session, const char *line, struct error *error);

#endif
