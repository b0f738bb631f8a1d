#include "quote/speaker.h"

#include <string.h>

#include "quote/english_lead.h"
#include "quote/english_subject.h"
#include "quote/han_frame.h"
#include "quote/han_subject.h"
#include "quote/speaker_reading.h"
#include "quote/word_class.h"
#include "text/wordlist.h"

#define BRIEF_MOST 24  /* bytes of what is said */
#define NEAR_BLOCKS 4  /* paragraphs over which a pronoun goes back */
#define OBJECT_NEAR 24 /* bytes of a verb before its object */
#define WORDS_MOST 16
#define LEAD_MOST 8    /* words of a subject: more are a headline in capitals */
#define SUBJECT_GAP 2  /* bytes of a comma and a blank */
#define HEARD_BEHIND 2 /* units behind which one of whom it is not known what it is counts */

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

/* Whether both are words for one: the same note's, or Okafor for Mary Okafor. */
static bool is_same(const char *text, const struct speaker_heard *one,
                    const struct speaker_heard *other)
{
    if (one->entity != QUOTATION_NOBODY && one->entity == other->entity)
        return true;
    size_t long_size = one->words.end - one->words.start;
    size_t size = other->words.end - other->words.start;
    size_t least = size < long_size ? size : long_size;
    return least > 0 &&
           memcmp(text + one->words.end - least, text + other->words.end - least, least) == 0;
}

/* What is known of who was heard: by a pronoun, else by the words. */
static enum speaker_gender gender_of(const char *text, const struct speaker_heard *heard)
{
    struct span head = heard->words;
    (void)speaker_gender_of_owner(text, &head);
    return heard->gender != SPEAKER_GENDER_UNKNOWN ? heard->gender : speaker_gender_of(text, head);
}

/* Puts a person in front of those who were heard before; what a pronoun told of them stays. */
static void keep_person(struct speaker *speaker, const char *text, struct speaker_heard heard)
{
    size_t at = 0;
    while (at + 1 < SPEAKER_PERSONS && speaker->persons[at].block > 0 &&
           !is_same(text, &speaker->persons[at], &heard))
        at++;
    if (speaker->persons[at].block > 0 && is_same(text, &speaker->persons[at], &heard) &&
        heard.gender == SPEAKER_GENDER_UNKNOWN)
        heard.gender = gender_of(text, &speaker->persons[at]);
    memmove(speaker->persons + 1, speaker->persons, at * sizeof *speaker->persons);
    speaker->persons[0] = heard;
}

/* Rask: whether it is the family name of a person who was heard by more of the name. */
static bool is_surname(const struct speaker *speaker, const char *text,
                       const struct speaker_heard *heard)
{
    size_t size = heard->words.end - heard->words.start;
    for (size_t i = 0; heard->class == SPEAKER_UNKNOWN && i < SPEAKER_PERSONS; i++) {
        const struct speaker_heard *person = &speaker->persons[i];
        size_t more = person->block > 0 ? person->words.end - person->words.start : 0;
        if (more >= size && (more == size || text[person->words.end - size - 1] == ' ') &&
            is_same(text, person, heard))
            return true;
    }
    return false;
}

static void keep(struct speaker *speaker, const char *text, const struct speaker_heard *heard)
{
    if (heard->class == SPEAKER_PERSON || is_surname(speaker, text, heard))
        keep_person(speaker, text, *heard);
    else if (heard->class == SPEAKER_GROUP)
        speaker->group = *heard;
    else
        speaker->other = *heard;
}

static void hear(struct speaker *speaker, const char *text, const struct quotation *quotation,
                 const struct reading *reading)
{
    if (quotation->speaker.end <= quotation->speaker.start)
        return;
    struct speaker_heard heard = { .words = quotation->speaker,
                                   .entity = quotation->entity,
                                   .class = reading->class,
                                   .block = speaker->block,
                                   .turn = speaker->turn,
                                   .role = reading->role,
                                   .many = reading->many || reading->class == SPEAKER_GROUP ||
                                           reading->reference == REFERENCE_THEY ||
                                           speaker_reading_joins_two(text, quotation->speaker) };
    if (speaker->last.block < speaker->block)
        speaker->before = speaker->last;
    speaker->last = heard;
    /* 业内人士 may be one: 该人士 */
    if (reading->role && reading->many && reading->class == SPEAKER_PERSON &&
        (unsigned char)text[heard.words.start] >= 0x80)
        speaker->role = heard;
    if (reading->many || reading->reference == REFERENCE_THEY)
        return;
    if (reading->role && reading->class == SPEAKER_PERSON)
        speaker->role = heard;
    keep(speaker, text, &heard);
}

