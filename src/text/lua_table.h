/* lua_table: a table written in Lua, "return { ... }", as JSON. Nothing is run.
 *
 * Programs like KOReader keep their data as Lua source. Read is what such a dump has: tables with
 * fields [key] = value, name = value and value, keys and values that are strings (quoted with all
 * escapes of Lua 5.4, or in long brackets), numbers, true, false and nil, and comments. Whatever
 * else Lua has, calls, operators, names, is refused: a value is only ever what stands there.
 * (Lua 5.4 Reference Manual, 3.1 and 3.4.9.)
 *
 * A table becomes an object, keyed by what its keys read as in decimal, "1" for [1]; without a key
 * the next number from 1 on. nil becomes null. Nesting is at most LUA_TABLE_DEPTH. */
#ifndef DIPTYCH_TEXT_LUA_TABLE_H
#define DIPTYCH_TEXT_LUA_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

#define LUA_TABLE_DEPTH 60 /* JSON_DEPTH (json.h) is more */

/* Whether it begins like one: comments, then "return {". */
bool lua_table_begins(const char *text, size_t length);

/* `text` is NUL-terminated beyond `length`. False with "line N: why". */
bool lua_table_to_json(const char *text, size_t length, struct buffer *json, struct error *error);

#endif
