//! A date in the words of a language. Runs in the viewer: no formatting machinery, no case tables.

use crate::edtf::push_number;
use crate::{Calendar, Date, Edtf, Endpoint, Language, Names, Qualifier, Year, days_in_month};

/// How much room a date may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateForm {
    /// `17 March 1921`
    #[default]
    Long,
    /// `17 Mar 1921`
    Short,
}

/// A date in words: `17 March 1921`, `17. März 1921`, `1er mars 1921`, `17 марта 1921 г.`
///
/// Spans are drawn together where the parts agree (`8–12 March 1899`). A date uncertain as a whole ends in `?`,
/// one approximate as a whole begins with "about"; a part in doubt is named in brackets after the date. Every
/// [`Edtf`] has words; none of them stands for a date not in it.
pub fn display(date: &Edtf, names: &Names, form: DateForm) -> String {
    let mut out = String::new();
    let print = Print { names, form, governed: false };
    print.edtf(&mut out, date);
    out
}

#[derive(Clone, Copy)]
struct Print<'n> {
    names: &'n Names,
    form: DateForm,
    /// After a preposition: months without day are declined too.
    governed: bool,
}

impl Print<'_> {
    fn governed(self) -> Self {
        Self { governed: true, ..self }
    }

    fn edtf(&self, out: &mut String, date: &Edtf) {
        match date {
            Edtf::Date(date) => self.date(out, date),
            Edtf::Interval { from, to } => self.interval(out, from, to),
            Edtf::OneOf(members) => self.set(out, members, true),
            Edtf::AllOf(members) => self.set(out, members, false),
        }
    }

    fn interval(&self, out: &mut String, from: &Endpoint, to: &Endpoint) {
        let names = self.names;
        match (from, to) {
            (Endpoint::Date(from), Endpoint::Date(to)) => self.pair(out, from, to, "–"),
            (Endpoint::Date(from), Endpoint::Open) => self.around(out, names.since, from),
            (Endpoint::Open, Endpoint::Date(to)) => self.around(out, names.until, to),
            (Endpoint::Date(from), Endpoint::Unknown) => {
                self.date(out, from);
                out.push_str(" – ");
                out.push_str(names.unknown_end);
            }
            (Endpoint::Unknown, Endpoint::Date(to)) => {
                out.push_str(names.unknown_end);
                out.push_str(" – ");
                self.date(out, to);
            }
            _ => out.push_str(names.unknown_end),
        }
    }

    fn around(&self, out: &mut String, [before, after]: [&str; 2], date: &Date) {
        out.push_str(before);
        if before.is_empty() {
            self.date(out, date)
        } else {
            self.governed().date(out, date)
        }
        out.push_str(after);
    }

    fn set(&self, out: &mut String, members: &[Edtf], one: bool) {
        let names = self.names;
        for (i, member) in members.iter().enumerate() {
            match i {
                0 => {}
                _ if i + 1 == members.len() => out.push_str(if one { names.or } else { names.and }),
                _ => out.push_str(", "),
            }
            match member {
                Edtf::Interval { from: Endpoint::Date(from), to: Endpoint::Date(to) } if one => {
                    if let Some(whole) = whole(from, to) {
                        self.date(out, &whole);
                        continue;
                    }
                    out.push_str(names.between[0]);
                    self.governed().pair(out, from, to, names.between[1]);
                }
                Edtf::Interval { from: Endpoint::Date(from), to: Endpoint::Open } if one => {
                    self.around(out, names.or_later, from);
                }
                Edtf::Interval { from: Endpoint::Open, to: Endpoint::Date(to) } if one => {
                    self.around(out, names.or_earlier, to);
                }
                other => self.edtf(out, other),
            }
        }
    }

    /// Two dates, the parts they share said once: `8–12 March 1899`.
    fn pair(&self, out: &mut String, from: &Date, to: &Date, joint: &str) {
        let same_year = from.year == to.year;
        let values = |date: &Date| (date.month.and_then(|m| m.value), date.day.and_then(|d| d.value));
        match (values(from), values(to)) {
            ((Some(a), Some(first)), (Some(b), Some(_)))
                if plain(from) && plain(to) && same_year && a == b =>
            {
                self.day_number(out, first);
                out.push_str(if self.names.language == Language::De { "." } else { "" });
                out.push_str(joint);
                self.date(out, to);
            }
            ((Some(a), first), (Some(_), second)) if plain(from) && plain(to) && same_year => {
                self.day_and_month(out, first, a);
                self.joint(out, joint, first.or(second).is_some());
                self.date(out, to);
            }
            ((None, None), (None, None)) if plain(from) && plain(to) => {
                self.year_number(out, &from.year);
                out.push_str(joint);
                self.year_number(out, &to.year);
                out.push_str(self.names.after_year[usize::from(!same_year && joint == "–")]);
            }
            _ => {
                self.date(out, from);
                self.joint(out, joint, true);
                self.date(out, to);
            }
        }
    }

    /// A dash stands between blanks where a side has more than one word.
    fn joint(&self, out: &mut String, joint: &str, blanks: bool) {
        let blanks = blanks && joint == "–";
        out.push_str(if blanks { " " } else { "" });
        out.push_str(joint);
        out.push_str(if blanks { " " } else { "" });
    }

    fn date(&self, out: &mut String, date: &Date) {
        let marks = marks(date);
        let shared = marks.iter().flatten().all(|mark| Some(*mark) == marks[0]).then_some(marks[0]).flatten();
        if shared.is_some_and(|mark| mark.approximate) {
            out.push_str(self.names.about);
            self.governed().plain_date(out, date);
        } else {
            self.plain_date(out, date);
        }
        if shared.is_some_and(|mark| mark.uncertain) {
            out.push('?');
        }
        let mut remarks = Remarks { out, open: false };
        if shared.is_none() {
            for (part, mark) in marks.into_iter().enumerate() {
                let mark = mark.unwrap_or_default();
                if mark.uncertain {
                    remarks.add(self.names.parts[part], self.names.uncertain);
                }
                if mark.approximate {
                    remarks.add(self.names.parts[part], self.names.approximate);
                }
            }
        }
        if date.year.is_unknown() {
            remarks.add(self.names.parts[0], self.names.unknown);
        }
        if date.month.is_some_and(|month| month.value.is_none() && month.tens.is_none()) {
            remarks.add(self.names.parts[1], self.names.unknown);
        }
        if date.day.is_some_and(|day| day.value.is_none() && day.tens.is_none()) {
            remarks.add(self.names.parts[2], self.names.unknown);
        }
        remarks.close();
    }

    fn plain_date(&self, out: &mut String, date: &Date) {
        let day = date.day.and_then(|day| day.value);
        let start = out.len();
        if let Some(tens) = date.day.and_then(|day| day.tens) {
            push_number(out, u32::from((tens * 10).max(1)));
            out.push('–');
            push_number(out, u32::from((tens * 10 + 9).min(31)));
            out.push_str(self.names.after_day);
        }
        if let Some(month) = date.month {
            match (month.value, month.tens) {
                (Some(value @ 21..=24), _) => out.push_str(self.names.seasons.at(usize::from(value - 21))),
                (Some(value), _) if out.len() > start => self.governed().day_and_month(out, day, value),
                (Some(value), _) => self.day_and_month(out, day, value),
                (None, Some(tens)) => {
                    self.day_and_month(out, None, if tens == 0 { 1 } else { 10 });
                    out.push('–');
                    self.day_and_month(out, None, if tens == 0 { 9 } else { 12 });
                }
                (None, None) => {}
            }
        }
        if date.year.is_unknown() {
            return;
        }
        if out.len() > start {
            out.push(' ');
        }
        self.year(out, &date.year);
    }

    fn day_and_month(&self, out: &mut String, day: Option<u8>, month: u8) {
        let place = usize::from(month.clamp(1, 12) - 1);
        if let Some(day) = day {
            self.day_number(out, day);
            out.push_str(self.names.after_day);
        }
        out.push_str(match (self.form, day) {
            (DateForm::Short, _) => self.names.months_short.at(place),
            (DateForm::Long, Some(_)) => self.names.months_genitive.at(place),
            (DateForm::Long, None) if self.governed => self.names.months_genitive.at(place),
            (DateForm::Long, None) => self.names.months.at(place),
        });
    }

    fn day_number(&self, out: &mut String, day: u8) {
        push_number(out, u32::from(day));
        if day == 1 {
            out.push_str(self.names.after_first);
        }
    }

    fn year(&self, out: &mut String, year: &Year) {
        match year.unspecified {
            0 => {
                self.year_number(out, year);
                if year.value > 0 {
                    out.push_str(self.names.after_year[0]);
                }
            }
            1 if year.value > 0 => {
                out.push_str(self.names.decade[0]);
                self.year_number(out, year);
                out.push_str(self.names.decade[1]);
            }
            _ => {
                self.year_number(out, year);
                out.push('–');
                self.year_number(out, &Year { value: year.latest(), ..*year });
            }
        }
    }

    /// The figures, and that it is B.C.: the year 0 is 1 B.C.
    fn year_number(&self, out: &mut String, year: &Year) {
        if year.value > 0 {
            push_number(out, year.value.unsigned_abs());
        } else {
            push_number(out, year.value.unsigned_abs().saturating_add(1));
            out.push_str(self.names.before_christ);
        }
    }
}

