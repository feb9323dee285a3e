//! What the compiler says, as a list under the program. A place in it is a button that leads there.

use std::rc::Rc;

use session::DiagnosticView;
use yew::prelude::{Callback, Html, MouseEvent, Properties, classes, component, html};

use super::words::with_code;
use crate::texts::fill;
use crate::texts::problems as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ProblemsProps {
    pub(crate) diagnostics: Rc<[DiagnosticView]>,
    /// Somebody wants to see the place: line and column, counted from 1.
    pub(crate) on_go: Callback<(u32, u32)>,
}

#[component]
pub(crate) fn Problems(props: &ProblemsProps) -> Html {
    if props.diagnostics.is_empty() {
        return html! {};
    }
    let problem = |problem: &DiagnosticView| {
        let (class, word) = if problem.is_error {
            ("error", texts::ERROR)
        } else {
            ("warning", texts::WARNING)
        };
        let place = if problem.line == 0 {
            html! { <span class="where">{ word }</span> }
        } else {
            let (line, column) = (problem.line, problem.column);
            let on_go = props.on_go.reform(move |_: MouseEvent| (line, column));
            html! { <button type="button" class="where" title={texts::GO_THERE} onclick={on_go}>{ fill(texts::LINE, &[&word, &line, &column]) }</button> }
        };
        html! {
            <li class={classes!(class)}>
                { place }
                <span>{ with_code(&problem.message) }{ for problem.help.iter().map(|help| html! { <small>{ with_code(help) }</small> }) }</span>
            </li>
        }
    };
    html! { <ul class="problems" aria-label={texts::PROBLEMS} role="list">{ for props.diagnostics.iter().map(problem) }</ul> }
}
