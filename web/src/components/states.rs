//! An object that goes from state to state, as a picture of them: which it is in, what leads on, and how long that takes. For
//! the eyes alone: the facts of the card say the same.

use timeline::Card;
use yew::prelude::{Html, classes, html};

use crate::texts::fill;
use crate::texts::states as texts;

/// The states, as the fact `state` has them.
const CLOSED: &str = "closed";
const OPEN: &str = "open";
const HALF_OPEN: &str = "half-open";

/// The places of the three states, in units of the view box.
const BOXES: [(&str, f64, f64); 3] = [(CLOSED, 2.0, 24.0), (OPEN, 152.0, 24.0), (HALF_OPEN, 77.0, 62.0)];
const WIDTH: f64 = 66.0;
const HEIGHT: f64 = 20.0;

/// The picture, if what a card tells is a state of that kind; `left` is how long it stays open.
pub(crate) fn picture(card: &Card, left: Option<String>) -> Option<Html> {
    let fact = card.fact("state")?;
    let state = fact.value.to_string();
    let is_one = |name: &str| state == name;
    BOXES.iter().any(|(name, ..)| is_one(name)).then_some(())?;
    // What has a state of that name and counts no failures is another thing.
    let (fires, failures) = (number(card, "fires")?, number(card, "failures")?);
    let one = |(name, x, y): &(&'static str, f64, f64)| {
        let tone = match *name {
            OPEN => "is-open",
            HALF_OPEN => "is-trying",
            _ => "is-closed",
        };
        html! {
            <g class={classes!("state-box", tone, is_one(name).then_some("is-now"))}>
                <rect x={x.to_string()} y={y.to_string()} width={WIDTH.to_string()} height={HEIGHT.to_string()} rx="10" />
                <text x={(x + WIDTH / 2.0).to_string()} y={(y + 14.0).to_string()}>{ *name }</text>
            </g>
        }
    };
    let failing = fill(texts::FAILED, &[&failures, &fires]);
    let left = left.filter(|_| is_one(OPEN));
    Some(html! {
        <svg class="states" viewBox="0 0 220 86" aria-hidden="true">
            <path d="M68 30H148M148 30l-6 -3.5v7zM185 44C185 60 168 72 147 72M147 72l6 3.5v-7zM77 72C54 72 37 62 37 48M37 46l-3.5 6.5h7zM100 62C100 48 120 40 148 40M150 39.5l-7 -2v6.5z" />
            <text class="state-why" x="108" y="24">{ failing }</text>
            <text class="state-why is-last" x="219" y="66">{ left.unwrap_or_else(|| texts::LATER.to_owned()) }</text>
            <text class="state-why" x="30" y="72">{ texts::SUCCESS }</text>
            <text class="state-why" x="121" y="56">{ texts::FAILURE }</text>
            { for BOXES.iter().map(one) }
        </svg>
    })
}

fn number(card: &Card, name: &str) -> Option<String> {
    card.fact(name).map(|fact| fact.value.to_string())
}
