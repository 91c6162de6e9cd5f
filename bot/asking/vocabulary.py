"""The words a question is made of besides its subject and its time: what is wanted, and what says nothing.

These are words of the two languages, not of a report: what a report calls its things stands in its digest.
"""

from collections.abc import Iterator
from enum import StrEnum


class Sign(StrEnum):
    """What a word of a question says of what is wanted."""

    TARGET = "target"  # what is planned
    WILL = "will"  # the future, without saying that there is a target
    WITHIN = "within"  # by the end of the year that runs
    ACTUAL = "actual"  # what was reached
    GROWTH = "growth"  # by how much per cent
    MORE = "more"  # by how much, up
    LESS = "less"  # by how much, down
    LEVEL = "level"  # to how much, how much in all
    ADDED = "added"  # how much new
    SHARE = "share"  # per cent
    COMPARE = "compare"
    WHICH = "which"  # of two
    DEGREE = "degree"  # much, little: of two named, which is more
    PLACE = "place"  # where it stands
    LIST = "list"
    ACTION = "action"  # what is done, and how
    QUANTITY = "quantity"  # a number is wanted
    AREAS = "areas"  # the areas of work, as such
    DONE = "done"  # what was achieved, as such
    GOALS = "goals"  # what the years ahead are for
    START = "start"  # where a period began
    ASSERTED = "asserted"  # says that it has happened, whatever else is said
    AND = "and"
    BEFORE = "before"  # what follows is only what it is measured against
    CHAT = "chat"  # courtesies
    ON = "on"  # goes on with what was spoken of
    NO = "no"  # says nothing


