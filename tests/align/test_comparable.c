/* Independent reports: what is linked and by what evidence, what is not, and where gaps rest. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "align/comparable.h"
#include "align/report_of.h"
#include "text/utf8.h"

static void add_span(struct buffer *out, const char *text, struct span span)
{
    buffer_add(out, text + span.start, span.end - span.start);
}

/* "0:1 37.6%=37%", the evidence only when `evidence` is not NULL. */
static void write_links(const struct report reports[2], const struct alignment *alignment,
                        struct buffer *links, struct buffer *evidence)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->a_count == 0 || item->b_count == 0)
            continue;
        buffer_add_text(links, links->length > 0 ? " " : "");
        for (uint32_t k = 0; k < item->a_count; k++)
            buffer_add_format(links, "%s%u", k > 0 ? "," : "", (unsigned)(item->a + k));
        buffer_add_text(links, ":");
        for (uint32_t k = 0; k < item->b_count; k++)
            buffer_add_format(links, "%s%u", k > 0 ? "," : "", (unsigned)(item->b + k));
        for (uint32_t k = 0; k < item->evidence_count; k++) {
            const struct evidence *one = &alignment->evidence.items[item->first_evidence + k];
            buffer_add_text(evidence, evidence->length > 0 ? " " : "");
            add_span(evidence, reports[0].version.side.text, one->a);
            buffer_add_text(evidence, "=");
            add_span(evidence, reports[1].version.side.text, one->b);
        }
    }
}

/* Every sentence of both sides belongs to one item, items stand in A's order, and gaps rest at places
 * that there are. */
static void check_contract(const struct report reports[2], const struct alignment *alignment)
{
    size_t counts[2] = { reports[0].version.count, reports[1].version.count };
    int *seen[2] = { calloc(counts[0] + 1, sizeof(int)), calloc(counts[1] + 1, sizeof(int)) };
    uint32_t last = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        assert_true(item->a >= last);
        last = item->a;
        assert_true(item->a + item->a_count <= counts[0]);
        assert_true(item->b + item->b_count <= counts[1]);
        assert_true(item->a_count + item->b_count > 0);
        assert_true(item->a_span.end <= reports[0].version.side.length);
        assert_true(item->b_span.end <= reports[1].version.side.length);
        for (uint32_t k = 0; k < item->a_count; k++)
            seen[0][item->a + k] += alignment_item_owns(item, true);
        for (uint32_t k = 0; k < item->b_count; k++)
            seen[1][item->b + k] += alignment_item_owns(item, false);
        if (item->kind >= ALIGNED_SAME)
            assert_true(item->evidence_count > 0);
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < counts[side]; i++)
            assert_int_equal(seen[side][i], 1);
        free(seen[side]);
    }
}

static void run(const struct report reports[2], const struct lexicon *lexicon,
                const struct pin *pins, size_t pin_count, struct alignment *alignment)
{
    struct error error = { "" };
    struct parallel_task task = { .a = &reports[0].version.side,
                                  .b = &reports[1].version.side,
                                  .lexicon = lexicon,
                                  .pins = pins,
                                  .pin_count = pin_count };
    *alignment = (struct alignment){ 0 };
    assert_true(comparable_align(&task, alignment, &error));
    check_contract(reports, alignment);
}

/* With the sides exchanged the links are the same. */
static void check_exchanged(const struct report reports[2], const struct lexicon *lexicon,
                            const struct alignment *alignment)
{
    struct report other[2] = { reports[1], reports[0] };
    struct alignment exchanged;
    run(other, lexicon, NULL, 0, &exchanged);
    assert_int_equal(exchanged.count, alignment->count);
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (!alignment_item_owns(item, true) || item->b_count == 0)
            continue;
        const struct alignment_item *same = &exchanged.items[alignment_with_b(&exchanged, item->a)];
        assert_int_equal(same->a, item->b);
        assert_int_equal(same->a_count, item->b_count);
        assert_int_equal(same->b_count, item->a_count);
        if (item->kind == ALIGNED_ALSO_A)
            assert_int_equal(same->kind, ALIGNED_ALSO_B);
        else
            assert_int_equal(same->kind, item->kind);
        assert_true(same->confidence == item->confidence);
    }
    alignment_free(&exchanged);
}

