/* english_frame: an English unit while its statements are looked for, and how they are added to it.
 *
 * english_frames reads the cues, english_sources what tells a source without one; both keep here
 * what is told already. Indexes are of tokens. */
#ifndef DIPTYCH_QUOTE_ENGLISH_FRAME_H
#define DIPTYCH_QUOTE_ENGLISH_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/english_subject.h"
#include "quote/english_tokens.h"
#include "quote/quote_unit.h"

struct english_frame {
    const struct quote_unit *unit;
    const struct english_tokens *tokens;
    struct statements *out;
    size_t first; /* of `out`: the unit's first statement */
    size_t open;  /* token that the last statement's clause begins with */
    bool covered; /* a statement reaches to the end of the unit */
    size_t used;  /* quotations that begin before this token belong to somebody */
};

/* The token; NULL beyond the last. */
const struct token *english_frame_token(const struct english_frame *frame, size_t at);

bool english_frame_has(const struct english_frame *frame, size_t at, enum token_kind kind);

/* A quotation or a quoted term; false for NULL. */
bool english_frame_is_quoted(const struct token *token);

/* Where the token begins, in bytes; the end of the unit behind the last one. */
size_t english_frame_place(const struct english_frame *frame, size_t at);

/* Appends a statement. */
void english_frame_push(struct english_frame *frame, const struct statement *statement);

/* A statement with the cue at token `cue` and the subject, without its words. */
struct statement english_frame_begin(const struct english_frame *frame, size_t cue,
                                     const struct english_subject *subject);

/* Whether the quotation at token `at` is all that is said. */
bool english_frame_is_whole(const struct english_frame *frame, size_t at);

/* Appends `statement` as one of the words in the quotation at token `at`. */
void english_frame_add_quote(struct english_frame *frame, size_t at, struct statement statement);

/* Whether an attribution may stand at `at`: behind a comma or a quotation, with words before it. */
bool english_frame_is_behind(const struct english_frame *frame, size_t at);

/* A verb of saying as it stands behind its subject: said, says. */
bool english_frame_is_said(const struct token *token);

/* Whether the quotation ends as one does that an attribution follows. */
bool english_frame_ends_open(const struct english_frame *frame, const struct token *quote);

/* “we wait,” said Holt; “we wait,” Holt said: whether somebody's verb stands right behind the words in marks
 * at `at`. */
bool english_frame_is_attributed(const struct english_frame *frame, size_t at);

/* Appends what the attribution in the tokens [clause, end) is of: the quotation before it and the
 * one behind it, else the sentence. */
void english_frame_add_attributed(struct english_frame *frame, size_t clause, size_t end,
                                  struct statement statement);

/* Whether a cue within an open statement begins another one: joined by a conjunction, by a comma
 * and one, or behind a semicolon. */
bool english_frame_begins_anew(const struct english_frame *frame, size_t cue,
                               const struct english_subject *subject);

/* Drops the last statement where it only carries another's: "IRNA reported that the mayor said" is
 * the mayor's. False when it does not; `carrier` is what was dropped. */
bool english_frame_drop_carrier(struct english_frame *frame, const struct english_subject *subject,
                                struct statement *carrier);

#endif
