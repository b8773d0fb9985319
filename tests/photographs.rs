//! Photographs: small enough for a slow line, upright, without what they tell about who took them,
//! and not loaded before a reader asks.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use dateline::model::photo::{Extent, LARGE, MEDIUM, SMALL};
use dateline::output::media::{Format, extent};
use jpeg_encoder::{ColorType, Encoder};
use proptest::prelude::*;
use support::browser::Browser;
use support::preview::Preview;
use support::{build, run, tree, write_all};

/// What a camera writes beside the pixels.
const CAMERA: &str = "Serial-4711-of-Nadia";

/// A picture of four fields, red, green, blue and white, on which some noise lies: it weighs as much
/// as a photograph. `turn` is what its Exif says about which way is up.
fn jpeg(width: u16, height: u16, noise: u32, turn: u8) -> Vec<u8> {
    let mut seed = 7_u32;
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let field = match (x < width / 2, y < height / 2) {
                (true, true) => [230, 20, 20],
                (false, true) => [20, 230, 20],
                (true, false) => [20, 20, 230],
                (false, false) => [240, 240, 240],
            };
            let speck = if noise == 0 { 0 } else { (seed >> 16) % noise };
            pixels.extend(field.map(|part: u32| part.saturating_sub(speck) as u8));
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0".to_vec();
    exif[19] = turn;
    exif.extend(CAMERA.as_bytes());
    encoder.add_exif_metadata(&exif).expect("short");
    encoder.encode(&pixels, width, height, ColorType::Rgb).expect("a picture");
    bytes
}

