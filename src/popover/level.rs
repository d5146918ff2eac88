//! One open popover and its caller.

use super::dom::{closest, document, frame, is_sheet, lines, set_class, set_pixels, stops, window};
use super::lemma;
use super::place::{Rect, Side, place};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ScrollBehavior, ScrollToOptions, ShowPopoverOptions};

/// What keeps a popover open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// The pointer on caller or popover.
    Hover,
    /// The focus on the caller.
    Focus,
    /// Nothing needs to: it was clicked, tapped, or opened by a key.
    Pinned,
}

/// Says at the root whether the page lies under a sheet. A class: to look from there for an open one would be done again
/// whenever any popover opens.
pub(super) fn has_sheet(sheet: bool) {
    if let Some(root) = document().document_element() {
        set_class(&root, "has-sheet", sheet);
    }
}

/// Gives a popover what only we serve: it is a dialog with the name of its caller, and has a button that closes it, and an
/// arrow, which is returned.
fn furnish(popover: &HtmlElement, caller: &HtmlElement) -> Option<HtmlElement> {
    let name = caller.text_content()?;
    for (attribute, value) in [("role", "dialog"), ("tabindex", "-1"), ("aria-label", &name)] {
        popover.set_attribute(attribute, value).ok()?;
    }
    let arrow = popover.query_selector(".popover__arrow").ok()?;
    let arrow = arrow.or_else(|| {
        let add = |element: &str, class: &str| {
            let made = document().create_element(element).ok()?;
            made.set_class_name(class);
            popover.append_child(&made).ok()?;
            Some(made)
        };
        let button = add("button", "popover__close")?;
        let close = closest(popover, "main")?.get_attribute("data-close")?;
        button.set_attribute("aria-label", &close).ok()?;
        add("span", "popover__arrow")
    });
    arrow?.dyn_into().ok()
}

/// One open popover.
pub(super) struct Level {
    pub(super) caller: HtmlElement,
    pub(super) popover: HtmlElement,
    pub(super) how: How,
    /// Its arrow.
    arrow: Option<HtmlElement>,
    /// The line of the caller that it stands at, where the caller has several.
    line: usize,
    /// The caller stands in another popover.
    nested: bool,
}

/// What a popover is placed by.
struct Seen {
    sheet: bool,
    /// The line of the caller that it stands at.
    anchor: Option<Rect>,
    /// What the reader sees of the page.
    frame: Rect,
}

impl Level {
    /// Opens a popover that nobody sees yet. It is the greater part of the work.
    pub(super) fn make_ready(caller: &HtmlElement, popover: &HtmlElement, point: (i32, i32)) -> Self {
        set_class(popover, "is-coming", true);
        let level = Self::lay_out(caller, popover, How::Hover, Some(point), false);
        let _ = popover.offset_height();
        level
    }

    /// Shows what was laid out.
    pub(super) fn reveal(&self) {
        set_class(&self.popover, "is-coming", false);
        lemma::light(&self.caller);
        // All is worked out now, where there is time for it, and not at the beginning of the next frame.
        let _ = self.popover.offset_height();
    }

    /// Opens a popover beside its caller, to be revealed; `point` is where the pointer is.
    pub(super) fn lay_out(
        caller: &HtmlElement,
        popover: &HtmlElement,
        how: How,
        point: Option<(i32, i32)>,
        nested: bool,
    ) -> Self {
        let line = point.map_or(0, |(x, y)| {
            let lines = lines(caller);
            (0..lines.len()).min_by_key(|&line| lines[line].distance(x, y)).unwrap_or(0)
        });
        let arrow = furnish(popover, caller);
        let level = Self { caller: caller.clone(), popover: popover.clone(), how, arrow, line, nested };
        let seen = level.seen();
        // A hint would be closed by the next hint, and by Esc together with it; all rules here are our own.
        if popover.get_attribute("popover").as_deref() != Some("manual") {
            let _ = popover.set_attribute("popover", "manual");
        }
        set_class(popover, "is-pinned", how == How::Pinned);
        level.dress(&seen);
        // An engine that does not know `source` leaves the argument alone.
        let options = ShowPopoverOptions::new();
        options.set_source(caller);
        let _ = popover.show_popover_with_options(&options);
        level.settle_in(&seen);
        level
    }

    /// Keeps the popover open until the reader closes it.
    pub(super) fn pin(&mut self) {
        self.how = How::Pinned;
        set_class(&self.popover, "is-pinned", true);
        self.settle();
    }

    /// Closes it.
    pub(super) fn hide(&self) {
        lemma::dim(&self.caller);
        if self.popover.class_list().contains("is-scrollable")
            && let Some(scroller) = self.scroller()
        {
            // It begins at its beginning next time.
            scroller.set_scroll_top(0);
        }
        for class in ["is-coming", "is-pinned", "is-placed", "is-sheet", "is-scrollable", "is-more"] {
            set_class(&self.popover, class, false);
        }
        for property in ["left", "top", "max-height"] {
            set_pixels(&self.popover, property, None);
        }
        let _ = self.popover.hide_popover();
    }

    /// Whether the page still shows it.
    pub(super) fn is_there(&self) -> bool {
        self.caller.is_connected() && self.popover.matches(":popover-open").unwrap_or(false)
    }