/* The links of A with B, reports of June of those years (0: undated); `evidence` may be NULL. */
static void linked_with(const struct lexicon *lexicon, const char *a, int year_a, const char *b, int year_b,
                        const char *expected, const char *evidence)
{
    struct report reports[2];
    struct alignment alignment;
    struct buffer got = { 0 }, why = { 0 };
    open_report(&reports[0], a, year_a);
    open_report(&reports[1], b, year_b);
    run(reports, lexicon, NULL, 0, &alignment);
    write_links(reports, &alignment, &got, &why);
    assert_string_equal(buffer_text(&got), expected);
    if (evidence != NULL)
        assert_string_equal(buffer_text(&why), evidence);
    check_exchanged(reports, lexicon, &alignment);
    buffer_free(&got);
    buffer_free(&why);
    alignment_free(&alignment);
    close_report(&reports[0]);
    close_report(&reports[1]);
}

static void linked_in(const char *a, int year_a, const char *b, int year_b, const char *expected,
                      const char *evidence)
{
    struct lexicon *lexicon = lexicon_of_tests();
    linked_with(lexicon, a, year_a, b, year_b, expected, evidence);
    lexicon_free(lexicon);
}

static void linked(const char *a, const char *b, const char *expected, const char *evidence)
{
    linked_in(a, 2015, b, 2015, expected, evidence);
}

#define REST_A "Nobody knows what comes next.|The weather was fine on that day.|"
#define REST_B "天气很好。|没有人知道将来怎样。|"

static void links_by_figures(void **state)
{
    (void)state;
    linked("It keeps 37.6 percent of OpenSky.|" REST_A, REST_B "它保留 OpenSky 37% 的股份。|",
           "0:2", "37.6 percent=37% OpenSky=OpenSky");
    linked("The price for OpenSky was $5 million.|" REST_A, REST_B "OpenSky 卖了 500 万美元。|",
           "0:2", NULL);
    /* Another amount, another currency. */
    linked("The price for OpenSky was $5 million.|" REST_A, REST_B "OpenSky 卖了 900 万美元。|", "",
           "");
    linked("The price for OpenSky was $5 million.|" REST_A, REST_B "OpenSky 卖了 500 万元。|", "",
           "");
}

/* Two figures that agree by what they are hedged with, and not a word besides; two that are equal,
 * and a word that stands all over the text. */
static void wants_more_than_figures(void **state)
{
    (void)state;
    linked("Turnout was 63 percent, down from 80 percent, he said.|" REST_A,
           REST_B "销量大增近八成，占比超过六成。|", "", "");
    const char *rest = "Nobody knows what comes next.|The weather was fine on that day.|Rain fell.|"
                       "A dog barked all night.|The mayor announced nothing.|";
    char *offer = xasprintf("%sThe firm announced 13 per cent more over four years.|", rest);
    linked(offer, REST_B "下雨了。|刮大风了。|狗叫了。|研究者宣布，四年里死亡率下降了13%。|", "", "");
    free(offer);
}

/* One word that tells will do with two others of which all is full, where a dictionary vouches for it, and
 * with one in what both begin with, without a dictionary, too. */
static void takes_a_dictionary_at_its_word(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        const char *with, *without;
    } cases[] = {
        { "Employees ate.|Some employees slept.|An employee sang.|The employees do logistics.|"
          "Employees keep 37.6 percent of OpenSky.|",
          "员工吃饭。|员工睡了。|员工做物流。|员工跳舞。|员工保留OpenSky 37%的股份。|", "4:4", "4:4" },
        { "Employees ate at headquarters.|Some employees slept at headquarters.|An employee sang at headquarters.|"
          "The employees do logistics at headquarters.|Employees at headquarters keep 37.6 percent of OpenSky.|",
          "总部员工吃饭。|总部员工睡了。|总部员工做物流。|总部员工跳舞。|总部员工保留OpenSky 37%的股份。|",
          "3:2 4:4", "4:4" },
        { "The employees do logistics.|Employees ate.|Some employees slept.|An employee sang.|"
          "Employees keep 37.6 percent of OpenSky.|",
          "员工做物流。|员工吃饭。|员工睡了。|员工跳舞。|员工保留OpenSky 37%的股份。|", "0:0 4:4", "0:0 4:4" },
        { "The ones do logistics.|Employees ate.|Some employees slept.|An employee sang.|"
          "Employees keep 37.6 percent of OpenSky.|",
          "人做物流。|员工吃饭。|员工睡了。|员工跳舞。|员工保留OpenSky 37%的股份。|", "4:4", "4:4" },
    };
    struct lexicon *lexicon = dictionary_of_tests();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        linked_with(lexicon, cases[i].a, 2015, cases[i].b, 2015, cases[i].with, NULL);
        linked(cases[i].a, cases[i].b, cases[i].without, NULL);
    }
    lexicon_free(lexicon);
}

