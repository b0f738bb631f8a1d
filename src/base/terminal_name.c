#include "base/terminal_name.h"

#include <stddef.h>
#include <string.h>

/* What shows frames whole and keeps titles, all of them terminals of UTF-8. */
#define MODERN "xterm-kitty foot alacritty wezterm xterm-ghostty ghostty contour"

bool terminal_name_begins(const char *name, const char *words)
{
    while (name != NULL && *words != '\0') {
        size_t size = strcspn(words, " ");
        if (strncmp(name, words, size) == 0)
            return true;
        words += size;
        words += *words == ' ';
    }
    return false;
}

bool terminal_name_keeps_titles(const char *name)
{
    return terminal_name_begins(name, MODERN " tmux");
}

bool terminal_name_shows_frames(const char *name)
{
    return terminal_name_begins(name, MODERN);
}

bool terminal_name_opens_links(const char *name)
{
    return terminal_name_begins(name,
                                "xterm foot alacritty wezterm ghostty contour tmux konsole vte "
                                "gnome mintty iterm");
}

bool terminal_name_is_console(const char *name)
{
    return terminal_name_begins(name, "linux vt cons wsvt pcvt");
}
