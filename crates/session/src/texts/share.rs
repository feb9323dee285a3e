//! What the session says in its part `share`.

pub(crate) const THIS_LINK_CANNOT_BE_OPENED: &str = "This link cannot be opened: {}.";
pub(crate) const ITS_LESSON_IS_NOT_IN_THIS: &str = "its lesson is not in this course, so it opens in the playground";
pub(crate) const THIS_LINK_DOES_NOT_OPEN_AS: &str = "This link does not open as it was made: {}.";
pub(crate) const THIS_PROGRAM_CAME_WITH_A_LINK: &str = "This program came with a link. Yours is kept as it was.";
pub(crate) const PLAYGROUND: &str = "Playground";
pub(crate) const OPENED_FROM_A_LINK: &str = "{}. Opened from a link.";
pub(crate) const ITS_CONSTANTS_DO_NOT_FIT_ITS: &str = "its constants do not fit its program";
pub(crate) const ITS_RUN_STOPS_AFTER_OF_STEPS: &str = "its run stops after {} of {} steps: {}";
pub(crate) const QR_CODE_OF_THE_LINK: &str = "QR code of the link";
pub(crate) const THIS_IS_TOO_LONG_FOR_A: &str = "This is too long for a link: {}. Save the program as a file instead.";
pub(crate) const COPIED: &str = "Copied.";
pub(crate) const THE_BROWSER_DID_NOT_LET_THE: &str =
    "The browser did not let the page copy. Select the text and copy it by hand.";
pub(crate) const IT_HOLDS_THE_PROGRAM_NOT_THE: &str =
    "It holds the program, not the run: that belongs to another text.";
pub(crate) const IT_HOLDS_THE_PROGRAM_AND_THE: &str = "It holds the program and the machine; nothing has run yet.";
pub(crate) const IT_HOLDS_THE_PROGRAM_THE_MACHINE: &str =
    "It holds the program, the machine, and the run at step {} of {}.";
pub(crate) const IT_IS_CHARACTERS_LONG_SOME_MESSENGERS: &str =
    "{} It is {} characters long: some messengers cut off so long a link.";
pub(crate) const IT_IS_CHARACTERS_LONG: &str = "{} It is {} characters long.";
pub(crate) const NO_QR_CODE_CHARACTERS_DO_NOT: &str =
    "No QR code: {} characters do not fit into one. A shorter run or program makes a shorter link.";
pub(crate) const A_DENSE_CODE_SHOW_IT_LARGE: &str = "A dense code: show it large, or share a shorter run.";
