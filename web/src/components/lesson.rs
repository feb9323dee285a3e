//! The lesson's text in its rhythm: predict, run, break, fix, prove, debrief.

use std::rc::Rc;

use session::{Action, LessonView, SectionKind, SectionView};
use yew::prelude::{AttrValue, Html, Properties, component, html};

use super::dispatch::{Dispatch, use_dispatch};
use super::hints::Hints;
use super::question::Question;
use crate::texts::fill;
use crate::texts::lesson as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct LessonProps {
    pub(crate) lesson: Option<Rc<LessonView>>,
}

/// The end of a lesson, for whoever goes there.
pub(crate) const DEBRIEF_ID: &str = "debrief";

#[component]
pub(crate) fn Lesson(props: &LessonProps) -> Html {
    let dispatch = use_dispatch();
    let Some(lesson) = &props.lesson else {
        return html! {
            <div class="lesson">
                <h2>{ texts::FREE_PLAYGROUND }</h2>
                <p class="summary">{ texts::WRITE_ANY_PROGRAM_RUN_IT }</p>
            </div>
        };
    };
    let objective = |text: &String| html! { <li>{ text.clone() }</li> };
    html! {
        <article class="lesson" key={lesson.id.clone()}>
            <p class="meta">{ lesson.chapter.clone() }</p>
            <h2>{ lesson.title.clone() }</h2>
            <Prose html={lesson.intro_html.clone()} />
            if !lesson.objectives.is_empty() {
                <details class="objectives"><summary>{ texts::WHAT_YOU_WILL_BE_ABLE }</summary><ul>{ for lesson.objectives.iter().map(objective) }</ul></details>
            }
            { for lesson.sections.iter().map(|each| section(each, lesson)) }
            if lesson.is_solved { { passed(lesson, &dispatch) } }
        </article>
    }
}

fn section(section: &SectionView, lesson: &LessonView) -> Html {
    let extra = match section.kind {
        SectionKind::Predict => html! {
            <>{ for lesson.questions.iter().enumerate().map(|(index, question)| html! { <Question {index} question={question.clone()} key={index} /> }) }</>
        },
        SectionKind::Fix => html! { <Hints hints={lesson.hints.clone()} count={lesson.hint_count} /> },
        SectionKind::Run | SectionKind::Break | SectionKind::Prove | SectionKind::Debrief => html! {},
    };
    let beat = section.kind.name();
    let has_own_title = section.title != beat;
    let id = (section.kind == SectionKind::Debrief).then_some(DEBRIEF_ID);
    html! {
        <section {id}>
            <h3><span class="beat">{ beat }</span>if has_own_title { { " " }{ capitalised(&section.title) } }</h3>
            if section.is_locked {
                <p class="locked">{ texts::OPENS_WHEN_EVERY_CHECK_HAS }</p>
            } else {
                <Prose html={section.html.clone()} />
            }
            { extra }
        </section>
    }
}

/// The headings are the rest of a sentence, `Break: lose one by hand`; alone they begin one.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

fn passed(lesson: &LessonView, dispatch: &Dispatch) -> Html {
    let next = lesson.next.as_ref().map(|next| {
        html! { <button type="button" class="button button-primary" onclick={dispatch.on(Action::NextLesson)}>{ fill(texts::NEXT_LESSON, &[&next.title]) }</button> }
    });
    html! { <div class="passed"><p>{ texts::YOU_HAVE_PASSED_THIS_LESSON }</p>{ for next }</div> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ProseProps {
    pub(crate) html: AttrValue,
}

/// Text that came as HTML: made from the lessons' Markdown when the page was built, which lets no HTML through, or by the
/// session.
#[component]
pub(crate) fn Prose(props: &ProseProps) -> Html {
    Html::from_html_unchecked(props.html.clone())
}
