use std::os::unix::fs::MetadataExt as _;

use super::*;

/// The smallest GIF that shows something, with a comment in it.
const GIF: &[u8] =
    b"GIF89a\x01\0\x01\0\0\0\0!\xfe\x06secret\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

fn copied(site: &Site, path: &str, from: &str) -> Result<Receipt, OutputError> {
    let stage = site.begin()?;
    stage.copy(path, &site.path(from), false)?;
    stage.finish()
}

#[test]
fn a_static_file_is_copied_byte_for_byte() {
    let site = Site::new();
    let bytes: Vec<u8> = (0..300_000_u32).map(|i| (i % 253) as u8).collect();
    site.put("static/film.bin", &bytes);
    assert_eq!(copied(&site, "a/film.bin", "static/film.bin").unwrap().bytes, 300_000);
    assert_eq!(site.output()["a/film.bin"], bytes);
}

#[test]
fn an_unchanged_static_file_is_left_where_it_is() {
    let site = Site::new();
    site.put("static/film.bin", "1234");
    copied(&site, "film.bin", "static/film.bin").unwrap();
    let inode = |site: &Site| fs::metadata(site.path("public/film.bin")).unwrap().ino();
    let before = inode(&site);
    assert_eq!(copied(&site, "film.bin", "static/film.bin").unwrap().unchanged, 1);
    assert_eq!(inode(&site), before);
    // The same size, and other bytes.
    site.put("static/film.bin", "5678");
    assert_eq!(copied(&site, "film.bin", "static/film.bin").unwrap().written, 1);
    assert_eq!(site.output(), files(&[("film.bin", "5678")]));
}

#[test]
fn a_picture_loses_its_metadata_on_the_way() {
    let site = Site::new();
    for name in ["static/a.gif", "static/A.GIF", "static/dir.x/b.GiF"] {
        site.put(name, GIF);
        copied(&site, "out", name).unwrap();
        assert!(!site.output()["out"].windows(6).any(|word| word == b"secret"), "{name}");
    }
    // The name in the output counts as well; a name that is all ending is no picture.
    site.put("static/photo", GIF);
    copied(&site, "photo.gif", "static/photo").unwrap();
    assert_eq!(site.output()["photo.gif"].len(), GIF.len() - 10);
    site.put("static/.gif", GIF);
    copied(&site, "plain", "static/.gif").unwrap();
    assert_eq!(site.output()["plain"], GIF);
}

#[test]
fn a_picture_of_another_kind_is_refused_by_its_name() {
    let site = Site::new();
    for (name, bytes, message) in [
        ("a.jpg", GIF, "named .jpg but it is a GIF"),
        ("a.JPEG", b"\x89PNG\r\n\x1a\n", "named .JPEG but it is a PNG"),
        ("a.png", b"\xff\xd8\xff\xe0", "named .png but it is a JPEG"),
        ("a.gif", b"RIFF\0\0\0\0WEBPVP8 ", "named .gif but it is a WebP"),
        ("a.webp", b"BM123", "named .webp but it is a BMP"),
        ("b.jpg", b"\0\0\0\x18ftypheic", "named .jpg but it is a HEIC"),
        ("c.jpg", b"\0\0\0\x18ftypavif", "named .jpg but it is an AVIF"),
        ("d.jpg", b"II*\0", "named .jpg but it is a TIFF"),
        ("e.jpg", b"\n<!DOCTYPE HTML><title>404", "named .jpg but it is a web page"),
        ("f.png", b"<?xml version='1.0'?><svg>", "named .png but it is an SVG"),
        ("g.png", b"", "named .png but it is empty"),
        ("h.png", b"hello", "named .png but it is no picture that we know"),
    ] {
        let from = format!("static/{name}");
        site.put(&from, bytes);
        let refused = copied(&site, name, &from).unwrap_err();
        assert!(matches!(refused, OutputError::Image { .. }), "{refused}");
        assert_eq!(refused.to_string(), format!("`static/{name}`: {message}"));
    }
    assert_eq!(site.beside(), ["static"]);
}

#[test]
fn what_is_no_file_is_not_copied() {
    let site = Site::new();
    fs::create_dir(site.path("folder")).unwrap();
    for from in ["folder", "missing", "/dev/null"] {
        for to in ["to.txt", "to.png"] {
            let refused = copied(&site, to, from).unwrap_err();
            assert!(matches!(refused, OutputError::Io { .. }), "{from}: {refused}");
        }
    }
}
