# The words of the theme in Arabic. en.ftl says where each stands.
# What somebody does is said by a noun after a dash: it fits a speaker of either gender and number.

## What joins words

comma = ،
semicolon = ؛
colon = :
open-quote = «
close-quote = »
and-then = { $first } و{ $next }
and-more-names = { $names } و{ $n } غيرها
name-month = { $name }: { $month }

## Dates

date-full = { $weekday } { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
month-year = { $month } { $year }
day-first = 1
year-bc = { $year } قبل الميلاد
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
weekday-short-1 = ن
weekday-short-2 = ث
weekday-short-3 = ر
weekday-short-4 = خ
weekday-short-5 = ج
weekday-short-6 = س
weekday-short-7 = ح
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-of-1 = { month-1 }
month-of-2 = { month-2 }
month-of-3 = { month-3 }
month-of-4 = { month-4 }
month-of-5 = { month-5 }
month-of-6 = { month-6 }
month-of-7 = { month-7 }
month-of-8 = { month-8 }
month-of-9 = { month-9 }
month-of-10 = { month-10 }
month-of-11 = { month-11 }
month-of-12 = { month-12 }
season-21 = ربيع
season-22 = صيف
season-23 = خريف
season-24 = شتاء
season-other = جزء من

## How exact a date is

when-about = نحو { $date }
when-perhaps = ربما { $date }
when-perhaps-about = ربما نحو { $date }
when-day-in-month = يوم ما في { $month }
when-day-in-year = يوم ما في { $year }
when-month-of-year = شهر ما من { $year }
when-decade = سنة ما بين { $decade }0 و{ $decade }9
when-century = سنة ما بين { $century }00 و{ $century }99
when-some-year = سنة ما، { $year }
when-span = من { $start } إلى { $end }
when-from-on = ابتداءً من { $start }
when-from-unknown = من { $start }، والنهاية غير معروفة
when-until = حتى { $end }
when-until-unknown = حتى { $end }، والبداية غير معروفة
when-unknown = التاريخ غير معروف
when-unknown-alone = التاريخ غير معروف
when-or-before = { $date } أو قبله
when-or-after = { $date } أو بعده
when-since = منذ { $date }
when-clock = { $date }، { $time }
when-phrase = { $when }؛ وبكلمات المصدر: «{ $phrase }»
as-of = حتى تاريخ { $date }

## Counts

count-items = { $n ->
    [zero] لا مواد
    [one] مادة واحدة
    [two] مادتان
    [few] { $n } مواد
   *[other] { $n } مادة
}
count-minutes = { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
   *[other] { $n } دقيقة
}
count-entries = { $n ->
    [zero] لا مداخل
    [one] مدخل واحد
    [two] مدخلان
    [few] { $n } مداخل
    [many] { $n } مدخلًا
   *[other] { $n } مدخل
}
count-editions = { $n ->
    [zero] لا نشرات
    [one] نشرة واحدة
    [two] نشرتان
    [few] { $n } نشرات
   *[other] { $n } نشرة
}
count-notes = { $n ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $n } ملاحظات
   *[other] { $n } ملاحظة
}
count-corrections = { $n ->
    [zero] لا تصويبات
    [one] تصويب واحد
    [two] تصويبان
    [few] { $n } تصويبات
   *[other] { $n } تصويبًا
}
count-events = { $n ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $n } أحداث
    [many] { $n } حدثًا
   *[other] { $n } حدث
}
count-claims = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال
    [many] { $n } قولًا
   *[other] { $n } قول
}
count-denials = { $n ->
    [zero] لا نفي
    [one] نفي واحد
    [two] نفيان
    [few] { $n } حالات نفي
   *[other] { $n } حالة نفي
}
count-figures = { $n ->
    [zero] لا أرقام
    [one] رقم واحد
    [two] رقمان
    [few] { $n } أرقام
    [many] { $n } رقمًا
   *[other] { $n } رقم
}
count-quotations = { $n ->
    [zero] لا اقتباسات
    [one] اقتباس واحد
    [two] اقتباسان
    [few] { $n } اقتباسات
    [many] { $n } اقتباسًا
   *[other] { $n } اقتباس
}
count-reports = { $n ->
    [zero] لا تقارير
    [one] تقرير واحد
    [two] تقريران
    [few] { $n } تقارير
    [many] { $n } تقريرًا
   *[other] { $n } تقرير
}
count-sources = { $n ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $n } مصادر
    [many] { $n } مصدرًا
   *[other] { $n } مصدر
}
count-more-answers = { $n ->
    [zero] لا ردود أخرى
    [one] رد آخر
    [two] ردان آخران
    [few] { $n } ردود أخرى
    [many] { $n } ردًا آخر
   *[other] { $n } رد آخر
}
days-with-entries = { $n ->
    [zero] لا أيام فيها مواد
    [one] يوم واحد فيه مواد
    [two] يومان فيهما مواد
    [few] { $n } أيام فيها مواد
    [many] { $n } يومًا فيها مواد
   *[other] { $n } يوم فيها مواد
}
items-by-day = { $n ->
    [zero] لا مواد
    [one] مادة واحدة
    [two] مادتان
    [few] { $n } مواد
   *[other] { $n } مادة
}، بحسب اليوم
topics-by-name = { $n ->
    [few] { $n } مواضيع
    [many] { $n } موضوعًا
   *[other] { $n } موضوع
} مرتبة بالاسم
size-kb = { $n } كيلوبايت

