#include "quote/quotations.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "quote/english_frames.h"
#include "quote/english_tokens.h"
#include "quote/han_frames.h"
#include "quote/learned_names.h"
#include "quote/quote_marks.h"
#include "quote/quote_unit.h"
#include "quote/speaker.h"
#include "quote/speech_label.h"
#include "quote/speech_turns.h"
#include "text/fold.h"
#include "text/reporting.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define UTTERANCE_WORDS 5
#define UTTERANCE_HAN 10
#define HEADLINE_MOST 120              /* bytes before a colon */
#define DIALOGUE_BLOCKS 2              /* paragraphs behind the last whose speaker is known */
#define LEARNED_MOST ((size_t)4 << 20) /* bytes of a text that is read a second time */
#define ATTRIBUTION_MOST 160           /* bytes of a sentence that only tells who spoke */

struct finder {
    const struct document *document;
    struct quote_marks marks; /* of the block */
    struct spans sentences;   /* of the block */
    struct english_tokens tokens;
    struct statements statements; /* of the unit */
    struct speaker speaker;
    struct quote_unit unit;
    struct quotations *out;
    size_t labels; /* paragraphs with a person's label, two at most */
    struct speech_turns turns;
    bool unclosed; /* the paragraph before ends within a quotation */
    size_t
        waiting; /* of `out`: those from here on belong to one that goes on, and have no speaker */
};

void quotations_free(struct quotations *quotations)
{
    free(quotations->items);
    *quotations = (struct quotations){ 0 };
}

const char *quotation_kind_name(enum quotation_kind kind)
{
    return kind == QUOTATION_DIRECT ? "direct" : "reported";
}

const char *quotation_how_name(enum quotation_how how)
{
    static const char *const names[] = { "named", "role", "pronoun", "chain", "none" };
    return names[how];
}

size_t quotations_at(const struct quotations *quotations, size_t offset)
{
    size_t at = 0;
    BISECT(at, quotations->count, quotations->items[at].said.start >= offset);
    return at;
}

/* Whether the unit is Chinese: more Han than Latin letters, a Han character counting three. */
static bool is_han(const struct quote_unit *unit)
{
    size_t han = 0, latin = 0;
    for (size_t at = unit->from; at < unit->to; at++) {
        unsigned char byte = (unsigned char)unit->text[at];
        han += byte >= 0xE4 && byte <= 0xE9;
        latin += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    }
    return han * 3 > latin;
}

static int compare_starts(const void *a, const void *b)
{
    const struct quotation *left = a;
    const struct quotation *right = b;
    return (left->said.start > right->said.start) - (left->said.start < right->said.start);
}

/* Whether words in marks are told by themselves: a sentence, not a term. */
static bool is_utterance(const char *text, struct span said)
{
    size_t blanks = 0, han = 0;
    for (size_t at = said.start; at < said.end; at++) {
        blanks += text[at] == ' ';
        han += (unsigned char)text[at] >= 0xE4 && (unsigned char)text[at] <= 0xE9;
    }
    return (blanks >= UTTERANCE_WORDS && strchr(".,!?", text[said.end]) != NULL) ||
           han >= UTTERANCE_HAN;
}

/* Whether the words in marks begin the unit, end in a stop, and follow on somebody's: an answer. */
static bool is_answer(const struct finder *finder, struct span said)
{
    static const char stops[] = ", . ! ? ， 。 ！ ？ …";
    const struct speaker *speaker = &finder->speaker;
    const struct quote_mark *mark = quote_marks_at(&finder->marks, said.start);
    return mark != NULL && mark->outer.start == finder->unit.from && speaker->last.block > 0 &&
           speaker->last.block + DIALOGUE_BLOCKS >= speaker->block &&
           wordlist_before(finder->unit.text, mark->inner.start, mark->inner.end, stops) > 0;
}

/* 头也不抬：“等我刷完。”: whether a colon leads to the words in marks. */
static bool is_led(const struct finder *finder, struct span said)
{
    static const char colons[] = ": ： :_";
    const struct quote_mark *mark = quote_marks_at(&finder->marks, said.start);
    return mark != NULL &&
           wordlist_before(finder->unit.text, finder->unit.from, mark->outer.start, colons) > 0;
}

