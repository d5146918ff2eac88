//! What is done now and then.

use crate::workshop::Workshop;
use anyhow::Result;
pub(crate) fn bless(_: &Workshop) -> Result<()> {
    Ok(())
}
pub(crate) fn bench(_: &Workshop) -> Result<bool> {
    Ok(true)
}
pub(crate) fn fuzz(_: &Workshop, _: u64) -> Result<bool> {
    Ok(true)
}
