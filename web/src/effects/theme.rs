//! Light and dark. Owns telling the style sheet which one was chosen, and what the system wishes.

use session::Theme;

/// Puts the choice where the style sheet looks for it.
pub(crate) fn show(theme: Theme) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        // Fails only for names that are no attribute's.
        let _ = root.set_attribute("data-theme", theme.word());
    }
}

/// What the system answers to a media query.
pub(crate) fn query(media: &str) -> Option<web_sys::MediaQueryList> {
    web_sys::window().and_then(|window| window.match_media(media).ok().flatten())
}

/// Whether the system asks for less motion.
pub(crate) fn is_motion_reduced() -> bool {
    query("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}
