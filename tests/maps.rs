//! Six regions of the world and the site's own maps: true, legible, small, and silent about what is
//! kept back.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use dateline::base::Clock;
use dateline::model::PointOfView;
use dateline::pages::PageKind;
use dateline::pages::views::{Data, MapView, MarkView};
use dateline::pipeline::{Edition, Options, edition};
use dateline::render::map::{Atlas, Layout, Rect, svg, vector};
use proptest::prelude::*;
use support::{AT, build, demo, run, run_well, tree, write_all};

fn site() -> PathBuf {
    demo().join("tests/sites/maps")
}

fn edition_of(root: &Path) -> Edition {
    let clock = Clock::parse(AT).expect("a literal");
    edition(root, &Options { clock, strict: false, portable: false, base_url: None })
        .expect("readable")
}

/// Every map of a site by its address.
fn maps_of(root: &Path) -> BTreeMap<String, MapView> {
    let edition = edition_of(root);
    assert!(!edition.has_errors(), "{:?}", edition.complaints);
    let pages = edition.plan.pages.iter().filter(|page| matches!(page.kind, PageKind::Map(..)));
    let views = pages.map(|page| (page.route.as_str().to_owned(), edition.view(page).data));
    views
        .map(|(route, data)| match data {
            Data::Map { map } => (route, *map),
            other => panic!("{route} is no map: {other:?}"),
        })
        .collect()
}

fn gzipped(text: &str) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory").len()
}

/// The texts of a well-formed file; panics where it is not.
fn read_xml(text: &str) -> Vec<String> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut texts, mut depth) = (Vec::new(), 0);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                tag.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
                depth += 1;
            }
            Event::Empty(tag) => {
                tag.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
            }
            Event::End(_) => depth -= 1,
            Event::Text(text) => texts.push(text.decode().expect("UTF-8").into_owned()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    texts
}

/// Rings and lines of path data in pixels.
fn read_path(data: &str) -> Vec<Vec<[f64; 2]>> {
    let parts = data.split('M').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (start, steps) = part.trim_end_matches('z').split_once('l').expect("a line");
            let numbers = |text: &str| -> Vec<f64> {
                let text = text.replace('-', " -");
                text.split_whitespace().map(|number| number.parse().expect("a number")).collect()
            };
            let start = numbers(start);
            let mut at = [start[0], start[1]];
            let mut points = vec![at];
            for step in numbers(steps).chunks(2) {
                at = [at[0] + step[0], at[1] + step[1]];
                points.push(at);
            }
            points.into_iter().map(|[x, y]| [x / 2.0, y / 2.0]).collect()
        })
        .collect()
}

/// Whether a position is drawn as land.
fn on_land(layout: &Layout, lon: f64, lat: f64) -> bool {
    let [x, y] = layout.frame.pixel(vector(lon, lat));
    let mut inside = false;
    for ring in read_path(&layout.land) {
        let mut before = ring[ring.len() - 1];
        for point in ring {
            if (point[1] > y) != (before[1] > y) {
                let across =
                    before[0] + (y - before[1]) / (point[1] - before[1]) * (point[0] - before[0]);
                inside ^= x < across;
            }
            before = point;
        }
    }
    inside
}

/// What holds of every map; gives its layout.
fn sound(name: &str, view: &MapView, atlas: &Atlas) -> Layout {
    let layout = Layout::of(atlas.world(), view);
    let text = svg(atlas, view);
    let texts = read_xml(&text);
    for word in ["NaN", "inf", "<script", "http:", "https:", "@import", "<image", "foreignObject"] {
        let text = text.replace("http://www.w3.org/2000/svg", "");
        assert!(!text.contains(word), "{name} has `{word}`");
    }
    let size = gzipped(&text);
    assert!(size <= 4 << 10, "{name}: {size} bytes");
    let [width, height] = layout.frame.size;
    let sheet = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
    for (at, label) in layout.labels.iter().enumerate() {
        assert!(texts.contains(&label.text), "{name}: {} is not written", label.text);
        assert!(label.room.within(&sheet), "{name}: {} leaves the sheet", label.text);
        assert!(!label.room.meets(&layout.scale_room), "{name}: {} is on the scale", label.text);
        for other in &layout.labels[at + 1..] {
            assert!(!label.room.meets(&other.room), "{name}: {} on {}", label.text, other.text);
        }
        for mark in layout.marks.iter().filter(|mark| !mark.near) {
            let mark = Rect::around(mark.at, mark.radius);
            assert!(!label.room.meets(&mark), "{name}: {} is on a mark", label.text);
        }
    }
    assert_eq!(svg(atlas, view), text, "{name}: another drawing of the same");
    layout
}

