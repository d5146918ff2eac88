//! A link to words the reader has selected, and the words lit that such a link leads to.
//!
//! The link is the fragment of the block with a text directive after it (`#p10:~:text=Then%20come`): a browser that
//! does not know directives, or a page that is not there yet when it looks for the words, still goes to the block.

use super::browser::{document, window};
use crate::i18n::{Locale, PageStrings};
use crate::popover::highlight;
use crate::route::{DIRECTIVE, before_directive};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect};
use reader::place_of;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node, Range};

/// What a link can lead to.
const BLOCK: &str = ".letter__text > [id], .notes__item";
/// Text that is no part of what a reader selects.
const APART: &str = ".permalink, .tei-corr, .tei-pb, .tei-lb__hyphen, .notes__foot";
/// More words than this are named by the first and the last of them.
const LONG: usize = 12;
/// How many first and last words.
const ENDS: usize = 4;
/// After so many milliseconds a selection counts as made.
const SETTLED: u32 = 200;
/// How long it is said that the link is copied, in milliseconds.
const SAID: u32 = 2500;

/// Offers links to words of the letter that is shown, until it is dropped.
pub(super) struct Passage {
    _heard: [EventListener; 3],
}

impl Passage {
    /// Begins with the letter in this part of the page; lights the words that its address names.
    pub(super) fn begin(main: &Element, locale: Locale) -> Option<Self> {
        light();
        let offer = Rc::new(Offer::new(main, locale.page())?);
        let (to_show, settled) = (offer.clone(), RefCell::new(None));
        let selected = EventListener::new(&document(), "selectionchange", move |_| {
            let offer = to_show.clone();
            // The timer before it is called off.
            settled.replace(Some(Timeout::new(SETTLED, move || offer.show(link()))));
        });
        let options = EventListenerOptions::enable_prevent_default();
        // The selection stays while the button is pressed.
        let hold = EventListener::new_with_options(&offer.link, "mousedown", options, Event::prevent_default);
        let to_copy = offer.clone();
        let copy = EventListener::new_with_options(&offer.link, "click", options, move |event| {
            if to_copy.copy().is_some() {
                event.prevent_default();
                let offer = to_copy.clone();
                Timeout::new(SAID, move || offer.done()).forget();
            }
        });
        Some(Self { _heard: [selected, hold, copy] })
    }
}

/// What is offered at the edge of the window. It is in the page only while there is something to offer.
struct Offer {
    main: Element,
    place: Element,
    link: Element,
    status: Element,
    words: &'static PageStrings,
    /// Whether it is being said that the link is copied.
    copied: Cell<bool>,
}

impl Offer {
    fn new(main: &Element, words: &'static PageStrings) -> Option<Self> {
        let made = |tag| document().create_element(tag).ok();
        let (place, link, status) = (made("div")?, made("a")?, made("span")?);
        place.set_class_name("passage");
        link.set_class_name("passage__link");
        link.set_text_content(Some(words.copy_words));
        let _ = status.set_attribute("role", "status");
        let _ = place.append_child(&status);
        Some(Self { main: main.clone(), place, link, status, words, copied: Cell::new(false) })
    }

    /// Offers a link to what is selected now, or nothing.
    fn show(&self, link: Option<String>) {
        let Some(link) = link else {
            // A tap on the button takes the selection away.
            if !self.copied.get() {
                self.place.remove();
            }
            return;
        };
        self.copied.set(false);
        let _ = self.link.set_attribute("href", &link);
        self.status.set_text_content(None);
        let _ = self.place.prepend_with_node_1(&self.link);
        let _ = self.main.append_child(&self.place);
    }

    /// Copies the link that is offered; none where a page may not.
    fn copy(&self) -> Option<()> {
        write(&self.link.get_attribute("href")?)?;
        self.copied.set(true);
        self.link.remove();
        self.status.set_text_content(Some(self.words.copied));
        Some(())
    }

    /// It has been said long enough that the link is copied.
    fn done(&self) {
        if self.copied.replace(false) {
            self.place.remove();
        }
    }
}

/// The link to what is selected in the text or the notes: fragment and directive.
fn link() -> Option<String> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = range.start_container().ok()?;
    let block = element(&start)?.closest(BLOCK).ok()??;
    let text = String::from(range.to_string());
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    let mut link = ["#", &block.id(), ":~:text="].concat();
    if words.len() > LONG {
        encode(&mut link, &words[..ENDS]);
        link.push(',');
        encode(&mut link, &words[words.len() - ENDS..]);
    } else {
        encode(&mut link, &words);
    }
    Some(link)
}

