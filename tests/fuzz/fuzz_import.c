/* Any bytes as a file to import: nothing crashes, nothing without a quote comes through but notes on
 * whole articles, and what
 * does is packed and read back as it was. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "notes/import.h"
#include "notes/pack.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool take(void *context, struct annotation *annotation, bool own)
{
    struct buffer packed = { 0 };
    struct buffer again = { 0 };
    struct annotation read;
    size_t used;
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    (void)context;
    if (!own && (target == NULL || (target->quote[0] == '\0' && annotation->comment[0] == '\0')))
        abort();
    pack_write(annotation, &packed);
    if (!pack_read(packed.data, packed.length, &read, &used) || used != packed.length)
        abort();
    pack_write(&read, &again);
    if (again.length != packed.length || memcmp(again.data, packed.data, again.length) != 0)
        abort();
    annotation_free(&read);
    buffer_free(&again);
    buffer_free(&packed);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer bytes = { 0 };
    struct error error = { "" };
    struct import_job job = { .take = take };
    buffer_add(&bytes, (const char *)data, size);
    if (!import_read(bytes.data, bytes.length, &job, &error) && error.text[0] == '\0')
        abort();
    /* A record out of a wreck. */
    struct annotation read;
    size_t used;
    (void)pack_read(bytes.data, bytes.length, &read, &used);
    annotation_free(&read);
    buffer_free(&bytes);
    return 0;
}