/// The month or year whose first and last day these are, with no doubt about either.
fn whole(from: &Date, to: &Date) -> Option<Date> {
    let ((year, month, first), (last_year, last_month, last)) = (from.full()?, to.full()?);
    let ends =
        year == last_year && first == 1 && last == days_in_month(year, last_month, Calendar::Gregorian);
    match (month, last_month) {
        _ if !(ends && plain(from) && plain(to)) => None,
        (1, 12) => Some(Date { month: None, day: None, ..*from }),
        _ => (month == last_month).then_some(Date { day: None, ..*from }),
    }
}

/// Whether nothing in a date is in doubt or open.
fn plain(date: &Date) -> bool {
    date.is_unmarked() && date.year.unspecified == 0
}

fn marks(date: &Date) -> [Option<Qualifier>; 3] {
    [Some(date.year.qualifier), date.month.map(|month| month.qualifier), date.day.map(|day| day.qualifier)]
}

/// What is said in brackets after a date.
struct Remarks<'o> {
    out: &'o mut String,
    open: bool,
}

impl Remarks<'_> {
    fn add(&mut self, part: &str, what: &str) {
        let lead = match (self.open, self.out.is_empty()) {
            (true, _) => ", ",
            (false, true) => "(",
            (false, false) => " (",
        };
        self.out.push_str(lead);
        self.out.push_str(part);
        self.out.push_str(what);
        self.open = true;
    }

    fn close(&mut self) {
        if self.open {
            self.out.push(')');
        }
    }
}
