//! A question to be answered before the program runs.

use session::{Action, OptionView, QuestionView};
use yew::prelude::{Html, Properties, classes, component, html};

use super::dispatch::use_dispatch;
use super::lesson::Prose;
use crate::texts::question as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct QuestionProps {
    pub(crate) index: usize,
    pub(crate) question: QuestionView,
}

#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let dispatch = use_dispatch();
    let QuestionProps { index: question, .. } = *props;
    let is_answered = props.question.is_right.is_some();
    let option = |(option, view): (usize, &OptionView)| {
        let (class, verdict) = match (view.is_right, view.is_chosen) {
            (Some(true), _) => ("is-answer", " ✓"),
            (Some(false), true) => ("is-wrong", " ✗"),
            (Some(false), false) | (None, _) => ("", ""),
        };
        html! {
            <label class={classes!(class)}>
                <input type="radio" name={format!("question-{question}")} checked={view.is_chosen} disabled={is_answered && !view.is_chosen}
                    onchange={dispatch.on(Action::AnswerPrediction { question, option })} />
                <span>{ view.text.clone() }{ verdict }</span>
            </label>
        }
    };
    let explanation = props.question.explanation_html.as_ref().map(|explanation| {
        let word = if props.question.is_right == Some(true) { texts::RIGHT } else { texts::NOT_QUITE };
        html! { <div class="explanation" role="status"><strong>{ word }</strong><Prose html={explanation.clone()} /></div> }
    });
    html! {
        <fieldset class="question">
            <legend><Prose html={props.question.prompt_html.clone()} /></legend>
            { for props.question.options.iter().enumerate().map(option) }
            { for explanation }
        </fieldset>
    }
}
