"""A small invented report of another place and other years, written where a test wants it."""

from pathlib import Path

from bot.report.load import load_report
from bot.report.model import Report

SOURCE = """明川县政府工作报告

一、过去五年和2030年工作回顾
五年来,发展成色更足。地区生产总值达到**86.4亿元**,新建道路120公里。
五年来,民生更有温度。新增岗位9200个,空气综合指数下降18%。
一年来,经济稳中向好。地区生产总值增长5.2%,新建道路21公里。
一年来,服务更加贴心。新增岗位2100个,门诊满意率96%。

二、今后五年目标
- 到2035年,地区生产总值突破150亿元。
- 生态环境更加优美。

三、2031年重点工作
（一）壮大特色产业,夯实发展根基。
- 一是**发展茶产业**。新增茶园3000亩以上,茶叶产值增长8%左右。
- 二是**培育旅游业**。接待游客120.25万人次。
（二）加快城乡建设,补齐设施短板。
- 一是**修好农村路**。新建道路25公里。
- 二是**改造老街区**。改造老街区4个以上。
（三）办好民生实事,增进群众福祉。
- 一是**稳定就业**。新增岗位2300个以上,让群众就近上班。
- 二是**办好医院**。门诊满意率达到97%以上。
（四）守护绿水青山,建设美丽明川。
- 一是**治理空气**。空气综合指数下降3%。
- 二是**保护河流**。巡河常态化,到2035年水质达标率达到90%。

四、自身建设
建设清廉政府。
"""

REPORT = """
id: mingchuan-2031
version: "0.1"
title: {zh: 2031年明川县政府工作报告, en: Mingchuan County Government Work Report 2031}
body: {zh: 明川县人民政府, en: People's Government of Mingchuan County}
place: {zh: 明川县, en: Mingchuan County}
source: mingchuan.txt
plan_year: 2031
periods:
  - {id: past, kind: review, from: 2026, to: 2030, name: {zh: 过去五年, en: past five years}}
  - {id: 2030, kind: review, from: 2030, to: 2030, name: {zh: 2030年, en: "2030"}, aliases: [去年, last year]}
  - {id: 2031, kind: plan, from: 2031, to: 2031, name: {zh: 2031年, en: "2031"}, aliases: [今年, this year]}
  - {id: ahead, kind: outlook, from: 2031, to: 2035, name: {zh: 今后五年, en: next five years}}
exceptions:
  - {text: 2030年, reason: 年份}
  - {text: 2031年, reason: 年份}
  - {text: 2035年, reason: 年份}
"""

INDICATORS = """
indicators:
  - {id: output, name: {zh: 地区生产总值, en: Output}, unit: {zh: 元, en: "CNY {}"}, aliases: [GDP]}
  - id: new-roads
    name: {zh: 新建道路, en: New roads}
    unit: {zh: 公里, en: "{} kilometres", one: "{} kilometre"}
    aliases: [修路]
    accrues: true
  - id: posts
    name: {zh: 新增岗位, en: New posts}
    unit: {zh: 个, en: "{} posts", one: "{} post"}
    aliases: [岗位, 工作岗位]
    accrues: true
  - {id: air-index, name: {zh: 空气综合指数, en: Air index}, unit: {zh: 点, en: "{} points"}, better: less}
  - {id: clinic-score, name: {zh: 门诊满意率, en: Approval of clinics}, unit: {zh: "%", en: "{}%"}}
  - {id: tea-gardens, name: {zh: 新增茶园, en: New tea gardens}, unit: {zh: 亩, en: "{} mu"}, accrues: true}
  - {id: tea-output, name: {zh: 茶叶产值, en: Tea output}, unit: {zh: 元, en: "CNY {}"}, accrues: true}
  - {id: visitors, name: {zh: 接待游客, en: Visitors}, unit: {zh: 人次, en: "{} visits"}, accrues: true}
  - {id: clean-water, name: {zh: 水质达标率, en: Share of clean water}, unit: {zh: "%", en: "{}%"}}
  - {id: old-blocks, name: {zh: 改造老街区, en: Old blocks}, unit: {zh: 个, en: "{} blocks"}, accrues: true}
"""

