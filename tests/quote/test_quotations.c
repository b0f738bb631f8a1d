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
#include "test_scale.h"
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
        { "Ms. Anna Lind, Chief Financial Officer, added: “Margins fell.”",
          "direct|named|Ms. Anna Lind|added|Margins fell\n" },
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
        { "The Post saw one cause: the dam, it wrote, was old.",
          "reported|pronoun|The Post|wrote|the dam, it wrote, was old\n" },
        /* who it is that said it is no part of what is said */
        { "The quay held, said Anna Lind, head of the port.",
          "reported|named|Anna Lind|said|The quay held\n" },
        { "The quay held, said Anna Lind, 52, a baker.",
          "reported|named|Anna Lind|said|The quay held\n" },
        { "The quay held, said Anna Lind, and the port will open.",
          "reported|named|Anna Lind|said|The quay held, said Anna Lind, and the port will open\n" },
        { "The ‘90s were good, Anna Lind said.",
          "reported|named|Anna Lind|said|The ‘90s were good\n" },
        /* split over an apposition; asked by nobody known; only an attribution behind a stop */
        { "“We sank,” said Anna Lind, who rowed first, “and sinking boats get wet.”",
          "direct|named|Anna Lind|said|We sank\n"
          "direct|named|Anna Lind|said|and sinking boats get wet\n" },
        { "“Is the ferry late?” asked the girl.",
          "direct|role|the girl|asked|Is the ferry late?\n" },
        { "“Who mends the quay?” Anna Lind, a baker, asked.",
          "direct|named|Anna Lind|asked|Who mends the quay?\n" },
        { "“What a quay!” Anna Lind tweeted on Monday.",
          "direct|named|Anna Lind|tweeted|What a quay!\n" },
        { "The captain was curt: “You have wasted the tide.”",
          "direct|role|The captain||You have wasted the tide\n" },
        { "Lind warned that “the quay should not be used by anybody.”",
          "direct|named|Lind|warned|the quay should not be used by anybody\n" },
        { "“The crane is mended,” Carla Winters, the head of the yard, was quoted as saying.",
          "direct|named|Carla Winters|saying|The crane is mended\n" },
        /* over paragraphs: the one who is told at the end */
        { "“We did not come for the pay.\n\n“We came for the sea,” Carla Winters told the "
          "harbour.",
          "direct|chain|Carla Winters||We did not come for the pay\n"
          "direct|named|Carla Winters|told|We came for the sea\n" },
        { "MR. OKAFOR: We built it.\n\nREPORTER: Who paid for all of it?",
          "direct|named|MR. OKAFOR|:|We built it\n"
          "direct|role|REPORTER|:|Who paid for all of it?\n" },
        { "\"The damage is bad,\" the mayor Anna Lind said after meeting captains on Monday.",
          "direct|named|the mayor Anna Lind|said|The damage is bad\n" },
        { "Anna Lind said after visiting the port that the quay was safe.",
          "reported|named|Anna Lind|said|the quay was safe\n" },
    };
    CHECK(cases);
}

/* Who speaks behind the words that a sentence opens with, and what stands between two commas. */
static void english_apposed(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "At noon, Ruth Holt, the mayor, said the road was closed.",
          "reported|named|Ruth Holt|said|the road was closed\n" },
        { "Ruth Holt, of Kirkland, Wash, said the road was closed.",
          "reported|named|Ruth Holt|said|the road was closed\n" },
        { "Anna Lind, of Salem, New Mexico, said the road was closed.",
          "reported|named|Anna Lind|said|the road was closed\n" },
        { "In Leeds, Lind, who runs the inn, said the lamp was out.",
          "reported|named|Lind|said|the lamp was out\n" },
        { "After the vote, Ruth Holt of the council, the mayor, said the road was closed.",
          "reported|named|Ruth Holt of the council|said|the road was closed\n" },
        { "On Monday, Mayor Ruth Holt, a former boatman, told reporters that the quay would hold.",
          "reported|named|Mayor Ruth Holt|told|the quay would hold\n" },
    };
    CHECK(cases);
}

/* Whoever stands behind words in marks with one verb, known or not; what is said of a thing in a
 * clause of its own; whose words go on behind a clause with “who”. */
