//! A scene on a canvas. Owns lines, patterns and words; every position comes from the scene and every colour from the
//! palette. Keeps nothing between two pictures.

use std::f64::consts::{PI, TAU};

use timeline::{Arrow, Bar, Dot, LinkKind, Pattern, Rect, Scene, Shape, Tone};
use web_sys::CanvasRenderingContext2d;

use super::palette::Palette;

/// The height of the axis above the rows.
pub(crate) const AXIS_HEIGHT: f64 = 22.0;
/// How strongly is shown what lies after the cursor.
const AHEAD_ALPHA: f64 = 0.32;
/// How strongly an arrow is shown that is not of this step.
const FAINT_ALPHA: f64 = 0.45;
const STRONG_ARROWS_MAX: usize = 24;
/// The words on the bars, as a part of a row and in pixels.
const LABEL_SHARE: f64 = 0.4;
const LABEL_PX_MAX: f64 = 13.0;
/// How high rows are on a large screen.
const ROW_HEIGHT_MAX: f64 = 38.0;
const HATCH_GAP: f64 = 7.0;
const DOT_GAP: f64 = 6.0;

/// Paints a scene; `ratio` is the number of the screen's pixels in one of the scene's.
pub(crate) fn paint(context: &CanvasRenderingContext2d, scene: &Scene, palette: &Palette, ratio: f64) {
    // Fails only for numbers that are not finite.
    let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    context.set_global_alpha(1.0);
    context.set_fill_style_str(&palette.surface);
    context.fill_rect(0.0, 0.0, scene.view.width, scene.view.height + AXIS_HEIGHT);
    // On a projector rows are higher than on any screen, and everything in them grows along.
    let scale = (scene.view.row_height / ROW_HEIGHT_MAX).max(1.0);
    let label_px = (scene.view.row_height * LABEL_SHARE).min(LABEL_PX_MAX * scale);
    context.set_font(&format!("{label_px}px {}", palette.font));
    context.set_text_baseline("middle");
    let painter = Painter {
        context,
        palette,
        scale,
    };
    context.save();
    painter.clip(&Rect {
        x: 0.0,
        y: AXIS_HEIGHT,
        width: scene.view.width,
        height: scene.view.height,
    });
    let _ = context.translate(0.0, AXIS_HEIGHT);
    painter.rows(scene);
    painter.grid(scene);
    painter.shares(scene);
    for bar in &scene.bars {
        painter.bar(bar);
        // Where a word begins is looked for only where there is one: most of thousands of bars have none.
        if !bar.label.is_empty() {
            painter.bar_label(bar, scene.label_room(bar));
        }
    }
    painter.spans(scene);
    let strong = scene.arrows.iter().filter(|arrow| arrow.is_emphasised).count();
    for arrow in scene.arrows.iter().filter(|arrow| !arrow.is_emphasised) {
        painter.arrow(arrow, FAINT_ALPHA);
    }
    for dot in &scene.dots {
        painter.dot(dot);
    }
    // A hundred arrows from one step are a bundle, and none of them stands out.
    let alpha = if strong > STRONG_ARROWS_MAX {
        FAINT_ALPHA / 2.0
    } else {
        1.0
    };
    for arrow in scene.arrows.iter().filter(|arrow| arrow.is_emphasised) {
        painter.arrow(arrow, alpha);
    }
    painter.lost(scene);
    context.restore();
    painter.axis(scene);
    painter.playhead(scene);
}

/// A flag on its pole, which stands on the place.
fn pennant(context: &CanvasRenderingContext2d, x: f64, y: f64, size: f64) {
    context.move_to(x - 1.0, y + size);
    context.line_to(x - 1.0, y - size);
    context.line_to(x + size * 1.4, y - size * 0.4);
    context.line_to(x + 1.0, y + size * 0.2);
    context.line_to(x + 1.0, y + size);
    context.close_path();
}

struct Painter<'a> {
    context: &'a CanvasRenderingContext2d,
    palette: &'a Palette,
    /// How much larger than on a screen marks are.
    scale: f64,
}

