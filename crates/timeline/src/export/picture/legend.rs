//! What the bars, marks and arrows of a picture mean: those that are in it, and no others. Owns which of them has
//! which word; the words stand in `texts`.

use std::fmt::Write;

use super::colours::INK;
use super::shapes::{self, LINKS};
use super::{LETTER_PX, escape, px};
use crate::texts::picture as words;
use crate::{Bar, Dot, LinkKind, Pattern, Rect, Scene, Shape, Tone};

/// The legend, and how high it is.
pub(super) struct Legend {
    pub(super) svg: String,
    pub(super) height: f64,
}

const ROW_HEIGHT: f64 = 22.0;
const SAMPLE_WIDTH: f64 = 26.0;

const PHASES: [(Tone, Pattern, &str); 8] = [
    (Tone::Running, Pattern::Solid, words::RUNS),
    (Tone::Ready, Pattern::Line, words::READY),
    (Tone::Blocked, Pattern::Hatched, words::WAITS),
    (Tone::Sleeping, Pattern::Dotted, words::SLEEPS),
    (Tone::Working, Pattern::Framed, words::COMPUTES),
    (Tone::Done, Pattern::Hairline, words::DONE),
    (Tone::Cancelled, Pattern::Dashed, words::CANCELLED),
    (Tone::Failed, Pattern::Crossed, words::FAILED),
];

const MARKS: [(Tone, Shape, &str); 8] = [
    (Tone::Read, Shape::Ring, words::READS),
    (Tone::Written, Shape::Disc, words::WRITES),
    (Tone::Lost, Shape::Cross, words::LOST_UPDATE),
    (Tone::Console, Shape::Square, words::PRINTS),
    (Tone::Object, Shape::Diamond, words::USES_AN_OBJECT),
    (Tone::Message, Shape::Triangle, words::MESSAGE),
    (Tone::Failed, Shape::Bang, words::ERROR),
    (Tone::Failed, Shape::Flag, words::THE_RUN_FAILS),
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
        let extent = SAMPLE_WIDTH + 6.0 + word.chars().count() as f64 * LETTER_PX + 18.0;
        if x > 0.0 && x + extent > width {
            (x, y) = (0.0, y + ROW_HEIGHT);
        }
        // Writing to a string cannot fail.
        let _ = writeln!(
            svg,
            "<g transform=\"translate({} {})\">{sample}<text x=\"{}\" y=\"4\" fill=\"{INK}\">{}</text></g>",
            px(x),
            px(y),
            SAMPLE_WIDTH + 6.0,
            escape(word)
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
        LinkKind::Spawned => words::MAKES,
        LinkKind::Woke => words::WAKES,
        LinkKind::HandedOff => words::HANDS_OVER_TO,
        LinkKind::Message => words::SENDS_TO,
        LinkKind::Overwrote => words::OVERWROTE,
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
