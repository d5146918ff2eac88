//! What has a state of its own, as one component: each kind of component costs a reader the whole of what Yew does for it.

use crate::live::{Live, LiveProps};
use crate::views::chronology::{Chronology, ChronologyProps};
use crate::views::letters::{FilterSelect, FilterSelectProps};
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// What a part starts with. A part on the page never becomes one of another kind.
#[derive(Debug, Clone, PartialEq)]
pub enum PartProps {
    /// The live view of a page.
    Live(LiveProps),
    /// The timeline.
    Chronology(ChronologyProps),
    /// A filter of the list of letters.
    Filter(FilterSelectProps),
}

/// Made as they are: nothing is left out, so that nothing is to be filled in.
impl Properties for PartProps {
    type Builder = ();

    fn builder() {}
}

impl PartProps {
    /// The part among what a view shows.
    pub(crate) fn html(self) -> Html {
        VComp::new::<Part>(Rc::new(self), None).into()
    }
}

/// Something that has a state of its own.
#[component]
pub fn Part(props: &PartProps) -> HtmlResult {
    use_part(props)
}

struct UsePart<'p>(&'p PartProps);

impl Hook for UsePart<'_> {
    type Output = HtmlResult;

    fn run(self, context: &mut HookContext) -> HtmlResult {
        match self.0 {
            PartProps::Live(props) => Live::run(context, props),
            PartProps::Chronology(props) => Chronology::run(context, props),
            PartProps::Filter(props) => FilterSelect::run(context, props),
        }
    }
}

/// What the part of this kind shows.
fn use_part(props: &PartProps) -> UsePart<'_> {
    UsePart(props)
}
