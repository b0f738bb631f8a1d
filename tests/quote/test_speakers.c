/* test_speakers: who is told to speak, where that is not plain: roles beside names, subjects behind
 * a circumstance, pronouns, a firm that is somebody else.
 *
 * A case is a text and the speaker and cue of its statements, one a line; a blank line in a text
 * begins a paragraph. The people and firms are made up. */
#include "quote/quotations.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "doc/reader.h"

struct speaker_case {
    const char *text;
    const char *expected;
};

static void tell(const char *text, struct buffer *out)
{
    struct quotations quotations = { 0 };
    struct document *document = reader_parse(text, strlen(text), READER_MARKDOWN, NULL);
    quotations_find(document, NULL, 0, &quotations);
    for (size_t i = 0; i < quotations.count; i++) {
        struct span speaker = quotations.items[i].speaker, cue = quotations.items[i].cue;
        buffer_add(out, document->text + speaker.start, speaker.end - speaker.start);
        buffer_add_byte(out, '|');
        buffer_add(out, document->text + cue.start, cue.end - cue.start);
        buffer_add_byte(out, '\n');
    }
    quotations_free(&quotations);
    document_free(document);
}

static void check(const struct speaker_case *cases, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct buffer out = { 0 };
        tell(cases[i].text, &out);
        if (strcmp(buffer_text(&out), cases[i].expected) != 0) {
            print_error("of: %s\ntold:\n%swanted:\n%s", cases[i].text, buffer_text(&out),
                        cases[i].expected);
            wrong++;
        }
        buffer_free(&out);
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void english_subjects(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "On a cold night in May, Josef Hale lifts a lid. “People think it is loud,” he says.",
          "Josef Hale|says\n" },
        { "Two streets away, Karim Aziz sells batteries. “They buy the dark,” he says.",
          "Karim Aziz|says\n" },
        { "In Austin, Texas, Nora Finch counts sacks. “I never trust the first,” she says.",
          "Nora Finch|says\n" },
        { "Ahmed Saleh lost his shop. “Forty long years,” he said.", "Ahmed Saleh|said\n" },
        { "The Danish drug maker Ostrup raised its guidance but warned that supply was tight.",
          "The Danish drug maker Ostrup|warned\n" },
        { "March 14 (Newswire) - Shipbuilder Marlow Marine cut its forecast and said it would "
          "close "
          "a yard.",
          "Shipbuilder Marlow Marine|said\n" },
        { "Revenue rose to $3 million. The company said sales were flat.", "The company|said\n" },
        { "Revenue rose 5 percent. It was the best year ever, it said.", "|said\n" },
        { "Nora Finch shrugged. Asked about it she sighs and says that it is late.",
          "Nora Finch|says\n" },
        { "Every morning at seven Edith Marrow reads a tube. “It is a bad habit,” she says.",
          "Edith Marrow|says\n" },
        { "Carla Winter said the quay was shut.", "Carla Winter|said\n" },
        { "“So we waited for a week,” the mother of two recalled.",
          "the mother of two|recalled\n" },
    };
    CHECK(cases);
}

static void english_names_beside(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "“It is a scandal,” said the local MP, Tom Beddard. “It is a disgrace to the town.”",
          "Tom Beddard|said\nTom Beddard|\n" },
        { "Its author, the novelist Grace Adeyemi, said the film was not hers.",
          "the novelist Grace Adeyemi|said\n" },
        { "A spokeswoman for the airline, Mia Torres, came late. “We do not discuss it,” she said.",
          "Mia Torres|said\n" },
        { "Her neighbour, a retired postman called Colin Bass, reads it. He admits he has guessed.",
          "Colin Bass|admits\n" },
        { "Vogt, asked whether that would change, replied: “Ask me after Christmas.”",
          "Vogt|replied\n" },
        { "“Dry. Gerald left”, says the entry for Monday.", "the entry|says\n" },
        { "“We were right,” says the study’s lead author, Yael Lind of the University of Turku.",
          "Yael Lind|says\n" },
        { "A study published on Wednesday in Matter suggests that glass creeps.",
          "A study|suggests\n" },
        { "The museum that owns the beads said it was alarmed.", "The museum|said\n" },
        { "Lumora has agreed to buy a rival in a deal that values it at €2bn.", "" },
    };
    CHECK(cases);
}

