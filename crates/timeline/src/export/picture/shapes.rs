//! Bars, nested calls, marks and arrows as SVG elements. Owns how a pattern and a shape look; the page's painter draws the
//! same ones on its canvas.

use std::fmt::Write;

use super::colours::{self, SURFACE};
use super::{LETTER_PX, cut, escape, px};
use crate::{Arrow, Bar, Dot, LinkKind, Pattern, Scene, Shape, Tone};

/// How strongly is shown what lies after the cursor.
const AHEAD_OPACITY: f64 = 0.32;
const PATTERNED: [Tone; 2] = [Tone::Blocked, Tone::Sleeping];

/// What the elements refer to: patterns and the heads of arrows.
pub(super) fn definitions() -> String {
    let [hatch, dots] = PATTERNED.map(|tone| (tone.word(), colours::phase(tone).mark));
    let mut definitions = format!(
        "<defs>\n<pattern id=\"fill-{}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 8L8 -1\" stroke=\"{}\" fill=\"none\"/></pattern>\n\
         <pattern id=\"fill-{}\" width=\"6\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"M1 2h1.5v1.5h-1.5zM4 6h1.5v1.5h-1.5z\" fill=\"{}\"/></pattern>\n",
        hatch.0, hatch.1, dots.0, dots.1
    );
    for kind in LINKS {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(
            definitions,
            "<marker id=\"head-{}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"6\" markerHeight=\"6\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"{}\"/></marker>",
            link_id(kind),
            colours::link(kind)
        );
    }
    definitions.push_str("</defs>\n");
    definitions
}

pub(super) const LINKS: [LinkKind; 5] = [
    LinkKind::Spawned,
    LinkKind::Woke,
    LinkKind::HandedOff,
    LinkKind::Message,
    LinkKind::Overwrote,
];

fn link_id(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Spawned => "spawned",
        LinkKind::Woke => "woke",
        LinkKind::HandedOff => "handed-off",
        LinkKind::Message => "message",
        LinkKind::Overwrote => "overwrote",
    }
}

/// Everything inside of the frame.
pub(super) fn draw(svg: &mut String, scene: &Scene) {
    for bar in &scene.bars {
        let _ = write!(svg, "<g{}>", opacity(bar.is_ahead));
        self::bar(svg, bar);
        label(svg, bar, scene.label_room(bar));
        svg.push_str("</g>\n");
    }
    for share in &scene.shares {
        let _ = writeln!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"{}/>",
            px(share.rect.x),
            px(share.rect.y),
            px(share.rect.width),
            px(share.rect.height),
            share_fill(share.tone),
            opacity(share.is_ahead)
        );
    }
    for span in &scene.spans {
        let _ = writeln!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"{}>{}</rect>",
            px(span.rect.x),
            px(span.rect.y),
            px(span.rect.width),
            px((span.rect.height - 2.0).max(2.0)),
            colours::mark(Tone::Message),
            opacity(span.is_ahead),
            title(&span.label)
        );
    }
    for arrow in &scene.arrows {
        self::arrow(svg, arrow);
    }
    for dot in &scene.dots {
        self::dot(svg, dot);
    }
}

fn opacity(is_ahead: bool) -> String {
    if is_ahead {
        format!(" opacity=\"{AHEAD_OPACITY}\"")
    } else {
        String::new()
    }
}

fn title(text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("<title>{}</title>", escape(text)),
    }
}

/// Stacked parts are told apart by their place and their fill, and pale fills by the mark's colour instead.
fn share_fill(tone: Tone) -> &'static str {
    match tone {
        Tone::Blocked | Tone::Sleeping | Tone::Ready | Tone::Done => colours::phase(tone).mark,
        Tone::Running
        | Tone::Working
        | Tone::Failed
        | Tone::Cancelled
        | Tone::Read
        | Tone::Written
        | Tone::Lost
        | Tone::Console
        | Tone::Object
        | Tone::Message
        | Tone::Neutral => colours::phase(tone).fill,
    }
}

