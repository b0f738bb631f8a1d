#include "figure/figure_noun.h"

#include <stdio.h>
#include <string.h>

#include "base/bisect.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3 /* bytes of a character */
#define WORDS_MOST 5
#define HAN_BEHIND_MOST 10 /* characters */
#define HAN_BEFORE_MOST 14
#define HAN_NOUN_MOST 5

struct noun {
    const char *written;
    const char *class;
};

/* Singulars, in the order of strcmp. */
/* clang-format off */
#define N(noun, class) { #noun, #class },
#define P(noun) { #noun, #noun "s" },
static const struct noun english[] = {
    N(adult, people) N(aircraft, aircraft) P(app) N(application, apps) N(backer, investors) P(bank) P(barrel)
    N(bbl, barrels) N(boe, barrels) N(boed, barrels) N(boepd, barrels) P(book) N(bpd, barrels) P(brand)
    N(business, companies) N(buyer, consumers) P(car) P(case) N(cattle, cattle) N(child, people) N(children, people)
    N(citizen, residents) N(city, cities) N(client, consumers) N(college, schools) N(commodity, products)
    N(company, companies) P(connection) P(consumer) N(corporation, companies) N(country, countries) N(crew, crew)
    N(crewman, crew) N(crewmen, crew) N(customer, consumers) N(deal, transactions) P(death) N(deer, deer) P(degree)
    P(doctor) P(employee) N(engineer, employees) N(enterprise, companies) N(factory, factories)
    N(family, households) N(fan, followers) N(fatality, deaths) P(film) N(firm, companies) N(fish, fish) P(flight)
    P(floor) N(fold, fold) P(follower) N(footballer, players) N(geese, geese) N(good, products) N(handset, phones)
    P(hospital) P(household) N(inhabitant, residents) N(inmate, prisoners) P(investor) N(item, products)
    N(jet, aircraft) P(job) P(language) N(magnitude, magnitude) N(man, people) P(market) N(marketplace, markets)
    P(member) N(men, people) N(merchant, sellers) N(message, posts) N(mice, mice) N(movie, films)
    N(nation, countries) P(nurse) P(office) P(officer) P(order) N(outlet, stores) N(oxen, oxen) P(package)
    N(parcel, packages) P(passenger) P(patent) P(patient) N(people, people) N(person, people) P(phone)
    N(plane, aircraft) N(plant, factories) P(player) N(position, jobs) P(post) P(prisoner) P(product) P(project)
    P(province) N(pupil, students) P(refugee) P(resident) N(retailer, sellers) N(richter, magnitude) N(role, jobs)
    N(sailor, crew) P(school) P(seat) P(seller) P(share) N(sheep, sheep) P(ship) N(shop, stores)
    N(shopper, consumers) N(site, websites) N(smartphone, phones) P(soldier) N(species, species) N(staff, employees)
    N(staffer, employees) N(startup, companies) P(store) N(storefront, stores) N(storey, floors) P(student)
    P(subscriber) N(subsidiary, companies) N(supplier, sellers) P(tablespoon) N(tbsp, tablespoons) P(teacher)
    P(team) P(teaspoon) P(time) N(title, books) N(tourist, visitors) N(town, cities) P(transaction)
    N(traveler, visitors) N(traveller, visitors) N(troop, soldiers) N(tsp, teaspoons) N(tweet, posts)
    N(university, schools) P(user) N(vacancy, jobs) N(vehicle, cars) N(vendor, sellers) N(vessel, ships) P(village)
    N(villager, residents) P(visitor) P(vote) P(voter) P(website) N(woman, people) N(women, people)
    N(worker, employees)
};
#undef N
#undef P

