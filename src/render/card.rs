//! The picture of a shared link, 1200 by 630 pixels: paper, ink, the graduated line of the masthead, a
//! headline. Letters come from the fonts in the binary and nowhere else, so that every machine draws
//! the same bytes.

use cosmic_text::fontdb::{Database, Source};
use cosmic_text::{
    Align, Attrs, Buffer, Color, Fallback, Family, FontSystem, Metrics, Shaping, SwashCache,
};
use png::{BitDepth, ColorType, Compression, Encoder};
use unicode_script::Script;

use super::look;
use crate::model::{Colour, Look};
use crate::pages::views::CardView;

/// Width and height in pixels, as Open Graph's readers show them whole.
const SIZE: [usize; 2] = [1200, 630];
/// From the edge to the text.
const MARGIN: usize = 72;
/// Steps from paper to each of the two inks: 16 colours, two pixels a byte, which halves what has to be
/// compressed.
const STEPS: usize = 8;

static FONTS: [&[u8]; 3] = [
    include_bytes!("card/fonts/NotoSerif.ttf"),
    include_bytes!("card/fonts/NotoSans.ttf"),
    include_bytes!("card/fonts/NotoNaskhArabic.ttf"),
];
const SERIF: &str = "Noto Serif";
const SANS: &str = "Noto Sans";
const NASKH: &str = "Noto Naskh Arabic";

/// What a card is drawn in.
#[derive(Debug, Clone, Copy)]
enum Ink {
    Text,
    Apparatus,
}

/// A card as PNG. Words in a script that none of the fonts has are left out: better none than boxes.
pub fn png(view: &CardView) -> Vec<u8> {
    let mut sheet = Sheet::new();
    let mut pen = Pen::new();
    let right = view.dir == "rtl";
    pen.line(&mut sheet, &view.masthead, (SERIF, 46.0, Ink::Text), 50, right);
    sheet.neatline(122);
    if let Some(date) = &view.date {
        pen.line(&mut sheet, date, (SANS, 27.0, Ink::Apparatus), 168, right);
    }
    pen.headline(&mut sheet, &view.title, right);
    sheet.fill([MARGIN, 540], [SIZE[0] - 2 * MARGIN, 1], Ink::Apparatus);
    pen.line(&mut sheet, &view.desk, (SANS, 27.0, Ink::Apparatus), 556, right);
    sheet.encode(&view.look)
}

/// Fonts and what is kept of them while one card is drawn.
struct Pen {
    fonts: FontSystem,
    cache: SwashCache,
}

impl Pen {
    fn new() -> Self {
        let mut fonts = Database::new();
        for font in FONTS {
            fonts.load_font_source(Source::Binary(std::sync::Arc::new(font)));
        }
        // Neither the reader's nor the machine's language may change how anything is drawn.
        let fonts = FontSystem::new_with_locale_and_db_and_fallback("en".to_owned(), fonts, Own);
        Self { fonts, cache: SwashCache::new() }
    }

    /// One line of text, cut where it is longer than the sheet is wide.
    fn line(
        &mut self,
        sheet: &mut Sheet,
        text: &str,
        (family, size, ink): (&str, f32, Ink),
        top: usize,
        right: bool,
    ) {
        let buffer = self.lay_out(text, family, size, right);
        let lines = buffer.layout_runs().count();
        let text: String = if lines > 1 {
            text.chars().take(48).chain(['…']).collect()
        } else {
            text.to_owned()
        };
        let buffer = self.lay_out(&text, family, size, right);
        self.draw(sheet, &buffer, ink, top);
    }

    /// The headline, as large as it can be in the room that there is.
    fn headline(&mut self, sheet: &mut Sheet, text: &str, right: bool) {
        let room = 300.0;
        let sizes = [76.0, 66.0, 58.0, 50.0, 44.0];
        let mut text = text.to_owned();
        loop {
            for size in sizes {
                let buffer = self.in_lines(&text, size, right);
                let height: f32 = buffer.layout_runs().map(|run| run.line_height).sum();
                if height <= room && fits(&buffer) {
                    self.draw(sheet, &buffer, Ink::Text, 212);
                    return;
                }
            }
            // A quarter shorter, between words where there are any.
            let keep = text.chars().count() * 3 / 4;
            let short: String = text.chars().take(keep).collect();
            let short = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
            text = format!("{}…", short.trim_end_matches('…'));
        }
    }

