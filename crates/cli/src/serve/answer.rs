//! What is answered to a browser: files of the site, and the report.

use super::Built;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use hyper::{Response, StatusCode, Uri};
use std::path::Path;
use tokio::sync::watch::Receiver;

const SCRIPT: &str = include_str!("report.js");
const STYLE: &str = include_str!("report.css");
/// What the pages of the site get on their way.
const HEAD: &str = "<link rel=\"stylesheet\" href=\"/-/report.css\">\n    <script type=\"module\" src=\"/-/report.js\"></script>\n  </head>";

/// The answer to an address. `/-/report?after=3` waits for the fourth build.
pub(super) async fn answer(uri: &Uri, mut builds: Receiver<Built>) -> Response<Full<Bytes>> {
    match uri.path() {
        "/-/report.js" => found("report.js", SCRIPT.into()),
        "/-/report.css" => found("report.css", STYLE.into()),
        "/-/report" => {
            let after = uri.query().and_then(|query| query.strip_prefix("after="));
            let after: u64 = after.and_then(|after| after.parse().ok()).unwrap_or_default();
            let built = builds.wait_for(|built| built.number > after).await;
            match built {
                Ok(built) => found("report.json", built.report.to_string().into()),
                Err(_) => missing(),
            }
        }
        path => {
            let built = builds.borrow().clone();
            let name = path.trim_start_matches('/');
            if let Some(bytes) = built.files.get(name) {
                return found(name, bytes.clone().into());
            }
            let page =
                |file: &str| built.pages.as_ref()?.at(file).map(|page| page.replacen("</head>", HEAD, 1));
            let folder = path.ends_with('/').then(|| [name, "index.html"].concat());
            match (folder.and_then(|file| page(&file)), page("404.html")) {
                (Some(page), _) => found("index.html", page.into()),
                (None, Some(page)) => {
                    respond(StatusCode::NOT_FOUND, media_type(Path::new("404.html")), page.into())
                }
                (None, None) => missing(),
            }
        }
    }
}

fn found(name: &str, body: Bytes) -> Response<Full<Bytes>> {
    let kind = media_type(Path::new(name));
    respond(StatusCode::OK, kind, body)
}

fn missing() -> Response<Full<Bytes>> {
    respond(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", "There is no such file.\n".into())
}

fn respond(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    // What was built a moment ago is not to be looked for in a cache.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
