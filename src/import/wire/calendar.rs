//! Months, weekdays and the days that exist, in the languages of the wires.

use super::words::folded;

/// Whether a word is a day of the week.
pub fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&folded(word).as_str())
}

/// The number of a month by its name, of one word or two.
pub fn month(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let at = MONTHS.iter().position(|names| names.split('|').any(|known| known == name))?;
    u32::try_from(at + 1).ok()
}

/// The day in ISO 8601, if the calendar has it.
pub fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let exists = (1900..2100).contains(&year) && (1..=days).contains(&day);
    exists.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// English, French, Spanish, German, Russian, Ukrainian, Arabic (of Egypt and of the Levant).
const MONTHS: &[&str] = &[
    "january|jan|janvier|enero|januar|января|січня|يناير|كانون الثاني",
    "february|feb|février|febrero|februar|февраля|лютого|فبراير|شباط",
    "march|mar|mars|marzo|märz|марта|березня|مارس|آذار",
    "april|apr|avril|abril|апреля|квітня|أبريل|إبريل|نيسان",
    "may|mai|mayo|мая|травня|مايو|أيار",
    "june|jun|juin|junio|juni|июня|червня|يونيو|حزيران",
    "july|jul|juillet|julio|juli|июля|липня|يوليو|تموز",
    "august|aug|août|agosto|августа|серпня|أغسطس|آب",
    "september|sept|sep|septembre|septiembre|сентября|вересня|سبتمبر|أيلول",
    "october|oct|octobre|octubre|oktober|октября|жовтня|أكتوبر|تشرين الأول",
    "november|nov|novembre|noviembre|ноября|листопада|نوفمبر|تشرين الثاني",
    "december|dec|décembre|diciembre|dezember|декабря|грудня|ديسمبر|كانون الأول",
];

const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "الاثنين",
    "الثلاثاء",
    "الأربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الأحد",
];
