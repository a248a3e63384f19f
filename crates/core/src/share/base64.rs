//! Bytes in the characters that an address may hold: the URL's base64 (RFC 4648, section 5), without
//! padding. A crate for it would come to 3 KB of the app.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Four characters for three bytes.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for group in bytes.chunks(3) {
        let byte = |place| group.get(place).copied().unwrap_or(0);
        let (first, second, third) = (byte(0), byte(1), byte(2));
        let sixes = [first >> 2, first << 4 | second >> 4, second << 2 | third >> 6, third];
        let letters = sixes.iter().take(group.len().saturating_add(1));
        text.extend(letters.filter_map(|six| ALPHABET.get(usize::from(six & 63))).map(|it| char::from(*it)));
    }
    text
}

/// The bytes again; `None` of a text that [`encode`] does not write.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len().div_ceil(4).saturating_mul(3));
    for group in text.as_bytes().chunks(4) {
        let mut sixes = [0; 4];
        for (six, letter) in sixes.iter_mut().zip(group) {
            *six = six_of(*letter)?;
        }
        let [first, second, third, fourth] = sixes;
        let all = [first << 2 | second >> 4, second << 4 | third >> 2, third << 6 | fourth];
        let count = group.len().checked_sub(1).filter(|count| *count > 0)?;
        // What is left of the last letter must be nothing, so that bytes have one text alone.
        if all.iter().skip(count).any(|rest| group.len() < 4 && *rest != 0) {
            return None;
        }
        bytes.extend(all.iter().take(count));
    }
    Some(bytes)
}

fn six_of(letter: u8) -> Option<u8> {
    let place = ALPHABET.iter().position(|known| *known == letter)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_the_rfc_hold() {
        let vectors = ["", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"];
        for (count, text) in vectors.into_iter().enumerate() {
            let bytes = &b"foobar"[..count];
            assert_eq!(encode(bytes), text);
            assert_eq!(decode(text).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn all_bytes_come_back() {
        let bytes: Vec<u8> = (0..=255).collect();
        for start in 0..3 {
            assert_eq!(decode(&encode(&bytes[start..])).as_deref(), Some(&bytes[start..]));
        }
    }

    #[test]
    fn what_is_never_written_is_not_read() {
        for text in ["A", "Zm9vY", "Zg==", "Zh", "Zm9", "Z g", "Zm+v", "Zm/v", "Zé", "\0\0\0\0"] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}
