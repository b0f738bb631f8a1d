#include "quote/speaker_reading.h"

#include <string.h>

#include "quote/han_living.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define HAN 3 /* bytes of a Han character */

/* ---- English ---- */

size_t speaker_reading_words(const struct quote_unit *unit, struct span span,
                             struct english_tokens *tokens)
{
    struct quote_unit part = *unit;
    part.from = span.start;
    part.to = span.end;
    english_tokens_read(&part, tokens);
    return tokens->count;
}

/* Kestrel Foods, Ostrup Pharma: what businesses are called, and hardly anybody. */
static bool is_business(const struct english_tokens *tokens)
{
    static const char tails[] =
        "foods marine pharma systems energy motors airlines airways holdings technologies "
        "technology "
        "labs partners capital ventures networks software brands resources solutions studios "
        "logistics shipping chemicals securities electronics robotics therapeutics aerospace "
        "automotive petroleum minerals telecom wireless analytics railways semiconductor "
        "semiconductors pharmaceuticals industries entertainment water electric oil healthcare "
        "insurance pictures terminals lines rail ferries cruises mills steel mining metals hotels "
        "stores supermarkets brewery breweries games publishing biotech media research associates "
        "consulting construction homes properties";
    const struct token *last = &tokens->items[tokens->count - 1];
    return tokens->count > 1 && last->capital &&
           wordlist_has(last->text, strlen(last->text), tails);
}

static bool is_of_group(const struct english_tokens *tokens)
{
    const struct token *last = &tokens->items[tokens->count - 1];
    /* Union leader Marc Vos, the head of the union; but the Teachers Union */
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        if (token_has(token, WORD_PERSON) && !token_has(token, WORD_GROUP) && !token->possessive)
            return token + 1 == last && token_has(last, WORD_GROUP);
    }
    for (size_t i = 0; i < tokens->count; i++) {
        if (token_has(&tokens->items[i], WORD_GROUP) && !tokens->items[i].possessive &&
            (i + 1 == tokens->count || token_is(&tokens->items[i + 1], "of") ||
             tokens->items[i].capital))
            return true;
    }
    return token_has(last, WORD_GROUP) || is_business(tokens);
}

static size_t count_capitals(const struct english_tokens *tokens)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++)
        count += (tokens->items[i].capital || tokens->items[i].kind == TOKEN_TERM) &&
                 !token_has(&tokens->items[i], WORD_DETERMINER | WORD_PREPOSITION);
    return count;
}

static struct reading read_english_name(const struct english_tokens *tokens,
                                        const struct speaker_name *name)
{
    struct reading reading = { REFERENCE_NAME, SPEAKER_UNKNOWN, QUOTATION_NAMED, false, false };
    bool the = token_is(&tokens->items[0], "the");
    bool person = false, paper = false;
    for (size_t i = 0; i < tokens->count && !token_has(&tokens->items[i], WORD_PREPOSITION); i++)
        reading.many = reading.many || token_has(&tokens->items[i], WORD_MANY);
    for (size_t i = 0; i < tokens->count; i++) {
        person = person || token_has(&tokens->items[i], WORD_PERSON);
        paper = paper || (token_has(&tokens->items[i], WORD_PAPER) && !tokens->items[i].capital);
    }
    if (name != NULL && name->class == SPEAKER_PERSON)
        reading.class = SPEAKER_PERSON;
    else if (person && !is_of_group(tokens))
        reading.class = SPEAKER_PERSON;
    else if (is_of_group(tokens) || (name != NULL && name->class != SPEAKER_UNKNOWN) || paper)
        reading.class = SPEAKER_GROUP;
    else if (!the && count_capitals(tokens) >= 2 && count_capitals(tokens) <= 4)
        reading.class = SPEAKER_PERSON;
    return reading;
}

/* Other bodies (the court, the ministry) stand for themselves. */
static bool is_firm(const struct token *token)
{
    static const char firms[] = "company firm group corporation retailer airline bank maker "
                                "startup start-up carmaker business agency newspaper site "
                                "platform";
    return token_is_among(token, firms);
}

/* officials, critics, police: neither “he” nor “the firm” goes back to them. */
static bool is_plural(const struct token *token)
{
    size_t length = strlen(token->text);
    return token_is_among(token, "police people") ||
           (length > 3 && token->text[length - 1] == 's' && token->text[length - 2] != 's');
}

