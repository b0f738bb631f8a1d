#include "quote/han_subject.h"

#include <stdint.h>
#include <string.h>

#include "text/latinword.h"
#include "text/punctuation.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3           /* bytes of a Han character */
#define CLAUSE_MOST 300 /* bytes before a verb: what is longer has no subject to be found */
#define MANNER_MOST 15  /* bytes of 毫不犹豫地 */
#define CLAUSES_SEEN 3  /* of a unit, for who it is about */
#define SUBJECT_LONG 48 /* bytes: what is longer gives way to its last part */

static const char *const times[] = {
    "今天",   "昨天",   "昨日",   "今日", "当天",     "当日",   "日前",   "近日",     "周一",
    "周二",   "周三",   "周四",   "周五", "周六",     "周日",   "週一",   "週二",     "週三",
    "週四",   "週五",   "週六",   "週日", "星期一",   "星期二", "星期三", "星期四",   "星期五",
    "星期六", "星期日", "星期天", "上周", "本周",     "本月",   "上月",   "当地时间", "北京时间",
    "上午",   "下午",   "晚间",   "晚上", "早间",     "凌晨",   "此前",   "随后",     "之后",
    "最近",   "去年",   "今年",   "稍后", "早些时候", "日晚",   "日早",   "昨",       "今早",
    "今晚",   "今晨",   NULL
};

static const char *const joins[] = {
    "但",   "但是", "不过",   "而",       "同时", "此外",     "另外",   "然而", "其中", "因此",
    "所以", "对此", "就此",   "与此同时", "另据", "另一方面", "而且",   "尽管", "虽然", "由于",
    "如果", "如今", "而对于", "可是",     "那么", "其实",     "事实上", "最终", "最后", "首先",
    "其次", "目前", "综合",   "”",        "」",   "』",       NULL
};

static const char *const together[] = { "并", "并且", "还", "也", "又", "同时", "另",
                                        "则", "且",   "再", "亦", "更", NULL };

static const char *const pronouns[] = {
    "他", "她", "它", "他们", "她们", "该公司", "该发言人", NULL
};

/* Digits with 日 月 年 时 点 behind. */
static size_t digits_at(const char *text, size_t at, size_t end)
{
    static const char *const units[] = { "日", "月",   "年",   "号",   "时", "点",
                                         "分", "日电", "月底", "月初", NULL };
    static const char *const spans[] = { "多年", "余年", "个月", "多天", "天",
                                         "小时", "多个", "名",   NULL };
    size_t digits = at;
    while (digits < end && ((text[digits] >= '0' && text[digits] <= '9') || text[digits] == ' '))
        digits++;
    if (digits == at || digits >= end || text[at] == ' ')
        return 0;
    size_t unit = wordlist_at(text, digits, end, units);
    /* 30 多年前 */
    if (unit == 0 && (wordlist_at(text, digits, end, spans) > 0))
        unit = wordlist_at(text, digits, end, spans);
    return unit > 0 ? digits - at + unit : 0;
}

static size_t time_at(const char *text, size_t at, size_t end)
{
    size_t digits = digits_at(text, at, end);
    return digits > 0 ? digits : wordlist_at(text, at, end, times);
}

size_t han_subject_skip(const char *text, size_t from, size_t end)
{
    while (from < end) {
        size_t size = text[from] == ' ' ? 1 : time_at(text, from, end);
        if (size == 0)
            size = wordlist_at(text, from, end, joins);
        if (size == 0)
            break;
        from += size;
    }
    return from;
}