/// Kilometres between two positions on a sphere (haversine).
fn apart(a: &MarkView, b: &MarkView) -> f64 {
    let rad = f64::to_radians;
    let (dlat, dlon) = (rad(b.lat - a.lat), rad(b.lon - a.lon));
    let h = (dlat / 2.0).sin().powi(2)
        + rad(a.lat).cos() * rad(b.lat).cos() * (dlon / 2.0).sin().powi(2);
    2.0 * 6371.0088 * h.sqrt().asin()
}

#[test]
fn six_regions_are_sound_and_true() {
    let (maps, atlas) = (maps_of(&site()), Atlas::default());
    let topics: Vec<_> = maps.iter().filter(|(name, _)| name.starts_with("topics/")).collect();
    assert_eq!(topics.len(), 14, "seven topics in two sizes");
    for (name, view) in topics {
        let layout = sound(name, view, &atlas);
        let [width, height] = layout.frame.size;
        assert_eq!(layout.marks.len(), view.marks.len());
        for (mark, view) in layout.marks.iter().zip(&view.marks) {
            let inside =
                (0.0..=width).contains(&mark.at[0]) && (0.0..=height).contains(&mark.at[1]);
            assert!(inside, "{name}: {} is off the sheet", view.name);
        }
        // Distances between marks are those of the globe, to what the projection costs: over
        // 700 km from the middle, less than 2 %.
        for (one, a) in view.marks.iter().zip(&layout.marks) {
            for (other, b) in view.marks.iter().zip(&layout.marks) {
                let km = apart(one, other);
                let pixels = (a.at[0] - b.at[0]).hypot(a.at[1] - b.at[1]);
                let off = (pixels / layout.frame.pixels_per_km - km).abs();
                assert!(
                    off <= km * 0.02 + 0.3 / layout.frame.pixels_per_km,
                    "{name}: {} to {}: {km} km, {pixels} px",
                    one.name,
                    other.name
                );
            }
        }
        // At the middle: the bar is what it says.
        let (lon, lat) = layout.frame.middle;
        let east = layout.scale.km / 2.0 / 6371.0088 / lat.to_radians().cos();
        let ends =
            [-1.0, 1.0].map(|side| layout.frame.pixel(vector(lon + side * east.to_degrees(), lat)));
        let drawn = (ends[1][0] - ends[0][0]).hypot(ends[1][1] - ends[0][1]);
        assert!((drawn / layout.scale.pixels - 1.0).abs() < 0.02, "{name}: {drawn}");
        // Most names find a place even on a phone.
        assert!(layout.labels.len() * 4 >= layout.marks.len() * 3, "{name}: names are missing");
    }
}

/// Degrees east and north.
type Positions = &'static [(f64, f64)];

