//! Pixels, DOM, storage and worker: the only crate that knows the browser.
//!
//! Owns the page: components that show slices of the session's view model and emit actions, and one file for each side
//! effect. Decides nothing about programs, runs or lessons; that is `session`'s.

mod components;
mod crash;
mod effects;
mod lanes;
mod protocol;
mod shell;
mod texts;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use components::{App, AppProps};
use effects::{engine, lessons};

fn main() {
    crash::install();
    spawn_local(start());
}

/// Puts the app in the place of the empty page that stands there while its parts are on their way.
async fn start() {
    let course = lessons::load();
    if !engine::is_loaded().await {
        return;
    }
    let course = Rc::new(course.await);
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root_and_props(root, AppProps { course }).render();
    }
}
