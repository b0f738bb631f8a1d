#include "query/note_placement.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/sha256.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "notes/mark.h"
#include "text/sanitize.h"

#define WORDS_BYTES ((size_t)400) /* of a comment that are kept to be shown */

/* Of longer texts the hash is not computed: their notes are known by the article's name. */
#define HASH_BYTES ((size_t)64 << 20)

struct placements *note_placement_new(void)
{
    return xcalloc(1, sizeof(struct placements));
}

static void clear(struct placements *placements)
{
    for (size_t i = 0; i < placements->count; i++) {
        free(placements->items[i].words);
        free(placements->items[i].colour);
    }
    free(placements->runs);
    placements->runs = NULL;
    placements->count = placements->placed = placements->run_count = 0;
}

void note_placement_free(struct placements *placements)
{
    if (placements == NULL)
        return;
    clear(placements);
    anchor_text_free(placements->text);
    free(placements->items);
    free(placements);
}

/* ---- which ones ---- */

enum bond { BY_ARTICLE, BY_HASH, BY_STORY };

struct finding {
    enum bond bond;
    struct placements *placements;
    const struct placement_text *text;
    const char *story;
    const char *lang;
};

static char *first_words(const char *comment)
{
    struct buffer words = { 0 };
    size_t length = strcspn(comment, "\n");
    sanitize_line(&words, comment, length < WORDS_BYTES ? length : WORDS_BYTES);
    return words.length > 0 ? buffer_take(&words) : xstrdup("");
}

static void place(struct finding *finding, const struct annotation *annotation,
                  const struct annotation_target *target, bool only_found)
{
    struct placements *placements = finding->placements;
    const struct document *document = finding->text->document;
    if (placements->text == NULL)
        placements->text = anchor_text_new(document->text, document->length);
    struct anchor anchor = anchor_find(placements->text, target);
    bool found = anchor.state == ANCHOR_EXACT || anchor.state == ANCHOR_MOVED;
    if (only_found && !found)
        return;
    struct placement placement = { .kind = annotation->kind,
                                   .role = target->role,
                                   .state = anchor.state,
                                   .same_words =
                                       anchor.state == ANCHOR_MOVED && anchor.same_words };
    if (found)
        placement.span = mark_span(document, anchor.place.start, anchor.place.end);
    memcpy(placement.id, annotation->id, sizeof placement.id);
    placement.words = first_words(annotation->comment);
    placement.colour = xstrdup(annotation->colour);
    VECTOR_PUSH(placements, placement);
}

/* A version of the story that is gone: it may have been renamed to this text. */
static bool was_renamed(const struct finding *finding, const struct annotation_target *target)
{
    const struct placement_text *text = finding->text;
    return *finding->story != '\0' && strcmp(target->story, finding->story) == 0 &&
           strcmp(target->lang, finding->lang) == 0 &&
           !text->is_there(text->context, target->article);
}

/* What binds the passage to the text, the strongest first: each is taken once. */
static bool is_bound(const struct finding *finding, const struct annotation_target *target)
{
    if (strcmp(target->article, finding->text->article) == 0)
        return finding->bond == BY_ARTICLE;
    if (strcmp(target->hash, finding->placements->hash) == 0)
        return finding->bond == BY_HASH;
    return finding->bond == BY_STORY && was_renamed(finding, target);
}

static bool gather(void *context, const struct annotation *annotation)
{
    struct finding *finding = context;
    for (size_t i = 0; i < annotation->target_count; i++) {
        const struct annotation_target *target = &annotation->targets[i];
        if (target->role != TARGET_DESTINATION && is_bound(finding, target))
            place(finding, annotation, target, finding->bond != BY_ARTICLE);
    }
    return true;
}

static bool gather_by(struct finding *finding, enum bond bond, const struct store_filter *filter,
                      struct store *store, struct error *error)
{
    finding->bond = bond;
    return store_each(store, filter, gather, finding, NULL, error);
}

static const char *from_matter(const struct document *document, const char *key)
{
    const char *value = frontmatter_get(document->frontmatter, key);
    return value != NULL ? value : "";
}