#[test]
fn land_and_sea_are_where_they_are() {
    let (maps, atlas) = (maps_of(&site()), Atlas::default());
    let cases: [(&str, Positions, Positions); 6] = [
        ("libya", &[(15.0, 29.0), (13.2, 32.5), (21.5, 32.3)], &[(18.0, 31.8), (15.0, 33.0)]),
        ("ukraine", &[(30.5, 50.4), (34.2, 45.2), (34.0, 46.4)], &[(31.5, 45.0), (36.5, 46.0)]),
        ("levant", &[(35.2, 31.8), (36.3, 33.5)], &[(34.0, 33.0), (34.3, 32.0)]),
        ("karabakh", &[(46.7, 39.8), (46.3, 39.5)], &[]),
        // Vanua Levu on both sides of 180°, Taveuni across it; the sea between.
        (
            "fiji",
            &[
                (178.0, -17.8),
                (179.3, -16.6),
                (179.9, -16.22),
                (-179.97, -16.145),
                (-179.95, -16.8),
            ],
            &[(179.0, -17.4), (-179.5, -17.5), (177.0, -19.0), (-178.4, -16.0)],
        ),
        ("svalbard", &[(16.0, 78.5), (23.0, 79.8)], &[(9.5, 78.0), (25.0, 77.5), (30.0, 79.5)]),
    ];
    for (topic, land, sea) in cases {
        for file in ["map.svg", "map-s.svg"] {
            let name = format!("topics/{topic}/{file}");
            let layout = Layout::of(atlas.world(), &maps[&name]);
            for (lon, lat) in land {
                assert!(on_land(&layout, *lon, *lat), "{name}: {lon} {lat} should be land");
            }
            for (lon, lat) in sea {
                assert!(!on_land(&layout, *lon, *lat), "{name}: {lon} {lat} should be sea");
            }
        }
    }
}

#[test]
fn fiji_is_in_one_piece() {
    let (maps, atlas) = (maps_of(&site()), Atlas::default());
    let view = &maps["topics/fiji/map.svg"];
    let layout = Layout::of(atlas.world(), view);
    for ring in read_path(&layout.land) {
        for pair in ring.windows(2) {
            let step = (pair[0][0] - pair[1][0]).hypot(pair[0][1] - pair[1][1]);
            assert!(step < 40.0, "a line of {step} pixels across the sea");
        }
    }
    // No shore runs along 180° where the two halves of an island meet.
    let seam = layout.frame.pixel(vector(180.0, -16.5))[0];
    let vertical = read_path(&layout.land)
        .iter()
        .flat_map(|ring| ring.windows(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>())
        .filter(|[a, b]| {
            (a[0] - seam).abs() < 1.0 && (b[0] - seam).abs() < 1.0 && (a[1] - b[1]).abs() > 6.0
        })
        .count();
    assert_eq!(vertical, 0, "the seam of the data is drawn");
    let at = |name: &str| {
        let place = view.marks.iter().position(|mark| mark.name == name).expect(name);
        layout.marks[place].at[0]
    };
    assert!(at("Nadi") < at("Labasa") && at("Labasa") < at("Somosomo"));
    assert!(at("Somosomo") < at("Lomaloma"), "east of 180° is to the right");
}

#[test]
fn the_two_views_differ_at_crimea_and_the_page_says_which() {
    let (maps, atlas) = (maps_of(&site()), Atlas::default());
    let borders = |topic: &str| {
        let view = &maps[&format!("topics/{topic}/map.svg")];
        let layout = Layout::of(atlas.world(), view);
        let [x, y] = layout.frame.pixel(vector(33.65, 46.13));
        let [agreed, contested] = layout.borders;
        let near = |data: &str| {
            let near = |[px, py]: &[f64; 2]| (px - x).hypot(py - y) < 8.0;
            read_path(data).iter().flatten().any(near)
        };
        (view.point_of_view, near(&agreed), near(&contested))
    };
    assert_eq!(borders("ukraine"), (PointOfView::Un, false, false));
    assert_eq!(borders("ukraine-as-held"), (PointOfView::DeFacto, false, true));
    let folder = tempfile::tempdir().expect("a folder");
    build(&site(), folder.path(), &[]);
    let page = |path: &str| std::fs::read_to_string(folder.path().join(path)).expect(path);
    let un = page("topics/ukraine/index.html");
    assert!(un.contains("Borders close to the view of the United Nations"), "{un}");
    assert!(un.contains("Natural Earth"));
    let held = page("topics/ukraine-as-held/index.html");
    assert!(held.contains("Borders as held on the ground"), "{held}");
    // A place takes the view of the topic that it mostly belongs to, and the site's otherwise.
    assert!(page("places/sirte/index.html").contains("the view of the United Nations"));
}

#[test]
fn the_site_chooses_a_view_and_a_wrong_one_is_an_error() {
    let root = tempfile::tempdir().expect("a folder");
    let write = |view: &str| {
        let settings = format!("map: {{point_of_view: {view}}}\nbase_url: https://a.example/\n");
        let article = "---\ntitle: A\ntopics: [t]\nplaces: [b]\n---\nText.\n";
        write_all(
            root.path(),
            [
                ("dateline.yaml", settings.as_str()),
                ("content/registry/places.yaml", "b: {name: B, lat: 45, lon: 34}\n"),
                ("content/articles/2020-01-01-a.md", article),
            ],
        );
    };
    write("de-facto");
    assert_eq!(maps_of(root.path())["places/b/map.svg"].point_of_view, PointOfView::DeFacto);
    assert_eq!(maps_of(root.path())["topics/t/map-s.svg"].point_of_view, PointOfView::DeFacto);
    write("russian");
    let output = run(root.path(), &["check", "--at", AT]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("one of: un, de-facto"), "{said}");
}

/// A site whose one topic names some places.
fn with_secret(secret: &str, named: &str) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let article = format!("---\ntitle: A\ntopics: [t]\nplaces: [one, two{named}]\n---\nText.\n");
    let places = format!(
        "one: {{name: One, lat: 30.4, lon: 19.5}}\ntwo: {{name: Two, lat: 30.7, lon: 20.2}}\n{secret}"
    );
    write_all(
        root.path(),
        [
            ("dateline.yaml", "base_url: https://a.example/\n"),
            ("content/registry/places.yaml", places.as_str()),
            ("content/articles/2020-01-01-a.md", article.as_str()),
        ],
    );
    root
}

