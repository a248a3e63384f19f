//! Which time zones a few typed words mean.

use crate::words;
use window_planner_core::{Timestamp, order::sort_by_key, zone};

/// How many zones are offered at most.
const OFFERED: usize = 60;

/// No zone is called by more words: what has more is another text that was pasted.
const MOST_WORDS: usize = 20;

/// A zone that fits the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneHit {
    /// The IANA name.
    pub name: &'static str,
    /// The places that are known to keep its time: `Germany; Munich, Hamburg`.
    pub places: &'static str,
    /// Its offset from UTC at the instant asked about.
    pub offset: String,
}

/// The zones that fit all of the words in `typed`, the best first; for no words, the zones most
/// used. `viewer` is the viewer's own zone, which comes first of all.
#[must_use]
pub fn search(typed: &str, viewer: &str, now: Timestamp) -> Vec<ZoneHit> {
    let words = fold(typed);
    let words: Vec<&str> = words.split_whitespace().take(MOST_WORDS.saturating_add(1)).collect();
    if words.len() > MOST_WORDS {
        return Vec::new();
    }
    if words.is_empty() {
        let usual = PLACES.iter().map(|(name, _)| *name);
        let own = zone::names().find(|name| *name == viewer);
        return own
            .into_iter()
            .chain(usual.filter(|name| *name != viewer))
            .filter_map(|name| hit(name, now))
            .collect();
    }
    let mut found: Vec<(usize, &'static str)> =
        zone::names().filter_map(|name| Some((score(name, &words)?, name))).collect();
    sort_by_key(&mut found, |hit| *hit);
    found.into_iter().take(OFFERED).filter_map(|(_, name)| hit(name, now)).collect()
}

fn hit(name: &'static str, now: Timestamp) -> Option<ZoneHit> {
    let offset = zone::Zone::named(name)?.offset_at(now).local_minus_utc();
    Some(ZoneHit { name, places: places(name), offset: words::offset(offset) })
}

/// How well a zone fits, 0 the best; `None` when a word is nowhere in it.
fn score(name: &'static str, words: &[&str]) -> Option<usize> {
    let city = fold(name.rsplit('/').next().unwrap_or(name));
    let whole = fold(name);
    let places = fold(places(name));
    let worst = words.iter().map(|word| {
        if city == *word {
            Some(0)
        } else if places.split_whitespace().any(|place| place == *word) {
            Some(1)
        } else if city.starts_with(word) {
            Some(2)
        } else if begins_a_word(&places, word) {
            Some(3)
        } else if begins_a_word(&whole, word) {
            Some(4)
        } else {
            whole.contains(word).then_some(5)
        }
    });
    let worst = worst.collect::<Option<Vec<_>>>()?.into_iter().max()?;
    // Aliases of old (US/Pacific) and fixed offsets (Etc/GMT+8) come after places.
    let is_place = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ]
    .iter()
    .any(|area| name.starts_with(area));
    Some(worst * 2 + usize::from(!is_place && name != "UTC"))
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| at == 0 || text.as_bytes().get(at - 1) == Some(&b' '))
}

/// Lower case, with blanks for all that divides words.
fn fold(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() || c == '+' { c.to_ascii_lowercase() } else { ' ' }).collect()
}

fn places(name: &str) -> &'static str {
    PLACES.iter().find(|(zone, _)| *zone == name).map_or("", |(_, places)| places)
}