static void english_references(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "Hale shrugs and says that metal is dear. His uncle, he points out, died rich.",
          "Hale|says\nHale|points out\n" },
        { "Marlow Foods sued a mill. The company said the claim was just.", "Marlow Foods|said\n" },
        { "Greenpact accused the firm of hiding a leak. The firm has denied it hid anything.",
          "Greenpact|accused\nThe firm|denied\n" },
        { "Analysts at Corvin Bank estimated the cost at 90 million euros. The shares, they wrote, "
          "were likely to fall.",
          "Analysts at Corvin Bank|estimated\nAnalysts at Corvin Bank|wrote\n" },
        { "The Foreign Ministers declared that the cost was high. They warned that it would rise.",
          "The Foreign Ministers|declared\nThe Foreign Ministers|warned\n" },
        { "Yael Lind and her colleagues weighed beads. They found that glass creeps. “We were "
          "right,” she says.",
          "Yael Lind and her colleagues|found\nYael Lind|says\n" },
        { "Rosa Keane QC, for the residents, said emails showed officials knew.",
          "Rosa Keane QC|said\n" },
        { "Grace Okello has come. “They talk about phases,” she said outside the hall.",
          "Grace Okello|said\n" },
        { "Wilma Oduya drew maps. “I like the sea,” she said.\n\nThe geographer Hugh Penfold "
          "complained that they were wrong.\n\n“The sea will show,” she wrote.",
          "Wilma Oduya|said\nThe geographer Hugh Penfold|complained\nWilma Oduya|wrote\n" },
        { "The clerk, Basil Crome, recalled that she had erred.\n\n“I gave her the job,” he wrote.",
          "Basil Crome|recalled\nBasil Crome|wrote\n" },
        { "Maria Winter said that, by urging both sides to talk, the club had admitted its "
          "failure.",
          "Maria Winter|said\n" },
    };
    CHECK(cases);
}

static void english_pairs(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "Ada Quill opened a mill. “I was tired,” she says.\n\nHer partner in the firm, Omesh "
          "Rao, "
          "was a clerk. “Nobody came,” he says.\n\n“He counted bags,” she says.\n\n“I weighed "
          "them,” he says.",
          "Ada Quill|says\nOmesh Rao|says\nAda Quill|says\nOmesh Rao|says\n" },
        { "Ada Quill opened a mill. “I was tired,” she says.\n\nHer sister, Priti Sahni, sold it. "
          "“Nobody came,” she says.",
          "Ada Quill|says\nPriti Sahni|says\n" },
        { "Omesh Rao was a clerk. “It rained,” he says.\n\nAda Quill ran a mill. “It burned,” she "
          "says. Her husband died in May.\n\n“It was cold,” he says.",
          "Omesh Rao|says\nAda Quill|says\nOmesh Rao|says\n" },
    };
    CHECK(cases);
}

