## 办理时的提示
notice-no-subscription = 这项订阅已经不在了，发送 /subscriptions 查看现有的
notice-held = 已暂停这项订阅，发送 /subscriptions 可以恢复
notice-dropped = 已退订
notice-sending = 马上发送
notice-paused = 暂停中，恢复后发送
notice-quiet = 正在免打扰时段，结束后发送
pause-unclear-title = 暂停到哪天
pause-unclear = 请写今后两年内的日期或时长，例如 /pause { $date }、/pause 明天、/pause 一周；只写 /pause 则一直暂停，直到发送 /resume
settings-unclear-title = 没有看懂这项设置
settings-unclear = 可以这样写：/settings zone Asia/Urumqi（时区），/settings quiet 22:00-7:00（免打扰时段），/settings quiet off（取消免打扰）
status-title = 运行情况
status-lead = 今天到期 { $due } 条，已送达 { $sent } 条
status-table = { $year }年的放假安排还没有收录，法定工作日暂按周一至周五计；请更新 chinesecalendar
status-operators = 只有运行机器人的人可以查看
inline-outsider = 这个机器人只供指定人员使用，点这里了解
