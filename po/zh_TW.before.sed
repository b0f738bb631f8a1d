# What means something else on the other side of the strait, before OpenCC converts (zh_TW.sh).
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
s/码点/码位/g
s/词典/辞典/g
s/查词/查字/g
