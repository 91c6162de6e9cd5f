### 订阅：怎样订、订了什么、结果如何。

## 日子和时间
schedule-line = { $days } { $times }
schedule-elsewhere = { $schedule }（{ $zone } 时间）
schedule-date = { $month }月{ $day }日（{ $weekday }）{ $time }
schedule-moment = { $day }{ $time }
schedule-day = { $year }年{ $month }月{ $day }日（{ $weekday }）
schedule-daily = 每天
schedule-workdays = 每个法定工作日
schedule-monday-to-friday = 每周一至周五
schedule-weekly = 每{ $weekdays }
schedule-monthly = 每月{ $number }日
schedule-mon = 周一
schedule-tue = 周二
schedule-wed = 周三
schedule-thu = 周四
schedule-fri = 周五
schedule-sat = 周六
schedule-sun = 周日
list-comma = 、
list-last = { $first }、{ $last }

## 订阅什么
subject-today = 今日简报
subject-targets = 全部量化目标
subject-schedule = { $subject }，{ $when }
example-line = /subscribe { $words } 工作日 8:30
example-today = 今日简报
label-example = 例如
label-next = 接下来
label-heard = 已看懂

## 一步一步
subjects-title = 想订阅什么
subjects-lead = 选一项，到时候我会发到这里
subjects-typed = 任何一项目标都可以订，直接写出来就行：{ $example }
days-title = { $subject } · 哪些日子
days-lead = 法定工作日已扣除节假日，含调休上班的周末
days-typed = 其他日子可以直接写：{ $example }
times-title = { $subject } · { $days }
times-lead = 几点推送
times-typed = 其他时间可以直接写，一天最多6次：{ $example }
proposal-title = 是这样吗
proposal-assumed = { $year }年的放假安排尚未公布，公布之前法定工作日按周一至周五推算。
proposal-short-months = 没有{ $number }日的月份不推送。
proposal-others-see = 推送会发到群里，大家都能看到。
dates-none = 没有
subscribed-title = 已订阅
subscribed-already = 之前已经订阅
too-many-title = 一个聊天最多{ $most }条订阅
too-many-lead = 请先退订一条不需要的，再来订新的
cancelled-title = 好的，没有改动
cancelled-lead = 一切照旧

## 没看懂
unclear-title = 还差一点
unclear-lead = 请写明哪些日子、几点
problem-bad-time = 没有看懂“{ $read }”这个时间，可以写 8:30 或上午9点。
problem-unclear-night = “{ $read }”分不清是哪一天的夜里，请写成 23:30 或 0:30 这样的时间。
problem-no-such-day = 没有“{ $read }”这一天，请选1日至31日中的一天，比如每月15日。
problem-single-date = “{ $read }”一年只有一次，订阅要选会重复的日子，比如每月15日。
problem-day-of-month-missing = 请写明每月几日，比如每月1日。
problem-conflicting-days = “{ $read }”放不进同一条订阅，请分成几条来订。
problem-unknown-zone = 没有找到“{ $read }”这个时区，可以写北京时间或 Asia/Urumqi。
problem-conflicting-zones = “{ $read }”是不同的时区，请只写一个。
problem-not-understood = 没有看懂“{ $read }”，写明日子和时间就够了。
problem-too-many-times = 一天{ $read }次太多了，每条订阅一天最多{ $most }次。
problem-days-missing = 还需要日子，比如每天、工作日、每周一。
problem-time-missing = 还需要时间，比如 8:30。

## 已有的订阅
list-title = { $count }条订阅
list-lead = 点按一条，可以暂停、修改或退订
list-none = 还没有订阅
list-how = 点下面的按钮一步一步选，或者直接写一行
list-next = { $when }，下次是{ $date }
list-paused = { $when }，已暂停
card-paused = 这条订阅已暂停，恢复后照常推送
chat-paused = 本聊天的推送已全部暂停，恢复之前不再推送
chat-paused-until = 本聊天的推送已全部暂停，到{ $date }自动恢复
paused-title = 已暂停
resumed-title = 已恢复
resumed-lead = 今后照常推送；暂停期间最近的一次如未过时，马上补发
ended-title = 已退订
end-which-title = 退订哪一条
end-which-lead = 点按一条即可退订
end-none-title = 没有订阅“{ $words }”
new-times-title = { $subject } · 改时间
new-days-title = { $subject } · 改日子
now-as = 现在是{ $when }
change-typed = 没有合适的，可以先退订，再直接写一行：{ $example }

## 按钮
button-make = 订阅
button-cancel = 取消
button-other-days = 改日子
button-other-time = 改时间
button-now = 现在看一次
button-change = 暂停或修改
button-list = 全部订阅
button-new = 新订阅
button-choose = 一步一步选
button-pause = 暂停
button-resume = 恢复
button-pause-all = 全部暂停
button-resume-all = 全部恢复
button-end = 退订
button-again = 重新订阅
button-back = 返回
button-settings = 设置
button-language = 语言
button-silent-on = 改为静音推送
button-silent-off = 改为有声推送
button-quiet-on = 22:00 至 7:00 免打扰
button-quiet-off = 取消免打扰
button-members-on = 允许所有成员更改
button-members-off = 只允许管理员更改
button-forget = 全部删除
button-accept = 订阅今日简报
button-to-group = 添加到群

