/* test_quotations: who says what, of each kind of sentence, in both languages.
 *
 * A case is a text and its statements, one a line: kind, how, speaker, cue, words. A blank line in
 * a text begins a paragraph. The people and firms are made up. */
#include "quote/quotations.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "doc/reader.h"
#include "text/utf8.h"

struct statement_case {
    const char *text;
    const char *expected;
};

static void add_span(struct buffer *out, const struct document *document, struct span span)
{
    buffer_add_byte(out, '|');
    buffer_add(out, document->text + span.start, span.end - span.start);
}

static char *tell(const char *text)
{
    struct buffer out = { 0 };
    struct quotations quotations = { 0 };
    struct document *document = reader_parse(text, strlen(text), READER_MARKDOWN, NULL);
    quotations_find(document, NULL, 0, &quotations);
    for (size_t i = 0; i < quotations.count; i++) {
        const struct quotation *quotation = &quotations.items[i];
        buffer_add_format(&out, "%s|%s", quotation_kind_name(quotation->kind),
                          quotation_how_name(quotation->how));
        add_span(&out, document, quotation->speaker);
        add_span(&out, document, quotation->cue);
        add_span(&out, document, quotation->said);
        buffer_add_byte(&out, '\n');
    }
    buffer_add(&out, "", 0);
    quotations_free(&quotations);
    document_free(document);
    return out.data != NULL ? buffer_take(&out) : calloc(1, 1);
}

static void check(const struct statement_case *cases, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        char *told = tell(cases[i].text);
        if (strcmp(told, cases[i].expected) != 0) {
            print_error("of: %s\ntold:\n%swanted:\n%s", cases[i].text, told, cases[i].expected);
            wrong++;
        }
        free(told);
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void english_direct(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "“The bridge is closed,” the mayor said on Monday.",
          "direct|role|the mayor|said|The bridge is closed\n" },
        { "“We are ready,” said Anna Lind, head of the port.",
          "direct|named|Anna Lind|said|We are ready\n" },
        { "Anna Lind told reporters: “The port opens in May.”",
          "direct|named|Anna Lind|told|The port opens in May\n" },
        { "\"The bridge is closed,\" Lind said. \"It stays closed until June.\"",
          "direct|named|Lind|said|The bridge is closed\n"
          "direct|chain|Lind||It stays closed until June\n" },
        { "“The bridge,” she wrote, “is closed.”",
          "direct|none||wrote|The bridge\ndirect|none||wrote|is closed\n" },
        { "Lind called the plan “a gift to nobody at all.”",
          "direct|named|Lind|called|a gift to nobody at all\n" },
        { "MR. OKAFOR: We built it in a year. It works.",
          "direct|named|MR. OKAFOR|:|We built it in a year. It works\n" },
        { "Anna Lind, the head of the port, sees no danger:\n\n“The quay holds, and it will hold "
          "next year.”",
          "direct|chain|Anna Lind||The quay holds, and it will hold next year\n" },
        { "“The dam will overflow,” Carla Winters, who works for the county, was quoted by the "
          "Post.",
          "direct|named|Carla Winters|quoted|The dam will overflow\n" },
        { "‘It’s the firms’ fault,’ Anna Lind said. ‘We told them so.’",
          "direct|named|Anna Lind|said|It’s the firms’ fault\n"
          "direct|chain|Anna Lind||We told them so\n" },
        { "The ‘90s were good, Anna Lind said.",
          "reported|named|Anna Lind|said|The ‘90s were good\n" },
    };
    CHECK(cases);
}

