#include "session/colours.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "layout/palette.h"
#include "session/core.h"
#include "session/parts.h"

struct colours {
    struct palette *own[THEME_COUNT]; /* NULL where nothing was changed */
};

static struct colours *state_of(const struct session *session)
{
    return session_state(session, &colours_part);
}

const struct palette *session_palette(const struct session *session)
{
    enum theme_name theme = session_theme(session);
    const struct palette *own = state_of(session)->own[theme];
    return own != NULL ? own : palette_of(theme);
}

/* A new one each time, so that who keeps the old address sees that it is another. */
static bool change(struct colours *state, enum theme_name theme, const char *line,
                   struct error *error)
{
    struct palette *own = xcalloc(1, sizeof *own);
    const struct palette *now = state->own[theme] != NULL ? state->own[theme] : palette_of(theme);
    *own = *now;
    if (!palette_change(own, line, error)) {
        free(own);
        return false;
    }
    free(state->own[theme]);
    state->own[theme] = own;
    return true;
}

bool colours_set(struct session *session, const char *line, struct error *error)
{
    char name[16] = "";
    enum theme_name only = THEME_COUNT;
    line += strspn(line, " \t");
    size_t length = strcspn(line, " \t");
    memcpy(name, line, length < sizeof name ? length : 0);
    bool one = style_theme_parse(name, &only);
    bool ok = true;
    line += one ? length : 0;
    for (int theme = 0; ok && theme < THEME_COUNT; theme++)
        if (!one || theme == (int)only)
            ok = change(state_of(session), (enum theme_name)theme, line, error);
    return ok;
}

void colours_run(struct session *session, const struct invocation *invocation)
{
    struct error error = { "" };
    if (!colours_set(session, invocation->argument, &error))
        session_fail(session, "%s", error.text);
}

static void free_own(struct session *session)
{
    for (int theme = 0; theme < THEME_COUNT; theme++)
        free(state_of(session)->own[theme]);
}

const struct session_part colours_part = { .size = sizeof(struct colours), .free = free_own };
