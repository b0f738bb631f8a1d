#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "text/sentence.h"

/* Each case is a paragraph with "|" where a sentence must end; the bar itself is not part of
 * the text. */
static const char *const english[] = {
    "",
    "   ",
    "A title without a stop",
    "He left.| She stayed.",
    "He left.|  \n She stayed. ",
    "Really?| Yes!| Good.",
    "What!?| No way.",
    "He paid 37.6 percent.| That was 1.5 more.",
    "Mr. Ma spoke.| Mrs. Lee listened to Dr. Wei and Prof. Wu.",
    "MR. MA: I got my inspirations there.| I went back.",
    "He met Gen. Smith at St. James on Jan. 5.| Then he left.",
    "The Journal’s Dennis K. Berman talked with Mr. Ma about his company.",
    "Edith I. Marlow kept the ferry.",
    "The permit cost Rs. 500 and was drawn up by Marlow et al. Lower Marsh paid.",
    "J. R. R. Tolkien wrote it.| J. K. Rowling did not.",
    "It was Plan B.| The other had failed.",
    "So do I.| Bob does not.",
    "Alibaba’s Alipay and Apple Inc. ’s Apple Pay.| More follows.",
    "Apple Inc.’s phone sold.| Good.",
    "He joined Apple Inc. in May.| She joined Sony Corp. Tokyo is far.",
    "He joined Apple Inc.| The year was 1990.",
    "on my trip to the U.S.| I saw Silicon Valley.",
    "a rival in the U.S. Congress agreed",
    "operations moved to the U.S. the crash kicked in",
    "the U.S. market, the U.K. and the E.U. agree",
    "It is in the U.K.| But it is far.",
    "He has a Ph.D. from Yale.| He left at 9 p.m. Monday.| It was late.",
    "It closed at 5 p.m.| Traders went home.",
    "It opens at 9 a.m. EST.| Come early.",
    "Apples, pears, etc.| Others bring nuts.",
    "apples, etc., are good",
    "See Fig. 3 and No. 5, vol. 2, pp. 10.| Then go.",
    "He said no.| Nobody heard.",
    "Big firms, e.g. Amazon, i.e. Rivals, vs. Alibaba and others.",
    "What is 11Main.com?| What does it mean?",
    "1.1.2. Shell prompt on the console",
    "10.12.1. The mount point.| It must be there.",
    "A.3. Copying.| B.1.4. Notes follow.",
    "It runs on 2.6.32.| Nobody uses it.",
    "It was in 10.20.| 30.12.2014 came later.",
    "It is 2.0.| 1.1.2. The prompt",
    "So we invested in 11Main.| A website opened.",
    "Visit Fab.com or 11Main.com.| It is open.",
    "“We do not compete.| We bring business,” he added.",
    "“People say, ‘well, when will you come?”” Ma said in New York.| “We do not.”",
    "“Will you come?” asked Ma.| He did.",
    "“Will you come?” I said.",
    "“Who?” Executive Vice Chairman Joseph Tsai asked.| Nobody.",
    "“Who?”| The door closed.",
    "“Go!”| Bob went.",
    "\"He left.\"| \"She stayed.\"",
    "'Is it?'| 'It is.'| He nodded and said: 'Good.'| 'Fine.'",
    "'Who says I don't!' protested Trinket, rising.| He fell.",
    "He said “no.”| She said “yes.”",
    "“But I—”| “You what?” he cried.",
    "\"You mean—\"| \"Most do.\"",
    "(He left.)| She stayed.",
    "He left (she stayed).| They met.",
    "The site (who knew?) Alibaba bought was small.",
    "The giant (it was big. Very big.) fell.| It rose.",
    "He left (at last.)| She stayed.",
    "Wait... no.",
    "Wait...| Then he came.",
    "Wait… no.| Wait….| Yes.",
    "I... I’ve got it.| Wh... What?",
    "He paused . . . and left.| Good.",
    "1. Foo is first.| It leads.",
    "12. Foo is later.",
    "a. The first point",
    "iv. The fourth point",
    "It rose to 12.| Then it fell.",
    "It happened in 1984.| Orwell knew.",
    "Here it is: the thing; all of it: yes.",
    "Sales rose.| iPhone sales fell.| eBay grew.| macOS is free.",
    "It hung there.| van Gogh painted it.| al-Qaeda did not.",
    "It belongs to S.A. de C.V. in May, as Dr. van Dyke told J. de Wit.",
    "They met Capt. de Luca at 5 p.m. on a boat.",
    "It works.[1]| It does.[23]| Good.",
    "Stop!—he cried.",
    "“Stop!” — he cried.",
    "Yahoo! Inc. sold it.| He loves Yahoo!| The end.",
    "Is it \"free\"?| It is.",
    "He wrote “The End.”| 3 people read it.",
    "$5 is little.| $10 is more.",
    "behave ?| Yes .",
    "well, when will you? ”| He left.",
    "Ends here.|\n\nNo stop in this line|\n\nAnother",
    "He left.| 《故事》 is a book.",
    "É o fim.| Élan vital.| Été.",
};