/* By their first characters. */
#define H(noun, class) { noun, #class },
static const struct noun chinese[] = {
    H("专利", patents) H("乘务员", crew) H("乘客", passengers) H("乡镇", cities) H("书籍", books)
    H("买家", consumers) H("交易", transactions) H("产品", products) H("人口", people) H("企业", companies)
    H("会员", members) H("供应商", sellers) H("公司", companies) H("关注者", followers) H("军人", soldiers)
    H("办事处", offices) H("办公室", offices) H("包裹", packages) H("医生", doctors) H("医院", hospitals)
    H("卖家", sellers) H("员工", employees) H("品牌", brands) H("商品", products) H("商家", sellers)
    H("商店", stores) H("商户", sellers) H("囚犯", prisoners) H("团队", teams) H("国家", countries)
    H("图书", books) H("城市", cities) H("城镇", cities) H("士兵", soldiers) H("大学", schools)
    H("学校", schools) H("学生", students) H("官兵", soldiers) H("客户", consumers) H("客机", aircraft)
    H("家庭", households) H("居民", residents) H("岗位", jobs) H("工人", employees) H("工作岗位", jobs)
    H("工厂", factories) H("工程师", employees) H("市场", markets) H("市民", residents) H("帖子", posts)
    H("席位", seats) H("应用", apps) H("店铺", stores) H("度", degrees) H("座位", seats) H("影片", films)
    H("快递", packages) H("患者", patients) H("成员", members) H("手机", phones) H("投资人", investors)
    H("投资方", investors) H("投资者", investors) H("护士", nurses) H("教师", teachers) H("旅客", visitors)
    H("机组人员", crew) H("机组成员", crew) H("村庄", villages) H("村民", residents) H("案件", cases)
    H("死亡", deaths) H("民众", people) H("民警", officers) H("水手", crew) H("汽车", cars) H("消息", posts)
    H("消费者", consumers) H("游客", visitors) H("犯人", prisoners) H("球员", players) H("用户", users)
    H("电影", films) H("病人", patients) H("病例", cases) H("省份", provinces) H("粉丝", followers)
    H("网店", stores) H("网站", websites) H("老师", teachers) H("职员", employees) H("职工", employees)
    H("股份", shares) H("股票", shares) H("航班", flights) H("船只", ships) H("船员", crew) H("警员", officers)
    H("警察", officers) H("订单", orders) H("订户", subscribers) H("订阅者", subscribers) H("访客", visitors)
    H("语言", languages) H("货品", products) H("购物者", consumers) H("车辆", cars) H("轮船", ships)
    H("轿车", cars) H("连接", connections) H("追随者", followers) H("选民", voters) H("选票", votes)
    H("银行", banks) H("镇", cities) H("门店", stores) H("队员", players) H("难民", refugees)
    H("雇员", employees) H("项目", projects) H("顾客", consumers) H("飞机", aircraft)
};
#undef H
/* clang-format on */

/* Classes that are said of the same beings: members are users, users are people. */
static const char persons[] =
    "users members consumers sellers employees followers students visitors subscribers "
    "residents people investors";
/* And those of whom two are told apart: passengers are people, but no crew. */
static const char others[] = "players passengers crew patients soldiers officers voters refugees doctors nurses teachers prisoners";
static const struct { enum noun_relation relation; const char *classes; } families[] = {
    { NOUN_RELATED, persons },
    { NOUN_RELATED, "companies stores banks factories offices" },
    { NOUN_RELATED, "products phones books apps" },
    { NOUN_RELATED, "cities villages" },
    { NOUN_RELATED, "crew employees officers soldiers" },
    /* what may be told of one thing: deaths and 居民死亡, jobs, posts and 裁员800人, flights and 架次 */
    { NOUN_UNKNOWN, "deaths people residents employees students visitors members players passengers crew patients soldiers officers "
                    "refugees prisoners" },
    { NOUN_UNKNOWN, "jobs posts employees people" },
    { NOUN_UNKNOWN, "times flights visitors passengers patients consumers cases orders transactions posts votes people users films" },
    { NOUN_UNKNOWN, "cases people residents patients" },
    { NOUN_UNKNOWN, "votes people members voters" },
    { NOUN_UNKNOWN, "households residents people" },
};

