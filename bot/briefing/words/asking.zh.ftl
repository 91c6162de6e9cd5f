### 回答平常话的提问。

answer-figure = { $name } · { $period }：{ $value }
answer-place = “{ $name }”见《{ $title }》{ $place }
answer-opening = 导语
label-others = 另有

## 报告没有给出的
refused-words = 报告里没有查到“{ $question }”
refused-when = { $period }
refused-year = { $year }年
refused-then = 那个时间
refused-period = 报告没有给出{ $when }“{ $name }”的情况
refused-target = 报告没有给出{ $when }“{ $name }”的目标
refused-actual = 报告给出了“{ $name }”的目标，没有给出{ $when }的完成情况
refused-growth = 报告没有给出{ $when }“{ $name }”的增减幅度
refused-level = 报告没有给出{ $when }“{ $name }”的具体数值，只给出了增减幅度
refused-fall = 报告没有说{ $when }“{ $name }”下降
refused-rise = 报告没有说{ $when }“{ $name }”增加
refused-share = 报告没有给出{ $when }“{ $name }”的百分比
refused-added = 报告没有给出{ $when }“{ $name }”的新增数
refused-unit = 报告没有按这个单位给出{ $when }“{ $name }”
refused-number = 报告提到了{ $when }“{ $name }”，没有给出这个数字
refused-names = 报告给出了{ $when }“{ $name }”的数字，没有写明具体是哪些
refused-nearest = 下面是最接近的条目，仅供参考，不是这个问题的答案
refused-bare = 可以换个说法，或从目录里找
refused-given = { $kind }，报告有{ $given }的数字

## 怎样提问
ask-title = 报告里的事，直接问就行
ask-lead = 例如
ask-example-target = 今年{ $name }目标是多少？
ask-example-last = 去年{ $name }增长多少？
command-ask = 直接提问，像问人一样：去年增长多少，今年目标是多少
comparison-missing = 报告没有给出{ $period }的数字，无法比较
