//! Links, files and exports: what goes out comes back, and nothing is lost on the way.

use timeline::Axis;
use world::{Granularity, Model, TaskId, TimeMode};

use super::Shell;
use crate::view::OutcomeKind;
use crate::{Action, Export, Link, PictureForm, PicturePart, PolicyKind, ViewModel};

const PAGE: &str = "https://example.org/lanes/?embed=0#old";
const RACE: &str = "// lanes: model=threads
let counter = 0;
async function add() {
  counter = counter + 1;
}
const tasks = [spawn('A', add), spawn('B', add)];
await Promise.all(tasks);
console.log(`counter = ${counter}`);
";

/// The link to what is on a screen.
fn link_of(shell: &mut Shell) -> String {
    let page = PAGE.to_owned();
    let view = shell.act(Action::Share { page });
    shell.act(Action::CloseShare);
    view.share.expect("the dialog is open").link.clone()
}

fn fragment(link: &str) -> Action {
    let (page, fragment) = link.split_once('#').expect("a fragment");
    assert_eq!(page, "https://example.org/lanes/?embed=0");
    Action::OpenLink(format!("#{fragment}"))
}

/// What two screens must have in common that show the same moment of the same run.
fn assert_same_moment(a: &ViewModel, b: &ViewModel) {
    assert_eq!(a.source.text, b.source.text);
    assert_eq!((a.run.cursor, a.run.steps), (b.run.cursor, b.run.steps));
    assert_eq!(a.machine, b.machine);
    assert_eq!((&a.lanes, &a.cards, &a.variables), (&b.lanes, &b.cards, &b.variables));
    assert_eq!(
        (&a.events, &a.console, &a.run.sentence),
        (&b.events, &b.console, &b.run.sentence)
    );
}

#[test]
fn a_link_opens_at_the_same_step_of_the_same_run() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::SetGranularity(Granularity::Access));
    shell.act(Action::SetTime(TimeMode::Any));
    shell.act(Action::SetPolicy(PolicyKind::Random));
    shell.act(Action::SetSeed(u64::MAX));
    shell.act(Action::Run);
    shell.settle();
    for task in [1, 2, 1, 2] {
        shell.act(Action::Back);
        shell.act(Action::StepLane(TaskId(task)));
    }
    shell.act(Action::Back);
    let here = shell.view();
    assert!(here.run.cursor < here.run.steps, "there is a future to share");
    let link = link_of(&mut shell);
    let mut other = Shell::new();
    let there = other.act(fragment(&link));
    assert_same_moment(&here, &there);
    assert!(there.notes.is_empty(), "{:?}", there.notes);
    assert_eq!(shell.act(Action::Step).events, other.act(Action::Step).events);
    assert_eq!(link_of(&mut shell), link_of(&mut other), "and so on from hand to hand");
}

#[test]
fn a_link_of_a_lesson_opens_that_lesson() {
    let mut shell = Shell::new();
    shell.act(Action::SelectLesson("fix-the-race".to_owned()));
    shell.act(Action::EditSource(RACE.to_owned()));
    shell.settle();
    let link = link_of(&mut shell);
    let mut other = Shell::new();
    other.act(Action::OpenPlayground);
    let there = other.act(fragment(&link));
    assert_eq!(there.place, shell.view().place);
    assert_same_moment(&shell.view(), &there);
    let mut unknown = Link {
        source: RACE.to_owned(),
        lesson: Some("gone".to_owned()),
        ..Link::default()
    };
    let there = other.act(Action::OpenLink(unknown.to_fragment().expect("short")));
    assert_eq!((there.place, &*there.source.text), (crate::PlaceView::Playground, RACE));
    assert!(
        there
            .notes
            .iter()
            .any(|note| note.text.contains("lesson is not in this course"))
    );
    unknown.lesson = None;
    let there = other.act(Action::OpenLink(unknown.to_fragment().expect("short")));
    assert!(
        there.lanes.len() > 1,
        "without a position it opens where there is something to choose"
    );
}

