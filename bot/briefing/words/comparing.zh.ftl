## 目录与标题
comparisons-title = 各时期数字比较
comparisons-lead = 有{ $count }项指标在报告中出现于多个时期，点按比较
comparisons-how = 也可以比较两三项指标：/compare { $one } { $other }
comparison-title = { $name } · 各时期比较
comparison-title-several = { $names } · 比较
comparison-single = 报告只给出一个数字，没有可比的
name-separator = 、

## 数字怎么说
figure-said = { $period }（{ $value }）
figure-named = { $name }（{ $figure }）
figure-none = 报告未给出
value-sum = 累计 { $value }
said-target = { $period }目标
said-baseline = { $period }初
said-actual = { $period }实际
said-sum = { $period }累计
said-figure = { $period }

## 相差多少
compared = { $one }比{ $other }{ $difference }
compared-same = { $one }与{ $other }持平
compared-named = { $one }比{ $other }{ $difference }
compared-named-same = { $one }与{ $other }相同
compared-by-number = 两者单位相同、内容不同，只比数字大小
counted-at-least = { $figure }按下限 { $number }计算
counted-over = { $figure }按 { $number }计算，实际超过此数
counted-at-most = { $figure }按上限 { $number }计算
counted-about = { $figure }是约数，按 { $number }计算

## 为什么不能比
not-compared-measure = { $one }是{ $one_is }，{ $other }是{ $other_is }，口径不同，不能相减
not-compared-stock = { $stock }是总数，{ $added }是当期新增或完成的数，不能相减
not-compared-unit = { $one }以“{ $one_unit }”计，{ $other }以“{ $other_unit }”计，单位不同，不能相减
not-compared-span = { $one }与{ $other }时间长短不同，不能相减
not-compared-span-mean = { $longer }是{ $years }年合计，不能与{ $shorter }直接相减；折合每年平均 { $mean }
not-compared-period = { $one }与{ $other }不是同一时期的数，不能相减
not-compared-baseline = 从{ $start }到{ $end }；起点数只作参照，不计增减
not-compared-baseline-named = { $start }是起点数，只作参照，不与{ $end }相减

measure-total = 总量
measure-flow = 期内数
measure-growth = 增幅
measure-annual-growth = 年均增幅
measure-change = 增减量
measure-ratio = 倍数
