use unicode_segmentation::UnicodeSegmentation;

use crate::base::plain_line;
use crate::model::Loss;

/// The plain text of the paragraph, item or cell that is being read, so that a figure can be
/// given the sentence that it stands in.
#[derive(Debug, Default)]
pub struct Line {
    text: String,
    /// Of each figure in it, its number among the text's figures, and its bytes.
    figures: Vec<(usize, std::ops::Range<usize>)>,
}

impl Line {
    /// Adds words.
    pub fn push(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Notes that the last `length` bytes are the words of the figure of this number.
    pub fn figure(&mut self, number: usize, length: usize) {
        let end = self.text.len();
        self.figures.push((number, end.saturating_sub(length)..end));
    }

    /// Ends the line: its figures get their sentences.
    pub fn end(&mut self, losses: &mut [Loss]) {
        let (text, figures) = (std::mem::take(&mut self.text), std::mem::take(&mut self.figures));
        for (number, range) in figures {
            if let Some(loss) = losses.get_mut(number) {
                loss.sentence = sentence(&text, range);
            }
        }
    }
}

/// The sentence around some bytes of a text (UAX #29); more than one where they span more.
fn sentence(text: &str, range: std::ops::Range<usize>) -> String {
    let ends = text.split_sentence_bound_indices().map(|(at, part)| (at, at + part.len()));
    let inside = ends.filter(|(start, end)| *start < range.end && *end > range.start);
    let (mut start, mut end) = (range.start, range.end);
    for (first, last) in inside {
        start = start.min(first);
        end = end.max(last);
    }
    plain_line(text.get(start..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_figure_gets_its_own_sentence_and_no_other() {
        let text = "It rained. More than 40 people were reported killed since late last week. Then it stopped.";
        let at = text.find("More").map(|at| at..at + 12);
        let found = at.map(|range| sentence(text, range));
        let wanted = "More than 40 people were reported killed since late last week.";
        assert_eq!(found.as_deref(), Some(wanted));
    }

    #[test]
    fn other_scripts_have_sentences_too() {
        let text = "توقفت العبارة. قُتل 12 شخصا. عادت العبارة.";
        let at = text.find("12").map(|at| at..at + 2);
        assert_eq!(at.map(|range| sentence(text, range)).as_deref(), Some("قُتل 12 شخصا."));
    }
}
