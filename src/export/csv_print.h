/* csv_print: notes as a table: CSV (RFC 4180: CR LF after each record) with all fields (field.h),
 * with the columns that Readwise imports or with those that Hypothesis exports; and TSV with
 * all fields, for scripts. */
#ifndef DIPTYCH_EXPORT_CSV_PRINT_H
#define DIPTYCH_EXPORT_CSV_PRINT_H

#include "export/printer.h"

extern const struct printer csv_printer;
extern const struct printer readwise_printer;
extern const struct printer hypothesis_printer;
extern const struct printer tsv_printer;

#endif
