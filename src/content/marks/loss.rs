use super::words::{Title, Word, joined, name, refuse};
use super::{clauses, number};
use crate::base::{Spot, Spotted, did_you_mean};
use crate::content::markdown::File;
use crate::model::{Count, Loss, LossMetric, Name, When, codes};

const GRAMMAR: &str = "a figure is: WHO: SIDE (killed|injured|missing|captured|displaced NUMBER)+ WHEN [re EVENT] [by PERSON|unnamed]";

/// Reads the title of a loss mark.
pub fn read(file: &mut File<'_, '_>, id: &str, spot: Spot, title: &Title) -> Option<Loss> {
    let colon = title.words.iter().position(|word| word.text.ends_with(':'));
    let Some(colon) = colon else {
        return refuse(
            file,
            codes::MARK_GRAMMAR,
            title.range.clone(),
            "who gives the figure is missing, with a colon after it".to_owned(),
            GRAMMAR,
        );
    };
    let who = who(file, &title.words[..=colon])?;
    let first = title.words.iter().position(|word| LossMetric::parse(&word.text).is_some());
    let Some(first) = first.filter(|first| *first > colon + 1) else {
        return no_metric(file, title, colon);
    };
    if let Some(word) =
        title.words[colon + 1..first].iter().find(|word| number::parse(&word.text).is_ok())
    {
        let message = format!("`{}` stands before what it counts", word.text);
        let help = format!("write {} {}", title.words[first].text, word.text);
        return refuse(file, codes::MARK_GRAMMAR, word.range.clone(), message, &help);
    }
    let side = name(file, &title.words[colon + 1..first]);
    let (counts, after) = counts(file, title, first)?;
    let when = window(file, title, after)?;
    let clauses = clauses::read(file, title, after + 1, false, GRAMMAR)?;
    Some(Loss {
        id: id.to_owned(),
        spot,
        quote: String::new(),
        sentence: String::new(),
        who,
        side,
        counts,
        when,
        event: clauses.event,
        by: clauses.by,
    })
}

/// The speaker before the colon; `Some(None)` for `unattributed`.
fn who(file: &mut File<'_, '_>, words: &[Word]) -> Option<Option<Name>> {
    let (text, range) = joined(words);
    let text = text.trim_end_matches(':').trim_end().to_owned();
    if text.is_empty() {
        return refuse(
            file,
            codes::MARK_GRAMMAR,
            range,
            "who gives the figure is missing".to_owned(),
            "write an actor, or `unattributed`",
        );
    }
    let spot = file.spot(range.start..range.start + text.len());
    Some((text != "unattributed").then(|| Name::new(text, spot)))
}

/// Pairs of metric and number, and the number of the word after them.
fn counts(file: &mut File<'_, '_>, title: &Title, first: usize) -> Option<(Vec<Count>, usize)> {
    let mut counts = Vec::new();
    let mut at = first;
    while let Some(metric) = title.words.get(at).and_then(|word| LossMetric::parse(&word.text)) {
        let Some(word) = title.words.get(at + 1) else {
            let message = format!("`{}` needs a number after it", metric.word());
            return refuse(
                file,
                codes::MARK_GRAMMAR,
                title.words[at].range.clone(),
                message,
                number::FORMS,
            );
        };
        match number::parse(&word.text) {
            Ok(_) if counts.iter().any(|count: &Count| count.metric == metric) => {
                let message = format!("`{}` stands here a second time", metric.word());
                return refuse(file, codes::MARK_GRAMMAR, word.range.clone(), message, GRAMMAR);
            }
            Ok(number) => counts.push(Count { metric, number }),
            Err(wrong) => {
                return refuse(file, wrong.code, word.range.clone(), wrong.message, &wrong.help);
            }
        }
        at += 2;
    }
    Some((counts, at))
}

fn window(file: &mut File<'_, '_>, title: &Title, at: usize) -> Option<Spotted<When>> {
    let Some(word) = title.words.get(at).filter(|word| !["re", "by"].contains(&word.text.as_str()))
    else {
        return refuse(
            file,
            codes::MARK_GRAMMAR,
            title.range.clone(),
            "the time of the losses is missing".to_owned(),
            "add it after the number, such as 2011-07-14/2011-07-18",
        );
    };
    let Some(when) = When::parse(&word.text) else {
        if When::is_backward(&word.text) {
            return refuse(
                file,
                codes::WINDOW_BACKWARD,
                word.range.clone(),
                format!("`{}` ends before it begins", word.text),
                "put the earlier day first",
            );
        }
        return refuse(
            file,
            codes::WRONG_WHEN,
            word.range.clone(),
            format!("`{}` is not an EDTF date of level 0 or 1", word.text),
            crate::content::front::EDTF_HELP,
        );
    };
    if let (Some(start), Some(end)) = (when.earliest(), when.latest())
        && end < start
    {
        return refuse(
            file,
            codes::WINDOW_BACKWARD,
            word.range.clone(),
            format!("`{}` ends before it begins", word.text),
            "put the earlier day first",
        );
    }
    let spot = file.spot(word.range.clone());
    Some(Spotted::new(when, spot))
}

fn no_metric(file: &mut File<'_, '_>, title: &Title, colon: usize) -> Option<Loss> {
    let all = LossMetric::VALUES.join(", ");
    let after = title.words.get(colon + 1..).unwrap_or_default();
    if let Some(word) = after.first().filter(|word| LossMetric::parse(&word.text).is_some()) {
        return refuse(
            file,
            codes::MARK_GRAMMAR,
            word.range.clone(),
            "whose losses they are is missing".to_owned(),
            "write an actor, `both` or `civilians` before it",
        );
    }
    let near = after
        .iter()
        .find_map(|word| did_you_mean(&word.text, LossMetric::VALUES).map(|help| (word, help)));
    match near.or_else(|| after.get(1).map(|word| (word, format!("one of: {all}")))) {
        Some((word, help)) => refuse(
            file,
            codes::MARK_GRAMMAR,
            word.range.clone(),
            format!("`{}` is not something that is counted", word.text),
            &help,
        ),
        None => refuse(
            file,
            codes::MARK_GRAMMAR,
            title.range.clone(),
            "the figure is missing".to_owned(),
            GRAMMAR,
        ),
    }
}
