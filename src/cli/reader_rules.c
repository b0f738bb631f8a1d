#include "cli/reader_rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "doc/conversion.h"
#include "ui/option.h"

#define CONFIG_LIMIT ((size_t)1 << 20)

/* What follows `set` where the line sets a reader; NULL elsewhere. */
static const char *setting_of(const char *line)
{
    line += strspn(line, " \t");
    if (strncmp(line, "set", 3) != 0 || (line[3] != ' ' && line[3] != '\t'))
        return NULL;
    line += 3 + strspn(line + 3, " \t");
    size_t length = strcspn(line, " \t=");
    bool named = (length == 6 && memcmp(line, "reader", 6) == 0) ||
                 (length == 8 && memcmp(line, "noreader", 8) == 0);
    return named ? line : NULL;
}

void reader_rules_load(const char *config_folder, struct conversion *conversion)
{
    struct buffer text = { 0 };
    struct options options;
    char *path = config_folder != NULL ? file_join(config_folder, "diptychrc") : NULL;
    options_default(&options);
    if (path != NULL && file_exists(path) && file_read(path, CONFIG_LIMIT, &text, NULL)) {
        for (char *line = text.data; line != NULL && *line != '\0';) {
            char *end = strchr(line, '\n');
            if (end != NULL)
                *end = '\0';
            const char *setting = setting_of(line);
            if (setting != NULL)
                (void)options_set(&options, setting, NULL);
            line = end != NULL ? end + 1 : NULL;
        }
    }
    conversion_set_rules(conversion, options.reader);
    buffer_free(&text);
    free(path);
}
