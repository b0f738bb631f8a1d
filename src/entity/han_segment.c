#include "entity/han_segment.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/string_ids.h"
#include "base/xalloc.h"
#include "dictionary/core_words.h"
#include "text/utf8.h"

#define HAN ((size_t)3) /* bytes of a character */
#define REACH 7         /* characters on either side of a name */
#define NAME_MOST 8
#define SPACE_MOST (2 * REACH + NAME_MOST)
#define WORD_MOST 4 /* characters */

/* What parts of a text cost. */
#define WORD 10
#define ALONE 9   /* a particle */
#define BEHIND 10 /* behind a word: 团, 站, 上 */
#define SINGLE 18 /* any other character */
#define PERSON 22 /* a surname and a given name of one character */
#define PERSON_LONG 26
#define NUMBER_CUT 20 /* between two characters of a number */
#define CLEARLY 5
#define IMPOSSIBLE 100000

/* The words are read in when first they are asked for: English alone needs none. */
struct han_segment {
    _Atomic(struct string_ids *) words;
};

/* Characters in a row. */
struct space {
    struct han_segment *segment;
    const char *text;
    size_t count;
    size_t start, end; /* of the name */
};

static const char particles[] =
    "的了在是和与等对被把也就都而及为以之其这那不有到从向说称来去将已于着过让给由但"
    "又很更最还再没会能可要我他她它你们个些每各某该此并或则因如若即且曾仍只均亦便却未"
    "所吗呢吧啊用做於與對為說稱來將著過讓給還沒會這們個";
static const char tails[] =
    "中上下里内外后前间团队站员家者性化率业部区局院校厂店馆场界市省县镇村州岛河湖路街年月日"
    "号时分度米元人次名位国长军法";
static const char numerals[] = "零一二三四五六七八九十百千万亿两几数〇萬億兩";
static const char surnames[] =
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏"
    "卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵"
    "孟龙万段雷钱汤尹黎易常武乔贺赖龚文張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許蘇盧蔣賈葉鍾陸龍錢湯";

/* ---- words ---- */

static void add_strings(struct string_ids *words, const char *const *table)
{
    for (; *table != NULL; table++) {
        for (const char *at = *table; *at != '\0';) {
            size_t length = 0;
            while ((unsigned char)at[length] >= 0x80)
                length++;
            if (length >= 2 * HAN)
                (void)string_ids_add(words, at, length);
            at += length;
            while (*at != '\0' && *at != ';')
                at++;
            at += *at == ';';
        }
    }
}

struct han_segment *han_segment_new(void)
{
    struct han_segment *segment = xcalloc(1, sizeof *segment);
    atomic_init(&segment->words, NULL);
    return segment;
}

static void free_words(struct string_ids *words)
{
    if (words != NULL)
        string_ids_free(words);
    free(words);
}

void han_segment_free(struct han_segment *segment)
{
    if (segment != NULL)
        free_words(atomic_load(&segment->words));
    free(segment);
}

/* Of several threads that read them in at once the first one's stay. */
static const struct string_ids *words_of(struct han_segment *segment)
{
    struct string_ids *none = NULL, *words = atomic_load(&segment->words);
    if (words != NULL)
        return words;
    words = xcalloc(1, sizeof *words);
    for (size_t i = 0; core_words_of_news[i] != NULL; i++)
        add_strings(words, core_words_of_news[i]);
    /* A name is no less one in what it is a part of: 中国 in 中国政府. */
    for (size_t i = 0; core_words_of_other_texts[i] != NULL; i++) {
        if (core_words_of_other_texts[i] != core_words_places)
            add_strings(words, core_words_of_other_texts[i]);
    }
    if (atomic_compare_exchange_strong(&segment->words, &none, words))
        return words;
    free_words(words);
    return none;
}

static bool is_known(struct han_segment *segment, const char *text, size_t length)
{
    return string_ids_find(words_of(segment), text, length) != STRING_IDS_NONE;
}

static bool is_one(const char *character, const char *list)
{
    for (; *list != '\0'; list += HAN) {
        if (memcmp(character, list, HAN) == 0)
            return true;
    }
    return false;
}

/* A Han character of three bytes; the others are rare, and end what is looked at. */
static bool is_han(const char *text, size_t length, size_t at)
{
    uint32_t code;
    return at + HAN <= length && ((unsigned char)text[at] & 0xF0) == 0xE0 &&
           utf8_decode(text + at, length - at, &code) == HAN && utf8_is_han(code);
}

/* ---- costs ---- */

static const char *character(const struct space *space, size_t index)
{
    return space->text + index * HAN;
}

static bool is_number(const struct space *space, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        if (!is_one(character(space, i), numerals))
            return false;
    }
    return end > from;
}

