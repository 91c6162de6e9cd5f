### Every sentence the bot itself says. Numbers, names and quotes are put in by the program.

## Values
value-up = up { $number }
value-down = down { $number }
value-up-yearly = up { $number } a year on average
value-down-yearly = down { $number } a year on average
value-more = up by { $number }
value-less = down by { $number }
value-added = { $number } more
worded-covered = full coverage
worded-doubled = doubled
worded-quadrupled = quadrupled
worded-cleared = down to zero
value-ratio = { $number } the level at the end of the previous period

## Periods
period-target = { $period } target
period-baseline = start of the { $period }
period-actual = { $period } actual
period-sum = { $period } total
named-value = { $name }: { $value }
figure-line = { $period }: { $value }

## Where it stands
area-name = { $number }. { $name }
place-part = Part { $number }
place-section = , section { $number }
place-item = , item { $number }
quote-source-opening = — { $title }, lead-in
quote-source = — { $title }, { $place }

## Labels
label-comparison = Comparison
label-pace = Pace
label-place = Where
label-gist = In English
label-aim = Aim
label-target = Target
label-focus = Today's area
label-review = Review · { $period }
label-source = Source
label-version = Digest
label-evidence = Checked
label-stored = Stored
label-licence = Licence
item-label = { $number }. { $name }
list-separator = {" · "}
and-separator = {" and "}

## Indicators and areas
passage-title = { $name } · { $period }
target-title = { $name } · { $year } target
indicator-no-target = The report sets no target for { $year }
area-no-figures = The report sets no quantified target for this area
comparison-none = The report gives no earlier figure
comparison-target = { $figure }; the target is { $difference }
comparison-last-year = { $figure }; the target is { $difference }
difference-lower = { $difference } lower
difference-higher = { $difference } higher
difference-more = { $difference } higher
difference-fewer = { $difference } lower
difference-share = { $difference } ({ $share })
difference-same = the same
difference-points-lower = { $points } percentage points lower
difference-points-higher = { $points } percentage points higher
difference-points-steeper = a fall { $points } percentage points larger
difference-points-milder = a fall { $points } percentage points smaller
difference-points-same = the same
pace = { $share } of { $year } has passed; at an even pace, { $due } by now
pace-before = { $year } has not begun, so there is no pace yet
pace-after = { $year } is over, so pace no longer applies

## Lists
areas-title = Priorities for { $year }
areas-lead = { $areas } areas, { $measures } measures
area-line = { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
}{ $targets ->
    [0] {""}
    [one] , { $targets } quantified target
   *[other] , { $targets } quantified targets
}
targets-title = Quantified targets for { $year }
targets-title-area = { $area } · targets for { $year }
targets-lead = { $count ->
    [one] One target; tap it for the report's own sentence
   *[other] { $count } targets; tap one for the report's own sentence
}
achievements-title = Achievements: { $period }
achievements-lead = { $themes } themes, { $items } achievements
theme-line = { $period } · { $items ->
    [one] one achievement
   *[other] { $items } achievements
}
goals-title = Main goals for the { $period }
goals-lead = { $count } goals
goals-none = The report lists no goals

## Today
today-title = Today's briefing · { $weekday }, { $day } { $month_name } { $year }
today-lead = { $gone ->
    [one] One day
   *[other] { $gone } days
} of { $year } gone ({ $share }), { $left } left
today-before = { $year }, the year the report plans for, has not begun
today-after = { $year }, the year the report planned for, is over; what follows is for reference
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Search and choice
search-title = Search: “{ $query }”
search-lead-first = The { $count } most relevant entries; tap one to read
search-lead = { $count ->
    [one] One entry found; tap it to read
   *[other] { $count } entries found; tap one to read
}
search-ask = What are you looking for
search-how = Write words or a figure after /search, or choose below
choice-title = Did you mean one of these
choice-lead = Several entries answer to “{ $query }”; please choose
nothing-title = Nothing found for “{ $query }”
nothing-lead = The digest of the report has no such entry; the closest are below, and may not be what you want
inline-nothing = Nothing found; tap here to see how to ask
nothing-lead-bare = Try other words, or start from the lists
unknown-command = There is no command { $command }
unknown-command-lead = The closest are
unknown-command-bare = /help lists them all
kind-opening = Lead-in
kind-slogan = Slogan
kind-theme = Achievements
kind-achievement = Achievement
kind-goal = Goal
kind-requirements = General requirements
kind-requirement = General requirement
kind-area = Area
kind-measure = Measure
kind-self-building = Self-improvement
kind-pledge = Pledge
kind-target = Indicator
kind-indicator = Indicator

