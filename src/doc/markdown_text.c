#include "doc/markdown_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/charref.h"
#include "text/ascii.h"

/* The text began with a note's sentinel: this item is the note. False where none can be. */
static bool become_footnote(struct markdown_walk *walk, size_t index)
{
    if (walk->builder.is_open ||
        !nesting_become_footnote(&walk->nesting, walk->notes.items[index].number))
        return false;
    walk->opening_note = index;
    return true;
}

static void reference(struct markdown_walk *walk, const char *at, size_t index)
{
    char mark[32];
    int size = snprintf(mark, sizeof mark, "[%u]", walk->notes.items[index].number);
    bool link = walk->link_depth == 0;
    markdown_need_block(walk, at);
    if (link)
        builder_link_begin(&walk->builder, LINK_PLACE, xstrdup(""), index);
    builder_text(&walk->builder, mark, (size_t)size, markdown_style(walk) | STYLE_NOTE_MARK);
    if (link)
        builder_link_end(&walk->builder);
}

/* ---- [[links]] ---- */

struct part {
    const char *text;
    size_t length;
};

static struct part trim(struct part part)
{
    while (part.length > 0 && strchr(" \t", part.text[0]) != NULL) {
        part.text++;
        part.length--;
    }
    while (part.length > 0 && strchr(" \t", part.text[part.length - 1]) != NULL)
        part.length--;
    return part;
}

/* target|label or, in a table, target\|label. */
static void split_wikilink(const struct substitute *piece, struct part *target, struct part *label)
{
    const char *bar = memchr(piece->shown, '|', piece->shown_length);
    size_t before = bar != NULL ? (size_t)(bar - piece->shown) : piece->shown_length;
    *label = (struct part){ "", 0 };
    if (bar != NULL)
        *label = trim((struct part){ bar + 1, piece->shown_length - before - 1 });
    if (bar != NULL && before > 0 && bar[-1] == '\\')
        before--;
    *target = trim((struct part){ piece->shown, before });
}

/* "100" or "100x200": how large a picture is to be. */
static bool is_size(struct part label)
{
    for (size_t i = 0; i < label.length; i++) {
        if (!ascii_is_digit(label.text[i]) && label.text[i] != 'x')
            return false;
    }
    return label.length > 0;
}

/* What Markdown notes are never: ![[picture.png]] is a file. */
static bool is_picture(struct part target)
{
    static const char *const endings[] = { ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp",
                                           ".bmp", ".pdf", ".mp3",  ".mp4", ".wav", ".webm" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);
        if (target.length > length &&
            memcmp(target.text + target.length - length, endings[i], length) == 0)
            return true;
    }
    return false;
}

/* A link without a label is called by its target: "note > heading", and "heading" for #heading. */
static void add_label(struct markdown_walk *walk, struct part target, struct buffer *out)
{
    struct buffer text = { 0 };
    for (size_t i = 0; i < target.length; i++) {
        if (target.text[i] != '#')
            buffer_add_byte(&text, target.text[i]);
        else if (i > 0)
            buffer_add_text(&text, " > ");
    }
    markdown_restore(walk, buffer_text(&text), text.length, out);
    buffer_free(&text);
}

static void show_wikilink(struct markdown_walk *walk, const struct substitute *piece)
{
    struct part target, label;
    struct buffer text = { 0 };
    bool embedded = piece->text[0] == '!';
    split_wikilink(piece, &target, &label);
    if (label.length > 0 && !(embedded && is_size(label)))
        markdown_restore(walk, label.text, label.length, &text);
    else
        add_label(walk, target, &text);
    bool is_address = target.text[0] == '#' || (embedded && is_picture(target));
    markdown_begin_link(walk, is_address ? LINK_URL : LINK_NOTE,
                        xstrndup(target.text, target.length));
    builder_text(&walk->builder, buffer_text(&text), text.length, markdown_style(walk));
    markdown_end_link(walk, false);
    buffer_free(&text);
}

/* ---- pieces ---- */

/* "note" is shown as "Note". */
static void show_kind(struct markdown_walk *walk, const struct substitute *piece)
{
    char first = piece->shown[0];
    if (piece->shown_length == 0)
        return;
    if (first >= 'a' && first <= 'z')
        first = (char)(first - 'a' + 'A');
    builder_text(&walk->builder, &first, 1, markdown_style(walk));
    builder_text(&walk->builder, piece->shown + 1, piece->shown_length - 1, markdown_style(walk));
}

