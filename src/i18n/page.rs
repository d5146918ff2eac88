//! What a page says by itself, before and without the views that live: few, as every page's program carries them in all
//! languages.

/// What a page says by itself.
pub struct PageStrings {
    /// A part of the edition could not be had.
    pub unavailable: &'static str,
    /// Button: ask for it again.
    pub retry: &'static str,
    /// Button: copies a link to the selected words.
    pub copy_words: &'static str,
    /// The link is copied.
    pub copied: &'static str,
}

/// English.
pub(super) const EN: PageStrings = PageStrings {
    unavailable: "A part of the edition could not be had",
    retry: "Try again",
    copy_words: "Copy a link to these words",
    copied: "Link copied",
};

/// German.
pub(super) const DE: PageStrings = PageStrings {
    unavailable: "Ein Teil der Edition war nicht zu bekommen",
    retry: "Noch einmal versuchen",
    copy_words: "Verweis auf diese Wörter kopieren",
    copied: "Verweis kopiert",
};

/// Russian.
pub(super) const RU: PageStrings = PageStrings {
    unavailable: "Часть издания не удалось получить",
    retry: "Попробовать ещё раз",
    copy_words: "Скопировать ссылку на эти слова",
    copied: "Ссылка скопирована",
};
