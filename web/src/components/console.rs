//! What the program printed.

use std::rc::Rc;

use session::{ConsoleLevel, ConsoleView};
use yew::prelude::{Html, Properties, classes, component, html, use_context};

use super::badge::Badge;
use super::stage::Cast;
use crate::texts::console as texts;
use crate::texts::fill;

#[derive(PartialEq, Properties)]
pub(crate) struct ConsoleProps {
    pub(crate) console: Rc<ConsoleView>,
}

#[component]
pub(crate) fn Console(props: &ConsoleProps) -> Html {
    let cast = use_context::<Cast>();
    let console = &props.console;
    if console.lines.is_empty() {
        return html! { <p class="empty">{ texts::NOTHING_PRINTED_YET }</p> };
    }
    let fresh_from = console.lines.len().saturating_sub(console.fresh as usize);
    let line = |(index, line): (usize, &timeline::ConsoleLine)| {
        let level = match line.level {
            ConsoleLevel::Log => None,
            ConsoleLevel::Error => Some("error"),
        };
        let is_fresh = index >= fresh_from;
        let name = cast.as_ref().map(|cast| cast.name(line.task)).unwrap_or_default();
        html! {
            <li class={classes!(level, is_fresh.then_some("is-changed"))}>
                <Badge task={line.task} {name} />
                <pre>{ line.text.clone() }</pre>
                <span class="at">{ if line.line == 0 { String::new() } else { fill(texts::LINE, &[&line.line]) } }</span>
            </li>
        }
    };
    html! {
        <>
            if console.left_out > 0 { <p class="empty">{ fill(texts::EARLIER_LINES_ARE_NOT_SHOWN, &[&console.left_out]) }</p> }
            <ul class="console" role="list" aria-label={texts::CONSOLE}>{ for console.lines.iter().enumerate().map(line) }</ul>
        </>
    }
}
