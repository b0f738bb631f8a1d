/* field: what a record has to say, by name, for the printers that go through it all.
 *
 * One table from which come the columns of CSV and TSV, the properties of Org and the names that a
 * template may use. Values are as they are stored, not cleaned or escaped. */
#ifndef DIPTYCH_EXPORT_FIELD_H
#define DIPTYCH_EXPORT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "notes/record.h"

struct field {
    const char *name; /* "counterpart_quote" */
    bool property;    /* short enough for a property of Org; not the quote itself and the like */
    /* Nothing when unknown. */
    void (*add)(const struct field *field, const struct note_record *record, struct buffer *out);
    enum target_role role; /* whose, and where it lies in that */
    size_t place;
};

/* The table; NULL past the last. */
const struct field *field_at(size_t index);
const struct field *field_by_name(const char *name);

/* Its value in `out`, which is emptied first. */
const char *field_value(const struct field *field, const struct note_record *record,
                        struct buffer *out);

/* The headings that a target stands under, a "between" between each two. `below_title`: without the
 * first one when that is the article's title again. */
void field_add_headings(const struct annotation_target *target, bool below_title,
                        const char *between, struct buffer *out);

#endif
