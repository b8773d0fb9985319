//! The words for days in the languages of reports.

use std::collections::HashMap;

/// What a word says about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// A weekday, Monday being 0.
    Weekday(i8),
    /// So many days from the date.
    Day(i32),
    /// Saturday and Sunday.
    Weekend,
    /// A week.
    Week,
    /// The word month.
    SomeMonth,
    /// The name of a month: what stands beside it is a date in full.
    Month,
    /// Before or after.
    Step(Step),
}

/// Which of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The one before.
    Last,
    /// The one that is.
    This,
    /// The one to come.
    Next,
}

impl Step {
    /// In weeks or months from now.
    pub fn distance(self) -> i32 {
        match self {
            Self::Last => -1,
            Self::This => 0,
            Self::Next => 1,
        }
    }
}

/// The words of a language.
pub struct Words {
    words: HashMap<&'static str, Word>,
    /// Weekdays begin with a capital; what does not is another word.
    capitals: bool,
    /// "Last" may stand after its noun.
    pub step_may_follow: bool,
}

/// Forms of the seven weekdays from Monday on, yesterday, today and tomorrow, weekend, week,
/// month, the names of months, last, this, next.
struct Table {
    weekdays: [&'static [&'static str]; 7],
    yesterday: &'static [&'static str],
    today: &'static [&'static str],
    tomorrow: &'static [&'static str],
    weekend: &'static [&'static str],
    week: &'static [&'static str],
    month: &'static [&'static str],
    months: &'static [&'static str],
    last: &'static [&'static str],
    this: &'static [&'static str],
    next: &'static [&'static str],
    capitals: bool,
    step_may_follow: bool,
}

const ENGLISH: Table = Table {
    weekdays: [
        &["monday", "monday's", "monday’s"],
        &["tuesday", "tuesday's", "tuesday’s"],
        &["wednesday", "wednesday's", "wednesday’s"],
        &["thursday", "thursday's", "thursday’s"],
        &["friday", "friday's", "friday’s"],
        &["saturday", "saturday's", "saturday’s"],
        &["sunday", "sunday's", "sunday’s"],
    ],
    yesterday: &["yesterday"],
    today: &["today"],
    tomorrow: &["tomorrow"],
    weekend: &["weekend"],
    week: &["week"],
    month: &["month"],
    months: &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ],
    last: &["last", "past", "previous"],
    this: &["this"],
    next: &["next", "coming"],
    capitals: true,
    step_may_follow: false,
};

