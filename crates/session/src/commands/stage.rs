//! Commands about what the stage shows, and one for each lane that may take a step.

use timeline::Axis;

use crate::commands::{Group, List, Scope};
use crate::{Action, ViewModel};

/// More lanes than this are found by their names on the stage.
const LANES_MAX: usize = 100;

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let (other, title) = match view.run.axis {
        Axis::Step => (Axis::Time, "Lay the lanes out by virtual time"),
        Axis::Time => (Axis::Step, "Lay the lanes out by steps"),
    };
    list.add(Group::Stage, "axis", title, Action::SetAxis(other));
    list.add(Group::Stage, "fit", "Show the whole run", Action::FitStage);
    list.tell(Group::Stage, "zoom", "Zoom")
        .on(Scope::Lanes, "+")
        .on(Scope::Lanes, "−");
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
