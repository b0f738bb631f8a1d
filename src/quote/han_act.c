#include "quote/han_act.h"

#include "quote/han_frame.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3
#define FEELING_MOST 24 /* bytes of one: 强烈不满 */
#define THING_MOST 30   /* bytes of what is denied: 这一说法 */
#define CLAUSE_MOST 300 /* bytes before a verb */

bool han_act_is_feeling(const struct quote_unit *unit, size_t at)
{
    static const char feelings[] = "遗憾 欢迎 担忧 担心 关切 不满 感谢 谢意 愤怒 谴责 满意 哀悼 "
                                   "慰问 祝贺 支持 反对 歉意 同意 理解 肯定 赞赏 尊重 敬意 怀疑 "
                                   "失望 兴趣 认同 赞同 震惊 忧虑 抗议 悲痛 同情 乐观 悲观 惊讶 "
                                   "关注 抱歉 道歉";
    struct quote_unit near = *unit;
    near.to = unit->to - at > FEELING_MOST + HAN ? at + FEELING_MOST + HAN : unit->to;
    size_t end = han_frame_clause_end(&near, at);
    return end - at <= FEELING_MOST && wordlist_before(unit->text, at, end, feelings) > 0;
}

bool han_act_is_judging(const struct quote_unit *unit, struct span cue)
{
    static const char verbs[] = "否认 指责 批评 谴责 质疑 指控";
    return wordlist_at(unit->text, cue.start, cue.end, verbs) == cue.end - cue.start;
}

bool han_act_is_verdict(const struct quote_unit *unit, struct span cue)
{
    static const char verbs[] = "批评 抨击 炮轰 痛批 谴责 怒斥 指责 怒批 狠批 猛批 怒轰";
    return wordlist_at(unit->text, cue.start, cue.end, verbs) == cue.end - cue.start;
}

size_t han_act_start(const struct quote_unit *unit, size_t at)
{
    static const char joints[] = "，并 ，同时 ；";
    while (at < unit->to && wordlist_at(unit->text, at, unit->to, joints) == 0)
        at++;
    return at;
}

bool han_act_is_denied_thing(const struct quote_unit *unit, struct span said)
{
    static const char things[] = "说法 指控 指责 报道 传言 传闻 此事 责任 关系 关联 消息 罪名";
    struct quote_unit near = *unit;
    near.to = unit->to - said.start > THING_MOST + HAN ? said.start + THING_MOST + HAN : unit->to;
    size_t end = han_frame_clause_end(&near, said.start);
    return end - said.start <= THING_MOST &&
           wordlist_before(unit->text, said.start, end, things) > 0;
}

bool han_act_is_forecast(const struct quote_unit *unit, struct span cue, size_t behind)
{
    static const char forecasts[] = "预测 預測 预期 預期 估计";
    static const char changes[] = "由 从 下调 上调 调低 调高";
    static const char others[] = "由于 由於 从而";
    static const char objects[] = "把 将";
    size_t start = cue.start;
    bool held = false;
    while (start > unit->from && cue.start - start < CLAUSE_MOST && !held &&
           wordlist_before(unit->text, unit->from, start, "，") == 0) {
        start = utf8_previous(unit->text, start);
        held = wordlist_at(unit->text, start, cue.start, objects) > 0;
    }
    return held && wordlist_before(unit->text, cue.start, cue.end, forecasts) > 0 &&
           wordlist_at(unit->text, behind, unit->to, changes) > 0 &&
           wordlist_at(unit->text, behind, unit->to, others) == 0;
}

bool han_act_is_outlook(const struct quote_unit *unit, struct span subject, struct span cue)
{
    static const char verbs[] = "预计 預計 预期 預期 估计 估計";
    static const char works[] = "工厂 工廠 厂房 项目 項目 工程 生产线 车间 铁路 大桥 隧道 电站 矿山 机场 "
                                "水库 港口 新址 校舍";
    return wordlist_at(unit->text, cue.start, cue.end, verbs) == cue.end - cue.start &&
           wordlist_before(unit->text, subject.start, subject.end, works) > 0;
}
