#include "align/simplified.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/fold.h"
#include "text/utf8.h"

#define HAN 3 /* bytes of a character that has a pair */
#define BYTES_BETWEEN_CALLS 262144

struct asking {
    bool (*go_on)(void *data, double done);
    void *data;
    size_t next; /* where it is asked again */
};

static bool may_go_on(struct asking *asking, size_t at)
{
    if (at < asking->next)
        return true;
    asking->next = at + BYTES_BETWEEN_CALLS;
    return asking->go_on == NULL || asking->go_on(asking->data, 0);
}

/* False as well when it was stopped. */
static bool find_traditional(const struct side *side, struct asking *asking, bool *is_traditional)
{
    size_t han = 0, traditional = 0;
    bool ok = true;
    for (size_t at = 0; ok && at < side->length; ok = may_go_on(asking, at)) {
        uint32_t code;
        at += utf8_decode(side->text + at, side->length - at, &code);
        if (!utf8_is_han(code))
            continue;
        han++;
        traditional += fold_simplified(code) != code;
    }
    *is_traditional = traditional > 0 && traditional * SIMPLIFIED_SHARE >= han;
    return ok;
}

bool simplified_begin(struct simplified *simplified, const struct side *side,
                      bool (*go_on)(void *data, double done), void *data)
{
    struct asking asking = { go_on, data, BYTES_BETWEEN_CALLS };
    bool traditional;
    *simplified = (struct simplified){ .side = *side };
    bool ok = find_traditional(side, &asking, &traditional);
    if (!ok || !traditional)
        return ok;
    char *text = xmalloc(side->length + 1);
    memcpy(text, side->text, side->length);
    text[side->length] = '\0';
    asking.next = BYTES_BETWEEN_CALLS;
    for (size_t at = 0, size; ok && at < side->length; at += size) {
        uint32_t code;
        char bytes[4];
        ok = may_go_on(&asking, at);
        size = utf8_decode(side->text + at, side->length - at, &code);
        if (size == HAN && utf8_encode(fold_simplified(code), bytes) == HAN)
            memcpy(text + at, bytes, HAN);
    }
    simplified->text = text;
    simplified->side.text = text;
    return ok;
}

void simplified_end(struct simplified *simplified)
{
    free(simplified->text);
    *simplified = (struct simplified){ .text = NULL };
}