    /// A text in lines. Where words of both directions share a line, the library may break it too late:
    /// then it is broken here, word by word.
    fn in_lines(&mut self, text: &str, size: f32, right: bool) -> Buffer {
        let buffer = self.lay_out(text, SERIF, size, right);
        if fits(&buffer) {
            return buffer;
        }
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            let line = lines.last().map_or("", String::as_str);
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            let measured = self.lay_out(&longer, SERIF, size, right);
            if line.is_empty() || fits(&measured) && measured.layout_runs().count() == 1 {
                lines.pop();
                lines.push(longer);
            } else {
                lines.push(word.to_owned());
            }
        }
        self.lay_out(&lines.join("\n"), SERIF, size, right)
    }

    fn lay_out(&mut self, text: &str, family: &str, size: f32, right: bool) -> Buffer {
        let arabic = text.chars().any(|c| matches!(c, '\u{600}'..='\u{8ff}'));
        let leading = if arabic { 1.5 } else { 1.14 };
        let mut buffer = Buffer::new(&mut self.fonts, Metrics::relative(size, leading));
        buffer.set_size(&mut self.fonts, Some((SIZE[0] - 2 * MARGIN) as f32), None);
        let attrs = Attrs::new().family(Family::Name(family));
        let align = if right { Align::Right } else { Align::Left };
        buffer.set_text(&mut self.fonts, text, &attrs, Shaping::Advanced, Some(align));
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer
    }

    fn draw(&mut self, sheet: &mut Sheet, buffer: &Buffer, ink: Ink, top: usize) {
        let missing =
            buffer.layout_runs().flat_map(|run| run.glyphs).any(|glyph| glyph.glyph_id == 0);
        if missing {
            return;
        }
        let black = Color::rgb(0, 0, 0);
        buffer.draw(&mut self.fonts, &mut self.cache, black, |x, y, width, height, colour| {
            let (x, y) = (x + MARGIN as i32, y + top as i32);
            for (x, y) in (0..height as i32)
                .flat_map(|down| (0..width as i32).map(move |on| (x + on, y + down)))
            {
                sheet.put(x, y, colour.a(), ink);
            }
        });
    }
}

/// Whether no line is wider than the sheet.
fn fits(buffer: &Buffer) -> bool {
    buffer.layout_runs().all(|run| run.line_w <= (SIZE[0] - 2 * MARGIN) as f32)
}

/// Which fonts stand in for one that lacks a letter.
struct Own;

impl Fallback for Own {
    fn common_fallback(&self) -> &[&'static str] {
        &[SERIF, NASKH, SANS]
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, script: Script, _: &str) -> &[&'static str] {
        if script == Script::Arabic { &[NASKH] } else { &[] }
    }
}

/// Pixels, each a step on the way from paper to one of the inks.
struct Sheet(Vec<u8>);

impl Sheet {
    fn new() -> Self {
        Self(vec![0; SIZE[0] * SIZE[1]])
    }

    fn put(&mut self, x: i32, y: i32, cover: u8, ink: Ink) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x >= SIZE[0] || y >= SIZE[1] {
            return;
        }
        let step = (usize::from(cover) * (STEPS - 1) + 127) / 255;
        let pixel = &mut self.0[y * SIZE[0] + x];
        // Where two letters touch, the darker one counts.
        if step > usize::from(*pixel) % STEPS {
            *pixel = (ink as usize * STEPS + step) as u8;
        }
    }

    fn fill(&mut self, [x, y]: [usize; 2], [width, height]: [usize; 2], ink: Ink) {
        for (x, y) in (y..y + height).flat_map(|y| (x..x + width).map(move |x| (x, y))) {
            self.put(x as i32, y as i32, 255, ink);
        }
    }

    /// The graduated line below the masthead, as on the edge of a chart.
    fn neatline(&mut self, top: usize) {
        let [width, height] = [SIZE[0] - 2 * MARGIN, 14];
        for y in [top, top + height - 2] {
            self.fill([MARGIN, y], [width, 2], Ink::Text);
        }
        for x in [MARGIN, MARGIN + width - 2] {
            self.fill([x, top], [2, height], Ink::Text);
        }
        let step = width / 24;
        for mark in 0..24 {
            self.fill([MARGIN + mark * step, top], [step / 2, height], Ink::Text);
        }
    }

    fn encode(&self, look: &Look) -> Vec<u8> {
        let [paper, ink, ink2] = ["paper", "ink", "ink2"].map(|name| look::by_day(look, name));
        let palette = [ink, ink2]
            .into_iter()
            .flat_map(|ink| (0..STEPS).flat_map(move |step| mix(paper, ink, step).0));
        let pixels: Vec<u8> = self.0.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        let mut bytes = Vec::with_capacity(24 << 10);
        let mut encoder = Encoder::new(&mut bytes, SIZE[0] as u32, SIZE[1] as u32);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette.collect::<Vec<u8>>());
        encoder.set_compression(Compression::Balanced);
        encoder.set_filter(png::Filter::NoFilter);
        // Memory takes whatever is written to it, and the pixels are as many as the head says.
        let written =
            encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels));
        if written.is_err() {
            bytes.clear();
        }
        bytes
    }
}

fn mix(paper: Colour, ink: Colour, step: usize) -> Colour {
    let part = |at: usize| {
        let (from, to) = (usize::from(paper.0[at]), usize::from(ink.0[at]));
        ((from * (STEPS - 1 - step) + to * step + (STEPS - 1) / 2) / (STEPS - 1)) as u8
    };
    Colour([part(0), part(1), part(2)])
}
