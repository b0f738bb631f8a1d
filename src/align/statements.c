#include "align/statements.h"

#include "align/clues.h"
#include "text/punctuation.h"
#include "text/utf8.h"

#define STATEMENT 20 /* bytes of a quotation that is more than a word */

/* How many bytes of a part of a sentence stand within quotation marks. */
static size_t quoted_size(const char *text, struct span sentence, struct span part)
{
    bool open = false;
    size_t sum = 0;
    for (size_t at = sentence.start, size; at < part.end; at += size) {
        uint32_t code;
        size = utf8_decode(text + at, sentence.end - at, &code);
        if (code == '"' ? open : code != 0x2019 && punctuation_is_quote_close(code))
            open = false;
        else if (code == '"' || punctuation_is_quote_open(code))
            open = true;
        else if (open && at >= part.start)
            sum += size;
    }
    return sum;
}

bool statements_differ(const struct clues *clues, const struct clue_list *list,
                       const struct bead *bead, float least)
{
    const struct side *source = clues->source.side, *target = clues->target.side;
    struct span from = source->sentences[bead->source].span;
    struct span to = target->sentences[bead->target].span;
    if (quoted_size(source->text, from, from) < STATEMENT ||
        quoted_size(target->text, to, to) < STATEMENT)
        return false;
    for (size_t i = 0; i < list->count && i < CLUES_HEAVIEST; i++) {
        struct clue clue = list->items[i];
        if (clue.weight >= least && clues_locate(clues, bead, &clue) &&
            (quoted_size(source->text, from, clue.source_span) > 0 ||
             quoted_size(target->text, to, clue.target_span) > 0))
            return false;
    }
    return true;
}
