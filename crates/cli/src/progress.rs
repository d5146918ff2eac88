//! How far a long step has come, where somebody is there to see it.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar below what is printed, or nothing.
#[derive(Debug, Clone)]
pub struct Progress {
    shown: bool,
}

/// A step of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Files are read.
    Reading,
    /// Letters are made of them.
    Importing,
    /// The site is written.
    Writing,
}

impl Progress {
    /// Nothing is shown.
    #[must_use]
    pub fn none() -> Self {
        Self { shown: false }
    }

    /// A bar on standard error, where that is a terminal: it is no part of what a program would read.
    #[must_use]
    pub fn on_terminal() -> Self {
        Self { shown: true }
    }

    /// Begins a step of so many files; dropping it clears it away. Files may be counted by several threads.
    #[must_use]
    pub fn begin(&self, step: Step, files: usize) -> Running {
        if !self.shown {
            return Running(ProgressBar::hidden());
        }
        let files = u64::try_from(files).unwrap_or(u64::MAX);
        // The target draws nothing where there is no terminal.
        let bar = ProgressBar::with_draw_target(Some(files), ProgressDrawTarget::stderr());
        let (template, word) = match step {
            Step::Reading => ("{msg} {wide_bar} {pos} of {len}", "Reading"),
            // One call makes all letters: how many are made is not known on the way.
            Step::Importing => ("{msg} {len} files", "Importing"),
            Step::Writing => ("{msg} {wide_bar} {pos} of {len}", "Writing"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(word);
        Running(bar)
    }
}

/// A step that is under way.
#[derive(Debug)]
pub struct Running(ProgressBar);

impl Running {
    /// One more file is done.
    pub fn advance(&self) {
        self.0.inc(1);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
