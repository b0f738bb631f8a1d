#include "session/popup_part.h"

#include "session/core.h"
#include "session/parts.h"
#include "ui/popup.h"

SESSION_STATE(popup, popup_part)

void popup_part_show(struct session *session, char *text)
{
    popup_show(state_of(session), text);
}

/* A key that does not scroll it closes it, and goes on unless it says no more than that. */
static bool take_key(struct session *session, struct key key)
{
    struct popup *popup = state_of(session);
    if (popup->text == NULL)
        return false;
    if (popup_key(popup, key, session->rows / 2))
        return true;
    popup_close(popup);
    return key.code == KEY_ESCAPE || key.code == KEY_ENTER || key.code == 'q';
}

static void paint(struct session *session, const struct canvas *canvas, int bottom)
{
    if (state_of(session)->text != NULL)
        popup_paint(state_of(session), canvas, bottom);
}

static void free_popup(struct session *session)
{
    popup_close(state_of(session));
}

const struct session_part popup_part = {
    .size = sizeof(struct popup),
    .key = take_key,
    .paint = paint,
    .free = free_popup,
};
