//! Where the learner is in the course and what they did there. Owns the open place and the rules of hints, questions and
//! drafts; the document that outlives the page is `stored`'s.

use std::sync::Arc;

use lesson::{Course, Lesson};

use crate::StoredDocument;
use crate::stored::PLAYGROUND;

/// What the playground opens with.
pub(crate) const EXAMPLE: &str = include_str!("course/example.ts");

/// The lessons and the open place.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) course: Arc<Course>,
    /// The id of the open lesson; `None` in the playground.
    lesson: Option<String>,
    /// The example that the playground was opened with.
    example: Option<String>,
}

impl Place {
    /// The place that was open last, or the first lesson.
    pub(crate) fn new(course: Arc<Course>, document: &StoredDocument) -> Place {
        let lesson = match document.place.as_deref() {
            Some(PLAYGROUND) => None,
            Some(id) => course.lesson(id).or(course.lessons().next()),
            None => course.lessons().next(),
        };
        let lesson = lesson.map(|lesson| lesson.id.clone());
        Place {
            course,
            lesson,
            example: document.example.clone(),
        }
    }

    /// The open lesson.
    pub(crate) fn lesson(&self) -> Option<&Lesson> {
        self.course.lesson(self.lesson.as_deref()?)
    }

    /// The key of the open place among drafts and progress.
    pub(crate) fn key(&self) -> &str {
        self.lesson.as_deref().unwrap_or(PLAYGROUND)
    }

    /// Opens a lesson by id or slug; false if there is none.
    pub(crate) fn open(&mut self, id_or_slug: &str) -> bool {
        let Some(id) = self.course.lesson(id_or_slug).map(|lesson| lesson.id.clone()) else {
            return false;
        };
        self.lesson = Some(id);
        true
    }

    /// Opens the playground.
    pub(crate) fn leave(&mut self) {
        self.lesson = None;
    }

    /// Opens the playground with an example.
    pub(crate) fn leave_for(&mut self, example: String) {
        self.lesson = None;
        self.example = Some(example);
    }

    /// The lesson after the open one; the first from the playground.
    pub(crate) fn next(&self) -> Option<&Lesson> {
        let mut lessons = self.course.lessons();
        match &self.lesson {
            Some(id) => {
                lessons.by_ref().find(|lesson| lesson.id == *id)?;
                lessons.next()
            }
            None => lessons.next(),
        }
    }

    /// The program that the place was given with.
    pub(crate) fn given(&self) -> &str {
        match self.lesson() {
            Some(lesson) => &lesson.starter,
            None => self.example.as_deref().unwrap_or(EXAMPLE),
        }
    }
}

/// Reveals one more hint of the lesson; false if all are.
pub(crate) fn reveal_hint(document: &mut StoredDocument, lesson: &Lesson) -> bool {
    let shown = document.hints.entry(lesson.id.clone()).or_default();
    let is_more = (*shown as usize) < lesson.hints.len();
    if is_more {
        *shown += 1;
    }
    is_more
}

/// Takes an answer; false if there is no such question or option.
pub(crate) fn answer(document: &mut StoredDocument, lesson: &Lesson, question: usize, option: usize) -> bool {
    let is_there = lesson
        .predict
        .get(question)
        .is_some_and(|asked| option < asked.options.len());
    let Ok(option) = u32::try_from(option) else {
        return false;
    };
    if is_there {
        let answers = document.predictions.entry(lesson.id.clone()).or_default();
        if answers.len() <= question {
            answers.resize(question + 1, None);
        }
        answers[question] = Some(option);
    }
    is_there
}
