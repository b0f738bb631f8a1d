/* What two reports that have been linked at several places still have in common, and what two have that
 * are of one firm. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "align/comparable.h"
#include "align/report_of.h"
#include "base/buffer.h"
#include "base/xalloc.h"

/* "0:1 also 2:1": the links of A with B. */
static void write_links(const struct alignment *alignment, struct buffer *out)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->a_count == 0 || item->b_count == 0)
            continue;
        buffer_add_text(out, out->length > 0 ? " " : "");
        buffer_add_text(out, item->kind == ALIGNED_ALSO_A || item->kind == ALIGNED_ALSO_B ? "also " : "");
        buffer_add_format(out, "%u:%u", (unsigned)item->a, (unsigned)item->b);
    }
}

static void linked(const char *a, const char *b, const char *expected)
{
    struct report reports[2];
    struct alignment alignment = { 0 };
    struct buffer got = { 0 };
    struct error error = { "" };
    struct lexicon *lexicon = lexicon_of_tests();
    open_report(&reports[0], a, 2015);
    open_report(&reports[1], b, 2015);
    struct parallel_task task = { .a = &reports[0].version.side,
                                  .b = &reports[1].version.side,
                                  .lexicon = lexicon };
    assert_true(comparable_align(&task, &alignment, &error));
    write_links(&alignment, &got);
    assert_string_equal(buffer_text(&got), expected);
    buffer_free(&got);
    alignment_free(&alignment);
    close_report(&reports[0]);
    close_report(&reports[1]);
    lexicon_free(lexicon);
}

#define OPENING_A "The tunnel under the Tolvik strait opened after eleven years and 4.2 billion euros.|"
#define OPENING_B "托尔维克海峡隧道历时十一年、耗资42亿欧元建成开通。|"
#define EVENT_A OPENING_A "It is 23 kilometres long and carries 340 trains a day.|Tickets cost 18 euros.|"
#define EVENT_B OPENING_B "隧道长23公里，每天运行340趟列车。|票价18欧元。|"
#define REST_A "Nobody sang.|Bread was dear.|"
#define REST_B "天气很好。|市民反应不一。|"

/* One word will do beside links, but not where figures differ, nor where hardly anything else is linked. */
static void links_what_is_left_beside(void **state)
{
    const char *rivals = "Rivals in other straits will compete with it.|";
    (void)state;
    char *a = xasprintf("%s%s%s", EVENT_A, rivals, REST_A);
    linked(a, EVENT_B "其他海峡也将与它竞争。|" REST_B, "0:0 1:1 2:2 3:3");
    free(a);
    a = xasprintf("%sTickets cost 18 euros.|%s%s", OPENING_A, rivals, REST_A);
    linked(a, OPENING_B "票价18欧元。|其他海峡也将与它竞争。|" REST_B, "0:0 1:1");
    free(a);
    linked(EVENT_A "Rivals will compete from 12 euros.|" REST_A,
           EVENT_B "其他海峡30欧元起竞争。|" REST_B, "0:0 1:1 2:2");
}

/* A figure that no other sentence tells is told there as well; an age only tells of whom. */
static void tells_again_what_has_a_figure(void **state)
{
    const char *ships = EVENT_A "The headquarters for logistics go to Greece.|" REST_A;
    (void)state;
    char *jobs = xasprintf("%sBut 1,900 people lost jobs there, its owner said.|", ships);
    linked(jobs, EVENT_B "物流总部迁往希腊，1900人失业。|" REST_B, "0:0 1:1 2:2 3:3 also 6:3");
    free(jobs);
    char *age = xasprintf("%sBut the owner is 63 years old and lost jobs there.|", ships);
    linked(age, EVENT_B "物流总部迁往希腊，63岁的船主失业。|" REST_B, "0:0 1:1 2:2 3:3");
    free(age);
}

/* What two statements have in common is not who makes them. */
static void wants_more_than_who_speaks(void **state)
{
    const char *halls = EVENT_A "Alibaba announced a tour of its halls.|" REST_A;
    (void)state;
    linked(halls, EVENT_B "阿里巴巴宣布少用包装纸。|" REST_B, "0:0 1:1 2:2");
    linked(halls, EVENT_B "阿里巴巴总部宣布少用包装纸。|" REST_B, "0:0 1:1 2:2");
    linked(EVENT_A "Alibaba announced headquarters of glass.|" REST_A,
           EVENT_B "阿里巴巴宣布总部少用包装纸。|" REST_B, "0:0 1:1 2:2 3:3");
}

#define FIRM "总部设在临渊、员工超过两万的造船企业鹤鸣重工"

/* What a firm is, is told in the same words whatever has happened to it; where the words go on, or more is
 * told in both, it is one event. */
static void wants_more_than_who_it_is(void **state)
{
    const char *fine = "鹤鸣重工被罚|" FIRM "因污染海湾被处以罚款。|附近渔民曾多次投诉。|";
    (void)state;
    linked("鹤鸣重工造新船|" FIRM "宣布建造一艘运输船。|首艘船将于秋季交付。|", fine, "");
    linked("鹤鸣重工吃罚单|" FIRM "向海湾排放废油，收到罚款通知。|首艘船将于秋季交付。|", fine, "0:0 1:1");
    linked("鹤鸣重工吃罚单|" FIRM "因污染海湾被处以罚款。|首艘船将于秋季交付。|", fine, "0:0 1:1");
}

#define FIRM_A "Alibaba, a logistics firm with headquarters in New York and 2,300 employees, "
#define FIRM_B "总部设在纽约、拥有2300名员工的物流企业阿里巴巴"

/* In Chinese it is told behind what somebody is what has happened. */
static void wants_more_than_who_it_is_abroad(void **state)
{
    (void)state;
    linked(FIRM_A "bought a lamp maker.|" REST_A, FIRM_B "仓库失火，居民连夜撤离到山上。|" REST_B, "");
    linked(FIRM_A "lost 47 trucks in a fire.|" REST_A, FIRM_B "仓库失火，烧毁卡车共计47辆。|" REST_B, "0:0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_what_is_left_beside),
        cmocka_unit_test(tells_again_what_has_a_figure),
        cmocka_unit_test(wants_more_than_who_speaks),
        cmocka_unit_test(wants_more_than_who_it_is),
        cmocka_unit_test(wants_more_than_who_it_is_abroad),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
