#include "figure/figure_idiom.h"

#include <string.h>

#include "base/bisect.h"
#include "text/numeral.h"

#define HEAD 3 /* bytes at least of a set phrase */

/* Set phrases that begin with a numeral, in the order of strcmp. */
/* clang-format off */
static const char *const idioms[] = {
    "Nine to five", "a million to one", "fifty-fifty", "forty winks",
    "half a dozen of the other", "nine lives", "nine to five", "one in a million",
    "seven seas", "six feet under", "sixes and sevens", "two cents worth", "two cents' worth",
    "two left feet", "two of a kind", "two-faced", "two-way",
    "一举两得", "一五一十", "一千道一万", "一四七", "一国两制", "一國兩制", "一波三折", "一清二楚", "一石二鸟", "一舉兩得",
    "七上八下", "七匹狼", "七十二变", "七嘴八舌", "七夕", "七大姑八大姨", "七手八脚", "七拼八凑", "七零八落", "万事俱备",
    "万众一心", "万家灯火", "万无一失", "万水千山", "万紫千红", "三一重工", "三七开", "三三两两", "三下五除二", "三五成群",
    "三亚", "三从四德", "三伏天", "三元区", "三元桥", "三元股份", "三元里", "三元食品", "三十而立", "三国演义", "三天两头",
    "三天打鱼", "三天打鱼，两天晒网", "三头两日", "三头六臂", "三姑六婆", "三层交换", "三心二意", "三明治", "三更半夜", "三生有幸",
    "三番两次", "三番五次", "三番兩次", "三番四次", "三言两语", "三长两短", "三顾茅庐", "不二价", "丢三落四", "两个100年",
    "两个一百年", "两全其美", "两全齐美", "两口子", "两天晒网", "两岸", "两肋插刀", "两袖清风", "两败俱伤", "两面三刀",
    "九九归一", "九寨沟", "九死一生", "九牛二虎", "二度梅", "五体投地", "五光十色", "五十步笑百步", "五十知天命", "五台山",
    "五彩缤纷", "五指山", "五道口", "五月天", "五湖四海", "五粮液", "五花八門", "五花八门", "五谷丰登", "兩岸", "八九不离十", "八仙过海",
    "八方支援", "八面玲珑", "六亲不认", "六安", "六神无主", "十七大", "十万八千里", "十万火急", "十九大", "十全十美", "十八大",
    "十六大", "十字路口", "十年树木", "十拿九稳", "十有八九", "十足", "千军万马", "千千万万", "千变万化", "千家万户", "千山万水",
    "千方百計", "千方百计", "千篇一律", "千言万语", "千载难逢", "千辛万苦", "千里迢迢", "千钧一发", "半天", "半导体", "半導體",
    "半斤八两", "半路", "四世同堂", "四分五裂", "四十不惑", "四处", "四大名著", "四平八稳", "四海为家", "四舍五入",
    "四處", "四轮驱动", "四通八达", "四面八方", "四面楚歌", "数九天", "数十年如一日", "梅开二度", "百分百", "百家争鸣",
    "百年树人", "百年老店", "百折不挠", "百步穿杨", "百花齐放", "百里挑一",
};
/* clang-format on */
#define IDIOMS (sizeof idioms / sizeof *idioms)

static size_t phrase_size(const struct figure_scan *scan, size_t at)
{
    size_t i = 0, size = 0;
    unsigned head = scan->to - at >= HEAD ? figure_scan_head(scan->text + at) : 0;
    BISECT(i, IDIOMS, figure_scan_head(idioms[i]) >= head);
    for (; i < IDIOMS && figure_scan_head(idioms[i]) == head; i++) {
        size_t length = figure_scan_size(scan, at, idioms[i]);
        size = length > size ? length : size;
    }
    return size;
}

size_t figure_idiom_size(const struct figure_scan *scan, size_t at)
{
    struct numeral numeral;
    size_t size = phrase_size(scan, at), end;
    bool han = (unsigned char)scan->text[at] >= 0x80;
    if (size > 0)
        return size;
    /* 《一千零一夜》 */
    if (han && figure_scan_was(scan, at, "《") &&
        numeral_read(scan->text, scan->to, at, &numeral) && numeral.kind == NUMERAL_HAN &&
        !numeral.spelled_digits)
        return numeral.end - at;
    /* 公元前221年: 0 of our era, below 1000 */
    int before = han || scan->text[at] >= '0'
                     ? figure_scan_any_before(scan, figure_scan_skip_back(scan, at),
                                              "公元前=1 西元前=1 公元=0 西元=0", &size)
                     : -1;
    if (before < 0 || !numeral_read(scan->text, scan->to, at, &numeral) ||
        (before == 0 && decimal_compare(numeral.value, decimal_of(1000, 0)) >= 0))
        return 0;
    end = figure_scan_skip(scan, numeral.end);
    (void)figure_scan_over(scan, &end, "年");
    return end - at;
}
