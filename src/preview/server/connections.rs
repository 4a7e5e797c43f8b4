//! Limits how many clients are connected at once. When there is no room, the connection that has
//! been idle longest is closed, so that neither slow clients nor forgotten tabs can lock anybody
//! out.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::task::AbortHandle;

use crate::lock::locked;

/// The greatest number of connections.
const MOST: usize = 64;

/// All connections, in order of arrival.
#[derive(Debug, Default, Clone)]
pub struct Connections(Arc<Mutex<VecDeque<Connection>>>);

#[derive(Debug)]
struct Connection {
    id: usize,
    task: AbortHandle,
    answers: Arc<AtomicUsize>,
}

impl Connections {
    /// Adds a connection, given the counter of its answers under way; if there is no room, another
    /// is closed.
    pub fn add(&self, id: usize, task: AbortHandle, answers: Arc<AtomicUsize>) {
        let mut open = locked(&self.0);
        if open.len() >= MOST {
            let idle = open.iter().position(|one| one.answers.load(Ordering::Relaxed) == 0);
            if let Some(oldest) = open.remove(idle.unwrap_or(0)) {
                oldest.task.abort();
            }
        }
        open.push_back(Connection { id, task, answers });
    }

    /// Removes a connection that has ended.
    pub fn remove(&self, id: usize) {
        let mut open = locked(&self.0);
        open.retain(|one| one.id != id);
    }
}

/// Counts an answer as under way for as long as this value lives.
#[derive(Debug)]
pub struct Answering(Arc<AtomicUsize>);

impl Answering {
    pub fn new(answers: &Arc<AtomicUsize>) -> Answering {
        answers.fetch_add(1, Ordering::Relaxed);
        Answering(answers.clone())
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
