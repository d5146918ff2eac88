//! Statements of rights, with ways to the licenses that they name.

use crate::context::Viewer;
use crate::markup::markup;
use reader::head::{RightsPiece, rights_pieces};
use yew::prelude::*;

/// Statements in the language of the edition, one below the other.
pub(crate) fn rights(viewer: &Viewer, lines: &[Box<str>]) -> Html {
    let lang = viewer.lang();
    let line = |line: &str| -> Html {
        let pieces = rights_pieces(line).into_iter().map(|piece| match piece {
            RightsPiece::Words(words) => markup! { <>{ words.to_owned() }</> },
            RightsPiece::Address { href, name } => {
                let name = name.unwrap_or_else(|| href.to_owned());
                markup! { <a class="rights__address" href={href.to_owned()} rel="external noreferrer">{ name }</a> }
            }
        });
        markup! { <li>{ for pieces }</li> }
    };
    markup! { <ul class="rights" {lang}>{ for lines.iter().map(|one| line(one)) }</ul> }
}