PAST = """
period: past
themes:
  - id: growth
    name: {zh: 发展成色更足, en: Better growth}
    summary:
      zh: 地区生产总值达到86.4亿元，新建道路120公里。
      en: Gross domestic product came to CNY 8.64 billion, and 120 kilometres of new roads were built.
    quote: >-
      五年来,发展成色更足。地区生产总值达到86.4亿元,
      新建道路120公里。
    figures:
      - {indicator: output, period: past, role: actual, value: 8640000000, as_written: 86.4亿元}
      - {indicator: new-roads, period: past, role: actual, value: 120, as_written: 120公里}
  - id: people
    name: {zh: 民生更有温度, en: Warmer care}
    summary:
      zh: 新增岗位9200个，空气综合指数下降18%。
      en: There were 9,200 new posts, and the air index fell by 18%.
    quote: 五年来,民生更有温度。新增岗位9200个,空气综合指数下降18%。
    figures:
      - {indicator: posts, period: past, role: actual, value: 9200, as_written: 9200个}
      - {indicator: air-index, period: past, role: actual, measure: growth, value: -18, as_written: 18%}
"""

LAST_YEAR = """
period: 2030
themes:
  - id: growth
    name: {zh: 经济稳中向好, en: A steady economy}
    summary: {zh: 一年来，经济稳中向好。, en: Over the year the economy improved steadily.}
    quote: 一年来,经济稳中向好。
    achievements:
      - id: output
        name: {zh: 经济和道路, en: Economy and roads}
        summary:
          zh: 地区生产总值增长5.2%，新建道路21公里。
          en: Gross domestic product grew by 5.2%, and 21 kilometres of new roads were built.
        quote: 地区生产总值增长5.2%,新建道路21公里。
        figures:
          - {indicator: output, period: 2030, role: actual, measure: growth, value: 5.2, as_written: 5.2%}
          - {indicator: new-roads, period: 2030, role: actual, value: 21, as_written: 21公里}
  - id: services
    name: {zh: 服务更加贴心, en: Closer services}
    summary:
      zh: 新增岗位2100个，门诊满意率96%。
      en: There were 2,100 new posts, and 96% approved of the clinics.
    quote: 一年来,服务更加贴心。新增岗位2100个,门诊满意率96%。
    figures:
      - {indicator: posts, period: 2030, role: actual, value: 2100, as_written: 2100个}
      - {indicator: clinic-score, period: 2030, role: actual, value: 96, as_written: 96%}
"""

GOALS = """
goals:
  - id: bigger
    name: {zh: 经济规模, en: A bigger economy}
    summary:
      zh: 到2035年，地区生产总值突破150亿元。
      en: By 2035, gross domestic product is to come to over CNY 15 billion.
    quote: 到2035年,地区生产总值突破150亿元。
    figures:
      - indicator: output
        period: ahead
        role: target
        bound: over
        value: 15000000000
        as_written: 突破150亿元
  - id: greener
    name: {zh: 生态环境, en: A greener county}
    summary: {zh: 生态环境更加优美。, en: Make the environment more beautiful.}
    quote: 生态环境更加优美。
"""

SELF_BUILDING = """
name: {zh: 自身建设, en: The government's own work}
summary: {zh: 加强自身建设。, en: Improve the government's own work.}
quote: 自身建设
pledges:
  - id: clean
    name: {zh: 清廉政府, en: Clean government}
    summary: {zh: 建设清廉政府。, en: Build a clean government.}
    quote: 建设清廉政府。
"""

