//! Under which signs it is said of a letter, in the index of words …

/// … who sent it.
pub const FROM: char = 'f';
/// … who received it.
pub const TO: char = 't';
/// … who is named in it, and neither wrote nor received it under that name.
pub const NAMED: char = 'p';
/// … where it was sent from, and which places are named in it.
pub const PLACE: char = 'o';
/// … which works are named in it.
pub const WORK: char = 'w';
/// … in which language it is.
pub const LANGUAGE: char = 'l';
