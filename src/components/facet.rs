//! A filter with its choices and how many entries each would show. The choices are links: Back takes one back,
//! and each can be copied.

use crate::markup::markup;
use yew::prelude::*;

/// A choice of a filter.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    /// What it is called.
    pub(crate) label: AttrValue,
    /// How many entries it would show.
    pub(crate) count: usize,
    /// The address with this choice.
    pub(crate) href: String,
    /// Whether it is the one in force.
    pub(crate) chosen: bool,
}

/// A filter. Choices that would show nothing are left out, unless they are in force.
pub(crate) fn facet(label: &'static str, choices: Vec<Choice>) -> Html {
    let shown: Vec<_> = choices.into_iter().filter(|choice| choice.count > 0 || choice.chosen).collect();
    if shown.len() < 2 {
        return Html::default();
    }
    markup! {
        <div class="facet">
            <p class="facet__label">{ label }</p>
            <ul class="facet__choices" aria-label={label}>
                { for shown.into_iter().map(|choice| markup! {
                    <li key={choice.label.as_str().to_owned()}>
                        <a class="facet__choice" href={choice.href} aria-current={choice.chosen.then_some("true")}>
                            { choice.label }{ " " }<span class="facet__count">{ choice.count }</span>
                        </a>
                    </li>
                }) }
            </ul>
        </div>
    }
}
