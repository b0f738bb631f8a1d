#include "query/counted_kind.h"

#include "text/latinword.h"
#include "text/wordlist.h"

#define WORDS_MOST 4
#define HAN_MOST 18 /* bytes behind a measure word */
#define KIND_UNKNOWN (-1)

/* Words for one kind in both languages; the first are people at large. */
static const struct kind {
    const char *latin; /* in small letters */
    const char *han;
} kinds[] = {
    { "people person persons", "民众" },
    { "officer officers police policeman policemen", "警员 警察 警官 民警 特警 交警" },
    { "soldier soldiers troops servicemen", "士兵 军人 官兵 战士" },
    { "child children boy boys girl girls", "儿童 孩子 小孩 幼童 男孩 女孩" },
    { "woman women", "妇女 女子 女性" },
    { "man men", "男子 男性 男人" },
    { "student students pupil pupils", "学生 大学生 中学生 小学生" },
    { "protester protesters protestor protestors demonstrator demonstrators",
      "抗议者 示威者 抗议人士 示威人士" },
    { "firefighter firefighters", "消防员 消防人员" },
    { "doctor doctors", "医生" },
    { "journalist journalists reporter reporters", "记者" },
    { "passenger passengers", "乘客 旅客" },
    { "worker workers employee employees", "工人 员工 职工 矿工" },
    { "civilian civilians", "平民" },
};

static int english_kind(const char *text, size_t at, size_t end)
{
    static const char stops[] = "were was are is have had has who and or in on at by from to that";
    struct latinword word;
    for (int i = 0; i < WORDS_MOST && at < end; i++) {
        at += text[at] == ' ';
        if (!latinword_at(text, end, at, &word) || latinword_in(word.text, stops))
            break;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            if (latinword_in(word.text, kinds[k].latin))
                return (int)k;
        }
        at = word.end;
    }
    return KIND_UNKNOWN;
}

static int han_kind(const char *text, size_t at, size_t end)
{
    static const char stops[] = "， 。 、 ； 被 遭 因 在 由 向 与 和 受 对";
    if (wordlist_before(text, 0, at, "人") > 0)
        return 0;
    for (size_t most = at + HAN_MOST; at < end && at < most; at++) {
        if (wordlist_at(text, at, end, stops) > 0)
            break;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            if (wordlist_at(text, at, end, kinds[k].han) > 0)
                return (int)k;
        }
    }
    return KIND_UNKNOWN;
}

static int kind_of(const struct document *document, const struct figure *figure)
{
    return document->language == LANGUAGE_CHINESE
               ? han_kind(document->text, figure->end, document->length)
               : english_kind(document->text, figure->end, document->length);
}

/* 1 where the figure ends in a measure word of persons, 2 of things, 0 where it tells neither. */
static int measure_of(const char *text, const struct figure *figure)
{
    static const char persons[] = "人 名 位", things[] = "张 張 座 辆 輛 艘 架 套 栋 棟 台 臺 棵 头 頭 幢 吨 噸 亩 畝 趟 件 本 部 款";
    if (wordlist_before(text, figure->start, figure->end, persons) > 0)
        return 1;
    return wordlist_before(text, figure->start, figure->end, things) > 0 ? 2 : 0;
}

bool counted_kind_is_one_measure(const struct document *a, const struct figure *of_a,
                                 const struct document *b, const struct figure *of_b)
{
    int x = measure_of(a->text, of_a), y = measure_of(b->text, of_b);
    return x == 0 || y == 0 || x == y;
}

bool counted_kind_agrees(const struct document *a, const struct figure *of_a,
                         const struct document *b, const struct figure *of_b)
{
    int one = kind_of(a, of_a), other = kind_of(b, of_b);
    return one == KIND_UNKNOWN || other == KIND_UNKNOWN || one == other;
}
