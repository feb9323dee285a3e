//! The whole run on its canvas. Owns lines and fills; every position comes from the overview and every colour from the
//! palette.

use timeline::{Overview, Shape};
use web_sys::CanvasRenderingContext2d;

use super::palette::Palette;

/// How strongly is shown what lies outside of the window.
const OUTSIDE_ALPHA: f64 = 0.45;
/// The size of a flag.
const FLAG_PX: f64 = 4.0;
/// How wide the handles of the window are.
const HANDLE_PX: f64 = 3.0;

/// Paints the strip; `ratio` is the number of the screen's pixels in one of its own.
pub(crate) fn paint(context: &CanvasRenderingContext2d, overview: &Overview, palette: &Palette, ratio: f64) {
    // Fails only for numbers that are not finite.
    let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    context.set_global_alpha(1.0);
    context.set_fill_style_str(&palette.surface);
    context.fill_rect(0.0, 0.0, overview.width, overview.height);
    for tone in Palette::STACKED {
        context.set_fill_style_str(palette.share(tone));
        for band in overview.bands.iter().filter(|band| band.tone == tone) {
            context.fill_rect(band.rect.x, band.rect.y, band.rect.width, band.rect.height);
        }
    }
    window(context, overview, palette);
    for flag in &overview.flags {
        let colour = palette.mark(flag.tone);
        context.set_fill_style_str(colour);
        context.set_stroke_style_str(&palette.surface);
        context.set_line_width(1.0);
        context.begin_path();
        let (x, y) = (flag.x, FLAG_PX + 1.0);
        match flag.shape {
            // A lost update is a diamond from afar; an end is a flag over the whole height.
            Shape::Flag => context.rect(x - 1.0, 0.0, 2.0, overview.height),
            Shape::Cross
            | Shape::Bang
            | Shape::Ring
            | Shape::Disc
            | Shape::Square
            | Shape::Diamond
            | Shape::Triangle => {
                context.move_to(x, y - FLAG_PX);
                context.line_to(x + FLAG_PX, y);
                context.line_to(x, y + FLAG_PX);
                context.line_to(x - FLAG_PX, y);
                context.close_path();
            }
        }
        context.fill();
        context.stroke();
    }
    context.set_fill_style_str(&palette.playhead);
    context.fill_rect(overview.playhead - 1.0, 0.0, 2.0, overview.height);
}

fn window(context: &CanvasRenderingContext2d, overview: &Overview, palette: &Palette) {
    let (left, right) = overview.window;
    context.set_global_alpha(OUTSIDE_ALPHA);
    context.set_fill_style_str(&palette.surface);
    context.fill_rect(0.0, 0.0, left, overview.height);
    context.fill_rect(right, 0.0, overview.width - right, overview.height);
    context.set_global_alpha(1.0);
    context.set_stroke_style_str(&palette.playhead);
    context.set_line_width(1.0);
    context.stroke_rect(left + 0.5, 0.5, right - left - 1.0, overview.height - 1.0);
    context.set_fill_style_str(&palette.playhead);
    let middle = overview.height / 2.0;
    for edge in [left, right - HANDLE_PX] {
        context.fill_rect(edge, middle - 6.0, HANDLE_PX, 12.0);
    }
}
