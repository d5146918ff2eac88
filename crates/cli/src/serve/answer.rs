//! What is answered to a browser: files of the site, and the report.

use super::Built;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION, X_CONTENT_TYPE_OPTIONS};
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
            // The page for what does not exist names its style sheet, and where it leads to, from where the site will stand.
            let below = path.strip_prefix(&*built.base).filter(|_| built.base != "/");
            let tried = [Some(path), below].into_iter().flatten();
            tried.filter_map(|path| at(&built, path, uri.query())).next().unwrap_or_else(|| {
                page(&built, "404.html").map_or_else(missing, |page| {
                    respond(StatusCode::NOT_FOUND, media_type(Path::new("404.html")), page.into())
                })
            })
        }
    }
}

/// What is at a path of the site. Of a page without its last slash, where it is: so do hosts.
fn at(built: &Built, path: &str, query: Option<&str>) -> Option<Response<Full<Bytes>>> {
    let name = path.trim_start_matches('/');
    if let Some(bytes) = built.files.get(name) {
        return Some(found(name, bytes.clone().into()));
    }
    if name.is_empty() || name.ends_with('/') {
        let file = [name, "index.html"].concat();
        // What leads from an old address to a letter is a file like others.
        let old = || built.files.get(&file).map(|bytes| bytes.clone().into());
        return page(built, &file).map(Bytes::from).or_else(old).map(|body| found("index.html", body));
    }
    built.pages.as_ref().filter(|pages| pages.has(&[name, "/index.html"].concat()))?;
    let query = query.map(|query| ["?", query].concat()).unwrap_or_default();
    let there = HeaderValue::from_str(&["/", name, "/", &query].concat()).ok()?;
    let mut response = respond(
        StatusCode::MOVED_PERMANENTLY,
        "text/plain; charset=utf-8",
        "It has a slash at its end.\n".into(),
    );
    response.headers_mut().insert(LOCATION, there);
    Some(response)
}

/// A page of the site, with what shows the report.
fn page(built: &Built, file: &str) -> Option<String> {
    built.pages.as_ref()?.at(file).map(|page| page.replacen("</head>", HEAD, 1))
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
