//! The closed choices that only a page has: who picks, which theme, what is saved of a run. Owns their words.

use serde::{Deserialize, Serialize};

use crate::texts::words as texts;

/// What is said when the free playground opens.
pub const PLAYGROUND_NAME: &str = texts::PLAYGROUND;

/// Who picks the next task in an ordinary run.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyKind {
    /// Whoever has been ready for longest.
    #[default]
    Fifo,
    /// Any, drawn from the seed.
    Random,
    /// The learner, wherever there is a choice.
    Manual,
}

impl PolicyKind {
    /// Every policy.
    pub const ALL: [PolicyKind; 3] = [PolicyKind::Fifo, PolicyKind::Random, PolicyKind::Manual];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PolicyKind::Fifo => "fifo",
            PolicyKind::Random => "random",
            PolicyKind::Manual => "manual",
        }
    }

    /// What the learner reads.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            PolicyKind::Fifo => texts::IN_TURN,
            PolicyKind::Random => "random",
            PolicyKind::Manual => texts::YOU_CHOOSE,
        }
    }
}

/// Which colours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// What the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Few colours that are far apart, on black or on white as the system has it.
    Contrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }
}

/// What is saved of a run.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Export {
    /// The lanes as a picture.
    Picture {
        /// In which format.
        form: PictureForm,
        /// How much of it.
        part: PicturePart,
    },
    /// Every event as a row of a table (CSV).
    Table,
    /// The lanes as threads in Trace Event Format, for Perfetto.
    ChromeTrace,
}

/// The format of a picture.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PictureForm {
    /// Lines and text.
    Svg,
    /// Pixels.
    Png,
}

/// How much of the lanes a picture shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PicturePart {
    /// The run from its beginning to the last step that is known.
    Whole,
    /// What is on the screen.
    Shown,
}
