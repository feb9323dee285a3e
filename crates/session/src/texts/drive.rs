//! What the session says about driving a run: its commands, why they cannot be done, and what came of them.

pub(crate) const UNTIL_BLOCKED: &str = "Go on until the lane waits or ends";
pub(crate) const OVER_LINE: &str = "Go on to the lane's next line";
pub(crate) const TO_SWITCH: &str = "Go on to the next switch of lanes";
pub(crate) const TO_LINE: &str = "Run to the line of the cursor";
pub(crate) const BREAKPOINT: &str = "Breakpoint on the line of the cursor, or none";
pub(crate) const BACK_TO_STOP: &str = "Go back to the last breakpoint";
pub(crate) const CLEAR_BREAKPOINTS: &str = "Take all breakpoints away";
pub(crate) const UNDO: &str = "Take the last choice back";
pub(crate) const REDO: &str = "Make that choice again";
pub(crate) const LOOP_FROM: &str = "The loop begins here";
pub(crate) const LOOP_TO: &str = "The loop ends here";
pub(crate) const LOOP_ON: &str = "Make the loop a step longer";
pub(crate) const LOOP_BACK: &str = "Make the loop a step shorter";
pub(crate) const PLAY_LOOP: &str = "Play the loop again and again";
pub(crate) const LEAVE_LOOP: &str = "Remove the loop";
pub(crate) const COPY_HISTORY: &str = "Copy the choices with what came of them";
pub(crate) const GLOSSARY: &str = "Words of the field, explained";
pub(crate) const STOP_CHANGED: &str = "Stop when {} changes";
pub(crate) const STOP_BLOCKED: &str = "Stop when somebody waits for {}";
pub(crate) const STOP_NEVER: &str = "Do not stop because of {}";
pub(crate) const LOOK_AT: &str = "Look at {}";
pub(crate) const COMPARE_WITH: &str = "Compare with {}";
pub(crate) const COMPARE_GOOD: &str = "Compare with a run that ends well";
pub(crate) const LEAVE_COMPARISON: &str = "Leave the comparison";
pub(crate) const RENAME: &str = "Rename this run";
pub(crate) const PIN: &str = "Pin this run, so that it stays";
pub(crate) const UNPIN: &str = "Unpin this run";
pub(crate) const CLOSE: &str = "Close this run";

pub(crate) const NO_STEP: &str = "There is no step to take.";
pub(crate) const NO_STOPS: &str = "There is no breakpoint.";
pub(crate) const NO_LOOP: &str = "No loop is set.";
pub(crate) const ONE_RUN: &str = "There is only one run.";
pub(crate) const NOTHING_TO_UNDO: &str = "There is no choice to take back.";
pub(crate) const NOTHING_TO_REDO: &str = "There is no choice to make again.";
pub(crate) const NO_STEP_YET: &str = "No step has been taken yet.";
pub(crate) const NO_PROGRAM: &str = "There is no program yet that compiles.";
pub(crate) const NOT_COMPARED: &str = "No runs are compared.";

pub(crate) const NO_BREAKPOINT_ANY_MORE: &str = "No breakpoint on line {} any more.";
pub(crate) const BREAKPOINT_ON: &str = "Breakpoint on line {}.";
pub(crate) const NO_STOP_BEHIND: &str = "There is no breakpoint behind this step.";
pub(crate) const SET_THE_LOOP_FIRST: &str = "Set where the loop begins and ends first.";
/// What is about to happen at a line.
pub(crate) const STOPPED_NEXT: &str = "Stopped at line {}. Next: {}";
pub(crate) const STOPPED_JUST_RUN: &str = "Stopped at line {}: {} has just run it";
pub(crate) const STOPPED_ABOUT_TO_RUN: &str = "Stopped at line {}: {} is about to run it";
pub(crate) const STOPPED_CHANGED: &str = "Stopped because {} has changed: {}";
pub(crate) const STOPPED_BLOCKED: &str = "Stopped because {} has to wait for {}: {}";

/// The name of a run by its number.
pub(crate) const RUN: &str = "Run {}";
/// A replay that was changed by hand.
pub(crate) const CHANGED: &str = "{}, changed";
pub(crate) const LEAVES: &str = "leaves {} after step {}";
pub(crate) const WAS_CLOSED: &str = "{} was closed: {} runs are kept. Pin one, and it stays.";
pub(crate) const TAKEN_BACK: &str = "Taken back.";
pub(crate) const DONE_AGAIN: &str = "Done again.";
pub(crate) const NOTHING_TO_DO_AGAIN: &str = "There is no choice to do again.";
/// Runs that were kept and do not go with the edited program.
pub(crate) const DO_NOT_FIT: &str =
    "{} cannot be replayed in the program as it is now. Undo the edit, and what was kept is back.";
pub(crate) const AND: &str = " and ";
pub(crate) const THE_PROGRAM_HAS_ERRORS_MEND_THEM: &str = "The program has errors; mend them first.";
pub(crate) const CHOOSE_THE_LANE_THAT_GOES_NEXT: &str = "Choose the lane that goes next.";
pub(crate) const THE_SCHEDULE_IS_ON_THE_CLIPBOARD: &str = "The schedule is on the clipboard.";
