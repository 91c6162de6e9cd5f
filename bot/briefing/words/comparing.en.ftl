## List and titles
comparisons-title = Figures across periods
comparisons-lead = The report gives { $count } indicators for more than one period; tap one to compare
comparisons-how = Two or three indicators can be compared too: /compare { $one } { $other }
comparison-title = { $name } · across periods
comparison-title-several = { $names } · compared
comparison-single = The report gives one figure only, with nothing to compare it to
name-separator = {", "}

## How a figure is said
figure-said = { $period } ({ $value })
figure-named = { $name } ({ $figure })
figure-none = not in the report
value-sum = { $value } in total
said-target = the { $period } target
said-baseline = the start of the { $period }
said-actual = the { $period } result
said-sum = the { $period } total
said-figure = the { $period } figure

## How much they differ
compared = { $one } is { $difference } than { $other }
compared-same = { $one } is the same as { $other }
compared-named = { $one } against { $other }: { $difference }
compared-named-same = { $one } and { $other } are equal
compared-by-number = These count different things; only the numbers are compared
counted-at-least = Counted at the floor of { $number }: { $figure }
counted-over = Counted as { $number }, though it is over that: { $figure }
counted-at-most = Counted at the ceiling of { $number }: { $figure }
counted-about = Approximate, counted as { $number }: { $figure }

## Why there is no difference
not-compared-measure = Not compared: { $one } is { $one_is }, { $other } is { $other_is }
not-compared-stock = Not compared: { $stock } is a total, { $added } is what is added or done in the period
not-compared-unit = Not compared: different units, { $one_unit } for { $one } and { $other_unit } for { $other }
not-compared-span = Not compared: { $one } and { $other } cover different lengths of time
not-compared-span-mean = Not compared directly with { $shorter }: { $longer } covers { $years } years and averages { $mean } a year
not-compared-period = Not compared: { $one } and { $other } are of different times
not-compared-baseline = From { $start } to { $end }; a starting point is for reference and not subtracted
not-compared-baseline-named = Not compared: { $start } is a starting point, shown for reference beside { $end }

measure-total = a total
measure-flow = an amount for the period
measure-growth = a rate of growth
measure-annual-growth = a mean yearly rate of growth
measure-change = a change
measure-ratio = a multiple
