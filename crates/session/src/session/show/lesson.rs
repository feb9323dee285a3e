//! The list of lessons and the open one.

use lesson::{Lesson, SectionKind};

use crate::session::Session;
use crate::stored::PLAYGROUND;
use crate::view::{
    ChapterView, CourseView, HintView, LessonLink, LessonView, OptionView, PlaceView, QuestionView, SectionView,
};

impl Session {
    pub(super) fn course_view(&self) -> CourseView {
        let course = &self.place.course;
        let chapters: Vec<ChapterView> = course
            .chapters
            .iter()
            .map(|chapter| ChapterView {
                title: chapter.title.clone(),
                lessons: chapter.lessons.iter().map(|lesson| self.link(lesson)).collect(),
            })
            .collect();
        let links = || chapters.iter().flat_map(|chapter| &chapter.lessons);
        CourseView {
            title: course.title.clone(),
            solved: u32::try_from(links().filter(|link| link.is_solved).count()).unwrap_or(u32::MAX),
            lessons: u32::try_from(links().count()).unwrap_or(u32::MAX),
            chapters,
        }
    }

    fn link(&self, lesson: &Lesson) -> LessonLink {
        LessonLink {
            id: lesson.id.clone(),
            title: lesson.title.clone(),
            summary: lesson.summary.clone(),
            minutes: lesson.minutes,
            is_solved: self.document.solved.contains(&lesson.id),
            is_open: self.place.key() == lesson.id,
            has_draft: self.document.drafts.contains_key(&lesson.id),
        }
    }

    pub(in crate::session) fn place_view(&self) -> PlaceView {
        match self.place.lesson() {
            Some(lesson) => PlaceView::Lesson {
                id: lesson.id.clone(),
                title: lesson.title.clone(),
                goal: lesson.goal.clone(),
            },
            None => PlaceView::Playground,
        }
    }

    pub(super) fn lesson_view(&self) -> Option<LessonView> {
        let lesson = self.place.lesson()?;
        debug_assert_ne!(lesson.id, PLAYGROUND, "a lesson's id is never empty");
        let is_solved = self.document.solved.contains(&lesson.id);
        let revealed = self.document.hints.get(&lesson.id).copied().unwrap_or_default() as usize;
        Some(LessonView {
            id: lesson.id.clone(),
            title: lesson.title.clone(),
            chapter: self.chapter_of(lesson),
            goal: lesson.goal.clone(),
            objectives: lesson.objectives.clone(),
            intro_html: lesson.intro_html.clone(),
            sections: lesson
                .sections
                .iter()
                .map(|section| section_view(section, is_solved))
                .collect(),
            questions: self.question_views(lesson),
            hints: lesson
                .hints
                .iter()
                .take(revealed)
                .map(|hint| HintView {
                    tier: hint.tier,
                    html: hint.html.clone(),
                })
                .collect(),
            hint_count: u32::try_from(lesson.hints.len()).unwrap_or(u32::MAX),
            is_solved,
            next: self.place.next().map(|next| self.link(next)),
        })
    }

    fn chapter_of(&self, lesson: &Lesson) -> String {
        let mut chapters = self.place.course.chapters.iter();
        let chapter = chapters.find(|chapter| chapter.lessons.iter().any(|other| other.id == lesson.id));
        chapter.map(|chapter| chapter.title.clone()).unwrap_or_default()
    }

    fn question_views(&self, lesson: &Lesson) -> Vec<QuestionView> {
        let answers = self.document.predictions.get(&lesson.id);
        let answer_to = |index: usize| answers.and_then(|answers| answers.get(index).copied().flatten());
        lesson
            .predict
            .iter()
            .enumerate()
            .map(|(index, question)| {
                let given = answer_to(index);
                let options = question.options.iter().zip(0..).map(|(text, option)| OptionView {
                    text: text.clone(),
                    is_chosen: given == Some(option),
                    is_right: given.map(|_| option == question.answer),
                });
                QuestionView {
                    prompt_html: question.prompt_html.clone(),
                    options: options.collect(),
                    explanation_html: given.map(|_| question.explanation_html.clone()),
                    is_right: given.map(|given| given == question.answer),
                }
            })
            .collect()
    }
}

/// What it meant is said to those who have done it.
fn section_view(section: &lesson::Section, is_solved: bool) -> SectionView {
    let is_locked = section.kind == SectionKind::Debrief && !is_solved;
    SectionView {
        kind: section.kind,
        title: section.title.clone(),
        html: if is_locked { String::new() } else { section.html.clone() },
        is_locked,
    }
}
