#include "text/han_cue.h"

#include <string.h>

#include "text/wordlist.h"

#define HAN 3 /* bytes of a Han character */
#define OPEN HAN_OPEN
#define LIVING HAN_ANIMATE
#define ASKS (HAN_OPEN | HAN_ANIMATE | HAN_REQUEST)

static const struct han_cue cues[] = {
    { "说", HAN_CLAUSE },
    { "称", OPEN | LIVING },
    { "问", LIVING },
    { "答", LIVING },
    { "道", LIVING },
    { "写道", 0 },
    { "说道", 0 },
    { "答道", 0 },
    { "问道", 0 },
    { "回答", LIVING },
    { "回答说", 0 },
    { "回应", LIVING },
    { "回应称", OPEN },
    { "回应说", OPEN },
    { "表示", OPEN | LIVING },
    { "表态", OPEN | LIVING },
    { "指出", OPEN | LIVING },
    { "强调", OPEN | LIVING },
    { "认为", OPEN | LIVING | HAN_MIND },
    { "相信", OPEN | LIVING | HAN_MIND },
    { "声称", OPEN | LIVING },
    { "自称", OPEN | LIVING },
    { "宣称", OPEN | LIVING },
    { "坚称", OPEN | LIVING },
    { "辩称", OPEN | LIVING },
    { "谎称", OPEN | LIVING },
    { "直言", OPEN | LIVING },
    { "坦言", OPEN | LIVING },
    { "断言", OPEN | LIVING },
    { "扬言", OPEN | LIVING },
    { "预言", OPEN | LIVING },
    { "主张", OPEN | LIVING },
    { "承认", OPEN | LIVING },
    { "重申", OPEN | LIVING },
    { "证实", OPEN | LIVING },
    { "宣布", OPEN | LIVING },
    { "宣佈", OPEN | LIVING },
    { "公布", 0 },
    { "透露", OPEN | LIVING },
    { "否认", OPEN | LIVING },
    { "介绍", 0 },
    { "介绍说", 0 },
    { "解释", LIVING },
    { "解释说", OPEN },
    { "解释称", OPEN },
    { "补充", LIVING },
    { "补充说", OPEN },
    { "补充道", 0 },
    { "报道", LIVING },
    { "报道说", OPEN },
    { "报导", LIVING },
    { "通报", LIVING },
    { "通报称", OPEN },
    { "警告", OPEN | LIVING },
    { "警告说", OPEN },
    { "警告称", OPEN },
    { "提醒", ASKS },
    { "呼吁", ASKS },
    { "敦促", ASKS },
    { "促请", ASKS },
    { "要求", ASKS },
    { "下令", ASKS },
    { "责令", ASKS },
    { "建议", ASKS },
    { "鼓励", ASKS },
    { "倡议", ASKS },
    { "预计", OPEN | LIVING | HAN_MIND },
    { "预测", OPEN | LIVING | HAN_MIND },
    { "推测", OPEN | LIVING | HAN_MIND },
    { "猜测", OPEN | LIVING | HAN_MIND },
    { "估计", OPEN | LIVING | HAN_MIND },
    { "承诺", OPEN | LIVING },
    { "保证", OPEN | LIVING | HAN_REQUEST },
    { "誓言", OPEN | LIVING },
    { "感叹", LIVING },
    { "感慨", LIVING },
    { "抱怨", OPEN | LIVING },
    { "质疑", OPEN | LIVING },
    { "批评", OPEN | LIVING | HAN_REQUEST },
    { "指责", OPEN | LIVING },
    { "指控", OPEN | LIVING },
    { "谴责", OPEN | LIVING | HAN_REQUEST },
    { "抨击", OPEN | LIVING | HAN_REQUEST },
    { "痛批", OPEN | LIVING | HAN_REQUEST },
    { "炮轰", OPEN | LIVING | HAN_REQUEST },
    { "反映", LIVING },
    { "提示", OPEN | LIVING },
    { "怒轰", LIVING },
    { "怒批", LIVING },
    { "狠批", LIVING },
    { "猛批", LIVING },
    { "疾呼", LIVING },
    { "喊冤", LIVING },
    { "诉苦", LIVING },
    { "预警", LIVING },
    { "辟谣", LIVING },
    { "纠正", LIVING },
    { "发现", OPEN | LIVING | HAN_PAPER },
    { "显示", OPEN | HAN_PAPER },
    { "表明", OPEN | HAN_PAPER },
    { "提到", OPEN | LIVING },
    { "提及", OPEN | LIVING },
    { "谈到", LIVING },
    { "举例说", 0 },
    { "举例", LIVING },
    { "回忆", LIVING },
    { "回忆说", OPEN },
    { "反问", LIVING },
    { "追问", LIVING },
    { "询问", LIVING },
    { "写", LIVING },
    { "发文", LIVING },
    { "发推", LIVING },
    { "发消息", LIVING },
    { "发布消息", LIVING },
    { "爆料", LIVING },
    { "披露", OPEN | LIVING },
    { "声明", LIVING },
    { "裁定", OPEN | LIVING },
    { "明确", LIVING },
    { "形容", LIVING },
    { "总结", LIVING },
    { "公告称", OPEN },
    { "评论称", OPEN },
    { "评论说", OPEN },
    { "分析称", OPEN },
    { "分析说", OPEN },
    { "发文称", OPEN },
    { "撰文称", OPEN },
    { "反驳称", OPEN },
    { "通知称", OPEN },
    { "提出", 0 },
    { "坦承", OPEN | LIVING },
    { "直指", OPEN | LIVING },
    { "回击", 0 },
    { "反驳", 0 },
    { "判断", LIVING | HAN_MIND },
    { "喊道", 0 },
    { "笑道", 0 },
    { "喊", LIVING },
    { "嚷", LIVING },
    { "嚷道", 0 },
    { "骂", LIVING },
    { "骂道", 0 },
    { "吼", LIVING },
    { "暗示", OPEN | LIVING },
    { "认定", OPEN | LIVING | HAN_PAPER },
    { "断定", OPEN | LIVING | HAN_MIND },
    { "推断", OPEN | LIVING | HAN_MIND },
    { "写着", 0 },
    { "写到", 0 },
    { "笑言", OPEN | LIVING },
    { "戏言", OPEN | LIVING },
    { "调侃", LIVING },
    { "自嘲", LIVING },
    { "点评", LIVING },
    { "慨叹", LIVING },
    { "叮嘱", ASKS },
    { "嘱咐", ASKS },
    { "恳求", ASKS },
    { "催促", ASKS },
    { "劝告", ASKS },
    { "力促", ASKS },
    { "指", OPEN | LIVING },
    { "怒斥", OPEN | LIVING | HAN_REQUEST },
    { "质问", LIVING },
    { "澄清", OPEN | LIVING },
    { "阐述", LIVING },
    { "论证", LIVING },
    { "引述", 0 },
    { "直呼", LIVING },
    { "大呼", LIVING },
    { "喊话", ASKS },
    { "放话", OPEN | LIVING },
    { "表态称", OPEN },
    { "坦白", LIVING },
    { "供认", OPEN | LIVING },
    { "供称", OPEN },
    { "作证", LIVING },
    { "作证说", OPEN },
    { "证明", LIVING },
    { "强调指出", OPEN },
    { "研判", OPEN | LIVING | HAN_MIND },
    { "获知", 0 },
    { "议论", LIVING },
    { "指称", OPEN | LIVING },
    { "列举", 0 },
    { "冷笑道", 0 },
    { "冷笑", LIVING },
    { "笑说", 0 },
    { "笑称", OPEN | LIVING },
    { "忙道", 0 },
    { "忙说", 0 },
    { "忙问", 0 },
    { "回道", 0 },
    { "回说", OPEN },
    { "叹道", 0 },
    { "叹息", LIVING },
    { "应道", 0 },
    { "喝道", 0 },
    { "叫道", 0 },
    { "惊呼", LIVING },
    { "高呼", LIVING },
    { "大喊", LIVING },
    { "嘀咕", LIVING },
    { "嘟囔", LIVING },
    { "插话", LIVING },
    { "插嘴", LIVING },
    { "留言", LIVING },
    { "打趣", LIVING },
    { "吐槽", OPEN | LIVING },
    { "辩解", OPEN | LIVING },
    { "辩护", LIVING },
    { "评价", LIVING },
    { "评论", LIVING },
    { "答复", LIVING },
    { "吩咐", ASKS },
    { "安慰", LIVING },
    { "哭诉", OPEN | LIVING },
    { "控诉", OPEN | LIVING },
    { "发问", LIVING },
    { "开口", LIVING },
    { "坦陈", OPEN | LIVING },
    { "发声", LIVING },
    { "评估称", OPEN },
    { "评估说", OPEN },
    { "评估认为", OPEN },
    { "赞道", 0 },
    { "怒道", 0 },
    { "奇道", 0 },
    { "惊道", 0 },
    { "喜道", 0 },
    { "嗔道", 0 },
    { "啐道", 0 },
    { "催道", 0 },
    { "劝道", 0 },
    { "哭道", 0 },
    { "接道", 0 },
    { "抢道", 0 },
    { "续道", 0 },
    { "吼道", 0 },
    { "辩道", 0 },
    { "觉得", OPEN | LIVING | HAN_MIND },
    { "告诉", HAN_TOLD },
    { "通知", HAN_TOLD | LIVING },
    { "告知", HAN_TOLD },
};

