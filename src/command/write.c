/* :write puts the text of a pane, an article or a page that the program made, into a file. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "command/table.h"
#include "export/export_file.h"
#include "session/completion.h"
#include "session/core.h"
#include "session/reload.h"

/* Rows of a table stay rows, their cells apart by tabs; paragraphs have an empty line between. */
static void add_block(struct buffer *out, const struct document *document, size_t index)
{
    const struct block *block = &document->blocks[index];
    bool close = index == 0 || block->kind == BLOCK_TABLE_ROW ||
                 (block->flags & (BLOCK_TIGHT | BLOCK_CONTINUES)) != 0;
    if (!close)
        buffer_add_byte(out, '\n');
    if (block->marker > 0)
        buffer_add_format(out, "%s ", document->markers[block->marker - 1]);
    buffer_add(out, document->text + block->start, block->end - block->start);
    buffer_add_byte(out, '\n');
}

static void write_text(struct session *session, const char *path)
{
    struct article_view *view = session_view(session);
    struct error error = { "" };
    session_complete_text(session, view);
    const struct document *document = view->text->document;
    struct buffer out = { 0 };
    for (size_t i = 0; i < document->block_count; i++)
        add_block(&out, document, i);
    if (export_file_write(path, &(struct buffer){ 0 }, &out, &error))
        session_say(session, "%s: written, %zu bytes", path, out.length);
    else
        session_fail(session, "%s", error.text);
    buffer_free(&out);
}

static void run_write(struct session *session, const struct invocation *invocation)
{
    const char *typed = invocation->argument;
    bool over = typed[0] == '!';
    typed += over ? 1 + strspn(typed + 1, " ") : 0;
    char *path = session_typed_path(session, typed);
    if (*path == '\0')
        completion_open_line(session, "write ");
    else if (file_exists(path) && !over)
        session_fail(session, "%s: is there already; :write ! %s writes over it", path, path);
    else
        write_text(session, path);
    free(path);
}

/* clang-format off */
const struct command write_commands[] = {
    { "write", "[!] FILE", "write the text of this pane into a file; !: over one that is there", GROUP_OTHER, COMMAND_TEXT, 0, run_write },
    { .name = NULL },
};
/* clang-format on */
