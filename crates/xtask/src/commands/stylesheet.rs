//! The app's styles in one file: Trunk puts each beside the page, and a browser asks for each.

use std::{fs, path::Path};

use anyhow::{Context as _, Result, ensure};
use sha2::{Digest as _, Sha256};

const PAGE: &str = "index.html";

/// How Trunk names a style in the page, around its address.
const LINK: [&str; 2] = ["<link rel=\"stylesheet\" href=\"./", "\"/>"];

/// Joins the styles of the app that was built into `folder`, in the order of its page, which then names one.
///
/// # Errors
///
/// When the page names none, or a file cannot be read or written.
pub(super) fn join(folder: &Path) -> Result<()> {
    let path = folder.join(PAGE);
    let page = fs::read_to_string(&path).context(PAGE)?;
    let (names, rest) = split(&page);
    ensure!(!names.is_empty(), "{PAGE} names no style as `{}name.css{}`", LINK[0], LINK[1]);
    let mut styles = String::new();
    for name in names {
        let style = folder.join(name);
        styles += &fs::read_to_string(&style).with_context(|| style.display().to_string())?;
        fs::remove_file(&style)?;
    }
    let digest =
        Sha256::digest(&styles).iter().take(8).fold(0_u64, |digest, byte| digest << 8 | u64::from(*byte));
    let name = format!("styles-{digest:016x}.css");
    fs::write(folder.join(&name), styles)?;
    let [before, after] = rest;
    fs::write(&path, format!("{before}{}{name}{}{after}", LINK[0], LINK[1])).context(PAGE)
}

/// The names of the styles, and the page before and after all of them.
fn split(page: &str) -> (Vec<&str>, [String; 2]) {
    let mut names = Vec::new();
    let (before, mut left) = page.split_once(LINK[0]).unwrap_or((page, ""));
    let mut after = String::new();
    while let Some((name, next)) = left.split_once(LINK[1]) {
        names.push(name);
        let (between, following) = next.split_once(LINK[0]).unwrap_or((next, ""));
        after += between.trim_start();
        left = following;
    }
    (names, [before.to_owned(), after])
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn the_page_names_one_style_in_place_of_all_and_they_keep_their_order() -> Result<()> {
        let folder = env::temp_dir().join(format!("window-planner-stylesheet-{}", process::id()));
        fs::create_dir_all(&folder)?;
        for (name, style) in [("tokens-1a.css", ":root{--a:1}"), ("base-2b.css", "p{color:var(--a)}")] {
            fs::write(folder.join(name), style)?;
        }
        let links = "    <link rel=\"stylesheet\" href=\"./tokens-1a.css\"/>\n    <link rel=\"stylesheet\" href=\"./base-2b.css\"/>\n";
        fs::write(folder.join(PAGE), format!("<head>\n{links}  </head><p>text</p>"))?;
        join(&folder)?;

        let page = fs::read_to_string(folder.join(PAGE))?;
        let (names, [before, after]) = split(&page);
        let [name] = names[..] else { panic!("{page}") };
        assert_eq!(fs::read_to_string(folder.join(name))?, ":root{--a:1}p{color:var(--a)}");
        assert_eq!((before.as_str(), after.as_str()), ("<head>\n    ", "</head><p>text</p>"));
        assert_eq!(fs::read_dir(&folder)?.count(), 2, "the page and the style");
        assert!(join(&folder).is_ok(), "joined once more, it is the same");
        assert_eq!(fs::read_to_string(folder.join(PAGE))?, page);

        fs::write(folder.join(PAGE), "<head></head>")?;
        assert!(join(&folder).is_err());
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
