#include "entity/everyday_han.h"

#include <stddef.h>
#include <string.h>

static const char *const words[] = {
    "平安", "太平", "小米", "滴滴", "大众", "光大", "民生", "长城", "联想", "美的", "熊猫", "蚂蚁",
    "巨人", "金山", "长虹", "吉利", "东风", "解放", "完美", "快手", "当当", "盛大", "方正", "同方",
    "紫光", "创新", "大地", "阳光", "人人", "天地", "万家", "和平", "永久", "凤凰", "飞鸽", "统一",
    "旺旺", "苹果", "蘋果", "橡树", "土豆", NULL,
};

static const char *const behind[] = {
    "公司", "集团", "保险", "银行", "证券", "基金", "手机", "汽车", "电视", "电器", "电脑", "软件",
    "科技", "打车", "出行", "快车", "专车", "粉丝", "股份", "股价", "股东", "宣布", "表示", "推出",
    "发布", "称", "说", "高管", "总裁", "总经理", "董事", "创始", "首席", "旗下", "官方", "官网",
    "员工", "客服", "平台", "司机", "回应", "答复", "在", "和", "与", "及", "将", "已", "也", "计划",
    "上市", "营收", "收入", "利润", "去年", "今年", "方面", "网", "云", "系", "（", "(", NULL,
};

static const char *const before[] = {
    "收购", "入股", "投资", "起诉", "控股", "对手", "公司", "巨头", "品牌", "集团", "由", "与", "和",
    "、", "跟", "“", "被", "对", "向", "给", NULL,
};

static bool ends_with(const struct surroundings *at, const char *word)
{
    size_t size = strlen(word);
    return at->start >= size && memcmp(at->text + at->start - size, word, size) == 0;
}

static bool begins_with(const struct surroundings *at, const char *word)
{
    size_t size = strlen(word);
    return at->length - at->end >= size && memcmp(at->text + at->end, word, size) == 0;
}

static bool is_word(const struct surroundings *at)
{
    for (const char *const *word = words; *word != NULL; word++) {
        if (strlen(*word) == at->end - at->start &&
            memcmp(at->text + at->start, *word, at->end - at->start) == 0)
            return true;
    }
    return false;
}

bool everyday_han_is_mere(const struct surroundings *at)
{
    if (!is_word(at))
        return false;
    for (const char *const *word = behind; *word != NULL; word++) {
        if (begins_with(at, *word))
            return false;
    }
    for (const char *const *word = before; *word != NULL; word++) {
        if (ends_with(at, *word))
            return false;
    }
    return true;
}
