use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::chrome::Chrome;
use super::claims::Stand;
use super::figures::FigureViews;
use super::says::{Shown, of_article, says};
use super::{
    ClaimView, Data, DateView, Drawn, EditionView, FigureView, ItemView, RefView, SaysView, Source,
    edition,
};
use crate::desk::CardId;
use crate::desk::claims::ClaimId;
use crate::model::{EntryKind, Rights};

/// A briefing as a document that leaves the site: plain text, or an e-mail. It is the edition of the
/// page, with who says what in each of its reports, and where each report stands.
#[derive(Debug, Serialize)]
pub struct DocumentView {
    /// The edition, as its page shows it.
    pub edition: EditionView,
    /// Its reports in the page's order, each with its claims and figures.
    pub stories: Vec<StoryView>,
    /// Every report that the document rests on, numbered from 1.
    pub reports: Vec<ReportView>,
    /// The numbers of the reports by their pages' addresses after `root`; templates have it as `numbers`.
    #[serde(skip)]
    pub numbers: BTreeMap<String, usize>,
    /// The full address of the edition's page, if the site has a `base_url`.
    pub url: Option<String>,
}

/// A report of an edition.
#[derive(Debug, Serialize)]
pub struct StoryView {
    /// The report, as the edition lists it.
    pub item: ItemView,
    /// The topic under which the edition lists it.
    pub topic: Option<RefView>,
    /// Who says what in it.
    pub says: Option<SaysView>,
    /// The figures in it.
    pub losses: Vec<FigureView>,
}

/// Where a report stands.
#[derive(Debug, Serialize)]
pub struct ReportView {
    /// From 1.
    pub number: usize,
    /// Its headline.
    pub title: String,
    /// The outlet.
    pub outlet: Option<RefView>,
    /// When it was published.
    pub date: DateView,
    /// Its address at its outlet, or else at the desk.
    pub url: Option<String>,
}

/// A report's share of a document; the rest stands on its page.
const SHARE: Shown = Shown { disputed: 3, others: 4, by_party: false };

/// A briefing as plain text.
pub fn text(source: Source<'_>, id: CardId, root: &str) -> Drawn {
    document(source, id, root, "text")
}

/// A briefing as an e-mail.
pub fn mail(source: Source<'_>, id: CardId, root: &str) -> Drawn {
    document(source, id, root, "mail")
}

fn document(source: Source<'_>, id: CardId, root: &str, kind: &'static str) -> Drawn {
    let source = Source { edition: Some(id), ..source };
    let edition = edition::of_briefing(source, id, root);
    let chrome = Chrome { lang: source.foreign(id), ..Chrome::new(kind, edition.title.clone()) };
    let stories = stories(source, id, &edition);
    let (reports, numbers) = reports(source, id, &stories);
    let route = source.addresses.card(id);
    let base = source.settings.base_url.as_ref();
    let url = base.map(|base| format!("{base}{}", route.ascii()));
    let view = DocumentView { edition, stories, reports, numbers, url };
    (chrome, Data::Document { document: Box::new(view) })
}

fn stories(source: Source<'_>, briefing: CardId, edition: &EditionView) -> Vec<StoryView> {
    let cards = by_path(source, source.desk.items_of(briefing));
    let items = edition
        .groups
        .iter()
        .flat_map(|group| group.items.iter().map(|item| (group.topic.clone(), item)));
    let stories = items.filter_map(|(topic, item)| {
        let id = *cards.get(&item.path)?;
        let stand = Stand::ELSEWHERE;
        let losses = source.desk.losses.of_article(source.desk, id);
        let losses: Vec<_> = losses.iter().map(|counted| counted.id).collect();
        Some(StoryView {
            item: item.clone(),
            topic,
            says: says(source, &of_article(source, id), stand, SHARE, None),
            losses: FigureViews::new(source, stand).list(&losses),
        })
    });
    stories.collect()
}

/// Cards by the addresses of their pages.
fn by_path(
    source: Source<'_>,
    cards: impl IntoIterator<Item = CardId>,
) -> BTreeMap<String, CardId> {
    let address = |id| source.addresses.href(&source.addresses.card(id));
    cards.into_iter().map(|id| (address(id), id)).collect()
}

/// The reports that the stories and their claims stand in, in the order in which they come up.
fn reports(
    source: Source<'_>,
    briefing: CardId,
    stories: &[StoryView],
) -> (Vec<ReportView>, BTreeMap<String, usize>) {
    let mut cards: BTreeSet<CardId> = source.desk.items_of(briefing).into_iter().collect();
    for item in cards.clone() {
        cards.extend(near(source, &of_article(source, item)));
    }
    let cards = by_path(source, cards);
    let (mut reports, mut numbers) = (Vec::new(), BTreeMap::new());
    for path in stories.iter().flat_map(named_in) {
        let Some(id) = cards.get(path).filter(|_| !numbers.contains_key(path)) else { continue };
        let Some(report) = report(source, *id, reports.len() + 1) else { continue };
        numbers.insert(path.to_owned(), report.number);
        reports.push(report);
    }
    (reports, numbers)
}

/// The reports of some claims, of those that they answer, and of those that answer either.
fn near(source: Source<'_>, claims: &[ClaimId]) -> BTreeSet<CardId> {
    let told = |id: &ClaimId| source.desk.claims.get(*id);
    let answers = claims.iter().filter_map(told).filter_map(|told| told.answers);
    let both: Vec<ClaimId> = claims.iter().copied().chain(answers).collect();
    let answered = both.iter().filter_map(told).flat_map(|told| told.answered.iter().copied());
    both.iter().copied().chain(answered).map(|id| id.card).collect()
}

/// The addresses of the reports that a story names, its own first.
fn named_in(story: &StoryView) -> Vec<&str> {
    fn gather<'v>(claims: &'v [ClaimView], into: &mut Vec<&'v str>) {
        for claim in claims {
            into.push(claim.article.path.as_str());
            gather(&claim.answered, into);
            gather(&claim.added, into);
        }
    }
    let mut paths = vec![story.item.path.as_str()];
    if let Some(says) = &story.says {
        says.questions.iter().for_each(|question| gather(&question.claims, &mut paths));
        gather(&says.others, &mut paths);
    }
    paths
}

fn report(source: Source<'_>, id: CardId, number: usize) -> Option<ReportView> {
    let article = source.desk.card(id).article()?;
    let base = source.settings.base_url.as_ref();
    let own = base.map(|base| format!("{base}{}", source.addresses.card(id).ascii()));
    // The desk's own report stands at the desk, whatever address it came from.
    let outlet = article.url.as_ref().map(|url| url.value.clone());
    let url = if article.rights == Rights::Own { own.clone().or(outlet) } else { outlet.or(own) };
    Some(ReportView {
        number,
        title: article.title.clone(),
        outlet: source.refs(EntryKind::Source, article.source.as_slice()).pop(),
        date: source.date(article.date),
        url,
    })
}
