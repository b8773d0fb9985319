# The words of the theme in Russian. en.ftl says where each stands.
# What somebody does is said by a noun after a dash: it fits a speaker of either gender and number.

## What joins words

comma = ,
semicolon = ;
colon = :
open-quote = «
close-quote = »
and-then = { $first } и { $next }
and-more-names = { $names } и ещё { $n }
name-month = { $name }: { $month }

## Dates

date-full = { $weekday }, { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
month-year = { $month } { $year }
day-first = 1
year-bc = { $year } до н. э.
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = вс
month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
month-of-1 = января
month-of-2 = февраля
month-of-3 = марта
month-of-4 = апреля
month-of-5 = мая
month-of-6 = июня
month-of-7 = июля
month-of-8 = августа
month-of-9 = сентября
month-of-10 = октября
month-of-11 = ноября
month-of-12 = декабря
season-21 = весна
season-22 = лето
season-23 = осень
season-24 = зима
season-other = часть года

## How exact a date is

when-about = около: { $date }
when-perhaps = возможно, { $date }
when-perhaps-about = возможно, около: { $date }
when-day-in-month = один из дней: { $month }
when-day-in-year = один из дней { $year } года
when-month-of-year = один из месяцев { $year } года
when-decade = один из годов с { $decade }0 по { $decade }9
when-century = один из годов с { $century }00 по { $century }99
when-some-year = один из годов, { $year }
when-span = { $start } – { $end }
when-from-on = начиная с: { $start }
when-from-unknown = начало: { $start }, конец неизвестен
when-until = не позднее: { $end }
when-until-unknown = не позднее: { $end }, начало неизвестно
when-unknown = дата неизвестна
when-unknown-alone = Дата неизвестна
when-or-before = { $date } или раньше
when-or-after = { $date } или позже
when-since = начало: { $date }
when-clock = { $date }, { $time }
when-phrase = { $when }; словами источника: «{ $phrase }»
as-of = по состоянию на: { $date }

## Counts

count-items = { $n ->
    [one] { $n } материал
    [few] { $n } материала
   *[many] { $n } материалов
}
count-minutes = { $n ->
    [one] { $n } минута
    [few] { $n } минуты
   *[many] { $n } минут
}
count-entries = { $n ->
    [one] { $n } статья
    [few] { $n } статьи
   *[many] { $n } статей
}
count-editions = { $n ->
    [one] { $n } выпуск
    [few] { $n } выпуска
   *[many] { $n } выпусков
}
count-notes = { $n ->
    [one] { $n } заметка
    [few] { $n } заметки
   *[many] { $n } заметок
}
count-corrections = { $n ->
    [one] { $n } исправление
    [few] { $n } исправления
   *[many] { $n } исправлений
}
count-events = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
}
count-claims = { $n ->
    [one] { $n } заявление
    [few] { $n } заявления
   *[many] { $n } заявлений
}
count-denials = { $n ->
    [one] { $n } опровержение
    [few] { $n } опровержения
   *[many] { $n } опровержений
}
count-figures = { $n ->
    [one] { $n } число
    [few] { $n } числа
   *[many] { $n } чисел
}
count-quotations = { $n ->
    [one] { $n } цитата
    [few] { $n } цитаты
   *[many] { $n } цитат
}
count-reports = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
count-sources = { $n ->
    [one] { $n } источник
    [few] { $n } источника
   *[many] { $n } источников
}
count-more-answers = { $n ->
    [one] { $n } другой ответ
    [few] { $n } других ответа
   *[many] { $n } других ответов
}
days-with-entries = { $n ->
    [one] { $n } день с материалами
    [few] { $n } дня с материалами
   *[many] { $n } дней с материалами
}
items-by-day = { $n ->
    [one] { $n } материал
    [few] { $n } материала
   *[many] { $n } материалов
}, по дням
topics-by-name = { $n ->
    [one] { $n } тема
    [few] { $n } темы
   *[many] { $n } тем
} по названиям
size-kb = { $n } КБ

## The frame of all pages

