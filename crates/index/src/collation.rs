//! The order of names by the rules of a language (Unicode collation with the language's tailoring), computed
//! when an edition is built, so that server and browser agree.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use std::cmp::Ordering;

use crate::fold;

/// Compares names in one language.
pub(crate) struct Collation {
    full: Option<CollatorBorrowed<'static>>,
    base: Option<CollatorBorrowed<'static>>,
}

impl Collation {
    /// The collation of a language (BCP 47; `de-u-co-phonebk` asks for the order of telephone books). A tag that
    /// cannot be read gives the order that is common to all languages.
    pub(crate) fn of(language: &str) -> Self {
        let locale = Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN);
        let mut options = CollatorOptions::default();
        let full = Collator::try_new((&locale).into(), options).ok();
        options.strength = Some(Strength::Primary);
        let base = Collator::try_new((&locale).into(), options).ok();
        Self { full, base }
    }

    /// Compares two names; quotation marks and the like in front of them do not count. Names that the language
    /// takes for the same are ordered by their characters.
    pub(crate) fn compare(&self, one: &str, other: &str) -> Ordering {
        let bare = |name| str::trim_start_matches(name, |c: char| !c.is_alphanumeric());
        let by_language =
            self.full.as_ref().map_or(Ordering::Equal, |full| full.compare(bare(one), bare(other)));
        by_language.then_with(|| one.cmp(other))
    }

    /// The initial a name stands under, as a capital: Ö under O in German, under Ö in Swedish; `#` where the
    /// name does not begin with a letter.
    pub(crate) fn initial(&self, name: &str) -> Box<str> {
        let Some(first) = name.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic()) else {
            return "#".into();
        };
        let written = first.to_string();
        let folded = fold(&written);
        let is_base =
            self.base.as_ref().is_none_or(|base| base.compare(&written, &folded) == Ordering::Equal);
        let letter = if is_base { folded.chars().next().unwrap_or(first) } else { first };
        letter.to_uppercase().collect::<String>().into()
    }
}

#[cfg(test)]
mod tests {
    use super::Collation;

    fn sorted(language: &str, names: &[&str]) -> String {
        let collation = Collation::of(language);
        let mut names = names.to_vec();
        names.sort_by(|one, other| collation.compare(one, other));
        names.join(" ")
    }

    #[test]
    fn each_language_has_its_order() {
        assert_eq!(
            sorted("de", &["Zoll", "Ödön", "Ofen", "Strauß", "Strausz"]),
            "Ödön Ofen Strauß Strausz Zoll"
        );
        assert_eq!(sorted("sv", &["Zoll", "Öberg", "Ofen", "Åberg"]), "Ofen Zoll Åberg Öberg");
        assert_eq!(sorted("ru", &["Яков", "Ёлкин", "Иоффе", "Йоффе", "Ежов"]), "Ежов Ёлкин Иоффе Йоффе Яков");
        assert_eq!(sorted("de-u-co-phonebk", &["Mutz", "Müller", "Mudra"]), "Mudra Müller Mutz");
        assert_eq!(sorted("en", &["“Zeal”", "Order", "“Crisis”"]), "“Crisis” Order “Zeal”");
        assert_eq!(sorted("no such tag!", &["b", "á", "a"]), "a á b");
    }

    #[test]
    fn initials_follow_the_language() {
        let initial = |language: &str, name: &str| Collation::of(language).initial(name);
        assert_eq!(&*initial("de", "Ödön"), "O");
        assert_eq!(&*initial("sv", "Öberg"), "Ö");
        assert_eq!(&*initial("ru", "Йоффе"), "Й");
        assert_eq!(&*initial("ru", "ёлкин"), "Е");
        assert_eq!(&*initial("en", "“Party Crisis”, The"), "P");
        assert_eq!(&*initial("en", "œuvre"), "O");
        assert_eq!(&*initial("en", "13th sitting"), "#");
        assert_eq!(&*initial("en", ""), "#");
    }
}