#[test]
fn a_link_of_a_finding_holds_its_small_instance() {
    let source = "// lanes: model=threads\nconst WORKERS = 4;\nlet n = 0;\nconst jobs = [];\nfor (let i = 0; i < WORKERS; i++) jobs.push(spawn(`w${i}`, async () => { n = n + 1; }));\nawait Promise.all(jobs);\nassert(n === WORKERS);\n";
    let mut made = Link {
        source: source.to_owned(),
        set: vec![("WORKERS".to_owned(), "2".to_owned())],
        ..Link::default()
    };
    let mut shell = Shell::new();
    let there = shell.act(Action::OpenLink(made.to_fragment().expect("short")));
    shell.act(Action::Run);
    shell.settle();
    assert_eq!(
        shell.view().lanes.len(),
        3,
        "two workers and the main line: {:?}",
        there.lanes
    );
    let again = link_of(&mut shell);
    let mut other = Shell::new();
    assert_eq!(other.act(fragment(&again)).lanes.len(), 3);
    made.set[0].0 = "NOBODY".to_owned();
    let there = other.act(Action::OpenLink(made.to_fragment().expect("short")));
    assert!(
        there
            .notes
            .iter()
            .any(|note| note.text.contains("its constants do not fit its program"))
    );
    assert_eq!(&*there.source.text, source);
}

#[test]
fn a_schedule_that_no_longer_fits_says_where_it_stops() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    shell.settle();
    let steps = shell.view().run.steps;
    let link = link_of(&mut shell);
    let read = Link::read(link.split_once('#').expect("a fragment").1)
        .expect("a link")
        .expect("a sound one");
    let changed = Link {
        source: RACE.replace(", spawn('B', add)]", "]"),
        ..read.link
    };
    let mut other = Shell::new();
    let there = other.act(Action::OpenLink(changed.to_fragment().expect("short")));
    assert!(there.run.steps > 0 && there.run.steps < steps);
    let note = format!("its run stops after {} of {steps} steps", there.run.steps);
    assert!(
        there.notes.iter().any(|shown| shown.text.contains(&note)),
        "{:?}",
        there.notes
    );
    assert_eq!(there.run.cursor, there.run.steps);
}

#[test]
fn a_link_to_a_program_with_errors_has_no_run() {
    let mut shell = Shell::with_program("let x = ;\n");
    let page = PAGE.to_owned();
    let share = shell.act(Action::Share { page }).share.expect("the dialog");
    assert!(share.note.contains("the program, not the run"), "{}", share.note);
    let mut other = Shell::new();
    let there = other.act(fragment(&share.link));
    assert_eq!(&*there.source.text, "let x = ;\n");
    assert!(there.source.has_errors && there.notes.is_empty());
}

#[test]
fn malformed_links_leave_everything_as_it_is_and_say_so_once() {
    let mut shell = Shell::with_program(RACE);
    let before = shell.view();
    for link in ["#v1.AAAA", "#v1.", "#v1.AAAA"] {
        shell.act(Action::OpenLink(link.to_owned()));
    }
    let after = shell.view();
    assert_eq!(after.notes.len(), 1, "{:?}", after.notes);
    assert_eq!((&after.source, &after.run), (&before.source, &before.run));
    let newer = shell.act(Action::OpenLink("#v2.AAAA".to_owned()));
    assert!(newer.notes[1].text.contains("newer version"));
    assert_eq!(
        shell.act(Action::OpenLink("#debrief".to_owned())),
        newer,
        "other anchors are none of ours"
    );
}

