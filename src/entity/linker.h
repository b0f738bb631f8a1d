/* linker: the mentions of entities in a document.
 *
 * A mention is a span of the document's text that names an entity: what the matcher finds
 * (matcher.h), judged in reading order.
 *
 *   - Headings, paragraphs and table cells are searched one by one: a name does not go on in the
 *     next. Code blocks and code in a line name nothing, nor do addresses (surroundings.h).
 *   - A full name or alias counts where it stands, and introduces its entity. With its bare
 *     domain it is one mention (Etsy.com), and so it is with another name of the entity that
 *     follows in brackets: 阿里巴巴（Alibaba）, the brackets included.
 *   - A short name counts from where its entity was introduced on, in headings also before that where
 *     nobody else may be meant, and where a title stands with
 *     it (Mr. Ma, 伯曼先生), which introduces the entity too. The title is no part of the
 *     mention. A person's short name beside another capitalised word (Pony Ma, David Smith) is
 *     somebody else's but in headings, and so is any of their Han names beside a middle dot.
 *   - Somebody else of the same name who was named before makes a short name uncertain, and without
 *     an introduction by a full name it is not the entity's, title or not (Pony Ma, then Mr. Ma).
 *   - A name that is an everyday word (Square; text/commonword.h) needs a capital that tells
 *     something, or what goes with a name behind it (capitals.h); else it is a mention where
 *     the entity is introduced, and then uncertain. Beside another capitalised word it is a part
 *     of that (Times Square). So is a person's full name of one word (Michael Porter).
 *   - A short name in capitals counts among capitals and with a title only (Boston, MA).
 *   - What an entity excepts (Amazon River) is no mention, nor is any name in it.
 *   - Where several introduced entities share a short name, the one whose full name stood last
 *     is meant, and the mention is uncertain. A name that is a full one of several entities is
 *     uncertain, too: an introduced entity comes first, then the one added first.
 *   - Possessive endings are no part of a mention.
 *
 * Ownership: linker_free; the names stay the caller's and outlive the linker. Threads may share
 * a linker. */
#ifndef DIPTYCH_ENTITY_LINKER_H
#define DIPTYCH_ENTITY_LINKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/document.h"
#include "entity/names.h"

struct mention {
    size_t start;
    size_t end;
    uint32_t entity;
    uint32_t name; /* number of the name it is spelled as */
    bool uncertain;
};

/* Sorted by start, not overlapping. Start with { 0 }. */
struct mentions {
    struct mention *items;
    size_t count;
    size_t capacity;
};

void mentions_free(struct mentions *mentions);

/* Index of the first mention whose end lies beyond `offset`; `count` when there is none. */
size_t mentions_first_after(const struct mentions *mentions, size_t offset);

struct linker;

/* names_add, and “the Economist” besides “The Economist”; marks everyday words. */
bool linker_add(struct names *names, const char *name, uint32_t entity, enum name_role role,
                unsigned flags);

struct linker *linker_new(struct names *names);
void linker_free(struct linker *linker);

/* Appends the document's mentions. */
void linker_run(const struct linker *linker, const struct document *document,
                struct mentions *mentions);

#endif
