/* json: reading JSON (RFC 8259), strictly, without a tree.
 *
 * json_check goes through the whole text once and refuses what is not JSON; after that a value is
 * no more than a place in the text, and what is asked of it is read there. So a file of any size
 * costs its own bytes and no others. Written here rather than linked, because the libraries
 * that every system has build a tree of all they read.
 *
 * Limits: nesting of JSON_DEPTH. Of members with one name the first counts. A BOM is skipped.
 * Ownership: values borrow the text; json_text's strings are the caller's. */
#ifndef DIPTYCH_TEXT_JSON_H
#define DIPTYCH_TEXT_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define JSON_DEPTH 64

enum json_kind {
    JSON_NOTHING, /* no value: a member that is not there */
    JSON_NULL,
    JSON_TRUE,
    JSON_FALSE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
};

struct json {
    const char *at; /* NULL: JSON_NOTHING */
};

/* Reads through `bytes`, which are NUL-terminated beyond `length` and must outlive all values; the
 * document's value goes to *root. False with "line N: why". */
bool json_check(const char *bytes, size_t length, struct json *root, struct error *error);

enum json_kind json_kind(struct json value);

/* The member of that name; JSON_NOTHING when there is none or the value is no object. */
struct json json_member(struct json value, const char *name);

/* The first item of an array or the first member's value of an object, and the next; JSON_NOTHING
 * when there is none. */
struct json json_first(struct json value);
struct json json_next(struct json value);

/* A string's text, decoded, with U+2400 for \u0000; "" for what is no string. Caller frees. */
char *json_text(struct json value);

/* Whether it is a string of exactly this text. */
bool json_is(struct json value, const char *text);

/* A whole number from 0 on. False for anything else, and *number is as it was. */
bool json_size(struct json value, size_t *number);

#endif