/* What begins an adverbial; the other list is of words that begin alike. */
static size_t adverbial_at(const char *text, size_t at, size_t end)
{
    static const char *const words[] = {
        "也",     "还",       "又",   "则",   "曾",     "已",     "再次", "再",   "在",   "对",
        "向",     "就",       "于",   "分别", "进一步", "接受",   "通过", "同时", "并",   "均",
        "都",     "明确",     "公开", "正式", "一再",   "多次",   "反复", "特别", "仍",   "却",
        "只",     "首次",     "坚决", "强烈", "严厉",   "着重",   "不",   "没",   "未",   "将",
        "会",     "应",       "可",   "用",   "从",     "援引",   "引述", "今天", "发布", "发表",
        "发文",   "回答",     "回应", "告诉", "召开",   "解释",   "介绍", "谈到", "谈及", "的说法",
        "指着",   "之所以",   "留言", "撰文", "发帖",   "发推",   "致函", "写信", "来信", "打趣",
        "开玩笑", "半开玩笑", "大声", "低声", "哭着",   "流泪",   "哽咽", "坦率", "自豪", "无奈",
        "苦笑",   "笑道",     "语气", "平静", "更",     "最终",   "主要", "一致", "普遍", "私下",
        "一边",   "一面",     "纷纷", "接着", "紧接着", "继而",   "最先", "率先", "首先", "高兴",
        "笑着",   "综合",     "随即", "举行", "出席",   "致电",   "强调", "表示", "称",   "说",
        "当晚",   "当地",     "独家", "为",   "与",     "和记者", "以",   "以及", "针对", "就此",
        "回复",   "答复",     "会见", "受访", "发言时", "讲话",   "致辞", "谈起", "经",   NULL
    };
    static const char *const others[] = {
        "也门",   "还债",     "就业",     "对外",     "在线",     "在野",   "在职",     "于是",
        "都市",   "将军",     "将领",     "会长",     "会议",     "会员",   "应急",     "未来",
        "不列",   "不动产",   "用户",     "从业",     "可口",     "可能",   "对手",     "向导",
        "以色列", "以上",     "以下",     "以外",     "以及",     "以往",   "为首",     "与会",
        "经济",   "经理",     "经销",     "经贸",     "经营",     "发布会", "发布者",   "介绍人",
        "并购",   "特别行政", "特别代表", "特别顾问", "特别检察", "通过者", "正式员工", "公开大学",
        "未成年", "不丹",     "没收",     "只有",     "均瑶",     "对冲",   "对话",     "向阳",
        "会计",   "可再生",   "再生",     "再保",     "更名",     "综合",   "主要负责", "说唱",
        "用工",   "用人",     "经纪",     "以军",     "以方",     "以媒",   "对岸",     "对方",
        "应届",   "可靠",     "不少",     NULL
    };
    if (wordlist_at(text, at, end, others) > 0)
        return 0;
    return wordlist_at(text, at, end, words);
}

/* Whether 都 and the like at `at` close a word instead: 首都, 机会, 协会. */
static bool is_closing(const char *text, size_t from, size_t at)
{
    static const char *const words[] = {
        "首都",   "成都",     "京都", "花都", "机会",   "协会",   "委员会", "工会", "大会",
        "商会",   "议会",     "国会", "学会", "理事会", "社会",   "董事会", "总会", "联合会",
        "联盟会", "基金会",   "宴会", "教会", "行会",   "公会",   "商务会", "人会", "监会",
        "人士会", "供应",     "效应", "反应", "方向",   "许可",   "认可",   "公用", "费用",
        "使用",   "信用",     "服从", "财经", "神经",   "华为",   "行为",   "因为", "作为",
        "认为",   "阿富汗将", "上将", "中将", "少将",   "大将",   "准将",   "共和", "参与",
        "给与",   "新会",     "成就", "法会", "峰会",   "三年会", "晚会",   "聚会", "音乐会",
        "奥委会", "足协会",   "现在", "存在", "内在",   "潜在",   "正在",   "反对", "针对",
        "应对",   "面对",     "绝对", "相对", "派对",   "关于",   "由于",   "位于", "属于",
        "等于",   "对于",     "至于", "基于", "处于",   "终于",   "供不",   "可",   NULL
    };
    size_t size;
    uint32_t code;
    size = utf8_decode(text + at, 4, &code);
    return wordlist_before(text, from, at + size, words) > 0;
}

static bool in_name(const struct quote_unit *unit, size_t at, size_t *past)
{
    const struct speaker_name *name = quote_unit_name(unit, at);
    if (name == NULL || name->start > at)
        return false;
    *past = name->end;
    return true;
}