/* Measure words, with the class that they tell by themselves. */
static const char measures[] =
    "家=companies 名=people 位=people 人=people 人次=times 口人=people 架=aircraft 辆=cars 艘=ships 次=times "
    "倍=times 户=households 国=countries 城=cities 股=shares 票=votes 单=orders 册=books 点=points 桶=barrels "
    "起=cases 例=cases 宗=cases 期=phases 本=books 辆次=cars 席=seats 成员=members 家庭=households 支队伍=teams "
    "队=teams 座席=seats 遍=times 死=deaths 架次=times 车次=times 班次=times 个 种 款 项 笔 台 部 件 条 张 份 支 枚 座 所 间 届 "
    "轮 页 篇 集 层=floors 类 组 批 套 颗 棵 粒 首 幅 只 头 场 门 大 大类 克拉 箱 袋 瓶 杯 盒 包 盘 双 对 束 片 块 根 把 顶 封 桩 处 栋 幢 任 "
    "级=magnitude 列 班 趟 匹 株 卷 句 字 样 份额 人份 步 声 回合 篮板 助攻 抢断 盖帽 伤 瓣 勺 匙 段 道 顿 幕 帧 串 滴 锅 碟 盆 筐 篮 捆 叠 堆 群 "
    "伙 局 节 站 圈 题 课时 尾 壶 罐 碗 桌 剂 针 剂次 连胜 连败 等份 汤匙 茶匙 大勺 小勺 大匙 晚 省 市 县 乡 镇 章 球 进球 车道 面 标箱 标准箱";

/* Where the words between number and noun end: what follows is of another phrase. */
static const char stops[] =
    "a after am an and are as at be because before but by can could did do does during fifths "
    "for from had halves has have he her his how if in into is it its may might must nor not of "
    "on or our quarters she should since so tenths than that the their then they thirds this "
    "those to until was we were what when which while who whose will with would you your";

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_person(const char *class)
{
    return latinword_in(class, persons) || latinword_in(class, others);
}

static const char *find_singular(const char *word)
{
    size_t at = 0;
    BISECT(at, COUNT(english), strcmp(english[at].written, word) >= 0);
    bool found = at < COUNT(english) && strcmp(english[at].written, word) == 0;
    return found ? english[at].class : NULL;
}

/* The class of an English noun, singular or plural: users, countries, businesses. */
static const char *find_class(const struct latinword *word)
{
    static const char *const endings[][2] = { { "", "" }, { "s", "" }, { "es", "" }, { "ies", "y" } };
    char singular[LATINWORD_MAX + 2];
    size_t length = strlen(word->text);
    const char *class = NULL;
    for (size_t i = 0; i < COUNT(endings) && class == NULL; i++) {
        size_t size = strlen(endings[i][0]);
        if (length < size || (i > 0 && length < 4) ||
            memcmp(word->text + length - size, endings[i][0], size) != 0)
            break;
        memcpy(singular, word->text, length - size);
        memcpy(singular + length - size, endings[i][1], strlen(endings[i][1]) + 1);
        class = find_singular(singular);
    }
    return class;
}

/* From one word to the next within a phrase: over blanks, hyphens, the dots of U.S. and
 * opening quotation marks. */
static size_t next_word(const struct figure_scan *scan, size_t at)
{
    static const char between[] = "_ \n - “ \"";
    size_t size;
    if (figure_scan_is(scan, at, ".") && at + 2 < scan->to && at >= scan->from + 2 &&
        ascii_is_capital(scan->text[at - 1]) &&
        (!latinword_is_letter(scan->text[at - 2]) || scan->text[at - 2] == '.'))
        at++;
    for (int i = 0; i < 4 && figure_scan_any(scan, at, between, &size) >= 0; i++)
        at += size;
    return at;
}

void figure_noun_set(const struct latinword *word, struct figure *figure)
{
    char plural[LATINWORD_MAX + 4];
    const char *class = find_class(word), *text = word->text;
    size_t length = strlen(text);
    bool hisses = wordlist_before(text, 0, length, "s x z ch sh") > 0;
    bool changes = wordlist_before(text, 0, length, "y") > 0 && wordlist_before(text, 0, length, "ay ey oy uy") == 0;
    (void)snprintf(plural, sizeof plural, "%.*s%s", (int)(length - changes), text, changes ? "ies" : hisses ? "es" : "s");
    figure_set_unit(figure, class != NULL ? class : plural);
}

/* 12-member, 300-page: the word behind the hyphen is what is counted, in the singular. */
static bool read_compound(const struct figure_scan *scan, size_t end, struct figure *figure)
{
    struct latinword word;
    if (!figure_scan_is(scan, end, "-") || !figure_scan_word(scan, end, &word) || word.capital ||
        latinword_in(word.text, "strong odd plus something square fold star way") ||
        latinword_in(word.text, stops))
        return false;
    figure_noun_set(&word, figure);
    return true;
}