/* One, nobody, everyone; no one, every one: nobody in particular. */
static bool is_nobody(const struct token *first, size_t count)
{
    static const char words[] = "one nobody none everyone everybody someone somebody anyone "
                                "anybody";
    if (count == 2)
        return token_is_among(first, "no every") && token_is(first + 1, "one");
    return token_is_among(first, words);
}

static struct reading read_english(const struct english_tokens *tokens,
                                   const struct speaker_name *name)
{
    const struct token *first = &tokens->items[0];
    bool one = tokens->count == 1;
    if (one && token_is_among(first, "he she"))
        return (struct reading){ REFERENCE_PERSON, SPEAKER_PERSON, QUOTATION_PRONOUN, false,
                                 false };
    if (one && token_is_among(first, "his her"))
        return (struct reading){ REFERENCE_PERSON, SPEAKER_PERSON, QUOTATION_PRONOUN, false,
                                 false };
    if (one && token_is_among(first, "it its"))
        return (struct reading){ REFERENCE_GROUP, SPEAKER_GROUP, QUOTATION_PRONOUN, false, false };
    if (one && token_is_among(first, "they their"))
        return (struct reading){ REFERENCE_THEY, SPEAKER_UNKNOWN, QUOTATION_PRONOUN, false, false };
    if ((one || tokens->count == 2) && is_nobody(first, tokens->count))
        return (struct reading){ REFERENCE_NONE, SPEAKER_UNKNOWN, QUOTATION_NONE, false, false };
    if (one && token_has(first, WORD_PRONOUN | WORD_NARRATOR | WORD_SUBORDINATOR))
        return (struct reading){ REFERENCE_NONE, SPEAKER_UNKNOWN, QUOTATION_NONE, false, false };
    /* her statement, their own releases */
    bool hers = token_is_among(first, "his her");
    if ((hers || token_is_among(first, "their its")) && tokens->count <= 4 &&
        token_has(&tokens->items[tokens->count - 1], WORD_PAPER))
        return token_is(first, "their")
                   ? (struct reading){ REFERENCE_NAME, SPEAKER_GROUP, QUOTATION_ROLE, true, false }
                   : (struct reading){ hers ? REFERENCE_PERSON : REFERENCE_GROUP,
                                       hers ? SPEAKER_PERSON : SPEAKER_GROUP, QUOTATION_PRONOUN,
                                       false, false };
    /* the 29-year-old striker */
    if (token_is(first, "the") && tokens->count >= 2 && tokens->count <= 3 &&
        strstr(tokens->items[1].text, "year-old") != NULL)
        return (struct reading){ REFERENCE_PERSON, SPEAKER_PERSON, QUOTATION_ROLE, true, false };
    size_t capitals = count_capitals(tokens);
    bool the = token_is_among(first, "the this that");
    if (name != NULL || (one && token_is(first, "a")) || /* who answers Q */
        capitals > (token_has(first, WORD_DETERMINER)     ? 0u
                    : first->capital && first->class != 0 ? 1u
                                                          : 0u))
        return read_english_name(tokens, name);
    const struct token *last = &tokens->items[tokens->count - 1];
    if (the && tokens->count <= 3 && is_firm(last))
        return (struct reading){ REFERENCE_GROUP, SPEAKER_GROUP, QUOTATION_ROLE, true, false };
    bool person = token_has(last, WORD_PERSON) ||
                  (tokens->count > 1 && token_has(&tokens->items[1], WORD_PERSON));
    enum speaker_class class = person                                     ? SPEAKER_PERSON
                               : token_has(last, WORD_PAPER | WORD_GROUP) ? SPEAKER_GROUP
                                                                          : SPEAKER_UNKNOWN;
    return (struct reading){ the && person ? REFERENCE_ROLE : REFERENCE_NAME, class, QUOTATION_ROLE,
                             true, is_plural(last) };
}

/* ---- Chinese ---- */

static bool is_word(const char *text, struct span span, const char *words)
{
    return wordlist_has(text + span.start, span.end - span.start, words);
}

static bool ends_word(const char *text, struct span span, const char *words)
{
    return wordlist_before(text, span.start, span.end, words) > 0;
}

static const char han_roles[] = "发言人 人士 官员 负责人 分析师 记者 专家 消息 知情者 工作人员 "
                                "代表 学者";

