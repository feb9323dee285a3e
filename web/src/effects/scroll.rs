//! Scrolling to a part of the page. Owns nothing but that: on a screen where everything is in sight, nothing moves.

/// Brings the element with this id to the top of what scrolls around it.
pub(crate) fn to(id: &str) {
    let element = crate::effects::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        element.scroll_into_view_with_bool(true);
    }
}