static void chinese_pairs(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        /* who is a man and who a woman is told beside their names, and nowhere else */
        { "药师苗敬文先生和画家安娜·莱特女士同住一楼。\n\n苗敬文搬来得早。“只有老鼠，”他说。\n\n“我"
          "只想睡觉，”她说。\n\n“她嫌钟吵，”他说。",
          "苗敬文|说\n莱特|说\n苗敬文|说\n" },
        { "苗秋菊是镇上唯一的女船长。“他算得清鱼，”苗秋菊说。\n\n何一鸣是会计。他会画图。“都写着呢"
          "，”他说。\n\n晚上她也来。“我看脸色，”她说。",
          "苗秋菊|说\n何一鸣|说\n苗秋菊|说\n" },
        { "苗秋菊是船长。“他算得清鱼，”苗秋菊说。\n\n何一鸣是会计。“都写着呢，”他说。\n\n去年下雪。"
          "\n\n“我看脸色，”她说。",
          "苗秋菊|说\n何一鸣|说\n苗秋菊|说\n" },
        { "苗秋菊是镇上唯一的女船长。\n\n“都写着呢，”他说。", "|说\n" },
        /* a father is told of because of his son */
        { "画家亨利·莱特先生开了店。\n\n莱特在海边长大，父亲是渔民。“我听着风睡觉，”他说。",
          "莱特|说\n" },
        { "画家亨利·莱特先生开了店。“我怕风，”他说。\n\n苗秋菊女士守店。她的丈夫三年前去世。“我不怕"
          "，”她说。\n\n他摆摆手。“种子会活，”他说。",
          "画家亨利·莱特先生|说\n苗秋菊|说\n画家亨利·莱特先生|说\n" },
        /* a beat */
        { "苗秋菊女士守店。“我不怕，”她说。\n\n她笑了。“其实我怕。”", "苗秋菊|说\n苗秋菊|\n" },
        { "“浪有三米高，”苗秋菊辩解说。\n\n“浪有三米高，”苗秋菊坚持说。\n\n“浪有三米高，”苗秋菊开玩"
          "笑说。",
          "苗秋菊|辩解说\n苗秋菊|坚持说\n苗秋菊|开玩笑说\n" },
    };
    CHECK(cases);
}

/* Words that a sentence begins with and that describe her are nobody. */
static void english_descriptions(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "Mary Okafor ran the ferry.\n\nHalf frozen she told Jan Brandt that the boat had gone.",
          "Mary Okafor|told\n" },
        { "Mary Okafor ran the ferry.\n\nDeeply moved she said the crew was safe.", "Mary Okafor|said\n" },
        { "Mary Okafor ran the ferry.\n\nScarcely out of breath she said the crew was safe.",
          "Mary Okafor|said\n" },
        { "Mary Okafor ran the ferry.\n\nPale with cold she said the crew was safe.", "Mary Okafor|said\n" },
        { "Mary Okafor ran the ferry.\n\nWet and angry she said the crew was safe.", "Mary Okafor|said\n" },
        { "Mary Okafor ran the ferry.\n\nUnhurt she said the crew was safe.", "Mary Okafor|said\n" },
        { "Half frozen she told Jan Brandt that the boat had gone.", "|told\n" },
        /* but those who know or fear what she does */
        { "Okafor knew he would come. He said the crew was safe.", "Okafor|said\n" },
        { "Emily feared she was late. She said the crew was safe.", "Emily|said\n" },
        { "Half of the crew said the food was bad.", "Half of the crew|said\n" },
    };
    CHECK(cases);
}

static void english_verdicts(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "The union called the decision reckless.", "The union|called\n" },
        { "In 2019 the bank called in a loan and the county called off the fair.", "" },
        { "The report puts the cost at £1.3bn.", "The report|puts\n" },
        { "The mayor put the lamp at the door.", "" },
        { "“I shall want two,” replied Mr. Hale gravely, “for I never sleep.”",
          "Mr. Hale|replied\nMr. Hale|replied\n" },
        { "“Come in,” said the family.", "the family|said\n" },
    };
    CHECK(cases);
}

/* Headings of chapters and words for nobody are not who “he” is. */
static void nobody(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "# Chapter IV. The Quay\n\nHe climbed the tower. “It is late,” he said.", "|said\n" },
        { "PART TWO\n\nHe climbed the tower. “It is late,” he said.", "|said\n" },
        { "Nobody spoke for a time. “It is late,” he went on.", "|went on\n" },
        { "Part owner Josef Hale sat down. “It is late,” he said.",
          "Part owner Josef Hale|said\n" },
    };
    CHECK(cases);
}