static void take_statements(struct finder *finder, bool english, bool introduced)
{
    quote_unit_settle(&finder->unit, &finder->statements);
    for (size_t i = 0; i < finder->statements.count; i++) {
        const struct statement *statement = &finder->statements.items[i];
        struct quotation quotation = { .said = statement->said, .cue = statement->cue };
        quotation.kind = statement->direct ? QUOTATION_DIRECT : QUOTATION_REPORTED;
        speaker_resolve(&finder->speaker, &finder->unit, statement, english, &quotation);
        if (statement->source == SOURCE_OPEN && statement->direct &&
            quotation.how == QUOTATION_NONE && !is_utterance(finder->unit.text, statement->said) &&
            !is_answer(finder, statement->said) && !is_led(finder, statement->said))
            continue;
        VECTOR_PUSH(finder->out, quotation);
        /* who answers is another */
        finder->speaker.asked = wordlist_before(finder->unit.text, quotation.said.start,
                                                quotation.said.end, "? ？") > 0;
    }
    finder->speaker.spoken = finder->statements.count > 0 || introduced;
}

static void read_unit(struct finder *finder, size_t from, size_t to)
{
    finder->unit.from = from;
    finder->unit.to = to;
    finder->statements.count = 0;
    finder->speaker.turn++;
    bool han = is_han(&finder->unit);
    if (han) {
        han_frames_find(&finder->unit, &finder->statements);
    } else {
        finder->unit.from = english_tokens_dateline(&finder->unit);
        english_tokens_read(&finder->unit, &finder->tokens);
        english_frames_find(&finder->unit, &finder->tokens, &finder->statements);
    }
    bool introduced = false;
    const struct statement *first = finder->statements.count > 0 ? finder->statements.items : NULL;
    if (first != NULL && !first->direct && first->said.start <= finder->unit.from)
        speaker_see_said(&finder->speaker, &finder->unit, han ? NULL : &finder->tokens, first);
    else if (first == NULL || first->speaker.start > from)
        introduced = speaker_see(&finder->speaker, &finder->unit, han ? NULL : &finder->tokens) &&
                     first == NULL;
    take_statements(finder, !han, introduced);
}

/* 油价上调 专家：涨势难止: the label behind the last blank of a Chinese headline. */
static bool read_headline(struct finder *finder, const struct block *block,
                          struct speech_label *label)
{
    const char *text = finder->unit.text;
    size_t most = block->end - block->start > HEADLINE_MOST ? block->start + HEADLINE_MOST
                                                            : block->end;
    size_t colon = block->start, blank = 0;
    while (colon < most && wordlist_at(text, colon, most, "： :") == 0)
        colon++;
    for (size_t at = block->start; at < colon; at++) {
        size_t size = wordlist_at(text, at, colon, "_ 　");
        blank = size > 0 ? at + size : blank;
    }
    if (colon == most || blank == 0 || (unsigned char)text[blank] < 0xE4)
        return false;
    finder->unit.from = blank;
    return speech_label_read(&finder->unit, label);
}

static bool read_plain(struct finder *finder, const struct block *block,
                       struct speech_label *label)
{
    finder->unit.from = block->start;
    return speech_label_read(&finder->unit, label);
}

/* MR. MA: what follows is said by him; in a headline it is a report of what he said. */
static bool read_label(struct finder *finder, const struct block *block)
{
    struct speech_label label;
    finder->unit.from = block->start;
    finder->unit.to = block->end;
    bool turn = speech_turns_read(&finder->turns, &finder->unit, &label);
    bool titled = finder->speaker.block == 1 || block->kind == BLOCK_HEADING;
    if (!turn && !(titled && read_headline(finder, block, &label)) && !read_plain(finder, block, &label))
        return false;
    bool headline = !turn && finder->labels < 2 && !label.titled && titled;
    if (!turn && !headline && !label.certain && !(label.person && finder->labels >= 2))
        return false;
    const struct quote_mark *mark = quote_marks_after(&finder->marks, label.behind);
    struct span said =
        quote_unit_trim(finder->unit.text, (struct span){ label.behind, block->end });
    bool quoted = mark != NULL && mark->outer.start == said.start && mark->outer.end == said.end;
    struct statement statement = { .said = quoted ? mark->inner : said,
                                   .cue = { label.name.end, label.behind },
                                   .speaker = label.name,
                                   .clause = block->start,
                                   .direct = quoted || !headline };
    finder->statements.count = 0;
    VECTOR_PUSH(&finder->statements, statement);
    take_statements(finder, !is_han(&finder->unit), false);
    return true;
}

