//! The sorted pieces put where they belong, in the order of the copy.

use super::day::Day;
use super::piece::{Kind, Piece};
use super::stamp::Stamp;
use super::words::folded;
use super::{Image, ReadError, Remark, Wire, agency, dateline, doubled, related, tail};

/// Builds the wire. `opening` is the piece with which the report begins.
pub fn gather(
    pieces: Vec<Piece>,
    opening: usize,
    copy: &str,
    wire: Wire,
) -> Result<Wire, ReadError> {
    let mut gathering = Gathering { wire, filed: None };
    for (at, piece) in pieces.into_iter().enumerate() {
        let piece = if at == opening { gathering.take_dateline(piece, copy) } else { piece };
        gathering.place(piece);
    }
    let mut wire = gathering.finish();
    wire.left_out.sort_by_key(|remark| remark.line);
    wire.guessed.sort_by_key(|remark| remark.line);
    if wire.body.is_empty() { Err(ReadError::NoBody) } else { Ok(wire) }
}

/// Said unless another line prints the whole day.
const NO_YEAR: &str = "is a day without a year: give the date";

struct Gathering {
    wire: Wire,
    /// The dateline's day: the report's own, if no day of publication is printed.
    filed: Option<String>,
}

impl Gathering {
    fn place(&mut self, piece: Piece) {
        let Piece { line, text, kind, asides, guess, .. } = piece;
        for (aside, why) in asides {
            self.leave_out(line, aside, why);
        }
        if let Some(why) = guess {
            self.guess(line, &text, why);
        }
        match kind {
            Kind::Prose | Kind::Section => self.add_paragraph(text),
            Kind::Title => self.wire.title = text,
            Kind::Standfirst => self.wire.standfirst = Some(text),
            Kind::Byline(names) => self.add_byline(line, names),
            Kind::Names(names) => {
                self.guess(line, &text, "taken for the byline");
                self.add_byline(line, names);
            }
            Kind::Agency => self.add_agency(line, text),
            Kind::Stamp(stamp) => self.add_stamp(line, text, stamp),
            Kind::Picture(image) => self.add_image(line, text, image),
            Kind::Related(headlines) => self.add_related(line, &text, &headlines),
            Kind::Tail => self.add_tail(&text),
            Kind::Address => {
                self.leave_out(line, text, "an address: give the report's own as `url`")
            }
            Kind::Heading(_) => self.leave_out(line, text, "a heading without a list"),
            Kind::LeftOut(why) => self.leave_out(line, text, why),
        }
    }

    fn leave_out(&mut self, line: usize, text: String, why: &'static str) {
        self.wire.left_out.push(Remark { line, text, why });
    }

    fn guess(&mut self, line: usize, text: &str, why: &'static str) {
        self.wire.guessed.push(Remark { line, text: text.to_owned(), why });
    }

    fn add_paragraph(&mut self, text: String) {
        if let Some((paragraph, tail)) = tail::cut(&text) {
            self.wire.body.push(paragraph.to_owned());
            self.add_tail(tail);
        } else if !text.is_empty() {
            self.wire.body.push(text);
        }
    }

    fn add_tail(&mut self, text: &str) {
        let before = self.wire.tail.take().map_or_else(String::new, |tail| tail + " ");
        self.wire.tail = Some(before + text);
    }

    fn add_byline(&mut self, line: usize, names: String) {
        if agency::is_agency(&names) {
            self.add_agency(line, names);
            return;
        }
        match &mut self.wire.byline {
            None => self.wire.byline = Some(names),
            Some(byline) if folded(byline) == folded(&names) => {
                self.leave_out(line, names, "the byline, again");
            }
            Some(byline) => *byline = format!("{byline}, {names}"),
        }
    }

    fn add_agency(&mut self, line: usize, name: String) {
        match &self.wire.agency {
            None => self.wire.agency = Some(name),
            Some(_) => self.leave_out(line, name, "an agency, after another naming of it"),
        }
    }

    /// Cuts the dateline off the report's first paragraph.
    fn take_dateline(&mut self, piece: Piece, copy: &str) -> Piece {
        let Some(found) = dateline::read(&piece.text, copy).filter(|_| piece.is_prose()) else {
            return piece;
        };
        let line = piece.line;
        if let Some((printed, day)) = found.day {
            match day {
                Day::Whole(day) => self.filed = Some(day),
                _ => self.guess(line, &printed, NO_YEAR),
            }
            self.leave_out(line, printed, "the dateline's day, read for the date");
        }
        if let Some(name) = found.agency {
            self.add_agency(line, name);
        }
        if let Some(place) = found.place.as_deref().filter(|_| !found.sure) {
            self.guess(line, place, "taken for the dateline");
        }
        self.wire.dateline = found.place;
        Piece { text: found.rest, ..piece }
    }

    fn add_stamp(&mut self, line: usize, text: String, stamp: Stamp) {
        match (stamp.day, &self.wire.date) {
            (Some(Day::Whole(day)), None) => self.wire.date = Some(day),
            (Some(Day::Whole(day)), Some(date)) if day != *date => {
                self.guess(line, &text, "names another day than the one taken for the date");
            }
            (Some(Day::NoYear), _) => self.guess(line, &text, NO_YEAR),
            (Some(Day::Ambiguous), _) => {
                self.guess(line, &text, "may be read with day or month first: give the date");
            }
            _ => {}
        }
        self.leave_out(line, text, "a time stamp, read for the date");
    }

    fn add_image(&mut self, line: usize, text: String, image: Image) {
        let same = |known: &Image| {
            let caption = image.caption.is_none() || image.caption == known.caption;
            let credit = image.credit.is_none() || image.credit == known.credit;
            caption && credit
        };
        if self.wire.images.iter().any(same) {
            self.leave_out(line, text, "a picture's caption and credit, again");
            return;
        }
        self.guess(line, &text, "is a picture's: give its file as `src`");
        self.wire.images.push(image);
    }

    fn add_related(&mut self, line: usize, text: &str, headlines: &str) {
        let found = related::split(headlines);
        if found.len() > 1 {
            self.guess(line, text, "taken for several headlines, run together");
        }
        for headline in found {
            let (once, again) = doubled::halves(&headline).unwrap_or((&headline, ""));
            if !again.is_empty() {
                self.leave_out(line, again.to_owned(), "the same words, again");
            }
            if self.wire.related.iter().any(|known| known == once) {
                self.leave_out(line, once.to_owned(), "a related headline, again");
            } else {
                self.wire.related.push(once.to_owned());
            }
        }
    }

    fn finish(mut self) -> Wire {
        let wire = &mut self.wire;
        if wire.date.is_some() {
            wire.guessed.retain(|remark| remark.why != NO_YEAR);
        }
        wire.date = wire.date.take().or(self.filed);
        // "Jane Doe, Reuters" names the agency, unless the dateline names another.
        let parts = wire.byline.as_deref().and_then(agency::after_names);
        if let Some((names, agency)) = parts.filter(|_| wire.agency.is_none()) {
            wire.agency = Some(agency.to_owned());
            wire.byline = Some(names.to_owned());
        }
        self.wire
    }
}