static void english_newsroom(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "“Greedy,” snorts one captain. “Lucky,” Anna Lind shrugs.",
          "direct|role|one captain|snorts|Greedy\ndirect|named|Anna Lind|shrugs|Lucky\n" },
        { "“Hello,” sings the choir of the harbour every morning, and nobody listens.", "" },
        { "Harwick said it would widen the quay, a plan Lind called “folly”.",
          "reported|named|Harwick|said|it would widen the quay\n"
          "direct|named|Lind|called|folly\n" },
        { "The ministry warned that tolls would rise, a threat that Lind dismissed as “empty”.",
          "reported|role|The ministry|warned|tolls would rise\n"
          "direct|named|Lind|dismissed|empty\n" },
        { "The harbour union, which has called for a new crane, accused the port of lying.",
          "reported|role|The harbour union|called|for a new crane\n"
          "reported|role|The harbour union|accused|the port of lying\n" },
        { "Anna Lind, of Mill Lane, Harwick, denies six counts of theft and one of arson.", "" },
        { "The novel Lind was writing, “Cold Harbour”, was found in a drawer.", "" },
        { "Anna Lind, who runs the yard, puts it simply: “We mend what floats.”",
          "direct|named|Anna Lind||We mend what floats\n" },
        { "Anna Lind says no, then thinks again: “Not before the spring, anyway.”",
          "direct|named|Anna Lind||Not before the spring, anyway\n" },
        /* words with an attribution of their own end another's; what has none stays within */
        { "“Patience” was Holt’s only answer, and “we wait,” Anna Lind said.",
          "direct|named|Holt|was|Patience\ndirect|named|Anna Lind|said|we wait\n" },
        { "Anna Lind said the quay was shut; “we wait,” said Holt.",
          "reported|named|Anna Lind|said|the quay was shut\ndirect|named|Holt|said|we wait\n" },
        { "Anna Lind said she had read “The Quay”, and “The Ferry,” a novel said to be hers.",
          "reported|named|Anna Lind|said|"
          "she had read “The Quay”, and “The Ferry,” a novel said to be hers\n" },
        { "Anna Lind was told: “Come back in the spring.”", "" },
        { "“They never paid,” said her tenant of nine years, Carla Winters.",
          "direct|named|Carla Winters|said|They never paid\n" },
        { "The owner, Harwick Lines, raised its fares. The company said fuel cost more.",
          "reported|role|Harwick Lines|said|fuel cost more\n" },
        /* a paragraph goes on with the words of the one before, whoever spoke in between */
        { "“It leaks,” said Carla Winters.\n\n“It was dark,” said Anna Lind. “I held the rope.\n\n"
          "“I held it until morning.”",
          "direct|named|Carla Winters|said|It leaks\ndirect|named|Anna Lind|said|It was dark\n"
          "direct|chain|Anna Lind||I held the rope\n"
          "direct|chain|Anna Lind||I held it until morning\n" },
        /* the family name alone is she who was named before */
        { "“We float,” Anneka Lindmo said. “We mend,” she added.\n\nTor Holt said little.\n\n"
          "Lindmo shrugs.\n\nShe thinks again: “Not before the spring, anyway.”",
          "direct|named|Anneka Lindmo|said|We float\ndirect|pronoun|Anneka Lindmo|added|We mend\n"
          "direct|pronoun|Lindmo|thinks|Not before the spring, anyway\n" },
    };
    CHECK(cases);
}

static void chinese_newsroom(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        /* 将 closes 门将; what somebody does while he speaks */
        { "“我猜对了方向。”扑出点球的门将林长贵笑着说，“只猜对一次。”",
          "direct|named|扑出点球的门将林长贵|说|我猜对了方向\n"
          "direct|named|扑出点球的门将林长贵|说|只猜对一次\n" },
        { "“图纸早就画好了。”卖菜多年的摊贩林长贵站起来说。",
          "direct|chain|卖菜多年的摊贩林长贵||图纸早就画好了\n" },
        { "说到那口塘，林长贵笑了：“早就干了，谁也别想了。”",
          "direct|named|林长贵||早就干了，谁也别想了\n" },
        { "有报道称水厂要搬走，厂长林长贵予以否认，称“没有这回事”。",
          "reported|named|有报道|称|水厂要搬走\ndirect|named|厂长林长贵|称|没有这回事\n" },
        { "林长贵批评水务局“光收钱不修闸”。", "direct|named|林长贵|批评|光收钱不修闸\n" },
        { "一名不愿具名的职员透露，局里也有分歧：“没人想当这个坏人。”",
          "reported|named|一名不愿具名的职员|透露|局里也有分歧\n"
          "direct|chain|一名不愿具名的职员||没人想当这个坏人\n" },
        { "根据水利局文件，新闸明年动工。", "reported|named|水利局文件|根据|新闸明年动工\n" },
        { "根据配置文件，程序会先读取目录。", "" },
        { "人称“水老爷”的花农林长贵说，塘底有泉。", "reported|named|花农林长贵|说|塘底有泉\n" },
        { "船东说这口塘的水太浅，渔民则说闸门没有打开。",
          "reported|named|船东|说|这口塘的水太浅\nreported|named|渔民|说|闸门没有打开\n" },
    };
    CHECK(cases);
}