## The frame of all pages

skip = إلى النص
nav-site = الموقع
nav-about = عن الموقع والأرشيف
nav-languages = اللغات
feed = تلقيم
menu-home = الأحدث
menu-topic = المواضيع
menu-place = الأماكن
menu-actor = الجماعات
menu-person = الأشخاص
menu-source = المصادر
menu-event = الأحداث
menu-claims = الأقوال
menu-losses = الخسائر
menu-timeline = الخط الزمني
menu-briefings = النشرات
menu-notes = الملاحظات
menu-archive = الأرشيف
menu-search = البحث
status-several = عدة مصادر
key-several = مستقل بعضها عن بعض
status-one = مصدر واحد
key-one = ولا أحد ينفي
status-disputed = محل خلاف
key-disputed = قول ونفيه
status-not-known = غير معروف
key-not-known = أو بلا رد
colophon = اللون الأرجواني الموقَّع باسم «هيئة التحرير» هو صوت { $desk }. وكل ما عداه للمصدر، أو يُذكر صاحبه. لا برامج نصية، ولا ملفات ارتباط، ولا شيء يُحمَّل من مكان آخر.
before = السابق:
after = اللاحق:
language-name = العربية
in-language = { $language }
language-ar = بالعربية
language-en = بالإنجليزية
language-fr = بالفرنسية
language-ru = بالروسية
language-uk = بالأوكرانية

## The page for what is not found, and for what has moved

not-found = غير موجود
not-here = هذه الصفحة ليست هنا
not-here-why = ربما كُتب العنوان خطأً. صفحات هذا الموقع لا تغيّر عناوينها، فما نُشر يمكن العثور عليه بيومه أو باسم ورد فيه.
where-to-look = أين تبحث
newest-label = الأحدث:
moved-title = نُقلت
moved = نُقلت هذه الصفحة
moved-link = هي هنا الآن

## Editions

edition-label = النشرة:
edition-number = النشرة رقم { $number }
edition-own-page = صفحة هذه النشرة
nothing-yet = لم يُنشر شيء بعد
day-page = صفحة اليوم
taken-in = أُخذت التقارير الواردة حتى { $time } في { $date }.
released-on = صدرت في { $time } يوم { $date }. نصّها يبقى كما كان.
since-release = منذ ذلك الحين:
how-things-stand = كيف تقف الأمور
trend-deteriorated = تدهور
trend-improved = تحسّن
trend-unchanged = بلا تغيير
alert-risk = خطر جدير بالمتابعة
alert-opportunity = فرصة جديرة بالمتابعة
added-up = جمعته هيئة التحرير
outlook = ما يُنتظر
citing-edition = صفحات تشير إلى هذه النشرة
end-of-edition = نهاية النشرة. لقد اطّلعت على كل جديد.
nav-editions = النشرات
topics = المواضيع
since-this-edition = منذ هذه النشرة
since-before = منذ النشرة السابقة
since-edition-of = منذ نشرة { $edition }
new-label = جديد:
no-denial = ولا نفي
denied-label = نُفي:
changed-label = تغيّر:
withdrawn-label = سُحب:
archive = الأرشيف
newest-first = الأحدث أولًا
about-briefings = كل النشرات، الأحدث أولًا

