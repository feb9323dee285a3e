//! The keys, as a dialog. Made from the list of commands, so that it says what is so.

use session::{Action, Command, Group, Keys, Layout, Scope, ViewModel, commands};
use yew::prelude::{Html, Properties, component, html};

use super::dialog::Modal;
use super::dispatch::use_dispatch;
use crate::texts::help as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct HelpProps {
    pub(crate) view: ViewModel,
    pub(crate) is_open: bool,
}

#[component]
pub(crate) fn Help(props: &HelpProps) -> Html {
    let dispatch = use_dispatch();
    let close = Action::Layout(Layout::Close);
    let content = props.is_open.then(|| {
        let with_keys: Vec<Command> = commands(&props.view)
            .into_iter()
            .filter(|command| !command.keys.is_empty())
            .collect();
        html! {
            <>
                <h2 id="help-title" tabindex="-1" autofocus=true>{ texts::KEYS }</h2>
                <p class="help-note">{ texts::ON_A_MAC_DOES_WHAT }</p>
                <div class="help-groups">{ for Group::ALL.iter().map(|each| group(*each, &with_keys)) }</div>
                <p class="help-types">{ texts::WRITING_PROGRAMS_IN_AN_EDITOR }<a href="lanes.d.ts" download="lanes.d.ts">{ "lanes.d.ts" }</a>{ texts::HAS_THE_TYPES }</p>
                <button type="button" class="button button-primary" onclick={dispatch.on(close.clone())}>{ texts::CLOSE }</button>
            </>
        }
    });
    html! {
        <Modal is_open={props.is_open} class="help" labelled_by="help-title" on_close={dispatch.on(close)}>{ for content }</Modal>
    }
}

fn group(group: Group, all: &[Command]) -> Html {
    let own: Vec<&Command> = all.iter().filter(|command| command.group == group).collect();
    if own.is_empty() {
        return html! {};
    }
    html! { <section><h3>{ group.title() }</h3><dl>{ for own.into_iter().flat_map(rows) }</dl></section> }
}

/// One row for each place where the keys of a command work.
fn rows(command: &Command) -> impl Iterator<Item = Html> + '_ {
    SCOPES.into_iter().filter_map(|scope| {
        let own: Vec<&Keys> = command.keys.iter().filter(|keys| keys.scope == scope).collect();
        (!own.is_empty()).then(|| {
            html! {
                <>
                    <dt>{ for own.into_iter().map(|keys| html! { <><KeyNames keys={*keys} />{ " " }</> }) }</dt>
                    <dd>{ command.title.to_string() }<small>{ format!(" {}", scope.note()) }</small></dd>
                </>
            }
        })
    })
}

const SCOPES: [Scope; 4] = [Scope::Anywhere, Scope::OutsideText, Scope::Editor, Scope::Lanes];

#[derive(PartialEq, Properties)]
pub(crate) struct KeyNamesProps {
    pub(crate) keys: Keys,
}

/// A key with what is held down, each as on its cap.
#[component]
pub(crate) fn KeyNames(props: &KeyNamesProps) -> Html {
    html! { <span class="keys">{ for props.keys.text.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</span> }
}