/* Past a title in 《》 or a bracket at `at`. */
static size_t bracket_end(const char *text, size_t at, size_t end)
{
    uint32_t code;
    (void)utf8_decode(text + at, end - at, &code);
    uint32_t closing = punctuation_bracket_close(code);
    if (closing == 0)
        return at;
    for (size_t i = at; i < end;) {
        size_t size = utf8_decode(text + i, end - i, &code);
        i += size;
        if (code == closing)
            return i;
    }
    return at;
}

static bool is_denial(const char *text, size_t at, size_t end)
{
    static const char *const words[] = { "不", "没", "未", "拒绝", "无法", NULL };
    static const char *const others[] = { "不断", "不久", "不仅", "不得不", "不忘",
                                          "未来", "不过", "应邀", "不止",   "不只",
                                          "应询", "可能", "不满", "不少",   NULL };
    return wordlist_at(text, at, end, words) > 0 && wordlist_at(text, at, end, others) == 0;
}

/* 一位不愿具名的工人: what is denied, or was, of somebody and not by the verb. */
static bool is_attribute(const struct quote_unit *unit, size_t at, size_t verb)
{
    static const char *const words[] = {
        "不", "没", "未", "曾", "已", "仍", "刚", "将", "只", NULL
    };
    bool paper;
    if (wordlist_at(unit->text, at, verb, words) == 0)
        return false;
    for (size_t de = at + HAN; de + HAN < verb; de++) {
        if (memcmp(unit->text + de, "的", HAN) != 0)
            continue;
        size_t end = de + HAN;
        while (end < verb &&
               (adverbial_at(unit->text, end, verb) == 0 || is_closing(unit->text, de + HAN, end)))
            end++;
        return han_subject_is_living(unit, (struct span){ de + HAN, end }, &paper);
    }
    return false;
}

/* Where the first adverbial of [from, verb) begins. */
static size_t subject_end(const struct quote_unit *unit, size_t from, size_t verb, bool *denied)
{
    const char *text = unit->text;
    uint32_t code;
    size_t end = verb;
    /* 直言不讳地, 毫不犹豫地 */
    bool manner = wordlist_before(text, from, verb, (const char *const[]){ "地", NULL }) > 0;
    for (size_t at = from; at < verb;) {
        size_t past;
        if (in_name(unit, at, &past) && past <= verb && past > at) {
            at = past;
            continue;
        }
        past = bracket_end(text, at, verb);
        if (past > at) {
            at = past;
            continue;
        }
        const struct quote_mark *mark = quote_marks_at(unit->marks, at);
        if (mark != NULL && mark->outer.end <= verb) {
            at = mark->outer.end;
            continue;
        }
        bool adverbial = at > from && !(manner && verb - at <= MANNER_MOST) &&
                         ((adverbial_at(text, at, verb) > 0 && !is_closing(text, from, at)) ||
                          time_at(text, at, verb) > 0);
        if (adverbial && end == verb && is_attribute(unit, at, verb))
            adverbial = false;
        else if (adverbial && end == verb)
            end = at;
        if (end < verb && is_denial(text, at, verb) && !is_closing(text, from, at))
            *denied = true;
        at += utf8_decode(text + at, verb - at, &code);
    }
    if (manner)
        *denied = false;
    return end;
}

/* A Chinese family name at `at`. */
static bool has_surname(const char *text, size_t at)
{
    static const char surnames[] =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
        "丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
        "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶"
        "洪翟安颜倪严牛温芦季俞章鲁葛伍韦"
        "申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴"
        "席卫查屈鲍位覃霍翁隋植甘景薄单"
        "包司柏宁柯阮桂闵解强柴华车冉房边张刘陈杨赵黄吴孙马罗郑谢韩冯萧邓许";
    for (size_t i = 0; i + HAN < sizeof surnames; i += HAN) {
        if (memcmp(surnames + i, text + at, HAN) == 0)
            return true;
    }
    return false;
}

static size_t han_count(const char *text, struct span span)
{
    size_t count = 0;
    uint32_t code;
    for (size_t at = span.start; at < span.end; count++) {
        at += utf8_decode(text + at, span.end - at, &code);
        if (!utf8_is_han(code))
            return 0;
    }
    return count;
}

