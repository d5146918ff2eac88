//! The messages of the search page. What is said of what was found is in `assets/search-words.js`.

/// Words in all letters.
pub struct SearchStrings {
    /// Label of the field.
    pub field: &'static str,
    /// The button beside it.
    pub button: &'static str,
    /// Letters found, by year.
    pub years: &'static str,
    /// More of the letters that were found.
    pub more: &'static str,
    /// In place of results, without scripts.
    pub still: &'static str,
    /// Before the ways to lists that can be looked through.
    pub lists: &'static str,
    /// Heading: how a query is written.
    pub how: &'static str,
    /// What can be typed, with what it finds.
    pub how_list: [(&'static str, &'static str); 9],
}

/// English.
pub(super) const EN: SearchStrings = SearchStrings {
    field: "Words, names, dates",
    button: "Search",
    years: "Letters found, by year",
    more: "More letters",
    still: "Search needs scripts, which are switched off here or did not arrive. The lists can be read without them.",
    lists: "Or look through:",
    how: "How to search",
    how_list: [
        ("moscow talk", "letters with both words; other forms of a word are found too"),
        ("\"have a talk\"", "the words as they follow each other"),
        ("lenin OR trotsky", "either of the two"),
        ("lenin -trotsky", "the first without the second"),
        ("negotiat*", "words that begin so"),
        ("from:lenin  to:joffe  with:joffe", "who wrote, who received, either"),
        ("person:trotsky  place:riga  work:pravda", "who, where and what is mentioned, under any name"),
        ("date:\"March 1921\"  year:1919-1920  date:\"before 1905\"", "when the letter was written"),
        ("in:notes congress  lang:de", "in the notes only; in letters of a language"),
    ],
};

/// German.
pub(super) const DE: SearchStrings = SearchStrings {
    field: "Wörter, Namen, Daten",
    button: "Suchen",
    years: "Gefundene Briefe nach Jahren",
    more: "Weitere Briefe",
    still: "Die Suche braucht Skripte, die hier ausgeschaltet oder nicht angekommen sind. Die Verzeichnisse sind ohne sie lesbar.",
    lists: "Oder nachsehen in:",
    how: "So wird gesucht",
    how_list: [
        ("moskau gespräch", "Briefe mit beiden Wörtern; andere Formen eines Worts werden mitgefunden"),
        ("„ein langes Gespräch“", "die Wörter, wie sie aufeinander folgen"),
        ("lenin ODER trotzki", "eins von beiden"),
        ("lenin -trotzki", "das erste ohne das zweite"),
        ("verhandl*", "Wörter, die so beginnen"),
        ("von:lenin  an:joffe  mit:joffe", "wer schrieb, wer empfing, beides"),
        ("person:trotzki  ort:riga  werk:prawda", "wer, wo und was genannt ist, unter jedem Namen"),
        ("datum:\"März 1921\"  jahr:1919-1920  datum:\"vor 1905\"", "wann der Brief geschrieben wurde"),
        ("in:anmerkungen kongress  lang:de", "nur in den Anmerkungen; in Briefen einer Sprache"),
    ],
};

/// Russian.
pub(super) const RU: SearchStrings = SearchStrings {
    field: "Слова, имена, даты",
    button: "Найти",
    years: "Найденные письма по годам",
    more: "Ещё письма",
    still: "Для поиска нужны скрипты, а они здесь отключены или не дошли. Указатели можно читать и без них.",
    lists: "Или посмотреть:",
    how: "Как искать",
    how_list: [
        ("москва беседа", "письма с обоими словами; находятся и другие формы слова"),
        ("«долгая беседа»", "слова в таком порядке"),
        ("ленин OR троцкий", "любое из двух"),
        ("ленин -троцкий", "первое без второго"),
        ("переговор*", "слова с таким началом"),
        ("от:ленин  кому:иоффе  с:иоффе", "кто писал, кто получил, то или другое"),
        ("лицо:троцкий  место:рига", "кто и что упомянуто, под любым именем"),
        ("дата:\"март 1921\"  год:1919-1920  дата:\"до 1905\"", "когда написано письмо"),
        ("in:примечания съезд  lang:de", "только в примечаниях; в письмах на одном языке"),
    ],
};
