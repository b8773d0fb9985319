# The words of the theme in English, the language that the others are translated from.
#
# A line is a word's name, "=", and what readers see. { $n } is a number, other names in braces are
# names, dates or links. A comment says where a word stands if that is not plain.
# How the file is read: https://projectfluent.org (Fluent). docs/languages.md says how to change a
# word, and how to add a language.

## What joins words

comma = ,
semicolon = ;
colon = :
open-quote = “
close-quote = ”
# A list of two, and the end of a longer list
and-then = { $first } and { $next }
# A list that is cut: the first names, then how many are left out
and-more-names = { $names } and { $n } more
# A name and a month, in headings and titles
name-month = { $name }: { $month }

## Dates

date-full = { $weekday } { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
month-year = { $month } { $year }
# The first day of a month (French "1er")
day-first = 1
year-bc = { $year } BC
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
# Heads of a calendar's columns
weekday-short-1 = Mo
weekday-short-2 = Tu
weekday-short-3 = We
weekday-short-4 = Th
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = Su
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
# The form after a day's number
month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December
season-21 = spring
season-22 = summer
season-23 = autumn
season-24 = winter
season-other = a part of

## How exact a date is

when-about = about { $date }
when-perhaps = perhaps { $date }
when-perhaps-about = perhaps about { $date }
when-day-in-month = some day in { $month }
when-day-in-year = some day in { $year }
when-month-of-year = some month of { $year }
when-decade = some year of the { $decade }0s
when-century = some year from { $century }00 to { $century }99
when-some-year = some year, { $year }
when-span = { $start } to { $end }
when-from-on = from { $start } on
when-from-unknown = from { $start }, end not known
when-until = until { $end }
when-until-unknown = until { $end }, start not known
when-unknown = date not known
when-unknown-alone = Date not known
when-or-before = { $date } or before
when-or-after = { $date } or after
when-since = since { $date }
when-clock = { $date }, { $time }
# The source's own words for a time
when-phrase = { $when }; in the source’s words, “{ $phrase }”
as-of = as of { $date }

## Counts

count-items = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
count-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
count-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
count-editions = { $n ->
    [one] { $n } edition
   *[other] { $n } editions
}
count-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
count-corrections = { $n ->
    [one] { $n } correction
   *[other] { $n } corrections
}
count-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
count-claims = { $n ->
    [one] { $n } claim
   *[other] { $n } claims
}
count-denials = { $n ->
    [one] { $n } denial
   *[other] { $n } denials
}
count-figures = { $n ->
    [one] { $n } figure
   *[other] { $n } figures
}
count-quotations = { $n ->
    [one] { $n } quotation
   *[other] { $n } quotations
}
# In "Each says so: 3 reports, 2 sources."
count-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
count-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
count-more-answers = { $n ->
    [one] { $n } more answer
   *[other] { $n } more answers
}
days-with-entries = { $n ->
    [one] { $n } day
   *[other] { $n } days
} with entries
items-by-day = { $n ->
    [one] { $n } item
   *[other] { $n } items
}, by day
topics-by-name = { $n } topics by name
size-kb = { $n } KB

## The frame of all pages

skip = Skip to the text
# Labels for screen readers
nav-site = Site
nav-about = About and archive
nav-languages = Languages
feed = Feed
menu-home = Latest
menu-topic = Topics
menu-place = Places
menu-actor = Groups
menu-person = People
menu-source = Sources
menu-event = Events
menu-claims = Claims
menu-losses = Losses
menu-timeline = Timeline
menu-briefings = Editions
menu-notes = Notes
menu-archive = Archive
menu-search = Search
# What the lines mean: a word on its line, and what it stands for
status-several = Several sources
key-several = that are independent of each other
status-one = One source
key-one = and nobody contradicts
status-disputed = Disputed
key-disputed = claimed and denied
status-not-known = Not known
key-not-known = or no answer
colophon = Magenta, signed “Desk”, is the voice of { $desk }. Everything else is the source’s or says whose it is. No scripts, no cookies, nothing loaded from elsewhere.
before = Before:
after = After:
# What the language calls itself
language-name = English
# A word that says in which language something is that has not been translated; the first is for a
# language without a word of its own, by its code
in-language = in { $language }
language-ar = in Arabic
language-en = in English
language-fr = in French
language-ru = in Russian
language-uk = in Ukrainian

## The page for what is not found, and for what has moved

not-found = Not found
not-here = This page is not here
not-here-why = The address may be mistyped. Pages of this site keep their addresses, so a page that was published can be found by its day or by a name in it.
where-to-look = Where to look
newest-label = Newest:
moved-title = Moved
moved = This page has moved
moved-link = It is here now

## Editions

edition-label = Edition:
edition-number = Edition { $number }
edition-own-page = This edition’s own page
nothing-yet = Nothing is published yet
day-page = The day’s page
taken-in = Reports taken in until { $time } on { $date }.
released-on = Released at { $time } on { $date }. Its words stay as they were.
since-release = Since then:
how-things-stand = How things stand
trend-deteriorated = deteriorated
trend-improved = improved
trend-unchanged = unchanged
alert-risk = risk to watch
alert-opportunity = opportunity to watch
added-up = Added up by the desk
outlook = Outlook
citing-edition = Pages that cite this edition
end-of-edition = End of the edition. You are up to date.
nav-editions = Editions
topics = Topics
since-this-edition = Since this edition
since-before = Since the edition before
since-edition-of = Since the edition of { $edition }
new-label = New:
no-denial = no denial
denied-label = Denied:
changed-label = Changed:
withdrawn-label = Withdrawn:
archive = Archive
newest-first = Newest first
about-briefings = All editions, newest first

## Days, months, years

events-of-day = Events of this day
events-of-day-why = What is dated to this day, whenever it was learned.
notes-of-day = Notes written this day
citing-day = Pages that cite this day
end-of-day = End of the day.
nav-days = Days
about-entry = { $name } in { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
about-day = { $n } reports of { $date }
about-by-day = { $n } reports of { $date }, by day
month = Month
by-day = By day
months = Months
year = Year
year-lead = The small numbers count our own items of a day, not what happened on it.
nav-years = Years
# A table's name for screen readers
table-of = { $name }, table

## Articles

summary = Summary
in-short = In short, in the desk’s words
nav-reports = Reports by date
figures = Figures
linked-from = Linked from this page
near-to-it = Near to it
named-by-desk = named by the desk
also-on = also on { $names }
elsewhere = Elsewhere
citing-this = Pages that cite this one
photo-not-loaded = Photograph not loaded, to save data.
photo-not-held = Photograph, not held here.
photo-shows = It shows:
photo-view = View
photo-open = View the photograph
photo-larger = Larger
photo-size-most = at most { $n } KB
source = Source
wire-label = wire:
report-at-source = The report at its source
archived-copy = archived copy
changed-on = Changed { $date }.
read-on = Read by the desk { $date }.
written-by = Written by { $desk }.
rights-excerpt = Summary and short quotations only. The full text is at its source.
rights-licensed = Printed under licence.
rights-licensed-as = Printed under licence: { $licence }.
rights-public-domain = In the public domain.
rights-licence = Licence: { $licence }.
# The same in feeds
feed-rights-excerpt = Summary and short quotations; the report is at its source

## The desk's notes

desk = Desk
withdrawn-title = This report was withdrawn
withdrawn-report = A report that was withdrawn
corrections = Corrections
corrections-lead = What was wrong here and was put right, newest first. What readers got is struck, not erased.
correction-kind-correction = Correction
correction-kind-clarification = Clarification
correction-kind-update = Update
correction-kind-refile = Refiled
correction-kind-withdrawal = Withdrawal
note-kind-context = context
note-kind-method = method
note-kind-caution = caution
note-kind-update = update
note-about = About this note
note-words = The words on this page are those of { $desk }, and not those of a source.
note-words-by = The words on this page are those of { $desk }, by { $author }, and not those of a source.
note-on-label = On:
note-on-what = On { $what }
note-on = Note on { $what }
note-from-desk = Note from the desk
note-whole = The whole note
citing-note = Pages that cite this note
notes-title = Notes from the desk
notes-lead = The desk’s own remarks, newest first. Each also stands beside what it is on.
about-notes = The desk's own remarks, newest first
back-to-text = Back to the text at note { $n }

## Topics, places, groups, people, sources, events

kind-topic = Topic
kind-place = Place
kind-actor = Group
kind-person = Person
kind-source = Source
kind-event = Event
unnamed-person = A person not named
nothing-on-file = The desk has nothing on file about this name yet. This page lists the reports that use it.
on-file = What the desk has on file
people-and-groups = People and groups
newest-on = newest { $date }
also-called = Also:
page-on = The page on { $name }
they-say = What they say, and what became of it
open-questions = Open questions
open-since = Open since { $date }
open-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
} at the newest report
day-by-day = Day by day
day-by-day-how = The line tells how sure we are. Where it begins and ends, and where it fades, tells how exactly the days are known.
timeline = Timeline
losses = Losses
older-figures = { $n ->
    [one] { $n } older figure
   *[other] { $n } older figures
} stand with their reports; { $all }.
all-losses = all losses by month
reports-by-day = Reports by day, newest first
part-of-what = Part of { $name }.
index = Index
nav-letters = Letters
about-index-topic = All topics, by name
about-index-place = All places, by name
about-index-actor = All actors, by name
about-index-person = All people, by name
about-index-source = All sources, by name
about-index-event = All events, by name
feeds = Feeds
feeds-how = Put one of these addresses into a feed reader to get each new report on this topic:

## Facts of the registry: a label, and words for what is known

fact-events = Events
fact-people = People
fact-claims-or-holds = Claims or holds
fact-not-independent-by = Named as not independent by
fact-side-in = A side in
fact-groups = Groups
fact-sides = Sides
fact-kind = Kind
fact-side = Side
fact-part-of = Part of
fact-parts = Parts
fact-active = Active
fact-role = Role
fact-country = Country
fact-language = Language
fact-not-independent-of = Not independent of
fact-address = Address
fact-when = When
fact-where = Where
fact-position = Position
fact-exactness = Exactness
fact-claimed-by = Claimed by
fact-held-by = Held by
position-kept = not printed, to protect people there
north = { $degrees }° N
south = { $degrees }° S
east = { $degrees }° E
west = { $degrees }° W
precision-place = the place itself
precision-near = near this position
precision-adm2 = somewhere in the district
precision-adm1 = somewhere in the province
precision-region = somewhere in the region
precision-country = somewhere in the country
precision-sea = at sea or in the air
# The eight kinds of actors of ACLED
actor-kind-state-forces = State forces
actor-kind-rebel-groups = Rebel groups
actor-kind-political-militias = Political militias
actor-kind-identity-militias = Identity militias
actor-kind-rioters = Rioters
actor-kind-protesters = Protesters
actor-kind-civilians = Civilians
actor-kind-external-other-forces = External/Other forces

## Maps

where = Where
where-it-is = Where it is
map-marks = A mark stands for who holds a place.
map-hatched = Hatched: more than one claims it.
map-rings = Dotted ring: somewhere near, within 25 km.
map-borders = Borders { $whose }; dashed where contested. Coast and borders: Natural Earth.
borders-un = close to the view of the United Nations
borders-de-facto = as held on the ground, in Natural Earth’s judgement
map-in-words = The map in words
# At a map's scale
unit-km = km
map-triangle = Triangle:
map-cross = Cross:
map-claimed-by = claimed by { $who }
map-held-by = held by { $who }
map-absent = not on the map: { $why }
absent-unplaced = no position on file
absent-wide = known no more exactly than that
absent-kept-back = position kept back, to protect people there
absent-outside = outside this map
absent-crowded = the map has the places named most
map-further = { $n ->
    [one] { $n } further place
   *[other] { $n } further places
}, named less often
map-alt-region = Map of the region of { $name }, without places.
map-alt-topic = { $n ->
    [one] Map: { $places }, a place named in reports on { $name }.
   *[other] Map: { $places }, places named in reports on { $name }.
}
map-alt-edition = Map: { $places }, named in the reports of this edition.
map-alt-place = Map: where { $name } lies.
map-alt-place-with = Map: where { $name } lies, with { $places } around it.

## Who says what

ledger = Ledger
claims-title = Claims
claims-lead = Each sentence with its speaker. A denial stands beside what it denies; where nobody answers, that is said.
about-claims = Who says what, and who denies it, by topic
no-topic = Without a topic
more-claims-in-data = { $n ->
    [one] { $n } more claim
   *[other] { $n } more claims
}: they stand with their reports, and in { $file }.
as-data = As data:
who-says-what = Who says what
verb-says = says
verb-denies = denies
verb-confirms = confirms
verb-concedes = concedes
verb-retracts = retracts
verb-reports = reports
# An answer to a claim; the words of the answer follow
reply-says = { $who } says it:
reply-denies = { $who } denies it:
reply-confirms = { $who } confirms it:
reply-concedes = { $who } concedes it:
reply-retracts = { $who } retracts it:
reply-reports = { $who } reports it:
# How it was said: at the start of a sentence, or after a comma
said-unnamed = Speaker not named
said-in = In { $place }
said-in-after = in { $place }
said-implied = By implication
said-implied-after = by implication
said-about = About: { $event }.
report = Report
in-text = In the text
besides = Besides
no-answer = No answer in the reports the desk has
no-answer-from = No answer from { $who } in the reports the desk has.
accounts-differ = Accounts that differ
in-what = In { $what }
whose-word-claims = Whose word this rests on: { $n ->
    [one] { $n } claim
   *[other] { $n } claims
}
voices-more = and { $n } more
reports-from = { $reports } from { $sources }.
count-independent = { $n ->
    [one] { $n } independent source
   *[other] { $n } independent sources
}
says-nothing = Says nothing in the reports the desk has
more-with-reports = { $n } more stand with their reports; { $all }.
all-claims = all claims by month
no-named-source = No named source
status-independent = { $n } independent sources
judged-corroborated = Corroborated by the desk
judged-confirmed = Confirmed by the desk
judged-discounted = Discounted by the desk
judged-withdrawn = Withdrawn by the desk
event-set-aside = Set aside by the desk
event-upheld = Upheld by the desk
event-no-report = No report in the file
# Why several reports count as one source
why-wire = { $outlets } carry the wire of { $wire }: one source.
why-affiliated = { $outlets } are not independent of each other: one source.
why-one-outlet = { $outlets } has several reports: one source.
why-tied = { $outlets } are tied by a wire or an affiliation: one source.
why-desk = What the desk writes itself rests on the others: no source of its own.

## Losses

losses-title = Losses
losses-lead = Every figure with who says it, of whom, and over which days. Nothing here is added up by a machine.
about-losses = Who counts whose losses, and over which days
metric-killed = killed
metric-injured = injured
metric-missing = missing
metric-captured = captured
metric-displaced = displaced
metric-title-killed = Killed
metric-title-injured = Injured
metric-title-missing = Missing
metric-title-captured = Captured
metric-title-displaced = Displaced
number-about = about { $n }
number-least = { $n }+
number-between = { $low }–{ $high }
number-dozens = dozens
number-hundreds = hundreds
number-words = no figure
number-unknown = not known
number-none = none
side-both = both sides
side-civilians = civilians
direction-own = own losses
direction-enemy = enemy losses
direction-own-and-enemy = own and enemy losses
direction-third-party = third party
figures-caption = { $metric }, as given by whoever is named. Sides and periods differ, so the rows must not be added.
bars-run = Bars run from 0 to { $n }.
of-whom-says-whom = Of whom, says whom
of-whom-which-days = Of whom, over which days
number = Number
says-who = Says { $who }
unattributed = Unattributed
speaker-not-named = speaker not named
no-event = Of no event on file
rows-do-not-add = Rows do not add up: sides and periods differ, and one death may stand in several.
bars = Bars:
scale = { $metric } from 0 to { $n }
losses-table = Losses, { $name }, table
other-figures = other figures
also-in = also { $date }
no-word = no word
range-same = all say { $n }
range-same-about = all say about { $n }
range-between = { $low } to { $high }
range-between-about = about { $low } to { $high }
range-open = from { $low }, the top open
range-open-about = from about { $low }, the top open
desk-sum = Desk, sum
sum-from = { $totals }, added up by the desk from { $parts }.
# One total: { $number } is one of the four below, { $metric } what is counted
sum-total = { $number } { $metric }
sum-total-about = about { $number } { $metric }
sum-between = { $low } to { $high }
sum-or-more = { $n } or more

## Timeline

timeline-title = Timeline
timeline-lead = Events by the earliest day on which they may have begun. The strip below each shows the days of the month on which it may have happened: solid where it lasted, hollow where it was one of these days, broken where an end is not known exactly.
about-timeline = Events in the order in which they may have happened
begun-earlier = Begun earlier
perhaps-in-month = Perhaps in this month
older-events = { $n ->
    [one] { $n } older event
   *[other] { $n } older events
} may reach into this month; they stand with the month in which they may have begun.
no-day-known = No day known

## The search page

search-label = Words in headlines, summaries, marked sentences and names
search-found = Found:
search-none = Nothing found. Try the first letters of a name, or an index below.
search-failed = A part of the index could not be loaded. The indexes below work without it.
search-more = More
search-indexes = Indexes

## Editions as plain text and e-mail

# In brackets, before the number of a footnote
text-note = note
# Marks of plain text around words that were struck out
struck-out = struck out
of-whom = Of whom
says-whom = Says whom
figures-as-given = Figures as given by whoever is named. Rows must not be added.
text-more-claims = { $n ->
    [one] { $n } more claim stands with the report.
   *[other] { $n } more claims stand with the report.
}
text-sum = { $totals }, added up by the desk.
text-on-web = This edition on the web:
mail-read = Read it on the web
mail-text-long = The text is longer than an e-mail can be.
mail-all-on-web = All of it is on the web.
mail-more = { $n ->
    [one] { $n } more item would make this e-mail too long.
   *[other] { $n } more items would make this e-mail too long.
}
mail-whole = The whole edition is on the web.
mail-voice = Magenta, signed “Desk”, is the voice of { $desk }. Everything else is the source’s or says whose it is.
mail-privacy = Nothing in this e-mail is loaded from elsewhere, and nothing tells whether you read it.
mail-as-text = The same as plain text
