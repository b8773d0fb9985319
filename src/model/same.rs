//! Whether an edit changed what others may know of a file.

use super::{
    Article, Attribution, Briefing, Card, Claim, Correction, Front, Loss, Name, Note, Page, Topic,
};
use crate::base::{Spot, Spotted};

impl Card {
    /// Whether two cards tell others the same. Where things stand in the file is for messages
    /// alone, so it does not count: a line more above a mark changes nothing on other pages.
    pub fn tells_the_same(&self, other: &Self) -> bool {
        self == other || self.without_places() == other.without_places()
    }

    /// Whether two cards differ in nothing but words that readers see: headline, standfirst,
    /// summary, byline, first words and headings. Whatever else there is must be the same, places
    /// too.
    pub fn differs_in_words_only(&self, other: &Self) -> bool {
        self == other || self.without_words() == other.without_words()
    }

    fn without_words(&self) -> Self {
        let mut card = self.clone();
        match &mut card.front {
            Front::Article(article) => {
                article.title.clear();
                article.standfirst = None;
                article.summary = None;
                article.byline = None;
            }
            Front::Note(note) => note.title = None,
            Front::Briefing(briefing) => briefing.title.clear(),
            Front::Page(page) => page.title.clear(),
            Front::Correction(_) | Front::Topic(_) => {}
        }
        card.spot = Spot::START;
        card.text.lead.clear();
        card.text.headings.clear();
        card.text.minutes = 0;
        card
    }

    /// The card as if everything stood at the beginning of the file. A place that is forgotten
    /// here costs time, never truth: the card then counts as changed.
    fn without_places(&self) -> Self {
        let mut card = self.clone();
        card.spot = Spot::START;
        match &mut card.front {
            Front::Article(article) => article_places(article),
            Front::Note(note) => note_places(note),
            Front::Briefing(briefing) => briefing_places(briefing),
            Front::Correction(correction) => correction_places(correction),
            Front::Topic(topic) => topic_places(topic),
            Front::Page(page) => page_places(page),
        }
        for link in &mut card.text.links {
            link.spot = Spot::START;
        }
        forget_all(&mut card.text.anchors);
        card.text.claims.iter_mut().for_each(claim_places);
        card.text.losses.iter_mut().for_each(loss_places);
        card
    }
}

fn forget<T>(value: &mut Spotted<T>) {
    value.spot = Spot::START;
}

fn forget_all<'v, T: 'v>(values: impl IntoIterator<Item = &'v mut Spotted<T>>) {
    values.into_iter().for_each(forget);
}

fn article_places(article: &mut Article) {
    let lists = [
        &mut article.topics,
        &mut article.places,
        &mut article.actors,
        &mut article.events,
        &mut article.related,
        &mut article.aliases,
    ];
    lists.into_iter().for_each(forget_all);
    let single = [&mut article.source, &mut article.url, &mut article.wire, &mut article.archive];
    single.into_iter().for_each(forget_all);
    forget_all(&mut article.template);
    forget_all(&mut article.reason);
    if let Some(image) = &mut article.image {
        forget_all(&mut image.src);
    }
}

fn note_places(note: &mut Note) {
    forget_all(&mut note.on);
    forget_all(note.assessment.iter_mut().map(|(claim, _)| claim));
}

fn briefing_places(briefing: &mut Briefing) {
    forget_all(&mut briefing.items);
    forget_all(briefing.sum.iter_mut().flat_map(|sum| &mut sum.of));
    for (name, value) in briefing.trend.iter_mut().chain(&mut briefing.alerts) {
        forget(name);
        forget(value);
    }
}

fn correction_places(correction: &mut Correction) {
    forget(&mut correction.target);
    forget_all(correction.was.iter_mut().chain(&mut correction.now));
}

fn topic_places(topic: &mut Topic) {
    forget_all(&mut topic.parent);
    forget_all(&mut topic.aliases);
    forget_all(&mut topic.sides);
}

fn page_places(page: &mut Page) {
    forget_all(&mut page.aliases);
    forget_all(&mut page.template);
}

fn claim_places(claim: &mut Claim) {
    claim.spot = Spot::START;
    forget(&mut claim.who);
    forget_all(&mut claim.answers);
    forget_all(&mut claim.event);
    forget_all(&mut claim.place);
    by_places(&mut claim.by);
}

fn loss_places(loss: &mut Loss) {
    loss.spot = Spot::START;
    forget_all(&mut loss.who);
    forget(&mut loss.side);
    forget(&mut loss.when);
    forget_all(&mut loss.event);
    by_places(&mut loss.by);
}

fn by_places(by: &mut Attribution) {
    if let Attribution::Person(name) = by {
        let name: &mut Name = name;
        forget(name);
    }
}
