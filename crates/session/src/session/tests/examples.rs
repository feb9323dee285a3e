//! The example programs: asked for once, opened in the playground, and no program lost by it.

use world::Model;

use super::Shell;
use super::shell::examples;
use crate::view::{ExamplesState, PlaceView};
use crate::{Action, Dialog, Gallery, Layout, commands, palette};

const MINE: &str = "let mine = 1;\n";

fn take(id: &str) -> Action {
    Action::Examples(Gallery::Take(id.to_owned()))
}

/// A visit on which the examples are there.
fn with_examples() -> Shell {
    let mut shell = Shell::new();
    shell.act(Action::Layout(Layout::Open(Dialog::Examples)));
    shell.act(Action::Examples(Gallery::Arrived(examples())));
    shell.act(Action::Layout(Layout::Close));
    shell
}

#[test]
fn they_are_asked_for_when_somebody_wants_to_see_them_and_again_if_they_did_not_come() {
    let mut shell = Shell::new();
    assert_eq!(shell.asked_for_examples, 0, "nobody has looked");
    shell.act(Action::Layout(Layout::Open(Dialog::Help)));
    assert_eq!(shell.asked_for_examples, 0);
    shell.act(Action::Layout(Layout::Open(Dialog::Palette)));
    shell.act(Action::Layout(Layout::Open(Dialog::Examples)));
    assert_eq!(shell.asked_for_examples, 1);
    let view = shell.act(Action::Examples(Gallery::Failed("the server answered 500".to_owned())));
    assert!(matches!(&view.examples.state, ExamplesState::Failed(said) if said.contains("500")));
    shell.act(Action::Layout(Layout::Open(Dialog::Examples)));
    assert_eq!(shell.asked_for_examples, 2);
    let view = shell.act(Action::Examples(Gallery::Arrived(examples())));
    assert_eq!(view.examples.state, ExamplesState::Here);
    assert!(view.examples.groups.len() >= 7, "groups got lost");
    let links = view.examples.groups.iter().flat_map(|group| &group.examples);
    assert!(links.clone().count() >= 20, "examples got lost");
    assert!(links.into_iter().all(|link| !link.is_open));
}

#[test]
fn an_example_opens_in_the_playground_with_its_own_machine() {
    let mut shell = with_examples();
    shell.act(Action::SetModel(Model::EventLoop));
    let view = shell.act(take("races/lost-update"));
    assert_eq!(view.place, PlaceView::Playground);
    assert_eq!(view.machine.model, Model::Threads, "the choice was the lesson's");
    assert!(view.source.text.contains("let visitors"));
    assert!(!view.source.can_reset, "it is as it was given");
    assert!(view.notes.is_empty(), "there was nothing to keep");
    let open: Vec<String> = view
        .examples
        .groups
        .iter()
        .flat_map(|group| &group.examples)
        .filter(|link| link.is_open)
        .map(|link| link.id.clone())
        .collect();
    assert_eq!(open, ["races/lost-update"]);
    shell.act(Action::SaveProgram);
    assert_eq!(
        shell.files.last().map(|(name, _)| name.as_str()),
        Some("lost-update.ts")
    );
}

#[test]
fn the_drafts_of_lesson_and_playground_are_kept() {
    let mut shell = with_examples();
    let lesson = shell.view().lesson.expect("a lesson is open").id.clone();
    shell.act(Action::EditSource("let theLessons = 1;\n".to_owned()));
    shell.act(Action::OpenPlayground);
    shell.act(Action::EditSource(MINE.to_owned()));
    shell.act(Action::SelectLesson(lesson.clone()));
    let view = shell.act(take("classics/philosophers"));
    let note = view.notes.first().expect("a note");
    assert!(
        note.offer.is_some() && note.text.starts_with("Dining philosophers is open."),
        "{}",
        note.text
    );
    let view = shell.act(Action::BringBack);
    assert_eq!(&*view.source.text, MINE);
    let view = shell.act(Action::SelectLesson(lesson));
    assert_eq!(&*view.source.text, "let theLessons = 1;\n");
}

#[test]
fn an_example_that_was_edited_is_kept_and_comes_back_after_a_reload() {
    let mut shell = with_examples();
    shell.act(take("locks/guarded-counter"));
    shell.settle();
    let text = shell.view().source.text.clone();
    let view = Shell::visit(Some(shell.stored())).view();
    assert_eq!(view.source.text, text, "an example that nobody has edited");
    let edited = format!("{text}// mine\n");
    shell.act(Action::EditSource(edited.clone()));
    shell.settle();
    let mut again = Shell::visit(Some(shell.stored()));
    assert_eq!(*again.view().source.text, *edited);
    assert_eq!(again.act(Action::ResetSource).source.text, text, "back to the example");
    again.act(Action::UndoReset);
    again.act(Action::Examples(Gallery::Arrived(examples())));
    again.act(take("locks/guarded-counter"));
    assert_eq!(*again.act(Action::BringBack).source.text, *edited);
    again.act(take("races/last-seat"));
    assert_eq!(*again.act(Action::BringBack).source.text, *edited, "kept a second time");
}

#[test]
fn what_came_with_a_link_and_what_it_hid_are_both_kept() {
    let mut shell = with_examples();
    shell.act(Action::OpenPlayground);
    shell.act(Action::EditSource("let linked = 1;\n".to_owned()));
    let view = shell.act(Action::Share {
        page: "https://example.org/".to_owned(),
    });
    let link = view.share.expect("the dialog is open").link.clone();
    let fragment = link[link.find('#').expect("a fragment")..].to_owned();
    shell.act(Action::EditSource(MINE.to_owned()));
    shell.act(Action::OpenLink(fragment));
    assert_eq!(&*shell.view().source.text, "let linked = 1;\n");
    shell.act(take("races/last-seat"));
    assert_eq!(&*shell.act(Action::BringBack).source.text, "let linked = 1;\n");
    shell.act(take("races/last-seat"));
    shell.act(Action::BringBack);
    shell.settle();
    assert!(
        shell.stored().contains("let mine = 1;"),
        "the draft that the link had hidden"
    );
}

#[test]
fn the_palette_has_every_example_once_they_are_here() {
    let mut shell = with_examples();
    let view = shell.view();
    let first = palette(&view, "philosophers").into_iter().next().expect("a row");
    assert_eq!(first.command.action, Some(take("classics/philosophers")));
    let view = shell.act(take("classics/philosophers"));
    let all = commands(&view);
    let command = all.iter().find(|command| command.id == "example-classics/philosophers");
    assert_eq!(command.and_then(|command| command.why_not), Some("It is open."));
    assert!(
        commands(&Shell::new().view())
            .iter()
            .any(|command| command.id == "examples")
    );
}

#[test]
fn an_example_that_is_not_there_changes_nothing() {
    let mut shell = with_examples();
    let before = shell.view();
    assert_eq!(shell.act(take("races/nothing")), before);
    assert_eq!(Shell::new().act(take("races/last-seat")).place, before.place);
}
