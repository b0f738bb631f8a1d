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
 * A field that is not known is "", and so false. What is hidden or a control is shown (clean.h). */
#ifndef DIPTYCH_EXPORT_TEMPLATE_H
#define DIPTYCH_EXPORT_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "export/printer.h"

/* Appends the template filled with the notes. False with a sentence that names a line of it. */
bool template_run(const char *text, size_t length, const struct export_set *set, struct buffer *out,
                  struct error *error);

#endif