/* Of the characters [from, end) as one part; `word_before`: a word ends before them. */
static int part_cost(const struct space *space, size_t from, size_t end, bool word_before)
{
    const char *first = character(space, from);
    size_t count = end - from;
    bool number = is_number(space, from, end);
    int cost = IMPOSSIBLE;
    if (count == 1)
        cost = is_one(first, particles)              ? ALONE
               : word_before && is_one(first, tails) ? BEHIND
                                                     : SINGLE;
    if (number)
        cost = WORD;
    else if (count > 1 && count <= WORD_MOST && is_known(space->segment, first, count * HAN))
        cost = WORD;
    else if ((count == 2 || count == 3) && is_one(first, surnames) &&
             (end <= space->start || from >= space->end))
        cost = count == 2 ? PERSON : PERSON_LONG;
    if (cost < IMPOSSIBLE && from > 0 && is_number(space, from - 1, from + 1))
        cost += NUMBER_CUT;
    return cost;
}

/* The cheapest way to cut the space. With `named` the name is one part; else *through tells whether
 * a part goes through its beginning or end. */
static int cut(const struct space *space, bool named, bool *through)
{
    /* Of what ends at a place: with a word of several characters (1) or with another part (0). */
    int cost[SPACE_MOST + 1][2];
    size_t from[SPACE_MOST + 1][2];
    bool word[SPACE_MOST + 1][2];
    for (size_t end = 0; end <= space->count; end++)
        cost[end][0] = cost[end][1] = end == 0 ? 0 : IMPOSSIBLE;
    cost[0][1] = IMPOSSIBLE;
    for (size_t end = 1; end <= space->count; end++) {
        for (size_t start = end > NAME_MOST ? end - NAME_MOST : 0; start < end; start++) {
            bool is_name = start == space->start && end == space->end;
            bool crosses = (start < space->start && end > space->start) ||
                           (start < space->end && end > space->end) ||
                           (start >= space->start && end <= space->end && !is_name);
            if (named && crosses)
                continue;
            for (int before = 0; before < 2; before++) {
                int part = named && is_name ? WORD : part_cost(space, start, end, before == 1);
                int kind = end - start > 1;
                if (named && is_name && start > 0 && is_number(space, start - 1, start + 1))
                    part += NUMBER_CUT;
                if (cost[start][before] + part >= cost[end][kind])
                    continue;
                cost[end][kind] = cost[start][before] + part;
                from[end][kind] = start;
                word[end][kind] = before == 1;
            }
        }
    }
    int kind = cost[space->count][1] <= cost[space->count][0];
    int best = cost[space->count][kind];
    bool begins = false, ends = false;
    for (size_t at = space->count; at > 0 && best < IMPOSSIBLE;) {
        begins = begins || at == space->start;
        ends = ends || at == space->end;
        size_t next = from[at][kind];
        kind = word[at][kind];
        at = next;
    }
    *through = !(begins || space->start == 0) || !ends;
    return best;
}

/* Whether a known word, or a number, goes through the place: most names are done with this. */
static bool is_crossed(const struct space *space, size_t place)
{
    if (place == 0 || place == space->count)
        return false;
    if (is_number(space, place - 1, place + 1))
        return true;
    for (size_t from = place > WORD_MOST ? place - WORD_MOST + 1 : 0; from < place; from++) {
        for (size_t end = place + 1; end <= space->count && end - from <= WORD_MOST; end++) {
            if (is_known(space->segment, character(space, from), (end - from) * HAN))
                return true;
        }
    }
    return false;
}

bool han_segment_cuts(struct han_segment *segment, const struct surroundings *name)
{
    struct space space = { .segment = segment };
    size_t from = name->start, end = name->end;
    bool through;
    if (end - from < 2 * HAN || end - from > NAME_MOST * HAN)
        return false;
    for (size_t at = from; at < end; at += HAN) {
        if (!is_han(name->text, name->length, at))
            return false;
    }
    for (int i = 0; i < REACH && from >= HAN && is_han(name->text, name->length, from - HAN); i++)
        from -= HAN;
    for (int i = 0; i < REACH && is_han(name->text, name->length, end); i++)
        end += HAN;
    space.text = name->text + from;
    space.count = (end - from) / HAN;
    space.start = (name->start - from) / HAN;
    space.end = (name->end - from) / HAN;
    if (!is_crossed(&space, space.start) && !is_crossed(&space, space.end))
        return false;
    int free_cost = cut(&space, false, &through);
    if (!through)
        return false;
    bool unused;
    return free_cost + CLEARLY <= cut(&space, true, &unused);
}

bool han_segment_knows(struct han_segment *segment, const struct surroundings *name, size_t place)
{
    for (size_t count = 2; count <= WORD_MOST; count++) {
        if (place + count * HAN <= name->length &&
            is_known(segment, name->text + place, count * HAN))
            return true;
    }
    return false;
}

bool han_segment_begins(struct han_segment *segment, const struct surroundings *name, size_t place)
{
    return !is_han(name->text, name->length, place) || is_one(name->text + place, particles) ||
           han_segment_knows(segment, name, place);
}
