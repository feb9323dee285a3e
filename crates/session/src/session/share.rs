//! Links: opening one, and making one of what is on the screen. Owns that a link takes nothing away: the learner's own
//! program stays where it is until they edit what came with the link, and is kept even then (`files`).

use crate::link::{Link, ReadLink};
use crate::machine::Machine;
use crate::run::{Branches, Misfit, Run, along, open};
use crate::source::compile_instance;
use crate::texts::fill;
use crate::texts::share as texts;
use crate::view::{PlaceView, ShareView};
use crate::{Effect, qr};

use super::Session;

/// What came with a link is on the screen and has not been edited yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Visit {
    /// Whether the learner has another program in this place.
    pub(super) hides_draft: bool,
}

/// A link longer than this is cut off by some messengers, in characters.
const CHARS_SAFE: usize = 2_000;
/// More than this makes a code that cameras in the last row have trouble with, in characters.
const QR_CHARS_EASY: usize = 900;

impl Session {
    /// Opens what is behind the `#` of an address, if that is a link.
    #[inline(never)]
    pub(super) fn open_link(&mut self, fragment: &str, effects: &mut Vec<Effect>) {
        let ReadLink { link, mut complaints } = match Link::read(fragment) {
            None => return,
            Some(Ok(read)) => read,
            Some(Err(error)) => {
                self.notes.add(fill(texts::THIS_LINK_CANNOT_BE_OPENED, &[&error]));
                return;
            }
        };
        self.notes.withdraw_offers();
        let is_there = link.lesson.as_deref().is_none_or(|id| self.place.open(id));
        if !is_there {
            complaints.push(texts::ITS_LESSON_IS_NOT_IN_THIS.to_owned());
        }
        if !is_there || link.lesson.is_none() {
            self.place.leave();
        }
        self.source.replace(self.place.given(), Some(&link.source));
        self.file_name = None;
        self.proof.clear(effects);
        self.machine = Machine::chosen(&link);
        self.replay = None;
        self.run = None;
        self.inspected = None;
        complaints.extend(self.open_linked_run(&link));
        self.visit(effects);
        if !complaints.is_empty() {
            let list = complaints.join("; ");
            self.notes.add(fill(texts::THIS_LINK_DOES_NOT_OPEN_AS, &[&list]));
        }
    }

    /// What is on the screen came with a link: the draft stays, and the learner knows.
    fn visit(&mut self, effects: &mut Vec<Effect>) {
        let draft = self.document.drafts.get(self.place.key());
        let hides_draft = draft.is_some_and(|draft| **draft != *self.source.text);
        self.visit = Some(Visit { hides_draft });
        if hides_draft {
            self.notes.offer(texts::THIS_PROGRAM_CAME_WITH_A_LINK.to_owned());
        }
        let place = match self.place_view() {
            PlaceView::Lesson { title, .. } => title,
            PlaceView::Playground => texts::PLAYGROUND.to_owned(),
        };
        effects.push(Effect::Announce(fill(texts::OPENED_FROM_A_LINK, &[&place])));
    }

    /// The run of a link, as far as it fits; says why if that is not all of it.
    fn open_linked_run(&mut self, link: &Link) -> Option<String> {
        let mut compiled = self.source.compile()?;
        self.compiled_text = self.source.text.clone();
        let mut complaint = None;
        if !link.set.is_empty() {
            match compile_instance(&link.source, &link.set) {
                Ok(instance) => compiled = instance,
                Err(_) => complaint = Some(texts::ITS_CONSTANTS_DO_NOT_FIT_ITS.to_owned()),
            }
        }
        let setup = self.machine.setup(&compiled.directive, self.place.lesson());
        let setup = link.schedule.as_ref().map_or(setup, |schedule| schedule.setup(setup));
        let mut run = Run::new(compiled.program, setup, self.policy()).with_overrides(&link.set);
        let choices = link.schedule.as_ref().map_or(&[][..], |schedule| &schedule.choices);
        if let Some(Misfit { fitting, reason }) = along(&mut run, choices) {
            let all = choices.len();
            complaint.get_or_insert(fill(texts::ITS_RUN_STOPS_AFTER_OF_STEPS, &[&fitting, &all, &reason]));
        }
        match link.cursor {
            Some(cursor) => run.seek(cursor),
            None if choices.is_empty() => compiler::at_once(open(&mut run, &compiler::no_pause)),
            None => {}
        }
        self.forget_misplaced();
        self.steering.branches = Branches::default();
        self.set_run(run);
        complaint
    }

