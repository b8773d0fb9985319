use super::clauses;
use super::words::{Title, Word, name, refuse};
use crate::base::{Spot, Spotted, nearest};
use crate::content::markdown::File;
use crate::model::{Claim, ClaimRef, Verb, codes};

const GRAMMAR: &str = "a claim is: WHO says|denies|confirms|concedes|retracts|reports [CLAIM] [re EVENT] [by PERSON|unnamed] [in PLACE] [implied]";

/// Reads the title of a claim mark.
pub fn read(file: &mut File<'_, '_>, id: &str, spot: Spot, title: &Title) -> Option<Claim> {
    let at = title.words.iter().position(|word| Verb::parse(&word.text).is_some());
    let Some(at) = at else { return unknown_verb(file, title) };
    let verb = Verb::parse(&title.words[at].text)?;
    if at == 0 {
        return refuse(
            file,
            codes::MARK_GRAMMAR,
            title.range.clone(),
            "who says so is missing".to_owned(),
            GRAMMAR,
        );
    }
    let answers = title
        .words
        .get(at + 1)
        .and_then(|word| claim_ref(word).map(|claim| (claim, word.range.clone())));
    if answers.is_none() && verb.needs_claim() {
        let message = format!("`{}` needs the claim that it answers", verb.word());
        return refuse(
            file,
            codes::MISSING_TARGET,
            title.words[at].range.clone(),
            message,
            "name it: c1 in this file, or article-slug#c1 in another",
        );
    }
    let after = at + 1 + usize::from(answers.is_some());
    let clauses = clauses::read(file, title, after, true, GRAMMAR)?;
    Some(Claim {
        id: id.to_owned(),
        spot,
        quote: String::new(),
        who: name(file, &title.words[..at]),
        verb,
        answers: answers.map(|(claim, range)| Spotted::new(claim, file.spot(range))),
        event: clauses.event,
        by: clauses.by,
        place: clauses.place,
        implied: clauses.implied,
    })
}

/// `c1`, or `article-slug#c1`.
fn claim_ref(word: &Word) -> Option<ClaimRef> {
    let (article, id) = match word.text.split_once('#') {
        Some((article, id)) => (Some(article.to_owned()), id),
        None => (None, word.text.as_str()),
    };
    let digits = id.strip_prefix('c')?;
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (number && article.as_deref() != Some("")).then(|| ClaimRef { article, id: id.to_owned() })
}

fn unknown_verb(file: &mut File<'_, '_>, title: &Title) -> Option<Claim> {
    let all = Verb::VALUES.join(", ");
    let near = title
        .words
        .iter()
        .skip(1)
        .find_map(|word| nearest(&word.text, Verb::VALUES).map(|verb| (word, verb)));
    if let Some((word, verb)) = near {
        let message = format!("`{}` is not a verb of claims", word.text);
        return refuse(
            file,
            codes::UNKNOWN_VERB,
            word.range.clone(),
            message,
            &format!("did you mean `{verb}`? The six are: {all}"),
        );
    }
    match title.words.get(1) {
        Some(word) => refuse(
            file,
            codes::UNKNOWN_VERB,
            word.range.clone(),
            format!("`{}` is not a verb of claims", word.text),
            &format!("one of: {all}"),
        ),
        None => refuse(
            file,
            codes::MARK_GRAMMAR,
            title.range.clone(),
            "this mark does not say who says so".to_owned(),
            GRAMMAR,
        ),
    }
}
