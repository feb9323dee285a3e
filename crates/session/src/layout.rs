//! Where things are on the page: how large its places are, which are folded away, the projector's arrangement, the theme,
//! which dialog is open. Owns the sizes' limits and that a stored value which makes no sense falls back. Knows no pixel:
//! sizes are parts of a thousand of what they are parts of.

use std::rc::Rc;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::Theme;

/// What the learner does to the page itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Layout {
    /// Gives a place this size, in thousandths.
    Resize(Divider, u16),
    /// Gives a place its first size again.
    Restore(Divider),
    /// Every place is open again and has its first size.
    RestoreAll,
    /// Folds a place away, or unfolds it.
    Toggle(Pane),
    /// Large type and few places, for a room full of people.
    Project(bool),
    /// Chooses the colours.
    SetTheme(Theme),
    /// Opens a dialog in the place of the one that is open.
    Open(Dialog),
    /// Closes the dialog.
    Close,
    /// The command with this id was chosen from the palette.
    Used(String),
    /// Has the editor format the program.
    Format,
}

/// A place that can be folded away.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pane {
    /// The lesson's text.
    Lesson,
    /// The program.
    Code,
    /// The lanes, the objects and what is known of the run.
    Stage,
}

impl Pane {
    /// Every place, from left to right.
    pub const ALL: [Pane; 3] = [Pane::Lesson, Pane::Code, Pane::Stage];
}

/// What can be moved to make a place larger.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Divider {
    /// Between lesson and code, side by side: the lesson's part of the whole width.
    LessonWidth,
    /// Between lesson and code, one above the other: the lesson's part of the height.
    LessonHeight,
    /// Between code and stage: the code's part of both.
    CodeWidth,
    /// Between the stage and the details below it: the details' part of the height.
    DetailsHeight,
}

impl Divider {
    /// How small and how large, in thousandths.
    #[must_use]
    pub fn limits(self) -> (u16, u16) {
        match self {
            Divider::LessonWidth => (120, 500),
            Divider::LessonHeight | Divider::CodeWidth => (150, 850),
            Divider::DetailsHeight => (100, 800),
        }
    }

    fn clamp(self, size: u16) -> u16 {
        let (least, most) = self.limits();
        size.clamp(least, most)
    }
}

/// A dialog that is the page's own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Dialog {
    /// Every command, to be found by name.
    Palette,
    /// The keys.
    Help,
    /// The example programs.
    Examples,
}

/// How many commands are offered first because they were used last.
const RECENT_MAX: usize = 6;

/// What is kept of the arrangement.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredLayout {
    /// Whether the projector's arrangement is on.
    #[serde(deserialize_with = "lenient")]
    pub is_projected: bool,
    /// The ordinary arrangement.
    #[serde(deserialize_with = "lenient")]
    pub ordinary: Arrangement,
    /// The projector's; until something in it is changed, the lesson is folded away.
    #[serde(deserialize_with = "lenient")]
    pub projected: Option<Arrangement>,
    /// The ids of the commands that were chosen last, the last one first.
    #[serde(deserialize_with = "lenient")]
    pub recent: Vec<String>,
}

/// The sizes of the places and which of them are folded away.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// See [`Divider::LessonWidth`]; `None` is the page's own choice.
    #[serde(deserialize_with = "lenient")]
    pub lesson_width: Option<u16>,
    /// See [`Divider::LessonHeight`].
    #[serde(deserialize_with = "lenient")]
    pub lesson_height: Option<u16>,
    /// See [`Divider::CodeWidth`].
    #[serde(deserialize_with = "lenient")]
    pub code_width: Option<u16>,
    /// See [`Divider::DetailsHeight`].
    #[serde(deserialize_with = "lenient")]
    pub details_height: Option<u16>,
    /// What is folded away.
    #[serde(deserialize_with = "lenient")]
    pub closed: Vec<Pane>,
}

/// A value that cannot be understood is as good as none: what the page looks like is never worth a message.
pub(crate) fn lenient<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// The arrangement as it is shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LayoutView {
    /// Whether the projector's arrangement is on.
    pub is_projected: bool,
    /// Whether there is any text of a lesson to show.
    pub has_lesson: bool,
    /// What is folded away.
    pub closed: Rc<[Pane]>,
    /// The lesson's part of the width, in thousandths.
    pub lesson_width: u16,
    /// The lesson's part of the height, where it lies above the code.
    pub lesson_height: u16,
    /// The code's part of what it shares with the stage.
    pub code_width: u16,
    /// The details' part of the stage, if the learner has chosen one.
    pub details_height: Option<u16>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The ids of the commands that were chosen last, the last one first.
    pub recent: Rc<[String]>,
    /// How many times the editor was asked to format the program.
    pub formats: u32,
}

impl LayoutView {
    /// Whether a place is folded out.
    #[must_use]
    pub fn is_open(&self, pane: Pane) -> bool {
        !self.closed.contains(&pane)
    }

