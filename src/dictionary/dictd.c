#include "dictionary/dictd.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "dictionary/gloss_lines.h"
#include "text/ascii.h"
#include "text/sanitize.h"

#define HEADWORD_MOST ((size_t)255)
#define DEFINITION_MOST ((size_t)1 << 20)

struct dictd_part {
    const char *text;
    size_t length;
};

struct dictd_reading {
    const char *data;
    size_t length;
    struct buffer headword, sound, text, glosses;
    struct sanitize_counts counts;
};

/* The part of `line` before the next tab, which is cut off. */
static struct dictd_part take_field(struct dictd_part *line)
{
    const char *tab = memchr(line->text, '\t', line->length);
    struct dictd_part field = { line->text, tab != NULL ? (size_t)(tab - line->text) : line->length };
    size_t taken = field.length + (tab != NULL);
    line->text += taken;
    line->length -= taken;
    return field;
}

/* A number to base 64, its digits as in RFC 4648. False when it is none. */
static bool read_number(struct dictd_part digits, uint64_t *number)
{
    static const char values[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    *number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        const char *at = digits.text[i] != '\0' ? strchr(values, digits.text[i]) : NULL;
        if (at == NULL)
            return false;
        *number = *number << 6 | (uint64_t)(at - values);
    }
    return digits.length > 0 && digits.length <= 8;
}

/* Letters and digits are what an index may keep of a headword. */
static bool is_kept(char byte)
{
    return (unsigned char)byte >= 0x80 || (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* Whether two spell one word, signs and the case of Latin letters aside, and signs
 * that are not ASCII in `b` alone (… and that's flat). */
static bool is_same_word(struct dictd_part a, struct dictd_part b)
{
    size_t at = 0;
    for (size_t i = 0; i < b.length; i++) {
        while (at < a.length && !is_kept(a.text[at]))
            at++;
        if (!is_kept(b.text[i]))
            continue;
        if (at < a.length && ascii_lower(a.text[at]) == ascii_lower(b.text[i]))
            at++;
        else if ((unsigned char)b.text[i] < 0x80)
            return false;
    }
    while (at < a.length && !is_kept(a.text[at]))
        at++;
    return at == a.length && b.length > 0;
}

/* The first line as "headword" or "headword /pronunciation/": true when it spells that headword. */
static bool read_first_line(struct dictd_reading *reading, struct dictd_part headword, struct dictd_part line)
{
    struct dictd_part sound = { line.text, 0 };
    while (line.length > 0 && strchr(" \r", line.text[line.length - 1]) != NULL)
        line.length--;
    struct dictd_part word = line;
    if (line.length > 2 && line.text[line.length - 1] == '/') {
        size_t at = line.length - 1;
        while (at > 0 && line.text[at - 1] != '/')
            at--;
        if (at > 1 && line.text[at - 2] == ' ') {
            sound = (struct dictd_part){ line.text + at, line.length - at - 1 };
            word.length = at - 2;
        }
    }
    if (word.length > HEADWORD_MOST || !is_same_word(headword, word))
        return false;
    buffer_truncate(&reading->headword, 0);
    sanitize_source(word.text, word.length, &reading->headword, &reading->counts);
    sanitize_source(sound.text, sound.length, &reading->sound, &reading->counts);
    return true;
}

static bool is_reference(struct dictd_part line)
{
    static const char *const openings[] = { "see:", "Synonym:", "Synonyms:", "Antonym:", "Antonyms:" };
    while (line.length > 0 && *line.text == ' ') {
        line.text++;
        line.length--;
    }
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t length = strlen(openings[i]);
        if (line.length >= length && memcmp(line.text, openings[i], length) == 0)
            return true;
    }
    return false;
}

/* `all`: its references as well. */
static void read_definition(struct dictd_reading *reading, struct dictd_part headword, struct dictd_part left, bool all)
{
    buffer_truncate(&reading->text, 0);
    buffer_truncate(&reading->glosses, 0);
    for (bool first = true; left.length > 0; first = false) {
        const char *newline = memchr(left.text, '\n', left.length);
        size_t length = newline != NULL ? (size_t)(newline - left.text) : left.length;
        struct dictd_part line = { left.text, length };
        if (!(first && read_first_line(reading, headword, line)) && (all || !is_reference(line))) {
            buffer_add(&reading->text, line.text, line.length);
            buffer_add_byte(&reading->text, '\n');
        }
        length += newline != NULL;
        left.text += length;
        left.length -= length;
    }
    gloss_lines_add(buffer_text(&reading->text), reading->text.length, &reading->glosses,
                    &reading->counts);
}

static bool tells_of_dictionary(struct dictd_part headword)
{
    return headword.length >= 10 && (strncmp(headword.text, "00database", 10) == 0 ||
                                     strncmp(headword.text, "00-databas", 10) == 0);
}

/* NULL, or what is wrong with the entry; without glosses it is one to be passed over. */
static const char *read_entry(struct dictd_reading *reading, struct dictd_part line)
{
    uint64_t offset, size;
    struct dictd_part headword = take_field(&line);
    struct dictd_part start = take_field(&line);
    bool sound = read_number(start, &offset) && read_number(take_field(&line), &size);
    struct dictd_part spelt = take_field(&line); /* there where dictfmt was told to keep it */
    headword = spelt.length > 0 ? spelt : headword;
    buffer_truncate(&reading->glosses, 0);
    if (tells_of_dictionary(headword))
        return NULL;
    if (headword.length > HEADWORD_MOST)
        return _("has too long a headword");
    if (!sound)
        return _("has no offset and size");
    if (size > reading->length || offset > reading->length - size)
        return _("lies beyond the end of the definitions");
    if (size > DEFINITION_MOST)
        return _("is too long");
    buffer_truncate(&reading->sound, 0);
    buffer_truncate(&reading->headword, 0);
    sanitize_source(headword.text, headword.length, &reading->headword, &reading->counts);
    struct dictd_part definition = { reading->data + offset, (size_t)size };
    for (int all = 0; all < 2 && reading->glosses.length == 0; all++)
        read_definition(reading, headword, definition, all == 1);
    if (reading->headword.length == 0)
        return _("has no headword");
    return reading->glosses.length > 0 ? NULL : _("has no text");
}

void dictd_read(const char *index, size_t index_length, const char *data, size_t data_length,
                struct dictionary_builder *builder, struct import_report *report)
{
    struct dictd_reading reading = { .data = data, .length = data_length };
    size_t all = index_length;
    for (size_t place = 1; index_length > 0 && import_goes_on(report, all - index_length, all);
         place++) {
        const char *newline = memchr(index, '\n', index_length);
        size_t length = newline != NULL ? (size_t)(newline - index) : index_length;
        const char *why = read_entry(&reading, (struct dictd_part){ index, length });
        const char *headword = buffer_text(&reading.headword);
        struct dictionary_entry entry = { headword, headword, buffer_text(&reading.sound),
                                          buffer_text(&reading.glosses) };
        if (why != NULL)
            import_fault(report, place, why);
        else if (reading.glosses.length > 0)
            report->full = !dictionary_builder_add(builder, &entry);
        length += newline != NULL;
        index += length;
        index_length -= length;
    }
    report->ill_formed += reading.counts.ill_formed;
    buffer_free(&reading.headword);
    buffer_free(&reading.sound);
    buffer_free(&reading.text);
    buffer_free(&reading.glosses);
}
