//! German.

use super::strings::{AboutStrings, ShellStrings, Strings};

pub(super) const STRINGS: Strings = Strings {
    about: AboutStrings {
        rights: "Quelle und Rechte",
        contents: "Inhalt",
        letters: |count| {
            if count == 1 { "1 Brief".to_owned() } else { [&count.to_string(), " Briefe"].concat() }
        },
        dates: |count| {
            if count == 1 { "1 Datum".to_owned() } else { [&count.to_string(), " Daten"].concat() }
        },
        reading: "Wie man sie liest",
        reading_how: [
            "Eine hochgestellte Zahl gehört zu einer Anmerkung. Zeigen Sie darauf, tippen Sie sie an oder drücken Sie die Eingabetaste, so öffnet sich die Anmerkung neben ihren Wörtern. Alle Anmerkungen stehen auch unter dem Brief.",
            "Unterstrichene Wörter nennen Personen, Orte, Organisationen, Werke und Ereignisse; zeigen oder tippen Sie darauf, um zu sehen, wer oder was gemeint ist. Die Einstellungen („Aa“) zeigen Namen ohne Auszeichnung oder nehmen sie in die Tabulatorfolge auf.",
            "Daten im Text führen zur Zeitleiste, und jede Marke dort führt zurück zu ihren Wörtern.",
        ],
        origins: "Wer es sagt",
        origins_how: [
            "Was die gedruckte Quelle sagt, steht wie gedruckt, mit ihren Druckfehlern.",
            "Was ein Herausgeber hinzufügt oder berichtigt, ist als seines benannt, mit Begründung.",
            "Was dieses Programm erschlossen hat, etwa ein fehlendes Jahr, ist als erschlossen benannt, mit der Regel und dem Bezugspunkt.",
        ],
        keys: "Tasten",
        key_list: [
            ("Tab", "zur nächsten Anmerkung oder zum nächsten Verweis"),
            ("Eingabe", "öffnet eine Anmerkung und geht hinein"),
            ("Esc", "schließt das zuletzt Geöffnete"),
            ("← →", "auf der Zeitleiste weiter"),
        ],
    },
    shell: ShellStrings {
        skip: "Zum Text springen",
        letter: "Brief",
        chronology: "Zeitleiste",
        persons: "Personen",
        places: "Orte",
        organisations: "Organisationen",
        works: "Werke",
        events: "Ereignisse",
        offices: "Ämter",
        about: "Über",
        navigation: "Edition",
        not_found: "Unter dieser Adresse gibt es keine Seite.",
        failed: "Die Edition lässt sich nicht öffnen.",
        failed_foreign: "Die Daten zu dieser Seite sind keine Letterbook-Edition.",
        failed_version: |found, expected| {
            [
                "Die Daten haben Format ",
                &found.to_string(),
                ", diese Seite liest Format ",
                &expected.to_string(),
                ".",
            ]
            .concat()
        },
        settings: "Leseeinstellungen",
        theme: "Farben",
        themes: ["Wie das System", "Hell", "Dunkel"],
        size: "Schriftgröße",
        sizes: ["Klein", "Mittel", "Groß", "Sehr groß"],
        names: "Namen im Text",
        names_shown: [
            "Ohne Auszeichnung",
            "Unterstrichen",
            "Unterstrichen und mit der Tabulatortaste erreichbar",
        ],
        language: "Sprache der Oberfläche",
        footer: "Erstellt mit Letterbook. Einmal geöffnet, braucht die Seite kein Netz.",
        failed_truncated: "Die Daten sind abgeschnitten: sie wurden nicht bis zum Ende geladen.",
        failed_damaged: "Die Daten sind beschädigt: ihre Prüfsumme stimmt nicht.",
    },
};
