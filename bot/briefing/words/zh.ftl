### 机器人自己说的每一句话。数字、名称和原文由程序填入。

## 数值
value-up = 增长{ $number }
value-down = 下降{ $number }
value-up-yearly = 年均增长{ $number }
value-down-yearly = 年均下降{ $number }
value-more = 增加{ $number }
value-less = 减少{ $number }
value-added = 新增 { $number }
worded-covered = 全覆盖
worded-doubled = 翻番
worded-quadrupled = 翻两番
worded-cleared = 清零
value-ratio = 为上期末的{ $number }

## 时期
period-target = { $period }目标
period-baseline = { $period }初
period-actual = { $period }实际
period-sum = { $period }累计
named-value = { $name } { $value }
figure-line = { $period } { $value }

## 出处
area-name = （{ $number }）{ $name }
place-part = { $number }
place-section = （{ $number }）
place-item = { $number }是
quote-source-opening = ——《{ $title }》导语
quote-source = ——《{ $title }》{ $place }

## 标签
label-comparison = 对照
label-pace = 序时
label-place = 所属
label-gist = 要点
label-aim = 方向
label-target = 目标
label-focus = 今日领域
label-review = { $period }回顾
label-source = 来源
label-version = 摘编版本
label-evidence = 核对
label-stored = 保存的信息
label-licence = 许可
item-label = { $number }、{ $name }
list-separator = {" · "}
and-separator = 及

## 指标与领域
passage-title = { $name } · { $period }
target-title = { $name } · { $year }年目标
indicator-no-target = 报告没有给出{ $year }年目标
area-no-figures = 报告没有为本领域给出量化目标
comparison-none = 报告没有给出往期数字
comparison-target = { $figure }，目标比这一数字{ $difference }
comparison-last-year = { $figure }，目标比上年{ $difference }
difference-lower = 低 { $difference }
difference-higher = 高 { $difference }
difference-more = 多 { $difference }
difference-fewer = 少 { $difference }
difference-share = { $difference }（{ $share }）
difference-same = 持平
difference-points-lower = 低 { $points }个百分点
difference-points-higher = 高 { $points }个百分点
difference-points-steeper = 降幅大 { $points }个百分点
difference-points-milder = 降幅小 { $points }个百分点
difference-points-same = 持平
pace = { $year }年已过 { $share }，按序时应达 { $due }
pace-before = { $year }年尚未开始，暂无序时进度
pace-after = { $year }年已经结束，不再计算序时进度

## 目录
areas-title = { $year }年重点工作
areas-lead = { $areas }个领域，{ $measures }项举措
area-line = { $targets ->
    [0] { $measures }项举措
   *[other] { $measures }项举措，{ $targets }个量化目标
}
targets-title = { $year }年量化目标
targets-title-area = { $area } · { $year }年量化目标
targets-lead = 共{ $count }个，点按看原文
achievements-title = { $period }工作回顾
achievements-lead = { $themes }个方面，{ $items }项成绩
theme-line = { $period } · { $items }项
goals-title = { $period }主要目标
goals-lead = 共{ $count }个方面
goals-none = 报告没有列出目标

## 今日
today-title = 今日简报 · { $year }年{ $month }月{ $day }日 { $weekday }
today-lead = { $year }年已过{ $gone }天（{ $share }），还剩{ $left }天
today-before = 报告的目标年度{ $year }年尚未开始
today-after = 报告的目标年度{ $year }年已经结束，以下内容供查考
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

## 搜索与选择
search-title = 搜索“{ $query }”
search-lead-first = 最相关的{ $count }条，点按看全文
search-lead = 找到{ $count }条，点按看全文
search-ask = 想找什么
search-how = 在 /search 后面写上词语或数字，也可以从下面选
choice-title = 你是不是要找
choice-lead = “{ $query }”对应好几项，请选一项
nothing-title = 没有查到“{ $query }”
nothing-lead = 报告摘编里没有这个说法；下面是最接近的几项，供参考，不一定是你要的
inline-nothing = 没有查到，点这里看怎么问
nothing-lead-bare = 换个说法试试，或从目录里找
unknown-command = 没有 { $command } 这个命令
unknown-command-lead = 最接近的是
unknown-command-bare = 全部命令见 /help
kind-opening = 导语
kind-slogan = 口号
kind-theme = 成绩
kind-achievement = 成绩
kind-goal = 目标
kind-requirements = 总体要求
kind-requirement = 总体要求
kind-area = 领域
kind-measure = 举措
kind-self-building = 自身建设
kind-pledge = 自身建设
kind-target = 指标
kind-indicator = 指标

