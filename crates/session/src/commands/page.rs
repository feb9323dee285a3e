//! Commands about the page itself: what can be taken away, the places, the colours, the lessons.

use crate::commands::{Group, List, Scope};
use crate::layout::{Dialog, Layout, Pane};
use crate::texts::commands as texts;
use crate::{Action, Export, PictureForm, PicturePart, PlaceView, Theme, ViewModel};

pub(super) fn add(view: &ViewModel, list: &mut List) {
    add_share(view, list);
    add_places(view, list);
    add_lessons(view, list);
}

fn add_share(view: &ViewModel, list: &mut List) {
    // The page puts its own address in.
    let share = Action::Share { page: String::new() };
    list.add(Group::Share, "share", texts::SHARE_AND_SAVE, share)
        .keys("Ctrl S");
    list.add(
        Group::Share,
        "save-program",
        texts::SAVE_THE_PROGRAM_AS_A_FILE,
        Action::SaveProgram,
    );
    let picture = |form, part| Export::Picture { form, part };
    let exports = [
        (
            "svg",
            texts::SAVE_A_PICTURE_OF_THE_WHOLE,
            picture(PictureForm::Svg, PicturePart::Whole),
        ),
        (
            "png",
            texts::SAVE_A_PICTURE_OF_THE_WHOLE_2,
            picture(PictureForm::Png, PicturePart::Whole),
        ),
        (
            "svg-shown",
            texts::SAVE_A_PICTURE_OF_WHAT_IS,
            picture(PictureForm::Svg, PicturePart::Shown),
        ),
        (
            "png-shown",
            texts::SAVE_A_PICTURE_OF_WHAT_IS_2,
            picture(PictureForm::Png, PicturePart::Shown),
        ),
        ("csv", texts::SAVE_THE_EVENTS_AS_A_TABLE, Export::Table),
        ("trace", texts::SAVE_A_CHROME_TRACE_FOR_PERFETTO, Export::ChromeTrace),
    ];
    for (id, title, export) in exports {
        list.add(Group::Share, format!("export-{id}"), title, Action::Export(export))
            .when(view.run.steps > 0, texts::NOTHING_HAS_RUN_YET);
    }
}

fn add_places(view: &ViewModel, list: &mut List) {
    let layout = &view.layout;
    let mut add = |id: &'static str,
                   title: &'static str,
                   keys: &'static str,
                   action: Layout,
                   can: bool,
                   why_not: &'static str| {
        let entry = list
            .add(Group::Page, id, title, Action::Layout(action))
            .when(can, why_not);
        if !keys.is_empty() {
            entry.keys(keys);
        }
    };
    add(
        "palette",
        texts::ALL_COMMANDS,
        "Ctrl K",
        Layout::Open(Dialog::Palette),
        true,
        "",
    );
    for pane in Pane::ALL {
        let is_open = layout.is_open(pane);
        let (id, title, keys) = match (pane, is_open) {
            (Pane::Lesson, true) => ("pane-lesson", texts::FOLD_THE_LESSON_AWAY, "Shift Alt L"),
            (Pane::Lesson, false) => ("pane-lesson", texts::SHOW_THE_LESSON, "Shift Alt L"),
            (Pane::Code, true) => ("pane-code", texts::FOLD_THE_CODE_AWAY, "Shift Alt C"),
            (Pane::Code, false) => ("pane-code", texts::SHOW_THE_CODE, "Shift Alt C"),
            (Pane::Stage, true) => ("pane-stage", texts::FOLD_THE_STAGE_AWAY, "Shift Alt S"),
            (Pane::Stage, false) => ("pane-stage", texts::SHOW_THE_STAGE, "Shift Alt S"),
        };
        let can = pane != Pane::Lesson || layout.has_lesson;
        add(
            id,
            title,
            keys,
            Layout::Toggle(pane),
            can,
            texts::THERE_IS_NO_LESSON_HERE,
        );
    }
    add(
        "restore",
        texts::ALL_PLACES_AS_THEY_WERE_AT,
        "",
        Layout::RestoreAll,
        true,
        "",
    );
    let title = if layout.is_projected {
        texts::LEAVE_THE_PROJECTOR_MODE
    } else {
        texts::PROJECTOR_MODE_LARGE_TYPE_FEW_PLACES
    };
    add(
        "projector",
        title,
        "Shift Alt P",
        Layout::Project(!layout.is_projected),
        true,
        "",
    );
    for theme in Theme::ALL {
        let (id, title) = match theme {
            Theme::Auto => ("theme-auto", texts::THEME_AS_THE_SYSTEM_HAS_IT),
            Theme::Light => ("theme-light", texts::THEME_LIGHT),
            Theme::Dark => ("theme-dark", texts::THEME_DARK),
            Theme::Contrast => ("theme-contrast", texts::THEME_HIGH_CONTRAST),
        };
        add(
            id,
            title,
            "",
            Layout::SetTheme(theme),
            theme != view.theme,
            texts::IT_IS_SO_ALREADY,
        );
    }
    list.add(
        Group::Page,
        "help",
        texts::KEYS,
        Action::Layout(Layout::Open(Dialog::Help)),
    )
    .on(Scope::OutsideText, "?");
}

fn add_lessons(view: &ViewModel, list: &mut List) {
    for chapter in &view.course.chapters {
        for lesson in &chapter.lessons {
            let id = format!("lesson-{}", lesson.id);
            let title = format!("{}: {}", chapter.title, lesson.title);
            list.add(Group::Lessons, id, title, Action::SelectLesson(lesson.id.clone()))
                .when(!lesson.is_open, texts::IT_IS_OPEN);
        }
    }
    let is_free = match view.place {
        PlaceView::Playground => true,
        PlaceView::Lesson { .. } => false,
    };
    list.add(
        Group::Lessons,
        "playground",
        texts::FREE_PLAYGROUND,
        Action::OpenPlayground,
    )
    .when(!is_free, texts::IT_IS_OPEN);
}
