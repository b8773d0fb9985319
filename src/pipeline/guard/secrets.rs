//! What must not be found in the output, and where each of it stands.

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use super::fold::{folded, untagged, unwrapped};
use crate::base::{Place, Spot, slugify};
use crate::content::{Filed, Piece, Source};
use crate::model::Card;
use crate::pipeline::Edition;

const LIST: &str = "private/secrets.txt";
/// A sentence that is shorter is one that anybody may write.
const SENTENCE: usize = 24;
/// A headline or a slug of one short word is a word like others.
const NAME: usize = 12;

/// Something that must not be found.
#[derive(Debug, Clone)]
pub struct Secret {
    /// Folded, without blanks around.
    pub words: String,
    /// As it was written, where it is to be looked for in files that are no text.
    written: Option<String>,
    /// Where it stands.
    pub place: Place,
    /// What it is, for the message.
    pub what: &'static str,
}

impl Secret {
    /// As files that are no text may hold it: in UTF-8, and in UTF-16 in both orders.
    pub fn as_bytes(&self) -> Vec<Vec<u8>> {
        let Some(written) = self.written.as_deref().filter(|written| written.chars().count() > 3)
        else {
            return Vec::new();
        };
        let units = || written.encode_utf16();
        vec![
            written.as_bytes().to_vec(),
            units().flat_map(u16::to_le_bytes).collect(),
            units().flat_map(u16::to_be_bytes).collect(),
        ]
    }
}

/// What the desk lists; names of people who must not be named; and of everything that is held back
/// its headline, slug and sentences, without what stands in a public source too.
pub fn secrets(edition: &Edition, listed: Option<&str>) -> Vec<Secret> {
    let mut secrets = listed.map(of_list).unwrap_or_default();
    let names = edition.desk.names_kept_back();
    // A name of one word may be a word like others; where it is one, texts are looked through for it.
    let names = names.filter(|(name, _)| name.trim().contains(' '));
    let what = "the name of a person who must not be named";
    secrets.extend(names.flat_map(|(name, place)| as_typed(name, place, what)));
    let withheld = edition.trees.iter().flat_map(|tree| &tree.desk.withheld);
    let mut cards: Vec<&Card> = withheld.map(|withheld| &*withheld.card).collect();
    cards.sort_by(|a, b| a.path.cmp(&b.path));
    cards.dedup_by(|a, b| a.path == b.path);
    let mut held: Vec<Secret> =
        cards.par_iter().flat_map_iter(|card| of_card(edition, card)).collect();
    forget_public(edition, &cards, &mut held);
    secrets.append(&mut held);
    secrets
}

/// The lines of `private/secrets.txt`. A line that begins with `#` is a remark.
fn of_list(list: &str) -> Vec<Secret> {
    let lines = list.lines().enumerate();
    let lines = lines.map(|(at, line)| (at as u32 + 1, line.trim()));
    let lines = lines.filter(|(_, line)| !line.starts_with('#'));
    let secrets = lines.flat_map(|(at, line)| {
        let place = Place { path: LIST.into(), spot: Spot::new(at, 1, 1) };
        as_typed(line, place, "words of this list")
    });
    secrets.collect()
}

/// Words as they were typed: in texts, in addresses and in files that are no text.
fn as_typed(text: &str, place: Place, what: &'static str) -> Vec<Secret> {
    let written = Some(text.to_owned());
    let typed = secret(text, 1, place.clone(), what).map(|secret| Secret { written, ..secret });
    let address = secret(&slugify(text), 1, place, what);
    typed.into_iter().chain(address).collect()
}

