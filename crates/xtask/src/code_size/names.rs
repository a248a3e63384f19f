//! Names of functions, as people read them → the crate, and the name of all instances.

/// The crate of a function: that of its path, of the type whose method it is, or, of a method for every type,
/// that of the trait.
///
/// `<F as tachys::view::Render>::build` is of `tachys`.
pub(super) fn crate_of(name: &str) -> &str {
    let Some((before, _)) = name.split_once("::") else { return "no crate" };
    let is_of_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let start = before.rfind(|letter| !is_of_name(letter)).map_or(0, |at| at + 1);
    before.get(start..).filter(|name| !name.is_empty()).unwrap_or("no crate")
}

/// The name without generic arguments: `alloc::vec::Vec<…>::push`. What a method is of stays:
/// `<T as Trait>::method`, `module::<impl Trait for T>::method`.
pub(super) fn without_arguments(name: &str) -> String {
    let mut short = String::new();
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, letter) in name.char_indices() {
        let is_of_method = name.get(at..).is_some_and(|rest| rest.starts_with("<impl "));
        let is_arrow = letter == '>' && before == '-';
        match letter {
            '<' if depth > 0 => depth += 1,
            '<' if !is_of_method && (before.is_alphanumeric() || matches!(before, '_' | ':')) => {
                depth = 1;
                short.push_str("<…>");
            }
            '>' if depth > 0 && !is_arrow => depth -= 1,
            _ if depth == 0 => short.push(letter),
            _ => {}
        }
        before = letter;
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_is_the_paths_the_types_or_the_traits() {
        for (name, expected) in [
            ("window_planner_core::zone::Zone::read", "window_planner_core"),
            ("<alloc::string::String as core::fmt::Write>::write_str", "alloc"),
            ("<F as tachys::view::Render>::build::{{closure}}", "tachys"),
            ("<(A,B) as tachys::html::Attribute>::rebuild", "tachys"),
            ("<&T as wasm_bindgen::describe::WasmDescribe>::describe", "wasm_bindgen"),
            ("__rust_alloc", "no crate"),
            ("", "no crate"),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn arguments_go_and_the_type_of_a_method_stays() {
        for (name, expected) in [
            ("core::ptr::drop_in_place<alloc::vec::Vec<u8>>", "core::ptr::drop_in_place<…>"),
            ("alloc::vec::Vec<T,A>::push", "alloc::vec::Vec<…>::push"),
            ("core::slice::sort::quicksort::<u8, fn(&u8) -> bool>", "core::slice::sort::quicksort::<…>"),
            ("<F as tachys::Render<R>>::build", "<F as tachys::Render<…>>::build"),
            (
                "tachys::graph::<impl tachys::Render<R> for F>::build",
                "tachys::graph::<impl tachys::Render<…> for F>::build",
            ),
            ("main", "main"),
        ] {
            assert_eq!(without_arguments(name), expected);
        }
    }
}
