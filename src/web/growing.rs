//! A long list. Its first part is there at once, the others follow while the reader reads; and a list in whose place another
//! has come goes part by part, unseen: to let go of ten thousand rows takes a browser longer than to draw a page.

use super::browser;
use super::still::made;
use crate::markup::markup;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use web_sys::Element;
use yew::Html;
use yew::virtual_dom::VNode;

/// Parts of a list that come in a turn.
const COMING: usize = 4;

/// The place of a long list on the page.
#[derive(Clone)]
pub(super) struct Growing(Rc<RefCell<Lists>>);

/// A long list.
pub(crate) struct List {
    /// Which; another has another name.
    pub(crate) name: String,
    /// What its groups come into, and what parts come into in a group.
    pub(crate) around: [Html; 2],
    /// How many parts it has, how many of them are there at once, and how many stand in a group.
    pub(crate) parts: [usize; 3],
    /// Makes a part.
    pub(crate) make: Box<dyn Fn(usize) -> Html>,
}

struct Lists {
    /// The name of the list that is shown.
    name: String,
    /// Holds the list that is shown, and behind it those that go.
    place: Element,
    shown: Element,
    /// Parts that are to come.
    rest: Range<usize>,
    make: Box<dyn Fn(usize) -> Html>,
    /// What the parts of a group come into, and how many do.
    group: (Html, usize),
    /// Held until there are more: letting go of it ends the waiting.
    turn: Option<Timeout>,
}

impl Growing {
    /// The place of a list without a name that is here already, whole, or of one that is to be shown.
    pub(super) fn around(list: Option<Element>) -> Option<Self> {
        let empty = || made(&markup! { <div></div> });
        // No query of an address has this sign.
        let name = if list.is_some() { "" } else { "#" };
        let (place, shown) = (empty()?, list.or_else(empty)?);
        let _ = place.append_child(&shown);
        let make = Box::new(|_| Html::default());
        let group = (Html::default(), 1);
        let lists = Lists { name: name.to_owned(), place, shown, rest: 0..0, make, group, turn: None };
        Some(Self(Rc::new(RefCell::new(lists))))
    }

    /// Shows a list; one that is shown already goes on.
    pub(super) fn show(&self, list: List) -> Html {
        let mut lists = self.0.borrow_mut();
        let [parts, at_once, in_group] = list.parts;
        if lists.name != list.name
            && let [around, group] = list.around
            && let Some(around) = made(&around)
        {
            // Nobody finds it any more. It is not taken from the page at once, nor laid out as what is not to be seen:
            // either takes as long as all of it.
            let _ = lists.shown.set_attribute("class", "is-going");
            let _ = lists.shown.set_attribute("aria-hidden", "true");
            let _ = lists.place.insert_before(&around, Some(&lists.shown));
            (lists.name, lists.shown, lists.group) = (list.name, around, (group, in_group));
            (lists.rest, lists.make) = (0..parts, list.make);
        }
        while lists.rest.start < at_once && lists.grow() {}
        let place = lists.place.clone();
        drop(lists);
        let turn = browser::seen(turn(&self.0));
        self.0.borrow_mut().turn = Some(turn);
        VNode::VRef(place.into())
    }
}

/// What is to be done in a turn, unless the list has gone from the page.
fn turn(lists: &Rc<RefCell<Lists>>) -> impl FnOnce() + 'static {
    let weak = Rc::downgrade(lists);
    move || {
        if let Some(lists) = weak.upgrade() {
            let more = lists.borrow_mut().go_on();
            if more {
                let next = browser::drawn(turn(&lists));
                lists.borrow_mut().turn = Some(next);
            }
        }
    }
}

impl Lists {
    /// Brings a part; whether there was one.
    fn grow(&mut self) -> bool {
        let part = self.rest.next();
        if let Some(nth) = part {
            if nth % self.group.1 == 0
                && let Some(group) = made(&self.group.0)
            {
                let _ = self.shown.append_child(&group);
            }
            if let (Some(group), Some(part)) = (self.shown.last_element_child(), made(&(self.make)(nth))) {
                let _ = group.append_child(&part);
            }
        }
        if self.rest.is_empty() {
            let _ = self.shown.remove_attribute("aria-busy");
        }
        part.is_some()
    }

    /// Parts come, and a group of what is not shown any more goes; whether there is more to do.
    fn go_on(&mut self) -> bool {
        let last = self.place.last_element_child().filter(|last| *last != self.shown);
        if let Some(last) = &last {
            last.last_element_child().as_ref().unwrap_or(last).remove();
        }
        (0..COMING).all(|_| self.grow()) || last.is_some()
    }
}
