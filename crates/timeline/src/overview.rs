//! The whole run in a strip: who did how much when, where something went wrong, and which part of it is looked at. Owns
//! the geometry of the strip and what a pointer takes hold of in it. The part itself is a view's.

use world::TaskId;

use crate::scene::axis::{Scale, boundaries};
use crate::scene::look_of_mark;
use crate::{Axis, Lane, Rect, Scene, Shape, Tally, Timeline, Tone, View};

/// How wide a column is, in pixels.
const COLUMN_PX: f64 = 3.0;
/// How high a lane is at most, and a family.
const LANE_PX_MAX: f64 = 7.0;
const FAMILY_PX_MAX: f64 = 26.0;
/// How many times as much room as a lane a family has.
const FAMILY_WEIGHT: f64 = 4.0;
/// How low a lane may get before all lanes are shown as one.
const LANE_PX_MIN: f64 = 1.5;
/// How high what some lanes do is at least.
const SHARE_PX_MIN: f64 = 1.0;
/// How near two flags may be before they become one.
const FLAG_GAP_PX: f64 = 6.0;
/// How near an edge of the window a pointer has to be.
const REACH_PX: f64 = 8.0;
/// How narrow the window is drawn at least.
const WINDOW_PX_MIN: f64 = 6.0;

/// Something that lanes do for a while.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Band {
    /// Where it lies.
    pub rect: Rect,
    /// What it means.
    pub tone: Tone,
}

/// A place where something went wrong.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Flag {
    /// Where it lies.
    pub x: f64,
    /// The step.
    pub step: u32,
    /// The lane.
    pub task: TaskId,
    /// What it means.
    pub tone: Tone,
    /// How it is drawn.
    pub shape: Shape,
    /// How many flags it stands for.
    pub count: u32,
}

/// What a pointer can take hold of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WindowPart {
    /// The left edge.
    Start,
    /// The right edge.
    End,
    /// The window as a whole.
    Whole,
    /// Nothing of it.
    Outside,
}

/// The strip.
#[derive(Clone, PartialEq, Debug)]
pub struct Overview {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// What lanes did.
    pub bands: Vec<Band>,
    /// What went wrong, from left to right.
    pub flags: Vec<Flag>,
    /// Where the cursor stands.
    pub playhead: f64,
    /// The edges of the part that is looked at, in pixels.
    pub window: (f64, f64),
    /// Whether that part is all there is.
    pub is_whole: bool,
    view: View,
    /// The part in steps or microseconds.
    range: (f64, f64),
    last_boundary: u32,
    /// On the time axis: the last boundary at each pixel.
    boundaries: Vec<u32>,
}

impl Overview {
    /// The strip that belongs to a scene of this timeline, at this height.
    #[must_use]
    pub fn new(timeline: &Timeline, scene: &Scene, height: f64) -> Overview {
        let axis = scene.view.axis;
        let view = View {
            from: 0.0,
            to: end_of(timeline, axis, scene.view.cursor),
            height,
            scroll: 0.0,
            ..scene.view
        };
        let scale = Scale::new(&view);
        let (left, right) = (scale.x(scene.view.from), scale.x(scene.view.to));
        let mut overview = Overview {
            width: view.width,
            height,
            bands: Vec::new(),
            flags: Vec::new(),
            playhead: scale.boundary(view.cursor, timeline.time_at(view.cursor)),
            window: (left.min(view.width - WINDOW_PX_MIN).max(0.0), right.min(view.width)),
            is_whole: left <= 0.5 && right >= view.width - 0.5,
            view,
            range: (scene.view.from, scene.view.to),
            last_boundary: timeline.step_count(),
            boundaries: boundaries(timeline, &scale),
        };
        overview.window.1 = overview.window.1.max(overview.window.0 + WINDOW_PX_MIN);
        overview.add_bands(timeline, &scale);
        overview.add_flags(timeline, &scale);
        overview
    }

    fn add_bands(&mut self, timeline: &Timeline, scale: &Scale) {
        let columns = self.columns(scale);
        let tracks = tracks(timeline);
        let weight: f64 = tracks.iter().map(Track::weight).sum();
        let unit = self.height / weight.max(1.0);
        if unit < LANE_PX_MIN {
            let all = |boundary: u32| timeline.fold.census.at(boundary);
            self.stack(&columns, all, (0.0, self.height));
            return;
        }
        let mut top = 0.0;
        for track in tracks {
            let height = (unit * track.weight()).min(track.height_max());
            match track {
                Track::Lane(lane) => self.lane(&columns, lane, (top, height)),
                Track::Family(family) => {
                    self.stack(
                        &columns,
                        |boundary| family.tally_at(timeline, boundary),
                        (top, height - 1.0),
                    );
                }
            }
            top += height;
        }
    }

    /// The edges of each column and the boundary at its middle.
    fn columns(&self, scale: &Scale) -> Vec<(f64, f64, u32)> {
        let mut columns = Vec::new();
        let mut left = 0.0;
        while left < self.width {
            let right = (left + COLUMN_PX).min(self.width);
            let boundary = self.boundary_at(f64::midpoint(left, right), scale);
            columns.push((left, right, boundary));
            left = right;
        }
        columns
    }

    fn boundary_at(&self, x: f64, scale: &Scale) -> u32 {
        // Casts from float to integer saturate.
        match self.view.axis {
            Axis::Step => (scale.value(x).max(0.0) as u32).min(self.last_boundary),
            Axis::Time => {
                let at = self.boundaries.get(x.max(0.0) as usize);
                at.or(self.boundaries.last()).copied().unwrap_or(0)
            }
        }
    }

