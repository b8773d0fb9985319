//! Drawings without what the program that made them notes, and none that could do something.

use super::picture::{SECRET, clean, flaw};
use crate::output::media::Format;

const PLAIN: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>rect{fill:url(#g)}</style><linearGradient id="g"><stop stop-color="#111"/></linearGradient><rect width="9" height="9" style="fill:url('#g')"/><use href="#g"/><text>once on &lt;time&gt;</text></svg>"##;

fn svg(inner: &str) -> Vec<u8> {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inner}</svg>").into_bytes()
}

#[test]
fn a_plain_drawing_stays_as_it_is() {
    assert_eq!(clean(Format::Svg, PLAIN.as_bytes()), PLAIN.as_bytes());
    let icon = include_bytes!("../../../static/icon.svg");
    assert_eq!(clean(Format::Svg, icon), icon);
}

#[test]
fn what_a_drawing_program_notes_goes() {
    let secret = String::from_utf8_lossy(SECRET);
    let planted = format!(
        "\u{feff}<?xml version=\"1.0\"?>\n<!-- {secret} -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:k=\"http://www.inkscape.org/namespaces/inkscape\" k:export=\"{secret}\"><?note {secret}?><metadata><dc xmlns=\"http://purl.org/dc/elements/1.1/\">{secret}</dc></metadata><k:view><g>{secret}</g></k:view><g\n  k:label=\"{secret}\" id=\"a\"/><!--{secret}--></svg><!--{secret}-->"
    );
    let stripped = String::from_utf8(clean(Format::Svg, planted.as_bytes())).unwrap();
    assert!(!stripped.contains(&*secret), "{stripped}");
    assert!(stripped.ends_with("><g id=\"a\"/></svg>"), "{stripped}");
    assert_eq!(clean(Format::Svg, stripped.as_bytes()), stripped.as_bytes());
}

#[test]
fn what_runs_or_asks_others_is_refused() {
    for (inner, said) in [
        ("<script>1</script>", "holds <script>"),
        ("<g><SCRIPT xmlns=\"http://www.w3.org/1999/xhtml\"/></g>", "holds <SCRIPT>"),
        ("<foreignObject/>", "holds <foreignObject>"),
        ("<g onload=\"x()\"/>", "holds a handler, `onload`"),
        ("<g ONCLICK=\"x()\"/>", "holds a handler, `ONCLICK`"),
        ("<a href=\"https://a.example/\"/>", "holds a link out of it, at <a>"),
        ("<a href=\"javascript:x()\"/>", "holds a link out of it, at <a>"),
        ("<use xlink:href=\"other.svg#a\"/>", "holds a link out of it, at <use>"),
        ("<image href=\"data:image/jpeg;base64,AA\"/>", "holds a file inside, at <image>"),
        ("<set attributeName=\"href\" to=\"x\"/>", "holds an animation of `href`"),
        ("<set attributeName=\"onload\" to=\"x\"/>", "holds an animation of `onload`"),
        ("<style>@import 'x.css';</style>", "holds a link out of it, in its <style>"),
        ("<style>a{fill:URL( x.svg#a)}</style>", "holds a link out of it, in its <style>"),
        ("<style>a{fill:\\75rl(x)}</style>", "holds a link out of it, in its <style>"),
        ("<g style=\"fill:u\\72l(x)\"/>", "holds a link out of it, in `style`"),
        ("<g fill=\"url(//a.example/b#c)\"/>", "holds a link out of it, in `fill`"),
        ("<g style=\"mask:image-set('a.png' 1x)\"/>", "holds a link out of it, in `style`"),
    ] {
        assert_eq!(flaw(Format::Svg, &svg(inner)), format!("the SVG {said}"), "{inner}");
    }
}

#[test]
fn what_is_no_drawing_is_refused() {
    for (text, said) in [
        (
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
            "declares words of its own",
        ),
        (
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"x()\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "declares words of its own",
        ),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>", "cannot be read as XML"),
        ("<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>", "does not begin with an <svg>"),
        ("<g xmlns=\"http://www.w3.org/2000/svg\"><svg/></g>", "does not begin with an <svg>"),
    ] {
        let flaw = flaw(Format::Svg, text.as_bytes());
        assert!(flaw.contains(said), "{text}: {flaw}");
    }
    assert_eq!(flaw(Format::Svg, b"\x1f\x8b\x08"), "named . but it is packed (save it unpacked)");
    assert_eq!(flaw(Format::Svg, b"<html></html>"), "named . but it is a web page");
    assert!(flaw(Format::Svg, b"<svg>\xff</svg>").contains("UTF-8"));
    let deep = svg(&"<g>".repeat(100_000));
    assert!(flaw(Format::Svg, &deep).contains("cannot be read"), "no end of elements in elements");
}

#[test]
fn cut_or_changed_drawings_are_no_trouble() {
    for cut in 0..PLAIN.len() {
        flaw(Format::Svg, &PLAIN.as_bytes()[..cut]);
    }
    super::picture::hostile(Format::Svg, PLAIN.as_bytes());
}
