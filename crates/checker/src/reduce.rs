//! Which steps of a world are no place to switch.
//!
//! Owns what the claims need to know of a step: which places it accessed, under which locks, and whether anybody else could
//! have run. What follows from that is `claims`' to say, what is done with it `expand`'s.

use world::{Choice, Detail, EventKind, Extent, Footprint, Granularity, Holds, Log, Model, TaskId, Touch, World};

use crate::claims::{Claims, Fact, Record};

/// How many steps the runs may take that show what not to claim, before the search begins.
const SAMPLES: u64 = 12;
const SAMPLE_STEPS: u32 = 300;

/// How many steps without a choice are looked at in the beginning.
const EARLY_STEPS: u32 = 5_000;

/// The claims about one program, and the facts on which they rest.
#[derive(Clone)]
pub(crate) struct Reduction {
    extent: Extent,
    /// What everybody who expands states claims until the search begins again.
    claims: Claims,
    /// What was seen here, so that nothing is told twice.
    seen: Record,
    /// What was taken in.
    known: Record,
    news: Vec<Fact>,
    /// Which locks its task held when the last step accessed memory, as far as that was told.
    held: u64,
    /// Whether the claims cover what it accessed.
    are_covered: bool,
}

impl Reduction {
    /// For runs that begin in this world. Nothing if a step is not an access there.
    pub(crate) fn of(initial: &World) -> Option<Reduction> {
        let setup = initial.setup();
        if setup.model != Model::Threads || setup.granularity != Granularity::Access {
            return None;
        }
        let extent = early_extent(initial)?;
        let mut reduction = Reduction {
            extent,
            claims: Claims::default(),
            seen: Record::default(),
            known: Record::default(),
            news: Vec::new(),
            held: 0,
            are_covered: false,
        };
        for seed in 0..SAMPLES {
            reduction.sample(initial, seed);
        }
        Some(reduction)
    }

    /// The same claims, for somebody else who expands states.
    pub(crate) fn fellow(&self) -> Reduction {
        Reduction {
            seen: Record::new(self.claims.clone()),
            known: Record::new(self.claims.clone()),
            news: Vec::new(),
            ..self.clone()
        }
    }

    /// Claims nothing any more.
    pub(crate) fn give_up(&mut self) {
        self.begin_with(Claims::none());
    }

    /// Whether anything is claimed.
    pub(crate) fn is_on(&self) -> bool {
        !self.claims.is_given_up()
    }

    fn begin_with(&mut self, claims: Claims) {
        self.seen = Record::new(claims.clone());
        self.known = Record::new(claims.clone());
        self.claims = claims;
        self.news.clear();
    }

    /// Facts since the last call.
    pub(crate) fn take_news(&mut self) -> Vec<Fact> {
        std::mem::take(&mut self.news)
    }

    /// Whether a fact adds anything to those that were taken in.
    pub(crate) fn is_news(&self, fact: Fact) -> bool {
        self.known.clone().note(fact)
    }

    /// Takes in facts. Says whether they contradict the claims, which are others from then on: whatever rests on those
    /// before has to begin again.
    pub(crate) fn learn(&mut self, facts: &[Fact]) -> bool {
        for &fact in facts {
            self.known.note(fact);
            if self.known.claims().are_fewer_than(&self.claims) {
                let claims = self.known.claims().clone();
                self.begin_with(claims);
                return true;
            }
        }
        false
    }

