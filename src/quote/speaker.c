#include "quote/speaker.h"

#include <string.h>

#include "quote/english_subject.h"
#include "quote/han_frame.h"
#include "quote/han_subject.h"
#include "quote/speaker_reading.h"
#include "quote/word_class.h"
#include "text/latinword.h"
#include "text/wordlist.h"

#define BRIEF_MOST 24 /* bytes of what is said */
#define NEAR_BLOCKS 4 /* paragraphs over which a pronoun goes back */
#define WORDS_MOST 16
#define APPOSITION_MOST 60 /* bytes before a name: her deputy, */

/* The name among the words: a person's, else the first. */
static const struct speaker_name *name_in(const struct quote_unit *unit, struct span words)
{
    const struct speaker_name *name = quote_unit_name(unit, words.start);
    const struct speaker_name *end = name != NULL ? unit->names + unit->name_count : NULL;
    const struct speaker_name *found = NULL;
    for (; name != NULL && name < end && name->start < words.end; name++) {
        if (name->class == SPEAKER_PERSON)
            return name;
        if (name->class == SPEAKER_GROUP && (found == NULL || found->class == SPEAKER_PLACE))
            found = name;
        if (found == NULL && name->class == SPEAKER_PLACE)
            found = name;
    }
    return found;
}

static bool is_near(const struct speaker *speaker, const struct speaker_heard *heard)
{
    return heard->block > 0 && speaker->block - heard->block <= NEAR_BLOCKS;
}

static void take(struct quotation *quotation, const struct speaker_heard *heard,
                 enum quotation_how how)
{
    quotation->speaker = heard->words;
    quotation->entity = heard->entity;
    quotation->how = how;
}

static void keep(struct speaker *speaker, const struct speaker_heard *heard)
{
    if (heard->class == SPEAKER_PERSON)
        speaker->person = *heard;
    else if (heard->class == SPEAKER_GROUP)
        speaker->group = *heard;
    else
        speaker->other = *heard;
}

static void hear(struct speaker *speaker, const struct quotation *quotation,
                 const struct reading *reading)
{
    if (quotation->speaker.end <= quotation->speaker.start)
        return;
    struct speaker_heard heard = { quotation->speaker, quotation->entity, reading->class,
                                   speaker->block,     speaker->turn,     reading->role };
    speaker->last = heard;
    if (reading->many)
        return;
    if (reading->role && reading->class == SPEAKER_PERSON)
        speaker->role = heard;
    keep(speaker, &heard);
}

/* The last words of a role: "a spokesman" for "the spokesman", 一位发言人 for 该发言人. */
static bool is_same_role(const struct quote_unit *unit, struct span early, struct span late)
{
    size_t size = late.end - late.start;
    size_t tail = size > 8 ? 8 : size;
    if (early.end - early.start < tail)
        return false;
    for (size_t at = early.start; at + tail <= early.end; at++) {
        if (memcmp(unit->text + at, unit->text + late.end - tail, tail) == 0)
            return true;
    }
    return false;
}

/* Who was named last, one of that class or one of none that is known, which counts in its own
 * paragraph alone. */
static const struct speaker_heard *later(const struct speaker *speaker,
                                         const struct speaker_heard *known)
{
    const struct speaker_heard *other = &speaker->other;
    bool counts = other->block == speaker->block && speaker->turn - other->turn <= 2 &&
                  (known->block == 0 || other->turn > known->turn);
    return counts ? other : known;
}

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

static enum gender gender_of(const char *text, struct span words)
{
    static const char *const male[] = {
        "man",       "Man",      "boy",   "Boy",  "father", "husband", "son",  "brother", "uncle",
        "spokesman", "chairman", "Uncle", "King", "king",   "Prince",  "Mr",   "Sir",     "他",
        "his",       "His",      "He",    "he",   "先生",   "父亲",    "爸",   "丈夫",    "儿子",
        "哥",        "弟",       "爷爷",  "叔",   "伯",     "国王",    "男子", "老汉",    NULL
    };
    static const char *const female[] = {
        "woman",      "Woman", "women", "girl",  "Girl",  "mother",   "wife",    "daughter",
        "sister",     "aunt",  "Aunt",  "Queen", "queen", "Princess", "actress", "spokeswoman",
        "chairwoman", "Mrs",   "Ms",    "Miss",  "Lady",  "她",       "her",     "Her",
        "She",        "she",   "女",    "母亲",  "妈",    "妻",       "姐",      "妹",
        "奶奶",       "婆",    "阿姨",  "太太",  "夫人",  NULL
    };
    enum gender last = GENDER_UNKNOWN; /* the father in "her father" */
    for (size_t at = words.start; at < words.end; at++) {
        size_t size = wordlist_at(text, at, words.end, female);
        bool is_female = size > 0;
        size = is_female ? size : wordlist_at(text, at, words.end, male);
        bool latin = size > 0 && (unsigned char)text[at] < 0x80;
        bool within = latin && ((at > words.start && latinword_is_letter(text[at - 1])) ||
                                (at + size < words.end && latinword_is_letter(text[at + size])));
        if (size > 0 && !within)
            last = is_female ? GENDER_FEMALE : GENDER_MALE;
    }
    return last;
}

