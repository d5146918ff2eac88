//! What a reader asked of a register, and how it stands in the address.

use crate::query_string;

/// What a reader asked of a register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterState {
    /// What was typed into the look-up field, as typed.
    pub query: String,
    /// Only entries with this part in the correspondence.
    pub role: Role,
    /// Only entries with letters of this time.
    pub period: Option<Period>,
    /// Only entries with (true) or without (false) an identifier in an authority file.
    pub identified: Option<bool>,
    /// The order. None: by name, or by fitness where something was typed.
    pub sort: Option<Sort>,
    /// Also entries that no letter mentions.
    pub all: bool,
}

/// A part in the correspondence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Whatever part.
    #[default]
    Any,
    /// Sent at least one letter.
    Sender,
    /// Received at least one letter.
    Recipient,
    /// Is mentioned, but neither sent nor received a letter.
    MentionedOnly,
}

/// Ten or a hundred years; the number is the first of them (1920 for the 1920s, 1900 for 1900 to 1999).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A hundred years.
    Century(i32),
    /// Ten years.
    Decade(i32),
}

/// A column and a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Greatest or last first.
    pub descending: bool,
}

/// A column of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name to sort by.
    Name,
    /// The first date: birth, foundation.
    Dates,
    /// Letters sent.
    Sent,
    /// Letters received.
    Received,
    /// Mentions.
    Mentioned,
    /// Year of the first letter.
    Years,
}

impl Period {
    /// First and last year.
    #[must_use]
    pub fn bounds(self) -> (i32, i32) {
        match self {
            Self::Century(first) => (first, first.saturating_add(99)),
            Self::Decade(first) => (first, first.saturating_add(9)),
        }
    }
}

impl Column {
    /// All columns, in the order of the table.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Dates, Self::Sent, Self::Received, Self::Mentioned, Self::Years];

    /// Whether the first press of its header puts the greatest first.
    #[must_use]
    pub fn is_count(self) -> bool {
        matches!(self, Self::Sent | Self::Received | Self::Mentioned)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Dates => "dates",
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Mentioned => "mentioned",
            Self::Years => "years",
        }
    }
}

impl RegisterState {
    /// Reads the query of an address. Keys and values that mean nothing are passed over.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut state = Self::default();
        for (key, value) in query_string::pairs(query) {
            match key {
                "q" => state.query = value,
                "role" => {
                    state.role = match value.as_str() {
                        "sender" => Role::Sender,
                        "recipient" => Role::Recipient,
                        "mentioned" => Role::MentionedOnly,
                        _ => Role::Any,
                    }
                }
                "period" => state.period = period(&value),
                "identified" => {
                    state.identified = match value.as_str() {
                        "yes" => Some(true),
                        "no" => Some(false),
                        _ => None,
                    }
                }
                "sort" => {
                    let column = value.trim_start_matches('-');
                    let column = Column::ALL.into_iter().find(|known| known.word() == column);
                    state.sort = column.map(|column| Sort { column, descending: value.starts_with('-') });
                }
                "all" => state.all = value == "yes",
                _ => {}
            }
        }
        state
    }

    /// The state as the query of an address; what is as usual is left out.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut push = |key: &str, value: &str| {
            if !value.is_empty() {
                query_string::push(&mut query, key, value);
            }
        };
        push("q", &self.query);
        push(
            "role",
            match self.role {
                Role::Any => "",
                Role::Sender => "sender",
                Role::Recipient => "recipient",
                Role::MentionedOnly => "mentioned",
            },
        );
        push("period", &self.period.map(period_word).unwrap_or_default());
        push("identified", self.identified.map_or("", |yes| if yes { "yes" } else { "no" }));
        if let Some(sort) = self.sort {
            let dash = if sort.descending { "-" } else { "" };
            push("sort", &[dash, sort.column.word()].concat());
        }
        push("all", if self.all { "yes" } else { "" });
        query
    }

    /// The order in force: what was asked for, else by name; none where hits are ranked.
    #[must_use]
    pub fn order(&self) -> Option<Sort> {
        let by_name = Sort { column: Column::Name, descending: false };
        self.sort.or_else(|| self.query.trim().is_empty().then_some(by_name))
    }

    /// The state after a press on the header of a column: that order, or the other way round.
    #[must_use]
    pub fn sorted_by(&self, column: Column) -> Self {
        let descending = match self.order() {
            Some(now) if now.column == column => !now.descending,
            _ => column.is_count(),
        };
        let sort = Sort { column, descending };
        let usual = self.query.trim().is_empty() && column == Column::Name && !descending;
        Self { sort: (!usual).then_some(sort), ..self.clone() }
    }
}

/// `192X` is a decade, `19XX` a century (the digits left open of EDTF).
fn period(word: &str) -> Option<Period> {
    if let Some(century) = word.strip_suffix("XX") {
        return century.parse::<i32>().ok()?.checked_mul(100).map(Period::Century);
    }
    word.strip_suffix('X')?.parse::<i32>().ok()?.checked_mul(10).map(Period::Decade)
}

fn period_word(period: Period) -> String {
    let (first, open) = match period {
        Period::Century(first) => (first / 100, "XX"),
        Period::Decade(first) => (first / 10, "X"),
    };
    [&first.to_string(), open].concat()
}