static bool is_pronoun(const char *text, struct span span)
{
    static const char *const words[] = { "他",   "她",   "它",   "他们", "她们",
                                         "对方", "双方", "后者", "前者", NULL };
    return wordlist_has(text + span.start, span.end - span.start, words);
}

static const char *const titles[] = {
    "总统", "总理",   "首相",   "州长",   "市长",   "部长",       "外长",   "主席",   "主任",
    "教授", "总裁",   "经理",   "会长",   "校长",   "局长",       "发言人", "国务卿", "议员",
    "官员", "记者",   "专家",   "分析师", "负责人", "首席执行官", "董事长", "秘书长", "大使",
    "律师", "医生",   "导演",   "创始人", "研究员", "学者",       "队长",   "教练",   "院长",
    "司长", "代表",   "女士",   "先生",   "工程师", "经济学家",   "人士",   "居民",   "市民",
    "将军", "司令",   "村民",   "馆长",   "行长",   "董事",       "高级",   "书记",   "理事",
    "省长", "县长",   "领袖",   "大臣",   "特使",   "专员",       "委员",   "干事",   "议长",
    "法官", "检察官", "警长",   "船长",   "园长",   "店主",       "船东",   "老板",   "组长",
    "站长", "社长",   "村长",   "镇长",   "区长",   "处长",       "厂长",   "选手",   "球员",
    "作家", "歌手",   "演员",   "画家",   "摄影师", "厨师",       "护士",   "主帅",   "门将",
    "前锋", "后卫",   "候选人", "领导人", "指挥官", "飞行员",     "消防员", "乘客",   "学生",
    "教师", "司机",   NULL
};

/* 普京, 布林肯: whether transliterations alone are written with all of them. */
static bool is_transliterated(const char *text, struct span words)
{
    static const char sounds[] =
        "阿艾安奥巴拜班贝本比彼毕宾波伯博布查达戴丹德登迪蒂丁杜多厄恩尔法凡菲费芬佛弗夫福盖甘冈戈格"
        "古"
        "瓜哈海汉豪赫亨洪胡霍基吉加贾杰津京卡凯坎科克肯孔库奎拉莱赖兰朗劳勒雷里利莉丽林伦隆卢鲁路"
        "罗洛吕马玛迈麦曼梅门蒙米密明摩莫默穆纳娜内南尼涅宁纽努诺欧帕派潘佩彭蓬皮普齐契恰乔琼让热"
        "瑞若萨塞桑瑟沙舍申圣施史舒斯松苏索塔泰坦汤唐特滕提汀廷图托瓦万威韦维温沃乌武西希锡夏谢欣辛"
        "雄休许雅亚扬耶伊因英尤于约泽扎詹珍兹佐";
    size_t count = han_count(text, words);
    for (size_t at = words.start; count > 0 && at < words.end; at += HAN) {
        size_t i = 0;
        while (i + HAN < sizeof sounds && memcmp(sounds + i, text + at, HAN) != 0)
            i += HAN;
        if (i + HAN >= sizeof sounds)
            return false;
    }
    return count >= 2 && count <= 6;
}

/* Whether the words begin or end with two letters at least, of which the first is a capital: Mills,
 * 代顿的 Peter Mills, Savage 一家. */
static bool is_latin_name(const char *text, struct span words)
{
    size_t end = words.start;
    while (end < words.end && latinword_is_letter(text[end]))
        end++;
    if (end - words.start >= 2 && text[words.start] >= 'A' && text[words.start] <= 'Z')
        return true;
    size_t start = words.end;
    while (start > words.start && latinword_is_letter(text[start - 1]))
        start--;
    return words.end - start >= 2 && text[start] >= 'A' && text[start] <= 'Z';
}

/* 英国广播公司(BBC): without what stands in brackets at the end. */
static struct span without_bracket(const char *text, struct span words)
{
    for (size_t at = words.start; at < words.end; at++) {
        if (((unsigned char)text[at] & 0xC0) != 0x80 && at > words.start &&
            bracket_end(text, at, words.end) == words.end)
            return quote_unit_trim(text, (struct span){ words.start, at });
    }
    return words;
}

