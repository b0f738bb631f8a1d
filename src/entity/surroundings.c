#include "entity/surroundings.h"

#include <string.h>

#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/wordlist.h"

/* ---- bytes ---- */

static bool is_alphanumeric(char c)
{
    return ascii_is_letter(c) || (unsigned char)(c - '0') < 10;
}

/* Whether `text` (ASCII, small letters) stands at `offset`, in any letters. */
static bool stands_at(const struct surroundings *at, size_t offset, const char *text)
{
    for (; *text != '\0'; text++, offset++) {
        char c = surroundings_byte(at, offset);
        if (ascii_lower(c) != *text)
            return false;
    }
    return true;
}

/* ---- addresses ---- */

/* Without those that are words, as in, me, us. */
static const char top_domains[] = "com cn net org gov edu io co uk hk tw jp kr sg de fr eu ru "
                                  "info biz tv app dev";

static bool is_address_byte(char c)
{
    return c > ' ' && c < 0x7F && strchr("<>\"()[]{}|`,;\\^", c) == NULL;
}

static bool is_mail_byte(char c)
{
    return is_alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

static size_t reach_back(const struct surroundings *at, size_t from, bool (*is_part)(char))
{
    size_t least = from < SURROUNDINGS_REACH ? 0 : from - SURROUNDINGS_REACH;
    while (from > least && is_part(at->text[from - 1]))
        from--;
    return from;
}

static size_t reach_on(const struct surroundings *at, size_t from, bool (*is_part)(char))
{
    size_t most = at->length - from < SURROUNDINGS_REACH ? at->length : from + SURROUNDINGS_REACH;
    while (from < most && is_part(at->text[from]))
        from++;
    return from;
}

/* Whether a scheme and :// stand in [left, the name's end) before the name, or the name is or
 * ends with the scheme. */
static bool has_scheme(const struct surroundings *at, size_t left)
{
    for (size_t i = left; i < at->end + 1; i++) {
        if (stands_at(at, i, "://"))
            return true;
    }
    return false;
}

static bool is_mail(const struct surroundings *at)
{
    size_t left = reach_back(at, at->start, is_mail_byte);
    size_t right = reach_on(at, at->end, is_mail_byte);
    if (left > 0 && at->text[left - 1] == '@')
        return left > 1 && is_mail_byte(at->text[left - 2]);
    return surroundings_byte(at, right) == '@' && is_alphanumeric(surroundings_byte(at, right + 1));
}

/* Letters, digits and hyphens up to `end`: where the label begins. */
static size_t label_start(const struct surroundings *at, size_t end)
{
    size_t start = end;
    while (start > 0 && (is_alphanumeric(at->text[start - 1]) || at->text[start - 1] == '-'))
        start--;
    return start;
}

/* End of the domain of which the label that contains or follows `from` is a part; `dots` counts
 * what divides its labels from `from` on. 0 when it does not end with a top domain. */
static size_t domain_end(const struct surroundings *at, size_t from, size_t *dots)
{
    size_t end = from;
    size_t label = from;
    *dots = 0;
    for (;;) {
        while (is_alphanumeric(surroundings_byte(at, end)) || surroundings_byte(at, end) == '-')
            end++;
        if (surroundings_byte(at, end) != '.' || !is_alphanumeric(surroundings_byte(at, end + 1)))
            break;
        label = ++end;
        ++*dots;
    }
    bool top = *dots > 0 && wordlist_has_small(at->text + label, end - label, top_domains);
    return top ? end : 0;
}

/* Behind a domain and a slash: techcrunch.com/2015/Alibaba. */
static bool is_path(const struct surroundings *at, size_t left)
{
    const char *slash = memchr(at->text + left, '/', at->start - left);
    if (slash == NULL)
        return false;
    size_t dots;
    size_t end = domain_end(at, left, &dots);
    return end != 0 && at->text + end == slash;
}

/* A label that is a top domain and its dot at `offset`: its end, else `offset`. */
static size_t skip_top_domain(const struct surroundings *at, size_t offset)
{
    size_t end = offset + 1;
    while (surroundings_byte(at, offset) == '.' && is_alphanumeric(surroundings_byte(at, end)))
        end++;
    bool top = end < offset + 8 &&
               wordlist_has_small(at->text + offset + 1, end - offset - 1, top_domains);
    return top ? end : offset;
}

size_t surroundings_domain_end(const struct surroundings *at)
{
    size_t end = skip_top_domain(at, skip_top_domain(at, at->end));
    bool more =
        surroundings_byte(at, end) == '-' ||
        (surroundings_byte(at, end) == '.' && is_alphanumeric(surroundings_byte(at, end + 1)));
    return more ? at->end : end;
}

/* In a domain that is more than the name: blog.Alibaba.com, Alibaba.com/about. */
static bool is_in_domain(const struct surroundings *at)
{
    size_t label = label_start(at, at->start);
    size_t dots;
    size_t end = domain_end(at, at->start, &dots);
    if (end == 0)
        return false;
    bool subdomain = label > 1 && at->text[label - 1] == '.' &&
                     is_alphanumeric(at->text[label - 2]);
    bool path =
        surroundings_byte(at, end) == '/' && is_alphanumeric(surroundings_byte(at, end + 1));
    return subdomain || path || label < at->start || surroundings_domain_end(at) != end;
}

/* Han directly behind letters are no part of the address these may be. */
static bool is_joined_before(const struct surroundings *at)
{
    if (at->start == 0 || !is_address_byte(at->text[at->start - 1]))
        return false;
    return (at->text[at->start] & 0x80) == 0 || !is_alphanumeric(at->text[at->start - 1]);
}

bool surroundings_are_address(const struct surroundings *at)
{
    size_t left = at->start;
    if (is_joined_before(at))
        left = reach_back(at, at->start, is_address_byte);
    else if (!is_address_byte(surroundings_byte(at, at->end)))
        return false;
    return has_scheme(at, left) || stands_at(at, left, "www.") || is_mail(at) ||
           is_path(at, left) || is_in_domain(at);
}

/* ---- the words beside a name ---- */

static const char titles[] = "mr mrs ms miss mx dr prof professor sir dame lady madam president "
                             "chairman chairwoman chair minister senator governor premier "
                             "secretary ceo cfo coo chief founder director judge ambassador "
                             "billionaire tycoon entrepreneur co-founder cofounder spokesman "
                             "spokeswoman executive messrs partner uncle brother teacher";

/* Words with a capital that are no part of a name: what sentences begin with, days, months, what
 * companies add to theirs. */
static const char plain_words[] = "a about actually after against all along also although among "
                                  "and another any apparently april around as asked at august "
                                  "because before behind below beside besides between beyond "
                                  "both but by can certainly clearly co corp could december "
                                  "despite did does during each early even eventually every "
                                  "except faced february finally first for friday from given "
                                  "group had has he her here his holdings how however i if in "
                                  "inc initially inside into is its january july june just last "
                                  "lately later let like llc ltd many march may meanwhile monday "
                                  "more most my near neither next no nor not november now "
                                  "october of on once only onto or originally other our outside "
                                  "over per perhaps plc previously rather recently reportedly "
                                  "said saturday says second september she should since so some "
                                  "still such suddenly sunday than that the their then there "
                                  "these they this those though through throughout thursday thus "
                                  "to today told toward towards tuesday under unless unlike "
                                  "until upon usually versus via was we wednesday what when "
                                  "where whether which while who whom whose why will with within "
                                  "without would yesterday yet you your";

struct word {
    const char *text;
    size_t length;
    bool dotted; /* a full stop stands behind it */
};

static bool is_word_byte(char c)
{
    return is_alphanumeric(c) || (c & 0x80) != 0 || c == '\'' || c == '-';
}

/* Where the white space before `end` begins. */
static size_t blank_before(const struct surroundings *at, size_t end)
{
    size_t start = end;
    while (start > 0) {
        size_t previous = utf8_previous(at->text, start);
        if (fold_white_space(at->text, end, previous) == 0)
            break;
        start = previous;
    }
    return start;
}

static bool word_before(const struct surroundings *at, struct word *word)
{
    size_t end = blank_before(at, at->start);
    if (end == at->start || end == 0)
        return false;
    word->dotted = at->text[end - 1] == '.';
    end -= word->dotted;
    size_t start = reach_back(at, end, is_word_byte);
    *word = (struct word){ at->text + start, end - start, word->dotted };
    return end > start;
}

static bool word_after(const struct surroundings *at, struct word *word)
{
    size_t start = at->end;
    size_t blank;
    while (start < at->length && (blank = fold_white_space(at->text, at->length, start)) > 0)
        start += blank;
    size_t end = reach_on(at, start, is_word_byte);
    *word = (struct word){ at->text + start, end - start, surroundings_byte(at, end) == '.' };
    return start > at->end && end > start;
}

static bool has_chinese_title(const struct surroundings *at)
{
    static const char chinese[] = "先生 女士 小姐 太太 夫人 博士 教授 主席 总裁 總裁 董事长 "
                                  "董事長 总经理 總經理 老师 老師";
    return wordlist_at(at->text, at->end, at->length, chinese) > 0;
}

bool surroundings_are_titled(const struct surroundings *at)
{
    struct word word;
    if (has_chinese_title(at))
        return true;
    return word_before(at, &word) && wordlist_has_small(word.text, word.length, titles);
}

/* Ma’s, Ma's */
static bool is_possessive(const struct word *word)
{
    if (word->length < 2 || (word->text[word->length - 1] | 0x20) != 's')
        return false;
    return word->text[word->length - 2] == '\'' ||
           (word->length > 4 && memcmp(word->text + word->length - 4, "\xE2\x80\x99", 3) == 0);
}

/* A capital, a small letter behind it, and nothing but a name likely. */
static bool is_like_name(const struct word *word)
{
    if (!ascii_is_capital(word->text[0]) || is_possessive(word) ||
        wordlist_has_small(word->text, word->length, titles) ||
        wordlist_has_small(word->text, word->length, plain_words))
        return false;
    if (word->length == 1)
        return word->dotted;
    return (unsigned char)(word->text[1] - 'a') < 26;
}

bool surroundings_are_dotted(const struct surroundings *at)
{
    static const char *const dots[] = { "·", "•", "・", "‧", "．", NULL };
    for (const char *const *dot = dots; *dot != NULL; dot++) {
        size_t size = strlen(*dot);
        uint32_t code = 0;
        if (at->start > size + 2 && memcmp(at->text + at->start - size, *dot, size) == 0) {
            size_t before = utf8_previous(at->text, at->start - size);
            utf8_decode(at->text + before, at->length - before, &code);
        } else if (at->length - at->end > size && memcmp(at->text + at->end, *dot, size) == 0) {
            utf8_decode(at->text + at->end + size, at->length - at->end - size, &code);
        }
        if (utf8_is_han(code))
            return true;
    }
    return false;
}

bool surroundings_go_on(const struct surroundings *at)
{
    struct word word;
    return word_after(at, &word) && is_like_name(&word);
}

bool surroundings_are_led(const struct surroundings *at)
{
    struct word word;
    /* A longer word with a full stop behind it ends a sentence before the name. */
    return word_before(at, &word) && (word.length == 1 || !word.dotted) && is_like_name(&word);
}

/* ---- brackets ---- */

/* Skips one of the marks at `offset`. */
static size_t skip_mark(const struct surroundings *at, size_t offset, const char *marks)
{
    return offset + wordlist_at(at->text, offset, at->length, marks);
}

size_t surroundings_bracketed(const struct surroundings *at, size_t other_start, size_t other_end)
{
    static const char openings[] = "( （";
    static const char closings[] = ") ）";
    static const char quotes[] = "《 “ 「 『 \"";
    static const char unquotes[] = "》 ” 」 』 \"";
    size_t offset = skip_mark(at, at->end, unquotes);
    if (offset < other_start)
        offset += fold_white_space(at->text, at->length, offset);
    size_t inside = skip_mark(at, offset, openings);
    if (inside == offset || skip_mark(at, inside, quotes) != other_start)
        return 0;
    offset = skip_mark(at, other_end, unquotes);
    inside = skip_mark(at, offset, closings);
    return inside == offset ? 0 : inside;
}
