/* hyperlink: the addresses that cells of a grid lead to, for terminals that open them (OSC 8).
 *
 * Each address has a number from 1 to 255, which never changes until hyperlinks_renew forgets all: so
 * cells of two frames can be compared. What is sent of an address are printable ASCII characters,
 * everything else is percent-encoded; the id that ties its rows together is made of its number alone.
 *
 * Ownership: the store owns copies of the addresses. */
#ifndef DIPTYCH_LAYOUT_HYPERLINK_H
#define DIPTYCH_LAYOUT_HYPERLINK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

#define HYPERLINK_LONGEST 2000 /* bytes as they are sent; terminals drop longer ones */

struct hyperlinks;

struct hyperlinks *hyperlinks_new(void);
void hyperlinks_free(struct hyperlinks *links);

/* The number of an address of the web or of mail; 0 for any other one, for one that is too long, and
 * while there are no more numbers. */
uint8_t hyperlinks_number(struct hyperlinks *links, const char *address);

/* Forgets all once there are no more numbers; true when it did, and cells that are shown mean nothing
 * any more. */
bool hyperlinks_renew(struct hyperlinks *links);

/* Appends what begins the link `number`, 0: what ends the one before. */
void hyperlinks_put(const struct hyperlinks *links, uint8_t number, struct buffer *out);

#endif
