#include "cli/reader_rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message_catalogues.h"
#include "base/xalloc.h"
#include "doc/conversion.h"
#include "ui/config_file.h"
#include "ui/option.h"

/* What follows `set` where the line sets that option, or unsets it; NULL elsewhere. */
static const char *setting_of(const char *line, const char *name)
{
    line += strspn(line, " \t");
    if (strncmp(line, "set", 3) != 0 || (line[3] != ' ' && line[3] != '\t'))
        return NULL;
    line += 3 + strspn(line + 3, " \t");
    size_t length = strcspn(line, " \t="), size = strlen(name);
    size_t no = length == size + 2 && strncmp(line, "no", 2) == 0 ? 2 : 0;
    return length == size + no && memcmp(line + no, name, size) == 0 ? line : NULL;
}

struct wanted {
    const char *name;
    struct options *options;
};

static bool take_line(void *context, char *line, struct error *error)
{
    const struct wanted *wanted = context;
    const char *setting = setting_of(line, wanted->name);
    config_file_cut_remark(line, 0);
    return setting == NULL || options_set(wanted->options, setting, error);
}

static void read_option(const struct environment *environment, const char *name,
                        struct options *options)
{
    struct wanted wanted = { name, options };
    const struct config_reader reader = { take_line, &wanted, environment->home };
    options_default(options);
    if (environment->config_folder == NULL)
        return;
    char *path = file_join(environment->config_folder, "diptychrc");
    config_file_read(&reader, path, NULL);
    free(path);
}

void reader_rules_choose_language(const struct environment *environment)
{
    struct options options;
    read_option(environment, "language", &options);
    const char *language = options_language(&options);
    (void)message_catalogues_use(environment->messages, environment->utf8 ? language : "en", NULL);
}

void reader_rules_load(const struct environment *environment)
{
    struct options options;
    read_option(environment, "reader", &options);
    conversion_set_rules(environment->conversion, options.reader);
}

char *reader_rules_search_engine(const struct environment *environment)
{
    struct options options;
    read_option(environment, "search-engine", &options);
    return xstrdup(options.search_engine);
}
