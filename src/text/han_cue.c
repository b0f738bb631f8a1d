#include "text/han_cue.h"

#include <string.h>

#include "base/bisect.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3 /* bytes of a Han character */
#define OPEN HAN_OPEN
#define LIVING HAN_ANIMATE
#define ASKS (HAN_OPEN | HAN_ANIMATE | HAN_REQUEST)

/* In the order of their bytes. */
/* clang-format off */
static const struct han_cue cues[] = {
    { "下令", ASKS }, { "主张", OPEN | LIVING }, { "举例", LIVING }, { "举例说", 0 },
    { "争辩", LIVING }, { "争辩说", 0 }, { "介绍", 0 }, { "介绍说", 0 },
    { "估计", OPEN | LIVING | HAN_MIND }, { "作证", LIVING }, { "作证说", OPEN },
    { "供称", OPEN }, { "供认", OPEN | LIVING }, { "供述", OPEN | LIVING }, { "促请", ASKS },
    { "保证", OPEN | LIVING | HAN_REQUEST }, { "倡议", ASKS }, { "催促", ASKS },
    { "催道", 0 }, { "公告称", OPEN }, { "公布", 0 }, { "写", LIVING }, { "写到", 0 },
    { "写着", 0 }, { "写道", 0 }, { "冷笑", LIVING }, { "冷笑道", 0 }, { "分析", LIVING },
    { "分析称", OPEN }, { "分析说", OPEN }, { "列举", 0 }, { "判断", LIVING | HAN_MIND },
    { "力促", ASKS }, { "劝", ASKS }, { "劝告", ASKS }, { "劝道", 0 }, { "反映", LIVING },
    { "反问", LIVING }, { "反驳", 0 }, { "反驳称", OPEN }, { "发博", LIVING },
    { "发声", LIVING }, { "发布消息", LIVING }, { "发帖", LIVING }, { "发推", LIVING },
    { "发文", LIVING }, { "发文称", OPEN }, { "发消息", LIVING },
    { "发现", HAN_CLAUSE | LIVING | HAN_PAPER }, { "发问", LIVING }, { "叫道", 0 },
    { "叮嘱", ASKS }, { "叹息", LIVING }, { "叹道", 0 }, { "吐槽", OPEN | LIVING },
    { "否认", OPEN | LIVING }, { "吩咐", ASKS }, { "吼", LIVING }, { "吼道", 0 },
    { "告知", HAN_TOLD }, { "告诉", HAN_TOLD }, { "呼吁", ASKS }, { "哭诉", OPEN | LIVING },
    { "哭道", 0 }, { "啐道", 0 }, { "喊", LIVING }, { "喊冤", LIVING }, { "喊话", ASKS },
    { "喊道", 0 }, { "喜道", 0 }, { "喝道", 0 }, { "嗔道", 0 }, { "嘀咕", LIVING },
    { "嘟囔", LIVING }, { "嘱咐", ASKS }, { "嚷", LIVING }, { "嚷道", 0 }, { "回击", 0 },
    { "回应", LIVING }, { "回应称", OPEN }, { "回应说", OPEN }, { "回忆", LIVING },
    { "回忆说", OPEN }, { "回怼", LIVING }, { "回答", LIVING }, { "回答说", 0 }, { "回说", OPEN },
    { "回道", 0 }, { "坚持说", OPEN }, { "坚称", OPEN | LIVING }, { "坦承", OPEN | LIVING },
    { "坦白", LIVING }, { "坦言", OPEN | LIVING }, { "坦陈", OPEN | LIVING },
    { "声明", LIVING }, { "声称", OPEN | LIVING }, { "大呼", LIVING }, { "大喊", LIVING },
    { "奇道", 0 }, { "安慰", LIVING }, { "审理查明", OPEN | LIVING | HAN_PAPER },
    { "宣佈", OPEN | LIVING }, { "宣布", OPEN | LIVING }, { "宣称", OPEN | LIVING },
    { "应道", 0 }, { "建议", ASKS }, { "开口", LIVING }, { "开玩笑说", 0 }, { "引述", 0 },
    { "强调", OPEN | LIVING }, { "强调指出", OPEN }, { "形容", LIVING }, { "忙说", 0 },
    { "忙道", 0 }, { "忙问", 0 }, { "念叨", LIVING }, { "怒批", LIVING },
    { "怒斥", OPEN | LIVING | HAN_REQUEST }, { "怒轰", LIVING }, { "怒道", 0 },
    { "总结", LIVING }, { "恳求", ASKS }, { "惊呼", LIVING }, { "惊道", 0 }, { "感叹", LIVING },
    { "感慨", LIVING }, { "慨叹", LIVING }, { "戏言", OPEN | LIVING }, { "打趣", LIVING },
    { "扬言", OPEN | LIVING }, { "批评", OPEN | LIVING | HAN_REQUEST },
    { "承认", OPEN | LIVING }, { "承诺", OPEN | LIVING }, { "抢道", 0 }, { "报导", LIVING },
    { "报道", LIVING }, { "报道说", OPEN }, { "抨击", OPEN | LIVING | HAN_REQUEST },
    { "披露", OPEN | LIVING }, { "抱怨", OPEN | LIVING }, { "指", OPEN | LIVING },
    { "指出", OPEN | LIVING }, { "指控", OPEN | LIVING }, { "指称", OPEN | LIVING },
    { "指责", OPEN | LIVING }, { "接道", 0 }, { "控诉", OPEN | LIVING },
    { "推断", OPEN | LIVING | HAN_MIND }, { "推测", OPEN | LIVING | HAN_MIND },
    { "提出", 0 }, { "提到", OPEN | LIVING }, { "提及", OPEN | LIVING },
    { "提示", OPEN | LIVING }, { "提醒", ASKS }, { "插嘴", LIVING }, { "插话", LIVING },
    { "撰文称", OPEN }, { "放话", OPEN | LIVING }, { "敦促", ASKS },
    { "断定", OPEN | LIVING | HAN_MIND }, { "断言", OPEN | LIVING }, { "明确", LIVING },
    { "显示", OPEN | HAN_PAPER }, { "暗示", OPEN | LIVING },
    { "查明", OPEN | LIVING | HAN_PAPER }, { "澄清", OPEN | LIVING },
    { "炮轰", OPEN | LIVING | HAN_REQUEST }, { "点评", LIVING }, { "爆料", LIVING },
    { "狠批", LIVING }, { "猛批", LIVING }, { "猜测", OPEN | LIVING | HAN_MIND },
    { "申辩", LIVING }, { "申辩说", 0 }, { "留言", LIVING }, { "疾呼", LIVING },
    { "痛批", OPEN | LIVING | HAN_REQUEST }, { "直呼", LIVING }, { "直指", OPEN | LIVING },
    { "直言", OPEN | LIVING }, { "相信", OPEN | LIVING | HAN_MIND },
    { "研判", OPEN | LIVING | HAN_MIND }, { "称", OPEN | LIVING },
    { "笑称", OPEN | LIVING }, { "笑答", LIVING }, { "笑言", OPEN | LIVING }, { "笑说", 0 },
    { "笑道", 0 }, { "答", LIVING }, { "答复", LIVING }, { "答道", 0 }, { "纠正", LIVING },
    { "续道", 0 }, { "自嘲", LIVING }, { "自称", OPEN | LIVING }, { "自述", LIVING },
    { "获知", 0 }, { "补充", LIVING }, { "补充说", OPEN }, { "补充道", 0 },
    { "表态", OPEN | LIVING }, { "表态称", OPEN }, { "表明", OPEN | HAN_PAPER },
    { "表示", OPEN | LIVING }, { "裁定", OPEN | LIVING }, { "要求", ASKS },
    { "觉得", OPEN | LIVING | HAN_MIND }, { "解释", LIVING }, { "解释称", OPEN },
    { "解释说", OPEN }, { "誓言", OPEN | LIVING }, { "警告", OPEN | LIVING },
    { "警告称", OPEN }, { "警告说", OPEN }, { "认为", OPEN | LIVING | HAN_MIND },
    { "认定", OPEN | LIVING | HAN_PAPER }, { "议论", LIVING }, { "讲述", LIVING },
    { "论证", LIVING }, { "证实", OPEN | LIVING }, { "证明", LIVING }, { "评价", LIVING },
    { "评估称", OPEN }, { "评估认为", OPEN }, { "评估说", OPEN }, { "评论", LIVING },
    { "评论称", OPEN }, { "评论说", OPEN }, { "诉称", OPEN }, { "诉苦", LIVING },
    { "询问", LIVING }, { "说", HAN_CLAUSE }, { "说道", 0 }, { "调侃", LIVING },
    { "谈到", LIVING }, { "谎称", OPEN | LIVING }, { "谴责", OPEN | LIVING | HAN_REQUEST },
    { "责令", ASKS }, { "质疑", OPEN | LIVING }, { "质问", LIVING }, { "赞道", 0 },
    { "辟谣", LIVING }, { "辩护", LIVING }, { "辩称", OPEN | LIVING },
    { "辩解", OPEN | LIVING }, { "辩解说", 0 }, { "辩道", 0 }, { "追问", LIVING },
    { "透漏", OPEN | LIVING }, { "透露", OPEN | LIVING }, { "通报", LIVING },
    { "通报称", OPEN }, { "通知", HAN_TOLD | LIVING }, { "通知称", OPEN }, { "道", LIVING },
    { "重申", OPEN | LIVING }, { "问", LIVING }, { "问道", 0 }, { "阐述", LIVING },
    { "预测", OPEN | LIVING | HAN_MIND }, { "预言", OPEN | LIVING }, { "预警", LIVING },
    { "预计", OPEN | LIVING | HAN_MIND }, { "骂", LIVING }, { "骂道", 0 },
    { "高呼", LIVING }, { "鼓励", ASKS },
};
/* clang-format on */

