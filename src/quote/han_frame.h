/* han_frame: a Chinese unit while its statements are looked for, and how they are added to it.
 *
 * han_frames reads the cues, han_sources what tells a source by its place in the clause. Bytes of
 * the text. */
#ifndef DIPTYCH_QUOTE_HAN_FRAME_H
#define DIPTYCH_QUOTE_HAN_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quote/quote_unit.h"

struct han_frame {
    const struct quote_unit *unit;
    struct statements *out;
    size_t first;  /* of `out` */
    size_t clause; /* where the clause that is being read begins */
    size_t before; /* where the one before it began */
    bool covered;  /* the last statement goes on */
    size_t used;   /* quotations that begin before it belong to somebody */
    struct span passed; /* who 予以否认, before the clause whose verb has the words */
    bool living;   /* the subject of the cue that is being read can speak */
};

/* Whether the word stands at `at` in the unit. */
bool han_frame_is_at(const struct quote_unit *unit, size_t at, const char *word);

bool han_frame_is_comma(uint32_t code);

bool han_frame_is_colon(uint32_t code);

/* What ends a clause: a comma, a colon, a stop, a dash. */
bool han_frame_ends_clause(uint32_t code);

/* Appends a statement. */
void han_frame_push(struct han_frame *frame, const struct statement *statement);

/* The unit's last statement; NULL. */
const struct statement *han_frame_last(const struct han_frame *frame);

/* Whether all that is said stands in the marks: nothing follows, or they close with a stop. */
bool han_frame_is_whole(const struct han_frame *frame, const struct quote_mark *mark);

/* Appends `statement` as one of the words in the marks. */
void han_frame_add_quote(struct han_frame *frame, const struct quote_mark *mark,
                         struct statement statement);

/* The end of the clause at `at`. */
size_t han_frame_clause_end(const struct quote_unit *unit, size_t at);

/* Past 【本报讯】, 新华社香港7月25日电（记者 某某） and the like at the unit's beginning. */
size_t han_frame_dateline_end(const struct quote_unit *unit);

/* 遭, 被: it is said to him. */
bool han_frame_is_undergone(const struct quote_unit *unit, struct span words);

/* Whether the clause from `from` tells by the cue what others call somebody, which nobody says: 他被人们亲切地
 * 称“老黄牛”. */
bool han_frame_is_called(const struct quote_unit *unit, size_t from, struct span cue);

#endif
