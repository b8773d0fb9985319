use tokio::task::AbortHandle;

/// So many places for what clients keep open. When all are taken, who has been there longest has to
/// go: no client can keep the others out by holding on.
#[derive(Debug)]
pub struct Room {
    size: usize,
    taken: Vec<AbortHandle>,
}

impl Room {
    /// A room of so many places.
    pub fn of(size: usize) -> Self {
        Self { size, taken: Vec::new() }
    }

    /// Gives a place to a task.
    pub fn take(&mut self, task: AbortHandle) {
        self.taken.retain(|task| !task.is_finished());
        while self.taken.len() >= self.size.max(1) {
            self.free_one();
        }
        self.taken.push(task);
    }

    /// Ends what has been there longest.
    pub fn free_one(&mut self) {
        if !self.taken.is_empty() {
            self.taken.remove(0).abort();
        }
    }
}
