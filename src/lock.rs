//! Locks that outlive a panic.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What the mutex guards, also when somebody has panicked while holding it. That is right only where
/// each change under the lock is one step, so that what it guards is whole at any moment: true of
/// every mutex in the program. A page that panics then fails by itself, and takes no other with it.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
