//! Words that more than one part shows: counts, and sentences with a piece of the program in them. Says nothing itself.

use crate::texts::fill;
use crate::texts::words as texts;
use yew::prelude::{Html, html};

/// The sentence, with what stands between backticks as code. A backtick without a partner is left as it is.
pub(crate) fn with_code(sentence: &str) -> Html {
    let mut parts = sentence.split('`').peekable();
    let mut is_code = false;
    let mut shown = Vec::new();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        shown.push(match (is_code, is_last) {
            (true, false) => html! { <code>{ part }</code> },
            (true, true) => html! { <>{ "`" }{ part }</> },
            (false, _) => html! { { part } },
        });
        is_code = !is_code;
    }
    html! { <>{ for shown }</> }
}

/// How many steps, in words.
pub(crate) fn steps(count: u32) -> String {
    if count == 1 {
        texts::ONE_STEP.to_owned()
    } else {
        fill(texts::STEPS, &[&count])
    }
}
