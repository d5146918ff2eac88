//! Fingers: a swipe down closes (N14). Taps come as clicks.

use super::controller::State;
use super::dom;
use web_sys::{Touch, TouchEvent};

/// How far a finger moves down before it is a swipe, in CSS pixels.
const SWIPE: i32 = 40;

impl State {
    /// A finger came down.
    pub(super) fn touched(&mut self, event: &TouchEvent) {
        self.swipe = None;
        if self.levels.is_empty() || event.touches().length() != 1 {
            return;
        }
        let (Some(target), Some(touch)) = (dom::target(event), event.touches().item(0)) else { return };
        if let Some(depth) = self.levels_around(&target).checked_sub(1)
            && !self.levels[depth].is_scrolled(&target)
        {
            let (x, y) = place(&touch);
            self.swipe = Some((depth, x, y));
        }
    }

    /// A finger went up.
    pub(super) fn lifted(&mut self, event: &TouchEvent) {
        let (Some((depth, x, y)), Some(touch)) = (self.swipe.take(), event.changed_touches().item(0)) else {
            return;
        };
        let (now_x, now_y) = place(&touch);
        if now_y - y > SWIPE && now_y - y > (now_x - x).abs() {
            self.close_and_return(depth);
        }
    }
}

fn place(touch: &Touch) -> (i32, i32) {
    (touch.client_x(), touch.client_y())
}
