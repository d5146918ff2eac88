//! `letterbook`: the command of editors.

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use cli::{
    BuildOptions, CheckOptions, Deny, Detail, ExportFormat, ExportOptions, Format, InspectOptions, Pipe,
};
use cli::{Progress, ReportFormat, ServeOptions};
use cli::{build, check, completions, export, inspect, man, serve, start, with_jobs};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

/// An edition is made of many small things by several threads at once: with the allocator of the system every fifth moment
/// goes into finding room for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Letters into an edition that opens in a browser.
#[derive(Debug, Parser)]
#[command(
    name = "letterbook",
    version,
    after_help = "Exit codes: 0 done; 1 check and inspect: there are errors, build: nothing was written; 2 usage or disk.\nbuild and export end with 0 where they wrote something: what was found is counted on standard error, a letter\nthat cannot be read is left out and named. --deny says what is to stop them."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print everything that is found in a letter
    #[command(
        after_help = "Examples:\n  letterbook inspect letter.txt\n  letterbook inspect letter.txt --register register.toml\n  letterbook inspect letter.txt --format json > letter.json"
    )]
    Inspect {
        /// The letter: .txt as printed, .xml TEI P5, .md Markdown
        file: PathBuf,
        /// The side file that names persons, places and works
        #[arg(long)]
        register: Option<PathBuf>,
        /// For people or for programs
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Write a small edition to start from: one letter of each format, a register
    #[command(after_help = "Example:\n  letterbook new my-letters")]
    New {
        /// The folder; new, or empty
        folder: PathBuf,
    },
    /// Report every mistake in the folder of an edition
    #[command(
        after_help = "Examples:\n  letterbook check my-letters\n  letterbook check my-letters --format sarif > letters.sarif\n  letterbook check my-letters --deny warnings"
    )]
    Check {
        /// The folder: letters, register.toml, letterbook.toml
        folder: PathBuf,
        /// For people or for programs; paths begin at the folder
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,
        /// At which findings it ends with 1
        #[arg(long, value_enum, default_value_t = Deny::Errors)]
        deny: Deny,
        #[command(flatten)]
        work: Work,
    },
    /// Build an edition: a folder that any web server can serve, or a single file
    #[command(
        after_help = "Examples:\n  letterbook build my-letters -o site\n  letterbook build my-letters -o site --deny errors\n  letterbook build my-letters --single-file -o letters.html\n\nA letter that cannot be read is left out and named; errors in letterbook.toml stop the build. OUT is written beside its place and then put there."
    )]
    Build {
        /// The folder: letters, register.toml, letterbook.toml
        folder: PathBuf,
        /// Where the site goes
        #[arg(short, long)]
        out: PathBuf,
        /// Which findings stop the build; without it those in letterbook.toml alone
        #[arg(long, value_enum)]
        deny: Option<Deny>,
        /// The same as --deny warnings
        #[arg(long, conflicts_with = "deny")]
        strict: bool,
        /// One HTML file in place of a folder: it opens from a disk or a USB stick, without a network
        #[arg(long)]
        single_file: bool,
        #[command(flatten)]
        work: Work,
    },
    /// Write the letters as records: for search engines, for correspSearch, for other programs
    #[command(
        after_help = "Examples:\n  letterbook export my-letters > letters.jsonl\n  letterbook export my-letters --out letters.jsonl --quiet\n  letterbook export my-letters --format cmif --date 2026-11-30 --out cmif.xml\n\nThe fields, and how OpenSearch, Typesense and Meilisearch take them in: crates/cli/EXPORT.md."
    )]
    Export {
        /// The folder: letters, register.toml, letterbook.toml
        folder: PathBuf,
        /// The form of the records
        #[arg(long, value_enum, default_value_t = ExportFormat::Jsonl)]
        format: ExportFormat,
        /// The day of the last change, which CMIF asks for
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
        date: Option<String>,
        /// Where they go, in place of standard output
        #[arg(short, long)]
        out: Option<PathBuf>,
        #[command(flatten)]
        work: Work,
    },
    /// Show an edition in the browser while it is worked on, with the report in the page
    #[command(
        after_help = "Examples:\n  letterbook serve my-letters\n  letterbook serve my-letters --port 8081\n\nThe edition is built again whenever a file changes, and the page follows. Only this machine can see it."
    )]
    Serve {
        /// The folder: letters, register.toml, letterbook.toml
        folder: PathBuf,
        /// Where on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Print the script by which a shell completes the command's words
    #[command(
        after_help = "Example:\n  letterbook completions bash > ~/.local/share/bash-completion/completions/letterbook"
    )]
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the page for man(1)
    #[command(
        after_help = "Examples:\n  letterbook man > letterbook.1\n  letterbook man check > letterbook-check.1"
    )]
    Man {
        /// Of which command; of the whole, where none is named
        command: Option<String>,
    },
}