impl Painter<'_> {
    fn clip(&self, rect: &Rect) {
        self.context.begin_path();
        self.context.rect(rect.x, rect.y, rect.width, rect.height);
        self.context.clip();
    }

    fn alpha(&self, is_ahead: bool) {
        self.context.set_global_alpha(if is_ahead { AHEAD_ALPHA } else { 1.0 });
    }

    fn line(&self, from: (f64, f64), to: (f64, f64)) {
        self.context.begin_path();
        self.context.move_to(from.0, from.1);
        self.context.line_to(to.0, to.1);
        self.context.stroke();
    }

    fn rows(&self, scene: &Scene) {
        for row in &scene.rows {
            let colour = match (row.is_selected, row.is_hovered, row.index % 2 == 0) {
                (true, _, _) => &self.palette.selected,
                (false, true, _) | (false, false, true) => &self.palette.stripe,
                (false, false, false) => continue,
            };
            self.context.set_fill_style_str(colour);
            self.context
                .fill_rect(row.rect.x, row.rect.y, row.rect.width, row.rect.height);
        }
    }

    fn grid(&self, scene: &Scene) {
        self.context.set_stroke_style_str(&self.palette.grid);
        self.context.set_line_width(1.0);
        for tick in &scene.ticks {
            let x = tick.x.round() + 0.5;
            self.line((x, 0.0), (x, scene.view.height));
        }
    }

    fn bar(&self, bar: &Bar) {
        self.alpha(bar.is_ahead);
        let colours = self.palette.phase(bar.tone);
        let context = self.context;
        let Rect { x, y, width, height } = bar.rect;
        let middle = (y + height / 2.0).round() + 0.5;
        context.set_fill_style_str(&colours.fill);
        context.set_stroke_style_str(&colours.mark);
        context.set_line_width(1.0);
        match bar.pattern {
            Pattern::Solid => self.fill_round(&bar.rect, 3.0),
            Pattern::Line => {
                let thin = Rect {
                    y: y + height * 0.06,
                    height: height * 0.88,
                    ..bar.rect
                };
                self.fill_round(&thin, 2.0);
                self.line((x, thin.y + 0.5), (x + width, thin.y + 0.5));
                self.line((x, thin.y + thin.height - 0.5), (x + width, thin.y + thin.height - 0.5));
            }
            Pattern::Hatched => {
                self.fill_round(&bar.rect, 3.0);
                self.inside(&bar.rect, || self.hatch(&bar.rect));
                self.outline(&bar.rect);
            }
            Pattern::Dotted => {
                self.fill_round(&bar.rect, 3.0);
                context.set_fill_style_str(&colours.mark);
                self.inside(&bar.rect, || self.dots_in(&bar.rect));
                context.set_fill_style_str(&colours.fill);
            }
            Pattern::Framed => {
                self.fill_round(&bar.rect, 3.0);
                context.set_line_width(2.0);
                self.outline(&Rect {
                    x: x + 2.0,
                    y: y + 2.0,
                    width: width - 4.0,
                    height: height - 4.0,
                });
            }
            Pattern::Hairline => self.line((x, middle), (x + width, middle)),
            Pattern::Dashed => {
                let mut at = x;
                while at < x + width {
                    self.line((at, middle), ((at + 6.0).min(x + width), middle));
                    at += 10.0;
                }
            }
            Pattern::Crossed => {
                self.fill_round(&bar.rect, 0.0);
                context.set_stroke_style_str(&colours.text);
                let end = x + width.min(height);
                self.line((x, y), (end, y + height));
                self.line((x, y + height), (end, y));
            }
        }
    }

    /// A word on the bar, on a plate of the bar's own colour where a pattern would run through it.
    fn bar_label(&self, bar: &Bar, (x, end): (f64, f64)) {
        let colours = self.palette.phase(bar.tone);
        let Some((text, text_width)) = self.fit(&bar.label, end - x) else {
            return;
        };
        let y = bar.rect.y + bar.rect.height / 2.0;
        match bar.pattern {
            Pattern::Hatched | Pattern::Dotted | Pattern::Crossed => {
                self.context.set_fill_style_str(&colours.fill);
                self.context
                    .fill_rect(x - 2.0, bar.rect.y + 2.0, text_width + 4.0, bar.rect.height - 4.0);
            }
            Pattern::Hairline | Pattern::Dashed => {
                self.context.set_fill_style_str(&self.palette.surface);
                self.context
                    .fill_rect(x - 2.0, bar.rect.y, text_width + 4.0, bar.rect.height);
            }
            Pattern::Solid | Pattern::Line | Pattern::Framed => {}
        }
        self.context.set_fill_style_str(&colours.text);
        // Fails only for numbers that are not finite.
        let _ = self.context.fill_text(&text, x, y + 0.5);
    }

    /// As much of a text as fits, and how wide it is; nothing if not even three letters do.
    fn fit(&self, text: &str, room: f64) -> Option<(String, f64)> {
        let width = |text: &str| {
            self.context
                .measure_text(text)
                .map_or(f64::INFINITY, |metrics| metrics.width())
        };
        let whole = width(text);
        if whole <= room {
            return Some((text.to_owned(), whole));
        }
        let count = text.chars().count();
        // A cast from float to integer saturates.
        let keep = ((room / whole) * count as f64 - 1.0).max(0.0) as usize;
        if keep < 3 {
            return None;
        }
        let cut: String = text.chars().take(keep).chain(['…']).collect();
        let cut_width = width(&cut);
        Some((cut, cut_width))
    }

    fn fill_round(&self, rect: &Rect, radius: f64) {
        self.context.begin_path();
        let radius = radius.min(rect.width / 2.0);
        if radius < 1.0
            || self
                .context
                .round_rect_with_f64(rect.x, rect.y, rect.width, rect.height, radius)
                .is_err()
        {
            self.context.rect(rect.x, rect.y, rect.width, rect.height);
        }
        self.context.fill();
    }

    fn outline(&self, rect: &Rect) {
        if rect.width >= 3.0 && rect.height >= 3.0 {
            self.context
                .stroke_rect(rect.x + 0.5, rect.y + 0.5, rect.width - 1.0, rect.height - 1.0);
        }
    }

    fn inside(&self, rect: &Rect, paint: impl FnOnce()) {
        self.context.save();
        self.clip(rect);
        paint();
        self.context.restore();
    }

    fn hatch(&self, rect: &Rect) {
        self.context.begin_path();
        let mut x = (rect.x / HATCH_GAP).floor() * HATCH_GAP - rect.height;
        while x < rect.x + rect.width {
            self.context.move_to(x, rect.y + rect.height);
            self.context.line_to(x + rect.height, rect.y);
            x += HATCH_GAP;
        }
        self.context.stroke();
    }

    fn dots_in(&self, rect: &Rect) {
        let mut x = (rect.x / DOT_GAP).floor() * DOT_GAP;
        while x < rect.x + rect.width {
            self.context.fill_rect(x, rect.y + rect.height * 0.3, 1.5, 1.5);
            self.context
                .fill_rect(x + DOT_GAP / 2.0, rect.y + rect.height * 0.65, 1.5, 1.5);
            x += DOT_GAP;
        }
    }

    /// What families do: tone by tone, so that a colour is set once for all of its parts.
    fn shares(&self, scene: &Scene) {
        for is_ahead in [false, true] {
            self.alpha(is_ahead);
            for tone in Palette::STACKED {
                self.context.set_fill_style_str(self.palette.share(tone));
                let parts = scene.shares.iter();
                for share in parts.filter(|share| share.tone == tone && share.is_ahead == is_ahead) {
                    let rect = &share.rect;
                    self.context.fill_rect(rect.x, rect.y, rect.width, rect.height);
                }
            }
        }
        self.context.set_global_alpha(1.0);
    }

    fn spans(&self, scene: &Scene) {
        for span in &scene.spans {
            self.alpha(span.is_ahead);
            self.context.set_fill_style_str(self.palette.mark(Tone::Message));
            self.context.fill_rect(
                span.rect.x,
                span.rect.y,
                span.rect.width,
                (span.rect.height - 2.0).max(2.0),
            );
        }
    }

    fn dot(&self, dot: &Dot) {
        self.alpha(dot.is_ahead);
        let context = self.context;
        let (x, y) = (dot.x, dot.y);
        let radius = if dot.count > 1 { 5.0 } else { 4.0 } * self.scale;
        let colour = self.palette.mark(dot.tone);
        context.set_stroke_style_str(colour);
        context.set_fill_style_str(&self.palette.surface);
        context.set_line_width(2.0);
        context.begin_path();
        match dot.shape {
            Shape::Ring | Shape::Disc => drop(context.arc(x, y, radius, 0.0, TAU)),
            Shape::Square | Shape::Bang => context.rect(x - radius, y - radius, radius * 2.0, radius * 2.0),
            Shape::Diamond => self.polygon(x, y, radius + 1.0, 4),
            Shape::Triangle => self.polygon(x, y, radius + 1.0, 3),
            Shape::Cross => drop(context.arc(x, y, radius + 3.0, 0.0, TAU)),
            Shape::Flag => pennant(context, x, y, radius + 2.0),
        }
        match dot.shape {
            // A mark stands out from the bar under it by an edge of the background's colour.
            Shape::Disc | Shape::Diamond | Shape::Triangle | Shape::Square | Shape::Flag => {
                context.set_stroke_style_str(&self.palette.surface);
                context.stroke();
                context.set_fill_style_str(colour);
                context.fill();
            }
            Shape::Ring | Shape::Cross | Shape::Bang => {
                context.fill();
                context.stroke();
            }
        }
        if matches!(dot.shape, Shape::Cross | Shape::Bang) {
            let arm = radius - 1.0;
            self.line((x - arm, y - arm), (x + arm, y + arm));
            self.line((x - arm, y + arm), (x + arm, y - arm));
        }
    }

    /// The update that this very step lost, by name: it is what the page is about.
    fn lost(&self, scene: &Scene) {
        let is_now = |dot: &&Dot| dot.tone == Tone::Lost && dot.step + 1 == scene.view.cursor;
        let Some(dot) = scene.dots.iter().find(is_now) else {
            return;
        };
        let Some((text, width)) = self.fit("update lost", scene.view.width) else {
            return;
        };
        let right = dot.x + 12.0;
        let is_room = right + width + 12.0 < scene.view.width;
        let x = if is_room { right } else { dot.x - 24.0 - width };
        let plate = Rect {
            x,
            y: dot.y - 9.0,
            width: width + 12.0,
            height: 18.0,
        };
        let colours = self.palette.phase(Tone::Failed);
        self.context.set_global_alpha(1.0);
        self.context.set_fill_style_str(&colours.fill);
        self.fill_round(&plate, 9.0);
        self.context.set_fill_style_str(&colours.text);
        // Fails only for numbers that are not finite.
        let _ = self.context.fill_text(&text, x + 6.0, dot.y + 0.5);
    }

    fn polygon(&self, x: f64, y: f64, radius: f64, corners: u32) {
        for corner in 0..corners {
            let angle = TAU * f64::from(corner) / f64::from(corners) - PI / 2.0;
            self.context.line_to(x + radius * angle.cos(), y + radius * angle.sin());
        }
        self.context.close_path();
    }

    fn arrow(&self, arrow: &Arrow, alpha: f64) {
        let tone = match arrow.kind {
            LinkKind::Spawned => Tone::Done,
            LinkKind::Woke => Tone::Running,
            LinkKind::HandedOff => Tone::Blocked,
            LinkKind::Message => Tone::Message,
            LinkKind::Overwrote => Tone::Lost,
        };
        let context = self.context;
        context.set_global_alpha(if arrow.is_ahead { AHEAD_ALPHA * alpha } else { alpha });
        context.set_stroke_style_str(self.palette.mark(tone));
        context.set_fill_style_str(self.palette.mark(tone));
        context.set_line_width(if alpha < 1.0 { 1.2 } else { 2.0 });
        let ((x1, y1), (x2, y2)) = (arrow.from, arrow.to);
        let down = if y2 >= y1 { 1.0 } else { -1.0 };
        let tip = y2 - down * 8.0;
        context.begin_path();
        context.move_to(x1, y1);
        // Leaves downwards and arrives downwards, so that arrows of one column stay apart.
        context.bezier_curve_to(
            x1,
            y1 + (tip - y1) * 0.5,
            x2,
            y1 + (tip - y1) * 0.5,
            x2,
            tip - down * 4.0,
        );
        context.stroke();
        context.begin_path();
        context.move_to(x2, tip);
        context.line_to(x2 - 4.0, tip - down * 7.0);
        context.line_to(x2 + 4.0, tip - down * 7.0);
        context.close_path();
        context.fill();
    }

    fn axis(&self, scene: &Scene) {
        let context = self.context;
        context.set_global_alpha(1.0);
        context.set_fill_style_str(&self.palette.faint);
        context.set_stroke_style_str(&self.palette.grid);
        context.set_line_width(1.0);
        self.line((0.0, AXIS_HEIGHT - 0.5), (scene.view.width, AXIS_HEIGHT - 0.5));
        for tick in &scene.ticks {
            let _ = context.fill_text(&tick.label, tick.x + 4.0, AXIS_HEIGHT / 2.0);
        }
    }

    fn playhead(&self, scene: &Scene) {
        let Some(x) = scene.playhead else { return };
        let context = self.context;
        context.set_stroke_style_str(&self.palette.playhead);
        context.set_fill_style_str(&self.palette.playhead);
        context.set_line_width(2.0);
        self.line((x, AXIS_HEIGHT - 8.0), (x, scene.view.height + AXIS_HEIGHT));
        context.begin_path();
        context.move_to(x - 6.0, AXIS_HEIGHT - 12.0);
        context.line_to(x + 6.0, AXIS_HEIGHT - 12.0);
        context.line_to(x, AXIS_HEIGHT - 3.0);
        context.close_path();
        context.fill();
    }
}
