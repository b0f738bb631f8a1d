/* fuzz_frontmatter: any bytes, read as front matter, give clean entries within the limits, and the
 * block ends within the text, at a line's end. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/frontmatter.h"
#include "holds.h"
#include "text/sanitize.h"

static void check_entries(const struct frontmatter *matter)
{
    HOLDS(matter->count <= 10001);
    HOLDS((matter->fault != NULL) == (matter->fault_line > 0));
    for (size_t i = 0; i < matter->count; i++) {
        const struct frontmatter_entry *entry = &matter->items[i];
        HOLDS(is_clean(entry->key, strlen(entry->key)));
        HOLDS(is_clean(entry->value, strlen(entry->value)));
        HOLDS(entry->line > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const fences[][2] = { { "", "" }, { "---\n", "\n---\n" },
                                             { "+++\n", "\n+++\n" }, { "{\"a\":\n", "}\n" } };
    for (size_t i = 0; i < sizeof fences / sizeof *fences; i++) {
        struct buffer source = { 0 };
        struct frontmatter matter;
        buffer_add_text(&source, fences[i][0]);
        sanitize_source((const char *)data, size, &source, NULL);
        buffer_add_text(&source, fences[i][1]);
        size_t taken = frontmatter_read(source.data, source.length, &matter);
        HOLDS(taken <= source.length);
        HOLDS(taken == 0 || taken == source.length || source.data[taken - 1] == '\n');
        check_entries(&matter);
        frontmatter_split(&matter, "a");
        frontmatter_free(&matter);
        buffer_free(&source);
    }
    return 0;
}
