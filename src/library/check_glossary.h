/* check_glossary: the rules for glossary.tsv: a header and lines of four columns (en, zh, pinyin,
 * remark), of which the first two are filled in, no pair twice. */
#ifndef DIPTYCH_LIBRARY_CHECK_GLOSSARY_H
#define DIPTYCH_LIBRARY_CHECK_GLOSSARY_H

#include "library/fault.h"

/* A missing glossary is none. */
void check_glossary(const char *path, struct faults *faults);

#endif
