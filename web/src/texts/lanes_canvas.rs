//! The words of the component `lanes_canvas`.

pub(crate) const PICTURE_OF_THE_LANES_ARROW: &str =
    "Picture of the lanes. Arrow keys step; the tab Events has the same as a table.";
