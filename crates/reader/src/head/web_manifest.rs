//! What a device that installs the site shows of it.

use edition::Header;
use serde_json::json;

/// The background of a page by day, as in `assets/css/tokens.css`.
const PAPER: &str = "#fcfaf5";

/// A manifest that lies at the beginning of the site (Web Application Manifest, section 1), with what is said of the edition.
#[must_use]
pub fn web_manifest(header: &Header) -> String {
    let manifest = json!({
        "name": &*header.title,
        "description": &*header.description,
        "lang": &*header.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [{ "src": "icon.svg", "type": "image/svg+xml", "sizes": "any" }],
    });
    manifest.to_string()
}