#[test]
fn a_link_never_takes_a_draft_away() {
    let mut shell = Shell::with_program("// mine\nconsole.log(1);\n");
    let link = Link {
        source: RACE.to_owned(),
        ..Link::default()
    };
    let open = Action::OpenLink(link.to_fragment().expect("short"));
    let there = shell.act(open.clone());
    assert_eq!(&*there.source.text, RACE);
    assert_eq!(there.notes.iter().filter(|note| note.offer.is_some()).count(), 1);
    shell.act(Action::Flush);
    assert!(
        shell.stored().contains("// mine") && !shell.stored().contains("spawn"),
        "looking changes nothing"
    );
    // Back to it, and to the link again.
    let back = shell.act(Action::BringBack);
    assert!(back.source.text.starts_with("// mine"));
    assert_eq!(shell.forgotten, 1, "the address no longer says what is on the screen");
    shell.act(open);
    // Editing makes it a draft; the old one is set aside, in storage too.
    shell.act(Action::EditSource(format!("{RACE}// edited\n")));
    shell.settle();
    let stored = shell.stored().to_owned();
    assert!(stored.contains("// edited") && stored.contains("// mine"), "{stored}");
    let mut later = Shell::visit(Some(&stored));
    later.act(Action::OpenPlayground);
    assert!(later.view().source.text.ends_with("// edited\n"));
    let page = PAGE.to_owned();
    assert!(
        later
            .act(Action::Share { page })
            .share
            .expect("the dialog")
            .can_bring_back
    );
    let back = later.act(Action::BringBack);
    assert!(back.source.text.starts_with("// mine"));
    assert!(
        later.act(Action::BringBack).source.text.ends_with("// edited\n"),
        "and the other way round"
    );
}

#[test]
fn a_link_to_ones_own_program_has_nothing_to_offer() {
    let mut shell = Shell::with_program(RACE);
    let link = link_of(&mut shell);
    let there = shell.act(fragment(&link));
    assert!(there.notes.is_empty(), "{:?}", there.notes);
    shell.act(Action::EditSource("// mine now\n".to_owned()));
    shell.settle();
    let page = PAGE.to_owned();
    let share = shell.act(Action::Share { page }).share.expect("the dialog");
    assert!(!share.can_bring_back, "it was only edited");
    shell.act(Action::SelectLesson("fix-the-race".to_owned()));
    assert_eq!(shell.forgotten, 1);
}

#[test]
fn the_dialog_says_what_a_link_holds_and_makes_a_code_of_it() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    shell.settle();
    let page = PAGE.to_owned();
    let share = shell
        .act(Action::Share { page: page.clone() })
        .share
        .expect("the dialog");
    assert!(
        share.note.contains("the run at step") && share.has_run,
        "{}",
        share.note
    );
    assert!(share.qr.as_deref().is_some_and(|qr| qr.starts_with("<svg")));
    shell.act(Action::CopyLink);
    assert_eq!(shell.copied, std::slice::from_ref(&share.link));
    assert_eq!(
        shell.act(Action::Copied(true)).share.expect("the dialog").copied,
        "Copied."
    );
    let refused = shell.act(Action::Copied(false)).share.expect("the dialog");
    assert!(refused.copied.contains("by hand"));
    assert_eq!(shell.act(Action::CloseShare).share, None);
    // A program that no compressor makes smaller is too long for a code, and a longer one for a link.
    let noise = |count: u32| -> String {
        let numbers = (0..count).map(|index| (u64::from(index) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_string());
        numbers.map(|number| format!("// {number}\n")).collect()
    };
    shell.act(Action::EditSource(noise(400)));
    let share = shell
        .act(Action::Share { page: page.clone() })
        .share
        .expect("the dialog");
    assert!(
        share.qr.is_none() && share.qr_note.contains("do not fit"),
        "{}",
        share.qr_note
    );
    assert!(share.note.contains("some messengers"), "{}", share.note);
    shell.act(Action::EditSource(noise(9_000)));
    let share = shell.act(Action::Share { page }).share.expect("the dialog");
    assert!(
        share.link.is_empty() && share.note.contains("Save the program as a file"),
        "{}",
        share.note
    );
    let copied = shell.copied.len();
    shell.act(Action::CopyLink);
    assert_eq!(shell.copied.len(), copied, "there is nothing to copy");
}

