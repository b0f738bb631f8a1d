#include "doc/plain.h"

#include <string.h>

#include "base/span.h"
#include "doc/autolink.h"
#include "doc/blocks.h"
#include "doc/hyphenation.h"
#include "doc/plain_heading.h"
#include "doc/wrapping.h"
#include "text/utf8.h"

#define BLOCKS_FREE ((size_t)1 << 20) /* bytes of blocks that any text may have */
#define MERGE_LIMIT ((size_t)4 << 10)
#define TITLE_CELLS 80
#define INDENT_LIMIT 40 /* cells of white space kept before a short line */
#define RUNNING_CELLS 78 /* of the line that a printed page begins or ends with */
#define GAP_LEAST 3      /* blanks between two of its parts */

/* Text is read at `read` and written at `written` <= `read` of the same memory: joining
 * lines only ever shortens it. */
struct reading {
    char *text;
    size_t length;
    size_t written;
    uint32_t line_number; /* of the line being read, from 1 */
    struct wrapping wrapping;
    struct hyphenation hyphenation;
    struct blocks blocks;

    struct block open;   /* the paragraph being joined */
    unsigned open_lines; /* lines it has so far, 0: none is open */
    bool open_is_item;
    struct line last; /* its last line, as written */

    bool shouted;       /* plain_heading.h */
    bool after_heading; /* no blank line is between the last heading and what comes */
};

/* A file of a hundred million one-letter lines must not need a block for each: as soon
 * as blocks take more memory than text, lines go on in the block before as hard lines. */
static bool merge(struct reading *reading, const struct block *block)
{
    struct blocks *blocks = &reading->blocks;
    if (blocks->count * sizeof *blocks->items <= block->start + BLOCKS_FREE)
        return false;
    struct block *before = &blocks->items[blocks->count - 1];
    if (block->end - before->start > MERGE_LIMIT)
        return false;
    before->end = block->end;
    return true;
}

static void push(struct reading *reading, struct block block)
{
    if (!merge(reading, &block))
        blocks_push(&reading->blocks, reading->text, block);
}

static void close_paragraph(struct reading *reading)
{
    if (reading->open_lines > 0)
        push(reading, reading->open);
    reading->open_lines = 0;
}

/* Moves text[from, to) down to what is written; returns where it went. */
static size_t write_out(struct reading *reading, size_t from, size_t to)
{
    size_t at = reading->written;
    if (at != from)
        memmove(reading->text + at, reading->text + from, to - from);
    reading->written += to - from;
    return at;
}

/* The line as it is, with its blanks and newline. Returns the block of its text. */
static struct block write_line(struct reading *reading, size_t from, const struct line *line)
{
    size_t at = write_out(reading, from, line->next);
    return (struct block){ .start = at + (line->start - from),
                           .end = at + (line->end - from),
                           .line = reading->line_number,
                           .kind = BLOCK_PARAGRAPH };
}

static void remember_line(struct reading *reading, const struct line *line, size_t start)
{
    reading->last = *line;
    reading->last.start = start;
    reading->last.end = start + (line->end - line->start);
    reading->open.end = reading->last.end;
    reading->open_lines++;
}

/* Does a blank part what the joined lines end and begin with? */
static bool wants_blank(const char *text, size_t end, const struct line *line)
{
    size_t last = utf8_previous(text, end);
    uint32_t before;
    uint32_t after;
    utf8_decode(text + last, end - last, &before);
    utf8_decode(text + line->start, line->end - line->start, &after);
    return !blocks_join_closed(before, after);
}

/* Takes back the newline, blanks and hyphen after the open paragraph and puts the line there. */
static void join_line(struct reading *reading, const struct line *line)
{
    char *text = reading->text;
    size_t end = reading->open.end;
    enum hyphen hyphen = hyphenation_judge(&reading->hyphenation, text, reading->open.start, end,
                                           line->start, line->end);
    if (hyphen == HYPHEN_CUT)
        end -= hyphenation_at_end(text, reading->open.start, end);
    else if (hyphen == HYPHEN_NONE && wants_blank(text, end, line))
        text[end++] = ' ';
    reading->written = end;
    remember_line(reading, line, write_out(reading, line->start, line->next));
}