static void chinese(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "当地渔民陈水根告诉记者，河口又有了刀鱼。", "当地渔民陈水根|告诉\n" },
        { "在城东居住多年的黄美玲（46岁，会计师）受访时说，租金涨了三成。",
          "黄美玲（46岁，会计师）|说\n" },
        { "港务部长李志坚前一天在议会说，码头不会关闭。", "港务部长李志坚|说\n" },
        { "港务局一名高级官员表示，谈判很难。\n\n船长林安娜说，船坏了。\n\n“声明会提到这一点，”这名"
          "要求匿名的官员说。",
          "港务局一名高级官员|表示\n船长林安娜|说\n港务局一名高级官员|说\n" },
        { "港务局通知船长，码头明天关闭，并对停业提出具体要求，作为回应。", "港务局|通知\n" },
        { "港务局长李志坚首次就此发表评论，他呼吁双方停火。", "港务局长李志坚|呼吁\n" },
        { "警方说，桥塌了。\n\n抗议者手举“走开”之类的标语，高呼“还我码头”口号，他们停了下来。",
          "警方|说\n抗议者|高呼\n" },
        { "居民高呼“还我码头”口号，向市中心行进。", "居民|高呼\n" },
        { "议员痛批港务局先斩后奏。", "议员|痛批\n" },
        { "“太突然了！”住在三楼的刘阿姨告诉记者，她听见一声巨响。", "刘阿姨|告诉\n刘阿姨|告诉\n" },
        { "“太突然了！”住在三楼的刘阿姨告诉记者，眼泪流了下来。", "刘阿姨|告诉\n" },
        { "公司董事长陈建国表示：“这很好。”他说，新厂将建成。", "公司董事长陈建国|表示\n公司董事长陈建国|说\n" },
        { "工厂预计，九月投产。", "" },
        { "农林部等三部门联合发文，要求各地不得毁林。", "农林部等三部门|发文\n" },
        { "市交通局表示，桥今天封闭。公司承诺工人不会失业。", "市交通局|表示\n公司|承诺\n" },
        { "秘书长赵东方表示：“这很好。”她说，桥将重开。", "秘书长赵东方|表示\n秘书长赵东方|说\n" },
        { "成员国表示：“这很好。”他说，桥将重开。", "成员国|表示\n|说\n" },
        { "他抬起头：“等我刷完。”", "|\n" },
    };
    CHECK(cases);
}

/* What stood on the way to who speaks: a phrase before the name, a rank, a name in what is said, a
 * question that another answers, marks of other languages. */