    /// The size on one side of a divider, in thousandths; `None` where the page itself decides.
    #[must_use]
    pub fn size(&self, divider: Divider) -> Option<u16> {
        match divider {
            Divider::LessonWidth => Some(self.lesson_width),
            Divider::LessonHeight => Some(self.lesson_height),
            Divider::CodeWidth => Some(self.code_width),
            Divider::DetailsHeight => self.details_height,
        }
    }
}

/// The sizes that places have until they are given others.
const LESSON_WIDTH: u16 = 220;
const LESSON_HEIGHT: u16 = 400;
const CODE_WIDTH: u16 = 435;

/// What of the arrangement lives only as long as the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Passing {
    pub(crate) dialog: Option<Dialog>,
    formats: u32,
}

/// Does to the arrangement what was asked. True if something of it has to be saved.
pub(crate) fn change(layout: Layout, stored: &mut StoredLayout, passing: &mut Passing, has_lesson: bool) -> bool {
    match layout {
        Layout::Resize(divider, size) => *stored.arrangement().size(divider) = Some(divider.clamp(size)),
        Layout::Restore(divider) => *stored.arrangement().size(divider) = None,
        Layout::RestoreAll => *stored.arrangement() = Arrangement::default(),
        Layout::Toggle(pane) => stored.arrangement().toggle(pane, has_lesson),
        Layout::Project(is_projected) => stored.is_projected = is_projected,
        Layout::Used(id) => stored.used(id),
        Layout::Open(dialog) => {
            passing.dialog = Some(dialog);
            return false;
        }
        Layout::Close => {
            passing.dialog = None;
            return false;
        }
        Layout::Format => {
            passing.formats = passing.formats.wrapping_add(1);
            return false;
        }
        // The session's own, which keeps the theme beside the arrangement.
        Layout::SetTheme(_) => {}
    }
    true
}

/// The arrangement as it is shown.
pub(crate) fn view(stored: &StoredLayout, passing: &Passing, has_lesson: bool) -> LayoutView {
    let shown = stored.shown();
    let or = |divider: Divider, size: Option<u16>, first: u16| size.map_or(first, |size| divider.clamp(size));
    LayoutView {
        is_projected: stored.is_projected,
        has_lesson,
        closed: shown.closed(has_lesson).into(),
        lesson_width: or(Divider::LessonWidth, shown.lesson_width, LESSON_WIDTH),
        lesson_height: or(Divider::LessonHeight, shown.lesson_height, LESSON_HEIGHT),
        code_width: or(Divider::CodeWidth, shown.code_width, CODE_WIDTH),
        details_height: shown.details_height.map(|size| Divider::DetailsHeight.clamp(size)),
        dialog: passing.dialog,
        recent: stored.recent.iter().take(RECENT_MAX).cloned().collect(),
        formats: passing.formats,
    }
}

impl StoredLayout {
    fn shown(&self) -> Arrangement {
        if self.is_projected {
            self.projected.clone().unwrap_or_else(Arrangement::of_projector)
        } else {
            self.ordinary.clone()
        }
    }

    fn arrangement(&mut self) -> &mut Arrangement {
        if self.is_projected {
            self.projected.get_or_insert_with(Arrangement::of_projector)
        } else {
            &mut self.ordinary
        }
    }

    fn used(&mut self, id: String) {
        self.recent.retain(|each| *each != id);
        self.recent.insert(0, id);
        self.recent.truncate(RECENT_MAX);
    }
}

impl Arrangement {
    fn of_projector() -> Arrangement {
        Arrangement {
            closed: vec![Pane::Lesson],
            ..Arrangement::default()
        }
    }

    fn size(&mut self, divider: Divider) -> &mut Option<u16> {
        match divider {
            Divider::LessonWidth => &mut self.lesson_width,
            Divider::LessonHeight => &mut self.lesson_height,
            Divider::CodeWidth => &mut self.code_width,
            Divider::DetailsHeight => &mut self.details_height,
        }
    }

    fn toggle(&mut self, pane: Pane, has_lesson: bool) {
        let mut closed = self.closed(has_lesson);
        if let Some(at) = closed.iter().position(|each| *each == pane) {
            closed.remove(at);
        } else {
            closed.push(pane);
            // Whoever folds the last place away wants to see another one.
            if closed_all(&closed, has_lesson) {
                let other = if pane == Pane::Stage { Pane::Code } else { Pane::Stage };
                closed.retain(|each| *each != other);
            }
        }
        self.closed = closed;
    }

    /// What is folded away, each once and never everything.
    fn closed(&self, has_lesson: bool) -> Vec<Pane> {
        let mut closed: Vec<Pane> = Pane::ALL
            .into_iter()
            .filter(|pane| self.closed.contains(pane))
            .collect();
        if closed_all(&closed, has_lesson) {
            closed.retain(|pane| *pane == Pane::Lesson);
        }
        closed
    }
}

fn closed_all(closed: &[Pane], has_lesson: bool) -> bool {
    let is_there = |pane: &Pane| *pane != Pane::Lesson || has_lesson;
    Pane::ALL
        .iter()
        .filter(|pane| is_there(pane))
        .all(|pane| closed.contains(pane))
}
