//! Files in and out, and the programs that others took the place of. Owns that opening something never loses what was
//! there: it is set aside in the document and can be brought back.

use crate::texts::files as texts;
use crate::texts::fill;
use crate::{Effect, Export, PictureForm, PicturePart};

use super::Session;

/// How many programs are kept of those that others took the place of, in one place.
const ASIDE_MAX: usize = 8;
/// The largest file that is opened, in bytes.
pub const FILE_BYTES_MAX: usize = 1 << 20;
/// The name of a program that came from no file.
const PROGRAM: &str = "program";
/// A longer file name is nobody's own.
const NAME_CHARS_MAX: usize = 80;

impl Session {
    /// Opens a file in the place of the program on the screen.
    #[inline(never)]
    pub(super) fn open_file(&mut self, name: &str, text: &str, effects: &mut Vec<Effect>) {
        let name = base_name(name);
        if text.contains('\0') {
            self.file_failed(name, texts::IT_IS_NO_TEXT);
            return;
        }
        self.sharing = None;
        // An editor counts lines by line feeds; a mark of the byte order is no part of a program.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        if text != *self.source.text {
            let shown = self.source.text.to_string();
            let is_worth_keeping = !self.source.is_as_given();
            self.notes.withdraw_offers();
            self.source.replace(self.place.given(), Some(&text));
            self.keep_draft(effects);
            if is_worth_keeping {
                self.set_aside(shown);
                self.notes.offer(fill(texts::IS_OPEN_THE_PROGRAM_THAT_WAS, &[&name]));
            }
        }
        self.file_name = Some(name.to_owned());
        self.compile_and_open();
        effects.push(Effect::Announce(fill(texts::IS_OPEN, &[&name])));
    }

    /// Says that a file could not be opened.
    pub(super) fn file_failed(&mut self, name: &str, reason: &str) {
        let name = base_name(name);
        self.notes.add(fill(texts::COULD_NOT_BE_OPENED, &[&name, &reason]));
    }

    pub(super) fn save_program(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::SaveFile {
            name: self.program_name(),
            mime: "text/plain",
            text: self.source.text.to_string(),
        });
    }

    /// What the program is saved as: under the name that it came with, else that of its lesson.
    pub(super) fn program_name(&self) -> String {
        match &self.file_name {
            Some(name) => name.clone(),
            None => format!("{}.ts", self.stem()),
        }
    }

    fn stem(&self) -> String {
        let name = self.file_name.as_deref();
        let stem = name.map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        let lesson = self.place.lesson().map(|lesson| lesson.slug.as_str());
        stem.or(lesson)
            .filter(|stem| !stem.is_empty())
            .unwrap_or(PROGRAM)
            .to_owned()
    }

    #[inline(never)]
    pub(super) fn export(&mut self, export: Export, effects: &mut Vec<Effect>) {
        let Some(run) = &self.run else { return };
        let (stem, timeline) = (self.stem(), run.timeline());
        let file = |suffix: &str, mime, text| Effect::SaveFile {
            name: format!("{stem}{suffix}"),
            mime,
            text,
        };
        effects.push(match export {
            Export::Table => file("-run.csv", "text/csv", timeline::table(timeline)),
            Export::ChromeTrace => file(
                "-trace.json",
                "application/json",
                timeline::chrome_trace(timeline, &stem),
            ),
            Export::Picture { form, part } => {
                let scene = match part {
                    PicturePart::Whole => timeline::whole_run(timeline, self.stage.axis),
                    PicturePart::Shown => self.stage.scene(timeline, run.cursor()),
                };
                let svg = timeline::picture(timeline, &scene, &self.caption());
                match form {
                    PictureForm::Svg => file("-lanes.svg", "image/svg+xml", svg),
                    PictureForm::Png => Effect::SavePicture {
                        name: format!("{stem}-lanes.png"),
                        svg,
                    },
                }
            }
        });
    }

    /// What stands above an exported picture.
    fn caption(&self) -> String {
        let Some(run) = &self.run else { return String::new() };
        let title = self.place.lesson().map_or(self.stem(), |lesson| lesson.title.clone());
        let ending = self
            .outcome()
            .map(|outcome| format!(", {}", outcome.title))
            .unwrap_or_default();
        fill(
            texts::STEP_OF,
            &[&title, &run.setup().model, &run.cursor(), &run.known(), &ending],
        )
    }

    /// Keeps a program that another one has taken the place of.
    pub(super) fn set_aside(&mut self, text: String) {
        let key = self.place.key().to_owned();
        let aside = self.document.aside.entry(key).or_default();
        aside.retain(|other| *other != text);
        aside.push(text);
        if aside.len() > ASIDE_MAX {
            aside.remove(0);
        }
    }

    /// Whether there is another program that could be here.
    pub(super) fn can_bring_back(&self) -> bool {
        let is_hidden = self.visit.as_ref().is_some_and(|visit| visit.hides_draft);
        is_hidden || self.document.aside.contains_key(self.place.key())
    }

    /// Puts the program back that another one took the place of; the other one is kept in turn.
    pub(super) fn bring_back(&mut self, effects: &mut Vec<Effect>) {
        let key = self.place.key().to_owned();
        self.notes.withdraw_offers();
        self.sharing = None;
        let hidden = match self.visit.take() {
            Some(visit) => {
                effects.push(Effect::ForgetLink);
                visit
                    .hides_draft
                    .then(|| self.document.drafts.get(&key).cloned())
                    .flatten()
            }
            None => None,
        };
        let Some(text) = hidden.or_else(|| self.take_aside(&key)) else {
            return;
        };
        let shown = self.source.text.to_string();
        let is_worth_keeping = !self.source.is_as_given();
        self.source.replace(self.place.given(), Some(&text));
        self.file_name = None;
        self.keep_draft(effects);
        if is_worth_keeping && shown != text {
            self.set_aside(shown);
            self.notes.offer(texts::YOUR_PROGRAM_IS_BACK_THE_OTHER.to_owned());
        }
        self.compile_and_open();
        effects.push(Effect::Announce(texts::YOUR_PROGRAM_IS_BACK.to_owned()));
    }

    fn take_aside(&mut self, key: &str) -> Option<String> {
        let aside = self.document.aside.get_mut(key)?;
        let text = aside.pop();
        if aside.is_empty() {
            self.document.aside.remove(key);
        }
        text
    }
}

/// The last part of a path, at a length that fits into a sentence.
fn base_name(name: &str) -> &str {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    match base.char_indices().nth(NAME_CHARS_MAX) {
        _ if base.is_empty() => texts::THE_FILE,
        Some((end, _)) => &base[..end],
        None => base,
    }
}
