#include "library/stopword.h"

#include <string.h>

#include "text/ascii.h"
#include "text/wordlist.h"

#define LONGEST 24 /* bytes; no word is longer */

/* Both are in the order of strcmp. */
/* clang-format off */
static const char english[][WORDLIST_ROW] = {
    "a about above according account across act actually add after again against age ago agree",
    "ahead all allow almost alone along already also although always am among amount an analysis",
    "and another answer any anyone anything appear archive are area around art article articles as",
    "ask at author available away back bad bank base based be became because become been before",
    "began begin behind being below better between big board body book books both bring brought",
    "build business but buy by call called came can care cash cause center centre change chart",
    "check child city class clear cloud come common community companies company computer contact",
    "content cost could country course create current customer customers cut daily data date days",
    "deal deals decide department did different digital do document does done down draft drafts",
    "drive during each early economy edition effort email end enough even event events ever every",
    "example executive expect export fact family far fast few figure file files final finance find",
    "firm first focus follow food for force form former found founder free friend friends from",
    "full fund future game gave general get give given global go goal going gone good goods got",
    "government great group growth had half hand hard has have he head health hear help her here",
    "high him his history home hope house how however idea ideas if image images import important",
    "in inbox include including income increase index industry info information inside instead",
    "interest interview into investment investor is issue it its itself job journal just keep key",
    "kind know known label language large last late later law lead leader learn least leave left",
    "less let letter level like link links list literature little local log lose loss lot low made",
    "mail main make man manager many market markets matter me mean means media meet meeting",
    "meetings member memo might million mind misc miss mobile model moment money month more most",
    "move movie much music must my name names near need net network never new news newspaper night",
    "no none north not note notes nothing now number of off offer office official often old on",
    "once one online only open option or order other others our out outline over own owner pages",
    "paper part partner party past pay percent person phone place plan plans platform play point",
    "policy power press private problem process product products profit program project projects",
    "public publish publisher quarter question questions quick quote rate read reading readme real",
    "reason recipe record reference references report reports research resource resources result",
    "retail return revenue review right rise role room rule run said sale sales same saw say says",
    "school search season second section see seem sell seller sellers send series service services",
    "set several share shares she shop shopping short should show side simple since site small so",
    "social some someone something soon source sources south space staff stake start state",
    "statement states step still stock stop store stores stories story strategy street strong such",
    "summary support sure system table tag tags take talk task tasks team tech technology tell",
    "template templates ten term test text than that the their them then there these they thing",
    "things think this those though thought three through times title to today todo together told",
    "tomorrow too took top total trade travel trip true try two type under unit until up update",
    "upon us use used user users value version very video view views visit wait want was watch way",
    "ways we web website week weekly weeks well went were west what when where whether which while",
    "who whole whose why wide with within without woman work worker workers world would write",
    "writing wrong yard year years yes yesterday yet you your",
};

static const char chinese[][WORDLIST_ROW] = {
    "一个 一些 一样 一次 一直 一种 一般 一起 上市 不是 不过 世界 业务",
    "东西 个人 中心 主要 之前 之后 之间 事件 事情 交易 产业 产品 人们",
    "什么 今天 今年 他们 企业 会议 但是 作为 作者 使用 保险 信息 全球",
    "公司 公告 关于 其中 其他 其实 内容 再次 农业 出售 出版 分析 创业",
    "创始人 利润 前年 功能 去年 发展 发布 另外 只是 可以 可能 合作 同时",
    "名字 员工 品牌 商业 商品 商家 因为 团队 国家 国际 图书 地区 大家",
    "她们 如何 如果 孩子 它们 客户 家庭 对于 导演 工业 工作 已经 市场",
    "希望 平台 年度 开始 当时 当然 很多 必须 总裁 总部 成为 所以 手机",
    "技术 投资 报告 报道 拥有 摘要 支付 支持 收入 收购 政府 教育 数据",
    "整个 文件 文章 新闻 方式 方面 日报 日记 时候 时间 明天 昨天 是否",
    "有些 有人 有限公司 服务 本周 杂志 来自 标题 模板 没有 消息 消费者",
    "游戏 然后 物流 现在 生活 用户 电商 电子商务 电影 电话 目前 目录",
    "直接 相关 知道 研究 社会 社区 科技 程序 索引 经济 经理 结果 继续",
    "编辑 网站 网络 老师 联系 股份 股票 自己 至少 营销 董事 董事长 虽然",
    "行业 规则 视频 计划 认为 记录 记者 设计 评论 读者 课程 负责人 贸易",
    "资料 资源 资金 这个 这些 这样 进入 进行 通过 那个 那些 部分 部门",
    "重要 金融 银行 销售 附近 随笔 需要 项目 首席执行官",
};
/* clang-format on */

bool stopword_is(const char *text)
{
    char word[LONGEST + 1];
    size_t length = strlen(text);
    if (length == 0 || length > LONGEST)
        return false;
    memcpy(word, text, length + 1);
    if (ascii_is_capital(word[0]))
        word[0] = (char)(word[0] | 0x20);
    return WORDLIST_IN_ROWS(word, length, english) != NULL ||
           WORDLIST_IN_ROWS(word, length, chinese) != NULL;
}
