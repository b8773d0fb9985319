use std::collections::HashMap;

use serde::Serialize;
use serde_json::json;

use super::chrome::Chrome;
use super::words::{dir_of, in_words};
use super::{BlockView, Data, DateView, Drawn, NoteView, RefView, Source};
use crate::base::plain_line;
use crate::desk::{CardId, EntryId, Thing};
use crate::model::{Article, Attribution, Claim, EntryKind, Extra, Loss, Name, Rights};
use crate::pages::route::encode_path;

/// An article's page.
#[derive(Debug, Serialize)]
pub struct ArticleView {
    /// The headline as published.
    pub title: String,
    /// The line under it.
    pub standfirst: Option<String>,
    /// When it was published.
    pub date: DateView,
    /// When it was last changed.
    pub updated: Option<DateView>,
    /// The place as printed.
    pub dateline: Option<String>,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// The outlet.
    pub source: Option<RefView>,
    /// The agency whose wire it carries.
    pub wire: Option<RefView>,
    /// The report at its outlet.
    pub url: Option<String>,
    /// An archived copy.
    pub archive: Option<String>,
    /// When the desk read it.
    pub accessed: Option<DateView>,
    /// `own`, `excerpt`, `licensed` and so on.
    pub rights: String,
    /// The licence in words.
    pub license: Option<String>,
    /// The report in the desk's words.
    pub summary: Option<String>,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Reading time of the body.
    pub minutes: usize,
    /// The photograph.
    pub image: Option<ImageView>,
    /// The body; empty with `rights: excerpt`.
    pub text: Vec<BlockView>,
    /// Marked claims, in order.
    pub claims: Vec<ClaimView>,
    /// Marked figures, in order.
    pub losses: Vec<LossView>,
    /// The desk's notes on the article.
    pub notes: Vec<NoteView>,
    /// Its topics.
    pub topics: Vec<RefView>,
    /// Where it happened.
    pub places: Vec<RefView>,
    /// Who acted or spoke.
    pub actors: Vec<RefView>,
    /// Persons.
    pub people: Vec<RefView>,
    /// Events.
    pub events: Vec<RefView>,
    /// Articles near to it, each with its reason.
    pub related: Vec<RelatedView>,
    /// Headlines and addresses of related reports that the desk does not have.
    pub elsewhere: Vec<RefView>,
    /// Pages that cite it.
    pub cited_by: Vec<RefView>,
    /// The article before it in time.
    pub previous: Option<RefView>,
    /// The article after it in time.
    pub next: Option<RefView>,
    /// Free keys.
    pub extra: Extra,
}

/// A photograph, which readers load when they want it.
#[derive(Debug, Serialize)]
pub struct ImageView {
    /// Its file, after `root`; none when only its credit is known.
    pub path: Option<String>,
    /// What it shows.
    pub alt: Option<String>,
    /// Who took it.
    pub credit: Option<String>,
    /// The line below it.
    pub caption: Option<String>,
    /// What may be done with it.
    pub rights: Option<String>,
    /// `31 KB`
    pub size: Option<String>,
}

/// A claim with its speaker.
#[derive(Debug, Serialize)]
pub struct ClaimView {
    /// Its anchor.
    pub id: String,
    /// The marked words.
    pub quote: String,
    /// Who says so.
    pub who: RefView,
    /// `says`, `denies` and so on.
    pub verb: &'static str,
    /// The claim that it answers, on this page or another.
    pub answers: Option<RefView>,
    /// The person who spoke.
    pub by: Option<RefView>,
    /// Somebody who was not named spoke.
    pub unnamed: bool,
    /// What it is about.
    pub event: Option<RefView>,
    /// Where it was said.
    pub place: Option<RefView>,
    /// Said by implication.
    pub implied: bool,
}

/// A figure with its source and window.
#[derive(Debug, Serialize)]
pub struct LossView {
    /// Its anchor.
    pub id: String,
    /// The marked words.
    pub quote: String,
    /// Who gives it; nobody when it is unattributed.
    pub who: Option<RefView>,
    /// Whose losses: an actor, or the words for both sides or civilians.
    pub side: RefView,
    /// What is counted and how many, as written.
    pub counts: Vec<CountView>,
    /// In which time, in words.
    pub when: String,
    /// In which time, in EDTF.
    pub edtf: String,
    /// In which event.
    pub event: Option<RefView>,
    /// The person who spoke.
    pub by: Option<RefView>,
    /// Somebody who was not named spoke.
    pub unnamed: bool,
}

/// One number of a figure.
#[derive(Debug, Serialize)]
pub struct CountView {
    /// `killed`, `injured` and so on.
    pub metric: &'static str,
    /// `40+`, `about 300`, `no figure` and so on.
    pub number: String,
}

