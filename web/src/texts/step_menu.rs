//! The words of the component `step_menu`.

pub(crate) const MORE_WAYS_TO_GO_ON: &str = "More ways to go on";
pub(crate) const UNTIL_THE_LANE_WAITS_OR: &str = "Until the lane waits or ends";
pub(crate) const TO_THE_LANES_NEXT_LINE: &str = "To the lane's next line";
pub(crate) const TO_THE_NEXT_SWITCH_OF: &str = "To the next switch of lanes";
pub(crate) const BACK_TO_THE_LAST_BREAKPOINT: &str = "Back to the last breakpoint";
pub(crate) const TAKE_ALL_BREAKPOINTS_AWAY: &str = "Take all breakpoints away";
pub(crate) const THE_LOOP_BEGINS_HERE: &str = "The loop begins here";
pub(crate) const THE_LOOP_ENDS_HERE: &str = "The loop ends here";
pub(crate) const PLAY_THE_LOOP: &str = "Play the loop";
pub(crate) const TAKE_THE_LAST_CHOICE_BACK: &str = "Take the last choice back";
pub(crate) const MAKE_IT_AGAIN: &str = "Make it again";
pub(crate) const COMPARE_WITH_A_RUN_THAT: &str = "Compare with a run that ends well";
