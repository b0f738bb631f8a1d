/* names: the set of names that are looked for, each with the entity it leads to.
 *
 * Entities are numbers of the caller's (the index of a note). A name belongs to one entity; two
 * entities may share a name. Names are stored as they are written, but with blanks trimmed and
 * full-width letters and digits made ASCII, in one arena, in the order they are added; a name's
 * number is its place in that order.
 *
 * Memory: 20 bytes a name, what the matcher needs (matcher.h), and the bytes of the names.
 * Ownership: names_free releases everything; a matcher points into the set, which must not
 * change while one lives. Any number of threads may read. */
#ifndef DIPTYCH_ENTITY_NAMES_H
#define DIPTYCH_ENTITY_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entity/variants.h"

#define NAMES_LENGTH_LIMIT ((size_t)1000) /* bytes of one name */
#define NAMES_NONE UINT32_MAX

enum name_role {
    ROLE_FULL,  /* counts everywhere and introduces the entity */
    ROLE_ALIAS, /* the same; told apart for the reader only */
    ROLE_SHORT, /* counts where the text has introduced the entity (linker.h) */
    ROLE_EXCEPT /* a phrase in which the entity's names mean something else: no mention */
};

enum name_flags {
    NAME_AS_WRITTEN = 1, /* not in capitals either: Fab is not FAB */
    NAME_ANY_CASE = 2,   /* amazon, aMaZoN are Amazon */
    NAME_PERSON = 4,     /* the entity is a person (linker.h) */
    NAME_COMMON = 8,     /* an everyday word, too: linker_add sets it */
    NAME_PLACE = 16      /* the entity is a place */
};

struct name {
    uint32_t at; /* in the arena */
    uint32_t entity;
    uint32_t twin; /* next name spelled the same but for letter case, NAMES_NONE at the end */
    uint16_t length;
    uint8_t role;  /* enum name_role */
    uint8_t flags; /* enum name_flags */
};

struct names {
    struct name *items;
    size_t count;
    size_t capacity;
    char *arena;
    size_t arena_length;
    size_t arena_capacity;
    struct variants *variants;
};

/* Start with { 0 }. False, and nothing is added, for a name without any letter, digit or Han, for
 * one of more than NAMES_LENGTH_LIMIT bytes, with an empty line in it, and when the set holds
 * 4 GiB. `name` need not be clean: ill-formed bytes match nothing. */
bool names_add(struct names *names, const char *name, size_t length, uint32_t entity,
               enum name_role role, unsigned flags);
void names_free(struct names *names);

/* The spelling of a name; not NUL-terminated. */
static inline const char *names_text(const struct names *names, uint32_t number)
{
    return names->arena + names->items[number].at;
}

/* Whether this name may be written so as text[start, end) is, units being equal: as it is, in
 * capitals, or (NAME_ANY_CASE) in any letters. */
bool names_agree(const struct names *names, uint32_t number, const char *text, size_t length);

#endif
