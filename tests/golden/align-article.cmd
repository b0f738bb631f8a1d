# Scores are left out: the last digit is the machine's business.
plain() { sed 's/[01][.][0-9][0-9][0-9]/N/g'; }
cat >fair.en.md <<'END'
# A fair in 2014

Alibaba opened the fair in June 2014. Some 4,400 sellers came; 37 left early.

“Nobody bought a thing,” said one. He had come from Taiwan.
END
cat >fair.zh.md <<'END'
# 2014 年的展会

展会于 2014 年 6 月开幕，来了大约 4400 名卖家，37 名提前离开。

“一样东西也没人买。”其中一人说。他来自台湾。
END
"$DIPTYCH" align --collection "$COLLECTION" --format tsv ./fair.en.md ./fair.zh.md | plain
"$DIPTYCH" align --collection "$COLLECTION" --format ladder ./fair.zh.md ./fair.en.md | plain
