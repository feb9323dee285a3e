//! Commands about the page itself: what can be taken away, the places, the colours, the lessons.

use crate::commands::{Group, List, Scope};
use crate::layout::{Dialog, Layout, Pane};
use crate::{Action, Export, PictureForm, PicturePart, PlaceView, Theme, ViewModel};

pub(super) fn add(view: &ViewModel, list: &mut List) {
    add_share(view, list);
    add_places(view, list);
    add_lessons(view, list);
}

fn add_share(view: &ViewModel, list: &mut List) {
    // The page puts its own address in.
    let share = Action::Share { page: String::new() };
    list.add(Group::Share, "share", "Share and save", share).keys("Ctrl S");
    list.add(
        Group::Share,
        "save-program",
        "Save the program as a file",
        Action::SaveProgram,
    );
    let picture = |form, part| Export::Picture { form, part };
    let exports = [
        (
            "svg",
            "Save a picture of the whole run (SVG)",
            picture(PictureForm::Svg, PicturePart::Whole),
        ),
        (
            "png",
            "Save a picture of the whole run (PNG)",
            picture(PictureForm::Png, PicturePart::Whole),
        ),
        (
            "svg-shown",
            "Save a picture of what is shown (SVG)",
            picture(PictureForm::Svg, PicturePart::Shown),
        ),
        (
            "png-shown",
            "Save a picture of what is shown (PNG)",
            picture(PictureForm::Png, PicturePart::Shown),
        ),
        ("csv", "Save the events as a table (CSV)", Export::Table),
        ("trace", "Save a Chrome trace, for Perfetto (JSON)", Export::ChromeTrace),
    ];
    for (id, title, export) in exports {
        list.add(Group::Share, format!("export-{id}"), title, Action::Export(export))
            .when(view.run.steps > 0, "Nothing has run yet.");
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
        "All commands",
        "Ctrl K",
        Layout::Open(Dialog::Palette),
        true,
        "",
    );
    for pane in Pane::ALL {
        let is_open = layout.is_open(pane);
        let (id, title, keys) = match (pane, is_open) {
            (Pane::Lesson, true) => ("pane-lesson", "Fold the lesson away", "Shift Alt L"),
            (Pane::Lesson, false) => ("pane-lesson", "Show the lesson", "Shift Alt L"),
            (Pane::Code, true) => ("pane-code", "Fold the code away", "Shift Alt C"),
            (Pane::Code, false) => ("pane-code", "Show the code", "Shift Alt C"),
            (Pane::Stage, true) => ("pane-stage", "Fold the stage away", "Shift Alt S"),
            (Pane::Stage, false) => ("pane-stage", "Show the stage", "Shift Alt S"),
        };
        let can = pane != Pane::Lesson || layout.has_lesson;
        add(id, title, keys, Layout::Toggle(pane), can, "There is no lesson here.");
    }
    add(
        "restore",
        "All places as they were at first",
        "",
        Layout::RestoreAll,
        true,
        "",
    );
    let title = if layout.is_projected {
        "Leave the projector mode"
    } else {
        "Projector mode: large type, few places"
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
            Theme::Auto => ("theme-auto", "Theme: as the system has it"),
            Theme::Light => ("theme-light", "Theme: light"),
            Theme::Dark => ("theme-dark", "Theme: dark"),
            Theme::Contrast => ("theme-contrast", "Theme: high contrast"),
        };
        add(
            id,
            title,
            "",
            Layout::SetTheme(theme),
            theme != view.theme,
            "It is so already.",
        );
    }
    list.add(Group::Page, "help", "Keys", Action::Layout(Layout::Open(Dialog::Help)))
        .on(Scope::OutsideText, "?");
}

fn add_lessons(view: &ViewModel, list: &mut List) {
    for chapter in &view.course.chapters {
        for lesson in &chapter.lessons {
            let id = format!("lesson-{}", lesson.id);
            let title = format!("{}: {}", chapter.title, lesson.title);
            list.add(Group::Lessons, id, title, Action::SelectLesson(lesson.id.clone()))
                .when(!lesson.is_open, "It is open.");
        }
    }
    let is_free = match view.place {
        PlaceView::Playground => true,
        PlaceView::Lesson { .. } => false,
    };
    list.add(Group::Lessons, "playground", "Free playground", Action::OpenPlayground)
        .when(!is_free, "It is open.");
}