/* The last words of a role: "a spokesman" for "the spokesman", 一位发言人 for 该发言人. */
static bool is_same_role(const struct quote_unit *unit, struct span early, struct span late)
{
    size_t size = late.end - late.start;
    size_t most = (unsigned char)unit->text[late.end - 1] >= 0x80 ? 6 : 8; /* 官员, spokesman */
    size_t tail = size > most ? most : size;
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
static struct speaker_heard *later(struct speaker *speaker, struct speaker_heard *known)
{
    struct speaker_heard *other = &speaker->other;
    bool counts = other->block == speaker->block && speaker->turn - other->turn <= HEARD_BEHIND &&
                  (known->block == 0 || other->turn > known->turn);
    return counts ? other : known;
}

/* Whether of all persons near she is the one of whom it is not known whether she is a “she”. */
static bool is_only_left(const struct speaker *speaker, const char *text,
                         const struct speaker_heard *heard, enum speaker_gender now)
{
    for (size_t i = 0; i < SPEAKER_PERSONS; i++) {
        const struct speaker_heard *other = &speaker->persons[i];
        enum speaker_gender gender = gender_of(text, other);
        if (other != heard && is_near(speaker, other) &&
            (gender == SPEAKER_GENDER_UNKNOWN || gender == now))
            return false;
    }
    return true;
}

/* Whether “she” may be who was heard: no father, none who was “he” before, and not her deputy.
 * One behind another must have been “she”, stand in this paragraph or the one before, or be the
 * only one left. */
static bool may_be(const struct speaker *speaker, const struct quote_unit *unit,
                   enum speaker_gender now, const struct speaker_heard *heard, bool first)
{
    struct span head = heard->words;
    enum speaker_gender owner = speaker_gender_of_owner(unit->text, &head);
    enum speaker_gender then = gender_of(unit->text, heard);
    if (!is_near(speaker, heard))
        return false;
    if (now == SPEAKER_GENDER_UNKNOWN)
        return first;
    if (then == SPEAKER_GENDER_UNKNOWN)
        return owner != now && (first || speaker->block - heard->block <= 1 ||
                                is_only_left(speaker, unit->text, heard, now));
    return then == now;
}

/* Whether one of whom no pronoun was told, and who stands in a paragraph before, has a rival who
 * was “she” already: then it is not plain whom “she” means. */
static bool is_rivalled(const struct speaker *speaker, const struct speaker_heard *heard,
                        enum speaker_gender now)
{
    bool rivalled = false;
    if (heard->gender != SPEAKER_GENDER_UNKNOWN || heard->block == speaker->block)
        return false;
    for (size_t i = 0; i < SPEAKER_PERSONS; i++)
        rivalled = rivalled ||
                   (is_near(speaker, &speaker->persons[i]) && speaker->persons[i].gender == now);
    return rivalled && now != SPEAKER_GENDER_UNKNOWN;
}

/* Whom “he” means: the one named last who may be; NULL. */
static struct speaker_heard *find_person(struct speaker *speaker, const struct quote_unit *unit,
                                         struct span pronoun)
{
    enum speaker_gender now = speaker_gender_of(unit->text, pronoun);
    struct speaker_heard *found = later(speaker, &speaker->persons[0]);
    /* her husband gives way to one who was “he” already */
    bool relative =
        speaker_gender_is_relative(unit->text, found->words) && is_rivalled(speaker, found, now);
    bool rivalled = !relative && is_near(speaker, found) &&
                    gender_of(unit->text, found) == SPEAKER_GENDER_UNKNOWN &&
                    is_rivalled(speaker, found, now);
    bool may = !relative && !rivalled && may_be(speaker, unit, now, found, true);
    for (size_t i = found == &speaker->persons[0]; !may && !rivalled && i < SPEAKER_PERSONS; i++) {
        found = &speaker->persons[i];
        relative = speaker_gender_is_relative(unit->text, found->words) &&
                   is_rivalled(speaker, found, now);
        may = !relative && may_be(speaker, unit, now, found, false);
    }
    if (may && now != SPEAKER_GENDER_UNKNOWN)
        found->gender = now;
    return may ? found : NULL;
}

/* Whom 其 means: who was named last, a person or a body. */
static struct speaker_heard *find_latest(struct speaker *speaker)
{
    struct speaker_heard *person = &speaker->persons[0];
    struct speaker_heard *found = later(speaker, &speaker->group);
    bool later_person = person->block > 0 && (found->block == 0 || person->turn >= found->turn);
    found = later_person ? person : found;
    return is_near(speaker, found) ? found : NULL;
}

/* Whom “they” means: those who spoke last, or were the subject of the sentence before; NULL. */
static struct speaker_heard *find_several(struct speaker *speaker)
{
    struct speaker_heard *found = &speaker->several;
    bool beside = found->block == speaker->block && speaker->turn - found->turn <= HEARD_BEHIND;
    if (beside && found->turn >= speaker->last.turn)
        return found;
    return speaker->last.many ? &speaker->last : NULL;
}

/* Whom “the judge” means: the one named last as Judge Owen Parry; NULL. */
static struct speaker_heard *find_titled(struct speaker *speaker, const char *text,
                                         struct span words)
{
    static const char articles[] = "the_ The_";
    size_t start = words.start + wordlist_at(text, words.start, words.end, articles);
    size_t size = words.end - start;
    for (size_t i = 0; start > words.start && i < SPEAKER_PERSONS; i++) {
        struct speaker_heard *one = &speaker->persons[i];
        for (size_t at = one->words.start; is_near(speaker, one) && at + size < one->words.end;
             at++) {
            if ((text[at] | 0x20) == text[start] && text[at + size] == ' ' &&
                memcmp(text + at + 1, text + start + 1, size - 1) == 0)
                return one;
        }
    }
    return NULL;
}

/* Greenpeace sued the firm. The firm ...: whether the role stands behind who was heard, as an
 * object of his; but “Acme said the firm would” is of Acme. */
static bool is_object(const char *text, const struct speaker_heard *heard, struct span words)
{
    static const char saying[] = "_said_ _says_ _thinks_ _believes_ _that_ _as_";
    size_t size = words.end - words.start, at = heard->words.end, most = at + OBJECT_NEAR;
    for (; heard->block > 0 && at < most && at + size < words.start; at++) {
        if (strchr(".,;:\n", text[at]) != NULL || wordlist_at(text, at, words.start, saying) > 0)
            return false;
        if (text[at] == ' ' && (text[at + 1] | 0x20) == (text[words.start] | 0x20) &&
            memcmp(text + at + 2, text + words.start + 1, size - 1) == 0)
            return true;
    }
    return false;
}

/* What is meant by a reference; false when nobody is near. */
static bool refer(struct speaker *speaker, const struct quote_unit *unit,
                  const struct reading *reading, struct span words, struct quotation *quotation)
{
    const struct speaker_heard *heard = NULL;
    switch (reading->reference) {
    case REFERENCE_PERSON: heard = find_person(speaker, unit, words); break;
    case REFERENCE_EITHER: heard = find_latest(speaker); break;
    case REFERENCE_GROUP:
        /* the union is no company */
        heard = later(speaker, &speaker->group);
        if (reading->role && (heard->role || is_object(unit->text, heard, words) ||
                              speaker_reading_is_institution(unit->text, heard->words) ||
                              speaker_reading_is_office(unit->text, heard->words, words)))
            heard = NULL;
        break;
    case REFERENCE_THEY: heard = find_several(speaker); break;
    case REFERENCE_ROLE:
        heard = is_same_role(unit, speaker->role.words, words) ||
                        (speaker->role.block == speaker->block &&
                         speaker_reading_is_anybody(unit->text, words))
                    ? &speaker->role
                    : find_titled(speaker, unit->text, words);
        break;
    default: break;
    }
    if (heard == NULL || !is_near(speaker, heard))
        return false;
    take(quotation, heard, reading->how);
    return true;
}

/* “Too cold.” Lind pushed the soup away: who is the subject of the sentence beside a quotation of
 * nobody's, in its paragraph. */
static bool is_beside(const struct speaker *speaker)
{
    return speaker->beat.block == speaker->block && speaker->turn - speaker->beat.turn <= 1;
}

/* Whether two spoke by turns in the two paragraphs before: then a third may be of either. */
static bool is_dialogue(const struct speaker *speaker, const char *text)
{
    return speaker->before.block > 0 && speaker->before.block + 2 == speaker->block &&
           speaker->last.block + 1 == speaker->block &&
           !is_same(text, &speaker->last, &speaker->before);
}

static void chain(struct speaker *speaker, const char *text, const struct statement *statement,
                  struct quotation *quotation)
{
    /* in a dialogue a short answer is another's */
    bool brief = statement->said.end - statement->said.start < BRIEF_MOST &&
                 speaker->last.block < speaker->block && !speaker->open;
    /* who spoke right before goes on, whoever acts behind */
    bool goes_on = speaker->last.block == speaker->block && speaker->turn - speaker->last.turn <= 1;
    bool beside = statement->direct && is_beside(speaker) && !goes_on;
    /* She took the lamp. “Empty.” */
    if (!beside && statement->direct && speaker->doubt > 0 && speaker->turn - speaker->doubt <= 1)
        return;
    if (beside)
        speaker->last = speaker->beat;
    bool near =
        speaker->last.block > 0 && (beside || !brief) &&
        (speaker->last.block == speaker->block ||
         (statement->direct && speaker->last.block + 1 == speaker->block && speaker->spoken &&
          (speaker->open ||
           (!speaker->asked && speaker->nobody != speaker->block && !is_dialogue(speaker, text)))));
    if (near) {
        take(quotation, &speaker->last, QUOTATION_CHAIN);
        speaker->last.block = speaker->block;
    } else if (statement->direct) {
        speaker->nobody = speaker->block;
    }
}

/* Whether words with a body's name in them name somebody else: a spokesman of Acme, the ministry
 * in Paris; a report of Acme is its own. */
static bool is_other(const struct quote_unit *unit, struct span words,
                     const struct speaker_name *name, bool english)
{
    static const char papers[] = "报道 报告 声明 文章 消息 公告 评论 报导 方面";
    static const char closing[] = "》 〉 ” 」";
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
        chain(speaker, unit->text, statement, quotation);
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
        struct speaker_heard heard = { .words = words,
                                       .entity = name != NULL && !other ? name->entity
                                                                        : QUOTATION_NOBODY };
        take(quotation, &heard, reading.how);
    } else if (!refer(speaker, unit, &reading, words, quotation) && reading.role) {
        struct speaker_heard heard = { .words = words, .entity = QUOTATION_NOBODY };
        take(quotation, &heard, QUOTATION_ROLE);
    }
    hear(speaker, unit->text, quotation, &reading);
}

