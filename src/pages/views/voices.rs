use serde::Serialize;

use super::Source;
use crate::desk::claims::ClaimId;
use crate::desk::{EntryId, Sign};

/// On whose word some claims rest.
#[derive(Debug, Clone, Default, Serialize)]
pub struct VoicesView {
    /// How many claims.
    pub total: usize,
    /// By party, the largest first.
    pub parts: Vec<VoiceView>,
}

/// One party's share.
#[derive(Debug, Clone, Serialize)]
pub struct VoiceView {
    /// The side, or the party's name.
    pub name: String,
    /// Language of the name, where it is not that of the page's tree.
    pub lang: Option<String>,
    /// The class of its mark.
    pub sign: &'static str,
    /// How many claims.
    pub claims: usize,
    /// How many stand before it: where its stretch of the bar begins.
    pub before: usize,
}

/// Counts claims by the party that speaks.
pub fn voices(source: Source<'_>, claims: &[ClaimId]) -> VoicesView {
    let desk = source.desk;
    let mut parts: Vec<(Sign, String, Option<EntryId>, usize)> = Vec::new();
    for told in claims.iter().filter_map(|id| desk.claims.get(*id)) {
        let sign = desk.sign(desk.first_topic(told.id.card), told.party.as_ref());
        let root = told.party.as_ref().map(|party| party.root);
        let name = match &told.party {
            None => source.words.say("no-named-source").to_owned(),
            Some(party) => {
                let side = party.side.as_deref().map(capital);
                side.unwrap_or_else(|| source.entry_name(party.root).to_owned())
            }
        };
        match parts.iter_mut().find(|(_, known, ..)| *known == name) {
            Some((.., count)) => *count += 1,
            None => parts.push((sign, name, root, 1)),
        }
    }
    parts.sort_by(|a, b| b.3.cmp(&a.3).then_with(|| a.1.cmp(&b.1)));
    let mut before = 0;
    let parts = parts.into_iter().map(|(sign, name, root, claims)| {
        // The words for a side are the desk's, in its first language; its party has names in others.
        let root = root.filter(|_| source.typed_lang().is_some());
        let lang = root.and_then(|root| source.entry_lang(root));
        let name = root.map_or(name, |root| source.entry_name(root).to_owned());
        let part = VoiceView { name, lang, sign: sign.class(), claims, before };
        before += claims;
        part
    });
    VoicesView { total: claims.len(), parts: parts.collect() }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
