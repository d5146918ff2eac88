//! Where the work is done: the folders of the project, and other programs.

use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The features of the viewer's smaller programs.
pub(crate) const FEATURES: &str = "viewer/code,viewer/search";

/// The folders that every task needs.
#[derive(Debug)]
pub(crate) struct Workshop {
    /// The root of the workspace.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// Whether the linter stands before the compiler, so that what is built is looked over at the same time.
    linted: bool,
}

impl Workshop {
    /// Finds the project from where xtask was compiled, and the target folder as Cargo was told.
    pub(crate) fn find() -> Result<Workshop> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        fs::create_dir_all(&target)?;
        Ok(Workshop { target: target.canonicalize()?, root, linted: false })
    }

    /// The same with the linter before the compiler. It takes the compiler's place for the packages of this workspace, as
    /// Cargo's own command for it has it do; what it builds is not mixed with what the compiler alone has built.
    pub(crate) fn linted(self) -> Workshop {
        Workshop { linted: true, ..self }
    }

    /// Cargo, in the root of the project.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.plain_cargo(arguments);
        if self.linted {
            command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
        }
        command
    }

    /// Cargo with nothing before the compiler: for what others will run.
    pub(crate) fn plain_cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        if env::var_os("CI").is_some() {
            // Nobody builds again there, and what a second build would need is half of the target folder.
            command.env("CARGO_INCREMENTAL", "0");
        }
        command
    }

    /// A program of this workspace, run. It is chosen by its name, with the features of all that is tested: a package by
    /// itself has other features, and most of what it is made of would be compiled once more.
    pub(crate) fn program(&self, name: &str) -> Command {
        self.cargo(&["run", "--quiet", "--features", FEATURES, "--bin", name, "--"])
    }

    /// Any program, in the root of the project.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// The folder of programs that were installed for this project alone.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// A program published as a crate: the one installed before, or a fresh one in [`Workshop::tools`].
    pub(crate) fn cargo_tool(&self, name: &str, version: &str, duration: &str) -> Result<PathBuf> {
        let tools = self.tools();
        let program = tools.join("bin").join(name);
        let known = fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
        if program.is_file() && known.contains(&format!("\"{name} {version} ")) {
            return Ok(program);
        }
        println!("Installing {name} {version} into target/tools ({duration}) ...");
        // Unoptimized: it runs for seconds, and is built in half the time.
        let mut install =
            self.plain_cargo(&["install", name, "--version", version, "--locked", "--debug", "--root"]);
        let build = tools.join("build");
        install.arg(&tools).arg("--target-dir").arg(&build).env("CARGO_PROFILE_DEV_DEBUG", "0");
        run(&mut install)?;
        // Gigabytes that nobody needs any more.
        fs::remove_dir_all(&build).with_context(|| format!("{} cannot be removed", build.display()))?;
        Ok(program)
    }
}

/// Runs a program that talks to the terminal itself.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{} cannot be started", words(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", words(command));
    }
    Ok(())
}

/// Runs a program and returns what it wrote to its standard output, with its success. What it says as an error is
/// shown as it comes.
pub(crate) fn capture(command: &mut Command) -> Result<(String, bool)> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} cannot be started", words(command)))?;
    Ok((String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success()))
}

/// The first of some programs that can be found on the path.
pub(crate) fn which(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

fn words(command: &Command) -> String {
    let mut words = command.get_program().to_string_lossy().into_owned();
    for word in command.get_args() {
        words.push(' ');
        words.push_str(&word.to_string_lossy());
    }
    words
}
