//! Smaller photographs: the pixels of a picture, turned upright, scaled and written anew as a JPEG of
//! at most so many bytes. What comes out depends on the picture alone: no step uses what only some
//! processors can.

use jpeg_encoder::{ColorType, Encoder, EncodingError, SamplingFactor};
use resize::{Pixel, Type};
use rgb::RGB8;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::{Format, jpeg, png as png_file, strip};

/// More pixels are not opened: they would take 200 MB.
pub const MOST_PIXELS: u64 = 64 << 20;

/// Told with what is made, so that another way of making it makes it anew.
pub const RECIPE: &str = "dateline photograph 1";

/// From what hardly differs from the original to what is sure to be small.
const QUALITIES: [u8; 9] = [82, 74, 66, 58, 48, 38, 26, 12, 1];

/// Pixels without transparency, from left to right and from top to bottom.
struct Picture {
    pixels: Vec<RGB8>,
    width: usize,
    height: usize,
    /// What its colours mean, where they are not those that every screen expects.
    profile: Option<Vec<u8>>,
}

/// How wide and high a picture stands upright, from its first bytes; nothing where they do not say,
/// and of formats that are not scaled.
pub fn extent(format: Format, head: &[u8]) -> Option<(u32, u32)> {
    if !format.is_scaled() || !super::sniff::is(format, head) {
        return None;
    }
    let size = imagesize::blob_size(head).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    let upright = if orientation(format, head) > 4 { (height, width) } else { (width, height) };
    (width > 0 && height > 0).then_some(upright)
}

/// A picture within a width and a height, as a JPEG of at most so many bytes; or what is wrong with
/// it, in words for an editor. The path is only for these words.
pub fn scale(
    path: &str,
    format: Format,
    bytes: &[u8],
    within: (u32, u32),
    most: u64,
) -> Result<Vec<u8>, String> {
    let clean = strip(path, format, bytes)?;
    let picture = open(format, &clean).map_err(|why| format!("the {} {why}", format.name()))?;
    let picture = picture.resized((within.0 as usize, within.1 as usize))?;
    let jpeg = |at: usize| picture.jpeg(QUALITIES[at]).map_err(|error| error.to_string());
    let fits = |bytes: &Vec<u8>| bytes.len() as u64 <= most;
    // The best that is small enough: mostly the first; else it is looked for by halves.
    let mut best = Some(jpeg(0)?).filter(&fits);
    let (mut from, mut to) = (1, QUALITIES.len() - 1);
    while best.is_none() && from < to {
        let middle = from.midpoint(to);
        if fits(&jpeg(middle)?) {
            to = middle
        } else {
            from = middle + 1
        }
        best = (from == to).then(|| jpeg(from)).transpose()?;
    }
    Ok(best.unwrap_or_default())
}

fn open(format: Format, bytes: &[u8]) -> Result<Picture, String> {
    let cannot = |error: String| format!("cannot be opened to make smaller ones of it: {error}");
    if let Some((width, height)) = extent(format, bytes)
        && u64::from(width) * u64::from(height) > MOST_PIXELS
    {
        let millions = u64::from(width) * u64::from(height) / 1_000_000;
        let limit = MOST_PIXELS / 1_000_000;
        return Err(format!("has {millions} million pixels; the limit is {limit} million"));
    }
    let opened = match format {
        Format::Jpeg => open_jpeg(bytes),
        Format::Png => open_png(bytes),
        Format::WebP => open_webp(bytes),
        Format::Gif | Format::Svg | Format::Pdf => Err("it is none that is scaled".into()),
    };
    opened.map(|picture| picture.upright(orientation(format, bytes))).map_err(cannot)
}

/// Which way is up, as browsers see it: 1 to 8. They do not ask a WebP.
fn orientation(format: Format, bytes: &[u8]) -> u8 {
    let turn = match format {
        Format::Jpeg => jpeg::orientation(bytes),
        Format::Png => png_file::orientation(bytes),
        _ => None,
    };
    turn.unwrap_or(1)
}

fn open_jpeg(bytes: &[u8]) -> Result<Picture, String> {
    let widest = usize::from(u16::MAX);
    let options = DecoderOptions::default()
        .set_use_unsafe(false)
        .set_max_width(widest)
        .set_max_height(widest)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let pixels = decoder.decode().map_err(|error| error.to_string())?;
    let (width, height) = decoder.dimensions().ok_or("it has no size")?;
    let profile = decoder.icc_profile().filter(|profile| is_rgb(profile));
    Picture::of(&pixels, 3, (width, height), profile)
}

