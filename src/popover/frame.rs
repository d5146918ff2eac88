//! What a popover looks like as markup, before anything is opened: the same on server and browser.

use crate::markup::markup;
use yew::prelude::*;

/// The popover of an invoker `interestfor=ID`, with a part that scrolls. What only the controller serves (the name of a
/// dialog, a button to close it) is made when one opens.
///
/// `kind` is the second class (`popover--note`, `popover--card`). The content bears no ids: it stands in the page a second
/// time.
pub(crate) fn frame(id: &str, kind: &'static str, content: Html) -> Html {
    let id = AttrValue::from(id.to_owned());
    markup! {
        <div popover="hint" {id} class={["popover ", kind].concat()}>
            <div class="popover__scroll">{ content }</div>
        </div>
    }
}