    /// Whether a place of the page is in the popover.
    pub(super) fn contains(&self, node: &Node) -> bool {
        self.popover.contains(Some(node))
    }

    /// Whether the focus is in the popover.
    pub(super) fn has_focus(&self) -> bool {
        document().active_element().is_some_and(|active| self.contains(&active))
    }

    fn scroller(&self) -> Option<Element> {
        self.popover.query_selector(".popover__scroll").ok().flatten()
    }

    /// Puts the popover where it belongs now: opened, or the page was scrolled, resized, zoomed or turned.
    pub(super) fn settle(&self) {
        let seen = self.seen();
        self.dress(&seen);
        self.settle_in(&seen);
    }

    /// What the popover is placed by. It is asked for before anything is written, since asking lays the page out.
    fn seen(&self) -> Seen {
        Seen { sheet: is_sheet(), anchor: self.anchor(), frame: frame() }
    }

    fn dress(&self, seen: &Seen) {
        let popover = &self.popover;
        set_class(popover, "is-sheet", seen.sheet);
        set_class(popover, "is-placed", !seen.sheet);
        has_sheet(seen.sheet);
        set_pixels(popover, "max-height", None);
        if seen.sheet {
            set_pixels(popover, "left", None);
            set_pixels(popover, "top", None);
        }
    }

    /// First the popover is measured, then it is placed: it is laid out once.
    fn settle_in(&self, seen: &Seen) {
        let popover = &self.popover;
        let scroller = self.scroller();
        let scrolled = scroller.as_ref().map_or(0, Element::scroll_top);
        let hidden = scroller.as_ref().map_or(0, |part| part.scroll_height() - part.client_height());
        let mut cut = 0;
        if let (false, Some(anchor)) = (seen.sheet, seen.anchor) {
            let size = (popover.offset_width(), popover.offset_height());
            let place = place(anchor, size, seen.frame, self.nested);
            cut = place.max_height.map_or(0, |height| (size.1 - height).max(0));
            set_pixels(popover, "left", Some(place.left));
            set_pixels(popover, "top", Some(place.top));
            set_pixels(popover, "max-height", place.max_height);
            let (side, upright) = match place.side {
                Side::Above => ("above", true),
                Side::Below => ("below", true),
                Side::Left => ("left", false),
                Side::Right => ("right", false),
            };
            if let Some(arrow) = &self.arrow {
                set_pixels(arrow, "left", upright.then_some(place.arrow));
                set_pixels(arrow, "top", (!upright).then_some(place.arrow));
            }
            let _ = popover.set_attribute("data-side", side);
        }
        let Some(scroller) = scroller else { return };
        let hidden = hidden + cut;
        let scrollable = hidden > 1;
        set_class(popover, "is-scrollable", scrollable);
        set_class(popover, "is-more", scrolled + 1 < hidden);
        if scrollable != scroller.has_attribute("tabindex") {
            let _ = if scrollable {
                scroller.set_attribute("tabindex", "0")
            } else {
                scroller.remove_attribute("tabindex")
            };
        }
        if scrolled > 0 {
            // Letting the height go for the measuring may have moved it.
            scroller.set_scroll_top(scrolled);
        }
    }

    /// Shows at the lower edge whether there is more to read.
    pub(super) fn mark_more(&self) {
        let more = self
            .scroller()
            .is_some_and(|part| part.scroll_top() + part.client_height() + 1 < part.scroll_height());
        set_class(&self.popover, "is-more", more);
    }

    fn anchor(&self) -> Option<Rect> {
        let lines = lines(&self.caller);
        lines.get(self.line).or(lines.last()).copied()
    }

    /// Scrolls the page until the caller is in the part that a sheet leaves free (N15).
    pub(super) fn show_caller(&self) {
        let (true, false, Some(anchor)) = (is_sheet(), self.nested, self.anchor()) else { return };
        const MARGIN: i32 = 12;
        let frame = frame();
        let free = frame.bottom - self.popover.offset_height();
        let by = if anchor.bottom + MARGIN > free {
            // Not so far that its upper end leaves the other edge.
            (anchor.bottom + MARGIN - free).min(anchor.top - frame.top)
        } else {
            (anchor.top - MARGIN - frame.top).min(0)
        };
        if by != 0 {
            let options = ScrollToOptions::new();
            options.set_top(f64::from(by));
            options.set_behavior(ScrollBehavior::Instant);
            window().scroll_by_with_scroll_to_options(&options);
        }
    }

    /// The next stop of the Tab key after the one that has the focus, or none at the end.
    pub(super) fn next_stop(&self, from: &Element, back: bool) -> Option<HtmlElement> {
        let stops = stops(&self.popover);
        let at = stops.iter().position(|stop| stop.unchecked_ref::<Element>() == from);
        let next = match (at, back) {
            (None, false) => 0,
            (None, true) => return None,
            (Some(at), false) => at + 1,
            (Some(at), true) => at.checked_sub(1)?,
        };
        stops.get(next).cloned()
    }

    /// Whether a node stands in the part of the popover that is scrolled away from its beginning.
    pub(super) fn is_scrolled(&self, node: &Element) -> bool {
        closest(node, ".popover__scroll").is_some_and(|part| part.scroll_top() > 0)
    }
}
