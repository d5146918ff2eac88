//! What is open, and what opens and closes it.

use super::dom::{self, document, same};
use super::level::{How, Level, has_sheet};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Weak;
use web_sys::{Element, HtmlElement};

/// Rest on a note's caller before it opens, in milliseconds (N4).
const NOTE_DELAY: u32 = 150;
/// Rest on a name or a date (P5).
const NAME_DELAY: u32 = 400;
/// So long before it opens on rest, a popover is made ready unseen: then it is there in the next frame.
const AHEAD: u32 = 70;
/// Between leaving and closing (N5).
const LEAVE_DELAY: u32 = 300;
/// A note, and what is opened from it (N17).
const LEVELS: usize = 2;

/// What will open, and why.
pub(super) struct Opening {
    pub(super) caller: HtmlElement,
    pub(super) how: How,
    /// The popover, once it is ready.
    ready: Option<Level>,
    /// What makes it ready, and what opens it.
    _timers: [Option<Timeout>; 2],
}

impl Drop for Opening {
    fn drop(&mut self) {
        if let Some(level) = &self.ready {
            level.hide();
        }
    }
}

/// Everything the controller remembers.
#[derive(Default)]
pub(super) struct State {
    /// What is open, outermost first.
    pub(super) levels: Vec<Level>,
    /// What will open.
    pub(super) opening: Option<Opening>,
    /// How many levels will stay, and the timer that closes the others.
    pub(super) closing: Option<(usize, Timeout)>,
    /// How many levels the pointer holds open.
    pub(super) held: usize,
    /// Where the pointer was last.
    pub(super) point: (i32, i32),
    /// The page moved under the pointer: nothing is hovered until the pointer itself moves (N6).
    pub(super) still: bool,
    /// The last press was the Tab key: the focus moves by keyboard.
    pub(super) tabbing: bool,
    /// A button or finger came down, and no click or key has come since: the next click is that pointer's. A click
    /// without it is the Enter key's, or a screen reader's.
    pub(super) pointing: bool,
    /// The last press was a finger.
    pub(super) touch: bool,
    /// How many levels the last press of a button stood in.
    pub(super) pressed: usize,
    /// Where a finger came down in a popover, and in which.
    pub(super) swipe: Option<(usize, i32, i32)>,
    /// For the timers.
    pub(super) me: Weak<RefCell<State>>,
}

impl State {
    /// Runs something later; dropping what it returns prevents it.
    pub(super) fn later(&self, delay: u32, act: impl FnOnce(&mut Self) + 'static) -> Timeout {
        let me = self.me.clone();
        Timeout::new(delay, move || {
            if let Some(state) = me.upgrade()
                && let Ok(mut state) = state.try_borrow_mut()
            {
                state.prune();
                act(&mut state);
            }
        })
    }

    /// Forgets what the page no longer shows: its view was left, or something else closed it.
    pub(super) fn prune(&mut self) {
        if let Some(gone) = self.levels.iter().position(|level| !level.is_there()) {
            self.cut(gone);
        }
    }

    /// Which open level a caller opened.
    pub(super) fn level_for(&self, caller: &HtmlElement) -> Option<usize> {
        self.levels.iter().position(|level| same(&level.caller, caller))
    }

    /// How many levels a place of the page stands in: in their popovers only.
    pub(super) fn levels_around(&self, place: &Element) -> usize {
        self.levels.iter().rposition(|level| level.contains(place)).map_or(0, |index| index + 1)
    }

    /// How many levels the pointer holds open at a place of the page: in their popovers or on their callers.
    pub(super) fn levels_held(&self, place: &Element) -> usize {
        let called = dom::caller(place).and_then(|(caller, _)| self.level_for(&caller));
        self.levels_around(place).max(called.map_or(0, |index| index + 1))
    }

    /// The level that a caller opens at. None if its popover is one of those it stands in (N17).
    fn depth_for(&self, caller: &HtmlElement, popover: &HtmlElement, how: How) -> Option<usize> {
        let around = self.levels_around(caller);
        let beside =
            around == 0 && how != How::Pinned && self.levels.first().is_some_and(|l| l.how == How::Pinned);
        let depth = if beside { 1 } else { around.min(LEVELS - 1) };
        let open = &self.levels[..around.max(depth)];
        open.iter().all(|level| level.popover != *popover).then_some(depth)
    }

