/* fuzz_encoding: any bytes, decoded in the encoding that they look like and in one that somebody names,
 * are well-formed UTF-8, and the encoding's name is told; what is a text anyhow is not judged foreign. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "convert/convert.h"
#include "doc/encoding.h"
#include "doc/file_kind.h"
#include "holds.h"
#include "text/utf8.h"

static const char *const labels[] = {
    "gb2312", "big5", "shift_jis", "euc-kr", "euc-jp", "iso-2022-jp", "windows-1251", "koi8-r",
    "utf-16le", "utf-16be", "utf-32le", "utf-8", "latin1", "no-such",
};

static void check_text(const struct buffer *out)
{
    const char *newline = memchr(out->data, '\n', out->length);
    HOLDS(out->data[0] == 'C' && newline != NULL);
    for (size_t at = (size_t)(newline - out->data) + 1; at < out->length;) {
        uint32_t code;
        size_t size = utf8_decode(out->data + at, out->length - at, &code);
        HOLDS(code != UTF8_REPLACEMENT || (size == 3 && memcmp(out->data + at, "\xEF\xBF\xBD", 3) == 0));
        at += size;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct codecs *codecs; /* iconv loads its tables once */
    struct buffer bytes = { 0 };
    struct buffer out = { 0 };
    struct error error = { "" };
    if (size == 0)
        return 0;
    if (codecs == NULL)
        codecs = codecs_open();
    buffer_add(&bytes, (const char *)data + 1, size - 1);
    (void)file_kind_of(bytes.data, bytes.length, NULL);
    HOLDS(!encoding_is_foreign(bytes.data, bytes.length) ||
          utf8_clean_prefix(bytes.data, bytes.length) < bytes.length);
    HOLDS(convert_text(codecs, bytes.data, bytes.length, NULL, &out, &error));
    check_text(&out);
    buffer_truncate(&out, 0);
    const char *label = labels[data[0] % (sizeof labels / sizeof *labels)];
    if (convert_text(codecs, bytes.data, bytes.length, label, &out, &error))
        check_text(&out);
    else
        HOLDS(error.text[0] != '\0');
    buffer_free(&out);
    buffer_free(&bytes);
    return 0;
}