/* 分析人士, 居民们: several, but for 一位知情人士. */
static bool is_many(const char *text, struct span words)
{
    static const char several[] = "人士 们 网友 居民 市民 专家 官员 学者 媒体 村民 员工 人 者 代表";
    static const char one[] = "一位 一名 这位 这名 该 某 那位 一个 发言 负责 创始 主持";
    if (!ends_word(text, words, several))
        return false;
    for (size_t at = words.start; at < words.end; at++) {
        if (wordlist_at(text, at, words.end, one) > 0)
            return false;
    }
    return true;
}

/* 董事长陈建国, 陈建国: a person whose name ends as words for bodies do. */
static bool is_named_person(const char *text, struct span words)
{
    static const char others[] = "成员国";
    struct span name = han_living_behind_title(text, words);
    size_t size = name.end - name.start;
    if (!han_living_has_surname(text, name) || is_word(text, name, others))
        return false;
    return name.start > words.start ? size == 2 * HAN || size == 3 * HAN
                                    : size == 3 * HAN && ends_word(text, name, "国");
}

static struct reading read_han(const struct quote_unit *unit, struct span words,
                               const struct speaker_name *name)
{
    static const char persons[] = "他 她 本人";
    static const char groups[] = "公司 该公司 集团 该集团 它 该机构 该部门 该部 该组织 该企业 "
                                 "该行 该局 该平台 该网站 该报 该中心 该校 该媒体 该台";
    static const char they[] = "他们 她们 双方 两人 二人";
    static const char roles[] = "发言人 该发言人 这位发言人 这名发言人 负责人 该负责人 该人士 该官员 "
                                "上述人士 上述负责人 这位人士 消息人士";
    static const char nobody[] = "有人 我 我们 你 人们 谁 大家 自己 这 那 这个 那么";
    const char *text = unit->text;
    bool paper;
    if (is_word(text, words, persons))
        return (struct reading){ REFERENCE_PERSON, SPEAKER_PERSON, QUOTATION_PRONOUN, false,
                                 false };
    if (is_word(text, words, "其"))
        return (struct reading){ REFERENCE_EITHER, SPEAKER_UNKNOWN, QUOTATION_PRONOUN, false,
                                 false };
    if (is_word(text, words, groups))
        return (struct reading){ REFERENCE_GROUP, SPEAKER_GROUP, QUOTATION_ROLE, true, false };
    if (is_word(text, words, they))
        return (struct reading){ REFERENCE_THEY, SPEAKER_UNKNOWN, QUOTATION_PRONOUN, false, false };
    if (is_word(text, words, nobody))
        return (struct reading){ REFERENCE_NONE, SPEAKER_UNKNOWN, QUOTATION_NONE, false, false };
    if (is_word(text, words, roles))
        return (struct reading){ REFERENCE_ROLE, SPEAKER_PERSON, QUOTATION_ROLE, true, false };
    /* 这位29岁的后卫 */
    static const char pointed[] = "这位 这名";
    if (name == NULL && wordlist_at(text, words.start, words.end, pointed) > 0) {
        enum reference reference =
            ends_word(text, words, han_roles) ? REFERENCE_ROLE : REFERENCE_PERSON;
        return (struct reading){ reference, SPEAKER_PERSON, QUOTATION_ROLE, true, false };
    }
    /* 美国国务院一名官员: a body or a place in front tells whose he is */
    bool role = (name == NULL || (name->class != SPEAKER_PERSON && name->end < words.end)) &&
                ends_word(text, words, han_roles);
    bool living = han_living_is(unit, words, &paper);
    static const char bodies[] = "公司 集团 部 局 院 社 会 党 府 厅 团 司 中心 机构 银行 报 网 国 队 小组 "
                                 "大学 组织 媒体 方 当局 州 报道 报告 声明 文章";
    struct reading reading = { REFERENCE_NAME, SPEAKER_UNKNOWN,
                               role ? QUOTATION_ROLE : QUOTATION_NAMED, role,
                               name == NULL && is_many(text, words) };
    if (name != NULL && name->class == SPEAKER_PERSON)
        reading.class = SPEAKER_PERSON;
    else if (is_named_person(text, words))
        reading.class = SPEAKER_PERSON;
    else if (paper || ends_word(text, words, bodies))
        reading.class = SPEAKER_GROUP;
    else if (role)
        reading.class = SPEAKER_PERSON;
    else if (name != NULL)
        reading.class = name->class == SPEAKER_PLACE ? SPEAKER_GROUP : name->class;
    else if (living)
        reading.class = SPEAKER_PERSON;
    return reading;
}

