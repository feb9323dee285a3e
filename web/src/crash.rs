//! The one place where a bug of ours ends up. Owns what is shown then: a sentence on the page that is still there, instead
//! of a page that no longer answers. The draft was saved while it was typed, so there is nothing to rescue here.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsValue;

/// From now on a panic is said on the page.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(report));
}

fn report(panic: &PanicHookInfo<'_>) {
    let message = panic.to_string();
    web_sys::console::error_1(&JsValue::from_str(&message));
    // Nothing here may panic again; a page without a body has nowhere to say anything.
    let Some(document) = crate::effects::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(body) = document.body() else { return };
    let Ok(banner) = document.create_element("p") else {
        return;
    };
    banner.set_class_name("crash");
    let _ = banner.set_attribute("role", "alert");
    banner.set_text_content(Some(&format!(
        "Lanes hit a bug and has stopped; your draft is saved. Reload the page to go on. What happened: {message}"
    )));
    let _ = body.append_child(&banner);
}
