/* Programs beside the room, and files of other kinds in it. */
#include "app/room_player.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/conversion.h"

static char *build_path(const char *name)
{
    const char *build = getenv("BUILDDIR");
    return file_join(build != NULL ? build : ".", name);
}

bool set_converter(struct script *script, char *rest)
{
    (void)rest;
    char *path = build_path("diptych-convert");
    conversion_free(script->conversion);
    script->conversion = conversion_new(path, "cache");
    script->setup.conversion = script->conversion;
    free(path);
    return true;
}

/* The shell's environment: the program of the build before all others, and the folders of this room. The
 * locale is the tests' own, so that what is printed is English whatever the room speaks. */
static char *shell_line(const char *command)
{
    char *build = build_path("");
    char *line = xasprintf("PATH='%s':\"$PATH\" && mkdir -p xdg && ln -sfn ../config xdg/config && "
                           "for part in data cache; do mkdir -p xdg/$part && ln -sfn ../../$part xdg/$part/diptych; done && "
                           "export XDG_CONFIG_HOME=\"$PWD/xdg/config\" XDG_DATA_HOME=\"$PWD/xdg/data\" "
                           "XDG_CACHE_HOME=\"$PWD/xdg/cache\" DIPTYCH_COLLECTION=\"$PWD/collection\" && { %s\n}",
                           build, command);
    free(build);
    return line;
}

bool do_shell(struct script *script, char *rest)
{
    char *line = shell_line(rest);
    FILE *output = popen(line, "r");
    char part[4096];
    size_t length;
    free(line);
    buffer_truncate(&script->printed, 0);
    while (output != NULL && (length = fread(part, 1, sizeof part, output)) > 0)
        buffer_add(&script->printed, part, length);
    int status = output != NULL ? pclose(output) : -1;
    return status == 0 || wrong(script, "the shell ended with %d: %s", status, buffer_text(&script->printed));
}

bool look_printed(struct script *script, char *rest)
{
    unescape(rest);
    return strstr(buffer_text(&script->printed), rest) != NULL ||
           wrong(script, "“%s” is not in what was printed:\n%s", rest, buffer_text(&script->printed));
}
