//! What the bars, marks and arrows of a picture mean: those that are in it, and no others. Owns their words.

use std::fmt::Write;

use super::colours::INK;
use super::shapes::{self, LINKS};
use super::{LETTER_PX, px};
use crate::{Bar, Dot, LinkKind, Pattern, Rect, Scene, Shape, Tone};

/// The legend, and how high it is.
pub(super) struct Legend {
    pub(super) svg: String,
    pub(super) height: f64,
}

const ROW_HEIGHT: f64 = 22.0;
const SAMPLE_WIDTH: f64 = 26.0;

const PHASES: [(Tone, Pattern, &str); 8] = [
    (Tone::Running, Pattern::Solid, "runs"),
    (Tone::Ready, Pattern::Line, "ready"),
    (Tone::Blocked, Pattern::Hatched, "waits"),
    (Tone::Sleeping, Pattern::Dotted, "sleeps"),
    (Tone::Working, Pattern::Framed, "computes"),
    (Tone::Done, Pattern::Hairline, "done"),
    (Tone::Cancelled, Pattern::Dashed, "cancelled"),
    (Tone::Failed, Pattern::Crossed, "failed"),
];

const MARKS: [(Tone, Shape, &str); 8] = [
    (Tone::Read, Shape::Ring, "reads"),
    (Tone::Written, Shape::Disc, "writes"),
    (Tone::Lost, Shape::Cross, "lost update"),
    (Tone::Console, Shape::Square, "prints"),
    (Tone::Object, Shape::Diamond, "uses an object"),
    (Tone::Message, Shape::Triangle, "message"),
    (Tone::Failed, Shape::Bang, "error"),
    (Tone::Failed, Shape::Flag, "the run fails"),
];

/// The legend of a scene, wrapped at a width.
pub(super) fn legend(scene: &Scene, width: f64) -> Legend {
    let mut items: Vec<(String, &str)> = Vec::new();
    for (tone, pattern, word) in PHASES {
        if scene.bars.iter().any(|bar| bar.tone == tone) {
            items.push((sample_bar(tone, pattern), word));
        }
    }
    for (tone, shape, word) in MARKS {
        if scene.dots.iter().any(|dot| dot.shape == shape) {
            items.push((sample_dot(tone, shape), word));
        }
    }
    for kind in LINKS {
        if scene.arrows.iter().any(|arrow| arrow.kind == kind) {
            items.push((shapes::sample_arrow(kind), link_words(kind)));
        }
    }
    let (mut svg, mut x, mut y) = (String::new(), 0.0, ROW_HEIGHT);
    for (sample, word) in items {
        let extent = SAMPLE_WIDTH + 6.0 + word.len() as f64 * LETTER_PX + 18.0;
        if x > 0.0 && x + extent > width {
            (x, y) = (0.0, y + ROW_HEIGHT);
        }
        // Writing to a string cannot fail.
        let _ = writeln!(
            svg,
            "<g transform=\"translate({} {})\">{sample}<text x=\"{}\" y=\"4\" fill=\"{INK}\">{word}</text></g>",
            px(x),
            px(y),
            SAMPLE_WIDTH + 6.0
        );
        x += extent;
    }
    Legend {
        svg,
        height: y + ROW_HEIGHT / 2.0,
    }
}

fn link_words(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Spawned => "makes",
        LinkKind::Woke => "wakes",
        LinkKind::HandedOff => "hands over to",
        LinkKind::Message => "sends to",
        LinkKind::Overwrote => "overwrote",
    }
}

fn sample_bar(tone: Tone, pattern: Pattern) -> String {
    let mut svg = String::new();
    let bar = Bar {
        task: world::TaskId(0),
        phase: 0,
        rect: Rect {
            x: 0.0,
            y: -7.0,
            width: SAMPLE_WIDTH,
            height: 14.0,
        },
        tone,
        pattern,
        label: String::new(),
        is_ahead: false,
    };
    shapes::bar(&mut svg, &bar);
    svg
}

fn sample_dot(tone: Tone, shape: Shape) -> String {
    let mut svg = String::new();
    let dot = Dot {
        task: world::TaskId(0),
        mark: 0,
        step: 0,
        x: SAMPLE_WIDTH / 2.0,
        y: 0.0,
        tone,
        shape,
        count: 1,
        is_ahead: false,
    };
    shapes::dot(&mut svg, &dot);
    svg
}
