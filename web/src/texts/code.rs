//! The words of the component `code`.

pub(crate) const PROGRAM: &str = "Program";
pub(crate) const EXAMPLES: &str = "Examples";
pub(crate) const OPEN_AN_EXAMPLE: &str = "Open an example program (Shift Alt E)";
pub(crate) const UNDO_RESET: &str = "Undo reset";
pub(crate) const FORMAT: &str = "Format";
pub(crate) const LAY_THE_PROGRAM_OUT_SHIFT: &str = "Lay the program out (Shift Alt F)";
pub(crate) const RESET_PROGRAM: &str = "Reset program";
pub(crate) const PUT_THE_LESSONS_PROGRAM_BACK: &str = "Put the lesson's program back";
