//! Where a program's memory comes from.

use rlsf::SmallGlobalTlsf;

/// The standard library's is made for programs that take and give back in every size for days, and weighs three times as much.
#[global_allocator]
static MEMORY: SmallGlobalTlsf = SmallGlobalTlsf::new();
