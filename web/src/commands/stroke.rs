//! A stroke on the keyboard.

/// A key, alone or with Ctrl (on a Mac ⌘).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The key as `KeyboardEvent.key` has it, in lower case.
    pub key: &'static str,
    /// Whether Ctrl is held.
    pub control: bool,
    /// Whether Shift is held. Without Ctrl it is not asked for: where `?` lies differs by keyboard.
    pub shift: bool,
}

impl Stroke {
    /// A key alone.
    #[must_use]
    pub const fn plain(key: &'static str) -> Self {
        Self { key, control: false, shift: false }
    }

    /// A key with Ctrl.
    #[must_use]
    pub const fn control(key: &'static str) -> Self {
        Self { key, control: true, shift: false }
    }

    /// A key with Ctrl and Shift.
    #[must_use]
    pub const fn control_shift(key: &'static str) -> Self {
        Self { key, control: true, shift: true }
    }

    /// Whether this is what was pressed.
    #[must_use]
    pub fn is(self, key: &str, control: bool, shift: bool) -> bool {
        self.key.eq_ignore_ascii_case(key) && self.control == control && (!control || self.shift == shift)
    }

    /// `N`, `Ctrl + Shift + Z`, on a Mac `⌘ ⇧ Z`.
    #[must_use]
    pub fn words(self, is_mac: bool) -> String {
        let (control, shift) = if is_mac { ("⌘ ", "⇧ ") } else { ("Ctrl + ", "Shift + ") };
        let mut words = String::new();
        if self.control {
            words.push_str(control);
        }
        if self.shift {
            words.push_str(shift);
        }
        words.push_str(&self.key.to_ascii_uppercase());
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_is_told_apart_by_what_is_held() {
        let undo = Stroke::control("z");
        assert!(undo.is("z", true, false));
        assert!(!undo.is("z", false, false) && !undo.is("Z", true, true));
        assert!(Stroke::control_shift("z").is("Z", true, true));
    }

    #[test]
    fn a_key_alone_is_found_wherever_the_keyboard_has_it() {
        assert!(Stroke::plain("?").is("?", false, true));
        assert!(Stroke::plain("n").is("N", false, false), "caps lock");
    }

    #[test]
    fn a_mac_has_its_own_signs() {
        assert_eq!(Stroke::control_shift("z").words(false), "Ctrl + Shift + Z");
        assert_eq!(Stroke::control_shift("z").words(true), "⌘ ⇧ Z");
        assert_eq!(Stroke::plain("/").words(false), "/");
    }
}
