/* template: notes through a reader's own template (mustache.h).
 *
 * The template sees an object with
 *     count       how many notes there are
 *     notes       a list of objects, one a note, with
 *         every field of field.h by its name ("quote", "counterpart_quote")
 *         number      of the note, from 1
 *         is_highlight, is_comment, is_question, is_tag, is_link     one of them true
 *         bilingual   true when there is a counterpart
 *         last        true in the last note
 *         each_tag    a list of texts
 *         each_entity a list of objects with id, name, type
 *         each_heading a list of texts
 *     articles    a list of objects, one an article, in the order of the notes, with
 *         title, article, lang, story, publisher, published, source
 *         count, notes, last as above
 *         each_tag    all tags of its notes, each once
 *         quoted      an object with those texts as YAML has them, in quotation marks
 * A field that is not known is "", and so false. What is hidden or a control is shown (clean.h).
 * {{>name}} is the file name.mustache, or name, beside the template. */
#ifndef DIPTYCH_EXPORT_TEMPLATE_H
#define DIPTYCH_EXPORT_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "export/printer.h"

struct template_text {
    struct buffer text;
    char *path;
    char *folder; /* where partials are; NULL: there are none */
};

/* False with a sentence when the file cannot be read. template_free in any case. */
bool template_read(struct template_text *template, const char *path, struct error *error);
void template_free(struct template_text *template);

/* Appends the template filled with the notes. False with a sentence that names file and line. */
bool template_run(const struct template_text *template, const struct export_set *set,
                  struct buffer *out, struct error *error);

/* The same filled with the first article of the notes, whose names stand outermost: what a file
 * on one article begins with. */
bool template_front(const struct template_text *template, const struct export_set *set,
                    struct buffer *out, struct error *error);

#endif
