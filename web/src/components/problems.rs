//! What the compiler says, as a list under the program.

use std::rc::Rc;

use session::DiagnosticView;
use yew::prelude::{Html, Properties, classes, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct ProblemsProps {
    pub(crate) diagnostics: Rc<[DiagnosticView]>,
}

#[component]
pub(crate) fn Problems(props: &ProblemsProps) -> Html {
    if props.diagnostics.is_empty() {
        return html! {};
    }
    let problem = |problem: &DiagnosticView| {
        let (class, word) = if problem.is_error {
            ("error", "Error")
        } else {
            ("warning", "Warning")
        };
        let place = if problem.line == 0 {
            word.to_owned()
        } else {
            format!("{word}, line {}:{}", problem.line, problem.column)
        };
        html! {
            <li class={classes!(class)}>
                <span class="where">{ place }</span>
                <span>{ problem.message.clone() }{ for problem.help.iter().map(|help| html! { <small>{ help.clone() }</small> }) }</span>
            </li>
        }
    };
    html! { <ul class="problems" aria-label="Problems" role="list">{ for props.diagnostics.iter().map(problem) }</ul> }
}