/// A related article and why it is related.
#[derive(Debug, Serialize)]
pub struct RelatedView {
    /// The article.
    pub article: RefView,
    /// What both name.
    pub shared: Vec<RefView>,
    /// The editor named it.
    pub named: bool,
}

/// The view of an article's page.
pub fn article(source: Source<'_>, id: CardId, root: &str) -> Drawn {
    let card = source.desk.card(id);
    let Some(article) = card.article() else {
        return (
            "page.html",
            Chrome::new("page", card.title()),
            Data::Plain { text: Vec::new(), extra: Extra::new() },
        );
    };
    let about = article.standfirst.clone().or_else(|| article.summary.clone());
    let about = about.or_else(|| Some(card.text.lead.clone()).filter(|lead| !lead.is_empty()));
    let chrome = Chrome {
        lang: source.foreign(id),
        schema: Some(schema(source, id, article)),
        ..Chrome::new("article", article.title.clone()).about(about)
    };
    let view = Box::new(build(source, id, article, root));
    ("article.html", chrome, Data::Article { article: view })
}

fn build(source: Source<'_>, id: CardId, article: &Article, root: &str) -> ArticleView {
    let card = source.desk.card(id);
    let named = |kind: EntryKind| -> Vec<RefView> {
        source.desk.named_by(id, kind).map(|entry| source.entry_ref(entry)).collect()
    };
    let lang = source.lang_of(id);
    let (previous, next) = neighbours(source, id);
    ArticleView {
        title: article.title.clone(),
        standfirst: article.standfirst.clone(),
        date: source.date(article.date),
        updated: article.updated.map(|updated| source.date(updated)),
        dateline: article.dateline.clone(),
        byline: article.byline.clone(),
        source: source.refs(EntryKind::Source, article.source.as_slice()).pop(),
        wire: source.refs(EntryKind::Source, article.wire.as_slice()).pop(),
        url: article.url.as_ref().map(|url| url.value.clone()),
        archive: article.archive.as_ref().map(|url| url.value.clone()),
        accessed: article.accessed.map(|day| source.day_view(day)),
        rights: article.rights.word().to_owned(),
        license: article.license.clone(),
        summary: article.summary.clone(),
        lang: lang.to_owned(),
        dir: dir_of(lang),
        minutes: if article.rights == Rights::Excerpt { 1 } else { card.text.minutes.max(1) },
        image: article.image.as_ref().map(|image| image_view(source, image)),
        text: source.bodies.blocks(id, root, None),
        claims: claims(source, &card.text.claims),
        losses: card.text.losses.iter().map(|loss| loss_view(source, loss)).collect(),
        notes: source.notes_on(Thing::Card(id), root),
        topics: source.refs(EntryKind::Topic, &article.topics),
        places: named(EntryKind::Place),
        actors: named(EntryKind::Actor),
        people: named(EntryKind::Person),
        events: named(EntryKind::Event),
        related: related(source, id),
        elsewhere: elsewhere(source, article),
        cited_by: source.cited_by(Thing::Card(id)),
        previous,
        next,
        extra: article.extra.clone(),
    }
}

fn image_view(source: Source<'_>, image: &crate::model::Image) -> ImageView {
    let file = image.src.as_ref().map(|src| src.value.trim_start_matches('/').to_owned());
    let size = file.as_ref().and_then(|file| source.desk.statics.get(file));
    ImageView {
        path: file.map(|file| encode_path(&file)),
        alt: image.alt.clone(),
        credit: image.credit.clone(),
        caption: image.caption.clone(),
        rights: image.rights.clone(),
        size: size.map(|bytes| format!("{} KB", bytes.div_ceil(1024))),
    }
}

/// The entry that a speaker's name means.
fn speaker(source: Source<'_>, name: &Name) -> RefView {
    let kinds = [EntryKind::Actor, EntryKind::Person, EntryKind::Source];
    let entry: Option<EntryId> =
        kinds.into_iter().find_map(|kind| source.desk.entries.find(kind, &name.value));
    entry.map_or_else(|| plain_ref(&name.value), |entry| source.entry_ref(entry))
}

fn plain_ref(words: &str) -> RefView {
    RefView { path: String::new(), name: plain_line(words), kind: "words", lang: None, date: None }
}

fn by_view(source: Source<'_>, by: &Attribution) -> (Option<RefView>, bool) {
    match by {
        Attribution::Person(name) => {
            (source.refs(EntryKind::Person, std::slice::from_ref(name)).pop(), false)
        }
        Attribution::Unnamed => (None, true),
        Attribution::NotSaid => (None, false),
    }
}

fn claims(source: Source<'_>, claims: &[Claim]) -> Vec<ClaimView> {
    let quotes = claims.iter().map(|claim| (claim.id.as_str(), claim.quote.as_str()));
    let quotes: HashMap<&str, &str> = quotes.collect();
    claims.iter().map(|claim| claim_view(source, claim, &quotes)).collect()
}

