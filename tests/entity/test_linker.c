/* The linker: which names in a document are mentions, and of whom. Expectations are the text
 * itself with ⟦name|entity⟧ around what should be found, ⟦name|entity?⟧ where it is uncertain. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/reader.h"
#include "entity/linker.h"

#define OPEN "⟦"
#define CLOSE "⟧"

static const char *const ids[] = { "alibaba", "jack", "pony", "sina", "weibo", "main", "etsy",
                                   "tsai",    "ron",  "wsj",  "porter", "apple", "wei", "berman",
                                   "fancy",   "mill", "square", "us" };

static void name(struct names *names, const char *id, const char *text, enum name_role role,
                 unsigned flags)
{
    uint32_t entity = 0;
    while (strcmp(ids[entity], id) != 0)
        entity++;
    assert_true(linker_add(names, text, entity, role, flags));
}

static void add_companies(struct names *names)
{
    name(names, "alibaba", "Alibaba", ROLE_FULL, 0);
    name(names, "alibaba", "阿里巴巴", ROLE_FULL, 0);
    name(names, "alibaba", "Alibaba Group", ROLE_ALIAS, 0);
    name(names, "sina", "Sina", ROLE_FULL, 0);
    name(names, "sina", "新浪", ROLE_FULL, 0);
    name(names, "weibo", "Sina Weibo", ROLE_FULL, 0);
    name(names, "weibo", "新浪微博", ROLE_FULL, 0);
    name(names, "main", "11 Main", ROLE_FULL, 0);
    name(names, "etsy", "Etsy", ROLE_FULL, 0);
    name(names, "wsj", "The Wall Street Journal", ROLE_FULL, 0);
    name(names, "wsj", "华尔街日报", ROLE_FULL, 0);
    name(names, "apple", "Apple Inc.", ROLE_FULL, 0);
    name(names, "fancy", "Fancy", ROLE_FULL, 0);
    name(names, "mill", "Fancy", ROLE_FULL, 0);
    name(names, "mill", "Fancy Mills", ROLE_FULL, 0);
    name(names, "square", "Square", ROLE_FULL, 0);
    name(names, "us", "US", ROLE_ALIAS, 0);
    name(names, "etsy", "Etsy River", ROLE_EXCEPT, 0);
    name(names, "etsy", "Old Etsy Town", ROLE_EXCEPT, 0);
    name(names, "sina", "新浪潮", ROLE_EXCEPT, 0);
}

static void add_people(struct names *names)
{
    name(names, "jack", "Jack Ma", ROLE_FULL, NAME_PERSON);
    name(names, "jack", "马云", ROLE_FULL, NAME_PERSON);
    name(names, "jack", "Ma", ROLE_SHORT, NAME_PERSON);
    name(names, "pony", "Pony Ma", ROLE_FULL, NAME_PERSON);
    name(names, "pony", "Ma", ROLE_SHORT, NAME_PERSON);
    name(names, "tsai", "Joseph Tsai", ROLE_FULL, NAME_PERSON);
    name(names, "tsai", "Tsai", ROLE_SHORT, NAME_PERSON);
    name(names, "ron", "罗恩·康韦", ROLE_FULL, NAME_PERSON);
    name(names, "porter", "波特", ROLE_FULL, NAME_PERSON);
    name(names, "porter", "Porter", ROLE_FULL, NAME_PERSON);
    name(names, "ron", "Bono", ROLE_FULL, NAME_PERSON);
    name(names, "wei", "Bono", ROLE_FULL, NAME_PERSON);
    name(names, "wei", "David Wei", ROLE_FULL, NAME_PERSON);
    name(names, "wei", "David", ROLE_SHORT, NAME_PERSON);
    name(names, "berman", "丹尼斯·伯曼", ROLE_FULL, NAME_PERSON);
    name(names, "berman", "伯曼", ROLE_SHORT, NAME_PERSON);
}

/* The marked text without its marks. */
static void unmark(const char *marked, struct buffer *out)
{
    for (const char *at = marked; *at != '\0'; at++) {
        if (strncmp(at, OPEN, strlen(OPEN)) == 0) {
            at += strlen(OPEN) - 1;
        } else if (*at == '|' && strstr(at, CLOSE) != NULL) {
            at = strstr(at, CLOSE) + strlen(CLOSE) - 1;
        } else {
            buffer_add_byte(out, *at);
        }
    }
}

