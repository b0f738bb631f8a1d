#include "notes/editing.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "text/utf8.h"

/* splitmix64 */
uint32_t editing_draw(struct edited *edited, uint32_t below)
{
    uint64_t bits = edited->seed += UINT64_C(0x9E3779B97F4A7C15);
    bits = (bits ^ bits >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ bits >> 27) * UINT64_C(0x94D049BB133111EB);
    bits ^= bits >> 31;
    return below > 0 ? (uint32_t)(bits >> 32) % below : 0;
}

void editing_begin(struct edited *edited, const char *text, size_t length, uint64_t seed)
{
    *edited = (struct edited){ .seed = seed };
    edited->capacity = length + 1;
    edited->points = xcalloc(edited->capacity, sizeof *edited->points);
    edited->origins = xcalloc(edited->capacity, sizeof *edited->origins);
    for (size_t at = 0; at < length; edited->count++) {
        at += utf8_decode(text + at, length - at, &edited->points[edited->count]);
        edited->origins[edited->count] = (uint32_t)edited->count;
    }
}

void editing_free(struct edited *edited)
{
    free(edited->points);
    free(edited->origins);
}

char *editing_text(const struct edited *edited, size_t *length)
{
    struct buffer text = { 0 };
    for (size_t i = 0; i < edited->count; i++) {
        char bytes[4];
        buffer_add(&text, bytes, utf8_encode(edited->points[i], bytes));
    }
    *length = text.length;
    return buffer_take(&text);
}

/* Puts `count` code points in the place of edited[at, at + gone). */
static void replace(struct edited *edited, size_t at, size_t gone, const uint32_t *points,
                    size_t count)
{
    size_t need = edited->count + count;
    if (need > edited->capacity) {
        edited->capacity = need * 2;
        edited->points = xreallocarray(edited->points, edited->capacity, sizeof *edited->points);
        edited->origins = xreallocarray(edited->origins, edited->capacity, sizeof *edited->origins);
    }
    size_t rest = edited->count - at - gone;
    memmove(edited->points + at + count, edited->points + at + gone, rest * sizeof(uint32_t));
    memmove(edited->origins + at + count, edited->origins + at + gone, rest * sizeof(uint32_t));
    for (size_t i = 0; i < count; i++) {
        edited->points[at + i] = points[i];
        edited->origins[at + i] = EDITED;
    }
    edited->count = edited->count - gone + count;
}

static uint32_t stranger(struct edited *edited, uint32_t like)
{
    if (utf8_is_han(like))
        return 0x4E00 + editing_draw(edited, 0x2000);
    return 'a' + editing_draw(edited, 26);
}

/* Where the passage is now, roughly: the first and last of its code points. */
static bool bounds(const struct edited *edited, size_t start, size_t end, size_t *from, size_t *to)
{
    bool found = false;
    for (size_t i = 0; i < edited->count; i++) {
        if (edited->origins[i] == EDITED || edited->origins[i] < start || edited->origins[i] >= end)
            continue;
        if (!found)
            *from = i;
        *to = i + 1;
        found = true;
    }
    return found;
}

/* --- typing --- */

static void slip(struct edited *edited, size_t at)
{
    uint32_t here = edited->points[at];
    uint32_t other = stranger(edited, here);
    uint32_t swapped[2] = { at + 1 < edited->count ? edited->points[at + 1] : other, here };
    switch (editing_draw(edited, 4)) {
    case 0: replace(edited, at, 1, &other, 1); break;
    case 1: replace(edited, at, 1, NULL, 0); break;
    case 2: replace(edited, at + 1, 0, &other, 1); break;
    default:
        if (at + 1 < edited->count)
            replace(edited, at, 2, swapped, 2);
        break;
    }
}

