#include "text/commonword.h"

#include <string.h>

#include "text/wordlist.h"

#define LONGEST 16 /* bytes */

/* clang-format off */
/* Sorted by bytes. */
static const char words[][WORDLIST_ROW] = {
    "able about above access account acorn across act action active actual add advance advice",
    "after again against age agent agile air alert all alliance allow ally almost alone along",
    "alpha alphabet already also although always amber among anchor and angel angle animal answer",
    "any apex apple april arch are area arm army around arrow art as ash ask aspect at atlas atom",
    "august aunt autumn avenue away axe baby back bad bag baker balance ball band bank banker bar",
    "bargain bark barn base basin basket bat bath battery battle bay be beach beacon bean bear",
    "beat because become bed bee beef been beer before begin behind believe bell below belt bench",
    "berry best better between beyond big bill bind bird bishop bit bite black blade blank blaze",
    "blend blink block blog bloom blue board boat body bold bond bone book boost boot border boss",
    "both bottle bottom bounce bow bowl box boy brain brake branch brand brave bread break brew",
    "brick bride bridge brief bright bring broad brook broom brother brown brush bubble bucket bud",
    "build builder bull bullet burn bus bush business but butcher butler butter button buy by cab",
    "cabin cable cake call camp can candle candy cap capital captain car card care carpenter",
    "carrot carry case cash castle cat catch cause cave cell center centre chain chair champion",
    "chance change channel chapter chase cheap check cheese cherry chess chest chicken chief child",
    "chime chip choice church circle city clay clean clear clever cliff climb clock close cloth",
    "cloud clover club coach coal coast coat code coffee coin cold collar color column come comet",
    "comfort common compass cook cool copper coral core corn corner cost cotton could council",
    "country course court cover crane cream credit creek crew crop cross crowd crown cruise",
    "crystal cup curve custom cut cycle daily dance dark dart data date dawn day deal dear deep",
    "deer delta den desk dew dial diamond did dig digital dime direct dish dive do dock doctor",
    "does dog dollar dolphin done door dot double dove down dozen draft dragon draw dream dress",
    "drift drill drink drive drop drum dry duck due duke dust dynamo each eagle early earth east",
    "easy eat echo edge egg eight elastic elder elm else ember empire end energy engine enough",
    "envoy epic equal era even ever every everyone evolve exact except express eye fab fabulous",
    "face fact fair faith falcon fall false fame family fan fancy far farm farmer fashion fast",
    "father fed feed feel fellow fence fern few field fifth fig film final find fine fir fire firm",
    "first fish fisher fit five fix flag flame flash flat fleet flip float flock floor flow flower",
    "fly focus fold food foot for force forest forever form fort forward foundry four fox frame",
    "free fresh friend frog from front frost fruit fuel full fun fund fury fusion future gain",
    "gallery game gap garden gardener gas gate gather gem general giant gift girl give glad glass",
    "globe go goal gold golden good goose gourmet grab grace grain grand grant grape graph grass",
    "gravity gray great green grey grid grind ground group grove grow growth guard guest guide",
    "gulf gull gun guy hail hair half hall hand happy harbor harbour hard hardy harp has hat hatch",
    "have hawk he head health heart heat heath hello help hen her here hero high hill hinge his",
    "hive hold holiday hollow home honest honey hood hook hope horizon horn horse host hot hotel",
    "hour house how hub human hunt hunter ice icon idea if impact in inch indeed index indigo ink",
    "inn insight instant into iris iron is island it its ivory ivy jade jam january jasper jet",
    "jewel job join joker joy judge juice jump june jungle just kayak keen keep kettle key kid kin",
    "kind king kitchen kite knife knight know lab lace lady lake lamb lamp land lane large lark",
    "last late later launch laurel law lawn layer lead leader leaf lean leap learn least leather",
    "leave ledger left legend lemon lens less let letter level lever liberty life lift light lily",
    "lime limit line link lion list little live local lock loft logic long look loop lord lot loud",
    "love low loyal luck lucky lumen lunar mad made magic magnet mail main major make man manager",
    "mango many map maple marble march mark market marsh marshal mason mass master match mate",
    "matter may mayor me meadow meal mean measure meet mention merchant mercury mercy merit mesh",
    "meta metal metro middle might mile milk mill miller mind mine mint mirror miss mist mix",
    "mobile model modern moment money monitor monster month moon moor more morning moss most",
    "mother motion motor mount mountain mouse mouth move much muse museum music must my name",
    "narrow nation nature near neat need nest net never new news next nice night nine no noble",
    "noon nor north not note nothing notion nova now number oak oasis oat ocean of off offer",
    "office often oil old olive on once one only onto onyx open opera optimum or oracle orange",
    "orbit orchard orchid order origin other our out outlook over own owner ox oyster pace pack",
    "page paint pair palace pale palm pan panda panel paper parade park parker part partner pass",
    "past pasture patch path patron pause pay peace peach peak pear pearl pebble pen penny people",
    "pepper perfect perhaps pet phoenix pick picture piece pier pilot pin pine pioneer pipe pitch",
    "pixel place plain plan plane planet plant plate play player plaza please plenty plum plus",
    "pocket poet point polar pole polish pond pony pool pope poplar porter post pot potter power",
    "prairie press price pride priest prime prince print prior prism private prize pro prophet",
    "prospect proud public pull pulse pump pure purple push quad quality quarry quartz queen quest",
    "quick quiet quite race radar radio rain rainbow raise ranch range ranger rapid rather raven",
    "raw ray reach read ready real really reason rebel record red reed reef relay remedy remind",
    "rent rest result return rice rich ride ridge right ring rise river road robin rock rocket",
    "roll roof room root rope rose rough round route row royal ruby rule run rush rust saber sad",
    "saddle safe sage sail saint salad sale salesman salt same sand satin save say scale scarlet",
    "scene school science scope scout screen sea seal seat second secret see seed sense serene",
    "serve set settle seven shade shadow shape share sharp she shed sheep shell shelter shepherd",
    "shield shift shine ship shire shoe shop shore short should show side sidecar sight sign",
    "signal silk silver simple since single sister site six size sketch skill skin sky slack sleep",
    "slice slim slow small smart smile smith smooth snap snow so social soft solar sole solid solo",
    "some son song soon sort soul sound soup source south space spark sparrow speak special speed",
    "sphere spice spin spirit splash split spoon sport spot spray spread spring sprint sprout",
    "spruce square squire stable stack staff stage stand standard staple star start state station",
    "stay steel stem step stern steward still stone stop store storm story stream street stretch",
    "string strip stripe strong student studio study style subway such sugar suit summer summit",
    "sun sunday sunny super sure surf surge swallow swan sweet swift swing sword symbol system",
    "table tablet tailor take tale talk tall tandem tank target task taste tea teach team tell",
    "temple ten tender tent term test thank that the their them theme then there these they thing",
    "think third this thistle those though thread three thrive through thunder thus ticket tide",
    "tie tiger tile till timber time tin tiny tip title to toast today together token tomorrow too",
    "tool top torch total touch tower town toy track trade trader trail train transit travel",
    "treasure tree trend tribe trip triumph true truly trust truth try tulip tumbler tune tunnel",
    "turn turner twelve twig twin twist two umbrella uncle under union unique unit unity up upon",
    "urban us use usual valley value van vanguard vault vector velvet venture verge very vessel",
    "view village vine violet virgin virtue visa vision visit vista vital vivid voice volt wage",
    "wagon wait walk walker wall want war ward warm wash watch water wave way we wealth weather",
    "weaver web wedge week weight welcome well were west whale what wheat wheel when where which",
    "while white who whole why wick wide wild will willow win wind window wine wing winner winter",
    "wire wise wish with wolf woman wonder wood word work worker world worth would wren write year",
    "yellow yes yet yield you young your youth zebra zenith zero zone zoom 世界 东方 人民",
    "什么 今天 今年 他们 但是 体育 作家 你们 保险 健康 兄弟 先生 光明",
    "公司 公路 农村 农民 冬天 凤凰 北方 医生 医院 南方 去年 可以 吉利",
    "商人 商场 商店 喜鹊 因为 国家 土豆 地铁 城市 基金 夏天 大众 大地",
    "大家 大海 大米 大象 天空 太阳 女士 如意 如果 姐妹 孔雀 学校 学生",
    "孩子 家人 将来 小姐 小米 工人 已经 市场 希望 平台 平安 幸福 广播",
    "应该 快乐 怎么 我们 或者 所以 手机 报纸 新闻 日报 早上 时代 时报",
    "时间 明天 明年 星星 星期 春天 昨天 晚上 晚报 月亮 朋友 杂志 桃子",
    "梦想 森林 樱桃 橙子 汽车 沙漠 洋葱 海豚 海鸥 游戏 火车 熊猫 父母",
    "狮子 猎豹 玉米 现在 理想 电影 电脑 电视 番茄 社会 秋天 科技 红旗",
    "网站 老师 老虎 而且 联想 自己 芒果 芝麻 花生 苹果 草原 葡萄 蘑菇",
    "虽然 蚂蚁 蜗牛 袋鼠 西方 西瓜 记者 证券 超市 辣椒 过去 这里 那里",
    "酒店 金融 金鱼 银行 长城 长安 长江 集团 雪花 需要 音乐 飞机 饭店",
    "香蕉 骆驼 高山 麻雀 黄河",
};
/* clang-format on */

bool commonword_is(const char *word, size_t length)
{
    char folded[LONGEST];
    if (length > LONGEST)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool letter = (unsigned char)((word[i] | 0x20) - 'a') < 26;
        if (!letter && (word[i] & 0x80) == 0)
            return false;
        folded[i] = (char)(letter ? word[i] | 0x20 : word[i]);
    }
    return WORDLIST_IN_ROWS(folded, length, words) != NULL;
}
