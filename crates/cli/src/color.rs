//! Colour on a terminal. Owns when there is any: never in a pipe, never when `NO_COLOR` is set.

use std::io::{self, IsTerminal};

/// How a piece of text is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Good,
    Bad,
    Open,
    Quiet,
}

/// The text in the tone's colour, if standard output shows colours.
pub(crate) fn paint(tone: Tone, text: &str) -> String {
    let has_color = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if !has_color {
        return text.to_owned();
    }
    let code = match tone {
        Tone::Good => "1;32",
        Tone::Bad => "1;31",
        Tone::Open => "1;33",
        Tone::Quiet => "2",
    };
    format!("\x1b[{code}m{text}\x1b[0m")
}