/* Who a source is, is no part of what it says. */
static void sources_with_roles(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "According to Anna Lind, an analyst at Hale Securities, the firm needs cash.",
          "reported|named|Anna Lind|According to|the firm needs cash\n" },
        { "According to Anna Lind, who keeps the lighthouse, the firm needs cash.",
          "reported|named|Anna Lind|According to|the firm needs cash\n" },
        { "According to Sven Holt, the bank’s chief economist, the firm needs cash.",
          "reported|named|Sven Holt|According to|the firm needs cash\n" },
        { "According to Anna Lind, the mayor of Harwick, Ann Berg, left the room.",
          "reported|named|Anna Lind|According to|the mayor of Harwick, Ann Berg, left the room\n" },
        { "According to Anna Lind, a man in the town died, and two were hurt.",
          "reported|named|Anna Lind|According to|a man in the town died, and two were hurt\n" },
        { "According to Anna Lind, drivers in Harwick, and theirs alone, pay more.",
          "reported|named|Anna Lind|According to|drivers in Harwick, and theirs alone, pay more\n" },
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
        { "Lind said the bridge was safe. Chief executive Mary Pole came in 2021, and she promised "
          "refunds.",
          "reported|named|Lind|said|the bridge was safe\n" },
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
        { "Anna Lind, who came in 2011 and led the port in 2019, told sailors on a call that the "
          "worst was over.",
          "reported|named|Anna Lind|told|the worst was over\n" },
        { "All it would say was that the port was sold.",
          "reported|none||say|the port was sold\n" },
        { "Officials blamed the delay on a broken crane.",
          "reported|role|Officials|blamed|the delay on a broken crane\n" },
        { "According to the “Harwick Times”, the quay is shut.",
          "reported|named|the “Harwick Times”|According to|the quay is shut\n" },
        { "According to the Gazette, Mayor Lind let it be known that the quay was shut.", "reported|named|Mayor Lind|let it be known|the quay was shut\n" },
        { "As the Gazette reported on Monday, the quay is shut for good.", "reported|named|the Gazette|reported|the quay is shut for good\n" },
        { "Minister: The quay will get its crane\n\nShips wait.",
          "reported|role|Minister|:|The quay will get its crane\n" },
        { "Anna Lind spoke first. According to her statement, the quay is shut.",
          "reported|pronoun|Anna Lind|According to|the quay is shut\n" },
        { "The union urged sailors to stay. The company urged the union to talk.",
          "reported|role|The union|urged|sailors to stay\n"
          "reported|role|The company|urged|the union to talk\n" },
        { "Union leader Carla Winters spoke. The rail company wept but said it would pay.",
          "reported|role|The rail company|said|it would pay\n" },
        { "One of them, a nurse who asked not to be named, said she saw a van leave.",
          "reported|role|One of them|said|she saw a van leave\n" },
        { "Her father never spoke of it. “He would leave the room,” she remembers.",
          "direct|none||remembers|He would leave the room\n" },
        { "Asked about the price, Okafor shrugged. “Ask me in spring,” he said.",
          "direct|pronoun|Okafor|said|Ask me in spring\n" },
        { "The inquiry concluded that the doors had been locked.",
          "reported|role|The inquiry|concluded|the doors had been locked\n" },
        { "The business it claims is sizable.", "" },
        { "Villagers said the dam leaked. “Everybody knew,” said one, who gave his name as Karim.",
          "reported|role|Villagers|said|the dam leaked\ndirect|none||said|Everybody knew\n" },
        { "“He ate a whole sock,” the vet explained.\n\n“A sock?” The dog barked.",
          "direct|role|the vet|explained|He ate a whole sock\ndirect|none|||A sock?\n" },
        { "Each option tells the program where to look.", "" },
        { "The minister has not said when. She denied that the talks had failed.",
          "reported|pronoun|The minister|denied|the talks had failed\n" },
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
        { "If Acme says no, the port closes in May.", "" },
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
        { "这座桥左右对称，很好看。大桥的名称，尚未公布。", "" },
        { "The words that the mayor said in a call with the port on December 7.", "" },
        { "Please read the notes if the valve is old.", "" },
        { "Author: Anna Lind of Harwick Maine\n\nNote: the valve is an old one.", "" },
        { "市政府对要求关闭大桥一事表示遗憾。来源：港口日报 编辑：林安娜", "" },
        { "港口日记：走出去，退回来，再出发，最后回家", "" },
        { "公司把全年收入预测由950亿港元下调至900亿港元，并将派息。", "" },
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
          "direct|named|有网友|留言说|太贵了！\n" },
        { "俄罗斯大臣说，不会增产；副总理则暗示，小幅增产是可能的。",
          "reported|named|俄罗斯大臣|说|不会增产\nreported|named|副总理|暗示|小幅增产是可能的\n" },
        { "父亲从来不提那场战争。“他会走出房间，”她回忆说。",
          "direct|none||回忆说|他会走出房间\n" },
        { "门上的告示写着：“停业，恕不另行通知。”",
          "direct|named|门上的告示|写着|停业，恕不另行通知\n" },
        { "联合国特使在日内瓦通过视频敦促双方放行。", "reported|named|联合国特使|敦促|双方放行\n" },
        { "有居民指事發時聽到巨響。", "reported|named|有居民|指|事發時聽到巨響\n" },
        { "“谁都知道，”一位只肯透露姓氏的村民说。",
          "direct|named|一位只肯透露姓氏的村民|说|谁都知道\n" },
        { "检察机关表示将上诉。", "reported|named|检察机关|表示|将上诉\n" },
        /* by the place: a comma behind the verb, a quotation beside it */
        { "检察官林静表示，账户早已搬空。", "reported|named|检察官林静|表示|账户早已搬空\n" },
        { "“还远吗？”孩子问。", "direct|named|孩子|问|还远吗？\n" },
        { "恒远股份晚间公告称，公司拟买下船厂。",
          "reported|named|恒远股份|公告称|公司拟买下船厂\n" },
        { "普里马科要求有书面保证，船队不再东进。",
          "reported|named|普里马科|要求|有书面保证，船队不再东进\n" },
        { "公开资料显示，船厂建于1979年。", "reported|named|公开资料|显示|船厂建于1979年\n" },
        { "经纪公司随后证实，她已经出院。", "reported|named|经纪公司|证实|她已经出院\n" },
        { "另一位消息人士称，谈判快要结束。", "reported|role|另一位消息人士|称|谈判快要结束\n" },
        { "多家外媒毫不掩饰地表示：为了选票。", "reported|named|多家外媒|表示|为了选票\n" },
        { "港口电台(HBC)也认为，大桥会重开。", "reported|named|港口电台(HBC)|认为|大桥会重开\n" },
        { "记者25日从港务办获悉，大桥已重开。", "reported|named|港务办|获悉|大桥已重开\n" },
        { "导演把这部电影形容为“给母亲的信”。", "direct|named|导演|形容为|给母亲的信\n" },
        { "导演形容这部电影“像给母亲的信”。", "direct|named|导演|形容|像给母亲的信\n" },
        { "声明说：“任何企图都会失败。”", "direct|named|声明|说|任何企图都会失败\n" },
        { "市长林安娜：大桥今年一定重开\n\n今天有雨。",
          "reported|named|市长林安娜|：|大桥今年一定重开\n" },
        { "记者：大桥什么时候重开？\n\n林安娜：等吊车修好就会重开。",
          "direct|role|记者|：|大桥什么时候重开？\n"
          "direct|named|林安娜|：|等吊车修好就会重开\n" },
        { "據《明報》報道，該名男子曾三次求助。警方發言人回覆時稱，不評論個別個案。",
          "reported|named|《明報》|據|該名男子曾三次求助\n"
          "reported|role|警方發言人|稱|不評論個別個案\n" },
        { "林安娜指出了三个问题，并证实了这一消息。林安娜不说英语。", "" },
        { "北积电将持有合资公司七成股份。该公司发言人说：“我们需要人手。”",
          "direct|role|该公司|说|我们需要人手\n" },
    };
    CHECK(cases);
}

