/* version_name: what an article's id says of its language, and what is left of it: the name that
 * all versions of one text share.
 *
 * The tag of a language ends the name behind a dot, _ or - (sale.en, sale_zh-CN, sale-cn), is a folder
 * of its own (en/sale, content/zh-hans/sale), or stands in brackets or behind the name in Chinese
 * (sale (en), 销售中文版). Tags are those people write: en eng en-us english 英文; zh zho chi chs cht cn
 * tw hk zh-cn zh_tw zh-hans zh-hant 中文 简体 繁体; two letters of some twenty other languages. Letter
 * case does not count. Those other languages' are taken behind a dot and as folders alone (cat-it).
 *
 * Nothing is known for certain from one name alone (plan-cn): version_group.h looks at all of them. */
#ifndef DIPTYCH_LIBRARY_VERSION_NAME_H
#define DIPTYCH_LIBRARY_VERSION_NAME_H

#include <stdbool.h>

#define VERSION_NAME_LANGUAGE 4 /* bytes */

/* The name without its tags, in lower case; the whole id in lower case when it has none. `language` gets
 * "en", "zh" or another two letters, "" for none. Caller frees. */
char *version_name(const char *id, char language[VERSION_NAME_LANGUAGE]);

/* Whether both have one name without their tags. */
bool version_name_is_same(const char *a, const char *b);

/* "zh" of zh-Hant, chs, cn, 中文; the first two letters of a tag that is none of these; "" of "". */
void version_name_language(const char *tag, char language[VERSION_NAME_LANGUAGE]);

#endif
