#include "session/colours.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "layout/palette.h"
#include "session/core.h"
#include "session/parts.h"

struct named_palette {
    char *name;           /* NULL: the theme's own */
    enum theme_name base; /* what it began as */
    struct palette *own;  /* NULL where nothing was changed */
};

struct colours {
    struct named_palette *items; /* the themes in their order, then what the reader named */
    size_t count, capacity;
};

static struct colours *state_of(const struct session *session)
{
    struct colours *state = session_state(session, &colours_part);
    for (int theme = (int)state->count; theme < THEME_COUNT; theme++)
        VECTOR_PUSH(state, ((struct named_palette){ NULL, (enum theme_name)theme, NULL }));
    return state;
}

static const char *name_of(const struct named_palette *entry)
{
    return entry->name != NULL ? entry->name : palette_name(entry->base);
}

/* The palette of that name, NULL if there is none. */
static struct named_palette *find_entry(const struct session *session, const char *name)
{
    struct colours *state = state_of(session);
    for (size_t i = 0; i < state->count; i++)
        if (strcmp(name_of(&state->items[i]), name) == 0)
            return &state->items[i];
    return NULL;
}

/* The one in force. */
static const struct named_palette *current(const struct session *session)
{
    const struct named_palette *entry = find_entry(session, session->options.theme);
    return entry != NULL ? entry : &state_of(session)->items[session->around.theme];
}

enum theme_name session_theme(const struct session *session)
{
    return current(session)->base;
}

int session_colors(const struct session *session)
{
    int wanted = session->options.colors;
    if (session_theme(session) == THEME_NONE)
        return 0;
    if (wanted == 0)
        return session->around.colors;
    return wanted < 8 ? 0 : wanted < 16 ? 8 : wanted < 256 ? 16 : 256;
}

static const struct palette *palette_in(const struct named_palette *entry)
{
    return entry->own != NULL ? entry->own : palette_of(entry->base);
}

const struct palette *session_palette(const struct session *session)
{
    return palette_in(current(session));
}

const char *colours_name(const struct session *session, size_t index)
{
    const struct colours *state = state_of(session);
    return index < state->count ? name_of(&state->items[index]) : NULL;
}

bool colours_known(const struct session *session, struct error *error)
{
    const char *wanted = session->options.theme;
    struct buffer names = { 0 };
    if (strcmp(wanted, OPTION_THEME_AUTO) == 0 || find_entry(session, wanted) != NULL)
        return true;
    for (size_t i = 0; colours_name(session, i) != NULL; i++)
        buffer_add_format(&names, " %s", colours_name(session, i));
    error_set(error, "set theme: wants one of: auto%s; not “%s”", buffer_text(&names), wanted);
    buffer_free(&names);
    return false;
}

/* A new one each time, so that who keeps the old address sees that it is another. */
static bool change_entry(struct named_palette *entry, const char *line, struct error *error)
{
    struct palette *own = xcalloc(1, sizeof *own);
    *own = *palette_in(entry);
    if (!palette_change(own, line, error)) {
        free(own);
        return false;
    }
    free(entry->own);
    entry->own = own;
    return true;
}

bool colours_set(struct session *session, const char *line, struct error *error)
{
    line += strspn(line, " \t");
    size_t length = strcspn(line, " \t");
    char *name = xstrndup(line, length);
    struct named_palette *only = find_entry(session, name);
    struct colours *state = state_of(session);
    bool ok = only == NULL || change_entry(only, line + length, error);
    for (size_t i = 0; only == NULL && ok && i < state->count; i++)
        ok = change_entry(&state->items[i], line, error);
    free(name);
    return ok;
}

bool colours_name_palette(struct session *session, const char *line, struct error *error)
{
    char name[OPTION_NAME_SIZE] = "", base[OPTION_NAME_SIZE] = "dark", more[2] = "";
    int words = sscanf(line, "%23s %23s %1s", name, base, more);
    const struct named_palette *like = find_entry(session, base);
    if (words < 1 || words > 2 || !option_is_name(name) || strcmp(name, OPTION_THEME_AUTO) == 0) {
        error_set(error, "palette: wants a name and what it is to begin as, as in palette night dark");
        return false;
    }
    if (like == NULL) {
        error_set(error, "palette: there is no palette “%s”", base);
        return false;
    }
    if (find_entry(session, name) != NULL) {
        error_set(error, "palette: there is a palette “%s” already; color %s changes it", name, name);
        return false;
    }
    struct named_palette entry = { xstrdup(name), like->base, xcalloc(1, sizeof *entry.own) };
    *entry.own = *palette_in(like);
    VECTOR_PUSH(state_of(session), entry);
    return true;
}

static void free_own(struct session *session)
{
    struct colours *state = state_of(session);
    for (size_t i = 0; i < state->count; i++) {
        free(state->items[i].name);
        free(state->items[i].own);
    }
    free(state->items);
}

const struct session_part colours_part = { .size = sizeof(struct colours), .free = free_own };
