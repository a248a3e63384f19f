//! Where the bytes of a wasm file's code are: by crate, and by function with all instances of a generic one
//! together. The file needs the names of its functions, which the compiler writes and `wasm-opt` drops.

mod names;

use std::{collections::HashMap, fmt, fs, path::Path};

use anyhow::{Context as _, Result};
use names::{crate_of, without_arguments};
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many crates and functions are told.
const TOLD: usize = 10;

/// What `wasm-bindgen` reads and takes away.
const DESCRIPTION: &str = "__wbindgen_describe";

/// The code of a wasm file.
pub(crate) struct CodeSize {
    by_crate: Vec<Share>,
    by_function: Vec<Share>,
    all: Share,
}

/// Some of the functions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Share {
    name: String,
    bytes: usize,
    functions: usize,
}

impl CodeSize {
    /// Reads a wasm file.
    ///
    /// # Errors
    ///
    /// When it is missing, or is no wasm.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let wasm = fs::read(path).with_context(|| format!("{} is not built", path.display()))?;
        let functions = functions(&wasm).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Self::of_functions(&functions))
    }

    /// Sums up functions, each with its name as the compiler wrote it and its bytes.
    fn of_functions(functions: &[(String, usize)]) -> Self {
        let (mut by_crate, mut by_function) = (HashMap::new(), HashMap::new());
        let mut all = Share { name: "all".to_owned(), ..Share::default() };
        for (mangled, bytes) in functions.iter().filter(|(name, _)| !name.starts_with(DESCRIPTION)) {
            let name = format!("{:#}", demangle(mangled));
            for share in [
                by_crate.entry(crate_of(&name).to_owned()).or_insert_with(Share::default),
                by_function.entry(without_arguments(&name)).or_default(),
                &mut all,
            ] {
                share.bytes += bytes;
                share.functions += 1;
            }
        }
        Self { by_crate: largest(by_crate), by_function: largest(by_function), all }
    }
}

/// The largest shares, the largest first.
fn largest(shares: HashMap<String, Share>) -> Vec<Share> {
    let mut shares: Vec<Share> = shares.into_iter().map(|(name, share)| Share { name, ..share }).collect();
    shares.sort_by(|one, other| (other.bytes, &one.name).cmp(&(one.bytes, &other.name)));
    shares.truncate(TOLD);
    shares
}

/// The functions that have a body, each with its name and its bytes.
fn functions(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        if let Name::Function(functions) = section? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(usize::try_from(naming.index)?, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let named = |(place, bytes)| (names.remove(&(imported + place)).unwrap_or_default(), bytes);
    Ok(bodies.into_iter().enumerate().map(named).collect())
}

impl fmt::Display for CodeSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Share { bytes, functions, .. } = &self.all;
        writeln!(f, "{} of code in {functions} functions, before wasm-opt\n", kilobytes(*bytes))?;
        for (title, shares) in [
            ("crate", &self.by_crate),
            ("function, all instances of a generic one together", &self.by_function),
        ] {
            writeln!(f, "{:>10}{:>7}  {title}", "code", "times")?;
            for Share { name, bytes, functions } in shares {
                let name: String = name.chars().take(100).collect();
                writeln!(f, "{:>10}{functions:>7}  {name}", kilobytes(*bytes))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes with their number in front; all of it is short.
    fn sized(bytes: &[u8]) -> Vec<u8> {
        [&[u8::try_from(bytes.len()).unwrap()], bytes].concat()
    }

    /// A module that imports a function and has two, the first of 4 bytes and the second of 2, with names.
    fn module() -> Vec<u8> {
        let section = |id: u8, content: &[u8]| [&[id][..], &sized(content)].concat();
        let naming = |index: u8, name: &str| [&[index][..], &sized(name.as_bytes())].concat();
        let names = [
            &[3][..],
            &naming(0, "imported"),
            &naming(1, "_ZN4core3fmt5write17h0123456789abcdefE"),
            &naming(2, "main"),
        ];
        let names = [sized(b"name"), vec![1], sized(&names.concat())].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(2, &[1, 1, b'e', 1, b'f', 0, 0]),
            section(3, &[2, 0, 0]),
            section(10, &[2, 4, 0, 1, 1, 0x0b, 2, 0, 0x0b]),
            section(0, &names),
        ]
        .concat()
    }

    #[test]
    fn functions_have_their_names_and_bytes_beside_imported_ones() {
        let functions = functions(&module()).unwrap();
        assert_eq!(
            functions,
            [("_ZN4core3fmt5write17h0123456789abcdefE".to_owned(), 4), ("main".to_owned(), 2)]
        );
        assert!(super::functions(b"no wasm").is_err());
    }

    #[test]
    fn instances_of_a_generic_function_are_one_and_the_largest_comes_first() {
        let drop = |of: &str, hash: &str| {
            format!("_ZN4core3ptr{}drop_in_place$LT${of}$GT$17h{hash}E", 21 + of.len())
        };
        let functions = [
            (drop("u8", "0123456789abcdef"), 400),
            (drop("u16", "fedcba9876543210"), 300),
            ("__wbindgen_describe_x".to_owned(), 9000),
            ("main".to_owned(), 500),
        ];
        let size = CodeSize::of_functions(&functions);
        let share = |name: &str, bytes, functions| Share { name: name.to_owned(), bytes, functions };
        assert_eq!(size.by_function, [share("core::ptr::drop_in_place<…>", 700, 2), share("main", 500, 1)]);
        assert_eq!(size.by_crate, [share("core", 700, 2), share("no crate", 500, 1)]);
        assert!(size.to_string().starts_with("1.2 kB of code in 3 functions"));
    }
}