struct reading speaker_reading_find(const struct quote_unit *unit, struct span words, bool english,
                                    const struct speaker_name *name)
{
    struct english_tokens tokens = { 0 };
    struct reading reading = { REFERENCE_NONE, SPEAKER_UNKNOWN, QUOTATION_NONE, false, false };
    if (!english)
        return read_han(unit, words, name);
    if (speaker_reading_words(unit, words, &tokens) > 0 && tokens.count < 60)
        reading = read_english(&tokens, name);
    if (reading.role && name != NULL && name->class != SPEAKER_PERSON)
        reading.how = QUOTATION_ROLE;
    english_tokens_free(&tokens);
    return reading;
}

bool speaker_reading_is_anybody(const char *text, struct span words)
{
    static const char anybody[] = "the_source the_insider the_person The_source The_insider "
                                  "the_official The_official 该消息人士 这位消息人士 该知情人士 "
                                  "这位知情人士 上述知情人士 上述消息人士 这名不愿具名者";
    return wordlist_has(text + words.start, words.end - words.start, anybody);
}

bool speaker_reading_joins_two(const char *text, struct span words)
{
    static const char joints[] = "_and_ 和 与 、";
    for (size_t at = words.start; at < words.end; at++) {
        if (wordlist_at(text, at, words.end, joints) > 0)
            return true;
    }
    return false;
}

size_t speaker_reading_first_of_two(const char *text, struct span words)
{
    size_t at = words.start;
    while (at < words.end && wordlist_at(text, at, words.end, "_and_") == 0)
        at++;
    return at - words.start;
}

bool speaker_reading_is_institution(const char *text, struct span words)
{
    static const char heads[] = "Ministry Court Council Parliament University Society Institute "
                                "Committee Department Church Party Times Post Herald News Guardian "
                                "Journal Telegraph ministry court council government parliament "
                                "university society institute committee department party police";
    for (size_t at = words.start; at < words.end;) {
        size_t end = at;
        while (end < words.end && text[end] != ' ')
            end++;
        if (wordlist_has(text + at, end - at, heads))
            return true;
        at = end + 1;
    }
    return false;
}

bool speaker_reading_is_office(const char *text, struct span body, struct span words)
{
    static const char firms[] = "公司 该公司 集团 该集团 该企业";
    static const char offices[] = "部 部门 委 委员会 局 厅 署 法院 检察院 政府 议会 国会 大学";
    static const char others[] = "总部 事业部 俱乐部 营业部 门市部 邮局 书局";
    return wordlist_has(text + words.start, words.end - words.start, firms) &&
           wordlist_before(text, body.start, body.end, offices) > 0 &&
           wordlist_before(text, body.start, body.end, others) == 0;
}

bool speaker_reading_is_people(const char *text, struct span words)
{
    static const char endings[] = "s ese ian can ish 里人 地人 等人 众人 们 网友 居民 市民 村民";
    return wordlist_before(text, words.start, words.end, endings) > 0;
}

bool speaker_reading_is_clause(const char *text, struct span words)
{
    static const char marks[] = "： : 　";
    static const char verbs[] = "将持 将向 将在 将于 将与 将把 将由 将为 已经 已向 已与 已在 正在 "
                                "持有 收购 把 被 问他 问她 问道 问及";
    for (size_t at = words.start; at < words.end; at++) {
        if (wordlist_at(text, at, words.end, verbs) > 0 ||
            wordlist_at(text, at, words.end, marks) > 0)
            return true;
    }
    return false;
}

bool speaker_reading_cut_owner(const struct quote_unit *unit, struct span *words)
{
    static const char parts[] = "voice face eyes eye hand hands head lips mouth smile gaze brow jaw finger fingers "
                                "shoulders expression tone breath heart cheeks";
    size_t mark = wordlist_before(unit->text, words->start, words->end, "'s ’s");
    if (mark == 0)
        return false;
    size_t at = words->end + 1, end = at;
    while (end < unit->to && ascii_is_letter(unit->text[end]))
        end++;
    words->end -= mark;
    return at >= unit->to || !wordlist_has(unit->text + at, end - at, parts);
}
