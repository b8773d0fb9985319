//! Languages by their codes, and how a file's name says its language.

use super::table::primary;

/// The two-letter codes of ISO 639-1.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr \
    cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho \
    hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky \
    la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj \
    om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw \
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether a BCP 47 tag begins with the code of a language. Codes of three letters are believed:
/// there are thousands.
pub fn is_language(tag: &str) -> bool {
    let code = primary(tag);
    code.len() == 3 || CODES.split(' ').any(|known| known == code)
}

/// Whether two tags are of one language, whatever the region: `ar` and `ar-SY`.
pub fn same_language(one: &str, other: &str) -> bool {
    primary(one) == primary(other)
}

/// `about.ar` is `about` in `ar`: what stands behind the last dot of a file's name, without `.md`, if
/// it is the code of a language.
pub fn split_name(stem: &str) -> (&str, Option<&str>) {
    let Some((name, tag)) = stem.rsplit_once('.') else { return (stem, None) };
    let code = primary(tag);
    let shape = code.len() == 2 && tag[2..].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let known = shape && !name.is_empty() && CODES.split(' ').any(|known| known == code);
    if known { (name, Some(tag)) } else { (stem, None) }
}