/* Her deputy is not she, nor is who was he before. */
static void english_owners(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "Her deputy, Ian Cole, said it would close. She said it would not.",
          "reported|named|Ian Cole|said|it would close\n"
          "reported|none||said|it would not\n" },
        { "His deputy, Ardin Cole, said it would close. He said it would not.",
          "reported|named|Ardin Cole|said|it would close\n"
          "reported|none||said|it would not\n" },
        { "Her deputy Ian Cole said it would close. He said it would not.",
          "reported|named|Her deputy Ian Cole|said|it would close\n"
          "reported|pronoun|Her deputy Ian Cole|said|it would not\n" },
        { "Her mother said it would close. She said it would not.",
          "reported|role|Her mother|said|it would close\n"
          "reported|pronoun|Her mother|said|it would not\n" },
        { "Mr. Cole said it would close. She said it would not.",
          "reported|named|Mr. Cole|said|it would close\n"
          "reported|none||said|it would not\n" },
    };
    CHECK(cases);
}

/* Those who are told are no part of what they are told; of a request they are. */
static void english_told(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "The ferry hit the quay at 7:42 on Monday, the port authority said.",
          "reported|role|the port authority|said|The ferry hit the quay at 7:42 on Monday\n" },
        { "Lind told reporters she would not resign.", "reported|named|Lind|told|she would not resign\n" },
        { "Lind told Harbour Radio she plans to resign.", "reported|named|Lind|told|she plans to resign\n" },
        { "Lind told Reed the port wants to close.", "reported|named|Lind|told|the port wants to close\n" },
        { "Lind told her staff to leave.", "reported|named|Lind|told|her staff to leave\n" },
        { "Lind told workers who were ill not to leave.",
          "reported|named|Lind|told|workers who were ill not to leave\n" },
        { "Lind told the crew of the ferry to leave.", "reported|named|Lind|told|the crew of the ferry to leave\n" },
        { "Lind told them all to leave.", "reported|named|Lind|told|them all to leave\n" },
        { "“The quay is shut,” Anna Lind said; “it rained,” she added in May.",
          "direct|named|Anna Lind|said|The quay is shut\ndirect|pronoun|Anna Lind|added|it rained\n" },
        { "“It is shut,” Ann Lind said in May; “it rained,” Tom Reed said.", "direct|named|Ann Lind|said|It is shut\ndirect|named|Tom Reed|said|it rained\n" },
        { "“It is shut,” Ann Lind said, “and it rained,” and left.", "direct|named|Ann Lind|said|It is shut\ndirect|named|Ann Lind|said|and it rained\n" },
        { "Anna Lind said “never,” when the quay was shut.", "direct|named|Anna Lind|said|never\n" },
        { "The quay is shut, says Anna Lind who runs it.", "reported|named|Anna Lind|says|The quay is shut\n" },
        { "Anna Lind says the quay is shut and adds that it leaks.",
          "reported|named|Anna Lind|says|the quay is shut\nreported|named|Anna Lind|adds|it leaks\n" },
        { "The lamp is out, “it is dark,” Anna Lind said.", "direct|named|Anna Lind|said|it is dark\n" },
    };
    CHECK(cases);
}

