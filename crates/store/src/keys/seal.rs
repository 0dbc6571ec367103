//! Small locked boxes: XChaCha20-Poly1305 with a random nonce, and keys drawn from keys by label.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

use crate::error::Result;
use crate::ids::random;

/// 32 secret bytes, wiped when dropped and never printed.
#[derive(Clone)]
pub(crate) struct Secret(pub(crate) [u8; 32]);

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    pub(crate) fn random() -> Result<Self> {
        random::<32>().map(Self)
    }

    /// Another key for another purpose, from which this one cannot be found.
    pub(crate) fn derive(&self, salt: &[u8], label: &str) -> Secret {
        let mut out = Secret([0; 32]);
        let filled = Hkdf::<Sha256>::new(Some(salt), &self.0).expand(label.as_bytes(), &mut out.0);
        debug_assert!(filled.is_ok(), "32 bytes are always within what HKDF may give");
        out
    }

    pub(crate) fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // A key of any length is taken, so that this cannot fail; an all-zero answer would fail every check.
        let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.0) else { return [0; 32] };
        for part in parts {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// True when both are equal, in a time that does not depend on where they differ.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0u8, |all, (x, y)| all | (x ^ y)) == 0
}

pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// Locks `plain`: nonce (24 bytes), then the ciphertext with its tag (16 bytes).
pub(crate) fn seal(key: &Secret, aad: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let nonce = random::<24>()?;
    let mut sealed = Vec::with_capacity(40 + plain.len());
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&seal_with(key, &nonce, aad, plain));
    Ok(sealed)
}

/// Opens what [`seal`] locked; `None` when the key or the associated data are others or a bit changed.
pub(crate) fn open(key: &Secret, aad: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<24>()?;
    open_with(key, nonce, aad, rest)
}

pub(crate) fn seal_with(key: &Secret, nonce: &[u8; 24], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new(&key.0.into());
    let sealed = cipher.encrypt(&(*nonce).into(), Payload { msg: plain, aad });
    debug_assert!(sealed.is_ok(), "only a message of 256 GiB is too long");
    sealed.unwrap_or_default()
}

pub(crate) fn open_with(key: &Secret, nonce: &[u8; 24], aad: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(&key.0.into());
    cipher.decrypt(&(*nonce).into(), Payload { msg: sealed, aad }).ok()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Bytes that stand in JSON as lower-case hexadecimal.
pub(crate) mod as_hex {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::hex(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, T: TryFrom<Vec<u8>>>(
        from: D,
    ) -> Result<T, D::Error> {
        let text = String::deserialize(from)?;
        let bytes = super::unhex(&text).ok_or_else(|| D::Error::custom("not hexadecimal"))?;
        T::try_from(bytes).map_err(|_| D::Error::custom("wrong number of bytes"))
    }
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    // Only as we write it: a changed letter case is a changed byte.
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    digits
        .chunks_exact(2)
        .map(|pair| match pair {
            [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
            _ => None,
        })
        .collect()
}
