#include "query/aligner.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "query/article_figures.h"
#include "base/bisect.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "align/alignment_file.h"
#include "dictionary/core_words.h"
#include "dictionary/dictionaries.h"
#include "dictionary/han_words.h"
#include "language/han.h"
#include "library/article.h"
#include "dictionary/lexicon_build.h"
#include "align/align_mode.h"

#define CACHE_FOLDER "bitext"
#define LEXICON_FILE "lexicon"
#define GLOSSARY_FILE "glossary.tsv"
#define GLOSSARY_MOST ((size_t)16 << 20)
#define ENTRIES_BETWEEN_CALLS 1024
#define SENTENCES_BETWEEN_CALLS 1024
#define WORTH_KEEPING 400 /* sentences of both sides; less is worked out faster than read */

struct aligner {
    struct collection *collection;
    const struct entity_index *entity_index;
    char *dictionaries; /* their folder, NULL none */
    char *cache;        /* folder, NULL none */
    struct lexicon *lexicon;
    struct file_stamp
        stamps[2]; /* of the folder of dictionaries and the glossary that it is from */
};

/* Who is asked whether to go on. */
struct aligner_listener {
    bool (*go_on)(void *data, double done); /* NULL nobody */
    void *data;
};

static bool may_go_on(const struct aligner_listener *listener)
{
    return listener->go_on == NULL || listener->go_on(listener->data, 0);
}

struct aligner *aligner_new(struct collection *collection, const struct entity_index *entity_index,
                            const char *data_folder, const char *cache_folder)
{
    struct aligner *aligner = xcalloc(1, sizeof *aligner);
    aligner->collection = collection;
    aligner->entity_index = entity_index;
    if (data_folder != NULL)
        aligner->dictionaries = file_join(data_folder, DICTIONARIES_FOLDER);
    if (cache_folder != NULL)
        aligner->cache = file_join(cache_folder, CACHE_FOLDER);
    return aligner;
}

void aligner_free(struct aligner *aligner)
{
    if (aligner == NULL)
        return;
    lexicon_free(aligner->lexicon);
    free(aligner->dictionaries);
    free(aligner->cache);
    free(aligner);
}

/* ---- the lexicon ---- */

