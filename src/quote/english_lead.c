#include "quote/english_lead.h"

#include <string.h>

#include "quote/english_subject.h"
#include "quote/speaker_gender.h"
#include "text/wordlist.h"

#define MODIFIERS_MOST 3 /* words between a determiner and its noun */
#define APPOSED_MOST 4   /* words of a name between commas */
#define ROLE_MOST 8      /* tokens of a role before a name and its comma */
#define GROUP_MOST 10    /* tokens of the phrase */

/* How many words that are not known stand at `at`: the RAIL company. */
static size_t count_modifiers(const struct english_tokens *tokens, size_t at)
{
    size_t end = at;
    while (end < tokens->count && end - at < MODIFIERS_MOST &&
           tokens->items[end].kind == TOKEN_WORD && tokens->items[end].class == 0 &&
           tokens->items[end].cue == NULL && !tokens->items[end].capital)
        end++;
    return end - at;
}

/* The Danish drug maker Ostrup: how many words stand before the name; 0 where none follows. */
static size_t modifiers_before_name(const struct english_tokens *tokens, size_t at)
{
    size_t end = at + count_modifiers(tokens, at);
    while (end < tokens->count && end > at &&
           token_has(&tokens->items[end], WORD_PERSON | WORD_GROUP))
        end++;
    return end < tokens->count && tokens->items[end].kind == TOKEN_WORD &&
                   tokens->items[end].capital
               ? end - at
               : 0;
}

/* Former striker Greg Sando, Retired judge Lena Bohm: how many words stand before the name. */
static size_t rank_before_name(const struct english_tokens *tokens, size_t at)
{
    static const char ranks[] = "former retired veteran fellow senior junior longtime acting local "
                                "ex then";
    const struct token *token = &tokens->items[at];
    size_t name = at + 1;
    if (!wordlist_has(token->text, strlen(token->text), ranks))
        return 0;
    name += count_modifiers(tokens, name);
    while (name < tokens->count && token_has(&tokens->items[name], WORD_PERSON) &&
           !tokens->items[name].capital)
        name++;
    return name > at + 1 && name < tokens->count && tokens->items[name].capital ? name - at : 0;
}

static bool is_participle(const struct token *token)
{
    size_t length = strlen(token->text);
    return !token->named && length > 4 &&
           (strcmp(token->text + length - 3, "ing") == 0 ||
            strcmp(token->text + length - 2, "ed") == 0);
}

/* A spokeswoman for the airline, Mia Torres: the comma behind the phrase with a preposition at
 * `at`; `at` where there is none. */
static size_t comma_behind(const struct english_tokens *tokens, size_t at)
{
    size_t comma = at;
    if (at >= tokens->count || !token_has(&tokens->items[at], WORD_PREPOSITION))
        return at;
    while (comma < tokens->count && comma - at < ROLE_MOST &&
           tokens->items[comma].kind == TOKEN_WORD && tokens->items[comma].cue == NULL)
        comma++;
    return comma;
}

/* a retired postman called Colin Bass: where the name begins; `at` where no role stands there. */
static size_t name_behind_role(const struct english_tokens *tokens, size_t at)
{
    size_t name = at;
    if (at >= tokens->count || !token_has(&tokens->items[at], WORD_DETERMINER))
        return at;
    while (name < tokens->count && name - at < ROLE_MOST && !tokens->items[name].capital &&
           tokens->items[name].kind == TOKEN_WORD)
        name++;
    bool role = token_has(&tokens->items[name - 1], WORD_PERSON) ||
                token_is(&tokens->items[name - 1], "called") ||
                token_is(&tokens->items[name - 1], "named");
    return role ? name : at;
}

size_t english_lead_apposed(const struct english_tokens *tokens, size_t *first, size_t end)
{
    /* the local MP, Tom Beddard */
    bool role = end > *first && token_has(&tokens->items[end - 1], WORD_PERSON) &&
                token_has(&tokens->items[*first], WORD_DETERMINER);
    for (size_t i = *first; !role && i < end; i++) {
        if (tokens->items[i].named || (i > *first && tokens->items[i].capital))
            return end;
    }
    size_t comma = role ? comma_behind(tokens, end) : end;
    size_t name = name_behind_role(tokens, comma + 1), past = name;
    while (past < tokens->count && past - name < APPOSED_MOST &&
           tokens->items[past].kind == TOKEN_WORD && tokens->items[past].capital &&
           !token_is_time(&tokens->items[past]) &&
           !token_has(&tokens->items[past], WORD_PREPOSITION))
        past++;
    bool named = comma < tokens->count && tokens->items[comma].kind == TOKEN_COMMA &&
                 past > name + (comma > end || name > comma + 1) &&
                 (past == tokens->count || token_is_break(&tokens->items[past]) ||
                  (role && token_has(&tokens->items[past], WORD_PREPOSITION)));
    if (!named)
        return end;
    *first = name;
    return past;
}