/* What the words for those who can speak end in; papers speak, too. */
static const char *const bodies[] = {
    "人",       "者",         "员",   "长",     "官",     "家",     "部",     "局",     "院",
    "社",       "会",         "署",   "方",     "党",     "府",     "厅",     "委",     "团",
    "司",       "商",         "师",   "授",     "民",     "士",     "们",     "总统",   "总理",
    "首相",     "主席",       "书记", "公司",   "集团",   "银行",   "中心",   "机构",   "当局",
    "大使",     "媒体",       "代表", "法院",   "大学",   "学院",   "组织",   "协会",   "俱乐部",
    "总裁",     "总监",       "领导", "警察",   "外媒",   "港媒",   "台媒",   "美媒",   "官媒",
    "女士",     "先生",       "博士", "主任",   "记者",   "律师",   "网友",   "友",     "国",
    "州",       "市",         "央行", "军",     "平台",   "网站",   "网",     "企业",   "工厂",
    "店",       "机场",       "医院", "总部",   "女王",   "王室",   "国王",   "教皇",   "教练",
    "队",       "队员",       "球员", "妈妈",   "爸爸",   "母亲",   "父亲",   "妻子",   "丈夫",
    "儿子",     "女儿",       "哥哥", "姐姐",   "弟弟",   "妹妹",   "朋友",   "邻居",   "同学",
    "老师",     "司机",       "群众", "村民",   "老板",   "股东",   "高管",   "创始人", "白宫",
    "五角大楼", "克里姆林宫", "参谋", "指挥",   "秘书",   "助理",   "顾问",   "博主",   "嘉宾",
    "委员",     "法官",       "检察", "学生",   "医生",   "护士",   "教师",   "新华",   "路透",
    "法新",     "塔斯",       "有人", "多人",   "等人",   "工会",   "监会",   "消息",   "团体",
    "股份",     "科技",       "证券", "基金",   "乘客",   "顾客",   "旅客",   "游客",   "客户",
    "用户",     "孩子",       "老人", "太太",   "爷爷",   "奶奶",   "叔叔",   "该行",   "银行",
    "投行",     "校方",       "小组", "专班",   "办公室", "研究所", "派出所", "交易所", "法庭",
    "海关",     "联盟",       "智库", "论坛",   "部队",   "政协",   "人大",   "司令部", "航空",
    "汽车",     "医药",       "保险", "电视台", "电台",   "日报",   "晚报",   "周刊",   "杂志",
    "作家",     "邻居",       "省",   "县",     "镇",     "乡亲",   "港府",   "伯",     "婶",
    "姨",       "嫂",         "大妈", "大爷",   "太平",   "总",     "导",     "使",     "臣",
    "领袖",     "机关",       "单位", "部门",   NULL
};
static const char *const papers[] = { "报道", "报告",   "声明",   "文章", "数据",     "资料",
                                      "调查", "研究",   "结果",   "统计", "文件",     "信息",
                                      "通告", "公告",   "通报",   "消息", "新闻",     "报",
                                      "公报", "声明中", "文中",   "评论", "社论",     "报导",
                                      "民调", "起诉书", "判决书", "内容", "民意调查", "信",
                                      "通知", "社",     "财报",   "年报", "白皮书",   "照片",
                                      "视频", "画面",   "稿",     "帖子", "中称",     NULL };

bool han_subject_is_living(const struct quote_unit *unit, struct span words, bool *paper)
{
    const char *text = unit->text;
    const struct speaker_name *name = quote_unit_name(unit, words.start);
    words = without_bracket(text, words);
    *paper = wordlist_before(text, words.start, words.end, papers) > 0 ||
             wordlist_before(text, words.start, words.end, (const char *const[]){ "》", NULL }) > 0;
    if (*paper || wordlist_before(text, words.start, words.end, bodies) > 0 ||
        is_pronoun(text, words))
        return true;
    if (name != NULL && name->end <= words.end && name->end > words.start)
        return true;
    size_t count = han_count(text, words);
    if (count >= 2 && count <= 4 && has_surname(text, words.start))
        return true;
    if (is_transliterated(text, words))
        return true;
    if (is_latin_name(text, words))
        return true;
    /* 格雷格·阿博特 */
    for (size_t at = words.start; at + 1 < words.end; at++) {
        if ((unsigned char)text[at] == 0xC2 && (unsigned char)text[at + 1] == 0xB7)
            return true;
    }
    /* a title and a name: 州长阿博特, 外长王毅 */
    for (size_t at = words.start; at < words.end; at++) {
        if (((unsigned char)text[at] & 0xC0) != 0x80 &&
            wordlist_at(text, at, words.end, titles) > 0)
            return true;
    }
    return false;
}

