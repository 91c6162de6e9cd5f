### Citations: the report's words, figures and sources for people who draft papers.

## What is cited
citation-official = “{ $quote }” ({ $source })
citation-english = { $summary } ({ $source })
citation-quoted = “{ $quote }”
citation-source = { $body }, { $title }, { $place }
citation-source-titled = { $title }, { $place }
citation-opening = lead-in
citation-part = Part { $number }
citation-section = , section { $number }
citation-line = { $name } ({ $period }): { $value }
citation-line-clause = { $period }: { $words }
citation-line-passage = { $name }: { $summary }
citation-named = { $name }: { $value }
citation-added = { $number } more

## The forms
citation-form-official = Official wording and source
citation-form-bilingual = Chinese and English
citation-form-line = One line
citation-form-figure = Figure only

## Pages
citation-title = Cite: { $name }
citation-how-to-copy = Tap a text to copy it
citation-how-title = Citing the report
citation-how-lead = The official wording with its source, both languages, one line, or the figure; a tap copies it
citation-how-command = /cite { $words }: cites one entry
citation-how-period = /cite { $words } { $period }: cites the figure of another period
citation-how-inline = In any chat, write the bot's @username and then { $words } to insert it there
citation-how-several = Several at once: the bot's @username, then text +{ $words }+ text; what is between two plus signs is replaced, and the sources stand at the end
citation-none = The report says nothing of “{ $name }” ({ $period })
citation-none-lead = What it does say
link-cite = Cite
command-cite = Cite words, figures and sources; a tap copies them

## Inserted in a chat
inline-cite-title = { $name } · { $form }
inline-several-official = Official wording, with sources
inline-several-line = Names and figures, with sources
inline-several-figure = Figures only
inline-several-unclear = { $form } (not found: { $words })
inline-too-long = The text would be too long; please cite less at once
citation-missing = 〔{ $words }: not found〕
citation-mark = [{ $number }]
citation-note = [{ $number }] { $source }
