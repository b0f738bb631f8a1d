#include "base/gzip.h"

#include <limits.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/file.h"

#define PIECE ((size_t)256 << 10)
#define GZIP_WINDOW (15 + 16) /* zlib's way to say: gzip only, any window */

static bool is_packed(const char *bytes, size_t length)
{
    return length >= 3 && (unsigned char)bytes[0] == 0x1F && (unsigned char)bytes[1] == 0x8B &&
           bytes[2] == 8;
}

/* Inflates as much as fits; Z_OK when the piece is full or the input is used up. */
static int inflate_piece(z_stream *stream, size_t limit, struct buffer *out)
{
    size_t room = limit - out->length < PIECE ? limit - out->length : PIECE;
    buffer_reserve(out, room);
    stream->next_out = (unsigned char *)out->data + out->length;
    stream->avail_out = (unsigned)room;
    int status = inflate(stream, Z_NO_FLUSH);
    out->length += room - stream->avail_out;
    out->data[out->length] = '\0';
    return status;
}

/* One byte over the limit is asked for, so that a text of exactly the limit is let through. */
static bool inflate_all(z_stream *stream, size_t limit, struct buffer *out)
{
    while (out->length <= limit) {
        unsigned left = stream->avail_in;
        size_t length = out->length;
        int status = inflate_piece(stream, limit + 1, out);
        if (status == Z_STREAM_END) {
            if (stream->avail_in == 0)
                return true;
            /* Another member, or padding that is none. */
            if (!is_packed((const char *)stream->next_in, stream->avail_in))
                return true;
            if (inflateReset(stream) != Z_OK)
                return false;
        } else if (status != Z_OK || (left == stream->avail_in && length == out->length)) {
            return false;
        }
    }
    return false;
}

bool gzip_unpack(const char *bytes, size_t length, size_t limit, const char *name,
                 struct buffer *out, bool *whole, struct error *error)
{
    z_stream stream = { 0 };
    *whole = false;
    if (!is_packed(bytes, length) || length > UINT_MAX ||
        inflateInit2(&stream, GZIP_WINDOW) != Z_OK) {
        error_set(error, "%s: is not compressed with gzip", name);
        return false;
    }
    size_t before = out->length;
    stream.next_in = (const unsigned char *)bytes;
    stream.avail_in = (unsigned)length;
    *whole = inflate_all(&stream, before + limit, out);
    inflateEnd(&stream);
    if (out->length - before > limit) {
        error_set(error, "%s: is larger than the %zu MiB that can be unpacked", name, limit >> 20);
        return false;
    }
    return true;
}

bool gzip_read_file(const char *path, size_t limit, struct buffer *out, bool *whole,
                    struct error *error)
{
    struct buffer bytes = { 0 };
    bool ok = file_read(path, limit, &bytes, error);
    *whole = true;
    if (ok && is_packed(buffer_text(&bytes), bytes.length))
        ok = gzip_unpack(bytes.data, bytes.length, limit, path, out, whole, error);
    else if (ok && out->length == 0) {
        buffer_free(out);
        *out = bytes;
        return true;
    } else if (ok) {
        buffer_add(out, buffer_text(&bytes), bytes.length);
    }
    buffer_free(&bytes);
    return ok;
}
