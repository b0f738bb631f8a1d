#include "align/simplified.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/fold.h"
#include "text/utf8.h"

#define HAN 3 /* bytes of a character that has a pair */

static bool is_traditional(const struct side *side)
{
    size_t han = 0, traditional = 0;
    for (size_t at = 0; at < side->length;) {
        uint32_t code;
        at += utf8_decode(side->text + at, side->length - at, &code);
        if (!utf8_is_han(code))
            continue;
        han++;
        traditional += fold_simplified(code) != code;
    }
    return traditional > 0 && traditional * SIMPLIFIED_SHARE >= han;
}

void simplified_begin(struct simplified *simplified, const struct side *side)
{
    *simplified = (struct simplified){ .side = *side };
    if (!is_traditional(side))
        return;
    char *text = xmalloc(side->length + 1);
    memcpy(text, side->text, side->length);
    text[side->length] = '\0';
    for (size_t at = 0, size; at < side->length; at += size) {
        uint32_t code;
        char bytes[4];
        size = utf8_decode(side->text + at, side->length - at, &code);
        if (size == HAN && utf8_encode(fold_simplified(code), bytes) == HAN)
            memcpy(text + at, bytes, HAN);
    }
    simplified->text = text;
    simplified->side.text = text;
}

void simplified_end(struct simplified *simplified)
{
    free(simplified->text);
    *simplified = (struct simplified){ .text = NULL };
}
