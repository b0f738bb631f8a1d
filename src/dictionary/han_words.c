#include "dictionary/han_words.h"

#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

static bool is_open(uint32_t code)
{
    return code == '(' || code == '[' || code == '<' || code == 0xFF08 || code == 0x3010 ||
           code == 0x300A || code == 0x3008;
}

static bool is_close(uint32_t code)
{
    return code == ')' || code == ']' || code == '>' || code == 0xFF09 || code == 0x3011 ||
           code == 0x300B || code == 0x3009;
}

/* What parts two meanings: , ; / blank ， ； 、 。 */
static bool is_parting(uint32_t code)
{
    return code == ',' || code == ';' || code == '/' || code == ' ' || code == 0xFF0C ||
           code == 0xFF1B || code == 0x3001 || code == 0x3002 || code == 0x3000;
}

bool han_word_next(const char *glosses, size_t *at, struct span *word)
{
    size_t length = strlen(glosses);
    size_t count = 0;
    unsigned depth = 0;
    bool pure = true;
    *word = (struct span){ *at, *at };
    while (*at < length) {
        uint32_t code;
        size_t step = utf8_decode(glosses + *at, length - *at, &code);
        depth = code == '/' ? 0 : depth; /* what is left open ends with its line */
        bool aside = depth > 0 || is_open(code);
        depth += is_open(code);
        depth -= is_close(code) && depth > 0;
        *at += step;
        if (!aside && is_parting(code)) {
            if (pure && count > 0 && count <= HAN_WORD_MOST)
                return true;
            *word = (struct span){ *at, *at };
            count = 0;
            pure = true;
        } else if (!aside) {
            pure = pure && utf8_is_han(code) && word->end == *at - step;
            word->start = count == 0 && pure ? *at - step : word->start;
            word->end = *at;
            count++;
        } else if (count == 0) {
            word->start = word->end = *at; /* words may follow a remark */
        }
    }
    return pure && count > 0 && count <= HAN_WORD_MOST;
}
