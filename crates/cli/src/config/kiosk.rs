//! `kiosk`: the edition is for the screen of a museum.

use super::{Known, place};
use source::Span;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::DeValue;
use viewer::pages::Kiosk;

/// Seconds without a touch after which nobody is asked sooner whether somebody still reads.
const LEAST_IDLE: u32 = 30;

impl Known<'_, '_> {
    /// `true`, or a table with `idle` (seconds, at least 30) and `screen` (the width of the screen in millimetres).
    pub(super) fn kiosk(mut self) -> Option<Kiosk> {
        let value = self.value;
        match value.get_ref() {
            DeValue::Boolean(on) => on.then(Kiosk::default),
            DeValue::Table(table) => {
                let table: BTreeMap<&str, (Span, &Spanned<DeValue<'_>>)> =
                    table.iter().map(|(key, value)| (key.get_ref().as_ref(), (place(key), value))).collect();
                let mut kiosk = Kiosk::default();
                for (key, (at, value)) in table {
                    match key {
                        "idle" => kiosk.idle = self.number(value, LEAST_IDLE),
                        "screen" => kiosk.screen = self.number(value, 1),
                        other => self.unknown(other, at, ["idle", "screen"]),
                    }
                }
                Some(kiosk)
            }
            _ => {
                self.wrong_type(place(value), "true or false, or a table with idle and screen");
                None
            }
        }
    }

    fn number(&mut self, value: &Spanned<DeValue<'_>>, least: u32) -> Option<u32> {
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        let number = number.filter(|number| *number >= least);
        if number.is_none() {
            self.wrong_type(place(value), &format!("a table of whole numbers; this one is at least {least}"));
        }
        number
    }
}