## Days, months, years

events-of-day = أحداث هذا اليوم
events-of-day-why = ما يعود تاريخه إلى هذا اليوم، متى ما عُلم به.
notes-of-day = ملاحظات كُتبت في هذا اليوم
citing-day = صفحات تشير إلى هذا اليوم
end-of-day = نهاية اليوم.
nav-days = الأيام
about-entry = التقارير التي تذكر { $name }، وعددها { $n }
about-day = تقارير { $date }، وعددها { $n }
about-by-day = تقارير { $date } بحسب اليوم، وعددها { $n }
month = شهر
by-day = بحسب اليوم
months = الشهور
year = سنة
year-lead = الأرقام الصغيرة تعدّ موادنا في اليوم، لا ما وقع فيه.
nav-years = السنوات
table-of = { $name }، جدول

## Articles

summary = ملخص
in-short = باختصار، بكلمات هيئة التحرير
nav-reports = التقارير بحسب التاريخ
figures = الأرقام
linked-from = روابط هذه الصفحة
near-to-it = قريب منه
named-by-desk = سمّته هيئة التحرير
also-on = عن { $names } أيضًا
elsewhere = في مكان آخر
citing-this = صفحات تشير إلى هذه الصفحة
photo-not-loaded = الصورة غير محمّلة، توفيرًا للبيانات.
photo-not-held = صورة غير محفوظة هنا.
photo-shows = تُظهر:
photo-view = عرض
photo-open = عرض الصورة
photo-larger = أكبر
photo-size-most = { $n } كيلوبايت على الأكثر
source = المصدر
wire-label = وكالة:
report-at-source = التقرير عند مصدره
archived-copy = نسخة مؤرشفة
changed-on = عُدّل في { $date }.
read-on = قرأته هيئة التحرير في { $date }.
written-by = كتبته { $desk }.
rights-excerpt = ملخص واقتباسات قصيرة فقط. النص الكامل عند مصدره.
rights-licensed = منشور بترخيص.
rights-licensed-as = منشور بترخيص: { $licence }.
rights-public-domain = ضمن الملك العام.
rights-licence = الترخيص: { $licence }.
feed-rights-excerpt = ملخص واقتباسات قصيرة؛ التقرير عند مصدره

## The desk's notes

desk = هيئة التحرير
withdrawn-title = سُحب هذا التقرير
withdrawn-report = تقرير سُحب
corrections = التصويبات
corrections-lead = ما كان خطأ هنا وصُحّح، الأحدث أولًا. ما وصل إلى القرّاء مشطوب لا ممحوّ.
correction-kind-correction = تصويب
correction-kind-clarification = توضيح
correction-kind-update = تحديث
correction-kind-refile = نسخة جديدة
correction-kind-withdrawal = سحب
note-kind-context = سياق
note-kind-method = منهج
note-kind-caution = تنبيه
note-kind-update = تحديث
note-about = عن هذه الملاحظة
note-words = الكلمات في هذه الصفحة كلمات { $desk }، وليست كلمات مصدر.
note-words-by = الكلمات في هذه الصفحة كلمات { $desk }، بقلم { $author }، وليست كلمات مصدر.
note-on-label = عن:
note-on-what = عن { $what }
note-on = ملاحظة عن { $what }
note-from-desk = ملاحظة من هيئة التحرير
note-whole = الملاحظة كاملة
citing-note = صفحات تشير إلى هذه الملاحظة
notes-title = ملاحظات هيئة التحرير
notes-lead = ملاحظات هيئة التحرير نفسها، الأحدث أولًا. وتقف كل منها أيضًا بجانب ما تتناوله.
about-notes = ملاحظات هيئة التحرير نفسها، الأحدث أولًا
back-to-text = العودة إلى النص عند الحاشية { $n }

