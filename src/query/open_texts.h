/* open_texts: the texts that are open, each read once and shared by the panes that show it.
 *
 * A long file is shown from its head at once and read whole by a thread in the background; the
 * head's offsets stay true, so nothing on screen moves when the whole text takes its
 * place. Until then `document->partial` is true.
 * A file that takes converting may stand for a while as a text that says so (`converting`); its document
 * is the program's own sentence then, partial as well, and none of the file's.
 *
 * Ownership: struct open_texts owns texts and documents; a text lives while somebody holds it
 * (open_texts_open and open_texts_adopt give a hold, open_texts_release takes it back). One thread
 * uses them. */
#ifndef DIPTYCH_QUERY_OPEN_TEXTS_H
#define DIPTYCH_QUERY_OPEN_TEXTS_H

#include <stdbool.h>
#include <stddef.h>

#include "query/note_placement.h"
#include "base/error.h"
#include "base/file.h"
#include "doc/document.h"
#include "doc/reader.h"
#include "doc/word_count.h"
#include "entity/linker.h"
#include "quote/quotations.h"

struct loader;
struct entity_page;

struct text {
    char *name; /* what the reader calls it: article id, path, or a title for made-up texts */
    char *path; /* NULL for made-up texts (help) */
    char *title;
    struct document *document;
    struct mentions mentions; /* of the document, empty until they were looked for */
    struct spans missing;     /* links that lead to no note; as mentions */
    struct quotations statements; /* who says what; as mentions */
    bool statements_known;
    struct entity_page *page; /* what the document was composed of, NULL: read as it is */
    void (*page_free)(struct entity_page *page); /* of who composes it, a floor above */
    struct span own;          /* of a page: the note's own text */
    int columns;              /* of a page of texts side by side: each as wide as a text; else 0 */
    bool made_of_rows;        /* that lead elsewhere: nothing in it is a mention */
    bool was_page;            /* while the names are read anew */
    struct placements *placements; /* of the reader's annotations; NULL: not looked for */
    struct word_count count;  /* of the document `counted`, compared alone */
    const struct document *counted;
    struct file_stamp stamp;  /* of the file when it was read */
    unsigned holds;
    struct loader *loader; /* reading the whole file, NULL when that is done */
    bool converting;       /* the document says no more than that */
    char *fault;           /* why it never came to a text, NULL: it did, or may yet */
    char *place;           /* where to go once it is there (session/open_place.h), NULL nowhere */
    struct text *next;
};

struct open_texts {
    struct text *texts;
    struct conversion *conversion; /* borrowed; NULL none */
    struct reader_wish wish; /* how files are read from now on (reader.h) */
};

/* Opens `path` or finds it open. NULL with a sentence when it cannot be read, or is still being
 * converted. */
struct text *open_texts_open(struct open_texts *open_texts, const char *path, const char *name,
                             struct error *error);

/* The same for a text that is to be looked at: it may be `converting`. */
struct text *open_texts_begin(struct open_texts *open_texts, const char *path, const char *name,
                              struct error *error);

/* Adds a document that the program made (takes it over). */
struct text *open_texts_adopt(struct open_texts *open_texts, const char *name,
                              struct document *document);

void open_texts_hold(struct text *text);
void open_texts_release(struct open_texts *open_texts, struct text *text);
void open_texts_free(struct open_texts *open_texts); /* everything, whatever is held */

void open_texts_forget_statements(struct text *text); /* the names in it are others */
void open_texts_drop_page(struct text *text); /* frees it; the document it was composed to stays */

/* For a walk in which texts may be closed: holds the text after `held`, the first one after NULL, and
 * releases `held`. NULL at the end. */
struct text *open_texts_walk(struct open_texts *open_texts, struct text *held);

/* True while some text is being read in the background. */
bool open_texts_is_busy(const struct open_texts *open_texts);

/* If the whole text has arrived (or `wait`: when it has), puts it in place and returns the document
 * that was there, which the caller frees once nothing shows it; else NULL. Without effect on texts that
 * are whole. `*again` (may be NULL): it is the text's file read again, so that offsets are others. */
struct document *open_texts_complete(struct text *text, bool wait, bool *again);

/* Reads the text's file again, whole: document and title are new, mentions empty. Returns the old
 * document, which the caller frees once nothing shows it; NULL with a sentence when the file cannot be
 * read, and the text is as it was; text->loader is then not NULL when it will arrive later. */
struct document *open_texts_reload(const struct open_texts *open_texts, struct text *text,
                                   struct error *error);

#endif
