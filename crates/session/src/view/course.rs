//! The lessons and the open one. Drops what the learner is not to see yet: hints that were not revealed, answers that were
//! not given, solutions.

use lesson::SectionKind;

/// The list of lessons.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CourseView {
    /// The course's name.
    pub title: String,
    /// Its chapters in order.
    pub chapters: Vec<ChapterView>,
    /// How many lessons were passed.
    pub solved: u32,
    /// How many there are.
    pub lessons: u32,
}

/// A chapter in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChapterView {
    /// Its name.
    pub title: String,
    /// Its lessons in order.
    pub lessons: Vec<LessonLink>,
}

/// A lesson in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LessonLink {
    /// What to select it by.
    pub id: String,
    /// Its name.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// How long it takes.
    pub minutes: u32,
    /// Whether it was passed.
    pub is_solved: bool,
    /// Whether it is open.
    pub is_open: bool,
    /// Whether there is a draft of it.
    pub has_draft: bool,
}

/// What is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlaceView {
    /// A lesson.
    Lesson {
        /// Its id.
        id: String,
        /// Its name.
        title: String,
        /// What has to be reached.
        goal: String,
    },
    /// The free playground.
    Playground,
}

/// The open lesson.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LessonView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The name of its chapter.
    pub chapter: String,
    /// What has to be reached.
    pub goal: String,
    /// What the learner can do afterwards.
    pub objectives: Vec<String>,
    /// What stands before the first section, in HTML.
    pub intro_html: String,
    /// The sections in order.
    pub sections: Vec<SectionView>,
    /// The questions, which belong to the section `Predict`.
    pub questions: Vec<QuestionView>,
    /// The hints that were revealed, which belong to the section `Fix`.
    pub hints: Vec<HintView>,
    /// How many hints there are.
    pub hint_count: u32,
    /// Whether it was passed.
    pub is_solved: bool,
    /// The lesson after it.
    pub next: Option<LessonLink>,
}

/// A section of a lesson.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SectionView {
    /// Which beat it is.
    pub kind: SectionKind,
    /// The heading.
    pub title: String,
    /// The text in HTML; empty while the section is locked.
    pub html: String,
    /// Whether it opens only when the lesson is passed.
    pub is_locked: bool,
}

/// A question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuestionView {
    /// The question in HTML.
    pub prompt_html: String,
    /// What can be answered.
    pub options: Vec<OptionView>,
    /// What is shown once an answer was given, in HTML.
    pub explanation_html: Option<String>,
    /// Whether the answer given is right.
    pub is_right: Option<bool>,
}

/// An answer that can be given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OptionView {
    /// What it says.
    pub text: String,
    /// Whether it was chosen.
    pub is_chosen: bool,
    /// Whether it is the right one; known once an answer was given.
    pub is_right: Option<bool>,
}

/// A hint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HintView {
    /// Counted from one.
    pub tier: u32,
    /// The hint in HTML.
    pub html: String,
}
