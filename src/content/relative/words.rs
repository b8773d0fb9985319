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
    /// What makes a day of the week one to come: "will speak on Sunday".
    Will,
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
    will: &'static [&'static str],
    capitals: bool,
    step_may_follow: bool,
}

const ENGLISH: Table = Table {
    weekdays: [
        &["monday", "monday's"],
        &["tuesday", "tuesday's"],
        &["wednesday", "wednesday's"],
        &["thursday", "thursday's"],
        &["friday", "friday's"],
        &["saturday", "saturday's"],
        &["sunday", "sunday's"],
    ],
    yesterday: &["yesterday", "yesterday's"],
    today: &["today", "today's"],
    tomorrow: &["tomorrow", "tomorrow's"],
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
    last: &["last", "previous"],
    this: &["this"],
    next: &["next", "coming"],
    will: &["will", "scheduled", "expected", "due", "planned"],
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
    today: &["aujourd'hui"],
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
    this: &[],
    next: &["prochain", "prochaine"],
    will: &[],
    capitals: false,
    step_may_follow: true,
};

const RUSSIAN: Table = Table {
    weekdays: [
        &["понедельник", "понедельника", "понедельнику"],
        &["вторник", "вторника", "вторнику"],
        &["среда", "среду"],
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
    will: &["будет", "будут"],
    capitals: false,
    step_may_follow: false,
};

const UKRAINIAN: Table = Table {
    weekdays: [
        &["понеділок", "понеділка", "понеділку"],
        &["вівторок", "вівторка", "вівторку"],
        &["середа", "середу", "середи", "середі"],
        &["четвер", "четверга", "четвергу"],
        &["п'ятниця", "п'ятницю", "п'ятниці"],
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
    will: &["буде", "будуть"],
    capitals: false,
    step_may_follow: false,
};

const ARABIC: Table = Table {
    weekdays: [
        &["الإثنين"],
        &["الثلاثاء"],
        &["الأربعاء", "الاربعاء"],
        &["الخميس"],
        &["الجمعة"],
        &["السبت"],
        &["الأحد", "الاحد"],
    ],
    yesterday: &["أمس", "امس"],
    today: &[],
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
    will: &["سوف"],
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
            (table.will, Word::Will),
        ];
        for (forms, word) in groups {
            words.extend(forms.iter().map(|form| (*form, word)));
        }
        Self { words, capitals: table.capitals, step_may_follow: table.step_may_follow }
    }

    /// What a word says about a day. Its apostrophes may be of any kind, and an article may be
    /// joined to it (`d'hier`).
    pub fn find(&self, text: &str) -> Option<Word> {
        let lower = text.to_lowercase().replace(['’', 'ʼ', '‘'], "'");
        let bare = lower.split_once('\'').map(|(_, bare)| bare);
        let known = |word: &str| self.words.get(word).copied();
        let word = known(&lower).or_else(|| bare.and_then(known))?;
        let capital = text.starts_with(char::is_uppercase);
        let named = matches!(word, Word::Weekday(_) | Word::Month);
        (capital || !self.capitals || !named).then_some(word)
    }
}