/* An age is told as a number between commas as well. */
static void links_by_ages(void **state)
{
    (void)state;
    linked("Auctiva, 71, stayed away.|" REST_A, REST_B "Auctiva今年71岁。|", "0:2", "71=71岁 Auctiva=Auctiva");
}

/* Times of day and of a race are figures of their own. */
static void links_by_the_clock(void **state)
{
    (void)state;
    linked("OpenSky will speak at 8 p.m. on Thursday.|" REST_A, REST_B "OpenSky 于5日晚8时讲话。|",
           "0:2", "8 p.m.=8时 OpenSky=OpenSky");
    linked("It came ashore at 4:20 p.m. near OpenSky.|" REST_A,
           REST_B "16时20分，它在 OpenSky 登陆。|", "0:2", NULL);
    linked("OpenSky won in 2:03:17.|" REST_A, REST_B "OpenSky 以2小时03分17秒夺冠。|", "0:2",
           "2:03:17=2小时03分17秒 OpenSky=OpenSky");
    linked("OpenSky will speak at 8 p.m.|" REST_A, REST_B "OpenSky 早上8时讲话。|", "", "");
    linked("It takes OpenSky 8 hours.|" REST_A, REST_B "OpenSky 晚8时讲话。|", "", "");
}

/* The same words within quotation marks bind, whatever stands around them. */
static void links_by_quotations(void **state)
{
    (void)state;
    linked("The rain of that day, a lawyer told us, \u201cput its trust in none of them\u201d.|" REST_A,
           "Rescuers dug for hours through the night.|Asked who was to blame for so much grief, she "
           "spoke of people who \"put its trust in none of them\".|",
           "0:1", NULL);
    linked("A lawyer said they \"put its trust in none of them\".|" REST_A,
           REST_B "律师说，他们“put its trust in none of them”。|", "0:2", NULL);
    /* Not so what is quoted again and again. */
    linked("A: \"put its trust in none of them\".|B \"put its trust in none of them\".|" REST_A,
           REST_B "律师说“put its trust in none of them”。|", "", "");
}

/* What only addresses and ids share. */
static void addresses_tell_nothing(void **state)
{
    (void)state;
    linked("See https://Auctiva.org/Vendio/OpenSky now.|" REST_A,
           REST_B "见 https://Auctiva.org/Vendio/OpenSky 。|", "", "");
    linked("It rains. ^Auctiva-Vendio-sheep|" REST_A, REST_B "羊。 ^Auctiva-Vendio-sheep|", "", "");
}

static void reckons_dates_from_the_publication(void **state)
{
    (void)state;
    linked("OpenSky opened in June 2014.|" REST_A, REST_B "OpenSky 一年多前开张。|", "0:2",
           "June 2014=一年多 OpenSky=OpenSky");
    linked("OpenSky opened in June 2009.|" REST_A, REST_B "OpenSky 一年多前开张。|", "", "");
}

/* Where the publication is not known the dateline tells what day it was. */
static void reckons_days_from_the_dateline(void **state)
{
    (void)state;
    linked("GENEVA, July 30 (Reuters) - OpenSky opened its doors to the public on the 12th.|" REST_A,
           "新华社日内瓦7月30日电 " REST_B "OpenSky 于12日开张。|", "0:2", "12th=12日 OpenSky=OpenSky");
    /* The one tells of a day to come, the other does not. */
    linked("GENEVA, July 12 (Reuters) - OpenSky put its opening off until the 30th.|" REST_A,
           "新华社日内瓦7月12日电 " REST_B "OpenSky 推迟到30日开张。|", "0:2", "OpenSky=OpenSky 30th=30日");
}

/* Reports of one event are of about one time. */
static void borrows_the_publication_date(void **state)
{
    (void)state;
    linked_in("OpenSky opened in June 2014.|" REST_A, 2015, REST_B "OpenSky 一年多前开张。|", 0, "0:2", NULL);
    linked_in("OpenSky opened in June 2014.|" REST_A, 0, REST_B "OpenSky 一年多前开张。|", 0, "", NULL);
    linked_in("OpenSky opened in June 2014.|" REST_A, 2011, REST_B "OpenSky 一年多前开张。|", 2012, "", NULL);
}