/* What ends in a verb of saying and is none, and what begins with one. */
static const char endings[] = "小说 据说 传说 学说 听说 再说 来说 一般说 可以说 应该说 比如说 比方说 一问 "
                              "例如说 就是说 换句话说 不用说 难说 游说 劝说 解说 演说 述说 不好说 "
                              "老实说 简单说 的说 名称 简称 职称 全称 俗称 统称 昵称 通称 尊称 "
                              "代称 堪称 人称 别称 号称 并称 合称 又称 也称 亦称 旧称 史称 据称 "
                              "被称 对称 匀称 可称 改称 统一称 学问 疑问 胡说 安全保证 质量保证 "
                              "书面保证 答问 借问 不问 过问 顾问 访问 提问 慰问 质问 请问 试问 "
                              "审问 知道 街道 味道 难道 频道 轨道 渠道 报道 隧道 管道 通道 跑道 "
                              "人道 霸道 航道 赛道 河道 铁道 车道 高速道 手指 食指 拇指 戒指 股指 "
                              "恒指 道指 面对追问 的追问 接受采访说 期指 意指 专指 特指 泛指 被指 "
                              "所指 屈指 解答 报答 应答 填写 编写 书写 改写 重写 可写 读写 手写 "
                              "拼写 大写 小写 缩写 被认为 被指 不认为 可以认为 要求 的要求 的评价 "
                              "的评论 的答复 的留言 的质疑 的批评 的建议 的承诺 的声明 的回应 "
                              "数据分析 统计分析 的分析 综合分析 行分析 据分析 量分析 性分析 本分析 术分析 学分析 险分析 "
                              "素分析 谱分析 场分析 成分分析 规劝 奉劝 解劝 苦劝 "
                              "的警告 发表评论 发布评论 发表声明 发布声明 发出声明 发布通报 指了指 提出要求 具体要求 明确要求 有关要求 "
                              "相关要求 符合要求 按要求";

