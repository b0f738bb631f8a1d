/* dom: the small questions that are put to libxml2's trees.
 *
 * Trees are walked without recursion, so that no depth of nesting can overflow the stack. */
#ifndef DIPTYCH_CONVERT_DOM_H
#define DIPTYCH_CONVERT_DOM_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "convert/package.h"

/* Of UTF-8; NULL only for want of memory or where nothing at all is in it. xmlFreeDoc. */
xmlDocPtr dom_read_html(const char *text, size_t length);

/* XML without entities of its own, network and files. NULL when it is none. */
xmlDocPtr dom_read_xml(const char *bytes, size_t length);

/* A part of a package of XML, flattened; NULL when it is not there or none. */
xmlDocPtr dom_read_part(const struct package *package, const char *name);

/* Puts what is nested deeper than `depth` elements beside one another: nothing that is done for each
 * node and what is around it may take for ever. */
void dom_flatten(xmlNodePtr root, unsigned depth);

/* The node after `node` in the order of reading that lies in `root`, NULL at the end; with
 * `inside` false not one within `node`. */
xmlNodePtr dom_next(xmlNodePtr node, const xmlNode *root, bool inside);

/* Walks through what lies in `root`, in the order of reading. What `enter` says so of is gone into,
 * and left with `leave` behind all that is in it. */
void dom_walk(xmlNodePtr root, bool (*enter)(void *context, xmlNodePtr node),
              void (*leave)(void *context, xmlNodePtr node), void *context);

/* Is it an element of this name, in whatever name space? */
bool dom_is(const xmlNode *node, const char *name);

/* Is it an element whose name is one of `names`, each between blanks (" p div ")? */
bool dom_is_one(const xmlNode *node, const char *names);

/* Is `word` between blanks in `words`? */
bool dom_word_in(const char *word, const char *words);

/* An attribute's value as it lies in the tree, "" when there is none. Valid as long as the tree. */
const char *dom_attribute(const xmlNode *node, const char *name);

/* The first descendant of this name, NULL none. */
xmlNodePtr dom_find(xmlNodePtr root, const char *name);
xmlNodePtr dom_child(const xmlNode *node, const char *name);

/* Does it, or something around it, bear this name? */
bool dom_is_within(const xmlNode *node, const char *name);

bool dom_is_text(const xmlNode *node);

/* Appends all text in it, with a blank where elements part. */
void dom_text(const xmlNode *node, struct buffer *out);

/* The same as one line: one blank, of whatever kind, between words, and none at the ends; nothing
 * for blanks alone. Elements that `is_left` says so of are left out; NULL: none. */
void dom_line(const xmlNode *node, bool (*is_left)(const xmlNode *node), struct buffer *out);

#endif
