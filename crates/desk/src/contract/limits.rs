//! What an argument may be: texts with a length, lists with a count, pages with a size. A value that
//! does not fit is turned away while it is being read, so that nobody behind the door checks it again.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;
use ts_rs::{Config, TS};

/// A text of at most `N` characters without control characters (line ends and tabs are let through).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Text<const N: usize>(String);

impl<const N: usize> Text<N> {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text without blanks at its ends, or nothing when only blanks were typed.
    pub fn trimmed(&self) -> Option<&str> {
        let text = self.0.trim();
        (!text.is_empty()).then_some(text)
    }

    pub fn parse(text: &str) -> Result<Self, &'static str> {
        if text.len() > N * 4 || text.chars().count() > N {
            return Err("the text is longer than this field takes");
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t' && c != '\r') {
            return Err("the text holds control characters");
        }
        Ok(Self(text.to_owned()))
    }
}

impl<const N: usize> fmt::Debug for Text<N> {
    /// What people type may be personal, so it never reaches a log through `{:?}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}

impl<'de, const N: usize> Deserialize<'de> for Text<N> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Text::parse(&text).map_err(D::Error::custom)
    }
}

/// A password as typed: at most 1024 characters, wiped when dropped as far as the language allows.
#[derive(Clone, Default)]
pub struct Password(String);

impl Password {
    /// Longer than anyone types, short enough not to feed the key derivation with megabytes.
    const CHARACTERS_MAX: usize = 1024;

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Drop for Password {
    fn drop(&mut self) {
        // Overwriting in place needs the bytes, not the text; zero is valid UTF-8.
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        std::hint::black_box(&bytes);
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

impl<'de> Deserialize<'de> for Password {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        if text.chars().count() > Self::CHARACTERS_MAX {
            return Err(D::Error::custom("the password is too long"));
        }
        Ok(Self(text))
    }
}

/// A list of at most `N` things.
#[derive(Clone, Debug)]
pub struct Few<T, const N: usize>(Vec<T>);

impl<T, const N: usize> Few<T, N> {
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T, const N: usize> Default for Few<T, N> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>, const N: usize> Deserialize<'de> for Few<T, N> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Counted<T, const N: usize>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>, const N: usize> Visitor<'de> for Counted<T, N> {
            type Value = Few<T, N>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of at most {N}")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element()? {
                    if all.len() == N {
                        return Err(A::Error::custom("the list is longer than this field takes"));
                    }
                    all.push(one);
                }
                Ok(Few(all))
            }
        }
        input.deserialize_seq(Counted(PhantomData))
    }
}

/// Which part of a long list: at most [`Page::ROWS_MAX`] rows at once.
#[derive(Clone, Copy, Debug, serde::Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub offset: u32,
    pub limit: u16,
}

impl Page {
    pub const ROWS_MAX: u16 = 200;

    /// The number of rows to read, never more than the largest page.
    pub fn rows(self) -> usize {
        usize::from(self.limit.min(Self::ROWS_MAX))
    }

    pub fn skip(self) -> usize {
        usize::try_from(self.offset).unwrap_or(usize::MAX)
    }
}

/// Types that look like a plain text in TypeScript.
macro_rules! plain_text {
    ($($(#[$bound:meta])* [$($generics:tt)*] $name:ty),* $(,)?) => {$(
        impl<$($generics)*> TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(_: &Config) -> String {
                "string".to_owned()
            }
            fn inline(_: &Config) -> String {
                "string".to_owned()
            }
        }
    )*};
}
plain_text!([const N: usize] Text<N>, [] Password);

impl<T: TS + 'static, const N: usize> TS for Few<T, N> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(cfg: &Config) -> String {
        format!("Array<{}>", T::name(cfg))
    }
    fn inline(cfg: &Config) -> String {
        format!("Array<{}>", T::inline(cfg))
    }
    fn visit_dependencies(visitor: &mut impl ts_rs::TypeVisitor) {
        visitor.visit::<T>();
        T::visit_dependencies(visitor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_in_characters_and_refuses_control_characters() {
        let rows: [(&str, bool); 5] =
            [("әліп", true), ("қаңтар", false), ("a\nb", true), ("a\0b", false), ("\u{7f}", false)];
        for (text, fits) in rows {
            assert_eq!(Text::<5>::parse(text).is_ok(), fits, "{text:?} in a field of five");
        }
    }

    #[test]
    fn a_list_longer_than_its_field_is_turned_away_while_reading() {
        assert!(serde_json::from_str::<Few<u8, 2>>("[1,2]").is_ok(), "two fit into two");
        assert!(serde_json::from_str::<Few<u8, 2>>("[1,2,3]").is_err(), "the third does not fit");
    }

    #[test]
    fn what_was_typed_is_not_printed() {
        let text: Text<40> = Text::parse("Серікова").unwrap();
        assert!(!format!("{text:?} {:?}", Password::new("hunter2")).contains("Серік"), "no name in a log");
        assert!(!format!("{:?}", Password::new("hunter2")).contains("hunter2"), "no password in a log");
    }
}
