#include "session/edit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "library/note_template.h"
#include "session/editor_command.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/parts.h"
#include "base/file.h"
#include "base/message.h"
#include "base/program.h"
#include "base/xalloc.h"
#include "library/note.h"
#include "library/note_template.h"
#include "library/target.h"
#include "query/entity_index.h"
#include "session/completion.h"
#include "session/core.h"
#include "session/editor_command.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/selecting.h"

#define COMMENT_BYTES ((size_t)16 << 20) /* more is no comment */

/* What the editor has been called for; all NULL when it has not. */
struct editing {
    char *path;               /* the file it was given */
    struct file_stamp before; /* of that file */
    char *draft_folder;       /* of a new note: where it is written before it is saved */
    /* It is an annotation's: takes what was written, NULL when nothing was saved. */
    void (*comment_done)(struct session *session, const char *text);
    char *goal;               /* ... and where it then goes */
};

struct edit {
    struct editing editing;
    char *offer; /* name of a note that there is not: y writes it; NULL: nothing is offered */
};

SESSION_STATE(edit, edit_part)

/* ---- calling it ---- */

static void forget(struct editing *editing)
{
    free(editing->path);
    free(editing->draft_folder);
    free(editing->goal);
    *editing = (struct editing){ 0 };
}

static void free_editing(struct session *session)
{
    forget(&state_of(session)->editing);
    free(state_of(session)->offer);
    state_of(session)->offer = NULL;
}

const char *edit_program(const struct session *session)
{
    return program_or(session->around.editor, session->around.usual_editor);
}

/* Asks for the editor on a file; what was being edited before is forgotten. */
static bool call_editor(struct session *session, const char *what, const char *path, unsigned line)
{
    struct editor_arguments arguments;
    struct error error = { "" };
    if (!editor_call(edit_program(session), path, line, &arguments, &error)) {
        session_fail(session, "%s: %s", what, error.text);
        return false;
    }
    forget(&state_of(session)->editing);
    state_of(session)->editing.path = xstrdup(path);
    state_of(session)->editing.before = file_stamp(path);
    session_run(session, (const char *const *)arguments.items);
    editor_arguments_free(&arguments);
    return true;
}

void edit_file(struct session *session, const char *path, unsigned line)
{
    if (!file_exists(path))
        session_fail(session, "edit: %s: is gone; what was read of it stays on screen", path);
    else
        if (call_editor(session, "edit", path, line))
            session_say(session, "edited: %s", path);
}

/* The line of the file that the cursor's place was read from, 0 unknown. */
static unsigned line_at(const struct article_view *view)
{
    const struct document *document = view->text->document;
    if (document->block_count == 0)
        return 0;
    const struct block *block = &document->blocks[document_block_at(document, view->cursor)];
    unsigned line = block->line;
    for (size_t at = block->start; line > 0 && at < view->cursor && at < block->end; at++)
        line += document->text[at] == '\n';
    return line;
}

void edit_list_row(struct session *session, struct list *list, bool in_editor)
{
    struct target target = { 0 };
    struct error error = { "" };
    const struct list_row *row = list_current(list);
    (void)in_editor;
    if (row == NULL || row->target == NULL)
        session_fail(session, "edit: this row is no file");
    else if (target_follow(session->collection, row->target, NULL, &target, &error) ||
             target_resolve(session->collection, row->target, &target, &error))
        edit_file(session, target.path, 0);
    else
        session_fail(session, "edit: %s", error.text);
    target_free(&target);
}

void edit_text(struct session *session, struct pane *pane)
{
    const struct text *text = pane->view->text;
    if (text->path == NULL)
        session_fail(session, "edit: %s: is made by the program, there is no file to edit",
                  text->name);
    else
        edit_file(session, text->path, line_at(pane->view));
}

void edit_run(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    (void)invocation;
    if (view->edit != NULL)
        view->edit(session, pane);
    else
        session_fail(session, "edit: needs an article; :open NAME or L opens one");
}

/* ---- a new note ---- */

/* Where new notes go: among the collection's if they can be written, else to the reader's own (the
 * vault). NULL when there is no such folder. Caller frees. */
static char *notes_folder(const struct session *session)
{
    const struct collection *collection = session->collection;
    if (collection != NULL && collection_is_declared(collection)) {
        char *folder = file_join(collection_folder(collection), "entities");
        bool there = file_is_folder(folder);
        if (access(there ? folder : collection_folder(collection), W_OK) == 0)
            return folder;
        free(folder);
    }
    if (session->options.vault[0] != '\0')
        return known_names_vault(session);
    return session->around.data_folder != NULL ? file_join(session->around.data_folder, "vault")
                                               : NULL;
}

/* The file of the note of that name if there is one, else where it goes: *exists tells. NULL with
 * a message when neither can be. Caller frees. */