    /// Looks at the step that has just been taken. Says whether it commutes with whatever other tasks can do and its task
    /// can go on at once, so that nobody needs to be let in here.
    pub(crate) fn look(&mut self, world: &World, log: &Log, choice: Choice, is_alone: bool) -> bool {
        (self.held, self.are_covered) = (0, false);
        if self.claims.is_given_up() {
            return false;
        }
        // With priorities a step of one task can take the turn from another, which no access tells.
        if log.has_collected || world.has_priorities() {
            self.tell(Fact::Anything);
            return false;
        }
        let names_condition = |event: &world::Event| matches!(event.kind, EventKind::PropertyNamed { .. });
        if log.events.iter().any(names_condition) {
            self.tell(Fact::Watches);
        }
        let task = match choice {
            Choice::Run(task) => task,
            Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => {
                if !matches!(log.touch, Touch::Nothing | Touch::Apart) {
                    self.tell(Fact::Anything);
                }
                return false;
            }
        };
        let are_covered = self.look_at_accesses(world, log, task, is_alone);
        self.are_covered = are_covered;
        let commutes = match log.touch {
            Touch::Nothing | Touch::Apart => false,
            Touch::Reported if !log.accesses.is_empty() => are_covered,
            Touch::Reported | Touch::Reads => {
                self.tell_unless(is_alone, Fact::ReadsAnything);
                false
            }
            Touch::Anything => {
                self.tell_unless(is_alone, Fact::Anything);
                false
            }
        };
        let is_quiet = log.events.is_empty() && !log.retried_in_vain;
        commutes && is_quiet && world.is_under_way(task)
    }

    /// What the last step that was looked at shares with others: not the memory that it accessed, if that commutes with
    /// whatever others do, but the locks that are the reason.
    pub(crate) fn narrowed(&self, footprint: Footprint) -> Footprint {
        let held = footprint.with_held(self.held);
        match self.are_covered {
            true => held.without_accesses(),
            false => held,
        }
    }

    /// Tells of the accesses of a step, and says whether the claims cover them all.
    fn look_at_accesses(&mut self, world: &World, log: &Log, task: TaskId, is_alone: bool) -> bool {
        // A step that did more may have taken or given back a lock that nobody else knows.
        let is_all = log.touch == Touch::Reported;
        let mut holds = None;
        let mut are_covered = true;
        for access in &log.accesses {
            let place = world.place_of(access, &self.extent);
            are_covered &= self.claims.cover(place, access.is_write);
            if !is_alone {
                let Holds { all, alone } = *holds.get_or_insert_with(|| match is_all {
                    true => world.holds(task, &self.extent),
                    false => Holds::default(),
                });
                self.held = all;
                let (is_write, held) = (access.is_write, alone);
                self.tell(Fact::Access { place, is_write, held });
            }
        }
        are_covered
    }

    fn tell_unless(&mut self, is_alone: bool, fact: Fact) {
        if !is_alone {
            self.tell(fact);
        }
    }

    fn tell(&mut self, fact: Fact) {
        if self.seen.note(fact) {
            self.news.push(fact);
        }
    }

    /// Lets one run show what not to claim: most of what contradicts shows soon.
    fn sample(&mut self, initial: &World, seed: u64) {
        let mut world = initial.clone();
        let mut log = Log::new(Detail::Findings);
        let mut choices = Vec::new();
        let mut random = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for _ in 0..SAMPLE_STEPS {
            world.choices(&mut choices);
            // Xorshift: Marsaglia, "Xorshift RNGs" (2003).
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let pick = (random >> 33) as usize % choices.len().max(1);
            let Some(&choice) = choices.get(pick) else { break };
            log.events.clear();
            world.step_enabled(choice, &mut log);
            self.look(&world, &log, choice, choices.len() == 1);
            let news = self.take_news();
            self.learn(&news);
            if world.was_cut_off() {
                break;
            }
        }
    }
}

/// How much there is when somebody has a choice for the first time. Nothing if garbage is collected before.
fn early_extent(initial: &World) -> Option<Extent> {
    let mut world = initial.clone();
    let mut log = Log::new(Detail::Findings);
    let mut choices = Vec::new();
    for _ in 0..EARLY_STEPS {
        world.choices(&mut choices);
        let &[choice @ Choice::Run(_)] = choices.as_slice() else {
            return Some(world.extent());
        };
        let before = world.extent();
        log.events.clear();
        world.step_enabled(choice, &mut log);
        if log.has_collected {
            return None;
        }
        if world.was_cut_off() {
            return Some(before);
        }
    }
    Some(world.extent())
}