fn element(node: &Node) -> Option<Element> {
    node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
}

/// Words as a directive has them: hyphens too are signs of its own.
fn encode(out: &mut String, words: &[&str]) {
    let encoded = String::from(js_sys::encode_uri_component(&words.join(" ")));
    for (nth, part) in encoded.split('-').enumerate() {
        out.push_str(if nth > 0 { "%2D" } else { "" });
        out.push_str(part);
    }
}

/// Writes the whole address to the clipboard; none where a page may not.
fn write(link: &str) -> Option<()> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    let address = window().location().href().ok()?;
    // In an edition of one file the page is named behind the sign too.
    let page = match address.rsplit_once('#') {
        Some((page, place)) if place.bytes().all(|byte| byte != b'/') => page,
        _ => &address,
    };
    write.call1(&clipboard, &JsValue::from_str(&[page, link].concat())).ok()?;
    Some(())
}

/// Lights the words that the address of this page names, where the browser has not found them itself: they were
/// not there yet when it looked.
fn light() -> Option<()> {
    let (block, start, end) = directive()?;
    let root = document().get_element_by_id(&block)?;
    highlight(Some(&find(&root, &start, end.as_deref())?))
}

/// The directive that the page was opened with: block, first words, last words. A browser that knows directives
/// keeps them from the page's own address, but not from the record of how it was opened.
fn directive() -> Option<(String, String, Option<String>)> {
    let performance = Reflect::get(&window(), &"performance".into()).ok()?;
    let get = Reflect::get(&performance, &"getEntriesByType".into()).ok()?.dyn_into::<Function>().ok()?;
    let entries = get.call1(&performance, &"navigation".into()).ok()?.dyn_into::<Array>().ok()?;
    let address = Reflect::get(&entries.get(0), &"name".into()).ok()?.as_string()?;
    let place = before_directive(&address);
    let directive = address[place.len()..].strip_prefix(DIRECTIVE)?.strip_prefix("text=")?;
    let (_, block) = place.rsplit_once('#')?;
    // Only where the reader still is.
    let here = window().location().hash().ok()?;
    if before_directive(&here).rsplit('#').next() != Some(block) {
        return None;
    }
    let decode = |text: &str| js_sys::decode_uri_component(text).ok().map(String::from);
    let text = directive.split('&').next()?;
    let (start, end) = text.split_once(',').map_or((text, None), |(start, end)| (start, Some(end)));
    Some((block.to_owned(), decode(start)?, end.and_then(decode)))
}

/// The first place in a block and what follows it where these words stand, blanks taken alike.
fn find(block: &Element, start: &str, end: Option<&str>) -> Option<Range> {
    let around = block.closest(".letter__text, .notes").ok()??;
    let walker = document().create_tree_walker_with_what_to_show(&around, 4).ok()?;
    let mut text = String::new();
    // Where each byte of the text stands: node and offset in UTF-16 units.
    let mut places: Vec<(usize, u32)> = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    while let Ok(Some(node)) = walker.next_node() {
        let before = block.compare_document_position(&node) & Node::DOCUMENT_POSITION_PRECEDING != 0;
        let apart = element(&node).is_some_and(|parent| parent.closest(APART).ok().flatten().is_some());
        if before || apart {
            continue;
        }
        let mut offset = 0;
        for character in node.node_value().unwrap_or_default().chars() {
            if !character.is_whitespace() {
                text.push(character);
                places.resize(text.len(), (nodes.len(), offset));
            }
            offset += u32::from(character.len_utf16() == 2) + 1;
        }
        nodes.push(node);
    }
    let close = |words: &str| words.split_whitespace().collect::<String>();
    let start = close(start);
    let first = place_of(&text, &start)?;
    let mut last = first + start.len();
    if let Some(end) = end {
        let end = close(end);
        last += place_of(&text[last..], &end)? + end.len();
    }
    let ((from, at), (to, until)) = (*places.get(first)?, *places.get(last.checked_sub(1)?)?);
    let range = document().create_range().ok()?;
    range.set_start(&nodes[from], at).ok()?;
    range.set_end(&nodes[to], until + 1).ok()?;
    Some(range)
}
