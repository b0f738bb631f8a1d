#include "notes/quote_facts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "notes/approximate.h"
#include "notes/quote_words.h"
#include "text/latinword.h"
#include "text/lettercase.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define CELLS ((size_t)1 << 22) /* of an alignment; more is compared as a whole */
#define GAP 2                   /* price of a word too many */
#define CUT_WORDS 2             /* of an end of the quote that are missed */
#define DENIAL_POINTS 12        /* code points before a place that a denial has room in */
#define SWAP 3                  /* and of one in the place of another */
#define SLIP_LETTERS 4          /* one wrong letter of so many is a slip, */
#define SLIP_DENIAL 5           /* and of so many where something is denied; */
#define LONG_NAME 6             /* in a name of so many letters; */
#define SHORT_NAME 4            /* in one of so many only a letter missing, too many, or swapped */

/* Words that begin with a capital at the start of a sentence and are no names. */
static const char *const plain[] = {
    "a", "the", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "you",
    "i", "in", "on", "at", "by", "for", "from", "to", "of", "and", "but", "or", "if", "when",
    "while", "as", "after", "before", "since", "its", "his", "her", "their", "there", "here",
    "what", "who", "which", "how", "why", "all", "some", "many", "most", "more", "another",
    "each", "every", "both",
};

/* After a Han name: what only somebody can do, or what only somebody is. */
static const char actors[] = "说 說 称 稱 表示 宣布 指出 透露 认为 认購 计划 将 公司 集团 集團 "
                             "银行 先生 女士 总裁 董事 教授 博士 股份 科技 国 省 市 县 州";
/* And before one. */
static const char dealings[] = "收购 收購 投资 并购 起诉 总裁 记者 从 与 向 由 在";

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- words ---- */

static const char *bytes_of(const struct quote_words *words, const struct quote_word *word)
{
    return words->fold.text + word->start;
}

static size_t length_of(const struct quote_word *word)
{
    return word->end - word->start;
}

/* ---- alignment ---- */

/* The parts of both that are compared: from, count. */
struct part {
    size_t from;
    size_t count;
};

struct comparison {
    const struct quote_facts *facts;
    struct quote_words old;
    struct quote_words new;
    bool differ;
};

static void judge(struct comparison *comparison, struct part old, struct part new);

enum move { SKIP_OLD, SKIP_NEW, CHANGE, KEEP };

static bool same(const struct quote_word *a, const struct quote_word *b)
{
    return a->kind == b->kind && a->key == b->key;
}

static bool same_at(const struct comparison *comparison, size_t i, size_t k)
{
    return same(&comparison->old.items[i], &comparison->new.items[k]);
}

/* How the first i words and k words are best made of one another, cell by cell. */
static unsigned char *align(const struct comparison *comparison, struct part old, struct part new)
{
    size_t width = new.count + 1;
    unsigned char *moves = xmalloc((old.count + 1) * width);
    uint32_t *row = xcalloc(width, sizeof *row);
    for (size_t k = 0; k < width; k++) {
        row[k] = (uint32_t)(k * GAP);
        moves[k] = SKIP_NEW;
    }
    for (size_t i = 1; i <= old.count; i++) {
        uint32_t diagonal = row[0];
        row[0] += GAP;
        moves[i * width] = SKIP_OLD;
        for (size_t k = 1; k < width; k++) {
            bool equal = same_at(comparison, old.from + i - 1, new.from + k - 1);
            uint32_t best = diagonal + (equal ? 0 : SWAP);
            unsigned char move = equal ? KEEP : CHANGE;
            diagonal = row[k];
            if (row[k] + GAP < best) {
                best = row[k] + GAP;
                move = SKIP_OLD;
            }
            if (row[k - 1] + GAP < best) {
                best = row[k - 1] + GAP;
                move = SKIP_NEW;
            }
            row[k] = best;
            moves[i * width + k] = move;
        }
    }
    free(row);
    return moves;
}

/* A single Han character or sign that two changed parts share does not part them: 上海 is not 海南. */
static bool is_bridge(const struct comparison *comparison, size_t at)
{
    return comparison->old.items[at].kind == QUOTE_HAN;
}

