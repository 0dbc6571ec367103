//! Files as a failing disk or a hostile hand leaves them, drawn from a seed: the same at every run.

/// Draws mutations.
pub struct Mutator(u64);

/// What a number or a value becomes in a text.
const WORDS: [&str; 12] = [
    "18446744073709551615",
    "99999999999999999999",
    "-1",
    "1e999",
    "null",
    "[]",
    "{}",
    "\"\"",
    "\0",
    "true",
    "\n",
    "-",
];

impl Mutator {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below the bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % bound.max(1)
    }

    /// Another file made of this one by one to three changes.
    pub fn mutate(&mut self, good: &[u8]) -> Vec<u8> {
        let mut bytes = good.to_vec();
        for _ in 0..=self.below(3) {
            self.once(&mut bytes);
        }
        bytes
    }

    fn once(&mut self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            bytes.push(self.below(256) as u8);
            return;
        }
        let at = self.below(bytes.len());
        match self.below(11) {
            0 | 1 => bytes[at] ^= 1 << self.below(8),
            2 => bytes.truncate(at),
            3 => {
                let more: Vec<u8> = (0..=self.below(40)).map(|_| self.below(256) as u8).collect();
                bytes.splice(at..at, more);
            }
            4 => {
                let block = bytes[at..self.end_of_block(at, bytes.len())].to_vec();
                for _ in 0..=self.below(3) {
                    bytes.splice(at..at, block.iter().copied());
                }
            }
            5 => self.swap_blocks(bytes),
            // A length field at its largest, in either order of bytes, four or eight of them.
            6 => {
                let end = bytes.len().min(at + [4, 8][self.below(2)]);
                let fill = [0xff, 0x7f, 0x80][self.below(3)];
                bytes[at..end].fill(0xff);
                bytes[[at, end - 1][self.below(2)]] = fill;
            }
            7 => {
                let end = bytes.len().min(at + 1 + self.below(60));
                bytes.drain(at..end).for_each(drop);
            }
            8 => self.replace_value(bytes, at),
            9 => {
                let deep = ["[", "{\"a\":", "\""][self.below(3)].repeat(1 + self.below(4000));
                bytes.splice(at..at, deep.into_bytes());
            }
            _ => bytes[at] = self.below(256) as u8,
        }
    }

    fn end_of_block(&mut self, from: usize, end: usize) -> usize {
        from + 1 + self.below(end - from)
    }

    fn swap_blocks(&mut self, bytes: &mut [u8]) {
        let size = 1 + self.below(bytes.len() / 2 + 1);
        let places = bytes.len() / size;
        let (one, other) = (self.below(places) * size, self.below(places) * size);
        for at in 0..size {
            bytes.swap(one + at, other + at);
        }
    }

    /// Puts another value where a number, a word or a text of JSON stands after this place.
    fn replace_value(&mut self, bytes: &mut Vec<u8>, at: usize) {
        let begins = |byte: &u8| byte.is_ascii_digit() || *byte == b'"';
        let Some(from) = bytes[at..].iter().position(begins).map(|found| at + found) else { return };
        let rest = &bytes[from + 1..];
        let ends = |byte: &u8| !byte.is_ascii_alphanumeric();
        let end = from + 1 + rest.iter().position(ends).unwrap_or(rest.len());
        let quoted = bytes[from] == b'"' && bytes.get(end) == Some(&b'"');
        let word = WORDS[self.below(WORDS.len())];
        bytes.splice(from..end + usize::from(quoted), word.bytes());
    }
}
