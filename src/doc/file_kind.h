/* file_kind: what kind of file some bytes are the beginning of.
 *
 * The bytes are asked first, the name where they could be anything. Nothing is allocated. */
#ifndef DIPTYCH_DOC_FILE_KIND_H
#define DIPTYCH_DOC_FILE_KIND_H

#include <stdbool.h>
#include <stddef.h>

#define FILE_KIND_LOOK ((size_t)4 << 10) /* bytes that are looked at */

enum file_kind {
    FILE_TEXT,   /* plain or Markdown, in whatever encoding */
    FILE_HTML,
    FILE_ZIP,    /* EPUB, docx, odt: archives that books and documents come in */
    FILE_PACKED, /* gzip, xz, zstd, bzip2 */
    FILE_MHTML,  /* a web page with all its parts, as a mail */
    FILE_MAIL,   /* a mail that is encoded or has parts; any other is plain text */
    FILE_PDF,
    FILE_OLE,    /* Word before 2007 */
    FILE_BINARY  /* no text: a picture, a program */
};

/* `name` may be NULL; of "page.html.gz" what is in it is not asked. */
enum file_kind file_kind_of(const char *bytes, size_t length, const char *name);

/* Kinds that become documents through the converter. */
bool file_kind_is_converted(enum file_kind kind);

/* Has the name one of the endings, each with its dot between blanks (" .htm .html ")? */
bool file_kind_ends(const char *name, const char *endings);

#endif
