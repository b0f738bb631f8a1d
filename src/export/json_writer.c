#include "export/json_writer.h"

#include <string.h>

#include "export/escape_json.h"

static void add_indent(struct json_writer *json)
{
    buffer_add_byte(json->out, '\n');
    for (size_t i = 0; i < json->depth; i++)
        buffer_add_text(json->out, "  ");
}

static void add_key(struct json_writer *json, const char *key)
{
    if (json->filled)
        buffer_add_byte(json->out, ',');
    if (json->depth > 0)
        add_indent(json);
    if (key != NULL)
        buffer_add_format(json->out, "\"%s\": ", key);
    json->filled = true;
}

void json_writer_open(struct json_writer *json, const char *key, char bracket)
{
    add_key(json, key);
    buffer_add_byte(json->out, bracket);
    json->depth++;
    json->filled = false;
}

void json_writer_close(struct json_writer *json, char bracket)
{
    json->depth--;
    if (json->filled)
        add_indent(json);
    buffer_add_byte(json->out, bracket);
    json->filled = true;
}

void json_writer_span(struct json_writer *json, const char *key, const char *text, size_t length)
{
    add_key(json, key);
    escape_json(json->out, text, length);
}

void json_writer_text(struct json_writer *json, const char *key, const char *text)
{
    json_writer_span(json, key, text, strlen(text));
}

void json_writer_known(struct json_writer *json, const char *key, const char *text)
{
    if (text[0] != '\0')
        json_writer_text(json, key, text);
}

void json_writer_number(struct json_writer *json, const char *key, size_t number)
{
    add_key(json, key);
    buffer_add_format(json->out, "%zu", number);
}
