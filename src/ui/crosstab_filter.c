#include "ui/crosstab_filter.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "ui/list.h"

enum where { ANYWHERE, IN, NOT, ONLY };

static const char *const prefixes[] = { [ANYWHERE] = "", [IN] = "in:", [NOT] = "not:",
                                        [ONLY] = "only:" };

/* What X may be, in the order it is tried. */
enum sense { ID, NUMBER, LANGUAGE, BEGINNING, PUBLISHER, SENSES };

char *crosstab_word(const char **rest)
{
    const char *at = *rest + strspn(*rest, " ");
    struct buffer word = { 0 };
    bool quoted = false;
    if (*at == '\0') {
        *rest = at;
        return NULL;
    }
    for (; *at != '\0' && (quoted || *at != ' '); at++) {
        if (*at == '"')
            quoted = !quoted;
        else
            buffer_add_byte(&word, *at);
    }
    *rest = at;
    char *copy = xstrdup(buffer_text(&word));
    buffer_free(&word);
    return copy;
}

/* Cuts the prefix off a word; *name is X. "in:" alone, still being typed, asks for nothing. */
static enum where where_of(const char *word, const char **name)
{
    for (int where = IN; where <= ONLY; where++) {
        size_t length = strlen(prefixes[where]);
        if (strncmp(word, prefixes[where], length) == 0) {
            *name = word + length;
            return (enum where)where;
        }
    }
    *name = word;
    return ANYWHERE;
}

/* `folded` is the name, folded. */
static bool stands_for(const char *name, const char *folded, enum sense sense,
                       const struct crosstab_column *column, size_t number)
{
    size_t length = strlen(name);
    switch (sense) {
    case ID:
        return strcmp(column->id, name) == 0;
    case NUMBER:
        return strspn(name, "0123456789") == length && strtoul(name, NULL, 10) == number;
    case LANGUAGE: /* zh is zh-Hans, too */
        return strncasecmp(column->lang, name, length) == 0 &&
               (column->lang[length] == '\0' || column->lang[length] == '-');
    case BEGINNING:
        return strncmp(column->id, name, length) == 0;
    case PUBLISHER: {
        char *publisher = list_fold(column->publisher);
        bool there = strstr(publisher, folded) != NULL;
        free(publisher);
        return there;
    }
    case SENSES:
        break;
    }
    return false;
}

/* Marks the columns that X stands for. False when there are none. */
static bool find_columns(const struct crosstab *crosstab, const char *name, unsigned char *marks)
{
    bool any = false;
    char *folded = list_fold(name);
    for (int sense = ID; sense < SENSES && !any; sense++) {
        for (size_t i = 0; i < crosstab->columns.count; i++) {
            marks[i] =
                stands_for(name, folded, (enum sense)sense, &crosstab->columns.items[i], i + 1);
            any = any || marks[i];
        }
    }
    free(folded);
    return any;
}

#define INSIDE 1u
#define OUTSIDE 2u

static void keep_by_place(const struct crosstab *crosstab, enum where where, const char *name,
                          unsigned char *kept)
{
    unsigned char *marks = xcalloc(crosstab->columns.count + 1, 1);
    unsigned char *seen = xcalloc(crosstab->rows.count + 1, 1);
    (void)find_columns(crosstab, name, marks);
    for (size_t i = 0; i < crosstab->columns.count; i++) {
        const struct crosstab_column *column = &crosstab->columns.items[i];
        for (size_t cell = 0; cell < column->count; cell++)
            seen[column->items[cell].row] |= marks[i] ? INSIDE : OUTSIDE;
    }
    for (size_t i = 0; i < crosstab->rows.count; i++) {
        bool inside = (seen[i] & INSIDE) != 0;
        bool fits = where == NOT ? !inside : where == ONLY ? seen[i] == INSIDE : inside;
        kept[i] = kept[i] && fits;
    }
    free(marks);
    free(seen);
}

static void keep_by_word(const struct crosstab *crosstab, const char *word, unsigned char *kept)
{
    char *folded = list_fold(word);
    for (size_t i = 0; i < crosstab->rows.count; i++)
        kept[i] = kept[i] && list_holds(crosstab->rows.items[i].folded, folded);
    free(folded);
}

void crosstab_filter_rows(const struct crosstab *crosstab, unsigned char *kept)
{
    const char *rest = crosstab->filter;
    memset(kept, 1, crosstab->rows.count);
    for (char *word; (word = crosstab_word(&rest)) != NULL; free(word)) {
        const char *name;
        enum where where = where_of(word, &name);
        if (where == ANYWHERE)
            keep_by_word(crosstab, word, kept);
        else if (*name != '\0')
            keep_by_place(crosstab, where, name, kept);
    }
}

char *crosstab_filter_fault(const struct crosstab *crosstab)
{
    const char *rest = crosstab->filter;
    unsigned char *marks = xcalloc(crosstab->columns.count + 1, 1);
    char *fault = NULL;
    for (char *word; fault == NULL && (word = crosstab_word(&rest)) != NULL; free(word)) {
        const char *name;
        if (where_of(word, &name) != ANYWHERE && !find_columns(crosstab, name, marks))
            fault = xstrdup(name);
    }
    free(marks);
    return fault;
}

static void add_word(struct buffer *out, const char *prefix, const char *word)
{
    bool quoted = strchr(word, ' ') != NULL;
    buffer_add_format(out, "%s%s%s%s%s", out->length > 0 ? " " : "", prefix, quoted ? "\"" : "",
                      word, quoted ? "\"" : "");
}

char *crosstab_cycled_filter(const struct crosstab *crosstab, const struct crosstab_column *column)
{
    const char *rest = crosstab->filter;
    struct buffer filter = { 0 };
    enum where now = ANYWHERE;
    bool sayable = strchr(column->id, '"') == NULL; /* in a filter's words */
    size_t number = (size_t)(column - crosstab->columns.items) + 1;
    char *own = sayable ? xstrdup(column->id) : xasprintf("%zu", number);
    for (char *word; (word = crosstab_word(&rest)) != NULL; free(word)) {
        const char *name;
        enum where where = where_of(word, &name);
        if (where == ANYWHERE)
            add_word(&filter, "", word);
        else if (where != IN && strcmp(name, own) == 0)
            now = where;
    }
    if (now != NOT)
        add_word(&filter, prefixes[now == ONLY ? NOT : ONLY], own);
    free(own);
    return buffer_take(&filter);
}