## Topics, places, groups, people, sources, events

kind-topic = موضوع
kind-place = مكان
kind-actor = جماعة
kind-person = شخص
kind-source = مصدر
kind-event = حدث
unnamed-person = شخص لم يُسمَّ
nothing-on-file = ليس لدى هيئة التحرير شيء مسجّل عن هذا الاسم بعد. تسرد هذه الصفحة التقارير التي تذكره.
on-file = ما لدى هيئة التحرير في السجل
people-and-groups = الأشخاص والجماعات
newest-on = الأحدث { $date }
also-called = ويُكتب أيضًا:
page-on = صفحة { $name }
they-say = ماذا يقال، وما آل إليه
open-questions = أسئلة مفتوحة
open-since = مفتوح منذ { $date }
open-days = { $n ->
    [zero] في يومه
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
} حتى أحدث تقرير
day-by-day = يومًا بيوم
day-by-day-how = يدل الخط على مدى يقيننا، ويدل موضع بدايته ونهايته، وموضع تلاشيه، على مدى دقة معرفة الأيام.
timeline = الخط الزمني
losses = الخسائر
older-figures = { $n ->
    [zero] لا أرقام أقدم
    [one] رقم أقدم واحد يوجد مع تقريره
    [two] رقمان أقدم يوجدان مع تقريريهما
    [few] { $n } أرقام أقدم توجد مع تقاريرها
    [many] { $n } رقمًا أقدم توجد مع تقاريرها
   *[other] { $n } رقم أقدم توجد مع تقاريرها
}؛ { $all }.
all-losses = كل الخسائر بحسب الشهر
reports-by-day = التقارير بحسب اليوم، الأحدث أولًا
part-of-what = جزء من { $name }.
index = فهرس
nav-letters = الحروف
about-index-topic = كل المواضيع، مرتبة بالاسم
about-index-place = كل الأماكن، مرتبة بالاسم
about-index-actor = كل الجماعات، مرتبة بالاسم
about-index-person = كل الأشخاص، مرتبين بالاسم
about-index-source = كل المصادر، مرتبة بالاسم
about-index-event = كل الأحداث، مرتبة بالاسم
feeds = تلقيمات
feeds-how = ضع أحد هذين العنوانين في قارئ تلقيمات ليصلك كل تقرير جديد عن هذا الموضوع:

## Facts of the registry: a label, and words for what is known

fact-events = أحداث
fact-people = أشخاص
fact-claims-or-holds = يطالب به أو يسيطر عليه
fact-not-independent-by = ذُكر أنه غير مستقل لدى
fact-side-in = طرف في
fact-groups = جماعات
fact-sides = الأطراف
fact-kind = النوع
fact-side = الطرف
fact-part-of = جزء من
fact-parts = الأجزاء
fact-active = مدة النشاط
fact-role = المنصب
fact-country = البلد
fact-language = اللغة
fact-not-independent-of = غير مستقل عن
fact-address = العنوان
fact-when = متى
fact-where = أين
fact-position = الموقع
fact-exactness = الدقة
fact-claimed-by = يطالب به
fact-held-by = يسيطر عليه
position-kept = غير منشور، حمايةً للناس هناك
north = { $degrees }° شمالًا
south = { $degrees }° جنوبًا
east = { $degrees }° شرقًا
west = { $degrees }° غربًا
precision-place = المكان نفسه
precision-near = قرب هذا الموقع
precision-adm2 = في مكان ما من المنطقة
precision-adm1 = في مكان ما من المحافظة
precision-region = في مكان ما من الإقليم
precision-country = في مكان ما من البلد
precision-sea = في البحر أو الجو
actor-kind-state-forces = قوات الدولة
actor-kind-rebel-groups = جماعات متمردة
actor-kind-political-militias = ميليشيات سياسية
actor-kind-identity-militias = ميليشيات هوية
actor-kind-rioters = مشاركون في أعمال شغب
actor-kind-protesters = محتجون
actor-kind-civilians = مدنيون
actor-kind-external-other-forces = قوات خارجية أو غيرها