/* Who sent a report says nothing in it; and whom 她 means. */
static void chinese_leads(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "蓝鲸航运称，船长已被停职。", "reported|named|蓝鲸航运|称|船长已被停职\n" },
        { "工会代表刘振声批评：“船上没有灯。”港口总裁林安娜二〇二一年上任，她承诺退还票款。",
          "direct|named|工会代表刘振声|批评|船上没有灯\n"
          "reported|pronoun|港口总裁林安娜|承诺|退还票款\n" },
        { "晨光报滨州6月2日电（记者 何远）林安娜2日宣布，大桥将关闭三天。",
          "reported|named|林安娜|宣布|大桥将关闭三天\n" },
        { "【本報訊】港務局昨在記者會上表示，大橋下月會重開。",
          "reported|named|港務局|表示|大橋下月會重開\n" },
        { "（記者何遠／台北報導）林安娜表示，大橋下月會重開。",
          "reported|named|林安娜|表示|大橋下月會重開\n" },
        { "新海网6月3日讯　大桥昨日关闭。公司公告称，维修需要三天。",
          "reported|role|公司|公告称|维修需要三天\n" },
        { "林安娜说：“我们准备好了。”\n\n港口公司总裁罗伊·贝克持有公司一成股份，他说，自己不会离开"
          "。",
          "direct|named|林安娜|说|我们准备好了\n"
          "reported|pronoun|港口公司总裁罗伊·贝克|说|自己不会离开\n" },
        { "林安娜表示：“价格低。”\n\n港口车主李先生花22万元买了一辆车。“我每月省下油钱。”他说。",
          "direct|named|林安娜|表示|价格低\ndirect|pronoun|港口车主李先生|说|我每月省下油钱\n" },
        { "“我有点蒙。”林安娜流着泪说。", "direct|named|林安娜|说|我有点蒙\n" },
        { "“我情绪激动。”25岁的林安娜承认。", "direct|named|林安娜|承认|我情绪激动\n" },
        { "林安娜后来说：“我没有打算改变港口。”", "direct|named|林安娜|说|我没有打算改变港口\n" },
    };
    CHECK(cases);
}