static void open_paragraph(struct reading *reading, size_t from, const struct line *line,
                           unsigned flags)
{
    close_paragraph(reading);
    reading->open_is_item = wrapping_is_item(reading->text, line);
    reading->open = write_line(reading, from, line);
    reading->open.flags = (uint8_t)flags;
    remember_line(reading, line, reading->open.start);
}

/* Does `line` rule off the line above: ==== or ----, about as long as that? */
static bool is_underline(const struct reading *reading, const struct line *line)
{
    const char *from = reading->text + line->start;
    size_t length = line->end - line->start;
    if (length < 3 || (from[0] != '=' && from[0] != '-'))
        return false;
    size_t at = 1;
    while (at < length && from[at] == from[0])
        at++;
    return at == length;
}

/* Makes the block above an underline a heading, if that is one short line. */
static void make_heading(const struct reading *reading, struct block *block,
                         const struct line *underline)
{
    struct line title = { .start = block->start, .end = block->end };
    unsigned width = wrapping_width(reading->text, &title);
    size_t length = underline->end - underline->start;
    bool one_line = memchr(reading->text + block->start, '\n', block->end - block->start) == NULL;
    if (block->kind != BLOCK_PARAGRAPH || (block->flags & BLOCK_CONTINUES) != 0 ||
        is_underline(reading, &title) || !one_line || width > TITLE_CELLS || length * 2 < width)
        return;
    block->kind = BLOCK_HEADING;
    block->level = reading->text[underline->start] == '=' ? 1 : 2;
}

enum start { START_NOT, START_TIGHT, START_APART };

/* Does `line` begin a paragraph, although no blank line is before it? */
static enum start starts(const struct reading *reading, const struct line *line,
                         const struct group *group)
{
    if (wrapping_is_item(reading->text, line) || is_underline(reading, line) ||
        is_underline(reading, &reading->last))
        return START_TIGHT;
    if (group->shape == GROUP_HANGING && line->indent <= group->base)
        return START_TIGHT;
    if (group->shape == GROUP_WRAPPED && !reading->open_is_item && line->indent > group->base + 1)
        return START_APART;
    if (!wrapping_ends_paragraph(reading->text, &reading->last, line, reading->wrapping.margin))
        return START_NOT;
    return reading->open_lines > 1 ? START_APART : START_TIGHT;
}

static void read_wrapped(struct reading *reading, size_t from, const struct line *line,
                         const struct group *group)
{
    enum start start = reading->after_heading ? START_TIGHT : START_APART;
    reading->after_heading = false;
    if (reading->open_lines > 0)
        start = starts(reading, line, group);
    if (reading->open_lines == 1 && !reading->open_is_item && is_underline(reading, line))
        make_heading(reading, &reading->open, line);
    if (start == START_NOT)
        join_line(reading, line);
    else
        open_paragraph(reading, from, line, start == START_TIGHT ? BLOCK_TIGHT : 0);
}

/* A line for itself. `alone`: no other line of its group was before it. */
static void read_single(struct reading *reading, size_t from, const struct line *line,
                        enum group_shape shape, bool alone)
{
    bool rules_off = !alone && shape != GROUP_RULED && is_underline(reading, line);
    if (rules_off && reading->blocks.count > 0)
        make_heading(reading, &reading->blocks.items[reading->blocks.count - 1], line);
    struct block block = write_line(reading, from, line);
    if (shape == GROUP_RULED) {
        block.start -= line->start - from;
        block.kind = BLOCK_CODE;
    } else if (shape == GROUP_SHORT) {
        block.indent = (uint16_t)(line->indent < INDENT_LIMIT ? line->indent : INDENT_LIMIT);
    }
    if (!alone && (shape != GROUP_LONG || rules_off))
        block.flags = BLOCK_TIGHT;
    push(reading, block);
}

/* The head and the foot of a manual page were set for a screen: where it was wider than a column the blanks
 * between what stands at the left, in the middle and at the right are fewer here. */
static void narrow_gaps(char *text, struct line *line)
{
    struct span gaps[2];
    size_t count = 0;
    unsigned width = wrapping_width(text, line);
    for (size_t at = line->start, end; at < line->end; at = end + 1) {
        for (end = at; end < line->end && text[end] == ' '; end++) {
        }
        if (end - at < GAP_LEAST)
            continue;
        if (count == 2)
            return;
        gaps[count++] = (struct span){ at, end };
    }
    size_t spare = width > RUNNING_CELLS ? width - RUNNING_CELLS : 0;
    while (count-- > 0) {
        size_t room = gaps[count].end - gaps[count].start - GAP_LEAST;
        size_t share = spare / (count + 1), cut = share < room ? share : room, from = gaps[count].end;
        memmove(text + from - cut, text + from, line->end - from);
        memset(text + line->end - cut, ' ', cut);
        line->end -= cut;
        spare -= cut;
    }
}

