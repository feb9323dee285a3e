//! The words of the component `splitter`.

pub(crate) const HORIZONTAL: &str = "horizontal";
pub(crate) const VERTICAL: &str = "vertical";
pub(crate) const DRAG_TO_RESIZE_DOUBLE_CLICK: &str = "Drag to resize; double-click for the first size";
