#include "query/lookup_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_builder.h"
#include "language/han.h"
#include "library/note.h"

struct lookup_names {
    struct dictionary *dictionary;
    const struct note **items; /* of each entry */
    size_t count;
    size_t capacity;
};

/* A long name that is not the same as one before. */
static bool counts(const struct note *note, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (strcmp(note->items[i].text, note->items[index].text) == 0)
            return false;
    }
    return note->items[index].kind != NAME_SHORT;
}

/* The names without Han, as glosses; the note's type when there are none. */
static char *english_names(const struct note *note)
{
    struct buffer names = { 0 };
    for (size_t i = 0; i < note->count; i++) {
        if (!counts(note, i) || han_any(note->items[i].text))
            continue;
        if (names.length > 0)
            buffer_add_byte(&names, '/');
        for (const char *at = note->items[i].text; *at != '\0'; at++) {
            if (*at == '/')
                buffer_add_text(&names, "∕");
            else
                buffer_add_byte(&names, *at);
        }
    }
    if (names.length == 0)
        buffer_add_text(&names, note_type_name(note->type));
    return buffer_take(&names);
}

static void add_entry(struct lookup_names *names, struct dictionary_builder *builder,
                      const struct note *note, const char *headword, const char *glosses)
{
    struct dictionary_entry entry = { headword, headword, "", glosses };
    if (dictionary_builder_add(builder, &entry))
        VECTOR_PUSH(names, note);
}

static void add_note(struct lookup_names *names, struct dictionary_builder *builder,
                     const struct note *note)
{
    char *english = english_names(note);
    const char *as_is = note_name(note, NAME_CHINESE); /* a name that Chinese leaves as it is */
    bool chinese = false;
    if (as_is == NULL)
        as_is = note_type_name(note->type);
    for (size_t i = 0; i < note->count; i++)
        chinese = chinese || (counts(note, i) && han_any(note->items[i].text));
    for (size_t i = 0; i < note->count; i++) {
        const char *name = note->items[i].text;
        if (counts(note, i) && han_any(name) == chinese)
            add_entry(names, builder, note, name, chinese ? english : as_is);
    }
    free(english);
}

struct lookup_names *lookup_names_new(struct collection *collection)
{
    struct lookup_names *names = xcalloc(1, sizeof *names);
    struct dictionary_builder *builder = dictionary_builder_new();
    struct buffer compiled = { 0 };
    const struct notes *notes = NULL;
    if (collection != NULL && collection_is_declared(collection))
        notes = collection_notes(collection);
    for (size_t i = 0; notes != NULL && i < notes->count; i++)
        add_note(names, builder, notes->items[i]);
    dictionary_builder_compile(builder, &compiled);
    dictionary_builder_free(builder);
    size_t size = compiled.length;
    names->dictionary = dictionary_from_bytes(buffer_take(&compiled), size, "names", NULL);
    return names;
}

void lookup_names_free(struct lookup_names *names)
{
    if (names == NULL)
        return;
    dictionary_close(names->dictionary);
    free(names->items);
    free(names);
}

const struct dictionary *lookup_names_dictionary(const struct lookup_names *names)
{
    return names->dictionary;
}

const char *lookup_names_id(const struct lookup_names *names, size_t entry)
{
    return entry < names->count ? names->items[entry]->id : "";
}
