/* diptych-convert: HTML, e-books and the like become a text that diptych reads (doc/converted.h).
 *
 *     diptych-convert document NAME <FILE    any format; NAME is a hint, no more
 *     diptych-convert text NAME [ENCODING] <FILE   plain text in any encoding, or in that one:
 *                                                  "CNAME REPAIRED", then UTF-8
 *     diptych-convert unpack NAME <FILE   what is packed: "U", then its bytes
 *
 * The bytes come from anywhere: they are read whole, then all rights are given away, and only
 * then is looked into them. What went wrong is a sentence in the stream; exit 1. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/descriptor.h"
#include "convert/convert.h"
#include "convert/sandbox.h"

#define INPUT_MOST ((size_t)128 << 20)

static bool read_input(struct buffer *in)
{
    for (;;) {
        buffer_reserve(in, (size_t)64 << 10);
        ssize_t got = read(STDIN_FILENO, in->data + in->length, in->capacity - in->length - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        in->length += (size_t)got;
        in->data[in->length] = '\0';
        if (in->length > INPUT_MOST)
            return false;
    }
}

int main(int argc, char **argv)
{
    static const char usage[] = "usage: diptych-convert document NAME <FILE\n"
                                "       diptych-convert text NAME [ENCODING] <FILE\n"
                                "       diptych-convert unpack NAME <FILE\n";
    struct buffer in = { 0 };
    struct buffer out = { 0 };
    struct error error = { "" };
    bool text = (argc == 3 || argc == 4) && strcmp(argv[1], "text") == 0;
    const char *encoding = argc == 4 ? argv[3] : NULL;
    bool packed = argc == 3 && strcmp(argv[1], "unpack") == 0;
    if (!text && !packed && (argc != 3 || strcmp(argv[1], "document") != 0)) {
        (void)!write(STDERR_FILENO, usage, sizeof usage - 1);
        return 2;
    }
    bool ok = read_input(&in);
    if (!ok)
        error_set(&error, "it is too large to be converted");
    bool wants_codecs = ok && !packed && (encoding != NULL || convert_needs_codecs(in.data, in.length));
    struct codecs *codecs = wants_codecs ? codecs_open() : NULL;
    convert_prepare();
    ok = ok && sandbox_enter();
    if (!ok && error.text[0] == '\0')
        error_set(&error, "the converter cannot give its rights away");
    if (ok)
        ok = packed ? convert_unpack(buffer_text(&in), in.length, &out, &error)
             : text ? convert_text(codecs, in.data, in.length, encoding, &out, &error)
                    : convert_document(codecs, in.data, in.length, argv[2], &out, &error);
    if (!ok)
        convert_fail(&error, &out);
    ok = descriptor_write(STDOUT_FILENO, out.data, out.length, NULL) && ok;
    codecs_close(codecs);
    buffer_free(&in);
    buffer_free(&out);
    return ok ? 0 : 1;
}