## Maps

where = أين
where-it-is = أين يقع
map-marks = العلامة تدل على من يسيطر على المكان.
map-hatched = المخطط: أكثر من طرف يطالب به.
map-rings = الحلقة المنقّطة: في مكان قريب، ضمن 25 كيلومترًا.
map-borders = الحدود { $whose }؛ متقطعة حيث هي محل نزاع. السواحل والحدود: Natural Earth.
borders-un = قريبة من رؤية الأمم المتحدة
borders-de-facto = كما هي على الأرض بحسب تقدير Natural Earth
map-in-words = الخريطة بالكلمات
unit-km = كم
map-triangle = مثلث:
map-cross = صليب:
map-claimed-by = يطالب به { $who }
map-held-by = يسيطر عليه { $who }
map-absent = ليس على الخريطة: { $why }
absent-unplaced = لا موقع في السجل
absent-wide = لا يُعرف بأدق من ذلك
absent-kept-back = الموقع محجوب، حمايةً للناس هناك
absent-outside = خارج هذه الخريطة
absent-crowded = على الخريطة أكثر الأماكن ذكرًا
map-further = { $n ->
    [zero] لا أماكن أخرى
    [one] مكان آخر
    [two] مكانان آخران
    [few] { $n } أماكن أخرى
    [many] { $n } مكانًا آخر
   *[other] { $n } مكان آخر
}، أقل ذكرًا
map-alt-region = خريطة منطقة { $name }، بلا أماكن.
map-alt-topic = { $n ->
    [one] خريطة: { $places }، مكان ورد في تقارير عن { $name }.
    [two] خريطة: { $places }، مكانان وردا في تقارير عن { $name }.
   *[other] خريطة: { $places }، أماكن وردت في تقارير عن { $name }.
}
map-alt-edition = خريطة: { $places }، مما ورد في تقارير هذه النشرة.
map-alt-place = خريطة: أين يقع { $name }.
map-alt-place-with = خريطة: أين يقع { $name }، ومن حوله { $places }.

## Who says what

ledger = سجل
claims-title = الأقوال
claims-lead = كل جملة مع قائلها. والنفي يقف بجانب ما ينفيه؛ وحيث لا يرد أحد يُذكر ذلك.
about-claims = من يقول ماذا، ومن ينفيه، بحسب الموضوع
no-topic = بلا موضوع
more-claims-in-data = { $n ->
    [zero] لا أقوال أخرى
    [one] قول آخر
    [two] قولان آخران
    [few] { $n } أقوال أخرى
    [many] { $n } قولًا آخر
   *[other] { $n } قول آخر
}: توجد مع تقاريرها، وفي { $file }.
as-data = البيانات:
who-says-what = من يقول ماذا
verb-says = — قول
verb-denies = — نفي
verb-confirms = — تأكيد
verb-concedes = — إقرار
verb-retracts = — تراجع
verb-reports = — خبر
reply-says = { $who } — قول في ذلك:
reply-denies = { $who } — نفي:
reply-confirms = { $who } — تأكيد:
reply-concedes = { $who } — إقرار:
reply-retracts = { $who } — تراجع:
reply-reports = { $who } — خبر في ذلك:
said-unnamed = المتحدث لم يُسمَّ
said-in = في { $place }
said-in-after = في { $place }
said-implied = ضمنًا
said-implied-after = ضمنًا
said-about = عن: { $event }.
report = تقرير
in-text = في النص
besides = إضافةً إلى ذلك
no-answer = لا رد في ما لدى هيئة التحرير من تقارير
no-answer-from = لا رد من { $who } في ما لدى هيئة التحرير من تقارير.
accounts-differ = روايات مختلفة
in-what = في { $what }
whose-word-claims = على كلام من يستند هذا: { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال
    [many] { $n } قولًا
   *[other] { $n } قول
}
voices-more = و{ $n } غيرها
reports-from = { $reports } من { $sources }.
count-independent = { $n ->
    [zero] دون مصدر مستقل
    [one] مصدر مستقل واحد
    [two] مصدرين مستقلين
    [few] { $n } مصادر مستقلة
    [many] { $n } مصدرًا مستقلًا
   *[other] { $n } مصدر مستقل
}
says-nothing = لا قول في ما لدى هيئة التحرير من تقارير
more-with-reports = { $n ->
    [zero] لا أقوال أخرى
    [one] قول آخر يوجد مع تقريره
    [two] قولان آخران يوجدان مع تقريريهما
    [few] { $n } أقوال أخرى توجد مع تقاريرها
    [many] { $n } قولًا آخر توجد مع تقاريرها
   *[other] { $n } قول آخر توجد مع تقاريرها
}؛ { $all }.
all-claims = كل الأقوال بحسب الشهر
no-named-source = بلا مصدر مسمّى
status-independent = { $n ->
    [two] مصدران مستقلان
    [few] { $n } مصادر مستقلة
    [many] { $n } مصدرًا مستقلًا
   *[other] { $n } مصدر مستقل
}
judged-corroborated = عززته هيئة التحرير
judged-confirmed = أكدته هيئة التحرير
judged-discounted = استبعدته هيئة التحرير
judged-withdrawn = سحبته هيئة التحرير
event-set-aside = استبعدته هيئة التحرير
event-upheld = أيدته هيئة التحرير
event-no-report = لا تقرير في الملف
why-wire = { $outlets }: ينقل كل منها عن وكالة { $wire }، فهي مصدر واحد.
why-affiliated = { $outlets }: غير مستقل بعضها عن بعض، فهي مصدر واحد.
why-one-outlet = { $outlets }: عدة تقارير، وهي مصدر واحد.
why-tied = { $outlets }: تربطها وكالة أو تبعية، فهي مصدر واحد.
why-desk = ما تكتبه هيئة التحرير بنفسها يستند إلى غيره: ليس مصدرًا قائمًا بذاته.