_CHINESE: dict[Sign, str] = {
    Sign.TARGET: """目标 任务 计划 预期 力争 要达到 要完成 要实现 目标值 预期目标 量化目标 量化指标 指标任务 目标任务 规划 要求 定了多少 定多少
        定的是多少 得完成 需完成 需要完成 应完成""",
    Sign.WILL: "要 将要 将 拟 打算 准备 预计 还要 争取 会 计划要 需要",
    Sign.WITHIN: "年内 年底前 到年底 年底之前 年末前 今年底",
    Sign.ACTUAL: """实际 完成情况 实际完成 成果 结果 达成 实现了 完成了 达到了 做到了 建成了 改造了 新增了 建了 有了
        实绩 执行情况 落实情况 兑现""",
    Sign.ASSERTED: "已经 已 截至目前 目前为止 到目前 目前 现在 实际上 实际完成 实际是 实际值",
    Sign.GROWTH: """增长 增速 增幅 增长率 增长了 同比 同比增长 年均 年均增长 年均增速 年均增长率 平均增速 涨幅 降幅 百分之几
        几个百分点 几个点 多少个百分点 多少个点 多少百分点 幅度 变化 变动 变化幅度 翻番 翻几番 倍 几倍 多少倍 增减 增长速度 平均每年增长 每年平均增长 平均每年 每年平均 年平均 每年增长 增得快 提高得多 下降得多 降得多 降得快 下降多 增长快
        增长得快 涨得快 涨得多 增长得多 提高得快 跌得多 涨得比 跌得快 升得快 升得多 几成 翻了几番 翻了 增加几倍 提高几个点""",
    Sign.MORE: "增加 增加了 提高 提高了 提升 提升了 上升 上升了 涨 涨了 上涨 多了 上浮 增 增了 加了 攀升 变多",
    Sign.LESS: """下降 下降了 降 降了 降低 降低了 减少 减少了 压缩 压缩了 缩短 缩短了 缩减 下滑 回落 减了 减 少了 跌 跌了
        变少""",
    Sign.LEVEL: """总额 总量 总数 总共 一共 合计 累计 规模 总计 达到 达 到多少 增加到 提高到 提升到 上升到 增长到 降至 下降到
        降低到 降到 压缩到 涨到 突破 绝对值 绝对数 数量 量 共 总 共有 总规模 全部数量 金额 额 超过多少 超多少""",
    Sign.ADDED: "新增 新建 新增加 增添 新添 新开 新培育 新设",
    Sign.SHARE: "百分之多少 百分比 占多少",
    Sign.COMPARE: """比 相比 对比 比较 比起来 差多少 差距 相差 多还是少 高还是低 是高是低 是多是少 高于 低于 多于 少于
        比一比 对照 较 差 差别 区别 差了多少 高多少 低多少 多多少 少多少 高了 低了 高还是低了 多了还是少了
        高了还是低了 比一下 比比 差异 高低 从多少 多吗 少吗 高吗 低吗 快吗 大吗 多不多 更多 更高 更快 更少 更低 少这么多 多这么多 持平 是增是减 是升是降 退步 退步了 进步 进步了 相比较 相较 相较于 较之""",
    Sign.WHICH: "哪个 边个 哪边 哪项 哪一个 谁 哪一项 哪个更 还是 哪类 哪样",
    Sign.DEGREE: "多 高 大 少 低 快 小 慢 多些 高些 大些 快些 多一些 高一些",
    Sign.PLACE: """在哪 在哪里 哪里 哪儿 在哪儿 哪一部分 哪部分 第几部分 哪一节 哪节 第几节 哪一段 哪段 出处 哪一条 哪章 哪一章
        位置 哪个部分 什么位置 什么地方 哪页 在报告哪里 报告哪里 第几条 第几项 哪块 哪个章节 章节 哪一块 在哪个地方 哪个位置""",
    Sign.LIST: """哪些 有哪些 哪几个 哪几项 哪几条 哪几方面 清单 列出 列一下 列举 列表 全部 所有 都有什么 有什么 都有啥 有啥
        几大 逐条 一览 汇总 罗列 都有哪些 分别是什么 分别有哪些 是什么 是啥 内容""",
    Sign.ACTION: """怎么 怎样 怎么做 怎么办 怎么干 怎么搞 怎么抓 如何 如何做 举措 措施 做法 办法 干什么 干啥 做什么 做啥 做了什么
        做了哪些 干了什么 干了啥 干了哪些 做了啥 工作安排 安排 部署 抓什么 抓手 动作 要怎么 会怎么 管不管 管吗 咋整 咋弄 咋办 咋搞 咋干 咋做 怎么整 怎么弄 怎么安排 怎么部署 有什么举措
        有哪些举措 有什么措施 重点举措 主要举措 具体举措 具体措施 思路 打法 政策 怎么推进 怎么落实 怎么说 怎么讲 怎么写 怎么写的 怎么说的
        怎么提 怎么提的 怎么表述 表述 提法 说法 说了什么 说了啥 说什么 讲了什么 写了什么 哪些工作 什么工作 哪些事 什么事
        哪些举措 哪些措施 动作 任务安排 会做什么 要做什么 准备做什么 准备怎么 打算怎么""",
    Sign.QUANTITY: """多少 几 多大 多高 多长 多少个 多少家 多少人 多少条 多少件 多少户 多少座 几个 几家 几条 几项 几座 几件 几支 几人 几处
        几个亿 几千万 几百万 几百个 几千人 多少亿 多少万 多少元 多少钱 多少亿元 多少万元 多少万人 多少平方米 多少公里 多少亩 多少吨 多少天 数字 数据 数 数值 具体数字 具体数据 几何 多久 几多 多少了 几许
        是多少 有多少 达多少 为多少 数量 金额 总数 总额""",
    Sign.AREAS: "重点工作 领域 重点领域 工作领域 九大 各领域 主要工作 重点任务 工作重点 几大领域 几个领域 几个方面 哪些方面 哪几方面",
    Sign.DONE: "成就 成绩 成效 亮点 工作成绩 工作成效 取得的成绩 取得的成就 取得哪些成绩 主要成绩 主要成就 政绩 取得 进展 回顾",
    Sign.GOALS: "愿景 远景 奋斗目标 发展目标 总体目标 奔头 盼头 方向",
    Sign.START: "原来 起点 最初 起初 原先 基数 期初 之前是",
    Sign.AND: "和 与 及 以及 跟 同 还有 并且 另外 加上 外加 还是",
    Sign.CHAT: """你好 您好 谢谢 多谢 感谢 辛苦 辛苦了 再见 哈喽 嗨 早 早上好 下午好 晚上好 上午好 在吗 在么 好的 好 收到 明白
        拜托 拜托了 不好意思 打扰 打扰一下 打扰了 谢了 3q 亲""",
    Sign.ON: "那 那么 那么请问 换成 改成 然后 接着 还有呢 再",
    Sign.NO: """的 了 呢 吗 啊 呀 吧 么 嘛 哦 哈 嗯 喂 唉 诶 哎 这 这个 那个 是 有 在 对 把 被 给 为 于 以 向 从 地 得 着 过 之 其
        请 请问 请教 麻烦 劳驾 帮 帮我 帮忙 帮忙看看 帮忙查下 给我 我 我们 咱 咱们 你 您 你们 他们 它 他 大家 同志 领导 老师
        想 想要 想问 想问下 想问一下 想知道 想了解 想看 想查 了解 了解一下 了解下 知道 查 查一下 查询 查下 查查 看 看看 看一下 看下 瞅瞅 瞅下 找 找一下
        找找 找下 告诉 告诉我 说 说说 说一下 说下 讲 讲讲 讲一下 讲下 介绍 介绍一下 介绍下 问 问一下 问下 问问 一下 下 下子
        报告 政府工作报告 工作报告 报告里 报告中 报告上 政府报告 里 里面 里头 中 上 当中 内 关于 有关 方面 这块 这方面 那块 这一块 这项 项目情况
        具体 到底 究竟 大概 大约 左右 分别 各 各自 都 也 还 又 就 才 只 能 能不能 能否 可以 可不可以 可否 是不是 是否 有没有 有无
        没有 没 应该 应 需 须 必须 得是 全年 年度 年内 一年 当年 全年度 年底 年末 年终 年 内的 今后 方面的
        政府 区政府 政府的 提出 提出的 提到 提到的 提 写 写的 写了 定 定的 定了 定下 定为 设 设的 设定 设定的 确定 确定的 明确 明确的 规定 给出 公布 说的
        时候 时 情况 怎么样 怎样了 咋样 如何了 咋 啥 啥样 什么 什么样 何 哪 哪年 水平 状况 概况 形势 表现 数据情况 最新 最后 最终
        完成 实现 建成 建 建设 改造 改建 改 培育 引进 打造 发展 推进 推动 开展 办 办理 做 做到 搞 干 弄 用 花 投 投入 拿下 拿 设置 创建 开发
        可 让 使 叫 做成 够 够不够 才行 才能 至少 最少 不少于 不低于 起码 以上 以下 超过 以内 啦 咧 喽 噢 喔 额 嗯嗯 哟 哇 呵 哈哈 好吗 行吗
        对吗 吗呢 对不对 真的 确实 一些 些 一点 点 来 去 出 出来 出了 成 起来 回事 的话 话 话说 个 一个 指标 各项 主要 主要的 总体 整体 整个
        这些 那些 相关 相应 对应 部分 官方 正式 原话 原文 原句 表述是 明年初 一句话 简单 简要 快速 快点 急 急用 赶紧 现成 准确 精确 确切 数是 数据是
        那边 这边 咱这 我这 这里 那里 能给 给个 来个 要个 发我 发一下 发下 汇报 材料 写材料 讲话稿 稿子 填表 开会 要用 领导要 用一下 用下 需要用 报 烦请 提供 告知 截至 截止 到 至 末 底 期间 时期 期末 这么 这么多 那么多 覆盖 超额
        元 亿 万 亿元 万元 万人 万亩 块钱 块 钱 人 名 位 户 万户 家 项 件 条 座 处 所 支 亩 平方米 公里 吨 万吨 天 微克 百分点 个百分点 次 场 辆 公顷 人次
        套 栋 种 万个 万家 个人 更 最终 具体的 哩 恁 恁们 俺 俺们 如今 盖 盖了 修 修了 进 进了 入选 升级 百分之百 百分百 这会儿 眼下 过紧日子 全覆盖 全面覆盖 个亿 个村 咱们这 说是 是说 量化""",
}