#[test]
fn a_file_takes_the_place_of_the_program_and_gives_it_back() {
    let mut shell = Shell::with_program("// mine\n");
    let open = |name: &str, text: &str| Action::OpenFile {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let there = shell.act(open(
        "C:\\work\\theirs.js",
        "\u{feff}console.log('theirs');\r\nawait sleep(1);\r\n",
    ));
    assert_eq!(&*there.source.text, "console.log('theirs');\nawait sleep(1);\n");
    assert!(
        there.notes[0].text.starts_with("theirs.js is open."),
        "{:?}",
        there.notes
    );
    assert!(!there.source.has_errors && there.run.cursor == 0);
    shell.act(Action::SaveProgram);
    assert_eq!(shell.files.last().map(|(name, _)| name.as_str()), Some("theirs.js"));
    shell.act(Action::Flush);
    assert!(shell.stored().contains("theirs") && shell.stored().contains("// mine"));
    let back = shell.act(Action::BringBack);
    assert_eq!(&*back.source.text, "// mine\n");
    assert_eq!(
        &*shell.act(Action::BringBack).source.text,
        "console.log('theirs');\nawait sleep(1);\n"
    );
    let refused = shell.act(open("picture.png", "\u{0}PNG"));
    assert!(
        refused
            .notes
            .iter()
            .any(|note| note.text == "picture.png could not be opened: it is no text.")
    );
    let failed = shell.act(Action::FileFailed {
        name: "gone.ts".to_owned(),
        reason: "it is larger than 1 MB".to_owned(),
    });
    assert!(
        failed
            .notes
            .iter()
            .any(|note| note.text.contains("gone.ts could not be opened"))
    );
}

#[test]
fn a_file_over_a_program_as_it_was_given_has_nothing_to_offer() {
    let mut shell = Shell::new();
    shell.act(Action::SelectLesson("fix-the-race".to_owned()));
    let there = shell.act(Action::OpenFile {
        name: "mine.ts".to_owned(),
        text: RACE.to_owned(),
    });
    assert!(there.notes.is_empty() && there.source.can_reset, "{:?}", there.notes);
    shell.act(Action::SelectLesson("fix-the-race".to_owned()));
    shell.act(Action::SaveProgram);
    let (name, text) = shell.files.last().expect("a file");
    assert_eq!((name.as_str(), text.as_str()), ("fix-the-race.ts", RACE));
}

#[test]
fn a_run_is_saved_in_every_form() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::SetAxis(Axis::Step));
    shell.act(Action::SetModel(Model::Threads));
    shell.act(Action::Run);
    let view = shell.settle();
    assert_eq!(
        view.run.outcome.as_ref().map(|outcome| outcome.kind),
        Some(OutcomeKind::Finished)
    );
    let picture = |form, part| Action::Export(Export::Picture { form, part });
    for action in [
        picture(PictureForm::Svg, PicturePart::Whole),
        picture(PictureForm::Svg, PicturePart::Shown),
        picture(PictureForm::Png, PicturePart::Whole),
        Action::Export(Export::Table),
        Action::Export(Export::ChromeTrace),
    ] {
        shell.act(action);
    }
    let names: Vec<&str> = shell.files.iter().map(|(name, _)| name.as_str()).collect();
    let svg = "program-lanes.svg";
    assert_eq!(
        names,
        [svg, svg, "program-lanes.png", "program-run.csv", "program-trace.json"]
    );
    let whole = &shell.files[0].1;
    assert!(
        whole.contains("(threads, step") && whole.contains("Finished)"),
        "{}",
        &whole[..300]
    );
    assert_eq!(&shell.files[2].1, whole, "pixels are made of the same picture");
    assert!(shell.files[3].1.contains(",wrote,counter,"));
    let trace: serde_json::Value = serde_json::from_str(&shell.files[4].1).expect("it is JSON");
    assert!(trace["traceEvents"].as_array().is_some_and(|events| events.len() > 20));
    let mut empty = Shell::with_program(RACE);
    empty.act(Action::SelectLesson("fix-the-race".to_owned()));
    empty.session.run = None;
    empty.act(Action::Export(Export::Table));
    assert!(empty.files.is_empty(), "without a run there is nothing to save");
}
