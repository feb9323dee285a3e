//! Pixels, DOM, storage and worker: the only crate that knows the browser.

fn main() {}
