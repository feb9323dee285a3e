//! Words of the field, explained: a button that asks, and the dialog that answers.

use std::rc::Rc;

use session::{Action, Drive, WordView, WordsView};
use yew::prelude::{AttrValue, Html, Properties, component, html};

use super::dialog::Modal;
use super::dispatch::{Dispatch, use_dispatch};
use super::words::with_code;
use crate::texts::explained as texts;
use crate::texts::fill;

#[derive(PartialEq, Properties)]
pub(crate) struct AskWordProps {
    pub(crate) word: AttrValue,
    /// What the button says, if that is not the word.
    #[prop_or_default]
    pub(crate) text: Option<&'static str>,
    #[prop_or("button-link")]
    pub(crate) class: &'static str,
}

/// Asks what a word means.
#[component]
pub(crate) fn AskWord(props: &AskWordProps) -> Html {
    let dispatch = use_dispatch();
    let title = fill(texts::WHAT_IS_MEANT_BY, &[&props.word]);
    html! {
        <button type="button" class={props.class} {title} aria-haspopup="dialog" onclick={dispatch.on(explain(&props.word))}>
            { props.text.map_or_else(|| props.word.clone(), AttrValue::from) }
        </button>
    }
}

fn explain(word: &str) -> Action {
    Action::Drive(Drive::ExplainWord(Some(word.to_owned())))
}

#[derive(PartialEq, Properties)]
pub(crate) struct ExplainedProps {
    pub(crate) words: Option<Rc<WordsView>>,
}

#[component]
pub(crate) fn Explained(props: &ExplainedProps) -> Html {
    let dispatch = use_dispatch();
    let close = Action::Drive(Drive::ExplainWord(None));
    let content = props.words.as_ref().map(|words| {
        html! {
            <>
                <h2 id="words-title">{ texts::WORDS }</h2>
                <dl class="glossary">{ for words.words.iter().map(|word| entry(word, &dispatch)) }</dl>
                <p class="share-row">
                    <button type="button" class="button button-primary" onclick={dispatch.on(close.clone())}>{ texts::CLOSE }</button>
                    if !words.is_all { <button type="button" class="button button-quiet" onclick={dispatch.on(explain(""))}>{ texts::ALL_WORDS }</button> }
                </p>
            </>
        }
    });
    html! { <Modal is_open={props.words.is_some()} class="glossary-dialog" labelled_by="words-title" on_close={dispatch.on(close)}>{ for content }</Modal> }
}

fn entry(word: &WordView, dispatch: &Dispatch) -> Html {
    let lesson = word.lesson.as_ref().map(|(id, title)| {
        let dispatch = dispatch.clone();
        let id = id.clone();
        let open = move |_| {
            dispatch.send(Action::Drive(Drive::ExplainWord(None)));
            dispatch.send(Action::SelectLesson(id.clone()));
        };
        html! { <button type="button" class="button-link" onclick={open}>{ fill(texts::LESSON, &[&title]) }</button> }
    });
    html! {
        <div key={word.word}>
            <dt>{ word.word }</dt>
            <dd>
                { with_code(word.meaning) }
                <span class="related">{ for lesson }{ for word.related.iter().map(|other| html! { <AskWord word={*other} /> }) }</span>
            </dd>
        </div>
    }
}
