/* facts: prints what the linker of reports knows of each pair of sentences, for learning weights
 * from by a logistic regression elsewhere.
 *
 *     facts DATA CACHE [COLLECTION] <pairs
 *
 * DATA holds the dictionaries (or none), CACHE their compiled form, COLLECTION notes; each line of
 * `pairs` names two articles, a tab between them. For each: a line of "pair", the names, the
 * numbers of sentences, whether sides are exchanged, which weights they take and the three facts of
 * the event; then a line for each candidate: the sentences of A and B, from 0, the facts of
 * pair_facts.h, the clues.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align/candidates.h"
#include "align/clues.h"
#include "align/linking_event.h"
#include "align/linking_weights.h"
#include "align/pair_facts.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "query/aligner.h"

static _Noreturn void fail(const char *what, const char *why)
{
    fprintf(stderr, "facts: %s: %s\n", what, why);
    exit(2);
}

/* What a reader would see of the clues: kind, weight and words. */
static void print_clue(const struct clues *clues, const struct clue *clue)
{
    const struct vocabulary *tokens = &clues->corpus.tokens;
    const struct figure *figure;
    switch (clue->kind) {
    case CLUE_TERM:
        printf(" %.2f%c%.*s", (double)clue->weight, clue->proper ? '^' : ':',
               clue->target < tokens->count ? (int)vocabulary_length(tokens, clue->target) : 0,
               clue->target < tokens->count ? vocabulary_text(tokens, clue->target) : "");
        break;
    case CLUE_FIGURE:
        figure = &clues->target.figures.items[clue->target];
        printf(" %.2f=%.*s", (double)clue->weight, (int)(figure->end - figure->start),
               clues->target.side->text + figure->start);
        break;
    case CLUE_NAME: printf(" %.2f@%u", (double)clue->weight, clues->ids[clue->target]); break;
    }
}

static void print_pair(struct pair_facts *facts, const struct candidate *pair)
{
    bool swapped = facts->clues->swapped;
    pair_facts_read(facts, pair);
    printf("%u\t%u", swapped ? pair->target : pair->source, swapped ? pair->source : pair->target);
    for (size_t i = 0; i < FACT_COUNT; i++)
        printf("\t%.5g", (double)facts->items[i]);
    putchar('\t');
    for (size_t i = 0; i < facts->list.count; i++)
        print_clue(facts->clues, &facts->list.items[i]);
    putchar('\n');
}

static void print_all(struct clues *clues, const char *a, const char *b)
{
    struct candidates candidates;
    struct pair_facts facts;
    float event[LINKING_EVENT_FACTS];
    bool *source_out = xcalloc(clues->source.side->count + 1, sizeof *source_out);
    bool *target_out = xcalloc(clues->target.side->count + 1, sizeof *target_out);
    candidates_find(&candidates, clues, source_out, target_out, NULL, NULL);
    linking_event_weigh(&candidates, event);
    printf("pair\t%s\t%s\t%zu\t%zu\t%d\t%d", a, b, clues->source.side->count,
           clues->target.side->count, clues->swapped, (int)linking_event_kind(clues));
    for (size_t i = 0; i < LINKING_EVENT_FACTS; i++)
        printf("\t%.5g", (double)event[i]);
    putchar('\n');
    pair_facts_begin(&facts, clues);
    for (size_t i = 0; i < candidates.rows.count; i++)
        print_pair(&facts, &candidates.rows.items[i]);
    pair_facts_free(&facts);
    candidates_free(&candidates);
    free(source_out);
    free(target_out);
}

static void read_text(const struct aligner *aligner, const char *path, struct document **document,
                      struct aligner_text *text)
{
    struct error error;
    *text = (struct aligner_text){ 0 };
    *document = reader_open(NULL, path, &error);
    if (*document == NULL)
        fail(path, error.text);
    aligner_read(aligner, *document, text);
}

static void print_texts(struct aligner *aligner, const char *a, const char *b)
{
    struct document *documents[2];
    struct aligner_text texts[2];
    struct clues clues;
    read_text(aligner, a, &documents[0], &texts[0]);
    read_text(aligner, b, &documents[1], &texts[1]);
    clues_build(&clues, &texts[0].side, &texts[1].side, aligner_lexicon(aligner));
    print_all(&clues, a, b);
    clues_free(&clues);
    for (size_t i = 0; i < 2; i++) {
        aligner_text_free(&texts[i]);
        document_free(documents[i]);
    }
}

int main(int count, char **arguments)
{
    char line[4096];
    if (count != 3 && count != 4)
        fail("usage", "facts DATA CACHE [COLLECTION] <pairs");
    struct entity_index *entity_index = entity_index_new(
        &(struct entity_index_sources){ .standard = count == 4 ? arguments[3] : NULL });
    struct aligner *aligner = aligner_new(NULL, entity_index, arguments[1], arguments[2]);
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *tab = strchr(line, '\t');
        if (tab == NULL)
            fail(line, "is no pair");
        *tab = '\0';
        print_texts(aligner, line, tab + 1);
    }
    aligner_free(aligner);
    entity_index_free(entity_index);
    return 0;
}
