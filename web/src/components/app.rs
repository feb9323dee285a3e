//! The root. Owns the subscription to what it shows; the page itself is `page`.

use std::cell::RefCell;
use std::rc::Rc;

use session::{Action, PlaceView, ViewModel};
use yew::prelude::{
    AttrValue, Callback, ContextProvider, Html, Properties, UseStateHandle, component, html, use_effect_with, use_memo,
    use_mut_ref, use_state,
};

use super::dispatch::Dispatch;
use super::page::Page;
use super::toast::Toast;
use crate::effects::timers;
use crate::shell::{Opened, Shell, Told};

#[derive(Properties)]
pub(crate) struct AppProps {
    /// What is shown, until it is.
    pub(crate) opened: Rc<RefCell<Option<Opened>>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.opened, &other.opened)
    }
}

/// The whole app.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let view: UseStateHandle<Option<ViewModel>> = use_state(|| None);
    let said: UseStateHandle<Said> = use_state(Said::default);
    let shell: UseStateHandle<Option<ShellHandle>> = use_state(|| None);
    {
        let (view, said, shell) = (view.setter(), said.setter(), shell.setter());
        let (count, opened) = (use_mut_ref(|| 0_u32), props.opened.clone());
        use_effect_with((), move |()| {
            let told = Callback::from(move |told| match told {
                Told::View(model) => view.set(Some(*model)),
                Told::Announcement(text) => {
                    let mut count = count.borrow_mut();
                    *count = count.wrapping_add(1);
                    said.set(Said {
                        text: text.into(),
                        count: *count,
                    });
                }
            });
            let opened = opened.borrow_mut().take();
            let started = opened.map(|opened| ShellHandle(Rc::new(Shell::start(opened, told))));
            // Making the page is enough for one turn.
            timers::after(0, move || shell.set(started));
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
                <Toast text={said.text.clone()} count={said.count} is_on_screen={is_on_screen(&said.text, view)} />
            </ContextProvider<Dispatch>>
        },
        // The first frame is on the screen.
        (Some(_) | None, None) | (None, Some(_)) => html! {},
    }
}

/// Narration, outcome and verdict have places of their own.
fn is_on_screen(said: &str, view: &ViewModel) -> bool {
    let is_outcome = view
        .run
        .outcome
        .as_ref()
        .is_some_and(|outcome| said.starts_with(&outcome.title));
    let is_place = match &view.place {
        PlaceView::Lesson { title, .. } => said.starts_with(title),
        PlaceView::Playground => said == session::PLAYGROUND_NAME,
    };
    let is_comparison = view
        .drive
        .comparison
        .as_ref()
        .is_some_and(|both| both.part_words == said);
    is_comparison || said == view.run.sentence || said == view.proof.headline || is_outcome || is_place
}

/// What was said last, and how many times something was.
#[derive(Clone, PartialEq, Default)]
struct Said {
    text: AttrValue,
    count: u32,
}

/// Compares by identity: there is one shell for the whole life of the page.
#[derive(Clone)]
struct ShellHandle(Rc<Shell>);

impl PartialEq for ShellHandle {
    fn eq(&self, other: &ShellHandle) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
