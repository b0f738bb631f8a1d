#include "align/turned_side.h"

#include <stdlib.h>

#include "base/bisect.h"
#include "base/xalloc.h"

/* Copies the marks that lie in a sentence, which begins at `start` now. */
static size_t copy_marks(const struct side *side, struct span sentence, size_t start,
                         struct side_mark *out)
{
    size_t count = 0, at = 0;
    BISECT(at, side->mark_count, side->marks[at].span.start >= sentence.start);
    for (; at < side->mark_count && side->marks[at].span.end <= sentence.end; at++) {
        out[count] = side->marks[at];
        out[count].span.start += start - sentence.start;
        out[count++].span.end += start - sentence.start;
    }
    return count;
}

void turned_side_begin(struct turned_side *turned, const struct side *side)
{
    *turned = (struct turned_side){ .side = *side };
    turned->sentences = xcalloc(side->count + 1, sizeof *turned->sentences);
    turned->marks = xcalloc(side->mark_count + 1, sizeof *turned->marks);
    turned->side.mark_count = 0;
    for (size_t i = 0; i < side->count; i++) {
        const struct side_sentence *last = &side->sentences[side->count - 1 - i];
        struct side_sentence *sentence = &turned->sentences[i];
        size_t start = turned->text.length;
        buffer_add(&turned->text, side->text + last->span.start, last->span.end - last->span.start);
        *sentence = *last;
        sentence->span = (struct span){ start, turned->text.length };
        sentence->paragraph = side->sentences[side->count - 1].paragraph - last->paragraph;
        turned->side.mark_count += copy_marks(side, last->span, start,
                                              turned->marks + turned->side.mark_count);
        buffer_add_byte(&turned->text, '\n');
    }
    turned->side.text = buffer_text(&turned->text);
    turned->side.length = turned->text.length;
    turned->side.sentences = turned->sentences;
    turned->side.marks = turned->marks;
}

void turned_side_end(struct turned_side *turned)
{
    buffer_free(&turned->text);
    free(turned->sentences);
    free(turned->marks);
    *turned = (struct turned_side){ .sentences = NULL };
}