/* Whose deputy it is who was heard: her deputy, 她的副手; and “her deputy, Ian Cole”. Moves the
 * beginning of `words` past such a pronoun. */
static enum gender owner_of(const char *text, struct span *words)
{
    static const char *const hers[] = { "Her ", "her ", "她的", NULL };
    static const char *const his[] = { "His ", "his ", "他的", NULL };
    size_t at = words->start, least = at > APPOSITION_MOST ? at - APPOSITION_MOST : 0;
    size_t size = wordlist_at(text, at, words->end, hers);
    bool female = size > 0;
    size = female ? size : wordlist_at(text, at, words->end, his);
    words->start += size;
    if (size == 0 && at >= 2 && text[at - 2] == ',') {
        while (at > least && strchr(".!?\n", text[at - 1]) == NULL)
            at--;
        at += text[at] == ' ';
        female = wordlist_at(text, at, words->end, hers) > 0;
        size = wordlist_at(text, at, words->end, female ? hers : his);
    }
    return size == 0 ? GENDER_UNKNOWN : female ? GENDER_FEMALE : GENDER_MALE;
}

/* Whether “she” cannot be who was heard: a father, one who was “he” before,
 * or her deputy. */
static bool is_at_odds(struct speaker *speaker, const struct quote_unit *unit, struct span pronoun,
                       const struct speaker_heard *heard)
{
    struct span head = heard->words;
    enum gender owner = owner_of(unit->text, &head);
    enum gender now = gender_of(unit->text, pronoun);
    enum gender then = speaker->called.end == heard->words.end
                           ? gender_of(unit->text, speaker->pronoun)
                           : gender_of(unit->text, head);
    if (now != GENDER_UNKNOWN && then == GENDER_UNKNOWN && owner == now)
        return true;
    if (now != GENDER_UNKNOWN && then != GENDER_UNKNOWN && now != then)
        return true;
    if (now != GENDER_UNKNOWN) {
        speaker->called = heard->words;
        speaker->pronoun = pronoun;
    }
    return false;
}

/* What is meant by a reference; false when nobody is near. */
static bool refer(struct speaker *speaker, const struct quote_unit *unit,
                  const struct reading *reading, struct span words, struct quotation *quotation)
{
    const struct speaker_heard *heard = NULL;
    switch (reading->reference) {
    case REFERENCE_PERSON: heard = later(speaker, &speaker->person); break;
    case REFERENCE_GROUP:
        /* the union is no company */
        heard = later(speaker, &speaker->group);
        if (reading->role && heard->role)
            heard = NULL;
        break;
    case REFERENCE_THEY: heard = &speaker->last; break;
    case REFERENCE_ROLE:
        heard = is_same_role(unit, speaker->role.words, words) ? &speaker->role : NULL;
        break;
    default: break;
    }
    if (heard == NULL || !is_near(speaker, heard) ||
        (reading->reference == REFERENCE_PERSON && is_at_odds(speaker, unit, words, heard)))
        return false;
    take(quotation, heard, reading->how);
    return true;
}

static void chain(struct speaker *speaker, const struct statement *statement,
                  struct quotation *quotation)
{
    /* in a dialogue a short answer is another's */
    bool brief = statement->said.end - statement->said.start < BRIEF_MOST &&
                 speaker->last.block < speaker->block;
    bool near =
        speaker->last.block > 0 && !brief &&
        (speaker->last.block == speaker->block ||
         (statement->direct && speaker->last.block + 1 == speaker->block && speaker->spoken));
    if (near)
        take(quotation, &speaker->last, QUOTATION_CHAIN);
    if (near)
        speaker->last.block = speaker->block;
}

/* Whether words with a body's name in them name somebody else: a spokesman of Acme, the ministry
 * in Paris; a report of Acme is its own. */
static bool is_other(const struct quote_unit *unit, struct span words,
                     const struct speaker_name *name, bool english)
{
    static const char *const papers[] = { "报道", "报告", "声明", "文章", "消息",
                                          "公告", "评论", "报导", "方面", NULL };
    static const char *const closing[] = { "》", "〉", "”", "」", NULL };
    if (!english && name->end + 3 == words.end &&
        wordlist_at(unit->text, name->end, words.end, closing) > 0)
        words.end = name->end;
    bool whole =
        name->end == words.end && (name->class == SPEAKER_GROUP || name->start == words.start);
    if (!english)
        return !whole && (name->class == SPEAKER_PLACE ||
                          wordlist_before(unit->text, words.start, words.end, papers) == 0);
    struct english_tokens tokens = { 0 };
    bool other = false;
    speaker_reading_words(unit, words, &tokens);
    for (size_t i = 0; i < tokens.count && i < WORDS_MOST; i++) {
        const struct token *token = &tokens.items[i];
        bool within = token->start < name->end && token->end > name->start;
        other =
            other ||
            (!within && (token->capital || token_has(token, WORD_PERSON | WORD_GROUP)) &&
             !token_has(token, WORD_DETERMINER) && !(token->named && token->start >= name->end));
        other = other ||
                (!within && name->class == SPEAKER_PLACE && !token_has(token, WORD_DETERMINER));
    }
    english_tokens_free(&tokens);
    return other;
}

