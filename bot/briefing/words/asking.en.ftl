### Answers to questions in plain words.

answer-figure = { $name }, { $period }: { $value }
answer-place = “{ $name }” stands in the report at { $place }
answer-opening = its lead-in
label-others = Also
refused-words = The report does not give “{ $question }”
refused-time = The report does not give { $name } for that time
refused-period = The report does not give { $name } for { $period }
refused-target = The report sets no target for { $name } in { $period }
refused-actual = The report sets a target for { $name } but does not say what was reached in { $period }
refused-amount = The report does not give the amount of { $name }, only its change
refused-amount-in = The report does not give the amount of { $name } in { $period }
refused-rate = The report does not give the change in { $name }
refused-rate-in = The report does not give the change in { $name } in { $period }
refused-unit = The report does not give { $name } in that unit
refused-number = The report mentions { $name } but does not give that figure
refused-nearest = The closest entries are below; they do not answer this question
refused-bare = Try other words, or start from the lists
refused-given = { $kind } · the report gives { $given }
ask-title = Ask me what the report says
ask-lead = For example
ask-example-target = What is the target for { $name } this year
ask-example-last = How much did { $name } grow last year
command-ask = Ask in plain words: how many jobs were created last year