static void make_typos(struct edited *edited, const struct edit *edit)
{
    size_t from = 0;
    size_t to = 0;
    size_t changes = (edit->end - edit->start) * edit->percent / 100;
    /* A swap changes two. */
    for (size_t i = 0; i * 5 < changes * 4; i++) {
        if (!bounds(edited, edit->start, edit->end, &from, &to))
            return;
        slip(edited, from + editing_draw(edited, (uint32_t)(to - from)));
    }
    for (size_t i = 0; i < edited->count / 400; i++)
        slip(edited, editing_draw(edited, (uint32_t)edited->count));
}

/* Words of about the same length in the place of others, up to the percentage. */
static void change_words(struct edited *edited, const struct edit *edit)
{
    size_t from = 0;
    size_t to = 0;
    size_t budget = (edit->end - edit->start) * edit->percent / 100;
    for (int tries = 0; tries < 20 && budget >= 2; tries++) {
        if (!bounds(edited, edit->start, edit->end, &from, &to))
            return;
        size_t at = from + editing_draw(edited, (uint32_t)(to - from));
        size_t length = 0;
        uint32_t word[16];
        bool han = utf8_is_han(edited->points[at]);
        while (!han && at > from && edited->points[at - 1] > ' ' && edited->points[at - 1] < 0x80)
            at--;
        while (at + length < to && length < 12 && edited->points[at + length] > ' ' &&
               (!han || length < 2))
            length++;
        size_t count = length + editing_draw(edited, 3);
        if (length == 0 || count > budget || count > 16)
            continue;
        for (size_t i = 0; i < count; i++)
            word[i] = stranger(edited, edited->points[at]);
        replace(edited, at, length, word, count);
        budget -= count;
    }
}

/* --- house style --- */

static const uint32_t styles[][2] = {
    { 0x201C, '"' },    { 0x201D, '"' },    { 0x2019, '\'' },   { '\'', 0x2019 }, { '"', 0x201D },
    { 0x2014, '-' },    { '-', 0x2013 },    { 0xFF0C, 0x3001 }, { ' ', 0x00A0 },  { ' ', '\n' },
    { 0x300A, 0x201C }, { 0x300B, 0x201D }, { 0xFF08, '(' },    { 0xFF09, ')' },  { ';', ',' },
};

static void change_signs(struct edited *edited)
{
    size_t which = editing_draw(edited, 3);
    for (size_t i = 0; i < edited->count; i++) {
        for (size_t k = 0; k < sizeof styles / sizeof *styles; k++) {
            bool often = styles[k][0] != ' ' || editing_draw(edited, 8) == 0;
            if (edited->points[i] == styles[k][0] && k % 3 != which && often) {
                edited->points[i] = styles[k][1];
                break;
            }
        }
    }
}

/* --- sentences and paragraphs --- */

static bool is_stop(const struct edited *edited, size_t i, bool paragraph)
{
    uint32_t here = edited->points[i];
    if (paragraph)
        return here == '\n';
    return here == 0x3002 || here == '\n' ||
           ((here == '.' || here == '?' || here == '!') && i + 1 < edited->count &&
            edited->points[i + 1] == ' ');
}

/* The piece that begins after the stop before `at`. */
static void piece_at(const struct edited *edited, size_t at, bool paragraph, size_t *from,
                     size_t *to)
{
    *from = at;
    while (*from > 0 && !is_stop(edited, *from - 1, paragraph))
        --*from;
    *to = at;
    while (*to < edited->count && !is_stop(edited, *to, paragraph))
        ++*to;
    *to += *to < edited->count;
}

static void move_piece(struct edited *edited, size_t from, size_t to, size_t target)
{
    size_t length = to - from;
    uint32_t *points = xcalloc(length + 1, sizeof *points);
    uint32_t *origins = xcalloc(length + 1, sizeof *origins);
    memcpy(points, edited->points + from, length * sizeof *points);
    memcpy(origins, edited->origins + from, length * sizeof *origins);
    replace(edited, from, length, NULL, 0);
    if (target > edited->count)
        target = edited->count;
    replace(edited, target, 0, points, length);
    memcpy(edited->origins + target, origins, length * sizeof *origins);
    free(points);
    free(origins);
}