/// The same as a PNG, whose Exif is a chunk of its own.
fn png(width: u32, height: u32, turn: u8) -> Vec<u8> {
    let field = |x: u32, y: u32| match (x < width / 2, y < height / 2) {
        (true, true) => [230, 20, 20],
        (false, true) => [20, 230, 20],
        (true, false) => [20, 20, 230],
        (false, false) => [240, 240, 240],
    };
    let pixels: Vec<u8> =
        (0..height).flat_map(|y| (0..width).flat_map(move |x| field(x, y))).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0".to_vec();
    exif[19] = turn;
    exif.extend(CAMERA.as_bytes());
    writer.write_chunk(png::chunk::ChunkType(*b"eXIf"), &exif).expect("a chunk");
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

fn article(day: u8, image: &str) -> String {
    format!(
        "---\ntitle: Rebels at the gate\ndate: 2011-07-{day}\ntopics: [brega]\nsource: desk\nrights: own\n\
         image: {{src: /photos/{image}, alt: A gate, credit: The desk, caption: The gate}}\n---\nText.\n"
    )
}

fn site(image: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let topic = "---\ntitle: Brega\n---\nThe front.\n";
    let sources = "desk: {name: The desk, kind: desk}\n";
    write_all(
        folder.path(),
        [
            ("dateline.yaml", "title: Briefing\nbase_url: https://briefing.example/\n"),
            ("content/topics/brega.md", topic),
            ("content/registry/sources.yaml", sources),
            ("content/articles/2011-07-18-gate.md", &article(18, image)),
        ],
    );
    put(folder.path(), image, bytes);
    folder
}

fn put(root: &Path, image: &str, bytes: &[u8]) {
    std::fs::create_dir_all(root.join("static/photos")).expect("a folder");
    std::fs::write(root.join("static/photos").join(image), bytes).expect("written");
}

fn size(bytes: &[u8]) -> (u32, u32) {
    extent(Format::Jpeg, bytes).expect("a JPEG")
}

#[test]
fn a_large_photograph_is_published_in_sizes_that_are_promised() {
    let original = jpeg(2100, 1400, 90, 1);
    assert!(original.len() as u64 > 2 * LARGE.most, "it is to be heavy");
    let site = site("gate.jpg", &original);
    let public = site.path().join("public");
    build(site.path(), &public, &[]);
    let files = tree(&public);
    for (path, width, height, most) in [
        ("photos/gate.480.jpg", 480, 320, SMALL.most),
        ("photos/gate.960.jpg", 960, 640, MEDIUM.most),
        ("photos/gate.jpg", 1600, 1067, LARGE.most),
    ] {
        let bytes = &files[path];
        assert_eq!(size(bytes), (width, height), "{path}");
        assert!(bytes.len() as u64 <= most, "{path} has {} bytes", bytes.len());
        assert!(!bytes.windows(CAMERA.len()).any(|part| part == CAMERA.as_bytes()), "{path}");
    }
    let largest = files.values().map(Vec::len).max().expect("files") as u64;
    assert!(largest <= LARGE.most, "something of {largest} bytes is published");
    let page = String::from_utf8(files["2011/07/18/gate/index.html"].clone()).expect("UTF-8");
    for part in [
        "<summary>View the photograph, at most 120 KB</summary>",
        "src=\"../../../../photos/gate.960.jpg\"",
        "srcset=\"../../../../photos/gate.480.jpg 480w, ../../../../photos/gate.960.jpg 960w\"",
        "width=\"960\" height=\"640\" alt=\"A gate\" loading=\"lazy\"",
        "<a href=\"../../../../photos/gate.jpg\">Larger, at most 300 KB</a>",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

#[test]
fn a_photograph_is_made_anew_only_where_it_changed() {
    let site = site("gate.jpg", &jpeg(1200, 800, 60, 1));
    let public = site.path().join("public");
    build(site.path(), &public, &[]);
    let first = tree(&public);
    let time = |path: &str| std::fs::metadata(public.join(path)).and_then(|m| m.modified()).ok();
    let small = "photos/gate.480.jpg";
    let made = time(small);
    let said = build(site.path(), &public, &[]);
    assert!(said.contains(" 0 written"), "{said}");
    write_all(
        site.path(),
        [("content/articles/2011-07-19-b.md", article(19, "gate.jpg").as_str())],
    );
    build(site.path(), &public, &[]);
    assert_eq!(tree(&public)[small], first[small]);
    assert_eq!(time(small), made, "it is the same file");
    put(site.path(), "gate.jpg", &jpeg(1200, 800, 70, 1));
    build(site.path(), &public, &[]);
    assert_ne!(tree(&public)[small], first[small]);
    let fresh = site.path().join("fresh");
    build(site.path(), &fresh, &[]);
    assert_eq!(tree(&public), tree(&fresh), "as a clean build makes it");
}

#[test]
fn small_and_drawn_pictures_stay_as_they_are() {
    let site = site("gate.jpg", &jpeg(400, 300, 0, 1));
    let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>";
    write_all(
        site.path(),
        [
            ("static/photos/plan.svg", svg),
            ("content/articles/2011-07-19-plan.md", &article(19, "plan.svg")),
        ],
    );
    let public = site.path().join("public");
    build(site.path(), &public, &[]);
    let files = tree(&public);
    let photos: Vec<&String> = files.keys().filter(|path| path.starts_with("photos/")).collect();
    assert_eq!(photos, ["photos/gate.jpg", "photos/plan.svg"]);
    let page = |path: &str| String::from_utf8(files[path].clone()).expect("UTF-8");
    let gate = page("2011/07/18/gate/index.html");
    assert!(gate.contains("photos/gate.jpg\" width=\"400\" height=\"300\""), "{gate}");
    assert!(!gate.contains("srcset") && !gate.contains(">Larger"), "{gate}");
    let plan = page("2011/07/19/plan/index.html");
    assert!(plan.contains("photos/plan.svg\">View, 1 KB</a>"), "{plan}");
    assert!(!plan.contains("<img src=\"../../../../photos"), "{plan}");
}

#[test]
fn what_cannot_be_opened_is_an_error_of_its_file() {
    // A PNG that says it has 100,000 by 100,000 pixels.
    let mut bomb = Vec::new();
    {
        let mut encoder = png::Encoder::new(&mut bomb, 1, 1);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(&[0]).expect("a pixel");
    }
    bomb[16..24].copy_from_slice(&[0, 1, 134, 160, 0, 1, 134, 160]);
    // A JPEG whose one table of codes is no table.
    let mut spoilt = jpeg(900, 900, 60, 1);
    let table = spoilt.windows(2).position(|pair| pair == [0xff, 0xc4]).expect("a table");
    spoilt[table + 5..table + 21].fill(0xff);
    for (name, bytes, words) in [
        ("gate.png", bomb, "has 10000 million pixels; the limit is 67 million"),
        ("gate.jpg", spoilt, "cannot be opened to make smaller ones of it"),
    ] {
        let site = site(name, &bytes);
        for command in ["build", "check"] {
            let ran = run(site.path(), &[command, "--at", support::AT, "--format", "short"]);
            let said = String::from_utf8_lossy(&ran.stderr);
            assert_eq!(ran.status.code(), Some(1), "{command}: {said}");
            let place = format!("static/photos/{name}:1:1: error[bad-image]: ");
            assert!(said.contains(&place) && said.contains(words), "{command}: {said}");
            assert_eq!(said.matches("bad-image").count(), 1, "said once: {said}");
        }
        assert!(!site.path().join("public").exists());
    }
}

#[test]
fn a_name_that_is_needed_for_a_smaller_one_is_not_given_twice() {
    let site = site("gate.jpg", &jpeg(1200, 800, 60, 1));
    put(site.path(), "gate.480.jpg", &jpeg(40, 40, 0, 1));
    let ran = run(site.path(), &["build", "--at", support::AT, "--format", "short"]);
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{said}");
    let words = "two things want the address /photos/gate.480.jpg";
    assert!(said.contains(words) && said.contains("static/photos/gate.480.jpg"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_smaller_one_keeps_the_shape(width in 1_u32..70_000, height in 1_u32..70_000, most in 1_u32..4_000) {
        let whole = Extent { width, height };
        let part = whole.within(most);
        prop_assert!(part.width >= 1 && part.height >= 1);
        prop_assert!(part.width <= most && part.height <= 2 * most);
        prop_assert_eq!(part.within(most), part);
        if width <= most && height <= 2 * most {
            prop_assert_eq!(part, whole);
        } else {
            // As large as it may be, and off by less than a pixel.
            prop_assert!(part.width == most || part.height == 2 * most);
            let exact = f64::from(width) * f64::from(part.height) / f64::from(height);
            let slack = 0.5 + 0.5 * f64::from(width) / f64::from(height);
            // What would be less than a pixel is one.
            let thin = part.width == 1 || part.height == 1;
            prop_assert!(thin || (exact - f64::from(part.width)).abs() <= slack.max(1.0), "{whole:?} {part:?}");
        }
    }
}

/// The colours of the four fields as a browser draws them, as letters: `rgbw` where it is upright.
const FIELDS: &str = "async (url) => {
    const image = new Image(); image.src = url; await image.decode();
    const canvas = document.createElement('canvas');
    const [w, h] = [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
    const at = (x, y) => { const [r, g, b] = pen.getImageData(w * x, h * y, 1, 1).data;
        return r > 150 && g > 150 ? 'w' : r > 120 ? 'r' : g > 120 ? 'g' : 'b'; };
    return at(.25, .25) + at(.75, .25) + at(.25, .75) + at(.75, .75) + ` ${w}x${h}`; }";

#[test]
fn every_way_of_holding_a_camera_is_shown_as_a_browser_shows_the_original() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site("turn0.jpg", &jpeg(560, 500, 0, 1));
    for (turn, kind) in (1..=8).flat_map(|turn| [(turn, "jpg"), (turn, "png")]) {
        let name = format!("turn{turn}{}.{kind}", &kind[..1]);
        let bytes = if kind == "jpg" { jpeg(560, 500, 0, turn) } else { png(560, 500, turn) };
        put(site.path(), &name, &bytes);
        let path = format!("content/articles/2011-07-18-turn{turn}{kind}.md");
        write_all(site.path(), [(path.as_str(), article(18, &name).as_str())]);
    }
    std::fs::remove_file(site.path().join("content/articles/2011-07-18-gate.md")).expect("gone");
    let public = site.path().join("public");
    build(site.path(), &public, &[]);
    let built = tree(&public);
    let preview = Preview::of(site.path());
    browser.open(&format!("http://{}/photos/turn1j.jpg", preview.address));
    for kind in ["j.jpg", "p.png"] {
        let mut seen = std::collections::BTreeSet::new();
        for turn in 1..=8 {
            let mut fields = |name: &str| {
                let value = browser.value(&format!("({FIELDS})('/photos/turn{turn}{name}')"));
                let words = value.as_str().expect("text").to_owned();
                let (colours, size) = words.split_once(' ').expect("both");
                (colours.to_owned(), size.to_owned())
            };
            // Large enough to be made smaller, light enough to be published as it is.
            let (whole, size) = fields(kind);
            assert_eq!(size, if turn > 4 { "500x560" } else { "560x500" }, "turned {turn}");
            let small = format!("{}.480.jpg", &kind[..1]);
            let (made, size) = fields(&small);
            assert_eq!(made, whole, "turned {turn}");
            assert_eq!(size, if turn > 4 { "480x538" } else { "480x429" }, "turned {turn}");
            seen.insert(whole);
            let path = format!("photos/turn{turn}{small}");
            let answer = preview.get(&format!("/{path}"));
            assert_eq!(answer.body, built[&path], "the preview shows what is published");
        }
        assert_eq!(seen.len(), 8, "the originals were held in eight ways");
    }
}

#[test]
fn no_photograph_is_loaded_before_a_reader_opens_it() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site("gate.jpg", &jpeg(2100, 1400, 90, 1));
    let preview = Preview::of(site.path());
    browser.size(360, 740);
    browser.open(&format!("http://{}/2011/07/18/gate/", preview.address));
    browser.until("document.querySelector('.dateline-bar')");
    // The names of all that were loaded: one that a busy browser asks for twice is one.
    let loaded = "[...new Set(performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.includes('/photos/')))].map((name) => name.split('/').pop()).join(' ')";
    assert_eq!(browser.value(loaded), "");
    browser.value("document.querySelector('details').open = true");
    browser.until("document.querySelector('details img').complete && document.querySelector('details img').naturalWidth > 0");
    assert_eq!(browser.value(loaded), "gate.480.jpg", "one size, chosen by the screen");
    let shown = "document.querySelector('details img').currentSrc.split('/').pop()";
    assert_eq!(browser.value(shown), "gate.480.jpg");
    let wide = "document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(browser.value(wide), true);
}
