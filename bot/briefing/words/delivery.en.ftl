### Notes and buttons under a briefing that is sent by schedule.

delivery-late = Sent late: this was due on { $day } { $month_name } at { $time }
delivery-repeat = An earlier attempt was not confirmed, so you may see this twice
delivery-topic-gone = The topic was deleted; what was subscribed to there will come here from now on
sub-open = Open
delivery-pause = Pause
delivery-end = Unsubscribe