_ENGLISH: dict[Sign, str] = {
    Sign.TARGET: """target, goal, plan, planned, aim, aims, objective, expected, set for, targeted, projected""",
    Sign.WILL: """will, will be, shall, should, should be, must be, going to, need to, want to, is to, are to, hope to, due to be, yao,
        to be, supposed to be, intend, intended""",
    Sign.ACTUAL: """actual, actually, achieved, reached, completed, did, was, were, result, realised, realized, delivered, got, had,
        accomplished, attained, accumulated, ended up, came to""",
    Sign.ASSERTED: "so far, already, to date, until now, up to now, actual",
    Sign.GROWTH: """growth, grow, grew, grown, growth rate, rate of growth, rate of increase, percentage growth, annual growth, average growth,
        yearly growth, year on year, yoy, annual growth rate, per cent increase, percent increase, average annual growth, change, changed,
        growing, times, multiple, by how many percent, by what percentage, percentage change""",
    Sign.MORE: "increase, increased, rise, rose, risen, up, gain, gained, improve, improved, higher, climb, climbed, raise, raised",
    Sign.LESS: """decrease, decreased, fall, fell, fallen, drop, dropped, decline, declined, reduce, reduced, reduction, cut, down, lower,
        lowered, shorten, shortened, shrink, shrank""",
    Sign.LEVEL: """total, in total, altogether, amount, volume, overall amount, size, sum, value, level, cumulative, cumulatively, absolute,
        grand total, total value, total amount""",
    Sign.ADDED: "newly added, added, new additions, newly, additional",
    Sign.SHARE: "percent, per cent, percentage, what share, what percentage",
    Sign.COMPARE: """compare, compared, compared with, compared to, comparison, comparing, versus, vs, against, difference, differ, than, gap,
        more or less, higher or lower, above or below, which is higher, which is more, relative to, difference between, bi""",
    Sign.WHICH: "which, which one, which of, whether",
    Sign.PLACE: """where, which part, which section, which paragraph, what section, what part, location, source, chapter, which chapter,
        where in the report, cited, citation, appear, appears, found, stand, stands, mentioned, which place""",
    Sign.LIST: "list, which, all, what are, what are the, every, overview, name the, enumerate, full list, which ones",
    Sign.ACTION: """how will, how does, how do, how is, how are, measures, measure, steps, actions, action, what will be done, what is being done,
        what was done, what has been done, doing, done, do about, do for, do to, policy, policies, initiatives, initiative, efforts,
        strategy, how to, approach, what did, say about, says about, said about, say on, says on, achieve in, work on, improve how,
        plans for, what does, promote, promoting, support, supporting, boost, boosting, strengthen, tackle, handle, develop""",
    Sign.QUANTITY: "how many, how much, number, number of, figure, figures, quantity, many, much, how big, how high, how large, how long, count",
    Sign.AREAS: "areas, work areas, priorities, priority areas, key areas, fields, areas of work, key work, main tasks, tasks, priority",
    Sign.DONE: "achievements, achievement, accomplishments, achieved in, highlights, review, successes, progress",
    Sign.GOALS: "vision, ambitions, long term goals",
    Sign.START: "originally, initially, starting point, baseline, beginning, start from",
    Sign.AND: "and, as well as, plus, &, along with, or",
    Sign.CHAT: "hello, hi, hey, thanks, thank you, please, good morning, good afternoon, good evening, bye, goodbye, thx, ok, okay, cheers",
    Sign.ON: "and, what about, how about, then, now, instead",
    Sign.NO: """a, an, the, of, in, on, for, to, is, are, be, been, being, has, have, do, does, it, its, this, that, these, those, what,
        what is, what s, whats, s, how, tell, tell me, show, show me, give, give me, i, we, you, want to know, want, would, like,
        would like, like to know, know, need, can, could, can you, could you, about, with, by, from, at, as, there, their, our, your, us, me, my,
        please, district, the district, government, the government, report, the report, work report, government work report, annual, year,
        in the year, during, over, within, per, if, any, so, just, exactly, exact, precisely, official, according, according to, say,
        says, said, state, stated, wording, words, set, people, we have, get, data, indicator, current, currently, latest, find, look up,
        check, let, know, quick, quickly, one, does it, is there, are there, whole, full, entire, year s, by the end, end, local, here,
        please tell, figure for, under, also, much of, who, when, into, them, they, he, she, made, make, made in, were there, looking for, work, the work,
        look, see, question, ask, asking, wondering, wonder, idea, remind, mean, means, terms, in terms, regarding, concerning, built,
        build, create, created, creation, plan year, going, situation, status, performance, perform, performed, doing in, describe, described, describes, mention, mentions, cover, covers, discuss, talk, talks, refer, include,
        includes, contain, contains, explain, outline, upgrade, upgraded, renovated, expanded, opened, open, established, establish, run,
        constructed, completed by, set up, or not, ever, yet, still, again, also, been done, happen, happened,
        shi, de, ne, ma, li, zai, you, le, gei, wo, cha, qing, da, zhi""",
}
# What belongs to other times than a report's periods; whole stretches of years are worked out in times.py.
_OTHER_TIMES = """前年 大前年 明年 后年 上半年 下半年 上月 本月 下月 上个月 这个月 下个月 上季度 本季度 这季度 下季度 一季度 二季度 三季度
    四季度 第一季度 第二季度 第三季度 第四季度 前三季度 前两季度 季度 首季 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 一月份
    二月份 三月份 四月份 五月份 六月份 七月份 八月份 九月份 十月份 十一月份 十二月份 月份 今天 昨天 明天 前天 后天 本周 上周 下周 这周 近三年
    过去三年 三年来 近两年 过去两年 两年来 未来三年 今后三年 过去十年 近十年 十年来 未来十年 今后十年 十年 两年 三年 十三五 十二五 十六五 十一五 年初
    五年前 5年前 春节 国庆 每月 每天 每日 去年同期 上年同期 去年底之前 上世纪"""