static void links_by_names_and_words(void **state)
{
    (void)state;
    linked("Auctiva and Vendio do logistics for Alibaba.|" REST_A,
           REST_B "Auctiva 和 Vendio 做物流。|", "0:2", NULL);
    /* Two names are in many sentences; one word of the other language counts once. */
    linked("Alibaba went to Europe.|" REST_A, REST_B "欧洲有阿里巴巴。|", "", "");
    linked("The headquarters, the office, the main seat.|" REST_A, REST_B "总部。|", "", "");
}

static void finds_names_in_pinyin(void **state)
{
    (void)state;
    linked("Qingyang of OpenSky was paid 375 dollars.|" REST_A,
           REST_B "OpenSky 的清扬得到 375 美元。|", "0:2",
           "375 dollars=375 美元 OpenSky=OpenSky Qingyang=清扬");
}

static void wants_the_best_of_both(void **state)
{
    (void)state;
    /* The second sentence has the figure and the name, the first the figure alone. */
    linked("Somebody paid 40 percent of it.|OpenSky got 40 percent of the stake.|" REST_A,
           REST_B "OpenSky 得到 40% 的股权。|", "1:2", NULL);
    /* The first would do if it were alone. */
    linked("OpenSky paid 40 percent.|OpenSky got 40 percent of the stake.|" REST_A,
           REST_B "OpenSky 得到 40% 的股权。|", "1:2", NULL);
    linked("OpenSky paid 40 percent.|" REST_A, REST_B "OpenSky 得到 40% 的股权。|", "0:2", NULL);
    /* Two equal ones far from each other: neither. */
    linked("OpenSky got 40 percent.||" REST_A "OpenSky got 40 percent.|",
           REST_B "OpenSky 得到 40%。|", "", "");
}

static void links_cross(void **state)
{
    (void)state;
    linked("It keeps 37.6 percent of OpenSky.|Auctiva and Vendio do logistics.|",
           "Auctiva 和 Vendio 做物流。|它保留 OpenSky 37% 的股份。|", "0:1 1:0", NULL);
}

static void grows_by_evidence(void **state)
{
    (void)state;
    linked("Auctiva, which does logistics, and Vendio, which has 375 employees, are sold.|" REST_A,
           REST_B "Auctiva 做物流。|Vendio 有员工 375 人。|", "0:2,3", NULL);
}

static void links_one_language(void **state)
{
    (void)state;
    linked("It keeps 37.6 percent of OpenSky.|" REST_A,
           "Rain fell.|OpenSky is at 37 percent its own.|", "0:1", NULL);
    linked("它保留 OpenSky 37.6% 的股权。|天下雨。|", "没有别的。|OpenSky 股权的 37% 归它。|",
           "0:1", NULL);
}

/* English is told in other words. */
static void links_by_words_of_one_thing(void **state)
{
    (void)state;
    linked("The tremor in Tolvik killed nine.|" REST_A,
           "Rain fell.|Shops closed.|Nine died in Tolvik when the earthquake struck.|", "0:2",
           "Tolvik=Tolvik tremor=earthquake killed=died");
    /* "not" has the stem of "note", which is a letter. */
    linked("The ferry was not lit when it left Tolvik.|" REST_A,
           "Rain fell.|Shops closed.|The ferry left Tolvik, says a letter.|", "0:2",
           "ferry=ferry Tolvik=Tolvik left=left");
}

#define EVENT_A "Some 173 flights went to Gothenburg.|Thirty-seven of the guests saw a doctor in Tolvik.|"
#define EVENT_B "Shops closed.|Airlines sent 173 planes down in Gothenburg.|Rain fell.|In Tolvik 37 guests came to a doctor.|"
#define FARMERS "Farmers near the river lost most of their barley to the late frost, and the mill that bought it " \
                "has dismissed forty workers.|"
#define BAKERS "Bakers in the capital complain that barley has become dear since the frost, while the ministry " \
               "promises cheap flour from abroad.|"

/* Two rare words, or one number, will do between texts that others show to be of one event; no day will. */
static void asks_less_among_others(void **state)
{
    (void)state;
    linked(FARMERS REST_A, "Shops closed.|Rain fell.|" BAKERS, "", "");
    linked(EVENT_A FARMERS REST_A, EVENT_B BAKERS, "0:1 1:3 2:4", NULL);
    linked(EVENT_A "The mayor was at sea on Saturday, her office said.|" REST_A,
           EVENT_B "Three cooks served at the wedding that the mayor attended on Saturday.|", "0:1 1:3", NULL);
    linked("48,000 runners had signed up.|" REST_A, "Rain fell.|48,000 people wanted to run.|", "", "");
    linked("Drones shut Tolvik airport.|" EVENT_A "48,000 runners had signed up.|" REST_A,
           "Tolvik airport is shut by drones.|" EVENT_B "48,000 people wanted to run.|", "0:0 1:2 2:4 3:5", NULL);
}

