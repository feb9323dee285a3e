//! Everything that can be asked for by name or by key. Owns the list: the palette, the list of keys and the keys
//! themselves are all made from it, so that none of them can say what is not so. What a command does is its action's.

mod drive;
mod examples;
mod machine;
mod page;
mod palette;
mod run;
mod stage;
mod text;

use std::borrow::Cow;

use crate::texts::commands as texts;
use crate::{Action, ViewModel, order};

pub use palette::{PaletteRow, palette};

/// Something that can be asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Command {
    /// A name that stays the same.
    pub id: Cow<'static, str>,
    /// What it is called.
    pub title: Cow<'static, str>,
    /// What it belongs to.
    pub group: Group,
    /// The keys that do it.
    pub keys: Vec<Keys>,
    /// What it does; `None` for keys of the editor and the lanes, which only they can do.
    pub action: Option<Action>,
    /// Why it cannot be done now, in a sentence.
    pub why_not: Option<&'static str>,
}

/// What commands are listed under.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Group {
    /// Driving the program.
    Run,
    /// Checking it.
    Proof,
    /// What the stage shows.
    Stage,
    /// Letting one lane take a step.
    Lanes,
    /// Its text.
    Program,
    /// The machine that it runs on.
    Machine,
    /// What can be taken away.
    Share,
    /// The places and colours of the page.
    Page,
    /// The lessons.
    Lessons,
    /// The example programs.
    Examples,
}

impl Group {
    /// Every group, in the order in which they are listed.
    pub const ALL: [Group; 10] = [
        Group::Run,
        Group::Proof,
        Group::Stage,
        Group::Lanes,
        Group::Program,
        Group::Machine,
        Group::Share,
        Group::Page,
        Group::Lessons,
        Group::Examples,
    ];

    /// What it is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Group::Run => texts::RUN,
            Group::Proof => texts::PROOF,
            Group::Stage => texts::STAGE,
            Group::Lanes => texts::LANES,
            Group::Program => texts::PROGRAM,
            Group::Machine => texts::MACHINE,
            Group::Share => texts::SHARE_AND_SAVE,
            Group::Page => texts::PAGE,
            Group::Lessons => texts::LESSONS,
            Group::Examples => crate::texts::examples::EXAMPLES,
        }
    }
}

/// A key with what is held down meanwhile, `Ctrl Shift F8`, and where it works.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keys {
    /// The keys in the order Ctrl, Shift, Alt, key, with blanks between; Ctrl is the command key on a Mac.
    pub text: &'static str,
    /// Where it works.
    pub scope: Scope,
}

/// Where a key works.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Everywhere on the page.
    Anywhere,
    /// Outside of text fields, where letters and digits are text.
    OutsideText,
    /// In the editor, which has it.
    Editor,
    /// In the lanes, which have it.
    Lanes,
}

impl Scope {
    /// What is said about a key that does not work everywhere.
    #[must_use]
    pub fn note(self) -> &'static str {
        match self {
            Scope::Anywhere => "",
            Scope::OutsideText => texts::OUTSIDE_OF_TEXT_FIELDS,
            Scope::Editor => texts::IN_THE_EDITOR,
            Scope::Lanes => texts::IN_THE_LANES,
        }
    }
}

/// Every command in the order of the groups, those that cannot be done now among them.
#[must_use]
pub fn commands(view: &ViewModel) -> Vec<Command> {
    let mut list = List::default();
    run::add(view, &mut list);
    drive::add(view, &mut list);
    stage::add(view, &mut list);
    text::add(view, &mut list);
    machine::add(view, &mut list);
    page::add(view, &mut list);
    examples::add(view, &mut list);
    // The order within a group stays that in which they were added.
    order::sort_by_key(&mut list.0, |command| command.group);
    list.0
}

/// The command that a key means outside of the editor and the lanes. `keys` is written as [`Keys::text`].
#[must_use]
pub fn command_of(view: &ViewModel, keys: &str, is_typing: bool) -> Option<Command> {
    let fits = |each: &Keys| {
        let is_heard = match each.scope {
            Scope::Anywhere => true,
            Scope::OutsideText => !is_typing,
            Scope::Editor | Scope::Lanes => false,
        };
        is_heard && each.text == keys
    };
    let mut all = commands(view).into_iter();
    all.find(|command| command.action.is_some() && command.keys.iter().any(fits))
}

/// Commands while they are listed.
#[derive(Default)]
struct List(Vec<Command>);

impl List {
    /// A command.
    fn add(
        &mut self,
        group: Group,
        id: impl Into<Cow<'static, str>>,
        title: impl Into<Cow<'static, str>>,
        action: Action,
    ) -> Entry<'_> {
        self.push(group, id.into(), title.into(), Some(action))
    }

    /// A key that only the editor or the lanes know, for the list of keys.
    fn tell(&mut self, group: Group, id: &'static str, title: &'static str) -> Entry<'_> {
        self.push(group, id.into(), title.into(), None)
    }

    fn push(
        &mut self,
        group: Group,
        id: Cow<'static, str>,
        title: Cow<'static, str>,
        action: Option<Action>,
    ) -> Entry<'_> {
        let at = self.0.len();
        self.0.push(Command {
            id,
            title,
            group,
            keys: Vec::new(),
            action,
            why_not: None,
        });
        Entry(&mut self.0[at])
    }
}

/// The command that was listed last, for more to be said about it.
struct Entry<'list>(&'list mut Command);

impl Entry<'_> {
    /// A key that works where `scope` says.
    fn on(self, scope: Scope, text: &'static str) -> Self {
        self.0.keys.push(Keys { text, scope });
        self
    }

    /// A key that works everywhere.
    fn keys(self, text: &'static str) -> Self {
        self.on(Scope::Anywhere, text)
    }

    /// It can be done only if this is so.
    fn when(self, can: bool, why_not: &'static str) -> Self {
        if !can && self.0.why_not.is_none() {
            self.0.why_not = Some(why_not);
        }
        self
    }
}
