#include "session/parts.h"

/* The selection moves the cursor that the hinge follows; what works in threads with names and
 * sources goes before these do; tables count what names have found. Of what lies over the panes the
 * uppermost goes first: the offer that the next key answers, labels, the look-up box, the popup. */
const struct session_part *const session_parts[] = {
    &mouse_part,
    &selecting_part,
    &sync_part,
    &edit_part,
    &content_versions_part,
    &labels_part,
    &concordance_part,
    &lookup_part,
    &popup_part,
    &known_names_part,
    &letters_part,
    &watch_part,
    &entity_lists_part,
    &lists_part,
    &crosstabs_part,
    &library_add_part,
    &library_index_part,
    &library_scan_part,
    &library_search_part,
    &search_part,
    &letter_marks_part,
    &note_marks_part,
    &note_hook_part,
    &words_part,
    &note_lists_part,
    &note_review_part,
    &note_import_part,
    &export_part,
    &note_undo_part,
    &annotate_part,
    &saved_state_part,
    &key_menu_part,
    &closed_panes_part,
    &follow_file_part,
    &arriving_part,
    &colours_part,
    NULL,
};

_Static_assert(sizeof session_parts / sizeof session_parts[0] <= PARTS_MOST, "each list ends with NULL");

#define HEAR(event)                                                                                \
    do {                                                                                           \
        size_t count_ = 0;                                                                         \
        for (const struct session_part *const *part_ = parts; *part_ != NULL; part_++)             \
            if ((*part_)->event != NULL)                                                           \
                heard->event[count_++] = (*part_)->event;                                          \
        heard->event[count_] = NULL;                                                               \
    } while (0)

void parts_hear(struct session_heard *heard, const struct session_part *const *parts)
{
    HEAR(key);
    HEAR(paint);
    HEAR(cursor_moved);
    HEAR(before_command);
    HEAR(after_command);
    HEAR(timeout);
}