/* eight 6-inch guns */
static size_t skip_size(const struct figure_scan *scan, size_t at)
{
    size_t end = at;
    while (end < scan->to && (ascii_is_digit(scan->text[end]) ||
                              (end > at && scan->text[end] == '.')))
        end++;
    return end > at && figure_scan_is(scan, end, "-") ? end + 1 : at;
}

/* two passenger trains: the trains are counted */
static bool is_of_others(const struct figure_scan *scan, const struct latinword *word, const char *class)
{
    struct latinword next;
    const size_t length = strlen(word->text);
    return strncmp(class, word->text, length) == 0 && strcmp(class + length, "s") == 0 &&
           figure_scan_is(scan, word->end, " ") && latinword_at(scan->text, scan->to, word->end + 1, &next) &&
           latinword_is_plural(&next) && !latinword_in(next.text, stops);
}

bool figure_noun_english(const struct figure_scan *scan, size_t end, struct figure *figure)
{
    if (read_compound(scan, end, figure))
        return true;
    /* two of the four engines */
    struct latinword word, plural = { 0, 0, "", false };
    size_t at = end;
    /* two or more dogs */
    if (figure_scan_past(scan, &at, "or") && !figure_scan_past(scan, &at, "more fewer less"))
        at = end;
    bool was_of = false;
    for (int i = 0; i < WORDS_MOST; i++) {
        at = next_word(scan, at);
        at = i == 0 ? skip_size(scan, at) : at;
        /* eleven of the 14 defendants */
        while (was_of && at < scan->to && ascii_is_digit(scan->text[at]))
            at++;
        if (was_of)
            at = next_word(scan, at);
        if (!latinword_at(scan->text, scan->to, at, &word))
            break;
        bool of =
            (i == 0 && strcmp(word.text, "of") == 0) ||
            (i == 1 && was_of && latinword_in(word.text, "the its their his her our these those"));
        was_of = of;
        /* support and logistics subsidiaries, but not “the two talked and shops ...” */
        bool and = i > 0 && strcmp(word.text, "and") == 0 &&
                   !figure_scan_was(scan, figure_scan_skip_back(scan, at), "ed");
        if (!of && !and && latinword_in(word.text, stops))
            break;
        const char *class = find_class(&word);
        bool possessive =
            figure_scan_is(scan, word.end, "'s") || figure_scan_is(scan, word.end, "\xE2\x80\x99s");
        if (class != NULL && !possessive && !is_of_others(scan, &word, class) && !figure_scan_is(scan, word.end, "-")) {
            figure_set_unit(figure, class);
            return true;
        }
        if (plural.text[0] == '\0' && latinword_is_plural(&word) && !possessive)
            plural = word;
        at = word.end;
        while (word.capital && at < word.start + 4 && figure_scan_digit(scan, at) == 1) /* four M6 screws */
            at++;
    }
    if (plural.text[0] == '\0')
        return false;
    figure_set_unit(figure, plural.text);
    return true;
}

bool figure_noun_english_before(const struct figure_scan *scan, size_t start, struct figure *figure)
{
    struct latinword word;
    size_t at = start;
    if (figure_scan_was(scan, at, "\xE2\x80\x9C"))
        at -= strlen("\xE2\x80\x9C");
    for (int i = 0; i < WORDS_MOST && figure_scan_word_before(scan, at, &word); i++) {
        const char *class = find_class(&word);
        if (class != NULL && latinword_is_plural(&word)) {
            figure_set_unit(figure, class);
            return true;
        }
        at = word.start;
    }
    return false;
}

size_t figure_noun_measure(const struct figure_scan *scan, size_t at)
{
    return wordlist_at(scan->text, at, scan->to, measures);
}

/* The class of the known noun at `at`; its size. */
static size_t noun_at(const struct figure_scan *scan, size_t at, char *class)
{
    size_t row = 0, longest = 0;
    class[0] = '\0';
    if (at + HAN > scan->to)
        return 0;
    const unsigned head = figure_scan_head(scan->text + at);
    BISECT(row, COUNT(chinese), figure_scan_head(chinese[row].written) >= head);
    for (; row < COUNT(chinese) && figure_scan_head(chinese[row].written) == head; row++) {
        const size_t size = figure_scan_size(scan, at, chinese[row].written);
        if (size > longest) {
            longest = size;
            (void)snprintf(class, FIGURE_UNIT_SIZE, "%s", chinese[row].class);
        }
    }
    return longest;
}