_OTHER_TIMES_ENGLISH = """next year, the year before last, quarter, first quarter, second quarter, third quarter, fourth quarter, last quarter,
    this quarter, next quarter, q1, q2, q3, q4, h1, h2, first half, second half, half year, month, months, last month, this month, next month,
    january, february, april, june, july, august, september, october, november, december, today, yesterday, tomorrow, week, last week,
    decade, past decade, next decade, ten years, three years, two years, past three years, last three years, past two years, last two years,
    past ten years, next ten years, next three years, monthly, daily, weekly, quarterly, 13th five year plan, 12th five year plan,
    16th five year plan, thirteenth five year plan, sixteenth five year plan"""


def words_of_asking() -> Iterator[tuple[str, Sign]]:
    """Every word or phrase of asking, and what it says; some say two things."""
    for sign, spaced in _CHINESE.items():
        yield from ((word, sign) for word in spaced.split())
    for sign, listed in _ENGLISH.items():
        yield from ((" ".join(phrase.split()), sign) for phrase in listed.split(","))


def other_times() -> Iterator[str]:
    """Times a work report does not account for: quarters, months, other years in words."""
    yield from _OTHER_TIMES.split()
    yield from (" ".join(phrase.split()) for phrase in _OTHER_TIMES_ENGLISH.split(","))
