/* Datelines: what of a report's beginning and end tells who sent it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "align/dateline.h"
#include "align/version.h"
#include "base/buffer.h"

/* The text with "_" for what is dateline; sentences end with "|". */
static void leaves(const char *text, const char *expected)
{
    struct version version = version_of(text);
    struct datelines found = { 0 };
    struct buffer out = { 0 };
    buffer_add(&out, text, strlen(text));
    dateline_find(&version.side, &found);
    for (size_t i = 0; i < found.count; i++) {
        assert_true(i == 0 || found.items[i].start >= found.items[i - 1].end);
        for (size_t at = found.items[i].start; at < found.items[i].end; at++)
            out.data[at] = '_';
    }
    char *kept = calloc(strlen(text) + 1, 1);
    for (size_t i = 0, k = 0; i < out.length; i++) {
        if (out.data[i] != '_')
            kept[k++] = out.data[i];
    }
    assert_string_equal(kept, expected);
    free(kept);
    free(found.items);
    free(version.items);
    buffer_free(&out);
}

static void finds_chinese_datelines(void **state)
{
    (void)state;
    leaves("新华社河内3月4日电(记者李明)当地警方4日说，三人受伤。|", "当地警方4日说，三人受伤。|");
    leaves("中新网5月6日电 气象台发布预警。|", " 气象台发布预警。|");
    leaves("江南日报讯（记者 王五）大桥通车。|", "大桥通车。|");
    leaves("大桥通车。|【编辑:赵六】|", "大桥通车。||");
}

static void finds_english_datelines(void **state)
{
    (void)state;
    leaves("HANOI, March 4 (Xinhua) -- Police said three were hurt.|",
           " -- Police said three were hurt.|");
    leaves("Xinhua News Agency, Hanoi, March 4th (Li Ming) Police said so.|", " Police said so.|");
    leaves("COLOMBO \u2014 The bridge opened.|", "The bridge opened.|");
    leaves("NEW DELHI, March 4 - The bridge opened.|", "The bridge opened.|");
    leaves("The bridge opened.|Source: CNS Author: Wang Wu|", "The bridge opened.||");
    leaves("The bridge opened, Reuters reported.|", " reported.|");
}

static void leaves_the_rest_alone(void **state)
{
    (void)state;
    leaves("MAN HURT - BRIDGE CLOSED|", "MAN HURT - BRIDGE CLOSED|");
    leaves("On March 4 the bridge opened.|It is 300 metres long.|",
           "On March 4 the bridge opened.|It is 300 metres long.|");
    leaves("大桥3月4日通车。|", "大桥3月4日通车。|");
    leaves("|", "|");
}

/* A line that is a day and no more, and who wrote, at the beginning. */
static void finds_lines_of_credit(void **state)
{
    (void)state;
    leaves("Ferry adrift|By JO WEIR — jo@herald.example|March 19, 2018|The ferry drifted.|",
           "Ferry adrift|||The ferry drifted.|");
    leaves("渡轮漂流|发布时间：2018-03-19 08:57|渡轮漂流了一夜。|", "渡轮漂流||渡轮漂流了一夜。|");
    leaves("Updated: 19 March 2018|By Jo Weir and Ada Lind|", "||");
    leaves("By Friday the ferry had left|", "By Friday the ferry had left|");
    leaves("By Jo Weir the ferry is run.|", "By Jo Weir the ferry is run.|");
    leaves("March 2018|", "March 2018|");
    leaves("One.|Two.|Three.|Four.|Five.|March 19, 2018|", "One.|Two.|Three.|Four.|Five.|March 19, 2018|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_chinese_datelines),
        cmocka_unit_test(finds_english_datelines),
        cmocka_unit_test(leaves_the_rest_alone),
        cmocka_unit_test(finds_lines_of_credit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
