//! Parts of the page that are made one after another when it opens, so that the browser has turns in between. Owns the order
//! in which they are made, and that the page is ready when the last of them is there. Whatever is made later is made at once.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Html, Properties, UseStateSetter, component, html, use_context, use_effect_with, use_state};

use crate::effects::timers;

/// The parts that are still to be made, in order.
#[derive(Clone, Default)]
pub(crate) struct Parts(Rc<Inner>);

#[derive(Default)]
struct Inner {
    waiting: RefCell<VecDeque<UseStateSetter<bool>>>,
    are_all_there: Cell<bool>,
}

/// There is one list for the whole life of the page.
impl PartialEq for Parts {
    fn eq(&self, other: &Parts) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Parts {
    /// Makes them, one in each turn, and those that they consist of after them; then the page is ready.
    pub(crate) fn make(&self, ready: impl FnOnce() + 'static) {
        let parts = self.clone();
        spawn_local(async move {
            loop {
                // A part that was made in the last turn has told of its own parts by now.
                timers::turn().await;
                let next = parts.0.waiting.borrow_mut().pop_front();
                let Some(next) = next else { break };
                next.set(true);
            }
            parts.0.are_all_there.set(true);
            ready();
        });
    }

    fn wait(&self, part: UseStateSetter<bool>) {
        if self.0.are_all_there.get() {
            part.set(true);
        } else {
            self.0.waiting.borrow_mut().push_back(part);
        }
    }
}

#[derive(Properties)]
pub(crate) struct LaterProps {
    pub(crate) children: Html,
}

/// What is in it compares itself.
impl PartialEq for LaterProps {
    fn eq(&self, _: &LaterProps) -> bool {
        false
    }
}

/// A part of the page that is made in its turn. The first frame is made whole.
#[component]
pub(crate) fn Later(props: &LaterProps) -> Html {
    let is_there = use_state(|| cfg!(not(target_arch = "wasm32")));
    let parts = use_context::<Parts>();
    let part = is_there.setter();
    use_effect_with((), move |()| match parts {
        Some(parts) => parts.wait(part),
        None => part.set(true),
    });
    if *is_there {
        props.children.clone()
    } else {
        html! {}
    }
}
