//! Locks that remain usable after a panic.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks the mutex, even if another thread has panicked while holding it. That is sound only if
/// each change under the lock is a single step, so that the guarded value is whole at any moment;
/// this holds for every mutex in the program. A page that panics thus fails alone and takes no
/// other page with it.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
