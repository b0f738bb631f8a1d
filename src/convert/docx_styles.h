/* docx_styles: what the styles and lists of a Word document mean. */
#ifndef DIPTYCH_CONVERT_DOCX_STYLES_H
#define DIPTYCH_CONVERT_DOCX_STYLES_H

#include <libxml/hash.h>
#include <libxml/tree.h>
#include <stdbool.h>

#include "convert/package.h"

enum docx_look { DOCX_PLAIN, DOCX_HEADING, DOCX_TITLE, DOCX_QUOTE, DOCX_CODE };

struct docx_styles {
    xmlDocPtr styles;
    xmlDocPtr numbering;
    xmlHashTablePtr by_id; /* of styles */
};

void docx_styles_open(struct docx_styles *styles, const struct package *package);
void docx_styles_close(struct docx_styles *styles);

/* What a paragraph of these properties (w:pPr, may be NULL) is; *level of headings. */
enum docx_look docx_look_of(const struct docx_styles *styles, const xmlNode *properties,
                            unsigned *level);

/* Whether it is in the style for a document's date. */
bool docx_is_date(const struct docx_styles *styles, const xmlNode *properties);

/* The list that it is an item of: false none. */
struct docx_item {
    unsigned list;
    unsigned level;
    bool numbered;
    unsigned start;
};
bool docx_item_of(const struct docx_styles *styles, const xmlNode *properties,
                  struct docx_item *item);

/* The value of a child element, as in <w:b w:val="0"/>: "" without val, NULL without the element. */
const char *docx_value(const xmlNode *properties, const char *name);

/* enum style_bits of a run's properties, raised and lowered not among them. */
unsigned docx_bits_of(const struct docx_styles *styles, const xmlNode *properties);

#endif