static char *note_path(struct session *session, const char *name, bool *exists)
{
    struct target target = { 0 };
    struct error error = { "" };
    if (target_follow(session->collection, name, NULL, &target, &error) &&
        target.kind == TARGET_NOTE) {
        *exists = true;
        char *path = xstrdup(target.path);
        target_free(&target);
        return path;
    }
    target_free(&target);
    char *file = note_template_file_name(name);
    char *folder = notes_folder(session);
    char *path = file != NULL && folder != NULL ? file_join(folder, file) : NULL;
    if (file == NULL)
        session_fail(session, "entity new: %s: has no letter that a file could be named by", name);
    else if (folder == NULL)
        session_fail(session,
                     "entity new: there is no folder for notes; set XDG_DATA_HOME or HOME");
    *exists = path != NULL && file_exists(path);
    free(folder);
    free(file);
    return path;
}

/* A fresh folder for one draft; NULL with a sentence. Caller frees. */
static char *make_draft_folder(const struct session *session, struct error *error)
{
    const char *parent = session->around.data_folder;
    if (parent == NULL) {
        error_set(error, "there is no folder for a draft; set XDG_DATA_HOME or HOME");
        return NULL;
    }
    if (!file_make_folders(parent, error))
        return NULL;
    char *folder = file_join(parent, "draft.XXXXXX");
    if (mkdtemp(folder) != NULL)
        return folder;
    error_set(error, "%s: %s", folder, _(strerror(errno)));
    free(folder);
    return NULL;
}

static void remove_draft(const struct editing *editing)
{
    unlink(editing->path);
    rmdir(editing->draft_folder); /* the editor's own files may keep it */
}

/* Writes the template beside everything else and has it edited; `goal` is taken over. */
static void edit_draft(struct session *session, const char *name, char *goal)
{
    struct error error = { "" };
    const struct article_view *view = session_view(session);
    const char *source = view != NULL && view->text->path != NULL ? view->text->name : NULL;
    char *folder = make_draft_folder(session, &error);
    char *path = folder != NULL ? file_join(folder, file_base_name(goal)) : NULL;
    char *text = note_template_text(name, source);
    if (path == NULL || !file_write(path, text, strlen(text), &error)) {
        session_fail(session, "entity new: %s", error.text);
    } else if (call_editor(session, "entity new", path, 0)) {
        state_of(session)->editing.draft_folder = folder;
        state_of(session)->editing.goal = goal;
        folder = goal = NULL;
    } else {
        unlink(path);
    }
    if (folder != NULL)
        rmdir(folder);
    free(folder);
    free(goal);
    free(path);
    free(text);
}

bool edit_comment(struct session *session, const char *text,
                  void (*done)(struct session *session, const char *text))
{
    struct error error = { "" };
    char *folder = make_draft_folder(session, &error);
    char *path = folder != NULL ? file_join(folder, "note.md") : NULL;
    bool called = false;
    if (path == NULL || !file_write(path, text, strlen(text), &error)) {
        session_fail(session, "annotate: %s", error.text);
    } else if (call_editor(session, "annotate", path, 0)) {
        state_of(session)->editing.draft_folder = folder;
        state_of(session)->editing.comment_done = done;
        called = true;
        folder = NULL;
    } else {
        unlink(path);
    }
    if (folder != NULL)
        rmdir(folder);
    free(folder);
    free(path);
    return called;
}

/* A link's target, or what a name at the cursor would be. Caller frees. */
static char *name_here(const struct article_view *view, bool *sure)
{
    const struct document *document = view->text->document;
    const struct link *link = document_link_at(document, view->cursor);
    *sure = true;
    if (link != NULL && link->kind == LINK_NOTE)
        return xstrndup(link->target, strcspn(link->target, "#"));
    return note_template_name_at(document, view->cursor, sure);
}

static void new_note(struct session *session, const char *name)
{
    bool exists;
    char *path = note_path(session, name, &exists);
    if (path == NULL)
        return;
    if (exists) {
        edit_file(session, path, 0);
        free(path);
    } else {
        edit_draft(session, name, path);
    }
}

/* What is selected is the name. */
static void name_selected(struct session *session)
{
    char *name = selecting_words(session);
    selecting_drop(session);
    if (name != NULL)
        new_note(session, name);
    free(name);
}

/* What stands under the cursor; a name that has a note already leads to that. */
static void new_note_here(struct session *session)
{
    bool sure = true;
    const struct article_view *view = session_view(session);
    const struct mention *mention = view != NULL ? article_view_mention(view) : NULL;
    if (selecting_is_on(session)) {
        name_selected(session);
        return;
    }
    if (mention != NULL && known_names_entity_index(session) != NULL) {
        edit_file(session,
                  entity_index_note(known_names_entity_index(session), mention->entity)->path, 0);
        return;
    }
    char *name = view != NULL ? name_here(view, &sure) : NULL;
    if (name == NULL) {
        session_fail(session, "entity new: no word is under the cursor; write the name behind it");
    } else if (!sure) { /* the reader cuts the name */
        char *line = xasprintf("entity new %s", name);
        completion_open_line(session, line);
        free(line);
    } else {
        new_note(session, name);
    }
    free(name);
}

