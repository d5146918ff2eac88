//! The keyboard (N8, N9).

use super::controller::State;
use super::dom;
use super::level::How;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

impl State {
    /// A key came down.
    pub(super) fn key(&mut self, event: &KeyboardEvent) {
        let key = event.key();
        self.pointing = false;
        // Arrows move the focus too, within a row of buttons that the Tab key comes to once.
        self.tabbing = matches!(
            key.as_str(),
            "Tab"
                | "ArrowLeft"
                | "ArrowRight"
                | "ArrowUp"
                | "ArrowDown"
                | "Home"
                | "End"
                | "PageUp"
                | "PageDown"
        );
        if key == "Escape" && !event.is_composing() {
            self.opening = None;
            if let Some(top) = self.levels.len().checked_sub(1) {
                // One press, one level: nothing else that Esc would close hears of it.
                event.prevent_default();
                event.stop_propagation();
                self.close_and_return(top);
            }
        } else if key == "Tab" && !event.alt_key() && !event.ctrl_key() && !event.meta_key() {
            self.tab(event);
        }
    }

    /// The Tab key goes through the links of the popover that has the focus, then on from its caller.
    fn tab(&mut self, event: &KeyboardEvent) {
        let back = event.shift_key();
        let Some(mut from) = dom::active() else { return };
        while let Some(depth) = self.levels_around(&from).checked_sub(1) {
            if let Some(stop) = self.levels[depth].next_stop(&from, back) {
                event.prevent_default();
                dom::focus(&stop);
                return;
            }
            // At the end: the focus stands on the caller again, and the browser moves it on from there.
            let caller = self.levels[depth].caller.clone();
            self.close_from(depth);
            dom::focus(&caller);
            if back {
                event.prevent_default();
                return;
            }
            from = caller.unchecked_into();
        }
        let Some((caller, _)) = dom::caller(&from) else { return };
        match self.level_for(&caller) {
            Some(depth) if self.levels[depth].how != How::Pinned => self.close_from(depth),
            Some(depth) if !back => {
                event.prevent_default();
                self.go_into(depth);
            }
            _ => {}
        }
    }

    /// The focus came to an element.
    pub(super) fn focused(&mut self, event: &Event) {
        self.review();
        if !self.tabbing {
            return;
        }
        self.opening = None;
        if let Some(target) = dom::target(event)
            && let Some((caller, popover)) = dom::caller(&target)
            && self.level_for(&caller).is_none()
        {
            self.open_soon(caller, &popover, How::Focus);
        }
    }
}
