/* fuzz_linker: any names in any text give mentions that are sorted, do not overlap, begin and end
 * between code points and within one block, and are of an entity that has the name. The names
 * are the lines before a line of three equals signs, each with a letter for its role and kind
 * before it (f full, s short, x excepted; capitals: a person's, a any letters, w as written). */
#include <stddef.h>
#include <stdint.h>

#include "base/xalloc.h"
#include "doc/reader.h"
#include "document_invariants.h"
#include "entity/linker.h"

#define MARK "\n===\n"
#define NAMES_AT_MOST 200

static void add_line(struct names *names, const char *line, size_t length)
{
    char kind = length > 0 ? line[0] : '\0';
    enum name_role role = (kind | 0x20) == 's' ? ROLE_SHORT
                          : kind == 'x'        ? ROLE_EXCEPT : ROLE_FULL;
    unsigned flags = kind == 'F' || kind == 'S' ? NAME_PERSON : 0;
    flags |= kind == 'a' ? NAME_ANY_CASE : kind == 'w' ? NAME_AS_WRITTEN : 0;
    char *name = xstrndup(length > 0 ? line + 1 : line, length > 0 ? length - 1 : 0);
    (void)linker_add(names, name, (uint32_t)(names->count % 7), role, flags);
    free(name);
}

/* Returns where the text begins. */
static size_t add_names(struct names *names, const char *input, size_t length)
{
    const char *end = strstr(input, MARK);
    if (end == NULL)
        return 0;
    for (const char *line = input; line < end && names->count < NAMES_AT_MOST;) {
        size_t size = strcspn(line, "\n");
        add_line(names, line, size);
        line += size + 1;
    }
    size_t start = (size_t)(end - input) + strlen(MARK);
    return start < length ? start : length;
}

static void check_mentions(const struct names *names, const struct document *document,
                           const struct mentions *mentions)
{
    size_t at = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];
        HOLDS(mention->start >= at && mention->end > mention->start);
        HOLDS(mention->end <= document->length);
        HOLDS(starts_code_point(document, mention->start));
        HOLDS(starts_code_point(document, mention->end));
        HOLDS(mention->name < names->count);
        HOLDS(names->items[mention->name].entity == mention->entity);
        HOLDS(names->items[mention->name].role != ROLE_EXCEPT);
        size_t block = document_block_at(document, mention->start);
        while (block + 1 < document->block_count &&
               (document->blocks[block + 1].flags & BLOCK_CONTINUES) != 0)
            block++;
        HOLDS(mention->end <= document->blocks[block].end);
        at = mention->end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *input = xstrndup((const char *)data, size);
    size_t length = strlen(input);
    struct names names = { 0 };
    size_t start = add_names(&names, input, length);
    struct linker *linker = linker_new(&names);
    static const enum reader_kind kinds[] = { READER_PLAIN, READER_MARKDOWN };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct document *document = reader_parse(input + start, length - start, kinds[i], NULL);
        struct mentions mentions = { 0 };
        check_document(document);
        linker_run(linker, document, &mentions);
        check_mentions(&names, document, &mentions);
        mentions_free(&mentions);
        document_free(document);
    }
    linker_free(linker);
    names_free(&names);
    free(input);
    return 0;
}
