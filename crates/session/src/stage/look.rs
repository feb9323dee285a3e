//! What the learner does to the picture of the lanes beyond driving the run: which rows there are and which part of the
//! run they show. Owns the closed list.

use world::TaskId;

/// Something done to the picture.
#[derive(Clone, PartialEq, Debug)]
pub enum Look {
    /// Shows a family of lanes one by one, or as one row again.
    Open {
        /// The family, by its first lane.
        family: TaskId,
        /// Whether one by one.
        is_open: bool,
    },
    /// The same for all families.
    OpenAll(bool),
    /// Puts a lane on top, or back where it belongs.
    Pin {
        /// The lane.
        task: TaskId,
        /// Whether on top.
        is_pinned: bool,
    },
    /// No lane is on top any more.
    UnpinAll,
    /// Shows only the lanes that these words fit; `None` is all of them, and closes the search.
    Search(Option<String>),
    /// Chooses the next lane that was found, or the one before, and brings it into view.
    NextFound(bool),
    /// Shows this part of the run, in steps or microseconds.
    Show {
        /// Its left edge.
        from: f64,
        /// Its right edge.
        to: f64,
    },
    /// Puts the cursor after so many steps and the part that is shown around it.
    GoTo(u32),
}