/* 最先透露此事的一位消息人士: what stands behind the last 的, if that can speak; else nothing. */
static struct span behind_de(const struct quote_unit *unit, size_t from, size_t end)
{
    bool paper;
    for (size_t at = end; at >= from + HAN; at--) {
        if (memcmp(unit->text + at - HAN, "的", HAN) != 0)
            continue;
        struct span tail = { at, end };
        if (at < end && han_subject_is_living(unit, tail, &paper))
            return tail;
        break;
    }
    return (struct span){ end, end };
}

/* What is too long keeps its part behind the last 的, if that can speak. */
static struct span shorten(const struct quote_unit *unit, struct span words)
{
    if (words.end - words.start <= SUBJECT_LONG)
        return words;
    struct span tail = behind_de(unit, words.start, words.end);
    return tail.end > tail.start ? tail : words;
}

/* Behind the first 的, `from` where there is none. */
static size_t first_de(const char *text, size_t from, size_t end)
{
    for (size_t at = from; at + HAN <= end; at++) {
        if (memcmp(text + at, "的", HAN) == 0)
            return at + HAN;
    }
    return from;
}

/* 外媒直言不讳地: the words before the manner, the longest that can speak; else all. */
static struct span without_manner(const struct quote_unit *unit, struct span words)
{
    bool paper;
    size_t manner = words.end - words.start >= 5 * HAN ? words.end - 3 * HAN : words.start;
    if (wordlist_before(unit->text, words.start, words.end, (const char *const[]){ "地", NULL }) ==
        0)
        return words;
    for (size_t end = manner; end > words.start && manner - end <= 3 * HAN;
         end = utf8_previous(unit->text, end)) {
        struct span part = { words.start, end };
        if (han_subject_is_living(unit, part, &paper))
            return part;
    }
    return words;
}

/* 公开资料, 不少专家: a word that is an adverbial elsewhere begins the subject. */
static bool begins_subject(const struct quote_unit *unit, size_t from, size_t verb,
                           struct han_subject *subject)
{
    static const char *const prepositions[] = { "在",   "对",   "向",   "从",   "于", "就",
                                                "与",   "以",   "为",   "用",   "经", "通过",
                                                "针对", "接受", "援引", "引述", "和", NULL };
    if (wordlist_at(unit->text, from, verb, prepositions) > 0)
        return false;
    size_t end = subject_end(unit, from, verb, &subject->denied);
    struct span words = quote_unit_trim(unit->text, (struct span){ from, end });
    if (words.end - words.start < 3 * HAN || !han_subject_is_living(unit, words, &subject->paper))
        return false;
    subject->words = words;
    subject->living = true;
    return true;
}