static uint64_t mix(uint64_t sum, uint64_t value)
{
    sum = (sum ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return sum ^ (sum >> 29);
}

/* What the lexicon is made from: which files, and when they were last changed. */
static uint64_t fingerprint(const struct dictionaries *dictionaries)
{
    uint64_t sum = mix(1, CORE_WORDS_VERSION);
    for (size_t i = 0; i < dictionaries->count; i++) {
        const struct installed *installed = &dictionaries->items[i];
        struct stat status;
        if (installed->dictionary == NULL || stat(installed->path, &status) != 0)
            continue;
        for (const char *c = installed->name; *c != '\0'; c++)
            sum = mix(sum, (unsigned char)*c);
        sum = mix(sum, (uint64_t)status.st_size);
        sum = mix(sum, (uint64_t)status.st_mtim.tv_sec);
        sum = mix(sum, (uint64_t)status.st_mtim.tv_nsec);
        sum = mix(sum, (uint64_t)status.st_ino);
    }
    return sum;
}

/* An English headword is what each word of its meanings means. */
static void add_turned(struct lexicon_builder *builder, const struct dictionary_entry *entry)
{
    struct buffer word = { 0 };
    struct span span;
    for (size_t at = 0; han_word_next(entry->glosses, &at, &span);) {
        buffer_truncate(&word, 0);
        buffer_add(&word, entry->glosses + span.start, span.end - span.start);
        lexicon_builder_add(builder, buffer_text(&word), NULL, NULL, entry->simplified);
    }
    buffer_free(&word);
}

/* Dictionaries of other languages know nothing of these two. */
static bool add_entries(struct lexicon_builder *builder, const struct dictionary *dictionary,
                        const struct aligner_listener *listener)
{
    size_t count = dictionary_count(dictionary);
    bool ok = true;
    bool turned = strcmp(dictionary_languages(dictionary), "en-zh") == 0;
    if (!turned && strcmp(dictionary_languages(dictionary), "zh-en") != 0)
        return true;
    for (size_t i = 0; ok && i < count; i++) {
        struct dictionary_entry entry = dictionary_entry_at(dictionary, i);
        if (turned && !han_any(entry.simplified))
            add_turned(builder, &entry);
        else if (han_any(entry.simplified))
            lexicon_builder_add(builder, entry.simplified, entry.traditional, entry.reading,
                                entry.glosses);
        ok = i % ENTRIES_BETWEEN_CALLS != 0 || may_go_on(listener);
    }
    return ok;
}

/* Closes each dictionary behind its last entry, for all of them together take much memory. NULL when it
 * was stopped. */
static struct lexicon *compile(const struct aligner *aligner, struct dictionaries *dictionaries,
                               uint64_t sum, const char *path, const struct aligner_listener *listener)
{
    struct lexicon *lexicon = NULL;
    bool ok = true;
    struct lexicon_builder *builder = lexicon_builder_new();
    struct buffer bytes = { 0 };
    core_words_add(builder);
    for (size_t i = 0; ok && i < dictionaries->count; i++) {
        if (dictionaries->items[i].dictionary != NULL)
            ok = add_entries(builder, dictionaries->items[i].dictionary, listener);
        dictionary_close(dictionaries->items[i].dictionary);
        dictionaries->items[i].dictionary = NULL;
    }
    core_words_add_others(builder);
    ok = ok && lexicon_builder_finish(builder, sum, listener->go_on, listener->data, &bytes) &&
         may_go_on(listener);
    lexicon_builder_free(builder);
    if (ok && path != NULL && file_make_folders(aligner->cache, NULL))
        (void)file_write(path, bytes.data, bytes.length, NULL);
    if (ok)
        lexicon = lexicon_from_bytes(&bytes, sum, NULL);
    buffer_free(&bytes);
    return !ok || lexicon != NULL ? lexicon : lexicon_new();
}

/* NULL when it was stopped. */
static struct lexicon *open_lexicon(const struct aligner *aligner,
                                    const struct aligner_listener *listener)
{
    struct lexicon *lexicon = NULL;
    struct dictionaries *dictionaries = dictionaries_open(aligner->dictionaries);
    uint64_t sum = fingerprint(dictionaries);
    char *path = aligner->cache != NULL ? file_join(aligner->cache, LEXICON_FILE) : NULL;
    if (path != NULL)
        lexicon = lexicon_open(path, sum, NULL);
    if (lexicon == NULL)
        lexicon = compile(aligner, dictionaries, sum, path, listener);
    dictionaries_free(dictionaries);
    free(path);
    return lexicon;
}

/* "English, tab, Chinese, tab ..." lines below a header; check tells of broken ones. */
static void add_glossary(struct lexicon *lexicon, const struct collection *collection)
{
    struct buffer bytes = { 0 };
    char *path = file_join(collection_folder(collection), GLOSSARY_FILE);
    bool ok = file_exists(path) && file_read(path, GLOSSARY_MOST, &bytes, NULL);
    free(path);
    const char *end = buffer_text(&bytes) + bytes.length;
    for (const char *line = buffer_text(&bytes), *next; ok && line < end; line = next) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        next = newline != NULL ? newline + 1 : end;
        const char *tab = memchr(line, '\t', (size_t)(next - line));
        const char *chinese = tab != NULL ? tab + 1 : next;
        size_t length = strcspn(chinese, "\t\r\n");
        if (chinese < next)
            lexicon_add(lexicon, chinese, length, line, (size_t)(tab - line));
    }
    buffer_free(&bytes);
}

/* Every Chinese name of a note may be rendered by every other one of its names. Short names are
 * left out: they are too short to be looked for without their entity. */
static void add_names(struct lexicon *lexicon, const struct note *note)
{
    for (size_t i = 0; i < note->count; i++) {
        const struct note_name *chinese = &note->items[i];
        if (!han_any(chinese->text) || chinese->kind == NAME_SHORT)
            continue;
        for (size_t k = 0; k < note->count; k++) {
            const struct note_name *other = &note->items[k];
            if (!han_any(other->text) && other->kind != NAME_SHORT)
                lexicon_add(lexicon, chinese->text, strlen(chinese->text), other->text,
                            strlen(other->text));
        }
    }
}

