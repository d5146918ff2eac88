//! EDTF as text, in one canonical form.

use super::{Date, Edtf, Endpoint, Qualifier, Year};

/// Writes an EDTF expression; [`parse_edtf`](crate::parse_edtf) reads it back to the same value.
///
/// Canonical form of qualification: one mark at the end where all parts share it (`2004-06-11%`); one mark
/// after the last part of a group that begins with the year, where the rest is not in doubt (`2004-06~-11`);
/// else a mark before each part (`?2004-06-~11`).
pub fn print_edtf(date: &Edtf) -> String {
    let mut out = String::new();
    match date {
        Edtf::Date(date) => print_date(&mut out, date),
        Edtf::Interval { from, to } => {
            print_endpoint(&mut out, from, "..");
            out.push('/');
            print_endpoint(&mut out, to, "..");
        }
        Edtf::OneOf(members) => print_set(&mut out, '[', members, ']'),
        Edtf::AllOf(members) => print_set(&mut out, '{', members, '}'),
    }
    out
}

fn print_set(out: &mut String, open: char, members: &[Edtf], close: char) {
    out.push(open);
    for (i, member) in members.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        match member {
            Edtf::Interval { from, to } => {
                print_endpoint(out, from, "");
                out.push_str("..");
                print_endpoint(out, to, "");
            }
            Edtf::Date(date) => print_date(out, date),
            // Sets do not nest in EDTF; what no parser makes is at least legible.
            nested @ (Edtf::OneOf(_) | Edtf::AllOf(_)) => out.push_str(&print_edtf(nested)),
        }
    }
    out.push(close);
}

fn print_endpoint(out: &mut String, endpoint: &Endpoint, open: &str) {
    match endpoint {
        Endpoint::Date(date) => print_date(out, date),
        Endpoint::Open => out.push_str(open),
        Endpoint::Unknown => {}
    }
}

fn print_date(out: &mut String, date: &Date) {
    let marks = [
        Some(date.year.qualifier),
        date.month.map(|month| month.qualifier),
        date.day.map(|day| day.qualifier),
    ];
    let group = group_end(marks);
    for (part, mark) in marks.into_iter().enumerate() {
        let Some(mark) = mark else { break };
        if part > 0 {
            out.push('-');
        }
        if group.is_none() {
            print_mark(out, mark);
        }
        match part {
            0 => print_year(out, &date.year),
            1 => date.month.iter().for_each(|month| print_two(out, month.value, month.tens)),
            _ => date.day.iter().for_each(|day| print_two(out, day.value, day.tens)),
        }
        if group == Some(part) {
            print_mark(out, mark);
        }
    }
}

/// The part after which one mark says everything; none where each part needs its own.
fn group_end(marks: [Option<Qualifier>; 3]) -> Option<usize> {
    let marked = marks.iter().flatten().take_while(|mark| Some(**mark) == marks[0]).count();
    let rest_is_plain = marks.iter().flatten().skip(marked).all(|mark| mark.is_none());
    (rest_is_plain && marks[0].is_some_and(|mark| !mark.is_none())).then(|| marked - 1)
}

fn print_mark(out: &mut String, mark: Qualifier) {
    match (mark.uncertain, mark.approximate) {
        (true, true) => out.push('%'),
        (true, false) => out.push('?'),
        (false, true) => out.push('~'),
        (false, false) => {}
    }
}

fn print_year(out: &mut String, year: &Year) {
    let long = year.value.unsigned_abs() > 9999;
    if long {
        out.push('Y');
    }
    if year.value < 0 {
        out.push('-');
    }
    let mut digits = String::new();
    push_number(&mut digits, year.value.unsigned_abs());
    for _ in digits.len()..4 {
        digits.insert(0, '0');
    }
    let open = |place: usize| place < 4 && year.unspecified & (1 << place) != 0;
    let width = digits.len();
    out.extend(digits.chars().enumerate().map(|(i, digit)| if open(width - 1 - i) { 'X' } else { digit }));
}

fn print_two(out: &mut String, value: Option<u8>, tens: Option<u8>) {
    match (value, tens) {
        (Some(value), _) => {
            if value < 10 {
                out.push('0');
            }
            push_number(out, u32::from(value));
        }
        (None, Some(tens)) => {
            push_number(out, u32::from(tens));
            out.push('X');
        }
        (None, None) => out.push_str("XX"),
    }
}

/// Decimal digits without the formatting machinery, which would weigh on the viewer.
pub(crate) fn push_number(out: &mut String, number: u32) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
}