AREAS = {
    "1-trades.yaml": """
id: trades
number: 1
name: {zh: 特色产业, en: Local trades}
aim: {zh: 夯实发展根基。, en: Lay firm foundations.}
quote: 壮大特色产业,夯实发展根基。
measures:
  - id: tea
    name: {zh: 发展茶产业, en: Grow tea}
    aliases: [茶, tea]
    summary:
      zh: 新增茶园3000亩以上，茶叶产值增长8%左右。
      en: Plant at least 3,000 mu of new tea gardens and increase tea output by about 8%.
    quote: 新增茶园3000亩以上,茶叶产值增长8%左右。
    figures:
      - indicator: tea-gardens
        period: 2031
        role: target
        bound: at-least
        value: 3000
        as_written: 3000亩以上
      - indicator: tea-output
        period: 2031
        role: target
        bound: about
        measure: growth
        value: 8
        as_written: 8%左右
  - id: travel
    name: {zh: 培育旅游业, en: Foster travel}
    summary: {zh: 接待游客120.25万人次。, en: "Receive 1,202,500 visits."}
    quote: 接待游客120.25万人次。
    figures:
      - {indicator: visitors, period: 2031, role: target, value: 1202500, as_written: 120.25万人次}
""",
    "2-building.yaml": """
id: building
number: 2
name: {zh: 城乡建设, en: Town and country}
aim: {zh: 补齐设施短板。, en: Close the gaps in public works.}
quote: 加快城乡建设,补齐设施短板。
measures:
  - id: roads
    name: {zh: 修好农村路, en: Country roads}
    summary: {zh: 新建道路25公里。, en: Build 25 kilometres of new roads.}
    quote: 新建道路25公里。
    figures:
      - {indicator: new-roads, period: 2031, role: target, value: 25, as_written: 25公里}
  - id: blocks
    name: {zh: 旧街区更新, en: Renew old blocks}
    summary: {zh: 改造老街区4个以上。, en: Renew at least 4 old blocks.}
    quote: 改造老街区4个以上。
    figures:
      - {indicator: old-blocks, period: 2031, role: target, bound: at-least, value: 4, as_written: 4个以上}
""",
    "3-people.yaml": """
id: people
number: 3
name: {zh: 民生实事, en: People first}
aliases: [民生]
aim: {zh: 增进群众福祉。, en: Improve people's lives.}
quote: 办好民生实事,增进群众福祉。
measures:
  - id: work
    name: {zh: 稳定就业, en: Steady employment}
    aliases: [就业]
    summary:
      zh: 新增岗位2300个以上，让群众就近上班。
      en: Create at least 2,300 new posts so that people can work near home.
    quote: 新增岗位2300个以上,让群众就近上班。
    figures:
      - {indicator: posts, period: 2031, role: target, bound: at-least, value: 2300, as_written: 2300个以上}
  - id: clinics
    name: {zh: 办好医院, en: Good hospitals}
    summary: {zh: 门诊满意率达到97%以上。, en: See that at least 97% approve of the clinics.}
    quote: 门诊满意率达到97%以上。
    figures:
      - {indicator: clinic-score, period: 2031, role: target, value: 97, bound: at-least, as_written: 97%以上}
""",
    "4-nature.yaml": """
id: nature
number: 4
name: {zh: 绿水青山, en: Green hills}
aim: {zh: 建设美丽明川。, en: Build a beautiful county.}
quote: 守护绿水青山,建设美丽明川。
measures:
  - id: air
    name: {zh: 治理空气, en: Clean air}
    summary: {zh: 空气综合指数下降3%。, en: Lower the air index by 3%.}
    quote: 空气综合指数下降3%。
    figures:
      - {indicator: air-index, period: 2031, role: target, measure: growth, value: -3, as_written: 3%}
  - id: rivers
    name: {zh: 保护河流, en: Protect rivers}
    summary:
      zh: 巡河常态化，到2035年水质达标率达到90%。
      en: Patrol the rivers regularly, so that by 2035 the share of clean water comes to 90%.
    quote: 巡河常态化,到2035年水质达标率达到90%。
    figures:
      - {indicator: clean-water, period: ahead, role: target, value: 90, as_written: 90%}
""",
}


def write_second_report(folder: Path) -> tuple[Path, Path]:
    """Writes the digest and its source; the folders of both, as `load_report` wants them."""
    content, seeds = folder / "content", folder / "seeds"
    files = {
        "report.yaml": REPORT,
        "indicators.yaml": INDICATORS,
        "goals.yaml": GOALS,
        "self-building.yaml": SELF_BUILDING,
        "review/1-past.yaml": PAST,
        "review/2-last-year.yaml": LAST_YEAR,
        **{f"areas/{name}": text for name, text in AREAS.items()},
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    seeds.mkdir()
    (seeds / "mingchuan.txt").write_text(SOURCE, encoding="utf-8")
    return content, seeds


def second_report(folder: Path) -> Report:
    """The second report, loaded."""
    return load_report(*write_second_report(folder))
