#include "export/value.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"

void value_set_text(struct value *value, const char *text)
{
    value->kind = VALUE_TEXT;
    value->text = xstrdup(text);
}

static struct value *add(struct value *value)
{
    VECTOR_PUSH(value, (struct value){ .kind = VALUE_NOTHING });
    return &value->items[value->count - 1];
}

struct value *value_add_item(struct value *list)
{
    list->kind = VALUE_LIST;
    return add(list);
}

struct value *value_add_member(struct value *object, const char *name)
{
    object->kind = VALUE_OBJECT;
    object->names = vector_grow(object->names, &object->name_capacity, object->count + 1,
                                sizeof *object->names);
    object->names[object->count] = xstrdup(name);
    return add(object);
}

void value_add_text(struct value *object, const char *name, const char *text)
{
    value_set_text(value_add_member(object, name), text);
}

const struct value *value_member(const struct value *object, const char *name, size_t length)
{
    for (size_t i = 0; object->kind == VALUE_OBJECT && i < object->count; i++) {
        if (strlen(object->names[i]) == length && strncmp(object->names[i], name, length) == 0)
            return &object->items[i];
    }
    return NULL;
}

bool value_is_true(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NOTHING: return false;
    case VALUE_TEXT: return value->text[0] != '\0';
    case VALUE_LIST: return value->count > 0;
    case VALUE_TRUE:
    case VALUE_OBJECT: return true;
    }
    return false;
}

void value_free(struct value *value)
{
    for (size_t i = 0; value->items != NULL && i < value->count; i++) {
        value_free(&value->items[i]);
        if (value->names != NULL)
            free(value->names[i]);
    }
    free(value->items);
    free(value->names);
    free(value->text);
    *value = (struct value){ .kind = VALUE_NOTHING };
}
