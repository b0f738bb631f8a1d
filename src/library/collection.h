/* collection: a folder of articles, with or without a collection.yaml.
 *
 * With one (a *declared* collection) the articles are articles/NAME.LANG.md (.markdown .mkd .txt)
 * and an article's id is NAME.LANG. Without one, every such file below the folder is an
 * article and its id is the path below the folder without the extension ("2015/june/sale").
 * A declared one may contain others (contained.h): their articles' ids begin with a folder's name.
 * Hidden files and folders are skipped, linked folders are not followed, folders deeper than
 * COLLECTION_DEPTH are not entered.
 *
 * Opening reads collection.yaml alone; resolving a name or following a link (target.h) looks at
 * file names alone as far as that goes; collection_scan reads the heads of all articles
 * (article.h) and keeps them in a catalogue in the cache folder (catalogue.h).
 *
 * Not thread-safe. Ownership: the collection owns all it returns as const; what it returns as
 * plain char * is the caller's to free. */
#ifndef DIPTYCH_LIBRARY_COLLECTION_H
#define DIPTYCH_LIBRARY_COLLECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "library/article.h"

#define COLLECTION_DEPTH 32

struct collection;
struct frontmatter;
struct note;
struct notes;  /* library/note.h */
struct roster; /* library/roster.h */

/* NULL with a sentence when `folder` is no folder or cannot be entered. `cache_folder` may be
 * NULL: then nothing is cached; so may `conversion`, which reads its files (reader_open) and must
 * outlive it. A broken collection.yaml is no error: see collection_fault. */
struct collection *collection_open(const char *folder, const char *cache_folder,
                                   struct conversion *conversion, struct error *error);
void collection_free(struct collection *collection);

struct conversion *collection_conversion(const struct collection *collection); /* NULL of NULL, too */

const char *collection_folder(const struct collection *collection);
const char *collection_root(const struct collection *collection); /* where the articles lie */
const char *collection_title(const struct collection *collection); /* else the folder's name */
bool collection_is_declared(const struct collection *collection);

/* Whether collection.yaml names others whose articles are its as well (contained.h). */
bool collection_contains_others(const struct collection *collection);

/* NULL, or what is wrong with collection.yaml ("collection.yaml:LINE: why", or without a line when
 * it cannot be read), to be put behind the folder where that is not clear; the rest of the
 * collection works all the same. */
const char *collection_fault(const struct collection *collection);

/* collection.yaml's entries with their lines; empty when there is none. */
const struct frontmatter *collection_declaration(const struct collection *collection);

/* Ids of the articles that open first, pane by pane, as collection.yaml names them: they need not
 * exist. */
size_t collection_open_count(const struct collection *collection);
const char *collection_open_id(const struct collection *collection, size_t index);

/* Whether the article of this id, with or without its language, stands under `guide` in
 * collection.yaml: it tells of the collection itself, and is left out of what is counted over all
 * of its articles. Needs no scan. */
bool collection_is_guide(const struct collection *collection, const char *id);

/* Finds all articles and reads their heads, from the catalogue where a file has not changed.
 * Files that cannot be read are articles with their id as the title; versions of one text by their
 * names get one story (version_group.h). Done once; scanning
 * again looks for changes. What earlier calls returned is invalid afterwards. */
bool collection_scan(struct collection *collection, struct error *error);

/* The first scan in slices, for those who have something else to do meanwhile: goes on until `most` heads
 * more are read (what is in the catalogue costs nothing), and tells of how many of the articles all is
 * known. True when that is all, or was before, or nothing can be read. Until then there are no articles;
 * collection_scan does what is left at once. What was read is kept even if it is left at that. */
bool collection_scan_some(struct collection *collection, size_t most, size_t *done, size_t *count);

/* How often it was scanned: numbers of articles hold until it is scanned again. */
unsigned collection_scans(const struct collection *collection);

/* The articles, sorted by id (bytes); empty before collection_scan. */
const struct article *collection_articles(const struct collection *collection, size_t *count);

/* Lookups after collection_scan; NULL when there is none. */
const struct article *collection_by_id(const struct collection *collection, const char *id);
const struct article *collection_by_path(const struct collection *collection, const char *path);

/* The articles of a story, by language (article_compare_languages), then id: at most `room` of
 * them go to `out`. Returns how many there are. */
size_t collection_story(const struct collection *collection, const char *story,
                        const struct article **out, size_t room);

/* The id that the file at `path` has in this collection (by real paths), NULL when it lies
 * outside. Needs no scan. */
char *collection_id_of_path(const struct collection *collection, const char *path);

/* The article files by name alone, heads unread; sorted by id. Done once, at the first call. */
const struct roster *collection_roster(struct collection *collection);

/* The entity notes (in a folder without collection.yaml every file is one), read at the first
 * call. */
const struct notes *collection_notes(struct collection *collection);

/* The note one of whose names (not its short ones) is `name`: exactly, else but for letter case
 * and width (note_index.h). NULL when there is none. */
const struct note *collection_note_by_name(struct collection *collection, const char *name);

/* Lets the notes go; the next call of collection_notes reads them again. */
void collection_forget_notes(struct collection *collection);

#endif
