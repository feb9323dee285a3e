//! Pixels, DOM, storage and worker: the only crate that knows the browser.
//!
//! Owns the page: components that show slices of the session's view model and emit actions, and one file for each side
//! effect. Decides nothing about programs, runs or lessons; that is `session`'s.
//!
//! Built natively it is the program that prints the page's first frame ([`first_frame`]) when the page is built.

#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(
        dead_code,
        unused_imports,
        reason = "natively there is no browser to listen to or to change"
    )
)]

mod components;
mod crash;
mod effects;
#[cfg(not(target_arch = "wasm32"))]
mod first_frame;
mod lanes;
mod protocol;
mod shell;
mod texts;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use components::{App, AppProps};
use effects::timers::Turns;
use effects::{engine, lessons};
use shell::Opened;

/// Reads the course from standard input and prints the first frame.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let made = std::io::read_to_string(std::io::stdin())
        .map_err(|error| error.to_string())
        .and_then(|course| first_frame::make(&course));
    match made {
        Ok(frame) => {
            println!("{frame}");
            std::process::ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("the first frame: {reason}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
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
    // In parts, because what the first frame shows can be used already.
    let turns = Turns::default();
    let pause = || turns.pause();
    session::warm_up(&pause).await;
    let opened = Rc::new(RefCell::new(Some(Opened::open(course.await, &pause).await)));
    let root = crate::effects::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root_and_props(root, AppProps { opened }).render();
    }
}