struct han_subject han_subject_find(const struct quote_unit *unit, size_t from, size_t verb)
{
    struct han_subject subject = { .words = { verb, verb } };
    if (verb - from > CLAUSE_MOST)
        return subject;
    from = han_subject_skip(unit->text, from, verb);
    if (from < verb) {
        size_t join = wordlist_at(unit->text, from, verb, together);
        /* 另一位: of somebody else */
        if (join > 0 &&
            wordlist_at(unit->text, from, verb, (const char *const[]){ "另一", NULL }) == 0) {
            subject.joined = true;
            from += join;
        }
    }
    bool denied = from < verb && is_denial(unit->text, from, verb);
    size_t past;
    if (subject.joined ||
        (from < verb && adverbial_at(unit->text, from, verb) > 0 && !in_name(unit, from, &past))) {
        subject.denied = denied;
        if (!subject.joined && begins_subject(unit, from, verb, &subject))
            return subject;
        if (!subject.joined)
            subject.words = behind_de(
                unit, from, subject_end(unit, first_de(unit->text, from, verb), verb, &denied));
        subject.living = subject.words.end > subject.words.start;
        return subject;
    }
    size_t pronoun = from < verb ? wordlist_at(unit->text, from, verb, pronouns) : 0;
    size_t end = pronoun > 0 ? from + pronoun : subject_end(unit, from, verb, &denied);
    subject.denied = denied;
    subject.words = quote_unit_trim(unit->text, (struct span){ from, end });
    subject.words = shorten(unit, without_manner(unit, subject.words));
    if (subject.words.end > subject.words.start)
        subject.living = han_subject_is_living(unit, subject.words, &subject.paper);
    return subject;
}

/* Where the verb of a clause that tells what somebody is or has begins, its end where it has none:
 * 玛丽·奥卡福持有公司股份. */
static size_t find_predicate(const struct quote_unit *unit, size_t from, size_t clause)
{
    static const char *const verbs[] = { "是",   "持有", "持股", "拥有", "擁有", "担任", "擔任",
                                         "出任", "创办", "創辦", "创立", "創立", "加入", "离开",
                                         "離開", "毕业", "畢業", "来自", "來自", "成为", "成為",
                                         "获得", "獲得", "掌管", "执掌", "任职", "任職", NULL };
    static const char *const others[] = { "是否", "是以", NULL };
    static const char *const theirs[] = { "他", "她", "其", "这", "這", "那", "我", "你", NULL };
    if (wordlist_at(unit->text, from, clause, theirs) > 0)
        return clause;
    for (size_t at = from; at < clause; at++) {
        if (wordlist_at(unit->text, at, clause, verbs) > 0 &&
            wordlist_at(unit->text, at, clause, others) == 0)
            return at;
    }
    return clause;
}

/* A person's name is the head of its phrase: but for a title, 本人 and those named beside it, what
 * follows is the predicate, whether its verb is known or not (曹国伟十分看好…). */
static struct span end_at_person(const struct quote_unit *unit, struct span words)
{
    static const char *const further[] = { "的", "和",   "与",   "及",   "、",   "（", "(",
                                           "等", "本人", "自己", "先生", "女士", "·",  NULL };
    const struct speaker_name *name = quote_unit_name(unit, words.start);
    const struct speaker_name *end = name != NULL ? unit->names + unit->name_count : NULL;
    for (; name != NULL && name < end && name->end < words.end; name++) {
        if (name->class == SPEAKER_PERSON &&
            wordlist_at(unit->text, name->end, words.end, further) == 0 &&
            wordlist_at(unit->text, name->end, words.end, titles) == 0)
            return (struct span){ words.start, name->end };
    }
    return words;
}

struct span han_subject_lead(const struct quote_unit *unit, size_t from)
{
    struct span found = { from, from };
    for (int i = 0; i < CLAUSES_SEEN && from < unit->to; i++) {
        size_t clause = from;
        while (clause < unit->to && strncmp(unit->text + clause, "，", 3) != 0 &&
               strncmp(unit->text + clause, "。", 3) != 0)
            clause++;
        struct han_subject subject = han_subject_find(unit, from, clause);
        const struct speaker_name *name = quote_unit_name(unit, subject.words.start);
        bool named = name != NULL && name->start == subject.words.start;
        if (subject.words.end > subject.words.start && subject.living &&
            !is_pronoun(unit->text, subject.words) && (subject.words.end < clause || named))
            found = (struct span){ subject.words.start,
                                   subject.words.end < clause ? subject.words.end : name->end };
        size_t predicate = find_predicate(unit, from, clause);
        bool none = found.end <= found.start || found.start < from;
        if (none && predicate > from && predicate < clause) {
            subject = han_subject_find(unit, from, predicate);
            if (subject.living && subject.words.end > subject.words.start)
                found = subject.words;
        }
        from = clause + 3;
    }
    return end_at_person(unit, found);
}