/* 韩若梅女士和霍尔特先生: nobody that “he” could mean. */
static bool names_two(const struct quote_unit *unit, struct span words)
{
    const struct speaker_name *name = quote_unit_name(unit, words.start);
    const struct speaker_name *last = name != NULL ? unit->names + unit->name_count - 1 : NULL;
    return name != NULL && name < last && name[1].end <= words.end &&
           name[0].class == SPEAKER_PERSON && name[1].class == SPEAKER_PERSON &&
           speaker_reading_joins_two(unit->text, (struct span){ name[0].end, name[1].start });
}

/* Notes those in a Chinese unit of whom it is told beside their name what they are: 韩女士和李先生.
 */
static void see_titled(struct speaker *speaker, const struct quote_unit *unit)
{
    const struct speaker_name *name = quote_unit_name(unit, unit->from);
    const struct speaker_name *end = name != NULL ? unit->names + unit->name_count : NULL;
    for (; name != NULL && name < end && name->end <= unit->to; name++) {
        enum speaker_gender gender = speaker_gender_behind(unit->text, name->end, unit->to);
        if (name->class == SPEAKER_PERSON && gender != SPEAKER_GENDER_UNKNOWN)
            keep_person(speaker, unit->text,
                        (struct speaker_heard){ .words = { name->start, name->end },
                                                .entity = name->entity,
                                                .class = SPEAKER_PERSON,
                                                .block = speaker->block,
                                                .turn = speaker->turn,
                                                .gender = gender });
    }
}