## Losses

losses-title = الخسائر
losses-lead = كل رقم مع من يقوله، وعمّن، وعن أي أيام. لا شيء هنا تجمعه آلة.
about-losses = من يعدّ خسائر من، وعن أي أيام
metric-killed = قتلى
metric-injured = جرحى
metric-missing = مفقودون
metric-captured = أسرى
metric-displaced = نازحون
metric-title-killed = القتلى
metric-title-injured = الجرحى
metric-title-missing = المفقودون
metric-title-captured = الأسرى
metric-title-displaced = النازحون
number-about = نحو { $n }
number-least = { $n } على الأقل
number-between = { $low } إلى { $high }
number-dozens = عشرات
number-hundreds = مئات
number-words = بلا رقم
number-unknown = غير معروف
number-none = لا أحد
side-both = الطرفان
side-civilians = مدنيون
direction-own = خسائره هو
direction-enemy = خسائر العدو
direction-own-and-enemy = خسائره وخسائر العدو
direction-third-party = طرف ثالث
figures-caption = { $metric }، كما ذكرها من سُمّي. الأطراف والمدد مختلفة، فلا يجوز جمع الصفوف.
bars-run = الأعمدة من 0 إلى { $n }.
of-whom-says-whom = عمّن، وبقول من
of-whom-which-days = عمّن، وعن أي أيام
number = العدد
says-who = بقول { $who }
unattributed = غير منسوب
speaker-not-named = المتحدث لم يُسمَّ
no-event = لا تخص حدثًا مسجّلًا
rows-do-not-add = الصفوف لا تُجمع: الأطراف والمدد مختلفة، وقد ترد وفاة واحدة في أكثر من صف.
bars = الأعمدة:
scale = { $metric } من 0 إلى { $n }
losses-table = الخسائر، { $name }، جدول
other-figures = أرقام أخرى
also-in = وأيضًا { $date }
no-word = لا كلمة
range-same = الجميع يقول { $n }
range-same-about = الجميع يقول نحو { $n }
range-between = { $low } إلى { $high }
range-between-about = نحو { $low } إلى { $high }
range-open = من { $low }، والحد الأعلى مفتوح
range-open-about = من نحو { $low }، والحد الأعلى مفتوح
desk-sum = هيئة التحرير، مجموع
sum-from = { $totals }، جمعته هيئة التحرير من { $parts }.
sum-total = { $metric }: { $number }
sum-total-about = { $metric }: نحو { $number }
sum-between = { $low } إلى { $high }
sum-or-more = { $n } أو أكثر

