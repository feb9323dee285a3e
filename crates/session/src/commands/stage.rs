//! Commands about what the stage shows, and one for each lane that may take a step.

use timeline::Axis;

use crate::commands::{Group, List, Scope};
use crate::texts::commands as texts;
use crate::texts::fill;
use crate::{Action, Detail, Inspect, Look, ViewModel};

/// More lanes than this are found by their names on the stage.
const LANES_MAX: usize = 100;

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let (other, title) = match view.run.axis {
        Axis::Step => (Axis::Time, texts::LAY_THE_LANES_OUT_BY_VIRTUAL),
        Axis::Time => (Axis::Step, texts::LAY_THE_LANES_OUT_BY_STEPS),
    };
    list.add(Group::Stage, "axis", title, Action::SetAxis(other));
    list.add(Group::Stage, "fit", texts::SHOW_THE_WHOLE_RUN, Action::FitStage);
    let look = &view.look;
    list.add(
        Group::Stage,
        "search-lanes",
        texts::SEARCH_IN_THE_LANES,
        Action::Look(Look::Search(Some(look.query.clone().unwrap_or_default()))),
    )
    .on(Scope::OutsideText, "/");
    list.add(
        Group::Stage,
        "open-families",
        texts::SHOW_LIKE_NAMED_LANES_ONE_BY,
        Action::Look(Look::OpenAll(true)),
    )
    .when(look.can_open, texts::NO_LANES_ARE_SHOWN_AS_ONE);
    list.add(
        Group::Stage,
        "close-families",
        texts::SHOW_LIKE_NAMED_LANES_AS_ONE,
        Action::Look(Look::OpenAll(false)),
    )
    .when(look.can_close, texts::THERE_ARE_NO_LIKE_NAMED_LANES);
    list.add(
        Group::Stage,
        "unpin-lanes",
        texts::PUT_ALL_LANES_BACK_IN_THEIR,
        Action::Look(Look::UnpinAll),
    )
    .when(look.pinned > 0, texts::NO_LANE_IS_ON_TOP);
    list.tell(Group::Stage, "pin-lane", texts::PUT_THE_LANE_ON_TOP_OR)
        .on(Scope::Lanes, "P");
    for detail in Detail::ALL {
        let word = detail.word().to_lowercase();
        let title = match detail {
            Detail::Inspect => texts::SHOW_VARIABLES_AND_WHO_WAITS_FOR.to_owned(),
            Detail::Console | Detail::Proof | Detail::Events | Detail::Choices | Detail::Measures => {
                fill(texts::SHOW, &[&word])
            }
        };
        let show = Action::Inspect(Inspect::Open(detail));
        list.add(Group::Stage, format!("show-{word}"), title, show);
    }
    list.tell(Group::Stage, "zoom", texts::ZOOM)
        .on(Scope::Lanes, "+")
        .on(Scope::Lanes, "−");
    list.tell(Group::Stage, "whole", texts::SHOW_THE_WHOLE_RUN)
        .on(Scope::Lanes, "0");
    list.tell(Group::Stage, "pan", texts::SEE_WHAT_WAS_BEFORE_OR_COMES)
        .on(Scope::Lanes, "Shift ←")
        .on(Scope::Lanes, "Shift →");
    list.tell(Group::Stage, "scroll", texts::SEE_LANES_FURTHER_DOWN_OR_UP)
        .on(Scope::Lanes, "↓")
        .on(Scope::Lanes, "↑");
    list.tell(Group::Lanes, "lane-by-number", texts::LET_THE_LANE_WITH_THAT_NUMBER)
        .on(Scope::OutsideText, "0 … 9");
    for lane in view.lanes.iter().take(LANES_MAX) {
        let id = format!("lane-{}", lane.task.0);
        let title = fill(texts::LET_TAKE_THE_NEXT_STEP, &[&lane.name]);
        let can_run = lane.can_run;
        list.add(Group::Lanes, id, title, Action::StepLane(lane.task))
            .when(can_run, texts::THIS_LANE_CANNOT_RUN_NOW);
    }
}
