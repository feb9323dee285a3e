//! An object as a structure: its places with who is in them, the line of those who wait, what is inside, what is true of
//! it, what it lists and what was counted. One picture for every class: what a class does not tell is not there.

use session::{CardView, Duration, FactValue, Instant, Row, Slots, TaskId};
use timeline::{Card, Fact, Hold, ListedRow, QueueEntry, counted};
use yew::prelude::{Html, Properties, classes, component, html, use_context};

use super::badge::Badge;
use super::gauges;
use super::object_stop::StopSwitch;
use super::stage::Cast;
use super::states;
use crate::texts::card as texts;
use crate::texts::fill;

/// How many places or rows are drawn one by one; of the rest it is said how many there are.
const PARTS_MAX: usize = 40;
/// How many free places are drawn one by one; a semaphore of a thousand permits shows a number for the rest.
const FREE_MAX: u32 = 12;
/// The same of places that are rows.
const EMPTY_MAX: u32 = 4;
/// How many values or waiters are drawn one by one.
const QUEUE_MAX: usize = 16;

#[derive(PartialEq, Properties)]
pub(crate) struct ObjectCardProps {
    pub(crate) view: CardView,
}

/// What the parts of a card need to know besides the card.
struct Ink<'a> {
    view: &'a CardView,
    cast: Option<Cast>,
}

#[component]
pub(crate) fn ObjectCard(props: &ObjectCardProps) -> Html {
    let ink = Ink {
        view: &props.view,
        cast: use_context::<Cast>(),
    };
    let card = &*props.view.card;
    let made_with: Vec<String> = card
        .shape
        .traits
        .iter()
        .map(|(name, value)| format!("{name} {value}"))
        .collect();
    let title = (!made_with.is_empty()).then(|| made_with.join(", "));
    html! {
        <article class={classes!("card", props.view.changed_in.map(|_| "is-changed"))} aria-label={props.view.sentence.clone()}>
            <h3>{ card.name.clone() }<small {title}>{ card.shape.class }</small><StopSwitch name={card.name.clone()} /></h3>
            if !props.view.news.is_empty() { <p class="card-news">{ props.view.news.clone() }</p> }
            { for ink.states(card) }
            { ink.facts(card) }
            if card.limits.len() > 1 { { gauges::trend(texts::LIMIT_SO_FAR, &card.limits) } }
            { ink.places(card) }
            { ink.values(card) }
            { ink.lines(card) }
            { ink.rows(card) }
            { ink.counts(card) }
        </article>
    }
}

/// What stands before those who wait for it.
fn waits_to(operation: &str) -> &'static str {
    match operation {
        "send" => "sending",
        "receive" => "receiving",
        "read" | "readLock" => texts::TO_READ,
        "write" | "writeLock" => texts::TO_WRITE,
        _ => "waiting",
    }
}

/// Words that call for attention, whatever the class: something is broken, or about to be.
fn alarm(word: &str) -> Option<&'static str> {
    match word {
        "open" | "dead" | "broken" | "failed" | "expired" | "down" | "rejected" | "aborted" => Some("chip-bad"),
        "half-open" | "stale" | "degraded" | "blocked" | "draining" | "waiting" | texts::HELD_FOR_LONG => {
            Some("chip-warn")
        }
        _ => None,
    }
}

