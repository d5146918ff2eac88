//! German.

use super::letter_strings::LetterListStrings;
#[cfg(feature = "ssr")]
use super::letter_strings::LetterStrings;
#[cfg(feature = "ssr")]
use super::parts;
#[cfg(feature = "ssr")]
use super::strings::{AboutStrings, EntryStrings, FrameStrings};
use super::strings::{PageStrings, PopoverStrings};
use super::strings::{RegisterStrings, ShellStrings, Strings, TimelineStrings};
#[cfg(feature = "ssr")]
use dates::Rule;

/// What is said beside pages.
pub(super) const PAGE: PageStrings = PageStrings {
    unavailable: "Ein Teil der Edition war nicht zu bekommen",
    retry: "Noch einmal versuchen",
    copy_words: "Verweis auf diese Wörter kopieren",
    copied: "Verweis kopiert",
};

pub(super) const STRINGS: Strings = Strings {
    #[cfg(feature = "ssr")]
    letter: LetterStrings {
        sent_from: "Gesandt aus",
        sent_to: "Gesandt nach",
        answers: "Antwort auf:",
        on_this_page: "Auf dieser Seite",
        notes_short: "Anmerkungen",
        names_short: "Namen",
        dates_short: "Daten",
        source_short: "Quelle",
        on_paper: "Anmerkungen im Druck",
        on_paper_where: ["am Ende", "nach jedem Absatz"],
        share: "Teilen",
        notes: "Anmerkungen",
        series: ["Anmerkungen des Verfassers", "Anmerkungen des Herausgebers", "Anmerkungen zum Text"],
        names: "Namen in diesem Brief",
        dates: "Daten in diesem Brief",
        source: "Quelle",
        key: "Zeichen auf dieser Seite",
        key_note: "eine Anmerkung; sie öffnet sich neben dem Wort",
        key_abbreviation: "Abkürzungen",
        key_inferred_name: "Namen, vom Programm erschlossen",
        key_proposed: "Namen, nicht identifiziert",
        key_supplied: "[ergänzt vom Herausgeber des Drucks]",
        hide_series: "Diese Anmerkungen ausblenden",
        entry: "Eintrag",
        all_mentions: |count| ["Erwähnungen (", &count.to_string(), ")"].concat(),
        rule: |rule| match rule {
            Rule::Iso => "Jahr, Monat und Tag in Ziffern",
            Rule::Numeric => "ein Tag in Ziffern",
            Rule::RomanMonth => "der Monat in römischen Ziffern",
            Rule::MonthName => "der Monat mit seinem Namen",
            Rule::MonthYear => "ein Monat mit seinem Jahr",
            Rule::Year => "ein Jahr",
            Rule::Range => "von einem Datum zu einem anderen",
            Rule::Season => "eine Jahreszeit",
            Rule::Limit => "eine Grenze",
            Rule::Decade => "ein Jahrzehnt oder Jahrhundert",
            Rule::DoubleDate => "ein Tag alten und neuen Stils",
            Rule::Relative => "ein Wort, das von einem anderen Tag aus zählt",
            Rule::Duration => "eine Zeitdauer",
            Rule::Feast => "ein Fest des Kalenders",
        },
        note_before: "Anmerkung ",
        back_to: |reference| ["zurück zur Stelle ", reference].concat(),
        permalink: "Verweis auf diesen Absatz",
        page: |page| ["S. ", page].concat(),
        page_printed: "Hier beginnt eine Seite des Drucks",
        page_inferred: "Ohne Zeichen in der Vorlage: die Seite folgt aus den Angaben zum Druck",
        signs: [
            "gestrichen",
            "hinzugefügt",
            "wiederhergestellt",
            "schwer lesbar",
            "beschädigt",
            "überzählig",
            "vom Herausgeber ergänzt",
            "in der Abkürzung ausgelassen",
            "Abkürzungszeichen",
            "anderer Textzeuge",
            "andere Hand",
        ],
        gap: "fehlt:",
        choices: ["Abkürzung aufgelöst", "heutige Schreibung"],
        facsimile: "Bild",
        corrected: "der Herausgeber liest",
        no_signature: "Gedruckt ist keine Unterschrift.",
        neighbors: "In der Edition",
        neighbors_between: "In diesem Briefwechsel",
        previous: "Voriger Brief",
        next: "Nächster Brief",
        imprint: [
            "Verfasser",
            "Erstdruck",
            "Textgrundlage",
            "Ausgabe",
            "Band und Seiten",
            "Übersetzung",
            "Digitaler Text",
            "Weg des Briefs",
            "Nicht verstanden",
        ],
        one_of: "Eines davon ist gemeint:",
        all_of: "Alle sind gemeint:",
        not_identified: "nicht identifiziert",
        identification: "Identifiziert",
        implied: "nicht ausdrücklich genannt",
        sender: "Absender",
        recipient: "Empfänger",
        in_this_letter: "In diesem Brief",
        in_edition: "In der Edition",
        times_in_text: |times| [&times.to_string(), "-mal im Text"].concat(),
        times_in_notes: |times| [&times.to_string(), "-mal in den Anmerkungen"].concat(),
        times_in_imprint: |times| [&times.to_string(), "-mal in den Angaben zum Druck"].concat(),
        mention_in_text: |number| ["Erwähnung ", number, ", im Text"].concat(),
        mention_in_note: |number, note| ["Erwähnung ", number, ", in Anmerkung ", note].concat(),
        mention_in_imprint: |number| ["Erwähnung ", number, ", in den Angaben zum Druck"].concat(),
        printed: "Gedruckt",
        stated: "In der Edition",
        duration: |length| {
            parts(length, |count, at| {
                let (one, more) =
                    [("Jahr", "Jahre"), ("Monat", "Monate"), ("Woche", "Wochen"), ("Tag", "Tage")][at];
                [&*count.to_string(), " ", if count == 1 { one } else { more }].concat()
            })
        },
        no_value: "kein Tag lässt sich angeben",
    },
    popover: PopoverStrings { note: |label| ["Anmerkung ", label].concat(), close: "Schließen" },
    #[cfg(feature = "ssr")]
    about: AboutStrings {
        keep: "Diese Ausgabe behalten, um sie ohne Netz zu lesen",
        one_file: [
            "In dieser Datei stehen die Briefe untereinander. Register, Zeitleiste und Karten brauchen einen Browser, der Skripte ausführt.",
            "Die Briefe in dieser Datei sind komprimiert. Zum Lesen bitte in einem Browser öffnen, der Skripte ausführt.",
        ],
        rights: "Quelle und Rechte",
        contents: "Inhalt",
        letters: |count| {
            if count == 1 { "1 Brief".to_owned() } else { [&count.to_string(), " Briefe"].concat() }
        },
        dates: |count| {
            if count == 1 { "1 Datum".to_owned() } else { [&count.to_string(), " Daten"].concat() }
        },
        editors: "Herausgegeben von",
        left_out: "Diese Dateien waren nicht zu lesen und fehlen:",
        sources: "Die Quelldateien dieser Edition",
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
    #[cfg(feature = "ssr")]
    search: super::search_strings::DE,
    #[cfg(feature = "ssr")]
    frame: FrameStrings {
        skip: "Zum Text springen",
        letter: "Brief",
        search: "Suche",
        about: "Über",
        navigation: "Edition",
        not_found: "Unter dieser Adresse gibt es keine Seite.",
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
        layer: "Text",
        layers: ["zum Lesen", "wie auf dem Papier"],
        language: "Sprache der Oberfläche",
        waiting: "Dieser Teil der Edition ist unterwegs …",
        footer: "Erstellt mit Letterbook.",
    },
    shell: ShellStrings {
        letters: "Briefe",
        years: "Jahre",
        chronology: "Zeitleiste",
        persons: "Personen",
        places: "Orte",
        organisations: "Organisationen",
        works: "Werke",
        events: "Ereignisse",
        offices: "Ämter",
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
        unavailable_parts: |files| {
            ["Es fehlt oder ist beschädigt: ", files, ". Alles andere lässt sich weiter lesen."].concat()
        },
        failed_truncated: "Die Daten sind abgeschnitten: sie wurden nicht bis zum Ende geladen.",
        failed_damaged: "Die Daten sind beschädigt: ihre Prüfsumme stimmt nicht.",
    },
    letters: LetterListStrings {
        from_to: |from, to| [from, " an ", to].concat(),
        unknown: "unbekannt",
        correspondence: "Der ganze Briefwechsel",
        filters: "Nur zeigen",
        facets: ["Von", "An", "Briefwechsel", "Jahr", "Gesandt aus", "Sprache"],
        any: "Alle",
        order: "Reihenfolge",
        orders: ["Die frühesten zuerst", "Die spätesten zuerst", "Nach Absender", "Nach Empfänger"],
        found: |shown, all| {
            let number = all.to_string();
            match all {
                1 if shown == all => "1 Brief".to_owned(),
                _ if shown == all => [&number, " Briefe"].concat(),
                _ => [&shown.to_string(), " von ", &number, " Briefen"].concat(),
            }
        },
        nothing: "Kein Brief passt zu alledem.",
        clear: "Wieder alle zeigen",
        between: |one, other| [one, " und ", other].concat(),
        gap: |length| [length, " ohne Brief"].concat(),
        on_timeline: "Auf der Zeitleiste",
        undated: "undatiert",
        from: "von",
        to: "an",
        origins: ["wie gedruckt", "vom Herausgeber", "vom Programm erschlossen"],
    },
    register: RegisterStrings {
        look_up: "Namen suchen",
        found: |shown, all| {
            let noun = if all == 1 { " Eintrag" } else { " Einträge" };
            if shown == all {
                [&all.to_string(), noun].concat()
            } else {
                let noun = if all == 1 { " Eintrag" } else { " Einträgen" };
                [&shown.to_string(), " von ", &all.to_string(), noun].concat()
            }
        },
        nothing: "Nichts passt zu alledem.",
        clear: "Wieder alle zeigen",
        columns: ["Name", "Daten", "Gesandt", "Empfangen", "Erwähnt", "Briefe von"],
        place_columns: ["Von hier gesandt", "Hier empfangen"],
        filters: "Nur zeigen",
        role: "Rolle",
        roles: ["Jede", "Absender", "Empfänger", "Nur erwähnt"],
        period: "Briefe von",
        any_period: "Jede Zeit",
        decade: |first| [&first.to_string(), "er"].concat(),
        century: |first| [&first.to_string(), "–", &first.saturating_add(99).to_string()].concat(),
        identified: "Normdateien",
        identifieds: ["Gleich", "Identifiziert", "Nicht identifiziert"],
        unmentioned: |count| [&count.to_string(), " weitere, die kein Brief erwähnt"].concat(),
        initials: "Nach Anfangsbuchstaben",
        see: "siehe",
        found_by: "auch",
    },
    #[cfg(feature = "ssr")]
    entry: EntryStrings {
        not_found: "Diesen Eintrag gibt es in der Edition nicht",
        not_found_id: |id| {
            ["Nichts darin heißt „", id, "“. Vielleicht steht es im Register unter anderem Namen:"].concat()
        },
        other_names: "Andere Namen",
        authorities: "In Normdateien",
        relations: [
            "Von",
            "Inhaber",
            "Teil von",
            "Teile",
            "Ämter",
            "Organisationen",
            "Personen",
            "Werke",
            "Ereignisse",
            "Orte",
        ],
        sent: ["Gesandte Briefe", "Von hier gesandte Briefe"],
        received: ["Empfangene Briefe", "Hier empfangene Briefe"],
        in_text: "In Briefen erwähnt",
        in_notes: "In Anmerkungen erwähnt",
        in_imprint: "In den Angaben zum Druck genannt",
        nowhere: "Kein Brief dieser Edition erwähnt diesen Eintrag.",
        years: "Jahr für Jahr",
        sent_count: |count| [&count.to_string(), " gesandt"].concat(),
        received_count: |count| [&count.to_string(), " empfangen"].concat(),
        mention_count: |count| {
            if count == 1 {
                "1 Erwähnung".to_owned()
            } else {
                [&count.to_string(), " Erwähnungen"].concat()
            }
        },
        note: |label| ["Anmerkung ", label].concat(),
    },
    timeline: TimelineStrings {
        kinds: ["Brief geschrieben", "Brief empfangen", "im Brief genannt", "in einer Anmerkung", "im Druck"],
        in_note: |label| ["in Anmerkung ", label].concat(),
        lanes: ["Geschriebene Briefe", "Empfangene Briefe", "In Briefen", "In Anmerkungen", "Druck"],
        lane_from: |who| ["Von ", who].concat(),
        lane_to: |who| ["An ", who].concat(),
        kinds_label: "Anzeigen",
        axis: "Achse der Daten. Pfeiltasten gehen weiter, Bild auf und Bild ab um zehn, die Eingabetaste geht hinein, die Rücktaste hinaus, Umschalt mit Pfeil wählt einen Bereich.",
        dates: |count| {
            if count == 1 { "1 Datum".to_owned() } else { [&count.to_string(), " Daten"].concat() }
        },
        possible: |count| {
            [count.to_string().as_str(), if count == 1 { " weiteres möglich" } else { " weitere möglich" }]
                .concat()
        },
        lasting: |count| {
            if count == 1 {
                "innerhalb von 1 Zeitspanne".to_owned()
            } else {
                ["innerhalb von ", &count.to_string(), " Zeitspannen"].concat()
            }
        },
        nothing: "kein Datum",
        lengths: [
            |count| if count == 1 { "1 Tag".to_owned() } else { [&count.to_string(), " Tage"].concat() },
            |count| if count == 1 { "1 Monat".to_owned() } else { [&count.to_string(), " Monate"].concat() },
            |count| if count == 1 { "1 Jahr".to_owned() } else { [&count.to_string(), " Jahre"].concat() },
        ],
        folded: "gefaltet",
        undated: "Ohne Datum",
        undated_why: ["der Brief nennt kein Datum", "die Wörter ergeben keinen Wert"],
        from_to: ["Von", "Bis"],
        field_hint: "Jahr, Monat oder Tag: 1921, 1921-03, 1921-03-17 oder 17.3.1921",
        field_wrong: "Das ist kein Datum. Schreiben Sie 1921, 1921-03 oder 1921-03-17.",
        with: ["Korrespondenzpartner", "Alle"],
        scale: ["Ein Feld umfasst", "Automatisch"],
        scales: [
            "einen Tag",
            "eine Woche",
            "einen Monat",
            "ein Quartal",
            "ein Jahr",
            "5 Jahre",
            "ein Jahrzehnt",
        ],
        fold: "Leere Strecken falten",
        table: "Als Tabelle zeigen",
        table_heads: ["Zeitraum", "Möglich", "Zeitspannen"],
        up: "Zeitraum erweitern",
        enter_picked: "Nur diese Tage",
        reset: "Alle Daten",
        around: "Um dieses Datum",
        status: |listed, all| {
            if listed == all {
                return if all == 1 { "1 Datum".to_owned() } else { [&all.to_string(), " Daten"].concat() };
            }
            [&listed.to_string(), " von ", &all.to_string(), " Daten"].concat()
        },
        too_fine: "Das wären zu viele Felder. Wählen Sie zuerst eine kürzere Zeit; bis dahin umfasst ein Feld",
        in_words: "Der Reihe nach",
        places: ["im Brief", "in den Zeilen über den Druck"],
        counted_from: [
            |date| ["gezählt vom Datum des Briefs, ", date].concat(),
            |date| ["gezählt vom Datum davor, ", date].concat(),
        ],
        taken_from: [
            |date| ["was nicht gedruckt ist, stammt vom Datum des Briefs, ", date].concat(),
            |date| ["was nicht gedruckt ist, stammt vom Datum davor, ", date].concat(),
        ],
        counted_back: |date| {
            ["zurückgezählt vom Datum des Briefs, ", date, "; die Wörter nennen nur die Dauer"].concat()
        },
        certainties: ["wahrscheinlich", "vermutet", "nicht sicher"],
        old_style: |date| ["alter Stil ", date].concat(),
        no_style: "alter oder neuer Stil ist nicht angegeben",
        all: |count| ["alle ", &count.to_string()].concat(),
        rest: |count| [&count.to_string(), " weitere zeigen"].concat(),
        empty: "Hier gibt es keine Daten.",
    },
};
