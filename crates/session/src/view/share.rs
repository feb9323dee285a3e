//! What can be taken away: a link, files, pictures.

/// The dialog "Share and save".
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ShareView {
    /// The address that leads here; empty if it would be too long.
    pub link: String,
    /// What it holds and how long it is, or why there is none.
    pub note: String,
    /// What came of copying it; empty before.
    pub copied: &'static str,
    /// The link as a QR code: an SVG element. `None` if it does not fit into one.
    pub qr: Option<String>,
    /// What is to be said of the code; empty if nothing is.
    pub qr_note: String,
    /// What the program is saved as.
    pub file_name: String,
    /// Whether there is a run to save pictures and tables of.
    pub has_run: bool,
    /// Whether a program that another one took the place of can be brought back.
    pub can_bring_back: bool,
}
