#include "app/room_player.h"

#include <dirent.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message_catalogues.h"
#include "base/xalloc.h"
#include "doc/conversion.h"
#include "layout/style.h"
#include "text/utf8.h"
#include "query/text_pair.h"
#include "session/completion.h"
#include "session/parts.h"
#include "session/reload.h"
#include "session/sync.h"
#include "ui/popup.h"

bool wrong(struct script *script, const char *format, ...)
{
    char text[16384];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    buffer_add_format(&script->faults, "%s:%zu: %s\n", script->path, script->at, text);
    if (script->faults_shown++ == 0)
        buffer_add_text(&script->faults, buffer_text(&script->screen));
    return false;
}

/* --- small things ---------------------------------------------------------------------- */

static void drop_names(struct script *script)
{
    for (size_t i = 0; i < NAMES; i++) {
        free(script->names[i]);
        script->names[i] = NULL;
    }
    script->setup.name_count = 0;
}

/* \e \n \t \\ \" \xHH; in place. Returns the length. */
size_t unescape(char *text)
{
    char *to = text;
    for (char *from = text; *from != '\0'; from++) {
        if (*from != '\\' || from[1] == '\0') {
            *to++ = *from;
            continue;
        }
        from++;
        unsigned byte;
        if (*from == 'x' && sscanf(from + 1, "%2x", &byte) == 1) {
            *to++ = (char)byte;
            from += 2;
        } else {
            *to++ = *from == 'e' ? '\x1b' : *from == 'n' ? '\n' : *from == 't' ? '\t' : *from;
        }
    }
    *to = '\0';
    return (size_t)(to - text);
}

/* Takes the next word off *rest, or the text between quotes (quoted tells). NULL at the end. */
char *next_word(char **rest, bool *quoted)
{
    char *at = *rest + strspn(*rest, " ");
    *quoted = *at == '"';
    if (*at == '\0')
        return NULL;
    char *end;
    if (*quoted) {
        end = ++at;
        while (*end != '\0' && *end != '"')
            end += *end == '\\' && end[1] != '\0' ? 2 : 1;
    } else {
        end = at + strcspn(at, " ");
    }
    *rest = *end != '\0' ? end + 1 : end;
    *end = '\0';
    return at;
}

static bool write_file(const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(name, "w");
    return file != NULL && fwrite(bytes, 1, length, file) == length && fclose(file) == 0;
}

static bool copy_folder(const char *from, const char *to)
{
    DIR *folder = opendir(from);
    if (folder == NULL || mkdir(to, 0777) != 0)
        return false;
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        char *source = file_join(from, entry->d_name);
        char *target = file_join(to, entry->d_name);
        struct buffer bytes = { 0 };
        if (file_is_folder(source))
            ok = copy_folder(source, target);
        else
            ok = file_read(source, 0, &bytes, NULL) &&
                 write_file(target, buffer_text(&bytes), bytes.length);
        buffer_free(&bytes);
        free(source);
        free(target);
    }
    closedir(folder);
    return ok;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

/* --- the room -------------------------------------------------------------------------- */

/* Background work, so that what a script sees does not hang on how fast threads are. */
static void settle(struct script *script)
{
    if (script->lazy)
        return;
    struct session *session = script->session;
    while (session_timeout(session) == 0 || (sync_made_text_pairs(session) != NULL &&
                                             text_pairs_are_busy(sync_made_text_pairs(session))))
        session_tick(session);
    session_poll_texts(script->session, true);
}