skip = К тексту
nav-site = Сайт
nav-about = О сайте и архив
nav-languages = Языки
feed = Лента
menu-home = Последний выпуск
menu-topic = Темы
menu-place = Места
menu-actor = Группы
menu-person = Люди
menu-source = Источники
menu-event = События
menu-claims = Заявления
menu-losses = Потери
menu-timeline = Хронология
menu-briefings = Выпуски
menu-notes = Заметки
menu-archive = Архив
menu-search = Поиск
status-several = Несколько источников
key-several = независимых друг от друга
status-one = Один источник
key-one = и никто не возражает
status-disputed = Оспаривается
key-disputed = заявлено и опровергнуто
status-not-known = Неизвестно
key-not-known = или нет ответа
colophon = Пурпурный цвет с подписью «Редакция» – голос: { $desk }. Всё остальное принадлежит источнику или сказано, кому. Ни скриптов, ни cookie, ничего не загружается со стороны.
before = Раньше:
after = Позже:
language-name = Русский
in-language = { $language }
language-ar = на арабском
language-en = на английском
language-fr = на французском
language-ru = на русском
language-uk = на украинском

## The page for what is not found, and for what has moved

not-found = Не найдено
not-here = Этой страницы здесь нет
not-here-why = Возможно, в адресе опечатка. Страницы этого сайта не меняют адресов: опубликованное можно найти по дню или по имени, которое в нём есть.
where-to-look = Где искать
newest-label = Новейшее:
moved-title = Перенесено
moved = Эта страница перенесена
moved-link = Теперь она здесь

## Editions

edition-label = Выпуск:
edition-number = Выпуск { $number }
edition-own-page = Страница этого выпуска
nothing-yet = Пока ничего не опубликовано
day-page = Страница дня
taken-in = Сообщения учтены до { $time }, { $date }.
released-on = Вышел в { $time }, { $date }. Его текст остаётся прежним.
since-release = С тех пор:
how-things-stand = Как обстоят дела
trend-deteriorated = ухудшение
trend-improved = улучшение
trend-unchanged = без изменений
alert-risk = риск, за которым следить
alert-opportunity = возможность, за которой следить
added-up = Сложено редакцией
outlook = Чего ждать
citing-edition = Страницы, которые ссылаются на этот выпуск
end-of-edition = Конец выпуска. Вы в курсе всего.
nav-editions = Выпуски
topics = Темы
since-this-edition = После этого выпуска
since-before = После предыдущего выпуска
since-edition-of = После выпуска: { $edition }
new-label = Новое:
no-denial = опровержений нет
denied-label = Опровергнуто:
changed-label = Изменено:
withdrawn-label = Отозвано:
archive = Архив
newest-first = Сначала новые
about-briefings = Все выпуски, сначала новые

## Days, months, years