/* A clause that begins with a term keeps both of its marks; a whole one in marks none of its own. */
static void terms_at_the_beginning(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "蓝鲸航运称，“海星7号”渡轮失去动力。", "reported|named|蓝鲸航运|称|“海星7号”渡轮失去动力\n" },
        { "林安娜说，“大浪”、“小浪”都来过。", "reported|named|林安娜|说|“大浪”、“小浪”都来过\n" },
        { "林安娜说：“我们明天走。”", "direct|named|林安娜|说|我们明天走\n" },
        { "Clara Lind said: “Swan Lake” would open the season.",
          "reported|named|Clara Lind|said|“Swan Lake” would open the season\n" },
        { "Clara Lind said “Haixing 7” lost power at noon.",
          "reported|named|Clara Lind|said|“Haixing 7” lost power at noon\n" },
    };
    CHECK(cases);
}

/* Who “he” is when the one named last cannot be he, and nobody when it is not plain. */
static void english_persons(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "“The quay is old,” said Thomas Lind. His wife, Clara Lind, said it would hold. “I have "
          "seen worse,” he said.",
          "direct|named|Thomas Lind|said|The quay is old\n"
          "reported|named|Clara Lind|said|it would hold\n"
          "direct|pronoun|Thomas Lind|said|I have seen worse\n" },
        { "Nadia Okafor ran the yard. She said it would close.\n\nThe critic Ardin Lind called it "
          "“the only honest yard we have.”\n\nShe said it would not sell.",
          "reported|pronoun|Nadia Okafor|said|it would close\n"
          "direct|named|The critic Ardin Lind|called|the only honest yard we have\n"
          "reported|none||said|it would not sell\n" },
        { "Clara Lind said the quay was shut. They said it would stay so.",
          "reported|named|Clara Lind|said|the quay was shut\n"
          "reported|none||said|it would stay so\n" },
        { "“I heard a noise,” said Clara Lind. “I ran,” said the 29-year-old.",
          "direct|named|Clara Lind|said|I heard a noise\n"
          "direct|role|Clara Lind|said|I ran\n" },
        { "Researchers watched the quay for a year. They found that it sank.",
          "reported|pronoun|Researchers|found|it sank\n" },
        /* named beside their role; with a clause of their own */
        { "In the view of the mayor, Clara Lind, the quay was safe.",
          "reported|named|Clara Lind|In the view of|the quay was safe\n" },
        { "A docker who declined to be named said two ships had left.",
          "reported|role|A docker|said|two ships had left\n" },
        { "Lind insisted the bill was paid, and a spokeswoman, Clara Wirth, pointed out that it "
          "was "
          "late.",
          "reported|named|Lind|insisted|the bill was paid\n"
          "reported|named|Clara Wirth|pointed out|it was late\n" },
        { "District Judge Owen Parry opened the hearing. “That is no answer,” the judge said.",
          "direct|role|District Judge Owen Parry|said|That is no answer\n" },
        { "It was Clara Lind, the clerk, who broke the silence. “If I may,” she said.",
          "direct|pronoun|Clara Lind|said|If I may\n" },
        { "The driver, Ardin Lind, 52, said in a statement read by Amy Lund that he could not see.",
          "reported|named|Ardin Lind|said|he could not see\n" },
        { "Asked by the judge why, the clerk Dana Frost replied, “It did not move.”",
          "direct|named|the clerk Dana Frost|replied|It did not move\n" },
        { "Lind put the lamp down so hard that the glass rang.", "" },
        { "“You can talk to the beans all day,” said Aisha Noor. Her classmate Ben disagreed. "
          "“Beans "
          "are deaf,” he said.",
          "direct|named|Aisha Noor|said|You can talk to the beans all day\n"
          "direct|pronoun|Her classmate Ben|said|Beans are deaf\n" },
        { "Lind was quick to add that he liked her.", "reported|named|Lind|add|he liked her\n" },
        { "Lind wrote the date down and underlined it twice.", "" },
        { "But as Clara Lind has pointed out, nobody walks in the rain.",
          "reported|named|Clara Lind|pointed out|nobody walks in the rain\n" },
        { "Lind shrugged. ‘Is it broken?’ he asked. 'Come in,' said Clara Lind. It's Lind's.",
          "direct|pronoun|Lind|asked|Is it broken?\ndirect|named|Clara Lind|said|Come in\n" },
        { "LEITH (AP) - The quay has sunk, Anna Lind said on Monday.",
          "reported|named|Anna Lind|said|The quay has sunk\n" },
    };
    CHECK(cases);
}

