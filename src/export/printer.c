#include "export/printer.h"

#include <string.h>

size_t printer_run(const struct printer *printer, const struct export_set *set, struct buffer *out)
{
    size_t taken = 0;
    if (printer->begin != NULL)
        printer->begin(out, set);
    for (size_t i = 0; i < set->count; i++) {
        if (printer->takes != NULL && !printer->takes(&set->records[i]))
            continue;
        printer->item(out, set, i);
        taken++;
    }
    if (printer->end != NULL)
        printer->end(out, set);
    return taken;
}

const struct annotation_target *export_set_article(const struct export_set *set)
{
    const struct annotation_target *first = NULL;
    for (size_t i = 0; i < set->count; i++) {
        const struct annotation_target *target = record_selection(&set->records[i]);
        if (target == NULL || (first != NULL && strcmp(first->article, target->article) != 0))
            return NULL;
        if (first == NULL)
            first = target;
    }
    return first;
}
