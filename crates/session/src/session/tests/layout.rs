//! The arrangement of the page: sizes, what is folded away, the projector, what is stored of it.

use super::Shell;
use crate::{Action, Dialog, Divider, Layout, Pane, StoredDocument, Theme};

fn arrange(shell: &mut Shell, layout: Layout) -> crate::LayoutView {
    (*shell.act(Action::Layout(layout)).layout).clone()
}

#[test]
fn sizes_have_limits_and_can_be_restored() {
    let mut shell = Shell::new();
    let first = shell.view().layout;
    for divider in [
        Divider::LessonWidth,
        Divider::LessonHeight,
        Divider::CodeWidth,
        Divider::DetailsHeight,
    ] {
        let (least, most) = divider.limits();
        for (asked, got) in [(0, least), (u16::MAX, most), (least + 1, least + 1)] {
            let view = arrange(&mut shell, Layout::Resize(divider, asked));
            assert_eq!(view.size(divider), Some(got), "{divider:?}");
        }
        let view = arrange(&mut shell, Layout::Restore(divider));
        assert_eq!(view.size(divider), first.size(divider));
    }
    arrange(&mut shell, Layout::Resize(Divider::CodeWidth, 700));
    arrange(&mut shell, Layout::Toggle(Pane::Lesson));
    assert_eq!(arrange(&mut shell, Layout::RestoreAll), *first);
}

#[test]
fn the_arrangement_is_there_on_the_next_visit() {
    let mut shell = Shell::new();
    arrange(&mut shell, Layout::Resize(Divider::CodeWidth, 610));
    arrange(&mut shell, Layout::Resize(Divider::DetailsHeight, 333));
    let before = arrange(&mut shell, Layout::Toggle(Pane::Lesson));
    arrange(&mut shell, Layout::SetTheme(Theme::Contrast));
    shell.settle();
    let again = Shell::visit(Some(shell.stored())).view();
    assert_eq!(*again.layout, before);
    assert_eq!(again.theme, Theme::Contrast);
}

#[test]
fn something_is_always_unfolded() {
    let mut shell = Shell::new();
    for pane in [Pane::Lesson, Pane::Stage, Pane::Code] {
        arrange(&mut shell, Layout::Toggle(pane));
    }
    let view = shell.view().layout;
    assert!(!view.is_open(Pane::Code) && !view.is_open(Pane::Lesson));
    assert!(view.is_open(Pane::Stage), "it came back when the last one went");
    // Without a lesson its place does not count.
    arrange(&mut shell, Layout::RestoreAll);
    shell.act(Action::OpenPlayground);
    arrange(&mut shell, Layout::Toggle(Pane::Stage));
    let view = arrange(&mut shell, Layout::Toggle(Pane::Code));
    assert!(view.is_open(Pane::Stage) && !view.is_open(Pane::Code) && !view.has_lesson);
}

#[test]
fn what_is_folded_away_in_a_lesson_leaves_something_in_the_playground() {
    let mut shell = Shell::new();
    arrange(&mut shell, Layout::Toggle(Pane::Code));
    arrange(&mut shell, Layout::Toggle(Pane::Stage));
    assert!(shell.view().layout.is_open(Pane::Lesson));
    let view = shell.act(Action::OpenPlayground).layout;
    assert!(view.is_open(Pane::Code) && view.is_open(Pane::Stage));
}

#[test]
fn the_projector_has_an_arrangement_of_its_own() {
    let mut shell = Shell::new();
    arrange(&mut shell, Layout::Resize(Divider::CodeWidth, 300));
    let view = arrange(&mut shell, Layout::Project(true));
    assert!(view.is_projected && !view.is_open(Pane::Lesson));
    assert_ne!(view.code_width, 300);
    arrange(&mut shell, Layout::Toggle(Pane::Lesson));
    let view = arrange(&mut shell, Layout::Project(false));
    assert!(view.is_open(Pane::Lesson) && view.code_width == 300);
    assert!(
        arrange(&mut shell, Layout::Project(true)).is_open(Pane::Lesson),
        "as it was left"
    );
}

#[test]
fn stored_nonsense_falls_back_and_says_nothing() {
    let ordinary = Shell::new().view().layout;
    for layout in [
        r#""big""#,
        "null",
        "[]",
        r#"{"is_projected":"yes","ordinary":7,"projected":[],"recent":{}}"#,
        r#"{"ordinary":{"lesson_width":-5,"code_width":"wide","details_height":1e9,"closed":["kitchen"]}}"#,
        r#"{"ordinary":{"lesson_width":null,"closed":"all"},"recent":[1]}"#,
    ] {
        let stored = format!(r#"{{"version":1,"settings":{{"speed":9,"theme":"mauve","layout":{layout}}}}}"#);
        let view = Shell::visit(Some(&stored)).view();
        assert_eq!(view.layout, ordinary, "{layout}");
        assert_eq!(view.theme, Theme::Auto);
        assert_eq!(view.run.speed, 9, "the rest is as it was stored");
        assert!(view.notes.is_empty(), "{:?}", view.notes);
    }
    // Sizes that are numbers are brought within their limits, and everything folded away is nothing folded away.
    let stored = r#"{"version":1,"settings":{"layout":{"ordinary":
        {"lesson_width":0,"code_width":65535,"details_height":1,"closed":["code","code","stage","lesson"]}}}}"#;
    let view = Shell::visit(Some(stored)).view().layout;
    assert_eq!(
        (view.lesson_width, view.code_width, view.details_height),
        (120, 850, Some(100))
    );
    assert!(view.is_open(Pane::Code) && view.is_open(Pane::Stage) && !view.is_open(Pane::Lesson));
    assert_eq!(StoredDocument::read(Some(stored)).note, None);
}

#[test]
fn dialogs_take_each_others_place_and_are_not_stored() {
    let mut shell = Shell::new();
    assert_eq!(
        arrange(&mut shell, Layout::Open(Dialog::Palette)).dialog,
        Some(Dialog::Palette)
    );
    assert_eq!(
        arrange(&mut shell, Layout::Open(Dialog::Help)).dialog,
        Some(Dialog::Help)
    );
    assert_eq!(arrange(&mut shell, Layout::Close).dialog, None);
    arrange(&mut shell, Layout::Format);
    assert_eq!(shell.view().layout.formats, 1);
    assert!(shell.timers.is_empty(), "nothing to save");
}
