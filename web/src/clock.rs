//! The browser's clock and time zone: the only place that reads them.

use crate::store::{Lasting, LastingSignal, settled};
use chrono::NaiveDate;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use window_planner_core::{Timestamp, zone::Zone};

/// How often what is shown as now moves on, in milliseconds.
const TICK: u32 = 15_000;

const MINUTE_MILLIS: i64 = 60_000;

/// The present, for all who show it.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    /// This instant, moved on every few seconds.
    pub(crate) now: LastingSignal<Timestamp>,
    /// The minute that it is in, which moves on less often.
    pub(crate) minute: LastingSignal<Timestamp>,
    /// The zone that the browser is set to; UTC when the time-zone data do not know it.
    pub(crate) viewer_zone: Zone,
}

impl Clock {
    /// Reads the browser's clock and zone, and keeps the clock going for as long as the page lives.
    #[must_use]
    pub(crate) fn start() -> Self {
        let (now, set_now) = signal(now());
        Interval::new(TICK, move || set_now.set(self::now())).forget();
        // A page that was hidden, or a computer that slept, has missed ticks.
        let seen_again = window_event_listener_untyped("visibilitychange", move |_| set_now.set(self::now()));
        on_cleanup(move || seen_again.remove());
        let minute = settled(move || {
            Timestamp::from_millis(now.get().as_millis().div_euclid(MINUTE_MILLIS) * MINUTE_MILLIS)
        });
        Self { now: Lasting::of(now), minute, viewer_zone: viewer_zone() }
    }

    /// The date today in `zone`.
    #[must_use]
    pub(crate) fn today(self, zone: Zone) -> NaiveDate {
        zone.local(self.now.get()).date()
    }
}

/// This instant.
#[expect(clippy::cast_possible_truncation, reason = "a date's milliseconds are whole and fit an i64")]
pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(js_sys::Date::now() as i64)
}

fn viewer_zone() -> Zone {
    let options = js_sys::Intl::DateTimeFormat::default().resolved_options();
    js_sys::Reflect::get(&options, &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|name| Zone::named(&name.as_string()?))
        .unwrap_or(Zone::UTC)
}
