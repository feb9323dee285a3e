//! The words of the component `branches`.

pub(crate) const PINNED_IT_STAYS_HOWEVER_MANY: &str = "Pinned: it stays however many there are";
pub(crate) const PIN_KEEP_IT_HOWEVER_MANY: &str = "Pin: keep it however many there are";
pub(crate) const RUNS_THAT_ARE_KEPT: &str = "Runs that are kept";
pub(crate) const TAKE_THE_LAST_CHOICE_BACK: &str = "Take the last choice back (Ctrl Z)";
pub(crate) const MAKE_IT_AGAIN_CTRL_SHIFT: &str = "Make it again (Ctrl Shift Z)";
pub(crate) const PIN_THIS_RUN: &str = "Pin this run";
pub(crate) const RENAME_THIS_RUN: &str = "Rename this run";
pub(crate) const CLOSE_THIS_RUN: &str = "Close this run";
pub(crate) const UNPIN_THIS_RUN: &str = "Unpin this run";
pub(crate) const MORE_ABOUT_THIS_RUN: &str = "More about this run";
pub(crate) const TAKE_BACK: &str = "Take the last choice back";
pub(crate) const MAKE_AGAIN: &str = "Make it again";
pub(crate) const STEPS: &str = "{}, {} steps";
pub(crate) const NOT_AT_ITS_END: &str = "not at its end";
pub(crate) const COMPARE_THIS_RUN_WITH: &str = "Compare this run with";
pub(crate) const COMPARE_WITH: &str = "Compare with…";
pub(crate) const A_RUN_THAT_ENDS_WELL: &str = "a run that ends well";
pub(crate) const NAME_OF_THIS_RUN: &str = "Name of this run";