const FRENCH: Table = Table {
    weekdays: [
        &["lundi"],
        &["mardi"],
        &["mercredi"],
        &["jeudi"],
        &["vendredi"],
        &["samedi"],
        &["dimanche"],
    ],
    yesterday: &["hier"],
    today: &["aujourd'hui", "aujourd’hui"],
    tomorrow: &["demain"],
    weekend: &["week-end", "weekend"],
    week: &["semaine"],
    month: &["mois"],
    months: &[
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    last: &["dernier", "dernière", "passé", "passée"],
    this: &["ce", "cette"],
    next: &["prochain", "prochaine"],
    capitals: false,
    step_may_follow: true,
};

const RUSSIAN: Table = Table {
    weekdays: [
        &["понедельник", "понедельника", "понедельнику"],
        &["вторник", "вторника", "вторнику"],
        &["среда", "среду", "среды", "среде"],
        &["четверг", "четверга", "четвергу"],
        &["пятница", "пятницу", "пятницы", "пятнице"],
        &["суббота", "субботу", "субботы", "субботе"],
        &["воскресенье", "воскресенья", "воскресенью"],
    ],
    yesterday: &["вчера"],
    today: &["сегодня"],
    tomorrow: &["завтра"],
    weekend: &["выходные", "выходных"],
    week: &["неделе", "неделю", "недели"],
    month: &["месяце", "месяц", "месяца"],
    months: &[
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    last: &[
        "прошлый",
        "прошлую",
        "прошлой",
        "прошлое",
        "прошлом",
        "прошлого",
        "минувший",
        "минувшую",
        "минувшее",
        "минувшей",
        "прошлые",
        "минувшие",
    ],
    this: &["этот", "эту", "этой", "этом", "это", "эти"],
    next: &["следующий", "следующую", "следующей", "следующее", "следующем"],
    capitals: false,
    step_may_follow: false,
};

const UKRAINIAN: Table = Table {
    weekdays: [
        &["понеділок", "понеділка", "понеділку"],
        &["вівторок", "вівторка", "вівторку"],
        &["середа", "середу", "середи", "середі"],
        &["четвер", "четверга", "четвергу"],
        &["п'ятниця", "п'ятницю", "п'ятниці", "п’ятниця", "п’ятницю", "п’ятниці"],
        &["субота", "суботу", "суботи", "суботі"],
        &["неділя", "неділю", "неділі"],
    ],
    yesterday: &["вчора", "учора"],
    today: &["сьогодні"],
    tomorrow: &["завтра"],
    weekend: &["вихідні", "вихідних"],
    week: &["тижня", "тиждень", "тижні"],
    month: &["місяця", "місяць", "місяці"],
    months: &[
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ],
    last: &["минулий", "минулу", "минулої", "минулого", "минулому", "минулі"],
    this: &["цей", "цю", "цієї", "цього", "цьому", "ці"],
    next: &["наступний", "наступну", "наступної", "наступного", "наступному"],
    capitals: false,
    step_may_follow: false,
};

const ARABIC: Table = Table {
    weekdays: [
        &["الاثنين", "الإثنين"],
        &["الثلاثاء"],
        &["الأربعاء", "الاربعاء"],
        &["الخميس"],
        &["الجمعة"],
        &["السبت"],
        &["الأحد", "الاحد"],
    ],
    yesterday: &["أمس", "امس"],
    today: &["اليوم"],
    tomorrow: &["غدا", "غداً"],
    weekend: &[],
    week: &["الأسبوع", "الاسبوع"],
    month: &["الشهر"],
    months: &[
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
        "تموز",
        "آب",
        "أيلول",
        "حزيران",
        "أيار",
        "نيسان",
        "آذار",
        "شباط",
    ],
    last: &["الماضي", "الماضية", "المنصرم", "الفائت"],
    this: &["الجاري", "الحالي"],
    next: &["المقبل", "القادم", "المقبلة", "القادمة"],
    capitals: false,
    step_may_follow: true,
};

impl Words {
    /// The words of a language (BCP 47); of one that is not known, none.
    pub fn of(language: &str) -> Self {
        let table = match language.split('-').next().unwrap_or(language) {
            "en" => &ENGLISH,
            "fr" => &FRENCH,
            "ru" => &RUSSIAN,
            "uk" => &UKRAINIAN,
            "ar" => &ARABIC,
            _ => return Self { words: HashMap::new(), capitals: false, step_may_follow: false },
        };
        let mut words = HashMap::new();
        for (at, forms) in table.weekdays.iter().enumerate() {
            words.extend(forms.iter().map(|form| (*form, Word::Weekday(at as i8))));
        }
        let groups = [
            (table.yesterday, Word::Day(-1)),
            (table.today, Word::Day(0)),
            (table.tomorrow, Word::Day(1)),
            (table.weekend, Word::Weekend),
            (table.week, Word::Week),
            (table.month, Word::SomeMonth),
            (table.months, Word::Month),
            (table.last, Word::Step(Step::Last)),
            (table.this, Word::Step(Step::This)),
            (table.next, Word::Step(Step::Next)),
        ];
        for (forms, word) in groups {
            words.extend(forms.iter().map(|form| (*form, word)));
        }
        Self { words, capitals: table.capitals, step_may_follow: table.step_may_follow }
    }

    /// What a word says about a day.
    pub fn find(&self, text: &str) -> Option<Word> {
        let word = *self.words.get(text.to_lowercase().as_str())?;
        let capital = text.starts_with(char::is_uppercase);
        let named = matches!(word, Word::Weekday(_) | Word::Month);
        (capital || !self.capitals || !named).then_some(word)
    }
}
