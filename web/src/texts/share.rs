//! The words of the component `share`.

pub(crate) const PROGRAM: &str = "Program";
pub(crate) const SAVE: &str = "Save {}";
pub(crate) const OPEN_A_FILE: &str = "Open a file…";
pub(crate) const BRING_BACK_THE_PROGRAM_FROM: &str = "Bring back the program from before";
pub(crate) const SHARE_AND_SAVE: &str = "Share and save";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const LINK: &str = "Link";
pub(crate) const COPY_LINK: &str = "Copy link";
pub(crate) const QR_CODE_FOR_A_CLASSROOM: &str = "QR code, for a classroom";
pub(crate) const RUN: &str = "Run";
pub(crate) const PICTURE_OF_THE_WHOLE_RUN: &str = "Picture of the whole run (SVG)";
pub(crate) const THE_SAME_AS_PNG: &str = "The same as PNG";
pub(crate) const PICTURE_AS_SHOWN_SVG: &str = "Picture as shown (SVG)";
pub(crate) const AS_SHOWN_AS_PNG: &str = "As shown as PNG";
pub(crate) const TABLE_OF_EVENTS_CSV: &str = "Table of events (CSV)";
pub(crate) const CHROME_TRACE_FOR_PERFETTO_JSON: &str = "Chrome trace, for Perfetto (JSON)";
