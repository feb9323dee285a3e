//! How components emit actions. Owns the context that carries the way to the session down the tree.

use session::Action;
use yew::prelude::{Callback, hook, use_context};

/// Where actions go. Equal as long as it is the same place.
#[derive(Clone, PartialEq)]
pub(crate) struct Dispatch(pub(crate) Callback<Action>);

impl Dispatch {
    /// Sends an action.
    pub(crate) fn send(&self, action: Action) {
        self.0.emit(action);
    }

    /// What sends this action whatever event comes.
    pub(crate) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let send = self.0.clone();
        Callback::from(move |_: E| send.emit(action.clone()))
    }
}

/// Where actions go from here.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    // Outside of the page there is nobody to tell.
    use_context().unwrap_or_else(|| Dispatch(Callback::noop()))
}
