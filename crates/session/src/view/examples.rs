//! The example programs.

/// The example programs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ExamplesView {
    /// Whether they are here.
    pub state: ExamplesState,
    /// The groups, once they are.
    pub groups: Vec<ExampleGroupView>,
}

/// Whether the examples are here.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum ExamplesState {
    /// They are asked for when they are first looked at.
    #[default]
    Loading,
    /// They are.
    Here,
    /// They did not come; why not, in a sentence.
    Failed(String),
}

/// Examples about the same thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExampleGroupView {
    /// What they are about.
    pub title: String,
    /// The examples in order.
    pub examples: Vec<ExampleLink>,
}

/// An example in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExampleLink {
    /// What to open it by.
    pub id: String,
    /// Its name.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The model that it runs in, as its first line says it.
    pub model: &'static str,
    /// Whether it is what the playground was opened with.
    pub is_open: bool,
}