## 设置
settings-title = 设置
settings-lead = 只对本聊天有效
label-language = 语言
label-zone = 时区
label-sound = 声音
label-quiet = 免打扰
label-who = 谁可更改
setting-zone = { $zone }。要更改，请发 /settings zone Asia/Urumqi 这样的命令。
setting-silent = 静音推送
setting-sound = 有声推送
setting-quiet = { $start } 至 { $end } 不推送，结束后补发。要更改，请发 /settings quiet 22:00-7:00 这样的命令；要取消，请发 /settings quiet off
setting-over-midnight = { $start } 至次日 { $end } 不推送，结束后补发。要更改，请发 /settings quiet 22:00-7:00 这样的命令；要取消，请发 /settings quiet off
setting-not-quiet = 没有设置。要设置，请发 /settings quiet 22:00-7:00 这样的命令。
setting-members = 群里所有成员
setting-administrators = 只有群管理员

## 推送记录
deliveries-title = 推送记录
deliveries-lead = 最近{ $count }次
deliveries-none = 还没有推送过
ledger-because = { $state }：{ $why }
ledger-late = 晚于预定时间
ledger-may-repeat = 可能收到两次
ledger-state-claimed = 正在发送
ledger-state-sent = 已发送
ledger-state-uncertain = 不确定是否送到
ledger-state-degraded = 已改发到主话题
ledger-state-held = 稍后补发
ledger-state-skipped = 没有发送
ledger-state-failed = 没能送到
ledger-why-quiet = 正在免打扰时段
ledger-why-paused = 推送已暂停
ledger-why-holiday = 按后来公布的放假安排，这天不上班
ledger-why-missed = 同一订阅已有更新的一次
ledger-why-stale = 错过太久，已过时效
ledger-why-ended = 订阅已经退订
ledger-why-blocked = 机器人被停用
ledger-why-kicked = 机器人已不在群里
ledger-why-deactivated = 账号已注销
ledger-why-not-found = 找不到这个聊天
ledger-why-no-rights = 机器人在群里没有发言权限
ledger-why-unknown-subject = 报告摘编里已没有这一项
ledger-why-refused = Telegram 没有接受这条消息，问题在机器人，已经记录
ledger-why-topic-gone = 原话题已删除
ledger-why-topic-closed = 原话题已关闭
ledger-why-flood = Telegram 要求稍等
ledger-why-trouble = Telegram 暂时连不上
ledger-why-no-answer = Telegram 没有回应

## 删除
forget-title = 删除本聊天的全部记录
forget-lead = 订阅、设置和推送记录都会删除，删除后无法找回
forgotten-title = 已全部删除
forgotten-lead = 本聊天的订阅、设置和推送记录都已删除

## 在群里
introduction-title = 我是报告小助手
introduction-lead = 我熟记《{ $title }》，每次回答都附原文，报告没说的就说没有。
introduction-ask = 想查什么，发 /target { $words } 这样的命令就行。
introduction-offer = 群管理员点一下按钮，本群就会定时收到今日简报：{ $when }。
refused-member = 这件事要请群管理员来定。
refused-outsider = 抱歉，这个机器人只为指定的人和群服务。
refused-storage = 订阅和设置暂时打不开，请稍后再试；查报告不受影响。
refused-flooding = 发得太快了，请过一分钟再发。

## 命令
command-subscribe = 订阅：到时候自动发来
command-subscriptions = 全部订阅，可暂停、修改、退订
command-unsubscribe = 退订
command-pause = 暂停全部推送，可写明到哪天
command-resume = 恢复推送
command-settings = 语言、时区、声音、免打扰
command-deliveries = 最近十次推送的结果
command-forget = 删除本聊天的全部记录
command-status = 运行情况（仅限运维人员）

## 预览
preview-due = { $date }{ $times }，{ $why }
preview-skipped = { $date }不推送，{ $why }
preview-assumed = { $why }（放假安排尚未公布，按周一至周五推算）
preview-why-every-day = 每天都推送
preview-why-working-day = 法定工作日
preview-why-make-up-day = { $holiday }调休，上班
preview-why-chosen-weekday = 所选的星期
preview-why-day-of-month = 所选的日期
preview-why-weekend = 周末
preview-why-holiday = { $holiday }放假
preview-why-other-weekday = 不是所选的星期
preview-why-other-day-of-month = 不是所选的日期
preview-why-month-too-short = 本月没有所选的日期
preview-why-no-such-date = 当地时钟跳过了这一天
holiday-new-year = 元旦
holiday-spring-festival = 春节
holiday-tomb-sweeping = 清明节
holiday-labour-day = 劳动节
holiday-dragon-boat = 端午节
holiday-mid-autumn = 中秋节
holiday-national-day = 国庆节
holiday-other = 特别安排
