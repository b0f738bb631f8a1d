#include "notes/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/fold.h"

#define FOLDING (FOLD_CASE | FOLD_SPACE)

struct sieve {
    struct store_filter wanted;
    struct fold text;   /* what is looked for */
    struct fold looked; /* where, reused */
};

struct sieve *sieve_new(const struct store_filter *wanted)
{
    struct sieve *sieve = xcalloc(1, sizeof *sieve);
    sieve->wanted = *wanted;
    if (wanted->text != NULL)
        fold_text(wanted->text, strlen(wanted->text), FOLDING, &sieve->text);
    return sieve;
}

void sieve_free(struct sieve *sieve)
{
    if (sieve == NULL)
        return;
    fold_free(&sieve->text);
    fold_free(&sieve->looked);
    free(sieve);
}

static bool is(const char *wanted, const char *value)
{
    return wanted == NULL || strcmp(wanted, value) == 0;
}

static bool has_text(struct sieve *sieve, const char *text)
{
    fold_text(text, strlen(text), FOLDING, &sieve->looked);
    return sieve->looked.length >= sieve->text.length &&
           strstr(sieve->looked.text, sieve->text.text) != NULL;
}

static bool accepts_text(struct sieve *sieve, const struct annotation *annotation)
{
    if (sieve->wanted.text == NULL || has_text(sieve, annotation->comment))
        return true;
    for (size_t i = 0; i < annotation->tag_count; i++) {
        if (has_text(sieve, annotation->tags[i]))
            return true;
    }
    for (size_t i = 0; i < annotation->target_count; i++) {
        if (has_text(sieve, annotation->targets[i].quote))
            return true;
    }
    return false;
}

static bool accepts_article(const struct store_filter *wanted, const struct annotation *annotation)
{
    if (wanted->article == NULL && wanted->story == NULL && wanted->hash == NULL &&
        wanted->title == NULL)
        return true;
    for (size_t i = 0; i < annotation->target_count; i++) {
        const struct annotation_target *target = &annotation->targets[i];
        if (target->role != TARGET_DESTINATION && is(wanted->article, target->article) &&
            is(wanted->story, target->story) && is(wanted->hash, target->hash) &&
            is(wanted->title, target->title))
            return true;
    }
    return false;
}

/* A day or month as a limit stands for all of it. */
static bool accepts_time(const struct store_filter *wanted, const char *created)
{
    return (wanted->since == NULL || strcmp(created, wanted->since) >= 0) &&
           (wanted->until == NULL || strncmp(created, wanted->until, strlen(wanted->until)) <= 0);
}

bool sieve_accepts(struct sieve *sieve, const struct annotation *annotation)
{
    const struct store_filter *wanted = &sieve->wanted;
    unsigned kinds = wanted->kinds != 0 ? wanted->kinds : ~(1u << ANNOTATION_WORD);
    return (kinds & 1u << annotation->kind) != 0 &&
           accepts_time(wanted, annotation->created) &&
           (wanted->tag == NULL || annotation_has_tag(annotation, wanted->tag)) &&
           is(wanted->origin, annotation->origin) && accepts_article(wanted, annotation) &&
           accepts_text(sieve, annotation);
}
