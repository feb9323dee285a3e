//! Pixels, DOM, storage and worker: the only crate that knows the browser.

use yew::prelude::{Html, component, html};

/// The page.
#[component]
fn App() -> Html {
    html! { <main><h1>{ "Lanes" }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