/* 赛后，霍尔特对记者说。: whether the sentence's last clause only tells who spoke, and a comma stands
 * before it. */
static bool ends_telling(const struct quote_unit *unit, struct span sentence)
{
    size_t clause = sentence.start;
    for (size_t at = sentence.start; at < sentence.end; at++) {
        if (wordlist_at(unit->text, at, sentence.end, "“ 「 ： :") > 0)
            return false;
        clause = wordlist_at(unit->text, at, sentence.end, "，") > 0 ? at + 3 : clause;
    }
    return clause > sentence.start && wordlist_before(unit->text, clause, sentence.end, "。") > 0 &&
           reporting_is_chinese(unit->text, clause, sentence.end);
}

/* Whether the sentence goes on with the one before it: in small letters, or as the attribution of
 * the quotation that ends it (Haddad, a shopkeeper, asked). */
static bool goes_on(struct finder *finder, struct span sentence, const struct quote_mark *before)
{
    char c = finder->document->text[sentence.start];
    if (c >= 'a' && c <= 'z')
        return true;
    if (before == NULL || sentence.end - sentence.start > ATTRIBUTION_MOST)
        return false;
    struct quote_unit unit = finder->unit;
    unit.from = sentence.start;
    unit.to = sentence.end;
    if (is_han(&unit))
        return ends_telling(&finder->unit, sentence);
    english_tokens_read(&unit, &finder->tokens);
    return english_frames_is_attribution(&finder->tokens);
}

/* Code in the lines says nothing. */
static bool is_code(const struct document *document, const struct block *block)
{
    return block->kind == BLOCK_CODE || block->kind == BLOCK_RULE ||
           block->kind == BLOCK_TABLE_ROW || block->kind == BLOCK_CONTEXT ||
           (document_style_at(document, block->start) & STYLE_CODE) != 0;
}

/* “We came to work. / “We stayed,” she said: whose words the next paragraph goes on with. */
static void hand_back(struct finder *finder, const struct block *block, size_t first)
{
    struct quotations *out = finder->out;
    const struct quote_mark *last =
        finder->marks.count > 0 ? &finder->marks.items[finder->marks.count - 1] : NULL;
    bool goes_on = finder->unclosed && first < out->count && out->items[first].kind == QUOTATION_DIRECT &&
                   finder->marks.count > 0 &&
                   out->items[first].said.start == finder->marks.items[0].inner.start &&
                   finder->marks.items[0].outer.start == block->start;
    bool known = goes_on && out->items[first].how != QUOTATION_NONE;
    for (size_t i = finder->waiting; known && i < first; i++) {
        out->items[i].speaker = out->items[first].speaker;
        out->items[i].entity = out->items[first].entity;
        out->items[i].how = QUOTATION_CHAIN;
    }
    finder->unclosed = last != NULL && !last->closed;
    bool open = finder->unclosed && first < out->count &&
                out->items[out->count - 1].said.end >= last->inner.end - 1 &&
                (out->items[out->count - 1].how == QUOTATION_NONE ||
                 out->items[out->count - 1].how == QUOTATION_CHAIN);
    if (!open)
        finder->waiting = out->count;
    else if (!goes_on)
        finder->waiting = out->count - 1;
}

/* “Too cold.” The old man pushed the bowl away: whose beat the sentence behind a quotation is that
 * stands alone at the beginning of its paragraph. */
static void look_ahead(struct finder *finder, size_t from, size_t to, struct span next)
{
    const struct quote_mark *mark = quote_marks_at(&finder->marks, from);
    const struct quote_mark *other = quote_marks_after(&finder->marks, next.start);
    bool bare = mark != NULL && mark->closed && mark->outer.start == from && mark->outer.end == to;
    if (!bare || (other != NULL && other->outer.start == next.start))
        return;
    finder->unit.from = next.start;
    finder->unit.to = next.end;
    bool han = is_han(&finder->unit);
    if (!han)
        english_tokens_read(&finder->unit, &finder->tokens);
    speaker_peek(&finder->speaker, &finder->unit, han ? NULL : &finder->tokens);
}

