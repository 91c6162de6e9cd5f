## What is said in passing
notice-no-subscription = This subscription is no longer there; send /subscriptions to see those that are
notice-held = This subscription is paused; send /subscriptions to resume it
notice-dropped = This subscription has ended
notice-sending = On its way
notice-paused = Paused for now; it will be sent when you resume
notice-quiet = These are quiet hours; it will be sent when they end
pause-unclear-title = Pause until which day
pause-unclear = Write a date or a length of time within two years, such as /pause { $date }, /pause tomorrow or /pause a week; /pause alone pauses until you send /resume
settings-unclear-title = I did not understand this setting
settings-unclear = Write /settings zone Asia/Urumqi for the time zone, /settings quiet 22:00-7:00 for quiet hours, or /settings quiet off to end them
status-title = Deliveries today
status-lead = { $due } due so far, { $sent } sent
status-table = The holidays of { $year } are not known yet, so working days are taken as Monday to Friday; update chinesecalendar
status-operators = Only those who run the bot can see this
inline-outsider = This bot serves listed people only; tap to learn more
