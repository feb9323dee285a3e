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

fn main() {
    crash::install();
    yew::Renderer::<components::App>::new().render();
}