/* Whether the unit ends with a colon: what follows is said by its subject. */
static bool introduces(const struct quote_unit *unit)
{
    size_t length = unit->to - unit->from;
    return length > 3 &&
           (unit->text[unit->to - 1] == ':' || memcmp(unit->text + unit->to - 3, "：", 3) == 0);
}

/* The subject of a unit; empty where none is found. */
static struct span find_subject(const struct quote_unit *unit, const struct english_tokens *tokens)
{
    size_t token;
    if (tokens == NULL) {
        const struct quote_mark *mark = quote_marks_at(unit->marks, unit->from);
        bool quoted = mark != NULL && mark->outer.end < unit->to;
        return han_subject_lead(unit, quoted ? mark->outer.end : han_frame_dateline_end(unit));
    }
    size_t past = tokens->count > 0 ? english_lead_find(tokens, &token) : 0;
    if (tokens->count == 0 || past == token || past - token > LEAD_MOST ||
        english_lead_is_chapter(tokens))
        return (struct span){ unit->from, unit->from };
    return (struct span){ tokens->items[token].start, tokens->items[past - 1].end };
}

/* She took the lamp: a beat of whom “she” means. */
static void see_pronoun(struct speaker *speaker, const struct quote_unit *unit, struct span words)
{
    const struct speaker_heard *meant = find_person(speaker, unit, words);
    if (meant == NULL) {
        speaker->doubt = speaker->turn;
        return;
    }
    struct speaker_heard heard = *meant;
    heard.block = speaker->block;
    heard.turn = speaker->turn;
    speaker->beat = heard;
    keep(speaker, unit->text, &heard);
}