void speaker_resolve(struct speaker *speaker, const struct quote_unit *unit,
                     const struct statement *statement, bool english, struct quotation *quotation)
{
    quotation->entity = QUOTATION_NOBODY;
    quotation->how = QUOTATION_NONE;
    quotation->speaker = (struct span){ statement->said.start, statement->said.start };
    if (statement->source == SOURCE_SHARED && speaker->last.block == speaker->block) {
        take(quotation, &speaker->last, QUOTATION_NAMED);
        return;
    }
    if (statement->source != SOURCE_GIVEN && english && !statement->direct)
        return;
    if (statement->source != SOURCE_GIVEN) {
        chain(speaker, statement, quotation);
        return;
    }
    struct span words = statement->speaker;
    if (words.end <= words.start)
        return;
    const struct speaker_name *name = name_in(unit, words);
    struct reading reading = speaker_reading_find(unit, words, english, name);
    if (reading.reference == REFERENCE_NAME) {
        bool other =
            name != NULL && name->class != SPEAKER_PERSON && is_other(unit, words, name, english);
        struct speaker_heard heard = {
            words, name != NULL && !other ? name->entity : QUOTATION_NOBODY, reading.class, 0, 0,
            false
        };
        take(quotation, &heard, reading.how);
    } else if (!refer(speaker, unit, &reading, words, quotation) && reading.role) {
        struct speaker_heard heard = { words, QUOTATION_NOBODY, reading.class, 0, 0, true };
        take(quotation, &heard, QUOTATION_ROLE);
    }
    hear(speaker, quotation, &reading);
}

/* Whether the unit ends with a colon: what follows is said by its subject. */
static bool introduces(const struct quote_unit *unit)
{
    size_t length = unit->to - unit->from;
    return length > 3 &&
           (unit->text[unit->to - 1] == ':' || memcmp(unit->text + unit->to - 3, "：", 3) == 0);
}

/* Americans, Chinese goods: nobody in particular. */
static bool is_people(const char *text, struct span words)
{
    static const char *const endings[] = { "s", "ese", "ian", "can", "ish", NULL };
    return wordlist_before(text, words.start, words.end, endings) > 0;
}

/* Whether ", chief economist at" stands behind the phrase that ends at `end`. */
static bool is_apposed(const struct english_tokens *tokens, size_t end)
{
    size_t at = 0;
    while (at < tokens->count && tokens->items[at].start < end)
        at++;
    if (at >= tokens->count || tokens->items[at].kind != TOKEN_COMMA)
        return false;
    for (size_t i = at + 1; i < tokens->count && i < at + 6 && !token_is_break(&tokens->items[i]);
         i++) {
        if (token_has(&tokens->items[i], WORD_PERSON))
            return true;
    }
    return false;
}

bool speaker_see(struct speaker *speaker, const struct quote_unit *unit,
                 const struct english_tokens *tokens)
{
    size_t first = unit->from, end = unit->from;
    if (tokens != NULL && tokens->count > 0) {
        size_t token;
        size_t past = english_subject_lead(tokens, &token);
        if (past == token)
            return false;
        first = tokens->items[token].start;
        end = tokens->items[past - 1].end;
    } else if (tokens == NULL) {
        struct span subject = han_subject_lead(unit, han_frame_dateline_end(unit));
        first = subject.start;
        end = subject.end;
    }
    struct span words = { first, end };
    if (end <= first)
        return false;
    const struct speaker_name *name = name_in(unit, words);
    struct reading reading = speaker_reading_find(unit, words, tokens != NULL, name);
    /* the minister, but no more than in her own paragraph */
    bool role = reading.reference == REFERENCE_ROLE ||
                (reading.role && reading.class == SPEAKER_PERSON && !reading.many);
    if (role && tokens != NULL) {
        speaker->other = (struct speaker_heard){ words,          QUOTATION_NOBODY, SPEAKER_PERSON,
                                                 speaker->block, speaker->turn,    true };
        return false;
    }
    if (reading.reference != REFERENCE_NAME || reading.role)
        return false;
    struct speaker_heard heard = { words,         name != NULL ? name->entity : QUOTATION_NOBODY,
                                   reading.class, speaker->block,
                                   speaker->turn, false };
    if (tokens != NULL && heard.class == SPEAKER_UNKNOWN && is_people(unit->text, words))
        return false;
    if (tokens != NULL && heard.class == SPEAKER_UNKNOWN && is_apposed(tokens, end))
        heard.class = SPEAKER_PERSON;
    keep(speaker, &heard);
    if (!introduces(unit))
        return false;
    speaker->last = heard;
    return true;
}
