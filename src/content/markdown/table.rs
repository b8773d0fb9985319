use pulldown_cmark::Alignment;

/// What a table stands in: on a phone it is moved sideways, by a keyboard too.
pub(super) const BOX: &str =
    "<div class=\"tw\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">";

/// The table that a text is in: its cells are written by us, since the library writes alignment as an
/// inline style, which pages do not allow.
#[derive(Default)]
pub(super) struct Table {
    columns: Vec<Alignment>,
    at: usize,
    head: bool,
}

impl Table {
    pub(super) fn new(columns: Vec<Alignment>) -> Self {
        Self { columns, at: 0, head: false }
    }

    pub(super) fn row(&mut self, head: bool) {
        (self.at, self.head) = (0, head);
    }

    /// Left and right are where lines begin and end: in Arabic the other way round.
    pub(super) fn open(&mut self) -> String {
        let class = match self.columns.get(self.at) {
            Some(Alignment::Right) => " class=\"te\"",
            Some(Alignment::Center) => " class=\"tc\"",
            _ => "",
        };
        self.at += 1;
        if self.head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    pub(super) fn close(&self) -> String {
        if self.head { "</th>" } else { "</td>" }.to_owned()
    }
}