/* Walks the alignment from its end and judges each part that is not the same in both. */
static void judge_parts(struct comparison *comparison, const unsigned char *moves, struct part old,
                        struct part new)
{
    size_t i = old.count, k = new.count;
    size_t old_end = i, new_end = k; /* of the part that is open */
    size_t kept = 0;                 /* words that agree before the next change */
    while (!comparison->differ && (i > 0 || k > 0)) {
        enum move move = (enum move)moves[i * (new.count + 1) + k];
        bool bridge = move == KEEP && kept == 0 && is_bridge(comparison, old.from + i - 1);
        bool open = old_end > i + kept || new_end > k + kept;
        if (move == KEEP && open && !bridge) {
            judge(comparison, (struct part){ old.from + i + kept, old_end - i - kept },
                  (struct part){ new.from + k + kept, new_end - k - kept });
            open = false;
        }
        if (move == KEEP) {
            kept = open ? kept + 1 : 0;
            old_end = open ? old_end : i - 1;
            new_end = open ? new_end : k - 1;
        } else {
            kept = 0;
        }
        i -= move != SKIP_NEW;
        k -= move != SKIP_OLD;
    }
    if (!comparison->differ && (old_end > kept || new_end > kept))
        judge(comparison, (struct part){ old.from + kept, old_end - kept },
              (struct part){ new.from + kept, new_end - kept });
}

static void compare_all(struct comparison *comparison)
{
    struct part old = { 0, comparison->old.count };
    struct part new = { 0, comparison->new.count };
    while (old.count > 0 && new.count > 0 && same_at(comparison, old.from, new.from)) {
        old = (struct part){ old.from + 1, old.count - 1 };
        new = (struct part){ new.from + 1, new.count - 1 };
    }
    while (old.count > 0 && new.count > 0 &&
           same_at(comparison, old.from + old.count - 1, new.from + new.count - 1)) {
        old.count--;
        new.count--;
    }
    if ((old.count + 1) * (new.count + 1) > CELLS) {
        judge(comparison, old, new);
        return;
    }
    unsigned char *moves = align(comparison, old, new);
    judge_parts(comparison, moves, old, new);
    free(moves);
}

/* ---- judging a part ---- */

/* How many of that kind in a part have no equal in the other. */
static size_t count_alone(const struct comparison *comparison, enum quote_word_kind kind,
                          bool of_old, struct part old, struct part new)
{
    const struct quote_words *mine = of_old ? &comparison->old : &comparison->new;
    const struct quote_words *others = of_old ? &comparison->new : &comparison->old;
    struct part from = of_old ? old : new;
    struct part to = of_old ? new : old;
    size_t alone = 0;
    for (size_t i = from.from; i < from.from + from.count; i++) {
        size_t here = 0, there = 0;
        if (mine->items[i].kind != kind)
            continue;
        for (size_t k = from.from; k < from.from + from.count; k++)
            here += same(&mine->items[i], &mine->items[k]);
        for (size_t k = to.from; k < to.from + to.count; k++)
            there += same(&mine->items[i], &others->items[k]);
        alone += here > there;
    }
    return alone;
}

static bool is_plain(const struct quote_words *words, const struct quote_word *word)
{
    for (size_t i = 0; i < COUNT(plain); i++) {
        size_t length = strlen(plain[i]);
        if (length == length_of(word) &&
            lettercase_small((unsigned char)*bytes_of(words, word)) == (unsigned char)plain[i][0] &&
            memcmp(bytes_of(words, word) + 1, plain[i] + 1, length - 1) == 0)
            return true;
    }
    return false;
}

static bool is_name(const struct quote_words *words, const struct quote_word *word)
{
    return word->kind == QUOTE_WORD && word->capital && !is_plain(words, word);
}

static bool is_latin_letter(const char *text, size_t length, size_t at)
{
    return at < length && latinword_is_letter(text[at]);
}

