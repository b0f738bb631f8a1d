#!/bin/sh
# zh_TW.sh: writes zh_TW.po anew from zh_CN.po: OpenCC's s2twp converts characters and common words, then the terms
# below those of this program, which were checked by hand. Run in po/; look at the difference.
set -eu
command -v opencc >/dev/null || { echo 'zh_TW.sh: opencc is missing' >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What means something else on the other side of the strait, before the conversion.
sed -e '/^msgid/!{
    s/资料库/文库/g
    s/查找/搜寻/g
    s/撤销/复原/g
    s/列表/清单/g
    s/弹框/弹出窗/g
    s/回收站/回收筒/g
    s/高亮/醒目标示/g
    s/回车/Enter /g
    s/元数据/中介资料/g
    s/挂起/暂停/g
    s/权限不够/权限不足/g
    s/匹配/符合/g
    s/码点/字码/g
    s/词典/辞典/g
    s/查词/查字/g
}' -e 's/Chinese (simplified)/Chinese (traditional)/; s/"Language: zh_CN/"Language: zh_TW/' zh_CN.po >"$work/cn"
opencc -c s2twp.json -i "$work/cn" -o "$work/tw"
# Only translations are taken over; what stands in a msgid stays to the byte.
awk -v converted="$work/tw" '
    { if ((getline line < converted) <= 0) exit 1 }
    /^(msgid|#)/ { other = 0 }
    /^msgstr/ { other = 1 }
    { print other || /^# Chinese/ ? line : $0 }' zh_CN.po |
    sed -e '/^msgid/!{
        s/版本里/版本裡/g
        s/窗格里/窗格裡/g
        s/報道里/報導裡/g
        s/報道/報導/g
        s/個箇中/個中/g
        s/箇中看過/個中看過/g
        s/沒有隻/沒有只/g
        s/復制/複製/g
        s/許可權/權限/g
        s/型別/類型/g
        s/引數/參數/g
        s/套接字/通訊端/g
        s/管道/管線/g
        s/二進位制/二進位/g
        s/幫助/說明/g
        s/教程/教學/g
        s/許可證/授權條款/g
        s/自帶/內附/g
        s/製表符/定位字元/g
        s/製表位/定位點/g
        s/無法對映/無法映射/g
        s/後臺/背景/g
        s/標識/識別碼/g
        s/瀏覽器能開啟的地址/瀏覽器能開啟的位址/g
        s/正則表示式/正規表示式/g
        s/命令/指令/g
        s/終端/終端機/g
        s/資訊和說明用的/訊息和說明用的/g
        s/模式是空的/樣式是空的/g
        s/模式裡只有/樣式裡只有/g
        s/檔名模式/檔名樣式/g
        s/搜尋用的模式/搜尋用的樣式/g
        s/滾動/捲動/g
        s/滾到/捲到/g
        s/拖動/拖曳/g
        s/單擊/按一下/g
        s/符合太費時/比對太費時/g
        s/表格裡：一列/表格裡：一欄/g
        s/窗格寬度加一列/窗格寬度加一欄/g
        s/窗格寬度減一列/窗格寬度減一欄/g
        s/聯動/連動/g
        s/%zu 列%.0s，不是 %d 列/%zu 欄%.0s，不是 %d 欄/g
        s/寫列名/寫欄名/g
        s/文章的那一列/文章的那一欄/g
        s/窗口/視窗/g
        s/轉換程序/轉換程式/g
        s/區域設定/地區設定/g
        s/儘可能/盡可能/g
        s/“/「/g
        s/”/」/g
    }' >"$work/po"
cp "$work/po" zh_TW.po