static void read_block(struct finder *finder, size_t index)
{
    const struct block *block = &finder->document->blocks[index];
    finder->speaker.block++;
    if (is_code(finder->document, block))
        return;
    size_t first = finder->out->count;
    finder->marks.count = 0;
    finder->sentences.count = 0;
    quote_marks_find(finder->document->text, block->start, block->end, finder->unclosed,
                     &finder->marks);
    if (read_label(finder, block))
        return;
    document_sentences(finder->document, index, &finder->sentences);
    finder->speaker.open = finder->unclosed;
    for (size_t i = 0; i < finder->sentences.count;) {
        size_t from = finder->sentences.items[i].start;
        size_t to = finder->sentences.items[i].end;
        for (i++; i < finder->sentences.count; i++) {
            const struct quote_mark *mark = quote_marks_at(&finder->marks, to);
            bool inside = mark != NULL && mark->outer.start < to && mark->outer.end > to;
            mark = quote_marks_at(&finder->marks, to - 1);
            if (!inside && !goes_on(finder, finder->sentences.items[i],
                                    mark != NULL && mark->outer.end == to ? mark : NULL))
                break;
            to = finder->sentences.items[i].end;
        }
        if (i < finder->sentences.count)
            look_ahead(finder, from, to, finder->sentences.items[i]);
        read_unit(finder, from, to);
        finder->speaker.open = false;
    }
    hand_back(finder, block, first);
}

/* Counts the paragraphs that begin with somebody's label: an interview has two at least. */
static void count_labels(struct finder *finder)
{
    struct speech_label label;
    struct quote_unit unit = finder->unit;
    for (size_t i = 0; i < finder->document->block_count; i++) {
        const struct block *block = &finder->document->blocks[i];
        unit.from = block->start;
        unit.to = block->end;
        if (is_code(finder->document, block))
            continue;
        if (finder->labels < 2)
            finder->labels += speech_label_read(&unit, &label) && label.person;
        if (block->kind != BLOCK_HEADING)
            speech_turns_see(&finder->turns, &unit);
    }
}

/* The text with its traditional characters written as simplified ones, for the lists of words hold
 * those alone; NULL where there are none. The caller frees it. */
static char *simplify(const struct document *document)
{
    const char *text = document->text;
    char *copy = NULL, bytes[4];
    uint32_t code;
    for (size_t at = 0, size; at < document->length; at += size) {
        size = 1;
        if ((unsigned char)text[at] < 0xE3 || (unsigned char)text[at] > 0xE9)
            continue;
        size = utf8_decode(text + at, document->length - at, &code);
        uint32_t simplified = fold_simplified(code);
        if (simplified == code || utf8_encode(simplified, bytes) != size)
            continue;
        if (copy == NULL) {
            copy = xmalloc(document->length + 1);
            memcpy(copy, text, document->length);
            copy[document->length] = '\0';
        }
        memcpy(copy + at, bytes, size);
    }
    return copy;
}

static void read_blocks(const struct document *document, const char *text,
                        const struct speaker_name *names, size_t name_count,
                        struct quotations *quotations)
{
    struct finder finder = { .document = document, .out = quotations };
    finder.unit = (struct quote_unit){
        .text = text, .marks = &finder.marks, .names = names, .name_count = name_count
    };
    english_tokens_remember(&finder.tokens);
    count_labels(&finder);
    for (size_t i = 0; i < document->block_count; i++)
        read_block(&finder, i);
    quote_marks_free(&finder.marks);
    spans_free(&finder.sentences);
    english_tokens_free(&finder.tokens);
    free(finder.statements.items);
}

void quotations_find(const struct document *document, const struct speaker_name *names,
                     size_t name_count, struct quotations *quotations)
{
    struct quotations found = { 0 };
    struct learned_names learned = { 0 };
    char *simplified = simplify(document);
    const char *text = simplified != NULL ? simplified : document->text;
    read_blocks(document, text, names, name_count, &found);
    if (document->length <= LEARNED_MOST)
        learned_names_find(text, document->length, &found, names, name_count, &learned);
    if (learned.count > 0) {
        found.count = 0;
        read_blocks(document, text, learned.items, learned.count, &found);
    }
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, compare_starts);
    for (size_t i = 0; i < found.count; i++)
        VECTOR_PUSH(quotations, found.items[i]);
    learned_names_free(&learned);
    quotations_free(&found);
    free(simplified);
}
