//! The head of a column by which a table can be sorted.

use yew::prelude::{Callback, Html, MouseEvent, html};

/// A head that says how the table is sorted by it, if it is: `Some(true)` is the largest first.
pub(crate) fn header(name: &str, is_descending: Option<bool>, on_press: Callback<MouseEvent>) -> Html {
    let (sort, arrow) = match is_descending {
        None => (None, ""),
        Some(true) => (Some("descending"), " ↓"),
        Some(false) => (Some("ascending"), " ↑"),
    };
    html! {
        <th scope="col" aria-sort={sort}>
            <button type="button" class="sort" onclick={on_press}>{ name.to_owned() }<span aria-hidden="true">{ arrow }</span></button>
        </th>
    }
}
