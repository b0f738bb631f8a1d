#include "notes/pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "base/xalloc.h"
#include "text/ascii.h"

#define SEAL "seal"

static void add(struct buffer *out, const char *name, const char *value)
{
    size_t length = strlen(value);
    if (length == 0)
        return;
    buffer_add_format(out, "%s %zu:", name, length);
    buffer_add(out, value, length);
    buffer_add_byte(out, '\n');
}

static void add_number(struct buffer *out, const char *name, size_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", value);
    add(out, name, digits);
}

static void add_target(struct buffer *out, struct annotation_target *target)
{
    add(out, "target", target_role_name(target->role));
    add_number(out, "start", target->start);
    add_number(out, "end", target->end);
    add_number(out, "block", target->block);
    for (size_t i = 0; target_field_name(i) != NULL; i++)
        add(out, target_field_name(i), *target_field(target, i));
}

void pack_write(const struct annotation *annotation, struct buffer *out)
{
    struct annotation fields = *annotation;
    size_t start = out->length;
    buffer_add_text(out, PACK_MAGIC);
    add(out, "id", fields.id);
    add(out, "kind", annotation_kind_name(fields.kind));
    add(out, "created", fields.created);
    add(out, "modified", fields.modified);
    for (size_t i = 0; annotation_field_name(i) != NULL; i++)
        add(out, annotation_field_name(i), *annotation_field(&fields, i));
    for (size_t i = 0; i < fields.tag_count; i++)
        add(out, "tag", fields.tags[i]);
    for (size_t i = 0; i < fields.target_count; i++)
        add_target(out, &fields.targets[i]);
    char hash[SHA256_HEX_SIZE];
    sha256_hex(out->data + start, out->length - start, hash);
    add(out, SEAL, hash);
}

/* --- reading --- */

struct scan {
    const char *bytes;
    size_t length;
    size_t at;
    char name[16];
    const char *value; /* not NUL-terminated */
    size_t value_length;
};

static bool take_literal(struct scan *scan, const char *text)
{
    size_t length = strlen(text);
    if (scan->length - scan->at < length || memcmp(scan->bytes + scan->at, text, length) != 0)
        return false;
    scan->at += length;
    return true;
}

static bool take_name(struct scan *scan)
{
    size_t count = 0;
    while (scan->at < scan->length && scan->bytes[scan->at] >= 'a' &&
           scan->bytes[scan->at] <= 'z' && count + 1 < sizeof scan->name)
        scan->name[count++] = scan->bytes[scan->at++];
    scan->name[count] = '\0';
    return count > 0 && take_literal(scan, " ");
}

/* Decimal digits as the writer writes them. */
static bool parse_number(const char *text, size_t length, size_t *value)
{
    *value = 0;
    if (length == 0 || length > 15 || (length > 1 && text[0] == '0'))
        return false;
    for (size_t i = 0; i < length; i++) {
        if (!ascii_is_digit(text[i]))
            return false;
        *value = *value * 10 + (size_t)(text[i] - '0');
    }
    return true;
}

static bool take_field(struct scan *scan)
{
    if (!take_name(scan))
        return false;
    size_t digits = 0;
    while (scan->at + digits < scan->length && scan->bytes[scan->at + digits] != ':' && digits < 16)
        digits++;
    if (!parse_number(scan->bytes + scan->at, digits, &scan->value_length))
        return false;
    scan->at += digits;
    if (!take_literal(scan, ":") || scan->length - scan->at < scan->value_length)
        return false;
    scan->value = scan->bytes + scan->at;
    scan->at += scan->value_length;
    return scan->value_length > 0 && memchr(scan->value, '\0', scan->value_length) == NULL &&
           take_literal(scan, "\n");
}

static bool set_short(char *out, size_t size, const struct scan *scan)
{
    if (scan->value_length >= size)
        return false;
    memcpy(out, scan->value, scan->value_length);
    out[scan->value_length] = '\0';
    return true;
}

static void set_text(char **field, const struct scan *scan)
{
    free(*field);
    *field = xstrndup(scan->value, scan->value_length);
}

static bool set_in_target(struct annotation_target *target, const struct scan *scan)
{
    static const char *const numbers[] = { "start", "end", "block" };
    size_t *const places[] = { &target->start, &target->end, &target->block };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (strcmp(scan->name, numbers[i]) == 0)
            return parse_number(scan->value, scan->value_length, places[i]);
    }
    for (size_t i = 0; target_field_name(i) != NULL; i++) {
        if (strcmp(scan->name, target_field_name(i)) == 0) {
            set_text(target_field(target, i), scan);
            return true;
        }
    }
    return false;
}

static bool set_in_annotation(struct annotation *annotation, const struct scan *scan)
{
    char word[16];
    if (strcmp(scan->name, "id") == 0)
        return set_short(annotation->id, sizeof annotation->id, scan);
    if (strcmp(scan->name, "created") == 0)
        return set_short(annotation->created, sizeof annotation->created, scan);
    if (strcmp(scan->name, "modified") == 0)
        return set_short(annotation->modified, sizeof annotation->modified, scan);
    if (strcmp(scan->name, "kind") == 0)
        return set_short(word, sizeof word, scan) && annotation_kind_parse(word, &annotation->kind);
    if (strcmp(scan->name, "tag") == 0) {
        char *tag = xstrndup(scan->value, scan->value_length);
        annotation_add_tag(annotation, tag);
        free(tag);
        return true;
    }
    for (size_t i = 0; annotation_field_name(i) != NULL; i++) {
        if (strcmp(scan->name, annotation_field_name(i)) == 0) {
            set_text(annotation_field(annotation, i), scan);
            return true;
        }
    }
    return false;
}

/* Whether the seal just read is the hash of all before it. */
static bool is_sealed(const struct scan *scan, size_t before)
{
    char hash[SHA256_HEX_SIZE];
    sha256_hex(scan->bytes, before, hash);
    return scan->value_length == sizeof hash - 1 && memcmp(scan->value, hash, sizeof hash - 1) == 0;
}

static bool read_fields(struct scan *scan, struct annotation *annotation)
{
    struct annotation_target *target = NULL;
    for (;;) {
        char word[16];
        enum target_role role;
        size_t before = scan->at;
        if (!take_field(scan))
            return false;
        if (strcmp(scan->name, SEAL) == 0)
            return is_sealed(scan, before);
        if (strcmp(scan->name, "target") == 0) {
            if (!set_short(word, sizeof word, scan) || !target_role_parse(word, &role))
                return false;
            target = annotation_add_target(annotation, role);
        } else if (target != NULL ? !set_in_target(target, scan)
                                  : !set_in_annotation(annotation, scan)) {
            return false;
        }
    }
}

bool pack_read(const char *bytes, size_t length, struct annotation *annotation, size_t *used)
{
    struct scan scan = { .bytes = bytes, .length = length };
    annotation_begin(annotation);
    bool ok = take_literal(&scan, PACK_MAGIC) && read_fields(&scan, annotation);
    *used = scan.at;
    if (!ok) {
        annotation_free(annotation);
        annotation_begin(annotation);
    }
    return ok;
}