static void on_the_way(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "On Friday, at dusk, Ines Falk, the pilot, said the fog had lifted.", "Ines Falk|said\n" },
        { "In a note, sent on Friday, the warden, Omar Said, wrote that the pond had dried.",
          "Omar Said|wrote\n" },
        { "The pond will be dug out in May, canal boaters say.", "canal boaters|say\n" },
        { "Mr Falk put it to the diver that he had not looked.", "Mr Falk|put\n" },
        { "Falk called it “a pond for ducks and dreamers” and accused the warden of sloth.",
          "Falk|called\nFalk|accused\n" },
        { "“I want no boat,” returned the hermit. “I want a bridge.”",
          "the hermit|returned\nthe hermit|\n" },
        { "Retired diver Ines Falk, standing on the bank, shook her head. “It is mud,” she said.",
          "Ines Falk|said\n" },
        { "Ines Falk, 44, giving evidence in Ware, said the order came from the warden, Omar Lunt, in "
          "a letter.",
          "Ines Falk|said\n" },
        { "“Who let the water out?” asked Ines Falk.\n\n“It went by itself, a little every day.”",
          "Ines Falk|asked\n|\n" },
        { "The mayor answered in French, « Nous irons demain », and left.", "The mayor|answered\n" },
        { "Neither the port nor its pilots would say how deep the mud is.", "" },
        { "“No boats beyond this line,” read a board on the quay.", "a board|read\n" },
        { "Ware Docks, the largest employer, left the talks. In a note, it said that the pond was dry.",
          "Ware Docks|said\n" },
        { "Surveyors at Lunt & Falk estimate that the mud is deep.",
          "Surveyors at Lunt & Falk|estimate\n" },
        { "The workers put the cost at about 3,000 pounds.", "The workers|put\n" },
        { "“My pond!” shouted the miller.\n\n“Our pond,” observed Ines Falk.\n\n“It was dug by my own "
          "father!”",
          "the miller|shouted\nInes Falk|observed\n|\n" },
        { "Ines Falk held that the pond was hers; the miller, Omar Lunt, swore that it was his.",
          "Ines Falk|held\nOmar Lunt|swore\n" },
        { "They held “Give us water” signs.", "" },
        { "The notary unrolled a paper and read that the pond was free.", "The notary|read\n" },
        { "The captain of the barge that ran aground off Ware in May told an inquiry that he slept.",
          "The captain of the barge|told\n" },
        { "Omar Lunt wrote of that morning that the reeds were white.", "Omar Lunt|wrote\n" },
        { "The warden conceded defeat late Sunday. He said that it was over.", "The warden|said\n" },
        { "Rescuers digging under the gate said on Friday that they had heard a knock.", "Rescuers|said\n" },
        { "The port fears a flood, something Harwick denies.", "Harwick|denies\n" },
        { "Ware, July 25th, 2020 (Post, Ann Pole) Omar Lunt, warden of Ware, announced that the pond "
          "was dry.",
          "Omar Lunt|announced\n" },
        { "The Harwick Post said that the pond was dry. The company said that it was not.",
          "The Harwick Post|said\nThe company|said\n" },
        { "Test Results Of Warden Of Ware Now Negative Again\n\nHe said that the pond was dry.", "|said\n" },
        { "Ines Falk said: „Wir gehen jetzt sofort nach Hause.“", "Ines Falk|said\n" },
    };
    CHECK(cases);
}

/* An interview within an article, however much else that has; and what a list has before its colons. */
static void who_asks(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "The ferry rests from June on.\n\nThe pier is closed.\n\nQ: When does it rest?\n\nA: From June "
          "on, for a year.\n\nQ: And the crew?\n\nA: It goes to the other pier.\n\nThe pond is "
          "dry.\n\nThe reeds are white.\n\nIt rained in May.",
          "Q|:\nA|:\nQ|:\nA|:\n" },
        { "Q. When does it rest?\n\nA. From June on, for a year.\n\nQ. And the crew?\n\nA. It goes to the "
          "other pier.",
          "Q|.\nA|.\nQ|.\nA|.\n" },
        { "渡船停了。\n\n码头关了。\n\n问：何时停航？\n\n答：六月，停一年。\n\n问：船员怎么办？\n\n答：去另一个"
          "码头。\n\n池塘干了。\n\n芦苇白了。\n\n五月下了雨。",
          "问|：\n答|：\n问|：\n答|：\n" },
        { "The plan has parts.\n\nA: a pier of stone, as before.\n\nB: a pier of wood, or none at all.", "" },
    };
    CHECK(cases);
}

/* What somebody has is not that one: it acts on its own, but for a voice or a hand. */
static void owners(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "Ines Falk's answer surprised the pilots. “We have no boats left at all.”", "|\n" },
        { "Ines Falk's voice shook. “We have no boats left at all.”", "Ines Falk|\n" },
        { "Ines Falk's answer was short. “No,” she said.", "Ines Falk|said\n" },
        { "“We have no money,” was Ines Falk's answer.", "Ines Falk|was\n" },
        { "“We have no money,” was Mr. Falk's answer.", "Mr. Falk|was\n" },
        { "Ines Falk’s answer surprised the pilots. “We have no boats left at all.”", "|\n" },
        { "Ines Falk’s voice shook. “We have no boats left at all.”", "Ines Falk|\n" },
        { "“We have no money,” was Ines Falk’s answer.", "Ines Falk|was\n" },
        { "Ines Falk didn’t say that the boats were lost.", "" },
        { "Ines Falk didn't say that the boats were lost.", "" },
    };
    CHECK(cases);
}