/* What one person said twice is two things, unless the words that are quoted are the same. */
static void tells_quotations_of_one_person_apart(void **state)
{
    (void)state;
    const char *first = EVENT_A "\"He sold the keys of the harbour,\" prosecutor Brunhild Oakes said in Tolvik.|" REST_A;
    linked(first, EVENT_B "\"Nobody is above the law of this land,\" said Brunhild Oakes, the prosecutor.|", "0:1 1:3", NULL);
    linked(first, EVENT_B "\"The keys are what he sold to them,\" said Brunhild Oakes, the prosecutor.|", "0:1 1:3 2:4", NULL);
}

/* A number is one whatever it counts, and where none of the kinds of figures has it. */
static void links_by_numbers_of_other_things(void **state)
{
    (void)state;
    linked("Some 173 flights went to Gothenburg.|" REST_A,
           "Shops closed.|Rain fell.|Airlines sent 173 planes down in Gothenburg.|", "0:2",
           "173=173 Gothenburg=Gothenburg flights=planes");
    linked("The motion won 349 of all votes from deputies.|" REST_A,
           "Shops closed.|Rain fell.|In the house 349 deputies out of 577 raised a hand.|", "0:2",
           "349=349 deputies=deputies");
    linked("Thirty-seven of them saw a doctor in Tolvik.|" REST_A,
           "Shops closed.|Rain fell.|In Tolvik 37 patients came.|", "0:2",
           "Thirty-seven=37 Tolvik=Tolvik");
    linked("It flew an A380 to Tolvik.|" REST_A, "Shops closed.|Rain fell.|It had 380 guests.|", "",
           "");
}

/* Two Chinese reports: by strings of Han that both have, and by words that render the same. */
static void links_chinese_with_chinese(void **state)
{
    (void)state;
    linked("萨德科夫指挥的救援队把47名矿工送往医院。|天气很好。|没有人知道将来怎样。|",
           "下雨了。|刮大风了。|医院收治了47名矿工，萨德科夫说。|", "0:2", NULL);
    linked("天气很好。|没有人知道将来怎样。|", "下雨了。|刮大风了。|", "", "");
    /* words that a dictionary renders by rare ones */
    linked("总部员工做物流。|天气很好。|没有人知道将来怎样。|", "下雨了。|刮大风了。|物流归总部员工。|", "0:2", NULL);
}

/* Who somebody is, is told alike in whatever is told of him: that alone makes no link. */
static void asks_for_more_than_who_somebody_is(void **state)
{
    (void)state;
    linked("林卓进军澳洲酒业，抱负不小。|他买下了三座葡萄园。|去年大旱，颗粒无收。|银行催债。|",
           "林卓创办的酿酒公司彻底改变了澳洲酒业，又做起旅馆和旅游生意，如今还打算帮小酒庄一把。|"
           "他在采访里谈到家人。|他说，他最爱下棋。|",
           "", "");
}

/* Two statements of one person are not the same for that: who speaks is no evidence. */
static void asks_for_more_than_who_speaks(void **state)
{
    (void)state;
    const char *first = "渡轮在海峡里沉没。|船上有73人，萨德科夫救起了其中61人。|天气很好。|"
                        "港务局局长埃德霍尔姆表示，今年不再增加航班。|没有人知道将来怎样。|码头空荡荡的。|";
    linked(first,
           "渡轮在海峡里沉没了。|刮大风了。|一位母亲在岸边等了整夜。|七十三人中有61人被萨德科夫救起。|"
           "“我家三代都靠这片水。”港务局局长埃德霍尔姆说。|下雨了。|",
           "0:0 1:3", NULL);
    linked(first,
           "渡轮在海峡里沉没了。|刮大风了。|一位母亲在岸边等了整夜。|七十三人中有61人被萨德科夫救起。|"
           "“今年我们不会再增加航班。”港务局局长埃德霍尔姆说。|下雨了。|",
           "0:0 1:3 3:4", NULL);
}

static void heads_with_heads(void **state)
{
    (void)state;
    linked("#Alibaba in New York and OpenSky||" REST_A,
           "#纽约：阿里巴巴和 OpenSky||" REST_B "阿里巴巴在纽约说了 OpenSky。|", "0:0", NULL);
}