/* Whether the bytes stand in the text outside the place, Latin letters as whole words. */
static bool stands_elsewhere(const struct quote_facts *facts, const char *bytes, size_t length)
{
    if (length == 0 || length > facts->length)
        return false;
    for (size_t at = 0; at + length <= facts->length;) {
        const char *found = memchr(facts->text + at, bytes[0], facts->length - length - at + 1);
        if (found == NULL)
            return false;
        at = (size_t)(found - facts->text);
        bool inside = at + length > facts->place.start && at < facts->place.end;
        bool part = is_latin_letter(bytes, length, 0) &&
                    ((at > 0 && is_latin_letter(facts->text, facts->length, at - 1)) ||
                     is_latin_letter(facts->text, facts->length, at + length));
        if (!inside && !part && memcmp(found, bytes, length) == 0)
            return true;
        at++;
    }
    return false;
}

/* All code points of a part, in small letters. */
static uint32_t *letters_of(const struct quote_words *words, struct part part, size_t *count)
{
    size_t from = words->items[part.from].start;
    size_t to = words->items[part.from + part.count - 1].end;
    uint32_t *letters = xcalloc(to - from + 1, sizeof *letters);
    *count = 0;
    while (from < to) {
        from += utf8_decode(words->fold.text + from, to - from, &letters[*count]);
        letters[*count] = lettercase_small(letters[*count]);
        ++*count;
    }
    return letters;
}

static size_t count_edits(const uint32_t *a, size_t length, const uint32_t *b, size_t other)
{
    uint32_t *distances = xcalloc(other + 1, sizeof *distances);
    struct approximate *pattern = approximate_new(a, length, false);
    approximate_run(pattern, b, other, true, distances);
    size_t edits = distances[other];
    approximate_free(pattern);
    free(distances);
    return edits;
}

/* The new names and numbers of a part that are also used elsewhere are no slips. */
static bool names_something_known(const struct comparison *comparison, struct part new)
{
    for (size_t i = new.from; i < new.from + new.count; i++) {
        const struct quote_word *word = &comparison->new.items[i];
        if (word->kind == QUOTE_WORD && word->capital &&
            stands_elsewhere(comparison->facts, bytes_of(&comparison->new, word), length_of(word)))
            return true;
    }
    return false;
}

/* The part was only typed wrong: a few letters differ, of a short one none is another. */
static bool is_slip(const struct comparison *comparison, struct part old, struct part new,
                    size_t letters)
{
    size_t length, other;
    if (!comparison->facts->vouched || old.count == 0 || new.count == 0 ||
        names_something_known(comparison, new))
        return false;
    uint32_t *one = letters_of(&comparison->old, old, &length);
    uint32_t *two = letters_of(&comparison->new, new, &other);
    size_t edits = count_edits(one, length, two, other);
    bool swapped = length == other && edits == 2 && length >= SHORT_NAME;
    size_t head = 0;
    while (swapped && one[head] == two[head])
        head++;
    swapped = swapped && one[head] == two[head + 1] && one[head + 1] == two[head];
    bool slip = swapped || (length >= LONG_NAME && edits * letters <= length) ||
                (length >= SHORT_NAME && length != other && edits == 1);
    free(one);
    free(two);
    return slip;
}

/* Digits with letters typed into them make no other number, nor do number words written wrong. */
static bool is_slip_in_number(const struct comparison *comparison, struct part old, struct part new)
{
    bool mangled = false;
    for (size_t i = new.from; i < new.from + new.count; i++) {
        const struct quote_word *word = &comparison->new.items[i];
        if (word->kind == QUOTE_NUMBER && !word->joined)
            return false;
        mangled = mangled || word->joined;
    }
    for (size_t i = old.from; !mangled && i < old.from + old.count; i++) {
        const struct quote_word *word = &comparison->old.items[i];
        if (word->kind == QUOTE_NUMBER && *bytes_of(&comparison->old, word) <= '9')
            return false;
    }
    return comparison->facts->vouched &&
           (mangled || is_slip(comparison, old, new, SLIP_DENIAL));
}