impl Ink<'_> {
    fn badge(&self, task: TaskId) -> Html {
        let name = self.cast.as_ref().map(|cast| cast.name(task)).unwrap_or_default();
        let tone = self.cast.as_ref().and_then(|cast| cast.tone(task));
        html! { <Badge {task} {name} {tone} /> }
    }

    /// A class for what became so in the last step.
    fn new_in(&self, step: u32) -> Option<&'static str> {
        (self.view.changed_in == Some(step)).then_some("is-new")
    }

    /// How long it is until a moment, or that it has passed.
    fn until(&self, at: Instant) -> String {
        if at <= self.view.now {
            "now".to_owned()
        } else {
            fill(texts::IN, &[&at.saturating_since(self.view.now)])
        }
    }

    /// How long it is since a moment.
    fn since(&self, at: Instant) -> Duration {
        self.view.now.saturating_since(at)
    }

    /// How long a row is so, and how long it will be.
    fn times(&self, row: &Row) -> Html {
        let Some(since) = row.since else {
            return html! { { for row.at.map(|at| self.until(at)) } };
        };
        let left = |at: Instant| {
            html! { <span class="age">{ fill(texts::LEFT, &[&at.saturating_since(self.view.now)]) }</span> }
        };
        html! { <>{ fill(texts::FOR, &[&self.since(since)]) }{ for row.at.map(left) }</> }
    }

    /// The states that it goes through, drawn, with how long it is until the next.
    fn states(&self, card: &Card) -> Option<Html> {
        let left = card.facts.iter().find_map(|fact| match fact.value {
            FactValue::At(at) => Some(self.until(at)),
            FactValue::Count(_) | FactValue::Word(_) | FactValue::Level { .. } => None,
        });
        states::picture(card, left)
    }

    fn facts(&self, card: &Card) -> Html {
        // A single value is drawn as what is inside, and what is not so is not drawn.
        let is_told = |fact: &&Fact| fact.name != "value" && !fact.is_flag(false);
        let told = card.facts.iter().filter(is_told);
        let mut told = told.peekable();
        if told.peek().is_none() {
            return html! {};
        }
        html! { <dl class="facts">{ for told.map(|fact| self.fact(fact)) }</dl> }
    }

    fn fact(&self, fact: &Fact) -> Html {
        if fact.is_flag(true) {
            let tone = alarm(fact.name);
            return html! { <div class={classes!(self.new_in(fact.step))}><dt class="visually-hidden">{ texts::IS }</dt><dd class={classes!("chip", tone)}>{ fact.name }</dd></div> };
        }
        let value = match &fact.value {
            FactValue::Count(count) => html! { <dd>{ count }</dd> },
            FactValue::Word(word) => html! { <dd class={classes!("chip", alarm(word))}>{ word }</dd> },
            FactValue::At(at) => html! { <dd title={at.to_string()}>{ self.until(*at) }</dd> },
            level @ FactValue::Level { micro, capacity } => {
                html! { <dd class="level">{ gauges::level(*micro, *capacity) }{ level }</dd> }
            }
        };
        html! { <div class={classes!(self.new_in(fact.step))}><dt>{ fact.name }</dt>{ value }</div> }
    }

    fn places(&self, card: &Card) -> Html {
        // Places that are rows are drawn as rows, with their holders.
        if matches!(card.shape.slots, Slots::None | Slots::Listed(_)) {
            return html! {};
        }
        let free = card.places_free().unwrap_or_default();
        let drawn_free = free.min(FREE_MAX);
        let more_held = card.holds.len().saturating_sub(PARTS_MAX);
        let over = match (card.shape.slots, card.limit()) {
            (Slots::Unbounded, Some(limit)) => card.held().saturating_sub(limit),
            (Slots::Unbounded | Slots::Fixed(_) | Slots::Listed(_) | Slots::None, _) => 0,
        };
        let is_idle = card.holds.is_empty() && card.places_free().is_none();
        html! { <>
            <ul class="slots" role="list" aria-label={texts::WHO_HOLDS_IT}>
                { for card.holds.iter().take(PARTS_MAX).map(|hold| self.hold(hold)) }
                if more_held > 0 { <li class="slot slot-taken">{ fill(texts::MORE, &[&more_held]) }</li> }
                { for (0..drawn_free).map(|_| html! { <li class="slot">{ texts::FREE }</li> }) }
                if free > drawn_free { <li class="slot">{ fill(texts::FREE_2, &[&(free - drawn_free)]) }</li> }
                if is_idle { <li class="slot">{ texts::FREE }</li> }
            </ul>
            if over > 0 { <p class="line-of">{ fill(texts::MORE_THAN_THE_LIMIT, &[&over]) }</p> }
        </> }
    }

    fn hold(&self, hold: &Hold) -> Html {
        let is_plain = matches!(hold.mode, "permit" | "lock");
        let title = fill(texts::SINCE, &[&hold.time]);
        html! {
            <li class={classes!("slot", "slot-taken", self.new_in(hold.step))} {title}>
                { self.badge(hold.task) }
                if !is_plain { <span class="mode">{ hold.mode }</span> }
                if hold.units != 1 { <span class="mode">{ format!("×{}", hold.units) }</span> }
            </li>
        }
    }

    fn values(&self, card: &Card) -> Html {
        if let Some(fact) = card.fact("value") {
            return html! { <>
                <ul class="slots" role="list"><li class={classes!("slot", "slot-taken", self.new_in(fact.step))}>{ fact.value.to_string() }</li></ul>
                if let Some(by) = fact.by { <p class="line-of"><span class="word">{ texts::SET_BY }</span>{ self.badge(by) }</p> }
            </> };
        }
        if !card.keeps_values() {
            return html! {};
        }
        let more = card.buffer.len().saturating_sub(QUEUE_MAX);
        html! {
            <ul class="slots" role="list" aria-label={texts::VALUES_INSIDE}>
                { for card.buffer.iter().take(QUEUE_MAX).map(|value| html! {
                    <li class={classes!("slot", "slot-taken", self.new_in(value.step))} title={value.value.clone()}>{ value.value.clone() }</li>
                }) }
                if more > 0 { <li class="slot">{ format!("+{more}") }</li> }
                if card.buffer.is_empty() { <li class="slot">{ if card.is_closed { texts::CLOSED } else { texts::EMPTY } }</li> }
            </ul>
        }
    }

    /// A line for each thing that is waited for.
    fn lines(&self, card: &Card) -> Html {
        let mut words: Vec<&'static str> = Vec::new();
        for entry in &card.queue {
            if !words.contains(&waits_to(entry.operation)) {
                words.push(waits_to(entry.operation));
            }
        }
        html! { { for words.into_iter().map(|word| self.line(card, word)) } }
    }

    fn line(&self, card: &Card, word: &'static str) -> Html {
        let entries: Vec<&QueueEntry> = card
            .queue
            .iter()
            .filter(|entry| waits_to(entry.operation) == word)
            .collect();
        let more = entries.len().saturating_sub(QUEUE_MAX);
        let entry = |entry: &&QueueEntry| {
            html! {
                <span class={classes!("waiter", self.new_in(entry.step))} title={fill(texts::SINCE_2, &[&entry.operation, &entry.time])}>
                    { self.badge(entry.task) }
                    if entry.units != 1 { <span class="mode">{ format!("×{}", entry.units) }</span> }
                </span>
            }
        };
        html! {
            <p class="line-of">
                <span class="word">{ word }</span>
                { for entries.iter().take(QUEUE_MAX).map(entry) }
                if more > 0 { { format!("+{more}") } }
            </p>
        }
    }

    fn rows(&self, card: &Card) -> Html {
        let count = card.rows.iter().len();
        let empty = card.empty_places().unwrap_or_default();
        if count == 0 && empty == 0 {
            return html! {};
        }
        let more = count.saturating_sub(PARTS_MAX);
        let drawn_empty = if more > 0 { 0 } else { empty.min(EMPTY_MAX) };
        html! {
            <table class="rows">
                <caption class="visually-hidden">{ fill(texts::WHAT_LISTS, &[&card.name]) }</caption>
                <tbody>
                    { for card.rows.iter().take(PARTS_MAX).map(|listed| self.row(listed)) }
                    if more > 0 { <tr><td colspan="4" class="who">{ fill(texts::MORE, &[&more]) }</td></tr> }
                    { for (0..drawn_empty).map(|_| html! { <tr><td colspan="4" class="who">{ texts::EMPTY }</td></tr> }) }
                    if empty > drawn_empty { <tr><td colspan="4" class="who">{ fill(texts::MORE_EMPTY, &[&(empty - drawn_empty)]) }</td></tr> }
                </tbody>
            </table>
        }
    }

    fn row(&self, listed: &ListedRow) -> Html {
        let row = &listed.row;
        html! {
            <tr class={classes!(self.new_in(listed.step))}>
                <th scope="row" title={row.key.clone()}>
                    { row.key.clone() }
                    if let Some(made) = row.made { <span class="age" title={fill(texts::MADE, &[&made])}>{ fill(texts::OLD, &[&self.since(made)]) }</span> }
                </th>
                <td><span class={classes!("chip", alarm(row.state))}>{ row.state }</span></td>
                <td class="who">{ for row.task.map(|task| self.badge(task)) }{ " " }{ self.times(row) }</td>
                <td class="value" title={row.text.clone()}>{ row.text.clone() }</td>
            </tr>
        }
    }

    fn counts(&self, card: &Card) -> Html {
        if card.counts.is_empty() {
            return html! {};
        }
        let count = |count: &timeline::Count| {
            html! { <li class={classes!(self.new_in(count.step))}>{ counted(count.total, count.what) }</li> }
        };
        html! { <ul class="counts" role="list">{ for card.counts.iter().map(count) }</ul> }
    }
}
