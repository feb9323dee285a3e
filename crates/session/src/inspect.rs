//! Looking closer: what of a moment the learner has opened.
//!
//! Owns which of the heavy views are looked at, which values are opened, which rows of a table are on screen and in which
//! order. What is in them is made in `session::show`. Knows no run: all of it may outlive one.

use std::collections::BTreeSet;

use timeline::Subject;

use crate::texts::inspect as texts;

/// What the learner does to look closer.
#[derive(Clone, PartialEq, Debug)]
pub enum Inspect {
    /// Shows these details below the stage.
    Open(Detail),
    /// Calls, variables and waits are looked at from now on, or no longer.
    Show(bool),
    /// Opens or closes a value; the path is the one that its row has.
    Toggle(String),
    /// The table of events is looked at from now on, or no longer.
    ShowEvents(bool),
    /// The table of events is scrolled so that this row is the first to be seen, counted from 0.
    ScrollEvents(u32),
    /// Sorts the table of events by a column; once more, and it goes the other way.
    SortEvents(EventColumn),
    /// Sorts the table of measures by a column; once more, and it goes the other way.
    SortMeasures(MeasureColumn),
    /// Plots something, or nothing.
    Plot(Option<Subject>),
}

/// What is shown below the stage. All but the first two are made only while they are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Detail {
    /// What was printed.
    #[default]
    Console,
    /// The check over every interleaving.
    Proof,
    /// A lane from within, and who waits for whom.
    Inspect,
    /// The steps as a table.
    Events,
    /// The choices that led here, and what else there was.
    Choices,
    /// The run in numbers.
    Measures,
}

impl Detail {
    /// All of them, in the order of their tabs.
    pub const ALL: [Detail; 6] = [
        Detail::Console,
        Detail::Proof,
        Detail::Inspect,
        Detail::Events,
        Detail::Choices,
        Detail::Measures,
    ];

    /// The word on its tab.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Detail::Console => texts::CONSOLE,
            Detail::Proof => texts::PROOF,
            Detail::Inspect => texts::INSPECT,
            Detail::Events => texts::EVENTS,
            Detail::Choices => texts::CHOICES,
            Detail::Measures => texts::MEASURES,
        }
    }
}

/// The columns by which events can be sorted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum EventColumn {
    /// The step, and with it the time.
    #[default]
    Step,
    /// The lane's name.
    Lane,
    /// The line of the program.
    Line,
}

/// The columns by which objects can be sorted that were measured.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum MeasureColumn {
    /// In the order of their making.
    #[default]
    Made,
    /// The name.
    Name,
    /// The class.
    Class,
    /// One of the figures that have a column of their own, by its place.
    Figure(usize),
}

/// A column and a direction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct SortBy<C> {
    /// The column.
    pub column: C,
    /// Whether the largest comes first.
    pub is_descending: bool,
}

impl<C: PartialEq + Copy> SortBy<C> {
    /// Another column begins at its `first` direction, the same column turns round.
    fn choose(&mut self, column: C, is_descending: bool) {
        *self = SortBy {
            column,
            is_descending: match self.column == column {
                true => !self.is_descending,
                false => is_descending,
            },
        };
    }
}

/// What is looked at.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Inspector {
    pub(crate) detail: Detail,
    pub(crate) is_shown: bool,
    /// The paths of the values that are open.
    pub(crate) open: BTreeSet<String>,
    pub(crate) shows_events: bool,
    pub(crate) first_event: u32,
    pub(crate) events_by: SortBy<EventColumn>,
    pub(crate) measures_by: SortBy<MeasureColumn>,
    pub(crate) plotted: Option<Subject>,
}

impl Default for Inspector {
    fn default() -> Inspector {
        Inspector {
            detail: Detail::Console,
            is_shown: false,
            open: BTreeSet::new(),
            shows_events: false,
            first_event: 0,
            // What has just happened is what is looked for.
            events_by: SortBy {
                column: EventColumn::Step,
                is_descending: true,
            },
            measures_by: SortBy::default(),
            plotted: None,
        }
    }
}

impl Inspector {
    pub(crate) fn update(&mut self, action: Inspect) {
        match action {
            Inspect::Open(detail) => {
                self.detail = detail;
                self.is_shown = detail == Detail::Inspect;
                self.shows_events = detail == Detail::Events;
            }
            Inspect::Show(is_shown) => self.is_shown = is_shown,
            Inspect::Toggle(path) => {
                if !self.open.remove(&path) {
                    self.open.insert(path);
                }
            }
            Inspect::ShowEvents(is_shown) => {
                self.shows_events = is_shown;
                self.first_event = 0;
            }
            Inspect::ScrollEvents(first) => self.first_event = first,
            Inspect::SortEvents(column) => {
                self.events_by.choose(column, column == EventColumn::Step);
                self.first_event = 0;
            }
            Inspect::SortMeasures(column) => {
                self.measures_by
                    .choose(column, matches!(column, MeasureColumn::Figure(_)));
            }
            Inspect::Plot(subject) => self.plotted = subject,
        }
    }
}
