#include "quote/han_living.h"

#include <stdint.h>
#include <string.h>

#include "base/bisect.h"
#include "text/ascii.h"
#include "text/latinword.h"
#include "text/punctuation.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3         /* bytes of a Han character */
#define FAMILY_MOST 5 /* characters of a name */
#define KIND_MOST 8   /* of a word for what somebody is, and of a name behind it */

size_t han_living_bracket_end(const char *text, size_t at, size_t end)
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

/* One who is counted as a person. */
static const char counted[] = "一位 一名 两位 两名 三位 三名 数名 多名 多位 这位 这名 那位 那名 "
                              "几位 几名 某位 某名 首位 首名 其中一人";

bool han_living_is_counted(const char *text, size_t end)
{
    return wordlist_before(text, 0, end, counted) > 0;
}

/* Whether the Han character at `at` is one of the list, which is in the order of the bytes. */
static bool is_listed(const char *text, size_t at, const char *list, size_t bytes)
{
    size_t i = 0, count = bytes / HAN;
    uint32_t key = utf8_han_key(text + at);
    BISECT(i, count, utf8_han_key(list + i * HAN) >= key);
    return i < count && utf8_han_key(list + i * HAN) == key;
}

/* A Chinese family name at `at`. */
static bool has_surname(const char *text, size_t at)
{
    static const char surnames[] =
        "丁万丛严乔于任伍位何余侯俞倪傅兰关冉冯凌刘包华单卜卢卫史叶司向吕吴周唐夏姚姜孔孙孟季宁安"
        "宋尤尹屈岳崔左席常庄庞康廖张强彭徐成戴房文方施时易景曲曹曾朱李杜杨林柏查柯柳柴桂梁梅植樊"
        "欧武段殷毕毛江汤汪沈洪涂温游潘焦熊牛牟王甄甘田申白盛石祁祝秦程章童管纪罗翁翟耿聂肖胡舒芦"
        "苏苗范莫萧葛董蒋蔡薄薛袁裴覃解詹许谢谭谷费贺贾赖赵路车辛边邓邢邱邵邹郑郝郭金钟钱闵阎阮阳"
        "陆陈陶隋雷霍靳韦韩项顾颜马高魏鲁鲍黄黎齐龙龚";
    return is_listed(text, at, surnames, sizeof surnames - 1);
}

