#include "figure/figure_age.h"

#include "figure/figure_noun.h"
#include "figure/figure_rule.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* clang-format off */
#define AGES "aged age ages turned turning"
#define KIN "father mother husband wife son daughter brother sister girlfriend boyfriend partner widow baby twin grandson " \
    "granddaughter niece nephew cousin"
#define ROLES \
    "mayor minister president chairman director teacher officer actor actress singer player coach driver farmer doctor " \
    "nurse lawyer author writer professor student worker man woman father mother husband wife son daughter brother sister " \
    "suspect victim widow engineer senator governor striker founder executive boss king queen prince princess artist " \
    "plaintiff defendant accused appellant survivor witness captain skipper goalkeeper midfielder defender winger banker " \
    "scientist researcher journalist reporter photographer architect designer comedian novelist poet musician composer " \
    "swimmer runner cyclist boxer golfer teenager pensioner grandfather grandmother gunman chef pilot resident"
#define SPEAKS "said says added adds told tells recalled recalls"
#define SCORES "_goal _score _point _rebound _medal _title _tries _seed _wicket _runs _vote _seats _season _page"
#define NAME "张 李 王 刘 陈 杨 赵 吴 徐 孙 朱 胡 郭 郑 梁 谢 宋 韩 冯 邓 曹 彭 曾 蒋 蔡 魏 吕 沈 姚 卢 姜 崔 谭 廖 薛 潘 袁|%"
#define BRACKET "!王牌 王国 王子 王后 王朝 王位 王室 李子 张力|（ ("
#define BEARERS "的 和 与 及 由 男子 女子 司机 教师 教授 医生 市民 村民 居民 学生 工人 记者 职员 选手 名叫"
#define OF_AGE "年满 未满 年过 年逾 年近 年届 刚满 已满 享年 终年"
#define AGE(...) { __VA_ARGS__, .kind = FIGURE_DURATION, .is = "year" }

/* Bare numbers that tell how old somebody is; the first HAN_AGES of Chinese ones: 四十出头, 年满60后. */
#define HAN_AGES 2
static const struct figure_rule ages[] = {
    AGE(.behind = "出头", .forms = FORM_TENS),
    AGE(.before = OF_AGE),
    AGE(.before = AGES),
    AGE(.behind = "|age|group groups bracket brackets range cohort"),
    AGE(.before = "|" AGES " older younger|of between than under over from", .forms = FORM_NO_NOUN),
    AGE(.before = "|percent % cent half third quarter most many all victims children patients people passengers soldiers "
        "prisoners players voters women men girls boys residents employees workers farmers members users respondents|are were is was|under over below above", .forms = FORM_NO_NOUN | FORM_TWO),
    AGE(.before = "|died dies|*|at", .forms = FORM_NO_NOUN | FORM_TWO),
    AGE(.before = "|man woman boy girl child lad baby|of", .forms = FORM_NO_NOUN),
    AGE(.before = "|children kids teens people adults men women boys girls those anyone everyone citizens patients youths persons minor minors child "
        "person teenagers residents tenants workers voters employees drivers students pupils smokers pensioners volunteers|between "
        "under over from", .forms = FORM_NO_NOUN),
    AGE(.before = "|he she|is was s", .forms = FORM_NO_NOUN | FORM_TWO),
    AGE(.before = "|he she|is was s", .behind = ". , ;", .forms = FORM_WORDS),
    AGE(.before = "|he she|is was s", .behind = "|$", .forms = FORM_WORDS),
    AGE(.before = "turns", .forms = FORM_NO_NOUN | FORM_BRIEF),
    AGE(.before = "|he she i|is was s am", .behind = "when"),
    AGE(.before = "|$|at", .behind = "|,|he she", .forms = FORM_TWO), AGE(.before = "|became become|*|?*|at", .forms = FORM_NO_NOUN | FORM_TWO), AGE(.before = "|died dies dead dying married retired|at", .forms = FORM_NO_NOUN | FORM_TWO),
    { .behind = "!, . ) ）", .is = RULE_NONE },
    /* Ann Lee (34), a nurse; Ann Lee (34) from Leeds; her son Owen (9): but Ann Lee (34) may have scored so many */
    AGE(.before = "|" KIN "|^|( （", .behind = ")", .without = SCORES),
    AGE(.before = "|^|^|( （", .behind = "|)|?,|from of|^", .without = SCORES, .forms = FORM_TWO),
    AGE(.before = "|^|^|( （", .behind = "|)|?,|who", .without = SCORES, .forms = FORM_TWO),
    AGE(.before = "|^|^|( （", .behind = "|),|a an|" ROLES, .without = SCORES, .forms = FORM_TWO),
    AGE(.before = "|^|^|( （", .behind = "|),|a an|*|" ROLES, .without = SCORES, .forms = FORM_TWO),
    AGE(.before = "|^|^|( （", .behind = "|),|a an|*|*|" ROLES, .without = SCORES, .forms = FORM_TWO),
    /* Ann Lee, 34, says; the mayor, 58, has; She, 34, won; “…,” added Lee, 34. */
    AGE(.before = "|" SPEAKS "|^|,", .behind = ", .", .forms = FORM_TWO),
    AGE(.before = "|^|^|,", .behind = ",", .forms = FORM_TWO),
    AGE(.before = "|" ROLES " he she|,", .behind = ",", .forms = FORM_TWO),
    AGE(.before = "|my his her their our|" KIN "|,", .behind = ",", .forms = FORM_BRIEF),
    AGE(.before = "|!* ,|^|,", .behind = ",", .forms = FORM_TWO),
    /* 男子王某（45）, 张伟（45） */
    AGE(.before = "|某 先生 女士 小姐 男子 女子 妻子 丈夫 儿子 女儿 父亲 母亲 死者 哥哥 弟弟 姐姐 妹妹|（ (", .behind = "） )",
        .forms = FORM_BRIEF),
    AGE(.before = "|!%|" NAME "|" BRACKET, .behind = "） )", .forms = FORM_TWO),
    AGE(.before = "|!%|" NAME "|%|（ (", .behind = "） )", .forms = FORM_TWO),
    AGE(.before = "|" BEARERS "|" NAME "|" BRACKET, .behind = "） )", .forms = FORM_TWO),
    AGE(.before = "|" BEARERS "|" NAME "|%|（ (", .behind = "） )", .forms = FORM_TWO),
};
/* clang-format on */

bool figure_age_read(const struct figure_scan *scan, const struct figure_term *term, unsigned forms,
                     struct figure *figure)
{
    struct figure noun = { 0 };
    if (term->numeral.kind == NUMERAL_HAN && !figure_scan_was_in(scan, figure->start, "满 过 逾 近 届 年") &&
        !figure_scan_is(scan, figure->end, "出"))
        return false;
    if (decimal_whole(term->low, 120) < 1 || term->numeral.vague)
        return false;
    const struct figure_rule *age = figure_rule_find(scan, figure, forms | FORM_NO_NOUN, ages,
                                                     term->numeral.kind == NUMERAL_HAN ? HAN_AGES : COUNT(ages));
    if (age == NULL || age->kind != FIGURE_DURATION ||
        (age == &ages[1] && figure_noun_measure(scan, figure->end) > 0) || /* 未满20人 */
        ((age->forms & FORM_NO_NOUN) && figure_noun_english(scan, figure->end, &noun)))
        return false;
    figure_set_kind(figure, age->kind, age->is);
    return true;
}
