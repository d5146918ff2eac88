//! How many threads work at once.

use crate::folder::FolderError;
use std::num::NonZeroUsize;

/// Does some work with so many threads; as many as the machine has processors where no number is given. What comes of it
/// is the same for every number.
///
/// # Errors
/// Those of the work; where the system gives no threads.
pub fn with_jobs<T: Send>(
    jobs: Option<NonZeroUsize>,
    work: impl FnOnce() -> Result<T, FolderError> + Send,
) -> Result<T, FolderError> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs.map_or(0, NonZeroUsize::get));
    let pool = threads.build().map_err(|error| FolderError::Threads(error.to_string()))?;
    pool.install(work)
}