static void english_reported(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "The mayor of Harwick said on Tuesday that the bridge would stay closed.",
          "reported|named|The mayor of Harwick|said|the bridge would stay closed\n" },
        { "Police said the driver had fled.", "reported|role|Police|said|the driver had fled\n" },
        { "The bridge, the ministry said, will stay closed.",
          "reported|role|the ministry|said|The bridge, the ministry said, will stay closed\n" },
        { "The bridge will stay closed, according to the Harwick Gazette.",
          "reported|named|the Harwick Gazette|according to|The bridge will stay closed\n" },
        { "According to Anna Lind, the bridge will stay closed.",
          "reported|named|Anna Lind|According to|the bridge will stay closed\n" },
        { "Anna Lind, 52, of Harwick, Maine, said she had seen the fire.",
          "reported|named|Anna Lind|said|she had seen the fire\n" },
        { "Lind said the bridge was safe, adding that tests would go on.",
          "reported|named|Lind|said|the bridge was safe\n"
          "reported|named|Lind|adding|tests would go on\n" },
        { "Lind said the bridge was safe but warned that the quay was not.",
          "reported|named|Lind|said|the bridge was safe\n"
          "reported|named|Lind|warned|the quay was not\n" },
        { "Lind urged drivers to stay at home.",
          "reported|named|Lind|urged|drivers to stay at home\n" },
        { "Lind accused the firm of hiding the cracks.",
          "reported|named|Lind|accused|the firm of hiding the cracks\n" },
        { "The storm has reached the coast, reported the Harwick Weather Centre.",
          "reported|named|the Harwick Weather Centre|reported|The storm has reached the coast\n" },
        { "Lind was quoted as saying that the bridge was safe.",
          "reported|named|Lind|saying|the bridge was safe\n" },
        { "The Gazette reported that Lind said the bridge was safe.",
          "reported|named|Lind|said|the bridge was safe\n" },
        { "In his view, the bridge is safe.", "reported|none||In his view|the bridge is safe\n" },
        { "Shares fell, according to people familiar with the matter, who asked not to be named.",
          "reported|role|people familiar with the matter|according to|Shares fell, according to "
          "people "
          "familiar with the matter, who asked not to be named\n" },
    };
    CHECK(cases);
}

static void english_reference(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "Anna Lind opened the port. She said it was a good day.",
          "reported|pronoun|Anna Lind|said|it was a good day\n" },
        { "Harwick Shipping Company has sold three ships. It said the price was fair.",
          "reported|pronoun|Harwick Shipping Company|said|the price was fair\n" },
        { "A spokesman for the port said the crane had failed. The spokesman said nobody was hurt.",
          "reported|role|A spokesman for the port|said|the crane had failed\n"
          "reported|role|A spokesman for the port|said|nobody was hurt\n" },
        { "It said the price was fair.", "reported|none||said|the price was fair\n" },
        { "Police said the road was shut. The firm says it expects to hire.",
          "reported|role|Police|said|the road was shut\n"
          "reported|role|The firm|says|it expects to hire\n" },
    };
    CHECK(cases);
}

static void nobody_speaks(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "The bridge is said to be safe.", "" },
        { "She did not say why.", "" },
        { "Ohio is among the American states which have lost the most topsoil.", "" },
        { "The so-called “travel corridor” nations met in May.", "" },
        { "This guide explains how to set the valve.", "" },
        { "The report shows the figures of the year, and the notes can be found in the annex.",
          "" },
        { "Run the tests and report what you see.", "" },
        { "The company went bankrupt, and its claims had no effect.", "" },
        { "这本小说的名称很长，据说读者不多。", "" },
        { "长度表示字节数，类型显示在第一列。", "" },
        { "此外，她没有说明原因。", "" },
    };
    CHECK(cases);
}

