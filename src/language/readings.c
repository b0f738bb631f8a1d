#include "language/readings.h"

#include <stdbool.h>
#include <string.h>

#include "language/readings_table.h"
#include "text/utf8.h"

static size_t digit(char character)
{
    return (size_t)(character - '@' - (character > '\\'));
}

uint32_t readings_number(uint32_t code_point)
{
    size_t low = 0;
    size_t high = readings_run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct readings_run *run = &readings_runs[middle];
        if (code_point < run->first) {
            high = middle;
        } else if (code_point - run->first >= run->count) {
            low = middle + 1;
        } else {
            size_t index = run->start + (code_point - run->first);
            const char *code =
                readings_codes[index / READINGS_IN_LINE] + index % READINGS_IN_LINE * 2;
            return (uint32_t)(digit(code[0]) * 40 + digit(code[1]));
        }
    }
    return 0;
}

const char *readings_of(uint32_t code_point)
{
    uint32_t number = readings_number(code_point);
    return number > 0 ? readings_syllables[number] : NULL;
}

void readings_add(struct buffer *out, const char *text, size_t length)
{
    bool apart = false;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t taken = utf8_decode(text + at, length - at, &code_point);
        const char *reading = readings_of(code_point);
        if (at > 0 && (reading != NULL || apart))
            buffer_add_byte(out, ' ');
        apart = reading != NULL;
        if (reading != NULL)
            buffer_add_text(out, reading);
        else
            buffer_add(out, text + at, taken);
        at += taken;
    }
}
