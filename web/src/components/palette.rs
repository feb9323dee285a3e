//! The command palette: a field, and below it every command that fits what was typed. Owns the pattern of a combobox with
//! a list; what fits and in which order is the session's.

use session::{Action, Dialog, Layout, PaletteRow, ViewModel, palette};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::{
    Callback, Html, InputEvent, KeyboardEvent, MouseEvent, Properties, TargetCast, classes, component, html,
    use_effect_with, use_node_ref, use_state,
};

use super::dialog::Modal;
use super::dispatch::use_dispatch;
use super::help::KeyNames;
use crate::texts::fill;
use crate::texts::palette as texts;

const LIST_ID: &str = "palette-list";
/// How far Page Up and Page Down go.
const PAGE: usize = 8;

#[derive(PartialEq, Properties)]
pub(crate) struct PaletteProps {
    pub(crate) view: ViewModel,
}

#[component]
pub(crate) fn Palette(props: &PaletteProps) -> Html {
    let dispatch = use_dispatch();
    let is_open = props.view.layout.dialog == Some(Dialog::Palette);
    let on_close = dispatch.on(Action::Layout(Layout::Close));
    html! {
        <Modal {is_open} class="palette" labelled_by="palette-title" {on_close}>
            <Finder view={props.view.clone()} />
        </Modal>
    }
}

/// Lives as long as the dialog is open, so it begins with nothing typed.
#[component]
fn Finder(props: &PaletteProps) -> Html {
    let dispatch = use_dispatch();
    let query = use_state(String::new);
    let chosen = use_state(|| 0_usize);
    let field = use_node_ref();
    let rows = palette(&props.view, &query);
    let at = (*chosen).min(rows.len().saturating_sub(1));
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            // An element that cannot take the focus keeps it where it is.
            let _ = field.cast::<HtmlElement>().map(|field| field.focus());
        });
    }
    use_effect_with((at, (*query).clone()), |(at, _)| show_row(*at));
    let take = Callback::from(move |row: PaletteRow| {
        let Some(action) = row.command.action.filter(|_| row.command.why_not.is_none()) else {
            return;
        };
        dispatch.send(Action::Layout(Layout::Close));
        dispatch.send(Action::Layout(Layout::Used(row.command.id.into_owned())));
        dispatch.send(action);
    });
    let on_input = {
        let (query, chosen) = (query.setter(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(field.value());
                chosen.set(0);
            }
        })
    };
    let on_keydown = {
        let (rows, chosen, take) = (rows.clone(), chosen.setter(), take.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = rows.len().saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowDown" if at == last => 0,
                "ArrowDown" => at + 1,
                "ArrowUp" if at == 0 => last,
                "ArrowUp" => at - 1,
                "PageDown" => (at + PAGE).min(last),
                "PageUp" => at.saturating_sub(PAGE),
                "Enter" if !event.is_composing() => {
                    event.prevent_default();
                    return rows.get(at).cloned().into_iter().for_each(|row| take.emit(row));
                }
                _ => return,
            };
            event.prevent_default();
            chosen.set(next);
        })
    };
    let count = rows.len();
    let option = |(index, row): (usize, &PaletteRow)| option(index, row, index == at, &take);
    html! {
        <>
            <h2 id="palette-title" class="visually-hidden">{ texts::COMMANDS }</h2>
            <input ref={field} type="text" role="combobox" placeholder={texts::TYPE_A_COMMAND_A_LESSON} aria-label={texts::COMMAND}
                aria-autocomplete="list" aria-expanded="true" aria-controls={LIST_ID} autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-activedescendant={(count > 0).then(|| row_id(at))} value={(*query).clone()} oninput={on_input} onkeydown={on_keydown} />
            <ul id={LIST_ID} role="listbox" aria-label={texts::COMMANDS}>{ for rows.iter().enumerate().map(option) }</ul>
            if count == 0 { <p class="palette-none">{ texts::NO_COMMAND_HAS_THESE_LETTERS }</p> }
            <p class="visually-hidden" role="status">{ if query.is_empty() { String::new() } else { fill(texts::FOUND, &[&count]) } }</p>
        </>
    }
}

fn option(index: usize, row: &PaletteRow, is_chosen: bool, take: &Callback<PaletteRow>) -> Html {
    let command = &row.command;
    let is_off = command.why_not.is_some();
    let on_click = {
        let (take, row) = (take.clone(), row.clone());
        Callback::from(move |_: MouseEvent| take.emit(row.clone()))
    };
    let piece = |(text, is_found): &(String, bool)| {
        if *is_found {
            html! { <mark>{ text.clone() }</mark> }
        } else {
            html! { { text.clone() } }
        }
    };
    html! {
        <li id={row_id(index)} role="option" aria-selected={is_chosen.to_string()} aria-disabled={is_off.then_some("true")}
            class={classes!(is_chosen.then_some("is-chosen"))} onclick={on_click}>
            <span class="title">{ for row.pieces.iter().map(piece) }</span>
            if let Some(why_not) = command.why_not { <small>{ why_not }</small> }
            <small class="group">{ if row.is_recent { texts::USED_BEFORE } else { command.group.title() } }</small>
            { for command.keys.first().map(|keys| html! { <KeyNames keys={*keys} /> }) }
        </li>
    }
}

fn row_id(index: usize) -> String {
    format!("palette-row-{index}")
}

/// Brings the chosen row into the list's view, and moves nothing if it is there.
fn show_row(index: usize) {
    let document = crate::effects::window().and_then(|window| window.document());
    let row = document.and_then(|document| document.get_element_by_id(&row_id(index)));
    let Some((row, list)) = row.and_then(|row| Some((row.clone(), row.parent_element()?))) else {
        return;
    };
    let (row, frame) = (row.get_bounding_client_rect(), list.get_bounding_client_rect());
    let (above, below) = (frame.top() - row.top(), row.bottom() - frame.bottom());
    // Pixels of a list are far from the limits of an integer.
    if above > 0.0 {
        list.set_scroll_top(list.scroll_top() - above.ceil() as i32);
    } else if below > 0.0 {
        list.set_scroll_top(list.scroll_top() + below.ceil() as i32);
    }
}
