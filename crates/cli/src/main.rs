//! `letterbook`: the command of editors.

use clap::{Parser, Subcommand};
use cli::{Format, InspectOptions, inspect};
use std::path::PathBuf;
use std::process::ExitCode;

/// Letters into an edition that opens in a browser.
#[derive(Debug, Parser)]
#[command(
    name = "letterbook",
    version,
    about,
    after_help = "Exit codes: 0 fine, 1 the letter has errors, 2 usage or disk."
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
        /// The letter, as plain text
        file: PathBuf,
        /// The side file that names persons, places and works
        #[arg(long)]
        register: Option<PathBuf>,
        /// For people or for programs
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

fn main() -> ExitCode {
    let Command::Inspect { file, register, format } = Arguments::parse().command;
    let options = InspectOptions { file: &file, register: register.as_deref(), format };
    match inspect(&options, &mut std::io::stdout().lock(), &mut std::io::stderr().lock()) {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(1),
        Err(error) => {
            eprintln!("letterbook: {error}");
            ExitCode::from(2)
        }
    }
}