void edit_run_new_note(struct session *session, const struct invocation *invocation)
{
    const char *argument = invocation->argument;
    size_t length = strcspn(argument, " ");
    if (length != 3 || memcmp(argument, "new", 3) != 0) {
        session_fail(session, "entity: wants: new [NAME]");
        return;
    }
    argument += length + strspn(argument + length, " ");
    if (*argument != '\0')
        new_note(session, argument);
    else
        new_note_here(session);
}

/* ---- after it has returned ---- */

/* Makes the file at its goal appear at once and whole, and never in another one's place. */
static bool put_in_place(const char *goal, const char *bytes, size_t length, struct error *error)
{
    char *folder = xstrndup(goal, (size_t)(file_base_name(goal) - goal));
    bool ok = file_make_folders(folder, error);
    free(folder);
    if (!ok)
        return false;
    int file = open(goal, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) {
        error_set(error, "%s: %s", goal, _(strerror(errno)));
        return false;
    }
    close(file);
    ok = file_write(goal, bytes, length, error);
    if (!ok)
        unlink(goal);
    return ok;
}

static bool is_blank(const struct buffer *bytes)
{
    return buffer_text(bytes)[strspn(buffer_text(bytes), " \t\r\n")] == '\0';
}

static void finish_draft(struct session *session, const struct editing *editing)
{
    struct file_stamp now = file_stamp(editing->path);
    struct buffer bytes = { 0 };
    struct error error = { "" };
    bool saved = !file_stamp_equal(&now, &editing->before) &&
                 file_read(editing->path, 0, &bytes, &error) && !is_blank(&bytes);
    if (!saved) {
        session_say(session, "entity new: nothing was saved, no note was made");
        remove_draft(editing);
    } else if (!put_in_place(editing->goal, buffer_text(&bytes), bytes.length, &error)) {
        session_fail(session, "entity new: %s; the note is kept in %s", error.text, editing->path);
    } else {
        known_names_reread(session);
        session_say(session, "the note is in %s", editing->goal);
        remove_draft(editing);
    }
    buffer_free(&bytes);
}

/* What was written goes to the prompt if it cannot be stored, so the file may go. */
static void finish_comment(struct session *session, const struct editing *editing, bool ran)
{
    struct file_stamp now = file_stamp(editing->path);
    struct buffer bytes = { 0 };
    struct error error = { "" };
    bool saved = ran && !file_stamp_equal(&now, &editing->before);
    if (saved && !file_read(editing->path, COMMENT_BYTES, &bytes, &error)) {
        editing->comment_done(session, NULL);
        session_fail(session, "annotate: %s; the note is kept in %s", error.text, editing->path);
    } else {
        editing->comment_done(session, saved ? buffer_text(&bytes) : NULL);
        remove_draft(editing);
    }
    buffer_free(&bytes);
}

static void finish_edit(struct session *session, const struct editing *editing)
{
    struct file_stamp now = file_stamp(editing->path);
    if (file_stamp_equal(&now, &editing->before))
        return;
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL)
        if (text->path != NULL && strcmp(text->path, editing->path) == 0)
            session_reload_text(session, text);
    if (known_names_entity_index(session) != NULL &&
        entity_index_by_path(known_names_entity_index(session), editing->path) != NAMES_NONE)
        known_names_reread(session);
}

void edit_ended(struct session *session, bool ran)
{
    struct editing editing = state_of(session)->editing;
    state_of(session)->editing = (struct editing){ 0 };
    if (editing.comment_done != NULL)
        finish_comment(session, &editing, ran);
    else if (editing.goal != NULL && ran)
        finish_draft(session, &editing);
    else if (editing.goal != NULL)
        remove_draft(&editing);
    else if (editing.path != NULL)
        finish_edit(session, &editing);
    forget(&editing);
}

/* ---- links that lead to no note yet ---- */

void edit_offer_note(struct session *session, const char *target)
{
    free(state_of(session)->offer);
    state_of(session)->offer = xstrndup(target, strcspn(target, "#"));
    session_say(session, "[[%s]]: no note and no article of that name; y writes a note",
                state_of(session)->offer);
}

static bool take_key(struct session *session, struct key key)
{
    char *name = state_of(session)->offer;
    state_of(session)->offer = NULL;
    bool taken = name != NULL && key.code == 'y' && key.modifiers == 0;
    if (taken)
        new_note(session, name);
    free(name);
    return taken;
}

const struct session_part edit_part = {
    .size = sizeof(struct edit),
    .key = take_key,
    .free = free_editing,
};
