//! A link brings its plan back, and every other text is told what is wrong with it. The compressor of the
//! browsers is `miniz_oxide` here: both write RFC 1950.

use miniz_oxide::{deflate::compress_to_vec_zlib, inflate::decompress_to_vec_zlib_with_limit};
use proptest::prelude::*;
use serde_json::Value;
use window_planner_core::Timestamp;
use window_planner_core::plan::{CalendarFile, FileError, Plan, UsedToken};
use window_planner_core::share::{LinkError, MOST_BYTES, MOST_CHARACTERS, VERSION, plan, read, text, write};
use window_planner_core::window::CreateMaintenanceWindowRequest;

fn a_plan(windows: usize) -> Plan {
    let mut plan = Plan::default();
    plan.name = Some("Prod \u{202e}\0</script> 📅".into());
    for number in 0..windows {
        let definition = CreateMaintenanceWindowRequest {
            name: Some(format!("Window-{number}")),
            schedule: Some("cron(30 23 ? * TUE#3 *)".into()),
            ..Default::default()
        };
        plan.add(definition, Timestamp::from_seconds(1_795_000_000));
    }
    plan.calendars.push(CalendarFile { name: "freeze.ics".into(), text: "BEGIN:VCALENDAR\r\n".into() });
    plan
}

fn link_of(bytes: &[u8]) -> String {
    write(&compress_to_vec_zlib(bytes, 9)).unwrap()
}

fn link(of: &Plan) -> String {
    link_of(text(of).unwrap().as_bytes())
}

fn open(link: &str) -> Result<Plan, LinkError> {
    let compressed = read(link).unwrap()?;
    // A browser stops at the first byte too many as well.
    let inflated =
        decompress_to_vec_zlib_with_limit(&compressed, MOST_BYTES).map_err(|error| match error.status {
            miniz_oxide::inflate::TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            _ => LinkError::Changed,
        })?;
    plan(&inflated)
}

#[test]
fn a_link_brings_its_plan_back() {
    for windows in [0, 1, 3, 200] {
        let plan = a_plan(windows);
        let link = link(&plan);
        assert_eq!(open(&link).as_ref(), Ok(&plan), "{windows}");
        assert_eq!(open(&format!("#{link}")), Ok(plan), "as the browser tells it");
        assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=.-_".contains(&byte)), "{link}");
    }
}

#[test]
fn links_of_every_version_open() {
    let cases: Value = serde_json::from_str(include_str!("../../../tests/cases/share-links.json")).unwrap();
    for version in 1..=VERSION {
        let case = &cases[version.to_string()];
        let wanted = Plan::from_value(case["plan"].clone()).unwrap();
        assert_eq!(open(case["link"].as_str().unwrap()), Ok(wanted), "version {version}");
    }
    assert_eq!(cases.as_object().unwrap().len() as u64, VERSION, "each version has its case");
}

#[test]
fn what_other_people_need_not_know_is_left_out() {
    let mut plan = a_plan(1);
    let request = "CreateMaintenanceWindow {}".to_owned();
    plan.tokens.push(UsedToken { token: "secret".into(), request, id: "mw-1".into() });
    assert_eq!(open(&link(&plan)), Ok(a_plan(1)));
}

#[test]
fn what_is_no_link_to_a_plan_is_not_read() {
    for fragment in ["", "#", "#inspector", "plan", "#Plan=1.", "#plan-name", "##plan=1.", "x&plan=1."] {
        assert_eq!(read(fragment), None, "{fragment}");
    }
}

#[test]
fn a_link_that_is_cut_anywhere_says_so() {
    let whole = link(&a_plan(2));
    for end in "plan=1.".len()..whole.len() {
        assert_eq!(open(&whole[..end]), Err(LinkError::Cut), "{end}");
    }
    for end in ["plan=".len(), "plan=1".len()] {
        assert!(matches!(open(&whole[..end]), Err(LinkError::NoVersion | LinkError::Cut)));
    }
}