static void answers_when_there_is_nothing(void **state)
{
    (void)state;
    linked("", "", "", "");
    linked(REST_A, "", "", "");
    linked("", REST_B, "", "");
    linked("...|", "!!!|", "", "");
}

/* The item with that sentence of B. */
static const struct alignment_item *item_of_b(const struct alignment *alignment, uint32_t number)
{
    return &alignment->items[alignment_with_b(alignment, number)];
}

static void gaps_rest_where_reading_goes_on(void **state)
{
    (void)state;
    struct report reports[2];
    struct alignment alignment;
    struct lexicon *lexicon = lexicon_of_tests();
    open_report(&reports[0], "Rain fell.|It keeps 37.6 percent of OpenSky.|Wind blew.|", 2015);
    open_report(&reports[1], "下雨了。|天黑了。|它保留 OpenSky 37% 的股份。|刮风了。|", 2015);
    run(reports, lexicon, NULL, 0, &alignment);
    const struct alignment_item *first = &alignment.items[alignment_with_a(&alignment, 0)];
    const struct alignment_item *last = &alignment.items[alignment_with_a(&alignment, 2)];
    assert_int_equal(first->kind, ALIGNED_ONLY_A);
    assert_int_equal(first->b, 0);
    assert_int_equal(last->kind, ALIGNED_ONLY_A);
    assert_int_equal(last->b, 3);
    assert_int_equal(last->b_span.start, reports[1].version.items[3].span.start);
    assert_int_equal(last->b_span.end, last->b_span.start);
    assert_int_equal(item_of_b(&alignment, 1)->kind, ALIGNED_ONLY_B);
    assert_int_equal(item_of_b(&alignment, 1)->a, 0);
    assert_int_equal(item_of_b(&alignment, 3)->a, 2);
    alignment_free(&alignment);
    close_report(&reports[0]);
    close_report(&reports[1]);
    lexicon_free(lexicon);
}

static void keeps_to_pins(void **state)
{
    (void)state;
    struct report reports[2];
    struct alignment alignment;
    struct lexicon *lexicon = lexicon_of_tests();
    open_report(&reports[0], "It keeps 37.6 percent of OpenSky.|Wind blew.|Rain fell.|", 2015);
    open_report(&reports[1], "下雨了。|它保留 OpenSky 37% 的股份。|", 2015);
    const struct pin pins[] = {
        { reports[0].version.items[1].span, reports[1].version.items[1].span },
        { reports[0].version.items[2].span, { 0, 0 } },
    };
    run(reports, lexicon, pins, 2, &alignment);
    const struct alignment_item *gap = &alignment.items[alignment_with_a(&alignment, 0)];
    assert_int_equal(gap->kind, ALIGNED_ONLY_A);
    assert_int_equal(item_of_b(&alignment, 1)->kind, ALIGNED_PINNED);
    assert_int_equal(item_of_b(&alignment, 1)->a, 1);
    const struct alignment_item *alone = &alignment.items[alignment_with_a(&alignment, 2)];
    assert_int_equal(alone->kind, ALIGNED_PINNED);
    assert_int_equal(alone->b_count, 0);
    assert_int_equal(alone->b, 2);
    alignment_free(&alignment);
    close_report(&reports[0]);
    close_report(&reports[1]);
    lexicon_free(lexicon);
}

static bool stop_at_once(void *data, double done)
{
    (void)data;
    (void)done;
    return false;
}

static void stops_when_told(void **state)
{
    (void)state;
    struct report reports[2];
    struct error error = { "" };
    struct alignment alignment = { 0 };
    struct lexicon *lexicon = lexicon_of_tests();
    open_report(&reports[0], REST_A, 2015);
    open_report(&reports[1], REST_B, 2015);
    struct parallel_task task = { .a = &reports[0].version.side,
                                  .b = &reports[1].version.side,
                                  .lexicon = lexicon,
                                  .go_on = stop_at_once };
    assert_false(comparable_align(&task, &alignment, &error));
    assert_string_equal(error.text, "the alignment was stopped");
    assert_int_equal(alignment.count, 0);
    close_report(&reports[0]);
    close_report(&reports[1]);
    lexicon_free(lexicon);
}

/* How often it is asked before the first sentence is looked at. */
static bool count_early(void *data, double done)
{
    *(size_t *)data += done <= 0;
    return true;
}

