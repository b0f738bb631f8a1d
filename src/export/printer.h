/* printer: notes in the format that the next tool wants.
 *
 * One printer a format, all with one interface, all fed from the same records. A printer appends
 * to a buffer: `begin`, then `item` for each record in order, then `end`. What comes out is
 * well-formed UTF-8 and depends on nothing but the records: no clock, no path, no version. The same
 * notes give the same bytes.
 *
 * Places are the stored ones, in Unicode code points. Nothing in a record can break out of its
 * place in the format: each has its own escaping (escape_*.h). The man page diptych-export(5)
 * describes what every format holds. */
#ifndef DIPTYCH_EXPORT_PRINTER_H
#define DIPTYCH_EXPORT_PRINTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "notes/record.h"

/* What a format may do otherwise. */
enum export_wish {
    EXPORT_CALLOUTS = 1, /* Markdown: blocks as Obsidian's callouts */
    EXPORT_BOM = 2,      /* CSV: a byte order mark, by which spreadsheets know UTF-8 */
    EXPORT_PATHS = 4,    /* where files lie on this computer (local_paths.h) */
    EXPORT_OVER = 8      /* over what a person changed within blocks (edited_block.h) */
};

struct export_set {
    const struct note_record *records;
    size_t count;
    unsigned wishes;   /* enum export_wish */
    const char *front; /* Markdown: the front matter, ready made; NULL for the usual one */
};

/* How an item's block is bounded in a file that a person may write in as well (weave.h): a line
 * that begins with `open` or `close`, the id, and `tail`. */
struct block_marks {
    const char *open;
    const char *close;
    const char *tail;
};

struct printer {
    const char *name;                /* as --format has it */
    const char *preset;              /* as --preset has it, NULL: none */
    const char *extension;           /* of its files, without the dot */
    const struct block_marks *marks; /* NULL: a file is written anew each time */
    /* begin, end: NULL: nothing stands there */
    void (*begin)(struct buffer *out, const struct export_set *set);
    void (*item)(struct buffer *out, const struct export_set *set, size_t index);
    void (*end)(struct buffer *out, const struct export_set *set);
    bool (*takes)(const struct note_record *record); /* NULL: all */
    bool front; /* begins with front matter, of the usual kind or export_set.front */
};

/* Everything at once. Returns how many records the printer took. */
size_t printer_run(const struct printer *printer, const struct export_set *set, struct buffer *out);

/* The selection that all records share the article of, NULL when they are of several. */
const struct annotation_target *export_set_article(const struct export_set *set);

#endif
