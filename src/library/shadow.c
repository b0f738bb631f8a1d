#include "library/shadow.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"

/* How sure it is that two notes tell of one entity. */
enum likeness { BOTH_FULL, FULL_AND_ALIAS, ALIAS_AND_FULL, LIKENESSES };

static bool is_full(enum name_kind kind)
{
    return kind == NAME_ENGLISH || kind == NAME_CHINESE || kind == NAME_FILE;
}

static const char *fold_name(struct shadow *shadow, const char *name)
{
    fold_text(name, strlen(name), FOLD_CASE | FOLD_SPACE, &shadow->fold);
    return shadow->fold.text;
}

static int compare_claims(const void *left, const void *right)
{
    const struct shadow_claim *a = left;
    const struct shadow_claim *b = right;
    int order = strcmp(a->folded, b->folded);
    return order != 0 ? order : (a->note > b->note) - (a->note < b->note);
}

/* `claim` without its name. */
static void add_claim(struct shadow *shadow, const char *name, struct shadow_claim claim)
{
    claim.folded = xstrdup(fold_name(shadow, name));
    VECTOR_PUSH(shadow, claim);
}

/* A file's name tells which entity is meant even where the front matter gives other names. */
static void claim_all(struct shadow *shadow, const struct notes *vault)
{
    for (size_t i = 0; i < vault->count; i++) {
        const struct note *note = vault->items[i];
        add_claim(shadow, note->file_name, (struct shadow_claim){ .note = i, .full = true });
        for (size_t name = 0; name < note->count; name++) {
            const struct note_name *here = &note->items[name];
            if (here->kind != NAME_SHORT && note_name_fault(here) == NAME_FIT)
                add_claim(shadow, here->text,
                          (struct shadow_claim){ .note = i, .line = here->line,
                                                 .full = is_full(here->kind), .named = true });
        }
    }
    if (shadow->count > 0)
        qsort(shadow->items, shadow->count, sizeof *shadow->items, compare_claims);
}

/* First claim of `name`, `count` when there is none. */
static size_t first_claim(struct shadow *shadow, const char *name)
{
    const char *folded = fold_name(shadow, name);
    size_t low = 0;
    BISECT(low, shadow->count, strcmp(shadow->items[low].folded, folded) >= 0);
    bool found = low < shadow->count && strcmp(shadow->items[low].folded, folded) == 0;
    return found ? low : shadow->count;
}

/* The first free note of the vault that is so like one with the name `name`. */
static size_t find_alike(struct shadow *shadow, const char *name, bool full,
                         enum likeness likeness, const bool *taken)
{
    bool wants_full = likeness != ALIAS_AND_FULL;
    size_t at = first_claim(shadow, name);
    if (full == (likeness == FULL_AND_ALIAS))
        return SHADOW_NONE;
    for (size_t i = at; i < shadow->count; i++) {
        const struct shadow_claim *here = &shadow->items[i];
        if (strcmp(here->folded, shadow->items[at].folded) != 0)
            break;
        if (here->full == wants_full && !taken[here->note])
            return here->note;
    }
    return SHADOW_NONE;
}

static size_t find_cover(struct shadow *shadow, const struct note *note, enum likeness likeness,
                         const bool *taken)
{
    size_t found = find_alike(shadow, note->id, true, likeness, taken);
    for (size_t i = 0; found == SHADOW_NONE && i < note->count; i++) {
        const struct note_name *name = &note->items[i];
        if (name->kind != NAME_SHORT)
            found = find_alike(shadow, name->text, is_full(name->kind), likeness, taken);
    }
    return found;
}

void shadow_cast(struct shadow *shadow, const struct notes *vault, const struct notes *notes)
{
    *shadow = (struct shadow){ 0 };
    bool *taken = xcalloc(vault->count + 1, sizeof *taken);
    shadow->over = xcalloc(notes->count + 1, sizeof *shadow->over);
    claim_all(shadow, vault);
    for (size_t i = 0; i < notes->count; i++)
        shadow->over[i] = SHADOW_NONE;
    for (enum likeness likeness = BOTH_FULL; shadow->count > 0 && likeness < LIKENESSES;
         likeness++) {
        for (size_t i = 0; i < notes->count; i++) {
            if (shadow->over[i] != SHADOW_NONE)
                continue;
            shadow->over[i] = find_cover(shadow, notes->items[i], likeness, taken);
            if (shadow->over[i] != SHADOW_NONE)
                taken[shadow->over[i]] = true;
        }
    }
    free(taken);
}

void shadow_free(struct shadow *shadow)
{
    for (size_t i = 0; i < shadow->count; i++)
        free(shadow->items[i].folded);
    free(shadow->items);
    free(shadow->over);
    fold_free(&shadow->fold);
    *shadow = (struct shadow){ 0 };
}

const struct shadow_claim *shadow_taking(struct shadow *shadow, size_t index, const char *name)
{
    size_t at = shadow->count > 0 ? first_claim(shadow, name) : shadow->count;
    const struct shadow_claim *taking = NULL;
    for (size_t i = at; i < shadow->count; i++) {
        const struct shadow_claim *here = &shadow->items[i];
        if (strcmp(here->folded, shadow->items[at].folded) != 0)
            break;
        if (here->named && here->note == shadow->over[index])
            return NULL;
        if (here->named && taking == NULL)
            taking = here;
    }
    return taking;
}

/* The line of the vault's note that gives `name`, 0 when none does or the file's name is that. */
static unsigned line_of(struct shadow *shadow, size_t vault_note, const char *name)
{
    size_t at = first_claim(shadow, name);
    for (size_t i = at; i < shadow->count; i++) {
        const struct shadow_claim *here = &shadow->items[i];
        if (strcmp(here->folded, shadow->items[at].folded) != 0)
            break;
        if (here->note == vault_note && here->line > 0)
            return here->line;
    }
    return 0;
}

unsigned shadow_cover_line(struct shadow *shadow, size_t vault_note, const struct note *note)
{
    unsigned line = 0;
    for (size_t i = 0; i < note->count && line == 0; i++) {
        if (note->items[i].kind != NAME_SHORT)
            line = line_of(shadow, vault_note, note->items[i].text);
    }
    return line;
}
