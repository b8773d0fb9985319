# The words of the theme in Ukrainian. en.ftl says where each stands.
# What somebody does is said by a noun after a dash: it fits a speaker of either gender and number.

## What joins words

comma = ,
semicolon = ;
colon = :
open-quote = «
close-quote = »
and-then = { $first } і { $next }
and-more-names = { $names } і ще { $n }
name-month = { $name }: { $month }

## Dates

date-full = { $weekday }, { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
month-year = { $month } { $year }
day-first = 1
year-bc = { $year } до н. е.
weekday-1 = понеділок
weekday-2 = вівторок
weekday-3 = середа
weekday-4 = четвер
weekday-5 = п’ятниця
weekday-6 = субота
weekday-7 = неділя
weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = нд
month-1 = січень
month-2 = лютий
month-3 = березень
month-4 = квітень
month-5 = травень
month-6 = червень
month-7 = липень
month-8 = серпень
month-9 = вересень
month-10 = жовтень
month-11 = листопад
month-12 = грудень
month-of-1 = січня
month-of-2 = лютого
month-of-3 = березня
month-of-4 = квітня
month-of-5 = травня
month-of-6 = червня
month-of-7 = липня
month-of-8 = серпня
month-of-9 = вересня
month-of-10 = жовтня
month-of-11 = листопада
month-of-12 = грудня
season-21 = весна
season-22 = літо
season-23 = осінь
season-24 = зима
season-other = частина року

## How exact a date is

when-about = близько: { $date }
when-perhaps = можливо, { $date }
when-perhaps-about = можливо, близько: { $date }
when-day-in-month = один із днів: { $month }
when-day-in-year = один із днів { $year } року
when-month-of-year = один із місяців { $year } року
when-decade = один із років від { $decade }0 до { $decade }9
when-century = один із років від { $century }00 до { $century }99
when-some-year = один із років, { $year }
when-span = { $start } – { $end }
when-from-on = починаючи з: { $start }
when-from-unknown = початок: { $start }, кінець невідомий
when-until = не пізніше: { $end }
when-until-unknown = не пізніше: { $end }, початок невідомий
when-unknown = дата невідома
when-unknown-alone = Дата невідома
when-or-before = { $date } або раніше
when-or-after = { $date } або пізніше
when-since = початок: { $date }
when-clock = { $date }, { $time }
when-phrase = { $when }; словами джерела: «{ $phrase }»
as-of = станом на: { $date }

## Counts

count-items = { $n ->
    [one] { $n } матеріал
    [few] { $n } матеріали
   *[many] { $n } матеріалів
}
count-minutes = { $n ->
    [one] { $n } хвилина
    [few] { $n } хвилини
   *[many] { $n } хвилин
}
count-entries = { $n ->
    [one] { $n } стаття
    [few] { $n } статті
   *[many] { $n } статей
}
count-editions = { $n ->
    [one] { $n } випуск
    [few] { $n } випуски
   *[many] { $n } випусків
}
count-notes = { $n ->
    [one] { $n } нотатка
    [few] { $n } нотатки
   *[many] { $n } нотаток
}
count-corrections = { $n ->
    [one] { $n } виправлення
    [few] { $n } виправлення
   *[many] { $n } виправлень
}
count-events = { $n ->
    [one] { $n } подія
    [few] { $n } події
   *[many] { $n } подій
}
count-claims = { $n ->
    [one] { $n } заява
    [few] { $n } заяви
   *[many] { $n } заяв
}
count-denials = { $n ->
    [one] { $n } спростування
    [few] { $n } спростування
   *[many] { $n } спростувань
}
count-figures = { $n ->
    [one] { $n } число
    [few] { $n } числа
   *[many] { $n } чисел
}
count-quotations = { $n ->
    [one] { $n } цитата
    [few] { $n } цитати
   *[many] { $n } цитат
}
count-reports = { $n ->
    [one] { $n } повідомлення
    [few] { $n } повідомлення
   *[many] { $n } повідомлень
}
count-sources = { $n ->
    [one] { $n } джерело
    [few] { $n } джерела
   *[many] { $n } джерел
}
count-more-answers = { $n ->
    [one] { $n } інша відповідь
    [few] { $n } інші відповіді
   *[many] { $n } інших відповідей
}
days-with-entries = { $n ->
    [one] { $n } день із матеріалами
    [few] { $n } дні з матеріалами
   *[many] { $n } днів із матеріалами
}
items-by-day = { $n ->
    [one] { $n } матеріал
    [few] { $n } матеріали
   *[many] { $n } матеріалів
}, за днями
topics-by-name = { $n ->
    [one] { $n } тема
    [few] { $n } теми
   *[many] { $n } тем
} за назвами
size-kb = { $n } КБ

## The frame of all pages

skip = До тексту
nav-site = Сайт
nav-about = Про сайт і архів
nav-languages = Мови
feed = Стрічка
menu-home = Останній випуск
menu-topic = Теми
menu-place = Місця
menu-actor = Групи
menu-person = Люди
menu-source = Джерела
menu-event = Події
menu-claims = Заяви
menu-losses = Втрати
menu-timeline = Хронологія
menu-briefings = Випуски
menu-notes = Нотатки
menu-archive = Архів
menu-search = Пошук
status-several = Кілька джерел
key-several = незалежних одне від одного
status-one = Одне джерело
key-one = і ніхто не заперечує
status-disputed = Оспорюється
key-disputed = заявлено і спростовано
status-not-known = Невідомо
key-not-known = або немає відповіді
colophon = Пурпуровий колір із підписом «Редакція» – голос: { $desk }. Усе інше належить джерелу або сказано, кому. Ні скриптів, ні cookie, нічого не завантажується ззовні.
before = Раніше:
after = Пізніше:
language-name = Українська
in-language = { $language }
language-ar = арабською
language-en = англійською
language-fr = французькою
language-ru = російською
language-uk = українською

## The page for what is not found, and for what has moved

not-found = Не знайдено
not-here = Цієї сторінки тут немає
not-here-why = Можливо, в адресі описка. Сторінки цього сайту не змінюють адрес: опубліковане можна знайти за днем або за іменем, яке в ньому є.
where-to-look = Де шукати
newest-label = Найновіше:
moved-title = Перенесено
moved = Цю сторінку перенесено
moved-link = Тепер вона тут

## Editions

edition-label = Випуск:
edition-number = Випуск { $number }
edition-own-page = Сторінка цього випуску
nothing-yet = Ще нічого не опубліковано
day-page = Сторінка дня
taken-in = Повідомлення враховано до { $time }, { $date }.
released-on = Вийшов о { $time }, { $date }. Його текст лишається таким, яким був.
since-release = Відтоді:
how-things-stand = Який стан справ
trend-deteriorated = погіршення
trend-improved = поліпшення
trend-unchanged = без змін
alert-risk = ризик, за яким стежити
alert-opportunity = можливість, за якою стежити
added-up = Додано редакцією
outlook = Чого чекати
citing-edition = Сторінки, що посилаються на цей випуск
end-of-edition = Кінець випуску. Ви знаєте все нове.
nav-editions = Випуски
topics = Теми
since-this-edition = Після цього випуску
since-before = Після попереднього випуску
since-edition-of = Після випуску: { $edition }
new-label = Нове:
no-denial = спростувань немає
denied-label = Спростовано:
changed-label = Змінено:
withdrawn-label = Відкликано:
archive = Архів
newest-first = Спочатку нові
about-briefings = Усі випуски, спочатку нові

## Days, months, years

events-of-day = Події цього дня
events-of-day-why = Те, що стосується цього дня, хоч би коли про це дізналися.
notes-of-day = Нотатки, написані цього дня
citing-day = Сторінки, що посилаються на цей день
end-of-day = Кінець дня.
nav-days = Дні
about-entry = { $name }: { $n ->
    [one] { $n } повідомлення
    [few] { $n } повідомлення
   *[many] { $n } повідомлень
}
about-day = { $date }: { $n ->
    [one] { $n } повідомлення
    [few] { $n } повідомлення
   *[many] { $n } повідомлень
}
about-by-day = { $date }: { $n ->
    [one] { $n } повідомлення
    [few] { $n } повідомлення
   *[many] { $n } повідомлень
}, за днями
month = Місяць
by-day = За днями
months = Місяці
year = Рік
year-lead = Малі числа – кількість наших матеріалів за день, а не того, що цього дня сталося.
nav-years = Роки
table-of = { $name }, таблиця

## Articles

summary = Стисло
in-short = Коротко, словами редакції
nav-reports = Повідомлення за датами
figures = Числа
linked-from = Посилання з цієї сторінки
near-to-it = Близьке
named-by-desk = вказано редакцією
also-on = теж на тему: { $names }
elsewhere = В інших місцях
citing-this = Сторінки, що посилаються на цю
photo-not-loaded = Фотографію не завантажено, щоб заощадити трафік.
photo-not-held = Фотографія тут не зберігається.
photo-shows = На ній:
photo-view = Переглянути
photo-open = Показати фотографію
photo-larger = Більша
photo-size-most = не більше { $n } КБ
source = Джерело
wire-label = агентство:
report-at-source = Повідомлення у джерела
archived-copy = архівна копія
changed-on = Змінено: { $date }.
read-on = Прочитано редакцією: { $date }.
written-by = Автор: { $desk }.
rights-excerpt = Лише виклад і короткі цитати. Повний текст – у джерела.
rights-licensed = Друкується за ліцензією.
rights-licensed-as = Друкується за ліцензією: { $licence }.
rights-public-domain = Суспільне надбання.
rights-licence = Ліцензія: { $licence }.
feed-rights-excerpt = Виклад і короткі цитати; повідомлення – у джерела

## The desk's notes

desk = Редакція
withdrawn-title = Це повідомлення відкликано
withdrawn-report = Відкликане повідомлення
corrections = Виправлення
corrections-lead = Що тут було неправильно й виправлено, спочатку нове. Те, що отримали читачі, закреслено, а не стерто.
correction-kind-correction = Виправлення
correction-kind-clarification = Уточнення
correction-kind-update = Оновлення
correction-kind-refile = Нова редакція
correction-kind-withdrawal = Відкликання
note-kind-context = контекст
note-kind-method = метод
note-kind-caution = обережно
note-kind-update = доповнення
note-about = Про цю нотатку
note-words = Слова на цій сторінці – слова редакції ({ $desk }), а не джерела.
note-words-by = Слова на цій сторінці – слова редакції ({ $desk }; { $author }), а не джерела.
note-on-label = Про що:
note-on-what = Про що: { $what }
note-on = Нотатка: { $what }
note-from-desk = Нотатка редакції
note-whole = Уся нотатка
citing-note = Сторінки, що посилаються на цю нотатку
notes-title = Нотатки редакції
notes-lead = Власні зауваги редакції, спочатку нові. Кожна стоїть і поруч із тим, про що вона.
about-notes = Власні зауваги редакції, спочатку нові
back-to-text = Назад до тексту, примітка { $n }

## Topics, places, groups, people, sources, events

kind-topic = Тема
kind-place = Місце
kind-actor = Група
kind-person = Людина
kind-source = Джерело
kind-event = Подія
unnamed-person = Неназвана людина
nothing-on-file = Редакція ще не має відомостей про це ім’я. На цій сторінці – повідомлення, у яких воно трапляється.
on-file = Що має редакція
people-and-groups = Люди й групи
newest-on = останнє: { $date }
also-called = Також:
page-on = Сторінка: { $name }
they-say = Що сказано і що з цього стало
open-questions = Відкриті питання
open-since = Відкрито: { $date }
open-days = { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[many] { $n } днів
} на час останнього повідомлення
day-by-day = День за днем
day-by-day-how = Лінія показує, наскільки ми впевнені. Де вона починається, закінчується і блідне, видно, наскільки точно відомі дні.
timeline = Хронологія
losses = Втрати
older-figures = { $n ->
    [one] { $n } давніше число стоїть при своєму повідомленні
    [few] { $n } давніші числа стоять при своїх повідомленнях
   *[many] { $n } давніших чисел стоять при своїх повідомленнях
}; { $all }.
all-losses = усі втрати за місяцями
reports-by-day = Повідомлення за днями, спочатку нові
part-of-what = Входить до: { $name }.
index = Покажчик
nav-letters = Літери
about-index-topic = Усі теми за назвами
about-index-place = Усі місця за назвами
about-index-actor = Усі групи за назвами
about-index-person = Усі люди за іменами
about-index-source = Усі джерела за назвами
about-index-event = Усі події за назвами
feeds = Стрічки
feeds-how = Додайте одну з цих адрес до програми для читання стрічок, щоб отримувати кожне нове повідомлення на цю тему:

## Facts of the registry: a label, and words for what is known

fact-events = Події
fact-people = Люди
fact-claims-or-holds = Претендує або утримує
fact-not-independent-by = Названо не незалежним у
fact-side-in = Сторона в темі
fact-groups = Групи
fact-sides = Сторони
fact-kind = Вид
fact-side = Сторона
fact-part-of = Входить до
fact-parts = Частини
fact-active = Час дії
fact-role = Посада
fact-country = Країна
fact-language = Мова
fact-not-independent-of = Не незалежне від
fact-address = Адреса
fact-when = Коли
fact-where = Де
fact-position = Координати
fact-exactness = Точність
fact-claimed-by = Хто претендує
fact-held-by = Хто утримує
position-kept = не друкуються, щоб захистити людей на місці
north = { $degrees }° пн. ш.
south = { $degrees }° пд. ш.
east = { $degrees }° сх. д.
west = { $degrees }° зх. д.
precision-place = саме місце
precision-near = поблизу цієї точки
precision-adm2 = десь у районі
precision-adm1 = десь у провінції
precision-region = десь у регіоні
precision-country = десь у країні
precision-sea = у морі або в повітрі
actor-kind-state-forces = Державні сили
actor-kind-rebel-groups = Повстанські групи
actor-kind-political-militias = Політичні ополчення
actor-kind-identity-militias = Ополчення громад
actor-kind-rioters = Учасники заворушень
actor-kind-protesters = Протестувальники
actor-kind-civilians = Цивільні особи
actor-kind-external-other-forces = Зовнішні та інші сили

## Maps

where = Де
where-it-is = Де це
map-marks = Знак показує, хто утримує місце.
map-hatched = Штрихування: претендує більш ніж одна сторона.
map-rings = Кільце з крапок: десь поруч, у межах 25 км.
map-borders = Кордони { $whose }; пунктир – там, де їх оспорюють. Береги і кордони: Natural Earth.
borders-un = близькі до погляду ООН
borders-de-facto = як на місцевості, за оцінкою Natural Earth
map-in-words = Мапа словами
unit-km = км
map-triangle = Трикутник:
map-cross = Хрест:
map-claimed-by = претендує: { $who }
map-held-by = утримує: { $who }
map-absent = немає на мапі: { $why }
absent-unplaced = координати невідомі
absent-wide = точніше невідомо
absent-kept-back = координати не подано, щоб захистити людей на місці
absent-outside = поза межами цієї мапи
absent-crowded = на мапі – місця, названі найчастіше
map-further = { $n ->
    [one] { $n } інше місце
    [few] { $n } інші місця
   *[many] { $n } інших місць
}, згадані рідше
map-alt-region = Мапа району «{ $name }», без місць.
map-alt-topic = { $n ->
    [one] Мапа: { $places } – з повідомлень на тему «{ $name }».
   *[other] Мапа: { $places } – з повідомлень на тему «{ $name }».
}
map-alt-edition = Карта: { $places } — місця з повідомлень цього випуску.
map-alt-place = Мапа: де розташовано { $name }.
map-alt-place-with = Мапа: де розташовано { $name }; поруч { $places }.

## Who says what

ledger = Реєстр
claims-title = Заяви
claims-lead = Кожна фраза – з тим, хто її сказав. Спростування стоїть поруч із тим, що воно спростовує; де ніхто не відповідає, це сказано.
about-claims = Хто що каже і хто це спростовує, за темами
no-topic = Без теми
more-claims-in-data = { $n ->
    [one] { $n } інша заява
    [few] { $n } інші заяви
   *[many] { $n } інших заяв
} – при своїх повідомленнях і в { $file }.
as-data = Дані:
who-says-what = Хто що каже
verb-says = – заява
verb-denies = – спростування
verb-confirms = – підтвердження
verb-concedes = – визнання
verb-retracts = – відмова від своїх слів
verb-reports = – повідомлення
reply-says = { $who } – заява:
reply-denies = { $who } – спростування:
reply-confirms = { $who } – підтвердження:
reply-concedes = { $who } – визнання:
reply-retracts = { $who } – відмова від своїх слів:
reply-reports = { $who } – повідомлення:
said-unnamed = Мовця не названо
said-in = Місце: { $place }
said-in-after = місце: { $place }
said-implied = Мається на увазі
said-implied-after = мається на увазі
said-about = Про що: { $event }.
report = Повідомлення
in-text = У тексті
besides = Крім того
no-answer = У повідомленнях, які має редакція, відповіді немає
no-answer-from = У повідомленнях, які має редакція, немає відповіді: { $who }.
accounts-differ = Розповіді розходяться
in-what = Повідомлення: { $what }
whose-word-claims = На чиїх словах це тримається: { $n ->
    [one] { $n } заява
    [few] { $n } заяви
   *[many] { $n } заяв
}
voices-more = і ще { $n }
reports-from = { $reports } з { $sources }.
count-independent = { $n ->
    [one] { $n } незалежного джерела
   *[other] { $n } незалежних джерел
}
says-nothing = У повідомленнях, які має редакція, нічого не каже
more-with-reports = Ще { $n ->
    [one] { $n } заява
    [few] { $n } заяви
   *[many] { $n } заяв
} – при своїх повідомленнях; { $all }.
all-claims = усі заяви за місяцями
no-named-source = Джерело не назване
status-independent = { $n ->
    [one] { $n } незалежне джерело
    [few] { $n } незалежні джерела
   *[many] { $n } незалежних джерел
}
judged-corroborated = Підкріплено редакцією
judged-confirmed = Підтверджено редакцією
judged-discounted = Відхилено редакцією
judged-withdrawn = Відкликано редакцією
event-set-aside = Відхилено редакцією
event-upheld = Визнано редакцією
event-no-report = Повідомлень немає
why-wire = { $outlets } – за стрічкою агентства { $wire }: одне джерело.
why-affiliated = { $outlets } – не незалежні одне від одного: одне джерело.
why-one-outlet = { $outlets } – кілька повідомлень: одне джерело.
why-tied = { $outlets } – пов’язані агентством або належністю: одне джерело.
why-desk = Те, що редакція пише сама, спирається на решту: це не окреме джерело.

## Losses

losses-title = Втрати
losses-lead = Кожне число – з тим, хто його називає, про кого і за які дні. Тут нічого не додає машина.
about-losses = Хто рахує чиї втрати і за які дні
metric-killed = убиті
metric-injured = поранені
metric-missing = зниклі безвісти
metric-captured = полонені
metric-displaced = переміщені
metric-title-killed = Убиті
metric-title-injured = Поранені
metric-title-missing = Зниклі безвісти
metric-title-captured = Полонені
metric-title-displaced = Переміщені
number-about = близько { $n }
number-least = { $n } і більше
number-between = { $low }–{ $high }
number-dozens = десятки
number-hundreds = сотні
number-words = числа не названо
number-unknown = невідомо
number-none = немає
side-both = обидві сторони
side-civilians = цивільні особи
direction-own = власні втрати
direction-enemy = втрати противника
direction-own-and-enemy = власні втрати і втрати противника
direction-third-party = третя сторона
figures-caption = { $metric } – за словами тих, кого названо. Сторони і терміни різні, тому рядки не можна додавати.
bars-run = Смуги – від 0 до { $n }.
of-whom-says-whom = Про кого, за чиїми словами
of-whom-which-days = Про кого, за які дні
number = Число
says-who = За словами: { $who }
unattributed = Без зазначення, хто сказав
speaker-not-named = мовця не названо
no-event = Не стосується відомої події
rows-do-not-add = Рядки не додаються: сторони і терміни різні, і одна смерть може стояти в кількох.
bars = Смуги:
scale = { $metric } – від 0 до { $n }
losses-table = Втрати, { $name }, таблиця
other-figures = інші числа
also-in = також { $date }
no-word = нічого
range-same = усі називають { $n }
range-same-about = усі називають близько { $n }
range-between = від { $low } до { $high }
range-between-about = приблизно від { $low } до { $high }
range-open = від { $low }, верхньої межі немає
range-open-about = приблизно від { $low }, верхньої межі немає
desk-sum = Редакція, сума
sum-from = { $totals } – додано редакцією з { $parts }.
sum-total = { $metric }: { $number }
sum-total-about = { $metric }: близько { $number }
sum-between = від { $low } до { $high }
sum-or-more = { $n } або більше

## Timeline

timeline-title = Хронологія
timeline-lead = Події за найранішим днем, коли вони могли початися. Смуга під кожною показує дні місяця, коли вона могла статися: суцільна – тривала, порожня – в один із цих днів, перервана – межа точно не відома.
about-timeline = Події в тому порядку, у якому вони могли статися
begun-earlier = Почалося раніше
perhaps-in-month = Можливо, цього місяця
older-events = { $n ->
    [one] { $n } давніша подія може заходити в цей місяць; вона стоїть при місяці, коли могла початися.
    [few] { $n } давніші події можуть заходити в цей місяць; вони стоять при місяці, коли могли початися.
   *[many] { $n } давніших подій можуть заходити в цей місяць; вони стоять при місяці, коли могли початися.
}
no-day-known = День невідомий

## The search page

search-label = Слова із заголовків, анотацій, позначених фраз та імен
search-found = Знайдено:
search-none = Нічого не знайдено. Спробуйте перші літери імені або покажчик нижче.
search-failed = Частину покажчика не вдалося завантажити. Покажчики нижче працюють і без неї.
search-more = Ще
search-indexes = Покажчики

## Випуски текстом і листом

text-note = примітка
struck-out = закреслено
of-whom = Про кого
says-whom = За чиїми словами
figures-as-given = Цифри навели ті, кого названо. Рядки не можна додавати.
text-more-claims = { $n ->
    [one] Ще { $n } заява стоїть при повідомленні.
    [few] Ще { $n } заяви стоять при повідомленні.
   *[many] Ще { $n } заяв стоять при повідомленні.
}
text-sum = { $totals }, додано редакцією.
text-on-web = Цей випуск у мережі:
mail-read = Читати в мережі
mail-text-long = Текст довший, ніж може бути лист.
mail-all-on-web = Увесь він є в мережі.
mail-more = { $n ->
    [one] Ще { $n } матеріал зробив би лист надто довгим.
    [few] Ще { $n } матеріали зробили б лист надто довгим.
   *[many] Ще { $n } матеріалів зробили б лист надто довгим.
}
mail-whole = Увесь випуск є в мережі.
mail-voice = Пурпуровий колір із підписом «Редакція» – голос: { $desk }. Усе інше належить джерелу або сказано, кому.
mail-privacy = Ніщо в цьому листі не завантажується ззовні, і ніщо не повідомляє, чи ви його прочитали.
mail-as-text = Те саме простим текстом
