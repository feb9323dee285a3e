//! Commands about what the stage shows, and one for each lane that may take a step.

use timeline::Axis;

use crate::commands::{Group, List, Scope};
use crate::{Action, Detail, Inspect, Look, ViewModel};

/// More lanes than this are found by their names on the stage.
const LANES_MAX: usize = 100;

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let (other, title) = match view.run.axis {
        Axis::Step => (Axis::Time, "Lay the lanes out by virtual time"),
        Axis::Time => (Axis::Step, "Lay the lanes out by steps"),
    };
    list.add(Group::Stage, "axis", title, Action::SetAxis(other));
    list.add(Group::Stage, "fit", "Show the whole run", Action::FitStage);
    let look = &view.look;
    list.add(
        Group::Stage,
        "search-lanes",
        "Search in the lanes",
        Action::Look(Look::Search(Some(look.query.clone().unwrap_or_default()))),
    )
    .on(Scope::OutsideText, "/");
    list.add(
        Group::Stage,
        "open-families",
        "Show like-named lanes one by one",
        Action::Look(Look::OpenAll(true)),
    )
    .when(look.can_open, "No lanes are shown as one row.");
    list.add(
        Group::Stage,
        "close-families",
        "Show like-named lanes as one row",
        Action::Look(Look::OpenAll(false)),
    )
    .when(look.can_close, "There are no like-named lanes to be shown as one row.");
    list.add(
        Group::Stage,
        "unpin-lanes",
        "Put all lanes back in their places",
        Action::Look(Look::UnpinAll),
    )
    .when(look.pinned > 0, "No lane is on top.");
    list.tell(Group::Stage, "pin-lane", "Put the lane on top, or back")
        .on(Scope::Lanes, "P");
    for detail in Detail::ALL {
        let word = detail.word().to_lowercase();
        let title = match detail {
            Detail::Inspect => "Show variables and who waits for whom (Inspect)".to_owned(),
            Detail::Console | Detail::Proof | Detail::Events | Detail::Choices | Detail::Measures => {
                format!("Show {word}")
            }
        };
        let show = Action::Inspect(Inspect::Open(detail));
        list.add(Group::Stage, format!("show-{word}"), title, show);
    }
    list.tell(Group::Stage, "zoom", "Zoom")
        .on(Scope::Lanes, "+")
        .on(Scope::Lanes, "−");
    list.tell(Group::Stage, "whole", "Show the whole run")
        .on(Scope::Lanes, "0");
    list.tell(Group::Stage, "pan", "See what was before or comes after")
        .on(Scope::Lanes, "Shift ←")
        .on(Scope::Lanes, "Shift →");
    list.tell(Group::Stage, "scroll", "See lanes further down or up")
        .on(Scope::Lanes, "↓")
        .on(Scope::Lanes, "↑");
    list.tell(
        Group::Lanes,
        "lane-by-number",
        "Let the lane with that number take the next step",
    )
    .on(Scope::OutsideText, "0 … 9");
    for lane in view.lanes.iter().take(LANES_MAX) {
        let id = format!("lane-{}", lane.task.0);
        let title = format!("Let {} take the next step", lane.name);
        let can_run = lane.can_run;
        list.add(Group::Lanes, id, title, Action::StepLane(lane.task))
            .when(can_run, "This lane cannot run now.");
    }
}
