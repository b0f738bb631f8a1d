#include "cli/environment.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/file.h"
#include "base/message_catalogues.h"
#include "base/terminal_name.h"
#include "base/xalloc.h"
#include "doc/conversion.h"
#include "library/collection_list.h"

#ifndef PKGDATADIR
#define PKGDATADIR "/usr/local/share/diptych"
#endif
#ifndef LOCALEDIR
#define LOCALEDIR "/usr/local/share/locale"
#endif
#ifndef PKGLIBEXECDIR
#define PKGLIBEXECDIR "/usr/local/libexec/diptych"
#endif

/* A variable's text; NULL when it is unset or empty. */
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0' ? value : NULL;
}

static const char *temporary_folder(void)
{
    const char *folder = variable("TMPDIR");
    return folder != NULL && folder[0] == '/' ? folder : "/tmp";
}

static const char *home_folder(void)
{
    const char *home = variable("HOME");
    if (home != NULL && home[0] == '/')
        return home;
    const struct passwd *entry = getpwuid(getuid());
    return entry != NULL && entry->pw_dir != NULL && entry->pw_dir[0] == '/' ? entry->pw_dir : NULL;
}

/* $NAME/diptych, else HOME/REST/diptych. */
static char *xdg_folder(const char *name, const char *rest)
{
    const char *value = variable(name);
    if (value != NULL && value[0] == '/')
        return file_join(value, "diptych");
    const char *home = home_folder();
    if (home == NULL)
        return NULL;
    char *base = file_join(home, rest);
    char *folder = file_join(base, "diptych");
    free(base);
    return folder;
}

/* argv[0] with a slash is the program; without one it was found along PATH. */
static char *search_path(const char *program)
{
    if (strchr(program, '/') != NULL)
        return realpath(program, NULL);
    char *real = NULL;
    const char *at = variable("PATH");
    while (at != NULL && real == NULL) {
        size_t length = strcspn(at, ":");
        char *folder = length > 0 ? xstrndup(at, length) : xstrdup(".");
        char *path = file_join(folder, program);
        if (access(path, X_OK) == 0 && !file_is_folder(path))
            real = realpath(path, NULL);
        free(path);
        free(folder);
        at = at[length] == ':' ? at + length + 1 : NULL;
    }
    return real;
}

/* What the system says that this process runs, NULL nothing. */
static char *running_program(void)
{
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    return length > 0 && (size_t)length < sizeof path ? xstrndup(path, (size_t)length) : NULL;
}

/* The folder that the program lies in, NULL unknown. */
static char *program_folder(const char *program)
{
    char *real = running_program();
    if (real == NULL && program != NULL)
        real = search_path(program);
    char *slash = real != NULL ? strrchr(real, '/') : NULL;
    if (slash == NULL) {
        free(real);
        return NULL;
    }
    slash[slash == real ? 1 : 0] = '\0';
    return real;
}

static bool is_program(const char *path)
{
    return access(path, X_OK) == 0 && !file_is_folder(path);
}

/* What lies beside the program, in `folder`, in one of the two places, by `is`; NULL none. */
static char *find_beside(const char *folder, const char *const beside[2], bool (*is)(const char *))
{
    char *found = NULL;
    for (size_t i = 0; folder != NULL && found == NULL && i < 2; i++) {
        found = file_join(folder, beside[i]);
        if (!is(found)) {
            free(found);
            found = NULL;
        }
    }
    return found;
}

/* The bundled collection: that of the source tree, of the prefix the program was moved to, of the
 * prefix it was built for. */
static char *find_collection(const char *folder)
{
    static const char *const beside[] = { "data/collection", "../share/diptych/collection" };
    const char *chosen = variable("DIPTYCH_COLLECTION");
    if (chosen != NULL)
        return xstrdup(chosen);
    char *path = find_beside(folder, beside, file_is_folder);
    char *found = path != NULL ? realpath(path, NULL) : NULL;
    free(path);
    if (found == NULL && file_is_folder(PKGDATADIR "/collection"))
        found = xstrdup(PKGDATADIR "/collection");
    return found;
}

/* The converter: in the build folder, in the prefix the program was moved to, in the one it was
 * built for. */
static char *find_converter(const char *folder)
{
    static const char *const beside[] = { "diptych-convert", "../libexec/diptych/diptych-convert" };
    const char *chosen = variable("DIPTYCH_CONVERTER");
    char *found = chosen != NULL ? xstrdup(chosen) : find_beside(folder, beside, is_program);
    if (found == NULL && access(PKGLIBEXECDIR "/diptych-convert", X_OK) == 0)
        found = xstrdup(PKGLIBEXECDIR "/diptych-convert");
    return found;
}

/* The catalogues of messages: in the build folder, in the prefix the program was moved to, in the one it
 * was built for. */
static char *find_messages(const char *folder)
{
    static const char *const beside[] = { "po", "../share/locale" };
    char *found = find_beside(folder, beside, file_is_folder);
    return found != NULL ? found : xstrdup(LOCALEDIR);
}