    /// Puts a link to what is on the screen on the screen.
    #[inline(never)]
    pub(super) fn share(&mut self, page: &str) {
        self.driver.stop();
        if self.source.is_pending() {
            self.compile_again();
        }
        let page = page.split('#').next().unwrap_or_default();
        let link = self.share_link();
        let mut view = ShareView {
            can_bring_back: self.can_bring_back(),
            has_run: self.run.is_some(),
            file_name: self.program_name(),
            ..ShareView::default()
        };
        match link.to_fragment() {
            Ok(fragment) => {
                view.link = format!("{page}{fragment}");
                view.note = note(&link, view.link.len());
                view.qr = qr::svg(&view.link, texts::QR_CODE_OF_THE_LINK);
                view.qr_note = qr_note(view.qr.is_some(), view.link.len());
            }
            Err(refused) => {
                view.note = fill(texts::THIS_IS_TOO_LONG_FOR_A, &[&refused]);
            }
        }
        self.sharing = Some(view);
    }

    #[inline(never)]
    pub(super) fn copy_link(&mut self, effects: &mut Vec<Effect>) {
        if let Some(view) = self.sharing.as_ref().filter(|view| !view.link.is_empty()) {
            effects.push(Effect::CopyText(view.link.clone()));
        }
    }

    /// Says what came of copying, where the learner looks and to those who cannot see it.
    pub(super) fn copied(&mut self, is_copied: bool, effects: &mut Vec<Effect>) {
        let said = if is_copied {
            texts::COPIED
        } else {
            texts::THE_BROWSER_DID_NOT_LET_THE
        };
        match &mut self.sharing {
            Some(view) => view.copied = said,
            None => effects.push(Effect::Announce(said.to_owned())),
        }
    }

    /// A link to what is on the screen. The run is left out if it belongs to another text than the one in the editor.
    fn share_link(&self) -> Link {
        let explicit = self.machine.explicit();
        let explicit = grader::setup::Explicit::from(&explicit);
        let run = self.run.as_ref().filter(|_| !self.is_stale());
        Link {
            source: self.source.text.to_string(),
            lesson: self.place.lesson().map(|lesson| lesson.id.clone()),
            model: explicit.model,
            granularity: explicit.granularity,
            time: explicit.time,
            cores: explicit.cores,
            seed: explicit.seed,
            policy: Some(self.policy()),
            set: run.map(|run| run.overrides().to_vec()).unwrap_or_default(),
            schedule: run.map(Run::whole_schedule),
            cursor: run.map(Run::cursor),
        }
    }
}

/// What a link holds, and whether it is long.
fn note(link: &Link, chars: usize) -> String {
    let known = link.schedule.as_ref().map_or(0, |schedule| schedule.choices.len());
    let holds = match (link.cursor, known) {
        (None, _) => texts::IT_HOLDS_THE_PROGRAM_NOT_THE.to_owned(),
        (Some(_), 0) => texts::IT_HOLDS_THE_PROGRAM_AND_THE.to_owned(),
        (Some(cursor), known) => fill(texts::IT_HOLDS_THE_PROGRAM_THE_MACHINE, &[&cursor, &known]),
    };
    if chars > CHARS_SAFE {
        fill(texts::IT_IS_CHARACTERS_LONG_SOME_MESSENGERS, &[&holds, &chars])
    } else {
        fill(texts::IT_IS_CHARACTERS_LONG, &[&holds, &chars])
    }
}

fn qr_note(is_there: bool, chars: usize) -> String {
    match is_there {
        false => fill(texts::NO_QR_CODE_CHARACTERS_DO_NOT, &[&chars]),
        true if chars > QR_CHARS_EASY => texts::A_DENSE_CODE_SHOW_IT_LARGE.to_owned(),
        true => String::new(),
    }
}
