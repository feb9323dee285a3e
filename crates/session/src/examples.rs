//! The example programs: fetched when somebody first wants to see them, opened in the playground. Owns what is known of
//! them and that opening one takes no program away; the programs themselves are the course's.

use std::rc::Rc;

use lesson::{Example, Examples};

use crate::view::{ExampleGroupView, ExampleLink, ExamplesState, ExamplesView};

/// What happens around the examples.
#[derive(Clone, PartialEq, Debug)]
pub enum Gallery {
    /// The examples that were asked for with [`Effect::LoadExamples`](crate::Effect::LoadExamples) are here.
    Arrived(Rc<Examples>),
    /// They did not come; why not, as a clause.
    Failed(String),
    /// Opens the example with this id in the playground.
    Take(String),
}

/// What is known of the examples.
#[derive(Clone, Debug, Default)]
pub(crate) enum Shelf {
    /// Nobody has asked for them.
    #[default]
    Unasked,
    Loading,
    Here(Rc<Examples>),
    /// They did not come, so that they may be asked for again.
    Failed(String),
}

impl Shelf {
    /// Whether they have to be asked for now that somebody wants to see them; from then on they are on their way.
    pub(crate) fn ask(&mut self) -> bool {
        match self {
            Shelf::Unasked | Shelf::Failed(_) => {
                *self = Shelf::Loading;
                true
            }
            Shelf::Loading | Shelf::Here(_) => false,
        }
    }

    /// The example with this id.
    pub(crate) fn find(&self, id: &str) -> Option<&Example> {
        match self {
            Shelf::Here(examples) => examples.all().find(|example| example.id == id),
            Shelf::Unasked | Shelf::Loading | Shelf::Failed(_) => None,
        }
    }

    /// As it is shown; `open` is the program that the playground was given with, if that is what is open.
    pub(crate) fn view(&self, open: Option<&str>) -> ExamplesView {
        let (state, examples) = match self {
            Shelf::Unasked | Shelf::Loading => (ExamplesState::Loading, None),
            Shelf::Here(examples) => (ExamplesState::Here, Some(examples)),
            Shelf::Failed(reason) => (ExamplesState::Failed(reason.clone()), None),
        };
        let groups = examples.into_iter().flat_map(|examples| &examples.groups);
        let link = |example: &Example| ExampleLink {
            id: example.id.clone(),
            title: example.title.clone(),
            summary: example.summary.clone(),
            model: example.model.name(),
            is_open: open == Some(example.source.as_str()),
        };
        let groups = groups.map(|group| ExampleGroupView {
            title: group.title.clone(),
            examples: group.examples.iter().map(link).collect(),
        });
        ExamplesView {
            state,
            groups: groups.collect(),
        }
    }
}
