# Days of books that a text names as its sources are no events; a row of a table has blanks between its cells.
mkdir -p lamp
printf '# The lamp\n\n| Built | 1868 |\n|---|---|\n| Rebuilt | 1874 |\n\nIt went out in 1937.\n\n## References\n\n1. Lights of the Coast, 1901.\n2. Harbour News, 4 May 1959.\n\n## Today\n\nIt was lit again in 1958.\n' >lamp/a.md
printf '# 灯塔\n\n1937年熄灭。\n\n## 参考文献\n\n《海岸之灯》，1901年。\n' >lamp/b.md
printf '# Oil\n\n| Lamp | 2019 | 2020 |\n|---|---|---|\n| North | 12 | 14 |\n\nIt burned oil until 1905.\n' >lamp/c.md
"$DIPTYCH" timeline lamp/c.md
"$DIPTYCH" timeline lamp/a.md lamp/b.md