/// A claim; one that it answers on the same page is called by its words, one elsewhere by its page.
fn claim_view(source: Source<'_>, claim: &Claim, quotes: &HashMap<&str, &str>) -> ClaimView {
    let (by, unnamed) = by_view(source, &claim.by);
    let answers = claim.answers.as_ref().map(|answer| {
        let elsewhere =
            answer.value.article.as_ref().and_then(|slug| source.desk.article_called(slug));
        let page = elsewhere.map(|id| source.card_ref(id));
        let name = page.as_ref().map(|page| page.name.as_str());
        let name = name.or_else(|| quotes.get(answer.value.id.as_str()).copied());
        let name = name.unwrap_or(&answer.value.id).to_owned();
        let path = page.map_or_else(String::new, |page| page.path);
        RefView {
            path: format!("{path}#{}", answer.value.id),
            name,
            kind: "claim",
            lang: None,
            date: None,
        }
    });
    ClaimView {
        id: claim.id.clone(),
        quote: claim.quote.clone(),
        who: speaker(source, &claim.who),
        verb: claim.verb.word(),
        answers,
        by,
        unnamed,
        event: source.refs(EntryKind::Event, claim.event.as_slice()).pop(),
        place: source.refs(EntryKind::Place, claim.place.as_slice()).pop(),
        implied: claim.implied,
    }
}

fn loss_view(source: Source<'_>, loss: &Loss) -> LossView {
    let (by, unnamed) = by_view(source, &loss.by);
    let side = match loss.side.value.as_str() {
        "both" => plain_ref("both sides"),
        "civilians" => plain_ref("civilians"),
        _ => speaker(source, &loss.side),
    };
    LossView {
        id: loss.id.clone(),
        quote: loss.quote.clone(),
        who: loss.who.as_ref().map(|who| speaker(source, who)),
        side,
        counts: loss
            .counts
            .iter()
            .map(|count| CountView { metric: count.metric.word(), number: count.number.words() })
            .collect(),
        when: in_words(&loss.when.value),
        edtf: loss.when.value.text().to_owned(),
        event: source.refs(EntryKind::Event, loss.event.as_slice()).pop(),
        by,
        unnamed,
    }
}

fn related(source: Source<'_>, id: CardId) -> Vec<RelatedView> {
    let related = source.desk.related[id.0 as usize].iter();
    related
        .map(|related| RelatedView {
            article: source.card_ref(related.card),
            shared: related.shared.iter().map(|entry| source.entry_ref(*entry)).collect(),
            named: related.named,
        })
        .collect()
}

/// Related reports that the desk does not have: headlines, or addresses.
fn elsewhere(source: Source<'_>, article: &Article) -> Vec<RefView> {
    let names =
        article.related.iter().filter(|name| source.desk.article_called(&name.value).is_none());
    names
        .map(|name| {
            let web = name.value.starts_with("https://") || name.value.starts_with("http://");
            let path = if web { name.value.clone() } else { String::new() };
            RefView { path, name: name.value.clone(), kind: "elsewhere", lang: None, date: None }
        })
        .collect()
}

/// The articles before and after in time.
fn neighbours(source: Source<'_>, id: CardId) -> (Option<RefView>, Option<RefView>) {
    let all = &source.desk.articles;
    let Some(at) = source.desk.place_of(id) else { return (None, None) };
    let before = all.get(at + 1).map(|id| source.card_ref(*id));
    let after = at.checked_sub(1).and_then(|at| all.get(at)).map(|id| source.card_ref(*id));
    (before, after)
}

/// schema.org: a report of others is what ours is based on, never ours.
fn schema(source: Source<'_>, id: CardId, article: &Article) -> serde_json::Value {
    let own = article.rights == Rights::Own && article.source.is_none();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": if own { "NewsArticle" } else { "WebPage" },
        "inLanguage": source.lang_of(id),
        "datePublished": article.date.to_string(),
        "publisher": { "@type": "Organization", "name": source.settings.publisher() },
    });
    data[if own { "headline" } else { "name" }] = json!(article.title);
    if let Some(updated) = article.updated {
        data["dateModified"] = json!(updated.to_string());
    }
    if !own {
        let mut report = json!({ "@type": "NewsArticle", "headline": article.title, "datePublished": article.date.to_string() });
        if let Some(url) = &article.url {
            report["url"] = json!(url.value);
        }
        if let Some(outlet) = source.refs(EntryKind::Source, article.source.as_slice()).pop() {
            report["publisher"] = json!({ "@type": "Organization", "name": outlet.name });
        }
        data["isBasedOn"] = report;
    }
    data
}
