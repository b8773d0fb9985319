use super::words::{Title, Word, name, refuse};
use crate::content::markdown::File;
use crate::model::{Attribution, Name, codes};

/// The tail that claims and losses share: `[re EVENT] [by PERSON|unnamed] [in PLACE] [implied]`.
#[derive(Default)]
pub struct Clauses {
    /// `re EVENT`
    pub event: Option<Name>,
    /// `by PERSON` or `by unnamed`
    pub by: Attribution,
    /// `in PLACE`
    pub place: Option<Name>,
    /// `implied`
    pub implied: bool,
}

const KEYWORDS: [&str; 4] = ["re", "by", "in", "implied"];

/// Reads the tail from the word number `at` on. `full` allows `in` and `implied`.
pub fn read(
    file: &mut File<'_, '_>,
    title: &Title,
    at: usize,
    full: bool,
    grammar: &str,
) -> Option<Clauses> {
    let mut clauses = Clauses::default();
    let mut rest = title.words.get(at..).unwrap_or_default();
    while let Some((keyword, after)) = rest.split_first() {
        let allowed = matches!(keyword.text.as_str(), "re" | "by")
            || (full && KEYWORDS.contains(&keyword.text.as_str()));
        if !allowed {
            let message = format!("`{}` is not understood here", keyword.text);
            return refuse(file, codes::MARK_GRAMMAR, keyword.range.clone(), message, grammar);
        }
        if keyword.text == "implied" {
            clauses.implied = true;
            rest = after;
            continue;
        }
        let end = after
            .iter()
            .position(|word| KEYWORDS.contains(&word.text.as_str()))
            .unwrap_or(after.len());
        let (words, next) = after.split_at(end);
        if words.is_empty() {
            let message = format!("a name is missing after `{}`", keyword.text);
            return refuse(file, codes::MARK_GRAMMAR, keyword.range.clone(), message, grammar);
        }
        if !take(file, &mut clauses, keyword, words) {
            let message = format!("`{}` stands here a second time", keyword.text);
            return refuse(file, codes::MARK_GRAMMAR, keyword.range.clone(), message, grammar);
        }
        rest = next;
    }
    Some(clauses)
}

/// Takes a clause; `false` when there was one of its kind before.
fn take(file: &mut File<'_, '_>, clauses: &mut Clauses, keyword: &Word, words: &[Word]) -> bool {
    let name = name(file, words);
    match keyword.text.as_str() {
        "re" => clauses.event.replace(name).is_none(),
        "in" => clauses.place.replace(name).is_none(),
        _ => {
            let by = match name.value.as_str() {
                "unnamed" => Attribution::Unnamed,
                _ => Attribution::Person(name),
            };
            std::mem::replace(&mut clauses.by, by) == Attribution::NotSaid
        }
    }
}
