#include "export/html_page.h"

#include "base/sha256.h"
#include "export/escape_markup.h"

#define DEEPEST 40 /* cells that a list is indented at most */

/* A font of one script must not stand before the others' in one list: it would give them its
 * quotation marks. So each language that has fonts of its own names them. */
static const char style[] =
    ":root{color-scheme:light dark;--faint:#666;--mark:#ffd54a66;--twice:#ff8a6566}\n"
    "body{font:1rem/1.6 Georgia,\"Noto Serif\",\"Liberation Serif\",serif;"
    "margin:2rem auto;padding:0 1rem;max-width:76rem}\n"
    ":lang(zh){font-family:\"Songti SC\",\"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,serif}\n"
    ":lang(zh-TW),:lang(zh-HK),:lang(zh-Hant){font-family:\"Songti TC\",\"Noto Serif CJK TC\","
    "\"Source Han Serif TC\",PMingLiU,serif}\n"
    ":lang(ja){font-family:\"Hiragino Mincho ProN\",\"Noto Serif CJK JP\",\"Yu Mincho\",serif}\n"
    ":lang(ko){font-family:AppleMyungjo,\"Noto Serif CJK KR\",Batang,serif}\n"
    ":lang(en),[lang=\"\"]{font-family:Georgia,\"Noto Serif\",\"Liberation Serif\",serif}\n"
    "main.notes{max-width:60rem;margin:auto}\n"
    "main.one{max-width:38rem;margin:auto;padding-right:24rem}\n"
    "main.two{display:grid;grid-template-columns:1fr 1fr;gap:3rem}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;break-after:avoid}\n"
    "h1:lang(zh),p:lang(zh),blockquote:lang(zh){text-align:justify}\n"
    "article.note{border-top:1px solid #8888;padding:.8rem 0;break-inside:avoid}\n"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}\n"
    "blockquote{margin:.6rem 0;padding-left:.9rem;border-left:.2rem solid #b58900}\n"
    "blockquote p{margin:.3rem 0}\n"
    ".origin,.facts,.tags{font-size:.85em;margin:.2rem 0;color:var(--faint);overflow-wrap:anywhere}\n"
    ".tags span{margin-right:.6em}\n"
    ".comment>:first-child{margin-top:.2rem}.comment>:last-child{margin-bottom:.2rem}\n"
    "mark{color:inherit;background:var(--mark);border-bottom:2px solid #b58900}\n"
    "mark mark{background:var(--twice);border-bottom:2px double #c4451c}\n"
    "sup.ref{font-size:.7em;line-height:0}\n"
    "aside .facts,aside .tags{font-size:.95em}\n"
    "aside{font-size:.85rem;line-height:1.4;border-left:.2rem solid #b58900;padding-left:.8rem;"
    "margin:.6rem 0;break-inside:avoid}\n"
    "main.one aside{float:right;clear:right;width:20rem;margin:.2rem -23rem .8rem 0}\n"
    "main.two .noted{display:flex;flex-direction:column}main.two .noted>aside{order:1}\n"
    "section,article.note{clear:right}\n"
    ".marker{display:inline-block;min-width:1.5em}\n"
    "pre{overflow-x:auto;white-space:pre-wrap}\n"
    "table{border-collapse:collapse}\n"
    "td,th{border:1px solid #8888;padding:.2rem .5rem;text-align:left}\n"
    "@media(prefers-color-scheme:dark){:root{--faint:#aaa;--mark:#b5890055;--twice:#c4451c66}"
    "body{background:#1a1a1a;color:#ddd}a{color:#8ab4f8}}\n"
    "@media screen and (max-width:62rem){main.one{max-width:none;padding-right:0}"
    "main.one .noted{display:flex;flex-direction:column}"
    "main.one .noted>aside{order:1;float:none;width:auto;margin:.6rem 0}"
    "main.two,.pair{grid-template-columns:1fr;gap:.5rem}}\n"
    "@media print{:root{color-scheme:light;--faint:#555;--mark:#ffd54a66;--twice:#ff8a6566}"
    "body{font-size:10pt;margin:0;padding:0;max-width:none;background:none;color:#000}"
    "main.one{max-width:none;margin:0;padding-right:37%}"
    "main.one aside{width:52%;margin-right:-58%;font-size:8.5pt}"
    "main.two,.pair{gap:7mm}"
    "p{orphans:2;widows:2}"
    "a{color:inherit;text-decoration:none}"
    "mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

static void add_style(struct buffer *out)
{
    buffer_add_text(out, style);
    for (int cells = 1; cells <= DEEPEST; cells++)
        buffer_add_format(out, ".in%d{margin-left:%dch}\n", cells, cells);
}

void html_add_lang(struct buffer *out, const char *lang)
{
    if (lang[0] == '\0')
        return;
    buffer_add_text(out, " lang=\"");
    escape_markup_text(out, lang);
    buffer_add_byte(out, '"');
}

void html_page_begin(struct buffer *out, const char *title, const char *lang, const char *layout)
{
    struct buffer sheet = { 0 };
    unsigned char hash[SHA256_SIZE];
    add_style(&sheet);
    sha256(sheet.data, sheet.length, hash);
    buffer_add_text(out, "<!DOCTYPE html>\n<html");
    html_add_lang(out, lang);
    buffer_add_text(out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\""
                         "default-src 'none'; style-src 'sha256-");
    buffer_add_base64(out, hash, sizeof hash);
    buffer_add_text(out,
                    "'; base-uri 'none'; form-action 'none'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"generator\" content=\"diptych\">\n"
                    "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    escape_markup_text(out, title);
    buffer_add_text(out, "</title>\n<style>");
    buffer_add(out, sheet.data, sheet.length);
    buffer_add_format(out, "</style>\n</head>\n<body>\n<main class=\"%s\">\n", layout);
    buffer_free(&sheet);
}

void html_page_end(struct buffer *out)
{
    buffer_add_text(out, "</main>\n</body>\n</html>\n");
}
