//! Numbers that look like chance and are the same every time.

/// A row of numbers (splitmix64): small, and the same on every machine.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    /// The row that begins at a number.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another; 0 below 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    /// A number above nought, up to one.
    pub(super) fn part(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits have room in a number of this kind")]
        let (number, all) = (((self.next() >> 11) + 1) as f64, (1_u64 << 53) as f64);
        number / all
    }

    /// Whether something happens that happens so often in a hundred times.
    pub(super) fn percent(&mut self, often: usize) -> bool {
        self.below(100) < often
    }

    /// One of a list, which is not empty.
    pub(super) fn one<'l, T: ?Sized>(&mut self, list: &[&'l T]) -> &'l T {
        list[self.below(list.len())]
    }

    /// A number below another, small ones far more often: few persons are named a hundred times, many once.
    pub(super) fn early(&mut self, end: usize) -> usize {
        let near = self.below(end) + 1;
        let nearer = self.below(near) + 1;
        self.below(nearer)
    }

    /// How many words a letter has: half of them about 190, the longest some thousands.
    pub(super) fn words(&mut self) -> usize {
        match self.below(100) {
            0..15 => 10 + self.below(30),
            15..50 => 40 + self.below(90),
            50..85 => 130 + self.below(180),
            85..98 => 310 + self.below(500),
            _ => 850 + self.below(2600),
        }
    }
}
