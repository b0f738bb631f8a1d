#include "cli/reader_rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/conversion.h"
#include "ui/option.h"

#define CONFIG_LIMIT ((size_t)1 << 20)

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

static void read_option(const char *config_folder, const char *name, struct options *options)
{
    struct buffer text = { 0 };
    char *path = config_folder != NULL ? file_join(config_folder, "diptychrc") : NULL;
    options_default(options);
    if (path != NULL && file_exists(path) && file_read(path, CONFIG_LIMIT, &text, NULL)) {
        for (char *line = text.data; line != NULL && *line != '\0';) {
            char *end = strchr(line, '\n');
            if (end != NULL)
                *end = '\0';
            const char *setting = setting_of(line, name);
            if (setting != NULL)
                (void)options_set(options, setting, NULL);
            line = end != NULL ? end + 1 : NULL;
        }
    }
    buffer_free(&text);
    free(path);
}

void reader_rules_load(const char *config_folder, struct conversion *conversion)
{
    struct options options;
    read_option(config_folder, "reader", &options);
    conversion_set_rules(conversion, options.reader);
}

char *reader_rules_search_engine(const char *config_folder)
{
    struct options options;
    read_option(config_folder, "search-engine", &options);
    return xstrdup(options.search_engine);
}
