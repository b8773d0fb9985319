//! The site's claims, figures, events and articles as data: what pages hold, and nothing else.
//! `docs/data.md` describes every column.

use serde::Serialize;
use serde_json::{Value, json};

use super::chrome::Chrome;
use super::{Data, Drawn, Source};
use crate::desk::claims::Told;
use crate::desk::losses::{Counted, Side};
use crate::desk::{CardId, EntryId};
use crate::model::{Attribution, EntryKind, Fields, Name, Precision, When};
use crate::pages::Route;
use crate::pages::plan::DataFile;

/// A data file.
#[derive(Debug, Default)]
pub enum Records {
    /// Comma-separated values with a header (RFC 4180): claims.
    Claims(Vec<ClaimRecord>),
    /// The same: figures.
    Losses(Vec<LossRecord>),
    /// One JSON value (RFC 8259, RFC 7946).
    Json(Value),
    /// Nothing.
    #[default]
    Empty,
}

/// A line of `claims.csv`.
#[derive(Debug, Serialize)]
pub struct ClaimRecord {
    permalink: String,
    article: String,
    date: String,
    outlet: String,
    wire: String,
    topics: String,
    who: String,
    party: String,
    side: String,
    by: String,
    verb: &'static str,
    answers: String,
    answered_by: String,
    contested_by: String,
    event: String,
    place: String,
    implied: bool,
    status: &'static str,
    reports: usize,
    sources: usize,
    language: String,
    quote: String,
}

/// A line of `losses.csv`: one number.
#[derive(Debug, Serialize)]
pub struct LossRecord {
    permalink: String,
    article: String,
    date: String,
    outlet: String,
    wire: String,
    topics: String,
    who: String,
    by: String,
    side: String,
    direction: &'static str,
    metric: &'static str,
    number: String,
    corrected_from: String,
    low: Option<u32>,
    high: Option<u32>,
    window: String,
    window_start: String,
    window_end: String,
    event: String,
    place: String,
    additive: bool,
    language: String,
    quote: String,
}

/// The view of a data file.
pub fn data(source: Source<'_>, file: DataFile) -> Drawn {
    let sheet = Sheet { source };
    let records = match file {
        DataFile::Claims => Records::Claims(
            source.desk.claims.all().iter().filter_map(|t| sheet.claim(t)).collect(),
        ),
        DataFile::Losses => {
            let all = source.desk.losses.all().iter();
            Records::Losses(all.flat_map(|counted| sheet.losses(counted)).collect())
        }
        DataFile::Events => Records::Json(sheet.events()),
        DataFile::Articles => {
            let all = source.desk.articles.iter();
            let articles: Vec<Value> = all.filter_map(|id| sheet.article(*id)).collect();
            Records::Json(json!({ "site": source.settings.title, "articles": articles }))
        }
    };
    (Chrome::new("data", file.name()), Data::Records { records: Box::new(records) })
}

/// Writes names and addresses as data files do.
#[derive(Clone, Copy)]
struct Sheet<'d> {
    source: Source<'d>,
}