bool speaker_see(struct speaker *speaker, const struct quote_unit *unit,
                 const struct english_tokens *tokens)
{
    struct span words = find_subject(unit, tokens);
    bool owned = tokens != NULL && words.end > words.start && speaker_reading_cut_owner(unit, &words);
    if (tokens == NULL)
        see_titled(speaker, unit);
    if (words.end <= words.start ||
        (tokens == NULL && speaker_reading_is_clause(unit->text, words)))
        return false;
    const struct speaker_name *name = name_in(unit, words);
    bool other = name != NULL && name->class != SPEAKER_PERSON &&
                 is_other(unit, words, name, tokens != NULL);
    struct reading reading = speaker_reading_find(unit, words, tokens != NULL, name);
    struct speaker_heard heard = { .words = words,
                                   .entity =
                                       name != NULL && !other ? name->entity : QUOTATION_NOBODY,
                                   .class = reading.class,
                                   .block = speaker->block,
                                   .turn = speaker->turn,
                                   .role = reading.role };
    if (tokens == NULL && reading.class == SPEAKER_PERSON)
        heard.gender = speaker_gender_behind(unit->text, words.end, unit->to);
    if (reading.reference == REFERENCE_PERSON) {
        see_pronoun(speaker, unit, words);
        return false;
    }
    bool two = speaker_reading_joins_two(unit->text, words);
    if (reading.many || two || (tokens != NULL && speaker_reading_is_people(unit->text, words)))
        speaker->several = heard;
    /* “she” is the first of “Lindqvist and her colleagues” */
    if (two && tokens != NULL)
        heard.words.end = words.start + speaker_reading_first_of_two(unit->text, words);
    /* the minister, but no more than in her own paragraph */
    bool role = reading.reference == REFERENCE_ROLE ||
                (reading.role && reading.class == SPEAKER_PERSON && !reading.many);
    if (role && tokens != NULL) {
        heard.entity = QUOTATION_NOBODY;
        heard.role = true;
        speaker->other = speaker->beat = heard;
        return false;
    }
    if (reading.reference != REFERENCE_NAME || reading.role)
        return false;
    if (tokens != NULL && heard.class == SPEAKER_UNKNOWN &&
        speaker_reading_is_people(unit->text, words))
        return false;
    enum speaker_class apposed =
        tokens != NULL && name == NULL ? english_lead_apposed_class(tokens, words.end) : SPEAKER_UNKNOWN;
    if (apposed == SPEAKER_GROUP || (apposed == SPEAKER_PERSON && heard.class == SPEAKER_UNKNOWN))
        heard.class = apposed;
    if (tokens == NULL &&
        (names_two(unit, words) || speaker_reading_is_people(unit->text, words)))
        return false;
    if (heard.class != SPEAKER_GROUP && !owned)
        speaker->beat = heard;
    keep(speaker, unit->text, &heard);
    if (!introduces(unit))
        return false;
    speaker->last = heard;
    return true;
}

void speaker_see_said(struct speaker *speaker, const struct quote_unit *unit,
                      const struct english_tokens *tokens, const struct statement *statement)
{
    struct speaker before = *speaker;
    struct span words = find_subject(unit, tokens);
    (void)speaker_see(speaker, unit, tokens);
    struct speaker_heard group = speaker->group;
    if (words.end <= words.start || (statement->cue.start < statement->said.end &&
                                     words.end + SUBJECT_GAP < statement->speaker.start))
        return;
    if (speaker->other.turn == speaker->turn && speaker->other.class == SPEAKER_UNKNOWN)
        group = speaker->other;
    *speaker = before;
    if (group.turn == speaker->turn)
        speaker->group = group;
}

void speaker_peek(struct speaker *speaker, const struct quote_unit *unit,
                  const struct english_tokens *tokens)
{
    struct speaker before = *speaker;
    speaker->beat.block = 0;
    (void)speaker_see(speaker, unit, tokens);
    struct speaker_heard beat = speaker->beat;
    size_t doubt = speaker->doubt;
    *speaker = before;
    speaker->doubt = doubt;
    if (beat.block > 0)
        speaker->beat = beat;
}