static void chinese(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "港口主任林安娜周二表示，大桥仍将关闭。",
          "reported|named|港口主任林安娜|表示|大桥仍将关闭\n" },
        { "“大桥已经关闭，”林安娜说。", "direct|named|林安娜|说|大桥已经关闭\n" },
        { "林安娜说：“大桥已经关闭。”", "direct|named|林安娜|说|大桥已经关闭\n" },
        { "据《港口日报》报道，大桥仍将关闭。", "reported|named|《港口日报》|据|大桥仍将关闭\n" },
        { "据报道，大桥仍将关闭。", "reported|none||据|大桥仍将关闭\n" },
        { "在林安娜看来，大桥是安全的。", "reported|named|林安娜|看来|大桥是安全的\n" },
        { "林安娜在记者会上宣布，大桥将重开，并强调测试仍会继续。",
          "reported|named|林安娜|宣布|大桥将重开\nreported|named|林安娜|强调|测试仍会继续\n" },
        { "市政府呼吁市民留在家中。", "reported|named|市政府|呼吁|市民留在家中\n" },
        { "林安娜告诉记者，吊车出了故障。", "reported|named|林安娜|告诉|吊车出了故障\n" },
        { "一位发言人说，吊车出了故障。发言人还说，无人受伤。",
          "reported|role|一位发言人|说|吊车出了故障\nreported|role|一位发言人|说|无人受伤\n" },
        { "港务主任林安娜在开幕式上讲话。她表示，这是好日子。",
          "reported|pronoun|港务主任林安娜|表示|这是好日子\n" },
        { "新华社大连7月25日电（记者 某某）市政府宣布，大桥重开。",
          "reported|named|市政府|宣布|大桥重开\n" },
        { "市政府發言人強調，大橋是安全的。", "reported|role|市政府發言人|強調|大橋是安全的\n" },
        { "代顿的 Peter Mills 说水坝已经检查了两遍。",
          "reported|named|代顿的 Peter Mills|说|水坝已经检查了两遍\n" },
        { "林安娜说吊车出了故障，并批评市政府来得太慢。",
          "reported|named|林安娜|说|吊车出了故障\nreported|named|林安娜|批评|市政府来得太慢\n" },
        { "米尔斯一边收拾沙袋，一边说：“我们今晚不睡了。”",
          "direct|named|米尔斯|说|我们今晚不睡了\n" },
        { "“我不信，”一位不愿具名的工人告诉记者，“他们去年也这么说。”",
          "direct|named|一位不愿具名的工人|告诉|我不信\n"
          "direct|named|一位不愿具名的工人|告诉|他们去年也这么说\n" },
        { "分析人士认为，利润将下降一成；市政府则预计会上升。",
          "reported|role|分析人士|认为|利润将下降一成\nreported|named|市政府|预计|会上升\n" },
        { "分析人士认为，利润将下降。他强调：“谁都不会被裁掉。”",
          "reported|role|分析人士|认为|利润将下降\ndirect|none||强调|谁都不会被裁掉\n" },
        { "“他什么都没讲，”邻居回忆道，“只是笑了笑。”",
          "direct|named|邻居|回忆道|他什么都没讲\ndirect|named|邻居|回忆道|只是笑了笑\n" },
        { "工会主席马丽娜批评说，管理层“只看报表”。有网友留言说：“太贵了！”",
          "reported|named|工会主席马丽娜|批评说|管理层“只看报表”\n"
          "direct|named|有网友|说|太贵了！\n" },
        { "林安娜指出了三个问题，并证实了这一消息。林安娜不说英语。", "" },
    };
    CHECK(cases);
}

/* What an article may do to a reader of it. */
static void check_hostile(const char *piece, size_t times, const char *tail)
{
    struct buffer text = { 0 };
    struct quotations quotations = { 0 };
    for (size_t i = 0; i < times; i++)
        buffer_add_text(&text, piece);
    buffer_add_text(&text, tail);
    struct document *document = reader_parse(text.data, text.length, READER_PLAIN, NULL);
    clock_t begun = clock();
    quotations_find(document, NULL, 0, &quotations);
    assert_true((double)(clock() - begun) / CLOCKS_PER_SEC < 5);
    for (size_t i = 0; i < quotations.count; i++) {
        const struct quotation *quotation = &quotations.items[i];
        assert_true(quotation->said.start < quotation->said.end &&
                    quotation->said.end <= document->length);
        assert_true(utf8_is_valid(document->text + quotation->said.start,
                                  quotation->said.end - quotation->said.start));
    }
    quotations_free(&quotations);
    document_free(document);
    buffer_free(&text);
}

static void hostile(void **state)
{
    (void)state;
    check_hostile("“", 200, "nested");
    check_hostile("\"", 10000, " said the mayor.");
    check_hostile("“Never closed, she said ", 40000, "");
    check_hostile("said ", 200000, "");
    check_hostile("说", 300000, "，");
    check_hostile("他说，", 100000, "");
    check_hostile("据", 300000, "，");
    check_hostile("a, ", 300000, "said.");
    check_hostile("according to ", 80000, "");
    check_hostile("and said that ", 70000, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_direct),    cmocka_unit_test(english_reported),
        cmocka_unit_test(english_reference), cmocka_unit_test(nobody_speaks),
        cmocka_unit_test(chinese),           cmocka_unit_test(hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
