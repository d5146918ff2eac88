//! `letterbook serve`: an edition on this machine alone, built again whenever a file changes, with the report in the
//! page.

mod answer;
mod lines;
mod watch;

use crate::check::findings;
use crate::folder::{FolderError, read_folder};
use crate::pages::Pages;
use crate::site::{Made, VIEWER, make};
use answer::answer;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use lines::lines;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::runtime;
use tokio::sync::watch::{Receiver, Sender, channel};

/// How often the sources are looked at.
const LOOK: Duration = Duration::from_millis(400);

/// What to serve.
#[derive(Debug, Clone, Copy)]
pub struct ServeOptions<'p> {
    /// The folder of the edition.
    pub folder: &'p Path,
    /// The port; 0 for any that is free.
    pub port: u16,
}

/// The site as it was built last, and the report on the sources as they are now.
#[derive(Debug, Clone, Default)]
struct Built {
    /// How often it was built: a page asks what came after its own.
    number: u64,
    /// The files, by path. Those of the last build that came to something.
    files: Arc<BTreeMap<String, Vec<u8>>>,
    /// The path under which the site will stand; what is asked for there is what is asked for at the root.
    base: String,
    /// The pages, printed when they are asked for.
    pages: Option<Arc<Pages>>,
    /// The folders and files that letters come from; they may lie elsewhere than the edition.
    sources: Vec<PathBuf>,
    /// The report: `{"build": 3, "error": null, "letters": 600, "findings": […]}`.
    report: Arc<Value>,
}

/// A site that is being served, for as long as this is kept.
#[derive(Debug)]
pub struct Serving {
    /// Where it is found, without a slash at the end.
    pub address: String,
    /// Says when an edition was built anew, and with what result.
    builds: Receiver<Built>,
}

impl Serving {
    /// Waits for builds, and says each in a line, until the program is stopped.
    ///
    /// # Errors
    /// Where the lines cannot be written.
    pub fn report(mut self, out: &mut dyn Write) -> io::Result<()> {
        loop {
            let report = self.builds.borrow_and_update().report.clone();
            out.write_all(lines(&report).as_bytes())?;
            let Ok(runtime) = runtime::Builder::new_current_thread().build() else { return Ok(()) };
            if runtime.block_on(self.builds.changed()).is_err() {
                return Ok(());
            }
        }
    }
}

/// Serves an edition on this machine, and builds it again when its files change.
///
/// # Errors
/// Where the folder cannot be read at first, the port is taken, or the command has no viewer in it.
pub fn serve(options: ServeOptions<'_>) -> Result<Serving, FolderError> {
    serve_with(VIEWER, options)
}

/// The same with the files of a viewer.
///
/// # Errors
/// As above.
pub fn serve_with(
    viewer: &'static [(&'static str, &'static [u8])],
    options: ServeOptions<'_>,
) -> Result<Serving, FolderError> {
    if viewer.is_empty() {
        return Err(FolderError::NoViewer);
    }
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let port = |reason| FolderError::Serve { address: wanted.to_string(), reason };
    let listener = TcpListener::bind(wanted).map_err(port)?;
    listener.set_nonblocking(true).map_err(port)?;
    let address = format!("http://{}", listener.local_addr().map_err(port)?);
    let early = watch::look(options.folder, &[]);
    // The first build is not forgiven: a wrong folder is to be said at once.
    let first = build(viewer, options.folder, &Built::default())?;
    // What changed in the meantime is a change.
    let same = watch::look(options.folder, &[]) == early;
    let before = if same { watch::look(options.folder, &first.sources) } else { watch::Look::default() };
    let (sender, builds) = channel(first);
    let folder = options.folder.to_owned();
    thread::spawn(move || keep_building(viewer, &folder, before, &sender));
    let served = builds.clone();
    thread::spawn(move || {
        let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
        runtime.block_on(accept(listener, served))
    });
    Ok(Serving { address, builds })
}

fn keep_building(viewer: &[(&str, &[u8])], folder: &Path, mut before: watch::Look, builds: &Sender<Built>) {
    // Ends when nobody asks for builds any more.
    while !builds.is_closed() {
        thread::sleep(LOOK);
        let now = watch::look(folder, &builds.borrow().sources);
        if now == before {
            continue;
        }
        before = now;
        let last = builds.borrow().clone();
        let next = build(viewer, folder, &last).unwrap_or_else(|error| {
            // What was built last stays; the page says why there is nothing newer.
            let number = last.number + 1;
            let report = json!({"build": number, "error": error.to_string(), "letters": 0, "findings": []});
            Built { number, report: Arc::new(report), ..last.clone() }
        });
        builds.send_replace(next);
    }
}

fn build(viewer: &[(&str, &[u8])], folder: &Path, last: &Built) -> Result<Built, FolderError> {
    let read = read_folder(folder)?;
    let number = last.number + 1;
    let letters = read.edition.letters.len();
    let error = (letters == 0).then_some("there is no letter to show");
    let report = json!({"build": number, "error": error, "letters": letters, "findings": findings(&read)});
    let base = read.config.base.as_ref().map_or("/", |base| base.path()).to_owned();
    let sources = read.sources.clone();
    let mut built = Built { number, sources, report: Arc::new(report), base, ..last.clone() };
    if letters > 0 || last.number == 0 {
        let Made { files, pages } = make(viewer, read)?;
        let files = files.into_iter().map(|(name, bytes)| (name.into_owned(), bytes.into_owned()));
        let parts = pages.parts().map(|(name, bytes)| (name, bytes.to_owned()));
        built.files = Arc::new(files.chain(parts).collect());
        built.pages = Some(Arc::new(pages));
    }
    Ok(built)
}

async fn accept(listener: TcpListener, builds: Receiver<Built>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (connection, _) = listener.accept().await?;
        let builds = builds.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<Incoming>| {
                let builds = builds.clone();
                async move { Ok::<_, Infallible>(answer(request.uri(), builds).await) }
            });
            // A browser that went away needs no answer.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(connection), service).await;
        });
    }
}
