//! The page as it is on a first visit, as HTML: made natively when the page is built, so that a browser shows it before any
//! program of it is there. Owns how it is made; how it gives way to the app is the first scripts' (`first.js`, `boot.js`).
//!
//! It is the components' own first picture, so whatever a component does while it renders must not need a browser; effects
//! and callbacks are not run.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use serde::Serialize;
use session::{Course, DOCUMENT_KEY, Environment, PLAYGROUND, Session, StoredDocument, ViewModel};
use yew::LocalServerRenderer;
use yew::prelude::{AttrValue, Callback, ContextProvider, Html, Properties, component, html};

use crate::components::{Dispatch, Page, Toast};

/// What the page's first scripts are told of it.
#[derive(Serialize)]
struct Facts {
    /// The name under which the session's document is stored.
    key: &'static str,
    /// The document of somebody who has been nowhere but here.
    document: StoredDocument,
}

/// The first frame of a course: a line of JSON with the facts, then the picture.
pub(crate) fn make(course: &str) -> Result<String, String> {
    let course: Course = serde_json::from_str(course).map_err(|error| error.to_string())?;
    let (session, _) = Session::new(Arc::new(course), None, Environment::default());
    let view = session.view();
    let place = view.lesson.as_ref().map_or(PLAYGROUND, |lesson| lesson.id.as_str());
    let document = StoredDocument {
        place: Some(place.to_owned()),
        ..StoredDocument::default()
    };
    let picture = pin!(
        LocalServerRenderer::<Frame>::with_props(FrameProps { view })
            .hydratable(false)
            .render()
    );
    // Nothing in it waits: what would is an effect.
    let Poll::Ready(picture) = picture.poll(&mut Context::from_waker(Waker::noop())) else {
        return Err("a component of the first frame waits for something".to_owned());
    };
    let key = DOCUMENT_KEY;
    let facts = serde_json::to_string(&Facts { key, document }).map_err(|error| error.to_string())?;
    Ok(format!("{facts}\n{picture}"))
}

#[derive(PartialEq, Properties)]
struct FrameProps {
    view: ViewModel,
}

/// What `App` shows, without anybody who listens.
#[component]
fn Frame(props: &FrameProps) -> Html {
    html! {
        <ContextProvider<Dispatch> context={Dispatch(Callback::noop())}>
            <Page view={props.view.clone()} />
            <Toast text={AttrValue::default()} count={0} is_on_screen={false} />
        </ContextProvider<Dispatch>>
    }
}
