#include "doc/word_count.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/message.h"
#include "doc/document.h"
#include "text/utf8.h"

#define MOST ((size_t)256 << 10) /* bytes that are looked at */
#define WORDS_A_MINUTE 230
#define HAN_A_MINUTE 350

static bool is_letter_or_digit(unsigned char byte)
{
    return (byte | 0x20u) - 'a' < 26u || (unsigned)byte - '0' < 10u;
}

/* The characters of ASCII in text[at, length), which most texts are made of, without decoding; returns
 * where they end. */
static size_t count_ascii(const char *text, size_t at, size_t length, struct word_count *count,
                          bool *inside)
{
    size_t start = at;
    bool within = *inside;
    for (; at < length && (unsigned char)text[at] < 0x80; at++) {
        unsigned char byte = (unsigned char)text[at];
        bool letter = is_letter_or_digit(byte);
        count->words += letter && !within;
        within = letter || (within && byte > ' ');
    }
    *inside = within;
    count->characters += at - start;
    return at;
}

struct word_count word_count_text(const char *text, size_t length)
{
    struct word_count count = { 0 };
    bool inside = false; /* a word that has been counted */
    for (size_t at = 0; at < length;) {
        if ((unsigned char)text[at] < 0x80) {
            at = count_ascii(text, at, length, &count, &inside);
            continue;
        }
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        bool is_han = utf8_is_han(code_point);
        bool blank = is_han || code_point == 0xA0 ||
                     (code_point >= 0x3000 && code_point <= 0x303F) ||
                     (code_point >= 0xFF00 && code_point <= 0xFF0F);
        bool sign = code_point >= 0x2010 && code_point <= 0x206F;
        count.characters++;
        count.han += is_han;
        count.words += !blank && !sign && !inside;
        inside = !blank && (inside || !sign);
    }
    return count;
}

static size_t scale(size_t number, double part)
{
    size_t scaled = (size_t)((double)number * part);
    size_t step = 1;
    while (scaled / step >= 1000)
        step *= 10;
    return scaled / step * step;
}

struct word_count word_count_scale(struct word_count count, double part)
{
    return (struct word_count){ scale(count.words, part), scale(count.han, part),
                                (size_t)((double)count.characters * part) };
}

void word_count_write(struct word_count count, struct buffer *out)
{
    buffer_add_format(out, "%zu %zu %zu", count.words, count.han, count.characters);
}

struct word_count word_count_parse(const char *text)
{
    size_t numbers[3];
    for (size_t i = 0; i < 3; i++) { /* sscanf() takes ten times as long, and a list has thousands */
        char *end;
        numbers[i] = (size_t)strtoull(text, &end, 10);
        if (end == text)
            return (struct word_count){ 0 };
        text = end;
    }
    return (struct word_count){ numbers[0], numbers[1], numbers[2] };
}

struct word_count word_count_of(const struct document *document)
{
    size_t most = document->length < MOST ? document->length : MOST;
    struct word_count count = word_count_text(document->text, most);
    if (document->length > most)
        count = word_count_scale(count, (double)document->length / (double)most);
    return count;
}

static void add_number(struct buffer *out, size_t number)
{
    if (number >= 1000) {
        add_number(out, number / 1000);
        buffer_add_format(out, ",%03zu", number % 1000);
    } else {
        buffer_add_format(out, "%zu", number);
    }
}

void word_count_brief(struct word_count count, struct buffer *out)
{
    bool chinese = count.han > count.words;
    if (count.words + count.han == 0)
        return;
    add_number(out, chinese ? count.han : count.words);
    buffer_add_text(out, chinese ? _(" c") : _(" w"));
}

void word_count_show(struct word_count count, struct buffer *out)
{
    bool chinese = count.han > count.words;
    size_t number = chinese ? count.han : count.words;
    size_t minutes = (count.words / WORDS_A_MINUTE) + (count.han / HAN_A_MINUTE) + 1;
    if (number == 0)
        return;
    add_number(out, number);
    buffer_add_text(out, chinese ? message_count(" character · ", " characters · ", number)
                                 : message_count(" word · ", " words · ", number));
    if (minutes < 100)
        buffer_add_format(out, _("%zu min"), minutes);
    else
        buffer_add_format(out, _("%zu h"), (minutes + 30) / 60);
}
