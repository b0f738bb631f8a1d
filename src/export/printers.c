#include "export/printers.h"

#include <string.h>

#include "export/cite_print.h"
#include "export/csv_print.h"
#include "export/html_print.h"
#include "export/json_print.h"
#include "export/markdown_print.h"
#include "export/org_print.h"
#include "export/tmx_print.h"

static const struct printer *const printers[] = {
    &markdown_printer, &org_printer,        &html_printer, &json_printer, &csv_printer,
    &readwise_printer, &hypothesis_printer, &tsv_printer,  &tmx_printer,  &bibtex_printer,
    &csl_printer,
};

const struct printer *printer_at(size_t index)
{
    return index < sizeof printers / sizeof *printers ? printers[index] : NULL;
}

const char *printer_title(const struct printer *printer)
{
    return printer->preset != NULL ? printer->preset : printer->name;
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
