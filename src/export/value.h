/* value: what a template is filled with: texts, lists and objects, as JSON has them.
 *
 * A list may make its items one by one when they are asked for, so that a hundred thousand notes
 * need not be there at once.
 * Ownership: a value owns what it holds; value_free. Start with { 0 }, which is nothing. */
#ifndef DIPTYCH_EXPORT_VALUE_H
#define DIPTYCH_EXPORT_VALUE_H

#include <stdbool.h>
#include <stddef.h>

enum value_kind { VALUE_NOTHING, VALUE_TRUE, VALUE_TEXT, VALUE_LIST, VALUE_OBJECT };

struct value {
    enum value_kind kind;
    char *text;
    struct value *items; /* of a list, members of an object */
    char **names;        /* of the members */
    size_t count;
    size_t capacity;
    size_t name_capacity;
    /* A list that makes its items: `items` is NULL, each is freed after use. */
    void (*make)(const void *context, size_t index, struct value *item);
    const void *context;
};

void value_set_text(struct value *value, const char *text);

/* A new last item or member, nothing so far; valid until the next one is added. */
struct value *value_add_item(struct value *list);
struct value *value_add_member(struct value *object, const char *name);
void value_add_text(struct value *object, const char *name, const char *text);

/* The member of that name (`length` bytes), NULL when there is none. */
const struct value *value_member(const struct value *object, const char *name, size_t length);

/* Nothing, "" and an empty list are false. */
bool value_is_true(const struct value *value);
void value_free(struct value *value);

#endif
