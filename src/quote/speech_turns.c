#include "quote/speech_turns.h"

#include <string.h>

#include "quote/han_living.h"
#include "quote/word_class.h"
#include "text/ascii.h"
#include "text/latinword.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define WORDS_MOST 4
#define HAN_MOST 18   /* bytes of a name of Han characters */
#define WORD_MOST 24  /* bytes of one in a list of words */
#define TURNS_LEAST 2 /* of each who takes them */

#define ASKING "Q 问 問"
#define ANSWERING "A 答"

/* Who asks and who answers. */
static const char parts[] = "记者 问 問 答 主持人 提问 回答 采访者 嘉宾 旁白 Q A HOST Host "
                            "INTERVIEWER Interviewer MODERATOR Moderator QUESTION Question "
                            "ANSWER Answer REPORTER Reporter JOURNALIST Journalist";

/* Mary Okafor, ET, BRANDT: words that begin with a capital, two of them when `full`. */
static bool is_latin_name(const char *text, struct span name, bool *full)
{
    size_t words = 0;
    for (size_t at = name.start; at < name.end;) {
        char word[WORD_MOST] = { 0 };
        size_t size = 0;
        if (!ascii_is_capital(text[at]))
            return false;
        for (; at < name.end && text[at] != ' '; at++) {
            char c = text[at];
            if (!latinword_is_letter(c) && c != '.' && c != '-' && c != '\'' &&
                (unsigned char)c < 0x80)
                return false;
            if (size + 1 < sizeof word)
                word[size++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        }
        /* Press Release, The Plan */
        if ((word_class(word) & ~(unsigned)(WORD_PERSON | WORD_GROUP)) != 0)
            return false;
        words++;
        at += at < name.end;
    }
    *full = words >= 2;
    return words > 0 && words <= WORDS_MOST;
}

/* Do two take turns whose labels say no more than who asks and who answers? Those are no items of a list, however
 * much else the text has. */
static bool are_asked(const struct speech_turns *turns, const char *text)
{
    bool asks = false, answers = false;
    for (size_t i = 0; i < turns->count; i++) {
        const struct speech_turn *turn = &turns->items[i];
        const char *name = text + turn->name.start;
        size_t size = turn->name.end - turn->name.start;
        asks = asks || (turn->count >= TURNS_LEAST && wordlist_has(name, size, ASKING));
        answers = answers || (turn->count >= TURNS_LEAST && wordlist_has(name, size, ANSWERING));
    }
    return asks && answers;
}

static bool is_name(const struct quote_unit *unit, struct span name, bool *person)
{
    const char *text = unit->text;
    uint32_t code;
    bool paper;
    *person = wordlist_has(text + name.start, name.end - name.start, parts);
    if (*person)
        return true;
    (void)utf8_decode(text + name.start, name.end - name.start, &code);
    if (!utf8_is_han(code))
        return is_latin_name(text, name, person);
    *person = name.end - name.start <= HAN_MOST && han_living_is(unit, name, &paper) && !paper;
    return *person;
}

static struct speech_turn *find_turn(struct speech_turns *turns, const char *text, struct span name)
{
    size_t size = name.end - name.start;
    for (size_t i = 0; i < turns->count; i++) {
        struct speech_turn *turn = &turns->items[i];
        if (turn->name.end - turn->name.start == size &&
            memcmp(text + turn->name.start, text + name.start, size) == 0)
            return turn;
    }
    return NULL;
}

void speech_turns_see(struct speech_turns *turns, const struct quote_unit *unit)
{
    struct speech_label label;
    bool person;
    turns->paragraphs++;
    if (!speech_label_split(unit, &label) || !is_name(unit, label.name, &person))
        return;
    struct speech_turn *turn = find_turn(turns, unit->text, label.name);
    if (turn == NULL && turns->count < SPEECH_TURNS) {
        turn = &turns->items[turns->count++];
        *turn = (struct speech_turn){ .name = label.name, .person = person };
    }
    if (turn != NULL)
        turn->count++;
}

bool speech_turns_read(const struct speech_turns *turns, const struct quote_unit *unit,
                       struct speech_label *label)
{
    size_t labelled = 0;
    bool person = false, mine = false;
    struct speech_turns all = *turns;
    if (turns->count == 0 || !speech_label_split(unit, label))
        return false;
    const struct speech_turn *turn = find_turn(&all, unit->text, label->name);
    for (size_t i = 0; i < turns->count; i++) {
        bool twice = turns->items[i].count >= TURNS_LEAST;
        labelled += twice ? turns->items[i].count : 0;
        person = person || (twice && turns->items[i].person);
    }
    mine = turn != NULL && (turn->count >= TURNS_LEAST || turn->person);
    if (!mine || !person)
        return false;
    const char *name = unit->text + label->name.start;
    return labelled * 2 >= turns->paragraphs ||
           (wordlist_has(name, label->name.end - label->name.start, ASKING " " ANSWERING) && are_asked(turns, unit->text));
}
