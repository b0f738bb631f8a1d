/* note_syntax: what a reader types about a passage, and what it makes of an annotation. Pure.
 *
 *     Two figures for one stake #figures #check     a comment with two tags
 *     ? Who told them                               a question
 *     [[opensky]] the buyer                         a link to that note or article
 *     #figures                                      a tag alone
 *                                                   nothing: a highlight
 *
 * A tag is # and letters, digits, - _ / (not digits alone), at the start or behind a blank. Tags at
 * either end are taken out of the comment, those in the midst of it stay words of it. Of a text
 * of several lines only the tags in its last line count, when there is nothing else in that: in the
 * others # may be a heading or code. */
#ifndef DIPTYCH_NOTES_NOTE_SYNTAX_H
#define DIPTYCH_NOTES_NOTE_SYNTAX_H

#include <stdbool.h>

#include "base/buffer.h"
#include "notes/annotation.h"

/* Sets comment, tags and entity from what was typed; without `keep_kind` also the kind. */
void note_syntax_read(const char *typed, bool keep_kind, struct annotation *annotation);

/* Appends what would have to be typed for the annotation's comment, tags and entity. */
void note_syntax_write(const struct annotation *annotation, struct buffer *out);

/* The kind that what was typed would have. */
enum annotation_kind note_syntax_kind(const char *typed);

/* Where the tag that is being typed at `cursor` begins, past its #; `cursor` + 1 when none is. */
size_t note_syntax_tag_begun(const char *typed, size_t cursor);

#endif