static const char *const chinese[] = {
    "他走了。|她来了。",
    "他走了！|她来了？|真的！？|是。",
    "你好吗？|我很好",
    "他说：“我走了。|你呢？”|她没有回答。",
    "“我走了。”他说。|她哭了。",
    "“走吧！”他说，“快！”|他走了。",
    "“真的？”他问道。",
    "“真的？”|他大声喊道：“走！”",
    "“走吧。”|他说：“再见。”",
    "“你来迟了。”|贾蓉听说，便笑了。",
    "“好。”|他点了点头。",
    "“好。”|“行。”|“那就这样。”",
    "「好。」|「行。」他說。",
    "阿里巴巴表示，库存“数百万”。|“这将有助于销售。”",
    "所谓“你好！”的声音很大。|他笑了。",
    "他高呼“万岁！”冲了上去。",
    "我……我不知道。|真的。",
    "“我不知道……所以没来。”",
    "他走了……|后来，她也走了。",
    "他走了……的时候",
    "“难道……”|他没有说完。",
    "他走了。 ……|她来了。",
    "什么？——他惊呆了。",
    "第一；第二；第三。|完。",
    "注意：这里不断。",
    "《谁动了我的奶酪？》是一本书。|我读过。",
    "他（真的吗？）走了。|她也走了。",
    "他走了（她没有。）|后来她也走了。",
    "（他走了。）|她来了。",
    "他走了（真的？）。|她来了。",
    "1.1.2. 控制台上的提示符",
    "10.1.12.挂载点。|它必须存在。",
    "He left.| 他走了。",
    "He left.|他走了。|She stayed.",
    "他投资了11Main.|后来走了。",
    "他在Apple Inc.工作。",
    "他买了37.6%的股份。|还有5万。",
    "他走了.|她来了.",
    "如今没了钱就瞎生气了!|如今咱们离城住着。",
    "她用Yahoo!的邮箱。",
    "他走了。|\n她来了。",
    "1. 第一条。|第二条。",
    "彼は来た。|彼女は帰った。",
    "그는 왔다.| 그녀는 갔다.",
    "वह आया।| वह गया।",
    "他说“好。”",
};

