#include "base/terminal_name.h"

#include <stddef.h>
#include <string.h>

static bool begins_with_one_of(const char *name, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strncmp(name, *words, strlen(*words)) == 0)
            return true;
    return false;
}

bool terminal_name_keeps_titles(const char *name)
{
    static const char *const names[] = { "xterm-kitty", "foot", "alacritty", "wezterm",
                                         "xterm-ghostty", "ghostty", "contour", "tmux", NULL };
    return begins_with_one_of(name, names);
}

bool terminal_name_shows_frames(const char *name)
{
    static const char *const names[] = { "xterm-kitty", "foot", "alacritty", "wezterm",
                                         "xterm-ghostty", "ghostty", "contour", NULL };
    return begins_with_one_of(name, names);
}

bool terminal_name_opens_links(const char *name)
{
    static const char *const names[] = { "xterm", "foot", "alacritty", "wezterm", "ghostty", "contour", "tmux",
                                         "konsole", "vte", "gnome", "mintty", "iterm", NULL };
    return begins_with_one_of(name, names);
}

bool terminal_name_is_console(const char *name)
{
    static const char *const names[] = { "linux", "vt", "cons", "wsvt", "pcvt", NULL };
    return begins_with_one_of(name, names);
}
