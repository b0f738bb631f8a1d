/* shelf: the texts that are open, each read once and shared by the panes that show it.
 *
 * A long file is shown from its head at once and read whole by a thread in the background; the
 * head's offsets stay true, so nothing on screen moves when the whole text takes its
 * place. Until then `document->partial` is true.
 *
 * Ownership: the shelf owns texts and documents; a text lives while somebody holds it
 * (shelf_open and shelf_adopt give a hold, shelf_release takes it back). One thread uses a shelf. */
#ifndef DIPTYCH_QUERY_OPEN_TEXTS_H
#define DIPTYCH_QUERY_OPEN_TEXTS_H

#include <stdbool.h>
#include <stddef.h>

#include "query/note_placement.h"
#include "base/error.h"
#include "base/file.h"
#include "doc/document.h"
#include "entity/linker.h"

struct loader;
struct note_page;

struct text {
    char *name; /* what the reader calls it: article id, path, or a title for made-up texts */
    char *path; /* NULL for made-up texts (help) */
    char *title;
    struct document *document;
    struct mentions mentions; /* of the document, empty until they were looked for */
    struct spans missing;     /* links that lead to no note; as mentions */
    struct note_page *page;   /* what the document was composed of, NULL: read as it is */
    void (*page_free)(struct note_page *page); /* of who composes it, a floor above */
    struct span own;          /* of a page: the note's own text */
    bool made_of_rows;        /* that lead elsewhere: nothing in it is a mention */
    bool was_page;            /* while the names are read anew */
    struct placements *placements; /* of the reader's annotations; NULL: not looked for */
    struct file_stamp stamp;  /* of the file when it was read */
    unsigned holds;
    struct loader *loader; /* reading the whole file, NULL when that is done */
    struct text *next;
};

struct shelf {
    struct text *texts;
};

/* Opens `path` or finds it open. NULL with a sentence when it cannot be read. */
struct text *shelf_open(struct shelf *shelf, const char *path, const char *name,
                        struct error *error);

/* Puts a document made by the program on the shelf, which then owns it. */
struct text *shelf_adopt(struct shelf *shelf, const char *name, struct document *document);

void shelf_hold(struct text *text);
void shelf_release(struct shelf *shelf, struct text *text);
void shelf_free(struct shelf *shelf); /* everything, whatever is held */

void shelf_drop_page(struct text *text); /* frees it; the document it was composed to stays */

/* For a walk in which texts may be closed: holds the text after `held`, the first one after NULL, and
 * releases `held`. NULL at the end. */
struct text *shelf_walk(struct shelf *shelf, struct text *held);

/* True while some text is being read in the background. */
bool shelf_is_busy(const struct shelf *shelf);

/* If the whole text has arrived (or `wait`: when it has), puts it in place and returns the head's
 * document, which the caller frees once nothing shows it; else NULL. Without effect
 * on texts that are whole. */
struct document *shelf_complete(struct text *text, bool wait);

/* Reads the text's file again, whole: document and title are new, mentions empty. Returns the old
 * document, which the caller frees once nothing shows it; NULL with a sentence when the file cannot be
 * read, and the text is as it was. */
struct document *shelf_reload(struct text *text, struct error *error);

#endif
