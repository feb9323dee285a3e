//! The root. Owns the wait for the session to begin and the subscription to what it shows; the page itself is `page`.

use std::rc::Rc;

use session::{Action, ViewModel};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, ContextProvider, Html, UseStateHandle, component, html, use_effect_with, use_memo, use_state};

use super::dispatch::Dispatch;
use super::page::Page;
use crate::shell::{Shell, Told};

/// The whole app.
#[component]
pub(crate) fn App() -> Html {
    let view: UseStateHandle<Option<ViewModel>> = use_state(|| None);
    let said: UseStateHandle<String> = use_state(String::new);
    let shell: UseStateHandle<Option<ShellHandle>> = use_state(|| None);
    {
        let (view, said, shell) = (view.setter(), said.setter(), shell.setter());
        use_effect_with((), move |()| {
            let told = Callback::from(move |told| match told {
                Told::View(model) => view.set(Some(model)),
                Told::Announcement(text) => said.set(text),
            });
            spawn_local(async move { shell.set(Some(ShellHandle(Rc::new(Shell::start(told).await)))) });
        });
    }
    let dispatch = use_memo((*shell).clone(), |shell| {
        let shell = shell.clone();
        Dispatch(Callback::from(move |action: Action| {
            if let Some(shell) = &shell {
                shell.0.dispatch(action);
            }
        }))
    });
    match (&*view, &*shell) {
        (Some(view), Some(_)) => html! {
            <ContextProvider<Dispatch> context={(*dispatch).clone()}>
                <Page view={view.clone()} />
                <p class="visually-hidden" role="status" aria-label="Announcement">{ (*said).clone() }</p>
            </ContextProvider<Dispatch>>
        },
        (Some(_) | None, None) | (None, Some(_)) => html! { <main class="loading"><p>{ "Loading the lessons…" }</p></main> },
    }
}

/// Compares by identity: there is one shell for the whole life of the page.
#[derive(Clone)]
struct ShellHandle(Rc<Shell>);

impl PartialEq for ShellHandle {
    fn eq(&self, other: &ShellHandle) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
