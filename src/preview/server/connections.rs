//! How many may be connected at once. When there is no room, the one that has waited longest without
//! asking for anything makes way: neither slow strangers nor forgotten tabs can lock anybody out.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::task::AbortHandle;

use crate::lock::held;

/// At most so many.
const MOST: usize = 64;

/// Everyone who is connected, in order of arrival.
#[derive(Debug, Default, Clone)]
pub struct Connections(Arc<Mutex<VecDeque<Connection>>>);

#[derive(Debug)]
struct Connection {
    id: usize,
    task: AbortHandle,
    answers: Arc<AtomicUsize>,
}

impl Connections {
    /// Adds one, whose answers under way are counted; another makes way if there is no room.
    pub fn add(&self, id: usize, task: AbortHandle, answers: Arc<AtomicUsize>) {
        let mut open = held(&self.0);
        if open.len() >= MOST {
            let idle = open.iter().position(|one| one.answers.load(Ordering::Relaxed) == 0);
            if let Some(oldest) = open.remove(idle.unwrap_or(0)) {
                oldest.task.abort();
            }
        }
        open.push_back(Connection { id, task, answers });
    }

    /// One has left.
    pub fn remove(&self, id: usize) {
        let mut open = held(&self.0);
        open.retain(|one| one.id != id);
    }
}

/// An answer under way, for as long as this lives.
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
