### 回答平常话的提问。

answer-figure = { $name } · { $period }：{ $value }
answer-place = “{ $name }”在报告{ $place }
answer-opening = 的导语里
label-others = 另有
refused-words = 报告没有给出“{ $question }”
refused-time = 报告没有给出那个时间的{ $name }
refused-period = 报告没有给出{ $period }的{ $name }
refused-target = 报告没有给出{ $period }的{ $name }目标
refused-actual = 报告只有{ $name }的目标，没有给出{ $period }的完成数
refused-amount = 报告没有给出{ $name }的总量，只给出了增减幅度
refused-amount-in = 报告没有给出{ $period }{ $name }的总量
refused-rate = 报告没有给出{ $name }的增减幅度
refused-rate-in = 报告没有给出{ $period }{ $name }的增减幅度
refused-unit = 报告没有按这个单位给出{ $name }
refused-number = 报告提到了{ $name }，没有给出这个数字
refused-nearest = 下面是最接近的条目，供参考，不是这个问题的答案
refused-bare = 换个说法试试，或从目录里找
refused-given = { $kind } · 报告给出了{ $given }
ask-title = 请直接问报告里的事
ask-lead = 例如
ask-example-target = 今年{ $name }目标是多少
ask-example-last = 去年{ $name }增长多少
command-ask = 直接提问，例如：去年新增就业多少
