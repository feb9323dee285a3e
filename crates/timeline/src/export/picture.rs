//! The lanes as a picture of its own: SVG with text as text, in the light colours of the page, with a legend.
//!
//! Owns the frame: caption, names, axis, what is left out of a run that is too large for a picture. The geometry is the
//! scene's; bars, marks and arrows are drawn next door.

mod colours;
mod legend;
mod shapes;

use std::fmt::Write;

use crate::texts::{fill, picture as words};
use crate::{Axis, RowKind, Scene, Timeline, View};
use colours::{ACCENT, FAINT, GRID, INK, STRIPE, SURFACE};

/// How wide a step is, in pixels, as far as the picture does not get too wide.
const STEP_PX: f64 = 30.0;
const WIDTH_MIN: f64 = 640.0;
const WIDTH_MAX: f64 = 6_000.0;
const ROW_HEIGHT: f64 = 28.0;
/// More lanes than that make no picture.
const ROWS_MAX: usize = 400;

const MARGIN: f64 = 12.0;
const CAPTION_HEIGHT: f64 = 28.0;
const AXIS_HEIGHT: f64 = 22.0;
/// What a letter takes up, in pixels, a little more than most: nobody can measure text here.
const LETTER_PX: f64 = 6.4;
/// Room for the word on the axis.
const NAMES_MIN: f64 = 84.0;
const NAMES_MAX: f64 = 220.0;

const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/// The scene of a whole run, at a size that fits it.
#[must_use]
pub fn whole_run(timeline: &Timeline, axis: Axis) -> Scene {
    let steps = f64::from(timeline.step_count()) + 1.0;
    let to = match axis {
        Axis::Step => steps,
        Axis::Time => {
            let last = timeline.last_time().0 as f64;
            (last * 1.02).max(1_000.0)
        }
    };
    let rows = timeline.lanes().len().min(ROWS_MAX);
    Scene::new(
        timeline,
        View {
            axis,
            from: 0.0,
            to,
            width: (steps * STEP_PX).clamp(WIDTH_MIN, WIDTH_MAX),
            height: rows as f64 * ROW_HEIGHT,
            scroll: 0.0,
            row_height: ROW_HEIGHT,
            cursor: timeline.step_count(),
            hovered: None,
            selected: None,
        },
    )
}

/// A scene as an SVG document with a caption.
#[must_use]
pub fn picture(timeline: &Timeline, scene: &Scene, caption: &str) -> String {
    let longest = scene
        .rows
        .iter()
        .map(|row| row.name.chars().count())
        .max()
        .unwrap_or_default();
    let names = (longest as f64 * LETTER_PX + 16.0).clamp(NAMES_MIN, NAMES_MAX);
    // A view may be higher than its rows, and then ends with them.
    let bottom = scene.rows.last().map_or(0.0, |row| row.rect.y + row.rect.height);
    let height = scene.view.height.min(bottom).max(scene.view.row_height);
    let missing = timeline.lanes().len().saturating_sub(shown(scene));
    let legend = legend::legend(scene, names + scene.view.width);
    let width = (names + scene.view.width + 2.0 * MARGIN).ceil();
    let note_height = if missing > 0 { 20.0 } else { 0.0 };
    let total = (CAPTION_HEIGHT + AXIS_HEIGHT + height + note_height + legend.height + 2.0 * MARGIN).ceil();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{total}\" viewBox=\"0 0 {width} {total}\" \
         role=\"img\" font-family=\"{FONT}\" font-size=\"11\">\n<title>{title}</title>\n{definitions}\
         <rect width=\"{width}\" height=\"{total}\" fill=\"{SURFACE}\"/>\n\
         <text x=\"{MARGIN}\" y=\"{y}\" font-size=\"14\" font-weight=\"600\" fill=\"{INK}\">{title}</text>\n",
        title = escape(caption),
        definitions = shapes::definitions(),
        y = MARGIN + 13.0,
    );
    let (left, top) = (MARGIN + names, MARGIN + CAPTION_HEIGHT + AXIS_HEIGHT);
    rows(&mut svg, scene, names, top);
    axis(&mut svg, scene, left, top, height);
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        svg,
        "<clipPath id=\"stage\"><rect width=\"{w}\" height=\"{height}\"/></clipPath>\n<g transform=\"translate({left} {top})\" clip-path=\"url(#stage)\">",
        w = scene.view.width
    );
    shapes::draw(&mut svg, scene);
    svg.push_str("</g>\n");
    if let Some(x) = scene.playhead.filter(|_| scene.view.cursor < timeline.step_count()) {
        let _ = writeln!(
            svg,
            "<path d=\"M{x} {}V{}\" stroke=\"{ACCENT}\" stroke-width=\"2\"/>",
            top - 6.0,
            top + height,
            x = px(left + x)
        );
    }
    let mut y = top + height;
    if missing > 0 {
        let _ = writeln!(
            svg,
            "<text x=\"{MARGIN}\" y=\"{}\" fill=\"{FAINT}\">{}</text>",
            y + 15.0,
            escape(&fill(words::MORE_LANES, &[&missing]))
        );
        y += note_height;
    }
    let _ = writeln!(
        svg,
        "<g transform=\"translate({MARGIN} {y})\">\n{}</g>\n</svg>",
        legend.svg
    );
    svg
}

/// How many lanes have a part in the picture.
fn shown(scene: &Scene) -> usize {
    let lanes = scene.rows.iter().map(|row| match row.kind {
        RowKind::Lane | RowKind::Member => 1,
        RowKind::Folded(count) => count as usize,
        RowKind::Opened(_) => 0,
    });
    lanes.sum()
}

fn rows(svg: &mut String, scene: &Scene, names: f64, top: f64) {
    for row in &scene.rows {
        let (y, height) = (top + row.rect.y, row.rect.height);
        if row.index.is_multiple_of(2) {
            let width = px(names + scene.view.width);
            let _ = writeln!(
                svg,
                "<rect x=\"{MARGIN}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{STRIPE}\"/>"
            );
        }
        let room = ((names - 12.0) / LETTER_PX) as usize;
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"12\" fill=\"{INK}\">{}</text>",
            MARGIN + 4.0,
            px(y + height * 0.4 + 4.0),
            escape(&cut(&row.name, room))
        );
    }
}

fn axis(svg: &mut String, scene: &Scene, left: f64, top: f64, height: f64) {
    for tick in &scene.ticks {
        let x = px(left + tick.x);
        let _ = writeln!(svg, "<path d=\"M{x} {top}v{height}\" stroke=\"{GRID}\"/>");
        if tick.x + tick.label.chars().count() as f64 * LETTER_PX < scene.view.width {
            let _ = writeln!(
                svg,
                "<text x=\"{}\" y=\"{}\" fill=\"{FAINT}\">{}</text>",
                px(left + tick.x + 3.0),
                top - 7.0,
                escape(&tick.label)
            );
        }
    }
    let word = match scene.view.axis {
        Axis::Step => words::STEP,
        Axis::Time => words::VIRTUAL_TIME,
    };
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"{FAINT}\">{word}</text>",
        px(left - 8.0),
        top - 7.0
    );
}

/// A number of pixels, to a hundredth.
fn px(value: f64) -> String {
    let digits = format!("{value:.2}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// As much of a text as there is room for.
fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    text.chars().take(letters.saturating_sub(1)).chain(['…']).collect()
}

/// A text in XML. What XML has no way to write is replaced.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}
