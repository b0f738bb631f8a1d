/* import: annotations out of the files that other programs write, and out of our own.
 *
 *     own JSON     what diptych export --format json writes (export/json_print.h says how)
 *     own Markdown what it writes as Markdown, with the reader's changes (import_markdown.h); and as Org
 *                  (import_org.h)
 *     W3C JSON     an Annotation, an array or graph of them, an AnnotationPage or AnnotationCollection
 *     Hypothesis   the JSON of its API: { "rows": [...] }, and of its sidebar: { "annotations": [...] }, and
 *                  the sidebar's CSV
 *     JSON lines   any of these objects, one a line
 *     Kindle       My Clippings.txt, KOReader's too (import_clippings.h)
 *     KOReader     metadata.lua and Markdown (import_koreader.h), the CSV of KoHighlights, and the
 *                  JSON of its exporter: one book or { "documents": [...] }
 *     Readwise     the JSON of its APIs (import_readwise.h), and its CSV
 *     Zotero       JSON and Markdown (import_zotero.h)
 *
 * Our own are known by their ids, "urn:diptych:note:" and the id, and come through as they were.
 *
 * Of foreign ones come quote, prefix, suffix, comment, tags, colour, times, and of the article what
 * there is to know it by: source (an address) and title. They have no id; `origin` is what
 * they are called where they come from, so that they are known when they come again. One without a
 * quote is a note on the whole article when it has a comment and says which article; else it is
 * counted as left out.
 *
 * Nothing is kept: annotations are given to the caller one at a time. */
#ifndef DIPTYCH_NOTES_IMPORT_H
#define DIPTYCH_NOTES_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "notes/annotation.h"

/* An origin that begins so is a note of ours, whose id follows. */
#define IMPORT_OWN "diptych:"

/* Our own files, of which only what a person may have changed is read. */
enum import_edited { IMPORT_NOT_EDITED, IMPORT_EDITED_MARKDOWN, IMPORT_EDITED_ORG };

struct import_job {
    /* Takes an annotation, which it may change and which is freed after; `own` tells that it has
     * an id of ours. False ends the import. */
    bool (*take)(void *context, struct annotation *annotation, bool own);
    void *context;
    size_t left_out;  /* had no quote, or were no annotations */
    const char *kind; /* what the file was recognised as: "Kindle clippings"; NULL: nothing */
    enum import_edited edited; /* what is given has id, comment, tags and quote alone */
};

/* Reads a file's bytes, NUL-terminated beyond `length`. False with a sentence when it is none of
 * these formats or is broken (then nothing was given to `take`), or when `take` ended it. */
bool import_read(const char *bytes, size_t length, struct import_job *job, struct error *error);

#endif
