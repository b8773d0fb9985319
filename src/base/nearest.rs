/// The known name that a misspelt one most likely meant, if any is close enough.
///
/// Close means: at most a third of the letters differ, by Damerau-Levenshtein distance, case
/// aside. Of equals the first in the order given wins.
pub fn nearest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wrong = wrong.to_lowercase();
    let letters = wrong.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        let length = name.chars().count();
        let limit = (letters.max(length) / 3).max(1);
        if length.abs_diff(letters) > limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&wrong, &name.to_lowercase());
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The help line for a misspelt name.
pub fn did_you_mean<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    nearest(wrong, known).map(|name| format!("did you mean `{name}`?"))
}