bool figure_noun_behind(const struct figure_scan *scan, size_t at)
{
    char class[FIGURE_UNIT_SIZE];
    return noun_at(scan, at, class) > 0;
}

/* The class of the nearest noun within so many characters behind `at`, or before it: a letter of a name and
 * quotation marks are passed over; other punctuation and digits end the phrase. */
static bool find_noun(const struct figure_scan *scan, size_t at, bool back, int most, char *class)
{
    for (int i = 0; i < most && (back ? at > scan->from : at < scan->to); i++) {
        at = back ? figure_scan_skip_back(scan, at) : figure_scan_skip(scan, at);
        unsigned long code = back ? figure_scan_code_before(scan, at) : figure_scan_code(scan, at);
        if (!utf8_is_han((uint32_t)code) && code != 0x201C && !(back && code == 0x201D) &&
            !(!back && code < 0x80 && latinword_is_letter((char)code)))
            return false;
        at = back ? utf8_previous(scan->text, at) : at;
        if (noun_at(scan, at, class) > 0)
            return true;
        at += back ? 0 : code < 0x80 ? 1 : 3;
    }
    return false;
}

static bool noun_behind(const struct figure_scan *scan, size_t at, char *class)
{
    (void)figure_scan_over(scan, &at, "”");
    return find_noun(scan, at, false, HAN_BEHIND_MOST, class);
}

/* 人口超32万的城市: the beings right before the number are counted, not the thing of which that is
 * said. */
static bool is_said_of(const struct figure_scan *scan, const struct figure *figure, char *class)
{
    static const char between[] = "数 总数 总量 约 近 约为 约有 超 超过 逾 达 达到 多达 高达 仅 只有 不足 不到 为 有 将近 接近 突破";
    char behind[FIGURE_UNIT_SIZE] = "";
    size_t at = figure->start, end = figure->end, size;
    if (!figure_scan_over(scan, &end, "的") || !noun_behind(scan, end, behind) ||
        is_person(behind))
        return false;
    for (int i = 0; i < 3 && (size = wordlist_before(scan->text, scan->from, at, between)) > 0; i++)
        at -= size;
    size_t start = at;
    for (int i = 0; i < HAN_NOUN_MOST && start > scan->from; i++) {
        start = utf8_previous(scan->text, start);
        if (noun_at(scan, start, class) == at - start)
            return is_person(class);
    }
    return false;
}

bool figure_noun_chinese(const struct figure_scan *scan, size_t number_end, struct figure *figure)
{
    char told[FIGURE_UNIT_SIZE] = "", found[FIGURE_UNIT_SIZE];
    size_t size = wordlist_value(scan->text, number_end, scan->to, measures, told, sizeof told);
    bool open = size == 0 || told[0] == '\0' || latinword_in(told, "people companies");
    bool people = size == strlen("人") && figure_scan_is(scan, number_end, "人");
    bool beings = strcmp(told, "people") == 0; /* 在14个国家有1200名职员 */
    if (open && !people &&
        (is_said_of(scan, figure, found) || noun_behind(scan, figure->end, found) ||
         find_noun(scan, figure->start, true, HAN_BEFORE_MOST, found)) &&
        (!beings || is_person(found))) {
        figure_set_unit(figure, found);
        return true;
    }
    if (size == 0 || told[0] == '\0')
        return false;
    figure_set_unit(figure, told);
    return true;
}

static bool is_class(const char *name)
{
    for (size_t i = 0; i < COUNT(english); i++) {
        if (strcmp(english[i].class, name) == 0)
            return true;
    }
    return false;
}

enum noun_relation figure_noun_compare(const char *a, const char *b)
{
    if (a[0] == '\0' || b[0] == '\0')
        return NOUN_UNKNOWN;
    if (strcmp(a, b) == 0)
        return NOUN_SAME;
    bool one = latinword_in(a, others), two = latinword_in(b, others);
    if ((one && latinword_in(b, persons)) || (two && latinword_in(a, persons)))
        return NOUN_RELATED;
    for (size_t i = 0; i < COUNT(families); i++) {
        if (latinword_in(a, families[i].classes) && latinword_in(b, families[i].classes))
            return families[i].relation;
    }
    return is_class(a) && is_class(b) ? NOUN_OTHER : NOUN_UNKNOWN;
}
