//! The words of the component `lane_search`.

pub(crate) const SEARCH_IN_THE_LANES: &str = "Search in the lanes";
pub(crate) const SEARCH_WITH_KEY: &str = "Search in the lanes (/)";
pub(crate) const NAME_WAITING_WHAT_FOR: &str = "name, waiting, what for";
pub(crate) const CLOSE_THE_SEARCH: &str = "Close the search";
pub(crate) const CLOSE_THE_SEARCH_ESC: &str = "Close the search (Esc)";
