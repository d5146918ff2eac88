//! The bar of initials above a register.

use crate::markup::markup;
use yew::prelude::*;

/// Links to the groups of a register, by initial; `page` is the address of the page they stand on, where it is another.
pub(crate) fn jump_bar<'i>(label: &'static str, page: &str, initials: impl Iterator<Item = &'i str>) -> Html {
    let links: Vec<Html> = initials
        .map(|initial| {
            let mut href = page.to_owned();
            href.push('#');
            href.push_str(&initial_id(initial));
            markup! { <li><a href={href}>{ initial.to_owned() }</a></li> }
        })
        .collect();
    if links.len() < 2 {
        return Html::default();
    }
    markup! { <nav class="jump-bar" aria-label={label}><ul>{ for links }</ul></nav> }
}

/// With what the fragments of groups begin.
pub(crate) const BEGIN: &str = "at-";

/// The fragment of a group: `at-j`; other characters than ASCII letters by their number (`at-1049`), so that every
/// browser gives the fragment back as it is.
pub(crate) fn initial_id(initial: &str) -> String {
    let mut id = String::from(BEGIN);
    for character in initial.chars() {
        if character.is_ascii_alphabetic() {
            id.push(character.to_ascii_lowercase());
        } else {
            id.push_str(&u32::from(character).to_string());
        }
    }
    id
}