static bool stop_early(void *data, double done)
{
    return ++*(size_t *)data < 4 || done > 0;
}

/* Thousands of figures are read before anything is linked: Escape is obeyed meanwhile. */
static void asks_while_it_reads_figures(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct error error;
    struct alignment alignment = { 0 };
    struct lexicon *lexicon = lexicon_of_tests();
    size_t asked = 0;
    for (unsigned i = 0; i < 4000; i++)
        buffer_add_format(&text, "They sold %u sheep at 9.|", i % 101);
    struct version version = version_of(buffer_text(&text));
    struct parallel_task task = { .a = &version.side,
                                  .b = &version.side,
                                  .lexicon = lexicon,
                                  .go_on = count_early,
                                  .data = &asked };
    assert_true(comparable_align(&task, &alignment, &error));
    assert_true(asked >= 20);
    alignment_free(&alignment);
    alignment = (struct alignment){ 0 };
    asked = 0;
    task.go_on = stop_early;
    assert_false(comparable_align(&task, &alignment, &error));
    assert_int_equal(asked, 4);
    assert_string_equal(error.text, "the alignment was stopped");
    free(version.items);
    buffer_free(&text);
    lexicon_free(lexicon);
}

/* So is one sentence as long as a book. */
static void asks_within_a_sentence(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct error error;
    struct alignment alignment = { 0 };
    struct lexicon *lexicon = lexicon_of_tests();
    size_t asked = 0;
    for (unsigned i = 0; i < 10000; i++)
        buffer_add_text(&text, "the price of 9 sheep, ");
    struct version version = version_of(buffer_text(&text));
    struct parallel_task task = { .a = &version.side,
                                  .b = &version.side,
                                  .lexicon = lexicon,
                                  .go_on = count_early,
                                  .data = &asked };
    assert_true(comparable_align(&task, &alignment, &error));
    assert_true(asked >= 30);
    alignment_free(&alignment);
    free(version.items);
    buffer_free(&text);
    lexicon_free(lexicon);
}

/* What is asked while a text is linked. */
struct asked {
    size_t calls;
    size_t passes; /* through all of something */
    size_t late;   /* calls when there is nothing left but to list what came out */
    size_t most;   /* calls after which it stops */
    double last;
};

static bool count_calls(void *data, double done)
{
    struct asked *asked = data;
    asked->passes += done < asked->last;
    asked->late += done >= 1;
    asked->last = done;
    return ++asked->calls < asked->most;
}

/* Weighing, linking and listing ask as well; and whenever it is stopped nothing stays. */
static void asks_while_it_links(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct error error;
    struct alignment alignment = { 0 };
    struct lexicon *lexicon = lexicon_of_tests();
    struct asked asked = { .most = SIZE_MAX };
    for (unsigned i = 0; i < 600; i++)
        buffer_add_format(&text, "Number %u went to Ox%cq%cx.|", 2100 + i, 'a' + (int)(i / 26), 'a' + (int)(i % 26));
    struct version version = version_of(buffer_text(&text));
    struct parallel_task task = { .a = &version.side,
                                  .b = &version.side,
                                  .lexicon = lexicon,
                                  .go_on = count_calls,
                                  .data = &asked };
    assert_true(comparable_align(&task, &alignment, &error));
    assert_true(alignment.count >= 600);
    assert_true(asked.passes >= 4);
    assert_true(asked.late >= 4);
    alignment_free(&alignment);
    for (size_t most = asked.calls; most > 0; most -= most > 20 ? 7 : 1) {
        asked = (struct asked){ .most = most };
        assert_false(comparable_align(&task, &alignment, &error));
        assert_int_equal(asked.calls, most);
        assert_int_equal(alignment.count, 0);
        assert_string_equal(error.text, "the alignment was stopped");
    }
    free(version.items);
    buffer_free(&text);
    lexicon_free(lexicon);
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return *seed >> 16 & 0x7FFF;
}

/* Seconds that a sentence of `count` figures, or characters, takes against itself. */
static double seconds_of(unsigned count, bool han)
{
    struct buffer text = { 0 };
    struct error error;
    struct alignment alignment = { 0 };
    struct lexicon *lexicon = lexicon_of_tests();
    unsigned seed = 3;
    char character[4];
    for (unsigned i = 0; i < count; i++) {
        if (han)
            buffer_add(&text, character, utf8_encode(0x4E00 + next_random(&seed) % 2000, character));
        else
            buffer_add_format(&text, "%u:%02u, ", i % 24, i % 60);
    }
    struct version version = version_of(buffer_text(&text));
    struct parallel_task task = { .a = &version.side, .b = &version.side, .lexicon = lexicon };
    clock_t begun = clock();
    assert_true(comparable_align(&task, &alignment, &error));
    double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    alignment_free(&alignment);
    free(version.items);
    buffer_free(&text);
    lexicon_free(lexicon);
    return seconds;
}