/* Own sentences of the kinds that published rules for English have. */
static const char *const kinds[] = {
    "The ferry is late.| The village is used to it.",
    "Who keeps the lamp?| A boy of nine does.",
    "The rope broke!| Two men fell in.",
    "The lamp was made by Edith I. Marlow.",
    "The tolls stand on p. 17.",
    "Did Marlow and co. pay for the paint?",
    "The boat was sold to Marlow, Reed & Co. at dusk.",
    "Let us write to Reed and co.| They will answer.",
    "The boat was sold to Marlow, Reed & Co.| It sank a year later.",
    "From the deck one sees Mt. Ararat in the haze.",
    "St. Mary's School is on 9th st. near the mill.",
    "This was John Reed Jr.'s oar.",
    "He sailed to the U.S.A. in spring.",
    "The cargo came from the E.U.| Who ordered it?",
    "They left for the U.S.| Their house stands empty.",
    "He built dams for the U.S. Army in Ohio.",
    "They stayed in the U.S. for nine years.",
    "At 6 a.m. Mr. Reed rowed out.| He was back by 8 P.M.| Mr. Reed then slept.",
    "A crossing costs $2.50 on Sundays.",
    "A crossing costs $2.50.| Children pay half.",
    "The clerk (He had been a sailor for ten years.) kept the books at the pier.",
    "Write to Edith.Marlow@ferry.example.org.| She answers at once.",
    "The page is at: https://www.ferry.12.example.org/new/times_table.html.| Do look.",
    "He turned to her, 'This is our boat.' he said.",
    "He turned to her, \"This is our boat.\" he said.",
    "He turned to her, \"This is our boat.\"| She looked at the river.",
    "Ahoy!!| Is nobody there?",
    "Ahoy??| Who calls?",
    "Ahoy!?| Who calls?",
    "Ahoy?!| Who calls?",
    "1.) Tie the rope| 2.) Lift the anchor",
    "1.) Tie the rope.| 2.) Lift the anchor.",
    "1) Tie the rope| 2) Lift the anchor",
    "1) Tie the rope.| 2) Lift the anchor.",
    "1. Tie the rope| 2. Lift the anchor",
    "1. Tie the rope.| 2. Lift the anchor.",
    "• 9. Tie the rope| • 10. Lift the anchor",
    "⁃9. Tie the rope| ⁃10. Lift the anchor",
    "a. Tie the rope| b. Lift the anchor| c. Row out",
    "The night was cold\nand long on the river.",
    "The wreck lies at N°. 4417.208.331.| Divers found it there.",
    "She works at Yahoo! in the mail room.",
    "We row well, you and I.| Did you meet Edith I. Marlow there?",
    "Marlow writes that with a lamp, “the river seems less wide. . . .”",
    "\"Reed [...] spoke of two parallel bridges [...]\" (Marlow 12).",
    "Marks are set with a space . . . .| The next words follow.",
    "I never said that....| She rowed away.",
    "I was not there ... well, I mean...look . . . what I saw, that is . . . I forgot.",
    "One habit that was dropped . . . was the toll at night. . . .| The bell was kept. . . .",
    "It fell 3 percent vs. Monday and est. 5 since May.",
    "The suit, Reed v. Marlow, cites Fig. 4, Eq. 7 and No. 12.",
    "The mill paid Rs. 900 and Marlow et al. got half.",
    "The depth is min. 4 m and max. 9 m.| Large boats wait.",
    "The bridge was shut.12| Nobody crossed it.",
    "We have no rope.”4| They swam.",
    "The lamp went out at 5 p.m.| The keeper slept.",
    "The tide turns at 3.45 on most days.| Ask the keeper.",
    "Go now.)| They went.",
    "Dr. A. B. Reed, Ph.D., of Mt. Clare spoke to Lt. Col. Hay.",
};

static const char *const chinese_kinds[] = {
    "“船还在吗？”没有人回答。",
    "“船还在吗？”|她问了三遍，没有人回答。",
    "他说:\"船沉了。\"|大家都不信。",
    "\"船沉了。\"|\"谁说的？\"",
    "\"船沉了。\"他说。|大家都不信。",
    "\"船沉了!\"|她转身就走。",
    "渡口关了.|船夫回了家.",
    "渡口关了。[3]|船夫回了家。",
    "渡口关了。”|船夫说：“明天再来。”",
    "票价为3.5元。|儿童半价。",
    "上午9.30开船。|请早到。",
    "请看www.ferry.example.cn。|那里有时刻表。",
    "他叫J. K. 马洛。|他是船夫。",
    "他问：“几点开船？”|我说：“九点。”",
    "“几点开船？”我问。|他不答。",
    "（船已开走。）|码头上没有人。",
    "船开走了（他没赶上）。|码头上没有人。",
    "他等了又等……|船没有来。",
    "他说:\"船沉了。\"|\"谁说的?\"他问。",
    "他走了。|\"船呢？\"他问。",
    "1. 系好缆绳| 2. 起锚| 3. 开船",
    "一、系好缆绳。|二、起锚。",
    "1. 系好缆绳。|2. 起锚。",
    "1）系好缆绳。|2）起锚。",
    "他读了《渡口。》这本书。",
    "船长说：‘开船！’|水手们应声而动。",
    "「船呢？」|「沉了。」",
    "「船呢？」他問。|「沉了。」",
    "他喊道：“救命啊！”|没有人听见。",
    "船票多少钱?|三块五.|真便宜!",
    "据A.P.M.公司称，船已修好。|下周开航。",
    "他买了第No.5号船票。|座位靠窗。",
    "为什么？|因为没有风。|有风才开船！",
};

