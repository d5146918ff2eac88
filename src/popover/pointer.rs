//! Mouse, pen, and the click that all ways of pointing end in.

use super::controller::State;
use super::dom::{self, closest, modified};
use super::level::How;
use wasm_bindgen::JsCast;
use web_sys::{Document, Event, MouseEvent, PointerEvent};

impl State {
    /// The pointer came to another element, or moved.
    pub(super) fn pointed(&mut self, event: &PointerEvent, came: bool) {
        if event.pointer_type() == "touch" {
            return;
        }
        let point = (event.client_x(), event.client_y());
        let moved = point != self.point;
        self.point = point;
        if !(came || self.still && moved) {
            return;
        }
        self.still &= !moved;
        // A pressed button selects text or drags: nothing opens or closes meanwhile.
        if !self.still && event.buttons() == 0 {
            self.hover(event);
        }
    }

    fn hover(&mut self, event: &Event) {
        let Some(target) = dom::target(event) else { return };
        self.held = self.levels_held(&target);
        self.review();
        match dom::caller(&target) {
            Some((caller, popover)) if self.level_for(&caller).is_none() => {
                self.open_soon(caller, &popover, How::Hover);
            }
            _ => self.opening = None,
        }
    }

    /// The pointer left the window.
    pub(super) fn left(&mut self, event: &PointerEvent) {
        if event.related_target().is_none() && event.pointer_type() != "touch" {
            self.held = 0;
            self.opening = None;
            self.review();
        }
    }

    /// A button or finger came down.
    pub(super) fn pressed(&mut self, event: &PointerEvent) {
        self.touch = event.pointer_type() == "touch";
        self.pointing = true;
        self.tabbing = false;
        self.opening = None;
        self.pressed = dom::target(event).map_or(0, |target| self.levels_around(&target));
    }

    /// A button came up: what was dragged over counts from now on.
    pub(super) fn released(&mut self, event: &PointerEvent) {
        if event.pointer_type() != "touch" && !self.levels.is_empty() {
            self.hover(event);
        }
    }

    /// Something scrolled: the page, or the inner part of a popover.
    pub(super) fn scrolled(&mut self, event: &Event) {
        let inner = dom::target(event).map_or(0, |target| self.levels_around(&target));
        if let Some(level) = inner.checked_sub(1).and_then(|index| self.levels.get(index)) {
            level.mark_more();
            self.levels[inner..].iter().for_each(super::level::Level::settle);
            return;
        }
        if event.target().is_some_and(|target| target.has_type::<Document>()) {
            self.still = true;
            // A caller that got the focus may have been scrolled to by it.
            self.opening.take_if(|opening| opening.how == How::Hover);
        }
        self.settle();
    }

    /// A click, a tap, or the Enter key (N7, N8, N14).
    pub(super) fn clicked(&mut self, event: &MouseEvent) {
        if event.button() != 0 || modified(event) {
            return;
        }
        let Some(target) = dom::target(event) else { return };
        // Engines differ in what the click of a key says about itself.
        let keyboard = !std::mem::take(&mut self.pointing) || event.detail() == 0;
        let around = self.levels_around(&target);
        if around > 0 && closest(&target, ".popover__close").is_some() {
            event.prevent_default();
            self.close_and_return(around - 1);
            return;
        }
        // A button that is pressed in, or that unfolds, has a click of its own; its card opens on rest only.
        let own = |caller: &web_sys::HtmlElement| {
            caller.has_attribute("aria-pressed") || caller.has_attribute("aria-expanded")
        };
        let caller = dom::caller(&target).filter(|(caller, _)| !own(caller));
        if let Some((caller, _)) = caller {
            let link = caller
                .get_attribute("href")
                .is_some_and(|href| !href.starts_with('#') || href.bytes().any(|byte| byte == b'/'));
            if link && event.detail() > 1 {
                // The second of two quick clicks follows the link.
                self.leave();
                return;
            }
            event.prevent_default();
            self.call(&caller, keyboard, (event.client_x(), event.client_y()));
            return;
        }
        let link = closest(&target, "a[href]").is_some();
        // Text selected from inside a popover to outside of it is not a click outside.
        let inside = if keyboard { around } else { around.max(self.pressed.min(self.levels.len())) };
        if link {
            self.leave();
        } else if inside < self.levels.len() {
            self.close_from(inside);
        }
    }

    fn call(&mut self, caller: &web_sys::HtmlElement, keyboard: bool, point: (i32, i32)) {
        self.opening = None;
        let depth = match self.level_for(caller) {
            Some(depth) if self.levels[depth].how != How::Pinned => {
                self.cut(depth + 1);
                self.levels[depth].pin();
                self.levels[depth].show_caller();
                depth
            }
            Some(depth) if keyboard && !self.levels[depth].has_focus() => depth,
            Some(depth) => {
                self.close_from(depth);
                return;
            }
            None => {
                let before = self.levels.len();
                self.open(caller, How::Pinned, (!keyboard).then_some(point));
                if self.levels.is_empty() || (self.levels.len() == before && self.level_for(caller).is_none())
                {
                    return;
                }
                self.levels.len() - 1
            }
        };
        if keyboard {
            self.go_into(depth);
        } else if self.touch {
            self.enter_history();
        }
    }
}
