use serde::Serialize;

use super::Source;
use crate::desk::Sign;
use crate::desk::claims::ClaimId;

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
    let mut parts: Vec<(Sign, String, usize)> = Vec::new();
    for told in claims.iter().filter_map(|id| desk.claims.get(*id)) {
        let sign = desk.sign(desk.first_topic(told.id.card), told.party.as_ref());
        let name = match &told.party {
            None => source.words.say("no-named-source").to_owned(),
            Some(party) => {
                let side = party.side.as_deref().map(capital);
                side.unwrap_or_else(|| desk.entries.get(party.root).name.clone())
            }
        };
        match parts.iter_mut().find(|(_, known, _)| *known == name) {
            Some((_, _, count)) => *count += 1,
            None => parts.push((sign, name, 1)),
        }
    }
    parts.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.cmp(&b.1)));
    let mut before = 0;
    let parts = parts.into_iter().map(|(sign, name, claims)| {
        let part = VoiceView { name, sign: sign.class(), claims, before };
        before += claims;
        part
    });
    VoicesView { total: claims.len(), parts: parts.collect() }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
