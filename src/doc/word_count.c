#include "doc/word_count.h"

#include "doc/document.h"
#include "text/utf8.h"

#define MOST ((size_t)256 << 10) /* bytes that are looked at */
#define WORDS_A_MINUTE 230
#define HAN_A_MINUTE 350

struct word_count word_count_of(const struct document *document)
{
    struct word_count count = { 0, 0 };
    size_t most = document->length < MOST ? document->length : MOST;
    bool inside = false;
    for (size_t at = 0; at < most;) {
        uint32_t code_point;
        at += utf8_decode(document->text + at, document->length - at, &code_point);
        bool is_han = utf8_is_han(code_point);
        bool letter = !is_han && code_point > 0x20 && code_point != 0xA0 &&
                      !(code_point >= 0x3000 && code_point <= 0x303F) &&
                      !(code_point >= 0xFF00 && code_point <= 0xFF0F);
        count.han += is_han;
        count.words += letter && !inside;
        inside = letter;
    }
    if (document->length > most) {
        double part = (double)document->length / (double)most;
        count.words = (size_t)((double)count.words * part) / 1000 * 1000;
        count.han = (size_t)((double)count.han * part) / 1000 * 1000;
    }
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

void word_count_show(struct word_count count, struct buffer *out)
{
    bool chinese = count.han > count.words;
    size_t number = chinese ? count.han : count.words;
    size_t minutes = (count.words / WORDS_A_MINUTE) + (count.han / HAN_A_MINUTE) + 1;
    if (number == 0)
        return;
    add_number(out, number);
    buffer_add_format(out, " %s · ", chinese ? number == 1 ? "character" : "characters"
                                     : number == 1 ? "word" : "words");
    if (minutes < 100)
        buffer_add_format(out, "%zu min", minutes);
    else
        buffer_add_format(out, "%zu h", (minutes + 30) / 60);
}