bool han_living_has_surname(const char *text, struct span words)
{
    return words.end - words.start >= HAN && has_surname(text, words.start);
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

bool han_living_is_pronoun(const char *text, struct span span)
{
    static const char words[] = "他 她 它 他们 她们 对方 双方 后者 前者";
    return wordlist_has(text + span.start, span.end - span.start, words);
}

static const char titles[] = "总统 总理 首相 州长 市长 部长 外长 主席 主任 教授 总裁 经理 会长 "
                             "校长 局长 发言人 国务卿 议员 官员 记者 专家 分析师 负责人 "
                             "首席执行官 董事长 秘书长 大使 律师 医生 导演 创始人 研究员 学者 "
                             "队长 教练 院长 司长 代表 女士 先生 工程师 经济学家 人士 居民 市民 "
                             "将军 司令 村民 馆长 行长 董事 高级 书记 理事 省长 县长 领袖 大臣 "
                             "特使 专员 委员 干事 议长 法官 检察官 警长 船长 园长 店主 船东 老板 "
                             "组长 站长 社长 村长 镇长 区长 处长 厂长 选手 球员 作家 歌手 演员 "
                             "画家 摄影师 厨师 护士 主帅 门将 前锋 后卫 候选人 领导人 指挥官 "
                             "飞行员 消防员 乘客 学生 教师 司机 母亲 父亲 妻子 丈夫 儿子 女儿 "
                             "邻居 同事 学家 评论家 上校 中校 少校 上尉 中尉 少尉 元帅 公诉人 "
                             "教练员 领队 掌柜 师傅 徒弟 学徒 志愿者 店员 职员 伙计 作者 对手 "
                             "掌柜 女生 男生 寡妇 原告 被告";

/* 普京, 布林肯: whether transliterations alone are written with all of them. */
static bool is_transliterated(const char *text, struct span words)
{
    static const char sounds[] =
        "丁万丹丽乌乔于亚亨京伊休伦伯佐佛佩克兰兹内冈凡凯利加努劳勒南博卡卢厄古史吉吕哈唐因图圣坎"
        "坦基塔塞夏多夫奎契奥威娜孔宁安宾密尔尤尼巴布希帕库廷弗彭彼得德恩恰戈戴扎托扬拉拜提摩斯施"
        "明普曼朗本杜杰松林查格桑梅欣欧武比毕汀汉汤沃沙法波泰泽洛津洪派海涅温滕潘热特玛珍班琼瑞瑟"
        "瓜瓦甘申登皮盖福科穆米索约纳纽维罗耶肯胡舍舒艾芬苏若英莉莫莱菲萨蒂蒙蓬西詹让许诺谢豪贝费"
        "贾赖赫路辛达迈迪里锡门阿隆雄雅雷霍韦马鲁麦默齐";
    size_t count = han_count(text, words);
    for (size_t at = words.start; count > 0 && at < words.end; at += HAN) {
        if (!is_listed(text, at, sounds, sizeof sounds - 1))
            return false;
    }
    return count >= 2 && count <= 6;
}

/* What words for what somebody is end in. */
static const char kinds[] = "民 友 生 户 家 员 师 长 人 者 手 官 授 士 理 裁 监 事 任 匠 工 农 "
                            "星 将 众 贩 夫 妇 兵 警 一";

/* Whether the words begin or end with two letters at least, of which the first is a capital: Mills,
 * 代顿的 Peter Mills, Savage 一家. */
static bool is_latin_name(const char *text, struct span words)
{
    size_t end = words.start;
    while (end < words.end && latinword_is_letter(text[end]))
        end++;
    if (end - words.start >= 2 && ascii_is_capital(text[words.start]))
        return true;
    size_t start = words.end;
    while (start > words.start && latinword_is_letter(text[start - 1]))
        start--;
    return words.end - start >= 2 && ascii_is_capital(text[start]);
}

/* 英国广播公司(BBC): without what stands in brackets at the end. */
static struct span without_bracket(const char *text, struct span words)
{
    for (size_t at = words.start; at < words.end; at++) {
        if (((unsigned char)text[at] & 0xC0) != 0x80 && at > words.start &&
            han_living_bracket_end(text, at, words.end) == words.end)
            return quote_unit_trim(text, (struct span){ words.start, at });
    }
    return words;
}

/* What the words for those who can speak end in; papers speak, too. */
static const char bodies[] = "人 者 员 长 官 家 部 局 院 社 会 署 方 党 府 厅 委 团 司 商 师 授 "
                             "民 士 们 总统 总理 首相 主席 书记 公司 集团 银行 中心 机构 当局 "
                             "大使 媒体 代表 法院 大学 学院 组织 协会 俱乐部 总裁 总监 领导 警察 "
                             "外媒 港媒 台媒 美媒 官媒 女士 先生 博士 主任 记者 律师 网友 友 国 "
                             "州 市 央行 军 平台 网站 网 企业 工厂 店 机场 医院 总部 女王 王室 "
                             "国王 教皇 教练 队 队员 球员 妈妈 爸爸 母亲 父亲 妻子 丈夫 儿子 女儿 "
                             "哥哥 姐姐 弟弟 妹妹 朋友 邻居 同学 老师 司机 群众 村民 老板 股东 "
                             "高管 创始人 白宫 五角大楼 克里姆林宫 参谋 指挥 秘书 助理 顾问 博主 "
                             "嘉宾 委员 法官 检察 学生 医生 护士 教师 新华 路透 法新 塔斯 有人 "
                             "多人 等人 工会 监会 消息 团体 股份 科技 证券 基金 乘客 顾客 旅客 "
                             "游客 客户 用户 孩子 老人 太太 爷爷 奶奶 祖母 祖父 外婆 外公 姑妈 "
                             "姑姑 舅舅 叔叔 该行 银行 投行 校方 小组 专班 办公室 研究所 派出所 "
                             "交易所 法庭 海关 联盟 智库 论坛 部队 政协 人大 司令部 航空 汽车 "
                             "支书 协 县里 市里 省里 镇里 区里 村里 厂里 上级 医药 保险 电视台 电台 日报 晚报 周刊 杂志 作家 邻居 省 县 镇 乡亲 "
                             "港府 伯 婶 姨 嫂 大妈 大爷 太平 总 导 使 臣 领袖 机关 单位 部门 "
                             "方面 汉 翁 小伙子 男孩 女孩 姑娘 代理 评委 监工 原告 被告";
static const char papers[] = "报道 报告 声明 文章 数据 资料 调查 研究 结果 统计 文件 信息 通告 "
                             "公告 通报 消息 新闻 报 公报 声明中 文中 评论 社论 报导 民调 起诉书 "
                             "判决书 内容 民意调查 信 通知 社 财报 年报 白皮书 照片 视频 画面 稿 "
                             "帖子 中称 论文 研报 监测 榜单 卷宗 信中 文中 书中 报告中 帖中 日记中 邮件中 "
                             "微博中 字条";

bool han_living_is(const struct quote_unit *unit, struct span words, bool *paper)
{
    const char *text = unit->text;
    const struct speaker_name *name = quote_unit_name(unit, words.start);
    words = without_bracket(text, words);
    *paper = wordlist_before(text, words.start, words.end, papers) > 0 ||
             wordlist_before(text, words.start, words.end, "》") > 0;
    if (*paper || wordlist_before(text, words.start, words.end, bodies) > 0 ||
        han_living_is_pronoun(text, words))
        return true;
    if (name != NULL && name->end <= words.end && name->end > words.start)
        return true;
    /* 一名船务代理, 老马: one who is counted as a person, or called so */
    if (wordlist_at(text, words.start, words.end, counted) > 0)
        return true;
    size_t count = han_count(text, words);
    /* 方案, 时间: no names, though they begin as some do */
    static const char nouns[] = "方案 方面 方式 方法 方向 方针 高速 高温 高峰 高度 高考 成本 成绩 成果 "
                                "成都 成员 金额 金融 金属 时间 时代 时期 任务 石油 石头 白天 黄金 江苏 "
                                "江西 江水 常规 严重 钱款 车辆 车厢 车票 安全 安排 路线 路段 路面 路灯 "
                                "康复 温度 温泉 马路 马拉松 龙头 牛奶 牛肉 段落 费用 史料 申请 单位 单车 "
                                "景区 景点 景色 项目 祝福 柴油 房子 房价 房屋 房间 包裹 游戏 曲目 关系 "
                                "关键 连续 文件 文化 文物 万元 雷雨 雷达 夏天 秋天 水塘 田地 林地 林业 "
                                "汪洋 洪水 洪涝 陶瓷 陶器 欧洲 花园 毛利 花费 余额 胡同 胡椒 米价 钟声 "
                                "钟楼 商品 商场 商铺 都市 冰雪 程序 程度 何时 何处 曾经 应用 解释 解放 "
                                "向来 左右 甘蔗 薄弱 冷空气 强度 强风 和平 仇恨 权利 权力 元素 元宵";
    if (count >= 2 && count <= 4 && has_surname(text, words.start) &&
        wordlist_at(text, words.start, words.end, nouns) == 0)
        return true;
    static const char familiar[] = "老 小 阿";
    if (count == 2 && wordlist_at(text, words.start, words.end, familiar) > 0 &&
        has_surname(text, words.start + HAN))
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
    /* 钢琴家李阿尼: a word for somebody and a family name */
    for (size_t size = 2 * HAN; size <= 6 * HAN && count > size / HAN; size += HAN) {
        struct span tail = { words.end - size, words.end };
        bool named =
            (size <= 3 * HAN && has_surname(text, tail.start)) || is_transliterated(text, tail);
        if (named && wordlist_before(text, words.start, tail.start, kinds) > 0)
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

bool han_living_kind_before(const char *text, size_t from, size_t end)
{
    return wordlist_before(text, from, end, kinds) > 0;
}

size_t han_living_familiar_at(const char *text, size_t at, size_t end)
{
    static const char familiar[] = "老 小 阿";
    return end - at >= 2 * HAN && wordlist_at(text, at, end, familiar) > 0 &&
                   has_surname(text, at + HAN)
               ? 2 * HAN
               : 0;
}

size_t han_living_addressed_at(const char *text, size_t at, size_t end)
{
    size_t size = han_living_familiar_at(text, at, end);
    if (end - at < 2 * HAN || size > 0)
        return size;
    size_t title = has_surname(text, at) ? wordlist_at(text, at + HAN, end, titles) : 0;
    return title > 0 ? HAN + title : 0;
}

size_t han_living_title_at(const char *text, size_t at, size_t end)
{
    return wordlist_at(text, at, end, titles);
}

size_t han_living_title_before(const char *text, size_t from, size_t end)
{
    return wordlist_before(text, from, end, titles);
}

size_t han_living_introduced_at(const char *text, size_t at, size_t end)
{
    size_t most = end - at < KIND_MOST * HAN ? end : at + KIND_MOST * HAN;
    for (size_t name = at + 2 * HAN; name + 2 * HAN <= most; name += HAN) {
        if (han_count(text, (struct span){ name - HAN, name + HAN }) == 2 &&
            has_surname(text, name) && wordlist_before(text, at + HAN, name, kinds) > 0)
            return name - at;
    }
    return 0;
}

struct span han_living_behind_title(const char *text, struct span words)
{
    for (size_t at = words.end; at > words.start; at--) {
        size_t size = wordlist_before(text, words.start, at, titles);
        if (size > 0)
            return at < words.end ? (struct span){ at, words.end } : words;
    }
    return words;
}

size_t han_living_name_before(const char *text, size_t end)
{
    static const char before[] =
        "民 友 生 户 家 员 师 长 人 者 手 官 授 士 理 裁 监 事 任 匠 工 农 "
        "商 和 与 及 跟 、 ， 。 的 是 ： “";
    size_t start = end;
    uint32_t code;
    for (size_t count = 0; start >= HAN && count < FAMILY_MOST; count++) {
        size_t previous = utf8_previous(text, start);
        (void)utf8_decode(text + previous, end - previous, &code);
        if (code == 0xB7 && count > 1)
            return end - start;
        if (!utf8_is_han(code))
            break;
        start = previous;
    }
    for (size_t size = 3 * HAN; size >= 2 * HAN; size -= HAN) {
        size_t at = end - size;
        if (end - start >= size && has_surname(text, at) &&
            (at == start || wordlist_before(text, 0, at, before) > 0))
            return size;
    }
    return 0;
}