/* Four times as long, it takes some four times as long. */
static void walks_a_long_sentence_once(void **state)
{
    (void)state;
    assert_true(seconds_of(32000, false) < 10 * seconds_of(8000, false));
    assert_true(seconds_of(64000, true) < 10 * seconds_of(16000, true));
}

static void write_report(unsigned *seed, size_t sentences, bool han, struct buffer *out)
{
    static const char *const words[][2] = {
        { " stake", "股权" },     { " headquarters", "总部" }, { " announced", "宣布" },
        { " employees", "员工" }, { " and so on", "等等" },    { " rain", "雨" },
    };
    for (size_t i = 0; i < sentences; i++) {
        buffer_add_text(out, han ? "这" : "So");
        for (unsigned k = next_random(seed) % 6; k > 0; k--) {
            unsigned pick = next_random(seed);
            if (pick % 3 == 0)
                buffer_add_format(out, han ? " %s " : " %s", names[pick / 3 % NAME_COUNT][han]);
            else if (pick % 3 == 1)
                buffer_add_format(out, han ? " %u%% " : " %u percent", pick / 3 % 100);
            else
                buffer_add_text(out, words[pick / 3 % 6][han]);
        }
        buffer_add_text(out, han ? "。|" : ".|");
        if (next_random(seed) % 4 == 0)
            buffer_add_text(out, "|");
    }
}

static void keeps_its_contract_on_any_reports(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_of_tests();
    for (unsigned round = 1; round < 150; round++) {
        unsigned seed = round;
        struct buffer a = { 0 }, b = { 0 };
        struct report reports[2];
        struct alignment alignment;
        write_report(&seed, next_random(&seed) % 30, round % 2 == 0, &a);
        write_report(&seed, next_random(&seed) % 30, round % 3 != 0, &b);
        open_report(&reports[0], buffer_text(&a), 2015);
        open_report(&reports[1], buffer_text(&b), 2014);
        run(reports, lexicon, NULL, 0, &alignment);
        check_exchanged(reports, lexicon, &alignment);
        alignment_free(&alignment);
        close_report(&reports[0]);
        close_report(&reports[1]);
        buffer_free(&a);
        buffer_free(&b);
    }
    lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_by_figures),
        cmocka_unit_test(wants_more_than_figures),
        cmocka_unit_test(takes_a_dictionary_at_its_word),
        cmocka_unit_test(links_by_ages),
        cmocka_unit_test(links_by_the_clock),
        cmocka_unit_test(links_by_quotations),
        cmocka_unit_test(addresses_tell_nothing),
        cmocka_unit_test(reckons_dates_from_the_publication),
        cmocka_unit_test(reckons_days_from_the_dateline),
        cmocka_unit_test(borrows_the_publication_date),
        cmocka_unit_test(links_by_names_and_words),
        cmocka_unit_test(finds_names_in_pinyin),
        cmocka_unit_test(wants_the_best_of_both),
        cmocka_unit_test(links_cross),
        cmocka_unit_test(grows_by_evidence),
        cmocka_unit_test(links_one_language),
        cmocka_unit_test(links_by_words_of_one_thing),
        cmocka_unit_test(asks_less_among_others),
        cmocka_unit_test(tells_quotations_of_one_person_apart),
        cmocka_unit_test(links_by_numbers_of_other_things),
        cmocka_unit_test(links_chinese_with_chinese),
        cmocka_unit_test(asks_for_more_than_who_somebody_is),
        cmocka_unit_test(asks_for_more_than_who_speaks),
        cmocka_unit_test(heads_with_heads),
        cmocka_unit_test(answers_when_there_is_nothing),
        cmocka_unit_test(gaps_rest_where_reading_goes_on),
        cmocka_unit_test(keeps_to_pins),
        cmocka_unit_test(stops_when_told),
        cmocka_unit_test(asks_while_it_reads_figures),
        cmocka_unit_test(asks_within_a_sentence),
        cmocka_unit_test(asks_while_it_links),
        cmocka_unit_test(walks_a_long_sentence_once),
        cmocka_unit_test(keeps_its_contract_on_any_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
