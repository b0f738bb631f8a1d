#include "base/message.h"

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#define MAGIC 0x950412DEU
#define MAGIC_SWAPPED 0xDE120495U
#define HEADER 28 /* bytes */

/* The one variable of the core: the counterpart of what setlocale keeps in the C library. */
static const struct message_catalogue *_Atomic in_force;

static uint32_t swap(uint32_t number)
{
    return number >> 24 | (number >> 8 & 0xFF00U) | (number << 8 & 0xFF0000U) | number << 24;
}

static uint32_t number_at(const struct message_catalogue *catalogue, size_t at)
{
    uint32_t number;
    memcpy(&number, catalogue->bytes + at, sizeof number);
    return catalogue->swapped ? swap(number) : number;
}

/* String `index` of a table; *length is without the NUL that ends it. */
static const char *string_at(const struct message_catalogue *catalogue, size_t table, size_t index,
                             size_t *length)
{
    *length = number_at(catalogue, table + index * 8);
    return catalogue->bytes + number_at(catalogue, table + index * 8 + 4);
}

static bool has_whole_table(const struct message_catalogue *catalogue, size_t table)
{
    size_t length = catalogue->length;
    if (table > length || catalogue->count > (length - table) / 8)
        return false;
    for (size_t i = 0; i < catalogue->count; i++) {
        size_t size = number_at(catalogue, table + i * 8);
        size_t at = number_at(catalogue, table + i * 8 + 4);
        if (at >= length || size >= length - at || catalogue->bytes[at + size] != '\0')
            return false;
    }
    return true;
}

/* The translation, NULL when there is none. Strings are sorted by their bytes; one with a plural is
 * found by its first form, which a NUL ends. */
static const char *find(const struct message_catalogue *catalogue, const char *english, size_t *length)
{
    size_t low = 0, high = catalogue->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(english, string_at(catalogue, catalogue->english, middle, length));
        if (order == 0)
            return string_at(catalogue, catalogue->other, middle, length);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool message_catalogue_read(struct message_catalogue *catalogue, char *bytes, size_t length)
{
    uint32_t magic;
    *catalogue = (struct message_catalogue){ .bytes = bytes, .length = length };
    if (length < HEADER)
        return false;
    memcpy(&magic, bytes, sizeof magic);
    catalogue->swapped = magic == MAGIC_SWAPPED;
    if (magic != MAGIC && magic != MAGIC_SWAPPED)
        return false;
    catalogue->count = number_at(catalogue, 8);
    catalogue->english = number_at(catalogue, 12);
    catalogue->other = number_at(catalogue, 16);
    if (!has_whole_table(catalogue, catalogue->english) || !has_whole_table(catalogue, catalogue->other))
        return false;
    size_t size;
    const char *header = find(catalogue, "", &size);
    catalogue->one_form = header != NULL && strstr(header, "nplurals=1;") != NULL;
    return true;
}

void message_use(const struct message_catalogue *catalogue)
{
    atomic_store(&in_force, catalogue);
}

const char *message_text(const char *english)
{
    const struct message_catalogue *catalogue = atomic_load(&in_force);
    size_t length;
    const char *found = catalogue != NULL && *english != '\0' ? find(catalogue, english, &length) : NULL;
    return found != NULL && *found != '\0' ? found : english;
}

const char *message_count(const char *one, const char *many, size_t count)
{
    const struct message_catalogue *catalogue = atomic_load(&in_force);
    size_t length;
    const char *found = catalogue != NULL ? find(catalogue, one, &length) : NULL;
    if (found == NULL || *found == '\0')
        return count == 1 ? one : many;
    const char *second = found + strlen(found) + 1;
    bool has_second = second < found + length;
    return catalogue->one_form || count == 1 || !has_second ? found : second;
}
