### Answers to questions in plain words.

answer-figure = { $name } · { $period }: { $value }
answer-place = “{ $name }” is in the { $title }, { $place }
answer-opening = lead-in
label-others = Also

## What the report does not give
refused-words = Nothing in the report answers “{ $question }”
refused-when = {" ("}{ $period })
refused-year = { $year }
refused-then = that time
refused-period = The report says nothing of “{ $name }”{ $when }
refused-target = The report sets no target for “{ $name }”{ $when }
refused-actual = The report sets a target for “{ $name }” but does not say what has been reached{ $when }
refused-growth = The report does not say by how much “{ $name }” changed{ $when }
refused-level = The report gives only the change in “{ $name }”{ $when }, not the value itself
refused-fall = The report does not say that “{ $name }” fell{ $when }
refused-rise = The report does not say that “{ $name }” rose{ $when }
refused-share = The report gives no percentage for “{ $name }”{ $when }
refused-added = The report does not say how much was added to “{ $name }”{ $when }
refused-unit = The report does not give “{ $name }”{ $when } in that unit
refused-number = The report mentions “{ $name }”{ $when } but does not give that figure
refused-names = The report gives the figure for “{ $name }”{ $when } but does not say which they are
refused-nearest = The closest entries are below; they do not answer this question
refused-bare = Try other words, or start from the lists
refused-given = { $kind }, with figures for { $given }

## How to ask
ask-title = Ask me what the report says
ask-lead = For example
ask-example-target = What is this year's target for { $name }?
ask-example-last = How much did { $name } grow last year?
command-ask = Ask in plain words: how much did it grow last year, what is this year's target
comparison-missing = The report gives no figure for { $period }, so there is nothing to compare
