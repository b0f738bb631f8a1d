#include "export/printer.h"

#include <string.h>

#include "export/csv_print.h"
#include "export/html_print.h"
#include "export/json_print.h"
#include "export/markdown_print.h"
#include "export/org_print.h"
#include "export/tmx_print.h"

static const struct printer *const printers[] = {
    &markdown_printer, &org_printer,        &html_printer, &json_printer, &csv_printer,
    &readwise_printer, &hypothesis_printer, &tsv_printer,  &tmx_printer,
};

const struct printer *printer_at(size_t index)
{
    return index < sizeof printers / sizeof *printers ? printers[index] : NULL;
}

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

const struct printer *printer_find(const char *name, const char *preset)
{
    for (size_t i = 0; printer_at(i) != NULL; i++) {
        if (same(printers[i]->name, name) && same(printers[i]->preset, preset))
            return printers[i];
    }
    return NULL;
}

size_t printer_run(const struct printer *printer, const struct export_set *set, struct buffer *out)
{
    size_t taken = 0;
    printer->begin(out, set);
    for (size_t i = 0; i < set->count; i++) {
        if (printer->takes != NULL && !printer->takes(&set->records[i]))
            continue;
        printer->item(out, set, i);
        taken++;
    }
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
