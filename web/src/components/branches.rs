//! The runs that are kept, as a row above the lanes. It is there as soon as there are two.

use std::rc::Rc;

use session::{Action, Against, BranchView, Drive, DriveView, OutcomeKind};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::{
    Callback, Event, Html, KeyboardEvent, MouseEvent, Properties, classes, component, html, use_effect_with,
    use_node_ref,
};

use super::branch_menu::BranchMenu;
use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use crate::texts::branches as texts;
use crate::texts::fill;

const GOOD: &str = "good";

#[derive(PartialEq, Properties)]
pub(crate) struct BranchesProps {
    pub(crate) drive: Rc<DriveView>,
}

#[component]
pub(crate) fn Branches(props: &BranchesProps) -> Html {
    let dispatch = use_dispatch();
    let drive = &props.drive;
    let Some(active) = drive.branches.iter().find(|branch| branch.is_active) else {
        return html! {};
    };
    if drive.branches.len() < 2 {
        return html! {};
    }
    let tab = |branch: &BranchView| {
        if drive.naming == Some(branch.id) {
            return html! { <RenameField key={branch.id} id={branch.id} name={branch.name.clone()} /> };
        }
        one(branch, &dispatch)
    };
    let pin = if active.is_pinned {
        texts::PINNED_IT_STAYS_HOWEVER_MANY
    } else {
        texts::PIN_KEEP_IT_HOWEVER_MANY
    };
    let on = |drive: Drive| dispatch.on::<MouseEvent>(Action::Drive(drive));
    html! {
        <div class="branches" role="group" aria-label={texts::RUNS_THAT_ARE_KEPT}>
            <span class="branch-tabs">{ for drive.branches.iter().map(tab) }</span>
            <span class="branch-tools">
                <span class="branch-wide">
                { tool(Shape::Undo, texts::TAKE_THE_LAST_CHOICE_BACK, !drive.can_undo, on(Drive::Undo)) }
                { tool(Shape::Redo, texts::MAKE_IT_AGAIN_CTRL_SHIFT, !drive.can_redo, on(Drive::Redo)) }
                </span>
                { compare(drive, &dispatch) }
                <span class="branch-wide">
                <button type="button" class="button button-quiet button-icon" aria-pressed={active.is_pinned.to_string()} aria-label={texts::PIN_THIS_RUN} title={pin} onclick={on(Drive::PinBranch(active.id))}><Icon shape={Shape::Pin} /></button>
                { tool(Shape::Pen, texts::RENAME_THIS_RUN, false, on(Drive::NameBranch(Some(active.id)))) }
                </span>
                <BranchMenu drive={props.drive.clone()} />
                { tool(Shape::Close, texts::CLOSE_THIS_RUN, false, on(Drive::CloseBranch(active.id))) }
            </span>
        </div>
    }
}

fn one(branch: &BranchView, dispatch: &Dispatch) -> Html {
    let (mark, tone, word) = ending(branch.ending.as_ref().map(|(kind, _)| *kind));
    let ended = branch.ending.as_ref().map_or(word, |(_, words)| words.as_str());
    let mut title = fill(texts::STEPS, &[&ended, &branch.steps]);
    if !branch.origin.is_empty() {
        title = format!("{title}; {}", branch.origin);
    }
    html! {
        <button key={branch.id} type="button" class="branch" aria-pressed={branch.is_active.to_string()} {title}
            onclick={dispatch.on(Action::Drive(Drive::OpenBranch(branch.id)))}>
            <span class={classes!("branch-mark", tone)} aria-hidden="true">{ mark }</span>
            <span class="branch-name">{ branch.name.clone() }</span>
            <span class="visually-hidden">{ format!(", {ended}") }</span>
            if branch.is_pinned { <Icon shape={Shape::Pin} /> }
        </button>
    }
}

/// How a run ended: a sign, a tone, and a word for one that has not.
pub(crate) fn ending(kind: Option<OutcomeKind>) -> (&'static str, &'static str, &'static str) {
    match kind {
        Some(OutcomeKind::Finished) => ("✓", "is-good", "finished"),
        Some(OutcomeKind::PropertyFailed | OutcomeKind::Error | OutcomeKind::Deadlock) => ("✗", "is-bad", "failed"),
        Some(OutcomeKind::Limit) => ("?", "is-open", "limit"),
        None => ("…", "is-open", texts::NOT_AT_ITS_END),
    }
}

fn tool(shape: Shape, label: &'static str, is_disabled: bool, on_click: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="button button-quiet button-icon" aria-label={label} title={label} disabled={is_disabled} onclick={on_click}><Icon {shape} /></button> }
}

/// What to put beside this run. It stays on its first word: choosing is doing.
fn compare(drive: &DriveView, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let on_change = Callback::from(move |event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let Some(select) = select else { return };
        let against = match select.value().as_str() {
            GOOD => Some(Against::GoodRun),
            id => id.parse().ok().map(Against::Branch),
        };
        select.set_selected_index(0);
        if let Some(against) = against {
            dispatch.send(Action::Drive(Drive::Compare(against)));
        }
    });
    let others = drive.branches.iter().filter(|branch| !branch.is_active);
    html! {
        <select class="branch-compare" aria-label={texts::COMPARE_THIS_RUN_WITH} onchange={on_change}>
            <option value="" selected=true>{ texts::COMPARE_WITH }</option>
            { for others.map(|branch| html! { <option value={branch.id.to_string()}>{ branch.name.clone() }</option> }) }
            <option value={GOOD}>{ texts::A_RUN_THAT_ENDS_WELL }</option>
        </select>
    }
}

#[derive(PartialEq, Properties)]
struct RenameFieldProps {
    id: u32,
    name: String,
}

#[component]
fn RenameField(props: &RenameFieldProps) -> Html {
    let dispatch = use_dispatch();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                // A field that cannot take the focus can still be pressed.
                let _ = field.focus();
                field.select();
            }
        });
    }
    let commit = {
        let (field, id, dispatch) = (field.clone(), props.id, dispatch.clone());
        Callback::from(move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                dispatch.send(Action::Drive(Drive::RenameBranch(id, field.value())));
            }
        })
    };
    let on_key = {
        let commit = commit.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => commit.emit(()),
            "Escape" => dispatch.send(Action::Drive(Drive::NameBranch(None))),
            _ => {}
        })
    };
    html! { <input ref={field} class="branch-field" type="text" maxlength="24" aria-label={texts::NAME_OF_THIS_RUN} value={props.name.clone()} onkeydown={on_key} onblur={commit.reform(|_| ())} /> }
}