static bool gather_all(struct placements *placements, const struct placement_text *text,
                       struct store *store, struct error *error)
{
    const struct document *document = text->document;
    struct finding finding = { BY_ARTICLE, placements, text, from_matter(document, "story"),
                               from_matter(document, "lang") };
    if (placements->hash[0] == '\0' && document->length <= HASH_BYTES)
        sha256_hex(document->text, document->length, placements->hash);
    struct store_filter by_article = { .article = text->article };
    struct store_filter by_hash = { .hash = placements->hash };
    struct store_filter by_story = { .story = finding.story };
    return gather_by(&finding, BY_ARTICLE, &by_article, store, error) &&
           (placements->hash[0] == '\0' || gather_by(&finding, BY_HASH, &by_hash, store, error)) &&
           (*finding.story == '\0' || gather_by(&finding, BY_STORY, &by_story, store, error));
}

/* ---- in order ---- */

static int compare(const void *a, const void *b)
{
    const struct placement *first = a;
    const struct placement *second = b;
    bool first_placed = first->span.end > first->span.start;
    bool second_placed = second->span.end > second->span.start;
    if (first_placed != second_placed)
        return first_placed ? -1 : 1;
    if (first->span.start != second->span.start)
        return first->span.start < second->span.start ? -1 : 1;
    int order = strcmp(first->id, second->id); /* ids sort by time */
    return order != 0 ? order : (int)first->role - (int)second->role;
}

static int compare_sizes(const void *a, const void *b)
{
    const size_t *first = a;
    const size_t *second = b;
    return (*first > *second) - (*first < *second);
}

/* Cuts the text at every place where an annotation begins or ends. */
static void make_runs(struct placements *placements)
{
    size_t count = placements->placed;
    size_t *cuts = xcalloc(2 * count + 1, sizeof *cuts);
    size_t *ends = xcalloc(count + 1, sizeof *ends);
    for (size_t i = 0; i < count; i++) {
        cuts[2 * i] = placements->items[i].span.start;
        cuts[2 * i + 1] = ends[i] = placements->items[i].span.end;
    }
    qsort(cuts, 2 * count, sizeof *cuts, compare_sizes);
    qsort(ends, count, sizeof *ends, compare_sizes);
    placements->runs = xcalloc(2 * count + 1, sizeof *placements->runs);
    size_t begun = 0;
    size_t ended = 0;
    for (size_t c = 0; c + 1 < 2 * count; c++) {
        struct placement_run run = { .start = cuts[c], .end = cuts[c + 1] };
        while (begun < count && placements->items[begun].span.start <= run.start)
            begun++;
        while (ended < count && ends[ended] <= run.start)
            ended++;
        if (run.end == run.start || begun == ended)
            continue;
        run.count = (unsigned)(begun - ended);
        run.last = begun - 1;
        while (placements->items[run.last].span.end <= run.start)
            run.last--;
        placements->runs[placements->run_count++] = run;
    }
    free(cuts);
    free(ends);
}

bool note_placement_update(struct placements *placements, const struct placement_text *text,
                           struct store *store, struct error *error)
{
    clear(placements);
    bool ok = store == NULL || gather_all(placements, text, store, error);
    if (!ok)
        clear(placements);
    if (placements->count == 0)
        return ok;
    qsort(placements->items, placements->count, sizeof *placements->items, compare);
    while (placements->placed < placements->count &&
           placements->items[placements->placed].span.end > 0)
        placements->placed++;
    make_runs(placements);
    return ok;
}

/* ---- looking ---- */

const struct placement *note_placement_at(const struct placements *placements, size_t offset,
                                          size_t *count)
{
    const struct placement *found = NULL;
    size_t there = 0;
    for (size_t i = 0; i < placements->placed && placements->items[i].span.start <= offset; i++) {
        if (placements->items[i].span.end <= offset)
            continue;
        found = &placements->items[i];
        there++;
    }
    if (count != NULL)
        *count = there;
    return found;
}

size_t note_placement_from(const struct placements *placements, size_t offset)
{
    size_t low = 0;
    BISECT(low, placements->placed, placements->items[low].span.start >= offset);
    return low;
}

const struct placement *note_placement_find(const struct placements *placements, const char *id,
                                            enum target_role role)
{
    for (size_t i = 0; i < placements->count; i++)
        if (placements->items[i].role == role && strcmp(placements->items[i].id, id) == 0)
            return &placements->items[i];
    return NULL;
}

size_t note_placement_count(const struct placements *placements, enum anchor_state state)
{
    size_t count = 0;
    for (size_t i = 0; i < placements->count; i++)
        count += placements->items[i].state == state && !placements->items[i].same_words;
    return count;
}