/// A bar without its word.
pub(super) fn bar(svg: &mut String, bar: &Bar) {
    let colours = colours::phase(bar.tone);
    let (x, y, width, height) = (bar.rect.x, bar.rect.y, bar.rect.width, bar.rect.height);
    let middle = px(y + height / 2.0);
    let rect = |x: f64, y: f64, width: f64, height: f64, paint: &str| {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" {paint}/>",
            px(x),
            px(y),
            px(width.max(0.5)),
            px(height)
        )
    };
    let fill = format!("fill=\"{}\"", colours.fill);
    let stroke = format!("fill=\"none\" stroke=\"{}\"", colours.mark);
    let (left, right) = (px(x), px(x + width));
    let drawn = match bar.pattern {
        Pattern::Solid => rect(x, y, width, height, &fill),
        Pattern::Line => {
            let (upper, lower) = (px(y + height * 0.06), px(y + height * 0.94));
            format!(
                "{}<path d=\"M{left} {upper}H{right}M{left} {lower}H{right}\" {stroke}/>",
                rect(x, y + height * 0.06, width, height * 0.88, &fill)
            )
        }
        Pattern::Hatched | Pattern::Dotted => {
            let pattern = format!("fill=\"url(#fill-{})\"", bar.tone.word());
            let outline = match bar.pattern {
                Pattern::Hatched => rect(x + 0.5, y + 0.5, width - 1.0, height - 1.0, &stroke),
                _ => String::new(),
            };
            format!(
                "{}{}{outline}",
                rect(x, y, width, height, &fill),
                rect(x, y, width, height, &pattern)
            )
        }
        Pattern::Framed => format!(
            "{}{}",
            rect(x, y, width, height, &fill),
            rect(
                x + 2.0,
                y + 2.0,
                width - 4.0,
                height - 4.0,
                &format!("{stroke} stroke-width=\"2\"")
            )
        ),
        Pattern::Hairline => format!("<path d=\"M{left} {middle}H{right}\" {stroke}/>"),
        Pattern::Dashed => format!("<path d=\"M{left} {middle}H{right}\" {stroke} stroke-dasharray=\"6 4\"/>"),
        Pattern::Crossed => {
            let end = px(x + width.min(height));
            let (upper, lower) = (px(y), px(y + height));
            format!(
                "{}<path d=\"M{left} {upper}L{end} {lower}M{left} {lower}L{end} {upper}\" stroke=\"{}\"/>",
                rect(x, y, width, height, &fill),
                colours.text
            )
        }
    };
    svg.push_str(&drawn);
}

/// The word on a bar, on a plate of the bar's own colour where a pattern would run through it; the whole of it as a title.
fn label(svg: &mut String, bar: &Bar, (x, end): (f64, f64)) {
    let room = ((end - x) / LETTER_PX).max(0.0) as usize;
    if bar.label.is_empty() || room < 4 {
        return;
    }
    let colours = colours::phase(bar.tone);
    let word = cut(&bar.label, room);
    let width = word.chars().count() as f64 * LETTER_PX;
    let plate = match bar.pattern {
        Pattern::Hatched | Pattern::Dotted | Pattern::Crossed => Some(colours.fill),
        Pattern::Hairline | Pattern::Dashed => Some(SURFACE),
        Pattern::Solid | Pattern::Line | Pattern::Framed => None,
    };
    // Of a pale line the mark is what the word is told by; a plate has its own.
    let ink = match bar.pattern {
        Pattern::Dashed => colours.mark,
        _ => colours.text,
    };
    if let Some(plate) = plate {
        let _ = write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{plate}\"/>",
            px(x - 2.0),
            px(bar.rect.y + 2.0),
            px(width + 3.0),
            px(bar.rect.height - 4.0)
        );
    }
    let _ = write!(
        svg,
        "<text x=\"{}\" y=\"{}\" fill=\"{ink}\">{}{}</text>",
        px(x),
        px(bar.rect.y + bar.rect.height / 2.0 + 4.0),
        title(&bar.label),
        escape(&word)
    );
}

