//! Claim and loss marks: an ordinary Markdown link whose target is `#cN` or `#kN` and whose title
//! says who says so. Here their grammar is checked; what follows from them is worked out later.

mod claim;
mod clauses;
mod loss;
mod number;
mod words;

use std::collections::HashSet;
use std::ops::Range;

use super::markdown::File;
use crate::model::{Claim, Loss, Text, codes};

/// A mark whose title has been read; its quotation comes when the link is closed.
pub enum Mark {
    /// On `#cN`; without a claim where the grammar is wrong.
    Claim(String, Option<Box<Claim>>),
    /// On `#kN`; without a figure where the grammar is wrong.
    Loss(String, Option<Box<Loss>>),
}

/// The id of a link address that marks use: `c7` of `#c7`.
pub fn id_of(address: &str) -> Option<&str> {
    let id = address.strip_prefix('#')?;
    let digits = id.strip_prefix(['c', 'k'])?;
    let number = !digits.is_empty() && digits.len() <= 6 && !digits.starts_with('0');
    (number && digits.bytes().all(|b| b.is_ascii_digit())).then_some(id)
}

/// `#c01`, `#C1` and the like: meant for a mark, and none.
pub fn is_misnumbered(address: &str) -> bool {
    let digits = address.strip_prefix('#').and_then(|id| id.strip_prefix(['c', 'k', 'C', 'K']));
    let digits = digits.is_some_and(|id| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()));
    digits && id_of(address).is_none()
}

/// Reads the title of a mark that stands at `range`.
pub fn read(file: &mut File<'_, '_>, id: &str, title: &str, range: Range<usize>) -> Mark {
    let title = words::Title::new(file, title, range.clone());
    let spot = file.spot(range);
    if id.starts_with('c') {
        Mark::Claim(id.to_owned(), claim::read(file, id, spot, &title).map(Box::new))
    } else {
        Mark::Loss(id.to_owned(), loss::read(file, id, spot, &title).map(Box::new))
    }
}

impl Mark {
    /// `c7` or `k2`.
    pub fn id(&self) -> &str {
        match self {
            Self::Claim(id, _) | Self::Loss(id, _) => id,
        }
    }

    /// Takes the marked words and joins the text's claims or losses.
    pub fn finish(self, quote: String, text: &mut Text) {
        match self {
            Self::Claim(_, Some(mut claim)) => {
                claim.quote = quote;
                text.claims.push(*claim);
            }
            Self::Loss(_, Some(mut loss)) => {
                loss.quote = quote;
                text.losses.push(*loss);
            }
            Self::Claim(_, None) | Self::Loss(_, None) => {}
        }
    }
}

/// The first of many names: a list of all says no more.
fn listed(ids: &[&str]) -> String {
    const MOST: usize = 12;
    let more = if ids.len() > MOST { " and more" } else { "" };
    format!("{}{more}", ids[..ids.len().min(MOST)].join(", "))
}

/// Looks for answers to claims of the same file that are not there.
pub fn check_targets(file: &mut File<'_, '_>, text: &Text) {
    // A mark with a wrong title is a mark all the same: it has had its own message.
    let ids: Vec<&str> = text
        .anchors
        .iter()
        .map(|anchor| anchor.value.as_str())
        .filter(|id| id.starts_with('c') && id_of(&format!("#{id}")).is_some())
        .collect();
    let known: HashSet<&str> = ids.iter().copied().collect();
    for claim in &text.claims {
        let Some(answer) = claim.answers.as_ref().filter(|answer| answer.value.article.is_none())
        else {
            continue;
        };
        let target = answer.value.id.as_str();
        let (message, help) = if target == claim.id {
            (format!("{target} answers itself"), "name the claim that it answers".to_owned())
        } else if !known.contains(target) {
            let there = if ids.is_empty() {
                "there are none".to_owned()
            } else {
                format!("there are {}", listed(&ids))
            };
            (format!("there is no {target} in this file"), there)
        } else {
            continue;
        };
        let complaint = crate::base::Diagnostic::error(
            codes::TARGET_NOT_THERE,
            &file.source.path,
            answer.spot,
            message,
        )
        .help(help);
        file.complain(complaint);
    }
}
