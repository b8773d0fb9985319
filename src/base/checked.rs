use super::Diagnostic;

/// A stage's result together with all that it has to say.
///
/// A stage never stops at its first complaint: it returns the best value it can and every
/// complaint, so that an editor sees all of them in one run.
#[derive(Debug, Clone, Default)]
pub struct Checked<T> {
    /// The value, as good as the input allowed.
    pub value: T,
    /// What was found on the way, in no particular order.
    pub complaints: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing to say about it.
    pub fn fine(value: T) -> Self {
        Self { value, complaints: Vec::new() }
    }

    /// A value with complaints.
    pub fn new(value: T, complaints: Vec<Diagnostic>) -> Self {
        Self { value, complaints }
    }

    /// Moves the complaints into `all` and hands out the value.
    pub fn into_value(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.complaints);
        self.value
    }
}
