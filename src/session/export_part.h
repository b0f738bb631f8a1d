/* export_part: notes on their way into a file, a few at a time, while one reads on.
 *
 * Which ones is settled when it begins: of a list those that it shows, of an article those that stand in
 * it, elsewhere all. Looking for their places takes long where there are thousands; the file is written
 * at once at the end, or not at all. */
#ifndef DIPTYCH_SESSION_EXPORT_PART_H
#define DIPTYCH_SESSION_EXPORT_PART_H

#include <stdbool.h>

struct session;
struct store;
struct printer;

/* What was ordered: "markdown --split --front f.mustache vault". Its strings are the order's own. */
struct export_order {
    const struct printer *printer; /* NULL: no such format */
    unsigned wishes;               /* enum export_wish */
    bool split;
    bool over;   /* over a file that is there */
    char *front; /* "" none */
    char *name;  /* of the file, as it was typed */
    char *path;
};

void export_order_free(struct export_order *order); /* its contents */

/* Takes the order over. The store is borrowed and only read. */
void export_part_start(struct session *session, struct export_order *order, struct store *store);

#endif
