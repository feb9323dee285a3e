//! The light colours of the page, for pictures that leave it. The style sheet has the same ones; a test compares them.

use crate::{LinkKind, Tone};

pub(super) const SURFACE: &str = "#fffefb";
pub(super) const STRIPE: &str = "#f4f1ea";
pub(super) const GRID: &str = "#e5e1d8";
pub(super) const INK: &str = "#1a1e2b";
pub(super) const FAINT: &str = "#626a7d";
pub(super) const ACCENT: &str = "#3d4ac4";

/// The colours of one phase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Colours {
    pub(super) fill: &'static str,
    pub(super) mark: &'static str,
    pub(super) text: &'static str,
}

const fn colours(fill: &'static str, mark: &'static str, text: &'static str) -> Colours {
    Colours { fill, mark, text }
}

const READY: Colours = colours("#eef0f5", "#6a7388", "#475066");
const RUNNING: Colours = colours("#0d7a68", "#0d7a68", "#ffffff");
const BLOCKED: Colours = colours("#fbe3d0", "#bd5618", "#7a3409");
const SLEEPING: Colours = colours("#ebe6f7", "#7662b3", "#4b3b85");
const WORKING: Colours = colours("#2a66c8", "#8fb4f0", "#ffffff");
const DONE: Colours = colours("#e4e1d9", "#85868c", "#575b66");
const FAILED: Colours = colours("#b3243a", "#b3243a", "#ffffff");

/// The colours of a phase; the tones of marks have only one, which [`mark`] gives.
pub(super) fn phase(tone: Tone) -> Colours {
    match tone {
        Tone::Ready | Tone::Neutral => READY,
        Tone::Running | Tone::Read | Tone::Written => RUNNING,
        Tone::Blocked | Tone::Lost => BLOCKED,
        Tone::Sleeping => SLEEPING,
        Tone::Working | Tone::Message => WORKING,
        Tone::Done | Tone::Console | Tone::Object => DONE,
        Tone::Failed | Tone::Cancelled => FAILED,
    }
}

/// The colour of a mark.
pub(super) fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Read => "#2447a8",
        Tone::Written => "#1a1e2b",
        Tone::Lost => "#b3243a",
        Tone::Console => "#626a7d",
        Tone::Object => "#82500a",
        Tone::Message => "#7a2ea0",
        Tone::Ready
        | Tone::Running
        | Tone::Blocked
        | Tone::Sleeping
        | Tone::Working
        | Tone::Done
        | Tone::Cancelled
        | Tone::Failed
        | Tone::Neutral => phase(tone).mark,
    }
}

/// The colour of an arrow.
pub(super) fn link(kind: LinkKind) -> &'static str {
    mark(match kind {
        LinkKind::Spawned => Tone::Done,
        LinkKind::Woke => Tone::Running,
        LinkKind::HandedOff => Tone::Blocked,
        LinkKind::Message => Tone::Message,
        LinkKind::Overwrote => Tone::Lost,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the style sheet says a token is in light.
    fn token(name: &str) -> String {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/styles/tokens.css");
        let sheet = std::fs::read_to_string(path).expect("the style sheet is there");
        let (_, rest) = sheet.split_once(&format!("{name}: light-dark(")).expect(name);
        rest.split(',').next().unwrap_or_default().to_owned()
    }

    #[test]
    fn a_picture_has_the_colours_of_the_page() {
        for (name, colour) in [
            ("--surface", SURFACE),
            ("--lane-stripe", STRIPE),
            ("--lane-grid", GRID),
            ("--ink", INK),
            ("--ink-3", FAINT),
            ("--accent", ACCENT),
            ("--mark-read", mark(Tone::Read)),
            ("--mark-written", mark(Tone::Written)),
            ("--mark-lost", mark(Tone::Lost)),
            ("--mark-console", mark(Tone::Console)),
            ("--mark-object", mark(Tone::Object)),
            ("--mark-message", mark(Tone::Message)),
        ] {
            assert_eq!(token(name), colour, "{name}");
        }
        let tones = [
            Tone::Ready,
            Tone::Running,
            Tone::Blocked,
            Tone::Sleeping,
            Tone::Working,
            Tone::Done,
            Tone::Failed,
        ];
        for tone in tones {
            let (word, colours) = (tone.word(), phase(tone));
            assert_eq!(token(&format!("--phase-{word}-fill")), colours.fill);
            assert_eq!(token(&format!("--phase-{word}-mark")), colours.mark);
            assert_eq!(token(&format!("--phase-{word}-text")), colours.text);
        }
    }
}