/* Numbers, days and negations: one that is missing or new makes another statement. */
static bool counts_differ(const struct comparison *comparison, struct part old, struct part new)
{
    static const enum quote_word_kind kinds[] = { QUOTE_NUMBER, QUOTE_NOT, QUOTE_DAY };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (count_alone(comparison, kinds[i], true, old, new) == 0 &&
            (comparison->facts->torn || count_alone(comparison, kinds[i], false, old, new) == 0))
            continue;
        if (kinds[i] == QUOTE_NUMBER ? !is_slip_in_number(comparison, old, new)
                                     : !is_slip(comparison, old, new, SLIP_DENIAL))
            return true;
    }
    return count_alone(comparison, QUOTE_UNIT, true, old, new) > 0 &&
           count_alone(comparison, QUOTE_UNIT, false, old, new) > 0;
}

/* Names of one side that the other has neither as they are nor misspelt; `sure` of them inside a
 * sentence. */
struct strangers {
    size_t count;
    size_t sure;
};

static struct strangers find_strangers(const struct comparison *comparison, bool of_old,
                                       struct part old, struct part new)
{
    const struct quote_words *mine = of_old ? &comparison->old : &comparison->new;
    struct part from = of_old ? old : new;
    struct part to = of_old ? new : old;
    struct strangers strangers = { 0, 0 };
    for (size_t i = from.from; i < from.from + from.count; i++) {
        bool known = false;
        if (!is_name(mine, &mine->items[i]))
            continue;
        for (size_t k = to.from; !known && k < to.from + to.count; k++) {
            size_t before = of_old ? i : k, now = of_old ? k : i;
            known = same_at(comparison, before, now) ||
                    is_slip(comparison, (struct part){ before, 1 }, (struct part){ now, 1 },
                            SLIP_LETTERS);
        }
        strangers.count += !known;
        strangers.sure += !known && !mine->items[i].opens;
    }
    return strangers;
}

static bool names_differ(const struct comparison *comparison, struct part old, struct part new)
{
    if (is_slip(comparison, old, new, SLIP_LETTERS))
        return false;
    struct strangers gone = find_strangers(comparison, true, old, new);
    struct strangers come = find_strangers(comparison, false, old, new);
    if (comparison->facts->torn)
        return gone.sure > 0;
    if (!comparison->facts->vouched && gone.count + come.count > 0)
        return true;
    return come.sure > 0 || (gone.count > 0 && come.count > 0);
}

/* ---- Han ---- */

/* Whether somebody is named there: who acts, whom one deals with, or who begins the sentence. */
static bool is_in_a_names_place(const struct quote_words *words, struct part part)
{
    const struct fold *fold = &words->fold;
    const struct quote_word *first = &words->items[part.from];
    const struct quote_word *last = &words->items[part.from + part.count - 1];
    return wordlist_at(fold->text, last->end, fold->length, actors) > 0 ||
           wordlist_before(fold->text, 0, first->start, dealings) > 0 ||
           (first->opens && part.count > 1);
}

/* The new word, or with the character before or behind it, is used elsewhere. */
static bool is_used_elsewhere(const struct comparison *comparison, struct part part)
{
    const struct quote_words *words = &comparison->new;
    size_t from = words->items[part.from].start;
    size_t to = words->items[part.from + part.count - 1].end;
    size_t before = part.from > 0 && words->items[part.from - 1].kind == QUOTE_HAN
                        ? words->items[part.from - 1].start
                        : from;
    size_t next = part.from + part.count;
    size_t behind = next < words->count && words->items[next].kind == QUOTE_HAN
                        ? words->items[next].end
                        : to;
    const char *text = words->fold.text;
    return (part.count > 1 && stands_elsewhere(comparison->facts, text + from, to - from)) ||
           (before < from && stands_elsewhere(comparison->facts, text + before, to - before)) ||
           (behind > to && stands_elsewhere(comparison->facts, text + from, behind - from));
}

static bool han_differ(const struct comparison *comparison, struct part old, struct part new)
{
    if (old.count * new.count > CELLS)
        return true;
    size_t gone = count_alone(comparison, QUOTE_HAN, true, old, new);
    size_t come = count_alone(comparison, QUOTE_HAN, false, old, new);
    /* At an end of the quote the other word may have been left out of the place. */
    bool at_end = old.from == 0 || old.from + old.count == comparison->old.count;
    if (gone == 0 || (come == 0 && !at_end))
        return false;
    if (come == 0)
        return !comparison->facts->vouched;
    return (!comparison->facts->vouched && gone + come > 2) || is_in_a_names_place(&comparison->old, old) ||
           is_in_a_names_place(&comparison->new, new) || is_used_elsewhere(comparison, new);
}