## Timeline

timeline-title = الخط الزمني
timeline-lead = الأحداث بحسب أبكر يوم ربما بدأت فيه. والشريط تحت كل منها يبيّن أيام الشهر التي ربما وقع فيها: متصل حيث دام، ومفرغ حيث كان أحد هذه الأيام، ومتقطع حيث لا يُعرف طرفه بدقة.
about-timeline = الأحداث بالترتيب الذي ربما وقعت به
begun-earlier = بدأ قبل ذلك
perhaps-in-month = ربما في هذا الشهر
older-events = { $n ->
    [zero] لا أحداث أقدم
    [one] حدث أقدم ربما يمتد إلى هذا الشهر؛ يوجد مع الشهر الذي ربما بدأ فيه.
    [two] حدثان أقدم ربما يمتدان إلى هذا الشهر؛ يوجدان مع الشهر الذي ربما بدآ فيه.
    [few] { $n } أحداث أقدم ربما تمتد إلى هذا الشهر؛ توجد مع الشهر الذي ربما بدأت فيه.
    [many] { $n } حدثًا أقدم ربما تمتد إلى هذا الشهر؛ توجد مع الشهر الذي ربما بدأت فيه.
   *[other] { $n } حدث أقدم ربما تمتد إلى هذا الشهر؛ توجد مع الشهر الذي ربما بدأت فيه.
}
no-day-known = لا يوم معروف

## The search page

search-label = كلمات من العناوين والملخّصات والجمل المعلَّمة والأسماء
search-found = عدد النتائج:
search-none = لا نتائج. جرّب الأحرف الأولى من اسم، أو أحد الفهارس أدناه.
search-failed = تعذّر تحميل جزء من الفهرس. الفهارس أدناه تعمل من دونه.
search-more = المزيد
search-indexes = الفهارس

## النشرات نصًّا وبريدًا

text-note = حاشية
struck-out = مشطوب
of-whom = عمّن
says-whom = بقول من
figures-as-given = أرقام كما أوردها المذكورون. الصفوف لا تُجمع.
text-more-claims = { $n ->
    [zero] لا أقوال أخرى مع التقرير.
    [one] قول آخر يرد مع التقرير.
    [two] قولان آخران يردان مع التقرير.
    [few] { $n } أقوال أخرى ترد مع التقرير.
    [many] { $n } قولًا آخر ترد مع التقرير.
   *[other] { $n } قول آخر ترد مع التقرير.
}
text-sum = { $totals }، جمعتها هيئة التحرير.
text-on-web = هذه النشرة على الشبكة:
mail-read = اقرأها على الشبكة
mail-text-long = النص أطول مما يتسع له البريد.
mail-all-on-web = النص كله على الشبكة.
mail-more = { $n ->
    [zero] لا مواد أخرى.
    [one] مادة أخرى كانت ستجعل هذه الرسالة أطول من اللازم.
    [two] مادتان أخريان كانتا ستجعلان هذه الرسالة أطول من اللازم.
    [few] { $n } مواد أخرى كانت ستجعل هذه الرسالة أطول من اللازم.
    [many] { $n } مادة أخرى كانت ستجعل هذه الرسالة أطول من اللازم.
   *[other] { $n } مادة أخرى كانت ستجعل هذه الرسالة أطول من اللازم.
}
mail-whole = النشرة كاملة على الشبكة.
mail-voice = اللون الأرجواني الموقَّع باسم «هيئة التحرير» هو صوت { $desk }. وكل ما عداه للمصدر، أو يُذكر صاحبه.
mail-privacy = لا شيء في هذه الرسالة يُحمَّل من مكان آخر، ولا شيء يخبر بأنك قرأتها.
mail-as-text = النشرة نصًّا بلا تنسيق