    fn lane(&mut self, columns: &[(f64, f64, u32)], lane: &Lane, (top, height): (f64, f64)) {
        let start = self.bands.len();
        for &(left, right, boundary) in columns {
            let Some((tone, _)) = lane.look_at(boundary) else {
                continue;
            };
            let last = self.bands[start..].last_mut();
            if let Some(last) = last.filter(|band| band.tone == tone && band.rect.x + band.rect.width == left) {
                last.rect.width = right - last.rect.x;
                continue;
            }
            let rect = Rect {
                x: left,
                y: top,
                width: right - left,
                height: (height - 0.5).max(1.0),
            };
            self.bands.push(Band { rect, tone });
        }
    }

    fn stack(&mut self, columns: &[(f64, f64, u32)], tally_at: impl Fn(u32) -> Tally, (top, height): (f64, f64)) {
        let tallies: Vec<Tally> = columns.iter().map(|&(_, _, boundary)| tally_at(boundary)).collect();
        let most = tallies.iter().map(Tally::total).max().unwrap_or_default().max(1);
        let mut index = 0;
        while index < columns.len() {
            let mut end = index + 1;
            while end < columns.len() && tallies[end] == tallies[index] {
                end += 1;
            }
            let (left, right) = (columns[index].0, columns[end - 1].1);
            let mut bottom = top + height;
            for (tone, count) in tallies[index].present() {
                let part = f64::from(count) / f64::from(most) * height;
                let part = part.max(SHARE_PX_MIN).min(bottom - top);
                bottom -= part;
                let rect = Rect {
                    x: left,
                    y: bottom,
                    width: right - left,
                    height: part,
                };
                self.bands.push(Band { rect, tone });
            }
            index = end;
        }
    }

    fn add_flags(&mut self, timeline: &Timeline, scale: &Scale) {
        for (task, mark) in &timeline.fold.flags {
            let x = scale.inside(mark.step, mark.time);
            if let Some(last) = self.flags.last_mut().filter(|flag| x - flag.x < FLAG_GAP_PX) {
                last.count += 1;
                continue;
            }
            let (tone, shape) = look_of_mark(mark.kind);
            self.flags.push(Flag {
                x,
                step: mark.step,
                task: *task,
                tone,
                shape,
                count: 1,
            });
        }
    }

    /// What of the window lies under a point.
    #[must_use]
    pub fn part_at(&self, x: f64) -> WindowPart {
        let (left, right) = self.window;
        // Of a narrow window the middle third is the whole of it.
        let reach = REACH_PX.min((right - left) / 3.0);
        if x >= left - REACH_PX && x < left + reach {
            WindowPart::Start
        } else if x > right - reach && x <= right + REACH_PX {
            WindowPart::End
        } else if x >= left && x <= right {
            WindowPart::Whole
        } else {
            WindowPart::Outside
        }
    }

    /// The part that is looked at when this of it was dragged by so many pixels, in steps or microseconds.
    #[must_use]
    pub fn dragged(&self, part: WindowPart, dx: f64) -> (f64, f64) {
        let by = dx * (self.view.to - self.view.from) / self.width.max(1.0);
        let (from, to) = self.range;
        match part {
            WindowPart::Start => ((from + by).max(0.0).min(to), to),
            WindowPart::End => (from, (to + by).max(from)),
            WindowPart::Whole => {
                let by = by.clamp(-from, (self.view.to - to).max(0.0));
                (from + by, to + by)
            }
            WindowPart::Outside => (from, to),
        }
    }

    /// The part of the same size around a point.
    #[must_use]
    pub fn centred(&self, x: f64) -> (f64, f64) {
        let half = (self.range.1 - self.range.0) / 2.0;
        let middle = Scale::new(&self.view)
            .value(x)
            .clamp(half, (self.view.to - half).max(half));
        (middle - half, middle + half)
    }

    /// The boundary at a point: where a click puts the cursor.
    #[must_use]
    pub fn cursor_at(&self, x: f64) -> u32 {
        let half_a_step = match self.view.axis {
            Axis::Step => 0.5 * self.width / (self.view.to - self.view.from).max(1.0),
            Axis::Time => 0.0,
        };
        self.boundary_at(x + half_a_step, &Scale::new(&self.view))
    }
}

/// Where the axis ends on which all of a run is shown.
#[must_use]
pub(crate) fn end_of(timeline: &Timeline, axis: Axis, cursor: u32) -> f64 {
    match axis {
        Axis::Step => f64::from(timeline.step_count().max(cursor)) + 1.0,
        Axis::Time => {
            let last = timeline.last_time().0 as f64;
            (last * 1.02).max(1_000.0)
        }
    }
}

/// What has a stripe of its own.
enum Track<'a> {
    Lane(&'a Lane),
    Family(&'a crate::Family),
}

impl Track<'_> {
    fn weight(&self) -> f64 {
        match self {
            Track::Lane(_) => 1.0,
            Track::Family(_) => FAMILY_WEIGHT,
        }
    }

    fn height_max(&self) -> f64 {
        match self {
            Track::Lane(_) => LANE_PX_MAX,
            Track::Family(_) => FAMILY_PX_MAX,
        }
    }
}

fn tracks(timeline: &Timeline) -> Vec<Track<'_>> {
    let mut tracks = Vec::new();
    for family in timeline.families() {
        if family.is_large() {
            tracks.push(Track::Family(family));
        } else {
            let lanes = family.lanes().filter_map(|task| timeline.lane(task));
            tracks.extend(lanes.map(Track::Lane));
        }
    }
    tracks
}
