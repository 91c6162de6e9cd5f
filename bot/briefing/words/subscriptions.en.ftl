### Subscriptions: how to make one, which there are, what became of each.

## Days and times
schedule-line = { $days } at { $times }
schedule-elsewhere = { $schedule } ({ $zone } time)
schedule-date = { $weekday } { $day } { $month_name }, { $time }
schedule-moment = { $day }, { $time }
schedule-day = { $weekday } { $day } { $month_name } { $year }
schedule-daily = every day
schedule-workdays = every statutory working day
schedule-monday-to-friday = every Monday to Friday
schedule-weekly = every { $weekdays }
schedule-monthly = on the { $number ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $number }th
} of the month
schedule-mon = Monday
schedule-tue = Tuesday
schedule-wed = Wednesday
schedule-thu = Thursday
schedule-fri = Friday
schedule-sat = Saturday
schedule-sun = Sunday
list-comma = {", "}
list-last = { $first } and { $last }

## What to subscribe to
subject-today = Today's briefing
subject-targets = All quantified targets
subject-schedule = { $subject }, { $when }
example-line = /subscribe { $words } workdays 08:30
example-today = today
label-example = For example
label-next = Next on
label-heard = Understood

## Step by step
subjects-title = What would you like to receive
subjects-lead = Choose one, and I will send it here when it is due
subjects-typed = Any target will do as well; just type it: { $example }
days-title = { $subject } · on which days
days-lead = Statutory working days leave out public holidays and include the weekend days worked for them
days-typed = Other days can be typed: { $example }
times-title = { $subject } · { $days }
times-lead = At what time
times-typed = Other times can be typed, up to 6 a day: { $example }
proposal-title = Is this right
proposal-assumed = The holidays of { $year } are not published yet; until they are, Monday to Friday is assumed.
proposal-short-months = Months without a day { $number } are left out.
proposal-others-see = It will be sent to the group, where everybody can see it.
dates-none = none
subscribed-title = Subscribed
subscribed-already = Already subscribed
too-many-title = A chat can have { $most } subscriptions at most
too-many-lead = Please end one you no longer need, then make the new one
cancelled-title = Very well, nothing has changed
cancelled-lead = Everything stays as it was

## Not understood
unclear-title = Almost there
unclear-lead = Please say on which days and at what time
problem-bad-time = I could not read “{ $read }” as a time; 08:30 or 9 am will do.
problem-unclear-night = “{ $read }” could be the night of either day; please write a time such as 23:30 or 00:30.
problem-no-such-day = There is no such day as “{ $read }”; please choose a day from 1 to 31, such as monthly 15.
problem-single-date = “{ $read }” comes once a year; please choose days that come again, such as monthly 15.
problem-day-of-month-missing = Please say which day of the month, such as monthly 1.
problem-conflicting-days = “{ $read }” do not fit in one subscription; please make one for each.
problem-unknown-zone = I do not know the time zone “{ $read }”; Beijing time or Asia/Urumqi will do.
problem-conflicting-zones = “{ $read }” are different time zones; please name one only.
problem-not-understood = I did not understand “{ $read }”; days and a time are enough.
problem-too-many-times = { $read } times a day are too many; a subscription can have { $most }.
problem-days-missing = The days are still missing, such as daily, workdays or mon.
problem-time-missing = The time is still missing, such as 08:30.

## Subscriptions there are
list-title = { $count ->
    [one] One subscription
   *[other] { $count } subscriptions
}
list-lead = Tap one to pause, change or end it
list-none = No subscriptions yet
list-how = Choose step by step below, or type a line
list-next = { $when }, next on { $date }
list-paused = { $when }, paused
card-paused = This subscription is paused; resume it to receive it again
chat-paused = Everything is paused in this chat until you resume it
chat-paused-until = Everything is paused in this chat until { $date }
paused-title = Paused
resumed-title = Resumed
resumed-lead = Briefings come again; the latest one held back comes now, unless it is too old
ended-title = Subscription ended
end-which-title = Which one to end
end-which-lead = Tap one to end it
end-none-title = No subscription to “{ $words }”
new-times-title = { $subject } · another time
new-days-title = { $subject } · other days
now-as = At present { $when }
change-typed = If none of these suits you, end this one and type a line: { $example }

## Buttons
button-make = Subscribe
button-cancel = Cancel
button-other-days = Other days
button-other-time = Other time
button-now = Show it now
button-change = Pause or change
button-list = All subscriptions
button-new = New subscription
button-choose = Choose step by step
button-pause = Pause
button-resume = Resume
button-pause-all = Pause all
button-resume-all = Resume all
button-end = Unsubscribe
button-again = Subscribe again
button-back = Back
button-settings = Settings
button-language = Language
button-silent-on = Send without sound
button-silent-off = Send with sound
button-quiet-on = Quiet from 22:00 to 07:00
button-quiet-off = No quiet hours
button-members-on = Let all members change this
button-members-off = Only administrators
button-forget = Delete everything
button-accept = Subscribe to today's briefing
button-to-group = Add to a group

