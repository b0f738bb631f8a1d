#include "entity/everyday_han.h"

#include "text/wordlist.h"

static const char words[] = "平安 太平 小米 滴滴 大众 光大 民生 长城 联想 美的 熊猫 蚂蚁 巨人 "
                            "金山 长虹 吉利 东风 解放 完美 快手 当当 盛大 方正 同方 紫光 创新 "
                            "大地 阳光 人人 天地 万家 和平 永久 凤凰 飞鸽 统一 旺旺 苹果 蘋果 "
                            "橡树 土豆";

static const char behind[] = "公司 集团 保险 银行 证券 基金 手机 汽车 电视 电器 电脑 软件 科技 "
                             "打车 出行 快车 专车 粉丝 股份 股价 股东 宣布 表示 推出 发布 称 说 "
                             "高管 总裁 总经理 董事 创始 首席 旗下 官方 官网 员工 客服 平台 司机 "
                             "回应 答复 在 和 与 及 将 已 也 计划 上市 营收 收入 利润 去年 今年 "
                             "方面 网 云 系 （ (";

static const char before[] = "收购 入股 投资 起诉 控股 对手 公司 巨头 品牌 集团 由 与 和 、 跟 “ "
                             "被 对 向 给";

bool everyday_han_is_mere(const struct surroundings *at)
{
    return wordlist_has(at->text + at->start, at->end - at->start, words) &&
           wordlist_at(at->text, at->end, at->length, behind) == 0 &&
           wordlist_before(at->text, 0, at->start, before) == 0;
}
