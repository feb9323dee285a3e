//! The rows of the lanes and the strip of the whole run.

use std::rc::Rc;

use timeline::{Axis, Dot, Row, RowKind, Scene, Span, Target, Timeline, Tone};

use crate::session::Session;
use crate::texts::fill;
use crate::texts::look as texts;
use crate::view::{FamilyView, LaneState, LookView, TipView, ViewModel};

/// Among how many calls before a step the one is looked for that it lies in.
const SPANS_MAX: usize = 64;

impl Session {
    /// `shown` has the new scene and still the old rows.
    pub(super) fn look_view(&mut self, shown: &ViewModel) -> LookView {
        let Some(run) = &self.run else {
            return LookView::default();
        };
        let (timeline, cursor, scene) = (run.timeline(), run.cursor(), &*shown.scene);
        let overview = self.stage.overview(timeline, scene);
        let overview = overview.map(|overview| match &shown.look.overview {
            Some(old) if **old == overview => old.clone(),
            Some(_) | None => Rc::new(overview),
        });
        let rows = &self.stage.rows;
        let large = || timeline.families().iter().filter(|family| family.is_large());
        let found = rows.found(timeline, cursor);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        LookView {
            lanes: count(timeline.lanes().len()),
            rows: count(scene.row_count),
            families: scene
                .rows
                .iter()
                .filter_map(|row| family(timeline, cursor, row))
                .collect(),
            can_open: large().any(|family| !rows.is_open(family.first)),
            can_close: large().any(|family| rows.is_open(family.first)),
            pinned: count(rows.pinned().len()),
            query: rows.query().map(str::to_owned),
            found: match found.map(|found| found.len()) {
                None => String::new(),
                Some(0) => texts::NO_LANE_FITS.to_owned(),
                Some(found) => fill(texts::OF, &[&found, &timeline.lanes().len()]),
            },
            tip: scene.view.hovered.and_then(|target| tip(timeline, scene, target)),
            overview,
        }
    }
}

/// What a mark or a phase is. Of lanes and steps the screen says enough elsewhere.
fn tip(timeline: &Timeline, scene: &Scene, target: Target) -> Option<TipView> {
    match target {
        Target::Mark { task, mark, step } => {
            let is_it = |dot: &&Dot| dot.task == task && dot.mark == mark;
            let dot = scene.dots.iter().find(is_it)?;
            let more = match dot.count {
                1 => String::new(),
                count => fill(texts::AND_MORE_HERE, &[&(count - 1)]),
            };
            Some(TipView {
                text: format!("{}{more}", timeline.explain(step)),
                x: dot.x,
                y: dot.y,
            })
        }
        Target::Phase { task, phase, step } => {
            let bar = scene.bars.iter().find(|bar| bar.task == task && bar.phase == phase)?;
            let lane = timeline.lane(task)?;
            let phase = timeline.phases(lane).get(phase as usize)?;
            let mut text = format!("{} {}", lane.name, phase.kind.label());
            let inside = |span: &&Span| {
                let has_begun = span.start_step <= step;
                has_begun && span.end_step.is_none_or(|end| step < end)
            };
            let around = lane.spans.partition_point(|span| span.start_step <= step);
            let near = lane.spans[..around].iter().rev().take(SPANS_MAX);
            if let Some(span) = near.filter(inside).max_by_key(|span| span.depth) {
                text.push_str(&fill(texts::IN, &[&span.name]));
            }
            if let (Some(end), Axis::Time) = (phase.end_time, scene.view.axis) {
                let lasted = end.saturating_since(phase.start_time);
                text.push_str(&fill(texts::FOR, &[&lasted]));
            }
            Some(TipView {
                text,
                x: bar.rect.x,
                y: bar.rect.y,
            })
        }
        Target::Lane(_) | Target::Group(_) | Target::Step(_) => None,
    }
}

fn family(timeline: &Timeline, cursor: u32, row: &Row) -> Option<FamilyView> {
    let (count, is_open) = match row.kind {
        RowKind::Lane | RowKind::Member => return None,
        RowKind::Folded(count) => (count, false),
        RowKind::Opened(count) => (count, true),
    };
    let tally = timeline.family_of(row.task)?.standing_at(timeline, cursor);
    let doing = tally.present().map(|(tone, count)| format!("{count} {}", word(tone)));
    Some(FamilyView {
        first: row.task,
        name: row.name.clone(),
        count,
        is_open,
        doing: doing.collect::<Vec<_>>().join(", "),
    })
}

/// The word for lanes in a phase of that tone.
fn word(tone: Tone) -> &'static str {
    let states = [
        LaneState::Running,
        LaneState::Working,
        LaneState::Runnable,
        LaneState::Blocked,
        LaneState::Sleeping,
        LaneState::Failed,
        LaneState::Cancelled,
        LaneState::Done,
    ];
    let state = states.into_iter().find(|state| state.tone() == tone);
    state.map_or("", LaneState::word)
}