static void mark(const struct document *document, const struct mentions *mentions,
                 struct buffer *out)
{
    size_t at = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];
        assert_true(mention->start >= at && mention->end > mention->start);
        buffer_add(out, document->text + at, mention->start - at);
        buffer_add_text(out, OPEN);
        buffer_add(out, document->text + mention->start, mention->end - mention->start);
        buffer_add_format(out, "|%s%s" CLOSE, ids[mention->entity], mention->uncertain ? "?" : "");
        at = mention->end;
    }
    buffer_add_text(out, document->text + at);
}

static void check_as(enum reader_kind kind, const char *source, const char *expected)
{
    struct names names = { 0 };
    add_companies(&names);
    add_people(&names);
    struct linker *linker = linker_new(&names);
    struct document *document = reader_parse(source, strlen(source), kind, NULL);
    struct mentions mentions = { 0 };
    struct buffer marked = { 0 };
    linker_run(linker, document, &mentions);
    mark(document, &mentions, &marked);
    assert_string_equal(buffer_text(&marked), expected);
    buffer_free(&marked);
    mentions_free(&mentions);
    document_free(document);
    linker_free(linker);
    names_free(&names);
}

static void check(const char *marked)
{
    struct buffer source = { 0 };
    unmark(marked, &source);
    check_as(READER_PLAIN, buffer_text(&source), marked);
    buffer_free(&source);
}

static void test_longer_names_win(void **state)
{
    (void)state;
    check("⟦Sina Weibo|weibo⟧ is a part of ⟦Sina|sina⟧; Sinatra is not.");
    check("⟦新浪微博|weibo⟧属于⟦新浪|sina⟧。");
    check("⟦Apple Inc.|apple⟧ ’s shares and ⟦Etsy|etsy⟧’s.");
    check("⟦The Wall Street Journal|wsj⟧ and ⟦the Wall Street Journal|wsj⟧");
}

static void test_brackets_are_one_mention(void **state)
{
    (void)state;
    check("⟦阿里巴巴（Alibaba）|alibaba⟧宣布，⟦阿里巴巴(Alibaba)|alibaba⟧和⟦阿里巴巴|alibaba⟧");
    check("⟦阿里巴巴 (Alibaba Group)|alibaba⟧与⟦阿里巴巴|alibaba⟧（⟦Sina|sina⟧）");
    check("⟦阿里巴巴|alibaba⟧（⟦Alibaba|alibaba⟧，2014）");
    check("《⟦华尔街日报》（The Wall Street Journal）|wsj⟧说");
    check("⟦Alibaba（阿里巴巴）|alibaba⟧");
    /* Not from a heading into the text below, and not from cell to cell. */
    check_as(READER_MARKDOWN, "# Alibaba\n\n(阿里巴巴) 说", "⟦Alibaba|alibaba⟧\n(⟦阿里巴巴|alibaba⟧) 说");
    check_as(READER_MARKDOWN, "| Alibaba | (阿里巴巴) |\n|---|---|\n",
             "⟦Alibaba|alibaba⟧\t(⟦阿里巴巴|alibaba⟧)");
}

static void test_domains_and_addresses(void **state)
{
    (void)state;
    check("⟦11Main.com|main⟧ is ⟦11 Main|main⟧ and ⟦11Main|main⟧; ⟦Sina.com.cn|sina⟧. ⟦Etsy.com|etsy⟧’s");
    check("http://www.Alibaba.com/x/Etsy, www.Etsy.com, blog.Etsy.com, Etsy.com/shop");
    check("https://x.org/a?q=Sina&r=Etsy#Alibaba and mail jack@Etsy.com or Etsy@x.org now");
    check("techcrunch.com/2015/Alibaba but ⟦Alibaba|alibaba⟧/⟦Etsy|etsy⟧ and @⟦Etsy|etsy⟧");
    check("见https://t.cn/x⟦阿里巴巴|alibaba⟧说https://t.cn/阿里巴巴");
    check("At ⟦Etsy|etsy⟧. Now");
}

static void test_short_names_need_an_introduction(void **state)
{
    (void)state;
    check("Ma came. ⟦Jack Ma|jack⟧ spoke. ⟦Ma|jack⟧ left with Tsai.");
    check("⟦马云|jack⟧ (or ⟦Ma|jack⟧)");
    check("伯曼来了。⟦丹尼斯·伯曼|berman⟧走了，⟦伯曼|berman⟧回来。");
}