/* Those who stand before a court, and one who is told, or called so. */
static void before_a_court(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "被告称船主早已知情，并未隐瞒。", "被告|称\n" },
        { "原告称此说不实。", "原告|称\n" },
        { "被告人称，他当晚在船上。", "被告人|称\n" },
        { "上诉人称，一审判决有误。", "上诉人|称\n" },
        { "原告诉称，被告拖欠船款三万元。", "原告|诉称\n" },
        { "法院被告知，船长已离境。", "" },
        { "他被告称为骗子。", "" },
    };
    CHECK(cases);
}

/* A word that leads on is nobody's name. */
static void chinese_leads(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "于是队长说，要开会。", "队长|说\n" },
        { "看来有很多人说船不存在。", "有很多人|说\n" },
        { "比方说，别人说他搞破坏。", "别人|说\n" },
        { "有一次霍尔特说，船要停了。", "霍尔特|说\n" },
        { "霍尔特说，船要停了。后来他又说，船不停了。", "霍尔特|说\n霍尔特|说\n" },
    };
    CHECK(cases);
}

static void chinese_on_the_way(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "镇党委书记马向东认为，水塘可以再挖。", "镇党委书记马向东|认为\n" },
        { "花农林长贵家住塘边。天没亮，他就下了田。“水浅，花开得早。”他告诉记者。\n\n林长贵种花三十年。",
          "花农林长贵|告诉\n" },
        { "水是一夜之间没的，林长贵回忆。", "林长贵|回忆\n" },
        { "水塘见底 专家：雨季之前不会回水\n\n塘边的人都走了。", "专家|：\n" },
        { "邻居们调侃她“掉进去了”。", "邻居们|调侃\n" },
        { "中国田协发来贺信，称这一成绩“振奋人心”。", "中国田协|称\n" },
        { "前国手吴向东则提醒，水不深。", "前国手吴向东|提醒\n" },
        { "观众小陆举着灯笼喊哑了嗓子。“值了，太值了！”", "小陆|\n" },
        { "组委会随后宣布，将请他来。", "组委会|宣布\n" },
        { "男孩叫石小北，今年十岁。他说，自己是从塘里爬上来的。", "石小北|说\n" },
        { "林长贵醒来。桌上留了张字条，写着：“水还会来的。”", "|写着\n" },
        { "林长贵写了一封信。信中写道：“谢谢大家。”她表示，以后会小心。", "信中|写道\n|表示\n" },
        { "“塘底的泥比人还深。”散会后，林长贵对记者说。", "林长贵|说\n" },
        { "“我守了一年塘，只见过两回鱼。”6月1日，站在干裂的塘边，看守林长贵对记者说。",
          "看守林长贵|说\n" },
        { "“塘底的泥比人还深。”林长贵回忆，2013年，水没过了门槛。", "林长贵|回忆\n林长贵|回忆\n" },
        { "对于外界“水怪”的说法，林长贵的父亲并不认同。“那是条老鱼。”他说。", "林长贵的父亲|说\n" },
        { "水利局工程师林长贵分析，闸门放得太晚。", "水利局工程师林长贵|分析\n" },
        { "据业内人士透露，塘早就漏了。律师韩若梅没有来。“迟早要干。”该人士说。",
          "业内人士|据\n业内人士|说\n" },
        { "县里要求各村不得下水。", "县里|要求\n" },
        { "车主毛女士回忆说，水是一下子漫上来的。“我当时腿都软了。”她的丈夫随即报了警。",
          "车主毛女士|回忆说\n车主毛女士|\n" },
        { "老葛问他水塘干不干净。", "老葛|问\n" },
        { "“您放心，”村支书拍着胸脯说，“塘里有水。”", "村支书|说\n村支书|说\n" },
        { "上周五公布的报告指出，水不深。", "报告|指出\n" },
        { "副镇长林长贵说，水不深。方案已定。他强调，谁也不能下水。",
          "副镇长林长贵|说\n副镇长林长贵|强调\n" },
        { "林长贵是副镇长。住在塘边的居民吴阿婆至今心慌。“水很急，我跑出来了。”她告诉记者。",
          "居民吴阿婆|告诉\n" },
        { "水务集团8日在官网发布声明，称“十分痛心”。", "水务集团|称\n" },
        { "原告林某诉称，水塘被人放干。", "原告林某|诉称\n" },
        { "法院审理查明，闸门是夜里打开的。", "法院|审理查明\n" },
        { "“水会回来的。”林长贵说着，把锄头放下。", "林长贵|说\n" },
        { "老孟看了看水，半晌方说：“干了。”", "老孟|说\n" },
        { "花农林长贵最懂这口塘。\n\n林长贵年过六旬，村里人都叫他“水老爷”。“塘底有泉。”他说。",
          "花农林长贵|说\n" },
    };
    CHECK(cases);
}

