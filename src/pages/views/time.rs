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
            format!("{} {}", local.strftime("%H:%M"), self.settings.timezone)
        });
        view
    }

    /// A day as pages print it.
    pub fn day_view(&self, day: Day) -> DateView {
        let has_page = self.desk.days.contains_key(&day);
        DateView {
            machine: day.to_string(),
            words: day.format("%A %-d %B %Y"),
            day: day.format("%-d %B %Y"),
            short: day.format("%-d %B"),
            weekday: day.format("%A"),
            time: None,
            path: has_page.then(|| self.addresses.href(&self.addresses.day(day))),
        }
    }
}
