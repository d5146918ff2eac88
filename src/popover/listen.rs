//! The one listener, and which event means what.

use super::controller::State;
use super::dom::{self, document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, HtmlElement};

/// Heard at the window on their way down, before anything else in the page hears of them.
const EVENTS: &[&str] = &[
    "interest",
    "loseinterest",
    "pointerover",
    "pointermove",
    "pointerout",
    "pointerdown",
    "pointerup",
    "click",
    "keydown",
    "focusin",
    "focusout",
    "touchstart",
    "touchend",
    "scroll",
    "resize",
    "popstate",
];
/// Heard at the part of the window that is zoomed in on.
const VISUAL_EVENTS: &[&str] = &["scroll", "resize"];

/// The installed controller.
pub(super) struct Handle {
    state: Rc<RefCell<State>>,
    listener: Closure<dyn Fn(Event)>,
}

impl Handle {
    /// Installs the controller. None where the browser has no popovers: there the links lead to the notes.
    pub(super) fn install() -> Option<Self> {
        let root = document().document_element()?;
        if !js_sys::Reflect::has(&root, &JsValue::from_str("showPopover")).unwrap_or(false) {
            return None;
        }
        let state = Rc::new_cyclic(|me| RefCell::new(State { me: me.clone(), ..State::default() }));
        let heard = state.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // What the controller does makes events too, while it is doing it; those are no news.
            if let Ok(mut state) = heard.try_borrow_mut() {
                state.prune();
                hear(&mut state, &event);
            }
        });
        let handle = Self { state, listener };
        let listener = handle.listener.as_ref().unchecked_ref();
        let listen = |target: &EventTarget, event: &str| {
            let _ = target.add_event_listener_with_callback_and_bool(event, listener, true);
        };
        EVENTS.iter().for_each(|event| listen(&window(), event));
        if let Some(visual) = window().visual_viewport() {
            VISUAL_EVENTS.iter().for_each(|event| listen(&visual, event));
        }
        close_unasked();
        Some(handle)
    }

    /// The reader came to a view, or to an address that names a note.
    pub(super) fn arrive(&self, note: Option<&str>) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.arrive(note);
        }
    }
}

/// Closes what the browser opened by itself before the controller was there, unless the pointer is on it: a caller that
/// the address leads to gets the focus, and shows nothing by that alone (N20).
fn close_unasked() {
    let Ok(open) = document().query_selector_all(".popover:popover-open") else { return };
    for popover in (0..open.length()).filter_map(|at| open.get(at)?.dyn_into::<HtmlElement>().ok()) {
        let caller = ["[interestfor=\"", &popover.id(), "\"]:hover"].concat();
        let pointed = popover.matches(":hover").unwrap_or(false)
            || document().query_selector(&caller).is_ok_and(|caller| caller.is_some());
        if !pointed {
            let _ = popover.hide_popover();
        }
    }
}

fn hear(state: &mut State, event: &Event) {
    match event.type_().as_str() {
        // The browser would open and close by its own rules. These events happen at the popover.
        "interest" | "loseinterest" => {
            let ours = |popover: &Element| popover.class_list().contains("popover");
            if dom::target(event).as_ref().is_some_and(ours)
                && (event.type_() == "interest" || !state.levels.is_empty())
            {
                event.prevent_default();
            }
        }
        "pointerover" => state.pointed(event.unchecked_ref(), true),
        "pointermove" => state.pointed(event.unchecked_ref(), false),
        "pointerout" => state.left(event.unchecked_ref()),
        "pointerdown" => state.pressed(event.unchecked_ref()),
        "pointerup" => state.released(event.unchecked_ref()),
        "click" => state.clicked(event.unchecked_ref()),
        "keydown" => state.key(event.unchecked_ref()),
        "focusin" => state.focused(event),
        "focusout" => state.review(),
        "touchstart" => state.touched(event.unchecked_ref()),
        "touchend" => state.lifted(event.unchecked_ref()),
        "scroll" => state.scrolled(event),
        "resize" => state.settle(),
        "popstate" => state.went(),
        _ => {}
    }
}