static void read_stamps(const struct aligner *aligner, struct file_stamp stamps[2])
{
    memset(stamps, 0, 2 * sizeof *stamps);
    if (aligner->dictionaries != NULL)
        stamps[0] = file_stamp(aligner->dictionaries);
    if (aligner->collection != NULL && collection_is_declared(aligner->collection)) {
        char *path = file_join(collection_folder(aligner->collection), GLOSSARY_FILE);
        stamps[1] = file_stamp(path);
        free(path);
    }
}

bool aligner_is_stale(const struct aligner *aligner)
{
    struct file_stamp now[2];
    if (aligner->lexicon == NULL)
        return false;
    read_stamps(aligner, now);
    return !file_stamp_equal(&now[0], &aligner->stamps[0]) ||
           !file_stamp_equal(&now[1], &aligner->stamps[1]);
}

bool aligner_prepare(struct aligner *aligner, bool (*go_on)(void *data, double done), void *data)
{
    const struct aligner_listener listener = { go_on, data };
    if (aligner->lexicon != NULL)
        return true;
    read_stamps(aligner, aligner->stamps);
    struct lexicon *lexicon = open_lexicon(aligner, &listener);
    if (lexicon == NULL)
        return false;
    if (aligner->collection != NULL && collection_is_declared(aligner->collection))
        add_glossary(lexicon, aligner->collection);
    size_t count = aligner->entity_index != NULL ? entity_index_count(aligner->entity_index) : 0;
    for (size_t i = 0; i < count; i++)
        add_names(lexicon, entity_index_note(aligner->entity_index, (uint32_t)i));
    aligner->lexicon = lexicon;
    return true;
}

const struct lexicon *aligner_lexicon(struct aligner *aligner)
{
    (void)aligner_prepare(aligner, NULL, NULL);
    return aligner->lexicon;
}

/* ---- texts ---- */

static void add_block(const struct document *document, size_t block, uint32_t paragraph,
                      struct spans *spans, struct aligner_text *text)
{
    const struct block *of = &document->blocks[block];
    struct side_sentence sentence = { .paragraph = paragraph };
    sentence.heading = of->kind == BLOCK_HEADING;
    sentence.code = of->kind == BLOCK_CODE;
    sentence.row = of->kind == BLOCK_TABLE_ROW;
    sentence.item = of->kind == BLOCK_PARAGRAPH && of->marker > 0;
    spans->count = 0;
    document_sentences(document, block, spans);
    for (size_t i = 0; i < spans->count; i++) {
        sentence.span = spans->items[i];
        VECTOR_PUSH(&text->sentences, sentence);
    }
}

/* Whether a place is in a block of code or between marks of code. */
static bool is_code(const struct document *document, size_t at)
{
    size_t low = 0;
    BISECT(low, document->style_count, document->styles[low].end > at);
    if (low < document->style_count && document->styles[low].start <= at &&
        (document->styles[low].bits & STYLE_CODE) != 0)
        return true;
    low = 0;
    BISECT(low, document->block_count, document->blocks[low].end > at);
    return low < document->block_count && document->blocks[low].kind == BLOCK_CODE;
}

static void add_names_of(const struct document *document, const struct mentions *mentions,
                         struct aligner_text *text)
{
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];
        if (!mention->uncertain && !is_code(document, mention->start))
            VECTOR_PUSH(
                &text->marks,
                (struct side_mark){ { mention->start, mention->end }, mention->entity, MARK_NAME });
    }
}

static int compare_marks(const void *a, const void *b)
{
    const struct side_mark *one = a;
    const struct side_mark *other = b;
    return (one->span.start > other->span.start) - (one->span.start < other->span.start);
}