static bool check_case(const char *marked)
{
    struct buffer text = { 0 };
    struct spans wanted = { 0 };
    struct spans got = { 0 };
    for (const char *p = marked; *p != '\0'; p++) {
        if (*p == '|')
            spans_add(&wanted, 0, text.length);
        else
            buffer_add_byte(&text, *p);
    }
    sentence_split(buffer_text(&text), 0, text.length, &got);
    bool same = got.count == wanted.count + (text.length > strspn(buffer_text(&text), " "));
    for (size_t i = 0; same && i < wanted.count; i++)
        same = got.items[i].end == wanted.items[i].end;
    if (!same) {
        print_error("wanted: %s\n", marked);
        for (size_t i = 0; i < got.count; i++)
            print_error("   got: %.*s\n", (int)(got.items[i].end - got.items[i].start),
                        text.data + got.items[i].start);
    }
    buffer_free(&text);
    spans_free(&wanted);
    spans_free(&got);
    return same;
}

static void cuts_english(void **state)
{
    (void)state;
    bool good = true;
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        good = check_case(english[i]) && good;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        good = check_case(kinds[i]) && good;
    assert_true(good);
}

static void cuts_chinese_and_mixed(void **state)
{
    (void)state;
    bool good = true;
    for (size_t i = 0; i < sizeof chinese / sizeof *chinese; i++)
        good = check_case(chinese[i]) && good;
    for (size_t i = 0; i < sizeof chinese_kinds / sizeof *chinese_kinds; i++)
        good = check_case(chinese_kinds[i]) && good;
    assert_true(good);
}

static void offsets_are_those_of_the_whole_text(void **state)
{
    (void)state;
    const char *text = "Skip this. One. Two. Not this.";
    struct spans got = { 0 };
    sentence_split(text, 11, 20, &got);
    assert_int_equal(got.count, 2);
    assert_int_equal(got.items[0].start, 11);
    assert_int_equal(got.items[0].end, 15);
    assert_int_equal(got.items[1].start, 16);
    assert_int_equal(got.items[1].end, 20);
    spans_free(&got);
}

static const char *const pieces[] = {
    "a", "B", "Mr", "U.S", "Inc", "said", "他", "说",
    "走了", "的", "1", "37", " ", " ", "\n", "\n\n",
    ".", "!", "?", "…", "……", "...", "。", "！", "？",
    "，", "：", "“", "”", "‘", "’", "\"", "'", "(", ")",
    "（", "）", "《", "》", "[", "]", "—", "——",
    "-", ";", "Yahoo", "é", "\xC2\xA0", "　", "eBay", "😀", "．",
};

static bool is_blank_at(const char *text, size_t at)
{
    return text[at] == ' ' || text[at] == '\n' || strncmp(text + at, "\xC2\xA0", 2) == 0 ||
           strncmp(text + at, "　", 3) == 0;
}

static void check_cover(const char *text, size_t length)
{
    struct spans got = { 0 };
    size_t at = 0;
    sentence_split(text, 0, length, &got);
    for (size_t i = 0; i <= got.count; i++) {
        size_t until = i < got.count ? got.items[i].start : length;
        assert_true(until >= at);
        for (; at < until; at++) {
            bool inside = ((unsigned char)text[at] & 0xC0) == 0x80;
            assert_true(inside || is_blank_at(text, at));
        }
        if (i == got.count)
            break;
        assert_true(got.items[i].end > got.items[i].start);
        assert_false(is_blank_at(text, got.items[i].start));
        at = got.items[i].end;
    }
    spans_free(&got);
}

static void sentences_cover_every_text(void **state)
{
    (void)state;
    uint32_t random = 12345;
    struct buffer text = { 0 };
    for (int round = 0; round < 20000; round++) {
        buffer_truncate(&text, 0);
        random = random * 1103515245u + 12345u;
        for (uint32_t n = (random >> 16) % 40; n > 0; n--) {
            random = random * 1103515245u + 12345u;
            buffer_add_text(&text, pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        check_cover(buffer_text(&text), text.length);
    }
    buffer_free(&text);
}

/* Text made to look back or ahead over and over would take minutes if that were not bounded. */
static void floods_are_cut_in_linear_time(void **state)
{
    (void)state;
    static const char *const floods[] = { ". ", "(", ". (", "“", "?! ", "— ”", ". - ", "1.", " " };
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++) {
        struct buffer text = { 0 };
        struct spans got = { 0 };
        while (text.length < 300000)
            buffer_add_text(&text, floods[i]);
        sentence_split(text.data, 0, text.length, &got);
        assert_true(got.count > 0 || floods[i][0] == ' ');
        spans_free(&got);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_english),
        cmocka_unit_test(cuts_chinese_and_mixed),
        cmocka_unit_test(offsets_are_those_of_the_whole_text),
        cmocka_unit_test(sentences_cover_every_text),
        cmocka_unit_test(floods_are_cut_in_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
