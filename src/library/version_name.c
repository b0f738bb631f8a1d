#include "library/version_name.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "text/ascii.h"
#include "text/wordlist.h"

/* What may stand behind a tag: zh-hans, en_US. */
static const char regions[] = "cn tw hk mo sg us gb uk au ca in hans hant hans-cn hant-tw "
                              "hant-hk";

struct tag {
    const char *tag;
    const char *language;
};

static const struct tag tags[] = {
    { "en", "en" },      { "eng", "en" },   { "english", "en" }, { "zh", "zh" },
    { "zho", "zh" },     { "chi", "zh" },   { "cmn", "zh" },     { "chs", "zh" },
    { "cht", "zh" },     { "cn", "zh" },    { "tw", "zh" },      { "hk", "zh" },
    { "hans", "zh" },    { "hant", "zh" },  { "sc", "zh" },      { "tc", "zh" },
    { "chinese", "zh" }, { "ja", "ja" },    { "jp", "ja" },      { "ko", "ko" },
    { "kr", "ko" },      { "de", "de" },    { "fr", "fr" },      { "es", "es" },
    { "it", "it" },      { "pt", "pt" },    { "ru", "ru" },      { "nl", "nl" },
    { "pl", "pl" },      { "tr", "tr" },    { "uk", "uk" },      { "vi", "vi" },
    { "ar", "ar" },      { "fa", "fa" },    { "hi", "hi" },      { "id", "id" },
    { "cs", "cs" },      { "sv", "sv" },    { "th", "th" },
};

/* Behind a name with or without a mark between. */
static const struct tag words[] = {
    { "英文版", "en" }, { "英语版", "en" }, { "英文", "en" },     { "英语", "en" },
    { "中文版", "zh" }, { "汉语版", "zh" }, { "简体中文", "zh" }, { "繁體中文", "zh" },
    { "中文", "zh" },   { "汉语", "zh" },   { "简体", "zh" },     { "繁體", "zh" },
    { "繁体", "zh" },
};

/* Bytes of a mark that parts tag and region, or name and tag. */
static bool is_mark(char byte)
{
    return byte == '.' || byte == '_' || byte == '-';
}

/* The language of the whole string, NULL when it is no tag. */
static const char *language_of(const char *text, size_t length)
{
    size_t head = 0;
    while (head < length && !is_mark(text[head]))
        head++;
    if (head < length &&
        (text[head] == '.' || !wordlist_has_small(text + head + 1, length - head - 1, regions)))
        return NULL;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (head > 0 && tags[i].tag[0] == (char)(text[0] | 0x20) && strlen(tags[i].tag) == head &&
            strncasecmp(tags[i].tag, text, head) == 0)
            return tags[i].language;
    for (size_t i = 0; head == length && i < sizeof words / sizeof *words; i++)
        if (words[i].tag[0] == text[0] && strlen(words[i].tag) == length && memcmp(words[i].tag, text, length) == 0)
            return words[i].language;
    return NULL;
}

/* The part of base[0, length) before a tag at its end, `length` when it has none. */
static size_t cut_tag(const char *base, size_t length, const char **language)
{
    size_t marks = 0;
    size_t rest = length;
    for (size_t at = length; at > 1 && marks < 3; at--) { /* zh-tw rather than tw */
        if (!is_mark(base[at - 1]))
            continue;
        marks++;
        const char *found = language_of(base + at, length - at);
        if (found == NULL ||
            (base[at - 1] != '.' && strcmp(found, "en") != 0 && strcmp(found, "zh") != 0))
            continue;
        *language = found;
        rest = at - 1;
    }
    if (rest < length)
        return rest;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i].tag);
        if (length > size && memcmp(base + length - size, words[i].tag, size) == 0) {
            *language = words[i].language;
            length -= size;
            return length > 1 && (is_mark(base[length - 1]) || base[length - 1] == ' ') ? length - 1
                                                                                       : length;
        }
    }
    return length;
}

/* The same for a tag in brackets: sale (en), 销售（中文）. */
static size_t cut_brackets(const char *base, size_t length, const char **language)
{
    static const char *const pairs[][2] = { { "(", ")" }, { "[", "]" }, { "（", "）" } };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t close = strlen(pairs[i][1]);
        size_t open = strlen(pairs[i][0]);
        if (length < close + open + 2 || memcmp(base + length - close, pairs[i][1], close) != 0)
            continue;
        for (size_t at = length - close; at > open; at--) {
            if (memcmp(base + at - open, pairs[i][0], open) != 0)
                continue;
            *language = language_of(base + at, length - close - at);
            size_t end = at - open;
            while (*language != NULL && end > 1 && base[end - 1] == ' ')
                end--;
            return *language != NULL && end > 0 ? end : length;
        }
    }
    return length;
}

static void set_language(char out[VERSION_NAME_LANGUAGE], const char *language)
{
    if (language != NULL)
        memcpy(out, language, 3);
}

static void add_lower(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        buffer_add_byte(out, ascii_lower(text[i]));
}

char *version_name(const char *id, char language[VERSION_NAME_LANGUAGE])
{
    struct buffer out = { 0 };
    const char *found = NULL;
    const char *at = id;
    language[0] = '\0';
    for (const char *slash; (slash = strchr(at, '/')) != NULL; at = slash + 1) {
        const char *folder = language_of(at, (size_t)(slash - at));
        set_language(language, folder);
        if (folder == NULL)
            add_lower(&out, at, (size_t)(slash - at) + 1);
    }
    size_t length = strlen(at);
    size_t rest = cut_brackets(at, length, &found);
    if (found == NULL)
        rest = cut_tag(at, length, &found);
    set_language(language, found);
    add_lower(&out, at, found != NULL ? rest : length);
    buffer_reserve(&out, 0);
    return buffer_take(&out);
}

bool version_name_is_same(const char *a, const char *b)
{
    char language[VERSION_NAME_LANGUAGE];
    char *a_name = version_name(a, language);
    char *b_name = version_name(b, language);
    bool same = strcmp(a_name, b_name) == 0;
    free(a_name);
    free(b_name);
    return same;
}

void version_name_language(const char *tag, char language[VERSION_NAME_LANGUAGE])
{
    size_t head = 0;
    const char *known = language_of(tag, strlen(tag));
    language[0] = '\0';
    while (tag[head] != '\0' && !is_mark(tag[head]))
        head++;
    if (known == NULL)
        known = language_of(tag, head);
    set_language(language, known);
    if (known == NULL && head >= 2) {
        language[0] = (char)(tag[0] | 0x20);
        language[1] = (char)(tag[1] | 0x20);
        language[2] = '\0';
    }
}
