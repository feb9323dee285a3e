//! The stage: what just happened, the lanes, the objects, and below them console, proof and events.

use std::rc::Rc;

use session::{Action, Detail, Divider, Inspect, LaneView, ProofState, TaskId, ViewModel};
use yew::prelude::{Callback, ContextProvider, Html, Properties, classes, component, html, use_effect_with, use_memo};

use super::banners::Banners;
use super::branches::Branches;
use super::choices::Choices;
use super::compare::Compare;
use super::console::Console;
use super::dispatch::use_dispatch;
use super::events::Events;
use super::inspector::Inspector;
use super::lanes_panel::LanesPanel;
use super::later::Later;
use super::measures::Measures;
use super::narration::Narration;
use super::object_stop::ObjectStops;
use super::objects::Objects;
use super::places::STAGE_ID;
use super::proof::Proof;
use super::scrub::Scrub;
use super::splitter::Splitter;
use super::tabs::Tabs;
use crate::effects::scroll;
use crate::texts::fill;
use crate::texts::stage as texts;

/// Who is who: names and tones of the lanes, for whoever shows a badge. Equal as long as it is the same list.
#[derive(Clone, PartialEq)]
pub(crate) struct Cast {
    lanes: Rc<[LaneView]>,
    names: Rc<[Rc<str>]>,
}

impl Cast {
    pub(crate) fn lanes(&self) -> &Rc<[LaneView]> {
        &self.lanes
    }

    pub(crate) fn lane(&self, task: TaskId) -> Option<&LaneView> {
        let index = self.lanes.binary_search_by_key(&task, |lane| lane.task).ok()?;
        self.lanes.get(index)
    }

    /// The name of a lane, or its number if it has none yet.
    pub(crate) fn name(&self, task: TaskId) -> String {
        let name = self.names.get(task.0 as usize);
        name.map_or_else(|| fill(texts::LANE, &[&task.0]), |name| name.to_string())
    }

    pub(crate) fn tone(&self, task: TaskId) -> Option<&'static str> {
        self.lane(task).map(|lane| lane.state.tone().word())
    }
}

const LANES_ID: &str = "lanes";
const DETAILS_ID: &str = "details";

/// What the style sheet gives the details until the learner chooses, in thousandths of the stage.
const LOW: u16 = 240;
const TALL: u16 = 410;

#[derive(PartialEq, Properties)]
pub(crate) struct StageProps {
    pub(crate) view: ViewModel,
    /// To what the lesson says at its end.
    pub(crate) on_debrief: Callback<()>,
}

#[component]
pub(crate) fn Stage(props: &StageProps) -> Html {
    let view = &props.view;
    let dispatch = use_dispatch();
    let open = |detail: Detail| Action::Inspect(Inspect::Open(detail));
    let is_idle = view.proof.state == ProofState::Idle;
    {
        // Whoever asks for a proof wants to see it.
        let dispatch = dispatch.clone();
        use_effect_with(view.proof.state, move |state| {
            if *state != ProofState::Idle {
                dispatch.send(open(Detail::Proof));
                scroll::to(DETAILS_ID);
            }
        });
        use_effect_with(view.replay.is_some(), |&is_replaying| {
            if is_replaying {
                scroll::to(LANES_ID);
            }
        });
    }
    let cast = use_memo((view.lanes.clone(), view.names.clone()), |(lanes, names)| Cast {
        lanes: lanes.clone(),
        names: names.clone(),
    });
    let name = |detail: &Detail| match detail {
        Detail::Console => {
            let lines = u64::from(view.console.left_out) + view.console.lines.len() as u64;
            format!("{} ({lines})", detail.word())
        }
        Detail::Proof if !is_idle => format!("{} {}", detail.word(), proof_mark(view.proof.state)),
        Detail::Proof | Detail::Inspect | Detail::Events | Detail::Choices | Detail::Measures => {
            detail.word().to_owned()
        }
    };
    let names: Vec<String> = Detail::ALL.iter().map(name).collect();
    let chosen = Detail::ALL
        .iter()
        .position(|detail| *detail == view.detail)
        .unwrap_or(0);
    let is_solved = view.lesson.as_ref().is_some_and(|lesson| lesson.is_solved);
    let panel = match view.detail {
        Detail::Console => html! { <Console console={view.console.clone()} /> },
        Detail::Proof => {
            html! { <Proof proof={view.proof.clone()} on_debrief={is_solved.then(|| props.on_debrief.clone())} /> }
        }
        Detail::Inspect => html! { <Inspector view={view.inspect.clone()} /> },
        Detail::Events => html! { <Events events={view.events.clone()} cursor={view.run.cursor} /> },
        Detail::Choices => html! { <Choices history={view.drive.history.clone()} /> },
        Detail::Measures => html! { <Measures measures={view.measures.clone()} /> },
    };
    // A replay is watched in the lanes, so they get the room back.
    let is_tall = view.detail == Detail::Proof && !is_idle && view.replay.is_none();
    let choose = dispatch
        .0
        .reform(move |index: usize| open(Detail::ALL.get(index).copied().unwrap_or_default()));
    html! {
        <ContextProvider<Cast> context={(*cast).clone()}>
            <Narration run={view.run.clone()} />
            <Banners run={view.run.clone()} replay={view.replay.clone()} />
            <div class="stage-middle" id={LANES_ID}>
            <Branches drive={view.drive.clone()} />
            if let Some(both) = &view.drive.comparison {
                <Compare both={both.clone()} />
            } else {
                <Later><LanesPanel lanes={view.lanes.clone()} look={view.look.clone()} scene={view.scene.clone()} /></Later>
            }
            <Scrub run={view.run.clone()} drive={view.drive.clone()} />
            <ContextProvider<ObjectStops> context={ObjectStops(view.drive.objects.clone())}>
                <Later><Objects cards={view.cards.clone()} variables={view.variables.clone()} system={view.system.clone()} /></Later>
            </ContextProvider<ObjectStops>>
            </div>
            <Splitter divider={Divider::DetailsHeight} class="splitter-details" label={texts::SIZE_OF_THE_DETAILS} is_across=true is_from_end=true
                between={(DETAILS_ID, STAGE_ID)} size={view.layout.details_height.unwrap_or(if is_tall { TALL } else { LOW })} />
            <div id={DETAILS_ID} class={classes!("details", is_tall.then_some("is-tall"))}>
                <Later>
                    <Tabs class="tab-row" label={texts::DETAILS} id="detail" {names} {chosen} on_choose={choose} />
                    <div class="tab-panel" role="tabpanel" id={format!("detail-panel-{chosen}")} aria-labelledby={format!("detail-tab-{chosen}")} tabindex="0">
                        { panel }
                    </div>
                </Later>
            </div>
        </ContextProvider<Cast>>
    }
}

fn proof_mark(state: ProofState) -> &'static str {
    match state {
        ProofState::Idle => "",
        ProofState::Busy => "…",
        ProofState::Passed => "✓",
        ProofState::Failed => "✗",
        ProofState::Bounded | ProofState::Cancelled | ProofState::Broken => "?",
    }
}
