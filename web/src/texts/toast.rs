//! The words of the component `toast`.

pub(crate) const ANNOUNCEMENTS: &str = "Announcements";
