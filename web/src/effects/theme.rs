//! How the page looks as a whole: what the style sheet reads from the root element (theme, contrast, projector, what is
//! folded away and the sizes of the places), and what the system wishes. `web/boot/look.ts` writes the same before the first
//! paint.

use session::{LayoutView, Pane, Theme};
use web_sys::Element;

/// What asks for the contrast of the theme of that name, whichever theme was chosen.
pub(crate) const CONTRAST: &str = "(prefers-contrast: more), (forced-colors: active)";

/// Puts the arrangement where the style sheet looks for it.
pub(crate) fn show(theme: Theme, layout: &LayoutView, is_contrast_asked: bool) {
    let root = crate::effects::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    let Some(root) = root else { return };
    let has_contrast = theme == Theme::Contrast || is_contrast_asked;
    set(&root, "data-theme", Some(theme.word()));
    set(&root, "data-contrast", has_contrast.then_some("more"));
    set(&root, "data-projected", layout.is_projected.then_some("true"));
    set(&root, "data-closed", Some(&closed(layout)));
    set(&root, "data-details", layout.details_height.map(|_| "chosen"));
    set(&root, "style", Some(&sizes(layout)));
}

/// The places that are not there, as words.
fn closed(layout: &LayoutView) -> String {
    let word = |pane: &Pane| match pane {
        Pane::Lesson => "lesson",
        Pane::Code => "code",
        Pane::Stage => "stage",
    };
    let mut words: Vec<&str> = layout.closed.iter().map(word).collect();
    if !layout.has_lesson {
        words.push("no-lesson");
    }
    words.join(" ")
}

fn sizes(layout: &LayoutView) -> String {
    let percent = |size: u16| f32::from(size) / 10.0;
    let (width, height, code) = (layout.lesson_width, layout.lesson_height, layout.code_width);
    let details = layout.details_height.unwrap_or_default();
    format!(
        "--lesson-width: {}%; --lesson-height: {}%; --code: {code}fr; --stage: {}fr; --details: {}%",
        percent(width),
        percent(height),
        1_000_u16.saturating_sub(code),
        percent(details)
    )
}

fn set(root: &Element, name: &str, value: Option<&str>) {
    // Both fail only for names that are no attribute's.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// What the system answers to a media query.
pub(crate) fn query(media: &str) -> Option<web_sys::MediaQueryList> {
    crate::effects::window().and_then(|window| window.match_media(media).ok().flatten())
}

/// Whether the system asks for less motion.
pub(crate) fn is_motion_reduced() -> bool {
    query("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}
