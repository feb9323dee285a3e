//! A lane from within: why it does not go on, its calls with what they can see, and who waits for whom.

use std::rc::Rc;

use session::{Action, FrameView, InspectView, TaskId};
use yew::prelude::{Event, Html, Properties, TargetCast, component, html, use_context};

use super::dispatch::use_dispatch;
use super::stage::Cast;
use super::values::Values;
use super::waits::Waits;
use crate::texts::fill;
use crate::texts::inspector as texts;

const NOTHING: &str = texts::NOTHING_HAS_RUN_YET;
const LANE: &str = texts::LANE;
const FOLLOW: &str = texts::THE_ONE_THAT_RAN_LAST;
const NO_CALLS: &str = texts::IT_IS_IN_NO_CALL;

#[derive(PartialEq, Properties)]
pub(crate) struct InspectorProps {
    /// `None` for as long as nobody has asked for it, or nothing runs.
    pub(crate) view: Option<Rc<InspectView>>,
}

#[component]
pub(crate) fn Inspector(props: &InspectorProps) -> Html {
    let Some(view) = &props.view else {
        return html! { <p class="empty">{ NOTHING }</p> };
    };
    html! {
        <div class="inspector">
            <section class="inspector-lane" aria-labelledby="inspector-lane">
                <LanePicker lane={view.lane} is_followed={view.is_followed} />
                <p class="why" role="note">{ view.why.clone() }</p>
                if view.frames.is_empty() { <p class="note">{ NO_CALLS }</p> }
                { for view.frames.iter().enumerate().map(|(index, frame)| call(frame, index == 0)) }
            </section>
            <Waits waits={view.waits.clone()} />
        </div>
    }
}

fn call(frame: &FrameView, is_innermost: bool) -> Html {
    let name = if frame.function.is_empty() {
        texts::A_FUNCTION.to_owned()
    } else {
        frame.function.clone()
    };
    let place = frame.line.map(|line| fill(texts::LINE, &[&line]));
    html! {
        <section class="frame" aria-label={fill(texts::VARIABLES_OF, &[&name])}>
            <h3>
                if !is_innermost { <small>{ texts::AWAITED_BY }</small> }
                <code>{ name.clone() }</code>
                <small>{ for place }</small>
            </h3>
            if frame.rows.is_empty() { <p class="note">{ texts::IT_SEES_NO_VARIABLE_YET }</p> }
            else { <Values rows={frame.rows.clone()} label={fill(texts::VARIABLES_OF, &[&name])} /> }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct LanePickerProps {
    lane: Option<TaskId>,
    is_followed: bool,
}

/// Which lane is looked at: the one that ran last, or always the same.
#[component]
fn LanePicker(props: &LanePickerProps) -> Html {
    let dispatch = use_dispatch();
    let cast = use_context::<Cast>();
    let lanes = cast.as_ref().map(|cast| cast.lanes().clone()).unwrap_or_default();
    let name = |task: TaskId| cast.as_ref().map(|cast| cast.name(task)).unwrap_or_default();
    let on_change = {
        let lanes = lanes.clone();
        dispatch.0.reform(move |event: Event| {
            let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let index = chosen.map_or(0, |select| select.selected_index());
            // The first option stands for no lane in particular.
            let lane = usize::try_from(index - 1).ok().and_then(|index| lanes.get(index));
            Action::SelectLane(lane.map(|lane| lane.task))
        })
    };
    let follow = match (props.is_followed, props.lane) {
        (true, Some(task)) => format!("{FOLLOW}: {}", name(task)),
        (true, None) | (false, _) => FOLLOW.to_owned(),
    };
    html! {
        <label class="field inspector-pick">
            <span id="inspector-lane">{ LANE }</span>
            <select onchange={on_change}>
                <option selected={props.is_followed}>{ follow }</option>
                { for lanes.iter().map(|lane| html! {
                    <option selected={!props.is_followed && props.lane == Some(lane.task)}>{ format!("{} {}", lane.task.0, lane.name) }</option>
                }) }
            </select>
        </label>
    }
}