## Settings
settings-title = Settings
settings-lead = For this chat only
label-language = Language
label-zone = Time zone
label-sound = Sound
label-quiet = Quiet hours
label-who = Who decides
setting-zone = { $zone }. To change it, send a command such as /settings zone Asia/Urumqi
setting-silent = Sent without sound
setting-sound = Sent with sound
setting-quiet = Nothing is sent from { $start } to { $end }; what falls due then comes afterwards. To change this, send a command such as /settings quiet 22:00-7:00; to end it, /settings quiet off
setting-over-midnight = Nothing is sent from { $start } to { $end } the next day; what falls due then comes afterwards. To change this, send a command such as /settings quiet 22:00-7:00; to end it, /settings quiet off
setting-not-quiet = None. To set them, send a command such as /settings quiet 22:00-7:00
setting-members = Every member of the group
setting-administrators = Administrators of the group only

## What became of them
deliveries-title = Deliveries
deliveries-lead = { $count ->
    [one] The last one
   *[other] The last { $count }
}
deliveries-none = Nothing has been sent yet
ledger-because = { $state }: { $why }
ledger-late = later than it was due
ledger-may-repeat = may have come twice
ledger-state-claimed = being sent
ledger-state-sent = sent
ledger-state-uncertain = may not have arrived
ledger-state-degraded = sent to the general topic
ledger-state-held = to be sent later
ledger-state-skipped = not sent
ledger-state-failed = could not be sent
ledger-why-quiet = these are quiet hours
ledger-why-paused = it is paused
ledger-why-holiday = by the holidays published since, that is a day off
ledger-why-missed = a later one took its place
ledger-why-stale = too late to be of use
ledger-why-ended = the subscription had ended
ledger-why-blocked = the bot was blocked
ledger-why-kicked = the bot is no longer in the group
ledger-why-deactivated = the account no longer exists
ledger-why-not-found = there is no such chat any more
ledger-why-no-rights = the bot may not write in the group
ledger-why-unknown-subject = the digest of the report no longer has it
ledger-why-refused = Telegram did not take the message; the mistake is ours and has been noted
ledger-why-topic-gone = its topic was deleted
ledger-why-topic-closed = its topic is closed
ledger-why-flood = Telegram asked to wait
ledger-why-trouble = Telegram could not be reached
ledger-why-no-answer = Telegram did not answer

## Forgetting
forget-title = Delete everything about this chat
forget-lead = Subscriptions, settings and deliveries will be deleted and cannot be brought back
forgotten-title = Everything is deleted
forgotten-lead = The subscriptions, settings and deliveries of this chat are gone

## In groups
introduction-title = Good day
introduction-lead = I know the { $title } by heart, show its own words with every answer, and say so when it is silent.
introduction-ask = To look something up, send a command such as /target { $words }
introduction-offer = With one tap an administrator can have today's briefing sent here: { $when }.
refused-member = This is for an administrator of the group to decide.
refused-outsider = Sorry, this bot serves certain people and groups only.
refused-storage = Subscriptions and settings cannot be reached just now; please try again later. Questions about the report are answered as ever.
refused-flooding = That was a little fast; please write again in a minute.

## Commands
command-subscribe = Subscribe: sent here when it is due
command-subscriptions = All subscriptions, to pause, change or end
command-unsubscribe = End a subscription
command-pause = Pause everything, until a day if you name one
command-resume = Resume
command-settings = Language, time zone, sound, quiet hours
command-deliveries = What became of the last ten briefings
command-forget = Delete everything about this chat
command-status = How the bot is doing (operators only)

## Preview
preview-due = { $date }, { $times }: { $why }
preview-skipped = { $date }, nothing: { $why }
preview-assumed = { $why } (holidays not published yet, Monday to Friday assumed)
preview-why-every-day = every day
preview-why-working-day = working day
preview-why-make-up-day = working weekend for the { $holiday } holiday
preview-why-chosen-weekday = chosen weekday
preview-why-day-of-month = chosen day of the month
preview-why-weekend = weekend
preview-why-holiday = { $holiday } holiday
preview-why-other-weekday = not a chosen weekday
preview-why-other-day-of-month = not the chosen day of the month
preview-why-month-too-short = this month does not have the chosen day
preview-why-no-such-date = the clocks left this day out
holiday-new-year = New Year
holiday-spring-festival = Spring Festival
holiday-tomb-sweeping = Tomb-Sweeping Day
holiday-labour-day = Labour Day
holiday-dragon-boat = Dragon Boat Festival
holiday-mid-autumn = Mid-Autumn Festival
holiday-national-day = National Day
holiday-other = special
