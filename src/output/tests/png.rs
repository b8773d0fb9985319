use crate::output::media::Format::Png;

use super::picture::{SECRET, becomes, flaw, survives};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
const HEADER: &[u8] = b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0";

/// The checksum is never looked at, so any will do.
fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], kind, content, b"\x01\x02\x03\x04"].concat()
}

fn picture(head: &[Vec<u8>], tail: &[Vec<u8>]) -> Vec<u8> {
    [
        SIGNATURE.to_vec(),
        chunk(b"IHDR", HEADER),
        head.concat(),
        chunk(b"IDAT", b"pixels"),
        tail.concat(),
        chunk(b"IEND", b""),
    ]
    .concat()
}

#[test]
fn texts_times_and_unknown_chunks_go() {
    let secret = |kind: &[u8; 4]| chunk(kind, SECRET);
    let planted = picture(
        &[secret(b"tEXt"), secret(b"zTXt"), secret(b"iTXt"), secret(b"eXIf"), secret(b"tIME")],
        &[secret(b"caBX"), secret(b"vpAg"), secret(b"dSIG"), secret(b"tEXt")],
    );
    becomes(Png, &[&planted, SECRET].concat(), &picture(&[], &[]));
}

#[test]
fn of_exif_only_which_way_is_up_stays() {
    let tiff = |turn: u8| {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0".to_vec();
        tiff[19] = turn;
        tiff
    };
    let mut turned = chunk(b"eXIf", &tiff(6));
    // This one is written by us, with a sum that fits: CRC-32 of its name and content.
    let sum = turned.len() - 4;
    turned[sum..].copy_from_slice(&0xd667_4b69_u32.to_be_bytes());
    let planted = chunk(b"eXIf", &[&tiff(6), SECRET].concat());
    use std::slice::from_ref;
    becomes(Png, &picture(from_ref(&planted), &[]), &picture(from_ref(&turned), &[]));
    // The first counts, and one that turns nothing is not needed.
    becomes(
        Png,
        &picture(&[planted.clone(), chunk(b"eXIf", &tiff(3))], &[]),
        &picture(&[turned], &[]),
    );
    becomes(Png, &picture(&[chunk(b"eXIf", &tiff(1)), planted], &[]), &picture(&[], &[]));
}

#[test]
fn colours_density_and_animation_stay() {
    let kept = |kind: &[u8; 4]| chunk(kind, b"kept");
    let head =
        [b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"].map(kept);
    let tail = [b"acTL", b"fcTL", b"fdAT", b"IDAT"].map(kept);
    let expected = picture(&head, &tail);
    let planted = picture(&[head.concat(), chunk(b"tEXt", SECRET)], &tail);
    becomes(Png, &planted, &expected);
}

#[test]
fn a_text_that_claims_to_be_huge_costs_nothing() {
    let mut bomb = chunk(b"zTXt", b"Comment\0\0x");
    bomb[..4].copy_from_slice(&0x7fff_ffff_u32.to_be_bytes());
    assert_eq!(flaw(Png, &picture(&[bomb], &[])), "the PNG is cut off before its end");
}

#[test]
fn broken_pictures_are_refused() {
    survives(Png, &picture(&[chunk(b"pHYs", b"123456789")], &[]));
    let damaged = |bytes: &[u8], what: &str| {
        assert_eq!(flaw(Png, bytes), format!("the PNG is damaged: {what}"));
    };
    let start = [SIGNATURE, &chunk(b"IHDR", HEADER)].concat();
    damaged(&[&start, &chunk(b"IEND", b"")[..]].concat(), "it holds no picture");
    damaged(
        &[SIGNATURE, &chunk(b"IDAT", b"pixels")].concat(),
        "its header is not where it should be",
    );
    damaged(&picture(&[chunk(b"IHDR", HEADER)], &[]), "its header is not where it should be");
    damaged(
        &picture(&[chunk(b"CgBI", b"1234")], &[]),
        "it holds a chunk that browsers do not know",
    );
    damaged(&picture(&[chunk(b"a?b!", b"1234")], &[]), "what should be a chunk is none");
    damaged(&picture(&[], &[chunk(b"IEND", b"1")]), "its last chunk is not empty");
}