    /// Opens what a caller calls, in place of what is open at its level.
    pub(super) fn open(&mut self, caller: &HtmlElement, how: How, point: Option<(i32, i32)>) {
        let opening = self.opening.take().filter(|opening| opening.caller == *caller && opening.how == how);
        let Some(popover) = dom::popover(caller) else { return };
        let Some(depth) = self.depth_for(caller, &popover, how) else { return };
        let around = self.levels_around(caller);
        // A third takes the place of the second, and the second's caller with it.
        let caller = if around > depth { self.levels[depth].caller.clone() } else { caller.clone() };
        self.cut(depth);
        let ready =
            opening.and_then(|mut opening| opening.ready.take_if(|level| depth == 0 && level.is_there()));
        let level = ready.unwrap_or_else(|| Level::lay_out(&caller, &popover, how, point, around > 0));
        level.reveal();
        if how != How::Hover {
            level.show_caller();
        }
        self.levels.push(level);
        self.held = if how == How::Hover { depth + 1 } else { self.held.min(depth) };
    }

    /// Opens what a caller calls after its delay; at once where it takes the place of one that was hovered (N4).
    pub(super) fn open_soon(&mut self, caller: HtmlElement, popover: &HtmlElement, how: How) {
        if self.opening.as_ref().is_some_and(|opening| same(&opening.caller, &caller)) {
            return;
        }
        self.opening = None;
        let Some(depth) = self.depth_for(&caller, popover, how) else { return };
        let moves_on = self.levels_around(&caller) <= depth
            && self.levels.get(depth).is_some_and(|level| level.how != How::Pinned);
        let delay = match caller.class_list().contains("noteref") {
            _ if moves_on => return self.open(&caller, how, self.point_for(how)),
            true => NOTE_DELAY,
            false => NAME_DELAY,
        };
        let called = caller.clone();
        // Before it opens, so that a popover is not made ready for nothing where nothing rests.
        let ahead = (how == How::Hover && self.levels.is_empty() && !dom::is_sheet())
            .then(|| self.later(delay - AHEAD, Self::make_ready));
        let opens = self.later(delay, move |state| {
            let point = state.point_for(how);
            state.open(&called, how, point);
        });
        self.opening = Some(Opening { caller, how, ready: None, _timers: [ahead, Some(opens)] });
    }

    /// Makes ready what will open.
    fn make_ready(&mut self) {
        if let Some(opening) = self.opening.as_mut().filter(|_| self.levels.is_empty())
            && let Some(popover) = dom::popover(&opening.caller)
        {
            opening.ready = Some(Level::make_ready(&opening.caller, &popover, self.point));
        }
    }

    fn point_for(&self, how: How) -> Option<(i32, i32)> {
        (how == How::Hover).then_some(self.point)
    }

    /// How many levels have a reason to stay open.
    fn kept(&self) -> usize {
        let active = document().active_element();
        let stays = |index: usize, level: &Level| {
            level.how == How::Pinned
                || index < self.held
                || active.as_ref().is_some_and(|active| {
                    level.contains(active) || (level.how == How::Focus && level.caller.contains(Some(active)))
                })
        };
        (0..self.levels.len())
            .rev()
            .find(|&index| stays(index, &self.levels[index]))
            .map_or(0, |index| index + 1)
    }

    /// Starts the timer for what has been left, or stops it for what has been come back to (N5).
    pub(super) fn review(&mut self) {
        let kept = self.kept();
        if kept >= self.levels.len() {
            self.closing = None;
        } else if self.closing.as_ref().is_none_or(|(keep, _)| *keep != kept) {
            let timer = self.later(LEAVE_DELAY, |state| {
                state.closing = None;
                let kept = state.kept();
                state.close_from(kept);
            });
            self.closing = Some((kept, timer));
        }
    }

    /// Closes the levels from one on, and takes their steps out of the history.
    pub(super) fn close_from(&mut self, depth: usize) {
        self.cut(depth);
        self.follow_in_history();
    }

    /// Closes the levels from one on, innermost first.
    pub(super) fn cut(&mut self, depth: usize) {
        while self.levels.len() > depth {
            // What was covered comes to lie under the pointer without having been pointed at.
            self.still = true;
            if let Some(level) = self.levels.pop() {
                level.hide();
            }
            if self.levels.is_empty() {
                has_sheet(false);
            }
        }
        self.held = self.held.min(depth);
        if self.closing.as_ref().is_some_and(|(keep, _)| *keep >= depth) {
            self.closing = None;
        }
    }

    /// Closes the levels from one on; a focus that was in them goes back to the caller (N8).
    pub(super) fn close_and_return(&mut self, depth: usize) {
        let Some(level) = self.levels.get(depth) else { return };
        let had_focus = self.levels[depth..].iter().any(Level::has_focus);
        let caller = level.caller.clone();
        self.close_from(depth);
        if had_focus {
            dom::focus(&caller);
        }
    }

    /// Moves the focus into a level.
    pub(super) fn go_into(&self, depth: usize) {
        if let Some(level) = self.levels.get(depth) {
            dom::focus(&level.popover);
        }
    }

    /// The page was scrolled, resized, zoomed or turned.
    pub(super) fn settle(&self) {
        self.levels.iter().for_each(Level::settle);
    }
}
