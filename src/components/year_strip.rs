//! What there is of an entry, year by year: a row of bars, each with its figures in words.

use crate::i18n::Strings;
use crate::markup::markup;
use reader::{YearCount, YearStrip};
use yew::prelude::*;

/// Height of the longest bar, in units of the drawing.
const HEIGHT: usize = 40;

/// A row of bars with their figures.
pub(crate) fn year_strip(strip: &YearStrip, strings: &'static Strings) -> Html {
    let largest = strip.largest();
    let bar = |count: &YearCount, label: String| {
        let height = (count.all() * HEIGHT).div_ceil(largest);
        let figures = figures(count, strings);
        markup! {
            <li class={["year-strip__year", if count.all() == 0 { "is-empty" } else { "" }]} data-count={count.all().to_string()} title={figures.clone()}>
                <svg class="year-strip__bar" viewBox="0 0 12 40" width="12" height="40" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect x="0" y={(HEIGHT - height).to_string()} width="12" height={height.to_string()} />
                </svg>
                <span class="year-strip__label">{ label }</span>
                <span class="visually-hidden">{ " " }{ figures }</span>
            </li>
        }
    };
    markup! {
        <ol class="year-strip">
            { for strip.counts.iter().map(|count| bar(count, years(count))) }
            if strip.undated.all() > 0 {
                { bar(&strip.undated, strings.letters.undated.to_owned()) }
            }
        </ol>
    }
}

fn years(count: &YearCount) -> String {
    let mut label = count.from.to_string();
    if count.to != count.from {
        label.push('–');
        label.push_str(&count.to.to_string());
    }
    label
}

/// `1 sent, 4 mentions`; what is nought is left out.
pub(crate) fn figures(count: &YearCount, strings: &'static Strings) -> String {
    let words = &strings.entry;
    let parts = [
        (count.sent, words.sent_count),
        (count.received, words.received_count),
        (count.mentioned, words.mention_count),
    ];
    let mut figures = String::new();
    for (count, say) in parts.into_iter().filter(|(count, _)| *count > 0) {
        if !figures.is_empty() {
            figures.push_str(", ");
        }
        figures.push_str(&say(count));
    }
    figures
}
