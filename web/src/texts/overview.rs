//! The words of the component `overview`.

pub(crate) const WHOLE_RUN: &str = "whole run";
pub(crate) const PART_OF_THE_RUN_THAT: &str = "Part of the run that is shown";
pub(crate) const FROM_TO_PERCENT_OF_THE: &str = "from {} to {} percent of the run";
pub(crate) const CLICK_TO_GO_THERE_DRAG: &str = "Click to go there; drag the window to see another part";
