#include "library/text_facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/frontmatter.h"
#include "doc/frontmatter_date.h"
#include "library/article.h"
#include "text/fold.h"
#include "text/sanitize.h"

#define LINES_FIRST 6 /* blocks that are looked at, of either end */
#define LINES_LAST 2
#define LINE_MOST 160 /* bytes of one */
#define NAME_MOST 60

static const char *const keys[TEXT_FACTS] = {
    "title", "lang", "story", "publisher", "published", "source", "byline",
};

/* What names the publisher or the author, as it reads in the key of searches. */
static const struct label {
    const char *text;
    enum text_fact fact;
} labels[] = {
    { "source:", FACT_PUBLISHER }, { "来源:", FACT_PUBLISHER },   { "稿源:", FACT_PUBLISHER },
    { "by ", FACT_BYLINE },        { "作者:", FACT_BYLINE },      { "author:", FACT_BYLINE },
    { "记者 ", FACT_BYLINE },      { "published: ", FACT_PUBLISHED }, { "发布时间:", FACT_PUBLISHED },
    { "date: ", FACT_PUBLISHED },
};

const char *text_facts_key(enum text_fact fact)
{
    return keys[fact];
}

static void set(struct text_facts *facts, enum text_fact fact, const char *value, size_t length)
{
    while (length > 0 && (value[length - 1] == ' ' || value[length - 1] == '\n'))
        length--;
    if (facts->values[fact][0] != '\0' || length == 0)
        return;
    free(facts->values[fact]);
    facts->values[fact] = xstrndup(value, length);
}

static void set_date(struct text_facts *facts, const char *text)
{
    char iso[FRONTMATTER_DATE_SIZE];
    if (frontmatter_date(text, iso) && strlen(iso) == FRONTMATTER_DATE_SIZE - 1)
        set(facts, FACT_PUBLISHED, iso, strlen(iso));
}

/* The label at the beginning of the folded line, NULL none. */
static const struct label *label_at(const char *line)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (strncmp(line, labels[i].text, strlen(labels[i].text)) == 0)
            return &labels[i];
    }
    return NULL;
}

/* A name ends where another label or a sentence follows; one that is too long is none. */
static size_t name_length(const char *key, size_t at)
{
    size_t end = at;
    while (key[end] != '\0' && key[end] != '\n' && key[end] != '|' &&
           (end == at || key[end] != ' ' || label_at(key + end + 1) == NULL))
        end++;
    return end - at <= NAME_MOST && memchr(key + at, '.', end - at) == NULL ? end - at : 0;
}

/* "Jane Doe and John Roe": every word has a capital, as a sentence's have not. */
static bool is_person(const char *name)
{
    for (; *name != '\0'; name += strspn(name, " ")) {
        size_t length = strcspn(name, " ");
        bool joins = strncmp(name, "and", 3) == 0 && length == 3;
        if (!joins && *name >= 'a' && *name <= 'z')
            return false;
        name += length;
    }
    return true;
}

/* Case is needed of what is found, so the line is folded for the labels and read as it is. */
static void read_line(struct text_facts *facts, const char *text, size_t length)
{
    struct fold key = { 0 };
    char *line = xstrndup(text, length);
    fold_text(text, length, FOLD_CASE | FOLD_SPACE | FOLD_HAN, &key);
    set_date(facts, line);
    for (size_t at = 0; at < key.length; at++) {
        bool begins = at == 0 || key.text[at - 1] == ' ' || key.text[at - 1] == '|';
        const struct label *label = begins ? label_at(key.text + at) : NULL;
        if (label == NULL || (at > 0 && strcmp(label->text, "by ") == 0))
            continue;
        size_t start = at + strlen(label->text);
        start += strspn(key.text + start, " ");
        size_t taken = name_length(key.text, start);
        size_t from = key.map[start], to = key.map[start + taken];
        char *value = xstrndup(text + from, to - from);
        if (label->fact == FACT_PUBLISHED)
            set_date(facts, value);
        else if (label->fact != FACT_BYLINE || is_person(value))
            set(facts, label->fact, value, strlen(value));
        free(value);
        at = start;
    }
    char *before = strstr(line, " ");
    if (before != NULL && line[0] >= '0' && line[0] <= '9') {
        *before = '\0'; /* a day, and more behind it */
        set_date(facts, line);
    }
    free(line);
    fold_free(&key);
}

static void read_lines(struct text_facts *facts, const struct document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        size_t length = block->end - block->start;
        if (i >= LINES_FIRST && i + LINES_LAST < document->block_count)
            continue;
        if (length > 0 && length <= LINE_MOST)
            read_line(facts, document->text + block->start, length);
    }
}

static const char *language_of(const struct document *document)
{
    if (document->language == LANGUAGE_ENGLISH)
        return "en";
    return document->language == LANGUAGE_CHINESE ? "zh" : "";
}

/* "11 main sale" of "news/11-main-sale.en.md". */
static char *title_of_name(const char *name)
{
    struct buffer clean = { 0 };
    char *stem = article_stem(file_base_name(name));
    for (char *at = stem; *at != '\0'; at++)
        *at = *at == '-' || *at == '_' ? ' ' : *at;
    const char *tag = article_id_language(stem);
    sanitize_line(&clean, stem, *tag != '\0' ? (size_t)(tag - stem) - 1 : strlen(stem));
    free(stem);
    return buffer_take(&clean);
}

void text_facts_read(const struct document *document, const char *name, struct text_facts *facts)
{
    *facts = (struct text_facts){ .made_up = false };
    for (size_t i = 0; i < TEXT_FACTS; i++) {
        const char *value = frontmatter_get(document->frontmatter, keys[i]);
        facts->values[i] = xstrdup(value != NULL ? value : "");
    }
    char *title = document_title(document);
    set(facts, FACT_TITLE, title, strlen(title));
    free(title);
    set(facts, FACT_LANG, language_of(document), strlen(language_of(document)));
    read_lines(facts, document);
    facts->made_up = facts->values[FACT_TITLE][0] == '\0';
    if (facts->made_up) {
        free(facts->values[FACT_TITLE]);
        facts->values[FACT_TITLE] = title_of_name(name);
    }
}

void text_facts_free(struct text_facts *facts)
{
    for (size_t i = 0; i < TEXT_FACTS; i++)
        free(facts->values[i]);
    *facts = (struct text_facts){ .made_up = false };
}