static bool add_marks(const struct aligner *aligner, const struct document *document,
                      const struct aligner_listener *listener, struct aligner_text *text)
{
    struct mentions mentions = { 0 };
    if (aligner->entity_index != NULL)
        entity_index_find(aligner->entity_index, document, &mentions);
    bool ok = may_go_on(listener) && article_figures_read(document, &mentions, listener->go_on,
                                                          listener->data, &text->figures);
    add_names_of(document, &mentions, text);
    for (size_t i = 0; i < text->figures.count; i++) {
        const struct figure *figure = &text->figures.items[i];
        VECTOR_PUSH(
            &text->marks,
            (struct side_mark){ { figure->start, figure->end }, figure_key(figure), MARK_FIGURE });
    }
    if (text->marks.count > 0)
        qsort(text->marks.items, text->marks.count, sizeof *text->marks.items, compare_marks);
    mentions_free(&mentions);
    return ok;
}

void aligner_read(const struct aligner *aligner, const struct document *document,
                  struct aligner_text *text)
{
    (void)aligner_read_asking(aligner, document, NULL, NULL, text);
}

bool aligner_read_asking(const struct aligner *aligner, const struct document *document,
                         bool (*go_on)(void *data, double done), void *data,
                         struct aligner_text *text)
{
    const struct aligner_listener listener = { go_on, data };
    struct spans spans = { 0 };
    uint32_t paragraph = 0;
    size_t asked = 0; /* at so many sentences */
    bool ok = true;
    for (size_t block = 0; ok && block < document->block_count; block++) {
        if (block > 0 && (document->blocks[block].flags & BLOCK_CONTINUES) == 0)
            paragraph++;
        add_block(document, block, paragraph, &spans, text);
        if (text->sentences.count - asked >= SENTENCES_BETWEEN_CALLS) {
            asked = text->sentences.count;
            ok = may_go_on(&listener);
        }
    }
    ok = ok && add_marks(aligner, document, &listener, text);
    text->side = (struct side){ .text = document->text,
                                .length = document->length,
                                .sentences = text->sentences.items,
                                .count = text->sentences.count,
                                .marks = text->marks.items,
                                .mark_count = text->marks.count };
    (void)article_figures_published(document, &text->side.published);
    spans_free(&spans);
    return ok;
}

void aligner_text_free(struct aligner_text *text)
{
    free(text->sentences.items);
    free(text->marks.items);
    figures_free(&text->figures);
    *text = (struct aligner_text){ 0 };
}

/* ---- alignments ---- */

bool aligner_align(struct aligner *aligner, struct parallel_task *task, struct alignment *alignment,
                   struct error *error)
{
    if (!aligner_prepare(aligner, task->go_on, task->data)) {
        error_set(error, "the alignment was stopped");
        return false;
    }
    task->lexicon = aligner->lexicon;
    if (aligner->cache == NULL || task->a->count + task->b->count < WORTH_KEEPING)
        return align_mode_align(task, alignment, error);
    uint64_t key = alignment_key(task);
    char *name = xasprintf("%016" PRIx64, key);
    char *path = file_join(aligner->cache, name);
    bool ok = alignment_load(path, key, task, alignment);
    if (!ok) {
        ok = align_mode_align(task, alignment, error);
        if (ok && file_make_folders(aligner->cache, NULL))
            (void)alignment_save(path, key, alignment, NULL);
    }
    free(path);
    free(name);
    return ok;
}

/* Of which article this one is a translation; NULL when it is none. */
static const char *original_of(const struct document *document)
{
    return document != NULL ? frontmatter_get(document->frontmatter, "translation-of") : NULL;
}

enum align_mode aligner_mode(const struct document *a, const char *a_id, const struct document *b,
                             const char *b_id)
{
    const char *a_original = original_of(a), *b_original = original_of(b);
    bool parallel =
        (a_original != NULL && article_id_means(b_id, a_original)) ||
        (b_original != NULL && article_id_means(a_id, b_original)) ||
        (a_original != NULL && b_original != NULL && strcmp(a_original, b_original) == 0);
    return parallel && strcmp(a_id, b_id) != 0 ? ALIGN_PARALLEL : ALIGN_AUTO;
}