## 关于机器人
start-title = { $place } · { $title }
start-lead = 我熟记这份报告，每次回答都附原文，报告没说的就说没有
start-example = 直接发“{ $words }”，或发命令 /target { $words }，即可得到目标、对照和原文。
help-title = 使用说明
help-lead = 可以发命令，也可以直接发词语
help-words = 词语可以是名称、简称、拼音、首字母、编号或数字，写错一两个字也能认出。
about-title = 关于
about-evidence = 报告中{ $total }个数字已核对{ $covered }个，共{ $entries }个条目，每条都附原文
about-stored = 只保存订阅、设置和不记名的漏答统计，详见 /privacy
about-licence = 程序以 MIT 许可发布，报告原文的权利归发布机关
privacy-title = 隐私
privacy-lead = 我只保存推送要用的信息，以及不记名的漏答统计
privacy-kept = 保存在数据库里、直到你发送 /forget：本聊天的编号、所选语言、时区和推送设置，订阅的内容和时间，以及90天内的推送记录。只留在内存里、重启即清除：最近一批提问与回答的编号和提问的校验值（你修改提问时，用来更新回答），以及私聊里上一次问到的条目、时期和问法（用来听懂接着问的话）。
privacy-counted = 没有找到答案的提问会计数：只留截短的字句、语言、日期和次数，去掉长数字、网址和用户名，不记是谁、在哪个聊天、几点问的，90天后删除。
privacy-not-kept = 不保存：完整的消息、姓名、电话、其他使用统计。日志里没有你写的话。
privacy-telegram = 消息经由 Telegram 传送，适用其隐私政策。
language-title = 语言
language-lead = 请选择本聊天使用的语言
language-set-zh = 好的，本聊天从现在起使用中文
language-set-en = 好的，本聊天从现在起使用英文
language-set-both = 好的，本聊天从现在起中英文对照
voice-zh = 中文
voice-en = English
voice-both = 中文 + English

## 按钮
link-start = 首页
link-help = 使用说明
link-about = 关于
link-privacy = 隐私
link-today = 今日简报
link-areas = 重点工作
link-targets = 量化目标
link-achievements = 工作回顾
link-goals = 主要目标
link-compare = 比较
button-voice-zh = 中文
button-voice-en = EN

## 通知
notice-expired = 这个按钮已失效，请重新发送命令
notice-administrators = 只有群管理员可以更改设置
error-sorry = 抱歉，刚才出错了，请稍后再试。错误编号 { $number }

## 命令（也用于菜单和使用说明）
command-start = 开始
command-help = 使用说明
command-today = 今日简报：一个领域、一个数字、全年进度
command-areas = 全部重点工作领域
command-area = 某个领域的目标和举措
command-targets = 全部量化目标，或某个领域的
command-target = 某项目标：数字、对照、序时、原文
command-achievements = 工作回顾，可按时期或词语
command-achievement = 某项成绩的原文
command-goals = 今后的主要目标
command-search = 在全文中搜索词语或数字
command-compare = 某项指标各时期比较，或两三项指标相比
command-language = 选择中文、英文或双语
command-about = 来源、版本、许可
command-privacy = 保存什么、不保存什么

## 终端
terminal-no-token = 没有设置 BOT_TOKEN，现在逐行回答标准输入。不通过管道运行时提供聊天页面；设置令牌后，同一条命令接入 Telegram。
page-ready = 聊天页面：{ $address }
    请用浏览器打开。这里是本地 Telegram：不需要账号和令牌，所有消息都留在这台电脑上，停止后全部清空。按 Ctrl-C 停止。
    接入真正的 Telegram：BOT_TOKEN=123456:ABC… make run
simulate-ready = 本地 Telegram：{ $address }
    把机器人的 Bot API 地址设为 { $address }，令牌可以任意填写；聊天页面也在这个地址。按 Ctrl-C 停止。
terminal-how = 直接输入词语或命令；输入 :2 即按第二个按钮；Ctrl-D 结束。
