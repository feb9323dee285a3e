//! The program: its editor, what can be done to the text, what the compiler says.

use std::rc::Rc;

use session::{Action, SourceView};
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::use_dispatch;
use super::editor::EditorHost;
use super::problems::Problems;

#[derive(PartialEq, Properties)]
pub(crate) struct CodeProps {
    pub(crate) source: Rc<SourceView>,
}

#[component]
pub(crate) fn Code(props: &CodeProps) -> Html {
    let dispatch = use_dispatch();
    let source = &props.source;
    html! {
        <>
            <div class="code-head">
                <h2 class="panel-title">{ "Program" }</h2>
                <span class="end">
                    if source.can_undo_reset {
                        <button type="button" class="button button-quiet" onclick={dispatch.on(Action::UndoReset)}>{ "Undo reset" }</button>
                    }
                    <button type="button" class="button button-quiet" title="Put the lesson's program back" disabled={!source.can_reset} onclick={dispatch.on(Action::ResetSource)}>{ "Reset program" }</button>
                </span>
            </div>
            <EditorHost source={source.clone()} />
            <Problems diagnostics={source.diagnostics.clone()} />
        </>
    }
}
