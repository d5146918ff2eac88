//! The Back button of a phone closes one level (N16), and the address opens a note (N20).
//!
//! Each opening by touch is a step in the history at the same address, so the app sees no change. The step
//! carries the ids of what is open: a reader who follows a link out of a popover and comes back finds it open.

use super::controller::State;
use super::dom::{document, find_caller, window};
use super::level::How;
use wasm_bindgen::JsValue;
use web_sys::{Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What the state of our steps begins with; the ids follow, parted by blanks.
const MARK: &str = "popovers";

/// The ids that the present step carries, outermost first.
fn ids() -> Vec<String> {
    let state =
        window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_string());
    let state = state.unwrap_or_default();
    let mut words = state.split(' ');
    if words.next() == Some(MARK) { words.map(str::to_owned).collect() } else { Vec::new() }
}

impl State {
    fn mark(&self) -> JsValue {
        let mut mark = String::from(MARK);
        for level in &self.levels {
            mark.push(' ');
            mark.push_str(&level.popover.id());
        }
        JsValue::from_str(&mark)
    }

    /// Makes the history as deep as what was opened by touch. A frame that may not change its address goes without.
    pub(super) fn enter_history(&self) {
        let Ok(history) = window().history() else { return };
        // In the page of somebody else the history is not ours.
        let ours = document().document_element().is_some_and(|root| !root.has_attribute("data-place"));
        if ours && ids().len() < self.levels.len() {
            let _ = history.push_state_with_url(&self.mark(), "", None);
        } else {
            self.follow_in_history();
        }
    }

    /// Takes the steps of closed levels out of the history. Where there are none (mouse, keyboard) nothing happens.
    pub(super) fn follow_in_history(&self) {
        let Ok(history) = window().history() else { return };
        let surplus = ids().len().saturating_sub(self.levels.len());
        if surplus > 0 {
            let _ = history.go_with_delta(-i32::try_from(surplus).unwrap_or(0));
        } else if !ids().is_empty() {
            let _ = history.replace_state_with_url(&self.mark(), "", None);
        }
    }

    /// The reader went back or forth.
    pub(super) fn went(&mut self) {
        let depth = ids().len();
        self.cut(depth);
        if depth > self.levels.len() {
            self.resume_later();
        } else {
            self.follow_in_history();
        }
    }

    /// A link is being followed: everything closes, and the history stays as it is, for the way back.
    pub(super) fn leave(&mut self) {
        self.opening = None;
        self.cut(0);
    }

    /// The reader came to a view, or to an address that names a note.
    pub(super) fn arrive(&mut self, note: Option<&str>) {
        self.leave();
        let Some(note) = note.map(str::to_owned) else {
            self.resume_later();
            return;
        };
        self.later(0, move |state| {
            let Some(body) = document().body() else { return };
            if let Some(caller) = find_caller(&body, &["aria-details", "interestfor"], &note) {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Center);
                options.set_behavior(ScrollBehavior::Instant);
                caller.scroll_into_view_with_scroll_into_view_options(&options);
                state.open(&caller, How::Pinned, None);
            }
        })
        .forget();
    }

    /// Opens what the step says, once the view stands.
    fn resume_later(&self) {
        if ids().is_empty() {
            return;
        }
        self.later(0, |state| {
            for id in ids().iter().skip(state.levels.len()) {
                let root: Option<Node> = match state.levels.last() {
                    Some(level) => Some(level.popover.clone().into()),
                    None => document().body().map(Into::into),
                };
                let Some(caller) = root.and_then(|root| find_caller(&root, &["interestfor"], id)) else {
                    return;
                };
                state.open(&caller, How::Pinned, None);
            }
        })
        .forget();
    }
}