static void test_titles_introduce(void **state)
{
    (void)state;
    check("Tsai waited. Mr. ⟦Tsai|tsai⟧ spoke. ⟦Tsai|tsai⟧ left.");
    check("MR. ⟦TSAI|tsai⟧: Yes. ⟦Tsai|tsai⟧ left.");
    check("Mr. ⟦Ma|jack?⟧ spoke.");
    check("⟦伯曼|berman⟧先生说，⟦伯曼|berman⟧");
}

static void test_nearer_introduction_wins(void **state)
{
    (void)state;
    check("⟦Jack Ma|jack⟧ came. ⟦Ma|jack⟧ met ⟦Pony Ma|pony⟧. ⟦Ma|pony?⟧ spoke. "
          "⟦Jack Ma|jack⟧ left, and ⟦Ma|jack?⟧ slept.");
    check("At noon ⟦Bono|ron?⟧ sang. ⟦馬雲|jack⟧");
    check("⟦Fancy|fancy?⟧ is two firms, ⟦Fancy Mills|mill⟧ and another; ⟦Fancy|mill?⟧.");
}

static void test_other_people(void **state)
{
    (void)state;
    check("On Friday ⟦Jack Ma|jack⟧ came. On Friday, Chairman ⟦Ma|jack⟧ said ⟦Ma|jack⟧ Tuesday "
          "would not do. ⟦Alibaba|alibaba⟧’s ⟦Ma|jack⟧ too.");
    check("⟦Jack Ma|jack⟧ met Peter Ma, Ma Huateng and K. Ma. But ⟦Ma|jack?⟧ left.");
    check("Peter Ma came. Mr. Ma left; Mr. Ma Huateng did not. ⟦Jack Ma|jack⟧ and ⟦Ma|jack?⟧.");
    check("Despite ⟦Jack Ma|jack⟧, Despite ⟦Ma|jack⟧ they met. Recently ⟦Ma|jack⟧ slept. ⟦Ma|jack⟧ Wants "
          "It. Messrs ⟦Ma|jack⟧ and");
    check("Michael Porter spoke. Porter left. ⟦David Wei|wei⟧ drank porter with a porter.");
    check("⟦Porter|porter⟧ spoke. Michael Porter left. “⟦Porter|porter?⟧ was right.”");
    check("⟦David Wei|wei⟧ met David Smith. ⟦David|wei?⟧ slept.");
    check("⟦波特|porter⟧不是哈利·波特，⟦波特|porter?⟧和⟦罗恩•康韦|ron⟧和⟦羅恩康韋|ron⟧；迈克尔·伯曼");
}

static void test_everyday_words(void **state)
{
    (void)state;
    check("Square tables sell well. The firm left Times Square. “Square it is,” they said; then "
          "analysts at ⟦Square|square⟧ saw a square.");
    check("⟦Square|square⟧ said so. ⟦Square|square⟧’s shares; ⟦Square|square⟧ announced it; "
          "⟦Square|square⟧, which sells; ⟦SQUARE|square⟧ rose; ⟦Square|square⟧ Inc. fell");
    check("⟦Square|square⟧, based in Hull, fell.");
    check("Square, says he, is flat.");
    check("⟦Square|square⟧ postponed it.");
    check("Square background noise is loud.");
    check("We heard from Mr. ⟦Square|square⟧ at the port.");
    check("He said: “Square rooms are small.”");
    check("We like ⟦Square|square⟧. ⟦Square|square?⟧ prices fell.");
    check("⟦Square|square⟧");
    check("JOIN US ON SQUARE NOW. He sells ⟦US|us⟧ bonds. Sells ⟦US|us⟧ Bonds");
    check("⟦Square.com|square⟧ opened. 在⟦Square|square⟧上。⟦Square|square⟧ 卖。⟦Square|square⟧，");
    check_as(READER_MARKDOWN, "# A New Square for Town\n\n# What Square sells today\n",
             "A New Square for Town\nWhat ⟦Square|square⟧ sells today");
}

static void test_exceptions(void **state)
{
    (void)state;
    check("⟦Etsy|etsy⟧ is not the Etsy River, nor THE ETSY RIVER’s; ⟦Etsy|etsy⟧ Rivers is a name.");
    check("新浪潮不是⟦新浪|sina⟧，⟦新浪微博|weibo⟧");
    check("Old Etsy Town has ⟦Etsy|etsy⟧ in it.");
}

