### 引用：写材料时引用报告的原文、数字和出处。

## 引用的文字
citation-official = “{ $quote }”（{ $source }）
citation-english = { $summary }（{ $source }）
citation-quoted = “{ $quote }”
citation-source = { $body }《{ $title }》{ $place }
citation-source-titled = 《{ $title }》{ $place }
citation-opening = 导语
citation-part = 第{ $number }部分
citation-section = 第{ $number }节
citation-line = { $period }：{ $name }{ $value }
citation-line-clause = { $period }：{ $words }
citation-line-passage = { $name }：{ $summary }
citation-named = { $name }{ $value }
citation-added = 新增{ $number }

## 引用的形式
citation-form-official = 原文和出处
citation-form-bilingual = 中英对照
citation-form-line = 一句话
citation-form-figure = 只要数字

## 引用页面
citation-title = 引用：{ $name }
citation-how-to-copy = 点一下文字即可复制
citation-how-title = 引用报告
citation-how-lead = 给出原文和出处、中英对照、一句话、数字，点一下即可复制
citation-how-command = /cite { $words }：引用报告中的一项
citation-how-period = /cite { $words } { $period }：引用另一个时期的数字
citation-how-inline = 在任何聊天里先写 @机器人的用户名，再写 { $words }，就能直接插入
citation-how-several = 一次插入几处：@机器人的用户名 文字+{ $words }+文字，两个加号之间换成引文，出处列在文末
citation-none = 报告里没有“{ $name }”{ $period }的内容
citation-none-lead = 报告里有的是
link-cite = 引用
command-cite = 引用原文、数字和出处，点一下即可复制

## 在聊天里插入
inline-cite-title = { $name } · { $form }
inline-several-official = 替换为原文，附出处
inline-several-line = 替换为名称和数字，附出处
inline-several-figure = 只替换为数字
inline-several-unclear = { $form }（没有找到：{ $words }）
inline-too-long = 插入的文字太长，请少写几处引用
citation-missing = 〔{ $words }：未找到〕
citation-mark = [{ $number }]
citation-note = [{ $number }] { $source }