/* Selling goods, he said; Asked why, Smith shrugged; On a wet morning, Smith lifts a lid; Two
 * streets away, Smith waits: past the comma; `at` where the unit begins otherwise. */
static size_t past_circumstance(const struct english_tokens *tokens, size_t at)
{
    size_t end = at;
    const struct token *first = &tokens->items[at];
    /* but Ahmed Saleh */
    bool name = at + 1 < tokens->count && first[1].capital && first[1].kind == TOKEN_WORD &&
                strcmp(first->text + strlen(first->text) - 1, "d") == 0;
    bool leads = (at == 0 && !name && is_participle(first)) ||
                 (token_has(first, WORD_PREPOSITION) && !first->named);
    while (end < tokens->count && !token_is_break(&tokens->items[end]))
        end++;
    leads = leads || (end > at + 1 && end < tokens->count &&
                      token_has(&tokens->items[end - 1], WORD_ADVERB) &&
                      tokens->items[end].kind == TOKEN_COMMA && !first->named &&
                      (first->kind == TOKEN_NUMBER || token_has(first, WORD_DETERMINER)));
    if (!leads || end + 1 >= tokens->count)
        return leads ? end : at;
    /* In Leeds, England, Smith */
    size_t next = end + 1;
    bool place = tokens->items[end - 1].capital && next + 1 < tokens->count &&
                 tokens->items[next].capital && tokens->items[next + 1].kind == TOKEN_COMMA;
    if (tokens->items[end].kind == TOKEN_COMMA && place)
        return next + 2;
    return next;
}

/* Every morning at seven Edith Marrow walks: where the name begins that a time and a place without
 * a comma lead to; `at` where none does. */
static size_t before_full_name(const struct english_tokens *tokens, size_t at)
{
    size_t name = at;
    if (!token_has(&tokens->items[at], WORD_PREPOSITION) || tokens->items[at].named)
        return at;
    while (name < tokens->count && name - at < ROLE_MOST && !tokens->items[name].capital &&
           tokens->items[name].kind == TOKEN_WORD)
        name++;
    if (name == at && tokens->items[at].capital)
        for (name = at + 1; name < tokens->count && name - at < ROLE_MOST &&
                            !tokens->items[name].capital && tokens->items[name].kind == TOKEN_WORD;)
            name++;
    bool led = name > at + 1 && name + 2 < tokens->count &&
               !token_has(&tokens->items[name - 1], WORD_PREPOSITION | WORD_DETERMINER);
    return led && tokens->items[name].capital && tokens->items[name + 1].capital &&
                   tokens->items[name + 2].kind == TOKEN_WORD && !tokens->items[name + 2].capital &&
                   !token_is_time(&tokens->items[name])
               ? name
               : at;
}

/* Half, Visibly; but Emily */
static bool is_opening_adverb(const struct token *token)
{
    char name[ENGLISH_WORD + 1];
    size_t length = strlen(token->text);
    memcpy(name, token->text, length + 1);
    name[0] = (char)(name[0] & ~0x20);
    return token_is(token, "half") ||
           (length > 4 && strcmp(name + length - 2, "ly") == 0 &&
            speaker_gender_of(name, (struct span){ 0, length }) == SPEAKER_GENDER_UNKNOWN);
}

/* Half asleep she told, Pale with fear he said, Alone they agreed: where the pronoun is, behind words without
 * a comma that describe whom it means; `at` where there is none. Lunt knew she would is of Lunt. */
static size_t before_described(const struct english_tokens *tokens, size_t at)
{
    const struct token *first = &tokens->items[at];
    size_t most = is_opening_adverb(first)                                                ? MODIFIERS_MOST
                  : at + 1 < tokens->count && token_has(first + 1, WORD_JOIN | WORD_PREPOSITION) ? 2
                                                                                          : 0;
    size_t end = at + 1;
    if (at > 0 || first->named || token_has(first, ~0u) || first->cue != NULL)
        return at;
    while (end < tokens->count && end - at <= most && tokens->items[end].kind == TOKEN_WORD &&
           !tokens->items[end].capital && tokens->items[end].cue == NULL &&
           !token_has(&tokens->items[end], ~(0u | WORD_JOIN | WORD_PREPOSITION | WORD_ADVERB)))
        end++;
    const struct token *pronoun = &tokens->items[end];
    bool described = end + 1 < tokens->count && pronoun[1].kind == TOKEN_WORD &&
                     !pronoun->capital && token_is_among(pronoun, "he she they");
    return described ? end : at;
}