fn open_png(bytes: &[u8]) -> Result<Picture, String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    decoder.set_limits(png::Limits { bytes: MOST_PIXELS as usize * 4 });
    let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("it is too large")?];
    let info = reader.next_frame(&mut pixels).map_err(|error| error.to_string())?;
    pixels.truncate(info.buffer_size());
    let profile = reader.info().icc_profile.as_deref().filter(|profile| is_rgb(profile));
    let profile = profile.map(<[u8]>::to_vec);
    let size = (info.width as usize, info.height as usize);
    Picture::of(&pixels, info.color_type.samples(), size, profile)
}

fn open_webp(bytes: &[u8]) -> Result<Picture, String> {
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes))
        .map_err(|error| error.to_string())?;
    decoder.set_memory_limit(MOST_PIXELS as usize * 4);
    let mut pixels = vec![0; decoder.output_buffer_size().ok_or("it is too large")?];
    decoder.read_image(&mut pixels).map_err(|error| error.to_string())?;
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_rgb(profile));
    let (width, height) = decoder.dimensions();
    let samples = if decoder.has_alpha() { 4 } else { 3 };
    Picture::of(&pixels, samples, (width as usize, height as usize), profile)
}

/// Whether a colour profile (ICC.1) is about red, green and blue.
fn is_rgb(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"RGB ")
}

impl Picture {
    /// Of one to four samples a pixel: grey or colours, and how opaque they are. What lets through
    /// stands on white, as on a page by day.
    fn of(
        samples: &[u8],
        each: usize,
        (width, height): (usize, usize),
        profile: Option<Vec<u8>>,
    ) -> Result<Self, String> {
        let over_white = |sample: u8, alpha: u8| {
            let (sample, alpha) = (u16::from(sample), u16::from(alpha));
            ((sample * alpha + 255 * (255 - alpha) + 127) / 255) as u8
        };
        let pixel = |samples: &[u8]| match *samples {
            [grey] => RGB8::new(grey, grey, grey),
            [grey, alpha] => {
                let grey = over_white(grey, alpha);
                RGB8::new(grey, grey, grey)
            }
            [r, g, b, alpha] => {
                RGB8::new(over_white(r, alpha), over_white(g, alpha), over_white(b, alpha))
            }
            [r, g, b, ..] => RGB8::new(r, g, b),
            [] => RGB8::default(),
        };
        let pixels: Vec<RGB8> = samples.chunks_exact(each.max(1)).map(pixel).collect();
        if width == 0 || height == 0 || pixels.len() != width * height {
            return Err("its pixels do not fill it".into());
        }
        Ok(Self { pixels, width, height, profile })
    }

    /// Turned and mirrored as an orientation of Exif says.
    fn upright(self, turn: u8) -> Self {
        let (wide, high) = (self.width, self.height);
        let (width, height) = if turn > 4 { (high, wide) } else { (wide, high) };
        // Where a pixel of the upright picture stands in the one that was stored.
        let stored = |x: usize, y: usize| match turn {
            2 => (wide - 1 - x, y),
            3 => (wide - 1 - x, high - 1 - y),
            4 => (x, high - 1 - y),
            5 => (y, x),
            6 => (y, high - 1 - x),
            7 => (wide - 1 - y, high - 1 - x),
            8 => (wide - 1 - y, x),
            _ => (x, y),
        };
        if !(2..=8).contains(&turn) {
            return self;
        }
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let pixels = places.map(|(x, y)| stored(x, y)).map(|(x, y)| self.pixels[y * wide + x]);
        Self { pixels: pixels.collect(), width, height, profile: self.profile }
    }

    fn resized(self, (width, height): (usize, usize)) -> Result<Self, String> {
        if (width, height) == (self.width, self.height) {
            return Ok(self);
        }
        let mut pixels = vec![RGB8::default(); width * height];
        // Its kernel is a polynomial: no function of the machine's library has a part in it.
        resize::new(self.width, self.height, width, height, Pixel::RGB8, Type::Catrom)
            .and_then(|mut resizer| resizer.resize(&self.pixels, &mut pixels))
            .map_err(|error| error.to_string())?;
        Ok(Self { pixels, width, height, profile: self.profile })
    }

    fn jpeg(&self, quality: u8) -> Result<Vec<u8>, EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, quality);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        // On a slow line it is seen as a whole, and then gets sharper.
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        if let Some(profile) = &self.profile {
            encoder.add_icc_profile(profile)?;
        }
        let samples: Vec<u8> =
            self.pixels.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
        encoder.encode(&samples, self.width as u16, self.height as u16, ColorType::Rgb)?;
        Ok(bytes)
    }
}