impl Sheet<'_> {
    /// The full address of a page, or the way to it from the folder `data/`.
    fn address(&self, route: &Route) -> String {
        match &self.source.settings.base_url {
            Some(base) => format!("{base}{}", route.ascii()),
            None => format!("../{}", self.source.addresses.href(route)),
        }
    }

    fn mark(&self, card: CardId, id: &str) -> String {
        format!("{}#{id}", self.address(&self.source.addresses.card(card)))
    }

    fn name(&self, entry: Option<EntryId>) -> String {
        entry.map_or_else(String::new, |id| self.source.desk.entries.get(id).name.clone())
    }

    fn named(&self, kind: EntryKind, name: Option<&Name>) -> String {
        self.name(name.and_then(|name| self.source.desk.entries.find(kind, &name.value)))
    }

    fn names(&self, card: CardId, kind: EntryKind) -> Vec<String> {
        self.source.desk.named_by(card, kind).map(|id| self.name(Some(id))).collect()
    }

    fn by(&self, by: &Attribution) -> String {
        match by {
            Attribution::Person(name) => self.named(EntryKind::Person, Some(name)),
            Attribution::Unnamed => "unnamed".to_owned(),
            Attribution::NotSaid => String::new(),
        }
    }

    fn claim(&self, told: &Told) -> Option<ClaimRecord> {
        let desk = self.source.desk;
        let (claim, card) = (desk.claim(told.id)?, told.id.card);
        let article = desk.card(card).article()?;
        let mark = |id: &crate::desk::claims::ClaimId| {
            desk.claim(*id).map(|claim| self.mark(id.card, &claim.id))
        };
        let answered: Vec<String> = told.answered.iter().filter_map(mark).collect();
        let denials = told.answered.iter().filter(|id| desk.is_denial_by_another(told, **id));
        let contested: Vec<String> = denials.filter_map(mark).collect();
        let party = told.party.as_ref();
        Some(ClaimRecord {
            permalink: self.mark(card, &claim.id),
            article: article.title.clone(),
            date: article.date.to_string(),
            outlet: self.named(EntryKind::Source, article.source.as_ref()),
            wire: self.named(EntryKind::Source, article.wire.as_ref()),
            topics: self.names(card, EntryKind::Topic).join("; "),
            who: self.name(told.who),
            party: self.name(party.map(|party| party.root)),
            side: party.and_then(|party| party.side.clone()).unwrap_or_default(),
            by: self.by(&claim.by),
            verb: claim.verb.word(),
            answers: told.answers.as_ref().and_then(mark).unwrap_or_default(),
            answered_by: answered.join(" "),
            contested_by: contested.join(" "),
            event: self.name(told.event),
            place: self.named(EntryKind::Place, claim.place.as_ref()),
            implied: claim.implied,
            status: told.standing.word(),
            reports: told.rests.reports,
            sources: told.rests.sources,
            language: self.source.lang_of(card).to_owned(),
            quote: claim.quote.clone(),
        })
    }

    fn losses(&self, counted: &Counted) -> Vec<LossRecord> {
        let desk = self.source.desk;
        let card = counted.id.card;
        let (Some(loss), Some(article)) = (desk.loss(counted.id), desk.card(card).article()) else {
            return Vec::new();
        };
        let day = |day: Option<crate::base::Day>| day.map_or_else(String::new, |d| d.to_string());
        let record = |count: &crate::model::Count| {
            let bounds = count.number.bounds();
            LossRecord {
                permalink: self.mark(card, &loss.id),
                article: article.title.clone(),
                date: article.date.to_string(),
                outlet: self.named(EntryKind::Source, article.source.as_ref()),
                wire: self.named(EntryKind::Source, article.wire.as_ref()),
                topics: self.names(card, EntryKind::Topic).join("; "),
                who: match counted.who {
                    Some(who) => self.name(Some(who)),
                    None => "unattributed".to_owned(),
                },
                by: self.by(&loss.by),
                side: match counted.side {
                    Side::Actor(actor) => self.name(Some(actor)),
                    Side::Both => "both".to_owned(),
                    Side::Civilians => "civilians".to_owned(),
                },
                direction: counted.direction.word(),
                metric: count.metric.word(),
                number: count.number.written(),
                corrected_from: desk.figure_was(counted.id).unwrap_or_default(),
                low: bounds.map(|(low, _)| low),
                high: bounds.and_then(|(_, high)| high),
                window: loss.when.value.text().to_owned(),
                window_start: day(loss.when.value.earliest()),
                window_end: day(loss.when.value.latest()),
                event: self.name(counted.event),
                place: self.name(counted.place),
                additive: false,
                language: self.source.lang_of(card).to_owned(),
                quote: loss.quote.clone(),
            }
        };
        loss.counts.iter().map(record).collect()
    }

    /// Events as GeoJSON; one without a position of its own has no geometry.
    fn events(&self) -> Value {
        let desk = self.source.desk;
        let mut ids: Vec<EntryId> =
            desk.entries.of_kind(EntryKind::Event).map(|(id, _)| id).collect();
        ids.sort_by_cached_key(|id| desk.time_key(*id));
        let features: Vec<Value> = ids.into_iter().map(|id| self.event(id)).collect();
        json!({ "type": "FeatureCollection", "features": features })
    }

    fn event(&self, id: EntryId) -> Value {
        let desk = self.source.desk;
        let facts = desk.entries.get(id).facts.as_ref().map(|facts| &facts.fields);
        let (when, kind, phrase) = match facts {
            Some(Fields::Event { when, kind, phrase, .. }) => (when.as_ref(), kind, phrase),
            _ => (None, &None, &None),
        };
        let place = crate::desk::claims::place_of(desk, id);
        let day = |day: Option<crate::base::Day>| day.map(|day| day.to_string());
        let sides: Vec<String> =
            desk.sides_of_event(id).into_iter().map(|side| self.name(Some(side))).collect();
        json!({
            "type": "Feature",
            "geometry": place.and_then(|place| self.geometry(place)),
            "properties": {
                "permalink": self.address(&self.source.addresses.entry(id)),
                "title": desk.entries.get(id).name,
                "when": when.map(When::text),
                "earliest": day(when.and_then(When::earliest)),
                "latest": day(when.and_then(When::latest)),
                "phrase": phrase,
                "place": place.map(|place| self.name(Some(place))),
                "precision": place.and_then(|place| self.precision(place)),
                "type": kind,
                "sides": sides,
                "reports": desk.entries.get(id).articles.len(),
                "claims": desk.claims.of(id).len(),
                "losses": desk.losses.of(id).len(),
            }
        })
    }

    /// A place's point, where it is exact enough to be one and may be shown.
    fn geometry(&self, place: EntryId) -> Option<Value> {
        let facts = self.source.desk.entries.get(place).facts.as_ref()?;
        let Fields::Place { lat: Some(lat), lon: Some(lon), precision, sensitive: false, .. } =
            &facts.fields
        else {
            return None;
        };
        let exact = matches!(precision, None | Some(Precision::Place | Precision::Near));
        exact.then(|| json!({ "type": "Point", "coordinates": [lon, lat] }))
    }

    fn precision(&self, place: EntryId) -> Option<&'static str> {
        match &self.source.desk.entries.get(place).facts.as_ref()?.fields {
            Fields::Place { precision: Some(precision), sensitive: false, .. } => {
                Some(Precision::VALUES[*precision as usize])
            }
            _ => None,
        }
    }

    fn article(&self, id: CardId) -> Option<Value> {
        let desk = self.source.desk;
        let card = desk.card(id);
        let article = card.article()?;
        let web = |url: &Option<Name>| url.as_ref().map(|url| url.value.clone());
        Some(json!({
            "permalink": self.address(&self.source.addresses.card(id)),
            "title": article.title,
            "date": article.date.to_string(),
            "updated": article.updated.map(|date| date.to_string()),
            "language": self.source.lang_of(id),
            "standfirst": article.standfirst,
            "summary": article.summary,
            "outlet": self.named(EntryKind::Source, article.source.as_ref()),
            "wire": self.named(EntryKind::Source, article.wire.as_ref()),
            "byline": article.byline,
            "report": web(&article.url),
            "archive": web(&article.archive),
            "rights": article.rights.word(),
            "license": article.license,
            "topics": self.names(id, EntryKind::Topic),
            "places": self.names(id, EntryKind::Place),
            "actors": self.names(id, EntryKind::Actor),
            "people": self.names(id, EntryKind::Person),
            "events": self.names(id, EntryKind::Event),
            "claims": card.text.claims.len(),
            "losses": card.text.losses.len(),
        }))
    }
}
