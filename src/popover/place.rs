//! Where a popover goes: beside its caller, inside what the reader sees (N12). Whole CSS pixels, measured from the
//! corner of the window.

/// A rectangle; right and bottom are just outside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Rect {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

/// On which side of its caller a popover stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
    Left,
    Right,
}

/// Where a popover goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) left: i32,
    pub(super) top: i32,
    /// How high it may be where its own height does not fit.
    pub(super) max_height: Option<i32>,
    pub(super) side: Side,
    /// How far along the edge that faces the caller the arrow stands.
    pub(super) arrow: i32,
}

/// Between caller and popover: room for the arrow.
const GAP: i32 = 9;
/// The same where room is scarce.
const LESS: i32 = 2;
/// Between popover and the edge of what the reader sees.
const EDGE: i32 = 4;
/// Between arrow and corner.
const CORNER: i32 = 12;

impl Rect {
    fn center(self) -> (i32, i32) {
        ((self.left + self.right) / 2, (self.top + self.bottom) / 2)
    }

    fn height(self) -> i32 {
        self.bottom - self.top
    }

    /// How far a point is from the rectangle, right and down added up; 0 inside.
    pub(super) fn distance(self, x: i32, y: i32) -> i32 {
        let outside = |low: i32, high: i32, at: i32| (low - at).max(at - high).max(0);
        outside(self.left, self.right, x) + outside(self.top, self.bottom, y)
    }
}

/// Finds the place for a popover of a size (width, height): above, below, the same with less gap, then the side
/// with more room; `nested` ones try the side first, so as not to cover the text they belong to.
pub(super) fn place(anchor: Rect, size: (i32, i32), frame: Rect, nested: bool) -> Place {
    let (width, height) = size;
    let room = [
        (Side::Right, frame.right - EDGE - anchor.right - GAP),
        (Side::Left, anchor.left - GAP - frame.left - EDGE),
    ];
    let wider = if room[0].1 >= room[1].1 { room[0] } else { room[1] };
    let beside = (wider.1 >= width && frame.height() >= height + 2 * EDGE).then_some((wider.0, GAP));

    let above = anchor.top - frame.top;
    let below = frame.bottom - anchor.bottom;
    // A caller that was scrolled away has more room beside it than the reader sees.
    let fits = |room: i32, gap: i32| room.min(frame.height()) >= height + gap + EDGE.min(gap);
    let upright = [
        (Side::Above, above, GAP),
        (Side::Below, below, GAP),
        (Side::Above, above, LESS),
        (Side::Below, below, LESS),
    ]
    .into_iter()
    .find(|(_, room, gap)| fits(*room, *gap))
    .map(|(side, _, gap)| (side, gap));

    let found = if nested { beside.or(upright) } else { upright.or(beside) };
    let mut max_height = None;
    let (side, gap) = found.unwrap_or_else(|| {
        let (side, room) = if above >= below { (Side::Above, above) } else { (Side::Below, below) };
        max_height = Some((room - 2 * LESS).clamp(0, (frame.height() - 2 * EDGE).max(0)));
        (side, LESS)
    });
    let height = max_height.unwrap_or(height);

    let (x, y) = anchor.center();
    let (left, top) = match side {
        Side::Above => (x - width / 2, anchor.top - gap - height),
        Side::Below => (x - width / 2, anchor.bottom + gap),
        Side::Left => (anchor.left - gap - width, y - height / 2),
        Side::Right => (anchor.right + gap, y - height / 2),
    };
    let left = inside(left, width, EDGE, frame.left, frame.right);
    let top = inside(top, height, EDGE.min(gap), frame.top, frame.bottom);
    let arrow = match side {
        Side::Above | Side::Below => along(x - left, width),
        Side::Left | Side::Right => along(y - top, height),
    };
    Place { left, top, max_height, side, arrow }
}

/// Moves a stretch into what can be seen; one that is too long keeps its beginning.
fn inside(start: i32, length: i32, edge: i32, low: i32, high: i32) -> i32 {
    let edge = if length + 2 * edge <= high - low { edge } else { 0 };
    start.min(high - edge - length).max(low + edge)
}

fn along(at: i32, length: i32) -> i32 {
    at.min(length - CORNER).max(CORNER.min(length / 2))
}

#[cfg(test)]
mod tests {
    use super::{Place, Rect, Side, place};

    const FRAME: Rect = Rect { left: 0, top: 0, right: 1000, bottom: 600 };

    fn at(left: i32, top: i32) -> Rect {
        Rect { left, top, right: left + 20, bottom: top + 20 }
    }

    #[test]
    fn n12_above_where_there_is_room() {
        let found = place(at(500, 400), (300, 200), FRAME, false);
        assert_eq!(found, Place { left: 360, top: 191, max_height: None, side: Side::Above, arrow: 150 });
    }

    #[test]
    fn n12_below_near_the_top() {
        let found = place(at(500, 100), (300, 200), FRAME, false);
        assert_eq!((found.side, found.top), (Side::Below, 129));
    }

    #[test]
    fn n12_less_gap_before_the_side() {
        let found = place(at(500, 294), (300, 290), FRAME, false);
        assert_eq!((found.side, found.top), (Side::Above, 2));
    }

    #[test]
    fn n12_the_side_with_more_room() {
        assert_eq!(place(at(300, 290), (300, 400), FRAME, false).side, Side::Right);
        assert_eq!(place(at(700, 290), (300, 400), FRAME, false).side, Side::Left);
    }

    #[test]
    fn n12_nested_prefer_the_side() {
        assert_eq!(place(at(300, 400), (300, 100), FRAME, true).side, Side::Right);
        assert_eq!(place(at(480, 400), (600, 100), FRAME, true).side, Side::Above);
    }

    #[test]
    fn n12_cut_where_nothing_fits() {
        let frame = Rect { right: 320, bottom: 300, ..FRAME };
        let found = place(at(150, 180), (310, 250), frame, false);
        assert_eq!((found.side, found.max_height, found.top), (Side::Above, Some(176), 2));
    }

    #[test]
    fn n12_arrow_follows_the_caller_when_clamped() {
        let left = place(at(2, 400), (300, 200), FRAME, false);
        assert_eq!((left.left, left.arrow), (4, 12));
        let right = place(at(900, 400), (300, 200), FRAME, false);
        assert_eq!((right.left, right.arrow), (696, 214));
    }

    #[test]
    fn n12_always_inside_what_is_seen() {
        for left in (-50..1050).step_by(37) {
            for top in (-700..1300).step_by(41) {
                for (width, height) in [(120, 60), (420, 200), (990, 590), (10, 900)] {
                    for nested in [false, true] {
                        let found = place(at(left, top), (width, height), FRAME, nested);
                        let height = found.max_height.unwrap_or(height).min(height);
                        assert!(found.left >= 0 && found.left + width <= 1000, "{left} {top} {found:?}");
                        assert!(found.top >= 0 && found.top + height <= 600, "{left} {top} {found:?}");
                    }
                }
            }
        }
    }
}
