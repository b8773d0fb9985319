//! How large photographs are published.

/// How wide and high a picture is shown, in pixels: as it stands upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Extent {
    /// The same picture at most so wide, and at most twice as high as that.
    pub fn within(self, width: u32) -> Self {
        let (whole, width) = (u64::from(self.width), u64::from(width));
        let high = u64::from(self.height);
        // The narrower of both limits, as a fraction of the width.
        let (part, of) = match () {
            () if whole <= width && high <= 2 * width => (1, 1),
            () if high * width <= 2 * width * whole => (width, whole),
            () => (2 * width, high),
        };
        let scaled = |length: u64| ((length * part + of / 2) / of).max(1) as u32;
        Self { width: scaled(whole), height: scaled(high) }
    }
}

/// A file under `static/`, as far as other rooms know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// How large it is.
    pub bytes: u64,
    /// Of pictures whose pixels can be scaled.
    pub extent: Option<Extent>,
}

/// How wide a photograph is made, and how many bytes it has at most: a promise to readers, who are
/// told so before they load it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// In pixels.
    pub width: u32,
    /// In bytes.
    pub most: u64,
}

/// For small screens.
pub const SMALL: Scale = Scale { width: 480, most: 40 << 10 };
/// As wide as a text, on fine screens too.
pub const MEDIUM: Scale = Scale { width: 960, most: 120 << 10 };
/// As large as a photograph is published.
pub const LARGE: Scale = Scale { width: 1600, most: 300 << 10 };

/// A photograph that is made of a file under `static/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Where it stands in the output.
    pub path: String,
    /// The file that it is made of, after `static/`.
    pub of: String,
    /// Within what.
    pub scale: Scale,
    /// How large it becomes.
    pub extent: Extent,
}

/// What is published of a photograph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizes {
    /// The one for small screens, where the file itself is larger than that.
    pub small: Option<Made>,
    /// The one that a page shows, where it is not the file itself.
    pub medium: Option<Made>,
    /// What stands in the place of a file that is larger than what is published.
    pub whole: Option<Made>,
}

impl Sizes {
    /// Of a file by its path after `static/`; nothing of what is no photograph.
    pub fn of(path: &str, asset: Asset) -> Option<Self> {
        let extent = asset.extent?;
        let (stem, ending) = path.rsplit_once('.')?;
        let made = |scale: Scale, path: String, extent: Extent| Made {
            path,
            of: format!("{stem}.{ending}"),
            scale,
            extent,
        };
        let beside = |scale: Scale| {
            let extent = extent.within(scale.width);
            made(scale, format!("{stem}.{}.jpg", extent.width), extent)
        };
        let over = |scale: Scale| asset.bytes > scale.most || extent.within(scale.width) != extent;
        let is_jpeg = matches!(ending.to_ascii_lowercase().as_str(), "jpg" | "jpeg");
        let small = over(SMALL).then(|| beside(SMALL));
        let medium = over(MEDIUM).then(|| beside(MEDIUM));
        Some(Self {
            // Where a heavy file is narrow, both are of one width.
            small: small.filter(|small| {
                medium.as_ref().is_none_or(|medium| medium.extent.width > small.extent.width)
            }),
            medium,
            whole: (is_jpeg && over(LARGE))
                .then(|| made(LARGE, path.to_owned(), extent.within(LARGE.width))),
        })
    }

    /// All that is to be made.
    pub fn made(self) -> impl Iterator<Item = Made> {
        self.small.into_iter().chain(self.medium).chain(self.whole)
    }
}
