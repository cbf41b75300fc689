//! From hashes to numbers: open addressing over one flat table, for the one look-up that every word of a text costs.
//!
//! The keys are mixed already; a table is at most half full, so a look-up is one step and seldom two. What is looked up
//! never changes the table, so that no text can make it slow.

/// A map from hashes to numbers above 0.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    /// Key and number; 0 marks a free place. Empty, or a power of two long.
    slots: Vec<(u64, u32)>,
    count: usize,
}

impl Numbers {
    /// With room for about so many keys, so that it is not rebuilt as they come.
    pub fn with_room(keys: usize) -> Self {
        Self { slots: vec![(0, 0); (keys * 2).next_power_of_two()], count: 0 }
    }

    /// The number of a key; 0 where it has none.
    #[inline]
    pub fn get(&self, key: u64) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = Self::home(key) & mask;
        while let Some((here, number)) = self.slots.get(at) {
            if *number == 0 || *here == key {
                return *number;
            }
            at = (at + 1) & mask;
        }
        0
    }

    /// The number of a key, which is `fresh` from now on where it had none.
    pub fn get_or(&mut self, key: u64, fresh: u32) -> u32 {
        let known = self.get(key);
        if known != 0 || fresh == 0 {
            return known;
        }
        if (self.count + 1) * 2 > self.slots.len() {
            let wider = (self.slots.len() * 2).max(64);
            let before = std::mem::replace(&mut self.slots, vec![(0, 0); wider]);
            for (key, number) in before.into_iter().filter(|slot| slot.1 != 0) {
                self.put(key, number);
            }
        }
        self.put(key, fresh);
        self.count += 1;
        fresh
    }

    /// Enters a key that is not there yet; there is room.
    fn put(&mut self, key: u64, number: u32) {
        let mask = self.slots.len() - 1;
        let mut at = Self::home(key) & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = (key, number);
    }

    #[inline]
    fn home(key: u64) -> usize {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn what_was_entered_is_found_and_nothing_else() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.get(7), 0);
        for n in 1..5000u32 {
            assert_eq!(numbers.get_or(u64::from(n) << 20, n), n);
            assert_eq!(numbers.get_or(u64::from(n) << 20, n + 1), n);
        }
        for n in 1..5000u32 {
            assert_eq!(numbers.get(u64::from(n) << 20), n);
            assert_eq!(numbers.get((u64::from(n) << 20) + 1), 0);
        }
    }
}