/* Is the line the only one of its group? */
static bool is_alone(const struct reading *reading, const struct line *line)
{
    if (line->next >= reading->length)
        return true;
    struct line next = wrapping_line_at(reading->text, reading->length, line->next);
    return next.start == next.end;
}

/* The first block of all is the title. */
static size_t read_heading(struct reading *reading, size_t at, const struct line *line,
                           unsigned level, bool tight)
{
    struct block block = write_line(reading, at, line);
    block.kind = BLOCK_HEADING;
    block.level = (uint8_t)(reading->blocks.count == 0 ? 1 : level);
    block.flags = tight ? BLOCK_TIGHT : 0;
    push(reading, block);
    reading->line_number++;
    reading->after_heading = true;
    return line->next;
}

/* Whether a heading begins here, amid the lines of a group: where lines are joined only behind a
 * paragraph's end. */
static unsigned heading_within(const struct reading *reading, const struct line *line, bool wrapped)
{
    if (wrapped && reading->open_lines > 0 &&
        !wrapping_ends_paragraph(reading->text, &reading->last, line, reading->wrapping.margin))
        return 0;
    return plain_heading_level(reading->text, reading->length, line, false, reading->shouted);
}

/* Does the line begin the text, or end it, alone? */
static bool is_head_or_foot(const struct reading *reading, const struct line *line)
{
    size_t rest = line->next;
    while (rest < reading->length && strchr(" \n", reading->text[rest]) != NULL)
        rest++;
    return is_alone(reading, line) && (reading->blocks.count == 0 || rest == reading->length);
}

/* Reads the lines up to the next blank one; returns where that begins. */
static size_t read_group(struct reading *reading, size_t at, struct line line)
{
    struct group group = wrapping_of_group(reading->text, reading->length, at, reading->wrapping);
    unsigned level = plain_heading_level(reading->text, reading->length, &line, true,
                                         reading->shouted);
    if (level > 0 && group.shape != GROUP_RULED)
        return read_heading(reading, at, &line, level, reading->after_heading);
    bool alone = !reading->after_heading;
    bool wrapped = group.shape == GROUP_WRAPPED || group.shape == GROUP_HANGING;
    if (is_head_or_foot(reading, &line))
        narrow_gaps(reading->text, &line);
    if (group.shape == GROUP_SHORT && is_alone(reading, &line))
        group.shape = GROUP_LONG; /* its indent is that of a paragraph */
    while (line.start < line.end) {
        if (wrapped)
            read_wrapped(reading, at, &line, &group);
        else
            read_single(reading, at, &line, group.shape, alone);
        alone = false;
        reading->line_number++;
        at = line.next;
        if (at >= reading->length)
            break;
        line = wrapping_line_at(reading->text, reading->length, at);
        if (line.start < line.end && heading_within(reading, &line, wrapped) > 0)
            break;
    }
    close_paragraph(reading);
    reading->after_heading = false;
    return at;
}

static void read_all(struct reading *reading)
{
    size_t at = 0;
    while (at < reading->length) {
        struct line line = wrapping_line_at(reading->text, reading->length, at);
        if (line.start < line.end) {
            at = read_group(reading, at, line);
        } else {
            write_out(reading, at, line.next);
            reading->after_heading = false;
            reading->line_number++;
            at = line.next;
        }
    }
}

struct document *plain_read(char *text, size_t length)
{
    struct reading reading = { .text = text, .length = length, .line_number = 1 };
    reading.wrapping = wrapping_of_text(text, length);
    reading.shouted = plain_heading_is_shouted(text, length);
    if (reading.wrapping.joined)
        hyphenation_learn(&reading.hyphenation, text, length);
    read_all(&reading);
    hyphenation_free(&reading.hyphenation);
    struct document *document = blocks_new_document();
    text[reading.written] = '\0';
    document->text = text;
    document->length = reading.written;
    blocks_hand_over(&reading.blocks, document);
    autolink_add(document, true);
    return document;
}
