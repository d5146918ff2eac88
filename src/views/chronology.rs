//! The timeline of dates: switches, axis, table and the chronology in words. What is chosen stands in the address.

mod card;
mod controls;
mod dom;
mod list;
mod shape;
mod strip;
mod table;
mod words;

#[cfg(feature = "ssr")]
pub(crate) use words::length_words;

use crate::context::Viewer;
use crate::hooks::{for_good, use_after, use_kept};
use crate::markup::markup;
use crate::part::PartProps;
use crate::route::{Address, Step};
use crate::views::View;
use crate::web;
use bundle::PartName;
use reader::timeline::{Row, Timeline, TimelineState, timeline};
use reader::{Library, Wanted};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// The most bins on a wide, a middling and a narrow window.
const BINS: [usize; 3] = [60, 40, 16];

/// What the parts of the view share.
#[derive(Debug, Clone)]
struct Page(Rc<PageOf>);

impl Deref for Page {
    type Target = PageOf;

    fn deref(&self) -> &PageOf {
        &self.0
    }
}

/// The viewer, what was chosen, and what is shown of it.
#[derive(Debug)]
struct PageOf {
    viewer: Viewer,
    state: TimelineState,
    timeline: Timeline,
}

impl Page {
    fn go(&self, state: &TimelineState, step: Step) {
        // The fragment stays, so that nothing scrolls.
        let address = Address { query: state.query(), ..self.viewer.address.clone() };
        if address != self.viewer.address {
            self.viewer.go.emit((address, step));
        }
    }

    /// A step of its own in the history.
    fn push(&self, state: &TimelineState) {
        self.go(state, Step::Push);
    }

    /// What was chosen, and something else.
    fn with(&self, change: &dyn Fn(&mut TimelineState)) -> TimelineState {
        let mut next = self.state.clone();
        change(&mut next);
        next
    }

    /// The way to a state, for a button or a switch.
    fn step<E: 'static>(&self, next: TimelineState) -> Callback<E> {
        let page = self.clone();
        Callback::from(move |_: E| page.push(&next))
    }

    /// The address of a state.
    fn href(&self, state: &TimelineState) -> String {
        Address { query: state.query(), ..Address::of(crate::route::Route::Chronology) }.href()
    }
}

/// The parts that the timeline needs and that are not here: the dates, and the sentences of those that are listed first.
pub(crate) fn needs(library: &Library) -> Vec<PartName> {
    let needs = library.needs(Wanted::Chronology);
    if !needs.is_empty() {
        return needs;
    }
    let listed = timeline(library, &TimelineState::default(), BINS[0]);
    let moments: Vec<usize> = listed.rows.iter().filter_map(Row::moment).collect();
    let sentences = library.needs(Wanted::Excerpts(&moments));
    // Dates without their sentences are better than none.
    sentences.into_iter().filter(|name| !library.is_missing(name)).collect()
}

/// The timeline of dates.
pub(crate) fn chronology(viewer: &Viewer) -> View {
    let body = PartProps::Chronology(ChronologyProps { viewer: viewer.clone() }).html();
    View { title: viewer.strings().shell.chronology.to_owned(), body }
}

/// What the timeline needs to know.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ChronologyProps {
    /// The viewer.
    viewer: Viewer,
}

/// A component: it knows the width of the window, where the keys are on the axis, and what is being typed.
#[component]
pub(crate) fn Chronology(props: &ChronologyProps) -> Html {
    let viewer = props.viewer.clone();
    let strings = viewer.strings();
    let most = use_most();
    let mut state = TimelineState::parse(&viewer.address.query);
    let mut shown = timeline(&viewer.library, &state, most);
    let mark = &viewer.address.fragment;
    if shown.rest > 0 && mark.starts_with("t-") {
        // The reader came for a date that may stand in the part left out.
        state.whole_list = true;
        shown = timeline(&viewer.library, &state, most);
    }
    {
        // The sentences of what is listed come once the list is known.
        let listed: Vec<usize> = shown.rows.iter().filter_map(Row::moment).collect();
        let needs = viewer.library.needs(Wanted::Excerpts(&listed));
        let of = needs.iter().map(PartName::file).collect();
        use_after(of, for_good(move || web::ask(&needs)));
    }
    let page = Page(Rc::new(PageOf { viewer, state, timeline: shown }));
    let axis = strip::use_strip(&page);
    let range = [controls::use_date_field(&page, false), controls::use_date_field(&page, true)];
    markup! {
        <div class="timeline">
            <h1>{ strings.shell.chronology }</h1>
            { controls::kinds(&page) }
            if page.timeline.columns.is_empty() {
                <p class="timeline__empty">{ strings.timeline.empty }</p>
            } else {
                { axis }
            }
            { controls::status_and_steps(&page) }
            { controls::fields(&page, range) }
            { table::table(&page) }
            { list::list(&page) }
        </div>
    }
}

/// How many bins the window has room for. The server knows no window and takes the most.
#[hook]
fn use_most() -> usize {
    let most = use_kept(|| BINS[0]);
    let measured = most.clone();
    let measure = move || {
        measured.set(match dom::width() {
            1500.. => BINS[0],
            700..1500 => BINS[1],
            _ => BINS[2],
        });
    };
    use_after(
        String::new(),
        Box::new(move || {
            measure();
            let listener = dom::on_resize(measure);
            Box::new(move || drop(listener))
        }),
    );
    most.get()
}
