//! The switches of the machine: model, granularity, policy, seed, and the speed of playing.

use session::{Action, Granularity, MachineView, Model, PolicyKind};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::{Callback, Event, Html, Properties, component, html};

use super::button::ToolButton;
use super::dispatch::use_dispatch;
use super::icon::Shape;
use crate::texts::machine as texts;

/// The speeds to choose from, in steps a second.
const SPEEDS: [u32; 6] = [1, 2, 4, 10, 30, 100];

#[derive(PartialEq, Properties)]
pub(crate) struct MachineProps {
    pub(crate) machine: MachineView,
}

#[component]
pub(crate) fn Machine(props: &MachineProps) -> Html {
    let machine = props.machine;
    let dispatch = use_dispatch();
    let act = |make: fn(&str) -> Option<Action>| {
        let dispatch = dispatch.clone();
        Callback::from(move |word: String| {
            if let Some(action) = make(&word) {
                dispatch.send(action);
            }
        })
    };
    let policies = PolicyKind::ALL.map(|policy| (policy.word(), policy.title()));
    html! {
        <span class="group group-machine">
            <Choice label={texts::MODEL} value={machine.model.word()} options={Model::WORDS.iter().map(|word| (*word, *word)).collect::<Vec<_>>()}
                on_choose={act(|word| word.parse().ok().map(Action::SetModel))} />
            if machine.has_granularity {
                <Choice label={texts::STEP} value={machine.granularity.word()} options={Granularity::WORDS.iter().map(|word| (*word, *word)).collect::<Vec<_>>()}
                    on_choose={act(|word| word.parse().ok().map(Action::SetGranularity))} />
            }
            <Choice label={texts::NEXT} value={machine.policy.word()} options={policies.to_vec()}
                on_choose={act(|word| PolicyKind::ALL.into_iter().find(|policy| policy.word() == word).map(Action::SetPolicy))} />
            if machine.has_seed {
                <label class="field">{ texts::SEED }
                    <input type="number" min="0" step="1" value={machine.seed.to_string()} onchange={act(|word| word.parse().ok().map(Action::SetSeed)).reform(value_of)} />
                </label>
                <ToolButton shape={Shape::Dice} label={texts::NEXT_SEED} is_picture=true on_press={dispatch.on(Action::SetSeed(machine.seed.wrapping_add(1)))} />
            }
        </span>
    }
}

fn value_of(event: Event) -> String {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

#[derive(PartialEq, Properties)]
struct ChoiceProps {
    label: &'static str,
    value: &'static str,
    /// Words and what is shown for them.
    options: Vec<(&'static str, &'static str)>,
    on_choose: Callback<String>,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let on_change = props.on_choose.reform(|event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| select.value()).unwrap_or_default()
    });
    let option = |&(word, name): &(&'static str, &'static str)| {
        html! { <option value={word} selected={word == props.value}>{ name }</option> }
    };
    html! {
        <label class="field">{ props.label }<select onchange={on_change}>{ for props.options.iter().map(option) }</select></label>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct SpeedProps {
    pub(crate) speed: u32,
}

#[component]
pub(crate) fn Speed(props: &SpeedProps) -> Html {
    let dispatch = use_dispatch();
    let on_change = Callback::from(move |event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(speed) = select.and_then(|select| select.value().parse().ok()) {
            dispatch.send(Action::SetSpeed(speed));
        }
    });
    let is_listed = SPEEDS.contains(&props.speed);
    let speeds = SPEEDS.into_iter().chain((!is_listed).then_some(props.speed));
    let option = |speed: u32| {
        html! { <option value={speed.to_string()} selected={speed == props.speed}>{ format!("{speed}/s") }</option> }
    };
    html! { <select aria-label={texts::SPEED_STEPS_A_SECOND} onchange={on_change}>{ for speeds.map(option) }</select> }
}