/// How the work is done.
#[derive(Debug, clap::Args)]
struct Work {
    /// Show no progress, and print errors and warnings only
    #[arg(short, long)]
    quiet: bool,
    /// How many threads work at once, 1 to 256; all processors, where nothing is said
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

impl Work {
    fn detail(&self) -> Detail {
        if self.quiet { Detail::Problems } else { Detail::Everything }
    }

    fn jobs(&self) -> Option<NonZeroUsize> {
        self.jobs.and_then(|jobs| NonZeroUsize::new(jobs.into()))
    }

    fn progress(&self) -> Progress {
        if self.quiet { Progress::none() } else { Progress::on_terminal() }
    }
}

/// A day, as it is written.
fn day(text: &str) -> Result<String, String> {
    match dates::parse_edtf(text) {
        Ok(dates::Edtf::Date(date)) if date.full().is_some() && text.len() == 10 => Ok(text.to_owned()),
        _ => Err("it has to be a day, like 2026-11-30".to_owned()),
    }
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Inspect { file, register, format } => {
            let options = InspectOptions { file: &file, register: register.as_deref(), format };
            inspect(
                &options,
                &mut Pipe::to(std::io::stdout().lock()),
                &mut Pipe::to(std::io::stderr().lock()),
            )
            .map_err(|error| error.to_string())
        }
        Command::New { folder } => start(&folder).map(|()| false).map_err(|error| error.to_string()),
        Command::Check { folder, format, deny, work } => {
            let options =
                CheckOptions { folder: &folder, format, detail: work.detail(), progress: work.progress() };
            with_jobs(work.jobs(), || check(&options, &mut Pipe::to(std::io::stdout().lock())))
                .map(|counts| deny.any(&counts))
                .map_err(|error| error.to_string())
        }
        Command::Build { folder, out, deny, strict, single_file, work } => {
            let deny = if strict { Some(Deny::Warnings) } else { deny };
            let (detail, progress) = (work.detail(), work.progress());
            let options = BuildOptions { folder: &folder, out: &out, deny, single_file, detail, progress };
            // Not locked: the threads that show progress write there too.
            with_jobs(work.jobs(), || build(&options, &mut Pipe::to(std::io::stderr())))
                .map(|built| !built.written())
                .map_err(|error| error.to_string())
        }
        Command::Export { folder, format, date, out, work } => {
            let (detail, progress) = (work.detail(), work.progress());
            let (date, out) = (date.as_deref(), out.as_deref());
            let options = ExportOptions { folder: &folder, format, date, out, detail, progress };
            // As above.
            with_jobs(work.jobs(), || {
                export(&options, &mut Pipe::to(std::io::stdout().lock()), &mut Pipe::to(std::io::stderr()))
            })
            .map(|_| false)
            .map_err(|error| error.to_string())
        }
        Command::Serve { folder, port } => serve(ServeOptions { folder: &folder, port })
            .map_err(|error| error.to_string())
            .and_then(|serving| {
                eprintln!("\n  {}/\n\nCtrl+C ends it.\n", serving.address);
                serving.report(&mut Pipe::to(std::io::stderr())).map_err(|error| error.to_string())
            })
            .map(|()| false),
        Command::Completions { shell } => {
            completions(Arguments::command(), shell, &mut Pipe::to(std::io::stdout().lock()))
                .map(|()| false)
                .map_err(|error| error.to_string())
        }
        Command::Man { command } => {
            man(Arguments::command(), command.as_deref(), &mut Pipe::to(std::io::stdout().lock()))
                .map(|()| false)
                .map_err(|error| error.to_string())
        }
    };
    match outcome {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(1),
        Err(error) => {
            eprintln!("letterbook: {error}");
            ExitCode::from(2)
        }
    }
}