static bool begins_in_denial(const char *text, size_t length)
{
    struct quote_words words = { .count = 0 };
    quote_words_read(text, length, &words);
    bool denies = words.count > 0 && words.items[0].kind == QUOTE_NOT;
    quote_words_free(&words);
    return denies;
}

/* Whether the quote's end is not in the place, and what stands there instead begins with a denial:
 * "One thing is" | "no longer clear". */
static bool ends_otherwise(const struct comparison *comparison, struct part old, struct part new)
{
    const struct quote_facts *facts = comparison->facts;
    if (new.count > 0 || old.from + old.count < comparison->old.count)
        return false;
    size_t to = facts->place.end;
    for (uint32_t code, i = 0; i < DENIAL_POINTS && to < facts->length; i++)
        to += utf8_decode(facts->text + to, facts->length - to, &code);
    return begins_in_denial(facts->text + facts->place.end, to - facts->place.end);
}

static void judge(struct comparison *comparison, struct part old, struct part new)
{
    /* What the place leaves out at an end may stand there in other words. */
    bool at_end = old.from == 0 || old.from + old.count == comparison->old.count;
    bool cut = at_end && old.count >= CUT_WORDS && new.count == 0;
    comparison->differ = (cut && !comparison->facts->vouched && !comparison->facts->torn) ||
                         ends_otherwise(comparison, old, new) ||
                         counts_differ(comparison, old, new) ||
                         names_differ(comparison, old, new) ||
                         (!comparison->facts->torn && han_differ(comparison, old, new));
}

/* Whether the last word is a denial, right before what follows. */
static bool ends_in_denial(const char *text, size_t length)
{
    struct quote_words words = { .count = 0 };
    quote_words_read(text, length, &words);
    bool denies = words.count > 0 && words.items[words.count - 1].kind == QUOTE_NOT &&
                  words.items[words.count - 1].end + 1 >= words.fold.length;
    quote_words_free(&words);
    return denies;
}

bool quote_facts_denied(const struct quote_facts *facts)
{
    size_t from = facts->place.start;
    for (int i = 0; i < DENIAL_POINTS && from > 0; i++)
        from = utf8_previous(facts->text, from);
    return ends_in_denial(facts->text + from, facts->place.start - from) !=
           ends_in_denial(facts->prefix, strlen(facts->prefix));
}

bool quote_facts_differ(const struct quote_facts *facts)
{
    struct comparison comparison = { .facts = facts };
    quote_words_read(facts->quote, strlen(facts->quote), &comparison.old);
    quote_words_read(facts->text + facts->place.start, facts->place.end - facts->place.start,
                     &comparison.new);
    compare_all(&comparison);
    quote_words_free(&comparison.old);
    quote_words_free(&comparison.new);
    return comparison.differ;
}

/* ---- the same words ---- */

/* The next code point of a fold; runs of hyphens are one, an ellipsis is its dots. */
static size_t next_code(const struct fold *fold, size_t at, uint32_t *code)
{
    size_t size = utf8_decode(fold->text + at, fold->length - at, code);
    if (*code == '-')
        while (at + size < fold->length && fold->text[at + size] == '-')
            size++;
    while (*code == '.' && at + size < fold->length && fold->text[at + size] == '.')
        size++;
    if (*code == 0x2026)
        *code = '.';
    return size;
}

bool quote_facts_same_words(const struct quote_facts *facts)
{
    struct fold old = { 0 };
    struct fold new = { 0 };
    fold_text(facts->quote, strlen(facts->quote), FOLD_SPACE, &old);
    fold_text(facts->text + facts->place.start, facts->place.end - facts->place.start, FOLD_SPACE,
              &new);
    size_t i = 0, k = 0;
    bool equal = true;
    while (equal && i < old.length && k < new.length) {
        uint32_t before, now;
        i += next_code(&old, i, &before);
        k += next_code(&new, k, &now);
        equal = before == now;
    }
    equal = equal && i == old.length && k == new.length;
    fold_free(&old);
    fold_free(&new);
    return equal;
}
