use serde::Serialize;

use super::chrome::Chrome;
use super::claims::Stand;
use super::figures::FigureViews;
use super::words::dir_of;
use super::{
    BlockView, Data, DateView, Drawn, FigureView, NoteView, RefView, SaysView, Source, says, schema,
};
use crate::desk::{CardId, Thing};
use crate::model::photo::Sizes;
use crate::model::{Article, Asset, EntryKind, Extra, Rights};
use crate::pages::route::encode_path;
use crate::words::Fill;

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
    /// Who says what.
    pub says: Option<SaysView>,
    /// Marked figures, in order, killed and injured apart.
    pub losses: Vec<FigureView>,
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
    /// `31 KB`, or `at most 300 KB`
    pub size: Option<String>,
    /// What a reader who asks for it is shown first; none of drawings and animations.
    pub shown: Option<PhotoView>,
}

/// A photograph in the sizes that a screen may choose from.
#[derive(Debug, Serialize)]
pub struct PhotoView {
    /// Its file, after `root`: the largest.
    pub path: String,
    /// How wide that is, in pixels.
    pub width: u32,
    /// How high.
    pub height: u32,
    /// Smaller ones, by file and width.
    pub smaller: Vec<SmallerView>,
    /// `at most 120 KB`
    pub size: String,
    /// Whether the file itself is larger.
    pub larger: bool,
}

/// A photograph for small screens.
#[derive(Debug, Serialize)]
pub struct SmallerView {
    /// Its file, after `root`.
    pub path: String,
    /// In pixels.
    pub width: u32,
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
            Chrome::new("page", card.title()),
            Data::Plain { text: Vec::new(), extra: Extra::default() },
        );
    };
    let about = article.standfirst.clone().or_else(|| article.summary.clone());
    let about = about.or_else(|| Some(card.text.lead.clone()).filter(|lead| !lead.is_empty()));
    let chrome = Chrome {
        lang: source.foreign(id),
        schema: Some(schema::article(source, id, article)),
        ..Chrome::new("article", article.title.clone()).about(about)
    };
    let view = Box::new(build(source, id, article, root));
    (chrome, Data::Article { article: view })
}

fn build(source: Source<'_>, id: CardId, article: &Article, root: &str) -> ArticleView {
    let card = source.desk.card(id);
    let named = |kind: EntryKind| -> Vec<RefView> {
        source.desk.named_by(id, kind).map(|entry| source.entry_ref(entry)).collect()
    };
    let lang = source.lang_of(id);
    let (previous, next) = neighbours(source, id);
    let stand = Stand { own: Some(id), without_text: article.rights == Rights::Excerpt };
    let figures: Vec<_> =
        source.desk.losses.of_article(source.desk, id).iter().map(|counted| counted.id).collect();
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
        says: says::says(source, &says::of_article(source, id), stand, says::Shown::ALL, None),
        losses: FigureViews::new(source, stand).list(&figures),
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
    let asset = file.as_ref().and_then(|file| Some((file, *source.desk.statics.get(file)?)));
    let sizes = asset.and_then(|(file, asset)| Sizes::of(file, asset));
    let kilobytes = |word: &str, bytes: u64| {
        source.words.fill(word, &[("n", Fill::Number(bytes.div_ceil(1024)))])
    };
    let whole = sizes.as_ref().and_then(|sizes| sizes.whole.as_ref());
    let size = match (whole, asset) {
        (Some(whole), _) => Some(kilobytes("photo-size-most", whole.scale.most)),
        (None, Some((_, asset))) => Some(kilobytes("size-kb", asset.bytes)),
        (None, None) => None,
    };
    ImageView {
        shown: asset
            .zip(sizes)
            .and_then(|((file, asset), sizes)| photo_view(file, asset, &sizes, &kilobytes)),
        size,
        path: file.as_ref().map(|file| encode_path(file)),
        alt: image.alt.clone(),
        credit: image.credit.clone(),
        caption: image.caption.clone(),
        rights: image.rights.clone(),
    }
}

fn photo_view(
    file: &str,
    asset: Asset,
    sizes: &Sizes,
    kilobytes: &dyn Fn(&str, u64) -> String,
) -> Option<PhotoView> {
    let (path, extent, size) = match &sizes.medium {
        Some(medium) => {
            let size = kilobytes("photo-size-most", medium.scale.most);
            (medium.path.as_str(), medium.extent, size)
        }
        None => (file, asset.extent?, kilobytes("size-kb", asset.bytes)),
    };
    let small = sizes.small.iter();
    let whole = sizes.whole.as_ref().map_or(asset.extent?, |whole| whole.extent);
    Some(PhotoView {
        path: encode_path(path),
        width: extent.width,
        height: extent.height,
        smaller: small
            .map(|small| SmallerView { path: encode_path(&small.path), width: small.extent.width })
            .collect(),
        size,
        larger: whole.width > extent.width,
    })
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