static bool is_hidden(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200E ||
           code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

/* The program's own marks: those that ASCII mode has to do without. */
static bool is_own_mark(uint32_t code)
{
    return (code >= 0x2500 && code <= 0x259F) || code == 0x00B7 || code == 0x2022;
}

static bool check_cells(struct script *script)
{
    const struct grid *grid = script->grid;
    int wanted = script->session->options.ascii;
    bool ascii = wanted == OPTION_ASCII_AUTO ? !script->setup.utf8 : wanted == OPTION_ASCII_ON;
    for (int i = 0; i < grid->rows * grid->columns; i++) {
        char text[512];
        size_t length = grid_cell_text(grid, grid_row(grid, i / grid->columns) + i % grid->columns, text);
        for (size_t at = 0; at < length;) {
            uint32_t code;
            at += utf8_decode(text + at, length - at, &code);
            bool framed = i / grid->columns < grid->rows - 2;
            if (is_hidden(code) || (ascii && framed && is_own_mark(code)))
                return wrong(script, "row %d column %d shows U+%04X", i / grid->columns + 1,
                             i % grid->columns + 1, (unsigned)code);
        }
    }
    bool beside = grid->cursor_column < 0 || grid->cursor_column >= grid->columns;
    if (grid->cursor_row >= grid->rows || (grid->cursor_row >= 0 && beside))
        return wrong(script, "the cursor is off the screen: %d %d", grid->cursor_row + 1,
                     grid->cursor_column + 1);
    return true;
}

static bool paint(struct script *script)
{
    session_paint(script->session, script->grid);
    buffer_truncate(&script->screen, 0);
    grid_dump(script->grid, &script->screen);
    return check_cells(script);
}

static bool open_room(struct script *script)
{
    struct error error = { "" };
    script->setup.collection = script->collection;
    script->setup.browser = script->browser;
    script->setup.editor = script->editor;
    script->setup.names = (const char *const *)script->names;
    script->session = session_new(&script->setup, &error);
    if (script->session == NULL)
        return wrong(script, "the room does not open: %s", error.text);
    script->started = true;
    grid_free(script->grid);
    script->grid = grid_new(script->setup.rows, script->setup.columns);
    settle(script);
    return paint(script);
}

/* --- which keys and commands are used ---------------------------------------------------- */

static void see_command(struct room_seen *seen, const char *line)
{
    const struct command *command;
    line += strspn(line, " :");
    size_t length = strcspn(line, " ");
    for (size_t i = 0; (command = command_at(&command_all, i)) != NULL; i++)
        if (strlen(command->name) == length && memcmp(command->name, line, length) == 0)
            seen->commands[i] = 1;
}

static bool is_sequence(const char *names, const struct key *keys, size_t count)
{
    size_t i = 0;
    while (*names != '\0') {
        struct key key;
        size_t length = key_parse(names, &key);
        if (length == 0 || i == count || !key_equal(key, keys[i]))
            return false;
        names += length;
        i++;
    }
    return i == count;
}

/* What the key is about to do, as session_key will see it. */
static void see_key(struct script *script, struct key key)
{
    struct session *session = script->session;
    struct pending *pending = &session->pending;
    if (session->prompt.ops != NULL) {
        if (key.code == KEY_ENTER && session->prompt.ops == &command_prompt)
            see_command(script->seen, prompt_text(&session->prompt));
        return;
    }
    const struct popup *popup = session_state(session, &popup_part);
    bool swallowed = popup->text != NULL &&
                     (key.code == KEY_ESCAPE || key.code == KEY_ENTER || key.code == 'q');
    bool forgets = key.code == KEY_ESCAPE && (pending->count > 0 || pending->number > 0);
    bool digit = key.modifiers == 0 && key.code >= '0' && key.code <= '9' && pending->count == 0 &&
                 (key.code != '0' || pending->number > 0);
    if (swallowed || forgets || digit || pending->wants_key != NULL)
        return;
    enum keymap_mode mode = session_mode(session);
    struct key keys[PENDING_KEYS + 1];
    memcpy(keys, pending->keys, pending->count * sizeof *keys);
    keys[pending->count] = key;
    const char *command = NULL;
    if (keymap_look(session->keymap, mode, keys, pending->count + 1, &command) != KEYMAP_FULL)
        return;
    see_command(script->seen, command);
    size_t count;
    const struct keymap_row *rows = keymap_standard(&count);
    for (size_t i = 0; i < count; i++)
        if ((rows[i].mode & mode) != 0 && strcmp(rows[i].command, command) == 0 &&
            is_sequence(rows[i].keys, keys, pending->count + 1))
            script->seen->rows[i] = 1;
}

/* --- doing ------------------------------------------------------------------------------- */

static bool press(struct script *script, struct key key)
{
    see_key(script, key);
    session_key(script->session, key);
    settle(script);
    return paint(script);
}

static bool type_text(struct script *script, char *text)
{
    size_t length = unescape(text);
    for (size_t at = 0; at < length;) {
        uint32_t code;
        at += utf8_decode(text + at, length - at, &code);
        if (!press(script, (struct key){ .code = code }))
            return false;
    }
    return true;
}

static bool do_keys(struct script *script, char *rest)
{
    bool quoted;
    for (char *word; (word = next_word(&rest, &quoted)) != NULL;) {
        struct key key;
        if (quoted) {
            if (!type_text(script, word))
                return false;
        } else if (key_parse(word, &key) != strlen(word)) {
            return wrong(script, "%s is no key", word);
        } else if (!press(script, key)) {
            return false;
        }
    }
    return true;
}

static bool do_paste(struct script *script, char *rest)
{
    bool quoted;
    char *text = next_word(&rest, &quoted);
    if (text == NULL)
        return wrong(script, "paste wants a text");
    session_paste(script->session, text, unescape(text));
    settle(script);
    return paint(script);
}

static bool do_mouse(struct script *script, char *rest)
{
    char what[16];
    int row;
    int column;
    if (sscanf(rest, "%15s %d %d", what, &row, &column) != 3)
        return wrong(script, "mouse wants press, drag, release, up or down, a row and a column");
    struct key key = { .row = (uint16_t)(row - 1), .column = (uint16_t)(column - 1) };
    key.code = strcmp(what, "press") == 0     ? KEY_MOUSE_PRESS
               : strcmp(what, "drag") == 0    ? KEY_MOUSE_DRAG
               : strcmp(what, "release") == 0 ? KEY_MOUSE_RELEASE
               : strcmp(what, "up") == 0      ? KEY_WHEEL_UP
                                              : KEY_WHEEL_DOWN;
    key.button = key.code <= KEY_MOUSE_DRAG ? 1 : 0;
    return press(script, key);
}

static bool do_resize(struct script *script, char *rest)
{
    int columns;
    int rows;
    if (sscanf(rest, "%dx%d", &columns, &rows) != 2)
        return wrong(script, "resize wants COLUMNSxROWS");
    session_resize(script->session, rows, columns);
    grid_resize(script->grid, rows, columns);
    script->setup.rows = rows;
    script->setup.columns = columns;
    settle(script);
    return paint(script);
}

static bool do_ran(struct script *script, char *rest)
{
    char *reason;
    long status = strtol(rest, &reason, 10);
    reason += strspn(reason, " ");
    session_ran(script->session, (int)status, *reason != '\0' ? reason : NULL);
    return paint(script);
}

static bool do_open(struct script *script, char *rest)
{
    bool quoted;
    drop_names(script);
    for (char *word; (word = next_word(&rest, &quoted)) != NULL;) {
        if (script->setup.name_count == NAMES)
            return wrong(script, "too many names");
        script->names[script->setup.name_count++] = xstrdup(word);
    }
    return true;
}

static bool do_restart(struct script *script, char *rest)
{
    struct error error = { "" };
    if (!session_save(script->session, &error))
        return wrong(script, "the visit was not saved: %s", error.text);
    session_free(script->session);
    script->session = NULL;
    if (script->conversion != NULL)
        set_converter(script, NULL); /* the one that the session stopped does no more */
    drop_names(script);
    script->setup.fresh = strncmp(rest, "fresh", 5) == 0;
    char *open = strstr(rest, "open ");
    if (open != NULL && !do_open(script, open + 5))
        return false;
    return open_room(script);
}

static bool do_tick(struct script *script, char *rest)
{
    (void)rest;
    bool lazy = script->lazy;
    script->lazy = false;
    settle(script);
    session_rest(script->session, 1000);
    session_tick(script->session); /* what is done once a second: files are looked at */
    settle(script);
    script->lazy = lazy;
    return paint(script);
}

static bool do_remember(struct script *script, char *rest)
{
    (void)rest;
    free(script->remembered);
    script->remembered = xstrdup(buffer_text(&script->screen));
    script->remembered_row = script->grid->cursor_row;
    script->remembered_column = script->grid->cursor_column;
    return true;
}

/* --- fenced lines ------------------------------------------------------------------------ */

/* The lines between --- and ---; the second may have more on it (*tail). */
bool fenced(struct script *script, struct buffer *out, const char **tail, bool keep)
{
    if (script->at >= script->count || strcmp(script->lines[script->at], "---") != 0)
        return wrong(script, "here belong lines between --- and ---");
    for (size_t i = script->at + 1; i < script->count; i++) {
        const char *line = script->lines[i];
        if (strncmp(line, "---", 3) == 0 && (line[3] == '\0' || line[3] == ' ')) {
            for (size_t k = script->at; keep && k <= i; k++)
                buffer_add_format(&script->rest, "%s\n", script->lines[k]);
            script->at = i + 1;
            *tail = line + 3 + strspn(line + 3, " ");
            return true;
        }
        buffer_add_text(out, line);
        buffer_add_byte(out, '\n');
    }
    return wrong(script, "there is no second ---");
}

/* --- before the room opens ------------------------------------------------------------------ */

static bool set_size(struct script *script, char *rest)
{
    return sscanf(rest, "%dx%d", &script->setup.columns, &script->setup.rows) == 2 ||
           wrong(script, "size wants COLUMNSxROWS");
}

static bool set_collection(struct script *script, char *rest)
{
    free(script->collection);
    script->collection = strcmp(rest, "none") != 0 ? xstrdup(rest) : NULL;
    if (script->collection == NULL)
        script->setup.standard = NULL;
    return true;
}

static bool set_browser(struct script *script, char *rest)
{
    free(script->browser);
    script->browser = xstrdup(rest);
    return true;
}

static bool set_editor(struct script *script, char *rest)
{
    free(script->editor);
    script->editor = xstrdup(rest);
    return true;
}

static bool set_fresh(struct script *script, char *rest)
{
    (void)rest;
    return script->setup.fresh = true;
}

static bool set_number(struct script *script, char *rest)
{
    (void)rest;
    return script->setup.number = true;
}

static bool set_language(struct script *script, char *rest)
{
    const char *build = getenv("BUILDDIR");
    char *folder = file_join(build != NULL ? build : ".", "po");
    struct error error;
    message_catalogues_free(script->messages);
    script->messages = message_catalogues_new(folder, rest);
    script->setup.messages = script->messages;
    if (!message_catalogues_use(script->messages, rest, &error))
        script->bless = false, script->at = script->count;
    free(folder);
    return true;
}

static bool set_guessed(struct script *script, char *rest)
{
    (void)rest;
    return script->setup.guessed_utf8 = true;
}

static bool set_theme(struct script *script, char *rest)
{
    enum theme_name theme;
    if (!style_theme_parse(rest, &theme))
        return wrong(script, "theme wants dark, light, none or another one");
    script->setup.theme = (int)theme;
    script->setup.colors = theme == THEME_NONE ? 0 : 256;
    return true;
}

static bool set_ascii(struct script *script, char *rest)
{
    (void)rest;
    script->setup.utf8 = false;
    return true;
}

static bool set_lazy(struct script *script, char *rest)
{
    (void)rest;
    return script->lazy = true;
}

static bool write_fenced(struct script *script, const char *name)
{
    struct buffer text = { 0 };
    const char *tail;
    bool ok = fenced(script, &text, &tail, true);
    if (ok) {
        buffer_reserve(&text, 1);
        ok = write_file(name, buffer_text(&text), unescape(text.data)) ||
             wrong(script, "%s could not be written", name);
    }
    buffer_free(&text);
    return ok;
}

static bool set_config(struct script *script, char *rest)
{
    (void)rest;
    return write_fenced(script, "config/diptychrc");
}

static bool do_write(struct script *script, char *rest)
{
    return write_fenced(script, rest);
}

static bool do_repeat(struct script *script, char *rest)
{
    bool quoted;
    char *count = next_word(&rest, &quoted);
    char *name = next_word(&rest, &quoted);
    const char *number = strstr(rest, "%d");
    struct buffer text = { 0 };
    for (long i = 1; count != NULL && name != NULL && i <= atol(count); i++) {
        if (number != NULL)
            buffer_add_format(&text, "%.*s%ld%s\n", (int)(number - rest), rest, i, number + 2);
        else
            buffer_add_format(&text, "%s\n", rest);
    }
    bool ok = name != NULL && write_file(name, buffer_text(&text), text.length);
    buffer_free(&text);
    return ok || wrong(script, "repeat wants COUNT NAME TEXT");
}

static bool do_folder(struct script *script, char *rest)
{
    return mkdir(rest, 0777) == 0 || wrong(script, "%s: no folder could be made", rest);
}

static bool do_remove(struct script *script, char *rest)
{
    return remove(rest) == 0 || wrong(script, "%s: could not be removed", rest);
}

static bool look_refused(struct script *script, char *rest)
{
    if (open_room(script))
        return wrong(script, "the room opened");
    if (strstr(buffer_text(&script->faults), rest) == NULL)
        return false;
    buffer_truncate(&script->faults, 0);
    return true;
}

/* --- the language ------------------------------------------------------------------------- */

static const struct {
    const char *name;
    bool inside; /* needs the room to be open */
    bool (*play)(struct script *script, char *rest);
} instructions[] = {
    { "size", false, set_size },          { "collection", false, set_collection },
    { "open", false, do_open },           { "fresh", false, set_fresh },
    { "number", false, set_number },         { "language", false, set_language },
    { "theme", false, set_theme },
    { "guessed", false, set_guessed },    { "ascii", false, set_ascii },        { "browser", false, set_browser },
    { "editor", false, set_editor },
    { "config", false, set_config },      { "write", false, do_write },
    { "repeat", false, do_repeat },       { "folder", false, do_folder },
    { "remove", false, do_remove },       { "lazy", false, set_lazy },
    { "refused", false, look_refused },
    { "keys", true, do_keys },            { "paste", true, do_paste },
    { "mouse", true, do_mouse },          { "resize", true, do_resize },
    { "converter", false, set_converter }, { "shell", false, do_shell },
    { "printed", false, look_printed },
    { "ran", true, do_ran },              { "restart", true, do_restart },
    { "tick", true, do_tick },            { "remember", true, do_remember },
    { "screen", true, look_screen },      { "same", true, look_same },
    { "row", true, look_row },            { "status", true, look_status },
    { "message", true, look_message },    { "contains", true, look_contains },
    { "lacks", true, look_lacks },        { "cursor", true, look_cursor },
    { "role", true, look_role },          { "panes", true, look_panes },
    { "request", true, look_request },    { "input", true, look_input },
    { "environment", true, look_environment },
};

static bool play_line(struct script *script, const char *line)
{
    if (line[0] == '#' || line[strspn(line, " ")] == '\0')
        return true;
    size_t length = strcspn(line, " ");
    for (size_t i = 0; i < sizeof instructions / sizeof instructions[0]; i++) {
        if (strlen(instructions[i].name) != length ||
            memcmp(instructions[i].name, line, length) != 0)
            continue;
        if (instructions[i].inside && !script->started && !open_room(script))
            return false;
        char *rest = xstrdup(line + length + strspn(line + length, " "));
        bool ok = instructions[i].play(script, rest);
        free(rest);
        return ok;
    }
    return wrong(script, "no instruction begins like this: %s", line);
}

static bool play(struct script *script)
{
    while (script->at < script->count) {
        const char *line = script->lines[script->at++];
        buffer_add_format(&script->rest, "%s\n", line);
        if (!play_line(script, line) && script->session == NULL && script->faults.length > 0)
            return false;
    }
    return script->faults.length == 0;
}

static void read_lines(struct script *script, char *text)
{
    while (*text != '\0') {
        char *end = text + strcspn(text, "\n");
        char *next = end + (*end == '\n');
        *end = '\0';
        script->lines = xreallocarray(script->lines, script->count + 1, sizeof *script->lines);
        script->lines[script->count++] = text;
        text = next;
    }
}

static void script_free(struct script *script)
{
    session_free(script->session);
    grid_free(script->grid);
    drop_names(script);
    free(script->collection);
    free(script->browser);
    free(script->editor);
    free(script->remembered);
    free(script->lines);
    message_catalogues_free(script->messages);
    conversion_free(script->conversion);
    buffer_free(&script->printed);
    buffer_free(&script->screen);
    buffer_free(&script->rest);
}

/* A folder for the script, with what it needs in it, as the working folder. */
static bool enter(char *folder, const char *source)
{
    char *collection = file_join(source, "collection");
    bool ok = mkdtemp(folder) != NULL && chdir(folder) == 0 && mkdir("data", 0777) == 0 &&
              mkdir("cache", 0777) == 0 && mkdir("config", 0777) == 0 &&
              copy_folder(collection, "collection");
    free(collection);
    return ok;
}

bool room_script_run(const char *path, const char *source, bool bless, struct room_seen *seen,
                     char **fault)
{
    struct script script = { .path = file_base_name(path), .bless = bless, .seen = seen };
    struct buffer text = { 0 };
    char home[4096];
    char folder[] = "room.XXXXXX";
    bool ok = getcwd(home, sizeof home) != NULL && file_read(path, 0, &text, NULL);
    ok = ok && enter(folder, source);
    if (ok) {
        buffer_reserve(&text, 1);
        read_lines(&script, text.data);
        script.collection = xstrdup("collection");
        script.setup = (struct session_setup){
            .commands = &command_all,
            .standard = "collection", .home = "home",
            .config_folder = "config", .data_folder = "data", .cache_folder = "cache",
            .pager_shell = "/bin/sh", .utf8 = true, .colors = 256, .rows = 24, .columns = 80,
        };
        ok = play(&script);
        *fault = buffer_take(&script.faults);
    } else {
        *fault = xasprintf("%s: could not be set up", path);
    }
    if (script.bless && script.at == script.count && script.count > 0)
        ok = write_file(path, buffer_text(&script.rest), script.rest.length) && ok;
    script_free(&script);
    buffer_free(&text);
    if (chdir(home) == 0)
        nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return ok;
}
