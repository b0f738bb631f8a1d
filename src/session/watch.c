#include "session/watch.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/spool.h"
#include "base/xalloc.h"
#include "query/entity_index.h"
#include "query/mention_index.h"
#include "session/core.h"
#include "session/note_service.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "session/reload.h"

#define LOOKS 200 /* at articles, and at notes */

/* Which files are looked at next for changes. */
struct watch {
    size_t note;           /* index of the note */
    unsigned long folders; /* collection, vault: a sum of what tells that files came or went */
    struct file_stamp *notes; /* one a note, as they were when they were read */
    size_t note_count;
    bool due; /* not in a second, but now */
};

SESSION_STATE(watch, watch_part)

static bool has_changed(const struct file_stamp *before, const struct file_stamp *now)
{
    return !file_stamp_equal(before, now);
}

static bool is_gone(const struct file_stamp *stamp)
{
    return stamp->mtime == 0 && stamp->inode == 0;
}

static bool is_shown(const struct session *session, const struct text *text)
{
    const struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane->view != NULL && pane->view->text == text)
            return true;
    return false;
}

/* True when it was the note of an entity. A text that is closed, which only the hinge remembers,
 * is read again in silence. */
static bool read_again(struct session *session, struct text *text, struct file_stamp now)
{
    bool note = text->page != NULL;
    text->stamp = now;
    bool shown = is_shown(session, text);
    if (is_gone(&now)) {
        if (shown)
            session_fail(session, "%s: is gone from the disk; the text stays as it was read",
                         text->name);
        return note;
    }
    if (session_reload_text(session, text) && shown && !spool_is_path(text->path))
        session_say(session, "%s: changed on disk, shown anew", text->name);
    return note;
}

static bool watch_texts(struct session *session, bool *notes)
{
    bool changed = false;
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL) {
        if (text->path == NULL || text->loader != NULL)
            continue;
        struct file_stamp now = file_stamp(text->path);
        if (!has_changed(&text->stamp, &now))
            continue;
        *notes = read_again(session, text, now) || *notes;
        changed = true;
    }
    return changed;
}

static unsigned long mix(unsigned long sum, const char *folder, const char *name)
{
    char *path = file_join(folder, name);
    struct file_stamp stamp = file_stamp(path);
    free(path);
    return sum * 31 + (unsigned long)stamp.mtime + (unsigned long)stamp.inode;
}

/* Changes when a file comes or goes in the folders of the collection, or in the vault's own. */
static unsigned long folders_of(const struct session *session)
{
    char *vault = known_names_vault(session);
    unsigned long sum = mix(1, vault, ".");
    free(vault);
    if (session->collection == NULL)
        return sum;
    sum = mix(sum, collection_root(session->collection), ".");
    return mix(sum, collection_folder(session->collection), "entities");
}

static void watch_notes(struct session *session)
{
    struct watch *watch = state_of(session);
    watch->note_count = entity_index_count(known_names_entity_index(session));
    watch->note = 0;
    watch->folders = folders_of(session);
    free(watch->notes);
    watch->notes = xcalloc(watch->note_count > 0 ? watch->note_count : 1, sizeof *watch->notes);
    for (size_t i = 0; i < watch->note_count; i++)
        watch->notes[i] =
            file_stamp(entity_index_note(known_names_entity_index(session), (uint32_t)i)->path);
}

static bool notes_changed(struct session *session)
{
    struct watch *watch = state_of(session);
    if (watch->folders != folders_of(session))
        return true;
    size_t most = watch->note_count < LOOKS ? watch->note_count : LOOKS;
    for (size_t i = 0; i < most; i++) {
        watch->note = (watch->note + 1) % watch->note_count;
        const struct note *note =
            entity_index_note(known_names_entity_index(session), (uint32_t)watch->note);
        struct file_stamp now = file_stamp(note->path);
        if (has_changed(&watch->notes[watch->note], &now))
            return true;
    }
    return false;
}

bool watch_files(struct session *session)
{
    bool notes = false;
    bool changed = watch_texts(session, &notes);
    if (note_service_poll(&session->notebook)) {
        SESSION_TELL(session, notes_changed, (session));
        changed = true;
    }
    if (known_names_entity_index(session) == NULL)
        return changed;
    if (notes || notes_changed(session)) {
        known_names_reread(session);
        changed = true;
    }
    if (known_names_counted(session) != NULL &&
        mention_index_look(known_names_counted(session), LOOKS)) {
        SESSION_TELL(session, mentions_counted, (session));
        changed = true;
    }
    return changed;
}

void watch_look(struct session *session)
{
    state_of(session)->due = true;
}

static int timeout(const struct session *session)
{
    return state_of(session)->due                 ? 0
           : session->open_texts.texts != NULL ? SESSION_WATCH_TIME
                                               : -1;
}

static bool tick(struct session *session, bool idle)
{
    bool due = state_of(session)->due || idle;
    state_of(session)->due = false;
    return due && watch_files(session);
}

static void forget(struct session *session)
{
    free(state_of(session)->notes);
}

const struct session_part watch_part = {
    .size = sizeof(struct watch),
    .names_known = watch_notes,
    .timeout = timeout,
    .tick = tick,
    .free = forget,
};
