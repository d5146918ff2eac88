//! What a popover looks like as markup, before anything is opened: the same on server and browser.

use crate::i18n::Strings;
use crate::markup::markup;
use yew::prelude::*;

/// The popover of an invoker `interestfor=ID`: a part that scrolls, and a button to close it where it stays open.
///
/// `kind` is the second class (`popover--note`, `popover--card`), `label` the name of the dialog (`Note 84`, the
/// name of a person). The content bears no ids: it stands in the page a second time.
pub(crate) fn frame(strings: &Strings, id: &str, kind: &'static str, label: &str, content: Html) -> Html {
    let id = AttrValue::from(id.to_owned());
    markup! {
        <div popover="hint" {id} class={["popover ", kind].concat()} role="dialog" tabindex="-1" aria-label={label.to_owned()}>
            <div class="popover__scroll">{ content }</div>
            <button type="button" class="popover__close" aria-label={strings.popover.close}>{ "×" }</button>
        </div>
    }
}
