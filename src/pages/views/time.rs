use super::Source;
use super::atoms::DateView;
use crate::base::{Day, Moment};

impl Source<'_> {
    /// A moment as pages print it. Its day is linked if it has a page.
    pub fn date(&self, moment: Moment) -> DateView {
        let mut view = self.day_view(moment.day);
        view.machine = moment.to_string();
        view.time = moment.time.map(|time| {
            let local = time.to_zoned(self.settings.zone.clone());
            let clock = self.words.digits(&local.strftime("%H:%M").to_string());
            format!("{clock} {}", self.settings.timezone)
        });
        view
    }

    /// A month as pages name it: `July 2011`.
    pub fn month_name(&self, year: i16, month: i8) -> String {
        self.words.month_of_year(month as u8, &format!("{year:04}"))
    }

    /// A day as pages print it.
    pub fn day_view(&self, day: Day) -> DateView {
        let has_page = self.desk.days.contains_key(&day);
        DateView {
            machine: day.to_string(),
            words: self.words.day_in_full(day),
            day: self.words.day(day),
            short: self.words.day_of_year(day),
            weekday: self.words.weekday(day),
            time: None,
            path: has_page.then(|| self.addresses.href(&self.addresses.day(day))),
        }
    }
}