/* A piece written from scraps of the text itself, which is what makes it hard to tell apart. */
static void put_in(struct edited *edited, size_t at, bool paragraph)
{
    uint32_t fresh[240];
    size_t count = 0;
    size_t wanted = paragraph ? 200 : 40 + editing_draw(edited, 60);
    while (count < wanted) {
        size_t from = editing_draw(edited, (uint32_t)edited->count);
        size_t scrap = 3 + editing_draw(edited, 14);
        for (size_t i = 0; i < scrap && count < wanted && from + i < edited->count; i++)
            fresh[count++] = edited->points[from + i] == '\n' ? ' ' : edited->points[from + i];
    }
    fresh[count++] = paragraph ? '\n' : ' ';
    replace(edited, at, 0, fresh, count);
}

static void change_pieces(struct edited *edited, const struct edit *edit, bool paragraph,
                          size_t times)
{
    for (size_t i = 0; i < times; i++) {
        size_t from = 0, to = 0, start = 0, end = 0;
        if (!bounds(edited, edit->start, edit->end, &start, &end))
            return;
        piece_at(edited, editing_draw(edited, (uint32_t)edited->count), paragraph, &from, &to);
        bool apart = to <= start || from >= end;
        bool whole = from <= start && to >= end;
        switch (editing_draw(edited, 4)) {
        case 0:
            if (from <= start || from >= end)
                put_in(edited, from, paragraph);
            break;
        case 1:
            if (apart)
                replace(edited, from, to - from, NULL, 0);
            break;
        default: {
            size_t target, ignored;
            piece_at(edited, editing_draw(edited, (uint32_t)(edited->count - (to - from) + 1)),
                     paragraph, &target, &ignored);
            size_t length = to - from;
            size_t there = target < from ? target : target + length;
            if ((apart || whole) && (there <= start || there >= end) &&
                target + length < edited->count)
                move_piece(edited, from, to, target);
            break;
        }
        }
    }
}

static void remove_passage(struct edited *edited, const struct edit *edit)
{
    size_t from = 0;
    size_t to = 0;
    change_pieces(edited, edit, false, 3);
    if (bounds(edited, edit->start, edit->end, &from, &to))
        replace(edited, from, to - from, NULL, 0);
}

void editing_apply(struct edited *edited, const struct edit *edit)
{
    struct edit part = *edit;
    switch (edit->kind) {
    case EDIT_TYPOS: make_typos(edited, edit); break;
    case EDIT_SENTENCES: change_pieces(edited, edit, false, 6); break;
    case EDIT_PARAGRAPHS: change_pieces(edited, edit, true, 4); break;
    case EDIT_SIGNS: change_signs(edited); break;
    case EDIT_WORDS: change_words(edited, edit); break;
    case EDIT_ALL:
        part.percent = edit->percent / 2;
        change_pieces(edited, edit, true, 2);
        change_pieces(edited, edit, false, 4);
        change_words(edited, &part);
        make_typos(edited, &part);
        break;
    case EDIT_REMOVAL:
        remove_passage(edited, edit);
        break;
    case EDIT_KINDS: break;
    }
}

bool editing_find(const struct edited *edited, size_t start, size_t end, unsigned least,
                  size_t *new_start, size_t *new_end)
{
    if (!bounds(edited, start, end, new_start, new_end))
        return false;
    size_t kept = 0;
    for (size_t i = *new_start; i < *new_end; i++)
        kept +=
            edited->origins[i] != EDITED && edited->origins[i] >= start && edited->origins[i] < end;
    size_t longer = *new_end - *new_start > end - start ? *new_end - *new_start : end - start;
    return kept * 100 >= longer * least;
}

const char *editing_kind_name(enum edit_kind kind)
{
    static const char *const names[] = {
        "typos", "sentences", "paragraphs", "signs", "words", "all", "removal"
    };
    return names[kind];
}
