### 定时发送的简报下面的说明和按钮。

delivery-late = 补发：原定{ $month }月{ $day }日 { $time }
delivery-repeat = 前一次发送没有得到确认，这条可能重复
delivery-topic-gone = 原来的话题已删除，订阅的简报今后发到这里
sub-open = 查看
delivery-pause = 暂停
delivery-end = 退订