#[test]
fn what_is_kept_back_changes_no_byte_of_a_map() {
    let drawn = |root: &Path| {
        let folder = tempfile::tempdir().expect("a folder");
        build(root, folder.path(), &[]);
        let maps = tree(folder.path()).into_iter().filter(|(path, _)| path.ends_with(".svg"));
        maps.collect::<BTreeMap<_, _>>()
    };
    let secret = |position: &str| {
        format!("hide: {{name: Hiding place, {position}, sensitive: true, precision: near}}\n")
    };
    let without = drawn(with_secret("", "").path());
    assert_eq!(without.keys().filter(|path| path.contains("map")).count(), 6);
    for position in ["lat: 30.5, lon: 19.8", "lat: -60, lon: 170", "lat: 30.4, lon: 19.5"] {
        let root = with_secret(&secret(position), ", hide");
        assert_eq!(drawn(root.path()), without, "{position} shows");
        let folder = tempfile::tempdir().expect("a folder");
        build(root.path(), folder.path(), &[]);
        let page = std::fs::read_to_string(folder.path().join("topics/t/index.html")).expect("it");
        assert!(page.contains("position kept back, to protect people there"), "{page}");
    }
    // The same place without the key does change them: the test sees something.
    let open = secret("lat: 30.5, lon: 19.8").replace("sensitive: true, ", "");
    assert_ne!(drawn(with_secret(&open, ", hide").path()), without);
}

