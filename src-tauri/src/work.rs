//! What takes long. The window hears how far it is on a channel, and gives it up by that channel's number.

use std::{
    collections::HashMap,
    ops::ControlFlow,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use rapporteur_core::wire::Progress;
use tauri::ipc::Channel;

/// Whether each of what is under way was given up, by the number of its channel.
#[derive(Default, Clone)]
pub struct Works(Arc<Mutex<HashMap<u32, Arc<AtomicBool>>>>);

/// One of them, for as long as it is held.
pub struct Work {
    channel: Channel<Progress>,
    given_up: Arc<AtomicBool>,
    works: Works,
}

impl Works {
    /// Begins something; it may have been given up already, since the window's questions do not keep their order.
    pub fn begin(&self, channel: Channel<Progress>) -> Work {
        let given_up = self.of(channel.id());
        Work { channel, given_up, works: self.clone() }
    }

    /// Lets what tells by this channel break off.
    pub fn give_up(&self, channel: u32) {
        self.of(channel).store(true, Ordering::Relaxed);
    }

    fn of(&self, channel: u32) -> Arc<AtomicBool> {
        Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(channel).or_default())
    }
}

impl Work {
    /// Says how far it is; broken off where the window gave it up. One that no longer listens does not hold it up.
    pub fn tell(&self, doing: &str, done: u32, total: u32) -> ControlFlow<()> {
        let _ = self.channel.send(Progress { doing: doing.into(), done, total });
        if self.is_given_up() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    pub fn is_given_up(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.works.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.channel.id());
    }
}

#[cfg(test)]
mod tests {
    use tauri::ipc::Channel;

    use super::Works;

    #[test]
    fn each_is_given_up_by_its_own_number_also_before_it_begins() {
        let works = Works::default();
        let (one, other) = (Channel::new(|_| Ok(())), Channel::new(|_| Ok(())));
        let (first, second) = (one.id(), other.id());
        works.give_up(first);
        let (one, other) = (works.begin(one), works.begin(other));
        assert!(one.tell("", 0, 1).is_break());
        assert!(other.tell("", 0, 1).is_continue());
        works.give_up(second);
        assert!(other.tell("", 1, 1).is_break());
        drop((one, other));
        assert!(works.0.lock().unwrap().is_empty());
    }
}