/* What is told beside the words alone: whose beat it is, what they are called. */
static void english_beats(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "The captain put down his knife. “Too late.”", "direct|chain|The captain||Too late\n" },
        { "“Too cold!” The captain pushed the bowl away.",
          "direct|chain|The captain||Too cold!\n" },
        { "“Then we go,” said the boatswain, “oars or no oars.”",
          "direct|role|the boatswain|said|Then we go\n"
          "direct|role|the boatswain|said|oars or no oars\n" },
        { "Anna Lind shrugged. “Ask me in May” was her only answer.",
          "direct|pronoun|Anna Lind|was|Ask me in May\n" },
    };
    CHECK(cases);
}

/* Labels that come again are those of speakers; those of lists are not. */
static void interviews(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "MO: Why bells?\n\nClara Lind: Nobody wanted them.\n\nMO: And now?\n\nClara Lind: Now "
          "they ring.",
          "direct|named|MO|:|Why bells?\n"
          "direct|named|Clara Lind|:|Nobody wanted them\n"
          "direct|named|MO|:|And now?\n"
          "direct|named|Clara Lind|:|Now they ring\n" },
        { "问：热线还通吗？\n\n答：一直畅通。\n\n问：还有呢？\n\n答：没有了。",
          "direct|named|问|：|热线还通吗？\n"
          "direct|named|答|：|一直畅通\n"
          "direct|named|问|：|还有呢？\n"
          "direct|named|答|：|没有了\n" },
        { "Note: the quay is old.\n\nNote: it sinks.\n\nUsage: call the port.\n\nUsage: or write.",
          "" },
        { "The quay was built by hand.\n\nIt is old and long.\n\nIt sank in the year of the "
          "flood.\n\nNobody came.\n\nBug Fixes: the bell.\n\nBug Fixes: the quay.",
          "" },
    };
    CHECK(cases);
}

/* Of a story, where names have no marks and verbs are many. */
static void chinese_stories(void **state)
{
    (void)state;
    static const struct statement_case cases[] = {
        { "“走罢。”老秦道。\n\n“往哪儿走？”孩子问。\n\n老秦放下刀子，问：“谁追你？”",
          "direct|named|老秦|道|走罢\n"
          "direct|named|孩子|问|往哪儿走？\n"
          "direct|named|老秦|问|谁追你？\n" },
        { "秦芳笑着摇头：“录音笔开着呢。”", "direct|named|秦芳||录音笔开着呢\n" },
        { "面对追问，秦芳反问记者：“关你们什么事？”", "direct|named|秦芳|反问|关你们什么事？\n" },
        { "林安娜却觉得这是胡说：“来自耐心。”", "reported|named|林安娜|觉得|这是胡说\n"
                                                "direct|named|林安娜|觉得|来自耐心\n" },
        { "律师林安娜问他是否查过账，他承认从未查过。",
          "reported|named|律师林安娜|问|是否查过账\n"
          "reported|pronoun|律师林安娜|承认|从未查过\n" },
        { "“大桥能用，”临别时林安娜说。她有时很严厉，常对着镜头说：“拆了重来。”",
          "direct|named|林安娜|说|大桥能用\n"
          "direct|pronoun|林安娜|说|拆了重来\n" },
        { "她的邻居、44岁的林安娜告诉记者，桥塌了。", "reported|named|林安娜|告诉|桥塌了\n" },
        { "一名不愿透露姓名的船务代理透露，船已改道。",
          "reported|named|一名不愿透露姓名的船务代理|透露|船已改道\n" },
        { "政府发言人林安娜否认救援来迟，并把延误归咎于天气。港务局否认这一说法。",
          "reported|named|政府发言人林安娜|否认|救援来迟\n" },
        { "林安娜表示，桥还能用，并估计有15万人要过桥。",
          "reported|named|林安娜|表示|桥还能用\n"
          "reported|named|林安娜|估计|有15万人要过桥\n" },
        { "林安娜说这座桥已经很旧。他们说桥面今年还能用。",
          "reported|named|林安娜|说|这座桥已经很旧\n"
          "reported|none||说|桥面今年还能用\n" },
        { "有人发起联名信，把这个方案称作“印着宣传册的破坏”。",
          "direct|none||称作|印着宣传册的破坏\n" },
        { "住在对门的老秦说：“她踩着我家煤棚数的。”", "direct|named|老秦|说|她踩着我家煤棚数的\n" },
        { "秦掌柜弯下腰，往笼子里瞧了瞧，赞道：“好鸟！”", "direct|named|秦掌柜|赞道|好鸟！\n" },
        { "“嫌慢就下车！”司机终于火了，“前面三公里就是地铁。”",
          "direct|chain|司机||嫌慢就下车！\ndirect|named|司机||前面三公里就是地铁\n" },
        { "伙计小秦咳嗽一声，插嘴道：“去世的船长常说：‘活得长的东西，买不得。’”",
          "direct|named|小秦|插嘴道|去世的船长常说：‘活得长的东西，买不得。’\n" },
        { "红十字会官员林安娜说，该组织已作准备。",
          "reported|named|红十字会官员林安娜|说|该组织已作准备\n" },
        { "“我做到了，”赛后林安娜对着镜头大喊。", "direct|named|林安娜|大喊|我做到了\n" },
        { "寡妇伸出五个指头。", "" },
        { "“桥能用，”华盛顿州 52 岁的 Anna Lind 说。", "direct|named|Anna Lind|说|桥能用\n" },
        { "情报机构评估称，桥还能用。", "reported|named|情报机构|评估称|桥还能用\n" },
        { "装睡的祖母却叹了口气，慢吞吞地道：“那就坐着。”",
          "direct|named|装睡的祖母|道|那就坐着\n" },
        { "港口报的一篇报道称，桥还能用。", "reported|named|港口报的一篇报道|称|桥还能用\n" },
        { "研究所上月公布的调查显示，桥还能用。", "reported|named|调查|显示|桥还能用\n" },
    };
    CHECK(cases);
}