#[test]
fn maps_and_words_agree_and_every_map_of_the_demo_is_sound() {
    let atlas = Atlas::default();
    let maps = maps_of(&demo());
    assert!(maps.len() > 30, "the demo's maps are gone");
    for (name, view) in &maps {
        sound(name, view, &atlas);
    }
    let edition = edition_of(&demo());
    let mut seen = 0;
    for page in &edition.plan.pages {
        let Data::Entry { entry } = edition.view(page).data else { continue };
        let Some(words) = entry.map else { continue };
        let view = &maps[&words.path];
        let drawn: Vec<&str> = words
            .places
            .iter()
            .filter(|place| place.drawn)
            .map(|place| place.place.name.as_str())
            .collect();
        let marks: Vec<&str> = view.marks.iter().map(|mark| mark.name.as_str()).collect();
        assert_eq!(drawn, marks, "{}", page.route);
        assert_eq!(words.alt, view.title);
        for place in &words.places {
            assert_eq!(place.drawn, place.why.is_none(), "{}: {}", page.route, place.place.name);
        }
        seen += 1;
    }
    assert!(seen > 20, "hardly any map in words");
    // Positions that are regions or kept back have no map; an event has the map of its place.
    for absent in
        ["places/nafusa-mountains/map.svg", "places/wazin-crossing/map.svg", "places/niger/map.svg"]
    {
        assert!(!maps.contains_key(absent), "{absent}");
    }
    let why = run_well(&demo(), &["why", "/topics/brega-front/map.svg", "--at", AT]);
    assert!(why.contains("map.svg") && why.contains("content/articles/"), "{why}");
    let why = run_well(&demo(), &["why", "/places/brega/map.svg", "--at", AT]);
    assert!(why.starts_with("/places/brega/map.svg is drawn by"), "{why}");
}

fn any_mark() -> impl Strategy<Value = MarkView> {
    let place = (-90.0..=90.0_f64, -180.0..=180.0_f64, "\\PC{0,24}");
    let sides = proptest::option::of(0..7_usize);
    let claims = prop::collection::vec(proptest::option::of(0..7_usize), 0..4);
    (place, any::<[bool; 3]>(), sides, claims).prop_map(
        |((lat, lon, name), [near, main, focus], holder, claims)| MarkView {
            name,
            lat,
            lon,
            near,
            main,
            focus,
            holder,
            claims,
        },
    )
}

fn any_bounds() -> impl Strategy<Value = Option<[f64; 4]>> {
    let lon = -180.0..=180.0_f64;
    let bounds = (lon.clone(), -90.0..=89.0_f64, lon, 0.000_1..=180.0_f64)
        .prop_map(|(west, south, east, high)| [west, south, east, (south + high).min(90.0)]);
    let edges = prop::sample::select(vec![
        [-180.0, -90.0, 180.0, 90.0],
        [180.0, 89.0, -180.0, 90.0],
        [0.0, -90.0, 0.0, -89.999],
        [179.999, -0.001, -179.999, 0.0],
        [-180.0, 60.0, 180.0, 90.0],
    ]);
    proptest::option::of(prop_oneof![4 => bounds, 1 => edges])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_places_and_bounds_give_a_sound_map(
        marks in prop::collection::vec(any_mark(), 0..14),
        bounds in any_bounds(),
        [small, un] in any::<[bool; 2]>(),
        least_km in prop::sample::select(vec![0.0, 120.0, 300.0, 50_000.0]),
    ) {
        let view = MapView {
            small,
            title: "Any & <all>".to_owned(),
            unit: "km".to_owned(),
            lang: "en".to_owned(),
            bounds,
            least_km,
            point_of_view: if un { PointOfView::Un } else { PointOfView::DeFacto },
            marks,
            look: std::sync::Arc::default(),
        };
        let atlas = ATLAS.with(std::rc::Rc::clone);
        let layout = Layout::of(atlas.world(), &view);
        let text = svg(&atlas, &view);
        read_xml(&text);
        prop_assert!(!text.contains("NaN") && !text.contains("inf\""), "{}", text);
        prop_assert!(gzipped(&text) <= 6 << 10, "{} bytes", gzipped(&text));
        for mark in &layout.marks {
            prop_assert!(mark.at.iter().chain([&mark.radius]).all(|number| number.is_finite()));
        }
    }
}

thread_local! {
    /// Read once for all cases.
    static ATLAS: std::rc::Rc<Atlas> = std::rc::Rc::default();
}