## The bot on itself
start-title = { $place } · { $title }
start-lead = I know this report by heart, show its own words with every answer, and say so when it is silent
start-example = Send “{ $words }” or the command /target { $words } for the target, how it compares and the sentence itself.
help-title = Help
help-lead = Send a command, or just a word
help-words = Words may be a name, a short form, pinyin, initials, a number or a figure; a typo or two is fine.
about-title = About
about-evidence = { $covered } of the { $total } numbers in the report are accounted for; { $entries } entries, each with its quote
about-stored = Only subscriptions, settings and nameless counts of unanswered questions; see /privacy
about-licence = The program is under the MIT licence; the report belongs to the body that issued it
privacy-title = Privacy
privacy-lead = I keep only what briefings need, and nameless counts of unanswered questions
privacy-kept = Kept in the database until you send /forget: the number of this chat, its language, time zone and settings, what it subscribed to and when, and what became of its briefings in the last 90 days. Kept in memory until the next restart: the numbers of recent questions and answers with a checksum of each question, so that editing a question mends its answer; and, of private chats, the entry, period and kind of the last question, so that the next one can go on from it.
privacy-counted = Questions I find nothing for are counted: their words, shortened, the language, the day and how often, without long numbers, addresses or user names, and not who asked, in which chat or at what time. The counts are removed after 90 days.
privacy-not-kept = Not kept: your messages in full, name, phone number, or any other statistics of use. The log holds none of your words.
privacy-telegram = Messages travel through Telegram, whose own privacy policy applies.
language-title = Language
language-lead = Choose the language of this chat
language-set-zh = Very well, Chinese from now on in this chat
language-set-en = Very well, English from now on in this chat
language-set-both = Very well, both languages from now on in this chat
voice-zh = 中文
voice-en = English
voice-both = 中文 + English

## Buttons
link-start = Home
link-help = Help
link-about = About
link-privacy = Privacy
link-today = Today
link-areas = Areas
link-targets = Targets
link-achievements = Achievements
link-goals = Goals
link-compare = Compare
button-voice-zh = 中文
button-voice-en = EN

## Notices
notice-expired = This button no longer works; please send the command again
notice-administrators = Only administrators of the group can change settings
error-sorry = Sorry, something went wrong; please try again in a moment. Error number { $number }

## Commands (menus and help)
command-start = Start here
command-help = How to use me
command-today = Today's briefing: one area, one figure, the year so far
command-areas = All work areas
command-area = One area: its targets and measures
command-targets = All quantified targets, or those of one area
command-target = One target: figure, comparison, pace, quote
command-achievements = Achievements, by period or words
command-achievement = One achievement in the report's words
command-goals = Main goals for the years ahead
command-search = Search the whole report for words or figures
command-compare = One indicator across periods, or two or three side by side
command-language = Chinese, English or both
command-about = Source, version, licence
command-privacy = What is kept and what is not

## Terminal
terminal-no-token = BOT_TOKEN is not set: answering standard input line by line. Without a pipe there is a chat page; with a token the same command serves Telegram.
page-ready = Chat page: { $address }
    Open it in a browser. This is a local Telegram: it needs no token, nothing leaves this machine, and everything is forgotten when it stops. Ctrl-C stops it.
    To connect to the real Telegram: BOT_TOKEN=123456:ABC… make run
simulate-ready = Local Telegram: { $address }
    Point your bot's Bot API address to { $address }, with any token; the chat page is there too. Ctrl-C stops it.
terminal-how = Type words or commands; :2 presses the second button; Ctrl-D ends.