events-of-day = События этого дня
events-of-day-why = То, что относится к этому дню, когда бы о нём ни узнали.
notes-of-day = Заметки, написанные в этот день
citing-day = Страницы, которые ссылаются на этот день
end-of-day = Конец дня.
nav-days = Дни
about-entry = { $name }: { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
about-day = { $date }: { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
about-by-day = { $date }: { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}, по дням
month = Месяц
by-day = По дням
months = Месяцы
year = Год
year-lead = Маленькие числа – количество наших материалов за день, а не того, что в этот день произошло.
nav-years = Годы
table-of = { $name }, таблица

## Articles

summary = Кратко
in-short = Коротко, словами редакции
nav-reports = Сообщения по датам
figures = Числа
linked-from = Ссылки с этой страницы
near-to-it = Близкое
named-by-desk = указано редакцией
also-on = тоже на тему: { $names }
elsewhere = В других местах
citing-this = Страницы, которые ссылаются на эту
photo-not-loaded = Фотография не загружена, чтобы сберечь трафик.
photo-not-held = Фотография здесь не хранится.
photo-shows = На ней:
photo-view = Посмотреть
photo-open = Показать фотографию
photo-larger = Крупнее
photo-size-most = не больше { $n } КБ
source = Источник
wire-label = агентство:
report-at-source = Сообщение у источника
archived-copy = архивная копия
changed-on = Изменено: { $date }.
read-on = Прочитано редакцией: { $date }.
written-by = Автор: { $desk }.
rights-excerpt = Только изложение и короткие цитаты. Полный текст – у источника.
rights-licensed = Печатается по лицензии.
rights-licensed-as = Печатается по лицензии: { $licence }.
rights-public-domain = Общественное достояние.
rights-licence = Лицензия: { $licence }.
feed-rights-excerpt = Изложение и короткие цитаты; сообщение – у источника

## The desk's notes

desk = Редакция
withdrawn-title = Это сообщение отозвано
withdrawn-report = Отозванное сообщение
corrections = Исправления
corrections-lead = Что здесь было неверно и исправлено, сначала новое. То, что получили читатели, зачёркнуто, а не стёрто.
correction-kind-correction = Исправление
correction-kind-clarification = Уточнение
correction-kind-update = Обновление
correction-kind-refile = Новая редакция
correction-kind-withdrawal = Отзыв
note-kind-context = контекст
note-kind-method = метод
note-kind-caution = осторожно
note-kind-update = дополнение
note-about = Об этой заметке
note-words = Слова на этой странице – слова редакции ({ $desk }), а не источника.
note-words-by = Слова на этой странице – слова редакции ({ $desk }; { $author }), а не источника.
note-on-label = О чём:
note-on-what = О чём: { $what }
note-on = Заметка: { $what }
note-from-desk = Заметка редакции
note-whole = Заметка целиком
citing-note = Страницы, которые ссылаются на эту заметку
notes-title = Заметки редакции
notes-lead = Собственные замечания редакции, сначала новые. Каждое стоит и рядом с тем, о чём оно.
about-notes = Собственные замечания редакции, сначала новые
back-to-text = Вернуться к тексту, примечание { $n }

## Topics, places, groups, people, sources, events

kind-topic = Тема
kind-place = Место
kind-actor = Группа
kind-person = Человек
kind-source = Источник
kind-event = Событие
unnamed-person = Неназванный человек
nothing-on-file = У редакции пока нет сведений об этом имени. На этой странице – сообщения, в которых оно встречается.
on-file = Что есть у редакции
people-and-groups = Люди и группы
newest-on = последнее: { $date }
also-called = Также:
page-on = Страница: { $name }
they-say = Что сказано и что из этого стало
open-questions = Открытые вопросы
open-since = Открыто: { $date }
open-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
} к последнему сообщению
day-by-day = День за днём
day-by-day-how = Линия показывает, насколько мы уверены. Где она начинается, кончается и бледнеет, видно, насколько точно известны дни.
timeline = Хронология
losses = Потери
older-figures = { $n ->
    [one] { $n } более раннее число стоит при своём сообщении
    [few] { $n } более ранних числа стоят при своих сообщениях
   *[many] { $n } более ранних чисел стоят при своих сообщениях
}; { $all }.
all-losses = все потери по месяцам
reports-by-day = Сообщения по дням, сначала новые
part-of-what = Входит в: { $name }.
index = Указатель
nav-letters = Буквы
about-index-topic = Все темы по названиям
about-index-place = Все места по названиям
about-index-actor = Все группы по названиям
about-index-person = Все люди по именам
about-index-source = Все источники по названиям
about-index-event = Все события по названиям
feeds = Ленты
feeds-how = Добавьте один из этих адресов в программу для чтения лент, чтобы получать каждое новое сообщение на эту тему:

## Facts of the registry: a label, and words for what is known

fact-events = События
fact-people = Люди
fact-claims-or-holds = Претендует или удерживает
fact-not-independent-by = Назван не независимым у
fact-side-in = Сторона в теме
fact-groups = Группы
fact-sides = Стороны
fact-kind = Вид
fact-side = Сторона
fact-part-of = Входит в
fact-parts = Части
fact-active = Время действия
fact-role = Должность
fact-country = Страна
fact-language = Язык
fact-not-independent-of = Не независим от
fact-address = Адрес
fact-when = Когда
fact-where = Где
fact-position = Координаты
fact-exactness = Точность
fact-claimed-by = Кто претендует
fact-held-by = Кто удерживает
position-kept = не печатаются, чтобы защитить людей на месте
north = { $degrees }° с. ш.
south = { $degrees }° ю. ш.
east = { $degrees }° в. д.
west = { $degrees }° з. д.
precision-place = само место
precision-near = вблизи этой точки
precision-adm2 = где-то в районе
precision-adm1 = где-то в провинции
precision-region = где-то в регионе
precision-country = где-то в стране
precision-sea = в море или в воздухе
actor-kind-state-forces = Государственные силы
actor-kind-rebel-groups = Повстанческие группы
actor-kind-political-militias = Политические ополчения
actor-kind-identity-militias = Ополчения общин
actor-kind-rioters = Участники беспорядков
actor-kind-protesters = Протестующие
actor-kind-civilians = Гражданские лица
actor-kind-external-other-forces = Внешние и другие силы

## Maps

where = Где
where-it-is = Где это
map-marks = Знак показывает, кто удерживает место.
map-hatched = Штриховка: претендует больше одной стороны.
map-rings = Кольцо из точек: где-то рядом, в пределах 25 км.
map-borders = Границы { $whose }; пунктир – там, где они оспариваются. Берега и границы: Natural Earth.
borders-un = близки к точке зрения ООН
borders-de-facto = как на местности, по оценке Natural Earth
map-in-words = Карта словами
unit-km = км
map-triangle = Треугольник:
map-cross = Крест:
map-claimed-by = претендует: { $who }
map-held-by = удерживает: { $who }
map-absent = нет на карте: { $why }
absent-unplaced = координаты неизвестны
absent-wide = точнее неизвестно
absent-kept-back = координаты не даются, чтобы защитить людей на месте
absent-outside = за пределами этой карты
absent-crowded = на карте – места, названные чаще всего
map-further = { $n ->
    [one] { $n } другое место
    [few] { $n } других места
   *[many] { $n } других мест
}, упоминаются реже
map-alt-region = Карта района «{ $name }», без мест.
map-alt-topic = { $n ->
    [one] Карта: { $places } – из сообщений на тему «{ $name }».
   *[other] Карта: { $places } – из сообщений на тему «{ $name }».
}
map-alt-edition = Карта: { $places } — места из сообщений этого выпуска.
map-alt-place = Карта: где находится { $name }.
map-alt-place-with = Карта: где находится { $name }; рядом { $places }.

## Who says what

ledger = Реестр
claims-title = Заявления
claims-lead = Каждая фраза – с тем, кто её сказал. Опровержение стоит рядом с тем, что оно опровергает; где никто не отвечает, это сказано.
about-claims = Кто что говорит и кто это опровергает, по темам
no-topic = Без темы
more-claims-in-data = { $n ->
    [one] { $n } другое заявление
    [few] { $n } других заявления
   *[many] { $n } других заявлений
} – при своих сообщениях и в { $file }.
as-data = Данные:
who-says-what = Кто что говорит
verb-says = – заявление
verb-denies = – опровержение
verb-confirms = – подтверждение
verb-concedes = – признание
verb-retracts = – отказ от своих слов
verb-reports = – сообщение
reply-says = { $who } – заявление:
reply-denies = { $who } – опровержение:
reply-confirms = { $who } – подтверждение:
reply-concedes = { $who } – признание:
reply-retracts = { $who } – отказ от своих слов:
reply-reports = { $who } – сообщение:
said-unnamed = Говоривший не назван
said-in = Место: { $place }
said-in-after = место: { $place }
said-implied = Подразумевается
said-implied-after = подразумевается
said-about = О чём: { $event }.
report = Сообщение
in-text = В тексте
besides = Кроме того
no-answer = В сообщениях, которые есть у редакции, ответа нет
no-answer-from = В сообщениях, которые есть у редакции, нет ответа: { $who }.
accounts-differ = Рассказы расходятся
in-what = Сообщение: { $what }
whose-word-claims = На чьих словах это держится: { $n ->
    [one] { $n } заявление
    [few] { $n } заявления
   *[many] { $n } заявлений
}
voices-more = и ещё { $n }
reports-from = { $reports } из { $sources }.
count-independent = { $n ->
    [one] { $n } независимого источника
   *[other] { $n } независимых источников
}
says-nothing = В сообщениях, которые есть у редакции, ничего не говорит
more-with-reports = Ещё { $n ->
    [one] { $n } заявление
    [few] { $n } заявления
   *[many] { $n } заявлений
} – при своих сообщениях; { $all }.
all-claims = все заявления по месяцам
no-named-source = Источник не назван
status-independent = { $n ->
    [one] { $n } независимый источник
    [few] { $n } независимых источника
   *[many] { $n } независимых источников
}
judged-corroborated = Подкреплено редакцией
judged-confirmed = Подтверждено редакцией
judged-discounted = Отклонено редакцией
judged-withdrawn = Отозвано редакцией
event-set-aside = Отклонено редакцией
event-upheld = Признано редакцией
event-no-report = Сообщений нет
why-wire = { $outlets } – по ленте агентства { $wire }: один источник.
why-affiliated = { $outlets } – не независимы друг от друга: один источник.
why-one-outlet = { $outlets } – несколько сообщений: один источник.
why-tied = { $outlets } – связаны агентством или принадлежностью: один источник.
why-desk = То, что редакция пишет сама, опирается на остальное: это не отдельный источник.

## Losses

losses-title = Потери
losses-lead = Каждое число – с тем, кто его называет, о ком и за какие дни. Здесь ничего не складывает машина.
about-losses = Кто считает чьи потери и за какие дни
metric-killed = убитые
metric-injured = раненые
metric-missing = пропавшие без вести
metric-captured = пленные
metric-displaced = перемещённые
metric-title-killed = Убитые
metric-title-injured = Раненые
metric-title-missing = Пропавшие без вести
metric-title-captured = Пленные
metric-title-displaced = Перемещённые
number-about = около { $n }
number-least = { $n } и больше
number-between = { $low }–{ $high }
number-dozens = десятки
number-hundreds = сотни
number-words = число не названо
number-unknown = неизвестно
number-none = нет
side-both = обе стороны
side-civilians = гражданские лица
direction-own = свои потери
direction-enemy = потери противника
direction-own-and-enemy = свои потери и потери противника
direction-third-party = третья сторона
figures-caption = { $metric } – по словам тех, кто назван. Стороны и сроки различны, поэтому строки нельзя складывать.
bars-run = Полосы – от 0 до { $n }.
of-whom-says-whom = О ком, по чьим словам
of-whom-which-days = О ком, за какие дни
number = Число
says-who = По словам: { $who }
unattributed = Без указания, кто сказал
speaker-not-named = говоривший не назван
no-event = Не относится к известному событию
rows-do-not-add = Строки не складываются: стороны и сроки различны, и одна смерть может стоять в нескольких.
bars = Полосы:
scale = { $metric } – от 0 до { $n }
losses-table = Потери, { $name }, таблица
other-figures = другие числа
also-in = также { $date }
no-word = ничего
range-same = все называют { $n }
range-same-about = все называют около { $n }
range-between = от { $low } до { $high }
range-between-about = примерно от { $low } до { $high }
range-open = от { $low }, верхней границы нет
range-open-about = примерно от { $low }, верхней границы нет
desk-sum = Редакция, сумма
sum-from = { $totals } – сложено редакцией из { $parts }.
sum-total = { $metric }: { $number }
sum-total-about = { $metric }: около { $number }
sum-between = от { $low } до { $high }
sum-or-more = { $n } или больше

## Timeline

timeline-title = Хронология
timeline-lead = События по самому раннему дню, когда они могли начаться. Полоса под каждым показывает дни месяца, когда оно могло произойти: сплошная – длилось, пустая – в один из этих дней, прерванная – граница точно не известна.
about-timeline = События в том порядке, в котором они могли произойти
begun-earlier = Началось раньше
perhaps-in-month = Возможно, в этом месяце
older-events = { $n ->
    [one] { $n } более раннее событие может заходить в этот месяц; оно стоит при месяце, когда могло начаться.
    [few] { $n } более ранних события могут заходить в этот месяц; они стоят при месяце, когда могли начаться.
   *[many] { $n } более ранних событий могут заходить в этот месяц; они стоят при месяце, когда могли начаться.
}
no-day-known = День неизвестен

## The search page

search-label = Слова из заголовков, аннотаций, отмеченных фраз и имён
search-found = Найдено:
search-none = Ничего не найдено. Попробуйте первые буквы имени или указатель ниже.
search-failed = Часть указателя не загрузилась. Указатели ниже работают и без неё.
search-more = Ещё
search-indexes = Указатели

## Выпуски текстом и письмом

text-note = примечание
struck-out = зачёркнуто
of-whom = О ком
says-whom = По чьим словам
figures-as-given = Цифры приведены теми, кто назван. Строки нельзя складывать.
text-more-claims = { $n ->
    [one] Ещё { $n } заявление стоит при сообщении.
    [few] Ещё { $n } заявления стоят при сообщении.
   *[many] Ещё { $n } заявлений стоят при сообщении.
}
text-sum = { $totals }, сложено редакцией.
text-on-web = Этот выпуск в сети:
mail-read = Читать в сети
mail-text-long = Текст длиннее, чем может быть письмо.
mail-all-on-web = Весь он есть в сети.
mail-more = { $n ->
    [one] Ещё { $n } материал сделал бы письмо слишком длинным.
    [few] Ещё { $n } материала сделали бы письмо слишком длинным.
   *[many] Ещё { $n } материалов сделали бы письмо слишком длинным.
}
mail-whole = Весь выпуск есть в сети.
mail-voice = Пурпурный цвет с подписью «Редакция» – голос: { $desk }. Всё остальное принадлежит источнику или сказано, кому.
mail-privacy = Ничто в этом письме не загружается со стороны, и ничто не сообщает, прочли ли вы его.
mail-as-text = То же простым текстом
