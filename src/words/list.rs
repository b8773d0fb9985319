use super::{Fill, Words};

impl Words {
    /// `A`, `A and B`, `A, B and C`.
    pub fn and(&self, names: &[impl AsRef<str>]) -> String {
        match names {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first @ .., last] => {
                let first = self.commas(first);
                self.fill(
                    "and-then",
                    &[("first", Fill::Text(&first)), ("next", Fill::Text(last.as_ref()))],
                )
            }
        }
    }

    /// At most so many names: `A, B, C and 4 more`.
    pub fn some_of(&self, names: &[impl AsRef<str>], most: usize) -> String {
        match names.get(..most.saturating_sub(1)).filter(|_| names.len() > most) {
            None => self.and(names),
            Some(first) => {
                let left = (names.len() - first.len()) as u64;
                let first = self.commas(first);
                self.fill(
                    "and-more-names",
                    &[("names", Fill::Text(&first)), ("n", Fill::Number(left))],
                )
            }
        }
    }

    /// `A, B, C`.
    fn commas(&self, names: &[impl AsRef<str>]) -> String {
        let mut list = String::new();
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                list.push_str(self.say("comma"));
                list.push(' ');
            }
            list.push_str(name.as_ref());
        }
        list
    }

    /// Words in a language's quotation marks.
    pub fn quoted(&self, words: &str) -> String {
        format!("{}{words}{}", self.say("open-quote"), self.say("close-quote"))
    }
}
