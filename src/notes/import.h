/* import: annotations out of the files that other programs write, and out of our own.
 *
 *     own JSON     what diptych export --format json writes (export/json_print.h says how)
 *     W3C JSON     an Annotation, an array of them, an AnnotationPage or AnnotationCollection
 *     Hypothesis   the JSON of its API: { "rows": [...] }, and of its sidebar: { "annotations": [...] }
 *     JSON lines   any of these objects, one a line
 *     Kindle       My Clippings.txt, KOReader's too (import_clippings.h)
 *     KOReader     the JSON of its exporter: one book or { "documents": [...] }
 *     Readwise     the JSON of its API { "results": [...] }, and its CSV
 *
 * Our own are known by their ids, "urn:diptych:note:" and the id, and come through as they were.
 *
 * Of foreign ones come quote, prefix, suffix, comment, tags, colour, times, and of the article what
 * there is to know it by: source (an address) and title. They have no id; `origin` is what
 * they are called where they come from, so that they are known when they come again. One without a
 * quote is counted as left out.
 *
 * Nothing is kept: annotations are given to the caller one at a time. */
#ifndef DIPTYCH_NOTES_IMPORT_H
#define DIPTYCH_NOTES_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "notes/annotation.h"

struct import_job {
    /* Takes an annotation, which it may change and which is freed after; `own` tells that it has
     * the whole record. False ends the import. */
    bool (*take)(void *context, struct annotation *annotation, bool own);
    void *context;
    size_t left_out; /* had no quote, or were no annotations */
};

/* Reads a file's bytes, NUL-terminated beyond `length`. False with a sentence when it is none of
 * these formats or is broken (then nothing was given to `take`), or when `take` ended it. */
bool import_read(const char *bytes, size_t length, struct import_job *job, struct error *error);

#endif