static const char beginnings[] = "说英语 说汉语 说普通 说谎 说笑 说唱 说得 说出 说完 说一口 "
                                 "说了说 问了问 指了指 说实话 说真的 说清楚 说动 说定 说三道 说教 说客 说中文 说好的 "
                                 "说好了 说英文 说明 说法 说服 说话 说起 说不 说到 说过 说是 说来 "
                                 "称号 称呼 称为 称作 称赞 称职 称霸 称之 称得 称道 问题 问世 "
                                 "问候 问答 问卷 问责 答案 答复 答题 答应 答卷 答辩 道路 道德 "
                                 "道歉 道理 道具 写作 写入 写成 写出 写真 写字 认为是 表示器 "
                                 "发现者 发现了 显示器 显示屏 显示了 显示出 要求书 介绍信 介绍了 "
                                 "通知书 报道中 回应了 答谢 预测值 建议书 声明式 通报了 批评者 "
                                 "告诉称 承诺书 指控者 公布了 道尔 道琼 直言不 指出 指责 指控 指标 指数 "
                                 "指导 指定 指示 指挥 指向 指着 指望 指南 指甲 指派 指令 指明 "
                                 "指头 指纹 指认 指称 指引 指点 指代 指针 指环 指的是 指期 指证 "
                                 "证明书 证明材料 道指";

static bool begins_with(const char *text, size_t at, size_t end, const char *word)
{
    size_t size = strlen(word);
    return end - at >= size && memcmp(text + at, word, size) == 0;
}

/* 发言人称, 消息人士称, 分别说: the ending is another word's. */
static bool is_spoken(const char *text, size_t from, size_t at)
{
    static const char before[] = "发言人 负责人 知情人 代言人 的话 当事人 主持人 创始人 证人 律师 "
                                 "候选人 领导人 工作人员 分别 文中 等人 后来 被告人 上诉人 申请人 嫌疑人 "
                                 "受害人 被害人 辩护人 代理人 举报人 投诉人";
    return wordlist_before(text, from, at, before) > 0;
}

static bool is_part(const char *text, size_t from, size_t at, size_t size, size_t end)
{
    size_t behind = at + size;
    /* 披露的融资 */
    if (begins_with(text, behind, end, "的"))
        return true;
    return wordlist_at(text, at, end, beginnings) > size ||
           (!is_spoken(text, from, at) && wordlist_before(text, from, behind, endings) > size);
}

const struct han_cue *han_cue_at(const char *text, size_t from, size_t at, size_t end)
{
    const struct han_cue *found = NULL;
    size_t size = 0, i = 0, count = sizeof cues / sizeof *cues;
    if (end - at < HAN || (unsigned char)text[at] < 0xE3)
        return NULL;
    uint32_t key = utf8_han_key(text + at);
    BISECT(i, count, utf8_han_key(cues[i].word) >= key);
    for (; i < count && utf8_han_key(cues[i].word) == key; i++) {
        if (begins_with(text, at, end, cues[i].word) && strlen(cues[i].word) > size) {
            found = &cues[i];
            size = strlen(cues[i].word);
        }
    }
    return found != NULL && !is_part(text, from, at, size, end) ? found : NULL;
}
