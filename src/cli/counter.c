#include "cli/counter.h"

#include "text/utf8.h"

void counter_print(struct counter *counter, struct span span, struct output *out)
{
    counter->code_points += utf8_count(counter->text + counter->byte, span.start - counter->byte);
    counter->byte = span.start;
    output_cell_number(out, counter->code_points);
    output_cell_number(out, counter->code_points +
                                utf8_count(counter->text + span.start, span.end - span.start));
}