static void test_short_names_in_capitals(void **state)
{
    (void)state;
    check("⟦Jack Ma|jack⟧ lives in Boston, MA, not in MA. ⟦MA|jack⟧ AND TSAI. MR. ⟦MA|jack⟧!");
}

static void test_headlines_come_before_introductions(void **state)
{
    (void)state;
    check_as(READER_MARKDOWN, "# Tsai Steps Down\n\nHe was ill. Joseph Tsai left; Tsai slept.\n",
             "⟦Tsai|tsai⟧ Steps Down\nHe was ill. ⟦Joseph Tsai|tsai⟧ left; ⟦Tsai|tsai⟧ slept.");
    check_as(READER_MARKDOWN, "# Tsai Steps Down\n\nMing Tsai cooked. Joseph Tsai ate.\n",
             "Tsai Steps Down\nMing Tsai cooked. ⟦Joseph Tsai|tsai⟧ ate.");
    check_as(READER_MARKDOWN, "# Ma Goes\n\nJack Ma left. Pony Ma stayed.\n",
             "Ma Goes\n⟦Jack Ma|jack⟧ left. ⟦Pony Ma|pony⟧ stayed.");
    check_as(READER_MARKDOWN, "# 伯曼辞职\n\n丹尼斯·伯曼走了。\n", "⟦伯曼|berman⟧辞职\n⟦丹尼斯·伯曼|berman⟧走了。");
}

static void test_markdown(void **state)
{
    (void)state;
    check_as(READER_MARKDOWN,
             "# What Jack Ma Wants\n\nThe `Alibaba` *Ali*baba **Alibaba Group** "
             "[Etsy](http://Sina.com) and Jack\nMa.\n\n    Sina\n\n## Ma Wants More\n",
             "What ⟦Jack Ma|jack⟧ Wants\nThe Alibaba ⟦Alibaba|alibaba⟧ ⟦Alibaba Group|alibaba⟧ "
             "⟦Etsy|etsy⟧ and ⟦Jack Ma|jack⟧.\nSina\n⟦Ma|jack⟧ Wants More");
    check_as(READER_MARKDOWN, "[Jack](http://x.org) **Ma**’s [Jack\nMa and Etsy](#x); 《*华尔街*\n日报》",
             "⟦Jack Ma|jack⟧’s ⟦Jack Ma|jack⟧ and ⟦Etsy|etsy⟧; 《⟦华尔街日报|wsj⟧》");
    check_as(READER_MARKDOWN, "Jack\n\nMa\n\n| Sina | Weibo |\n|---|---|\n| Jack | Ma |\n",
             "Jack\nMa\n⟦Sina|sina⟧\tWeibo\nJack\tMa");
}

static void test_search_by_offset(void **state)
{
    (void)state;
    struct mention items[] = { { 2, 5, 0, 0, false }, { 7, 9, 0, 0, false } };
    struct mentions mentions = { items, 2, 2 };
    assert_int_equal(mentions_first_after(&mentions, 0), 0);
    assert_int_equal(mentions_first_after(&mentions, 4), 0);
    assert_int_equal(mentions_first_after(&mentions, 5), 1);
    assert_int_equal(mentions_first_after(&mentions, 9), 2);
}

static void test_nothing_to_find(void **state)
{
    (void)state;
    struct names names = { 0 };
    struct linker *linker = linker_new(&names);
    struct document *document = reader_parse("Alibaba", 7, READER_PLAIN, NULL);
    struct mentions mentions = { 0 };
    linker_run(linker, document, &mentions);
    assert_int_equal(mentions.count, 0);
    document_free(document);
    linker_free(linker);
    names_free(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_longer_names_win),
        cmocka_unit_test(test_brackets_are_one_mention),
        cmocka_unit_test(test_domains_and_addresses),
        cmocka_unit_test(test_short_names_need_an_introduction),
        cmocka_unit_test(test_titles_introduce),
        cmocka_unit_test(test_nearer_introduction_wins),
        cmocka_unit_test(test_other_people),
        cmocka_unit_test(test_everyday_words),
        cmocka_unit_test(test_exceptions),
        cmocka_unit_test(test_short_names_in_capitals),
        cmocka_unit_test(test_headlines_come_before_introductions),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_search_by_offset),
        cmocka_unit_test(test_nothing_to_find)
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