/* What an article may do to a reader of it. */
static void check_hostile(const char *piece, size_t times, const char *tail)
{
    struct buffer text = { 0 };
    struct quotations quotations = { 0 };
    for (size_t i = test_share(times); i > 0; i--)
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
    check_hostile("Anna Lind", 1, " held");
    check_hostile("Anna Lind", 1, " read");
    check_hostile("\"", 10000, " said the mayor.");
    check_hostile("“Never closed, she said ", 40000, "");
    check_hostile("said ", 200000, "");
    check_hostile("说", 300000, "，");
    check_hostile("他说，", 100000, "");
    check_hostile("据", 300000, "，");
    check_hostile("a, ", 300000, "said.");
    check_hostile("according to ", 80000, "");
    check_hostile("and said that ", 70000, "");
    check_hostile("要求", 200000, "一事表示遗憾。");
    check_hostile("把它“好”的", 50000, "形容为“坏”。");
    check_hostile("林安娜：这座大桥会重开的。\n\n", 20000, "");
    check_hostile("“我们来了。\n\n", 20000, "”他说。");
    check_hostile("“We came.” Anna Lind, a baker, ", 20000, "asked.");
    check_hostile("她问谁", 60000, "。");
    check_hostile("否认", 200000, "，并关桥。");
    check_hostile("她笑了：“好。”", 30000, "");
    check_hostile("“好。”林安娜说。\n\n", 20000, "林安娜笑了。");
    check_hostile("MO: why?\n\n", 20000, "");
    check_hostile("who said he who ", 40000, "said.");
    check_hostile("On the quay, ", 60000, "he said.");
    check_hostile("the clerk of A, B C, ", 40000, "said.");
    check_hostile("他（说，", 60000, "）说。");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_newsroom),
        cmocka_unit_test(chinese_newsroom),
        cmocka_unit_test(sources_with_roles),
        cmocka_unit_test(english_direct),
        cmocka_unit_test(english_apposed),
        cmocka_unit_test(english_reported),
        cmocka_unit_test(english_reference),
        cmocka_unit_test(nobody_speaks),
        cmocka_unit_test(chinese),
        cmocka_unit_test(chinese_leads),
        cmocka_unit_test(english_told),
        cmocka_unit_test(english_owners),
        cmocka_unit_test(terms_at_the_beginning),
        cmocka_unit_test(english_persons),
        cmocka_unit_test(english_beats),
        cmocka_unit_test(interviews),
        cmocka_unit_test(chinese_stories),
        cmocka_unit_test(hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