/* The languages that messages are wanted in, as gettext goes by the variables; NULL English. */
static const char *wanted_languages(void)
{
    const char *locale = variable("LC_ALL");
    locale = locale != NULL ? locale : variable("LC_MESSAGES");
    locale = locale != NULL ? locale : variable("LANG");
    if (locale == NULL || strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
        return NULL;
    const char *languages = variable("LANGUAGE");
    return languages != NULL ? languages : locale;
}

static int read_columns(void)
{
    const char *text = variable("COLUMNS");
    if (text == NULL)
        return 0;
    char *end;
    long value = strtol(text, &end, 10);
    return *end == '\0' && value > 0 && value <= 10000 ? (int)value : 0;
}

static int terminal_columns(void)
{
    int rows, columns;
    return descriptor_size(STDOUT_FILENO, &rows, &columns) ? columns : 0;
}

/* COLORFGBG is "foreground;background" or "foreground;default;background". */
static bool has_light_background(void)
{
    const char *value = variable("COLORFGBG");
    const char *background = value != NULL ? strrchr(value, ';') : NULL;
    if (background == NULL || background[1] < '0' || background[1] > '9')
        return false;
    long number = strtol(background + 1, NULL, 10);
    return number == 7 || (number >= 9 && number <= 15);
}

static bool has_true_color(void)
{
    const char *value = variable("COLORTERM");
    return value != NULL && (strcmp(value, "truecolor") == 0 || strcmp(value, "24bit") == 0);
}

static int choose_escape_delay(void)
{
    const char *value = variable("ESCDELAY");
    long delay = value != NULL ? strtol(value, NULL, 10) : 0;
    return delay < 1 || delay > 10000 ? 25 : (int)delay;
}

/* Terminals that show frames whole but call themselves xterm, which does not. Within tmux and screen
 * their variables are still set, but TERM is another. */
static bool has_frames(void)
{
    return terminal_name_begins(variable("TERM"), "xterm") &&
           (variable("WT_SESSION") != NULL || variable("KITTY_WINDOW_ID") != NULL ||
            terminal_name_begins(variable("TERM_PROGRAM"), "iTerm WezTerm ghostty"));
}

static bool names_utf8(const char *locale)
{
    const char *charset = locale != NULL ? strchr(locale, '.') : NULL;
    return charset != NULL && (strncasecmp(charset, ".utf-8", 6) == 0 ||
                               strncasecmp(charset, ".utf8", 5) == 0);
}

/* Whether the terminal takes UTF-8, though the locale is none of it. A locale that is asked for but
 * not installed tells it by its name; where none is asked for, terminals that know nothing else do. One
 * that is asked for by LC_ALL or LC_CTYPE and is of another kind is what the reader wants. */
static bool takes_utf8(void)
{
    static const char programs[] = "iTerm Apple_Terminal WezTerm vscode ghostty tmux";
    const char *asked = variable("LC_ALL");
    asked = asked != NULL ? asked : variable("LC_CTYPE");
    const char *language = asked != NULL ? asked : variable("LANG");
    if (asked != NULL || (language != NULL && strcmp(language, "C") != 0 &&
                          strcmp(language, "POSIX") != 0))
        return names_utf8(language);
    return terminal_name_keeps_titles(variable("TERM")) ||
           terminal_name_begins(variable("TERM_PROGRAM"), programs) ||
           variable("WT_SESSION") != NULL || variable("VTE_VERSION") != NULL ||
           variable("KONSOLE_VERSION") != NULL;
}

void environment_read(struct environment *environment, bool utf8, const char *program)
{
    const char *editor = variable("VISUAL");
    bool guessed = !utf8 && MB_CUR_MAX > 1 && takes_utf8();
    const char *home = home_folder();
    char *folder = program_folder(program);
    *environment = (struct environment){
        .home = xstrdup(home),
        .temporary = temporary_folder(),
        .config_folder = xdg_folder("XDG_CONFIG_HOME", ".config"),
        .data_folder = xdg_folder("XDG_DATA_HOME", ".local/share"),
        .cache_folder = xdg_folder("XDG_CACHE_HOME", ".cache"),
        .collection = find_collection(folder),
        .editor = editor != NULL ? editor : variable("EDITOR"),
        .browser = variable("BROWSER"),
        .shell = variable("SHELL"),
        .utf8 = utf8 || guessed,
        .guessed_utf8 = guessed,
        .terminal = isatty(STDOUT_FILENO) != 0,
        .no_color = variable("NO_COLOR") != NULL,
        .term = variable("TERM"),
        .light = has_light_background(),
        .told_background = variable("COLORFGBG") != NULL,
        .true_color = has_true_color(),
        .frames = has_frames(),
        .escape_delay = choose_escape_delay(),
        .columns = read_columns(),
        .terminal_columns = terminal_columns(),
    };
    if (variable("DIPTYCH_COLLECTION") == NULL)
        environment->library = collection_list_library(environment->data_folder);
    char *converter = find_converter(folder);
    environment->conversion = conversion_new(converter, environment->cache_folder);
    free(converter);
    char *messages = find_messages(folder);
    environment->messages =
        message_catalogues_new(messages, environment->utf8 ? wanted_languages() : NULL);
    free(messages);
    free(folder);
}

void environment_free(struct environment *environment)
{
    free(environment->home);
    free(environment->config_folder);
    free(environment->data_folder);
    free(environment->cache_folder);
    free(environment->collection);
    free(environment->library);
    conversion_free(environment->conversion);
    message_catalogues_free(environment->messages);
    *environment = (struct environment){ 0 };
}

const char *environment_collection(const struct environment *environment)
{
    return environment->library != NULL ? environment->library : environment->collection;
}