/* What ends in a verb of saying and is none, and what begins with one. */
static const char endings[] = "小说 据说 传说 学说 听说 再说 来说 一般说 可以说 应该说 比如说 "
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
                              "的警告 发表评论 发布评论 发表声明 指了指 提出要求 具体要求 明确要求 有关要求 "
                              "相关要求 符合要求 按要求";

static const char beginnings[] = "说英语 说汉语 说普通 说谎 说笑 说唱 说得 说出 说完 说一口 "
                                 "说了说 问了问 指了指 说实话 说真的 说清楚 说动 说定 说三道 说教 说客 说中文 说好的 "
                                 "说好了 说英文 说明 说法 说服 说话 说起 说不 说到 说过 说是 说来 "
                                 "称号 称呼 称为 称作 称赞 称职 称霸 称之 称得 称道 问题 问世 "
                                 "问候 问答 问卷 问责 答案 答复 答题 答应 答卷 答辩 道路 道德 "
                                 "道歉 道理 道具 写作 写入 写成 写出 写真 写字 认为是 表示器 "
                                 "发现者 发现了 显示器 显示屏 显示了 显示出 要求书 介绍信 介绍了 "
                                 "通知书 报道中 回应了 答谢 预测值 建议书 声明式 通报了 批评者 "
                                 "承诺书 指控者 公布了 道尔 道琼 直言不 指出 指责 指控 指标 指数 "
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
                                 "候选人 领导人 工作人员 分别 文中 等人 后来";
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
    size_t size = 0;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
        const char *word = cues[i].word;
        if (word[0] == text[at] && at + HAN <= end && word[1] == text[at + 1] &&
            word[2] == text[at + 2] && begins_with(text, at, end, word) && strlen(word) > size) {
            found = &cues[i];
            size = strlen(word);
        }
    }
    return found != NULL && !is_part(text, from, at, size, end) ? found : NULL;
}