/// A mark.
pub(super) fn dot(svg: &mut String, dot: &Dot) {
    let colour = colours::mark(dot.tone);
    let (x, y) = (dot.x, dot.y);
    let radius = if dot.count > 1 { 5.0 } else { 4.0 };
    let around = |radius: f64| format!("<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\"", px(x), px(y));
    let square = || {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{s}\" height=\"{s}\"",
            px(x - radius),
            px(y - radius),
            s = radius * 2.0
        )
    };
    let arm = radius - 1.0;
    let cross = format!(
        "<path d=\"M{l} {t}L{r} {b}M{l} {b}L{r} {t}\" stroke=\"{colour}\" stroke-width=\"2\"/>",
        l = px(x - arm),
        r = px(x + arm),
        t = px(y - arm),
        b = px(y + arm)
    );
    let tip = radius + 1.0;
    // The corners of a triangle that stands on its side.
    let (foot, half) = (tip / 2.0, tip * 0.866);
    let (outline, inner) = match dot.shape {
        Shape::Ring | Shape::Disc => (around(radius), ""),
        Shape::Cross => (around(radius + 3.0), cross.as_str()),
        Shape::Square => (square(), ""),
        Shape::Bang => (square(), cross.as_str()),
        Shape::Flag => (
            format!("<path d=\"M{} {}v-12l9 4l-7 3v5z\"", px(x - 1.0), px(y + 6.0)),
            "",
        ),
        Shape::Diamond => (
            format!(
                "<path d=\"M{} {}l{tip} {tip}l-{tip} {tip}l-{tip} -{tip}z\"",
                px(x),
                px(y - tip)
            ),
            "",
        ),
        Shape::Triangle => (
            format!(
                "<path d=\"M{} {}L{} {}H{}z\"",
                px(x),
                px(y - tip),
                px(x + half),
                px(y + foot),
                px(x - half)
            ),
            "",
        ),
    };
    // A filled mark stands out from the bar under it by an edge of the background's colour.
    let paint = match dot.shape {
        Shape::Disc | Shape::Diamond | Shape::Triangle | Shape::Square | Shape::Flag => {
            format!("fill=\"{colour}\" stroke=\"{SURFACE}\"")
        }
        Shape::Ring | Shape::Cross | Shape::Bang => {
            format!("fill=\"{SURFACE}\" stroke=\"{colour}\" stroke-width=\"2\"")
        }
    };
    let _ = writeln!(svg, "<g{}>{outline} {paint}/>{inner}</g>", opacity(dot.is_ahead));
}

fn arrow(svg: &mut String, arrow: &Arrow) {
    let ((x1, y1), (x2, y2)) = (arrow.from, arrow.to);
    let down = if y2 >= y1 { 1.0 } else { -1.0 };
    let tip = y2 - down * 8.0;
    let bend = px(y1 + (tip - y1) * 0.5);
    let _ = writeln!(
        svg,
        "<path d=\"M{x1} {}C{x1} {bend} {x2} {bend} {x2} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\" marker-end=\"url(#head-{})\"{}/>",
        px(y1),
        px(tip),
        colours::link(arrow.kind),
        link_id(arrow.kind),
        opacity(arrow.is_ahead),
        x1 = px(x1),
        x2 = px(x2)
    );
}

/// An arrow for the legend.
pub(super) fn sample_arrow(kind: LinkKind) -> String {
    format!(
        "<path d=\"M0 0H22\" stroke=\"{}\" stroke-width=\"1.5\" marker-end=\"url(#head-{})\"/>",
        colours::link(kind),
        link_id(kind)
    )
}