/* How and when one speaks is no part of who one is, nor what stands before the blank of a headline. */
static void chinese_manners(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "蓝鲸公司立即宣布，大桥关闭三天。", "蓝鲸公司|宣布\n" },
        { "公司当即表示，不会退款。", "公司|表示\n" },
        { "警方很快证实，三人受伤。", "警方|证实\n" },
        { "林安娜马上说，她不知道。", "林安娜|说\n" },
        { "警方及时发现嫌疑人。分队发现目标，有序开展工作。", "" },
        { "警方很快发现那名司机已经死亡。", "警方|发现\n" },
        { "校方刚刚宣布，考试推迟。", "校方|宣布\n" },
        { "大桥裂缝增至17处 县议会：十月重新开放并退还票款\n\n大桥有百年历史。", "县议会|：\n" },
        { "车祸致三死 警方：司机酒后驾驶，已被刑事拘留\n\n大桥有百年历史。", "警方|：\n" },
    };
    CHECK(cases);
}

/* What somebody is called by others is no statement, and how they do it no part of who they are. */
static void chinese_bynames(void **state)
{
    (void)state;
    static const struct speaker_case cases[] = {
        { "他被人们亲切地称“老黄牛”。", "" },
        { "他被人们亲切地称。", "" },
        { "这条河被当地人称“母亲河”。", "" },
        { "这座桥被老百姓亲切地称作“状元桥”。", "" },
        { "李强被乡亲们习惯地称老支书。", "" },
        { "当地人亲切地称他“王爷爷”。", "当地人|称\n" },
        { "李强被警方带走时称，这是冤枉。", "李强|称\n" },
        { "公司被罚后称“将依法上诉”。", "公司|称\n" },
    };
    CHECK(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_subjects),
        cmocka_unit_test(on_the_way),
        cmocka_unit_test(chinese_on_the_way),
        cmocka_unit_test(who_asks),
        cmocka_unit_test(owners),
        cmocka_unit_test(before_a_court),
        cmocka_unit_test(chinese_leads),
        cmocka_unit_test(nobody),
        cmocka_unit_test(english_names_beside),
        cmocka_unit_test(english_references),
        cmocka_unit_test(english_descriptions),
        cmocka_unit_test(english_verdicts),
        cmocka_unit_test(english_pairs),
        cmocka_unit_test(chinese_pairs),
        cmocka_unit_test(chinese),
        cmocka_unit_test(chinese_bynames),
        cmocka_unit_test(chinese_manners),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
