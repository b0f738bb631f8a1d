/* linked_data: an article's metadata in JSON-LD (schema.org), as pages embed it. */
#ifndef DIPTYCH_CONVERT_LINKED_DATA_H
#define DIPTYCH_CONVERT_LINKED_DATA_H

#include <stddef.h>

#include "convert/page_meta.h"

/* Fills what is empty in `meta` from the first article in it; what is no JSON says nothing. */
void linked_data_read(const char *text, size_t length, struct page_meta *meta);

#endif
