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
    ready: RefCell<Option<Box<dyn FnOnce()>>>,
    are_all_there: Cell<bool>,
    /// How many turns were taken.
    turns: Cell<u32>,
}

/// After so many milliseconds a part that was to be made is taken for gone: nothing that is on the page then waits for it.
const GONE_MS: u32 = 2_000;

/// There is one list for the whole life of the page.
impl PartialEq for Parts {
    fn eq(&self, other: &Parts) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Parts {
    /// Makes them, one in each turn, and those that they consist of after them; then the page is ready.
    pub(crate) fn make(&self, ready: impl FnOnce() + 'static) {
        *self.0.ready.borrow_mut() = Some(Box::new(ready));
        self.go_on();
    }

    /// Makes the next one in a turn of its own. Only when it says that it is there comes the one after it: drawing may take
    /// several turns by itself.
    fn go_on(&self) {
        let parts = self.clone();
        let turn = parts.0.turns.get() + 1;
        parts.0.turns.set(turn);
        spawn_local(async move {
            timers::turn().await;
            let next = parts.0.waiting.borrow_mut().pop_front();
            if let Some(next) = next {
                next.set(true);
                timers::after(GONE_MS, move || {
                    if parts.0.turns.get() == turn {
                        parts.is_there();
                    }
                });
                return;
            }
            parts.0.are_all_there.set(true);
            if let Some(ready) = parts.0.ready.take() {
                ready();
            }
        });
    }

    /// A part is there, and those that it consists of have said that they wait.
    fn is_there(&self) {
        if !self.0.are_all_there.get() {
            self.go_on();
        }
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
    use_effect_with(*is_there, move |&is_there| match parts {
        Some(parts) if is_there => parts.is_there(),
        Some(parts) => parts.wait(part),
        None => part.set(true),
    });
    if *is_there {
        props.children.clone()
    } else {
        html! {}
    }
}
