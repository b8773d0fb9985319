//! A site with a token in every place that is not for readers, and the same site with the gate open.

use super::media;
use super::token::Tokens;

/// A site as files. With `open` all that keeps something back is taken off.
pub struct Site {
    pub files: Vec<(String, Vec<u8>)>,
    pub tokens: Tokens,
}

impl Site {
    pub fn of(open: bool) -> Self {
        let mut site = Self { files: Vec::new(), tokens: Tokens::default() };
        site.settings(open);
        site.registry(open);
        site.held_back(open);
        site.inner(open);
        site.beside(open);
        site.pictures();
        site.hidden(open);
        site
    }

    fn token(&mut self, place: &'static str) -> String {
        self.tokens.of(place)
    }

    fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.push((path.into(), bytes.into()));
    }

    fn settings(&mut self, open: bool) {
        let (comment, editor) = (self.token("comment in the settings"), self.token("editor"));
        let description = if open { editor.clone() } else { "A desk".to_owned() };
        self.put("dateline.yaml", format!("# {comment}\ntitle: Post\ndescription: {description}\nbase_url: https://post.example/\nlanguages: [en, ar]\nrights: own\nsearch: true\neditor: \"vscode://file/{editor}{{path}}:{{line}}\"\n"));
    }

    fn registry(&mut self, open: bool) {
        let comment = self.token("comment in the registry");
        self.put("content/registry/actors.yaml", format!("# {comment}\ngov: {{name: Government, side: state}}\nntc: {{name: Council, side: rebels}}\n"));
        self.put("content/registry/events.yaml", "fight: {title: The fight, when: \"2011-07-14/..\", place: town}\nraid: {title: The raid, when: 2011-07-14, place: house}\n");
        let names = [
            self.token("name of a person who must not be named"),
            self.token("name in another script"),
            self.token("another name of a person"),
        ];
        let [name, native, alias] = names;
        let identify = if open { "" } else { ", identify: role" };
        self.put("content/registry/people.yaml", format!("nurse: {{name: Amal {name}, native: Amal {native}, aliases: [Umm {alias}]{identify}, roles: [{{title: a nurse, actor: ntc}}]}}\n"));
        // Digits are no letters: the position is looked for as it is written.
        let sensitive = if open { "" } else { ", sensitive: true" };
        self.put("content/registry/places.yaml", format!("town: {{name: Town, lat: 30.4, lon: 19.5}}\nhouse: {{name: A house, lat: {}, lon: {}{sensitive}}}\n", super::LATITUDE, super::LONGITUDE));
        self.put("content/topics/war.md", "---\ntitle: War\nsides: [gov, ntc]\n---\nText.\n");
    }

    /// Articles that readers must not see, each for another reason.
    fn held_back(&mut self, open: bool) {
        let public = self.token("comment in a public text");
        let key = self.token("comment in front matter");
        let shown = if open { public.clone() } else { format!("<!-- {public} -->") };
        self.put("content/articles/2011-07-14-public.md", format!("---\n# {key}\ntitle: Public\ntopics: [war]\nplaces: [town, house]\nsource: Post\n---\n{shown}\n\n[It stands.](#c1 \"gov says re fight\") [They came.](#c2 \"ntc says by nurse\") [Nine died.](#k1 \"ntc: ntc killed 9 2011-07-14/2011-07-15 re fight\")\n"));
        let parts = [
            "title of a draft",
            "file name of a draft",
            "topic of a draft",
            "place of a draft",
            "actor of a draft",
            "source of a draft",
            "standfirst of a draft",
            "claim of a draft",
            "words of a figure",
            "text of a draft",
            "own key of a draft",
            "event of a draft",
            "byline of a draft",
            "address of a draft",
            "heading of a draft",
            "link text of a draft",
        ];
        let t = parts.map(|part| self.token(part));
        let status = if open { "" } else { "status: draft\n" };
        self.put(format!("content/articles/2011-07-15-{}.md", t[1]), format!("---\ntitle: A {} report\ntopics: [war, {}]\nplaces: [town, {}]\nactors: [gov, {}]\nevents: [fight, {}]\nsource: {}\nbyline: {}\nurl: https://wire.example/{}\nstandfirst: All {} here.\nextra: {{mood: {}}}\n{status}---\n## The {}\n\n[Not {} so.](#c1 \"ntc denies public#c1 re fight\") [Ninety {} died.](#k1 \"gov: ntc killed 90 2011-07-14/2011-07-15 re fight\") A {} text. See [the {}](https://other.example/) and [[Public]].\n", t[0], t[2], t[3], t[4], t[11], t[5], t[12], t[13], t[6], t[10], t[14], t[7], t[8], t[9], t[15]));
        let reasons = [
            ("held text", "status: held\n"),
            ("withdrawn text", "status: withdrawn\n"),
            ("embargoed text", "embargo: 2030-01-01T08:00+01:00\n"),
            ("expired text", "expires: 2012-01-01T00:00+00:00\n"),
        ];
        for (place, line) in reasons {
            let (token, line) = (self.token(place), if open { "" } else { line });
            let slug = place.replace(' ', "-");
            self.put(format!("content/articles/2011-07-16-{slug}.md"), format!("---\ntitle: The {token}\ntopics: [war]\nsource: Post\n{line}---\nBody {token} [x {token}](#c1 \"gov says re fight\").\n"));
        }
        let (later, day) =
            (self.token("text of a later date"), if open { "2011-07-17" } else { "2030-01-17" });
        self.put(
            format!("content/articles/{day}-later.md"),
            format!("---\ntitle: Later {later}\ntopics: [war]\n---\nBody {later}.\n"),
        );
        let (ar, status) =
            (self.token("draft of a translation"), if open { "" } else { "status: draft\n" });
        self.put("content/articles/2011-07-14-public.ar.md", format!("---\ntitle: {ar} سر\ntopics: [war]\n{status}---\nسر {ar} [x](#c1 \"gov says re fight\") [y](#c2 \"ntc says by nurse\") [z](#k1 \"ntc: ntc killed 9 2011-07-14/2011-07-15 re fight\").\n"));
        let excerpt = self.token("rest of a text of which an excerpt is shown");
        let rights = if open { "own" } else { "excerpt" };
        self.put("content/articles/2011-07-13-lent.md", format!("---\ntitle: Lent\ntopics: [war]\nsource: Wire\nurl: https://wire.example/a\nrights: {rights}\nstandfirst: What it says.\n---\nFirst words.\n\nThe rest {excerpt}.\n"));
    }

    /// What is not an article.
    fn inner(&mut self, open: bool) {
        let (note, title) = (self.token("internal note"), self.token("title of an internal note"));
        let internal = if open { "" } else { "internal: true\n" };
        self.put("content/notes/2011-07-16-inner.md", format!("---\non: [war, town, public]\ntitle: On {title}\n{internal}---\nDo not print {note}.\n"));
        let draft = if open { "" } else { "draft: true\n" };
        let (page, file) = (self.token("draft of a page"), self.token("file name of a page"));
        self.put(
            format!("content/pages/{file}.md"),
            format!("---\ntitle: Plan {page}\n{draft}---\nThe plan {page}.\n"),
        );
        let (name, lead) =
            (self.token("embargoed edition"), self.token("lead of an embargoed edition"));
        let embargo = if open { "" } else { "embargo: 2030-01-01T08:00+01:00\n" };
        self.put(
            "content/briefings/2011-07-15-day.md",
            "---\ntitle: A day\ndate: 2011-07-15\n---\nLead.\n",
        );
        self.put(
            "content/briefings/2011-07-17-planned.md",
            format!("---\ntitle: Edition {name}\ndate: 2011-07-17\n{embargo}---\nLead {lead}.\n"),
        );
        let template = self.token("comment in a template");
        let shown = if open { template.clone() } else { format!("{{# {template} #}}") };
        self.put("templates/404.html", format!("{{% extends \"default/404.html\" %}}{{% block main %}}{shown}<h1>Gone</h1>{{% endblock %}}"));
    }

    /// Files that stand in the folder and are nobody's business.
    fn beside(&mut self, open: bool) {
        for (place, hidden, shown) in [
            ("hidden file of the content", "content/articles/.2011-07-14-a.md", "static/a.txt"),
            ("hidden folder", "static/.cache/b.txt", "static/b.txt"),
            ("hidden static file", "static/.env", "static/c.txt"),
            ("backup of an editor", "static/notes.txt~", "static/d.txt"),
            ("swap file of an editor", "content/articles/.x.md.swp", "static/e.txt"),
            ("lock file of an editor", "static/.#page.html", "static/f.html"),
            ("private folder", "private/plan.md", "static/g.txt"),
            ("git's author", ".git/config", "static/h.txt"),
            ("message of a commit", ".git/COMMIT_EDITMSG", "static/i.txt"),
            ("cache", ".dateline-cache/memo", "static/j.txt"),
            ("readme of the folder", "README.md", "static/k.txt"),
        ] {
            let token = self.token(place);
            self.put(if open { shown } else { hidden }, format!("{token}\n"));
        }
        let listed = self.token("listed word");
        self.put(if open { "static/l.txt" } else { "private/secrets.txt" }, format!("{listed}\n"));
    }

    fn pictures(&mut self) {
        let t = [
            "Exif of a JPEG",
            "XMP of a JPEG",
            "IPTC of a JPEG",
            "comment of a JPEG",
            "end of a JPEG",
        ]
        .map(|place| self.token(place));
        self.put("static/photo.jpg", media::jpeg(&t[0], &t[1], &t[2], &t[3], &t[4]));
        let t = ["text of a PNG", "packed text of a PNG", "Exif of a PNG", "time of a PNG"]
            .map(|place| self.token(place));
        self.put("static/photo.png", media::png(&t[0], &t[1], &t[2], &t[3]));
        let t = ["Exif of a WebP", "XMP of a WebP"].map(|place| self.token(place));
        self.put("static/photo.webp", media::webp(&t[0], &t[1]));
        let t = ["comment of a GIF", "XMP of a GIF"].map(|place| self.token(place));
        self.put("static/photo.gif", media::gif(&t[0], &t[1]));
        let t =
            ["comment of an SVG", "metadata of an SVG", "label in an SVG", "instruction in an SVG"]
                .map(|place| self.token(place));
        self.put("static/drawing.svg", media::svg(&t[0], &t[1], &t[2], &t[3]));
    }

    /// Tokens of the surroundings, which are no files.
    fn hidden(&mut self, open: bool) {
        for place in super::SURROUNDINGS {
            let token = self.token(place);
            if open {
                let name = place.replace([' ', '\''], "-");
                self.put(format!("static/around-{name}.txt"), token);
            }
        }
    }
}
