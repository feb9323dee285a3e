//! What pointers mean in the picture of the lanes. Owns telling a click from a drag and one finger from two; what is done
//! then is the session's. Knows no element: positions are pixels of the picture.

use session::Action;
use timeline::{Scene, Target};

use super::AXIS_HEIGHT;

/// How far a pointer has to move until it drags.
const DRAG_PX: f64 = 4.0;

/// A pointer that is down.
#[derive(Clone, Copy)]
struct Finger {
    id: i32,
    x: f64,
    y: f64,
}

/// What is going on between the first pointer that goes down and the last that goes up.
#[derive(Default)]
pub(crate) struct Gesture {
    fingers: Vec<Finger>,
    /// Where the first went down.
    start: (f64, f64),
    /// It moved the playhead, the picture, or was two fingers: going up is no click then.
    has_dragged: bool,
    /// What the pointer is on.
    hovered: Option<Target>,
}

impl Gesture {
    /// A pointer goes down.
    pub(crate) fn down(&mut self, id: i32, x: f64, y: f64) {
        if self.fingers.is_empty() {
            self.start = (x, y);
            self.has_dragged = false;
        } else {
            self.has_dragged = true;
        }
        self.fingers.retain(|finger| finger.id != id);
        self.fingers.push(Finger { id, x, y });
    }

    /// A pointer moves, down or not.
    pub(crate) fn moved(&mut self, id: i32, x: f64, y: f64, scene: &Scene) -> Vec<Action> {
        let Some(index) = self.fingers.iter().position(|finger| finger.id == id) else {
            return self.hover(target_at(scene, x, y));
        };
        let before = self.fingers.clone();
        let (dx, dy) = (x - before[index].x, y - before[index].y);
        if let [a, b] = before[..] {
            self.fingers[index] = Finger { id, x, y };
            return pinched([a, b], [self.fingers[0], self.fingers[1]]);
        }
        if !self.has_dragged && (x - self.start.0).hypot(y - self.start.1) < DRAG_PX {
            return Vec::new();
        }
        self.has_dragged = true;
        self.fingers[index] = Finger { id, x, y };
        if self.start.1 < AXIS_HEIGHT {
            return vec![Action::ClickTarget(scene.hit_axis(x))];
        }
        vec![Action::Pan { dx: -dx, dy: -dy }]
    }

    /// A pointer goes up.
    pub(crate) fn up(&mut self, id: i32, x: f64, y: f64, scene: &Scene) -> Vec<Action> {
        let was_down = self.fingers.iter().any(|finger| finger.id == id);
        self.lost(id);
        let target = target_at(scene, x, y).filter(|_| was_down && !self.has_dragged && self.fingers.is_empty());
        target.map(Action::ClickTarget).into_iter().collect()
    }

    /// A pointer is gone: the browser has taken it for scrolling.
    pub(crate) fn lost(&mut self, id: i32) {
        self.fingers.retain(|finger| finger.id != id);
    }

    /// The pointer is on this now.
    pub(crate) fn hover(&mut self, target: Option<Target>) -> Vec<Action> {
        if std::mem::replace(&mut self.hovered, target) == target {
            return Vec::new();
        }
        vec![Action::HoverTarget(target)]
    }

    /// Whether something is being dragged.
    pub(crate) fn is_dragging(&self) -> bool {
        self.has_dragged && !self.fingers.is_empty()
    }
}

/// Two fingers go from one place to another: further apart is larger, and what was between them stays there.
fn pinched(before: [Finger; 2], after: [Finger; 2]) -> Vec<Action> {
    let apart = |[a, b]: [Finger; 2]| (a.x - b.x).abs();
    let middle = |[a, b]: [Finger; 2]| f64::midpoint(a.x, b.x);
    let height = |[a, b]: [Finger; 2]| f64::midpoint(a.y, b.y);
    let mut actions = Vec::new();
    // Fingers above each other say nothing about sideways.
    if apart(before) > 16.0 && apart(after) > 16.0 {
        actions.push(Action::Zoom {
            factor: apart(after) / apart(before),
            x: middle(before),
        });
    }
    let (dx, dy) = (middle(before) - middle(after), height(before) - height(after));
    if dx != 0.0 || dy != 0.0 {
        actions.push(Action::Pan { dx, dy });
    }
    actions
}

fn target_at(scene: &Scene, x: f64, y: f64) -> Option<Target> {
    if y < AXIS_HEIGHT {
        Some(scene.hit_axis(x))
    } else {
        scene.hit(x, y - AXIS_HEIGHT)
    }
}