/// Countries and large cities that the IANA names do not contain; the zones that are used most,
/// from west to east.
const PLACES: &[(&str, &str)] = &[
    ("UTC", "Coordinated Universal Time, GMT, Zulu"),
    ("Pacific/Honolulu", "Hawaii, USA"),
    ("America/Anchorage", "Alaska, USA"),
    (
        "America/Los_Angeles",
        "Pacific Time, USA; San Francisco, Seattle, San Diego, Portland, Las Vegas, California, Washington, Oregon",
    ),
    ("America/Vancouver", "British Columbia, Canada"),
    ("America/Phoenix", "Arizona, USA"),
    ("America/Denver", "Mountain Time, USA; Salt Lake City, Colorado, Utah"),
    ("America/Edmonton", "Alberta, Canada; Calgary"),
    (
        "America/Chicago",
        "Central Time, USA; Dallas, Houston, Austin, Minneapolis, New Orleans, Texas, Illinois",
    ),
    ("America/Winnipeg", "Manitoba, Canada"),
    ("America/Mexico_City", "Mexico; Guadalajara"),
    (
        "America/New_York",
        "Eastern Time, USA; Boston, Washington DC, Virginia, Ohio, Atlanta, Miami, Philadelphia",
    ),
    ("America/Toronto", "Ontario, Canada; Montreal, Ottawa, Quebec"),
    ("America/Bogota", "Colombia"),
    ("America/Lima", "Peru"),
    ("America/Halifax", "Nova Scotia, Canada; Atlantic Time"),
    ("America/Santiago", "Chile"),
    ("America/St_Johns", "Newfoundland, Canada"),
    ("America/Argentina/Buenos_Aires", "Argentina"),
    ("America/Sao_Paulo", "Brazil; Rio de Janeiro, Brasilia"),
    ("Atlantic/Reykjavik", "Iceland"),
    ("Europe/London", "United Kingdom, England, Scotland, Wales, Great Britain; Manchester, Edinburgh"),
    ("Europe/Dublin", "Ireland"),
    ("Europe/Lisbon", "Portugal; Porto"),
    ("Africa/Casablanca", "Morocco"),
    ("Africa/Lagos", "Nigeria"),
    ("Europe/Paris", "France; Lyon, Marseille"),
    ("Europe/Madrid", "Spain; Barcelona, Valencia, Aragon"),
    ("Europe/Amsterdam", "Netherlands, Holland; Rotterdam"),
    ("Europe/Brussels", "Belgium"),
    ("Europe/Berlin", "Germany, Central Europe; Frankfurt, Munich, Hamburg, Cologne"),
    ("Europe/Zurich", "Switzerland; Geneva, Basel, Bern"),
    ("Europe/Rome", "Italy; Milan, Naples"),
    ("Europe/Vienna", "Austria"),
    ("Europe/Prague", "Czechia, Czech Republic"),
    ("Europe/Copenhagen", "Denmark"),
    ("Europe/Oslo", "Norway"),
    ("Europe/Stockholm", "Sweden; Gothenburg"),
    ("Europe/Warsaw", "Poland; Krakow"),
    ("Europe/Budapest", "Hungary"),
    ("Africa/Johannesburg", "South Africa; Cape Town"),
    ("Africa/Cairo", "Egypt"),
    ("Europe/Athens", "Greece"),
    ("Europe/Helsinki", "Finland"),
    ("Europe/Bucharest", "Romania"),
    ("Europe/Kyiv", "Ukraine"),
    ("Asia/Jerusalem", "Israel; Tel Aviv"),
    ("Europe/Istanbul", "Türkiye, Turkey; Ankara"),
    ("Africa/Nairobi", "Kenya"),
    ("Asia/Riyadh", "Saudi Arabia; Jeddah"),
    ("Asia/Bahrain", "Bahrain"),
    ("Asia/Dubai", "United Arab Emirates; Abu Dhabi"),
    ("Asia/Karachi", "Pakistan; Lahore, Islamabad"),
    ("Asia/Kolkata", "India; Mumbai, Delhi, Bangalore, Bengaluru, Hyderabad, Chennai"),
    ("Asia/Kathmandu", "Nepal"),
    ("Asia/Dhaka", "Bangladesh"),
    ("Asia/Bangkok", "Thailand"),
    ("Asia/Jakarta", "Indonesia"),
    ("Asia/Ho_Chi_Minh", "Vietnam; Saigon, Hanoi"),
    ("Asia/Singapore", "Singapore"),
    ("Asia/Kuala_Lumpur", "Malaysia"),
    ("Asia/Manila", "Philippines"),
    ("Asia/Hong_Kong", "Hong Kong"),
    ("Asia/Shanghai", "China; Beijing, Shenzhen, Guangzhou, Ningxia"),
    ("Asia/Taipei", "Taiwan"),
    ("Australia/Perth", "Western Australia"),
    ("Asia/Seoul", "South Korea; Busan"),
    ("Asia/Tokyo", "Japan; Osaka, Kyoto"),
    ("Australia/Adelaide", "South Australia"),
    ("Australia/Brisbane", "Queensland, Australia"),
    ("Australia/Sydney", "New South Wales, Australia; Canberra"),
    ("Australia/Melbourne", "Victoria, Australia"),
    ("Pacific/Auckland", "New Zealand; Wellington"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> Option<&'static str> {
        search(typed, "Europe/Berlin", Timestamp::from_seconds(1_795_000_000)).first().map(|hit| hit.name)
    }

    #[test]
    fn a_city_a_country_or_a_part_of_a_name_finds_the_zone() {
        for (typed, name) in [
            ("los ang", "America/Los_Angeles"),
            ("seattle", "America/Los_Angeles"),
            ("germany", "Europe/Berlin"),
            ("mumbai", "Asia/Kolkata"),
            ("india", "Asia/Kolkata"),
            ("buenos", "America/Argentina/Buenos_Aires"),
            ("Europe/Lon", "Europe/London"),
            ("utc", "UTC"),
            ("kathm", "Asia/Kathmandu"),
        ] {
            assert_eq!(first(typed), Some(name), "{typed}");
        }
        assert_eq!(first("atlantis"), None);
    }

    #[test]
    fn a_text_that_was_pasted_by_mistake_finds_none() {
        assert_eq!(search(&"a ".repeat(MOST_WORDS), "UTC", Timestamp::EPOCH).len(), OFFERED);
        assert_eq!(search(&"a ".repeat(50_000), "UTC", Timestamp::EPOCH), []);
    }

    #[test]
    fn every_zone_is_found_by_its_name() {
        for name in zone::names() {
            let hits = search(name, "UTC", Timestamp::EPOCH);
            assert!(hits.iter().any(|hit| hit.name == name), "{name}");
        }
    }

    #[test]
    fn the_table_of_places_names_zones_that_exist() {
        for (name, _) in PLACES {
            assert!(zone::Zone::named(name).is_some(), "{name}");
        }
    }

    #[test]
    fn nothing_typed_offers_the_viewers_zone_first() {
        assert_eq!(first(""), Some("Europe/Berlin"));
    }
}
