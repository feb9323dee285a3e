//! The program: its editor, what can be done to the text, what the compiler says.

use std::rc::Rc;

use session::{Action, Dialog, DriveView, Layout, SourceView};
use yew::prelude::{Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_mut_ref, use_state};

use super::dispatch::use_dispatch;
use super::editor::{EditorHost, Wish};
use super::problems::Problems;
use crate::texts::code as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct CodeProps {
    pub(crate) source: Rc<SourceView>,
    pub(crate) drive: Rc<DriveView>,
    /// How many times the program was to be formatted by a command.
    pub(crate) formats: u32,
}

#[component]
pub(crate) fn Code(props: &CodeProps) -> Html {
    let dispatch = use_dispatch();
    let source = &props.source;
    let wish = use_state(|| None::<(u32, Wish)>);
    let ask = {
        let wish = wish.clone();
        Callback::from(move |asked: Wish| wish.set(Some((wish.map_or(0, |(number, _)| number + 1), asked))))
    };
    {
        let (ask, formatted) = (ask.clone(), use_mut_ref(|| props.formats));
        use_effect_with(props.formats, move |&formats| {
            if formatted.replace(formats) != formats {
                ask.emit(Wish::Format);
            }
        });
    }
    html! {
        <>
            <div class="code-head">
                <h2 class="panel-title">{ texts::PROGRAM }</h2>
                <span class="end">
                    <button type="button" class="button button-quiet" title={texts::OPEN_AN_EXAMPLE} aria-haspopup="dialog" onclick={dispatch.on(Action::Layout(Layout::Open(Dialog::Examples)))}>{ texts::EXAMPLES }</button>
                    if source.can_undo_reset {
                        <button type="button" class="button button-quiet" onclick={dispatch.on(Action::UndoReset)}>{ texts::UNDO_RESET }</button>
                    }
                    <button type="button" class="button button-quiet" title={texts::LAY_THE_PROGRAM_OUT_SHIFT} onclick={ask.reform(|_: MouseEvent| Wish::Format)}>{ texts::FORMAT }</button>
                    <button type="button" class="button button-quiet" title={texts::PUT_THE_LESSONS_PROGRAM_BACK} disabled={!source.can_reset} onclick={dispatch.on(Action::ResetSource)}>{ texts::RESET_PROGRAM }</button>
                </span>
            </div>
            <EditorHost source={source.clone()} drive={props.drive.clone()} wish={*wish} />
            <Problems diagnostics={source.diagnostics.clone()} on_go={ask.reform(|(line, column)| Wish::GoTo { line, column })} />
        </>
    }
}