#[test]
fn a_link_of_which_a_character_was_changed_says_so() {
    let whole = link(&a_plan(2));
    let rest = whole.strip_prefix("plan=1.").unwrap();
    for (place, letter) in rest.char_indices() {
        for other in ['A', '9', '%', '.', 'é'] {
            if letter == other {
                continue;
            }
            let changed = format!("plan=1.{}{other}{}", &rest[..place], &rest[place + 1..]);
            let error = open(&changed).unwrap_err();
            assert!(
                matches!(error, LinkError::Changed | LinkError::Cut | LinkError::TooLarge),
                "{error} {changed}"
            );
        }
    }
}

#[test]
fn what_stands_after_a_link_is_left_alone() {
    let plan = a_plan(1);
    for after in [".", ")", ">", "&utm_source=chat", "\n", " and more", "é"] {
        assert_eq!(open(&format!("{}{after}", link(&plan))), Ok(plan.clone()), "{after:?}");
    }
}

#[test]
fn a_link_of_a_version_to_come_says_what_to_do() {
    let future = format!("plan={}.whatever/it=is", VERSION + 1);
    let error = open(&future).unwrap_err();
    assert_eq!(error, LinkError::UnknownVersion(VERSION + 1));
    assert!(error.to_string().contains("Reload the page for a newer program"), "{error}");
    let plan = link_of(br#"{"Version":99,"Windows":[]}"#);
    assert!(open(&plan).unwrap_err().to_string().contains("the plan is of version 99"));
}

#[test]
fn a_link_made_to_burst_is_refused() {
    let bomb = link_of(&vec![b' '; MOST_BYTES + 1]);
    assert!(bomb.len() < MOST_CHARACTERS, "a small link can be a bomb: {}", bomb.len());
    assert_eq!(open(&bomb), Err(LinkError::TooLarge));
    assert_eq!(plan(&vec![b' '; MOST_BYTES + 1]), Err(LinkError::TooLarge));
    let long = "A".repeat(MOST_CHARACTERS + 1);
    assert_eq!(read(&format!("plan=1.{}.00000000.{long}", long.len())), Some(Err(LinkError::TooLarge)));
}

#[test]
fn a_link_to_something_else_says_what_it_lacks() {
    let cases: [(&[u8], &str); 5] = [
        (b"{}", "the plan does not say its version"),
        (b"[[[[", "this is not JSON"),
        (br#"{"Version":2,"Windows":[{"WindowId":7}]}"#, "Windows[0]"),
        (b"\xff\xfe", "it was changed on the way"),
        (b"", "this is not JSON"),
    ];
    for (inflated, words) in cases {
        let error = open(&link_of(inflated)).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
    assert_eq!(open(&write(b"not zlib at all").unwrap()), Err(LinkError::Changed));
    assert!(matches!(plan(b"[]"), Err(LinkError::NoPlan(FileError { .. }))));
}

#[test]
fn a_plan_too_large_for_a_link_gets_none() {
    // Noise, which no compressor makes smaller.
    let mut state = 1_u32;
    let noise: Vec<u8> = (0..MOST_CHARACTERS)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .collect();
    assert_eq!(write(&noise), Err(LinkError::PlanTooLarge));
    let longest = MOST_CHARACTERS / 4 * 3;
    assert_eq!(read(&write(&noise[..longest]).unwrap()), Some(Ok(noise[..longest].to_vec())));
    assert_eq!(write(&noise[..=longest]), Err(LinkError::PlanTooLarge));

    let mut plan = Plan::default();
    plan.calendars.push(CalendarFile { name: "a".into(), text: " ".repeat(MOST_BYTES).into() });
    assert_eq!(text(&plan), Err(LinkError::PlanTooLarge));
}

proptest! {
    #[test]
    fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(read(&write(&bytes).unwrap()), Some(Ok(bytes)));
    }

    #[test]
    fn any_text_gets_an_answer(text in ".{0,200}", numbers in "[0-9.]{0,12}") {
        for link in [format!("plan={text}"), format!("#plan=1.{numbers}{text}"), text] {
            let _ = read(&link);
            let _ = plan(link.as_bytes());
        }
    }
}