fn of_card(edition: &Edition, card: &Card) -> Vec<Secret> {
    let at = |spot| Place { path: card.path.clone(), spot };
    let title = secret(card.title(), NAME, at(card.spot), "the headline of this held-back text");
    let slug = secret(card.slug(), NAME, at(Spot::START), "the address of this held-back text");
    // Why something was withdrawn is public, and so is the address at which that stands.
    let stones = edition.trees.iter().flat_map(|tree| &tree.desk.tombstones);
    let told = stones.into_iter().any(|stone| stone.place().0 == card.path);
    let reason = card.article().and_then(|article| article.reason.as_ref()).filter(|_| told);
    let slug = slug.filter(|_| reason.is_none());
    let title = title.filter(|title| reason.is_none() || title.words != folded(card.slug()).trim());
    let reason = reason.map(|reason| folded(&reason.value)).unwrap_or_default();
    let source = source_of(edition, card);
    let written = source.iter().flat_map(|source| source.text.lines().enumerate());
    let written = written.flat_map(|(line, text)| {
        let spot = Spot::new(line as u32 + 1, 1, 1);
        sentences(unkeyed(text)).map(move |sentence| (sentence, spot)).collect::<Vec<_>>()
    });
    // Marks stand between the words of a sentence as it was typed, and not as it is shown.
    let shown = edition
        .bodies
        .of(card, &edition.sources, &edition.settings)
        .blocks
        .iter()
        .map(|block| html(&block.pieces))
        .collect::<Vec<_>>();
    let shown: Vec<String> = shown.iter().map(|html| unwrapped(&untagged(html))).collect();
    let shown = shown.iter().flat_map(|text| sentences(text)).map(|sentence| (sentence, card.spot));
    let all = written.chain(shown).filter_map(|(sentence, spot)| {
        secret(&sentence, SENTENCE, at(spot), "a sentence of this held-back text")
            .filter(|secret| !reason.contains(&secret.words))
    });
    title.into_iter().chain(slug).chain(all).collect()
}

fn source_of(edition: &Edition, card: &Card) -> Option<Source> {
    let at = edition.sources.binary_search_by(|filed| filed.path.cmp(&card.path)).ok()?;
    edition.sources.get(at).map(Filed::open)
}

/// Something with at least so many letters.
fn secret(text: &str, least: usize, place: Place, what: &'static str) -> Option<Secret> {
    let words = folded(text).trim().to_owned();
    let long = words.chars().count() >= least;
    (long && !words.is_empty()).then_some(Secret { words, written: None, place, what })
}

/// A line of front matter without its key.
fn unkeyed(line: &str) -> &str {
    match line.split_once(": ") {
        Some((key, value)) if !key.trim().contains(' ') => value,
        _ => line,
    }
}

fn sentences(text: &str) -> impl Iterator<Item = String> {
    let ends = ['.', '!', '?', '؟', '。', '\n'];
    text.split(ends).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

fn html(pieces: &[Piece]) -> String {
    let html = pieces.iter().filter_map(|piece| match piece {
        Piece::Html(html) => Some(html.as_str()),
        _ => None,
    });
    html.collect()
}

/// What readers may read in a public source is no secret, wherever else it stands: two reports quote
/// one sentence, and a draft is called what a page is called.
fn forget_public(edition: &Edition, held: &[&Card], secrets: &mut Vec<Secret>) {
    let patterns = secrets.iter().map(|secret| format!(" {} ", secret.words));
    let Ok(finder) = AhoCorasick::new(patterns) else { return };
    let is_public = |path: &str| held.binary_search_by(|card| (*card.path).cmp(path)).is_err();
    let files: Vec<_> = edition.sources.iter().filter(|filed| is_public(&filed.path)).collect();
    let known = |text: &str| -> Vec<usize> {
        let found = finder.find_overlapping_iter(text);
        found.map(|found| found.pattern().as_usize()).collect::<Vec<_>>()
    };
    let in_files = files.par_iter().flat_map_iter(|filed| known(&folded(&filed.open().text)));
    let mut public: Vec<usize> = in_files.collect();
    let names = edition.sources.iter().filter(|filed| is_public(&filed.path));
    public.extend(names.flat_map(|filed| known(&folded(&filed.path.replace(['/', '.'], " ")))));
    for tree in edition.trees.iter() {
        let words = tree.words.names().into_iter().map(|word| folded(tree.words.say(word)));
        public.extend(words.flat_map(|words| known(&words)));
    }
    public.sort_unstable();
    let mut at = 0;
    secrets.retain(|_| {
        at += 1;
        public.binary_search(&(at - 1)).is_err()
    });
}