size_t english_lead_find(const struct english_tokens *tokens, size_t *first)
{
    size_t end = *first = english_subject_skip(tokens, 0, tokens->count);
    if (end >= tokens->count || tokens->items[end].kind != TOKEN_WORD)
        return end;
    /* It was Lind, the clerk, who spoke */
    if (token_is(&tokens->items[end], "it") && end + 2 < tokens->count &&
        token_has(&tokens->items[end + 1], WORD_BE) && tokens->items[end + 2].capital)
        end = *first = end + 2;
    end = *first = before_described(tokens, end);
    if (token_has(&tokens->items[end], WORD_PRONOUN))
        return end + 1;
    bool known = false;
    end = *first = before_full_name(tokens, end);
    size_t past = past_circumstance(tokens, end);
    size_t rank = rank_before_name(tokens, end);
    if (rank > 0) {
        end = *first = end + rank;
    } else if (past > end) {
        end = *first = past;
        if (end >= tokens->count || !tokens->items[end].capital ||
            tokens->items[end - 1].kind != TOKEN_COMMA)
            return *first;
    }
    /* Revenue rose: nobody */
    if (token_has(&tokens->items[end], WORD_THING) && !tokens->items[end].named &&
        end + 1 < tokens->count && !tokens->items[end + 1].capital)
        return *first;
    bool the = token_has(&tokens->items[end], WORD_DETERMINER) && !tokens->items[end].named;
    if (the) {
        end++;
        /* the rail company */
        size_t noun = end + count_modifiers(tokens, end);
        if (noun < tokens->count && token_has(&tokens->items[noun], WORD_PERSON | WORD_GROUP))
            end = noun;
    }
    for (; end < tokens->count && end - *first < GROUP_MOST; end++) {
        const struct token *token = &tokens->items[end];
        bool noun = token_has(token, WORD_PERSON | WORD_GROUP | WORD_PAPER);
        bool link = token_is(token, "of") && known && end + 1 < tokens->count && token[1].capital;
        bool joins = known && token_is(token, "and") && end + 2 < tokens->count &&
                     (token[1].capital ||
                      (token_has(&token[1], WORD_DETERMINER) && token_has(&token[2], WORD_PERSON)));
        if (joins && !token[1].capital)
            end++;
        if (joins)
            continue;
        if (the && known && end == *first + 2)
            end += modifiers_before_name(tokens, end);
        token = &tokens->items[end];
        if (token->kind != TOKEN_WORD || (!token->capital && !token->named && !noun && !link) ||
            (token_has(token, WORD_SUBORDINATOR | WORD_PREPOSITION) && !link && !token->named))
            break;
        known = known || noun || token->named || token->capital;
    }
    if (!known)
        return *first;
    return english_lead_apposed(tokens, first, end);
}

enum speaker_class english_lead_apposed_class(const struct english_tokens *tokens, size_t end)
{
    size_t at = 0;
    while (at < tokens->count && tokens->items[at].start < end)
        at++;
    if (at + 1 >= tokens->count || tokens->items[at].kind != TOKEN_COMMA)
        return SPEAKER_UNKNOWN;
    bool body = token_has(&tokens->items[at + 1], WORD_DETERMINER);
    for (size_t i = at + 1; i < tokens->count && i < at + 6 && !token_is_break(&tokens->items[i]);
         i++) {
        const struct token *token = &tokens->items[i];
        if (token_has(token, WORD_PERSON))
            return SPEAKER_PERSON;
        if (body && token_has(token, WORD_GROUP) && !token->possessive)
            return SPEAKER_GROUP;
    }
    return SPEAKER_UNKNOWN;
}

bool english_lead_is_chapter(const struct english_tokens *tokens)
{
    static const char kinds[] = "chapter part book volume section act scene canto letter "
                                "appendix";
    const struct token *first = &tokens->items[0];
    if (!first->capital || !token_is_among(first, kinds) || tokens->count < 2)
        return false;
    const struct token *number = first + 1;
    static const char words[] = "one two three four five six seven eight nine ten eleven twelve the";
    return number->kind == TOKEN_NUMBER || number->text[strspn(number->text, "ivxlcdm")] == '\0' ||
           wordlist_has(number->text, strlen(number->text), words);
}