static void show_piece(struct markdown_walk *walk, const char *at, size_t index)
{
    const struct substitute *piece = &walk->pieces.items[index];
    switch (piece->kind) {
    case SUBSTITUTE_WIKILINK:
        markdown_need_block(walk, at);
        show_wikilink(walk, piece);
        break;
    case SUBSTITUTE_MARK:
        walk->tags.strong++;
        break;
    case SUBSTITUTE_MARK_END:
        walk->tags.strong -= walk->tags.strong > 0;
        break;
    case SUBSTITUTE_ANCHOR:
        builder_anchor(&walk->builder, piece->shown, piece->shown_length);
        break;
    case SUBSTITUTE_TITLE:
        walk->tags.strong++;
        markdown_need_block(walk, at);
        show_kind(walk, piece);
        break;
    case SUBSTITUTE_TITLE_END:
        builder_close(&walk->builder);
        walk->tags = (struct markdown_styles){ 0 };
        break;
    case SUBSTITUTE_DEFINITION:
        nesting_become_definition(&walk->nesting);
        break;
    case SUBSTITUTE_NOTHING:
        break;
    }
}

/* What cannot be taken as it is at text[at]: tab, line break, sentinel. Bytes it takes, 0 for
 * an ordinary byte. */
static size_t special(struct markdown_walk *walk, const char *text, size_t length)
{
    size_t index;
    char kind;
    if (text[0] == '\t' || text[0] == '\n') {
        markdown_need_block(walk, text);
        builder_text(&walk->builder, " ", 1, markdown_style(walk));
        return 1;
    }
    if (text[0] == SUBSTITUTE_HINT || text[0] == SUBSTITUTE_LABEL)
        return 1;
    size_t size = substitutes_at(&walk->pieces, text, length, &index);
    if (size > 0) {
        show_piece(walk, text, index);
        return size;
    }
    size = footnotes_sentinel(&walk->notes, text, length, &index, &kind);
    if (size == 0)
        return 1;
    if (kind == FOOTNOTE_REFERENCE) {
        reference(walk, text, index);
    } else if (!become_footnote(walk, index)) {
        struct buffer out = { 0 };
        markdown_restore(walk, text, size, &out);
        markdown_need_block(walk, text);
        builder_text(&walk->builder, buffer_text(&out), out.length, markdown_style(walk));
        buffer_free(&out);
    }
    return size;
}

static bool is_special(char byte)
{
    return byte == '\t' || byte == '\n' || byte == FOOTNOTE_OPEN || byte == SUBSTITUTE_OPEN ||
           byte == SUBSTITUTE_HINT || byte == SUBSTITUTE_LABEL;
}

void markdown_text_normal(struct markdown_walk *walk, const char *text, size_t length)
{
    if (walk->hidden[0] != '\0')
        return;
    size_t done = 0;
    size_t at = 0;
    while (at < length) {
        if (!is_special(text[at])) {
            at++;
            continue;
        }
        if (at > done) {
            markdown_need_block(walk, text + done);
            builder_text(&walk->builder, text + done, at - done, markdown_style(walk));
        }
        size_t size = special(walk, text + at, length - at);
        done = at + size;
        at += size;
    }
    if (length > done) {
        markdown_need_block(walk, text + done);
        builder_text(&walk->builder, text + done, length - done, markdown_style(walk));
    }
}

void markdown_text_code(struct markdown_walk *walk, const char *text, size_t length)
{
    while (length > 0) {
        const char *newline = memchr(text, '\n', length);
        size_t size = newline != NULL ? (size_t)(newline - text) : length;
        markdown_code_line(walk, text, size);
        if (newline == NULL)
            return;
        builder_close(&walk->builder);
        text += size + 1;
        length -= size + 1;
    }
}

/* In a table's row a bar stands behind a backslash in code, too. */
static void unescape_bars(struct buffer *text)
{
    size_t to = 0;
    for (size_t at = 0; at < text->length; at++) {
        if (text->data[at] == '\\' && at + 1 < text->length && text->data[at + 1] == '|')
            at++;
        text->data[to++] = text->data[at];
    }
    buffer_truncate(text, to);
}

void markdown_text_code_span(struct markdown_walk *walk, const char *text, size_t length)
{
    if (walk->hidden[0] != '\0')
        return;
    buffer_truncate(&walk->scratch, 0);
    markdown_restore(walk, text, length, &walk->scratch);
    for (size_t i = 0; i < walk->scratch.length; i++) {
        if (walk->scratch.data[i] == '\n' || walk->scratch.data[i] == '\t')
            walk->scratch.data[i] = ' ';
    }
    markdown_need_block(walk, text);
    if (walk->builder.block.kind == BLOCK_TABLE_ROW)
        unescape_bars(&walk->scratch);
    builder_text(&walk->builder, buffer_text(&walk->scratch), walk->scratch.length,
                 markdown_style(walk) | STYLE_CODE);
}

void markdown_text_entity(struct markdown_walk *walk, const char *text, size_t length)
{
    if (walk->hidden[0] != '\0')
        return;
    buffer_truncate(&walk->scratch, 0);
    charref_add(&walk->scratch, text, length);
    markdown_need_block(walk, text);
    builder_text(&walk->builder, buffer_text(&walk->scratch), walk->scratch.length,
                 markdown_style(walk));
}

