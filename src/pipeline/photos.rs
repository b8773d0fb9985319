//! Photographs on their way to readers: how large a file is, and the smaller ones that are made of it.

use std::io::{self, Read as _};

use super::Proof;
use crate::content::StaticFile;
use crate::model::Asset;
use crate::model::photo::{Extent, Made};
use crate::output::media::{self, Format};

/// Most pictures say how large they are here.
const HEAD: u64 = 16 << 10;

/// What a file of the site's own is, as far as its first bytes tell.
pub(super) fn asset(file: &StaticFile) -> Asset {
    let format = Format::of_name(&file.path).filter(|format| format.is_scaled());
    let extent = format.and_then(|format| {
        let from_first = |bytes| {
            let mut head = Vec::new();
            file.open().ok()?.2.take(bytes).read_to_end(&mut head).ok()?;
            media::extent(format, &head)
        };
        let (width, height) = from_first(HEAD).or_else(|| from_first(media::LARGEST))?;
        Some(Extent { width, height })
    });
    Asset { bytes: file.size, extent }
}

impl Proof {
    /// The photograph that stands at a path of the output, and the file that it is made of.
    pub fn photo(&self, path: &str) -> Option<(&Made, &StaticFile)> {
        let photos = &self.plan.photos;
        let at = photos.binary_search_by(|made| made.path.as_str().cmp(path)).ok()?;
        let of = self.statics.iter().find(|file| file.path == photos[at].of)?;
        Some((&photos[at], of))
    }
}

impl Proof {
    /// A file of the site's own as it is published. Where nothing clean can be made of it, publishing
    /// stops; here it stands for itself.
    pub fn as_published(&self, file: &StaticFile) -> io::Result<Vec<u8>> {
        let bytes = file.bytes()?;
        let as_is = self.settings.pdf_as_is.contains(&file.path);
        let format = Format::of_name(&file.path).filter(|_| !as_is);
        let clean = format.map(|format| media::strip(&file.path, format, &bytes));
        Ok(clean.and_then(Result::ok).unwrap_or(bytes))
    }
}

/// Makes a photograph of a file's bytes, or says in words for an editor what is wrong with them.
pub fn photograph(made: &Made, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let path = format!("static/{}", made.of);
    let format = Format::of_name(&made.of).ok_or("it is no picture")?;
    let within = (made.extent.width, made.extent.height);
    media::scale(&path, format, bytes, within, made.scale.most)
}

/// What a photograph depends on besides the file's bytes.
pub fn recipe(made: &Made) -> String {
    let (extent, most) = (made.extent, made.scale.most);
    format!("{} {}x{} {most}", media::RECIPE, extent.width, extent.height)
}
